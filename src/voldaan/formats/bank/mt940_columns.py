"""Words in two columns with labels, as ABN AMRO prints them: `SEPA OVERBOEKING   IBAN: …`, `NAAM: …   KENMERK: …`.

A column has 32 places and a space behind it. A value goes on in the next column; where the column before was full,
it was cut, and no space belongs there.
"""

import re

from voldaan.formats.bank.mt940_words import WIDTH, Words, iban_in, known, labelled_reference, tidy

COLUMN_WIDTH = 32

_LABELS = "IBAN|BIC|NAAM|OMSCHRIJVING|KENMERK|MACHTIGING|INCASSANT|BETALINGSKENM\\."
LABEL = re.compile(rf"({_LABELS})\s*:(?:\s|$)", re.IGNORECASE)
_ANY_LABEL = re.compile(rf"(?:{_LABELS})\s*:", re.IGNORECASE)
_BETWEEN = re.compile(rf"(?<!\s)\s++(?=(?:{_LABELS})\s*:)", re.IGNORECASE)
_LABEL_LIKE = re.compile(r"[A-Z][A-Z ]*\.?:\s", re.IGNORECASE)
_RETURNED = re.compile(r"TERUGBOEKING|NIET UITGEVOERD|STORN", re.IGNORECASE)


def is_in_columns(lines: list[str]) -> bool:
    """Test if the words are a kind of SEPA payment with labels under it."""
    return lines[0][:5].upper() == "SEPA " and any("IBAN:" in line.upper() for line in lines)


def read_columns(lines: list[str]) -> Words:
    """Return what stands behind the labels."""
    found: dict[str, str] = {}
    label, full = "", False
    for piece in _pieces(lines):
        begin = LABEL.match(piece)
        if begin:
            label, full, value = begin[1].upper(), False, piece[begin.end() :]
        else:
            value = piece
        goes_on = full and not _LABEL_LIKE.match(piece)
        found[label] = found.get(label, "") + ("" if goes_on else " ") + value
        full = len(piece) == COLUMN_WIDTH and not piece.endswith(" ")
    remittance = tidy(found.get("OMSCHRIJVING") or found.get("BETALINGSKENM.", ""))
    return Words(
        name=known(found.get("NAAM", "")),
        iban=iban_in(found.get("IBAN", "")),
        remittance=remittance,
        payment_reference=labelled_reference(tidy(" ".join(f"{key}: {text}" for key, text in found.items()))),
        end_to_end_id=known(found.get("KENMERK", "")),
        mandate_id=known(found.get("MACHTIGING", "")),
        returned=_RETURNED.search(found.get("", "")) is not None,
    )


def _is_aligned(text: str) -> bool:
    """Test if most labels stand where a column begins: programs that pass on an export drop double spaces."""
    places = [found.start() % WIDTH for found in _ANY_LABEL.finditer(text)]
    return 2 * sum(place in (0, COLUMN_WIDTH + 1) for place in places) >= len(places)


def _pieces(lines: list[str]) -> list[str]:
    """Return the columns from left to right, line by line; a line that is not in columns is cut at its labels."""
    pieces: list[str] = []
    for line in lines:
        if len(line) > WIDTH and not _is_aligned(line):
            pieces += _BETWEEN.split(line)
            continue
        for start in range(0, max(len(line.rstrip()), 1), WIDTH):
            part = line[start : start + WIDTH]
            if part[COLUMN_WIDTH : COLUMN_WIDTH + 1].strip():
                pieces += _BETWEEN.split(part)
            else:
                pieces += [part[:COLUMN_WIDTH], part[COLUMN_WIDTH + 1 :]]
    return [piece for piece in pieces if piece.strip()]
