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
from decimal import Decimal
from functools import lru_cache, partial

from voldaan.domain.law import rates
from voldaan.domain.law.accrual import Accrual, Payment, PaymentSplit, Segment, accrue
from voldaan.domain.law.allocation import ORDER_WITHIN
from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.law.rates import InterestKind
from voldaan.domain.law.stretches import DayCount, Terms, Window, rate_steps, terms_at_rest

__all__ = ["DayCount", "Interest", "InterestKind", "Payment", "PaymentSplit", "Segment", "interest"]

_DAY_COUNT = (
    "No ruling says how a leap year is counted, nor how is rounded: by default a year's percentage is divided by the "
    "days of that interest year, 365 or 366, and each segment is rounded to the cent, half upwards."
)
_DAY_COUNT_NL = (
    "Geen uitspraak zegt hoe een schrikkeljaar telt, of hoe wordt afgerond: standaard wordt het jaarpercentage gedeeld "
    "door de dagen van dat rentejaar, 365 of 366, en wordt elke deelperiode op de cent afgerond, een halve naar boven."
)

COMPOUNDING_STATUTORY = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119",
    paragraph="2",
    follows="After each year, counted from the first interest day, the interest of that year is added to the base.",
    follows_nl="Telkens na een jaar, geteld vanaf de eerste rentedag, wordt de rente van dat jaar bij het bedrag "
    "geteld waarover de rente loopt.",
    valid_from=date(1992, 1, 1),
    not_confirmed=_DAY_COUNT,
    not_confirmed_nl=_DAY_COUNT_NL,
)
COMPOUNDING_COMMERCIAL = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119a",
    paragraph="3",
    follows="After each year, counted from the first interest day, the interest of that year is added to the base.",
    follows_nl="Telkens na een jaar, geteld vanaf de eerste rentedag, wordt de rente van dat jaar bij het bedrag "
    "geteld waarover de rente loopt.",
    valid_from=date(2002, 12, 1),
    not_confirmed=_DAY_COUNT,
    not_confirmed_nl=_DAY_COUNT_NL,
)
COMPOUNDING_PUBLIC_BODY = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119b",
    paragraph="3",
    follows="After each year, counted from the first interest day, the interest of that year is added to the base.",
    follows_nl="Telkens na een jaar, geteld vanaf de eerste rentedag, wordt de rente van dat jaar bij het bedrag "
    "geteld waarover de rente loopt.",
    valid_from=date(2013, 3, 16),
    not_confirmed="The paragraph was not read word for word: it is taken to say what 6:119a paragraph 3 says. "
    f"{_DAY_COUNT}",
    not_confirmed_nl="Het lid is niet woordelijk gelezen: aangenomen is dat het zegt wat artikel 6:119a lid 3 zegt. "
    f"{_DAY_COUNT_NL}",
)

_ONE_DAY = timedelta(days=1)
_CITATIONS: dict[InterestKind, tuple[Citation, ...]] = {
    "STATUTORY": (rates.STATUTORY, COMPOUNDING_STATUTORY, rates.RATE_STATUTORY),
    "COMMERCIAL": (rates.COMMERCIAL, COMPOUNDING_COMMERCIAL, rates.RATE_COMMERCIAL),
}
_CITATIONS_PUBLIC_BODY = (rates.COMMERCIAL_PUBLIC_BODY, COMPOUNDING_PUBLIC_BODY, rates.RATE_COMMERCIAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Interest:
    """The interest on one claim, segment by segment, with its articles."""

    cents: int
    """The interest that ran, paid or not."""
    days: int
    """From the first day to the last, also those on which it rested."""
    segments: tuple[Segment, ...]
    citations: tuple[Citation, ...]
    payments: tuple[PaymentSplit, ...] = ()
    open_principal_cents: int
    open_interest_cents: int
    open_costs_cents: int


@follows(
    rates.STATUTORY,
    rates.COMMERCIAL,
    rates.COMMERCIAL_PUBLIC_BODY,
    COMPOUNDING_STATUTORY,
    COMPOUNDING_COMMERCIAL,
    COMPOUNDING_PUBLIC_BODY,
    ORDER_WITHIN,
)
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
    public_body: bool = False,
    resting: Sequence[Window] = (),
) -> Interest:
    """Return the interest from the first day until and including `until`. Give the due date or the first day.

    The first day is the day after the due date, or the day on which default began; the day of payment still
    counts (6:119a paragraph 1: "tot en met"). Each segment is rounded to the cent, half upwards, and then added.
    By default a year's interest is the rate itself, also in a leap year; `act365` divides by 365. Payments after
    `until` do not matter yet. A public body owes the commercial rate by an article of its own (6:119b).

    On the days of `resting`, first and last day included, no interest runs: they stand as segments of 0.00 percent
    and need no rate. What was added to the base before them stays, and so do the anniversaries.

    Raises:
        MissingRate: no rate is known for one of the days on which interest runs.
        ValueError: the days or amounts cannot be right.
    """
    citations = _citations(kind, public_body)
    accrual = accrue(
        terms_at_rest(_terms(kind, day_count), resting),
        principal_cents=principal_cents,
        costs_cents=costs_cents,
        first_day=_first_interest_day(due_date, first_day),
        until=until,
        payments=payments,
    )
    return stated(accrual, citations)


def stated(accrual: Accrual, citations: tuple[Citation, ...]) -> Interest:
    """Return the accrual with the articles that it rests on."""
    return Interest(
        cents=accrual.cents,
        days=accrual.days,
        segments=accrual.segments,
        citations=(*citations, ORDER_WITHIN) if accrual.payments else citations,
        payments=accrual.payments,
        open_principal_cents=accrual.open_principal_cents,
        open_interest_cents=accrual.open_interest_cents,
        open_costs_cents=accrual.open_costs_cents,
    )


def _citations(kind: InterestKind, public_body: bool) -> tuple[Citation, ...]:
    if not public_body:
        return _CITATIONS[kind]
    if kind != "COMMERCIAL":
        raise ValueError(
            "A public body owes the commercial rate for what it buys (6:119b BW): ask for commercial interest, "
            "or leave out that it is a public body."
        )
    return _CITATIONS_PUBLIC_BODY


def _first_interest_day(due_date: date | None, first_day: date | None) -> date:
    if due_date is not None and first_day is None:
        return min(due_date, date.max - _ONE_DAY) + _ONE_DAY
    if first_day is not None and due_date is None:
        return first_day
    raise ValueError(
        "Interest begins on one day: give either the due date or the first interest day, and not both."
    )


@lru_cache(maxsize=16)
def _terms(kind: InterestKind, day_count: DayCount) -> Terms:
    return terms_above(kind, Decimal(0), day_count)


def terms_above(kind: InterestKind, percent: Decimal, day_count: DayCount) -> Terms:
    """Return the terms of the law, where this percentage a year runs instead as long as it is higher."""
    return Terms(
        steps=rate_steps(
            [(rate.first_day, max(rate.percent, percent)) for rate in rates.rates(kind)],
            last_known_day=rates.last_known_day(kind),
        ),
        months_a_period=12,
        day_count=day_count,
        missing_rate=partial(rates.missing_rate, kind),
    )
