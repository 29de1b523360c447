"""Costs over instalments of one contract: six months never bring more than one small instalment would."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.citation import sources_of
from voldaan.domain.law.collection_costs import collection_costs
from voldaan.domain.law.instalments import Instalment, PastNotice, instalment_costs, is_small, look_back_from

SENT = date(2026, 11, 23)


def small(cents: int = 90_00) -> Instalment:
    return Instalment(date(2026, 11, 1), cents)


def before(sent: str, *open_cents: int, costs: int = 40_00) -> PastNotice:
    return PastNotice(date.fromisoformat(sent), [small(cents) for cents in open_cents], costs)


@pytest.mark.parametrize(
    ("open_cents", "costs", "because"),
    [
        ([90_00], 40_00, "HIGHEST_OF_ONE"),
        ([266_67], 40_00, "HIGHEST_OF_ONE"),
        ([90_00, 90_00, 90_00], 40_00, "HIGHEST_OF_ONE"),
        ([200_00] * 6, 40_00, "HIGHEST_OF_ONE"),  # the sum of 1,200 euros would give 180
        ([90_00, 500_00], 75_00, "HIGHEST_OF_ONE"),  # the sum of 590 euros would give 88.50
        ([500_00, 500_00], 150_00, "NO_SMALL_INSTALMENT"),
        ([300_00], 45_00, "NO_SMALL_INSTALMENT"),
    ],
)
def test_one_notice_bears_the_highest_of_its_instalments_where_one_is_small(
    open_cents: list[int], costs: int, because: str
) -> None:
    found = instalment_costs([small(cents) for cents in open_cents], notice_sent=SENT)
    assert (found.costs_cents, found.because) == (costs, because)


@pytest.mark.parametrize(
    ("earlier", "costs", "because"),
    [
        ([before("2026-10-23", 90_00)], 0, "COUNTED_BEFORE"),
        ([before("2026-10-23", 1)], 0, "COUNTED_BEFORE"),
        ([before("2026-10-23", 0)], 40_00, "HIGHEST_OF_ONE"),  # paid since
        ([before("2026-10-23", 0, 90_00)], 0, "COUNTED_BEFORE"),
        ([before("2026-05-23", 90_00)], 0, "COUNTED_BEFORE"),  # the first day of the six months
        ([before("2026-05-22", 90_00)], 40_00, "HIGHEST_OF_ONE"),
        ([before("2026-10-23", 90_00, costs=15_00)], 25_00, "LESS_WHAT_WAS_COUNTED"),
        ([before("2026-10-23", 90_00, costs=0)], 40_00, "HIGHEST_OF_ONE"),
        ([before("2026-10-23", 90_00), before("2026-09-23", 90_00, costs=0)], 0, "COUNTED_BEFORE"),
    ],
)
def test_notices_of_the_six_months_for_instalments_that_are_still_open_count(
    earlier: list[PastNotice], costs: int, because: str
) -> None:
    found = instalment_costs([small()], notice_sent=SENT, earlier=earlier)
    assert (found.costs_cents, found.because) == (costs, because)
    assert found.look_back_from == date(2026, 5, 23)


@pytest.mark.parametrize(("sent", "costs"), [("2024-09-30", 180_00), ("2024-10-01", 40_00)])
def test_the_rule_holds_for_notices_from_1_october_2024(sent: str, costs: int) -> None:
    found = instalment_costs([small(200_00)] * 6, notice_sent=date.fromisoformat(sent))
    assert found.costs_cents == costs
    assert "1 oktober 2024" in found.sentence("nl") or costs == 40_00


@pytest.mark.parametrize(
    ("sent", "since"),
    [
        ("2026-11-23", "2026-05-23"),
        ("2026-08-31", "2026-02-28"),
        ("2028-08-30", "2028-02-29"),
        ("2026-03-01", "2025-09-01"),
    ],
)
def test_the_six_months_are_calendar_months(sent: str, since: str) -> None:
    assert look_back_from(date.fromisoformat(sent)) == date.fromisoformat(since)


@pytest.mark.parametrize(("cents", "is_one"), [(0, False), (1, True), (266_69, True), (266_70, False)])
def test_a_small_instalment_bears_the_lowest_costs(cents: int, is_one: bool) -> None:
    assert is_small(cents) is is_one


def test_the_reason_is_a_sentence_in_both_languages() -> None:
    found = instalment_costs([small()], notice_sent=SENT, earlier=[before("2026-10-23", 90_00, costs=15_00)])
    assert found.sentence("nl").replace("\u00a0", " ") == (
        "€ 25,00: sinds 23 mei 2026 is al € 15,00 gerekend over termijnen die nog openstaan"
    )
    assert found.sentence("en") == (
        "€25.00: since 23 May 2026, €15.00 was counted over instalments that are still open"
    )


def test_the_text_that_was_not_found_is_marked() -> None:
    assert [source.label for source in sources_of(instalment_costs) if source.not_confirmed] == [
        "art. 2a BIK"
    ]


@given(st.lists(st.integers(1, 266_69), min_size=1, max_size=12), st.integers(1, 60))
def test_a_row_of_notices_within_six_months_brings_40_euros_in_all(instalments: list[int], days: int) -> None:
    first, past = date(2026, 1, 5), []
    for number, cents in enumerate(instalments):
        sent = first + timedelta(days=number * days)
        if sent > date(2026, 7, 4):
            break
        found = instalment_costs([small(cents)], notice_sent=sent, earlier=past)
        past.append(PastNotice(sent, [small(cents)], found.costs_cents))
    assert sum(notice.costs_cents for notice in past) == 40_00


@given(st.lists(st.integers(1, 5_000_00), min_size=1, max_size=8))
def test_instalments_never_cost_more_than_the_scale_over_their_sum(open_cents: list[int]) -> None:
    found = instalment_costs([small(cents) for cents in open_cents], notice_sent=SENT)
    assert found.costs_cents <= collection_costs(sum(open_cents)).costs_cents


def test_what_cannot_be_is_refused() -> None:
    with pytest.raises(ValueError, match="above zero"):
        instalment_costs([], notice_sent=SENT)
    with pytest.raises(ValueError, match="above zero"):
        instalment_costs([small(), small(0)], notice_sent=SENT)
    with pytest.raises(ValueError, match="does not come before"):
        instalment_costs([small()], notice_sent=SENT, earlier=[before("2026-11-23", 90_00)])
    with pytest.raises(ValueError, match="give a later day"):
        look_back_from(date(1, 6, 30))
