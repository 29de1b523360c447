"""A person says whose a mail is that nobody could place, that it was placed wrongly, or that it is of nobody."""

from datetime import date, datetime
from typing import Final

from voldaan.records import events
from voldaan.records.finding import NotFound, account_by_number
from voldaan.records.models import Client, Hold, IncomingMail, StrayMail
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.place_hold import lift_hold
from voldaan.usecases.take_mail import BY_RULE, HOLDS, hold_for

__all__ = ["CannotPlace", "NotFound", "place_mail", "set_mail_aside", "take_mail_back"]

_KEPT: Final = (
    "sha256", "kind", "sender", "sender_name", "subject", "words", "sent_at", "taken_at", "taken_on", "proposed",
    "because", "day", "cents",
)  # fmt: skip


class CannotPlace(Exception):
    """This cannot be done with this mail, with a Dutch sentence that says why."""


def place_mail(
    stray_id: int, client: Client, debtor: str, *, on: date, at: datetime, by: str
) -> IncomingMail:
    """Place a mail with an account, which is then left in peace until somebody decides what the mail is.

    Raises:
        NotFound: the client has no such debtor, or there is no such mail.
        CannotPlace: somebody placed it, or set it aside.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        stray = _standing(stray_id)
        account = account_by_number(client, debtor)
        row = IncomingMail(
            client=client,
            account=account,
            found_by="PERSON",
            **{name: getattr(stray, name) for name in _KEPT},
        )
        if row.kind not in HOLDS:
            row.decided, row.decided_at, row.decided_by = row.kind, at, BY_RULE
        row.save()
        data = {"mail": row.pk, "mail_kind": row.kind, "sha256": row.sha256}
        told = events.NewEvent(kind="mail.placed", on=on, at=at, actor=by, account_id=account.pk, data=data)
        events.append(client, told)
        if row.kind in HOLDS:
            hold_for(row, on=on, at=at, by=by)
        stray.delete()
    return row


def take_mail_back(client: Client, mail_id: int, *, on: date, at: datetime, by: str) -> StrayMail:
    """Take a mail from an account that it is not of: it waits with what nobody could place.

    What a person decided because of it stays: that was about this account.

    Raises:
        NotFound: the client has no such mail.
        CannotPlace: somebody decided already what it is.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        mail = IncomingMail.objects.filter(pk=mail_id).first()
        if mail is None:
            raise NotFound(f"{client.name} heeft geen mail {mail_id}.")
        if mail.decided:
            raise CannotPlace(f"Mail {mail_id} is al behandeld; zij blijft bij deze debiteur staan.")
        if mail.hold_id is not None and Hold.objects.filter(pk=mail.hold_id, lifted_on__isnull=True).exists():
            lift_hold(client, mail.hold_id, on=on, at=at, by=by)
        data = {"mail": mail.pk, "sha256": mail.sha256}
        told = events.NewEvent(
            kind="mail.taken_back", on=on, at=at, actor=by, account_id=mail.account_id, data=data
        )
        events.append(client, told)
        kept = {name: getattr(mail, name) for name in _KEPT}
        mail.delete()
        return StrayMail.objects.create(**kept)


def set_mail_aside(stray_id: int, *, at: datetime, by: str) -> None:
    """Say that a mail is of nobody here: it waits no more, and its bytes stay in the archive.

    Raises:
        NotFound: there is no such mail.
        CannotPlace: somebody placed it, or set it aside.
    """
    with one_transaction():
        stray = _standing(stray_id)
        stray.done_at, stray.done_by = at, by[:200]
        stray.save(update_fields=["done_at", "done_by"])


def _standing(stray_id: int) -> StrayMail:
    stray = StrayMail.objects.filter(pk=stray_id).first()
    if stray is None:
        raise NotFound(f"Er is geen mail {stray_id} die niemand kon plaatsen.")
    if stray.done_at is not None:
        raise CannotPlace(f"Mail {stray_id} is al opzijgelegd door {stray.done_by}.")
    return stray
