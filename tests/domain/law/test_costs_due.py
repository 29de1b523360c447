"""Which costs are due at the hand-over: none for a consumer without a notice, the scale for a business in default."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.costs_due import costs_due

DEFAULT = date(2026, 11, 2)
TODAY = date(2026, 11, 22)


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


@pytest.mark.parametrize(("days", "cents"), [(-1, 0), (0, 0), (1, 15_000)])
def test_after_a_notice_a_consumer_owes_from_the_day_after_its_term(days: int, cents: int) -> None:
    last_day = date(2026, 11, 20)
    due = costs_due(
        "CONSUMER",
        100_000,
        on=last_day + timedelta(days=days),
        in_default_from=DEFAULT,
        notice_last_day=last_day,
    )
    assert due.cents == cents
    assert due.because == ("NOTICE_TERM_PASSED" if cents else "NOTICE_TERM_RUNNING")
    assert "20 november 2026" in due.sentence_nl


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
