"""People (or the client's rule) agree to messages as they are written."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from voldaan.records import events
from voldaan.records.approvals import approvals_of
from voldaan.records.finding import NotFound, message_by_uuid
from voldaan.records.models import Client, Message
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.write_messages import message_event

BY_RULE: Final = "rule: automatic"
"""Who approved a message that no person looked at: the client's rule."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A message that was named and could not be approved; the others were."""

    number: str
    """The debtor's; of one that is not there, the number that was named."""
    name: str = ""
    state: str = ""
    """What it is meanwhile; empty where there is no such message."""

    @property
    def was_approved(self) -> bool:
        """Test if somebody approved it before, so that it leaves or has left."""
        return self.state in ("APPROVED", "SENDING", "SENT")


@dataclass(frozen=True, slots=True, kw_only=True)
class Approved:
    """What became of the messages that were to be approved."""

    approved: int = 0
    """May leave."""
    first: int = 0
    """One of two people agreed now."""
    same_person: int = 0
    """Who agrees was the first of the two already, so that nothing changed."""
    unnamed: int = 0
    """Two people agree, and nobody knows who this one is, so that nothing changed."""
    left_out: tuple[LeftOut, ...] = ()
    """Each one that was named and does not wait for approval, in the order in which they were named."""


def approve_messages(
    client: Client,
    *,
    on: date,
    at: datetime,
    by: str,
    uuids: Collection[str] | None = None,
    by_rule: bool = False,
    named: bool = True,
) -> Approved:
    """Approve the written messages of `client`, or those named, as far as the client lets `by` do that alone.

    `by_rule`: nobody looks, so what a person looks at first, and each stage that the client does not leave to its
    rule, is left to people. Where two agree, the first one's word is kept and the message waits for the second, who
    is somebody else; where `by` names nobody (`named` is false), it counts for neither. One that is not there,
    or was withdrawn, refused or approved in the meantime, is left as it is and named; it stops none of the others.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        waiting = Message.objects.filter(state="WRITTEN").order_by("pk")
        left_out: tuple[LeftOut, ...] = ()
        if uuids is not None:
            found = [_found(client, uuid) for uuid in uuids]
            waiting = waiting.filter(pk__in=[one.pk for one in found if isinstance(one, Message)])
            left_out = tuple(one for one in map(_left_out, found) if one is not None)
        agreed = approvals_of(client)
        approved, first, same_person, unnamed = [], [], 0, 0
        for message in waiting:
            way = agreed.of(message.stage)
            if by_rule and (way != "AUTOMATIC" or message.person_first):
                continue
            if way == "FOUR_EYES" and not named:
                unnamed += 1
            elif way != "FOUR_EYES" or is_somebody_else(by, message.first_approved_by):
                approved.append(message)
                _approve(message, four_eyes=way == "FOUR_EYES", at=at, by=by)
            elif message.first_approved_by:
                same_person += 1
            else:
                first.append(message)
                Message.objects.filter(pk=message.pk).update(
                    four_eyes=True, first_approved_at=at, first_approved_by=by
                )
        happened = [
            *(message_event("message.approved", one, on=on, at=at, by=by) for one in approved),
            *(message_event("message.first_approved", one, on=on, at=at, by=by) for one in first),
        ]
        if happened:
            events.append(client, *happened)
    return Approved(
        approved=len(approved),
        first=len(first),
        same_person=same_person,
        unnamed=unnamed,
        left_out=left_out,
    )


def _found(client: Client, uuid: str) -> Message | LeftOut:
    try:
        return message_by_uuid(client, uuid)
    except NotFound:
        return LeftOut(number=uuid)


def _left_out(found: Message | LeftOut) -> LeftOut | None:
    """Return what is told of a message that was named; None where it waits for approval."""
    if isinstance(found, LeftOut):
        return found
    if found.state == "WRITTEN":
        return None
    account = found.account
    return LeftOut(number=account.number, name=account.debtor.name, state=found.state)


def is_somebody_else(by: str, first: str) -> bool:
    """Test if there was a first, and this is another person: not the same name in capitals, or by another door.

    >>> [is_somebody_else(by, "desk: Sanne") for by in ("desk: Tim", "desk: SANNE", "sanne")]
    [True, False, False]
    """
    return bool(first) and _name(by) != _name(first)


def _name(by: str) -> str:
    return " ".join(by.rpartition(": ")[2].casefold().split())


def _approve(message: Message, *, four_eyes: bool, at: datetime, by: str) -> None:
    Message.objects.filter(pk=message.pk).update(
        state="APPROVED", four_eyes=four_eyes, approved_at=at, approved_by=by
    )


def waiting_for_a_person(client: Client) -> int:
    """Return how many written messages of `client` people look at first, where its rule approves the others."""
    with rows_of(client):
        agreed = approvals_of(client)
        rows = Message.objects.filter(state="WRITTEN").values_list("stage", "person_first")
        return sum(
            1 for stage, first in rows if first or (agreed.any_by_rule and agreed.of(stage) != "AUTOMATIC")
        )
