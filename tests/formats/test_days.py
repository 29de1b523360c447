"""Days: the notation that was named, and only days that exist."""

from datetime import date

import pytest

from voldaan.formats.days import DayError, parse_day, parse_iso_day


@pytest.mark.parametrize("text", ["2026-11-22", " 2026-11-22 ", "2026-11-22T23:59:59.1+01:00", "2026-11-22Z"])
def test_an_iso_day_or_moment_is_its_day(text: str) -> None:
    assert parse_iso_day(text) == date(2026, 11, 22)


@pytest.mark.parametrize("text", ["", "22-11-2026", "20261122", "2026-W47-7", "2026-1-2", "123"])
def test_another_notation_is_refused(text: str) -> None:
    with pytest.raises(DayError, match="geen datum"):
        parse_iso_day(text)


def test_the_last_day_of_february_exists_and_the_next_does_not() -> None:
    assert parse_iso_day("2026-02-27") == date(2026, 2, 27)
    assert parse_iso_day("2026-02-28") == date(2026, 2, 28)
    with pytest.raises(DayError, match="bestaat niet"):
        parse_iso_day("2026-02-29")


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("22-11-2026", "dd-mm-yyyy"),
        ("11/22/2026", "mm/dd/yyyy"),
        ("20261122", "yyyymmdd"),
        ("22.11.2026", "d.m.yyyy"),
        ("22-11-26", "dd-mm-yy"),
        ("22 nov 2026", "d mmm yyyy"),
        ("22 november 2026", "dd mmm yyyy"),
        ("22-NOV.-26", "dd-mmm-yy"),
    ],
)
def test_a_declared_notation_is_read(text: str, notation: str) -> None:
    assert parse_day(text, notation) == date(2026, 11, 22)


@pytest.mark.parametrize("notation", ["dd-mm-y", "dd-mm", "yyyy-mm", "dd-dd-yyyy-mm"])
def test_a_notation_that_does_not_name_each_part_once_is_refused(notation: str) -> None:
    with pytest.raises(DayError):
        parse_day("22-11-26", notation)


def test_two_digits_of_a_year_are_of_this_century_until_69() -> None:
    assert (parse_day("01-01-69", "dd-mm-yy").year, parse_day("01-01-70", "dd-mm-yy").year) == (2069, 1970)


@pytest.mark.parametrize("text", ["22 foo 2026", "22 no 2026"])
def test_a_name_that_is_no_month_is_refused(text: str) -> None:
    with pytest.raises(DayError):
        parse_day(text, "d mmm yyyy")
