"""The names that a language has for months and days of the week, so that its days can be found in a text.

>>> german = day_names(["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
...     "November", "Dezember"], ["Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"])
>>> [(day.day, day.month, day.year, day.weekday) for day in named_days("bis Freitag, 4. Dezember 2026.", german)]
[(4, 12, 2026, 4)]
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from voldaan.domain.text.days import Day

_NEVER: Final = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNames:
    """How a language names days: a pattern that finds them, and what its names stand for."""

    pattern: re.Pattern[str]
    months: dict[str, int]
    weekdays: dict[str, int]


NO_NAMES: Final = DayNames(pattern=_NEVER, months={}, weekdays={})


def day_names(months: Sequence[str], weekdays: Sequence[str]) -> DayNames:
    """Return how a language with these names of months and of days of the week, from Monday, names days."""
    month, weekday = _any_of(months), _any_of(weekdays)
    joint = r"\.?(?:\s\w{1,3}|[-'’]\w{1,3})?\s"
    year = r"(?:,?(?:\s\w{1,3})?\s(?P<year>\d{4})(?!\d))?"
    ahead = (
        rf"(?P<day>\d{{1,2}})(?:er|st|nd|rd|th|º|\.º)?{joint}(?P<month>{month})(?!\w)"
        rf"{year}"
    )
    behind = rf"(?P<month2>{month})\s(?P<day2>\d{{1,2}})(?!\d){year.replace('year', 'year2')}"
    return DayNames(
        pattern=re.compile(
            rf"(?<![\w.,])(?:(?P<weekday>{weekday})[.,]?\s(?:\w{{1,3}}\s)?)?(?:{ahead}|{behind})",
            re.IGNORECASE,
        ),
        months={name.lower(): number for number, name in enumerate(months, start=1)},
        weekdays={name.lower(): number for number, name in enumerate(weekdays)},
    )


def named_days(text: str, names: DayNames) -> Iterator[Day]:
    """Yield every day that is written out in the names of this language."""
    for found in names.pattern.finditer(text):
        day, month, year = (found[name] or found[f"{name}2"] for name in ("day", "month", "year"))
        weekday = found["weekday"]
        yield Day(
            start=found.start(),
            end=found.end(),
            year=int(year) if year else None,
            month=names.months[month.lower()],
            day=int(day),
            weekday=names.weekdays[weekday.lower()] if weekday else None,
        )


def _any_of(names: Sequence[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
