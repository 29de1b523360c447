"""What a payer says is not paid: `alles behalve 2026-0012`, `september volgt nog`.

A whole number after such a word is excepted. Where it is anything else that is meant, nobody but a person can tell.
"""

import re
from collections.abc import Sequence

from voldaan.domain.matching.facts import Ids
from voldaan.domain.matching.written.mentions import Mention
from voldaan.domain.matching.written.months import MONTHS
from voldaan.domain.matching.written.remittance import Written

EXCEPT = re.compile(
    r"\b(?:BEHALVE|UITGEZONDERD|ZONDER|MINUS|(?<![0-9] )MIN|EXCEPT|EXCLUSIEF|EXCL|NIET|MUV|M\.U\.V|"
    r"(?:(?<=ALLES )|(?<=FACTUREN )|(?<=REKENINGEN )|(?<=NOTAS )|(?<=STAAT )|(?<=SALDO ))BUITEN)\b[ .:]{0,3}"
    r"(?:(?:DE|HET|DIE|VAN|VOOR|MET|UW|FA|F|BETALING|[A-Z]{0,9}(?:FAC|FAK|INV|NOTA|REK|NUMMER|NR)[A-Z]{0,9})\W{1,3}){0,4}"
    r"(?:$|(?![0-9.,]+ ?%)(?:[A-Z]{1,8}[-./_]?){0,2}(?=[0-9]|$))"
)
"""Right before a number that is not paid, or at the end of what stands before one; `niet eerder betaald` is none."""

_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_LEAVES_OUT = re.compile(r"\b(?:BEHALVE|UITGEZONDERD|UITZONDERING|MUV|M\.U\.V)\b")
_NOT_THE_MONTH = re.compile(
    rf"\b(?:NIET|GEEN|ZONDER|EXCL|EXCLUSIEF|MIN|MINUS|NA)\b\W+(?:(?:DE|VOOR|VAN|MAAND)\W+){{0,2}}(?:{_NAME})\b"
    rf"|\b(?:{_NAME})\W+(?:VOLGT|KOMT|LATER|NIET|NOG NIET|NOG OPEN|BEZWAAR"
    r"|(?:[A-Z]+ ){0,3}(?:AL|REEDS) (?:BETAALD|VOLDAAN|OVERGEMAAKT))\b"
)
_IS_PAID_ALL_THE_SAME = re.compile(r"\b(?:MAAR|ALLEEN|DUS|DIT IS|WEL|ENKEL)\b")
_AMOUNT_OR_QUANTITY = re.compile(
    r"[0-9.]*[0-9](?:,[0-9]{2}|,-|\.[0-9]{2}(?![0-9])| ?(?:EUR|X\b|JAAR|MND|DAGEN|KEER|PERS))"
)


def without_excepted(
    written: Written, mentions: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], Ids, bool]:
    """Return what is named as paid, the invoices that are named as not paid, and if more is meant than that."""
    found = EXCEPT.search(written.text)
    if found is None:
        return mentions, (), not mentions and says_what_is_not_paid(written.text)
    mended = written.with_zeros_for_letters() if mentions else None
    texts = (written.text, mended.text if mended else "")
    after = [one for one in mentions if max(text.find(one.text) for text in texts) > found.start()]
    rest = written.text[found.end() :]
    names_a_number = rest[:1].isdigit() and not _AMOUNT_OR_QUANTITY.match(rest)
    unclear = not mentions and (names_a_number or says_what_is_not_paid(written.text))
    if after and _IS_PAID_ALL_THE_SAME.search(rest):
        unclear = True
    return _left(mentions, after), tuple(key for one in after for key in one.ids), unclear


def _left(mentions: Sequence[Mention], after: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(one for one in mentions if one not in after)


def says_what_is_not_paid(text: str) -> bool:
    """Test if a text in capitals leaves something out that it does not name by a number."""
    return bool(_LEAVES_OUT.search(text) or _NOT_THE_MONTH.search(text))
