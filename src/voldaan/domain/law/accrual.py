"""How interest adds up: period after period, split at every change, rounded once a segment.

This module knows no statute. It is given the days on which the rate changes, the length of a period, what a
period's percentage is divided by, and the payments; `interest` and `contract_interest` say which of these
follow from which article. Days are ordinals inside, because a claim of ten years is forty segments.
"""

from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter
from typing import Literal, NamedTuple

DayCount = Literal["interest-year", "act365"]
Amount = int | Fraction
"""Cents: whole ones where each segment is rounded before it is carried on, fractions where it is not."""

_RATE_UNIT = 10_000
_NEVER = date.max.toordinal() + 1


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


class RateSteps(NamedTuple):
    """The days on which a rate begins, as ordinals, and the rates. None stands for days without a known rate.

    Behind the last rate stands a day that never comes, so that every rate has an end.
    """

    first_days: tuple[int, ...]
    percents: tuple[Decimal | None, ...]
    units: tuple[int, ...]
    """The percents as whole numbers of a ten-thousandth, for exact arithmetic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Under which terms interest adds up."""

    steps: RateSteps
    months_a_period: int
    """After so many months the open interest is added to the base: 12 by statute."""
    day_count: DayCount
    """A period's percentage is divided by the days of that period, or (act365) by 365."""
    missing_rate: Callable[[date], Exception]
    """Make the error for a day without a known rate."""
    round_segments: bool = True


def rate_steps(rows: Sequence[tuple[date, Decimal]], *, last_known_day: date | None) -> RateSteps:
    """Return the steps of these rates; before the first row and after the last known day no rate is known."""
    steps: list[tuple[int, Decimal | None]] = [(1, None)]
    steps += [(first_day.toordinal(), percent) for first_day, percent in rows]
    if last_known_day is not None:
        steps.append((last_known_day.toordinal() + 1, None))
    return RateSteps(
        first_days=(*(day for day, _ in steps), _NEVER),
        percents=tuple(percent for _, percent in steps),
        units=tuple(_units(percent or Decimal(0)) for _, percent in steps),
    )


def accrue(
    terms: Terms,
    *,
    principal_cents: int,
    costs_cents: int,
    first_day: date,
    until: date,
    payments: Sequence[Payment],
) -> Accrual:
    """Return the interest from the first day until and including the last, with payments taken off in between."""
    if principal_cents < 0 or costs_cents < 0:
        raise ValueError("Interest runs on what is owed: the principal and the costs cannot be below zero.")
    claim = _Claim(principal_cents, costs_cents, terms, payments)
    end = until.toordinal() + 1
    for start, stop, days_in_period in _periods(first_day, end, terms.months_a_period):
        claim.run_through(start, stop, 365 if terms.day_count == "act365" else days_in_period)
        claim.capitalise()
    claim.receive(end)
    return claim.accrual()


class _Claim:
    """What is open of one claim while its days are walked through."""

    __slots__ = (
        "_capitalised",
        "_cents",
        "_costs",
        "_days",
        "_open_interest",
        "_principal",
        "_segments",
        "_splits",
        "_step",
        "_terms",
        "_waiting",
    )

    def __init__(self, principal: int, costs: int, terms: Terms, payments: Sequence[Payment]) -> None:
        self._principal: Amount = principal
        self._costs: Amount = costs
        self._capitalised: Amount = 0
        self._open_interest: Amount = 0
        self._cents = self._days = self._step = 0
        self._terms = terms
        self._segments: list[Segment] = []
        self._splits: list[PaymentSplit] = []
        ordered = sorted(((_effect(payment), payment) for payment in payments), key=itemgetter(0))
        self._waiting = ordered[::-1]

    def run_through(self, start: int, stop: int, denominator: int) -> None:
        """Add the interest of one period, stretch by stretch in which neither the rate nor the base changes."""
        first_days = self._terms.steps.first_days
        divisor = 100 * _RATE_UNIT * denominator
        while start < stop:
            while first_days[self._step + 1] <= start:
                self._step += 1
            end = first_days[self._step + 1]
            if self._waiting:
                self.receive(start)
                end = min(end, self._waiting[-1][0]) if self._waiting else end
            end = min(end, stop)
            self._run(start, end, divisor)
            start = end

    def receive(self, day: int) -> None:
        """Take off each payment that has effect on this day or before."""
        while self._waiting and self._waiting[-1][0] <= day:
            self._splits.append(self._take_off(self._waiting.pop()[1]))

    def capitalise(self) -> None:
        """Add the interest of the period that has ended to the base."""
        self._capitalised += self._open_interest
        self._open_interest = 0

    def accrual(self) -> Accrual:
        """Return the segments, and what is open now."""
        return Accrual(
            segments=tuple(self._segments),
            cents=self._cents,
            days=self._days,
            payments=tuple(self._splits),
            open_principal_cents=_whole(self._principal),
            open_interest_cents=_whole(self._capitalised + self._open_interest),
            open_costs_cents=_whole(self._costs),
        )

    def _run(self, start: int, end: int, divisor: int) -> None:
        """Add the interest of one stretch."""
        base = self._principal + self._capitalised
        if not base:
            return
        _, percents, units = self._terms.steps
        percent = percents[self._step]
        if percent is None:
            raise self._terms.missing_rate(date.fromordinal(start))
        days = end - start
        numerator = base * units[self._step] * days
        cents = _half_up(numerator, divisor)
        self._open_interest += cents if self._terms.round_segments else Fraction(numerator, divisor)
        self._cents += cents
        self._days += days
        self._segments.append(
            Segment(date.fromordinal(start), date.fromordinal(end - 1), days, percent, _whole(base), cents)
        )

    def _take_off(self, payment: Payment) -> PaymentSplit:
        """Return what the payment paid: costs, then interest (the oldest first), then principal (6:44 BW)."""
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
        return _split(payment, to_costs, to_capitalised + to_running, to_principal)


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


def _periods(first_day: date, end: int, months: int) -> Iterator[tuple[int, int, int]]:
    """Yield each period as its first day, the day after its last (or `end`), and its full number of days.

    Every period is counted from the first interest day itself, so that a claim of 29 February falls back to the
    28th in an ordinary year and returns to the 29th in a leap year, without losing a day a cycle.
    """
    start, count = first_day.toordinal(), 0
    while start < end:
        count += 1
        following = _anniversary(first_day, count * months).toordinal()
        yield start, min(following, end), following - start
        start = following


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
