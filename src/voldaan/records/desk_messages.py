"""One message as the desk shows it, and the names of messages by the number on their file."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from voldaan.domain.strategy.strategy import SPOKEN
from voldaan.records.finding import NotFound
from voldaan.records.models import Client, Message, MessageInvoice
from voldaan.records.models.message import REMINDING
from voldaan.records.notices import NOTICE_KIND


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLine:
    """An invoice in a message."""

    number: str
    due_date: date
    stage: str
    """Empty where it only stands under "ook nog open"."""
    open_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageSheet:
    """A message with what became of it."""

    uuid: str
    client: str
    client_name: str
    debtor: str
    name: str
    stage: str
    channel: str
    language: str
    reads: str
    """The language of its debtor: another one where there are no texts in it."""
    text_version: str
    """The texts that it was written in: key and number."""
    recipient: str
    subject: str
    sender: str
    state: str
    because: str
    on: date
    reminds: bool
    """It asks for something; a thank-you, a reply and a statement do not."""
    has_letter: bool
    answers: int | None
    """The mail that it answers."""
    is_notice: bool
    """A fourteen-day notice: its last day is counted with and stands nowhere in it."""
    person_first: str
    """Why a person looks at it first."""
    pay_by: date
    payments_until: date | None
    total_cents: int | None
    """What it asks; None where it could not be written."""
    iban: str
    reference: str
    written_at: datetime
    first_approved_at: datetime | None
    first_approved_by: str
    """The first of two people who agree."""
    approved_at: datetime | None
    approved_by: str
    finished_at: datetime | None
    sent_on: date | None
    channel_said: str
    sent_sha256: str
    lines: tuple[MessageLine, ...]

    @property
    def is_spoken(self) -> bool:
        """Test if it goes by telephone: then it has a text, and no e-mail or letter."""
        return self.channel in SPOKEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A message that left, as a list of them names it."""

    uuid: str
    client: str
    client_name: str
    debtor: str
    name: str
    subject: str
    recipient: str
    stage: str
    state: str


def message_sheet(client: Client, uuid: str) -> MessageSheet:
    """Return one message of `client`. Needs an open scope.

    Raises:
        NotFound: the client has no such message.
    """
    message = Message.objects.select_related("account__debtor", "answers").filter(uuid=uuid).first()
    if message is None:
        raise NotFound(f"{client.name} heeft geen bericht {uuid}.")
    return _sheet(client, message, _lines(message))


def posted_by_uuid(uuids: Sequence[str]) -> dict[str, Posted]:
    """Return what is known of messages by their number. Needs an open scope."""
    rows = Message.objects.filter(uuid__in=list(uuids)).select_related("client", "account__debtor")
    return {
        str(row.uuid): Posted(
            uuid=str(row.uuid),
            client=row.client.key,
            client_name=row.client.name,
            debtor=row.account.number,
            name=row.account.debtor.name,
            subject=row.subject,
            recipient=row.recipient,
            stage=row.stage,
            state=row.state,
        )
        for row in rows
    }


def _lines(message: Message) -> tuple[MessageLine, ...]:
    rows = (
        MessageInvoice.objects.filter(message=message)
        .select_related("invoice")
        .order_by("invoice__due_date", "pk")
    )
    return tuple(
        MessageLine(
            number=row.invoice.number,
            due_date=row.invoice.due_date,
            stage=row.stage,
            open_cents=row.open_cents,
        )
        for row in rows
    )


def _sheet(client: Client, message: Message, lines: tuple[MessageLine, ...]) -> MessageSheet:
    facts: dict[str, Any] = message.facts
    boxes: list[dict[str, Any]] = facts.get("pay_to") or [{}]
    until = facts.get("payments_until")
    return MessageSheet(
        uuid=str(message.uuid),
        client=client.key,
        client_name=client.name,
        debtor=message.account.number,
        name=message.account.debtor.name,
        stage=message.stage,
        channel=message.channel,
        language=message.language,
        reads=message.account.debtor.language,
        text_version=message.text_version,
        recipient=message.recipient,
        subject=message.subject,
        sender=(facts.get("sender") or {}).get("name", ""),
        state=message.state,
        because=message.because,
        on=message.on,
        reminds=message.kind in REMINDING,
        has_letter=bool(message.pdf_sha256),
        answers=message.answers.pk if message.answers else None,
        is_notice=message.kind == NOTICE_KIND,
        person_first=message.person_first,
        pay_by=message.pay_by,
        payments_until=date.fromisoformat(until) if until else None,
        total_cents=facts.get("total_cents"),
        iban=boxes[0].get("iban", ""),
        reference=boxes[0].get("reference", ""),
        written_at=message.written_at,
        first_approved_at=message.first_approved_at,
        first_approved_by=message.first_approved_by,
        approved_at=message.approved_at,
        approved_by=message.approved_by,
        finished_at=message.finished_at,
        sent_on=message.sent_on,
        channel_said=message.channel_said,
        sent_sha256=message.sent_sha256,
        lines=lines,
    )
