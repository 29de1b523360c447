"""Amounts, days and moments as a person types them. What can be read in two ways is refused, never guessed.

>>> euros("5.000,00"), euros("€ 5000"), euros("5,000.00")
(500000, 500000, 500000)
>>> day("22-11-2026")
datetime.date(2026, 11, 22)
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from voldaan.domain.law.accrual import Payment
from voldaan.domain.law.allocation import Debt
from voldaan.domain.law.limitation import Interruption
from voldaan.formats.days import DayError, parse_day
from voldaan.usecases.calculate.calculation import CannotCalculate
from voldaan.usecases.calculate.limitation import INTERRUPTIONS

FIRST_YEAR, LAST_YEAR = 1990, 2100
DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
LINES_MAX = 100

_EUROS = re.compile(
    r"(?P<dutch>[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{2}|[0-9]{1,3}(?:\.[0-9]{3}){2,}|[0-9]{1,13},[0-9]{1,2})"
    r"|(?P<english>[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]{2}|[0-9]{1,3}(?:,[0-9]{3}){2,}|[0-9]{1,13}(?:\.[0-9]{1,2})?)"
)
_TWO_READINGS = re.compile(r"[0-9]{1,3}[.,][0-9]{3}")
_PERCENT = re.compile(r"[0-9]{1,3}(?:[.,][0-9]{1,4})?")
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.*")
_DEBT = re.compile(
    r"(?P<id>.+?):(?P<due>[0-9]{4}-[0-9]{2}-[0-9]{2}):(?P<open>[^:]+)(?::(?P<rate>[^:]+))?", re.DOTALL
)
_EUROS_DIGITS_MAX = 13


def euros(text: str) -> int:
    """Return the cents of an amount that is zero or more, in Dutch, English or machine notation."""
    bare = "".join(text.replace("€", " ").split())
    if _TWO_READINGS.fullmatch(bare):
        raise CannotCalculate(
            f"{_quoted(text)} kan op twee manieren worden gelezen. Schrijf de centen erbij, zoals 5000,00.",
            f"{_quoted(text)} can be read in two ways. Write the cents as well, as in 5000.00.",
        )
    found = _EUROS.fullmatch(bare)
    if found is None:
        raise _no_amount(text, bare)
    dutch, english = found["dutch"], found["english"]
    machine = english.replace(",", "") if dutch is None else dutch.replace(".", "").replace(",", ".")
    whole, _, cents = machine.partition(".")
    if len(whole) > _EUROS_DIGITS_MAX:
        raise _no_amount(text, bare)
    return int(whole) * 100 + int(cents.ljust(2, "0") or "0")


def day(text: str) -> date:
    """Return a day, written as 2026-11-22 or 22-11-2026."""
    for notation in ("yyyy-mm-dd", "d-m-yyyy"):
        try:
            return within_years(parse_day(text, notation), text)
        except DayError:
            continue
    raise CannotCalculate(
        f"{_quoted(text)} is geen dag die bestaat. Schrijf hem als 2026-11-22.",
        f"{_quoted(text)} is not a day that exists. Write it as 2026-11-22.",
    )


def moment(text: str) -> datetime:
    """Return a moment of Dutch local time, as 2026-11-22T21:00. One with a zone is brought to Dutch time."""
    try:
        if not _MOMENT.fullmatch(text.strip()):
            raise ValueError
        found = datetime.fromisoformat(text.strip())
    except ValueError:
        raise CannotCalculate(
            f"{_quoted(text)} is geen tijdstip. Schrijf dag en tijd als 2026-11-22T21:00.",
            f"{_quoted(text)} is not a moment. Write day and time as 2026-11-22T21:00.",
        ) from None
    within_years(found.date(), text)
    return found if found.tzinfo is None else found.astimezone(DUTCH_TIME).replace(tzinfo=None)


def percent(text: str) -> Decimal:
    """Return a percentage from 0 to 100, with at most four decimals."""
    bare = "".join(text.replace("%", " ").split())
    if not _PERCENT.fullmatch(bare) or (found := Decimal(bare.replace(",", "."))) > 100:
        raise CannotCalculate(
            f"{_quoted(text)} is geen percentage. Schrijf een getal van 0 tot en met 100, zoals 2 of 2,5.",
            f"{_quoted(text)} is not a percentage. Write a number from 0 to 100, such as 2 or 2.5.",
        )
    return found


def whole_number(text: str, *, first: int, last: int) -> int:
    """Return a whole number between two, both included."""
    bare = text.strip()
    if not (bare.isascii() and bare.isdigit()) or len(bare) > 6 or not first <= int(bare) <= last:
        raise CannotCalculate(
            f"{_quoted(text)} kan hier niet. Schrijf een heel getal van {first} tot en met {last}.",
            f"{_quoted(text)} cannot stand here. Write a whole number from {first} to {last}.",
        )
    return int(bare)


def payment(text: str) -> Payment:
    """Return what was received on a day, written as 2026-01-15=500,00 or with a space between the two."""
    on, sign, cents = text.strip().replace("=", " ", 1).partition(" ")
    if not sign:
        raise CannotCalculate(
            f"{_quoted(text)} mist een deel. Schrijf de dag en het bedrag, zoals 2026-01-15 500,00.",
            f"{_quoted(text)} lacks a part. Write the day and the amount, as in 2026-01-15 500.00.",
        )
    received = euros(cents)
    if not received:
        raise CannotCalculate(
            f"{_quoted(text)} is geen ontvangst: het bedrag is nul. Laat de regel weg.",
            f"{_quoted(text)} received nothing: the amount is zero. Leave the line out.",
        )
    return Payment(day=day(on), cents=received)


def interruption(text: str) -> Interruption:
    """Return what interrupted limitation, written as 2024-03-01=demand or "2024-03-01 aanmaning"."""
    on, _, word = text.strip().replace("=", " ", 1).partition(" ")
    kind = next((kind for kind, names in INTERRUPTIONS.items() if word.strip().lower() in names), None)
    if kind is None:
        dutch, english = (", ".join(names) for names in zip(*INTERRUPTIONS.values(), strict=True))
        raise CannotCalculate(
            f"{_quoted(text)} is geen stuiting. Schrijf de dag en een van: {dutch}.",
            f"{_quoted(text)} is not an interruption. Write the day and one of: {english}.",
        )
    return Interruption(kind=kind, day=day(on))


def debt(text: str) -> Debt:
    """Return a debt, written as ID:2026-09-01:100,00 or with its yearly interest behind that, as :4,00."""
    found = _DEBT.fullmatch(text.strip())
    if found is None:
        raise CannotCalculate(
            f"{_quoted(text)} is geen schuld. Schrijf naam, vervaldatum en bedrag, zoals A:2026-09-01:100,00.",
            f"{_quoted(text)} is not a debt. Write its name, due date and amount, as in A:2026-09-01:100.00.",
        )
    return Debt(
        id=found["id"].strip(),
        due_date=day(found["due"]),
        open_cents=euros(found["open"]),
        rate_percent=percent(found["rate"]) if found["rate"] else Decimal(0),
    )


def lines(text: str) -> list[str]:
    """Return the lines that say something."""
    found = [line.strip() for line in text.splitlines() if line.strip()]
    if len(found) > LINES_MAX:
        raise CannotCalculate(
            f"Hier staan {len(found)} regels. Er is plaats voor {LINES_MAX}: tel bedragen eerst samen.",
            f"There are {len(found)} lines. There is room for {LINES_MAX}: add amounts up first.",
        )
    return found


def principals(texts: Iterable[str]) -> list[int]:
    """Return the principals of claims."""
    return [euros(text) for text in texts]


def payments(texts: Iterable[str]) -> list[Payment]:
    """Return what was received."""
    return [payment(text) for text in texts]


def interruptions(texts: Iterable[str]) -> list[Interruption]:
    """Return what interrupted limitation."""
    return [interruption(text) for text in texts]


def within_years(found: date, text: str) -> date:
    """Return the day, or refuse one outside the years for which anything can be said."""
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise CannotCalculate(
            f"{_quoted(text)} ligt te ver weg. Kies een dag in de jaren {FIRST_YEAR} tot en met {LAST_YEAR}.",
            f"{_quoted(text)} lies too far away. Choose a day in the years {FIRST_YEAR} to {LAST_YEAR}.",
        )
    return found


def _no_amount(text: str, bare: str) -> CannotCalculate:
    if bare.startswith("-"):
        return CannotCalculate(
            f"{_quoted(text)} ligt onder nul. Schrijf een bedrag van nul of meer, zoals 5000,00.",
            f"{_quoted(text)} is below zero. Write an amount of zero or more, such as 5000.00.",
        )
    if sum(sign.isdigit() for sign in bare) > _EUROS_DIGITS_MAX:
        return CannotCalculate(
            f"{_quoted(text)} is groter dan een bedrag kan zijn. Schrijf een bedrag zoals 5000,00.",
            f"{_quoted(text)} is larger than an amount can be. Write an amount such as 5000.00.",
        )
    return CannotCalculate(
        f"{_quoted(text)} is geen bedrag. Schrijf euro's en centen, zoals 5000,00.",
        f"{_quoted(text)} is not an amount. Write euros and cents, such as 5000.00.",
    )


def _quoted(text: str) -> str:
    """Return what was typed between quotes, on one line, cut where it is long."""
    short = " ".join(text.split())
    return f"‘{short[:32]}{'…' if len(short) > 32 else ''}’" if short else "‘ ’"
