"""Months that a payer names: `huur maart`, `contributie mrt. 2026`.

>>> sorted(months_in("HUUR MAART EN APR 2026"))
[(3, 0), (4, 2026)]
"""

import re
from collections.abc import Collection
from datetime import date

_NAMES = (
    "JANUARI JANUARY JAN", "FEBRUARI FEBRUARY FEBR FEB", "MAART MARCH MAA MRT MAR", "APRIL APR", "MEI MAY",
    "JUNI JUNE JUN", "JULI JULY JUL", "AUGUSTUS AUGUST AUG", "SEPTEMBER SEPT SEP", "OKTOBER OCTOBER OKT OCT",
    "NOVEMBER NOV", "DECEMBER DEC",
)  # fmt: skip
_MONTH_OF = {name: month for month, names in enumerate(_NAMES, 1) for name in names.split()}
MONTHS = frozenset(_MONTH_OF)
"""The names of months and how they are cut short, in capitals, in Dutch and English."""

Month = tuple[int, int]
"""A month with its year; the year is 0 where none is written."""

A_YEAR_AGO = range(330, 397)
"""Days since a month without a year that is rather the coming one: `huur december`, paid in November."""

_ANY = re.compile(r"\b(" + "|".join(_MONTH_OF) + r")\b(?:[ .]{0,2}(20[0-9]{2})(?![0-9]))?")
_FIRST_NAME = re.compile(
    r"\b(?:GROET|GROETEN|GROETJES|GR|MVG|LIEFS|VAN|NAMENS|DHR|HR|MEVR|MW|AFZ) (?:JAN|MEI|JUNE|MAY|APRIL|AUGUST)\b"
    r"|\b(?:JAN|MEI|JUNE|MAY|APRIL|AUGUST)[ -](?!EN\b|TM\b|TOT\b|PLUS\b)(?=[A-Z]{2,})(?!(?:"
    + "|".join(_MONTH_OF)
    + r")\b)"
)
"""Months that are names of people too, where they stand as one: `groeten Jan`, `Jan de Boer`."""
_UNTIL = re.compile(
    r"\b(?:SINDS|VANAF|VAN AF|T/M|T\.?M\.?|TOT(?: EN MET)?) (?:" + "|".join(_MONTH_OF) + r")\b"
    r"|\b(?:" + "|".join(_MONTH_OF) + r") ?(?:-|T/M|TM|TOT) ?(?:" + "|".join(_MONTH_OF) + r")\b"
)
"""The first or the last of several months tells none of them."""


def month_called(name: str) -> int:
    """Return the number of a month by one of its names, in capitals."""
    return _MONTH_OF[name]


def months_in(text: str, *, names: Collection[str] = ()) -> frozenset[Month]:
    """Return the months that a text in capitals names by a word, which is none of some names of people."""
    found = _ANY.findall(text)
    if not found or _UNTIL.search(text):
        return frozenset()
    if _FIRST_NAME.search(text):
        found = _ANY.findall(_FIRST_NAME.sub(" ", text))
    return frozenset((_MONTH_OF[name], int(year or 0)) for name, year in found if name not in names)


def is_of_month(day: date, months: Collection[Month], *, near: date) -> bool:
    """Test if a day is in one of some months; one without a year is any but that of about a year before a payment."""
    if (day.month, day.year) in months:
        return True
    return (day.month, 0) in months and (near - day).days not in A_YEAR_AGO
