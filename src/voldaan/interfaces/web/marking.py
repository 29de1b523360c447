"""What a payer wrote, with the invoice numbers in it marked."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

TAIL_MIN = 3
"""The last digits of a number are marked from this many on."""

_DIGITS = re.compile(r"[0-9]+")
_GAP = r"[\s./_-]{0,2}"


class Piece(NamedTuple):
    """A part of a text, and whether it is a number that the book knows."""

    text: str
    is_marked: bool


def marked(text: str, numbers: Iterable[str]) -> tuple[Piece, ...]:
    """Return a text in pieces. A number counts in any grouping of its digits, and by its last group alone.

    >>> [piece.text for piece in marked("factuur 2026 0012, dank", ["2026-0012"]) if piece.is_marked]
    ['2026 0012']
    """
    pieces, here = [], 0
    for start, end in sorted({span for number in numbers for span in _spans(text, number)}):
        if start < here:
            continue
        if start > here:
            pieces.append(Piece(text[here:start], False))
        pieces.append(Piece(text[start:end], True))
        here = end
    if here < len(text):
        pieces.append(Piece(text[here:], False))
    return tuple(pieces)


def _spans(text: str, number: str) -> Iterator[tuple[int, int]]:
    """Yield where a number stands: written whole, else its last group of digits."""
    for pattern in _patterns(number):
        found = [match.span() for match in re.finditer(pattern, text, re.IGNORECASE)]
        if found:
            yield from found
            return


def _patterns(number: str) -> Iterator[str]:
    groups = _DIGITS.findall(number)
    digits = "".join(groups)
    if len(digits) >= TAIL_MIN:
        yield rf"(?<![0-9]){_GAP.join(digits)}(?![0-9])"
        if len(groups[-1]) >= TAIL_MIN:
            yield rf"(?<![0-9]){groups[-1]}(?![0-9])"
    elif number.strip():
        yield rf"(?<!\w){re.escape(number.strip())}(?!\w)"
