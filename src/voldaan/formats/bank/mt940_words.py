"""What the dialects of `:86:` have in common: the words that one yields, lines made one text, and references in it."""

import re
from itertools import pairwise
from typing import NamedTuple

from voldaan.domain.identifiers import compact_ogm, is_valid_ogm

_IBAN = re.compile(r"[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")
_PAYMENT_REFERENCE = re.compile(
    r"\bBETALINGSKENM(?:ERK|\.)?\s*[.:]{0,2}\s*((?:[0-9]{4} ?){3}[0-9]{4}|[0-9]{16})(?![0-9])", re.IGNORECASE
)
_STRUCTURED_REFERENCE = re.compile(r"\bSCOR/(?:CUR|ISO)/([A-Z0-9]+)")
_OGM = re.compile(r"([*+])\1\1\s?([0-9]{3}/[0-9]{4}/[0-9]{5})\s?\1\1\1")
_ISO_11649 = re.compile(r"RF[0-9]{2}[A-Z0-9]{1,21}")
_SPACE_OR_SLASH = re.compile(r"[\s/]")
_UNKNOWN = {"", "NOTPROVIDED", "NONREF", "EREF"}

WIDTH = 65
"""Places in a line of `:86:`; some banks count the tag, so that its first line has 61."""

UNCUT = WIDTH + 2
"""A line of more places was not cut at all."""


class Words(NamedTuple):
    """What the words of one movement say."""

    name: str | None = None
    iban: str | None = None
    ultimate_name: str | None = None
    remittance: str = ""
    payment_reference: str | None = None
    end_to_end_id: str | None = None
    mandate_id: str | None = None
    returned: bool = False
    return_reason: str | None = None
    batch: bool = False
    """One movement for many, whose parts are not in the file."""

    def filled(self, *, iban: str | None, name: str | None) -> "Words":
        """Return these words with account and name where they had none."""
        return self._replace(iban=self.iban or iban, name=self.name or name)


def join_lines(
    lines: list[str], *, keys: frozenset[str] = frozenset(), label: re.Pattern[str] | None = None
) -> str:
    """Return the lines as one text: a full line was cut by width, a shorter one ended where it ended.

    A line of 64 places of free text lost the space at its end to a tidy editor. A line far over the width was
    not cut at all. No line ends inside one of `keys`, and one that begins with `label` stands by itself.
    """
    if len(lines) == 1:
        return lines[0].strip()
    longest = max(map(len, lines))
    uncut = longest > UNCUT and max(len(line.rstrip()) for line in lines) > UNCUT
    pieces = []
    for place, (line, following) in enumerate(pairwise(lines)):
        size = len(line)
        cut = not uncut and size >= WIDTH - 4 and (place == 0 or bool(keys) or size != WIDTH - 1)
        if cut and label is not None and label.match(following):
            cut = False
        pieces += [line] if cut or (keys and _splits_key(line, following, keys)) else [line, " "]
    return "".join([*pieces, lines[-1]]).strip()


def _splits_key(line: str, following: str, keys: frozenset[str]) -> bool:
    """Test if the end of one line and the begin of the next are the two halves of a key."""
    half, rest = line[line.rfind("/") + 1 :], following.partition("/")
    return "/" in line and bool(rest[1]) and half + rest[0] in keys


def labelled_reference(text: str) -> str | None:
    """Return a payment reference that the text calls so: sixteen digits, a Belgian or a structured one."""
    found = _PAYMENT_REFERENCE.search(text) if "etalingskenm" in text or "ETALINGSKENM" in text else None
    if found:
        return found[1].replace(" ", "")
    structured = _STRUCTURED_REFERENCE.search(text) if "SCOR/" in text else None
    if structured:
        return structured[1]
    belgian = _OGM.search(text) if "***" in text or "+++" in text else None
    if belgian and is_valid_ogm(belgian[2]):
        return compact_ogm(belgian[2])
    return None


def iso_reference(text: str) -> str | None:
    """Return the text as an ISO 11649 reference where it is nothing else."""
    compact = "".join(text.split())
    return compact if _ISO_11649.fullmatch(compact) else None


def iban_in(text: str) -> str | None:
    """Return the account where it has the shape of an IBAN."""
    if not text:
        return None
    compact = text if text.isalnum() and text.isupper() else _SPACE_OR_SLASH.sub("", text).upper()
    return compact if _IBAN.fullmatch(compact) else None


def known(text: str) -> str | None:
    """Return the text without needless space, None where it says that there is nothing."""
    text = tidy(text)
    return None if text.upper() in _UNKNOWN else text


def tidy(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return " ".join(text.split())
