"""What a payer says is not paid: `alles behalve 2026-0012`, `september volgt nog`.

A whole number after such a word is excepted. Where it is anything else that is meant, nobody but a person can tell.
"""

import re

from voldaan.domain.matching.facts import Ids
from voldaan.domain.matching.written.mentions import Mention
from voldaan.domain.matching.written.months import MONTHS, months_in
from voldaan.domain.matching.written.remittance import Written

_OF_ALL = "".join(
    f"(?<={word} )|" for word in ("ALLES", "FACTUREN", "REKENINGEN", "NOTAS", "STAAT", "SALDO", "OPEN")
)
_STRONG = (
    r"BEHALVE|UITGEZONDERD|UITGEZ|UITZONDERING VAN|BEHOUDENS|EXCEPT|MUV|M\.U\.V|"
    rf"(?:{_OF_ALL[:-1]})(?:BUITEN|ZONDER|MINUS|MIN|EXCLUSIEF|EXCL|NIET)"
)
_WORKS = "".join(
    f"(?<!{word} )" for word in ("WERKT", "WERKTE", "LUKT", "LUKTE", "GING", "GAAT", "KON", "KAN", "OF")
)
_BARE = rf"ZONDER|MINUS|(?<![0-9] )MIN|EXCLUSIEF|EXCL|{_WORKS}NIET|GEEN|I\.?P\.?V|IN PLAATS VAN|BEZWAAR(?: TEGEN)?"

EXCEPT = re.compile(
    rf"\b(?:(?:{_STRONG})|(?P<bare>{_BARE}))\b[ .:]{{0,3}}"
    r"(?:(?:DE|HET|DIE|VAN|VOOR|MET|UW|FA|F|BETALING|BETWISTE|[A-Z]{0,9}(?:FAC|FAK|INV|NOTA|REK|NUMMER|NR)[A-Z]{0,9})"
    r"\W{1,3}){0,4}"
    r"(?:$|(?![0-9.,]+ ?%)(?:(?:[A-Z]{1,8}[-./_]?){0,2}|[A-Z]{1,2} )(?=[0-9]|$))"
)
"""Right before a number that is not paid, or at the end of what stands before one; `niet eerder betaald` is none.

After `bare` words it is excepted only where another number is named beside it.
"""

_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_PAID_BEFORE = r"(?:AL|REEDS) (?:BETAALD|VOLDAAN|OVERGEMAAKT)"
_NOT_NOW = (
    r"VOLGT|KOMT|LATER(?! BETAALD)|BETWIST|KLOPT NIET|NOG OPEN|BEZWAAR|CONTANT|BETAAL IK (?:NIET|LATER)"
    rf"|{_PAID_BEFORE}"
)
_LEAVES_OUT = re.compile(
    rf"\b(?:BEHALVE|UITGEZONDERD|UITGEZ|UITZONDERING|BEHOUDENS|MUV|M\.U\.V)\b"
    rf"|\bOP (?:[A-Z]+ )?(?:[A-Z]{{0,4}}[-./ ]?[0-9][0-9./-]*|{_NAME}) NA\b"
)
_NUMBER_NOT_NOW = re.compile(
    rf"[0-9][,;:]? (?:IS |STAAT |WORDT |NOG ){{0,2}}(?:{_NOT_NOW}|NIET(?= BETA| AKKOORD| CORRECT| JUIST|$))\b"
)
_MONTH_NOT_NOW = re.compile(
    rf"\b(?:NIET|GEEN|ZONDER|EXCL|EXCLUSIEF|MIN|MINUS|NA|BUITEN|IN PLAATS VAN)\b\W+(?:(?:DE|VOOR|VAN|MAAND)\W+){{0,2}}"
    rf"(?:{_NAME})\b"
    rf"|\b(?:{_NAME})(?: 20[0-9]{{2}})?\W+(?:[A-Z]+ ){{0,3}}(?:{_NOT_NOW}|(?<!NOG )NIET(?= BETAL|$)|IS VOLDAAN)\b"
)
_NAMED_AFTER_ALL = re.compile(r"\b(?:MAAR|ALLEEN|DUS|DIT IS|WEL|ENKEL)\b")
_AMOUNT_OR_QUANTITY = re.compile(
    r"[0-9.]*[0-9](?:,[0-9]{2}|,-|\.[0-9]{2}(?![0-9])| ?(?:EUR|X\b|JAAR|MND|DAGEN|KEER|PERS))"
)


def without_excepted(
    written: Written, mentions: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], Ids, bool]:
    """Return what is named as paid, the invoices that are named as not paid, and if more is meant than that."""
    found = EXCEPT.search(written.text)
    if found is None:
        return mentions, (), says_what_is_not_paid(written.text)
    mended = written.with_zeros_for_letters() if mentions else None
    texts = (written.text, mended.text if mended else "")
    after = [one for one in mentions if max(text.find(one.text) for text in texts) > found.start()]
    left = tuple(one for one in mentions if one not in after)
    rest = written.text[found.end() :]
    if after and found["bare"] and not left:
        return mentions, (), True
    if after:
        return left, tuple(key for one in after for key in one.ids), bool(_NAMED_AFTER_ALL.search(rest))
    names_a_number = rest[:1].isdigit() and not _AMOUNT_OR_QUANTITY.match(rest)
    return mentions, (), (names_a_number and not mentions) or says_what_is_not_paid(written.text)


def says_what_is_not_paid(text: str) -> bool:
    """Test if a text in capitals leaves something out that it does not name by a number after a word for that."""
    if _LEAVES_OUT.search(text) or _NUMBER_NOT_NOW.search(text):
        return True
    return bool(_MONTH_NOT_NOW.search(text)) and len(months_in(text)) == 1
