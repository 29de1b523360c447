"""A bank account of the example book: what is booked on it, and statements that join balance to balance."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from voldaan.formats.values import Statement, Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Money that comes in (positive) or goes out on a day."""

    day: date
    cents: int
    name: str
    iban: str
    text: str = ""
    reference: str | None = None
    end_to_end_id: str | None = None
    reversal: bool = False
    meant_for: tuple[tuple[str, int], ...] = ()
    """The invoices that the payer has in mind, and how much for each; empty where it is no debtor's money."""


@dataclass(slots=True)
class BankAccount:
    """One account: movements still to be booked, and where its last statement ended."""

    iban: str
    owner: str
    balance_cents: int
    closed_on: date
    """The last day of the last statement."""
    statements: int = 0
    by_day: dict[date, list[Movement]] = field(default_factory=lambda: defaultdict(list))
    meant: dict[str, Movement] = field(default_factory=dict)
    """By the bank's reference: what a movement was, as its payer could tell."""

    def book(self, movement: Movement) -> None:
        """Add a movement on its day, which no statement may have closed yet."""
        if movement.day <= self.closed_on:
            raise ValueError(f"The statement of {movement.day} of {self.iban} was already given.")
        self.by_day[movement.day].append(movement)

    def statement_until(self, last_day: date) -> Statement:
        """Return the statement of all days after the last one, up to and including `last_day`, and close them."""
        days = sorted(day for day in self.by_day if self.closed_on < day <= last_day)
        moved = [self._transaction(one) for day in days for one in self.by_day.pop(day)]
        opening, first = self.balance_cents, self.closed_on + timedelta(days=1)
        self.balance_cents += sum(one.amount_cents for one in moved)
        self.closed_on = last_day
        self.statements += 1
        return Statement(
            format="camt.053.001.08",
            bank_iban=self.iban,
            currency="EUR",
            number=f"{last_day.year}{self.statements:04d}",
            opening_cents=opening,
            closing_cents=self.balance_cents,
            opening_date=first,
            closing_date=last_day,
            transactions=tuple(moved),
            bank_account_name=self.owner,
        )

    def _transaction(self, movement: Movement) -> Transaction:
        reference = f"T{self.iban[-2:]}{len(self.meant) + 1:07d}"
        self.meant[reference] = movement
        return Transaction(
            bank_iban=self.iban,
            booking_date=movement.day,
            value_date=movement.day,
            amount_cents=movement.cents,
            currency="EUR",
            counterparty_name=movement.name,
            counterparty_iban=movement.iban,
            remittance=movement.text,
            payment_reference=movement.reference,
            end_to_end_id=movement.end_to_end_id,
            bank_reference=reference,
            reversal=movement.reversal,
        )
