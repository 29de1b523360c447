"""Print invoices behind a letter: those that can be printed, and that go into its envelope. Needs an open scope."""

from collections.abc import Sequence
from typing import Final

from voldaan.formats.pdf_pages import joined, page_count
from voldaan.records.enclosures import Enclosure, own_pdfs
from voldaan.records.models import Invoice

PAGES_OF_INVOICE_MAX: Final = 10
"""A longer one is a book: the letter does not bring it, and does not promise it."""
PAGES_MAX: Final = 20
"""Behind one letter, on both sides of ten sheets: more does not go into the envelope."""


def printed_with(invoices: Sequence[Invoice]) -> tuple[Enclosure, ...]:
    """Return the invoices that follow a letter as pages, in their order."""
    found: list[Enclosure] = []
    room = PAGES_MAX
    for one in own_pdfs(invoices):
        pages = page_count(one.content())
        if pages and pages <= min(room, PAGES_OF_INVOICE_MAX):
            found.append(one)
            room -= pages
    return tuple(found)


def print_of(letter: bytes, enclosures: Sequence[Enclosure]) -> bytes:
    """Return the letter with these invoices behind it; nothing where there are none: the letter itself is printed."""
    return joined(letter, [one.content() for one in enclosures]) if enclosures else b""
