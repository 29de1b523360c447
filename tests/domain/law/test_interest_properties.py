"""What holds for interest over any claim: it never falls, it adds up, and each segment can be worked out again."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import floor

from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.interest import DayCount, InterestKind, Payment, interest
from voldaan.domain.law.rates import rate_on

ONE_DAY = timedelta(days=1)

kinds = st.sampled_from(["STATUTORY", "COMMERCIAL"])
day_counts = st.sampled_from(["interest-year", "act365"])
amounts = st.integers(min_value=1, max_value=10**9)
starts = st.dates(min_value=date(2003, 1, 1), max_value=date(2024, 12, 31))


@given(kinds, amounts, starts, st.integers(0, 700), st.integers(0, 30), day_counts)
def test_interest_never_falls_when_the_period_grows(
    kind: InterestKind, principal: int, first: date, days: int, more: int, day_count: DayCount
) -> None:
    until = first + timedelta(days=days)
    shorter = interest(kind, principal, first_day=first, until=until, day_count=day_count)
    longer = interest(
        kind, principal, first_day=first, until=until + timedelta(days=more), day_count=day_count
    )
    assert longer.cents >= shorter.cents
    assert longer.days == shorter.days + more


@given(kinds, amounts, starts, st.integers(0, 1000), st.integers(1, 10**6))
def test_interest_never_falls_when_the_principal_grows(
    kind: InterestKind, principal: int, first: date, days: int, more: int
) -> None:
    until = first + timedelta(days=min(days, (date(2026, 12, 31) - first).days))
    smaller = interest(kind, principal, first_day=first, until=until)
    assert interest(kind, principal + more, first_day=first, until=until).cents >= smaller.cents


@given(kinds, amounts, starts, st.integers(2, 365), st.data())
def test_a_period_split_at_any_day_adds_up_within_half_a_cent_a_segment(
    kind: InterestKind, principal: int, first: date, days: int, data: st.DataObject
) -> None:
    """Within one interest year, because the second part would otherwise compound on another day."""
    until = first + timedelta(days=days - 1)
    middle = first + timedelta(days=data.draw(st.integers(0, days - 2)))
    whole = interest(kind, principal, first_day=first, until=until, day_count="act365")
    before = interest(kind, principal, first_day=first, until=middle, day_count="act365")
    behind = interest(kind, principal, first_day=middle + ONE_DAY, until=until, day_count="act365")
    segments = len(whole.segments) + len(before.segments) + len(behind.segments)
    assert abs(whole.cents - before.cents - behind.cents) <= segments / 2
    assert whole.days == before.days + behind.days


@given(kinds, amounts, starts, st.integers(0, 3650), day_counts)
def test_segments_cover_the_period_without_gap_and_add_up(
    kind: InterestKind, principal: int, first: date, days: int, day_count: DayCount
) -> None:
    until = min(first + timedelta(days=days), date(2026, 12, 31))
    owed = interest(kind, principal, first_day=first, until=until, day_count=day_count)
    assert owed.cents == sum(segment.cents for segment in owed.segments) == owed.open_interest_cents
    assert owed.segments[0].first_day == first
    assert owed.segments[-1].last_day == until
    for earlier, later in zip(owed.segments, owed.segments[1:], strict=False):
        assert earlier.last_day + ONE_DAY == later.first_day


@given(kinds, amounts, starts, st.integers(1, 9), st.integers(0, 400), st.data())
def test_a_period_split_at_any_day_continues_on_the_base_of_its_year(
    kind: InterestKind, principal: int, first: date, years: int, days: int, data: st.DataObject
) -> None:
    """Over years: the second part bears interest on what the whole has in its base, from anniversary to anniversary."""
    until = min(first + timedelta(days=365 * years + days), date(2026, 12, 31))
    whole = interest(kind, principal, first_day=first, until=until)
    middle = data.draw(st.dates(first, until))
    before = interest(kind, principal, first_day=first, until=middle)
    behind = [segment for segment in whole.segments if segment.last_day > middle]
    split = behind[:1] if behind and behind[0].first_day <= middle else []
    left = sum(
        Decimal(segment.cents) * (segment.last_day - middle).days / segment.days for segment in split
    ) + sum(segment.cents for segment in behind[len(split) :])
    assert abs(whole.cents - before.cents - left) <= Decimal(len(split))
    assert before.segments[: -1 if split else None] == whole.segments[: len(before.segments) - len(split)]


@given(kinds, starts, st.integers(0, 3000), day_counts)
def test_nothing_owed_bears_nothing(kind: InterestKind, first: date, days: int, day_count: DayCount) -> None:
    owed = interest(kind, 0, first_day=first, until=first + timedelta(days=days), day_count=day_count)
    assert (owed.cents, owed.days, owed.segments, owed.open_interest_cents) == (0, 0, (), 0)


@given(kinds, amounts, starts, st.integers(0, 4000), day_counts)
def test_each_segment_is_its_base_times_its_rate_times_its_days_rounded_half_upwards(
    kind: InterestKind, principal: int, first: date, days: int, day_count: DayCount
) -> None:
    """Worked out again in fractions, the anniversaries found by replacing the year."""
    until = min(first + timedelta(days=days), date(2026, 12, 31))
    owed = interest(kind, principal, first_day=first, until=until, day_count=day_count)
    for segment in owed.segments:
        begins = max(day for day in anniversaries(first) if day <= segment.first_day)
        following = min(day for day in anniversaries(first) if day > segment.first_day)
        earlier = sum(other.cents for other in owed.segments if other.last_day < begins)
        assert segment.last_day < following
        assert segment.base_cents == principal + earlier
        assert (
            segment.rate
            == rate_on(kind, segment.first_day).percent
            == rate_on(kind, segment.last_day).percent
        )
        divisor = 100 * (365 if day_count == "act365" else (following - begins).days)
        exact = Fraction(segment.rate) * segment.base_cents * segment.days / divisor
        assert segment.cents == floor(exact + Fraction(1, 2))


def anniversaries(first: date) -> list[date]:
    if (first.month, first.day) == (2, 29):
        return [date(first.year + n, 3, 1) - ONE_DAY for n in range(30)]
    return [first.replace(year=first.year + n) for n in range(30)]


payments = st.lists(
    st.builds(
        Payment,
        day=st.dates(date(2023, 6, 1), date(2027, 1, 31)),
        cents=st.integers(1, 200_000),
        day_counts=st.booleans(),
    ),
    max_size=6,
)


@given(kinds, amounts, payments, st.integers(0, 10_000))
def test_each_cent_of_a_payment_is_somewhere(
    kind: InterestKind, principal: int, paid: list[Payment], costs: int
) -> None:
    until = date(2026, 12, 31)
    owed = interest(
        kind, principal, first_day=date(2024, 2, 29), until=until, payments=paid, costs_cents=costs
    )
    for split in owed.payments:
        parts = (split.costs_cents, split.interest_cents, split.principal_cents, split.left_over_cents)
        assert sum(parts) == split.cents
        assert min(parts) >= 0
    assert owed.open_principal_cents == principal - sum(split.principal_cents for split in owed.payments)
    assert owed.open_interest_cents == owed.cents - sum(split.interest_cents for split in owed.payments)
    assert owed.open_costs_cents == costs - sum(split.costs_cents for split in owed.payments)
    still_open = owed.open_principal_cents + owed.open_interest_cents + owed.open_costs_cents
    applied = sum(split.cents - split.left_over_cents for split in owed.payments)
    assert still_open == principal + owed.cents + costs - applied


@given(kinds, amounts, payments)
def test_a_payment_never_raises_the_interest(kind: InterestKind, principal: int, paid: list[Payment]) -> None:
    """Within one cent a segment: a payment splits a stretch in two that are rounded apart."""
    first, until = date(2024, 2, 29), date(2026, 12, 31)
    without = interest(kind, principal, first_day=first, until=until)
    with_them = interest(kind, principal, first_day=first, until=until, payments=paid)
    assert with_them.cents <= without.cents + len(with_them.segments)
