"""Interest that the parties agreed themselves, a year or a month (6:119 paragraph 3 BW).

>>> agreed = AgreedRate(percent=Decimal("2"), per="MONTH")
>>> owed = contract_interest(agreed, 100_000, first_day=date(2026, 1, 1), until=date(2026, 2, 28))
>>> [segment.cents for segment in owed.segments]
[2000, 2040]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from voldaan.domain.law.accrual import DayCount, Payment, Terms, accrue, rate_steps
from voldaan.domain.law.citation import Citation
from voldaan.domain.law.interest import Interest, stated

CONTRACT_RATE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119",
    paragraph="3",
    follows="An agreed rate that is higher than the statutory one keeps running in its place.",
    valid_from=date(1992, 1, 1),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedRate:
    """The rate that the contract names, and how it is counted."""

    percent: Decimal
    per: Literal["YEAR", "MONTH"]
    """After each of these the open interest is added to the base. For a month that is the custom of practice,
    not of the statute: the contract has to say so."""
    day_count: DayCount = "interest-year"
    """How part of a year is counted. Part of a month is always a share of that month."""
    round_segments: bool = True
    """False carries fractions of a cent on and rounds a segment only where it is shown, as some programs do."""


def contract_interest(
    agreed: AgreedRate,
    principal_cents: int,
    *,
    first_day: date,
    until: date,
    payments: Sequence[Payment] = (),
    costs_cents: int = 0,
) -> Interest:
    """Return the agreed interest from the first day until and including `until`, compounded each agreed period."""
    accrual = accrue(
        _terms(agreed),
        principal_cents=principal_cents,
        costs_cents=costs_cents,
        first_day=first_day,
        until=until,
        payments=payments,
    )
    return stated(accrual, (CONTRACT_RATE,))


def _terms(agreed: AgreedRate) -> Terms:
    return Terms(
        steps=rate_steps([(date.min, agreed.percent)], last_known_day=None),
        months_a_period=12 if agreed.per == "YEAR" else 1,
        day_count=agreed.day_count if agreed.per == "YEAR" else "interest-year",
        missing_rate=lambda day: ValueError(f"No rate was agreed for {day}: name the rate of the contract."),
        round_segments=agreed.round_segments,
    )
