"""How many parts a text message has: each part is charged, and a phone joins them again (3GPP TS 23.038, 23.040).

>>> sms_parts("Uw factuur 2026-0012 van € 24,20 staat nog open.").count
1
>>> sms_parts("ş" * 71)
SmsParts(alphabet='UCS-2', units=71, count=2)
"""

from dataclasses import dataclass
from typing import Final, Literal

Alphabet = Literal["GSM-7", "UCS-2"]

_BASIC: Final = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿"
    "abcdefghijklmnopqrstuvwxyzäöñüà"
)
_EXTENDED: Final = frozenset("\f^{}\\[~]|€")
"""Each takes two places: an escape stands before it."""
_ROOM: Final[dict[Alphabet, tuple[int, int]]] = {"GSM-7": (160, 153), "UCS-2": (70, 67)}
"""How much one message carries alone, and how much as a part of more: six bytes then say which part it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SmsParts:
    """What a text takes."""

    alphabet: Alphabet
    units: int
    """Places of seven bits, or of sixteen where a sign lies outside the small alphabet."""
    count: int
    """How many messages are charged. An empty text is none."""


def sms_parts(text: str) -> SmsParts:
    """Return how many messages a text takes, and in which alphabet.

    One sign outside the small alphabet, such as ’ or ê, makes the whole text UCS-2, and less than half as much fits.
    """
    alphabet: Alphabet = "GSM-7" if set(text) <= _BASIC | _EXTENDED else "UCS-2"
    widths = [_width(sign, alphabet) for sign in text]
    alone, together = _ROOM[alphabet]
    units = sum(widths)
    count = min(1, units) if units <= alone else _filled(widths, together)
    return SmsParts(alphabet=alphabet, units=units, count=count)


def _width(sign: str, alphabet: Alphabet) -> int:
    if alphabet == "GSM-7":
        return 2 if sign in _EXTENDED else 1
    return len(sign.encode("utf-16-be")) // 2


def _filled(widths: list[int], room: int) -> int:
    """Return how many parts are begun: a sign of two places is never cut in two."""
    count, left = 1, room
    for width in widths:
        if width > left:
            count, left = count + 1, room
        left -= width
    return count
