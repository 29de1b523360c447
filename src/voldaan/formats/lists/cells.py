"""What one cell of a list says: a text, an amount or a day, in the notation that was named."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from voldaan.formats.amounts import AmountError, number_to_cents, parse_amount
from voldaan.formats.days import DayError, parse_day
from voldaan.formats.lists.mapping import Mapping

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Row = Sequence[Cell]
Cents = Callable[[Cell], int | None]
Day = Callable[[Cell], date | None]

_MARKS = {"EUR": ("€",), "USD": ("US$", "$"), "GBP": ("£",)}
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]+")
_APOSTROPHES = str.maketrans({"’": "'", "−": "-", "–": "-", "—": "-"})
_AFTER_SIGN = re.compile(r"([+-]) ")
_SIDE = re.compile(r"(?P<amount>.*?) ?(?P<side>C|CR|CT|D|DB|DR|DT)\.?", re.IGNORECASE)
NOTHING = frozenset({"-", "--", "€ -", "€-", "- €"})
"""How a spreadsheet prints an amount or day that is not there."""

_TIME = re.compile(
    r"[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]+)?)?(?: ?[AP]M)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?"
)
_NO_DAY = re.compile(r"[0\W_]+")
_SERIAL = re.compile(r"[0-9]{5}(?:[.,][0-9]+)?")
_SERIAL_FIRST_DAY = date(1899, 12, 30)
_SERIALS = range(20_000, 80_000)
"""Day numbers of a spreadsheet that can be a day of an invoice: 1954 to 2119. A number of six or eight digits is a
day that was written without separators."""
_DAY_LENGTH_MAX = 60
_YEARS = range(1980, 2101)


@dataclass(frozen=True, slots=True, kw_only=True)
class Notation:
    """How amounts and days are written in a list."""

    decimal: str = ","
    thousands: str | None = None
    dates: str = "dd-mm-yyyy"
    currency: str = "EUR"
    negative: str = "MINUS"
    round_to_cents: bool = False

    @classmethod
    def of(cls, mapping: Mapping) -> "Notation":
        """Return the notation that a mapping declares."""
        return cls(
            decimal=mapping.decimal,
            thousands=mapping.thousands,
            dates=mapping.dates,
            currency=mapping.currency,
            negative=mapping.negative,
            round_to_cents=mapping.round_to_cents,
        )


def text_of(cell: Cell) -> str:
    """Return a cell as text, empty where there is none; a number without decimals is its digits.

    `="00012"` is how a CSV keeps a spreadsheet from taking a text for a number.
    """
    if isinstance(cell, str):
        text = " ".join(cell.split())
        return text[2:-1].replace('""', '"').strip() if text[:2] == '="' and text[-1] == '"' else text
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def is_blank(cell: Cell) -> bool:
    """Test if a cell says nothing."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


@lru_cache(maxsize=64)
def cents_reader(notation: Notation, currency: str) -> Cents:
    """Return the function that reads amounts in a currency: cents, None for a blank cell; raises `AmountError`."""
    decimal, thousands, rounding = notation.decimal, notation.thousands, notation.round_to_cents
    group = "[0-9]+"
    if thousands in (".", ","):
        group = rf"[0-9]{{1,3}}(?:\{thousands}[0-9]{{3}}){{0,4}}|[0-9]{{1,15}}"
    plain = re.compile(rf"(-?)({group})\{decimal}([0-9]{{2}})").fullmatch

    def read(cell: Cell) -> int | None:
        if isinstance(cell, str):
            found = plain(cell)
            if found is not None and len(cell) < 16:
                sign, whole, cents = found.groups()
                amount = int(whole.replace(thousands, "") + cents if thousands else whole + cents)
                return -amount if sign else amount
            text, sign = _plain_amount(cell, notation, currency)
            if not text:
                return None
            amount = parse_amount(text, decimal, _grouping(thousands), round_to_cents=rounding)
            return -amount if sign else amount
        if cell is None:
            return None
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return number_to_cents(cell, round_to_cents=rounding)
        raise AmountError(f"‘{text_of(cell)[:24]}’ is geen bedrag.")

    return read


def _grouping(thousands: str | None) -> str | None:
    """Return the sign between thousands as `_plain_amount` leaves it."""
    return {"\u00a0": " ", "’": "'"}.get(thousands, thousands) if thousands else None


