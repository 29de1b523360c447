"""What a name says: whether two are the same, and in which capacity its bearer owes.

>>> plain_name("Bakkerij De Vroege Vogel B.V.") == plain_name("BAKKERIJ DE VROEGE VOGEL BV")
True
>>> capacity_from(name="Stichting Buurthuis", coc_number="", vat_number="")
'LEGAL_PERSON'
"""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from voldaan.domain.law.capacity import Capacity

NAMES_KEPT = 2**16
"""Names whose plain form is remembered: a list names the same debtors over and over."""

DOTTED = re.compile(r"\b(?:[a-z]\.){2,}|\b(?:[a-z]\.)+[a-z]\b")
"""Letters with a dot behind each: initials, or a legal form."""

_WORD = re.compile(r"[a-z0-9]+")
_NOT_DECOMPOSED = str.maketrans({"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i"})

_ABBREVIATED_LEGAL_FORMS = frozenset(
    "bv nv bvba srl sprl gmbh ag ug kgaa ltd limited llc inc plc sa sas sarl spa ab aps oy".split()
)
_WRITTEN_LEGAL_FORMS = frozenset(
    "stichting vereniging cooperatie coop coöperatie onderlinge foundation association corporation".split()
)
_PARTNERSHIPS = frozenset("vof maatschap cv eenmanszaak".split())
LEFT_OUT_FORMS = _ABBREVIATED_LEGAL_FORMS | _PARTNERSHIPS
"""Legal forms that people leave out and banks put in. A foundation is called one by everybody."""
_PUBLIC_BODIES = frozenset(
    "gemeente provincie ministerie waterschap hoogheemraadschap wetterskip rijkswaterstaat belastingdienst".split()
)


@lru_cache(maxsize=NAMES_KEPT)
def plain_name(name: str) -> str:
    """Return a name without capitals, accents, punctuation and legal form, for comparing."""
    words = _words(name)
    kept = [word for word in words if word not in LEFT_OUT_FORMS]
    return " ".join(kept or words)


@lru_cache(maxsize=NAMES_KEPT)
def legal_form(name: str) -> str:
    """Return the legal form that a name ends or begins with, in small letters, or nothing."""
    forms = _ABBREVIATED_LEGAL_FORMS | _PARTNERSHIPS | _WRITTEN_LEGAL_FORMS
    words = _words(name)
    return next((word for word in words[1:] + words[:1] if word in forms), "") if words[1:] else ""


def are_alike(one: str, other: str, least: int) -> bool:
    """Test if two names are at least so many percent alike, in any order of their words."""
    first, second = plain_name(one), plain_name(other)
    if first == second:
        return bool(first)
    in_order = " ".join(sorted(first.split())), " ".join(sorted(second.split()))
    return any(_share(least, *pair) for pair in ((first, second), in_order))


def _share(least: int, one: str, other: str) -> bool:
    """Test if two texts share so many percent of their letters, in the order in which they stand."""
    return 200 * LCSseq.similarity(one, other) >= least * (len(one) + len(other))


def capacity_from(*, name: str, coc_number: str, vat_number: str) -> Capacity:
    """Return the capacity that a name and numbers show.

    A number of the Chamber of Commerce or for VAT shows a business, but not that it is a legal person: without
    a legal form in the name it may be a sole trader or a partnership, whom the law protects.
    """
    words = _words(name)
    if words and (
        words[0] in _PUBLIC_BODIES or (words[0] == "het" and words[1:2] and words[1] in _PUBLIC_BODIES)
    ):
        return "PUBLIC_BODY"
    if _PARTNERSHIPS & set(words):
        return "SOLE_TRADER"
    if _ABBREVIATED_LEGAL_FORMS & set(words[1:]) or _WRITTEN_LEGAL_FORMS & set(words):
        return "LEGAL_PERSON"
    return "SOLE_TRADER" if coc_number or vat_number else "UNKNOWN"


def plain_letters(name: str) -> str:
    """Return a name in small letters without accents. A letter that no keyboard here has stays as it is."""
    small = name.lower()
    if small.isascii():
        return small
    decomposed = unicodedata.normalize("NFKD", small.translate(_NOT_DECOMPOSED))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def _words(name: str) -> list[str]:
    """Return the words of a name in small letters, with B.V. as one word."""
    return _WORD.findall(DOTTED.sub(lambda found: found[0].replace(".", ""), plain_letters(name)))
