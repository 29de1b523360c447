"""Words that are hard: of offices and the law, written short, or long."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from voldaan.domain.wording.plain.finding import Code, PlainFinding
from voldaan.domain.wording.plain.hard_phrases import BY_FIRST, HARD_PHRASES
from voldaan.domain.wording.plain.hard_words import HARD_WORDS
from voldaan.domain.wording.plain.sentences import Sentence, Word
from voldaan.domain.wording.plain.short_forms import KNOWN_LONG, SHORT_FORMS
from voldaan.domain.wording.plain.syllables import syllables

LONG_FROM: Final = 7
"""From how many syllables a word is long enough to be named: shorter compounds are often known to everybody."""


def are_plain(sentence: Sentence) -> Iterator[PlainFinding]:
    """Yield each word and phrase that has a plainer one, each short form, and each long word."""
    words, number = sentence.words, 0
    while number < len(words):
        taken, finding = _at(sentence, words, number)
        if finding is not None:
            yield finding
        number += taken


def _at(sentence: Sentence, words: tuple[Word, ...], number: int) -> tuple[int, PlainFinding | None]:
    """Return how many words were looked at, and what is hard in them."""
    word = words[number]
    for form in BY_FIRST.get(word.small, ()):
        if tuple(one.small for one in words[number : number + len(form)]) == form:
            last = words[number + len(form) - 1]
            return len(form), _found(sentence, "word.hard", word, last, HARD_PHRASES[form])
    if word.small in HARD_WORDS and not _is_name(sentence, word):
        return 1, _found(sentence, "word.hard", word, word, HARD_WORDS[word.small])
    if short := SHORT_FORMS.get(word.small) or SHORT_FORMS.get(
        f"{word.small}." if _stopped(sentence, word) else ""
    ):
        return 1, _found(sentence, "word.short", word, word, short)
    if word.kind == "WORD" and not _is_name(sentence, word) and is_long(word.small):
        return 1, _found(sentence, "word.long", word, word, "")
    return 1, None


@lru_cache(maxsize=8192)
def is_long(word: str) -> bool:
    """Test if a word in small letters has many syllables, and is none that everybody knows."""
    return word not in KNOWN_LONG and syllables(word) >= LONG_FROM


def _is_name(sentence: Sentence, word: Word) -> bool:
    """Test if a capital inside the sentence makes it a name."""
    return word.text[0].isupper() and word.start > sentence.words[0].start and not word.text.isupper()


def _stopped(sentence: Sentence, word: Word) -> bool:
    """Test if a stop stands right behind it that does not end the sentence."""
    place = word.end - sentence.start
    return sentence.text[place : place + 1] == "." and place + 1 < len(sentence.text)


def _found(sentence: Sentence, code: Code, first: Word, last: Word, instead: str) -> PlainFinding:
    place = (first.start, last.end)
    return PlainFinding(
        code=code,
        sentence=sentence.text,
        place=place,
        found=sentence.text[place[0] - sentence.start : place[1] - sentence.start],
        instead=instead,
    )
