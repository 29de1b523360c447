"""Whose name stands in a text: `contributie L. Zeegers`, `voor Lotte`, `inzake Zeezicht Exploitatie`.

>>> from voldaan.domain.matching.payers.name_parts import bearers_of
>>> bearer = bearers_of("L. Zeegers")[0]
>>> [words_written(bearer, text.split()) for text in ("les lotte zeegers", "les p zeegers", "les zeegers")]
[2, 0, 0]
>>> [words_written(bearer, ["les", first], surnames=("zeegers",)) for first in ("linda", "peter")]
[1, 0]
"""

from collections.abc import Collection, Iterator, Sequence

from voldaan.domain.matching.payers.name_parts import NameParts, is_generic
from voldaan.domain.matching.payers.name_words import COMMON_WORDS, FIRST_NAMES, PREFIXES, TITLES

FIRST_NAME_FROM = 3
BEFORE_A_NAME = frozenset(
    "groetjes groeten groet familie gezin mvg lesgeld bijdrage betaling factuur rekening".split()
)
"""Words before a surname that are no first name."""
ORDINARY_WORDS = frozenset("post posten openstaande open betaling termijn maand saldo bedrag".split())
"""Words of payments that are names of firms as well."""


def words_written(bearer: NameParts, tokens: Sequence[str], *, surnames: Collection[str] = ()) -> int:
    """Return how many words of a name stand in a text, in small letters: 0 where the text does not hold all of it.

    Of a person of whom initials are known, an initial or first name that agrees is needed, and counts. `surnames` are
    those of the payer: a relative is often named without.
    """
    first, surname = _first_and_surname(bearer)
    told = [word for word in bearer.words if word != first]
    missing = [word for word in told if word not in tokens]
    if any(word not in surnames for word in missing):
        return 0
    written = len(told) - len(missing)
    if first and first in tokens:
        return written + 1
    if bearer.is_firm or not (first or bearer.initials):
        is_telling = len(bearer.words) > 1 or (bearer.is_firm and not is_generic(bearer.words[0]))
        return written if is_telling else 0
    initial = (bearer.initials or first)[0].lower()
    said = [token for token in tokens if token in FIRST_NAMES] if missing else _said_of(surname, tokens)
    return written + 1 if any(_stands_for(one, initial, first) for one in said) else 0


def is_named_in_part(bearer: NameParts, tokens: Collection[str], *, besides: Collection[str]) -> bool:
    """Test if a text holds the surname, the first name or what is special of a firm's name; not of `besides`."""
    if bearer.is_firm:
        special = [word for word in bearer.words if not is_generic(word)] or list(bearer.words)
        return all(word in tokens for word in special) and not set(special) <= set(besides)
    return any(word in tokens and word not in besides for word in bearer.words)


def _first_and_surname(bearer: NameParts) -> tuple[str, str]:
    words = bearer.words
    is_called = not bearer.is_firm and not bearer.initials and len(words) > 1 and words[0] in FIRST_NAMES
    return (words[0] if is_called else "", words[-1])


def _stands_for(said: str, initial: str, first: str) -> bool:
    """Test if an initial or a first name is that of a bearer; of one whose first name is known, an initial only."""
    return said[0] == initial and (not first or len(said) == 1 or said == first)


def _said_of(surname: str, tokens: Sequence[str]) -> Iterator[str]:
    """Yield the initials and first names that stand before a surname, or the initial behind it."""
    for place, token in enumerate(tokens):
        if token != surname:
            continue
        before = place - 1
        while before >= 0 and tokens[before] in PREFIXES:
            before -= 1
        if before >= 0 and len(tokens[before]) > 1 and _is_first_name(tokens[before]):
            yield tokens[before]
        while before >= 0 and len(tokens[before]) == 1:
            yield tokens[before]
            before -= 1
        after = tokens[place + 1] if place + 1 < len(tokens) else ""
        if len(after) == 1 or after in FIRST_NAMES:
            yield after


def _is_first_name(token: str) -> bool:
    if token in FIRST_NAMES:
        return True
    is_word = token in COMMON_WORDS or token in TITLES or token in BEFORE_A_NAME or is_generic(token)
    return len(token) >= FIRST_NAME_FROM and not is_word
