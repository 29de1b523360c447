"""Numbers in a text that look like those of the client's invoices, and that the book does not have."""

import re

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.way import Reading

GROUPS = re.compile(r"[0-9]+")
DIGITS_MIN = 5
_NUMBER = re.compile(r"[0-9](?:[-./ ]?[0-9])*")
_SEPARATORS = str.maketrans("", "", "-./ ")


def unknown_number(reading: Reading, book: OpenBook) -> str:
    """Return a number in the text that looks like one of our invoices and is none that we know; else nothing."""
    if not reading.written.digits:
        return ""
    text = reading.written.text
    told = " ".join(mention.text for mention in reading.mentions)
    for found in _NUMBER.finditer(text):
        digits = found[0].translate(_SEPARATORS)
        if len(digits) < DIGITS_MIN or found[0] in told:
            continue
        key = digits.lstrip("0")
        if len(key) not in book.index.lengths or key in book.index.bearing or key in book.index.debtors:
            continue
        if not any(
            one.start < found.end() and found.start() < one.end for one in reading.written.otherwise()
        ):
            return found[0]
    return ""
