"""What matching looks at and what it answers.

NamedTuples rather than dataclasses: a run makes a million of them, and these cost a third as much.
"""

from datetime import date
from typing import Literal, NamedTuple

Ids = tuple[int, ...]
Cents = tuple[tuple[int, int], ...]
"""Pairs of an invoice and cents."""

VerdictKind = Literal["linked", "suggested", "unmatched"]

Because = Literal[
    # linked
    "REFERENCE_AND_AMOUNT",
    "NUMBER_AND_AMOUNT",
    "PART_PAYMENT",
    "BLOCKED_PART",
    "DISCOUNT",
    "SMALL_DIFFERENCE",
    "CREDIT_NETTED",
    "PAYER_AND_AMOUNT",
    "PAYOUT",
    "MORE_THAN_OPEN",
    "TAKES_BACK",
    "SETTLED_BY_WORD",
    # a question; those above too, where what speaks for them is too little
    "ANOTHER_SUM",
    "BANK_CHARGE",
    "TWO_ACCOUNTS",
    "SAME_NUMBER_TWICE",
    "TIE",
    "ALREADY_PAID",
    "NUMBER_TOO_SHORT",
    "PAYER_KNOWN",
    "AMOUNT_ONLY",
    "NO_CLUE",
    "LEDGER_BEHIND",
    "TAKES_BACK_UNKNOWN",
    "TAKES_BACK_UNPLACED",
    "REFUND",
    "UNDONE",
    # set aside: it asks nothing and holds nothing
    "IN_LEDGER",
    "NOT_FROM_A_DEBTOR",
]

DifferenceKind = Literal["ROUNDING", "DISCOUNT", "CHARGE", "FEE", "WRITTEN_OFF"]
"""Why an invoice is closed for more than was received: cents, a discount for paying early, what a bank or a payment
service kept, or a person who lets it go."""

NAMED_RANK = 1
"""The rank of a candidate that a credit note, a list or an earlier payment names."""


class PayoutLine(NamedTuple):
    """One payment inside a payout or a batch, as its specification tells: what the payer paid and what was kept."""

    gross_cents: int
    fee_cents: int
    text: str = ""
    payer_name: str = ""
    end_to_end_id: str = ""


class PaymentFacts(NamedTuple):
    """One movement on a bank account of the client. Unknown texts are empty."""

    id: int
    amount_cents: int
    booking_date: date
    counterparty_name: str = ""
    counterparty_iban: str = ""
    remittance: str = ""
    payment_reference: str = ""
    end_to_end_id: str = ""
    bank_reference: str = ""
    reversal: bool = False
    ultimate_name: str = ""
    """For whom the counterparty paid."""
    mandate_id: str = ""
    bank_iban: str = ""
    """The account of the client on which it was booked."""
    charge: bool = False
    """What the bank asked for its work."""
    digest: str = ""
    """Of all that the bank says; with the twin it orders payments without looking at when they arrived."""
    twin: int = 0
    lines: tuple[PayoutLine, ...] = ()
    """What is in it, where a specification of the payout or the batch was handed in."""
    by_person: bool = False
    """A person took a link of it back: it is never linked again without one."""


class OpenInvoice(NamedTuple):
    """One invoice as the book knows it now; also one that is paid, since a payment can name it again."""

    id: int
    account_id: int
    number: str
    open_cents: int
    payment_reference: str = ""
    counted_until: date | None = None
    """Payments up to this day are in the amount that an open-item list gave."""
    ledger_cents: int = 0
    """What such a list said was paid, and no payment has explained yet."""
    word_cents: int = 0
    """What the client's word settled."""
    withdrawn: bool = False
    """Nothing new is allocated to it; a payment that it had can still be taken back."""
    issue_date: date = date.min
    due_date: date = date.max
    asked_cents: int = 0
    """What was asked at first; 0 where the caller does not know it."""
    order_number: str = ""
    """The debtor's order, as the invoice names it."""
    discount_cents: int = 0
    discount_until: date | None = None
    """How much less is enough when it is paid by this day."""
    blocked_iban: str = ""
    blocked_cents: int = 0
    """The part that goes to a blocked account (G-rekening)."""
    pay_to_iban: str = ""
    direct_debit: bool = False
    """It is being collected from the debtor's bank."""
    credited: Cents = ()
    """What credit notes that name it took off: credit note and cents, the oldest note first."""

    def room(self, on: date) -> int:
        """Return what a payment booked on a day can be for: what is open or, in the list, not yet explained."""
        return self.ledger_cents if self.is_counted(on) else self.open_cents

    def is_counted(self, on: date) -> bool:
        """Test if an open-item list has counted the payments of this day."""
        return self.counted_until is not None and on <= self.counted_until


