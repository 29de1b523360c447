"""A text in sentences, each as it stands there and as the tables look at it."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from voldaan.domain.answers.slips import mended
from voldaan.domain.answers.values import SENTENCE_SIGNS_MAX
from voldaan.domain.text.evened_out import evened_out

_ABBREVIATED: Final = r"(?<!\b[A-Za-z])" + "".join(
    rf"(?<!\b{short})"
    for short in ("dhr", "mevr", "mw", "mr", "mrs", "ms", "dr", "nr", "ca", "tel", "evt", "incl", "excl")
)
_END = re.compile(
    rf"(?:[!?]|{_ABBREVIATED}[.]|…)[.!?…]*[\"')\]]*(?=\s|$)"
    r"|(?<=[a-z]{3})\.(?=[A-Z][a-z])"
    r"|\n[ \t>]*(?=\n)"
    r"|(?<=[,:])\n(?=\s*\S)"
    r"|\n(?=[ \t]*(?:[-*•–]|\d{1,2}[.)])\s)",
)
_SHORT_LINE = re.compile(r"(?m)^[^\n]{1,50}\n(?=\s*[^a-zà-ÿ\s])")
_WORD = re.compile(r"\d[\d.,:/-]*\d|[a-z0-9]+(?:'[a-z]+)?|[?!]")
_ADDRESS = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+")
_REPEATED = re.compile(r"([a-z])\1{2,}")


class Sentence(NamedTuple):
    """A sentence as it stands in the text, and as `plain` gives it."""

    stands: str
    plain: str


def sentences(text: str) -> Iterator[Sentence]:
    """Yield the sentences of a text in their order; one that never ends is cut into pieces."""
    ends = {found.end() for found in _END.finditer(text)} | {
        found.end() for found in _SHORT_LINE.finditer(text)
    }
    begin = 0
    for end in (*sorted(ends), len(text)):
        for piece in _pieces(text[begin:end].strip()):
            even = plain(piece)
            if even:
                yield Sentence(piece, even)
        begin = end


def plain(sentence: str) -> str:
    """Return a sentence in small letters without accents, one space between words, long words without their slip."""
    small = _ADDRESS.sub(" adres@ ", evened_out(sentence).lower())
    letters = unicodedata.normalize("NFD", small)
    bare = "".join(char for char in letters if not unicodedata.combining(char))
    return " ".join(mended(word) for word in _WORD.findall(_REPEATED.sub(r"\1\1", bare)))


def _pieces(sentence: str) -> Iterator[str]:
    """Yield a sentence whole where it is no longer than may be shown, else in pieces that end between words."""
    while len(sentence) > SENTENCE_SIGNS_MAX:
        cut = sentence.rfind(" ", SENTENCE_SIGNS_MAX // 2, SENTENCE_SIGNS_MAX)
        cut = SENTENCE_SIGNS_MAX if cut < 0 else cut
        yield sentence[:cut].strip()
        sentence = sentence[cut:].strip()
    if sentence:
        yield sentence
