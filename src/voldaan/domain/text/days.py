"""The days that a finished text names: in figures, written out in Dutch or English, or as an ISO day.

Every pattern is bounded, so that the time grows with the length of the text and nothing else.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as written; `year` is None where the text leaves it out, `weekday` where it names none (Monday is 0)."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None


MONTHS: Final = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12, "january": 1, "february": 2, "march": 3,
    "may": 5, "june": 6, "july": 7, "august": 8, "october": 10, "jan": 1, "feb": 2, "mrt": 3, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = {
    "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4, "zaterdag": 5, "zondag": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6,
}  # fmt: skip
_UNITS: Final = {
    "eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "zesde": 6, "zevende": 7, "achtste": 8,
    "negende": 9, "tiende": 10, "elfde": 11, "twaalfde": 12, "dertiende": 13, "veertiende": 14, "vijftiende": 15,
    "zestiende": 16, "zeventiende": 17, "achttiende": 18, "negentiende": 19, "twintigste": 20, "dertigste": 30,
    "eenentwintigste": 21, "tweeëntwintigste": 22, "drieëntwintigste": 23, "vierentwintigste": 24,
    "vijfentwintigste": 25, "zesentwintigste": 26, "zevenentwintigste": 27, "achtentwintigste": 28,
    "negenentwintigste": 29, "eenendertigste": 31,
    "een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9,
    "tien": 10, "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16,
    "zeventien": 17, "achttien": 18, "negentien": 19, "twintig": 20, "eenentwintig": 21, "tweeëntwintig": 22,
    "drieëntwintig": 23, "vierentwintig": 24, "vijfentwintig": 25, "zesentwintig": 26, "zevenentwintig": 27,
    "achtentwintig": 28, "negenentwintig": 29, "dertig": 30, "eenendertig": 31,
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
    "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "twenty-first": 21,
    "twenty-second": 22, "twenty-third": 23, "twenty-fourth": 24, "twenty-fifth": 25, "twenty-sixth": 26,
    "twenty-seventh": 27, "twenty-eighth": 28, "twenty-ninth": 29, "thirtieth": 30, "thirty-first": 31,
}  # fmt: skip
"""The days of a month in words."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_WORDS = "|".join(sorted(_UNITS, key=len, reverse=True))
_YEAR = r"(?:,?\s(?:(?P<year>\d{4})(?!\d)|'(?P<short>\d{2})(?!\d)))?"
_LONG_DAY = re.compile(
    r"(?<![\d.,])(?P<day>\d{1,2})(?:-?(?:st|nd|rd|th|ste|de|e))?\s?-?(?:day of\s|of\s|van\s)?"
    rf"(?P<month>{_MONTH})\b\.?{_YEAR}",
    re.IGNORECASE,
)
_DAY_IN_WORDS = re.compile(
    rf"(?<![\w-])(?P<words>{_WORDS})\s(?:of\s|van\s)?(?P<month>{_MONTH})\b\.?{_YEAR}", re.IGNORECASE
)
_MONTH_NAME = re.compile(rf"(?<=[a-zë]\s)(?:{_MONTH})\b", re.IGNORECASE)
_WORDS_BEFORE_MAX: Final = 32
"""The longest day in words with "of" or "van" behind it, in letters."""
_NUMBER_OF_DAY = re.compile(
    r"\s(?:the\s)?(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d.,]?\d)(?![^\W\d_])(?:,?\s(?P<year>\d{4})(?!\d))?"
)
_WORD_BEFORE = re.compile(r"(?<![A-Za-z])(?P<word>[A-Za-z]{3,9})[.,]?\s?$")
_WEEKDAY_AFTER = re.compile(r"\s?\(\s?(?P<word>[A-Za-z]{3,9})\s?\)")
_NUMERIC_DAY = re.compile(
    r"(?<![\w.,/-])(?P<day>[0-3]?\d)\s?(?P<sep>[-/.])\s?(?P<month>\d{1,2})\s?(?P=sep)\s?'?(?P<year>\d{4}|\d{2})(?![\w/-]|\.\d)"
)
_DAY_AND_MONTH = re.compile(
    r"(?<=\s)(?P<day>\d{1,2})(?P<sep>[-/])(?P<month>\d{1,2})(?![\w/-]|\s(?:werk)?(?:dagen|weken|uur|maanden|jaar|keer|delen|stuks"
    r"|days|weeks|hours|months|years|times|parts|working|business))",
    re.IGNORECASE,
)
_BEFORE_DAY = re.compile(
    r"\b(?:op|voor|vóór|uiterlijk|vanaf|tot|t/m|met|van|on|by|before|until|from|due|date|datum"
    r"|verstuurd|verzonden|gestuurd|gemaild|gebeld|geleverd|betaald|vervallen|vervalt|sinds|per|na|d\.?d\.?|dated"
    r"|sent|paid|delivered|mailed|since|after|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:mon|tues|wednes|thurs"
    r"|fri|satur|sun)day)\.?:?\s$",
    re.IGNORECASE,
)
"""Words that make two numbers a day: "verstuurd 22/11", but not "pagina 1/2"."""
_ISO_DAY = re.compile(
    r"(?<![\w/-])(?P<year>\d{4})(?P<sep>[-/.])(?P<month>\d{2})(?P=sep)(?P<day>\d{2})(?![\w/-])"
)
_MAY: Final = frozenset({"may", "march", "mar"})
"""English months that are words as well: months only with a capital, or with a year behind them."""


