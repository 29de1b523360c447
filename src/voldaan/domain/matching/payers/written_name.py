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
from voldaan.domain.matching.payers.name_words import COMMON_WORDS, FIRST_NAMES, PREFIXES

FIRST_NAME_FROM = 3


def words_written(bearer: NameParts, tokens: Sequence[str], *, surnames: Collection[str] = ()) -> int:
    """Return how many words of a name stand in a text, in small letters: 0 where the text does not hold all of it.

    Of a person of whom initials are known, an initial or first name that agrees is needed, and counts. `surnames` are
    those of the payer: a relative is often named without.
    """
    missing = [word for word in bearer.words if word not in tokens]
    if any(word not in surnames for word in missing):
        return 0
    written = len(bearer.words) - len(missing)
    if bearer.is_firm or not bearer.initials:
        is_telling = len(bearer.words) > 1 or (bearer.is_firm and not is_generic(bearer.words[0]))
        return written if is_telling else 0
    initial = bearer.initials[0].lower()
    said = (
        [token for token in tokens if token in FIRST_NAMES] if missing else _said_of(bearer.words[-1], tokens)
    )
    return written + 1 if any(one[0] == initial for one in said) else 0


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
        if place + 1 < len(tokens) and len(tokens[place + 1]) == 1:
            yield tokens[place + 1]


def _is_first_name(token: str) -> bool:
    if token in FIRST_NAMES:
        return True
    return len(token) >= FIRST_NAME_FROM and token not in COMMON_WORDS and not is_generic(token)
