"""Take a mail that came in: keep it, find whose it is, and do what it says by itself.

A bounce says that a message did not arrive, a delivery report that one did. Somebody who wrote is left in peace until
a person has read it. What nobody can place stands apart until a person does; nothing is dropped.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from django.conf import settings

from voldaan.domain.answers.amounts import cents_in
from voldaan.domain.answers.days import day_in
from voldaan.domain.answers.propose import Proposal, propose
from voldaan.formats.mail.read import read_mail
from voldaan.formats.mail.values import Mail, MailKind
from voldaan.records import archive, events
from voldaan.records.incoming_mails import TakenBefore, is_known, taken_once
from voldaan.records.mail_places import Place, place_of
from voldaan.records.models import IncomingMail, Message, StrayMail
from voldaan.records.scope import clients, rows_of
from voldaan.usecases.place_hold import place_hold
from voldaan.usecases.resolve_message import resolve_message

__all__ = ["HOLDS", "Taken", "hold_for", "take_mail"]

HOLDS: Final[frozenset[MailKind]] = frozenset({"ANSWER", "COMPLAINT", "UNREADABLE"})
"""Mails that a person reads before anything more goes to their account."""
BY_RULE: Final = "rule"
DUTCH_TIME: Final = ZoneInfo("Europe/Amsterdam")
WORDS_MAX: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What became of one mail."""

    kind: MailKind
    is_new: bool
    """False: the same bytes were taken before, and nothing changed."""
    client: str = ""
    """The key of the client; empty where nobody knows whose it is."""
    debtor: str = ""
    found_by: str = ""
    did: tuple[str, ...] = ()
    """HELD, BOUNCED, ARRIVED: what it did by itself."""
    proposed: str = ""
    because: str = ""


def take_mail(data: bytes, *, on: date, at: datetime, by: str) -> Taken:
    """Take one mail: its bytes go to the archive, what it says into the book. The same mail twice changes nothing."""
    mail = read_mail(data)
    sha256 = archive.keep(data)
    every = clients()
    if is_known(sha256, every):
        return Taken(kind=mail.kind, is_new=False)
    place = place_of(
        every,
        answers_to=mail.answers_to,
        sent_to=mail.sent_to,
        sender=mail.sender,
        texts=(mail.subject, mail.words),
        domain=settings.INSTALLATION.mail_domain,
        on=on,
    )
    proposal = next(iter(propose(mail.subject, mail.words)), None) if mail.kind == "ANSWER" else None
    kept = _kept(mail, proposal, sha256, on=on, at=at)
    try:
        with taken_once(sha256, every):
            if place is not None:
                return _placed(mail, place, kept, on=on, at=at, by=by)
            StrayMail.objects.create(**kept)
    except TakenBefore:
        return Taken(kind=mail.kind, is_new=False)
    return Taken(kind=mail.kind, is_new=True, proposed=kept["proposed"], because=kept["because"])


def _kept(mail: Mail, proposal: Proposal | None, sha256: str, *, on: date, at: datetime) -> dict[str, Any]:
    """Return what is kept of a mail beside its bytes."""
    written_on = mail.sent_at.astimezone(DUTCH_TIME).date() if mail.sent_at else on
    sentence = proposal.sentence if proposal else ""
    return {
        "sha256": sha256,
        "kind": mail.kind,
        "sender": mail.sender[:320],
        "sender_name": mail.sender_name[:200],
        "subject": mail.subject[:300],
        "words": (mail.words or mail.all_words)[:WORDS_MAX],
        "sent_at": mail.sent_at,
        "taken_at": at,
        "taken_on": on,
        "proposed": proposal.kind if proposal else "",
        "because": sentence[:500],
        "day": day_in(sentence, min(written_on, on)) if sentence else None,
        "cents": cents_in(sentence) if sentence else None,
    }


def _placed(mail: Mail, place: Place, kept: dict[str, Any], *, on: date, at: datetime, by: str) -> Taken:
    client = place.account.client
    with rows_of(client):
        events.hold_still(client)
        waits = mail.kind in HOLDS
        row = IncomingMail(
            client=client, account=place.account, message=place.message, found_by=place.found_by, **kept
        )
        if not waits:
            row.decided, row.decided_at, row.decided_by = mail.kind, at, BY_RULE
        row.save()
        data = {"mail": row.pk, "mail_kind": mail.kind, "sha256": row.sha256}
        if place.message is not None:
            data["message"] = str(place.message.uuid)
        told = events.NewEvent(
            kind="mail.taken", on=on, at=at, actor=by, account_id=place.account.pk, data=data
        )
        events.append(client, told)
        did = list(_what_it_says(mail, place, on=on, at=at, by=by))
        if waits:
            hold_for(row, on=on, at=at, by=by)
            did.append("HELD")
    return Taken(
        kind=mail.kind,
        is_new=True,
        client=client.key,
        debtor=place.account.number,
        found_by=place.found_by,
        did=tuple(did),
        proposed=row.proposed,
        because=row.because,
    )


def hold_for(row: IncomingMail, *, on: date, at: datetime, by: str) -> None:
    """Leave the account of a mail in peace until a person has read it. Needs the client's rows open."""
    placed = place_hold(
        row.client, row.account.number, reason="ANSWER_TO_READ", note=f"mail {row.pk}", on=on, at=at, by=by
    )
    row.hold_id = placed.id
    row.save(update_fields=["hold"])


def _what_it_says(mail: Mail, place: Place, *, on: date, at: datetime, by: str) -> Iterator[str]:
    """Write down what a report says of the message that it is about."""
    if place.message is None or mail.kind not in ("BOUNCE", "DELIVERED"):
        return
    client, uuid = place.account.client, str(place.message.uuid)
    message = Message.objects.get(pk=place.message.pk)
    if message.state == "AMBIGUOUS":
        # Whoever reports on it has had it: it did leave.
        resolve_message(client, uuid, answer="SENT", on=on, at=at, by=by)
        message.refresh_from_db(fields=["state"])
        yield "ARRIVED"
    if mail.kind == "BOUNCE" and message.state == "SENT":
        said = next((one.said for one in mail.recipients), mail.because)
        resolve_message(client, uuid, answer="BOUNCED", note=said, on=on, at=at, by=by)
        yield "BOUNCED"
