"""The Dutch calendar: the holidays of the Algemene termijnenwet, working days, and how a day is written."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.workdays import (
    EQUATED_DAYS,
    EquatedDay,
    add_working_days,
    easter_sunday,
    format_day,
    holidays,
    is_holiday,
    is_working_day,
    next_working_day,
    working_day_from,
)

days = st.dates(min_value=date(1998, 1, 1), max_value=date(2090, 1, 1))


def test_each_vector_of_the_holidays(atw_holidays_vector: Any) -> None:
    expected = {date.fromisoformat(day) for day in atw_holidays_vector.expected}
    assert set(holidays(atw_holidays_vector.given["year"])) == expected


def test_the_holidays_of_2027() -> None:
    assert holidays(2027) == {
        date(2027, 1, 1): "Nieuwjaarsdag",
        date(2027, 3, 26): "Goede Vrijdag",
        date(2027, 3, 29): "Tweede Paasdag",
        date(2027, 4, 27): "Koningsdag",
        date(2027, 5, 5): "Bevrijdingsdag",
        date(2027, 5, 6): "Hemelvaartsdag",
        date(2027, 5, 17): "Tweede Pinksterdag",
        date(2027, 12, 25): "Eerste Kerstdag",
        date(2027, 12, 26): "Tweede Kerstdag",
    }


def test_kings_day_is_never_a_sunday() -> None:
    assert is_holiday(date(2025, 4, 26))
    assert not is_holiday(date(2025, 4, 27))
    assert is_holiday(date(2026, 4, 27))
    assert not is_holiday(date(2026, 4, 26))


def test_queens_day_until_2013() -> None:
    assert holidays(2013)[date(2013, 4, 30)] == "Koninginnedag"
    assert not is_holiday(date(2013, 4, 27))
    assert not is_holiday(date(2014, 4, 30))


@pytest.mark.parametrize("year", range(2020, 2031))
def test_5_may_is_a_holiday_every_year_and_its_neighbours_are_not_for_that_reason(year: int) -> None:
    assert is_holiday(date(year, 5, 5))
    assert holidays(year).get(date(year, 5, 4)) in {None}


def test_two_holidays_on_one_day_give_both_names() -> None:
    assert holidays(2016)[date(2016, 5, 5)] == "Bevrijdingsdag, Hemelvaartsdag"
    assert holidays(2016, "en")[date(2016, 5, 5)] == "Liberation Day, Ascension Day"


@pytest.mark.parametrize(
    ("year", "sunday"),
    [(2000, (4, 23)), (2008, (3, 23)), (2019, (4, 21)), (2024, (3, 31)), (2025, (4, 20)), (2038, (4, 25))],
)
def test_easter(year: int, sunday: tuple[int, int]) -> None:
    assert easter_sunday(year) == date(year, *sunday)


def test_the_working_days_around_easter() -> None:
    thursday, friday, tuesday = date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 7)
    assert is_working_day(thursday)
    assert not is_working_day(friday)
    assert next_working_day(thursday) == tuesday
    assert working_day_from(thursday) == thursday
    assert working_day_from(friday) == tuesday
    assert add_working_days(thursday, 1) == tuesday
    assert add_working_days(tuesday, -1) == thursday
    assert add_working_days(friday, 0) == friday


@pytest.mark.parametrize("row", EQUATED_DAYS, ids=lambda row: row.day.isoformat())
def test_a_known_day_by_royal_decree_is_equated_with_a_holiday_and_has_a_source(row: EquatedDay) -> None:
    assert is_holiday(row.day)
    assert not is_working_day(row.day)
    assert row.day not in holidays(row.day.year)
    assert row.day.weekday() < 5
    assert "decree" in row.source


def test_the_equated_days_are_in_order_and_their_years_are_known() -> None:
    found = [row.day for row in EQUATED_DAYS]
    assert found == sorted(set(found))
    assert [day for day in found if day.year >= 2026] == [
        date(2026, 1, 2),
        date(2026, 5, 15),
        date(2027, 5, 7),
        date(2028, 4, 28),
        date(2028, 5, 26),
    ]


def test_a_day_of_a_later_decree_is_passed_as_data() -> None:
    friday_after_ascension = date(2029, 5, 11)
    assert is_working_day(friday_after_ascension)
    assert not is_working_day(friday_after_ascension, additional={friday_after_ascension})
    assert next_working_day(date(2029, 5, 9), additional={friday_after_ascension}) == date(2029, 5, 14)
    assert working_day_from(friday_after_ascension, additional={friday_after_ascension}) == date(2029, 5, 14)
    assert add_working_days(date(2029, 5, 9), 2, additional={friday_after_ascension}) == date(2029, 5, 15)


@given(days, st.integers(min_value=1, max_value=30))
def test_working_days_are_counted_one_by_one(day: date, count: int) -> None:
    reached = add_working_days(day, count)
    between = [day + timedelta(days=n) for n in range(1, (reached - day).days + 1)]
    assert is_working_day(reached)
    assert sum(is_working_day(each) for each in between) == count


@given(days)
def test_the_next_working_day_is_one_and_none_lies_before_it(day: date) -> None:
    following = next_working_day(day)
    assert following > day
    assert is_working_day(following)
    assert working_day_from(day) in {day, following}


@pytest.mark.parametrize(
    ("day", "long_nl", "short_nl", "long_en", "short_en"),
    [
        (date(2026, 11, 23), "23 november 2026", "ma 23 nov 2026", "23 November 2026", "Mon 23 Nov 2026"),
        (date(2026, 3, 1), "1 maart 2026", "zo 1 mrt 2026", "1 March 2026", "Sun 1 Mar 2026"),
        (date(2026, 5, 30), "30 mei 2026", "za 30 mei 2026", "30 May 2026", "Sat 30 May 2026"),
    ],
)
def test_a_day_is_written_in_both_languages(
    day: date, long_nl: str, short_nl: str, long_en: str, short_en: str
) -> None:
    assert format_day(day, "nl") == long_nl
    assert format_day(day, "nl", long=False) == short_nl
    assert format_day(day, "en") == long_en
    assert format_day(day, "en", long=False) == short_en
