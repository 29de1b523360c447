"""Payments that no rule can place, so that a newcomer finds something to decide on the desk.

Each returns what the bank books on a day, and what the payer has in mind.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from voldaan.usecases.demo.bank import Movement
from voldaan.usecases.demo.world import Bill, Habit, chance, iban_of

CHARGE_CENTS = 2_50
FOREIGN_IBAN = "DE36999999990260518001"
"""The range of bank codes that begins with 99 is not given out."""
SHORT_CENTS = 35_00
ROUND_TO_CENTS = 50_00


def swapped_number(bill: Bill, day: date) -> Movement:
    """Return a payment from the private account of whoever looks after invoices, with two digits swapped."""
    return Movement(
        day=day,
        cents=bill.cents,
        name=bill.debtor.desk,
        iban=_account_of(bill.debtor.desk),
        text=f"factuur {_swapped(bill.number)}",
        meant_for=((bill.number, bill.cents),),
    )


def bank_kept_a_charge(bill: Bill, day: date) -> Movement:
    """Return a payment from abroad of which a bank on the way kept something."""
    return Movement(
        day=day,
        cents=bill.cents - CHARGE_CENTS,
        name=bill.debtor.name,
        iban=FOREIGN_IBAN,
        text=f"your invoice {bill.number}",
        meant_for=((bill.number, bill.cents - CHARGE_CENTS),),
    )


def round_sum(bill: Bill, day: date) -> Movement:
    """Return a payment of a debtor who pays a round sum, about half, and does not say what for."""
    half = bill.cents // 2
    cents = half - half % ROUND_TO_CENTS
    return Movement(
        day=day,
        cents=cents,
        name=bill.debtor.name,
        iban=bill.debtor.iban,
        text="alvast een deel",
        meant_for=((bill.number, cents),),
    )


def two_debtors_too_little(bills: Sequence[Bill], day: date) -> Movement:
    """Return a payment for invoices of two debtors that is less than both together."""
    first, second = bills
    name = "Horeca Beheer Noordhaven B.V."
    return Movement(
        day=day,
        cents=first.cents + second.cents - SHORT_CENTS,
        name=name,
        iban=_account_of(name),
        text=f"facturen {first.number} en {second.number}",
        meant_for=((first.number, first.cents), (second.number, second.cents - SHORT_CENTS)),
    )


def either_of_two(bills: Sequence[Bill], day: date) -> Movement:
    """Return a payment of somebody unknown of the amount that two debtors are asked."""
    name = "P. de Groot"
    return Movement(
        day=day,
        cents=bills[0].cents,
        name=name,
        iban=_account_of(name),
        text="kantinepakket",
        meant_for=((bills[0].number, bills[0].cents),),
    )


def _swapped(number: str) -> str:
    """Return a number of which the last two neighbours that differ have changed places."""
    place = max(at for at in range(len(number) - 1) if number[at] != number[at + 1])
    return number[:place] + number[place + 1] + number[place] + number[place + 2 :]


def _account_of(name: str) -> str:
    return iban_of(f"{chance(name, 10**9, 10**10 - 1)}")


OF_ONE_DEBTOR: Mapping[Habit, Callable[[Bill, date], Movement]] = {
    "SWAPPED_NUMBER": swapped_number,
    "BANK_KEPT_A_CHARGE": bank_kept_a_charge,
    "ROUND_SUM": round_sum,
}
OF_TWO_DEBTORS: Mapping[Habit, Callable[[Sequence[Bill], date], Movement]] = {
    "TWO_DEBTORS_TOO_LITTLE": two_debtors_too_little,
    "EITHER_OF_TWO": either_of_two,
}
