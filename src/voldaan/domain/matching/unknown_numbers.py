"""Numbers in a text that look like those of the client's invoices, and that the book does not have."""

import re

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.way import Reading

GROUPS = re.compile(r"[0-9]+")
DIGITS_MIN = 5
_NUMBER = re.compile(r"[0-9](?:[-./ ]?[0-9])*")
_OWN_BOOKS = re.compile(
    r"\b(?:INKOOP[A-Z]*|BOEKSTUK[A-Z]*|STUKNR|MEMO[A-Z]*|DAGBOEK|(?:ONZE|ONS|OUR) [A-Z]+)[^0-9]{0,5}$"
)
"""Before a number of the payer's own books."""
_SEPARATORS = str.maketrans("", "", "-./ ")


def _is_of_the_payer(text: str, start: int, digits: str) -> bool:
    """Test if a number is a season, or one of the payer's own books."""
    is_season = len(digits) == 8 and digits[:2] == "20" and int(digits[4:]) == int(digits[:4]) + 1
    return is_season or _OWN_BOOKS.search(text[:start]) is not None


def unknown_number(reading: Reading, book: OpenBook) -> str:
    """Return a number in the text that looks like one of our invoices and is none that we know; else nothing."""
    if not reading.written.digits:
        return ""
    text = reading.written.text
    told = " ".join(mention.text for mention in reading.mentions)
    for found in _NUMBER.finditer(text):
        digits = found[0].translate(_SEPARATORS)
        if len(digits) < DIGITS_MIN or found[0] in told or _is_of_the_payer(text, found.start(), digits):
            continue
        key = digits.lstrip("0")
        if len(key) not in book.index.lengths or key in book.index.bearing or key in book.index.debtors:
            continue
        if not any(
            one.start < found.end() and found.start() < one.end for one in reading.written.otherwise()
        ):
            return found[0]
    return ""
