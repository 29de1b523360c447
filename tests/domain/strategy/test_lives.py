"""Whole lives of an account: any strategies, any days on which somebody works and any that are missed, and everything
that happens to an account in between. What must hold on each day is said here, apart from the code that decides.
"""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings

from tests.domain.strategy.any_facts import (
    ACCOUNT_BLOCKS,
    BLOCKS,
    CHANCES,
    TAGS,
    after,
    any_strategies,
    any_strategy,
    day_facts,
    once_in,
)
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.decide import decide
from voldaan.domain.strategy.facts import AccountFacts, DayFacts, Decision, InvoiceFacts
from voldaan.domain.strategy.looks import pay_by
from voldaan.domain.strategy.message_stages import own_stages
from voldaan.domain.strategy.strategy import INCIDENTS, STAGE_KEYS, Stage, Strategy

WORKED_DAYS = 45


class Life:
    """An account from day to day: what happens to it, and what is sent exactly as it was decided."""

    def __init__(self, chance: Random) -> None:
        self.chance = chance
        self.on = after(-20)
        self.strategies = any_strategies(chance)
        self.facts = AccountFacts(7, (), is_person=once_in(chance, 2), channels=("EMAIL", "POST"))
        self.bill()

    def bill(self) -> None:
        number = 1 + max((invoice.id for invoice in self.facts.invoices), default=0)
        due = after(self.chance.randint(-10, 25), self.on)
        bill = InvoiceFacts(number, due, self.chance.randint(100, 30_000))
        self.facts = self.facts._replace(invoices=(*self.facts.invoices, bill))

    def passes(self) -> DayFacts:
        """Let days go by, some of them unworked, and let things happen; return the next day that is worked."""
        chance = self.chance
        self.on += timedelta(days=chance.choice([1, 1, 1, 2, 3, 5, 20]))
        if once_in(chance, 8) and len(self.facts.invoices) < 5:
            self.bill()
        self.facts = self.facts._replace(
            invoices=tuple(self.befalls(invoice) for invoice in self.facts.invoices),
            block=chance.choice(ACCOUNT_BLOCKS) if once_in(chance, 12) else None,
            complained_on=self.on if once_in(chance, 25) else self.facts.complained_on,
            channels=chance.choice([(), ("POST",)]) if once_in(chance, 12) else ("EMAIL", "POST"),
            tags=frozenset(chance.sample(TAGS, 1)) if once_in(chance, 4) else frozenset(),
        )
        if once_in(chance, 20):
            self.strategies = Strategies([any_strategy(chance, for_everybody=True)])
        return day_facts(
            self.on,
            truth_until=self.on - timedelta(days=chance.choice([0, 0, 1, 4])),
            truth_is_fresh=not once_in(chance, 10),
            by_agency=once_in(chance, 2),
        )

    def befalls(self, invoice: InvoiceFacts) -> InvoiceFacts:
        """Return what becomes of an invoice: a hold that comes or goes, a promise that breaks, a person's exception."""
        chance = self.chance
        block = chance.choice(BLOCKS) if once_in(chance, 12) else None
        invoice = invoice._replace(block=block)
        if once_in(chance, 30):
            invoice = invoice._replace(incident=chance.choice(INCIDENTS), incident_on=self.on)
        if once_in(chance, 30):
            invoice = invoice._replace(sooner=self.on)
        if once_in(chance, 40):
            invoice = invoice._replace(skips=(*invoice.skips, chance.choice(STAGE_KEYS)))
        return invoice

    def sends(self, decision: Decision, day: DayFacts) -> dict[int, str]:
        """Send the message as it was decided; return which stage it was for each invoice."""
        strategy = self.followed(day)
        beside = {other.id for other in decision.others if other.because == "ALSO_OPEN"}
        own = own_stages(self.facts, strategy, day)
        told = dict.fromkeys(decision.invoices, decision.stage or "") | {
            number: own[number] for number in beside if number in own
        }
        told_of = tuple(self.told(one, told.get(one.id), strategy) for one in self.facts.invoices)
        self.facts = self.facts._replace(
            invoices=told_of,
            last_reminder_on=self.on,
            recent_reminders=(*self.facts.recent_reminders, self.on),
        )
        return told

    def told(self, invoice: InvoiceFacts, stage: str | None, strategy: Strategy) -> InvoiceFacts:
        if stage is None:
            return invoice
        last_day = pay_by(strategy.stage_of(stage), invoice.due_date, self.on)
        place = invoice.stage if stage in INCIDENTS else stage
        return invoice._replace(
            stage=place, reminded_on=self.on, pay_by=last_day, incident=None, incident_on=None
        )

    def followed(self, day: DayFacts) -> Strategy:
        strategy = self.strategies.for_account(self.facts, day.on, day.client)
        assert strategy is not None
        return strategy


