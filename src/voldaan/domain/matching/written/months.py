"""Months that a payer names: `huur maart`, `contributie mrt. 2026`.

>>> sorted(months_in("HUUR MAART EN APR"))
[3, 4]
"""

import re

_NAMES = (
    "JANUARI JANUARY JAN", "FEBRUARI FEBRUARY FEBR FEB", "MAART MARCH MAA MRT MAR", "APRIL APR", "MEI MAY",
    "JUNI JUNE JUN", "JULI JULY JUL", "AUGUSTUS AUGUST AUG", "SEPTEMBER SEPT SEP", "OKTOBER OCTOBER OKT OCT",
    "NOVEMBER NOV", "DECEMBER DEC",
)  # fmt: skip
_MONTH_OF = {name: month for month, names in enumerate(_NAMES, 1) for name in names.split()}
MONTHS = frozenset(_MONTH_OF)
"""The names of months and how they are cut short, in capitals, in Dutch and English."""

_ANY = re.compile(r"\b(?:" + "|".join(_MONTH_OF) + r")\b")


def month_called(name: str) -> int:
    """Return the number of a month by one of its names, in capitals."""
    return _MONTH_OF[name]


def months_in(text: str) -> frozenset[int]:
    """Return the months that a text in capitals names by a word."""
    return frozenset(_MONTH_OF[name] for name in _ANY.findall(text))