class WaitingCredit(NamedTuple):
    """A credit note of which something waits: a debtor may take it off what it pays."""

    id: int
    account_id: int
    number: str
    waiting_cents: int
    issue_date: date = date.min


class Payer(NamedTuple):
    """An account with what its debtor is called, pays from and is known by in the client's books."""

    account_id: int
    name: str
    iban: str = ""
    number: str = ""
    """The debtor's own number with the client; empty where we gave it."""
    mandate_id: str = ""


HabitKind = Literal["IBAN", "NAME", "WORD", "STYLE"]
"""What links teach of an account: what it pays from, under which names, a word or number that comes back in what is
written (a contract, a place), and how it writes invoice numbers."""


class Habit(NamedTuple):
    """Something that linked payments of an account had before, and in how many of them."""

    account_id: int
    kind: HabitKind
    value: str
    times: int


class Difference(NamedTuple):
    """What is let go of an invoice beside a payment, and why."""

    invoice_id: int
    cents: int
    kind: DifferenceKind


class Netted(NamedTuple):
    """What a debtor took off with a credit note: the credit note, the invoice that it lowers, and how much."""

    credit_note_id: int
    invoice_id: int
    cents: int


class EarlierPayment(NamedTuple):
    """A payment that a later movement could take back."""

    id: int
    amount_cents: int
    booking_date: date
    counterparty_iban: str = ""
    end_to_end_id: str = ""
    bank_reference: str = ""
    payment_reference: str = ""
    placed: Cents = ()
    """What of it was allocated: invoice and cents."""
    set_aside: str = ""
    mandate_id: str = ""
    lines: tuple[PayoutLine, ...] = ()
    differences: tuple[Difference, ...] = ()
    netted: tuple[Netted, ...] = ()
    """What was let go and taken off beside it: that comes back too."""


class Candidate(NamedTuple):
    """A part of one way to place a payment: an account, and where it can be said an invoice with cents.

    Candidates of one rank belong together: they are placed together. Rank 1 is the likeliest way; equal points are
    a tie, which no order breaks.
    """

    account_id: int
    invoice_id: int | None
    cents: int | None
    rank: int
    evidence: str
    points: int | None = None
    """What speaks for it together; None where nothing was weighed."""


class Verdict(NamedTuple):
    """What a payment is for, or whom it could concern, and why."""

    verdict: VerdictKind
    because: Because
    evidence: tuple[str, ...] = ()
    """What speaks for it, each with its points, in Dutch."""
    allocations: Cents = ()
    """Invoice and cents; negative when a payment is taken back."""
    candidates: tuple[Candidate, ...] = ()
    """Of a question, and of a link that leaves a rest: where the money could go, the likeliest first."""
    set_aside: str = ""
    takes_back: int | None = None
    """The payment that this movement takes back."""
    points: int = 0
    runner_up: str = ""
    """The next best way, with its points and why it lost; empty where there was none."""
    differences: tuple[Difference, ...] = ()
    netted: tuple[Netted, ...] = ()
    rest_cents: int = 0
    """What no invoice got of a linked payment: it waits, and a person is asked."""
    teaches: bool = False
    """Payer and writing can be learned from it: the payer named what it paid, and nothing contradicts it."""

    @property
    def asks(self) -> bool:
        """Test if a person has to answer."""
        return not self.set_aside and (self.verdict != "linked" or self.rest_cents > 0)
