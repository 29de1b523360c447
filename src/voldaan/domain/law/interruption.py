"""Which text interrupts limitation (3:317 BW): a written demand, or an unambiguous reservation of performance.

A friendly reminder asks, and is not relied on. A message that carries the reservation is a reminder still, and
interrupts all the same once it has reached the debtor.

>>> interrupts(f"Wilt u de factuur betalen? {RESERVATION_NL}")
'RESERVATION'
>>> interrupts("Wij sommeren u om binnen veertien dagen te betalen.")
'DEMAND'
>>> interrupts("Misschien is onze factuur aan uw aandacht ontsnapt.") is None
True
"""

import re

from voldaan.domain.law.citation import follows
from voldaan.domain.law.limitation import WRITTEN, InterruptionKind

RESERVATION_NL = "Wij behouden ons ondubbelzinnig het recht op nakoming voor."
RESERVATION_EN = "We unambiguously reserve our right to performance."

_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n\s*\n")


def _pieces(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{pattern})\b") for pattern in patterns)


# Each row: pieces that stand in one sentence, in this order.
_RESERVES = (
    _pieces("behoud(?:t|en)?", "zich|ons|mij", "ondubbelzinnig", "recht op nakoming", "voor"),
    _pieces("ondubbelzinnig", "recht op nakoming", "voorbehoud(?:en|t)?"),
    _pieces("unambiguously reserves? (?:our|my|its|the|their) right to performance"),
)
_DEMANDS = (
    _pieces("(?:sommeren|sommeer|sommeert) (?:wij |ik )?u"),
    _pieces("(?:manen|maan|maant) (?:wij |ik )?u", "aan"),
    _pieces("(?:stellen|stel|stelt) (?:wij |ik )?u", "in gebreke"),
    _pieces("dit is (?:een|onze|de) (?:eerste |tweede |laatste |formele |schriftelijke )?aanmaning"),
    _pieces("(?:we|i) (?:hereby )?(?:formally )?demand (?:that|payment)"),
    _pieces("this is a (?:formal |written |final )?demand"),
)
# What turns such a sentence into an announcement, a condition or a denial.
_NOT_NOW = re.compile(
    r"\b(?:niet|geen|nooit|nog|als|indien|wanneer|tenzij|zullen|zal|zou|zouden|kunnen|kan|moeten|mogen|"
    r"not|no|never|if|when|unless|will|would|may|might|could|shall)\b"
)


@follows(WRITTEN)
def interrupts(text: str) -> InterruptionKind | None:
    """Return by what a text interrupts limitation once it reaches the debtor; None where it is not relied on.

    Follows from 3:317 paragraph 1. A sentence that denies, announces or makes it conditional does not count, and
    neither does a heading.
    """
    sentences = [" ".join(sentence.split()).casefold() for sentence in _SENTENCE_END.split(text)]
    certain = [sentence for sentence in sentences if not _NOT_NOW.search(sentence)]
    if any(_stand_in(sentence, row) for row in _RESERVES for sentence in certain):
        return "RESERVATION"
    if any(_stand_in(sentence, row) for row in _DEMANDS for sentence in certain):
        return "DEMAND"
    return None


def _stand_in(sentence: str, pieces: tuple[re.Pattern[str], ...]) -> bool:
    """Test if the pieces follow one another in the sentence. Each is looked for once, so a long text costs no more."""
    at = 0
    for piece in pieces:
        found = piece.search(sentence, at)
        if found is None:
            return False
        at = found.end()
    return True
