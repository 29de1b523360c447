"""Amounts, days and account numbers as a language writes them. A no-break space keeps each on one line."""

from datetime import date
from typing import Any, Final

from voldaan.domain.money import MINUS
from voldaan.letters.phrases import Phrases

NO_BREAK: Final = "\u00a0"


def amount(cents: int, currency: str, phrases: Phrases) -> str:
    """Return an amount in the notation of the language, such as "€ 1.234,50" or "€1,234.50".

    Below zero the minus stands before the digits, or before the sign of the currency where that touches them.
    """
    figures = phrases.tree["figures"]
    whole = f"{abs(cents) // 100:,}".replace(",", figures["thousands"])
    digits = f"{whole}{figures['decimal']}{abs(cents) % 100:02d}"
    pattern = figures["amount"] if currency == "EUR" else figures["amount_other"]
    if cents < 0 and "€{amount}" in pattern:
        pattern = f"{MINUS}{pattern}"
    elif cents < 0:
        digits = f"{MINUS}{digits}"
    return unbroken(pattern.format(amount=digits, currency=currency))


def long_date(day: date, phrases: Phrases) -> str:
    """Return a day written out, such as "4 december 2026"."""
    return unbroken(phrases.tree["figures"]["date"].format_map(_date_words(day, phrases)))


def long_date_with_weekday(day: date, phrases: Phrases) -> str:
    """Return a day written out with its weekday, such as "vrijdag 4 december 2026"."""
    return str(phrases.tree["figures"]["date_weekday"].format_map(_date_words(day, phrases)))


def iban_in_groups(iban: str) -> str:
    """Return an IBAN in groups of four, as it stands on a bank card."""
    compact = iban.replace(" ", "")
    return NO_BREAK.join(compact[start : start + 4] for start in range(0, len(compact), 4))


def _date_words(day: date, phrases: Phrases) -> dict[str, Any]:
    figures = phrases.tree["figures"]
    return {
        "day": day.day,
        "month": figures["months"][day.month - 1],
        "year": day.year,
        "weekday": figures["weekdays"][day.weekday()],
    }


def unbroken(text: str) -> str:
    """Return the text with spaces at which no line breaks."""
    return text.replace(" ", NO_BREAK)
