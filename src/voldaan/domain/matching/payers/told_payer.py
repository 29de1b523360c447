"""For whom a payment was made, as its text tells: a payment request names its payer, and people write `namens`.

>>> told_payer("TIKKIE ID 001639082642, REKENING 24/08, VAN B.G. PRINS, NL05SNSB4578780405")
'B.G. PRINS'
>>> told_payer("BETALING T.N.V. J. DE VRIES")
'J. DE VRIES'
"""

import re
from itertools import takewhile

from voldaan.domain.matching.written.months import MONTHS
from voldaan.domain.matching.written.number_words import is_invoice_word

_TOLD = re.compile(
    r"\bVAN (?=(?P<request>[A-Z][A-Z .'/-]{2,60}), ?[A-Z]{2}[0-9]{2}[A-Z]{4})"
    r"|\b(?:T\.? ?N\.? ?V\.?|NAMENS):? (?P<behalf>[A-Z][A-Z .'-]{2,40})(?=[,;0-9\r\n]|$)"
)

_WHO_IT_IS = frozenset(
    "DOCHTER ZOON MIJN ONZE ONS KIND VADER MOEDER PARTNER VROUW MAN CLIENT MIJ MEZELF GEZIN FAMILIE".split()
)


def told_payer(text: str) -> str:
    """Return the name of who really pays, from a text in capitals without accents; empty where it tells none."""
    for found in _TOLD.finditer(text):
        words = [word for word in (found["request"] or found["behalf"]).split() if word not in _WHO_IT_IS]
        if words and words[-1] in MONTHS and len(words) == 2:
            return " ".join(words)
        name = " ".join(takewhile(lambda word: not is_invoice_word(word) and word not in MONTHS, words))
        if name:
            return name
    return ""
