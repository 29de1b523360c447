"""A period of the client's own history with other strategies: what would have been sent, to whom and when.

Each account is walked twice, with the strategies that the client has now and with the others, on what was known on each
day, so that the two can be compared; beside them stands what was really sent. Nothing is kept. How debtors would have
reacted to other messages nobody can know: payments are taken as they came.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from django.conf import settings

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.columns import Column, Difference, Message, Prices, difference, messages_of
from voldaan.domain.strategy.facts import DayFacts
from voldaan.domain.strategy.past_account import PastAccount, PastCourse
from voldaan.domain.strategy.replay import Days, Replayed, earliest_days, replay
from voldaan.domain.strategy.standing import Turn
from voldaan.domain.workdays import add_working_days, format_day
from voldaan.records.departure_turns import departure_turns_from
from voldaan.records.departures import chosen_strategies
from voldaan.records.models import Client, Engagement
from voldaan.records.past_accounts import DAY, Period, Remembered, past_accounts, period_of
from voldaan.records.past_truth import PastTruth, past_truth
from voldaan.records.scope import rows_of
from voldaan.records.truth import known_since, payment_truth
from voldaan.usecases.known_strategies import strategies_of
from voldaan.usecases.plan_day import day_facts

CANNOT_KNOW = (
    "Hoe debiteuren op andere berichten hadden gereageerd, kan niemand weten: "
    "betalingen zijn genomen zoals ze kwamen."
)


class CannotSimulate(ValueError):
    """The period makes no sense, with a Dutch sentence that says why."""


class AccountSimulated(NamedTuple):
    """One account: what it really got, and what it would have got."""

    account_id: int
    debtor: str
    """Its number."""
    really: tuple[Message, ...]
    present: tuple[Message, ...]
    other: tuple[Message, ...]
    what: Difference
    """What the other strategies do to it, compared with the present ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """Three ways of reminding over one period."""

    client: str
    name: str
    first_day: date
    last_day: date
    known_until: date | None
    """Payments are known up to and including this day."""
    present_names: tuple[str, ...]
    other_names: tuple[str, ...]
    really: Column
    present: Column
    other: Column
    differences: Counter[Difference]
    """How many accounts the other strategies treat otherwise, and how."""
    notes: tuple[str, ...]
    """What the figures cannot know or leave out, in Dutch sentences."""


