"""Letters that are printed together: one PDF in the order of the post, and who lies on which of its pages.

The same letters give the same bytes, in whatever order they come.
"""

import gc
import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError

LETTERS_MAX: Final = 1000
"""How many letters one print file holds: all of its pages are in memory while it is made."""
_A4: Final = (595.276, 841.89)
_HOUSE = re.compile(r"\s(\d+)")
_UNKNOWN_HOUSE: Final = 0


class CannotPrint(ValueError):
    """A letter cannot be printed with the others. Says which, why, and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishedLetter:
    """One letter as it was written, and where it goes."""

    uuid: str
    pdf: bytes
    lines: tuple[str, ...]
    """What shows in the window."""
    debtor: str
    """The debtor's number with its client."""
    client: str = ""
    street: str = ""
    postcode: str = ""
    country: str = "NL"
    invoices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacedLetter:
    """A letter on its pages of the print file, counted from 1."""

    letter: FinishedLetter
    first_page: int
    last_page: int
    """The last that carries something; a blank back after it belongs to the letter as well."""
    sheets: int
    sha256: str
    """Of the letter's own PDF."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTogether:
    """One PDF to print."""

    pdf: bytes
    placed: tuple[PlacedLetter, ...]
    duplex: bool
    pages: int

    @property
    def sheets(self) -> int:
        """Return how many sheets of paper it takes."""
        return sum(one.sheets for one in self.placed)


def in_postal_order(letters: Iterable[FinishedLetter]) -> list[FinishedLetter]:
    """Return letters as the post sorts them: the Netherlands, then by country; postcode, house, debtor."""
    return sorted(letters, key=_postal_key)


def _postal_key(letter: FinishedLetter) -> tuple[bool, str, str, int, str, str, str]:
    country = letter.country.upper()
    house = _HOUSE.search(letter.street)
    return (
        country != "NL",
        country,
        re.sub(r"\s", "", letter.postcode).upper(),
        int(house[1]) if house else _UNKNOWN_HOUSE,
        letter.client,
        letter.debtor,
        letter.uuid,
    )


def print_together(letters: Sequence[FinishedLetter], *, duplex: bool) -> PrintedTogether:
    """Return one PDF of these letters in the order of the post. With `duplex` each begins on the front of a sheet.

    Raises:
        CannotPrint: there are none or too many, or one of them is no PDF that can be read to its end.
    """
    if not 1 <= len(letters) <= LETTERS_MAX:
        raise CannotPrint(
            f"Een printbestand telt 1 tot {LETTERS_MAX} brieven, en dit zijn er {len(letters)}."
        )
    writer = PdfWriter()
    with _collecting_later():
        placed = tuple(_placed(writer, letter, duplex=duplex) for letter in in_postal_order(letters))
        made = BytesIO()
        writer.write(made)
    return PrintedTogether(pdf=made.getvalue(), placed=placed, duplex=duplex, pages=len(writer.pages))


@contextmanager
def _collecting_later() -> Iterator[None]:
    """Let Python not look for garbage meanwhile: nearly all of it is needed to the end, and looking takes a third."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _placed(writer: PdfWriter, letter: FinishedLetter, *, duplex: bool) -> PlacedLetter:
    before = len(writer.pages)
    _append(writer, letter)
    pages = len(writer.pages) - before
    if duplex and pages % 2:
        writer.add_page(PageObject.create_blank_page(width=_A4[0], height=_A4[1]))
    return PlacedLetter(
        letter=letter,
        first_page=before + 1,
        last_page=before + pages,
        sheets=(pages + 1) // 2 if duplex else pages,
        sha256=hashlib.sha256(letter.pdf).hexdigest(),
    )


def _append(writer: PdfWriter, letter: FinishedLetter) -> None:
    try:
        reader = PdfReader(BytesIO(letter.pdf), strict=True)
        if not reader.pages:
            raise ValueError("no pages")
        writer.append(reader, import_outline=False)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise CannotPrint(
            f"De brief {letter.uuid} aan debiteur {letter.debtor} is geen hele PDF ({type(error).__name__}), dus er is "
            "niets gedrukt. Zet het archief terug uit een reservekopie, of zeg met `voldaan message resolve` dat "
            "hij niet aankwam."
        ) from None
