"""Statutory interest (6:119 BW) and commercial interest (6:119a and 6:119b BW).

Paid on the due date, nothing is owed; a day later, one day:

>>> due = date(2025, 11, 30)
>>> interest("STATUTORY", 100_000, due_date=due, until=due).cents
0
>>> owed = interest("STATUTORY", 100_000, due_date=due, until=date(2026, 1, 31))
>>> owed.cents, owed.days, [str(segment.rate) for segment in owed.segments]
(850, 62, ['6.00', '4.00'])
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from voldaan.domain.law import rates
from voldaan.domain.law.accrual import (
    Accrual,
    DayCount,
    Payment,
    PaymentSplit,
    Segment,
    Terms,
    accrue,
    rate_steps,
)
from voldaan.domain.law.citation import Citation
from voldaan.domain.law.rates import InterestKind

__all__ = ["DayCount", "Interest", "InterestKind", "Payment", "PaymentSplit", "Segment", "interest"]

COMPOUNDING_STATUTORY = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119",
    paragraph="2",
    follows="After each year, counted from the first interest day, the interest of that year is added to the base.",
    valid_from=date(1992, 1, 1),
)
COMPOUNDING_COMMERCIAL = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119a",
    paragraph="3",
    follows="After each year, counted from the first interest day, the interest of that year is added to the base.",
    valid_from=date(2002, 12, 1),
)
ORDER_OF_PAYMENT = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:44",
    paragraph="1",
    follows="A payment pays the costs first, then the interest that has run, then the principal.",
    valid_from=date(1992, 1, 1),
)

_CITATIONS: dict[InterestKind, tuple[Citation, ...]] = {
    "STATUTORY": (rates.STATUTORY, COMPOUNDING_STATUTORY, rates.RATE_STATUTORY),
    "COMMERCIAL": (rates.COMMERCIAL, COMPOUNDING_COMMERCIAL, rates.RATE_COMMERCIAL),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """The interest on one claim, segment by segment, with its articles."""

    cents: int
    """The interest that ran, paid or not."""
    days: int
    segments: tuple[Segment, ...]
    citations: tuple[Citation, ...]
    payments: tuple[PaymentSplit, ...] = ()
    open_principal_cents: int
    open_interest_cents: int
    open_costs_cents: int


def interest(
    kind: InterestKind,
    principal_cents: int,
    *,
    until: date,
    due_date: date | None = None,
    first_day: date | None = None,
    day_count: DayCount = "interest-year",
    payments: Sequence[Payment] = (),
    costs_cents: int = 0,
) -> Interest:
    """Return the interest from the first day until and including `until`. Give the due date or the first day.

    The first day is the day after the due date, or the day on which default began; the day of payment still
    counts (6:119a paragraph 1: "tot en met"). Each segment is rounded to the cent, half upwards, and then added.
    By default a year's interest is the rate itself, also in a leap year; `act365` divides by 365. Payments after
    `until` do not matter yet.
    """
    accrual = accrue(
        _terms(kind, day_count),
        principal_cents=principal_cents,
        costs_cents=costs_cents,
        first_day=_first_interest_day(due_date, first_day),
        until=until,
        payments=payments,
    )
    return stated(accrual, _CITATIONS[kind])


def stated(accrual: Accrual, citations: tuple[Citation, ...]) -> Interest:
    """Return the accrual with the articles that it rests on."""
    return Interest(
        cents=accrual.cents,
        days=accrual.days,
        segments=accrual.segments,
        citations=(*citations, ORDER_OF_PAYMENT) if accrual.payments else citations,
        payments=accrual.payments,
        open_principal_cents=accrual.open_principal_cents,
        open_interest_cents=accrual.open_interest_cents,
        open_costs_cents=accrual.open_costs_cents,
    )


def _first_interest_day(due_date: date | None, first_day: date | None) -> date:
    if due_date is not None and first_day is None:
        return due_date + timedelta(days=1)
    if first_day is not None and due_date is None:
        return first_day
    raise ValueError(
        "Interest begins on one day: give either the due date or the first interest day, and not both."
    )


@lru_cache(maxsize=16)
def _terms(kind: InterestKind, day_count: DayCount) -> Terms:
    rows = [(rate.first_day, rate.percent) for rate in rates.rates(kind)]
    return Terms(
        steps=rate_steps(rows, last_known_day=rates.last_known_day(kind)),
        months_a_period=12,
        day_count=day_count,
        missing_rate=lambda day: rates.missing_rate(kind, day),
    )
