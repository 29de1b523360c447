"""When a term ends: the Algemene termijnenwet, and the terms that it leaves alone.

A term that a statute sets (or a general administrative order, article 5) never ends on a day of rest, and a short
one holds two working days. A term that the parties agreed or a court set ends on the day that it counts to, Sunday
or not. A term that is counted back from a day is never moved either (article 1, paragraph 2): it is not counted here.

>>> last_day_of_term(date(2026, 11, 28), 14, "DAYS", set_by="STATUTE").last_day
datetime.date(2026, 12, 14)
>>> last_day_of_term(date(2026, 11, 28), 14, "DAYS", set_by="CONTRACT").last_day
datetime.date(2026, 12, 12)
"""

import calendar
from collections.abc import Collection
from dataclasses import dataclass
from datetime import MAXYEAR, date, timedelta
from typing import Literal

from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.workdays import format_day, is_working_day, working_day_from

SetBy = Literal["STATUTE", "ORDER", "CONTRACT", "COURT"]
Unit = Literal["HOURS", "DAYS", "WEEKS", "MONTHS", "YEARS"]
Because = Literal["NO_TERM_OF_STATUTE", "TOO_LONG", "ENDS_AS_COUNTED", "RUNS_ON", "TWO_WORKING_DAYS"]

RUNS_ON = Citation(
    law="Algemene termijnenwet",
    bwb_id="BWBR0002448",
    article="1",
    paragraph="1",
    follows="A term of statute that ends on a Saturday, a Sunday or a holiday runs on to the next day that is none.",
    follows_nl="Een in een wet gestelde termijn die op een zaterdag, zondag of feestdag eindigt, loopt door tot en "
    "met de eerstvolgende dag die dat niet is.",
    valid_from=date(2010, 10, 10),
)
TWO_WORKING_DAYS = Citation(
    law="Algemene termijnenwet",
    bwb_id="BWBR0002448",
    article="2",
    follows="A term of statute of three days or more is made so long that it holds two working days.",
    follows_nl="Een in een wet gestelde termijn van ten minste drie dagen wordt zo nodig verlengd tot er ten minste "
    "twee werkdagen in vallen.",
    valid_from=date(2010, 10, 10),
)
EQUATED = Citation(
    law="Algemene termijnenwet",
    bwb_id="BWBR0002448",
    article="3",
    paragraph="3",
    follows="A royal decree can equate further days with the holidays, for the purposes of this act.",
    follows_nl="Een koninklijk besluit kan voor de toepassing van deze wet meer dagen met een feestdag gelijkstellen.",
    valid_from=date(2010, 10, 10),
    not_confirmed="The decrees were read by their titles or in lists, and those for 2015, 2016, 2020 and 2021 were not "
    "found. A day of a later decree is a setting: additional_holidays.",
    not_confirmed_nl="De besluiten zijn bij hun titel of in lijsten gelezen, en die voor 2015, 2016, 2020 en 2021 "
    "zijn niet gevonden. Een dag uit een later besluit is een instelling: additional_holidays.",
)
NOT_FOR_LONG_TERMS = Citation(
    law="Algemene termijnenwet",
    bwb_id="BWBR0002448",
    article="4",
    paragraph="onder a",
    follows="Terms in hours, of more than 90 days, twelve weeks or three months, or in years are not moved.",
    follows_nl="Termijnen in uren, van meer dan 90 dagen, twaalf weken of drie maanden, of in jaren schuiven niet op.",
    valid_from=date(2010, 10, 10),
)
ORDERS_TOO = Citation(
    law="Algemene termijnenwet",
    bwb_id="BWBR0002448",
    article="5",
    follows="The same holds for terms in a general administrative order, unless an order says otherwise.",
    follows_nl="Hetzelfde geldt voor termijnen in een algemene maatregel van bestuur, tenzij een algemene maatregel "
    "van bestuur anders bepaalt.",
    valid_from=date(2010, 10, 10),
)

