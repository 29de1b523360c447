"""A text as sentences and words, each with its place in the text as it was given.

>>> [sentence.text for sentence in sentences("De factuur d.d. 3 mei van A. de Wit is open. Wilt u betalen?")]
['De factuur d.d. 3 mei van A. de Wit is open.', 'Wilt u betalen?']
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, NamedTuple

Kind = Literal["WORD", "SHORT", "NUMBER", "NAME"]
"""A word; letters with stops between them; an amount, a day or a number; what cannot be said otherwise."""

_MONTHS: Final = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
    "|jan|feb|mrt|apr|jun|jul|aug|sept?|okt|nov|dec"
)
_WORD = re.compile(
    r"(?P<NAME>\{[^{}\n]{1,40}\}|[\w.+-]{1,64}@[\w.-]{1,80}\w|(?:https?://|www\.)\S{1,200}"
    r"|\b[A-Z]{2}\d\d(?: ?[A-Z0-9]{2,4}){3,8}\b|\b\d[\d ]{6,14}\d\b)"
    rf"|(?P<NUMBER>(?:€|EUR) ?\d[\d.,]*(?:-(?!\w))?|\b\d{{1,2}}[ -](?:{_MONTHS})\b\.?(?:[ -]\d{{4}})?"
    r"|\b[A-Za-z]{1,10}-?\d(?:[\w./-]*\w)?|\b\d[\w./:-]*\w|\d)"
    r"|(?P<SHORT>\b(?:[A-Za-z]{1,4}\.){2,}(?:[A-Za-z]{1,4}\b(?!\w))?)"
    r"|(?P<WORD>[^\W\d_]+(?:['’-][^\W\d_]+)*['’]?)"
)
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s|$)")
_CUT_SHORT: Final = frozenset(
    "nr art bijv jl dhr mw mevr drs ir ing mr prof dr tel incl excl max min ca evt resp vgl afd blz pag bv st".split()
)
_LAST_WORD = re.compile(r"([\w.]+)\.$")
_INITIALS = re.compile(r"(?:^|\s)(?:[A-Z]\.)+$")
_WRAPPED_FROM: Final = 55
"""From how many characters on a line that goes on below was only wrapped."""
_NEW_ITEM = re.compile(r"\s*(?:[-*•·–]\s|\d{1,2}[.)]\s)")
_LABEL = re.compile(r"\s*[^\W\d_][^.,!?\n:]{0,40}:\s")
_LOOKED_BACK: Final = 40
_SENTENCE_WORDS_MIN: Final = 5


class Word(NamedTuple):
    """One word, with its place."""

    text: str
    small: str
    kind: Kind
    start: int
    end: int


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One sentence, heading or line, with its place."""

    text: str
    start: int
    end: int

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Return its words, numbers and names in order."""
        return tuple(_words(self.text, self.start))

    @cached_property
    def small(self) -> str:
        """Return it in small letters, sign for sign, with one kind of space and quote."""
        even = re.sub(r"\s", " ", self.text).replace("’", "'")
        small = even.lower()
        if len(small) == len(even):
            return small
        return "".join(char.lower() if len(char.lower()) == 1 else char for char in even)

    @property
    def counts(self) -> bool:
        """Test if it is a sentence, and no heading, label or greeting: it has an end, or as many words as one."""
        return len(self.words) >= _SENTENCE_WORDS_MIN or (len(self.words) > 1 and self.text[-1] in ".!?")


def sentences(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of a text."""
    return tuple(sentence for start, end in _blocks(text) for sentence in _cut(text, start, end))


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which a sentence may run on: lines, save where one was only wrapped."""
    start, place = 0, 0
    lines = text.splitlines(keepends=True)
    for number, line in enumerate(lines):
        place += len(line)
        below = lines[number + 1] if number + 1 < len(lines) else ""
        if not _runs_on(line, below):
            yield start, place
            start = place


def _runs_on(line: str, below: str) -> bool:
    body = line.rstrip()
    wrapped = len(body) >= _WRAPPED_FROM and not body.endswith((".", "!", "?", ":", ";"))
    return wrapped and bool(below.strip()) and not (_NEW_ITEM.match(below) or _LABEL.match(below))


def _cut(text: str, start: int, end: int) -> Iterator[Sentence]:
    item = _NEW_ITEM.match(text, start, end)
    begin = start = item.end() if item else start
    for found in _END.finditer(text, start, end):
        if _ends_here(text, begin, found):
            yield from _made(text, begin, found.end())
            begin = found.end()
    yield from _made(text, begin, end)


def _made(text: str, start: int, end: int) -> Iterator[Sentence]:
    body = text[start:end]
    stripped = body.strip()
    if any(char.isalnum() for char in stripped):
        first = start + len(body) - len(body.lstrip())
        yield Sentence(text=stripped, start=first, end=first + len(stripped))


def _ends_here(text: str, begin: int, found: re.Match[str]) -> bool:
    """Test if this stop ends a sentence, and not a word that was cut short, initials or the number of an item."""
    after = text[found.end() : found.end() + 3].lstrip()
    if after and after[0].islower():
        return False
    if found.group() != ".":
        return True
    before = text[max(begin, found.end() - _LOOKED_BACK) : found.end()]
    last = _LAST_WORD.search(before)
    word = last.group(1).lower() if last else ""
    return not (word in _CUT_SHORT or ("." in word and bool(after)) or _INITIALS.search(before))


def _words(text: str, offset: int) -> Iterator[Word]:
    for found in _WORD.finditer(text):
        kind: Kind = found.lastgroup  # type: ignore[assignment]
        body = found.group()
        yield Word(
            text=body,
            small=body.replace("’", "'").lower(),
            kind=kind,
            start=offset + found.start(),
            end=offset + found.end(),
        )
