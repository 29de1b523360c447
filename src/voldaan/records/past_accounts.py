"""Rows to histories: each account of a client with what was known of it on each day, in the order of their ids.

What came in with the client's first invoices and its first money counts from its own day: nobody can say when it would
have been known. What came in later counts from the day on which it came in. Read in stretches of accounts, so that a
large book needs no more memory than a small one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import Any, Final, NamedTuple

from voldaan.domain.law.public_law import is_public_body_name, named_public_law
from voldaan.domain.strategy.columns import Message
from voldaan.domain.strategy.facts import Reason
from voldaan.domain.strategy.past_account import PastAccount, PastPlan
from voldaan.domain.strategy.past_invoice import PastDispute, PastHold, PastInvoice, PastPromise, Settled
from voldaan.domain.strategy.replay import Told
from voldaan.domain.strategy.rules import MONTH_DAYS
from voldaan.domain.strategy.strategy import INCIDENTS
from voldaan.records import past_rows
from voldaan.records.by_phone import Numbers, phone_numbers
from voldaan.records.claim_facts import missing_of_sender
from voldaan.records.incidents import BROKEN
from voldaan.records.models import Agency, Allocation, BankStatement, Client, Invoice
from voldaan.records.past_rows import Grouped, Stretch, day_of_moment
from voldaan.records.raw import day_of_row
from voldaan.records.snapshots import Surroundings, account_facts, account_rows

STRETCH_ACCOUNTS: Final = 1000
"""How many accounts are read at a time."""
DAY: Final = timedelta(days=1)


class Period(NamedTuple):
    """What the past is read for: a period, by whom is written, and from when the client's files came day by day."""

    client: Client
    first_day: date
    last_day: date
    agency: Agency | None
    invoices_until: date
    """Invoices that were known by this day count from their own days."""
    money_until: date
    """Money that had come in by this day counts from its own days."""
    shown_from: date
    """An invoice that was handed in before this day may have been paid in days that nobody has shown us."""


class Remembered(NamedTuple):
    """One account: its past, the messages that it really got in the period, and what was charged."""

    number: str
    past: PastAccount
    really: tuple[Message, ...]
    charged: frozenset[int]
    """Invoices whose first message was charged before the period."""
    fee_cents: int
    """What was really charged in the period."""


def period_of(
    client: Client, first_day: date, last_day: date, *, agency: Agency | None, shown_from: date
) -> Period:
    """Return what the past of a client is read for. Needs the client's rows open."""
    invoice = Invoice.objects.order_by("known_from").values_list("known_from", flat=True).first()
    statements = BankStatement.objects.order_by("file__imported_at").values_list(
        "file__imported_at", flat=True
    )
    allocated = Allocation.objects.order_by("made_at").values_list("made_at", flat=True)
    money = statements.first() or allocated.first()
    return Period(
        client=client,
        first_day=first_day,
        last_day=last_day,
        agency=agency,
        invoices_until=invoice or date.min,
        money_until=date.min if money is None else day_of_moment(money),
        shown_from=shown_from,
    )


def past_accounts(period: Period) -> Iterator[Remembered]:
    """Yield each account of a client that ever had an invoice."""
    sender_is_stated = None if period.agency is None else not missing_of_sender(
        period.client, period.agency, period.last_day
    )  # fmt: skip
    by_phone = phone_numbers(period.client, period.last_day)
    rows = account_rows(period.client, None)
    while stretch := list(islice(rows, STRETCH_ACCOUNTS)):
        here = Stretch(period.client, stretch[0][0], stretch[-1][0])
        found = _read(here, period)
        for row in stretch:
            if row[0] in found.invoices:
                yield _remembered(row, found, period, by_phone, sender_is_stated=sender_is_stated)


@dataclass(slots=True, kw_only=True)
class _Read:
    """The rows of one stretch, by account, invoice, plan or message."""

    numbers: dict[int, str]
    invoices: Grouped
    allocations: Grouped
    holds: Grouped
    disputes: Grouped
    promises: Grouped
    plans: Grouped
    instalments: Grouped
    questions: Grouped
    credit_notes: Grouped
    reminded: Grouped
    messages: Grouped
    lines: Grouped
    fees: Grouped
    plans_of_invoices: dict[int, list[int]] = field(default_factory=dict)


