"""How interest adds up: period after period, split at every change, rounded once a segment.

This module knows no statute. It is given the days on which the rate changes, the length of a period, what a
period's percentage is divided by, and the payments; `interest` and `contract_interest` say which of these
follow from which article. Days are ordinals inside, because a claim of ten years is forty segments.
"""

import itertools
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

DayCount = Literal["interest-year", "act365"]
Amount = int | Fraction
"""Cents: whole ones where each segment is rounded before it is carried on, fractions where it is not."""

_RATE_UNIT = 10_000
_PERCENT_UNITS = 100 * _RATE_UNIT
_ONE_DAY = timedelta(days=1)
_LAST_YEAR = 9_000


class Segment(NamedTuple):
    """A stretch of days with one rate and one base. Both days count."""

    first_day: date
    last_day: date
    days: int
    rate: Decimal
    base_cents: int
    cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money that reached the creditor's account on this day."""

    day: date
    cents: int
    day_counts: bool = True
    """Interest still runs on the day itself ("tot en met", 6:119a). False follows programs that leave it out."""

    def __post_init__(self) -> None:
        if self.cents <= 0:
            raise ValueError(
                f"The payment of {self.day} is {self.cents} cents: only money received can reduce a claim. "
                "Leave out a payment that was taken back."
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSplit:
    """What one payment paid, in the order of 6:44 BW. The four parts add up to the payment."""

    day: date
    cents: int
    costs_cents: int
    interest_cents: int
    principal_cents: int
    left_over_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Accrual:
    """The segments of a claim, and what is open of it after the last day."""

    segments: tuple[Segment, ...]
    cents: int
    """The interest that ran, paid or not."""
    days: int
    payments: tuple[PaymentSplit, ...]
    open_principal_cents: int
    open_interest_cents: int
    open_costs_cents: int


RateStep = tuple[int, date, date, Decimal | None, int]
"""One rate: the day after its last as an ordinal, its last day, the day after that, its percent (None: not known),
and the percent as a whole number of ten-thousandths. A plain tuple, because it is taken apart for each segment."""


class RateSteps(NamedTuple):
    """The rates of one kind in their order, without a gap from the first day that a date can be to the last."""

    ends: tuple[int, ...]
    """The day after the last of each, as an ordinal: where to look for the rate of a day."""
    steps: tuple[RateStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under which terms interest adds up."""

    steps: RateSteps
    months_a_period: int | None
    """After so many months the open interest is added to the base: 12 by statute. None: it never is."""
    day_count: DayCount
    """A period's percentage is divided by the days of that period, or (act365, or without periods) by 365."""
    missing_rate: Callable[[date], Exception]
    """Make the error for a day without a known rate."""
    round_segments: bool = True


def rate_steps(rows: Sequence[tuple[date, Decimal]], *, last_known_day: date | None) -> RateSteps:
    """Return the steps of these rates; before the first row and after the last known day no rate is known."""
    begins: list[tuple[date, Decimal | None]] = [*rows]
    if rows[0][0] > date.min:
        begins.insert(0, (date.min, None))
    if last_known_day is not None:
        begins.append((last_known_day + _ONE_DAY, None))
    following = [*(day for day, _ in begins[1:]), None]
    steps = tuple(_rate_step(percent, until) for (_, percent), until in zip(begins, following, strict=True))
    return RateSteps(ends=tuple(end for end, *_ in steps), steps=steps)


def accrue(
    terms: Terms,
    *,
    principal_cents: int,
    costs_cents: int,
    first_day: date,
    until: date,
    payments: Sequence[Payment],
) -> Accrual:
    """Return the interest from the first day until and including the last, with payments taken off in between.

    Raises:
        ValueError: an amount is below zero, or a day lies thousands of years ahead.
    """
    if principal_cents < 0 or costs_cents < 0:
        raise ValueError("Interest runs on what is owed: the principal and the costs cannot be below zero.")
    if max(first_day, until).year > _LAST_YEAR:
        raise ValueError(f"Interest is counted until the year {_LAST_YEAR}: give earlier days.")
    claim = _Claim(terms, principal_cents, costs_cents, first_day)
    end = until.toordinal() + 1
    for payment in sorted(payments, key=_effect):
        if _effect(payment) <= end:
            claim.run_until(_effect(payment))
            claim.take_off(payment)
    claim.run_until(end)
    return claim.accrual()


class _Claim:
    """What is open of one claim while its days are walked through."""

    __slots__ = (
        "_capitalised",
        "_costs",
        "_day",
        "_first_day",
        "_open_interest",
        "_period",
        "_periods",
        "_principal",
        "_segments",
        "_splits",
        "_terms",
    )

    def __init__(self, terms: Terms, principal: int, costs: int, first_day: date) -> None:
        self._principal: Amount = principal
        self._costs: Amount = costs
        self._capitalised: Amount = 0
        self._open_interest: Amount = 0
        self._terms = terms
        self._day = self._first_day = first_day.toordinal()
        self._periods = _periods(terms, first_day)
        self._period = next(self._periods)
        self._segments: list[Segment] = []
        self._splits: list[PaymentSplit] = []

    def run_until(self, end: int) -> None:
        """Add the interest of the days before this one, a segment for each stretch in which nothing changes.

        At the end of a step the rate changes; at the end of a period the base does. Ten years of half-years come
        through here thirty times a claim: the days of a step are ready-made, and whole numbers do the rest.
        """
        base = self._principal + self._capitalised
        if not base or self._day >= end:
            return
        ends, ready_steps = self._terms.steps
        steps = iter(ready_steps[bisect_right(ends, self._day) :])
        step_end, step_last, following, percent, units = next(steps)
        period_end, anniversary, divisor = self._period
        rounded, add, new = self._terms.round_segments, self._segments.append, tuple.__new__
        start, first, running = self._day, date.fromordinal(self._day), self._open_interest
        shown, twice, bound = _whole(base), 2 * base, min(period_end, end)
        while start < end:
            if percent is None:
                raise self._terms.missing_rate(first)
            stop, last = step_end, step_last
            if step_end > bound:
                stop, last = bound, date.fromordinal(bound - 1)
            days = stop - start
            numerator = twice * units * days
            cents = (numerator + divisor) // (2 * divisor)
            running += cents if rounded else Fraction(numerator, 2 * divisor)
            add(new(Segment, (first, last, days, percent, shown, cents)))
            start, first = stop, following
            if stop == step_end:
                step_end, step_last, following, percent, units = next(steps)
            if stop == period_end:
                first, base = anniversary, base + running
                self._capitalised += running
                self._period = period_end, anniversary, divisor = next(self._periods)
                running, shown, twice, bound = 0, _whole(base), 2 * base, min(period_end, end)
        self._day, self._open_interest = end, running

    def take_off(self, payment: Payment) -> None:
        """Take off what the payment paid: costs, then interest (the oldest first), then principal (6:44 BW)."""
        to_costs = min(self._costs, payment.cents)
        left = payment.cents - to_costs
        to_capitalised = min(self._capitalised, left)
        to_running = min(self._open_interest, left - to_capitalised)
        left = left - to_capitalised - to_running
        to_principal = min(self._principal, left)
        self._costs -= to_costs
        self._capitalised -= to_capitalised
        self._open_interest -= to_running
        self._principal -= to_principal
        self._splits.append(_split(payment, to_costs, to_capitalised + to_running, to_principal))

    def accrual(self) -> Accrual:
        """Return the segments, and what is open now."""
        return Accrual(
            segments=tuple(self._segments),
            cents=sum([segment.cents for segment in self._segments]),
            days=self._day - self._first_day,
            payments=tuple(self._splits),
            open_principal_cents=_whole(self._principal),
            open_interest_cents=_whole(self._capitalised + self._open_interest),
            open_costs_cents=_whole(self._costs),
        )


def _rate_step(percent: Decimal | None, following: date | None) -> RateStep:
    """Return the step of a rate that holds until the day of the following one; where none follows, for ever."""
    units = _units(percent or Decimal(0))
    if following is None:
        return date.max.toordinal() + 1, date.max, date.max, percent, units
    return following.toordinal(), following - _ONE_DAY, following, percent, units


def _effect(payment: Payment) -> int:
    """Return the day from which the payment lowers the base."""
    return payment.day.toordinal() + payment.day_counts


def _split(payment: Payment, costs: Amount, interest: Amount, principal: Amount) -> PaymentSplit:
    """Return the parts in whole cents, adding up exactly: what rounding leaves falls to the last part in use."""
    whole_costs, whole_interest = _whole(costs), _whole(interest)
    rest = payment.cents - whole_costs - whole_interest
    uses_all = costs + interest + principal == payment.cents
    whole_principal = rest if uses_all else min(rest, _whole(principal))
    return PaymentSplit(
        day=payment.day,
        cents=payment.cents,
        costs_cents=whole_costs,
        interest_cents=whole_interest,
        principal_cents=whole_principal,
        left_over_cents=rest - whole_principal,
    )


def _periods(terms: Terms, first_day: date) -> Iterator[tuple[int, date, int]]:
    """Yield of each period the day after its last (as number and date), and what its percentage is divided by.

    Every period is counted from the first interest day itself, so that a claim of 29 February falls back to the
    28th in an ordinary year and returns to the 29th in a leap year, without losing a day a cycle.
    """
    start, each = first_day.toordinal(), terms.months_a_period
    if each is None:
        yield date.max.toordinal() + 1, date.max, 365 * _PERCENT_UNITS
        return
    for months in itertools.count(each, each):
        anniversary = _anniversary(first_day, months)
        end = anniversary.toordinal()
        yield end, anniversary, (365 if terms.day_count == "act365" else end - start) * _PERCENT_UNITS
        start = end


def _anniversary(anchor: date, months: int) -> date:
    years, month = divmod(anchor.month - 1 + months, 12)
    year = anchor.year + years
    if anchor.day <= 28:
        return date(year, month + 1, anchor.day)
    return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))


def _half_up(numerator: Amount, divisor: int) -> int:
    """Return the quotient in whole cents, half a cent upwards. Amounts here are never below zero."""
    return (2 * numerator + divisor) // (2 * divisor)


def _whole(cents: Amount) -> int:
    return cents if isinstance(cents, int) else _half_up(cents, 1)


def _units(percent: Decimal) -> int:
    units = percent * _RATE_UNIT
    if percent < 0 or units != units.to_integral_value():
        raise ValueError(
            f"A rate of {percent} percent cannot be used: give zero or more, with at most four decimals."
        )
    return int(units)
