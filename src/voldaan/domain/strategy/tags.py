"""The words that people give an account, as an account keeps them and a strategy names them."""

import re
from typing import Final

TAGS_MAX: Final = 10
"""How many an account has."""
TAG_LENGTH_MAX: Final = 19
"""So many of them with their commas are what an account has room for."""
_WORD: Final = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


def tag_of(word: str) -> str | None:
    """Return the tag that a word is, without capitals; None where it is no word of letters, digits and hyphens."""
    tag = word.strip().casefold()
    return tag if _WORD.fullmatch(tag) and len(tag) <= TAG_LENGTH_MAX else None
