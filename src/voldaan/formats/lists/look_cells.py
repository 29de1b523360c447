"""What the cells of a column are, whatever stands above it: amounts, days, codes, addresses."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from voldaan.domain.identifiers import is_valid_iban, is_valid_vat
from voldaan.formats.lists.cells import NOTHING, Cell, is_blank, text_of

MOSTLY = 0.9
"""A column is what nine in ten of its filled cells are; the reader tells of the others, each with its row."""

TEXT_LENGTH_MAX = 200
"""No more of a cell is looked at: nothing that is recognised here is longer."""

AMOUNT = re.compile(
    r"[+(−–-]?\s*(?:[€$£]|EUR\b)?\s*[+−–-]?\s*[0-9](?:[0-9]|[.,'’ \u00a0\u202f](?=[0-9]))*"
    r"(?:[.,](?:-{1,2}|–|=)|-)?\s*\)?\s*(?:€|EUR)?\s*(?:CR?|DB?|DR)?",
    re.IGNORECASE,
)
_DAY = re.compile(
    r"(?:[0-9]{1,4}[-/. ][0-9]{1,2}[-/. ][0-9]{1,4}|(?:19|20)[0-9]{6}|[0-3][0-9][01][0-9](?:19|20)[0-9]{2}"
    r"|[0-9]{1,2}[-/. ]{0,2}[^\W\d_]{3,10}\.?[-/., ]{0,2}[0-9]{2,4}|[^\W\d_]{3,10}\.? [0-9]{1,2},? [0-9]{4})"
    r"(?:[T ].*)?",
)
_CODE = re.compile(r"(?=\S*[0-9])\S{1,40}")
_NUMBER_NAME = re.compile(r"(?:[A-Z]{1,4}[-.]?)?[0-9][0-9A-Z./]*(?:\s*[-–:|]\s*|\s+)\S*[^\W\d_]{2}.*")
_NAME_NUMBER = re.compile(r".*[^\W\d_]{2}.*\((?:[A-Z]{1,4}[-.]?)?[0-9][0-9A-Z./-]*\)")
_EMAIL = re.compile(r"[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+(?:\s*[;,]\s*[^\s@;,]+@[^\s@;,]+\.[^\s@;,]+)*")
_IBAN = re.compile(r"[A-Za-z]{2}[0-9]{2} ?[A-Za-z0-9]{4}[A-Za-z0-9 ]{3,36}$")
_POSTCODE = re.compile(r"[1-9][0-9]{3} ?[A-Z]{2}", re.IGNORECASE)
_CURRENCY = re.compile(r"[A-Z]{3}")
_YES_NO = frozenset("j n ja nee y yes no true false waar onwaar 0 1 x 1.0 0.0".split())
_SERIAL_DAYS = (32874, 73050)
"""1990 to 2099 as a spreadsheet counts days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """How many filled cells of a column can be what."""

    filled: int
    amounts: int
    fractions: int
    """Amounts that show it: with decimals, groups of thousands or a sign of euros."""
    numbers: int
    """Cells of a workbook that are numbers, not texts."""
    days: int
    serials: int
    whole: int
    codes: int
    number_names: int
    emails: int
    ibans: int
    postcodes: int
    vat_numbers: int
    currencies: int
    yes_no: int
    distinct: int

    def mostly(self, count: int) -> bool:
        """Test if nearly every filled cell is of the kind that was counted."""
        return self.filled > 0 and count >= MOSTLY * self.filled


def content(cells: Iterable[Cell]) -> Content:
    """Count what the filled cells of a column can be."""
    filled = [cell for cell in cells if not is_blank(cell) and text_of(cell) not in NOTHING]
    texts = [text_of(cell)[:TEXT_LENGTH_MAX] for cell in filled]
    written = [text for text, cell in zip(texts, filled, strict=True) if isinstance(cell, str)]
    numbers = [cell for cell in filled if isinstance(cell, int | float) and not isinstance(cell, bool)]
    whole = sum(text.isdecimal() for text in texts)
    return Content(
        filled=len(filled),
        amounts=len(numbers) + sum(AMOUNT.fullmatch(text) is not None for text in written),
        fractions=sum(isinstance(one, float) and not one.is_integer() for one in numbers)
        + sum(_shows_amount(text) for text in written),
        numbers=len(numbers),
        days=sum(isinstance(cell, date) for cell in filled)
        + sum(_DAY.fullmatch(text) is not None for text in written),
        serials=sum(
            text.isdecimal() and _SERIAL_DAYS[0] <= int(text[:9]) <= _SERIAL_DAYS[1] for text in texts
        ),
        whole=whole,
        codes=sum(_CODE.fullmatch(text) is not None for text in texts),
        number_names=sum(holds_number_and_name(text) for text in texts),
        emails=sum(_EMAIL.fullmatch(text) is not None for text in written),
        ibans=sum(is_valid_iban(text) for text in written if _IBAN.match(text)),
        postcodes=sum(_POSTCODE.fullmatch(text) is not None for text in written),
        vat_numbers=sum(
            text[:2].upper() == "NL" and is_valid_vat(text) for text in written if len(text) <= 24
        ),
        currencies=sum(_CURRENCY.fullmatch(text) is not None for text in written),
        yes_no=sum(text.casefold() in _YES_NO for text in texts),
        distinct=len(set(texts)),
    )


def holds_number_and_name(text: str) -> bool:
    """Test if a text is a number and a name: "10023 - Bakkerij" or "Bakkerij (10023)"."""
    return _NUMBER_NAME.fullmatch(text) is not None or _NAME_NUMBER.fullmatch(text) is not None


def _shows_amount(text: str) -> bool:
    """Test if a text can only be an amount: it has decimals, thousands or a sign of euros."""
    return (
        AMOUNT.fullmatch(text) is not None
        and re.search(r"[€$£]|EUR|[.,][0-9]{1,3}(?:[^0-9]|$)|,-", text) is not None
    )


def same(one: Sequence[Cell], other: Sequence[Cell]) -> bool:
    """Test if two columns say the same in every row."""
    return [text_of(cell) for cell in one] == [text_of(cell) for cell in other]
