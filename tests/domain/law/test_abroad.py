"""Figures of Belgium and Germany: the vectors by their id, the limits, and what is not in the tables."""

import csv
import doctest
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.abroad import belgium, germany
from voldaan.domain.law.abroad.belgium import damages_clause_max
from voldaan.domain.law.abroad.germany import GermanDebtor, base_rates, german_interest, points_above


def cents(euros: str) -> int:
    return int(Decimal(euros) * 100)


@pytest.mark.parametrize("module", [belgium, germany])
def test_the_examples_are_true(module: Any) -> None:
    tried = doctest.testmod(module)
    assert tried.attempted
    assert not tried.failed


# --- Belgium -----------------------------------------------------------------------------------------------------


def test_each_vector_of_the_belgian_cap(be_cap_vector: Any) -> None:
    assert damages_clause_max(cents(be_cap_vector.given["debt"])) == cents(
        be_cap_vector.expected["max_clause"]
    )


@pytest.mark.parametrize(
    ("debt_cents", "most"),
    [
        (0, 0),
        (1, 20_00),
        (150_00, 20_00),
        (150_01, 30_00),
        (150_05, 30_01),
        (499_99, 65_00),
        (500_00, 65_00),
        (500_01, 65_00),
        (500_10, 65_01),
        (39_199_99, 2_000_00),
        (39_200_00, 2_000_00),
        (39_199_00, 1_999_95),
        (10**12, 2_000_00),
    ],
)
def test_the_belgian_cap_at_its_limits(debt_cents: int, most: int) -> None:
    assert damages_clause_max(debt_cents) == most


def test_a_debt_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="below zero"):
        damages_clause_max(-1)


@given(st.integers(0, 10**7), st.integers(0, 10**6))
def test_the_belgian_cap_never_falls_when_the_debt_grows(debt_cents: int, more: int) -> None:
    assert damages_clause_max(debt_cents + more) >= damages_clause_max(debt_cents)


# --- Germany -----------------------------------------------------------------------------------------------------


def test_each_vector_of_german_interest(de_interest_vector: Any) -> None:
    """The vector names a rate: it is asked of a half-year in which a debtor owed exactly that."""
    facts = de_interest_vector.given
    assert facts["denominator"] == 365
    debtor, contract_day, first = a_time_with(Decimal(facts["rate"]), facts["days"])
    until = first + timedelta(days=facts["days"] - 1)
    owed = german_interest(
        debtor, cents(facts["principal"]), first_day=first, until=until, contract_day=contract_day
    )
    assert [str(segment.rate) for segment in owed.segments] == [facts["rate"]]
    assert owed.days == facts["days"]
    assert owed.cents == cents(de_interest_vector.expected["interest"])


def a_time_with(rate: Decimal, days: int) -> tuple[GermanDebtor, date, date]:
    ends = [row.first_day for row in base_rates()[1:]] + [date(2027, 1, 1)]
    debtors: tuple[GermanDebtor, ...] = ("BUSINESS", "CONSUMER")
    for debtor in debtors:
        for contract_day in (date(2014, 7, 29), date(2002, 1, 1)):
            points = points_above(debtor, contract_day=contract_day)
            for row, end in zip(base_rates(), ends, strict=True):
                if row.percent + points == rate and (end - row.first_day).days >= days:
                    return debtor, contract_day, row.first_day
    raise AssertionError(f"no half-year of {days} days had a rate of {rate}")


def test_every_published_base_rate_is_here_and_no_other(law_folder: Path) -> None:
    with (law_folder / "rates.csv").open(encoding="utf-8", newline="") as rows:
        published = [
            (date.fromisoformat(row["start_date"]), Decimal(row["rate_percent"]))
            for row in csv.DictReader(rows)
            if row["kind"] == "de_basiszinssatz"
        ]
    assert [(row.first_day, row.percent) for row in base_rates()] == published


def test_only_the_derived_base_rate_is_marked() -> None:
    assert [row.first_day for row in base_rates() if not row.confirmed] == [date(2026, 7, 1)]
    assert all(row.source for row in base_rates())


@pytest.mark.parametrize(
    ("debtor", "contract_day", "points"),
    [
        ("CONSUMER", date(2014, 7, 28), 5),
        ("CONSUMER", date(2026, 1, 1), 5),
        ("BUSINESS", date(2014, 7, 28), 8),
        ("BUSINESS", date(2014, 7, 29), 9),
    ],
)
def test_points_above_the_base_rate(debtor: GermanDebtor, contract_day: date, points: int) -> None:
    assert points_above(debtor, contract_day=contract_day) == points


def test_an_older_contract_keeps_its_points() -> None:
    day = date(2026, 1, 1)
    new = german_interest("BUSINESS", 365_000, first_day=day, until=day)
    old = german_interest("BUSINESS", 365_000, first_day=day, until=day, contract_day=date(2014, 1, 1))
    assert [str(owed.segments[0].rate) for owed in (new, old)] == ["10.27", "9.27"]


def test_german_interest_bears_no_interest_and_counts_365_days_in_every_year() -> None:
    owed = german_interest("CONSUMER", 1_000_00, first_day=date(2023, 7, 1), until=date(2026, 6, 30))
    assert {segment.base_cents for segment in owed.segments} == {1_000_00}
    assert [(segment.days, str(segment.rate), segment.cents) for segment in owed.segments] == [
        (184, "8.12", 4093),
        (182, "8.62", 4298),
        (184, "8.37", 4219),
        (181, "7.27", 3605),
        (184, "6.27", 3161),
        (181, "6.27", 3109),
    ]
    assert [citation.label for citation in owed.citations] == [
        "art. 288 BGB (Duitsland)",
        "art. 247 BGB (Duitsland)",
        "art. 289 BGB (Duitsland)",
    ]
    assert owed.citations[0].link == "https://www.gesetze-im-internet.de/bgb/__288.html"


def test_outside_the_table_no_base_rate_is_known() -> None:
    with pytest.raises(ValueError, match=r"begins on 2027-01-01 is missing\. Update Voldaan"):
        german_interest("CONSUMER", 100, first_day=date(2026, 12, 31), until=date(2027, 1, 1))
    with pytest.raises(ValueError, match="the table begins on 2002-01-01"):
        german_interest("CONSUMER", 100, first_day=date(2001, 12, 31), until=date(2026, 1, 1))
    assert (
        german_interest("CONSUMER", 100_00, first_day=date(2026, 12, 31), until=date(2026, 12, 31)).days == 1
    )