_IN_DAYS: dict[Unit, int] = {"DAYS": 1, "WEEKS": 7}
_LONGEST: dict[Unit, int] = {"DAYS": 90, "WEEKS": 12, "MONTHS": 3}
_UNITS: dict[Unit, tuple[str, str]] = {
    "DAYS": ("dagen", "days"),
    "WEEKS": ("weken", "weeks"),
    "MONTHS": ("maanden", "months"),
    "YEARS": ("jaren", "years"),
}
_SENTENCES: dict[Because, tuple[str, str]] = {
    "NO_TERM_OF_STATUTE": (
        "de termijn loopt tot en met {day}: alleen een termijn uit de wet schuift op",
        "the term runs until {day}: only a term of statute is moved",
    ),
    "TOO_LONG": (
        "de termijn loopt tot en met {day}: een termijn van {length} {unit} schuift niet op",
        "the term runs until {day}: a term of {length} {unit} is not moved",
    ),
    "ENDS_AS_COUNTED": (
        "de termijn loopt tot en met {day}, een werkdag",
        "the term runs until {day}, a working day",
    ),
    "RUNS_ON": (
        "de termijn loopt door tot en met {day}: {counted} is geen werkdag",
        "the term runs on until {day}: {counted} is no working day",
    ),
    "TWO_WORKING_DAYS": (
        "de termijn loopt door tot en met {day}: er moeten twee werkdagen in vallen",
        "the term runs on until {day}: two working days have to fall in it",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term with its first and last day, both inside it, and why it ends there."""

    first_day: date
    counted_last_day: date
    """The last day by counting alone."""
    last_day: date
    length: int
    unit: Unit
    because: Because
    citations: tuple[Citation, ...]

    def sentence(self, language: Literal["nl", "en"]) -> str:
        """Return the reason as a sentence, without its capital and full stop."""
        which = 1 if language == "en" else 0
        return _SENTENCES[self.because][which].format(
            day=format_day(self.last_day, language),
            counted=format_day(self.counted_last_day, language),
            length=self.length,
            unit=_UNITS[self.unit][which],
        )


@follows(NOT_FOR_LONG_TERMS, ORDERS_TOO)
def is_moved(length: int, unit: Unit, *, set_by: SetBy) -> bool:
    """Test if the act holds for a term of this length: one of a statute or an order, and not a long one (4 and 5)."""
    return set_by in ("STATUTE", "ORDER") and length <= _LONGEST.get(unit, 0)


@follows(RUNS_ON, TWO_WORKING_DAYS, EQUATED)
def last_day_of_term(
    after: date, length: int, unit: Unit, *, set_by: SetBy, additional: Collection[date] = ()
) -> Term:
    """Return the term that begins on the day after `after`, the day of what sets it going, and why it ends there.

    A term in months or years ends on the day of that number, or on the last day of a month that is too short.
    `additional` are days of a royal decree that is not known here.

    Raises:
        ValueError: the length is not a positive number, the unit is hours, or the end lies beyond the calendar.
    """
    counted = _counted(after, length, unit)
    first_day = after + timedelta(days=1)
    last_day, because = counted, _left_alone(length, unit, set_by)
    citations: tuple[Citation, ...] = (NOT_FOR_LONG_TERMS,) if because == "TOO_LONG" else (RUNS_ON,)
    if because is None:
        last_day = working_day_from(counted, additional=additional)
        because = "ENDS_AS_COUNTED" if last_day == counted else "RUNS_ON"
        if (counted - after).days >= 3:
            enough = _with_two_working_days(first_day, last_day, additional)
            if enough != last_day:
                last_day, because, citations = enough, "TWO_WORKING_DAYS", (RUNS_ON, TWO_WORKING_DAYS)
    if set_by == "ORDER":
        citations = (*citations, ORDERS_TOO)
    return Term(
        first_day=first_day,
        counted_last_day=counted,
        last_day=last_day,
        length=length,
        unit=unit,
        because=because,
        citations=citations,
    )


def _left_alone(length: int, unit: Unit, set_by: SetBy) -> Because | None:
    if is_moved(length, unit, set_by=set_by):
        return None
    return "TOO_LONG" if set_by in ("STATUTE", "ORDER") else "NO_TERM_OF_STATUTE"


def _with_two_working_days(first_day: date, last_day: date, additional: Collection[date]) -> date:
    """Return the day on which the second working day of the term falls; the last day where it holds two already."""
    found, day = 0, first_day
    while True:
        found += is_working_day(day, additional=additional)
        if found == 2:
            return max(day, last_day)
        day += timedelta(days=1)


def _counted(after: date, length: int, unit: Unit) -> date:
    if unit == "HOURS":
        raise ValueError(
            "A term in hours ends at a moment, not on a day, and is never moved (article 4): add the hours yourself."
        )
    if length < 1:
        raise ValueError(f"A term of {length} {unit.lower()} cannot be counted: give a length of 1 or more.")
    try:
        end = (
            after + timedelta(days=length * _IN_DAYS[unit])
            if unit in _IN_DAYS
            else _months_on(after, length, unit)
        )
        if end.year < MAXYEAR:
            return end
    except (OverflowError, ValueError):
        pass
    raise ValueError(
        f"A term of {length} {unit.lower()} from {after.isoformat()} ends beyond the calendar: give an earlier day."
    )


def _months_on(after: date, length: int, unit: Unit) -> date:
    """Return the day of that number so many months or years on; the last day of the month where there is none."""
    months = after.year * 12 + after.month - 1 + (length * 12 if unit == "YEARS" else length)
    year, month = divmod(months, 12)
    return date(year, month + 1, min(after.day, calendar.monthrange(year, month + 1)[1]))
