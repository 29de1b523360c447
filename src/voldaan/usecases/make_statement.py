"""Make a statement of account of a debtor, as PDF and as worksheet, and write it to them where that is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final

from voldaan.domain.receivable.statement import Balance
from voldaan.domain.wording.facts import MessageFacts, ReplyFacts
from voldaan.letters.letter import LetterRefused
from voldaan.letters.phrases import Phrases
from voldaan.letters.statement import (
    amounts_in,
    days_in,
    pdf_of_statement,
    step_told,
    text_of_statement,
    voice_of,
)
from voldaan.letters.statement_sheet import sheet_of_statement
from voldaan.records import events
from voldaan.records.enclosures import Enclosure, enclosures_of
from voldaan.records.finding import NotFound, account_by_number
from voldaan.records.message_facts import ReplyOccasion, reply_message_facts
from voldaan.records.models import Account, Client, Invoice
from voldaan.records.reply_rows import CannotReply
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.statement_rows import balances_of, last_statement_day
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.known_texts import TextsInUse
from voldaan.usecases.plan_day import Day, day_of
from voldaan.usecases.reply_draft import (
    ReplyDraft,
    files_of,
    in_their_language,
    keep_reply,
    number_of,
    payments_until,
    phrases_of,
    set_reply,
    texts_on,
    worn_on,
)

__all__ = [
    "CannotReply",
    "NotFound",
    "SentStatement",
    "Statement",
    "as_json",
    "draft_of",
    "make_statement",
    "write_statement",
]

USUAL_DAYS: Final = 90
"""How far the first statement of an account goes back."""
FILES_MAX_BYTES: Final = 10 * 1024 * 1024
"""What goes along together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """A statement of one account."""

    debtor: str
    name: str
    first_day: date
    last_day: date
    balances: tuple[Balance, ...]
    facts: MessageFacts
    texts: TextsInUse
    files: tuple[tuple[str, bytes], ...]
    """The PDF, the worksheet and the copies that fit: the name of each file, and its bytes."""
    left_out: tuple[str, ...]
    """The numbers of the invoices of which no copy fits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStatement:
    """What a statement tells, before any file is made of it."""

    facts: MessageFacts
    reply: ReplyFacts
    first_day: date
    balances: tuple[Balance, ...]
    invoices: tuple[Invoice, ...]
    """Those that are open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SentStatement:
    """A statement that was written to a debtor."""

    uuid: str
    debtor: str
    to: str
    approved: bool


def make_statement(
    client: Client, debtor: str, *, first_day: date | None = None, last_day: date, on: date
) -> Statement:
    """Return the statement of a debtor over a period; without a first day it goes on where the last one ended.

    Raises:
        NotFound: the client has no such debtor.
        CannotReply: there is nothing to tell, the period makes no sense, or it cannot be set.
    """
    with rows_of(client):
        return _statement(day_of(client, on), account_by_number(client, debtor), first_day, last_day)


def write_statement(
    client: Client,
    debtor: str,
    *,
    first_day: date | None = None,
    last_day: date,
    approve: bool = False,
    on: date,
    at: datetime,
    by: str,
) -> SentStatement:
    """Write the statement of a debtor to their e-mail address, and approve it where whoever asked says so.

    Raises:
        NotFound: the client has no such debtor.
        CannotReply: as for `make_statement`, there is no e-mail address, or the guard refuses it.
    """
    with rows_of(client):
        day, account = day_of(client, on), account_by_number(client, debtor)
        draft = draft_of(day, account, first_day, last_day)
        _, _, because = set_reply(day, draft)
        if because:
            raise CannotReply(f"Dit overzicht kan zo niet weg. {because}")
        with one_transaction():
            events.hold_still(client)
            message = keep_reply(day, draft, at=at, by=by)
        uuid = str(message.uuid)
        approved = approve and approve_messages(client, on=on, at=at, by=by, uuids=[uuid]).approved > 0
    return SentStatement(uuid=uuid, debtor=account.number, to=message.recipient, approved=approved)


def as_json(made: Statement) -> list[dict[str, Any]]:
    """Return a statement as `voldaan statement --json` prints it, one currency a line."""
    return [
        {
            "kind": "statement",
            "debtor": made.debtor,
            "first_day": one.first_day.isoformat(),
            "last_day": one.last_day.isoformat(),
            "payments_until": made.facts.payments_until.isoformat(),
            "currency": one.currency,
            "opening_cents": one.opening_cents,
            "entries": [
                {
                    "on": entry.on.isoformat(),
                    "what": entry.kind,
                    "numbers": list(entry.numbers),
                    "cents": entry.cents,
                }
                for entry in one.entries
            ],
            "open": [
                {
                    "invoice": line.invoice.number,
                    "due_date": line.invoice.due_date.isoformat(),
                    "open_cents": line.open_cents,
                    "disputed": line.invoice.is_disputed,
                }
                for line in one.lines
            ],
            "unused_credit_cents": one.unused_credit_cents,
            "closing_cents": one.closing_cents,
        }
        for one in made.balances
    ]


