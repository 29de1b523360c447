"""How many syllables a Dutch word has, counted by its vowels.

>>> [syllables(word) for word in ("factuur", "nieuwe", "geïnd", "betalingskenmerk", "bij")]
[2, 2, 2, 5, 1]
"""

import re
from functools import lru_cache
from typing import Final

_VOWELS: Final = re.compile(
    r"ieu|eeu|ëi|aai|ooi|oei|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au|[aeiouyàáâäèéêëìíîïòóôöùúûü]"
)


@lru_cache(maxsize=8192)
def syllables(word: str) -> int:
    """Return the syllables of a word in small letters; one at least."""
    return max(1, len(_VOWELS.findall(word)))