def holds_of_a_reminder(life: Life, before: AccountFacts, decision: Decision, day: DayFacts) -> None:
    """Check what must hold of every message: P1, P2, P5, P6, and what the strategy asks of the account."""
    strategy = life.followed(day)
    manners = strategy.manners
    assert day.truth_is_fresh
    assert before.block is None
    assert decision.channel in before.channels
    assert decision.channel in strategy.stage_of(decision.stage or "").channels
    last = before.last_reminder_on
    assert last is None or (day.on - last).days >= manners.days_between_reminders
    assert before.complained_on is None or (day.on - before.complained_on).days > manners.days_after_complaint
    month = [one for one in before.recent_reminders if (day.on - one).days < 30]
    assert manners.reminders_a_month is None or len(month) < manners.reminders_a_month
    assert day.on.weekday() in manners.weekdays
    assert day.contact_day or not (day.by_agency and before.is_person)
    due = [invoice for invoice in before.invoices if invoice.id in decision.invoices]
    assert all(invoice.open_cents > 0 for invoice in due)


def holds_of_an_invoice(invoice: InvoiceFacts, stage: str, strategy: Strategy, day: DayFacts) -> None:
    """Check what must hold of each invoice in a message: its block, its term, and its next stage, none left out (P4)."""
    assert invoice.block is None
    assert invoice.due_date >= day.on or (day.truth_until is not None and day.truth_until >= invoice.due_date)
    if invoice.pay_by is not None:
        assert (day.on - invoice.pay_by).days > strategy.manners.days_after_term
    if stage in INCIDENTS:
        assert invoice.incident == stage
        return
    assert next_stage(invoice, strategy, day.on).key == stage


def next_stage(invoice: InvoiceFacts, strategy: Strategy, on: date) -> Stage:
    """Return the first stage after the last that was sent, by the order of the trade."""
    had = -1 if invoice.stage is None else STAGE_KEYS.index(invoice.stage)
    return next(
        stage
        for stage in strategy.stages
        if STAGE_KEYS.index(stage.key) > had
        and stage.key not in invoice.skips
        and (stage.key != "COURTESY_NOTICE" or on <= invoice.due_date)
    )


@settings(max_examples=150)
@given(CHANCES)
def test_of_every_day_of_every_life(chance: Random) -> None:
    life = Life(chance)
    seen: dict[int, list[str]] = {}
    for _ in range(WORKED_DAYS):
        day = life.passes()
        before = life.facts
        decision = decide(before, life.strategies, day)
        named = [*decision.invoices, *(other.id for other in decision.others)]
        assert sorted(named) == [invoice.id for invoice in before.invoices]
        if decision.act != "REMIND":
            continue
        holds_of_a_reminder(life, before, decision, day)
        strategy = life.followed(day)
        told = life.sends(decision, day)
        for invoice in before.invoices:
            if invoice.id in told:
                holds_of_an_invoice(invoice, told[invoice.id], strategy, day)
                seen.setdefault(invoice.id, []).append(told[invoice.id])
        again = decide(life.facts, life.strategies, day)
        assert again.act != "REMIND", "what was sent is sent once"
    for stages in seen.values():
        ranks = [STAGE_KEYS.index(stage) for stage in stages if stage in STAGE_KEYS]
        assert ranks == sorted(set(ranks)), (
            "never backwards, and none twice, also where the strategy changed midway"
        )


@pytest.mark.parametrize("missed", [1, 2, 7, 30, 200])
def test_after_missed_days_exactly_one_reminder_follows(missed: int) -> None:
    for seed in range(25):
        by = Strategies([any_strategy(Random(seed), for_everybody=True)])
        facts = AccountFacts(
            7, (InvoiceFacts(1, after(0), 12_500),), is_person=False, channels=("EMAIL", "POST")
        )
        first = next((one for one in by.ordered[0].stages if one.days > 0), None)
        sent = []
        for days in range(missed, missed + 40):
            decision = decide(facts, by, day_facts(after(days)))
            if decision.act == "REMIND":
                assert first is not None
                sent.append(decision.stage)
                last_day = pay_by(first, after(0), after(days))
                told = facts.invoices[0]._replace(stage=first.key, reminded_on=after(days), pay_by=last_day)
                facts = facts._replace(invoices=(told,), last_reminder_on=after(days))
                assert decide(facts, by, day_facts(after(days))).act != "REMIND"
                break
        waits = first is None or missed + 40 < first.days
        assert sent == ([] if waits or first is None else [first.key]), seed