def days(text: str) -> Iterator[Day]:
    """Yield every day: written out in Dutch or English, in numbers, or as an ISO day."""
    for found in _LONG_DAY.finditer(text):
        if not _is_verb(found):
            yield _day(text, found, found["month"], found.start())
    yield from _days_in_words(text)
    for found in _NUMBER_OF_DAY.finditer(text):
        month = _word_before(text, found.start())
        if month is not None and month["word"].lower() in MONTHS:
            start = month.start() + _slice_start(found.start())
            # "4 December 12" is a day with a number behind it, not two days.
            if not re.search(r"\d(?:st|nd|rd|th|e)?\s?$", text[max(0, start - 4) : start]):
                yield _day(text, found, month["word"], start)
    for pattern in (_NUMERIC_DAY, _DAY_AND_MONTH, _ISO_DAY):
        for found in pattern.finditer(text):
            if pattern is not _DAY_AND_MONTH or _BEFORE_DAY.search(
                text[_slice_start(found.start()) : found.start()]
            ):
                yield _day(text, found, found["month"], found.start())


def _days_in_words(text: str) -> Iterator[Day]:
    """Yield the days of which the number is a word, such as "de vierde december"; looked for at the months alone."""
    for name in _MONTH_NAME.finditer(text):
        found = _DAY_IN_WORDS.search(text, max(0, name.start() - _WORDS_BEFORE_MAX), name.end() + 8)
        if found is not None and found.start("month") == name.start() and not _is_verb(found):
            yield _day(text, found, found["month"], found.start())


def is_real(day: Day) -> date | None:
    """Return the day as a date, or None where it has no year or does not exist."""
    if day.year is None:
        return None
    try:
        return date(day.year, day.month, day.day)
    except ValueError:
        return None


def _is_verb(found: re.Match[str]) -> bool:
    groups = found.groupdict()
    return groups["month"] in _MAY and not (groups["year"] or groups["short"])


def _day(text: str, found: re.Match[str], month: str, start: int) -> Day:
    """Return the day that was found; a name of a weekday right before it, or in brackets behind it, belongs to it."""
    before = _word_before(text, start)
    weekday = WEEKDAYS.get(before["word"].lower()) if before else None
    groups = found.groupdict()
    year = groups.get("year") or groups.get("short")
    begin = start if before is None or weekday is None else before.start() + _slice_start(start)
    end = found.end()
    behind = _WEEKDAY_AFTER.match(text, end)
    if weekday is None and behind and behind["word"].lower() in WEEKDAYS:
        weekday, end = WEEKDAYS[behind["word"].lower()], behind.end()
    return Day(
        start=begin,
        end=end,
        year=int(year) + (2000 if len(year) == 2 else 0) if year else None,
        month=MONTHS.get(month.lower()) or int(month),
        day=_UNITS[groups["words"].lower()] if groups.get("words") else int(found["day"]),
        weekday=weekday,
    )


def _word_before(text: str, place: int) -> re.Match[str] | None:
    return _WORD_BEFORE.search(text[_slice_start(place) : place])


def _slice_start(place: int) -> int:
    """Return where the longest name of a day or month before `place` could begin, a letter earlier."""
    return max(0, place - 12)
