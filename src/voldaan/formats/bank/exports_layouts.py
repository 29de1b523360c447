"""What a layout of a bank's CSV or TAB file is: which column holds what, and in which notation."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

COMMA = (",", ".")
"""Amounts as 1.234,56, with or without the dots."""
POINT = (".", ",")
"""Amounts as 1,234.56, with or without the commas."""

_NOT_A_LETTER_OR_DIGIT = re.compile(r"[^0-9a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How one bank writes one kind of file."""

    bank: str
    """The bank in the format: `export.ing`."""
    title: str
    """The bank and the account as people call it."""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The titles of the columns of each field; `A|B` are two titles for one column, the first found counts."""
    optional: frozenset[str] = frozenset()
    """The fields whose column is not in every version of the file."""
    positions: tuple[str, ...] = ()
    """Without a header: the field in each column, "" for a column that is not read."""
    marks: Mapping[str, str] = field(default_factory=dict)
    """Without a header: the shape of the fields by which the first row is known."""
    width_min: int = 0
    """Without a header: how many columns a row has at least; the last ones came later."""
    delimiter: str = ""
    """Without a header: what stands between two columns."""
    notations: tuple[tuple[str, str], ...] = (COMMA,)
    days: tuple[str, ...] = ("yyyy-mm-dd",)
    currency: str = ""
    """The currency of a file that names none: the bank has no other accounts, or says it in a title."""
    words: str = "plain"
    """The reader of the free text: `plain`, `ing` or `abnamro`."""
    exact: bool = False
    """No other columns than these: the titles are so common that another list could have them too."""
    quoted: bool = True
    """Cells stand between double quotes where they must."""
    single_quoted: str = ""
    """The field that stands between single quotes, with separators and apostrophes as they come."""

    def columns_of(self, header: Sequence[str]) -> dict[str, tuple[int, ...]] | None:
        """Return the places of the fields in a header, None where it is not of this layout."""
        titles = [plain_title(cell) for cell in header]
        found: dict[str, tuple[int, ...]] = {}
        for name, columns in self.columns.items():
            places = tuple(place for column in columns if (place := _place(column, titles)) is not None)
            if places:
                found[name] = places
            elif name not in self.optional:
                return None
        known = {place for places in found.values() for place in places}
        if self.exact and any(title and place not in known for place, title in enumerate(titles)):
            return None
        return found

    def fits(self, row: Sequence[str]) -> bool:
        """Test if the first row of a file without a header is of this layout."""
        if not self.width_min <= len(row) <= len(self.positions):
            return False
        return all(
            re.fullmatch(self.marks[name], row[place].strip())
            for place, name in enumerate(self.positions)
            if name in self.marks and place < len(row)
        )

    def places(self) -> dict[str, tuple[int, ...]]:
        """Return the places of the fields of a file without a header."""
        found: dict[str, tuple[int, ...]] = {}
        for place, name in enumerate(self.positions):
            if name:
                found[name] = (*found.get(name, ()), place)
        return found


def plain_title(text: str) -> str:
    """Return the title of a column in small letters and digits alone: versions differ in spaces and signs."""
    return _NOT_A_LETTER_OR_DIGIT.sub("", text.casefold())


def _place(column: str, titles: Sequence[str]) -> int | None:
    """Return where the first of the titles of a column stands."""
    for title in column.split("|"):
        if plain_title(title) in titles:
            return titles.index(plain_title(title))
    return None