def _read(here: Stretch, period: Period) -> _Read:
    found = _Read(
        numbers=past_rows.numbers(here),
        invoices=past_rows.invoices(here),
        allocations=past_rows.allocations(here),
        holds=past_rows.holds(here),
        disputes=past_rows.disputes(here),
        promises=past_rows.promises(here),
        plans=past_rows.plans(here),
        instalments=past_rows.instalments(here),
        questions=past_rows.questions(here),
        credit_notes=past_rows.credit_notes(here),
        reminded=past_rows.reminded(here, period.first_day),
        messages=past_rows.messages(here, period.last_day),
        lines=past_rows.lines(here, period.first_day, period.last_day),
        fees=past_rows.fees(here),
    )
    for plan, rows in found.plans.items():
        for *_, invoice in rows:
            found.plans_of_invoices.setdefault(invoice, []).append(plan)
    return found


def _remembered(
    row: tuple[Any, ...],
    found: _Read,
    period: Period,
    by_phone: dict[int, Numbers],
    *,
    sender_is_stated: bool | None,
) -> Remembered:
    key = row[0]
    mine = [_invoice(one, found, period) for one in found.invoices[key]]
    _put_in_plans(mine, found)
    holds = [_hold(*one) for one in found.holds.get(key, ())]
    for invoice in mine:
        invoice.holds = [hold for number, hold in holds if number == invoice.id]
    written = _written(found.messages.get(key, ()), period)
    base = account_facts(
        row,
        (),
        Surroundings(last_reminder={} if written.last is None else {key: written.last}, by_phone=by_phone),
        sender_is_stated=sender_is_stated,
    )
    past = PastAccount(
        base=base._replace(recent_reminders=written.recent),
        invoices=mine,
        holds=[hold for number, hold in holds if number is None],
        waits=[*_questions(found.questions.get(key, ())), *_credits(found.credit_notes.get(key, ()), period)],
        complained=[hold.first_day for _, hold in holds if hold.kind == "COMPLAINT"],
        email_failed_on=written.email_failed_on,
        says_subjects=period.agency is not None,
    )
    fees = [fee for invoice in mine for fee in found.fees.get(invoice.id, ())]
    charged = {
        invoice.id
        for invoice in mine
        for on, _, first in found.fees.get(invoice.id, ())
        if first and day_of_row(on) < period.first_day
    }
    in_period = [cents for on, cents, _ in fees if period.first_day <= day_of_row(on) <= period.last_day]
    really = tuple(_message(key, one, found.lines.get(one[0], ())) for one in written.in_period)
    return Remembered(found.numbers[key], past, really, frozenset(charged), sum(in_period))


def _invoice(row: tuple[Any, ...], found: _Read, period: Period) -> PastInvoice:
    (
        key,
        due,
        issued,
        known,
        asked,
        withdrawn,
        handed,
        debit,
        returned,
        insurer,
        told,
        barred,
        name,
        subject,
    ) = row
    known_from, issue_date = day_of_row(known), day_of_row(issued)
    return PastInvoice(
        id=key,
        due_date=day_of_row(due),
        issue_date=issue_date,
        known_on=known_from if known_from > period.invoices_until else min(known_from, issue_date),
        asked_cents=asked,
        settled=[_settled(one, period) for one in found.allocations.get(key, ())],
        withdrawn_on=_maybe(withdrawn),
        handed_over_on=_maybe(handed),
        debit_until=_maybe(debit),
        debit_returned_on=_maybe(returned),
        insurer_by=_maybe(insurer),
        insurer_told_on=_maybe(told),
        time_bar_from=_maybe(barred),
        public_law=_public_law(period.client, f"{name} {subject}"),
        is_uncovered=known_from < period.shown_from,
        has_subject=bool(subject),
        disputes=[
            PastDispute(day_of_row(opened), day_of_row(by), _maybe(closed))
            for opened, by, closed in found.disputes.get(key, ())
        ],
        promises=[
            PastPromise(day_of_row(made), day_of_row(last), _maybe(cancelled))
            for made, last, cancelled in found.promises.get(key, ())
        ],
        told=_told(found.reminded.get(key, ())),
    )


