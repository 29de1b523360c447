"""Words in numbered subfields, as in `166?00…?20…?31…?32…`: the German banks, Triodos of old, the Polish banks."""

import re
from itertools import pairwise

from voldaan.formats.bank.mt940_words import WIDTH, Words, iban_in, iso_reference, known, tidy

_BEGIN = re.compile(
    r"\s*(?:(?P<code>[0-9]{3})(?P<mark>[?>@<^~])(?=[0-9]{2})|(?P<only>[?>@<^~])(?=00|20|3[0-3]))"
)
_SEPA = re.compile(r"(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT|PURP)\+")
_BIC = re.compile(r"[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")
_RETURNS = frozenset({"108", "109", "159", "181", "184"})
"""Business codes of the German banks for a direct debit or transfer that came back."""

PURPOSE_WIDTH = 27


def separator_of(first_line: str) -> str | None:
    """Return the character that stands before the numbers, None where the words are not in subfields."""
    found = _BEGIN.match(first_line)
    return (found["mark"] or found["only"]) if found else None


def read_subfields(lines: list[str], separator: str) -> Words:
    """Return what the subfields say: 20–29 and 60–63 the purpose, 31 (or 38) the account, 32 and 33 the name."""
    text = _joined(lines, separator)
    pieces = re.split(rf"{re.escape(separator)}([0-9]{{2}})", text)
    fields = list(zip(pieces[1::2], pieces[2::2], strict=False))
    first = dict(reversed(fields))
    bic, account = first.get("20", "").strip(), iban_in(first.get("21", ""))
    if _BIC.fullmatch(bic) and account:
        # Triodos of old: the account of the payer stands in the purpose, and 31 is the client's own.
        purpose = _purpose([value for key, value in fields if "22" <= key <= "29"])
        return Words(iban=account, remittance=tidy(purpose), payment_reference=iso_reference(purpose))
    purpose = _purpose([value for key, value in fields if key[0] == "2" or "60" <= key <= "63"])
    sepa = _sepa_parts(purpose)
    returned = pieces[0].strip() in _RETURNS
    written = sepa["SVWZ"] if "SVWZ" in sepa else sepa.get("", purpose)
    return Words(
        name=known("".join(value for key, value in fields if key in ("32", "33"))),
        iban=iban_in(first.get("31", "")) or iban_in(first.get("38", "")) or iban_in(sepa.get("IBAN", "")),
        ultimate_name=known(sepa.get("ABWA", "") or sepa.get("ABWE", "")),
        remittance=tidy(written),
        payment_reference=iso_reference(sepa.get("SVWZ", purpose)),
        end_to_end_id=known(sepa.get("EREF", "")),
        mandate_id=known(sepa.get("MREF", "")),
        returned=returned,
        return_reason=known(first.get("34", "")) if returned else None,
    )


def _joined(lines: list[str], separator: str) -> str:
    """Return the lines as one text; only a line that is not full, and ends inside a value, ended at a word."""
    text = lines[0]
    for line, following in pairwise(lines):
        text += following if len(line) >= WIDTH - 4 or following.startswith(separator) else " " + following
    return text


def _purpose(values: list[str]) -> str:
    """Return the purpose lines as one text; a line of 27 places was cut by width."""
    return "".join(value if len(value) >= PURPOSE_WIDTH else value + " " for value in values)


def _sepa_parts(text: str) -> dict[str, str]:
    """Return the parts behind `EREF+`, `SVWZ+` and the like; what stands before the first is under ""."""
    pieces = _SEPA.split(text)
    found = dict(zip(pieces[1::2], pieces[2::2], strict=True))
    return {"": pieces[0], **found} if pieces[0].strip() or not found else found