def draft_of(day: Day, account: Account, first_day: date | None, last_day: date) -> ReplyDraft:
    """Return the message with a statement, finished but not kept. Needs the client's rows open.

    Raises:
        CannotReply: there is nothing to tell, no e-mail address, or it cannot be set.
    """
    if not account.debtor.email:
        raise CannotReply(
            f"Van debiteur {account.number} is geen e-mailadres bekend. Vul het in, of geef het overzicht als bestand."
        )
    told = _statement(day, account, first_day, last_day)
    open_now = Invoice.objects.in_bulk([line.invoice.key for one in told.balances for line in one.lines])
    return ReplyDraft(
        account=account,
        number=number_of(day.client, "statement", account.pk, last_day),
        facts=told.facts,
        texts=told.texts,
        recipient=account.debtor.email,
        invoices=tuple(open_now.values()),
        files=told.files,
        letter=told.files[0][1],
        more_text=text_of_statement(told.facts, told.balances, phrases_of(told.facts, told.texts)),
    )


def facts_to_tell(
    day: Day, account: Account, first_day: date | None, last_day: date, texts: TextsInUse
) -> ToldStatement:
    """Return what a statement tells, before any file is made of it. Needs the client's rows open.

    Raises:
        CannotReply: there is nothing to tell, or the period makes no sense.
    """
    if last_day > day.on:
        raise CannotReply(
            f"Een overzicht tot en met {last_day} kan nog niet: noem een dag tot en met {day.on}."
        )
    begins = first_day or _begins(account, last_day)
    try:
        balances = balances_of(account, first_day=begins, last_day=last_day)
    except ValueError as error:
        raise CannotReply(f"Dit overzicht klopt niet en wordt niet gemaakt. {error}") from None
    if not balances:
        raise CannotReply(
            f"Van debiteur {account.number} is over deze tijd niets te vertellen: er zijn geen facturen."
        )
    lines = [line for one in balances for line in one.lines]
    rows = Invoice.objects.in_bulk([line.invoice.key for line in lines])
    invoices = [rows[line.invoice.key] for line in lines]
    reply = ReplyFacts(
        day=last_day,
        first_day=begins,
        days=tuple(sorted({one_day for one in balances for one_day in days_in(one)})),
        amounts_cents=tuple(sorted({cents for one in balances for cents in amounts_in(one)})),
        references=tuple(
            sorted({number for one in balances for entry in one.entries for number in entry.numbers})
        ),
    )
    facts = replace(_facts(day, account, invoices, reply, texts), next_step=step_told(balances))
    return ToldStatement(
        facts=facts, reply=reply, first_day=begins, balances=balances, invoices=tuple(invoices)
    )


def _statement(day: Day, account: Account, first_day: date | None, last_day: date) -> Statement:
    texts = texts_on(day)
    told = facts_to_tell(day, account, first_day, last_day, texts)
    facts, balances = told.facts, told.balances
    try:
        own = _own_files(facts, balances, day, phrases_of(facts, texts))
    except LetterRefused as refusal:
        raise CannotReply(str(refusal)) from None
    facts, copies = with_copies(told, room=FILES_MAX_BYTES - sum(len(content) for _, content in own))
    return Statement(
        debtor=account.number,
        name=account.debtor.name,
        first_day=told.first_day,
        last_day=last_day,
        balances=balances,
        facts=facts,
        texts=texts,
        files=(*own, *files_of(copies, facts, texts)),
        left_out=facts.reply.left_out if facts.reply else (),
    )


def with_copies(told: ToldStatement, *, room: int) -> tuple[MessageFacts, tuple[Enclosure, ...]]:
    """Return what the e-mail with a statement says, with the copies that fit in `room` bytes beside it."""
    copies = enclosures_of(told.invoices, room=room)
    left_out = _left_out(told.invoices, copies)
    along = tuple(one.invoice_number for one in copies)
    return replace(told.facts, reply=replace(told.reply, left_out=left_out), enclosed=along), copies


def _facts(
    day: Day, account: Account, invoices: list[Invoice], reply: ReplyFacts, texts: TextsInUse
) -> MessageFacts:
    told = ReplyOccasion(kind="STATEMENT", on=day.on, payments_until=payments_until(day), reply=reply)
    occasion = in_their_language(told, account, texts)
    return reply_message_facts(
        day.client, account, invoices, (), occasion=occasion, engagement=day.engagement
    )


def _own_files(
    facts: MessageFacts, balances: tuple[Balance, ...], day: Day, texts: Phrases
) -> tuple[tuple[str, bytes], tuple[str, bytes]]:
    name = f"{voice_of(facts, balances, texts).say('file_name')} {balances[0].last_day}"
    return (
        (f"{name}.pdf", pdf_of_statement(facts, balances, worn_on(day).style, texts)),
        (f"{name}.xlsx", sheet_of_statement(facts, balances, texts)),
    )


def _left_out(invoices: Sequence[Invoice], copies: tuple[Enclosure, ...]) -> tuple[str, ...]:
    """Return of which invoices we have a copy that does not fit."""
    along = {one.invoice_number for one in copies}
    every = enclosures_of(invoices, room=None)
    return tuple(one.invoice_number for one in every if one.invoice_number not in along)


def _begins(account: Account, last_day: date) -> date:
    before = last_statement_day(account, last_day)
    if before:
        return before + timedelta(days=1)
    # Somebody may type the year 1: no day lies before its first.
    return date.fromordinal(max(1, last_day.toordinal() - USUAL_DAYS + 1))
