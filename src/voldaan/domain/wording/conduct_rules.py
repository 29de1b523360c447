"""How a message speaks: kindly, and without a step that is not allowed or not planned (Wki 13, Bki 4.1)."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import Final

from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.wording import conduct_words
from voldaan.domain.wording.finding import Finding, by_law
from voldaan.domain.wording.language_words import LanguageWords
from voldaan.domain.wording.reading import Reading

MANNERS: Final = Citation(
    law="Wki",
    bwb_id="BWBR0046685",
    article="13",
    follows="The debtor is treated correctly: no reproach, no pressure, no measure that will not be taken.",
    follows_nl="De schuldenaar wordt correct behandeld: geen verwijt, geen druk, geen maatregel die niet wordt "
    "genomen.",
    valid_from=date(2024, 4, 1),
    not_confirmed=(
        "Articles 3 to 6 of the Rki, which work this out, were not read. The list of words is on the strict "
        "side, and a "
        "business that writes for itself, to which the article does not apply, is held to the same."
    ),
    not_confirmed_nl="De artikelen 3 tot en met 6 van de Rki, die dit uitwerken, zijn niet gelezen. De lijst van "
    "woorden is aan de strenge kant, en een bedrijf dat zelf schrijft, waarvoor het artikel niet geldt, wordt aan "
    "hetzelfde gehouden.",
)
_SHOUTED_WORDS_MIN: Final = 4
_SHOUT = re.compile(
    rf"(?:\b[A-ZÀ-Þ]{{2,30}}\b[ ,!]{{1,2}}){{{_SHOUTED_WORDS_MIN - 1},12}}\b[A-ZÀ-Þ]{{2,30}}\b|!{{2,}}"
)


@follows(MANNERS)
def tone_is_kind(reading: Reading) -> Iterator[Finding]:
    """Yield each sentence with reproach, pressure or old office language, or that shouts."""
    words = reading.says(reading.words.forbidden)
    if reading.facts.notice is not None:
        words = (found for found in words if not conduct_words.IN_A_NOTICE.fullmatch(found.group()))
    words = (found for found in words if not _is_denied(reading, found))
    yield from _once_a_sentence(
        reading,
        chain(reading.matches(_SHOUT), words),
        "tone.forbidden",
        "Say it in plain and friendly words, without reproach or pressure.",
    )


@follows(MANNERS)
def steps_are_true(reading: Reading) -> Iterator[Finding]:
    """Yield each sentence with a measure that a message never names, or with a step that nobody ordered."""
    never = [
        found for found in reading.says(reading.words.never_planned) if not _is_not_there(reading, found)
    ]
    mend = "A friendly message names no such measure. Remove it."
    named = [reading.sentence(found.start()) for found in never]
    yield from _once_a_sentence(reading, iter(never), "threat.not_planned", mend)
    if reading.facts.next_step == "COLLECTION":
        return
    steps = (
        found
        for found in reading.says(reading.words.collection)
        if reading.sentence(found.start()) not in named
        and not _is_who_writes(reading, found)
        and not _is_not_there(reading, found)
    )
    mend = "The client has not ordered this step. Remove it, or order it first."
    yield from _once_a_sentence(reading, steps, "threat.not_planned", mend)


def _is_who_writes(reading: Reading, found: re.Match[str]) -> bool:
    """Test if an agency only says that it is one."""
    before = reading.text[max(0, found.start() - 60) : found.start()]
    pattern = reading.words.true_of_an_agency
    return reading.facts.on_behalf and re.search(pattern, before, re.IGNORECASE) is not None


def _is_denied(reading: Reading, found: re.Match[str]) -> bool:
    before, after = _clause(reading, found)
    return denies(found.group(), before, after, reading.words)


def denies(word: str, before: str, after: str, words: LanguageWords) -> bool:
    """Test if the clause around this word, in small letters, says its opposite: "Wij verwijten u niets"."""
    if not words.deniable.fullmatch(word):
        return False
    return bool(words.denied_before.search(before) or words.denied_after.match(after))


def _is_not_there(reading: Reading, found: re.Match[str]) -> bool:
    start, end = reading.sentence(found.start())
    before, _ = _clause(reading, found)
    return is_not_there(reading.small[start:end], before, reading.words)


def is_not_there(sentence: str, before: str, words: LanguageWords) -> bool:
    """Test if a sentence in small letters says outright that there is no such step, and hangs it on nothing."""
    if words.hangs.search(sentence):
        return False
    return words.true_of_now.search(before) is not None


def _clause(reading: Reading, found: re.Match[str]) -> tuple[str, str]:
    start, end = reading.sentence(found.start())
    return clause(reading.small[start : found.start()], reading.small[found.end() : end])


def clause(before: str, after: str) -> tuple[str, str]:
    """Return what stands before and behind some words, as far as the next comma or stop."""
    return re.split(r"[,;:.!?]", before)[-1], re.split(r"[,;:.!?]", after, maxsplit=1)[0]


def _once_a_sentence(
    reading: Reading, places: Iterator[re.Match[str]], rule: str, mend: str
) -> Iterator[Finding]:
    named: set[tuple[int, int]] = set()
    for found in places:
        sentence = reading.sentence(found.start())
        if sentence not in named:
            named.add(sentence)
            place = (found.start(), found.end())
            yield by_law(rule, MANNERS, reading.around(*place), mend, place)