def _plain_amount(cell: str, notation: Notation, currency: str) -> tuple[str, str]:
    """Return an amount without marks of its currency, and "-" where it is written as one below zero."""
    text = _SPACES.sub(" ", cell).strip().translate(_APOSTROPHES)
    if not text or text in NOTHING:
        return "", ""
    below, text = "", _without_marks(text, currency)
    if notation.negative == "BRACKETS" and text.startswith("(") and text.endswith(")"):
        text, below = text[1:-1].strip(), "-"
    if notation.negative == "CREDIT" and (side := _SIDE.fullmatch(text)):
        text, below = side["amount"], "-" if side["side"][0] in "cC" else ""
    text = _without_marks(text, currency)
    if not text.endswith(("-", "=")):
        return _signed(text, below, cell)
    whole = text.rstrip("-=")
    if whole.endswith(notation.decimal):
        return _signed(whole[:-1], below, cell)
    if notation.negative == "MINUS_AFTER" and text == whole.rstrip() + text[-1] and text[-1] == "-":
        return _signed(whole.rstrip(), "-", cell)
    return _signed(text, below, cell)


def _signed(text: str, below: str, cell: str) -> tuple[str, str]:
    """Return the amount with its sign apart; two signs are one too many."""
    text = _AFTER_SIGN.sub(r"\1", text)
    if below and text.startswith("-"):
        raise AmountError(f"‘{cell.strip()[:24]}’ is op twee manieren negatief.")
    return text, below


def _without_marks(text: str, currency: str) -> str:
    """Return an amount without the sign or code of its currency, before or after it, also behind a minus."""
    for mark in (currency, *_MARKS.get(currency, ())):
        text = text.removesuffix(mark).rstrip()
        sign = text[:1] if text[:1] in "+-" else ""
        rest = text[len(sign) :].lstrip()
        if rest.startswith(mark):
            text = sign + rest[len(mark) :].lstrip()
    return text


@lru_cache(maxsize=64)
def day_reader(dates: str) -> Day:
    """Return the function that reads days: None for a blank cell or a day of zeros; raises `DayError`."""
    written = _written_day_reader(dates)
    is_joined = re.fullmatch(r"[dmy]+", dates) is not None and "mmm" not in dates

    def read(cell: Cell) -> date | None:
        if isinstance(cell, str):
            return written(cell)
        if cell is None:
            return None
        if isinstance(cell, datetime):
            return _in_reach(cell.date(), str(cell))
        if isinstance(cell, date):
            return _in_reach(cell, str(cell))
        if isinstance(cell, bool) or not isinstance(cell, int | float):
            raise DayError(f"‘{text_of(cell)[:32]}’ is geen datum.")
        digits = text_of(cell)
        if not is_joined:
            return _of_serial(cell, digits)
        return written(digits.zfill(len(dates)) if digits.strip("0") else "")

    return read


def _written_day_reader(dates: str) -> Callable[[str], date | None]:
    """Return the function that reads days that are written out. It remembers them: a list repeats its days."""

    @lru_cache(maxsize=8192)
    def read(cell: str) -> date | None:
        text = " ".join(cell.split())
        if not text or _NO_DAY.fullmatch(text):
            return None
        if len(text) > _DAY_LENGTH_MAX:
            raise DayError(f"‘{text[:32]}’ is geen datum.")
        late = _TIME.search(text)
        if late is not None and late.end() == len(text):
            text = text[: late.start()]
        if dates != "serial":
            return _in_reach(parse_day(text, dates), text)
        if not _SERIAL.fullmatch(text):
            raise DayError(f"‘{text[:32]}’ is geen dagnummer van een spreadsheet.")
        return _of_serial(float(text.replace(",", ".")), text)

    return read


def _of_serial(number: float, text: str) -> date | None:
    """Return the day with this number in a spreadsheet, None for zero."""
    if number == 0:
        return None
    if number != number or int(min(max(number, 0), 10**6)) not in _SERIALS:
        raise DayError(f"‘{text[:32]}’ is geen datum.")
    return _SERIAL_FIRST_DAY + timedelta(days=int(number))


def _in_reach(day: date, text: str) -> date:
    """Return a day that can stand in a list of today."""
    if day.year not in _YEARS:
        raise DayError(f"De datum ‘{text[:32]}’ ligt te ver terug of te ver vooruit om te kloppen.")
    return day
