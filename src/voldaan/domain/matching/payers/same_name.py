"""How much two names are alike, as a careful bookkeeper sees it: the payer's and the debtor's.

>>> likeness("JANSEN J", "Jan Jansen").level
'ALIKE'
>>> likeness("JANSEN A", "Jan Jansen").level
'ANOTHER_FIRST_NAME'
>>> likeness("Zeezicht Hotel Exploitatie BV", "Hotel Zeezicht").level
'ALIKE'
"""

from collections.abc import Collection
from typing import Literal, NamedTuple

from rapidfuzz.distance import OSA

from voldaan.domain.matching.payers.name_parts import NameParts, bearers_of, is_generic, is_trade
from voldaan.domain.matching.payers.name_words import CALLED, COMMON_SURNAMES, FIRST_NAMES

Level = Literal["ALIKE", "RESEMBLES", "SURNAME", "ANOTHER_FIRST_NAME", "OTHER"]
"""From one name in two ways of writing, by one that could be the other and a surname without more, to two."""

LEVELS: tuple[Level, ...] = ("ALIKE", "RESEMBLES", "SURNAME", "ANOTHER_FIRST_NAME", "OTHER")

SAME_BEGINNING = 18
"""So many letters of a name that is cut off are enough to know the rest."""
MISTYPED_FROM, MISTYPED_TWICE_FROM = 6, 10
"""From so many letters on, a word with one other letter (two in a longer one) can be a typing error."""
SLIPS_AT_MOST = 2
BEGINNING = 3
"""So many letters are right in a word with two typing errors: `Ooster…` is no slip for `Wester…`."""
SIGNED_AT_MOST = 4
CUT_SHORT_FROM = 4
"""From so many letters on, the beginning of a word can stand for it in the name of a firm."""


class Likeness(NamedTuple):
    """How much two names are alike, and the words by which they are."""

    level: Level
    words: tuple[str, ...] = ()


class _Paired(NamedTuple):
    """The words of two names beside each other."""

    same: tuple[str, ...]
    mistyped: tuple[str, ...]
    left: tuple[str, ...]
    left_other: tuple[str, ...]


OTHER = Likeness("OTHER")


def likeness(one: str, other: str, known_words: Collection[str] = ()) -> Likeness:
    """Return how much two names are alike, the best of all their bearers.

    A word of `known_words` is somebody's name: it is no typing error of another.
    """
    found = [
        parts_likeness(first, second, known_words)
        for first in bearers_of(one)
        for second in bearers_of(other)
    ]
    return min(found, key=lambda like: (LEVELS.index(like.level), like.words), default=OTHER)


def parts_likeness(one: NameParts, other: NameParts, known_words: Collection[str] = ()) -> Likeness:
    """Return how much two bearers of names are alike, in either order the same."""
    if one.words == other.words and one.initials == other.initials:
        return Likeness("ALIKE", tuple(sorted(set(one.words))))
    if _has_the_same_beginning(one.squeezed, other.squeezed):
        return Likeness(_level_of_one_name(one, other), tuple(sorted({*one.words, *other.words})))
    paired = _pair(one, other, known_words)
    if not paired.same and not paired.mistyped:
        return OTHER
    if one.is_firm or other.is_firm:
        return _of_firms(paired, one, other)
    return _of_persons(paired, one, other)


def _level_of_one_name(one: NameParts, other: NameParts) -> Level:
    """Return what initials make of two names that have the same words."""
    if one.initials and other.initials:
        return "ALIKE" if _agree(one.initials, other.initials) else "ANOTHER_FIRST_NAME"
    if (one.initials or other.initials) and not (one.is_firm or other.is_firm):
        return "SURNAME"
    return "ALIKE"


def _has_the_same_beginning(one: str, other: str) -> bool:
    """Test if two names are one without its spaces, or one of them was cut off."""
    if one[:1] != other[:1]:
        return False
    short, long = sorted((one, other), key=len)
    return short == long or (len(short) >= SAME_BEGINNING and long.startswith(short))


def _pair(one: NameParts, other: NameParts, known_words: Collection[str]) -> _Paired:
    """Lay the words of two names beside each other: first what is the same, then typing errors and short forms."""
    same = sorted(set(one.words) & set(other.words))
    left = [word for word in one.words if word not in same]
    left_other = [word for word in other.words if word not in same]
    mistyped: list[str] = []
    for word in tuple(left):
        second = next((second for second in left_other if _is_slip(word, second, known_words)), None)
        short = None if second else next((short for short in left_other if _is_cut_short(word, short)), None)
        if second:
            mistyped += [word, second]
        elif short:
            same.append(max(word, short, key=len))
        if second or short:
            left.remove(word)
            left_other.remove(second or short or "")
    return _Paired(tuple(sorted(same)), tuple(sorted(mistyped)), tuple(left), tuple(left_other))


def _is_slip(one: str, other: str, known_words: Collection[str]) -> bool:
    """Test if two words are one with a typing error, and neither is known to be a word of its own."""
    shortest = min(len(one), len(other))
    if shortest < MISTYPED_FROM or abs(len(one) - len(other)) > SLIPS_AT_MOST:
        return False
    if one in known_words and other in known_words:
        return False
    if one in COMMON_SURNAMES and other in COMMON_SURNAMES:
        return False
    most = SLIPS_AT_MOST if shortest >= MISTYPED_TWICE_FROM and one[:BEGINNING] == other[:BEGINNING] else 1
    return OSA.distance(one, other, score_cutoff=most) <= most


