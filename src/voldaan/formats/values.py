"""What a file says, as plain values: no database, no decision, nothing added that is not in the file.

Amounts are integer cents of `currency`; received money is positive. Days are `date`. What a file does not
say is None, never zero and never an empty guess.
"""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing in a file that is not as it should be, said so that its sender can mend it."""

    file: str
    what: str
    why: str
    how_to_fix: str
    line: int | None = None
    path: str | None = None
    """The place inside the file: an XPath-like path, a column, a cell. None where the whole file is meant."""


class Refusal(Exception):
    """The file is refused whole. Carries every problem found, at least one."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(f"{p.what} {p.why}" for p in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Transaction:
    """One booked movement on a bank account, expanded from its batch where the file gives the parts."""

    bank_iban: str
    booking_date: date
    value_date: date | None
    amount_cents: int
    currency: str
    counterparty_name: str | None = None
    counterparty_iban: str | None = None
    remittance: str = ""
    """What the payer wrote, lines joined by one space."""
    payment_reference: str | None = None
    """The structured reference (ISO 11649, betalingskenmerk), without spaces."""
    end_to_end_id: str | None = None
    """None where the file says NOTPROVIDED."""
    bank_reference: str | None = None
    reversal: bool = False
    """A movement that takes back an earlier one: a returned direct debit, a recalled payment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One bank statement with its balances and movements."""

    format: str
    bank_iban: str
    currency: str
    number: str | None
    opening_cents: int | None
    closing_cents: int | None
    opening_date: date | None
    closing_date: date | None
    transactions: tuple[Transaction, ...] = field(repr=False)
    bank_account_name: str | None = None

    @property
    def entries(self) -> int:
        """Return the number of movements."""
        return len(self.transactions)

    @property
    def balanced(self) -> bool | None:
        """Return whether opening plus movements is closing; None where a balance is missing."""
        if self.opening_cents is None or self.closing_cents is None:
            return None
        return self.opening_cents + sum(t.amount_cents for t in self.transactions) == self.closing_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A creditor or debtor as the file names it."""

    name: str | None = None
    iban: str | None = None
    vat_number: str | None = None
    coc_number: str | None = None
    email: str | None = None
    phone: str | None = None
    contact_name: str | None = None
    street: str | None = None
    """Street and house number, as one line."""
    postcode: str | None = None
    city: str | None = None
    country: str | None = None
    """ISO 3166 alpha-2."""
    number: str | None = None
    """The party's number in the sender's books (debiteurnummer)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice or, with `kind` "credit_note", a credit note. A credit note's amounts are positive."""

    kind: str
    format: str
    number: str
    issue_date: date
    due_date: date | None
    currency: str
    total_cents: int
    """With VAT."""
    payable_cents: int
    """What is still asked: the total less what was prepaid."""
    payment_reference: str | None
    creditor: Party
    debtor: Party
    pay_to_iban: str | None = None
    pay_to_name: str | None = None
    due_date_basis: str = "UNKNOWN"
    """AGREED where the file states payment terms, UNILATERAL where it only prints a day, else UNKNOWN."""
    direct_debit: bool = False
    """The file says that the amount will be collected by direct debit."""
    subject: str | None = None
    """What it is for: the note or the first lines, at most 140 characters."""
    invoice_number: str | None = None
    """On a credit note: the invoice it credits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """One line of an open-item list: an invoice (or a credit, negative) and what is open of it."""

    number: str
    debtor: Party
    issue_date: date | None
    due_date: date | None
    currency: str
    total_cents: int | None
    open_cents: int
    payment_reference: str | None = None
    subject: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItemList:
    """An open-item list: complete as of a day, or partial (then `as_of` says only when it was made)."""

    format: str
    complete: bool
    as_of: date | None
    items: tuple[OpenItem, ...] = field(repr=False)


Reading = Statement | Invoice | OpenItemList