def simulate(
    client: Client,
    *,
    first_day: date,
    last_day: date,
    strategies: Strategies,
    email_cents: int | None = None,
    post_cents: int | None = None,
    sms_cents: int | None = None,
    call_cents: int | None = None,
    each: Callable[[AccountSimulated], None] = lambda _: None,
) -> Simulation:
    """Replay a period with `strategies` beside the client's own, and tell `each` account that got or would get one.

    `email_cents` and the others are what a message costs; None where nobody knows. Changes nothing.

    Raises:
        CannotSimulate: the period ends before it begins.
        StrategyError: a strategy of the client cannot be used.
    """
    _check(first_day, last_day)
    with rows_of(client):
        run = _run_of(client, first_day, last_day, strategies)
        fee = run.engagement
        prices = Prices(
            email_cents,
            post_cents,
            None if fee is None else fee.price_cents,
            every_message_is_charged=fee is not None and fee.every_message_is_charged,
            sms_cents=sms_cents,
            call_cents=call_cents,
        )
        columns = [
            Column(prices._replace(fee_cents=None), run.known_until),
            *(Column(prices, run.known_until) for _ in range(2)),
        ]
        differences: Counter[Difference] = Counter()
        for remembered in past_accounts(run.period):
            one = _simulated(run, remembered, columns)
            if one.what:
                differences[one.what] += 1
            if one.really or one.present or one.other:
                each(one)
        return Simulation(
            client=client.key,
            name=client.name,
            first_day=first_day,
            last_day=last_day,
            known_until=run.known_until,
            present_names=tuple(strategy.name for strategy in run.present.ordered),
            other_names=tuple(strategy.name for strategy in run.other.ordered),
            really=columns[0],
            present=columns[1],
            other=columns[2],
            differences=differences,
            notes=_notes(run),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """What all accounts are walked with."""

    period: Period
    engagement: Engagement | None
    known_until: date | None
    present: Strategies
    other: Strategies
    days: Days
    turns: list[Turn]
    debits_show: bool
    early: int | None


def _check(first_day: date, last_day: date) -> None:
    if last_day < first_day:
        first, last = format_day(first_day, "nl"), format_day(last_day, "nl")
        raise CannotSimulate(f"De periode eindigt op {last}, voor haar begin op {first}. Draai de dagen om.")


def _run_of(client: Client, first_day: date, last_day: date, strategies: Strategies) -> _Run:
    truth = payment_truth(client, last_day)
    engagement = truth.engagement
    chosen = chosen_strategies(client, first_day, last_day)
    present = strategies_of((engagement or client).strategy, also=chosen)
    shown = known_since(client, truth)
    past = past_truth(client, truth.kind, first_day=first_day, last_day=last_day)
    return _Run(
        period=period_of(
            client,
            first_day,
            last_day,
            agency=engagement.agency if engagement else None,
            shown_from=date.min if shown is None else shown - DAY,
        ),
        engagement=engagement,
        known_until=truth.until,
        present=present,
        other=Strategies(strategies.ordered, present.named | strategies.named),
        days=_days(client, engagement, past),
        turns=departure_turns_from(client, first_day, last_day),
        debits_show=truth.kind == "LEDGER",
        early=_least(earliest_days(present), earliest_days(strategies)),
    )


def _least(one: int | None, other: int | None) -> int | None:
    return None if one is None or other is None else min(one, other)


def _days(client: Client, engagement: Engagement | None, past: PastTruth) -> Days:
    """Return the days of the past, as if what is agreed now had been agreed then.

    A client who is asked first is taken to let go what it says nothing about.
    """
    agreed = engagement or client

    def made(on: date) -> DayFacts:
        until, fresh = past.on(on)
        facts = day_facts(client, on, engagement, truth_until=until, truth_is_fresh=fresh)
        return facts._replace(silence_goes=True)

    @cache
    def answer_by(on: date) -> date:
        return add_working_days(on, agreed.answer_days, additional=settings.INSTALLATION.additional_holidays)

    return Days(made, truth_moves=past.moves, answer_by=answer_by)


def _simulated(run: _Run, remembered: Remembered, columns: list[Column]) -> AccountSimulated:
    present_steps, other_steps = _walked(run, remembered.past)
    present, other = tuple(messages_of(present_steps)), tuple(messages_of(other_steps))
    sent = (remembered.really, present, other)
    if any(sent):
        about = {number for messages in sent for message in messages for number in message.invoices}
        paid_on = {one.id: one.paid_on() for one in remembered.past.invoices if one.id in about}
        for column, messages in zip(columns, sent, strict=True):
            column.add(messages, paid_on, remembered.charged)
    if run.engagement is not None:
        columns[0].add_fee(remembered.fee_cents)
    columns[1].add_acts(present_steps)
    columns[2].add_acts(other_steps)
    return AccountSimulated(remembered.past.base.id, remembered.number, *sent, difference(present, other))


def _walked(run: _Run, past: PastAccount) -> tuple[list[Replayed], list[Replayed]]:
    """Return what the present and the other strategies do with an account."""
    first_day, last_day = run.period.first_day, run.period.last_day
    courses: dict[int, PastCourse] = {}
    found = []
    for strategies in (run.present, run.other):
        grace = strategies.days_after_promise
        if grace not in courses:
            courses[grace] = PastCourse(
                past,
                first_day=first_day,
                grace=grace,
                turns=run.turns,
                debits_show=run.debits_show,
                knows_history=_asks_history(run.present) or _asks_history(run.other),
                early=run.early,
            )
        found.append(list(replay(courses[grace], strategies, run.days, first_day, last_day)))
    return found[0], found[1]


def _asks_history(strategies: Strategies) -> bool:
    return strategies.asks_history or strategies.asks_new_customer


def _notes(run: _Run) -> tuple[str, ...]:
    """Return what the figures cannot know or leave out."""
    period, notes = run.period, [CANNOT_KNOW]
    loaded = max(period.invoices_until, period.money_until)
    if period.first_day <= loaded:
        notes.append(
            f"Tot en met {format_day(loaded, 'nl')} is niet bekend op welke dag iets binnenkwam: facturen tellen daar "
            "vanaf hun factuurdatum en betalingen vanaf de dag na hun boeking. Wat toen al betaald was en nooit is "
            "aangeleverd, ontbreekt."
        )
    if run.known_until is None or run.known_until < period.last_day:
        known = (
            "niet bekend"
            if run.known_until is None
            else f"bekend tot en met {format_day(run.known_until, 'nl')}"
        )
        notes.append(f"Betalingen zijn {known}: wat daarna is betaald, telt als openstaand.")
    notes.append("Nagespeeld wordt elke dag, ook een dag waarop niemand het dagplan draaide.")
    notes.append(
        "Adressen, hoedanigheid, taal en labels zijn die van nu; een andere waarde van toen is niet bewaard."
    )
    if period.agency is not None:
        notes.append(
            "Berichten aan dezelfde debiteur namens andere opdrachtgevers van het bureau tellen niet mee."
        )
    if (run.engagement or period.client).asks_first:
        notes.append(
            "De opdrachtgever die eerst wordt gevraagd, wordt geacht te zwijgen en daarmee akkoord te gaan."
        )
    return tuple(notes)
