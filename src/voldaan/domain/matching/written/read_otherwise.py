"""Digits that are no invoice number: days, amounts, bank accounts, telephone numbers, postcodes, times, quantities.

>>> [(text[0], text[1]) for text in read_otherwise("12-03-2026 EUR 125,00", near=date(2026, 3, 20))]
[('DAY', '12-03-2026'), ('AMOUNT', 'EUR 125,00')]
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

from voldaan.domain.identifiers import is_valid_betalingskenmerk, is_valid_iban, is_valid_ogm, is_valid_rf
from voldaan.domain.matching.written.months import MONTHS

Reading = Literal[
    "IBAN", "REFERENCE", "AMOUNT", "DAY", "PERIOD", "PHONE", "TIME", "POSTCODE", "QUANTITY", "PART"
]
"""PART: some digits of a day or a month, as 03-2026 in 12-03-2026."""

DAYS_BACK, DAYS_AHEAD = 400, 60
"""How far from the payment eight or six digits in a row can still mean a day."""

_MONTH = f"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})(?![A-Z])"
_DAY, _MONTH_NUMBER = r"(?:0?[1-9]|[12][0-9]|3[01])", r"(?:0?[1-9]|1[0-2])"

_BEGINS = rf"(?=[0-9€+*]|(?<![A-Z0-9])(?:RF|EUR|[A-Z]{{2}}[0-9]|{_MONTH}))"
"""Most places of a text are passed over by this alone."""

_OTHERWISE = re.compile(
    _BEGINS
    + "(?:"
    + "|".join(
        (
            r"(?P<IBAN>(?<![A-Z0-9])(?!RF)[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{2,4}){3,8})",
            r"(?P<RF>(?<![A-Z0-9])RF ?[0-9]{2}(?: ?[A-Z0-9]{1,21}){1,7})",
            r"(?P<OGM>(?:\+{3}|\*{3}) ?[0-9][0-9/ .-]{8,20}[0-9] ?(?:\+{3}|\*{3})|"
            r"(?<![0-9])[0-9]{3}/[0-9]{4}/[0-9]{5}(?![0-9]))",
            r"(?P<KENMERK>(?<![0-9-])[0-9]{4}(?P<between>[ .-])[0-9]{4}(?:(?P=between)[0-9]{4}){2}(?![0-9])"
            r"(?!(?P=between)[0-9](?![0-9.]*,[0-9]{2}(?![0-9]))))",
            r"(?P<AMOUNT>(?:EUR|EURO|€)[ :]*[0-9][0-9.]*(?:,(?:[0-9]{1,2}(?![0-9])|-))?|"
            r"(?<![0-9.,/-])[0-9]{1,3}(?:\.[0-9]{3})*(?:,[0-9]{2}(?![0-9])|,-)(?: ?EURO?(?![A-Z]))?|"
            r"(?<![0-9.,/-])[0-9]{1,6}(?:,[0-9]{2}(?![0-9])|,-)(?: ?EURO?(?![A-Z]))?|"
            r"(?<![0-9.,/-])[0-9]{1,4}\.[0-9]{2}(?![0-9./-])(?: ?EURO?(?![A-Z]))?|"
            r"(?<![0-9.,/-])[0-9]{1,6} ?(?:EURO?(?![A-Z])|€))",
            rf"(?P<DAY>(?<![0-9]){_DAY}(?P<sign>[-./ ]|- ?){_MONTH_NUMBER}(?P=sign)(?:20)?[0-9]{{2}}(?![0-9])|"
            rf"(?<![0-9])20[0-9]{{2}}(?P<other>[-./ ]){_MONTH_NUMBER}(?P=other){_DAY}(?![0-9])|"
            rf"(?<![0-9]){_DAY}[ .-]?{_MONTH}(?:[ .'-]{{0,2}}(?:20)?[0-9]{{2}}(?![0-9]))?|"
            rf"(?<![A-Z]){_MONTH}[ .'-]{{0,2}}(?:20)?[0-9]{{2}}(?![0-9]))",
            rf"(?P<PERIOD>(?<![0-9/.-]){_MONTH_NUMBER}[-/ ](?:20[0-9]{{2}})(?![0-9/.-])|"
            rf"(?<![0-9/.-])20[0-9]{{2}}[-/](?:0[1-9]|1[0-2])(?![0-9/.-]))",
            r"(?P<PHONE>(?<![0-9])(?:(?:\+|00)31[ -]?(?:\(0\) ?)?|0)"
            r"(?:6[ -]?(?:[0-9][ -]?){7}[0-9]|[1-57-9][0-9]{1,2}[ -](?:[0-9] ?){5,6}[0-9])(?![0-9]))",
            r"(?P<TIME>(?<![0-9:])[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:]))",
            r"(?P<POSTCODE>(?<![0-9/.-])[1-9][0-9]{3} ?"
            r"(?!EN|DD|NR|OP|TM|VD|IS|IN|BV|NV|EU|NO|ET|TE|VAN|SA|SD|SS)[A-Z]{2}(?![A-Z0-9]))",
            r"(?P<QUANTITY>(?<![0-9/.-])[0-9]{1,4}(?: ?(?:%|UUR|UREN|STUKS|STKS|PERS|PERSONEN|M2|M3|KG|KM|JAAR|MAANDEN|"
            r"MND|WEKEN|DAGEN|NACHTEN|FACTUREN|FACTS|REKENINGEN|NOTAS|TERMIJNEN)|X|E|STE|DE)(?![A-Z0-9]))",
            r"(?P<DIGITS>(?<![0-9])(?:[0-9]{8}|[0-9]{6})(?![0-9]))",
        )
    )
    + ")"
)


class Otherwise(NamedTuple):
    """A part of a text and what it can be that is no invoice number."""

    reading: Reading
    text: str
    start: int
    end: int


def read_otherwise(text: str, *, near: date) -> Iterator[Otherwise]:
    """Yield what the digits of a text can be beside an invoice number. Capitals are expected.

    Days of six or eight digits in a row are told only where they are close to the day of the payment.
    """
    place = 0
    while found := _OTHERWISE.search(text, place):
        kind, start, end = str(found.lastgroup), found.start(), found.end()
        reading = _AS_IT_IS.get(kind)
        if kind in _CHECKS:
            reading, is_valid = _CHECKS[kind]
            end = _end_of_valid(text, start, end, is_valid)
        elif kind == "DIGITS":
            reading = digits_as_day(found[0], near=near)
        if reading and end > start:
            yield Otherwise(reading, text[start:end], start, end)
            place = end
        else:
            run = _ONE_RUN.match(text, start)
            place = run.end() if run else end


def digits_as_day(digits: str, *, near: date) -> Reading | None:
    """Return whether digits in a row can be a day or a month close to another day."""
    first, last = near - timedelta(days=DAYS_BACK), near + timedelta(days=DAYS_AHEAD)
    for year, month, day in orders_of_day(digits):
        if not "01" <= month <= "12":
            continue
        try:
            read = date(int(year) if len(year) == 4 else 2000 + int(year), int(month), int(day))
        except ValueError:
            continue
        if first <= read <= last:
            return "DAY" if len(digits) == 8 or day != "1" else "PERIOD"
    return None


def orders_of_day(digits: str) -> Iterator[tuple[str, str, str]]:
    """Yield the ways to read digits as year, month and day; a month counts as its first day."""
    if len(digits) == 8:
        yield digits[4:], digits[2:4], digits[:2]
        yield digits[:4], digits[4:6], digits[6:]
    if len(digits) == 6:
        yield digits[4:], digits[2:4], digits[:2]
        yield digits[:2], digits[2:4], digits[4:]
        yield digits[:4], digits[4:], "1"
        yield digits[2:], digits[:2], "1"


def _end_of_valid(text: str, start: int, end: int, is_valid: Callable[[str], bool]) -> int:
    """Return where the longest valid number ends that begins here, leaving out words behind it; the start: none."""
    while end > start and not is_valid(_STARS.sub("", text[start:end])):
        end = max(text.rfind(" ", start, end), start)
    return end


_STARS = re.compile(r"[+*/]")
_ONE_RUN = re.compile(r"[^A-Z0-9]*[A-Z0-9]+")
_CHECKS: dict[str, tuple[Reading, Callable[[str], bool]]] = {
    "IBAN": ("IBAN", is_valid_iban),
    "RF": ("REFERENCE", is_valid_rf),
    "OGM": ("REFERENCE", is_valid_ogm),
    "KENMERK": ("REFERENCE", is_valid_betalingskenmerk),
}
_AS_IT_IS: dict[str, Reading] = {
    "AMOUNT": "AMOUNT",
    "DAY": "DAY",
    "PERIOD": "PERIOD",
    "PHONE": "PHONE",
    "TIME": "TIME",
    "POSTCODE": "POSTCODE",
    "QUANTITY": "QUANTITY",
}
