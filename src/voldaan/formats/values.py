"""What a file says, as plain values: no database, no decision, nothing added that is not in the file.

Amounts are integer cents of `currency`; received money is positive. Days are `date`. What a file does not
say is None, never zero and never an empty guess.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, fields
from datetime import date
from operator import attrgetter


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
    ultimate_name: str | None = None
    """For whom the counterparty paid or was paid, where that is another (ISO 20022: ultimate debtor, creditor)."""
    remittance: str = ""
    """What the payer wrote, lines joined by one space."""
    payment_reference: str | None = None
    """The structured reference (ISO 11649, betalingskenmerk), without spaces."""
    end_to_end_id: str | None = None
    """None where the file says NOTPROVIDED."""
    bank_reference: str | None = None
    reversal: bool = False
    """A movement that takes back an earlier one: a returned direct debit, a recalled payment."""
    return_reason: str | None = None
    """Why it was taken back, in the bank's code (ISO 20022: AM04, MD06)."""
    mandate_id: str | None = None
    """The direct debit mandate under which it was collected."""
    charge: bool = False
    """What the bank asked for its work, taken out of a batch or booked by itself. Not money of a debtor."""

    # A spool pickles a row for every movement of a large file; the way of dataclasses takes three times as long.
    def __getstate__(self) -> tuple[object, ...]:
        return _transaction_values(self)

    def __setstate__(self, state: tuple[object, ...]) -> None:
        for put, value in zip(_transaction_slots, state, strict=True):
            put(self, value)


_transaction_names = tuple(part.name for part in fields(Transaction))
_transaction_values: Callable[[Transaction], tuple[object, ...]] = attrgetter(*_transaction_names)
_transaction_slots = tuple(getattr(Transaction, name).__set__ for name in _transaction_names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One bank statement with its balances and movements.

    `kind` is STATEMENT for the final one of a day or period; INTERIM for an account report during the day
    (CAMT.052, MT942) and NOTIFICATION for an advice of single movements (CAMT.054): both are provisional, and the
    final statement says the same movements again.
    """

    format: str
    bank_iban: str
    """"" where the file does not name the account: some banks leave it out of their own export."""
    currency: str
    number: str | None
    opening_cents: int | None
    closing_cents: int | None
    opening_date: date | None
    closing_date: date | None
    transactions: Sequence[Transaction] = field(repr=False)
    """A tuple, or a spool where they are many."""
    bank_account_name: str | None = None
    kind: str = "STATEMENT"
    movements_cents: int | None = field(default=None, compare=False)
    """What the movements add up to, where the reader counted it while reading."""
    remarks: tuple[Problem, ...] = field(default=(), compare=False)
    """What is to be said of it although it was read: a balance that is missing, so that nothing proves it whole."""

    @property
    def entries(self) -> int:
        """Return the number of movements."""
        return len(self.transactions)

    @property
    def balanced(self) -> bool | None:
        """Return whether opening plus movements is closing; None where a balance is missing."""
        if self.opening_cents is None or self.closing_cents is None:
            return None
        return self.opening_cents + self.total_cents == self.closing_cents

    @property
    def total_cents(self) -> int:
        """Return what the movements add up to."""
        if self.movements_cents is not None:
            return self.movements_cents
        return sum(t.amount_cents for t in self.transactions)


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
class Attachment:
    """A file that an invoice carries: the invoice itself as PDF, a time sheet, a picture."""

    name: str
    media_type: str
    content: bytes = field(repr=False)
    is_invoice: bool = False
    """It is the invoice as its receiver knows it, so that it can go with a reminder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentMeans:
    """One way to pay that an invoice offers."""

    code: str | None = None
    """UNTDID 4461: 30 and 58 transfer, 49 and 59 direct debit, 48 card, 10 cash."""
    iban: str | None = None
    name: str | None = None
    bic: str | None = None
    reference: str | None = None
    mandate_id: str | None = None


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
    prepaid_cents: int = 0
    terms: str | None = None
    """The payment terms in the words of the file."""
    payment_means: tuple[PaymentMeans, ...] = ()
    """Every way to pay that the file names; `pay_to_iban` is the one that counts."""
    blocked_iban: str | None = None
    """The blocked account (G-rekening) that a part must be paid to (Uitvoeringsregeling inleners-, keten- en
    opdrachtgeversaansprakelijkheid)."""
    blocked_cents: int | None = None
    """The part that goes to the blocked account; None where the file names the account but not the part."""
    order_number: str | None = None
    """The number of the debtor's order."""
    discount_cents: int = 0
    discount_until: date | None = None
    """How much less is enough when it is paid by this day; of several the largest."""
    attachments: tuple[Attachment, ...] = field(default=(), repr=False)
    remarks: tuple[Problem, ...] = field(default=(), compare=False)


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
    due_date_is_latest: bool = False
    """The list gave an age, not a day: `due_date` is the last day that fits, so that nobody is reminded too early."""
    order_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItemList:
    """An open-item list: complete as of a day, or partial (then `as_of` says only when it was made)."""

    format: str
    complete: bool
    as_of: date | None
    items: Sequence[OpenItem] = field(repr=False)
    """A tuple, or a spool where they are many."""
    total_cents: int | None = field(default=None, compare=False)
    """What the items add up to, where the reader counted it."""
    mapping: str | None = field(default=None, compare=False)
    """The name of the mapping by which it was read: a kept one of the client, or a ready one of a package."""
    remarks: tuple[Problem, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetails:
    """A person or desk at a debtor."""

    name: str | None = None
    role: str = "OTHER"
    """ACCOUNTS_PAYABLE, REPRESENTATIVE, PARTNER or OTHER."""
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtorEntry:
    """One debtor as a list of debtors tells of it. None: the list does not say."""

    party: Party
    """Its number, name, numbers, e-mail address and postal address."""
    capacity: str | None = None
    """CONSUMER, SOLE_TRADER, LEGAL_PERSON or PUBLIC_BODY."""
    language: str | None = None
    """nl or en."""
    contacts: tuple[ContactDetails, ...] = ()
    visiting_street: str | None = None
    visiting_postcode: str | None = None
    visiting_city: str | None = None
    direct_debit: bool | None = None
    """Its invoices are collected by direct debit."""
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtorList:
    """A list of debtors: who they are, to be joined with their invoices on the debtor number."""

    format: str
    debtors: Sequence[DebtorEntry] = field(repr=False)
    mapping: str | None = field(default=None, compare=False)
    remarks: tuple[Problem, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutLine:
    """One payment inside a payout of a payment service, or one collection inside a direct-debit batch."""

    gross_cents: int
    """What the payer pays; negative where it is given back, zero where the line is only about a fee."""
    fee_cents: int = 0
    """What was kept of it; negative where a fee is given back."""
    remittance: str = ""
    payer_name: str | None = None
    payer_iban: str | None = None
    end_to_end_id: str | None = None
    mandate_id: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PayoutSpecification:
    """What is in one payout of a payment service or one direct-debit batch, which the bank books as one sum."""

    format: str
    payout: str
    """By which the payment service or the bank names the whole."""
    currency: str
    net_cents: int
    """What it brings: all that was paid less all that was kept."""
    paid_out_on: date | None
    """The day on which it is paid out or collected."""
    lines: Sequence[PayoutLine] = field(repr=False)
    """A tuple, or a spool where they are many."""
    collected_to_iban: str | None = None
    """Of a direct-debit batch: the account of the creditor. None for a payout of a payment service."""
    remarks: tuple[Problem, ...] = field(default=(), compare=False)


Reading = Statement | Invoice | OpenItemList | DebtorList | PayoutSpecification
