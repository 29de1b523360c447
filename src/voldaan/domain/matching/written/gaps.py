"""What stands between two groups of digits, and what it says of both.

>>> read_gap("FACTUUR ").call, read_gap(" EN ").links, read_gap("-").joins, read_gap("-").binds
('INVOICE', 'AND', True, 'HARD')
"""

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from voldaan.domain.matching.written.months import MONTHS
from voldaan.domain.matching.written.number_words import AND_WORDS, TO_WORDS, Call, call_of, is_known_word

GAPS_KEPT = 2**14
"""Gaps whose meaning is remembered: the same few words stand before most numbers."""

GAP_LENGTH_MOST = 60
"""Of a longer gap only both ends say something of the digits beside it."""

_WORD = re.compile(r"[A-Z]+")
_SEPARATES = re.compile(r"[ \t\r\n]*[-./_]?[ \t\r\n]*")
_LETTERS_INSIDE = re.compile(r"[-./_]?[A-Z]{1,4}[-./_]?")
_LISTS = re.compile(r"[ \t\r\n]*(?:[,;+&/|]|,? ?[A-Z]{2,7}\.?|[-.,])?[ \t\r\n]*(?:[A-Z.:# ]*)", re.DOTALL)
_GLUED_BEFORE = re.compile(r"(?<![A-Z])(?:([A-Z]{1,4})[-._]?|([A-Z]{1,2})/)$")
_GLUED_AFTER = re.compile(r"[-./_]?([A-Z]{1,4})(?![A-Z])")
_TO = re.compile(r"T\W{0,2}M|TOT(?:\W+EN\W+MET)?|BIS|THRU|TO")


class Gap(NamedTuple):
    """The signs between two groups of digits, in capitals."""

    words: tuple[str, ...]
    call: Call
    """What they call the number after them."""
    links: Literal["AND", "TO", ""]
    """They do nothing but go on to the next of a list, or to the end of a range."""
    joins: bool
    """One number can go on over them."""
    binds: Literal["HARD", "SOFT", ""]
    """What stands on both sides looks like one number."""
    glued_before: str
    """Letters written against the number after them that are no word of their own."""
    glued_after: str
    """Letters written against the number before them that are no word of their own."""


def read_gap(signs: str) -> Gap:
    """Return what the signs between two groups of digits say. Capitals without accents are expected."""
    if len(signs) > GAP_LENGTH_MOST:
        signs = f"{signs[: GAP_LENGTH_MOST // 2]} {signs[-GAP_LENGTH_MOST // 2 :]}"
    return _read_gap(signs)


@lru_cache(maxsize=GAPS_KEPT)
def _read_gap(signs: str) -> Gap:
    words = tuple(_WORD.findall(signs))
    before, after = _GLUED_BEFORE.search(signs), _GLUED_AFTER.match(signs)
    letters = (before[1] or before[2]) if before else ""
    glued_before = "" if is_known_word(letters) else letters
    spaced = not signs.strip()
    return Gap(
        words,
        call=call_of(words[:-1] if glued_before else words),
        links=_links(signs, words),
        joins=bool(signs) and bool(_SEPARATES.fullmatch(signs) or _LETTERS_INSIDE.fullmatch(signs)),
        binds="HARD" if signs in ("-", ".", "_") else "SOFT" if signs == "/" or (spaced and signs) else "",
        glued_before=glued_before,
        glued_after=after[1] if after and not is_known_word(after[1]) else "",
    )


def _links(signs: str, words: tuple[str, ...]) -> Literal["AND", "TO", ""]:
    plain = signs.strip()
    if plain in (",", ";", "+", "&", "/", "|", ", EN", ",EN"):
        return "AND"
    if words and words[0] in MONTHS:
        return ""
    if _TO.fullmatch(plain.strip(".")):
        return "TO"
    rest = [word for word in words if word not in AND_WORDS]
    if len(words) > len(rest) or plain[:1] in (",", ";", "+", "&", "/", "|"):
        called = not rest or (call_of(rest) == "INVOICE" and not set(rest) & TO_WORDS)
        return "AND" if called and len(rest) <= 2 else ""
    return ""
