"""Days as text, to `date`. A notation is named; a day that does not exist is refused, never moved.

>>> parse_iso_day("2026-11-22T10:00:00+01:00")
datetime.date(2026, 11, 22)
>>> parse_day("22-11-2026", "dd-mm-yyyy")
datetime.date(2026, 11, 22)
"""

import re
from datetime import date
from functools import lru_cache

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?:T[0-9:.,]+)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?")
_PARTS = {
    "yyyy": r"(?P<y>[0-9]{4})",
    "yy": r"(?P<y>[0-9]{2})",
    "mmm": r"(?P<m>[^\W\d_]{3,10})\.?",
    "mm": r"(?P<m>[0-9]{2})",
    "dd": r"(?P<d>[0-9]{2})",
    "m": r"(?P<m>[0-9]{1,2})",
    "d": r"(?P<d>[0-9]{1,2})",
}

_MONTHS = (
    "jan januari january januar",
    "feb februari february februar",
    "mrt maart mar march maa mär märz maerz",
    "apr april",
    "mei may mai",
    "jun juni june",
    "jul juli july",
    "aug augustus august",
    "sep sept september",
    "okt oktober oct october",
    "nov november",
    "dec december dez dezember",
)
"""How Dutch, English and German lists write the months."""

_MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
_CENTURY_FROM = 70
"""Two digits from here on are of the century before: 69 is 2069, 70 is 1970."""


class DayError(ValueError):
    """The text is not a day in the notation that was named. The message is a Dutch sentence."""


@lru_cache(maxsize=4096)
def parse_iso_day(text: str) -> date:
    """Return the day of an ISO date, or of an ISO moment as its writer dated it."""
    found = _ISO.fullmatch(text.strip())
    if found is None:
        raise DayError(f"‘{text.strip()[:32]}’ is geen datum zoals 2026-11-22.")
    return make_day(int(found[1]), int(found[2]), int(found[3]), text)


@lru_cache(maxsize=4096)
def parse_day(text: str, notation: str) -> date:
    """Return the day in a notation such as `dd-mm-yyyy`, `d/m/yy`, `yyyymmdd`, `d mmm yyyy` (a name)."""
    found = day_pattern(notation).fullmatch(text.strip())
    if found is None:
        raise DayError(f"‘{text.strip()[:32]}’ is geen datum in de notatie {notation}.")
    year = int(found["y"])
    if len(found["y"]) == 2:
        year += 1900 if year >= _CENTURY_FROM else 2000
    month = int(found["m"]) if found["m"].isdecimal() else _MONTH_NUMBERS.get(found["m"].lower(), 0)
    return make_day(year, month, int(found["d"]), text)


def make_day(year: int, month: int, day: int, text: str) -> date:
    """Return the day, or say that it does not exist."""
    try:
        return date(year, month, day)
    except ValueError:
        raise DayError(f"De datum ‘{text.strip()[:32]}’ bestaat niet.") from None


@lru_cache(maxsize=64)
def day_pattern(notation: str) -> re.Pattern[str]:
    """Return the pattern of a day notation, or raise `DayError` where it lacks a year, month or day."""
    pieces = re.split(r"(yyyy|yy|mmm|mm|dd|m|d)", notation.strip().lower())
    pattern = "".join(_PARTS.get(piece, re.escape(piece)) for piece in pieces)
    try:
        compiled = re.compile(pattern)
    except re.error:
        raise DayError(f"De datumnotatie ‘{notation}’ noemt een deel twee keer.") from None
    if set(compiled.groupindex) != {"y", "m", "d"}:
        raise DayError(f"De datumnotatie ‘{notation}’ moet jaar (yyyy of yy), maand (mm) en dag (dd) noemen.")
    return compiled
