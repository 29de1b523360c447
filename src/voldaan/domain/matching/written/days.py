"""Days that a payer writes, mostly that of the invoice: `factuur d.d. 24-08-2026`, `fact. van 30-8`, `240826`.

>>> sorted(days_in("FACT. VAN 24 AUG EN 30/8", near=date(2026, 11, 2)))
[datetime.date(2026, 8, 24), datetime.date(2026, 8, 30)]
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from voldaan.domain.matching.written.months import MONTHS, month_called
from voldaan.domain.matching.written.number_words import is_invoice_word
from voldaan.domain.matching.written.read_otherwise import orders_of_day

BACK = timedelta(days=400)
"""A day longer ago than this is of no invoice that is still open."""
OF_THE_PAYMENT = timedelta(days=5)
"""A day so close before the payment was booked is that of the payment itself, also over Easter."""

_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_YEAR = r"(?:20)?[0-9]{2}"
_DAY_FIRST = re.compile(rf"(?<![0-9])([0-9]{{1,2}})([-./ ])([0-9]{{1,2}})\2({_YEAR})(?![0-9])")
_YEAR_FIRST = re.compile(r"(?<![0-9])(20[0-9]{2})[-./]([0-9]{1,2})[-./]([0-9]{1,2})(?![0-9])")
_WITHOUT_YEAR = re.compile(r"(?<![0-9./-])([0-9]{1,2})[-/]([0-9]{1,2})(?![0-9]|[-/.][0-9])")
_BY_NAME = re.compile(rf"(?<![0-9])([0-9]{{1,2}})[ .-]?({_NAME})(?![A-Z])\.?(?:[ '-]?({_YEAR})(?![0-9]))?")
_WORD_BEFORE = re.compile(r"[A-Z]+(?=[^0-9]*$)")
_OF = frozenset("DD D DATUM DATE VAN FACTUURDATUM DED EN OP".split())
"""Before the day of an invoice; after another word it is the day of something else."""
_OF_SOMETHING_ELSE = frozenset(
    """HERINNERING AANMANING BRIEF MAIL EMAIL BERICHT GEBOREN GEB VAKANTIE AFSPRAAK GESPREK OPDRACHT ORDER BESTELLING
    BESTELD LEVERING GELEVERD OFFERTE CONTRACT VERBLIJF PERIODE AANKOMST VERTREK RESERVERING BETALING BETAALD""".split()
)
"""Before `van` or `d.d.` and a day: that of something else."""
_PART_OF_ALL = re.compile(r"[1-4]/[2-4]")
"""`1/2 contributie` is a half."""
_IN_A_ROW = re.compile(r"(?<![0-9])(?:[0-9]{8}|[0-9]{6})(?![0-9])")


def days_in(text: str, *, near: date) -> frozenset[date]:
    """Return the days that a text in capitals can name, of the year before a payment was booked.

    A day without a year is the last such day. Nothing in between counts: three numbers that are no day are none.
    """
    last = near - OF_THE_PAYMENT
    return frozenset(day for day in _days(text, near) if near - BACK <= day < last)


def _days(text: str, near: date) -> Iterator[date]:
    for start, day in _dates(text, near):
        if _is_of_invoice(text[:start]):
            yield day


def _is_of_invoice(before: str) -> bool:
    """Test if what stands before a day can call it that of an invoice."""
    words = _WORD_BEFORE.findall(before)
    for word in reversed(words):
        if word not in _OF:
            return is_invoice_word(word) if word == words[-1] else word not in _OF_SOMETHING_ELSE
    return True


def _dates(text: str, near: date) -> Iterator[tuple[int, date]]:
    """Yield the days with where they begin, whatever the word before them."""
    for found in _DAY_FIRST.finditer(text):
        yield from _at(found, _day(_year(found[4]), int(found[3]), int(found[1])))
    for found in _YEAR_FIRST.finditer(text):
        yield from _at(found, _day(int(found[1]), int(found[2]), int(found[3])))
    for found in _BY_NAME.finditer(text):
        month, day = month_called(found[2]), int(found[1])
        days = _day(_year(found[3]), month, day) if found[3] else _last_such_day(month, day, near)
        yield from _at(found, days)
    for found in _WITHOUT_YEAR.finditer(text):
        if _PART_OF_ALL.fullmatch(found[0]) and not _WORD_BEFORE.search(text[: found.start()]):
            continue
        yield from _at(found, _last_such_day(int(found[2]), int(found[1]), near))
    for found in _IN_A_ROW.finditer(text):
        for year, month_digits, day_digits in orders_of_day(found[0]):
            yield from _at(found, _day(_year(year), int(month_digits), int(day_digits)))


def _at(found: re.Match[str], days: Iterator[date]) -> Iterator[tuple[int, date]]:
    return ((found.start(), day) for day in days)


def _year(digits: str) -> int:
    return int(digits) if len(digits) > 2 else 2000 + int(digits)


def _last_such_day(month: int, day: int, near: date) -> Iterator[date]:
    this_year = list(_day(near.year, month, day))
    yield from this_year if this_year and this_year[0] <= near else _day(near.year - 1, month, day)


def _day(year: int, month: int, day: int) -> Iterator[date]:
    try:
        yield date(year, month, day)
    except ValueError:
        return
