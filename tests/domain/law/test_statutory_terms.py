"""When a term ends: terms of statute run on over days of rest, terms of a contract or a court do not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.statutory_terms import SetBy, Unit, is_moved, last_day_of_term
from voldaan.domain.workdays import is_working_day

days = st.dates(date(2012, 7, 1), date(2060, 1, 1))
lengths = st.integers(1, 90)


@pytest.mark.parametrize(
    ("after", "length", "unit", "last_day", "because"),
    [
        ("2026-11-23", 14, "DAYS", "2026-12-07", "ENDS_AS_COUNTED"),
        ("2026-11-28", 14, "DAYS", "2026-12-14", "RUNS_ON"),  # a Saturday
        ("2026-11-29", 14, "DAYS", "2026-12-14", "RUNS_ON"),  # a Sunday
        ("2026-12-11", 14, "DAYS", "2026-12-28", "RUNS_ON"),  # Christmas Day, then a weekend
        ("2026-03-20", 14, "DAYS", "2026-04-07", "RUNS_ON"),  # Good Friday to Easter Monday
        ("2026-05-01", 14, "DAYS", "2026-05-18", "RUNS_ON"),  # equated by royal decree, then a weekend
        ("2026-11-16", 2, "WEEKS", "2026-11-30", "ENDS_AS_COUNTED"),
        ("2026-01-31", 1, "MONTHS", "2026-03-02", "RUNS_ON"),  # 28 February is a Saturday
        ("2026-11-30", 3, "MONTHS", "2027-03-01", "RUNS_ON"),  # 28 February is a Sunday
        ("2026-12-24", 3, "DAYS", "2026-12-29", "TWO_WORKING_DAYS"),
        ("2026-04-02", 3, "DAYS", "2026-04-08", "TWO_WORKING_DAYS"),
        ("2026-11-20", 3, "DAYS", "2026-11-24", "TWO_WORKING_DAYS"),  # Saturday, Sunday, Monday
        ("2026-11-20", 2, "DAYS", "2026-11-23", "RUNS_ON"),  # too short for two working days
        ("2026-11-19", 3, "DAYS", "2026-11-23", "RUNS_ON"),  # Friday and Monday are two
    ],
)
def test_a_term_of_statute_ends_on_a_working_day(
    after: str, length: int, unit: Unit, last_day: str, because: str
) -> None:
    term = last_day_of_term(date.fromisoformat(after), length, unit, set_by="STATUTE")
    assert (term.last_day.isoformat(), term.because) == (last_day, because)
    assert term.first_day == date.fromisoformat(after) + timedelta(days=1)


@pytest.mark.parametrize(
    ("length", "unit", "moved"),
    [
        (1, "DAYS", True),
        (90, "DAYS", True),
        (91, "DAYS", False),
        (12, "WEEKS", True),
        (13, "WEEKS", False),
        (3, "MONTHS", True),
        (4, "MONTHS", False),
        (1, "YEARS", False),
        (1, "HOURS", False),
        (72, "HOURS", False),
    ],
)
def test_long_terms_and_terms_in_hours_are_left_alone(length: int, unit: Unit, moved: bool) -> None:
    assert is_moved(length, unit, set_by="STATUTE") is moved
    assert is_moved(length, unit, set_by="ORDER") is moved
    assert not is_moved(length, unit, set_by="CONTRACT")
    assert not is_moved(length, unit, set_by="COURT")


@pytest.mark.parametrize("set_by", ["CONTRACT", "COURT"])
def test_a_term_of_a_contract_or_a_court_ends_on_its_sunday(set_by: SetBy) -> None:
    term = last_day_of_term(date(2026, 11, 8), 14, "DAYS", set_by=set_by)
    assert (term.last_day, term.because) == (date(2026, 11, 22), "NO_TERM_OF_STATUTE")
    assert term.sentence("nl") == (
        "de termijn loopt tot en met 22 november 2026: alleen een termijn uit de wet schuift op"
    )


@pytest.mark.parametrize(
    ("length", "unit", "last_day"),
    [
        (91, "DAYS", "2026-05-02"),
        (13, "WEEKS", "2026-05-02"),
        (5, "YEARS", "2031-01-31"),
        (4, "MONTHS", "2026-05-31"),
    ],
)
def test_a_long_term_of_statute_ends_on_its_day_of_rest(length: int, unit: Unit, last_day: str) -> None:
    term = last_day_of_term(date(2026, 1, 31), length, unit, set_by="STATUTE")
    assert (term.last_day.isoformat(), term.because) == (last_day, "TOO_LONG")
    assert term.citations[0].label == "art. 4 onder a Algemene termijnenwet"
    assert f"{length} " in term.sentence("en")


def test_years_from_29_february_end_on_the_28th_where_there_is_no_29th() -> None:
    assert last_day_of_term(date(2024, 2, 29), 2, "YEARS", set_by="STATUTE").last_day == date(2026, 2, 28)
    assert last_day_of_term(date(2024, 2, 29), 4, "YEARS", set_by="STATUTE").last_day == date(2028, 2, 29)


def test_an_order_follows_the_act_and_is_cited() -> None:
    term = last_day_of_term(date(2026, 11, 28), 14, "DAYS", set_by="ORDER")
    assert term.last_day == date(2026, 12, 14)
    assert [citation.article for citation in term.citations] == ["1", "5"]


def test_an_additional_day_moves_the_end() -> None:
    friday = date(2029, 5, 11)
    assert last_day_of_term(date(2029, 4, 27), 14, "DAYS", set_by="STATUTE").last_day == friday
    moved = last_day_of_term(date(2029, 4, 27), 14, "DAYS", set_by="STATUTE", additional={friday})
    assert moved.last_day == date(2029, 5, 14)
    assert moved.sentence("nl") == "de termijn loopt door tot en met 14 mei 2029: 11 mei 2029 is geen werkdag"


@given(days, lengths)
def test_a_term_of_statute_ends_on_the_first_working_day_from_its_count_and_holds_two(
    after: date, length: int
) -> None:
    term = last_day_of_term(after, length, "DAYS", set_by="STATUTE")
    inside = [term.first_day + timedelta(days=n) for n in range((term.last_day - after).days)]
    assert term.counted_last_day == after + timedelta(days=length) <= term.last_day
    assert is_working_day(term.last_day)
    assert length < 3 or sum(map(is_working_day, inside)) >= 2
    between = [day for day in inside if term.counted_last_day <= day < term.last_day]
    assert term.because == "TWO_WORKING_DAYS" or not any(map(is_working_day, between))


@given(days, st.integers(1, 2000), st.sampled_from(["DAYS", "WEEKS", "MONTHS", "YEARS"]))
def test_a_longer_term_never_ends_earlier(after: date, length: int, unit: Unit) -> None:
    def last_day(count: int) -> date:
        return last_day_of_term(after, count, unit, set_by="CONTRACT").last_day

    assert after < last_day(length) < last_day(length + 1)


@pytest.mark.parametrize(
    ("length", "unit", "said"),
    [
        (0, "DAYS", "give a length of 1 or more"),
        (-1, "MONTHS", "give a length of 1 or more"),
        (48, "HOURS", "ends at a moment"),
        (8000, "YEARS", "beyond the calendar"),
        (10**12, "DAYS", "beyond the calendar"),
    ],
)
def test_a_term_that_cannot_be_counted_is_refused(length: int, unit: Unit, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        last_day_of_term(date(2026, 1, 1), length, unit, set_by="STATUTE")
