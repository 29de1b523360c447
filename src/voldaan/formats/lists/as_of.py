"""The as-of day of a list, out of the rows above its header: "per 31-12-2025", "Peildatum: 31 december 2025"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from voldaan.formats.days import DayError, parse_day
from voldaan.formats.findings import Findings
from voldaan.formats.lists.cells import Row, text_of

_WORDS = (
    r"peildatum|peildag|stand per|saldo per|saldi per|t/m|tm|tot en met|t\.e\.m\.|per datum|per|as of|as at|op datum|"
    r"balance date|reference date|until|through|stichtag"
)
_DAY = re.compile(
    rf"(?<!\w)(?:{_WORDS})(?!\w)[ :]{{0,3}}(?:datum|date)?[ :]{{0,3}}"
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{1,2}(?P<sign>[-/.])[0-9]{1,2}(?P=sign)(?:[0-9]{4}|[0-9]{2})"
    r"|[0-9]{1,2}[ -][^\W\d_]{3,10}\.?[ -][0-9]{4})(?![0-9])",
    re.IGNORECASE,
)
_TEXT_LENGTH_MAX = 2000


def as_of_days(above: Sequence[Row], dates: str) -> set[date]:
    """Return the days that the rows above a header name as those of the list.

    `dates` decides if the day or the month comes first.
    """
    is_month_first = dates.lower().lstrip().startswith("m")
    return {day for row in above for day in _days_of(row, is_month_first=is_month_first)}


def _days_of(row: Row, *, is_month_first: bool) -> Iterator[date]:
    """Yield the days of one row."""
    cells = [cell.date().isoformat() if isinstance(cell, datetime) else text_of(cell) for cell in row]
    text = " ".join(text for text in cells if text)[:_TEXT_LENGTH_MAX]
    for found in _DAY.finditer(text):
        try:
            yield parse_day(
                found["day"].replace(".", "-") if not found["sign"] else found["day"],
                _notation(found, is_month_first),
            )
        except DayError:
            continue


def _notation(found: re.Match[str], is_month_first: bool) -> str:
    """Return the notation in which a day of a title is written."""
    text, sign = found["day"], found["sign"]
    if sign:
        year = "yyyy" if len(text.rsplit(sign, 1)[1]) == 4 else "yy"
        return f"m{sign}d{sign}{year}" if is_month_first else f"d{sign}m{sign}{year}"
    return "yyyy-mm-dd" if text[:4].isdigit() else "d mmm yyyy" if " " in text else "d-mmm-yyyy"


def as_of_in(above: Sequence[Row], dates: str, known: date | None, findings: Findings) -> date | None:
    """Return the as-of day that stands above a header; none, two, or another than is known is a problem."""
    days = as_of_days(above, dates)
    if not days and known is not None:
        return known
    if len(days | ({known} if known else set())) == 1:
        return next(iter(days))
    named = " en ".join(f"{day:%d-%m-%Y}" for day in sorted(days | ({known} if known else set())))
    findings.add(
        f"Er staan {'verschillende peildagen' if days else 'geen peildag'} boven de lijst.",
        f"We vonden {named}."
        if days
        else "De mapping zegt dat de dag in de titel staat, zoals ‘per 31-12-2025’.",
        "Vul as_of in de mapping in en zet as_of_in_title uit.",
    )
    return None
