"""One wrong sign in a long word, mended: "schuldsanerign" is "schuldsanering". Short words are left as they stand.

Only words of the list below are mended to, and no word of which another real word is one sign away is taken for it.
"""

from functools import lru_cache
from typing import Final

_MENDED_TO: Final = frozenset(
    """
    overleden overlijden gestorven nalatenschap erfgenamen erfgenaam executeur
    schuldsanering schuldhulp schuldhulpverlening schuldhulpverlener schuldregeling schuldeisers bewindvoerder
    bewindvoering beschermingsbewind faillissement failliet surseance curator curatele ziekenhuis kredietbank
    budgetbeheer bankrupt bankruptcy deceased executor
    betalingsregeling termijnen gespreid afbetalen aflossen maandelijks installments instalments
    overgemaakt overgeboekt overmaken betaling betalingsrun betaalrun factuur facturen rekening herinnering
    ontvangen gekregen received invoice verhuisd verhuizing bestelnummer inkoopnummer ordernummer
    inkooporder creditnota creditfactuur gecrediteerd verrekenen verrekend geleverd levering beschadigd
    betwisten bezwaar oplichters belachelijk schandalig ridiculous nogmaals opnieuw
    """.split()
)
_REAL_WORDS: Final = frozenset(
    """
    overleven overledene overlegen gestorvene ontvanger bepaling tekening tekeningen curatoren decreased diseased
    belachelijke beschadigde betalings betwiste creditnote gespreide inkooporders installment instalment invoiced
    invoices maandelijkse oplichter receive receiver receives schandalige verhuis verhuisde verhuist verreken
    verrekenden verrekent gestorvenen geleverde bezwaard executors
    """.split()
)
"""Real words, one sign away from a word of the list, that mean what they say."""
_LETTERS_MIN: Final = 7


@lru_cache(maxsize=4096)
def mended(word: str) -> str:
    """Return the word of the list that this is with one sign missing, too many, wrong, or two swapped; else itself."""
    if len(word) < _LETTERS_MIN - 1 or word in _MENDED_TO or word in _REAL_WORDS or not word.isalpha():
        return word
    near = {right for less in (word, *_one_less(word)) for right in _NEAR.get(less, ())}
    close = sorted(right for right in near if _is_one_slip(word, right))
    return close[0] if close else word


def _one_less(word: str) -> list[str]:
    return [word[:place] + word[place + 1 :] for place in range(len(word))]


def _is_one_slip(word: str, right: str) -> bool:
    """Test if one sign was left out, put in, or written wrong, or two beside each other were swapped."""
    if abs(len(word) - len(right)) == 1:
        longer, shorter = sorted((word, right), key=len, reverse=True)
        return shorter in _one_less(longer)
    differing = [place for place, (one, other) in enumerate(zip(word, right, strict=False)) if one != other]
    if len(word) != len(right) or len(differing) > 2:
        return False
    if len(differing) < 2:
        return True
    first, second = differing
    return second == first + 1 and word[first] == right[second] and word[second] == right[first]


def _index() -> dict[str, tuple[str, ...]]:
    """Return each word of the list under itself and under itself with any one sign less."""
    near: dict[str, set[str]] = {}
    for right in _MENDED_TO:
        if len(right) >= _LETTERS_MIN:
            for less in (right, *_one_less(right)):
                near.setdefault(less, set()).add(right)
    return {less: tuple(sorted(rights)) for less, rights in near.items()}


_NEAR: Final = _index()
