"""Which rate runs where one was agreed: the contract's or the law's, for whom, from which day, by which article."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.capacity import Capacity, interest_kind
from voldaan.domain.law.contract_interest import (
    AgreedRate,
    contract_interest,
    interest_that_runs,
    rate_that_runs,
)
from voldaan.domain.law.interest import interest
from voldaan.domain.law.rates import MissingRate

LAST_OF_2025, FIRST_OF_2026 = date(2025, 12, 31), date(2026, 1, 1)


def a_year(percent: str) -> AgreedRate:
    return AgreedRate(percent=Decimal(percent), per="YEAR")


def a_month(percent: str) -> AgreedRate:
    return AgreedRate(percent=Decimal(percent), per="MONTH")


@pytest.mark.parametrize(
    ("capacity", "agreed", "on", "percent", "because"),
    [
        ("CONSUMER", a_year("6.01"), LAST_OF_2025, "6.01", "AGREED_IS_HIGHER"),
        ("CONSUMER", a_year("6"), LAST_OF_2025, "6", "AGREED_IS_NOT_HIGHER"),
        ("CONSUMER", a_year("5.99"), LAST_OF_2025, "6", "AGREED_IS_NOT_HIGHER"),
        ("CONSUMER", a_year("5.99"), FIRST_OF_2026, "5.99", "AGREED_IS_HIGHER"),
        ("CONSUMER", a_month("0.5"), LAST_OF_2025, "6", "AGREED_IS_NOT_HIGHER"),
        ("CONSUMER", a_month("0.51"), LAST_OF_2025, "0.51", "AGREED_IS_HIGHER"),
        ("UNKNOWN", a_year("1"), LAST_OF_2025, "6", "AGREED_IS_NOT_HIGHER"),
        ("LEGAL_PERSON", a_year("1"), LAST_OF_2025, "1", "AGREED_BETWEEN_BUSINESSES"),
        ("LEGAL_PERSON", a_year("20"), LAST_OF_2025, "20", "AGREED_BETWEEN_BUSINESSES"),
        ("SOLE_TRADER", a_month("0.1"), date(2031, 1, 1), "0.1", "AGREED_BETWEEN_BUSINESSES"),
        ("PUBLIC_BODY", a_year("10.15"), LAST_OF_2025, "10.15", "AGREED_IS_NOT_HIGHER"),
        ("PUBLIC_BODY", a_year("10.16"), LAST_OF_2025, "10.16", "AGREED_IS_HIGHER"),
    ],
)
def test_which_rate_runs(
    capacity: Capacity, agreed: AgreedRate, on: date, percent: str, because: str
) -> None:
    running = rate_that_runs(agreed, capacity, on=on)
    assert (running.percent, running.because) == (Decimal(percent), because)
    assert running.is_agreed is (because != "AGREED_IS_NOT_HIGHER")
    assert running.per == (agreed.per if running.is_agreed else "YEAR")


@pytest.mark.parametrize(
    ("capacity", "articles"),
    [
        ("CONSUMER", ["art. 6:119 lid 3 BW", "art. 6:119 lid 1 BW", "art. 6:120 lid 1 BW"]),
        ("UNKNOWN", ["art. 6:119 lid 3 BW", "art. 6:119 lid 1 BW", "art. 6:120 lid 1 BW"]),
        ("SOLE_TRADER", ["art. 6:119a lid 9 BW", "art. 6:119a lid 1 BW"]),
        ("LEGAL_PERSON", ["art. 6:119a lid 9 BW", "art. 6:119a lid 1 BW"]),
        ("PUBLIC_BODY", ["art. 6:119b lid 8 BW", "art. 6:119b lid 1 BW", "art. 6:120 lid 2 BW"]),
    ],
)
def test_the_articles_under_it(capacity: Capacity, articles: list[str]) -> None:
    agreed = a_year("12")
    running = rate_that_runs(agreed, capacity, on=LAST_OF_2025)
    owed = interest_that_runs(agreed, capacity, 100, first_day=FIRST_OF_2026, until=FIRST_OF_2026)
    assert [citation.label for citation in running.citations] == articles
    assert running.citations == owed.citations


def test_the_reason_is_a_sentence_in_both_languages() -> None:
    statutory = rate_that_runs(a_year("10"), "PUBLIC_BODY", on=LAST_OF_2025)
    assert statutory.sentence("nl") == (
        "de wettelijke rente van 10,15 procent per jaar loopt: de afgesproken rente is niet hoger"
    )
    assert statutory.sentence("en") == (
        "the statutory rate of 10.15 percent a year runs: the agreed rate is not higher"
    )
    trade = rate_that_runs(a_year("10"), "LEGAL_PERSON", on=LAST_OF_2025)
    assert trade.sentence("nl").startswith("de afgesproken rente loopt: tussen bedrijven")


def test_the_rate_of_the_law_has_to_be_known_where_it_is_compared() -> None:
    behind = date(2027, 1, 1)
    with pytest.raises(MissingRate, match="2027-01-01"):
        rate_that_runs(a_year("30"), "CONSUMER", on=behind)
    with pytest.raises(MissingRate, match="2027-01-01"):
        interest_that_runs(a_year("30"), "PUBLIC_BODY", 100, first_day=FIRST_OF_2026, until=behind)
    with pytest.raises(MissingRate, match="1997-12-31"):
        interest_that_runs(a_month("3"), "CONSUMER", 100, first_day=date(1997, 12, 31), until=FIRST_OF_2026)
    assert interest_that_runs(a_year("30"), "SOLE_TRADER", 100_00, first_day=behind, until=behind).cents == 8


def test_a_lower_agreed_rate_gives_way_on_the_day_that_the_statutory_one_is_higher() -> None:
    owed = interest_that_runs(
        a_year("5"), "CONSUMER", 365_000, first_day=date(2022, 12, 1), until=date(2023, 7, 31)
    )
    assert [(str(segment.rate), segment.first_day) for segment in owed.segments] == [
        ("5", date(2022, 12, 1)),
        ("5", date(2023, 1, 1)),
        ("6.00", date(2023, 7, 1)),
    ]
    assert [segment.cents for segment in owed.segments] == [31 * 50, 181 * 50, 31 * 60]


def test_a_rate_a_month_is_not_mixed_with_a_rate_a_year() -> None:
    low = a_month("0.4")
    with pytest.raises(ValueError, match=r"From 2023-07-01 the statutory rate of 6\.00 percent a year runs"):
        interest_that_runs(low, "CONSUMER", 100_000, first_day=date(2023, 1, 1), until=date(2023, 7, 1))
    until = date(2023, 6, 30)
    owed = interest_that_runs(low, "CONSUMER", 100_000, first_day=date(2023, 1, 1), until=until)
    assert owed.segments == contract_interest(low, 100_000, first_day=date(2023, 1, 1), until=until).segments
    assert interest_that_runs(low, "CONSUMER", 100_000, first_day=until, until=date(2022, 1, 1)).cents == 0


capacities = st.sampled_from(["CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY", "UNKNOWN"])
starts = st.dates(min_value=date(2003, 1, 1), max_value=date(2024, 12, 31))
percents = st.decimals(0, 20, places=2)


@given(capacities, percents, st.integers(0, 10**8), starts, st.integers(0, 3000))
def test_each_segment_bears_the_rate_that_runs_on_its_days(
    capacity: Capacity, percent: Decimal, principal: int, first: date, days: int
) -> None:
    until = min(first + timedelta(days=days), date(2026, 12, 31))
    agreed = AgreedRate(percent=percent, per="YEAR")
    owed = interest_that_runs(agreed, capacity, principal, first_day=first, until=until)
    for segment in owed.segments:
        for day in (segment.first_day, segment.last_day):
            assert segment.rate == rate_that_runs(agreed, capacity, on=day).percent


@given(
    st.sampled_from(["CONSUMER", "PUBLIC_BODY"]),
    percents,
    st.integers(0, 10**8),
    starts,
    st.integers(0, 3000),
)
def test_nobody_owes_less_than_the_law_gives_by_a_lower_clause(
    capacity: Capacity, percent: Decimal, principal: int, first: date, days: int
) -> None:
    until = min(first + timedelta(days=days), date(2026, 12, 31))
    agreed = AgreedRate(percent=percent, per="YEAR")
    owed = interest_that_runs(agreed, capacity, principal, first_day=first, until=until)
    assert owed.cents >= interest(interest_kind(capacity), principal, first_day=first, until=until).cents
