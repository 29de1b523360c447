"""The bank as it really is: every movement on its day, and statements of any days on request."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from voldaan.formats.values import Statement, Transaction

OPENING_CENTS = 500_00


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """Money that came in (positive) or went out, and what its payer meant by it."""

    day: date
    cents: int
    name: str
    iban: str
    text: str = ""
    reference: str | None = None
    end_to_end_id: str | None = None
    bank_reference: str | None = None
    reversal: bool = False
    meant: tuple[tuple[str, int], ...] = ()
    """Bill numbers and cents, negative where money was taken back. What is left over is nobody's debt."""

    @property
    def looks(self) -> tuple[object, ...]:
        """Return what can be seen of it in the book; twins look the same."""
        return (
            self.day, self.cents, self.iban, self.text, self.reference or "", self.end_to_end_id or "",
            self.bank_reference or "",
        )  # fmt: skip


@dataclass(slots=True, kw_only=True)
class Bank:
    """One account of a creditor."""

    iban: str
    owner: str
    movements: list[Movement] = field(default_factory=list)

    def statement(self, first: date, last: date, *, number: str) -> Statement:
        """Return the statement of these days, both included, as often as it is asked for."""
        inside = [one for one in self._in_order() if first <= one.day <= last]
        opening = OPENING_CENTS + sum(one.cents for one in self.movements if one.day < first)
        return Statement(
            format="camt.053.001.08",
            bank_iban=self.iban,
            currency="EUR",
            number=number,
            opening_cents=opening,
            closing_cents=opening + sum(one.cents for one in inside),
            opening_date=first,
            closing_date=last,
            transactions=tuple(map(self._transaction, inside)),
            bank_account_name=self.owner,
        )

    def _in_order(self) -> list[Movement]:
        return sorted(self.movements, key=lambda one: (one.day, one.looks[1:]))

    def _transaction(self, one: Movement) -> Transaction:
        return Transaction(
            bank_iban=self.iban,
            booking_date=one.day,
            value_date=one.day,
            amount_cents=one.cents,
            currency="EUR",
            counterparty_name=one.name,
            counterparty_iban=one.iban,
            remittance=one.text,
            payment_reference=one.reference,
            end_to_end_id=one.end_to_end_id,
            bank_reference=one.bank_reference,
            reversal=one.reversal,
        )


def meant_for(movements: Iterable[Movement], number: str) -> int:
    """Return what movements were meant to pay of a bill."""
    return sum(cents for one in movements for bill, cents in one.meant if bill == number)
