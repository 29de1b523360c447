"""The rates: each row as published, the day before and after a change, and no rate where none is known."""

import csv
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from voldaan.domain.law.rates import InterestKind, MissingRate, last_known_day, rate_on, rates

KINDS: dict[InterestKind, str] = {
    "STATUTORY": "nl_wettelijke_rente",
    "COMMERCIAL": "nl_wettelijke_handelsrente",
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_published_row_is_here_and_no_other(kind: InterestKind, law_folder: Path) -> None:
    with (law_folder / "rates.csv").open(encoding="utf-8", newline="") as rows:
        published = [
            (date.fromisoformat(row["start_date"]), Decimal(row["rate_percent"]))
            for row in csv.DictReader(rows)
            if row["kind"] == KINDS[kind]
        ]
    assert [(rate.first_day, rate.percent) for rate in rates(kind)] == published


@pytest.mark.parametrize("kind", KINDS)
def test_rows_ascend_and_name_their_source(kind: InterestKind) -> None:
    first_days = [rate.first_day for rate in rates(kind)]
    assert first_days == sorted(set(first_days))
    assert all(rate.source for rate in rates(kind))


@pytest.mark.parametrize(
    ("kind", "day", "percent"),
    [
        ("STATUTORY", date(2014, 12, 31), "3.00"),
        ("STATUTORY", date(2015, 1, 1), "2.00"),
        ("STATUTORY", date(2022, 12, 31), "2.00"),
        ("STATUTORY", date(2025, 12, 31), "6.00"),
        ("STATUTORY", date(2026, 1, 1), "4.00"),
        ("STATUTORY", date(2026, 12, 31), "4.00"),
        ("COMMERCIAL", date(2013, 3, 15), "7.75"),
        ("COMMERCIAL", date(2013, 3, 16), "8.75"),
        ("COMMERCIAL", date(2026, 6, 30), "10.15"),
        ("COMMERCIAL", date(2026, 7, 1), "10.40"),
        ("COMMERCIAL", date(2002, 12, 1), "10.35"),
    ],
)
def test_a_rate_holds_from_its_first_day(kind: InterestKind, day: date, percent: str) -> None:
    assert rate_on(kind, day).percent == Decimal(percent)


@pytest.mark.parametrize("kind", KINDS)
def test_after_the_last_known_day_the_missing_row_is_named(kind: InterestKind) -> None:
    last = last_known_day(kind)
    assert rate_on(kind, last) == rates(kind)[-1]
    with pytest.raises(MissingRate, match=r"the row that begins on 2027-01-01 is missing") as missing:
        rate_on(kind, last + timedelta(days=1))
    assert missing.value.row_first_day == date(2027, 1, 1)
    with pytest.raises(MissingRate, match="the row that begins on 2027-01-01 is missing"):
        rate_on(kind, date(2031, 5, 5))


@pytest.mark.parametrize(
    ("kind", "first_day"), [("STATUTORY", date(1998, 1, 1)), ("COMMERCIAL", date(2002, 12, 1))]
)
def test_before_the_first_row_nothing_is_known(kind: InterestKind, first_day: date) -> None:
    assert rate_on(kind, first_day) == rates(kind)[0]
    with pytest.raises(MissingRate, match=f"the table begins on {first_day}"):
        rate_on(kind, first_day - timedelta(days=1))


def test_a_missing_rate_says_in_both_languages_what_a_user_can_do() -> None:
    with pytest.raises(MissingRate) as behind:
        rate_on("COMMERCIAL", date(2027, 3, 5))
    assert str(behind.value) == behind.value.sentence("en")
    assert behind.value.sentence("en").startswith(
        "The rate of commercial interest (6:119a BW) on 2027-03-05 is not known: "
        "the row that begins on 2027-01-01 is missing. Update Voldaan, or choose a last day until 2026-12-31."
    )
    assert "Whoever maintains Voldaan adds the row" in str(behind.value)
    assert behind.value.sentence("nl") == (
        "Het percentage van de wettelijke handelsrente (6:119a BW) op 5 maart 2027 is niet bekend: "
        "de rij die begint op 1 januari 2027 ontbreekt. Werk Voldaan bij, of kies een laatste dag tot en met "
        "31 december 2026."
    )
    with pytest.raises(MissingRate) as before:
        rate_on("STATUTORY", date(1997, 12, 31))
    assert before.value.sentence("nl").startswith(
        "Het percentage van de wettelijke rente (6:119 BW) op 31 december 1997 is niet bekend: "
        "de tabel begint op 1 januari 1998."
    )


def test_what_was_read_in_secondary_sources_only_is_marked() -> None:
    assert [rate.first_day for rate in rates("STATUTORY") if not rate.confirmed] == [date(2026, 1, 1)]
    assert [rate.first_day for rate in rates("COMMERCIAL") if not rate.confirmed] == [date(2026, 7, 1)]


def test_a_commercial_rate_says_how_it_follows_from_the_refinancing_rate() -> None:
    assert rate_on("COMMERCIAL", date(2026, 7, 1)).source == "6:120 lid 2 BW: ECB 2.40 + 8"
    assert rate_on("COMMERCIAL", date(2013, 3, 15)).source == "6:120 lid 2 BW: ECB 0.75 + 7"
