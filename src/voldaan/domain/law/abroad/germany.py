"""German default interest (§§ 247, 288 and 289 BGB): so many points above the base rate, and none on interest.

A figure for a person to look at: no message is written from it. The base rate holds from its first day until the next
row; behind the last known day it is missing, and that is an error.

>>> owed = german_interest("BUSINESS", 1_000_00, first_day=date(2025, 6, 1), until=date(2025, 7, 31))
>>> owed.cents, [str(segment.rate) for segment in owed.segments]
(1798, ['11.27', '10.27'])
"""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from voldaan.domain.law.accrual import accrue
from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.law.interest import Interest, stated
from voldaan.domain.law.stretches import Terms, rate_steps

GermanDebtor = Literal["CONSUMER", "BUSINESS"]

BASE_RATE = Citation(
    law="BGB (Duitsland)",
    bwb_id=None,
    article="247",
    follows="The base rate changes on 1 January and 1 July; the Bundesbank publishes it.",
    follows_nl="De basisrente wijzigt op 1 januari en op 1 juli; de Bundesbank maakt haar bekend.",
    valid_from=date(2002, 1, 1),
    not_confirmed="The 1.52 percent from 1 July 2026 was not read: it follows from the rise of the ECB's rate.",
    not_confirmed_nl="De 1,52 procent vanaf 1 juli 2026 is niet gelezen: zij volgt uit de verhoging van de rente van "
    "de ECB.",
    address="https://www.gesetze-im-internet.de/bgb/__247.html",
)
DEFAULT_INTEREST = Citation(
    law="BGB (Duitsland)",
    bwb_id=None,
    article="288",
    follows="A consumer in default owes 5 points above the base rate; for pay between businesses it is 9 points.",
    follows_nl="Een consument in verzuim is 5 procentpunten boven de basisrente verschuldigd; voor een vergoeding "
    "tussen bedrijven zijn het er 9.",
    valid_from=date(2014, 7, 29),
    not_confirmed="That businesses owe 8 points for contracts from before 29 July 2014 was not read. Days are divided "
    "by 365 and each segment is rounded to the cent; German courts are said to count months of 30 days as well.",
    not_confirmed_nl="Dat bedrijven 8 procentpunten verschuldigd zijn bij overeenkomsten van vóór 29 juli 2014 is "
    "niet gelezen. Dagen worden door 365 gedeeld en elke deelperiode wordt op de cent afgerond; Duitse rechters "
    "zouden ook met maanden van 30 dagen rekenen.",
    address="https://www.gesetze-im-internet.de/bgb/__288.html",
)
NO_COMPOUNDING = Citation(
    law="BGB (Duitsland)",
    bwb_id=None,
    article="289",
    follows="Interest for default bears no interest for default.",
    follows_nl="Vertragingsrente brengt zelf geen vertragingsrente voort.",
    valid_from=date(2002, 1, 1),
    address="https://www.gesetze-im-internet.de/bgb/__289.html",
)

_NINE_POINTS_FROM = date(2014, 7, 29)
_LAST_KNOWN_DAY = date(2026, 12, 31)


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRate:
    """One row: the base rate from this day, which can be below zero."""

    first_day: date
    percent: Decimal
    source: str
    confirmed: bool


def base_rates() -> tuple[BaseRate, ...]:
    """Return the rows, oldest first."""
    return _BASE_RATES


@follows(DEFAULT_INTEREST)
def points_above(debtor: GermanDebtor, *, contract_day: date) -> int:
    """Return how many points above the base rate this debtor owes, by the day of the contract."""
    if debtor == "CONSUMER":
        return 5
    return 9 if contract_day >= _NINE_POINTS_FROM else 8


@follows(BASE_RATE, DEFAULT_INTEREST, NO_COMPOUNDING)
def german_interest(
    debtor: GermanDebtor,
    principal_cents: int,
    *,
    first_day: date,
    until: date,
    contract_day: date | None = None,
) -> Interest:
    """Return the default interest from the first day until and including `until`, each half-year a segment.

    Without the day of the contract it is taken to be no older than the first interest day.

    Raises:
        ValueError: the principal is below zero, or no base rate is known for one of the days.
    """
    points = points_above(debtor, contract_day=contract_day or first_day)
    accrual = accrue(
        Terms(
            steps=rate_steps(
                [(row.first_day, row.percent + points) for row in _BASE_RATES], last_known_day=_LAST_KNOWN_DAY
            ),
            months_a_period=None,
            day_count="act365",
            missing_rate=_missing_rate,
        ),
        principal_cents=principal_cents,
        costs_cents=0,
        first_day=first_day,
        until=until,
        payments=(),
    )
    return stated(accrual, (DEFAULT_INTEREST, BASE_RATE, NO_COMPOUNDING))


def _missing_rate(day: date) -> ValueError:
    first = _BASE_RATES[0].first_day
    if day < first:
        return ValueError(
            f"The German base rate on {day} is not known: the table begins on {first}. "
            "Interest over earlier days has to be calculated by hand."
        )
    return ValueError(
        f"The German base rate on {day} is not known: the row that begins on {_LAST_KNOWN_DAY + timedelta(days=1)} is "
        f"missing. Update Voldaan, or choose a last day until {_LAST_KNOWN_DAY}. Whoever maintains Voldaan adds the "
        "row to voldaan/domain/law/abroad/germany.py from the table of the Bundesbank."
    )


_SERIES = "Bundesbank, series BBIN1.M.DE.BBK.BBKBAS2 (read in a copy of 2025-10-02)"
_ROWS = (
    ("2002-01-01", "2.57"),
    ("2002-07-01", "2.47"),
    ("2003-01-01", "1.97"),
    ("2003-07-01", "1.22"),
    ("2004-01-01", "1.14"),
    ("2004-07-01", "1.13"),
    ("2005-01-01", "1.21"),
    ("2005-07-01", "1.17"),
    ("2006-01-01", "1.37"),
    ("2006-07-01", "1.95"),
    ("2007-01-01", "2.70"),
    ("2007-07-01", "3.19"),
    ("2008-01-01", "3.32"),
    ("2008-07-01", "3.19"),
    ("2009-01-01", "1.62"),
    ("2009-07-01", "0.12"),
    ("2011-07-01", "0.37"),
    ("2012-01-01", "0.12"),
    ("2013-01-01", "-0.13"),
    ("2013-07-01", "-0.38"),
    ("2014-01-01", "-0.63"),
    ("2014-07-01", "-0.73"),
    ("2015-01-01", "-0.83"),
    ("2016-07-01", "-0.88"),
    ("2023-01-01", "1.62"),
    ("2023-07-01", "3.12"),
    ("2024-01-01", "3.62"),
    ("2024-07-01", "3.37"),
    ("2025-01-01", "2.27"),
    ("2025-07-01", "1.27"),
    ("2026-01-01", "1.27"),
    ("2026-07-01", "1.52"),
)
_OTHER_SOURCES = {
    "2026-01-01": "finanzmarktnachrichten.de (December 2025)",
    "2026-07-01": "derived: 1.27 and the rise of the ECB's rate from 2.15 to 2.40",
}
_UNCONFIRMED = frozenset({"2026-07-01"})
_BASE_RATES = tuple(
    BaseRate(
        first_day=date.fromisoformat(first_day),
        percent=Decimal(percent),
        source=_OTHER_SOURCES.get(first_day, _SERIES),
        confirmed=first_day not in _UNCONFIRMED,
    )
    for first_day, percent in _ROWS
)
