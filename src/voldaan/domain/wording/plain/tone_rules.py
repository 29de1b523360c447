"""What makes a sentence unkind: what the guard refuses, and what is only unwise to send."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from voldaan.domain.wording import conduct_rules, conduct_words
from voldaan.domain.wording.language_words import words_in_code
from voldaan.domain.wording.plain import tone_words
from voldaan.domain.wording.plain.finding import Code, PlainFinding
from voldaan.domain.wording.plain.sentences import Sentence, Word
from voldaan.domain.wording.reading import any_of

_CAPITALS_MIN: Final = 4
_DUTCH: Final = words_in_code("nl")
_TABLES: Final = tuple((code, any_of(words)) for code, words in tone_words.KINDS)


def is_kind(text: Sequence[Sentence]) -> Iterator[PlainFinding]:
    """Yield what is unkind, sentence by sentence: one finding of each kind in a sentence."""
    for number, sentence in enumerate(text):
        behind = text[number + 1] if number + 1 < len(text) else None
        found = [*_refused(sentence), *_unkind(sentence), *_commands(sentence, behind), *_shouts(sentence)]
        named: set[Code] = set()
        for one in found:
            if one.code not in named:
                named.add(one.code)
                yield one
    yield from _mixes(text)


def _refused(sentence: Sentence) -> Iterator[PlainFinding]:
    """Yield what the guard does not let go: old office words, reproach, measures that are not taken."""
    for words, means_it in (
        (conduct_words.NON_TONE["nl"], _says_it),
        (conduct_words.NEVER_PLANNED["nl"], _names_it),
    ):
        for found in any_of(words).finditer(sentence.small):
            if means_it(sentence, found):
                yield _at(sentence, "tone.refused", found)


def _says_it(sentence: Sentence, found: re.Match[str]) -> bool:
    before, after = conduct_rules.clause(sentence.small[: found.start()], sentence.small[found.end() :])
    return not conduct_rules.denies(found.group(), before, after, _DUTCH)


def _names_it(sentence: Sentence, found: re.Match[str]) -> bool:
    before, _ = conduct_rules.clause(sentence.small[: found.start()], "")
    return not conduct_rules.is_not_there(sentence.small, before, _DUTCH)


def _unkind(sentence: Sentence) -> Iterator[PlainFinding]:
    for code, words in _TABLES:
        if found := words.search(sentence.small):
            yield _at(sentence, code, found)
    if found := tone_words.EMOJI.search(sentence.text):
        yield _at(sentence, "tone.familiar", found)


def _commands(sentence: Sentence, behind: Sentence | None) -> Iterator[PlainFinding]:
    """Yield a command to pay that gives no reason and asks nothing."""
    if found := tone_words.MOVE.match(sentence.small):
        yield _at(sentence, "tone.command", found)
    elif found := tone_words.PAY.match(sentence.small):
        reason = behind is not None and tone_words.REASON_BEHIND.match(behind.small)
        if sentence.counts and not reason and not tone_words.SOFTENED.search(sentence.small):
            yield _at(sentence, "tone.command", found)


def _shouts(sentence: Sentence) -> Iterator[PlainFinding]:
    capitals = [word for word in sentence.words if _is_shouted(sentence, word)]
    if capitals:
        first, last = capitals[0], capitals[-1]
        yield PlainFinding(
            code="tone.capitals",
            sentence=sentence.text,
            place=(first.start, last.end),
            found=" ".join(word.text for word in capitals),
            instead=" ".join(word.small for word in capitals),
        )
    place = sentence.text.find("!")
    if place >= 0:
        start = sentence.start + place
        yield PlainFinding(
            code="tone.exclamation", sentence=sentence.text, place=(start, start + 1), found="!", instead="."
        )


def _is_shouted(sentence: Sentence, word: Word) -> bool:
    """Test if a word stands in capitals that is no name in letters and figures: "COVID-19"."""
    behind = sentence.text[word.end - sentence.start :][:2]
    if behind[:1] == "-" and behind[1:].isdigit():
        return False
    plain = word.kind == "WORD" and word.text.isalpha() and word.text.isupper()
    return plain and len(word.text) >= _CAPITALS_MIN and word.text not in tone_words.KNOWN_CAPITALS


def _mixes(text: Sequence[Sentence]) -> Iterator[PlainFinding]:
    """Yield the first sentence that says "je" in a text that says "u", or the other way round."""
    said = [(sentence, word) for sentence in text for word in sentence.words]
    formal = [one for one in said if one[1].small in tone_words.FORMAL]
    informal = [one for one in said if one[1].small in tone_words.INFORMAL]
    if not formal or not informal:
        return
    sentence, word = informal[0] if len(informal) <= len(formal) else formal[0]
    yield PlainFinding(
        code="tone.mixed",
        sentence=sentence.text,
        place=(word.start, word.end),
        found=word.text,
        instead=f"{'u' if len(informal) <= len(formal) else 'je'}",
    )


def _at(sentence: Sentence, code: Code, found: re.Match[str]) -> PlainFinding:
    start, end = found.span()
    return PlainFinding(
        code=code,
        sentence=sentence.text,
        place=(sentence.start + start, sentence.start + end),
        found=sentence.text[start:end],
    )