def _settled(row: tuple[Any, ...], period: Period) -> Settled:
    kind, reason, cents, on, made_at, came_in = row
    day = day_of_row(on)
    came_later = day_of_moment(came_in) > period.money_until
    known = day_of_moment(made_at) if came_later else day + DAY
    return Settled(known, day, cents, is_money=kind != "CREDIT_NOTE" and reason != "WRITTEN_OFF")


def _told(rows: Any) -> Told | None:
    """Return what an invoice was last told. The first text after an incident is a message and no stage."""
    told: Told | None = None
    for stage, on, pay_by in rows:
        place = stage if stage not in INCIDENTS else (told.stage if told else None)
        told = Told(place, day_of_row(on), day_of_row(pay_by))
    return told


def _public_law(client: Client, words: str) -> Reason | None:
    if not is_public_body_name(client.name):
        return None
    if named_public_law(client.name, words):
        return "PUBLIC_LAW_DEBT"
    return None if client.private_law_only else "PUBLIC_LAW_UNCLEAR"


def _hold(invoice: int | None, kind: Any, first: Any, last: Any, lifted: Any) -> tuple[int | None, PastHold]:
    return invoice, PastHold(kind, day_of_row(first), _maybe(last), _maybe(lifted))


def _put_in_plans(mine: list[PastInvoice], found: _Read) -> None:
    if not found.plans_of_invoices:
        return
    by_id = {invoice.id: invoice for invoice in mine}
    keys = dict.fromkeys(plan for number in by_id for plan in found.plans_of_invoices.get(number, ()))
    for key in keys:
        rows = found.plans[key]
        agreed, ended, outcome, _ = rows[0]
        plan = PastPlan(
            agreed_on=day_of_row(agreed),
            ended_on=_maybe(ended),
            was_broken=outcome.upper() == BROKEN,
            instalments=[(day_of_row(due), cents) for due, cents in found.instalments.get(key, ())],
            invoices=[by_id[number] for *_, number in rows if number in by_id],
        )
        for invoice in plan.invoices:
            invoice.plans = [*invoice.plans, plan]


def _questions(rows: Any) -> Iterator[tuple[date, date | None]]:
    for asked_at, answered_at in rows:
        yield day_of_moment(asked_at), None if answered_at is None else day_of_moment(answered_at)


def _credits(rows: Any, period: Period) -> Iterator[tuple[date, date | None]]:
    """Yield from when until when credit notes waited. Of one that was set aside nobody knows until when."""
    for issued, imported_at, waits, set_aside, last_used in rows:
        came_in = None if imported_at is None else day_of_moment(imported_at)
        if set_aside:
            continue
        if came_in is None or came_in <= period.money_until:
            if waits:
                yield day_of_row(issued), None
        elif waits:
            yield came_in, None
        elif last_used is not None:
            yield came_in, day_of_moment(last_used)


class _Written(NamedTuple):
    """What was written to an account: the last message before the period and those of the month before it."""

    last: date | None
    recent: tuple[date, ...]
    email_failed_on: date | None
    in_period: list[tuple[Any, ...]]


def _written(rows: Any, period: Period) -> _Written:
    before: list[date] = []
    failed: list[date] = []
    in_period = []
    for row in rows:
        _, sent, _, channel, state, finished, is_present, reminds = row
        sent_on = _maybe(sent)
        if channel == "EMAIL" and state in ("FAILED", "BOUNCED") and is_present and finished is not None:
            failed.append(day_of_moment(finished))
        if sent_on is None or not reminds:
            continue
        if sent_on >= period.first_day:
            in_period.append(row)
        elif state != "BOUNCED":
            before.append(sent_on)
    month = period.first_day - timedelta(days=MONTH_DAYS)
    recent = tuple(sorted(day for day in before if day > month))
    return _Written(max(before, default=None), recent, min(failed, default=None), in_period)


def _message(account_id: int, row: tuple[Any, ...], lines: Any) -> Message:
    _, sent, stage, channel, *_ = row
    told = [(invoice, of_stage, cents) for invoice, of_stage, cents in lines if of_stage]
    about = [(invoice, cents) for invoice, of_stage, cents in told if of_stage == stage]
    return Message(
        account_id,
        day_of_row(sent),
        stage,
        channel,
        tuple(invoice for invoice, _ in about),
        sum(cents for _, cents in about),
        tuple(invoice for invoice, *_ in told),
    )


def _maybe(value: Any) -> date | None:
    return None if value is None else day_of_row(value)
