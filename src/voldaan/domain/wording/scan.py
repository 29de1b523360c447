"""What a finished text says: its amounts, days, account numbers and references, each with its place.

Every pattern is bounded, so that the time grows with the length of the text and nothing else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount as written; `cents` is None where it cannot be read as one."""

    start: int
    end: int
    cents: int | None
    currency: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A day as written; `year` is None where the text leaves it out, `weekday` where it names none (Monday is 0)."""

    start: int
    end: int
    year: int | None
    month: int
    day: int
    weekday: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """An account number or a reference as written."""

    start: int
    end: int
    value: str


MONTHS: Final = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12, "january": 1, "february": 2, "march": 3,
    "may": 5, "june": 6, "july": 7, "august": 8, "october": 10, "jan": 1, "feb": 2, "mrt": 3, "mar": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "oct": 10, "nov": 11, "dec": 12,
}  # fmt: skip
WEEKDAYS: Final = {
    "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4, "zaterdag": 5, "zondag": 6,
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
}  # fmt: skip
IBAN_LENGTHS: Final = {
    "AD": 24, "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24,
    "FI": 18, "FR": 27, "GB": 22, "GI": 23, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IS": 26, "IT": 27, "LI": 21,
    "LT": 20, "LU": 20, "LV": 21, "MC": 27, "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24,
    "SI": 19, "SK": 24, "SM": 27, "VA": 22,
}  # fmt: skip
"""The countries of SEPA and the length of an account number there (ISO 13616)."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NUMBER = r"\d(?:[\d.,]{0,20}\d)?"
_AMOUNT = re.compile(
    rf"(?P<before>€|\$|£|\b(?:EUR|USD|GBP|CHF|euro)\b)\s?(?P<sign>-\s?)?(?P<behind>{_NUMBER})"
    rf"|(?<![\w.,€])(?P<ahead>{_NUMBER})\s?(?P<after>(?:€|\b(?:EUR|euro)\b)(?!\s?-?\d)|(?=%))"
    r"|(?<![\w.,/-])(?P<bare>\d[\d.,]{0,16}[.,]\d{2})(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
_LONG_DAY = re.compile(
    rf"(?<![\d.,])(?P<day>\d{{1,2}})(?:st|nd|rd|th|e)?\s?-?(?:of\s)?"
    rf"(?P<month>{_MONTH})\b\.?(?:,?\s(?P<year>\d{{4}})(?!\d))?",
    re.IGNORECASE,
)
_NUMBER_OF_DAY = re.compile(r"\s(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d.,]?\d)(?:,?\s(?P<year>\d{4})(?!\d))?")
_WORD_BEFORE = re.compile(r"(?<![A-Za-z])(?P<word>[A-Za-z]{3,9})[.,]?\s?$")
_NUMERIC_DAY = re.compile(
    r"(?<![\w.,/-])(?P<day>\d{1,2})(?P<sep>[-/.])(?P<month>\d{1,2})(?P=sep)(?P<year>\d{4}|\d{2})(?![\w/-])"
)
_DAY_AND_MONTH = re.compile(
    r"\b(?:op|voor|vóór|uiterlijk|vanaf|tot|t/m|on|by|before|until|from)\s(?P<day>\d{1,2})-(?P<month>\d{1,2})(?![\w/-])",
    re.IGNORECASE,
)
_ISO_DAY = re.compile(r"(?<![\w/-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\w/-])")
_IBAN_START = re.compile(r"\b[A-Z]{2}\d{2}(?=\s?[A-Z0-9])")
_STRUCTURED = re.compile(r"\bRF\d{2}(?:\s?[A-Z0-9]{1,4}){1,6}\b")
_SIXTEEN = re.compile(r"(?<![\w.,-])\d{4}(?:[ .]?\d{4}){3}(?![\w-])")
_LABEL = re.compile(
    r"\b(?:klantnummer|customer number"
    r"|betalingskenmerk|kenmerk|onze referentie|referentie|factuurnummer|facturen|factuur|creditnota"
    r"|payment reference|our reference|reference|invoice number|invoices|invoice|credit note)\b"
    r"(?:\s?(?:nummer|number|nr\.?|no\.?))?\s?:?\s?",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"#?(?P<token>[A-Za-z0-9][A-Za-z0-9/._-]{0,40})")
_AND = re.compile(r"(?:,\s?|\s(?:en|and)\s)")


def amounts(text: str) -> Iterator[Amount]:
    """Yield every amount of money and percentage: with a currency, or bare with two decimals."""
    for found in _AMOUNT.finditer(text):
        digits = found["behind"] or found["ahead"] or found["bare"]
        mark = (found["before"] or found["after"] or "").upper()
        yield Amount(
            start=found.start(),
            end=found.end(),
            cents=_cents(digits, negative=bool(found["sign"])),
            currency={"€": "EUR", "EURO": "EUR", "$": "USD", "£": "GBP"}.get(mark, mark),
        )


def days(text: str) -> Iterator[Day]:
    """Yield every day: written out in Dutch or English, in numbers, or as an ISO day."""
    for found in _LONG_DAY.finditer(text):
        yield _day(text, found, found["month"], found.start())
    for found in _NUMBER_OF_DAY.finditer(text):
        month = _word_before(text, found.start())
        if month is not None and month["word"].lower() in MONTHS:
            yield _day(text, found, month["word"], month.start() + _slice_start(found.start()))
    for pattern in (_NUMERIC_DAY, _DAY_AND_MONTH, _ISO_DAY):
        for found in pattern.finditer(text):
            yield _day(text, found, found["month"], found.start())


def ibans(text: str) -> Iterator[Token]:
    """Yield every account number of a SEPA country, and every Dutch-looking one that is cut short."""
    for found in _IBAN_START.finditer(text):
        length = IBAN_LENGTHS.get(found.group()[:2])
        if length is None:
            continue
        value, end = _compact(text, found.start(), length)
        if len(value) == length or (value.startswith("NL") and re.match(r"NL\d\d[A-Z]{4}\d{4}", value)):
            yield Token(start=found.start(), end=end, value=value)


def references(text: str, known: Iterable[str]) -> Iterator[Token]:
    """Yield every reference: behind a label such as "factuur", and what has the form of one.

    A known reference may hold spaces and is taken whole; anything else is one word with a digit in it.
    """
    longest_first = sorted((value for value in known if value), key=len, reverse=True)
    for label in _LABEL.finditer(text):
        yield from _listed(text, label.end(), longest_first)
    for pattern in (_STRUCTURED, _SIXTEEN):
        for found in pattern.finditer(text):
            whole = Token(start=found.start(), end=found.end(), value=found.group())
            yield _known_at(text, found.start(), longest_first) or whole


def is_real(day: Day) -> date | None:
    """Return the day as a date, or None where it has no year or does not exist."""
    if day.year is None:
        return None
    try:
        return date(day.year, day.month, day.day)
    except ValueError:
        return None


def _cents(digits: str, *, negative: bool) -> int | None:
    """Return the cents, in either notation: a last group of two digits is decimals, groups of three are whole."""
    found = re.fullmatch(r"(\d{1,3}(?:([.,])\d{3}(?:\2\d{3}){0,4})?|\d{1,15})(?:([.,])(\d{2}))?", digits)
    if found is None or (found[2] and found[2] == found[3]):
        return None
    whole = int(re.sub(r"[.,]", "", found[1]))
    cents = whole * 100 + int(found[4] or 0)
    return -cents if negative else cents


def _day(text: str, found: re.Match[str], month: str, start: int) -> Day:
    """Return the day that was found; a name of a weekday right before it belongs to it."""
    before = _word_before(text, start)
    weekday = WEEKDAYS.get(before["word"].lower()) if before else None
    year = found.groupdict().get("year")
    return Day(
        start=start if before is None or weekday is None else before.start() + _slice_start(start),
        end=found.end(),
        year=int(year) + (2000 if len(year) == 2 else 0) if year else None,
        month=MONTHS.get(month.lower()) or int(month),
        day=int(found["day"]),
        weekday=weekday,
    )


def _word_before(text: str, place: int) -> re.Match[str] | None:
    return _WORD_BEFORE.search(text[_slice_start(place) : place])


def _slice_start(place: int) -> int:
    """Return where the longest name of a day or month before `place` could begin, a letter earlier."""
    return max(0, place - 12)


def _compact(text: str, start: int, length: int) -> tuple[str, int]:
    """Return up to `length` letters and digits from `start`, over single spaces, and where they end."""
    value, place = "", start
    while place < len(text) and len(value) < length:
        char = text[place]
        if char == " " and text[place - 1] != " ":
            place += 1
            continue
        if not ("A" <= char <= "Z" or "0" <= char <= "9"):
            break
        value += char
        place += 1
    return value, place


def _listed(text: str, place: int, known: list[str]) -> Iterator[Token]:
    """Yield the references of a list such as "2026-118, 2026-119 en 2026-120" that begins at `place`."""
    while True:
        token = _known_at(text, place, known) or _word_at(text, place)
        if token is None:
            return
        yield token
        more = _AND.match(text, token.end)
        if more is None:
            return
        place = more.end()


def _known_at(text: str, place: int, known: list[str]) -> Token | None:
    for value in known:
        end = place + len(value)
        if text.startswith(value, place) and not text[end : end + 1].isalnum():
            return Token(start=place, end=end, value=value)
    return None


def _word_at(text: str, place: int) -> Token | None:
    found = _TOKEN.match(text, place)
    if found is None:
        return None
    value = found["token"].rstrip("._-/")
    if not any(char.isdigit() for char in value):
        return None
    return Token(start=place, end=found.start("token") + len(value), value=value)
