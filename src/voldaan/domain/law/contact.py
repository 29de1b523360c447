"""When an agency may approach a natural person: the contact window of Bki 4.2.

Moments are Dutch local time without a zone: the hours are those of the clock on the debtor's wall. The days on which
that clock is changed are Sundays, on which nobody is approached at all. The article names the hours, Sundays and the
holidays of the Algemene termijnenwet; Good Friday and the days of a royal decree are only equated with those, and are
kept free as the careful side.

>>> allowed(datetime.fromisoformat("2026-11-23T20:00")).because
'AFTER_HOURS'
>>> allowed(datetime.fromisoformat("2026-11-22T21:00")).next_allowed.isoformat()
'2026-11-23T07:00:00'
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time, timedelta
from typing import Literal

from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.workdays import format_day, holidays, is_holiday

CONTACT_HOURS = Citation(
    law="Bki",
    bwb_id="BWBR0049422",
    article="4.2",
    follows="No approach by any way between 20:00 and 07:00, nor on a Sunday or a holiday.",
    follows_nl="Geen contact, op welke wijze ook, tussen 20.00 en 07.00 uur, op zondag of op een algemeen erkende "
    "feestdag.",
    valid_from=date(2024, 4, 1),
)
HOLIDAYS = Citation(
    law="Algemene termijnenwet",
    bwb_id="BWBR0002448",
    article="3",
    follows="Names the holidays: 5 May is one every year; Good Friday and the days of a royal decree are equated.",
    follows_nl="Noemt de algemeen erkende feestdagen: 5 mei is er elk jaar een; Goede Vrijdag en de dagen van een "
    "koninklijk besluit zijn daarmee gelijkgesteld.",
    valid_from=date(2010, 10, 10),
    not_confirmed="Whether a day that the act equates with a holiday counts as one for contact is not settled: "
    "it is kept free.",
    not_confirmed_nl="Of een gelijkgestelde dag ook voor contact als feestdag telt, staat niet vast: hij wordt "
    "vrijgehouden.",
)

FIRST_HOUR = time(7)
END_HOUR = time(20)
_SUNDAY = 6

Because = Literal["IN_WINDOW", "BEFORE_HOURS", "AFTER_HOURS", "SUNDAY", "HOLIDAY"]

_SENTENCES: dict[Because, tuple[str, str]] = {
    "IN_WINDOW": (
        "contact mag: op {day} tussen 07:00 en 20:00 uur",
        "contact is allowed: {day} between 07:00 and 20:00",
    ),
    "BEFORE_HOURS": ("geen contact vóór 07:00 uur", "no contact before 07:00"),
    "AFTER_HOURS": ("geen contact vanaf 20:00 uur", "no contact from 20:00"),
    "SUNDAY": ("geen contact op zondag", "no contact on a Sunday"),
    "HOLIDAY": ("geen contact op een feestdag: {holiday}", "no contact on a holiday: {holiday}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether contact is allowed at a moment, why, and the first moment from then on at which it is."""

    at: datetime
    allowed: bool
    because: Because
    next_allowed: datetime
    """The moment itself where it is allowed."""
    citations: tuple[Citation, ...] = (CONTACT_HOURS, HOLIDAYS)

    def sentence(self, language: Literal["nl", "en"]) -> str:
        """Return the reason as a sentence, without its capital and full stop."""
        day = self.at.date()
        holiday = holidays(day.year, language).get(day) or format_day(day, language)
        text = _SENTENCES[self.because][1 if language == "en" else 0]
        return text.format(day=format_day(day, language), holiday=holiday)


@follows(CONTACT_HOURS, HOLIDAYS)
def allowed(at: datetime, *, additional: Collection[date] = ()) -> Verdict:
    """Return whether an agency may approach a natural person at this moment of Dutch local time.

    07:00 is allowed and 20:00 is not. `additional` are holidays by a royal decree that is not known here.

    Raises:
        ValueError: the moment carries a zone, or lies in the last year of the calendar.
    """
    if at.tzinfo is not None:
        raise ValueError(f"The moment {at.isoformat()} carries a zone: give Dutch local time without one.")
    if at.year >= MAXYEAR:
        raise ValueError(f"After {at.isoformat()} no next moment can be named: give an earlier one.")
    because = _because(at, additional)
    is_allowed = because == "IN_WINDOW"
    following = at if is_allowed else _next_opening(at, additional)
    return Verdict(at=at, allowed=is_allowed, because=because, next_allowed=following)


@follows(CONTACT_HOURS, HOLIDAYS)
def day_allowed(day: date, *, additional: Collection[date] = ()) -> bool:
    """Test if there are any hours on this day in which contact is allowed: not on a Sunday or a holiday."""
    return day.weekday() != _SUNDAY and not is_holiday(day, additional=additional)


def _because(at: datetime, additional: Collection[date]) -> Because:
    if at.weekday() == _SUNDAY:
        return "SUNDAY"
    if is_holiday(at.date(), additional=additional):
        return "HOLIDAY"
    if at.time() < FIRST_HOUR:
        return "BEFORE_HOURS"
    return "AFTER_HOURS" if at.time() >= END_HOUR else "IN_WINDOW"


def _next_opening(at: datetime, additional: Collection[date]) -> datetime:
    day = at.date() if at.time() < FIRST_HOUR else at.date() + timedelta(days=1)
    while not day_allowed(day, additional=additional):
        day += timedelta(days=1)
    return datetime.combine(day, FIRST_HOUR)
