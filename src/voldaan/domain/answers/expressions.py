r"""The notation of the tables: how an expression is written down, so that it can be read without knowing the code.

| written | stands for |
|---|---|
| `factuur nooit ontvangen` | these words, one after the other |
| `betaald\\|voldaan` | one of these |
| `nog_niet\\|nooit` | "nog niet" or "nooit" |
| `overgema*`, `*factuur` | any ending, any beginning |
| `heb ... betaald` | at most six words between |
| `heb [al] betaald` | with or without |
| `# dozen` | a number |
| `@PAID` | one of the words of that list in `WORDS` |
| `kapot & betaal` | both in the sentence, wherever |
| `< sorry`, `betaald >` | at the beginning, at the end of the sentence |

A sentence is looked at in small letters without accents and signs; of the signs only `?` and `!` stay, as words.

>>> says("heb|hebben ... @PAID", "ik heb dit vorige week al betaald")
True
>>> says("heb|hebben ... @PAID", "ik betaal vrijdag")
False
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from voldaan.domain.answers.word_lists import WORDS

_GAP: Final = r"(?:\S+ ){0,6}?"
_ENDS: Final = {"<": r"(?<=^ )", ">": r"(?=$)", "...": _GAP}


class _Part(NamedTuple):
    """What must stand in a sentence: a pattern, and words of which it needs one (none: it cannot be told)."""

    needs_one_of: frozenset[str]
    pattern: re.Pattern[str]


def says(expression: str, plain: str) -> bool:
    """Test if a sentence says this; the sentence as `sentences.plain` gives it."""
    words = _words_of(plain)
    return all(
        not (part.needs_one_of and words.isdisjoint(part.needs_one_of)) and part.pattern.search(f" {plain} ")
        for part in _parts(expression)
    )


@lru_cache(maxsize=256)
def _words_of(plain: str) -> frozenset[str]:
    return frozenset(plain.split())


@lru_cache(maxsize=4096)
def _parts(expression: str) -> tuple[_Part, ...]:
    return tuple(_Part(_needed(part), re.compile(_pattern(part))) for part in expression.split(" & "))


def _needed(part: str) -> frozenset[str]:
    """Return the fewest words of which a sentence must have one to say this: most sentences have none of them."""
    slots = (frozenset(_first_words(slot)) for slot in part.split() if slot not in _ENDS and slot[0] != "[")
    return min(
        (words for words in slots if not any(_is_open(word) for word in words)), key=len, default=frozenset()
    )


def _first_words(slot: str) -> Iterator[str]:
    for word in slot.split("|"):
        if word.startswith("@"):
            yield from chain.from_iterable(_first_words(each) for each in WORDS[word[1:]].split())
        else:
            yield word.split("_")[0]


def _is_open(word: str) -> bool:
    return "*" in word or word == "#"


def _pattern(part: str) -> str:
    return "(?<= )" + "".join(_slot(slot) for slot in part.split())


def _slot(slot: str) -> str:
    if slot in _ENDS:
        return _ENDS[slot]
    if slot.startswith("["):
        return f"(?:{_slot(slot[1:-1])})?"
    return f"(?:{'|'.join(_word(word) for word in slot.split('|'))}) "


def _word(word: str) -> str:
    if word.startswith("@"):
        return "|".join(_word(each) for each in WORDS[word[1:]].split())
    if word == "#":
        return r"\d+\S*"
    return re.escape(word).replace("_", " ").replace(r"\*", r"\S*")
