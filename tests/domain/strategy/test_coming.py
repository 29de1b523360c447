"""What an invoice comes to next, which message an account gets next, and how far a person's wish goes."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategy.test_decide import STANDARD, account, after, day, decided, invoice
from tests.usecases.ladders import AFTER, ladder
from voldaan.domain.strategy.coming import coming_stage, next_message
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.strategy import STAGE_KEYS

ASKS, WRITES = (read_strategy(ladder(after=AFTER[act])) for act in ("ASK", "REMIND"))
SENT: dict[str, Any] = {"stage": "FIRST_REMINDER", "reminded_on": after(3), "pay_by": after(10)}


@pytest.mark.parametrize(
    ("facts", "stage", "on"),
    [
        ({}, "FIRST_REMINDER", after(3)),
        ({"skips": ("FIRST_REMINDER",)}, "SECOND_REMINDER", after(14)),
        ({"skips": ("FIRST_REMINDER", "SECOND_REMINDER")}, "PRE_COLLECTION", after(28)),
        (SENT, "SECOND_REMINDER", after(14)),
        ({"block": "DISPUTED", "block_until": after(50)}, "FIRST_REMINDER", after(3)),
        ({"sooner": after(1)}, "FIRST_REMINDER", after(1)),
        ({"stage": "PRE_COLLECTION"}, None, None),
        ({"incident": "BROKEN_PROMISE", "incident_on": after(5)}, "FIRST_REMINDER", after(3)),
    ],
)
def test_the_next_stage_whatever_leaves_it_alone_today(
    facts: dict[str, Any], stage: str | None, on: date | None
) -> None:
    coming = coming_stage(invoice(**facts), STANDARD, day(after(3)))
    assert (coming and coming.stage, coming and coming.day) == (stage, on)


@pytest.mark.parametrize(
    ("strategy", "skips", "stage", "on"),
    [
        (ASKS, (), "BROKEN_PROMISE", after(5)),
        (ASKS, ("BROKEN_PROMISE",), "FIRST_REMINDER", after(3)),
        (WRITES, (), "BROKEN_PROMISE", after(6)),
        (WRITES, ("BROKEN_PROMISE",), "FIRST_REMINDER", after(3)),
    ],
)
def test_an_incident_comes_before_the_stages_where_the_strategy_does_something_with_it(
    strategy: Any, skips: tuple[str, ...], stage: str, on: date
) -> None:
    broken = invoice(incident="BROKEN_PROMISE", incident_on=after(5), skips=skips)
    coming = coming_stage(broken, strategy, day(after(5)))
    assert coming is not None
    assert (coming.stage, coming.day) == (stage, on)


def test_the_next_message_is_about_what_can_come_first_and_is_not_left_alone() -> None:
    late, later, left = invoice(1), invoice(2, due=after(20)), invoice(3, block="DISPUTED")
    due_too = invoice(4, due=after(-30))
    found = next_message(account(late, later, left, due_too), STANDARD, day(after(5)))
    assert [(one.invoice_id, one.stage) for one in found] == [(1, "FIRST_REMINDER"), (4, "FIRST_REMINDER")]


def test_an_account_with_nothing_to_come_has_no_next_message() -> None:
    assert next_message(account(invoice(block="DISPUTED")), STANDARD, day(after(5))) == ()


@pytest.mark.parametrize(("days", "act"), [(19, "WAIT"), (20, "REMIND")])
def test_sooner_is_over_when_a_message_has_gone_since(days: int, act: str) -> None:
    """A second reminder that comes on day 20 by itself: what was sent on day 3 used the exception of day 2 up."""
    used = invoice(**SENT, sooner=after(2))
    slow = read_strategy(ladder(second=20))
    assert decided(after(days), used, strategy=slow, last_reminder_on=after(3)).act == act


@given(
    on=st.integers(-10, 60).map(after),
    sooner=st.integers(-10, 60).map(after),
    sent=st.booleans(),
    skips=st.frozensets(st.sampled_from(STAGE_KEYS)).map(tuple),
)
def test_no_wish_comes_within_the_term_the_spacing_or_before_the_due_date(
    on: date, sooner: date, sent: bool, skips: tuple[str, ...]
) -> None:
    facts = SENT if sent else {}
    wished = invoice(**facts, sooner=sooner, skips=skips)
    decision = decided(on, wished, last_reminder_on=after(3) if sent else None)
    if decision.act == "REMIND":
        assert decision.stage not in skips
        assert on > after(12 if sent else 0)
