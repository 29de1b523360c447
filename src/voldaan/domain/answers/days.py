"""The day that a sentence of an answer names, read from the day on which it was written.

A stretch of days is read as its last: "volgende week" is the Sunday of it, "voor vrijdag" that Friday. Weeks begin
on Monday. So nobody is called late who could have meant a later day.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from voldaan.domain.text.days import MONTHS, WEEKDAYS, Day, days
from voldaan.domain.text.evened_out import evened_out
from voldaan.domain.text.number_words import number_of
from voldaan.domain.workdays import add_working_days

_WEEKDAY = "|".join(name for name in WEEKDAYS if len(name) > 5)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NEXT = r"volgende?|komende?|aanstaande|aankomende?|next|coming"
_PAST = r"vorige?|afgelopen|laatste|last"
_COUNT = r"(?P<count>\d{1,3}|[a-zé]{1,16})"
_HALF_YEAR: Final = timedelta(days=183)
_YEARS_READ: Final = range(1900, 9000)
"""A mail may say that it was written in the year 1; no day is counted from there."""
_BEGIN_LASTS: Final = 10
"""The "begin" of a month is read as its first ten days, the middle as its fifteenth."""


class _Phrase(NamedTuple):
    """Words that name a day, and the day that they name; None where that is not clear."""

    words: str
    day_of: Callable[[re.Match[str], date], date | None]


def day_in(sentence: str, written_on: date) -> date | None:
    """Return the day that a sentence names, in the latest reading; None where it names none, or it is not clear which.

    A day to come goes before a day gone by ("de factuur van 3 november betaal ik vrijdag"), and of several to come the
    last counts. Of several days gone by none is clear. A day without its year is the nearest one.

    >>> day_in("ik betaal vrijdag", date(2026, 11, 23)), day_in("eind van de maand", date(2026, 11, 23))
    (datetime.date(2026, 11, 27), datetime.date(2026, 11, 30))
    """
    if written_on.year not in _YEARS_READ:
        return None
    named = set(_named(evened_out(sentence), written_on))
    to_come = [day for day in named if day >= written_on]
    if to_come:
        return max(to_come)
    return named.pop() if len(named) == 1 else None


def _named(even: str, written_on: date) -> Iterator[date]:
    """Yield each day that is named; every stretch of the sentence is read once, by the first that knows it."""
    left = even.lower() if len(even.lower()) == len(even) else even
    for written in days(even):
        left = left[: written.start] + "." * (written.end - written.start) + left[written.end :]
        found = _of_calendar(written, written_on)
        if found:
            yield found
    for phrase in _PHRASES:
        for match in list(re.finditer(rf"(?<![\w-])(?:{phrase.words})(?![\w-])", left)):
            left = left[: match.start()] + "." * (match.end() - match.start()) + left[match.end() :]
            day = phrase.day_of(match, written_on)
            if day:
                yield day


def _of_calendar(written: Day, written_on: date) -> date | None:
    """Return the day of this number and month; None where it does not exist or falls on another weekday."""
    day = (
        _nearest(written.month, written.day, written_on)
        if written.year is None
        else _real(written.year, written.month, written.day)
    )
    return day if day and written.weekday in (None, day.weekday()) else None


def _real(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _nearest(month: int, day: int, written_on: date) -> date | None:
    """Return the day of this number and month that lies nearest; the coming one as far as half a year."""
    years = (written_on.year - 1, written_on.year, written_on.year + 1)
    near = [found for found in (_real(year, month, day) for year in years) if found]
    return next((found for found in near if -_HALF_YEAR < found - written_on <= _HALF_YEAR), None)


def _numbers(found: re.Match[str], written_on: date) -> date | None:
    return _nearest(int(found["month"]), int(found["day"]), written_on)


def _day_of_month(found: re.Match[str], written_on: date) -> date | None:
    """Return the coming day with this number: of this month, else of the next that has it."""
    for later in (0, 1, 2):
        first = _first_of(written_on, later)
        day = _real(first.year, first.month, int(found["day"]))
        if day and day >= written_on:
            return day
    return None


def _after(count: int) -> Callable[[re.Match[str], date], date | None]:
    return lambda found, written_on: written_on + timedelta(days=count)


def _sunday(weeks: int) -> Callable[[re.Match[str], date], date | None]:
    return lambda found, written_on: _monday(written_on) + timedelta(days=weeks * 7 + 6)


def _wednesday(weeks: int) -> Callable[[re.Match[str], date], date | None]:
    return lambda found, written_on: _monday(written_on) + timedelta(days=weeks * 7 + 2)


def _of_week(weeks: int) -> Callable[[re.Match[str], date], date | None]:
    return lambda found, written_on: (
        _monday(written_on) + timedelta(days=weeks * 7 + WEEKDAYS[found["weekday"]])
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _coming(found: re.Match[str], written_on: date) -> date:
    """Return the first such weekday after the day of writing: "vrijdag" on a Friday is that of next week."""
    ahead = (WEEKDAYS[found["weekday"]] - written_on.weekday() - 1) % 7 + 1
    return written_on + timedelta(days=ahead)


def _gone(found: re.Match[str], written_on: date) -> date:
    back = (written_on.weekday() - WEEKDAYS[found["weekday"]] - 1) % 7 + 1
    return written_on - timedelta(days=back)


def _first_of(day: date, months_later: int) -> date:
    months = day.year * 12 + day.month - 1 + months_later
    return date(months // 12, months % 12 + 1, 1)


def _last_of(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _end_of_month(later: int) -> Callable[[re.Match[str], date], date | None]:
    return lambda found, written_on: _last_of(_first_of(written_on, later))


def _in_month(day: int | None) -> Callable[[re.Match[str], date], date | None]:
    """Return a reading of a month by its name: this day of it, or its last."""

    def read(found: re.Match[str], written_on: date) -> date | None:
        month = MONTHS[found["month"]]
        near = _nearest(month, day or 28, written_on)
        return near if near is None or day else _last_of(near)

    return read


def _begin_of_next_month(found: re.Match[str], written_on: date) -> date | None:
    return _first_of(written_on, 1).replace(day=_BEGIN_LASTS)


def _counted(found: re.Match[str], written_on: date) -> date | None:
    """Return the day so many days, working days, weeks or months later; None for "een paar" and the like."""
    count = 1 if found["count"] in ("a", "an", "één") else number_of(found["count"])
    count = int(found["count"]) if found["count"].isdecimal() else count
    if count is None or count > 999:
        return None
    unit = found["unit"]
    if unit.startswith(("werk", "working", "business")):
        return add_working_days(written_on, count)
    if unit.startswith(("dag", "day", "etma")):
        return written_on + timedelta(days=count)
    if unit.startswith(("we",)):
        return written_on + timedelta(days=7 * count)
    month = _first_of(written_on, count)
    return month.replace(day=min(written_on.day, monthrange(month.year, month.month)[1]))


def _unclear(found: re.Match[str], written_on: date) -> None:
    """Say of words that look like a day that they name none."""


_PHRASES: Final = (
    _Phrase(rf"(?:elke|iedere|every|each|altijd op)\s(?:{_WEEKDAY}|week|maand|month|dag|day)", _unclear),
    _Phrase(r"goede ?morgen|good morning", _unclear),
    _Phrase(
        r"(?P<day>[0-3]?\d)-(?P<month>[01]?\d)(?! ?(?:dagen|weken|keer|maanden|days|weeks|months))", _numbers
    ),
    _Phrase(
        rf"(?:binnen|over|within|in)\s(?:de\s|the\snext\s)?{_COUNT}\s(?P<unit>werkdag(?:en)?"
        r"|working days?|business days?|dag(?:en)?|days?|week|weken|weeks|maand(?:en)?|months?)",
        _counted,
    ),
    _Phrase(
        rf"{_COUNT}\s(?P<unit>werkdag(?:en)?|dag(?:en)?|days?|week|weken|weeks|maand(?:en)?|months?)\s(?:geleden|ago)",
        _unclear,
    ),
    _Phrase(rf"(?:{_NEXT})\sweek\s(?:op\s|on\s)?(?P<weekday>{_WEEKDAY})", _of_week(1)),
    _Phrase(rf"(?P<weekday>{_WEEKDAY})\s(?:{_NEXT})\sweek", _of_week(1)),
    _Phrase(rf"(?:{_PAST})\sweek\s(?:op\s|on\s)?(?P<weekday>{_WEEKDAY})", _of_week(-1)),
    _Phrase(rf"(?:volgende|next)\s(?P<weekday>{_WEEKDAY})", _of_week(1)),
    _Phrase(rf"(?:{_PAST})\s(?P<weekday>{_WEEKDAY})", _gone),
    _Phrase(rf"(?P<weekday>{_WEEKDAY})\s(?:jl|j\.l\.)", _gone),
    _Phrase(rf"(?P<weekday>{_WEEKDAY})(?:ochtend|middag|avond)?", _coming),
    _Phrase(rf"(?:begin|early)\s(?:van\s|of\s)?(?:de\s|the\s)?(?:{_NEXT})\sweek", _wednesday(1)),
    _Phrase(rf"(?:{_NEXT})\s(?:week|weekend|weekeinde)", _sunday(1)),
    _Phrase(rf"(?:{_PAST})\s(?:week|weekend|maand|month|jaar|year)", _unclear),
    _Phrase(
        r"(?:deze|this|eind(?:e)?(?:\svan)?(?:\s(?:de|deze))?|(?:the )?end of (?:the|this))\s(?:week|weekend)"
        r"|(?:dit|het|in het|this|the|at the)\s(?:weekend|weekeinde)",
        _sunday(0),
    ),
    _Phrase(rf"(?:begin|early)\s(?:van\s|of\s)?(?:de\s)?(?:{_NEXT})\s(?:maand|month)", _begin_of_next_month),
    _Phrase(rf"(?:{_NEXT})\s(?:maand|month)", _end_of_month(1)),
    _Phrase(
        r"(?:(?:deze|eind(?:e)?(?:\svan)?\s(?:de|deze))\smaand|eind(?:e)?\smaand|maandeinde|ultimo"
        r"|(?:the )?end of (?:the|this) month|this month|month end)",
        _end_of_month(0),
    ),
    _Phrase(rf"(?:begin|early|begin van|beginning of)\s(?P<month>{_MONTH})", _in_month(_BEGIN_LASTS)),
    _Phrase(rf"(?:half|medio|midden|mid|mid-)\s?(?P<month>{_MONTH})", _in_month(15)),
    _Phrase(
        rf"(?:in|eind|einde|eind van|ultimo|end of|the end of|late|tot)\s(?P<month>{_MONTH})", _in_month(None)
    ),
    _Phrase(r"(?:de|op|the|on the|voor de)\s(?P<day>[0-3]?\d)(?:e|ste|de|st|nd|rd|th)", _day_of_month),
    _Phrase(r"overmorgen|(?:the )?day after tomorrow", _after(2)),
    _Phrase(r"morgen(?:ochtend|middag|avond|vroeg)?|tomorrow", _after(1)),
    _Phrase(r"vandaag|vanavond|vanmiddag|today|tonight|this (?:afternoon|evening)", _after(0)),
    _Phrase(r"vanmorgen|vanochtend|this morning", _after(0)),
    _Phrase(r"eergisteren|(?:the )?day before yesterday", _after(-2)),
    _Phrase(r"gister(?:en|avond|ochtend|middag)?|yesterday", _after(-1)),
)
