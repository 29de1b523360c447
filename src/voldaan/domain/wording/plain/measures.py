"""How hard a text is: what is counted in it, the load that a sentence puts on its reader, and the level in words.

All figures are whole numbers; a tenth is counted as one, and its name says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from voldaan.domain.wording.plain import sentence_rules
from voldaan.domain.wording.plain.finding import PlainFinding
from voldaan.domain.wording.plain.sentences import Sentence
from voldaan.domain.wording.plain.syllables import syllables

Level = Literal["B1", "B2", "C1", "TOO_SHORT"]
"""About which level of the European frame; too short where there is not enough to say it of."""
B1_MEAN_TENTHS_MAX: Final = 120
"""Twelve words a sentence."""
SENTENCES_MIN: Final = 3
WORDS_MIN: Final = 25
_LONG_FROM: Final = 4
"""From how many syllables a word counts as long in the load; more than that is also named, in `word_rules`."""


class Features(NamedTuple):
    """What is counted in one sentence."""

    words: int
    hard_words: int
    long_words: int
    syllables: int
    passives: int
    clauses: int
    apart: int
    nominals: int
    negations: int


def features(sentence: Sentence, found: Sequence[PlainFinding]) -> Features:
    """Return what is counted in a sentence; `found` is what the rules said of it."""
    codes = [one.code for one in found]
    words = [word for word in sentence.words if word.kind == "WORD"]
    lengths = [syllables(word.small) for word in words]
    return Features(
        words=len(sentence.words),
        hard_words=codes.count("word.hard") + codes.count("word.short"),
        long_words=sum(length >= _LONG_FROM for length in lengths),
        syllables=sum(lengths) + len(sentence.words) - len(words),
        passives=codes.count("sentence.passive"),
        clauses=len(sentence_rules.clauses(sentence)),
        apart=codes.count("sentence.apart"),
        nominals=len(sentence_rules.nominals(sentence)),
        negations=codes.count("sentence.negation"),
    )


WEIGHTS: Final = Features(
    words=2, hard_words=8, long_words=5, syllables=0, passives=10, clauses=2, apart=8, nominals=2, negations=4
)
"""What each weighs in the load. Fitted on pairs of a hard sentence and its plain one, and rounded; docs/plain.md."""
B1_LOAD_TENTHS_MAX: Final = 340
B2_LOAD_TENTHS_MAX: Final = 480
"""How much the mean sentence weighs at most, in tenths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measures:
    """What the level rests on: the whole text in figures."""

    sentences: int
    words: int
    longest: int
    """The words of the longest sentence."""
    mean_words_tenths: int
    flesch_douma: int
    """206.84 - 0.93 words a sentence - 77 syllables a word: the higher the easier; 60 and more is plain."""
    hard_words: int
    long_words: int
    passives: int
    clauses: int
    apart: int
    nominals: int
    load_tenths: int
    """What the mean sentence weighs."""

    @property
    def level(self) -> Level:
        """Return about which level the text has."""
        if self.sentences < SENTENCES_MIN or self.words < WORDS_MIN:
            return "TOO_SHORT"
        if self.load_tenths <= B1_LOAD_TENTHS_MAX:
            return "B1"
        return "B2" if self.load_tenths <= B2_LOAD_TENTHS_MAX else "C1"


def load(counted: Features) -> int:
    """Return how much a sentence asks of its reader."""
    return sum(weight * count for weight, count in zip(WEIGHTS, counted, strict=True))


def measures(counted: Sequence[Features]) -> Measures:
    """Return the figures of a text from those of its sentences; headings, labels and greetings are left out."""
    sentences = len(counted)
    words = sum(one.words for one in counted)
    syllables_in_all = sum(one.syllables for one in counted)
    return Measures(
        sentences=sentences,
        words=words,
        longest=max((one.words for one in counted), default=0),
        mean_words_tenths=_mean_tenths(words, sentences),
        flesch_douma=_flesch_douma(sentences, words, syllables_in_all),
        hard_words=sum(one.hard_words for one in counted),
        long_words=sum(one.long_words for one in counted),
        passives=sum(one.passives for one in counted),
        clauses=sum(one.clauses for one in counted),
        apart=sum(one.apart for one in counted),
        nominals=sum(one.nominals for one in counted),
        load_tenths=_mean_tenths(sum(map(load, counted)), sentences),
    )


def _mean_tenths(total: int, count: int) -> int:
    return (20 * total + count) // (2 * count) if count else 0


def _flesch_douma(sentences: int, words: int, syllables_in_all: int) -> int:
    """Return the reading ease of Douma (1960), rounded down; 0 for no words."""
    if not words:
        return 0
    return (20_684 * sentences * words - 93 * words * words - 7_700 * syllables_in_all * sentences) // (
        100 * sentences * words
    )
