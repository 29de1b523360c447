"""Read a Dutch text as its reader will: which sentences are too hard or unkind, why, and about which level it has.

Advice, and no more: the guard (`voldaan.domain.wording.guard`) refuses, and this never does. Nothing but the text
is needed, and nothing is looked up.

>>> [finding.code for finding in read_plainly("Wij verzoeken u derhalve te betalen.", "nl").findings]
['tone.distant', 'word.hard', 'word.hard']
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, Literal

from voldaan.domain.wording.facts import Language
from voldaan.domain.wording.plain import sentence_rules, tone_rules, tone_words, word_rules
from voldaan.domain.wording.plain.finding import PlainFinding
from voldaan.domain.wording.plain.measures import (
    B1_MEAN_TENTHS_MAX,
    SENTENCES_MIN,
    Level,
    Measures,
    features,
    measures,
)
from voldaan.domain.wording.plain.sentences import Sentence, sentences

ReadLanguage = Literal["nl"]
_LEVELS: Final[dict[Level, tuple[str, str]]] = {
    "B1": (
        "B1 of makkelijker: de meeste mensen lezen dit zonder moeite.",
        "B1 or easier: most people read this without trouble.",
    ),
    "B2": (
        "Ongeveer B2: voor een deel van de lezers te moeilijk.",
        "About B2: too hard for a part of the readers.",
    ),
    "C1": (
        "Te moeilijk, ongeveer C1: veel lezers haken af.",
        "Too hard, about C1: many readers give up.",
    ),
    "TOO_SHORT": (
        "Te kort om een niveau te noemen.",
        "Too short to name a level.",
    ),
}


class LanguageNotRead(ValueError):
    """Raised for a text in a language whose reading level Voldaan does not know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainReport:
    """What was found in a text, in the order of the text, and its figures."""

    findings: tuple[PlainFinding, ...]
    measures: Measures

    @property
    def level(self) -> Level:
        """Return about which level the text has: an estimate from its figures."""
        return self.measures.level

    def level_words(self, language: Language) -> str:
        """Return the level as a sentence."""
        return _LEVELS[self.level][language != "nl"]


def read_plainly(text: str, language: ReadLanguage) -> PlainReport:
    """Return what is hard or unkind in a text; raises LanguageNotRead for any language but Dutch."""
    if language != "nl":
        raise LanguageNotRead(
            f"Voldaan reads how plain a text is in Dutch only, and this one was given as {language!r}. It was not "
            "looked at. Give a Dutch text, or leave this out for other languages."
        )
    parts = sentences(text)
    found = [tuple(_of(sentence)) for sentence in parts]
    counted = [features(one, hard) for one, hard in zip(parts, found, strict=True) if one.counts]
    figures = measures(counted)
    everything = chain(*found, tone_rules.is_kind(parts), _subject(parts), _mean(parts, figures))
    return PlainReport(findings=tuple(_told_once(list(dict.fromkeys(everything)))), measures=figures)


def _told_once(findings: list[PlainFinding]) -> Iterator[PlainFinding]:
    """Yield them in the order of the text; a hard word that is refused too is told as refused, with its plain one."""
    hard = {one.place: one for one in findings if one.code == "word.hard"}
    refused = {one.place for one in findings if one.code == "tone.refused"}
    for one in sorted(findings, key=lambda one: one.place):
        if one.code == "tone.refused" and one.place in hard:
            yield replace(one, instead=hard[one.place].instead)
        elif not (one.code == "word.hard" and one.place in refused):
            yield one


def _of(sentence: Sentence) -> Iterator[PlainFinding]:
    for rule in sentence_rules.RULES:
        yield from rule(sentence)
    yield from word_rules.are_plain(sentence)


def _subject(parts: tuple[Sentence, ...]) -> Iterator[PlainFinding]:
    """Yield the subject that says nothing of when, where the text names one."""
    for sentence in parts[:3]:
        label = tone_words.SUBJECT.match(sentence.small)
        if label and not tone_words.A_DAY.search(sentence.small):
            place = (sentence.start + label.end(), sentence.end)
            found = sentence.text[label.end() :]
            yield PlainFinding(code="subject.no_day", sentence=sentence.text, place=place, found=found)


def _mean(parts: tuple[Sentence, ...], figures: Measures) -> Iterator[PlainFinding]:
    """Yield that the sentences are long on the mean, at the longest of them."""
    if figures.sentences < SENTENCES_MIN or figures.mean_words_tenths <= B1_MEAN_TENTHS_MAX:
        return
    longest = max((one for one in parts if one.counts), key=lambda one: len(one.words))
    yield PlainFinding(
        code="text.long_sentences",
        sentence=longest.text,
        place=(longest.start, longest.end),
        found=f"{figures.mean_words_tenths // 10},{figures.mean_words_tenths % 10}",
    )
