"""Letters put together in a print file, one core: reading, copying and writing, with index and manifests.

The floor writes the same bytes to memory once, letter after letter: what no print file can do without.
"""

import io
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import TypeVar

from tests.letters.samples import message
from voldaan.letters.print_file import LETTERS_MAX, FinishedLetter, print_together
from voldaan.letters.print_manifest import index_pdf, manifest_csv, manifest_json
from voldaan.letters.render import render_letter
from voldaan.letters.style import HouseStyle

Made = TypeVar("Made")
WRITTEN = 50
"""So many different letters are set; the batch is made of them."""
UUID, ON = "0b0c5b5e-3f8a-4f43-9d0a-6a2d3f3f0a11", date(2026, 3, 5)
A_SECOND = 250
"""What DESIGN 8 asks of a print batch."""


def run(*, letters: int) -> Iterator[str]:
    """Yield the figures: the floor, the PDF, and all that goes with it."""
    count = min(letters, LETTERS_MAX)
    batch = [_letter(number, pdf) for number, pdf in enumerate(_pdfs() * (count // WRITTEN + 1))][:count]
    floor, _ = _timed(lambda: io.BytesIO(b"".join(letter.pdf for letter in batch)).getvalue())
    yield f"print-{count}-floor-copy {count / floor:.0f} letters/s 1.00"
    seconds, printed = _timed(lambda: print_together(batch, duplex=True))
    size = len(printed.pdf) / count / 1024
    speed = count / seconds
    yield f"print-{count} {speed:.0f} letters/s {speed / A_SECOND:.2f} (of {A_SECOND}; {size:.0f} kB each)"
    more, _ = _timed(
        lambda: (
            index_pdf(printed, uuid=UUID, on=ON),
            manifest_csv(printed, window="left"),
            manifest_json(printed, uuid=UUID, on=ON, window="left"),
        )
    )
    whole = count / (seconds + more)
    yield f"print-{count}-with-index-and-manifests {whole:.0f} letters/s {whole / A_SECOND:.2f} (of {A_SECOND})"


def _pdfs() -> list[bytes]:
    facts = message()
    return [
        render_letter(
            replace(facts, addressee=replace(facts.addressee, name=f"Debiteur {number}")), HouseStyle()
        )
        for number in range(WRITTEN)
    ]


def _letter(number: int, pdf: bytes) -> FinishedLetter:
    return FinishedLetter(
        uuid=str(number), pdf=pdf, lines=(f"Debiteur {number}",), debtor=f"D{number}", street=f"Laan {number % 90}",
        postcode=f"{1000 + number * 37 % 9000} AB", invoices=(f"2026-{number:05}",),
    )  # fmt: skip


def _timed(work: Callable[[], Made]) -> tuple[float, Made]:
    start = time.process_time()
    made = work()
    return time.process_time() - start, made
