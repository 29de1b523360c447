"""Words in the free text of single banks, told by their shape: de Volksbank, Knab, old ABN AMRO and ING, fintechs."""

import re

from voldaan.formats.bank.mt940_codes import is_coded, read_codes
from voldaan.formats.bank.mt940_columns import LABEL
from voldaan.formats.bank.mt940_words import Words, iban_in, join_lines, known, labelled_reference, tidy

_IBAN = r"(?P<iban>[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30})"
_SHAPES = (
    # Knab: the account and name of the payer behind what he wrote.
    re.compile(rf"(?P<text>.*)\bREK: (?:{_IBAN}|[0-9]+)\s*/\s*NAAM: (?P<name>.*)"),
    # Solaris and Penta: the kind, what was written, name, account, more.
    re.compile(rf"999[A-Z_]+:(?P<text>.*):(?P<name>[^:]*):{_IBAN}(?::(?P<more>.*))?"),
    # ABN AMRO: a card, with the moment before the shop.
    re.compile(
        r"(?P<whole>[BG]EA\s.*?[0-9]{2}\.[0-9]{2}\.[0-9]{2}/[0-9]{2}[.:][0-9]{2} (?P<name>[^,]*),PAS.*)"
    ),
    re.compile(r"(?P<whole>[BG]EA, \S+(?: \S+)*?\s{2,}(?P<name>[^,]*),PAS.*)"),
    # ING and others: account and bank before name and text, which nothing divides; a return begins with its reason.
    re.compile(
        r"(?P<whole>(?:(?P<reason>[A-Z]{2}[0-9]{2}) )?(?:[0-9]{10} |Europese Incasso[, a-z]*)?\s*"
        r"(?P<iban>[A-Z]{2}[0-9]{2}[A-Z]{4}[0-9]{10}) [A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b.*)"
    ),
)
_LEFT_COLUMN = re.compile(
    r"(?:GIRO\s+[0-9]+|[0-9]{2}\.[0-9]{2}\.[0-9]{2}\.[0-9]{3})\s+(?P<name>\S+(?: \S+)*?)(?:\s{2,}.*)?"
)
"""ABN AMRO before SEPA: the account and the name in the left column of the first line."""

_STANDS = re.compile(LABEL.pattern + "|REK: ", re.IGNORECASE)
_ACCOUNT = re.compile(r"[0-9]{1,10}|[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")
_MANDATE = re.compile(r"-\s*Kenmerk Machtiging: (?P<mandate>\S+)")
_BATCH = re.compile(r"VERZAMEL|TOTAAL +[0-9]+ +(?:VZ|IC|POSTEN)\b")

SHAPED_MAX = 4000
"""Twenty lines of two hundred places. A longer text has none of the shapes."""


def read_free(lines: list[str], reference: str, supplement: list[str]) -> Words:
    """Return free text whole, with account and name only where their place says that they are the payer's."""
    head, _, name = lines[0].strip().partition(" ")
    repeated = head == reference or (bool(supplement) and supplement[0].strip() == name.strip())
    if name and repeated and _ACCOUNT.fullmatch(head):
        return _read_volksbank(head, name, lines[1:])
    text = join_lines(lines, label=_STANDS)
    for shape in _SHAPES if len(text) <= SHAPED_MAX else ():
        found = shape.fullmatch(text)
        if found:
            return _read_shape(found)
    left, remittance = _LEFT_COLUMN.fullmatch(lines[0].rstrip()), tidy(text)
    return Words(
        name=left["name"] if left else None,
        remittance=remittance,
        payment_reference=labelled_reference(remittance),
        batch=_BATCH.search(text) is not None,
    )


def _read_volksbank(account: str, name: str, rest: list[str]) -> Words:
    """Return the words of SNS, ASN and RegioBank: account and name, an empty line, then what was written."""
    written = [line for line in rest if line.strip()]
    if written and is_coded(written[0]):
        return read_codes(written)._replace(name=known(name), iban=iban_in(account))
    remittance = tidy(join_lines(rest, label=_STANDS)) if rest else ""
    mandate = _MANDATE.search(remittance)
    return Words(
        name=known(name),
        iban=iban_in(account),
        remittance=remittance,
        payment_reference=labelled_reference(remittance),
        mandate_id=mandate["mandate"] if mandate else None,
    )


def _read_shape(found: re.Match[str]) -> Words:
    """Return what the named parts of a shape hold."""
    parts = found.groupdict()
    written = parts.get("whole") or " ".join(filter(None, (parts.get("text"), parts.get("more"))))
    remittance = tidy(written)
    return Words(
        name=known(parts.get("name") or ""),
        iban=parts.get("iban"),
        remittance=remittance,
        payment_reference=labelled_reference(remittance),
        returned=parts.get("reason") is not None,
        return_reason=parts.get("reason"),
    )
