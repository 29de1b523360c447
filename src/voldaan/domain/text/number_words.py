"""Numbers written out in Dutch and English, so that "veertig euro" is read as an amount like any other.

>>> number_of("tweehonderdvijfenveertig"), number_of("one hundred and five"), number_of("graag")
(245, 105, None)
"""

import unicodedata
from functools import lru_cache
from typing import Final

_ONES: Final = {
    "een": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6, "zeven": 7, "acht": 8, "negen": 9, "tien": 10,
    "elf": 11, "twaalf": 12, "dertien": 13, "veertien": 14, "vijftien": 15, "zestien": 16, "zeventien": 17,
    "achttien": 18, "negentien": 19, "twintig": 20, "dertig": 30, "veertig": 40, "vijftig": 50, "zestig": 60,
    "zeventig": 70, "tachtig": 80, "negentig": 90,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_TIMES: Final = {"honderd": 100, "hundred": 100, "duizend": 1000, "thousand": 1000}
_LINKS: Final = frozenset({"en", "and"})
_PIECES: Final = tuple(sorted((*_ONES, *_TIMES, *_LINKS), key=len, reverse=True))
_LETTERS_MAX: Final = 90
"""Longer than any number below a million in either language."""


@lru_cache(maxsize=2048)
def number_of(words: str) -> int | None:
    """Return the number that these words write out, glued or spaced; None where they are anything else."""
    letters = "".join(char for char in _plain(words) if char not in " -")
    if not letters or len(letters) > _LETTERS_MAX:
        return None
    pieces = _pieces(letters)
    if not pieces or pieces[0] in _LINKS or pieces[-1] in _LINKS:
        return None
    return _value(pieces)


def _plain(words: str) -> str:
    taken_apart = unicodedata.normalize("NFD", words.lower())
    return "".join(char for char in taken_apart if not unicodedata.combining(char))


def _pieces(letters: str) -> list[str] | None:
    """Return the letters cut into number words, from the back so that each place is looked at once."""
    cut_from: list[list[str] | None] = [None] * len(letters) + [[]]
    for place in range(len(letters) - 1, -1, -1):
        for piece in _PIECES:
            rest = cut_from[place + len(piece)] if letters.startswith(piece, place) else None
            if rest is not None:
                cut_from[place] = [piece, *rest]
                break
    return cut_from[0]


def _value(pieces: list[str]) -> int:
    thousands, current = 0, 0
    for piece in pieces:
        if piece in _ONES:
            current += _ONES[piece]
        elif _TIMES.get(piece) == 100:
            current = max(1, current) * 100
        elif piece in _TIMES:
            thousands, current = thousands + max(1, current) * 1000, 0
    return thousands + current
