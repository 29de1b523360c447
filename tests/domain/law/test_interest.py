"""Interest: the vectors by their id, and the days on which it begins, splits, compounds and ends."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from voldaan.domain.law.contract_interest import AgreedRate, contract_interest
from voldaan.domain.law.interest import DayCount, InterestKind, Payment, interest
from voldaan.domain.law.rates import MissingRate

KINDS: dict[str, InterestKind] = {
    "nl_wettelijke_rente": "STATUTORY",
    "nl_wettelijke_handelsrente": "COMMERCIAL",
}
DAY_COUNTS: dict[DayCount, str] = {"act365": "act365", "interest-year": "act_per_interest_year"}
ONE_DAY = timedelta(days=1)


def cents(euros: str) -> int:
    return int(Decimal(euros) * 100)


# --- the vectors -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("day_count", DAY_COUNTS)
def test_each_vector_of_interest(interest_vector: Any, day_count: DayCount) -> None:
    facts, expected = interest_vector.given, interest_vector.expected
    owed = interest(
        KINDS[facts["kind"]],
        cents(facts["principal"]),
        due_date=date.fromisoformat(facts["due_date"]) if "due_date" in facts else None,
        first_day=date.fromisoformat(facts["first_day"]) if "first_day" in facts else None,
        until=last_day(facts),
        day_count=day_count,
    )
    assert owed.cents == cents(expected[DAY_COUNTS[day_count]])
    assert owed.days == expected.get("days", owed.days)
    if day_count == "act365" and "segments_act365" in expected:
        assert [as_row(segment) for segment in owed.segments] == expected["segments_act365"]
    if "base_year2" in expected:
        assert owed.segments[2].base_cents == cents(expected["base_year2"])


def last_day(facts: dict[str, str]) -> date:
    if "end_exclusive" in facts:
        return date.fromisoformat(facts["end_exclusive"]) - ONE_DAY
    return date.fromisoformat(facts["interest_through_inclusive"])


def as_row(segment: Any) -> list[Any]:
    end = segment.last_day + ONE_DAY
    amounts = [f"{amount // 100}.{amount % 100:02}" for amount in (segment.base_cents, segment.cents)]
    return [segment.first_day.isoformat(), end.isoformat(), segment.days, str(segment.rate), *amounts]


def test_each_vector_of_one_segment(interest_segment_vector: Any) -> None:
    """Divided by 365 whatever the year, or by the 366 days of an interest year with 29 February in it."""
    facts = interest_segment_vector.given
    day_count: DayCount = {365: "act365", 366: "interest-year"}[facts["denominator"]]
    agreed = AgreedRate(percent=Decimal(facts["rate"]), per="YEAR", day_count=day_count)
    first = date(2023, 3, 1)
    until = first + timedelta(days=facts["days"] - 1)
    owed = contract_interest(agreed, cents(facts["base"]), first_day=first, until=until)
    assert len(owed.segments) == 1
    assert owed.cents == cents(interest_segment_vector.expected["interest"])


def test_each_vector_with_payments(interest_payments_vector: Any) -> None:
    """The program it comes from leaves the day of the payment out, which the statute does not."""
    facts, expected = interest_payments_vector.given, interest_payments_vector.expected
    (paid_on, paid), (cleared_on, _) = facts["payments"]
    owed = interest(
        KINDS[facts["kind"]],
        cents(facts["principal"]),
        first_day=date.fromisoformat(facts["first_day"]),
        until=date.fromisoformat(cleared_on) - ONE_DAY,
        day_count="act365",
        payments=[Payment(day=date.fromisoformat(paid_on), cents=cents(paid), day_counts=False)],
        costs_cents=cents(facts["costs"]),
    )
    (split,) = owed.payments
    assert split.costs_cents == cents(expected["payment1"]["costs"])
    assert split.interest_cents == cents(expected["payment1"]["interest"])
    assert split.principal_cents == cents(expected["payment1"]["principal"])
    assert owed.open_principal_cents == cents(expected["payment1"]["left"])
    assert owed.segments[-1].base_cents == cents(expected["capitalised_base"])
    assert owed.segments[-1].cents == cents(expected["interest_2015-05-29_to_2015-09-28"])
    assert owed.open_principal_cents + owed.open_interest_cents == cents(expected["to_clear_on_2015-09-28"])


def test_each_vector_of_a_monthly_contract_rate(interest_contract_monthly_vector: Any) -> None:
    """The program it comes from carries fractions of a cent on, and leaves the day of the payment out."""
    facts, expected = interest_contract_monthly_vector.given, interest_contract_monthly_vector.expected
    ((paid_on, paid),) = facts["payments"]
    owed = contract_interest(
        AgreedRate(percent=Decimal(facts["percent_per_month"]), per="MONTH", round_segments=False),
        cents(facts["principal"]),
        first_day=date.fromisoformat(facts["first_day"]),
        until=date.fromisoformat(facts["through_inclusive"]),
        payments=[Payment(day=date.fromisoformat(paid_on), cents=cents(paid), day_counts=False)],
        costs_cents=cents(facts["of_which_costs"]),
    )
    assert owed.cents == cents(expected["total_interest"])
    assert [segment.cents for segment in owed.segments[:4]] == [
        cents(line) for line in expected["first_lines"]
    ]
    assert [segment.days for segment in owed.segments[:4]] == expected["days"]


# --- where it begins and ends ------------------------------------------------------------------------------------


def test_the_first_day_is_the_day_after_the_due_date_and_the_last_day_counts() -> None:
    due = date(2026, 2, 10)
    totals = {
        days: interest("STATUTORY", 36_500_00, due_date=due, until=due + timedelta(days=days))
        for days in (0, 1, 2)
    }
    assert [totals[days].days for days in (0, 1, 2)] == [0, 1, 2]
    assert [totals[days].cents for days in (0, 1, 2)] == [0, 400, 800]
    assert totals[1].segments[0].first_day == totals[1].segments[0].last_day == due + ONE_DAY


def test_the_due_date_and_the_first_day_say_the_same() -> None:
    due, until = date(2025, 3, 4), date(2026, 5, 6)
    by_due_date = interest("COMMERCIAL", 12_345, due_date=due, until=until)
    assert by_due_date == interest("COMMERCIAL", 12_345, first_day=due + ONE_DAY, until=until)


def test_either_the_due_date_or_the_first_day_is_needed() -> None:
    day = date(2026, 1, 1)
    with pytest.raises(ValueError, match="give either the due date or the first interest day"):
        interest("STATUTORY", 100, until=day)
    with pytest.raises(ValueError, match="and not both"):
        interest("STATUTORY", 100, until=day, due_date=day, first_day=day)


def test_a_principal_below_zero_is_refused_and_nothing_owed_bears_nothing() -> None:
    due = date(2026, 1, 1)
    with pytest.raises(ValueError, match="cannot be below zero"):
        interest("STATUTORY", -1, due_date=due, until=date(2026, 2, 1))
    assert interest("STATUTORY", 0, due_date=due, until=date(2026, 2, 1)).cents == 0


def test_a_day_after_the_last_known_half_year_is_an_error() -> None:
    due = date(2026, 12, 1)
    assert interest("COMMERCIAL", 100_000, due_date=due, until=date(2026, 12, 31)).days == 30
    with pytest.raises(MissingRate, match="the row that begins on 2027-01-01 is missing"):
        interest("COMMERCIAL", 100_000, due_date=due, until=date(2027, 1, 1))
    with pytest.raises(MissingRate, match="2002-12-01"):
        interest("COMMERCIAL", 100_000, first_day=date(2002, 11, 30), until=date(2003, 1, 1))


@pytest.mark.parametrize("day", [date.max, date(9_001, 1, 1)])
def test_days_thousands_of_years_ahead_are_refused_with_a_sentence(day: date) -> None:
    agreed = AgreedRate(percent=Decimal(8), per="YEAR")
    with pytest.raises(ValueError, match="until the year 9000"):
        interest("STATUTORY", 100, due_date=day, until=day)
    with pytest.raises(ValueError, match="until the year 9000"):
        contract_interest(agreed, 100, first_day=date(2026, 1, 1), until=day)


def test_an_agreed_rate_runs_in_any_year() -> None:
    agreed = AgreedRate(percent=Decimal(8), per="YEAR")
    for first in (date.min, date(2999, 12, 31)):
        owed = contract_interest(agreed, 100_00, first_day=first, until=first)
        assert [(segment.first_day, segment.last_day, segment.cents) for segment in owed.segments] == [
            (first, first, 2)
        ]


def test_a_claim_that_was_cleared_before_needs_no_later_rate() -> None:
    paid = [Payment(day=date(2026, 12, 10), cents=200_000)]
    owed = interest("STATUTORY", 100_000, due_date=date(2026, 12, 1), until=date(2027, 6, 1), payments=paid)
    assert owed.days == 9
    assert owed.open_principal_cents == owed.open_interest_cents == 0
    assert owed.payments[0].left_over_cents == 200_000 - 100_000 - owed.cents


# --- where it compounds ------------------------------------------------------------------------------------------


def test_interest_is_added_on_the_anniversary_and_not_on_1_january() -> None:
    first = date(2024, 3, 15)
    day_before = interest("STATUTORY", 500_000, first_day=first, until=date(2025, 3, 14))
    anniversary = interest("STATUTORY", 500_000, first_day=first, until=date(2025, 3, 15))
    assert {segment.base_cents for segment in day_before.segments} == {500_000}
    assert anniversary.segments[-1].base_cents == 500_000 + day_before.cents == 534_000
    assert anniversary.segments[-1].days == 1


def test_29_february_falls_back_to_the_28th_and_returns_to_the_29th() -> None:
    owed = interest("STATUTORY", 1_000_000, first_day=date(2020, 2, 29), until=date(2024, 3, 1))
    bases = {segment.base_cents: segment.first_day for segment in reversed(owed.segments)}
    assert list(reversed(bases.values())) == [
        date(2020, 2, 29),
        date(2021, 2, 28),
        date(2022, 2, 28),
        date(2023, 2, 28),
        date(2024, 2, 29),
    ]


def test_a_full_leap_year_bears_the_rate_itself_by_default() -> None:
    due, until = date(2023, 12, 31), date(2024, 12, 31)
    assert interest("STATUTORY", 1_000_000, due_date=due, until=until).cents == 70_000
    assert interest("STATUTORY", 1_000_000, due_date=due, until=until, day_count="act365").cents == 70_192


def test_segments_adjoin_and_name_their_rate() -> None:
    owed = interest("STATUTORY", 100_000, due_date=date(2025, 11, 30), until=date(2026, 1, 31))
    assert [(s.first_day, s.last_day, str(s.rate), s.cents) for s in owed.segments] == [
        (date(2025, 12, 1), date(2025, 12, 31), "6.00", 510),
        (date(2026, 1, 1), date(2026, 1, 31), "4.00", 340),
    ]
    assert [citation.label for citation in owed.citations] == [
        "art. 6:119 lid 1 BW",
        "art. 6:119 lid 2 BW",
        "art. 6:120 lid 1 BW",
    ]


@pytest.mark.parametrize(("base", "owed"), [(9_124, 4), (9_125, 5), (9_126, 5)])
def test_half_a_cent_is_rounded_upwards(base: int, owed: int) -> None:
    """91.25 euros bear exactly 4.5 cents on three days at 6 percent."""
    due = date(2025, 1, 31)
    until = due + timedelta(days=3)
    assert interest("STATUTORY", base, due_date=due, until=until, day_count="act365").cents == owed


# --- the article under which it runs -----------------------------------------------------------------------------


def test_a_public_body_owes_the_commercial_rate_by_an_article_of_its_own() -> None:
    due, until = date(2026, 1, 31), date(2026, 7, 31)
    business = interest("COMMERCIAL", 100_000, due_date=due, until=until)
    public = interest("COMMERCIAL", 100_000, due_date=due, until=until, public_body=True)
    assert (public.cents, public.segments) == (business.cents, business.segments)
    assert [citation.label for citation in business.citations] == [
        "art. 6:119a lid 1 BW",
        "art. 6:119a lid 3 BW",
        "art. 6:120 lid 2 BW",
    ]
    assert [citation.label for citation in public.citations] == [
        "art. 6:119b lid 1 BW",
        "art. 6:119b lid 3 BW",
        "art. 6:120 lid 2 BW",
    ]
    assert all("leap year" in (owed.citations[1].not_confirmed or "") for owed in (business, public))
    with pytest.raises(ValueError, match="ask for commercial interest"):
        interest("STATUTORY", 100_000, due_date=due, until=until, public_body=True)


# --- payments ----------------------------------------------------------------------------------------------------


def test_the_day_of_the_payment_still_bears_interest_on_the_old_base() -> None:
    due = date(2026, 1, 31)
    paid = [Payment(day=date(2026, 2, 10), cents=50_000)]
    owed = interest("STATUTORY", 100_000, due_date=due, until=date(2026, 2, 11), payments=paid)
    first, second = owed.segments
    assert (first.last_day, first.days, first.base_cents) == (date(2026, 2, 10), 10, 100_000)
    assert (second.first_day, second.days) == (date(2026, 2, 11), 1)
    assert second.base_cents == 100_000 - (50_000 - first.cents)
    assert owed.citations[-1].label == "art. 6:44 lid 1 BW"


def test_a_payment_on_the_last_day_lowers_what_is_open_and_one_after_it_does_not() -> None:
    due, until = date(2026, 1, 31), date(2026, 2, 10)
    on_last = interest(
        "STATUTORY", 100_000, due_date=due, until=until, payments=[Payment(day=until, cents=500)]
    )
    later = [Payment(day=until + ONE_DAY, cents=500)]
    after = interest("STATUTORY", 100_000, due_date=due, until=until, payments=later)
    assert on_last.cents == after.cents == 110
    assert (on_last.open_principal_cents, on_last.open_interest_cents) == (100_000 - 390, 0)
    assert (after.open_principal_cents, after.open_interest_cents, after.payments) == (100_000, 110, ())


def test_a_payment_before_the_first_day_lowers_the_principal() -> None:
    paid = [Payment(day=date(2026, 1, 15), cents=40_000)]
    owed = interest("STATUTORY", 100_000, due_date=date(2026, 1, 31), until=date(2026, 2, 28), payments=paid)
    assert {segment.base_cents for segment in owed.segments} == {60_000}


def test_a_payment_pays_costs_then_interest_then_principal() -> None:
    paid = [Payment(day=date(2026, 12, 31), cents=50_000)]
    owed = interest(
        "STATUTORY",
        100_000,
        due_date=date(2025, 12, 31),
        until=date(2026, 12, 31),
        payments=paid,
        costs_cents=4_000,
    )
    (split,) = owed.payments
    assert (split.costs_cents, split.interest_cents, split.principal_cents) == (4_000, 4_000, 42_000)
    assert owed.open_principal_cents == 58_000


def test_compounded_interest_that_was_not_paid_stays_in_the_base() -> None:
    paid = [Payment(day=date(2026, 1, 31), cents=1_000)]
    owed = interest("STATUTORY", 100_000, due_date=date(2024, 12, 31), until=date(2026, 2, 28), payments=paid)
    (split,) = owed.payments
    assert split.interest_cents == 1_000
    assert owed.segments[1].base_cents == 106_000
    assert owed.segments[2].base_cents == 105_000


def test_two_payments_on_one_day_are_taken_in_the_order_given() -> None:
    day = date(2026, 2, 10)
    paid = [
        Payment(day=day, cents=100),
        Payment(day=day, cents=200),
        Payment(day=date(2026, 2, 5), cents=300),
    ]
    owed = interest("STATUTORY", 100_000, due_date=date(2026, 1, 31), until=date(2026, 2, 28), payments=paid)
    assert [split.cents for split in owed.payments] == [300, 100, 200]


def test_a_payment_of_nothing_or_less_is_refused() -> None:
    assert replace(Payment(day=date(2026, 1, 1), cents=1), cents=2).cents == 2
    for wrong in (0, -1):
        with pytest.raises(ValueError, match="only money received can reduce a claim"):
            Payment(day=date(2026, 1, 1), cents=wrong)


def test_an_agreed_rate_says_what_it_cannot_be() -> None:
    for wrong in ("-1", "2.00001"):
        agreed = AgreedRate(percent=Decimal(wrong), per="YEAR")
        with pytest.raises(ValueError, match="zero or more, with at most four decimals"):
            contract_interest(agreed, 100, first_day=date(2026, 1, 1), until=date(2026, 1, 2))
