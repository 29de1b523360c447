"""What makes a sentence hard to read, whatever its words: length, clauses, passives, what stands far apart."""

import re
from collections.abc import Iterator
from typing import Final

from voldaan.domain.wording.plain import verbs
from voldaan.domain.wording.plain.finding import Code, PlainFinding
from voldaan.domain.wording.plain.sentences import Sentence, Word

WORDS_MAX: Final = 20
"""What a sentence may have at most; more than that is two ideas."""
CLAUSES_MAX: Final = 2
NUMBERS_MAX: Final = 3
APART_MAX: Final = 8
"""How many words may stand between two halves that belong together."""
NOMINAL_MAX: Final = 3
_LOOKED_AHEAD: Final = 60
_LEAST_FOR_CLAUSES: Final = 12
_DETERMINERS: Final = frozenset("de het een uw je ons onze deze dit die dat alle elk elke".split())
_INTO: Final = frozenset(
    "door in op bij voor aan ter te met van naar nog reeds hierboven hieronder tot uit".split()
)
_NOMINAL = re.compile(r"[a-z]{3,}(?:atie|aties|iteit|isering|ing|ingen|heid|ering)")
_NO_NOMINAL: Final = frozenset(
    "herinnering herinneringen rekening rekeningen betaling betalingen betalingsregeling regeling ding dingen lening"
    " woning woningen zitting vergadering organisatie informatie situatie administratie gelegenheid overheid uitkering"
    " verzekering bestelling bestellingen levering leveringen korting hoeveelheid gemeente vestiging".split()
)
_DOING_OF = re.compile(r"\bhet (?:\w+ ){0,3}?(\w{3,}en) van\b")
_NO_DOING: Final = frozenset(
    "einde begin eigen teken midden verleden leven bestaan afgelopen komende open noorden oosten zuiden westen".split()
)
_HALVES: Final = (
    (verbs.WAITS_FOR_PARTICIPLE, verbs.is_participle),
    (verbs.WAITS_FOR_INFINITIVE, verbs.is_infinitive),
)
_CLAUSE_CUT = re.compile(r"[,;:()–-]|\b(?:en|of|maar|want)\b")


def is_long(sentence: Sentence) -> Iterator[PlainFinding]:
    """Yield the sentence that has more words than a reader keeps together."""
    if len(sentence.words) > WORDS_MAX:
        yield _whole(sentence, "sentence.long", len(sentence.words))


def has_many_clauses(sentence: Sentence) -> Iterator[PlainFinding]:
    """Yield the sentence with several sentences inside it."""
    opened = clauses(sentence)
    too_many = len(opened) > CLAUSES_MAX or (len(opened) == CLAUSES_MAX and len(sentence.words) > WORDS_MAX)
    if too_many and len(sentence.words) >= _LEAST_FOR_CLAUSES:
        place = (opened[0].start, opened[-1].end)
        found = ", ".join(word.text for word in opened)
        yield PlainFinding(
            code="sentence.clauses", sentence=sentence.text, place=place, found=found, count=len(opened)
        )


def clauses(sentence: Sentence) -> list[Word]:
    """Return the words that open a clause inside the sentence."""
    found: list[Word] = []
    for before, word in zip(sentence.words, sentence.words[1:], strict=False):
        between = sentence.text[before.end - sentence.start : word.start - sentence.start]
        if word.small in verbs.CLAUSES or (word.small in verbs.MAY_OPEN and "," in between):
            found.append(word)
    return found


def is_passive(sentence: Sentence) -> Iterator[PlainFinding]:
    """Yield the sentence that does not say who does it."""
    if found := passive(sentence):
        yield _between(sentence, "sentence.passive", *found)


def passive(sentence: Sentence) -> tuple[Word, Word] | None:
    """Return "wordt" with its participle, or "is … door …" with its; None where there is none."""
    words = sentence.words
    for number, word in enumerate(words):
        if word.small in verbs.BECOMES:
            near = [*words[number + 1 : number + 16], *words[max(0, number - 2) : number]]
            for other in near:
                if verbs.is_participle(other.small):
                    return (word, other) if other.start > word.start else (other, word)
        elif word.small in verbs.IS:
            behind = words[number + 1 : number + 14]
            by = any(one.small == "door" for one in behind)
            participle = next((one for one in behind if verbs.is_participle(one.small)), None)
            if by and participle is not None:
                return word, participle
    return None


def stands_apart(sentence: Sentence) -> Iterator[PlainFinding]:
    """Yield the sentence in which two halves of a verb, or an article and its noun, stand far apart."""
    if found := apart(sentence):
        yield _between(sentence, "sentence.apart", *found)


