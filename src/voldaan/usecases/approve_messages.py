"""A person (or the client's rule) agrees to messages as they are written."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Final

from voldaan.records import events
from voldaan.records.finding import message_by_uuid
from voldaan.records.models import Client, Message
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.write_messages import message_event

BY_RULE: Final = "rule: automatic"
"""Who approved a message that no person looked at: the client's rule."""


def approve_messages(
    client: Client,
    *,
    on: date,
    at: datetime,
    by: str,
    uuids: Collection[str] | None = None,
    by_rule: bool = False,
) -> int:
    """Approve the written messages of `client`, or those named, and return how many were.

    `by_rule`: nobody looks, so what a person looks at first is left to a person. One that was withdrawn, refused or
    approved in the meantime is left as it is.

    Raises:
        NotFound: one of those named is not a message of this client.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        waiting = Message.objects.filter(state="WRITTEN").order_by("pk")
        if by_rule:
            waiting = waiting.filter(person_first="")
        if uuids is not None:
            named = [message_by_uuid(client, uuid).pk for uuid in uuids]
            waiting = waiting.filter(pk__in=named)
        messages = list(waiting)
        for message in messages:
            Message.objects.filter(pk=message.pk).update(state="APPROVED", approved_at=at, approved_by=by)
        happened = [message_event("message.approved", message, on=on, at=at, by=by) for message in messages]
        if happened:
            events.append(client, *happened)
    return len(messages)


def waiting_for_a_person(client: Client) -> int:
    """Return how many written messages of `client` a person looks at first, whatever the client's rule."""
    with rows_of(client):
        return Message.objects.filter(state="WRITTEN").exclude(person_first="").count()
