"""Amounts as text, to integer cents and back. A notation is named, never guessed.

>>> decimal_to_cents("1250.5")
125050
>>> parse_amount("1.250,00", decimal=",", thousands=".")
125000
"""

import re
from decimal import Decimal, InvalidOperation
from functools import lru_cache

DIGITS_MAX = 15
"""More digits before the decimal sign are refused: no bank has them, and a database row could not hold them."""

_XML_DECIMAL = re.compile(r"([+-]?)([0-9]*)(?:\.([0-9]*))?")


class AmountError(ValueError):
    """The text is not an amount in the notation that was named. The message is a Dutch sentence."""


def decimal_to_cents(text: str) -> int:
    """Return the cents of an XML decimal; more than two decimals are refused unless they are zeros."""
    found = _XML_DECIMAL.fullmatch(text.strip())
    if found is None or not (found[2] or found[3]):
        raise AmountError(f"{_quoted(text)} is geen bedrag zoals 1250.00.")
    return _cents(found[1], found[2], found[3] or "", text)


def parse_amount(
    text: str, decimal: str = ",", thousands: str | None = None, *, round_to_cents: bool = False
) -> int:
    """Return the cents of an amount in the named notation, for example `1.250,00` with "," and "."."""
    found = _notation(decimal, thousands, "*" if round_to_cents else "{1,2}").fullmatch(text.strip())
    if found is None:
        example = format_cents(125000, decimal=decimal, thousands=thousands or "")
        raise AmountError(f"{_quoted(text)} is geen bedrag in de afgesproken notatie (zoals {example}).")
    whole = found[2].replace(thousands, "") if thousands else found[2]
    return _cents(found[1], whole, found[3] or "", text, round_to_cents=round_to_cents)


def number_to_cents(value: int | float, *, round_to_cents: bool = False) -> int:
    """Return the cents of a number cell; a spreadsheet keeps fifteen digits, so no more are looked at."""
    try:
        digits = format(Decimal(format(value, ".15g")), "f")
        return parse_amount(digits, ".", round_to_cents=True) if round_to_cents else decimal_to_cents(digits)
    except InvalidOperation:
        raise AmountError(f"{value!r} is geen bedrag.") from None


def cents_to_decimal(cents: int) -> str:
    """Return the amount as an XML decimal with two decimals: `-1250.05`."""
    return format_cents(cents, decimal=".", thousands="")


def format_cents(cents: int, *, decimal: str = ",", thousands: str = ".") -> str:
    """Return the amount as people read it: `1.250,00`."""
    whole, rest = divmod(abs(cents), 100)
    grouped = f"{whole:,}".replace(",", thousands)
    return f"{'-' if cents < 0 else ''}{grouped}{decimal}{rest:02d}"


@lru_cache(maxsize=16)
def _notation(decimal: str, thousands: str | None, decimals: str) -> re.Pattern[str]:
    """Return the pattern of one notation: sign, whole part, and this many decimals."""
    whole = r"[0-9]+"
    if thousands:
        whole = rf"[0-9]{{1,3}}(?:{re.escape(thousands)}[0-9]{{3}})+|[0-9]+"
    return re.compile(rf"(?:€\s*)?([+-]?)(?:€\s*)?({whole})(?:{re.escape(decimal)}([0-9]{decimals}))?")


def _cents(sign: str, whole: str, decimals: str, text: str, *, round_to_cents: bool = False) -> int:
    """Return sign, whole part and decimals as one number of cents; half a cent goes away from zero."""
    whole = whole.lstrip("0")
    if len(whole) > DIGITS_MAX:
        raise AmountError(f"{_quoted(text)} is groter dan een bedrag kan zijn.")
    if decimals[2:].strip("0") and not round_to_cents:
        raise AmountError(
            f"{_quoted(text)} heeft meer dan twee decimalen en is dus geen bedrag in hele centen."
        )
    cents = int(whole or "0") * 100 + int(decimals[:2].ljust(2, "0")) + (decimals[2:3] >= "5")
    return -cents if sign == "-" else cents


def _quoted(text: str) -> str:
    """Return the text between quotes, cut where it is longer than an amount can be."""
    short = text.strip()
    return f"‘{short if len(short) <= 24 else short[:24] + '…'}’" if short else "Een leeg veld"
