"""Amounts of money: whole cents in, words for people out.

>>> format_euro(123_450, "en")
'€1,234.50'
>>> format_euro(-7_500, "en")
'−€75.00'
>>> parse_euro("1234.50")
123450
>>> split_evenly(100, 3)
[34, 33, 33]
"""

import re
from typing import Literal

NO_BREAK_SPACE = "\u00a0"
MINUS = "\u2212"
"""What stands before an amount below zero for people: longer than a hyphen, and no line breaks behind it."""
_MACHINE_NOTATION = re.compile(r"[0-9]{1,13}(\.[0-9]{2})?")


def format_euro(cents: int, language: Literal["nl", "en"]) -> str:
    """Return the amount with its euro sign, as a Dutch or an English reader writes it.

    The Dutch sign and the amount are kept on one line by a no-break space. Below zero the minus stands before the
    digits in Dutch, and before the euro sign in English, as each writes it.
    """
    minus, figures = MINUS if cents < 0 else "", format_amount(abs(cents), language)
    return f"€{NO_BREAK_SPACE}{minus}{figures}" if language == "nl" else f"{minus}€{figures}"


def format_amount(cents: int, language: Literal["nl", "en"]) -> str:
    """Return the amount without a currency, grouped by thousands, always with two decimals."""
    sign = "-" if cents < 0 else ""
    euros, rest = divmod(abs(cents), 100)
    text = f"{euros:,}.{rest:02}"
    return sign + (text.translate(str.maketrans(",.", ".,")) if language == "nl" else text)


def split_evenly(cents: int, parts: int) -> list[int]:
    """Return the amount in `parts` amounts that differ by a cent at most and add up exactly; larger ones first."""
    if parts < 1:
        raise ValueError(
            f"An amount is split into at least one part, not {parts}: give a number of 1 or more."
        )
    share, left = divmod(cents, parts)
    return [share + 1] * left + [share] * (parts - left)


def parse_euro(text: str) -> int:
    """Return the cents of an amount in machine notation: digits, and a point with two decimals where there are cents.

    Anything else is refused: a comma means cents to one reader and thousands to another, and a guess is a wrong
    amount. Signs and group separators are refused for the same reason.
    """
    if not _MACHINE_NOTATION.fullmatch(text):
        raise ValueError(
            f"The amount {text!r} cannot be read with certainty: "
            "write euros with a point before two decimals, as in 1234.50."
        )
    euros, _, cents = text.partition(".")
    return int(euros) * 100 + int(cents or "0")
