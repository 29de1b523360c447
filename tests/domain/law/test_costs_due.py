"""Which costs are due at the hand-over: none for a consumer without a notice, the scale for a business in default."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.costs_due import costs_due
from voldaan.domain.law.notice_flaws import Notice

DEFAULT = date(2026, 11, 2)
TODAY = date(2026, 11, 22)
NOTICE = Notice(
    capacity="CONSUMER",
    in_default_from=DEFAULT,
    sent=date(2026, 11, 26),
    by="POST",
    arrived="PRESUMED",
    delivery_days=2,
    principals_cents=(100_000,),
    costs_cents=15_000,
    term_words="FROM_DAY_AFTER_DELIVERY",
    states_consequence=True,
)


@pytest.mark.parametrize("capacity", ["CONSUMER", "UNKNOWN"])
@pytest.mark.parametrize("in_default_from", [None, DEFAULT])
def test_without_a_notice_a_consumer_owes_none(capacity: Capacity, in_default_from: date | None) -> None:
    due = costs_due(capacity, 100_000, on=TODAY, in_default_from=in_default_from)
    assert (due.cents, due.because) == (0, "NO_VALID_NOTICE")
    assert due.sentence_nl == "geen: er is geen geldige veertiendagenbrief verstuurd"
    assert due.sentence_en == "none due: no valid fourteen-day notice"
    assert due.citations[0].label == "art. 6:96 lid 6 BW"


@given(st.integers(1, 10**9), st.dates(date(2024, 1, 1), date(2030, 1, 1)))
def test_no_amount_and_no_day_makes_a_consumer_owe_costs_without_a_notice(principal: int, on: date) -> None:
    assert costs_due("CONSUMER", principal, on=on, in_default_from=date(2024, 1, 1)).cents == 0


@pytest.mark.parametrize("capacity", ["CONSUMER", "UNKNOWN"])
@pytest.mark.parametrize(("days", "cents"), [(-14, 0), (-1, 0), (0, 0), (1, 15_000), (400, 15_000)])
def test_after_a_notice_a_consumer_owes_from_the_day_after_its_careful_term(
    capacity: Capacity, days: int, cents: int
) -> None:
    """Received on Saturday 28 November; fourteen days later is a Saturday, and the term runs on to Monday."""
    due = costs_due(
        capacity,
        100_000,
        on=date(2026, 12, 14) + timedelta(days=days),
        in_default_from=DEFAULT,
        notice=replace(NOTICE, capacity=capacity),
    )
    assert due.cents == cents
    assert due.because == ("NOTICE_TERM_PASSED" if cents else "NOTICE_TERM_RUNNING")
    assert "14 december 2026" in due.sentence_nl


@pytest.mark.parametrize(
    ("payments", "cents", "because"),
    [
        ([("2026-12-14", 40_000)], 9_000, "NOTICE_TERM_PASSED"),
        ([("2026-12-15", 40_000)], 15_000, "NOTICE_TERM_PASSED"),
        ([("2026-12-14", 100_000)], 0, "PAID_WITHIN_TERM"),
    ],
)
def test_what_is_paid_within_the_term_lowers_the_costs(
    payments: list[tuple[str, int]], cents: int, because: str
) -> None:
    paid = [(date.fromisoformat(day), amount) for day, amount in payments]
    due = costs_due(
        "CONSUMER", 60_000, on=date(2026, 12, 20), in_default_from=DEFAULT, notice=NOTICE, payments=paid
    )
    assert (due.cents, due.because) == (cents, because)
    assert "HR ECLI:NL:HR:2016:2704, r.o. 3.8" in [source.label for source in due.citations]


@pytest.mark.parametrize(
    ("change", "cents"),
    [
        ({"costs_cents": 100_00}, 10_000),
        ({"costs_cents": 40_00, "costs_cents_max": 40_00}, 4_000),
        ({}, 15_000),
    ],
)
def test_no_more_is_due_than_the_notice_named(change: dict[str, Any], cents: int) -> None:
    notice = replace(NOTICE, **change)
    due = costs_due("CONSUMER", 100_000, on=date(2026, 12, 20), in_default_from=DEFAULT, notice=notice)
    assert due.cents == cents


def test_a_notice_with_a_flaw_gives_nothing_and_says_which() -> None:
    notice = replace(NOTICE, term_words="FROM_SENDING", accounts=2)
    due = costs_due("CONSUMER", 100_000, on=date(2027, 6, 1), in_default_from=DEFAULT, notice=notice)
    assert (due.cents, due.because) == (0, "NOTICE_NOT_VALID")
    assert due.sentence_nl == (
        "geen: de veertiendagenbrief van 26 november 2026 is niet geldig: "
        "de termijn begint niet op de dag na de bezorging; er staat niet één rekening in om naar te betalen"
    )
    assert "HR ECLI:NL:HR:2016:2704, r.o. 3.4" in [source.label for source in due.citations]


def test_an_additional_day_lengthens_the_term_of_the_notice() -> None:
    extra = {date(2026, 12, 14)}
    facts: dict[str, Any] = {"on": date(2026, 12, 15), "in_default_from": DEFAULT, "notice": NOTICE}
    assert costs_due("CONSUMER", 100_000, **facts).cents == 15_000
    assert costs_due("CONSUMER", 100_000, **facts, additional=extra).because == "NOTICE_TERM_RUNNING"


def test_a_consumer_whose_default_is_not_established_owes_none_after_a_notice() -> None:
    due = costs_due("CONSUMER", 100_000, on=date(2027, 1, 1), in_default_from=None, notice=NOTICE)
    assert (due.cents, due.because) == (0, "NOT_IN_DEFAULT")


@given(
    st.integers(1, 10**9),
    st.integers(-40, 40),
    st.lists(st.tuples(st.integers(-20, 30), st.integers(0, 200_000))),
)
def test_no_consumer_owes_costs_before_the_term_has_passed_or_more_than_the_notice_named(
    principal: int, days: int, paid: list[tuple[int, int]]
) -> None:
    on = date(2026, 12, 14) + timedelta(days=days)
    payments = [(NOTICE.sent + timedelta(days=after), amount) for after, amount in paid]
    due = costs_due("CONSUMER", principal, on=on, in_default_from=DEFAULT, notice=NOTICE, payments=payments)
    assert 0 <= due.cents <= 15_000
    assert due.cents == 0 or on > date(2026, 12, 14)


@pytest.mark.parametrize("principal", [1, 1_000, 26_666, 26_669])
def test_a_business_whose_scale_lies_below_40_euros_owes_40(principal: int) -> None:
    due = costs_due("SOLE_TRADER", principal, on=DEFAULT, in_default_from=DEFAULT)
    assert due.cents == 4_000


@pytest.mark.parametrize("capacity", ["SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY"])
@pytest.mark.parametrize(("days", "cents"), [(-1, 0), (0, 15_000), (1, 15_000)])
def test_a_business_owes_the_scale_from_the_first_day_of_default(
    capacity: Capacity, days: int, cents: int
) -> None:
    due = costs_due(capacity, 100_000, on=DEFAULT + timedelta(days=days), in_default_from=DEFAULT)
    assert due.cents == cents
    assert due.because == ("BUSINESS_IN_DEFAULT" if cents else "NOT_IN_DEFAULT")
    assert due.citations[0].label == "art. 6:96 lid 4 BW"


def test_each_vector_of_the_business_minimum(b2b_40_vector: Any) -> None:
    facts = b2b_40_vector.given
    default = date.fromisoformat(facts["due"]) + timedelta(days=1)
    due = costs_due("LEGAL_PERSON", 1_000, on=date.fromisoformat(facts["today"]), in_default_from=default)
    assert due.cents == 4_000
    assert b2b_40_vector.expected == {"min_costs": "40.00", "letter_needed": False}


def test_the_sentence_for_a_business_names_amount_day_and_minimum() -> None:
    due = costs_due("LEGAL_PERSON", 100_000, on=TODAY, in_default_from=DEFAULT)
    assert due.sentence_nl == (
        "€\u00a0150,00: kan worden gevorderd vanaf 2 november 2026, tenzij anders is afgesproken; "
        "ten minste €\u00a040,00"
    )
    assert due.sentence_en == (
        "€150.00: can be claimed from 2 November 2026, unless agreed otherwise; at least €40.00"
    )


def test_a_business_whose_default_is_not_established_owes_none() -> None:
    due = costs_due("LEGAL_PERSON", 100_000, on=TODAY, in_default_from=None)
    assert (due.cents, due.because) == (0, "NOT_IN_DEFAULT")
    assert due.sentence_en == "none due: the debtor's default is not established"


@pytest.mark.parametrize("principal", [0, -1])
def test_nothing_open_costs_nothing(principal: int) -> None:
    due = costs_due("LEGAL_PERSON", principal, on=TODAY, in_default_from=DEFAULT)
    assert (due.cents, due.because) == (0, "NOTHING_OPEN")