def apart(sentence: Sentence) -> tuple[Word, Word] | None:
    """Return the two words that belong together and stand far apart; None where there are none."""
    words = sentence.words
    for number, word in enumerate(words[:-2]):
        if word.small in _DETERMINERS and words[number + 1].small in _INTO:
            for other in words[number + 2 : number + 12]:
                if other.small.endswith("e") and verbs.is_participle(other.small[:-1]):
                    return word, other
        if half := _other_half(sentence, number):
            return word, half
    return None


def _other_half(sentence: Sentence, number: int) -> Word | None:
    """Return the verb that closes this one's clause, where more words than a few stand between."""
    words, first = sentence.words, sentence.words[number].small
    fits = next((test for waits, test in _HALVES if first in waits), None)
    if fits is None:
        return None
    for place in range(number + 1, min(len(words), number + _LOOKED_AHEAD)):
        other = words[place]
        if other.small in verbs.CLAUSES:
            return None
        if place + 1 == len(words) or _stops(sentence, other, words[place + 1]):
            is_verb = other.kind == "WORD" and other.text[0].islower() and fits(other.small)
            return other if is_verb and place - number - 1 > APART_MAX else None
    return None


def _stops(sentence: Sentence, word: Word, following: Word) -> bool:
    return any(
        sign in sentence.text[word.end - sentence.start : following.start - sentence.start]
        for sign in ",;:(–"
    )


def is_nominal(sentence: Sentence) -> Iterator[PlainFinding]:
    """Yield the sentence that says with nouns what is done: "het retourneren van", "de verwerking"."""
    doing = next((one for one in _DOING_OF.finditer(sentence.small) if one[1] not in _NO_DOING), None)
    if doing is not None:
        start = sentence.start + doing.start()
        yield PlainFinding(
            code="sentence.nominal",
            sentence=sentence.text,
            place=(start, start + len(doing.group())),
            found=doing.group(),
        )
        return
    nouns = nominals(sentence)
    if len(nouns) >= NOMINAL_MAX:
        yield PlainFinding(
            code="sentence.nominal",
            sentence=sentence.text,
            place=(nouns[0].start, nouns[-1].end),
            found=", ".join(word.text for word in nouns),
            count=len(nouns),
        )


def nominals(sentence: Sentence) -> list[Word]:
    """Return the nouns that are made of verbs and qualities."""
    return [
        word
        for word in sentence.words
        if word.kind == "WORD" and _NOMINAL.fullmatch(word.small) and word.small not in _NO_NOMINAL
    ]


def denies_twice(sentence: Sentence) -> Iterator[PlainFinding]:
    """Yield the sentence in which one clause says no twice."""
    last: Word | None = None
    for word in sentence.words:
        if last is not None and _CLAUSE_CUT.search(
            sentence.small, last.end - sentence.start, word.start - sentence.start
        ):
            last = None
        twice = word.small in verbs.AGAIN_NEGATIVE or word.small in verbs.NEGATIVES
        if last is not None and twice:
            yield _between(sentence, "sentence.negation", last, word)
            return
        if word.small in verbs.NEGATIVES or (twice and word.small in ("zonder", "tenzij")):
            last = word


def has_many_numbers(sentence: Sentence) -> Iterator[PlainFinding]:
    """Yield the sentence with more amounts, days and numbers than a reader keeps apart. A row of a table is none."""
    numbers = [word for word in sentence.words if word.kind == "NUMBER"]
    if len(numbers) > NUMBERS_MAX and sentence.text[-1] in ".!?":
        yield PlainFinding(
            code="sentence.numbers",
            sentence=sentence.text,
            place=(numbers[0].start, numbers[-1].end),
            found=", ".join(word.text for word in numbers),
            count=len(numbers),
        )


def _whole(sentence: Sentence, code: Code, count: int) -> PlainFinding:
    return PlainFinding(
        code=code,
        sentence=sentence.text,
        place=(sentence.start, sentence.end),
        found=sentence.text,
        count=count,
    )


def _between(sentence: Sentence, code: Code, first: Word, last: Word) -> PlainFinding:
    return PlainFinding(
        code=code,
        sentence=sentence.text,
        place=(first.start, last.end),
        found=f"{first.text} … {last.text}",
    )


RULES: Final = (
    is_long, has_many_clauses, is_passive, stands_apart, is_nominal, denies_twice, has_many_numbers,
)  # fmt: skip
