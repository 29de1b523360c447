"""One row of a payout specification: its cells by their titles, and what a row tells."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from voldaan.formats.amounts import parse_amount
from voldaan.formats.bank.exports_layouts import plain_title
from voldaan.formats.days import parse_iso_day


class Told(NamedTuple):
    """What one row says of a payout: a payment in it, or (`is_total`) what was paid out."""

    payout: str
    currency: str
    gross_cents: int
    fee_cents: int
    net_cents: int
    day: date | None = None
    """The day of the payout, where the row says it."""
    text: str = ""
    payer_name: str = ""
    payer_iban: str = ""
    is_total: bool = False


class Layout(NamedTuple):
    """How one payment service writes its specification."""

    name: str
    """The format of what is read."""
    title: str
    """The payment service as people call it."""
    needs: tuple[str, ...]
    """The titles by which the file is known; the columns may stand in any order, with others between them."""
    told: Callable[["Cells"], Told | None]
    """Reads a row; None for one that belongs to no payout yet. Raises `AmountError` and `DayError`."""
    has_totals: bool = False
    """The file itself says what was paid out; a payout without that was not made yet."""


class Cells:
    """The cells of one row, found by title whatever its capitals, spaces and signs. What is not there is empty."""

    def __init__(self, places: Mapping[str, int], row: Sequence[str]) -> None:
        self._places = places
        self._row = row

    def text(self, *titles: str) -> str:
        """Return the first of these cells that says something, with single spaces."""
        for title in titles:
            place = self._places.get(plain_title(title))
            if place is not None and (text := " ".join(self._row[place].split())):
                return text
        return ""

    def under(self, belongs: Callable[[str], bool]) -> Iterable[str]:
        """Yield the cells that say something under titles, in small letters and digits, that belong."""
        for title, place in self._places.items():
            if belongs(title) and (text := " ".join(self._row[place].split())):
                yield text

    def cents(self, title: str, *, round_to_cents: bool = False) -> int:
        """Return the cents of an amount without thousands, with a point or a comma; an empty cell is zero."""
        text = self.text(title)
        if not text:
            return 0
        decimal = "," if "," in text and "." not in text else "."
        return parse_amount(text, decimal, round_to_cents=round_to_cents)

    def day(self, *titles: str) -> date | None:
        """Return the day of an ISO day or moment; None where the cells are empty."""
        text = self.text(*titles)
        return parse_iso_day(text.partition(" ")[0]) if text else None
