"""Who lives in a world: three creditors or four, a dozen debtors, their bills, all drawn from one seed.

Everything here is invented: web addresses end in `.example`, the bank is called TEST and does not exist.
"""

import random
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from stdnum.iso7064 import mod_97_10

from voldaan.domain.identifiers import make_rf

FIRST_DAY = date(2026, 1, 5)
"""A Monday."""

Truth = Literal["BANK", "LEDGER", "CLIENT_WORD"]

HABITS = (
    "EARLY", "ON_TIME", "LATE", "AFTER_FIRST", "AFTER_SECOND", "AFTER_LAST", "NEVER", "NEVER", "CROSSES",
    "CROSSES", "CROSSES",
    "IN_PARTS", "TOO_MUCH", "TWICE", "NO_REFERENCE", "WRONG_REFERENCE", "BY_ANOTHER", "DEBIT", "DEBIT_BACK",
    "DISPUTES", "PROMISES", "BREAKS_PROMISE", "PLAN", "BREAKS_PLAN", "CREDITED", "CREDITED_WHOLE", "HELD",
)  # fmt: skip
"""How a bill is paid, or not."""

DEBITED = ("DEBIT", "DEBIT_BACK")


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A debtor of one creditor."""

    number: str
    name: str
    coc_number: str
    email: str
    iban: str
    street: str
    bounces: bool
    """Its mailbox does not exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bill:
    """An invoice as its creditor made it."""

    number: str
    person: Person
    issued: date
    due: date
    cents: int
    habit: str
    reference: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A creditor with its debtors and bills."""

    key: str
    name: str
    truth: Truth
    by_agency: bool
    automatic: bool
    ibans: tuple[str, ...]
    coc_number: str
    vat_number: str
    bills: tuple[Bill, ...]


def luck(seed: int, *what: object) -> random.Random:
    """Return chance for one purpose: always the same for a seed, whatever was drawn before or on which database."""
    return random.Random("|".join(map(str, (seed, *what))))


def iban_of(account: int) -> str:
    """Return the IBAN of an account at a bank that does not exist, with the right check digits."""
    body = f"TEST{account:010}"
    return f"NL{mod_97_10.calc_check_digits(body + 'NL')}{body}"


def houses(seed: int, *, days: int) -> tuple[House, ...]:
    """Return the creditors of a seed, whose bills are issued in the first two thirds of so many days."""
    return (
        _house(seed, 1, "bakkerij", "Bakkerij De Korst B.V.", "BANK", people=4, days=days, automatic=True),
        _house(
            seed, 2, "tuinman", "Hoveniersbedrijf Groen B.V.", "BANK", people=4, days=days, by_agency=True
        ),
        _house(seed, 3, "drukker", "Drukkerij Letter B.V.", "LEDGER", people=3, days=days),
        _house(seed, 4, "poets", "Schoonmaak Schuim B.V.", "CLIENT_WORD", people=2, days=days),
    )


def _house(
    seed: int,
    place: int,
    key: str,
    name: str,
    truth: Truth,
    *,
    people: int,
    days: int,
    by_agency: bool = False,
    automatic: bool = False,
) -> House:
    drawn = luck(seed, key)
    persons = [_person(seed, place, number, by_agency=by_agency) for number in range(1, people + 1)]
    bills: list[Bill] = []
    for person in persons:
        day = FIRST_DAY + timedelta(days=drawn.randint(0, 14))
        while (day - FIRST_DAY).days < days * 2 // 3:
            bills.append(_bill(seed, key, truth, person, len(bills) + 1, day))
            day += timedelta(days=drawn.randint(9, 32))
    bills[0] = _never_paid(bills[0])
    return House(
        key=key,
        name=name,
        truth=truth,
        by_agency=by_agency,
        automatic=automatic,
        ibans=tuple(iban_of(1000 * place + number) for number in range(2 if key == "bakkerij" else 1)),
        coc_number=f"9990010{place}",
        vat_number=f"NL99900100{place}B01",
        bills=tuple(sorted(bills, key=lambda bill: (bill.issued, bill.number))),
    )


def _never_paid(bill: Bill) -> Bill:
    """Return the bill as one that nobody ever pays, early enough to be handed over in the end."""
    issued = FIRST_DAY + timedelta(days=1)
    return replace(bill, issued=issued, due=issued + timedelta(days=8), habit="NEVER", cents=45_000)


def _person(seed: int, place: int, number: int, *, by_agency: bool) -> Person:
    """Return a debtor. The same customer numbers exist with every creditor; a third are natural persons."""
    drawn = luck(seed, "person", place, number)
    is_natural = by_agency and number % 2 == 0
    word = ("Anker", "Boei", "Ceder", "Distel", "Egel", "Fuut")[number - 1] + ("", "land", "zicht", "hof")[
        place - 1
    ]
    return Person(
        number=f"D{number:03}",
        name=f"Jo van {word}" if is_natural else f"{word} B.V.",
        coc_number="" if is_natural else f"9991{place}{number:03}",
        email="" if drawn.random() < 0.15 else f"{word.lower()}@klant.example",
        iban=iban_of(5_000_000 + 1000 * place + number),
        street="" if drawn.random() < 0.1 else f"Laan {number}",
        bounces=drawn.random() < 0.15,
    )


def _bill(seed: int, key: str, truth: Truth, person: Person, place: int, issued: date) -> Bill:
    """Return one bill. Numbers repeat between creditors, and some amounts between debtors."""
    drawn = luck(seed, key, "bill", place)
    habit = drawn.choice(HABITS)
    if truth != "BANK" and habit in DEBITED:
        habit = "AFTER_FIRST"
    number = f"2026-{place:04}"
    gives_reference = key == "bakkerij" and drawn.random() < 0.5
    return Bill(
        number=number,
        person=person,
        issued=issued,
        due=issued + timedelta(days=drawn.choice((8, 14, 14, 21))),
        cents=drawn.choice((4_95, 12_100, 12_100, drawn.randint(600, 99_999), drawn.randint(600, 99_999))),
        habit=habit,
        reference=make_rf(number) if gives_reference else None,
    )
