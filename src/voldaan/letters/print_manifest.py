"""What goes with a print file: who lies where, for a machine (CSV, JSON) and for whoever fills the envelopes (PDF)."""

import csv
import hashlib
import io
import json
from collections import Counter
from datetime import date
from typing import Any, Final, Literal

from voldaan.domain.workdays import format_day
from voldaan.letters.print_file import CannotPrint, PlacedLetter, PrintedTogether
from voldaan.letters.typesetting import CannotSet, pdf_from

Window = Literal["left", "right"]
MADE_BY: Final = "voldaan post print"
"""Stands in each manifest, so that ours are told from other files."""
COLUMNS: Final = (
    "place", "uuid", "first_page", "last_page", "sheets", "recipient", "postcode", "country", "window", "sha256",
    "invoices",
)  # fmt: skip
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would reckon with: a debtor chose its own name."""


def manifest_csv(printed: PrintedTogether, *, window: Window) -> bytes:
    """Return a row a letter, in the order of the pages; a cell that looks like a formula begins with an apostrophe."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";")
    writer.writerow(COLUMNS)
    for place, one in enumerate(printed.placed, start=1):
        row = _row(one, place, window)
        cells = (" | ".join(value) if isinstance(value, list) else str(value) for value in row.values())
        writer.writerow([f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells])
    return made.getvalue().encode("utf-8-sig")


def manifest_json(printed: PrintedTogether, *, uuid: str, on: date, window: Window) -> bytes:
    """Return all that is known of a print file: each letter, the totals, and the digest of the PDF."""
    sheets = Counter(one.sheets for one in printed.placed)
    countries = Counter(one.letter.country.upper() for one in printed.placed)
    told = {
        "made_by": MADE_BY,
        "print_file": uuid,
        "on": on.isoformat(),
        "duplex": printed.duplex,
        "window": window,
        "sha256": hashlib.sha256(printed.pdf).hexdigest(),
        "totals": {
            "letters": len(printed.placed),
            "pages": printed.pages,
            "sheets": printed.sheets,
            "letters_by_sheets": {str(count): sheets[count] for count in sorted(sheets)},
            "letters_by_country": {name: countries[name] for name in sorted(countries)},
        },
        "letters": [_row(one, place, window) for place, one in enumerate(printed.placed, start=1)],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def index_pdf(printed: PrintedTogether, *, uuid: str, on: date) -> bytes:
    """Return the index to lay beside the print: which letter lies on which pages.

    Raises:
        CannotPrint: a name holds a sign that our font has not.
    """
    rows = [
        {
            "place": str(place),
            "pages": _pages(one),
            "sheets": str(one.sheets),
            "name": one.letter.lines[0] if one.letter.lines else one.letter.debtor,
            "postcode": one.letter.postcode,
            "country": one.letter.country.upper(),
        }
        for place, one in enumerate(printed.placed, start=1)
    ]
    content = {
        "title": f"Printbestand van {format_day(on, 'nl')}",
        "uuid": uuid,
        "day": {"year": on.year, "month": on.month, "day": on.day},
        "sentence": _sentence(printed),
        "rows": rows,
    }
    try:
        return pdf_from("print_index.typ", json.dumps(content, ensure_ascii=False), day=on)
    except CannotSet as error:
        raise CannotPrint(
            f"De inhoudsopgave van het printbestand kan niet worden gemaakt: {error}."
        ) from None


def _row(one: PlacedLetter, place: int, window: Window) -> dict[str, Any]:
    letter = one.letter
    values = (
        place, letter.uuid, one.first_page, one.last_page, one.sheets, list(letter.lines), letter.postcode,
        letter.country.upper(), window, one.sha256, list(letter.invoices),
    )  # fmt: skip
    return dict(zip(COLUMNS, values, strict=True))


def _pages(one: PlacedLetter) -> str:
    return str(one.first_page) if one.first_page == one.last_page else f"{one.first_page}–{one.last_page}"


def _sentence(printed: PrintedTogether) -> str:
    letters, sheets = len(printed.placed), printed.sheets
    sides = "dubbelzijdig" if printed.duplex else "enkelzijdig"
    return (
        f"{letters} {'brief' if letters == 1 else 'brieven'} op {sheets} {'vel' if sheets == 1 else 'vellen'}, "
        f"{sides}, bladzijde 1 tot en met {printed.pages} van letters.pdf, in de volgorde van de post."
    )
