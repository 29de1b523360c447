"""How interest adds up: period after period, split at every change, rounded once a segment.

This module knows no statute. It is given the days on which the rate changes, the length of a period, what a
period's percentage is divided by, and the payments; `interest` and `contract_interest` say which of these
follow from which article. Where the calendar splits a claim is found in `stretches`, once for each first day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from voldaan.domain.law.stretches import Terms, stretches

Amount = int | Fraction
"""Cents: whole ones where each segment is rounded before it is carried on, fractions where it is not."""

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
    end = until.toordinal() + 1
    claim = _Claim(terms, principal_cents, costs_cents, first_day, end)
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
        "_principal",
        "_segments",
        "_splits",
        "_stretch",
        "_stretches",
        "_terms",
    )

    def __init__(self, terms: Terms, principal: int, costs: int, first_day: date, end: int) -> None:
        self._principal: Amount = principal
        self._costs: Amount = costs
        self._capitalised: Amount = 0
        self._open_interest: Amount = 0
        self._terms = terms
        self._day = self._first_day = first_day.toordinal()
        self._stretches = stretches(terms, first_day, end)
        self._stretch = 0
        self._segments: list[Segment] = []
        self._splits: list[PaymentSplit] = []

    def run_until(self, end: int) -> None:
        """Add the interest of the days before this one, a segment for each stretch in which nothing changes.

        Ten years of half-years come through here thirty times a claim: the days lie ready, whole numbers do the rest.
        """
        base = self._principal + self._capitalised
        if not base or self._day >= end:
            return
        rounded, add, new = self._terms.round_segments, self._segments.append, tuple.__new__
        start, running, shown, twice = self._day, self._open_interest, _whole(base), 2 * base
        while start < end:
            ends, first, last, days, percent, units, divisor, closes = self._stretches[self._stretch]
            if percent is None:
                raise self._terms.missing_rate(date.fromordinal(start))
            stop = ends
            if stop > end:
                stop, last = end, date.fromordinal(end - 1)
            if days != stop - start:
                days, first = stop - start, date.fromordinal(start)
            numerator = twice * units * days
            cents = (numerator + divisor) // (2 * divisor)
            running += cents if rounded else Fraction(numerator, 2 * divisor)
            add(new(Segment, (first, last, days, percent, shown, cents)))
            start = stop
            if stop == ends:
                self._stretch += 1
                if closes:
                    self._capitalised += running
                    base += running
                    running, shown, twice = 0, _whole(base), 2 * base
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


def _half_up(numerator: Amount, divisor: int) -> int:
    """Return the quotient in whole cents, half a cent upwards. Amounts here are never below zero."""
    return (2 * numerator + divisor) // (2 * divisor)


def _whole(cents: Amount) -> int:
    return cents if isinstance(cents, int) else _half_up(cents, 1)
