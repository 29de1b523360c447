"""The balances of an MT940, and the numbers and sums that an MT942 has instead."""

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from voldaan.formats.amounts import AmountError, decimal_to_cents, format_cents
from voldaan.formats.bank.mt940_fields import Field
from voldaan.formats.days import DayError, make_day
from voldaan.formats.findings import Findings

_BALANCE = re.compile(r"([CD])([0-9]{6})([A-Z]{3})([0-9]+(?:[,.][0-9]{0,2})?)\s*")
_SUM = re.compile(r"([0-9]{1,9})\s*([A-Z]{3})\s*([0-9]+(?:[,.][0-9]{0,2})?)\s*")
_FLOOR = re.compile(r"([A-Z]{3})([CD]?)([0-9]+(?:[,.][0-9]{0,2})?)\s*")
_AGAIN = "Download het afschrift opnieuw bij de bank."


class Balance(NamedTuple):
    """A balance in cents, negative where the account is overdrawn."""

    cents: int
    day: date
    currency: str


class Total(NamedTuple):
    """How many movements there are on one side, and what they add up to, in cents without a sign."""

    entries: int
    cents: int
    currency: str


@lru_cache(maxsize=4096)
def six_digits(text: str) -> date:
    """Return the day of `yymmdd`; from 80 on it is the last century. Raises `DayError`."""
    year = int(text[:2])
    return make_day(year + (1900 if year >= 80 else 2000), int(text[2:4]), int(text[4:6]), text)


def cents_of(text: str) -> int:
    """Return the cents of an amount with a comma (or a point) and at most two decimals. Raises `AmountError`."""
    return decimal_to_cents(text.replace(",", "."))


def read_balance(field: Field, findings: Findings) -> Balance | None:
    """Return the balance of a field, or add what is wrong with it."""
    parts = _BALANCE.fullmatch(field.lines[0])
    if parts is None:
        findings.add(
            f"Het saldo in veld :{field.tag}: is onleesbaar.",
            "Verwacht: C of D, datum, munt en een bedrag met een komma.",
            _AGAIN,
            line=field.line,
        )
        return None
    try:
        cents = cents_of(parts[4])
        return Balance(-cents if parts[1] == "D" else cents, six_digits(parts[2]), parts[3])
    except (AmountError, DayError) as error:
        findings.add(f"Het saldo in veld :{field.tag}: klopt niet.", str(error), _AGAIN, line=field.line)
        return None


def read_total(field: Field, findings: Findings) -> Total | None:
    """Return the number and sum of `:90C:` or `:90D:`, or add what is wrong with it."""
    parts = _SUM.fullmatch(field.lines[0])
    try:
        if parts is not None:
            return Total(int(parts[1]), cents_of(parts[3]), parts[2])
        why = "Verwacht: een aantal, een munt en een bedrag met een komma."
    except AmountError as error:
        why = str(error)
    findings.add(f"Het totaal in veld :{field.tag}: is onleesbaar.", why, _AGAIN, line=field.line)
    return None


def read_floor(line: str) -> tuple[str | None, bool]:
    """Return the currency of `:34F:`, and whether movements below an amount are left out of the report."""
    parts = _FLOOR.fullmatch(line)
    return (parts[1], bool(parts[3].strip("0,."))) if parts else (None, True)


def untotalled(side: str, told: Total, found: Total) -> tuple[str, str, str]:
    """Return what, why and how to fix of a report whose movements are not those that it counts."""
    return (
        f"Het totaal {side} van een tussentijds overzicht klopt niet: "
        f"het verschil is {format_cents(told.cents - found.cents)} {told.currency}.",
        f"Het overzicht telt er zelf {told.entries}, samen {format_cents(told.cents)}; "
        f"in het bestand staan er {found.entries}, samen {format_cents(found.cents)}.",
        "Download het overzicht opnieuw bij de bank en lever het onbewerkt aan.",
    )
