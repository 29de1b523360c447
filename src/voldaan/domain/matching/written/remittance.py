"""What the payer wrote, read once: groups of digits with what stands between them, words and bank accounts.

Digits are the core of a number however it is written: `F2026-0012`, `2026 0012` and `fact.20260012` share theirs.
What stands around them says whether they are a number at all; that is looked at only where the book knows them.

>>> read_remittance("Factuur 2026-0012, dank", booking_date=date(2026, 3, 20)).digits
['2026', '0012']
"""

import re
import unicodedata
from datetime import date
from typing import NamedTuple

from voldaan.domain.identifiers import compact_iban
from voldaan.domain.matching.written.gaps import Gap, read_gap
from voldaan.domain.matching.written.read_otherwise import Otherwise, read_otherwise

_DIGIT_GROUPS = re.compile(r"([0-9]+)")
_WORDS = re.compile(r"(?<![A-Z0-9])[A-Z]{3,}(?![A-Z0-9])")
_ZERO_LIKE = re.compile(r"(?<=[0-9])[OIL]+(?![A-Z])|(?<![A-Z])[OIL]+(?=[0-9])")
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_ZERO_FOR_O = str.maketrans("OIL", "011")


class Written(NamedTuple):
    """A text in capitals without accents, cut at its groups of digits. `gaps` has one more than `digits`."""

    text: str
    gaps: list[str]
    digits: list[str]
    booking_date: date

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of at least three letters, in the order of the text."""
        return tuple(_WORDS.findall(self.text))

    @property
    def ibans(self) -> tuple[str, ...]:
        """Return the bank accounts in the text that have the right check digits."""
        return tuple(compact_iban(part.text) for part in self.otherwise() if part.reading == "IBAN")

    def otherwise(self) -> list[Otherwise]:
        """Return what the digits can be that is no invoice number. It costs more than reading the text."""
        return list(read_otherwise(self.text, near=self.booking_date))

    def gap(self, place: int) -> Gap:
        """Return what stands before the group of digits at a place."""
        return read_gap(self.gaps[place])

    def starts(self) -> list[int]:
        """Return where in the text each group of digits begins."""
        at, starts = 0, []
        for gap, group in zip(self.gaps, self.digits, strict=False):
            starts.append(at + len(gap))
            at += len(gap) + len(group)
        return starts

    def between(self, first: int, end: int) -> str:
        """Return what is written from one group of digits up to another, as it stands in the text."""
        if end == first + 1:
            return self.digits[first]
        inner = (self.gaps[place] + self.digits[place] for place in range(first + 1, end))
        return self.digits[first] + "".join(inner)

    def with_zeros_for_letters(self) -> "Written | None":
        """Return the text with O read as 0 and I or L as 1 beside digits; None where there is no such letter."""
        mended = _ZERO_LIKE.sub(lambda found: found[0].translate(_ZERO_FOR_O), self.text)
        return read_remittance(mended, booking_date=self.booking_date) if mended != self.text else None


def read_remittance(text: str, *, booking_date: date) -> Written:
    """Return a text as it is searched. Any text can be read; an empty one has no digits."""
    capitals = text.upper()
    if not capitals.isascii():
        decomposed = unicodedata.normalize("NFKD", capitals.translate(_DASHES)).upper()
        capitals = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    pieces = _DIGIT_GROUPS.split(capitals)
    return Written(capitals, pieces[0::2], pieces[1::2], booking_date)
