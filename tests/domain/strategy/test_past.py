"""What was known of an invoice and of an account on each day: just before, on and just after."""

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.domain.strategy.test_replay import (
    FIRST,
    LAST,
    EveryDay,
    later,
    some_days,
    some_strategy,
)
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.facts import AccountFacts, InvoiceFacts
from voldaan.domain.strategy.past_account import PastAccount, PastCourse, PastPlan
from voldaan.domain.strategy.past_invoice import PastDispute, PastHold, PastInvoice, PastPromise, Settled
from voldaan.domain.strategy.replay import Told, earliest_days, replay

BASE = AccountFacts(7, (), is_person=False, channels=("EMAIL", "POST"))
GRACE = 2


def past(**facts: object) -> PastInvoice:
    given_facts: dict[str, object] = {
        "id": 1, "due_date": later(30), "issue_date": FIRST, "known_on": FIRST, "asked_cents": 10_000,
    }  # fmt: skip
    return PastInvoice(**(given_facts | facts))  # type: ignore[arg-type]


def known(day: date, invoice: PastInvoice, **facts: object) -> InvoiceFacts | None:
    return invoice.facts_on(day, GRACE, debits_show=False, **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "day", "open_cents"),
    [
        ({"known_on": later(5)}, 4, 0),
        ({"known_on": later(5)}, 5, 10_000),
        ({"settled": [Settled(later(9), later(8), 4_000)]}, 8, 10_000),
        ({"settled": [Settled(later(9), later(8), 4_000)]}, 9, 6_000),
        ({"settled": [Settled(later(9), later(8), 10_000)]}, 9, 0),
        ({"settled": [Settled(later(9), later(8), 10_000), Settled(later(12), later(8), -10_000)]}, 12, 10_000),
        ({"withdrawn_on": later(9)}, 8, 10_000),
        ({"withdrawn_on": later(9)}, 9, 0),
    ],
)  # fmt: skip
def test_what_was_open_is_what_was_known(facts: dict[str, object], day: int, open_cents: int) -> None:
    found = known(later(day), past(**facts))
    assert (found.open_cents if found else 0) == open_cents


@pytest.mark.parametrize(
    ("facts", "day", "block", "until"),
    [
        ({"disputes": [PastDispute(later(5), later(9), later(12))]}, 4, None, None),
        ({"disputes": [PastDispute(later(5), later(9), later(12))]}, 5, "DISPUTED", 10),
        ({"disputes": [PastDispute(later(5), later(9), later(12))]}, 9, "DISPUTED", 10),
        ({"disputes": [PastDispute(later(5), later(9), later(12))]}, 10, "ANSWER_OVERDUE", None),
        ({"disputes": [PastDispute(later(5), later(9), later(12))]}, 12, None, None),
        ({"holds": [PastHold("PERSON_ASKED", later(5), later(9), None)]}, 9, "ON_HOLD", 10),
        ({"holds": [PastHold("PERSON_ASKED", later(5), later(9), None)]}, 10, None, None),
        ({"holds": [PastHold("PERSON_ASKED", later(5), None, later(8))]}, 7, "ON_HOLD", None),
        ({"holds": [PastHold("PERSON_ASKED", later(5), None, later(8))]}, 8, None, None),
        ({"holds": [PastHold("DECEASED", later(5), later(9), None)]}, 10, "HOLD_ENDED", None),
        ({"promises": [PastPromise(later(5), later(9), None)]}, 4, None, None),
        ({"promises": [PastPromise(later(5), later(9), None)]}, 11, "PROMISED", 12),
        ({"promises": [PastPromise(later(5), later(9), None)]}, 12, None, None),
        ({"promises": [PastPromise(later(5), later(9), later(7))]}, 7, None, None),
        ({"handed_over_on": later(5)}, 4, None, None),
        ({"handed_over_on": later(5)}, 5, "HANDED_OVER", None),
        ({"debit_until": later(5)}, 5, "DIRECT_DEBIT_RUNNING", 6),
        ({"debit_until": later(5)}, 6, "DIRECT_DEBIT_NOT_SEEN", None),
        ({"debit_returned_on": later(5)}, 4, "DIRECT_DEBIT_RUNNING", None),
        ({"debit_returned_on": later(5)}, 5, None, None),
        ({"is_uncovered": True}, 5, "EARLIER_DAYS_NOT_COVERED", None),
    ],
)
def test_what_left_it_alone_counts_by_its_own_days(
    facts: dict[str, object], day: int, block: str | None, until: int | None
) -> None:
    found = known(later(day), past(**facts))
    assert found is not None
    assert (found.block, found.block_until) == (block, None if until is None else later(until))


@pytest.mark.parametrize(
    ("facts", "day", "incident"),
    [
        ({"promises": [PastPromise(later(5), later(9), None)]}, 11, None),
        ({"promises": [PastPromise(later(5), later(9), None)]}, 12, ("BROKEN_PROMISE", later(12))),
        ({"promises": [PastPromise(later(5), later(9), None)], "told": Told(None, later(12), later(19))}, 13, None),
        ({"promises": [PastPromise(later(5), later(9), None)],
          "disputes": [PastDispute(later(6), later(7), later(8))]}, 12, None),
        ({"promises": [PastPromise(later(5), later(9), None)],
          "disputes": [PastDispute(later(2), later(3), later(4))]}, 12, ("BROKEN_PROMISE", later(12))),
        ({"promises": [PastPromise(later(5), later(6), None)],
          "settled": [Settled(later(7), later(7), 10_000), Settled(later(20), later(20), -10_000)]}, 20, None),
        ({"debit_returned_on": later(9)}, 8, None),
        ({"debit_returned_on": later(9)}, 9, ("RETURNED_DEBIT", later(9))),
    ],
)  # fmt: skip
def test_an_incident_is_known_from_the_day_on_which_it_became_clear(
    facts: dict[str, object], day: int, incident: tuple[str, date] | None
) -> None:
    found = known(later(day), past(**facts))
    assert found is not None
    assert (found.incident, found.incident_on) == (incident or (None, None))


