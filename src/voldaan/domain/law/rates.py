"""The rates of statutory and commercial interest: each with its first day and its source.

A rate holds from its first day until the next row of its kind. Behind the last row lies the last day for which
the rate is known to stand: a later day is an error that names the missing row, never the old rate.
When a half-year is published, add its row and move `_LAST_KNOWN_DAY`.

>>> rate_on("STATUTORY", date(2026, 11, 22)).percent
Decimal('4.00')
>>> rate_on("COMMERCIAL", date(2026, 6, 30)).percent, rate_on("COMMERCIAL", date(2026, 7, 1)).percent
(Decimal('10.15'), Decimal('10.40'))
"""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Literal

from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.workdays import format_day

InterestKind = Literal["STATUTORY", "COMMERCIAL"]

STATUTORY = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119",
    paragraph="1",
    follows="Delay in paying money costs statutory interest for as long as the debtor is in default.",
    follows_nl="Vertraging in de betaling van een geldsom kost wettelijke rente zolang de schuldenaar in verzuim is.",
    valid_from=date(1992, 1, 1),
)
COMMERCIAL = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119a",
    paragraph="1",
    follows="Between businesses the interest runs from the day after the last day of payment up to and including the "
    "day on which it is paid.",
    follows_nl="Tussen bedrijven loopt de rente vanaf de dag na de uiterste dag van betaling tot en met de dag waarop "
    "is betaald.",
    valid_from=date(2002, 12, 1),
)
COMMERCIAL_PUBLIC_BODY = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119b",
    paragraph="1",
    follows="A public body that buys owes the same commercial rate.",
    follows_nl="Een overheidsinstantie die inkoopt, is dezelfde handelsrente verschuldigd.",
    valid_from=date(2013, 3, 16),
)
RATE_STATUTORY = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:120",
    paragraph="1",
    follows="The rate is set by decree (BWBR0002744); running interest follows a new rate from its first day.",
    follows_nl="Het percentage wordt bij besluit vastgesteld (BWBR0002744); lopende rente volgt een nieuw percentage "
    "vanaf de eerste dag ervan.",
    valid_from=date(1992, 1, 1),
    not_confirmed="The decree for 2026 was not read, and its number in the Staatsblad differs between sources: the 4 "
    "percent from 1 January 2026 rests on tables that quote it. Rates before 1998 are left out.",
    not_confirmed_nl="Het besluit voor 2026 is niet gelezen, en de bronnen noemen verschillende nummers in het "
    "Staatsblad: de 4 procent vanaf 1 januari 2026 rust op tabellen die het aanhalen. Percentages van vóór 1998 zijn "
    "weggelaten.",
)
RATE_COMMERCIAL = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:120",
    paragraph="2",
    follows="The rate is the refinancing rate of the ECB before the half-year plus 8 points (7 until 15 March 2013).",
    follows_nl="Het percentage is de herfinancieringsrente van de ECB van vóór het halfjaar plus 8 procentpunten (7 "
    "tot en met 15 maart 2013).",
    valid_from=date(2002, 12, 1),
    not_confirmed="The 10.40 percent from 1 July 2026 was read in tables that quote the government's page, not on that "
    "page. Whether a contract from before 16 March 2013 keeps 7 points is not settled: from that day 8 are counted.",
    not_confirmed_nl="De 10,40 procent vanaf 1 juli 2026 is gelezen in tabellen die de pagina van de Rijksoverheid "
    "aanhalen, niet op die pagina. Of een overeenkomst van vóór 16 maart 2013 de 7 procentpunten houdt, staat niet "
    "vast: vanaf die dag worden er 8 gerekend.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """One row: so many percent a year from this day."""

    kind: InterestKind
    first_day: date
    percent: Decimal
    source: str
    confirmed: bool = True
    """False where the sources are too few or do not agree in everything. True where the text of the law was read, the
    rate was recalculated from that of the ECB, or at least two tables that know nothing of each other say the same."""


class MissingRate(Exception):
    """The rate for a day is not in the table. Says which row is missing, and what to do about it."""

    def __init__(self, *, kind: InterestKind, day: date, row_first_day: date | None) -> None:
        self.kind = kind
        self.day = day
        self.row_first_day = row_first_day
        super().__init__(self.sentence("en"))

    def sentence(self, language: Literal["nl", "en"]) -> str:
        """Return what is missing and what to do. The English one also says what to do to whoever maintains Voldaan."""
        told = _BEFORE_THE_TABLE if self.row_first_day is None else _BEHIND_THE_TABLE
        days = {
            "day": self.day,
            "row": self.row_first_day or self.day,
            "first": _FIRST_DAYS[self.kind][0],
            "last": _LAST_KNOWN_DAY[self.kind],
        }
        written = {
            name: str(day) if language == "en" else format_day(day, "nl") for name, day in days.items()
        }
        return told[language].format(name=_NAMES[self.kind][language], **written)


def rates(kind: InterestKind) -> tuple[Rate, ...]:
    """Return the rows of this kind, oldest first."""
    return _RATES[kind]


def last_known_day(kind: InterestKind) -> date:
    """Return the last day for which the rate is known. The row that begins on the day after is still missing."""
    return _LAST_KNOWN_DAY[kind]


@follows(RATE_STATUTORY, RATE_COMMERCIAL)
def rate_on(kind: InterestKind, day: date) -> Rate:
    """Return the row that holds on this day, or raise `MissingRate`."""
    row = bisect_right(_FIRST_DAYS[kind], day) - 1
    if row < 0 or day > _LAST_KNOWN_DAY[kind]:
        raise missing_rate(kind, day)
    return _RATES[kind][row]


def missing_rate(kind: InterestKind, day: date) -> MissingRate:
    """Return the error for a day outside the table, naming the row that has to be added."""
    if day <= _LAST_KNOWN_DAY[kind]:
        return MissingRate(kind=kind, day=day, row_first_day=None)
    return MissingRate(kind=kind, day=day, row_first_day=_LAST_KNOWN_DAY[kind] + timedelta(days=1))


def _statutory_rates() -> tuple[Rate, ...]:
    return tuple(
        Rate(
            kind="STATUTORY",
            first_day=date.fromisoformat(first_day),
            percent=Decimal(percent),
            source=source,
            confirmed=confirmed,
        )
        for first_day, percent, source, confirmed in _STATUTORY_ROWS
    )


def _commercial_rates() -> tuple[Rate, ...]:
    return tuple(
        Rate(
            kind="COMMERCIAL",
            first_day=date.fromisoformat(first_day),
            percent=Decimal(percent),
            source=f"6:120 lid 2 BW: ECB {Decimal(percent) - _margin(first_day)} + {_margin(first_day)}",
            confirmed=first_day not in _COMMERCIAL_UNCONFIRMED,
        )
        for first_day, percent in _COMMERCIAL_ROWS
    )


def _margin(first_day: str) -> int:
    return 8 if first_day >= "2013-03-16" else 7


_NAMES: dict[InterestKind, dict[str, str]] = {
    "STATUTORY": {"nl": "wettelijke rente (6:119 BW)", "en": "statutory interest (6:119 BW)"},
    "COMMERCIAL": {"nl": "wettelijke handelsrente (6:119a BW)", "en": "commercial interest (6:119a BW)"},
}
_BEFORE_THE_TABLE = {
    "nl": "Het percentage van de {name} op {day} is niet bekend: de tabel begint op {first}. "
    "Reken de rente over eerdere dagen met de hand uit.",
    "en": "The rate of {name} on {day} is not known: the table begins on {first}. "
    "Interest over earlier days has to be calculated by hand.",
}
_BEHIND_THE_TABLE = {
    "nl": "Het percentage van de {name} op {day} is niet bekend: de rij die begint op {row} ontbreekt. "
    "Werk Voldaan bij, of kies een laatste dag tot en met {last}.",
    "en": "The rate of {name} on {day} is not known: the row that begins on {row} is missing. "
    "Update Voldaan, or choose a last day until {last}. Whoever maintains Voldaan adds the row to "
    "voldaan/domain/law/rates.py from the table on rijksoverheid.nl.",
}

_TABLES = "rijksoverheid.nl, by two public tables that agree (2026)"
_STATUTORY_ROWS = (
    ("1998-01-01", "6.00", _TABLES, True),
    ("2001-01-01", "8.00", _TABLES, True),
    ("2002-01-01", "7.00", _TABLES, True),
    ("2003-08-01", "5.00", _TABLES, True),
    ("2004-02-01", "4.00", _TABLES, True),
    ("2007-01-01", "6.00", "Stb. 2006, 700", True),
    ("2009-07-01", "4.00", "Stb. 2009, 262", True),
    ("2010-01-01", "3.00", "lexalert.nl (2018)", True),
    ("2011-07-01", "4.00", "lexalert.nl (2018)", True),
    ("2012-07-01", "3.00", "Stb. 2012, 285", True),
    ("2015-01-01", "2.00", "Stb. 2014, 491; Besluit wettelijke rente, BWBR0002744", True),
    ("2023-01-01", "4.00", "watsonlaw.nl (2023)", True),
    ("2023-07-01", "6.00", "watsonlaw.nl (2023)", True),
    ("2024-01-01", "7.00", "smkaccountants.nl (2024-01-03)", True),
    ("2025-01-01", "6.00", _TABLES, True),
    ("2026-01-01", "4.00", "Royal decree of 10 December 2025 (Staatsblad number not confirmed)", False),
)
_COMMERCIAL_ROWS = (
    ("2002-12-01", "10.35"),
    ("2003-01-01", "9.85"),
    ("2003-07-01", "9.10"),
    ("2004-01-01", "9.02"),
    ("2004-07-01", "9.01"),
    ("2005-01-01", "9.09"),
    ("2005-07-01", "9.05"),
    ("2006-01-01", "9.25"),
    ("2006-07-01", "9.83"),
    ("2007-01-01", "10.58"),
    ("2007-07-01", "11.07"),
    ("2008-01-01", "11.20"),
    ("2008-07-01", "11.07"),
    ("2009-01-01", "9.50"),
    ("2009-07-01", "8.00"),
    ("2010-01-01", "8.00"),
    ("2010-07-01", "8.00"),
    ("2011-01-01", "8.00"),
    ("2011-07-01", "8.25"),
    ("2012-01-01", "8.00"),
    ("2012-07-01", "8.00"),
    ("2013-01-01", "7.75"),
    ("2013-03-16", "8.75"),
    ("2013-07-01", "8.50"),
    ("2014-01-01", "8.25"),
    ("2014-07-01", "8.15"),
    ("2015-01-01", "8.05"),
    ("2015-07-01", "8.05"),
    ("2016-01-01", "8.05"),
    ("2016-07-01", "8.00"),
    ("2017-01-01", "8.00"),
    ("2017-07-01", "8.00"),
    ("2018-01-01", "8.00"),
    ("2018-07-01", "8.00"),
    ("2019-01-01", "8.00"),
    ("2019-07-01", "8.00"),
    ("2020-01-01", "8.00"),
    ("2020-07-01", "8.00"),
    ("2021-01-01", "8.00"),
    ("2021-07-01", "8.00"),
    ("2022-01-01", "8.00"),
    ("2022-07-01", "8.00"),
    ("2023-01-01", "10.50"),
    ("2023-07-01", "12.00"),
    ("2024-01-01", "12.50"),
    ("2024-07-01", "12.25"),
    ("2025-01-01", "11.15"),
    ("2025-07-01", "10.15"),
    ("2026-01-01", "10.15"),
    ("2026-07-01", "10.40"),
)
# Read in secondary sources only, which quote rijksoverheid.nl.
_COMMERCIAL_UNCONFIRMED = frozenset({"2026-07-01"})

_LAST_KNOWN_DAY: dict[InterestKind, date] = {
    "STATUTORY": date(2026, 12, 31),
    "COMMERCIAL": date(2026, 12, 31),
}
_RATES: dict[InterestKind, tuple[Rate, ...]] = {
    "STATUTORY": _statutory_rates(),
    "COMMERCIAL": _commercial_rates(),
}
_FIRST_DAYS: dict[InterestKind, tuple[date, ...]] = {
    kind: tuple(rate.first_day for rate in rows) for kind, rows in _RATES.items()
}