def _is_cut_short(one: str, other: str) -> bool:
    """Test if one word is the beginning of another that tells what a firm is or does."""
    if one[:1] != other[:1]:
        return False
    short, long = sorted((one, other), key=len)
    return len(short) >= CUT_SHORT_FROM and long.startswith(short) and is_generic(long)


def _of_persons(paired: _Paired, one: NameParts, other: NameParts) -> Likeness:
    """Return how much two persons' names are alike: the surname counts, a first name only beside it."""
    surname = tuple(word for word in (*paired.same, *paired.mistyped) if word not in FIRST_NAMES)
    if not surname and one.words[-1] == other.words[-1]:
        surname = one.words[-1:]
    if not surname:
        return OTHER
    agree, left, left_other = _first_names(paired, one, other)
    if agree is False:
        return Likeness("ANOTHER_FIRST_NAME", surname) if not paired.mistyped else OTHER
    if left and left_other:
        return Likeness("RESEMBLES", surname) if agree and not paired.mistyped else OTHER
    if agree is None:
        return Likeness("SURNAME", surname) if not paired.mistyped else OTHER
    return Likeness("RESEMBLES" if paired.mistyped else "ALIKE", surname)


def _first_names(
    paired: _Paired, one: NameParts, other: NameParts
) -> tuple[bool | None, list[str], list[str]]:
    """Return whether first names and initials agree (None: nobody can say), and the words left then."""
    left, left_other = list(paired.left), list(paired.left_other)
    if any(word in FIRST_NAMES and word != one.words[-1] for word in paired.same):
        return True, left, left_other
    if one.initials and other.initials:
        return _agree(one.initials, other.initials), left, left_other
    if one.initials:
        return _signs_as(one.initials, left_other), left, left_other
    if other.initials:
        return _signs_as(other.initials, left), left, left_other
    return _are_called_alike(left, left_other), left, left_other


def _signs_as(initials: str, words: list[str]) -> bool | None:
    """Take out of words the first name that initials can stand for; None where there are no words."""
    if not words:
        return None
    for word in words:
        if initials[0] in {word[0], CALLED.get(word, "")}:
            words.remove(word)
            return True
    return False


def _are_called_alike(words: list[str], others: list[str]) -> bool | None:
    """Take two first names that can be one out of words; None where one of both has no words left."""
    if not words or not others:
        return None
    for word in words:
        for other in others:
            if word[:3] == other[:3] or (word[0] == other[0] and (_may_sign(word) or _may_sign(other))):
                words.remove(word)
                others.remove(other)
                return True
    return False


def _may_sign(word: str) -> bool:
    """Test if a short word can be initials in a row, such as `AMH`, that happen to have a vowel."""
    return len(word) <= SIGNED_AT_MOST and word not in FIRST_NAMES and word not in COMMON_SURNAMES


def _agree(one: str, other: str) -> bool:
    """Test if two rows of initials can be one person's: `J` and `JP`, `JM` and `JPM`, not `PJ` and `JP`."""
    short, long = sorted((one, other), key=len)
    letters = iter(long)
    return short[0] == long[0] and all(letter in letters for letter in short)


def _of_firms(paired: _Paired, one: NameParts, other: NameParts) -> Likeness:
    """Return how much the names of two firms, or of a firm and a person, are alike."""
    core = tuple(word for word in (*paired.same, *paired.mistyped) if not _says_little(word))
    if not core:
        return OTHER
    both_sign = bool(one.initials and other.initials)
    only_one_signs = bool(one.initials) != bool(other.initials)
    left = _with_initials(paired.left, one, other)
    left_other = _with_initials(paired.left_other, other, one)
    if both_sign and not _agree(one.initials, other.initials):
        return Likeness("ANOTHER_FIRST_NAME", core)
    if _is_of_another_trade(left, left_other):
        return OTHER
    lack = [word for word in left if not is_generic(word)]
    lack_other = [word for word in left_other if not is_generic(word)]
    several = len(core) - len(paired.mistyped) // 2 > 1
    is_bare = min(len(one.words), len(other.words)) == 1
    if lack and lack_other:
        return Likeness("RESEMBLES", core) if several else OTHER
    if (left or left_other) and not several and (only_one_signs or (is_bare and not both_sign)):
        return Likeness("SURNAME", core) if not paired.mistyped else OTHER
    if (left and left_other) or paired.mistyped:
        return Likeness("RESEMBLES", core)
    if (lack or lack_other) and not several and not any(is_trade(word) for word in paired.same):
        return Likeness("SURNAME", core)
    return Likeness("ALIKE", core)


def _says_little(word: str) -> bool:
    return is_generic(word) or word in FIRST_NAMES


def _with_initials(left: tuple[str, ...], one: NameParts, other: NameParts) -> tuple[str, ...]:
    """Return the words that are left, and letters such as `DHL` of a firm that the other name does not have."""
    if len(one.initials) > 1 and one.is_firm and not other.initials:
        return (*left, one.initials)
    return left


def _is_of_another_trade(left: tuple[str, ...], left_other: tuple[str, ...]) -> bool:
    """Test if each of two firms does something that the other does not."""
    return any(is_trade(word) for word in left) and any(is_trade(word) for word in left_other)