@pytest.mark.parametrize(
    ("paid", "day", "block"),
    [(0, 12, "ON_PAYMENT_PLAN"), (0, 13, "INSTALMENT_MISSED"), (4_000, 13, "ON_PAYMENT_PLAN")],
    ids=["may be under way", "stayed out", "was paid"],
)
def test_a_payment_plan_asks_when_an_instalment_stays_out(paid: int, day: int, block: str) -> None:
    invoice = past(settled=[Settled(later(9), later(8), paid)] if paid else [])
    plan = PastPlan(
        agreed_on=later(2), ended_on=None, was_broken=False, invoices=[invoice],
        instalments=[(later(10), 4_000), (later(40), 6_000)],
    )  # fmt: skip
    invoice.plans = [plan]
    found = known(later(day), invoice)
    assert found is not None and found.block == block


@pytest.mark.parametrize(
    ("settled", "paid_on"),
    [
        ([(8, 10_000, True)], 8),
        ([(8, 4_000, True)], None),
        ([(8, 4_000, True), (20, 6_000, True)], 20),
        ([(8, 4_000, True), (20, 6_000, False)], None),
    ],
    ids=["at once", "in part", "in two parts", "the rest was credited"],
)
def test_it_was_paid_on_the_day_of_the_bank(
    settled: list[tuple[int, int, bool]], paid_on: int | None
) -> None:
    parts = [Settled(later(day + 1), later(day), cents, is_money) for day, cents, is_money in settled]
    assert past(settled=parts).paid_on() == (None if paid_on is None else later(paid_on))


@pytest.mark.parametrize(("day", "history"), [(9, "NONE"), (10, "GOOD")])
def test_how_somebody_paid_is_what_was_known(day: int, history: str) -> None:
    paid = [
        past(id=number, due_date=later(5), settled=[Settled(later(10), later(6), 10_000)])
        for number in (1, 2, 3)
    ]
    account = PastAccount(base=BASE, invoices=[*paid, past(id=4)])
    facts = PastCourse(account, first_day=FIRST, grace=GRACE, knows_history=True).on(later(day))
    assert facts is not None
    assert (facts.history, facts.first_invoice_on) == (history, FIRST)


def course(account: PastAccount, early: int | None = None) -> PastCourse:
    return PastCourse(account, first_day=FIRST, grace=GRACE, early=early)


@pytest.mark.parametrize(
    ("day", "block"), [(4, None), (5, "MONEY_TO_PLACE"), (8, "MONEY_TO_PLACE"), (9, None)]
)
def test_money_that_waited_held_the_account(day: int, block: str | None) -> None:
    account = PastAccount(base=BASE, invoices=[past()], waits=[(later(5), later(9))])
    facts = course(account).on(later(day))
    assert facts is not None and facts.block == block


def test_nothing_open_is_no_facts() -> None:
    account = PastAccount(base=BASE, invoices=[past(settled=[Settled(later(9), later(8), 10_000)])])
    assert course(account).on(later(8)) is not None
    assert course(account).on(later(9)) is None


def some_past(chance: Random, number: int) -> PastInvoice:
    known_on = later(chance.randint(-90, 60))
    due = known_on + timedelta(days=chance.randint(-20, 30))
    facts: dict[str, object] = {}
    if chance.random() < 0.6:
        paid = max(known_on, due + timedelta(days=chance.randint(-20, 40)))
        part = chance.choice([500, 2500])
        facts["settled"] = [
            Settled(paid, paid, part),
            Settled(paid + timedelta(days=9), paid, 2500 - part + 1),
        ]
    begun = known_on + timedelta(days=chance.randint(0, 40))
    over = begun + timedelta(days=chance.randint(0, 20))
    closed = chance.choice([None, over + timedelta(days=chance.randint(0, 9))])
    if chance.random() < 0.3:
        facts |= chance.choice(
            [
                {"disputes": [PastDispute(begun, over, closed)]},
                {"promises": [PastPromise(begun, over, closed)]},
                {"holds": [PastHold(chance.choice(["DECEASED", "PERSON_ASKED"]), begun, over, closed)]},
                {"handed_over_on": over},
                {"withdrawn_on": over},
                {"debit_until": over},
                {"debit_returned_on": over},
                {"insurer_by": over, "insurer_told_on": closed},
            ]
        )
    return PastInvoice(
        id=number, due_date=due, issue_date=known_on, known_on=known_on, asked_cents=chance.choice([2500, 15_000]),
        **facts,  # type: ignore[arg-type]
    )  # fmt: skip


@settings(max_examples=120, deadline=None)
@given(st.integers(0, 10**9))
def test_a_history_walked_from_change_to_change_is_walked_every_day(seed: int) -> None:
    chance = Random(seed)
    invoices = [some_past(chance, number) for number in range(1, chance.randint(1, 6) + 1)]
    begun = later(chance.randint(-10, 40))
    account = PastAccount(
        base=BASE,
        invoices=invoices,
        waits=[(begun, begun + timedelta(days=6))] if chance.random() < 0.3 else [],
        complained=[later(10)] if chance.random() < 0.2 else [],
        email_failed_on=begun if chance.random() < 0.2 else None,
    )
    followed = Strategies([some_strategy(chance, name) for name in chance.choice(["a", "ab"])])
    days = some_days(chance)
    skipping = list(replay(course(account, earliest_days(followed)), followed, days, FIRST, LAST))
    assert skipping == list(replay(EveryDay(course(account)), followed, days, FIRST, LAST))
