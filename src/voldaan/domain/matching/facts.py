"""What matching looks at and what it answers.

NamedTuples rather than dataclasses: a run makes a million of them, and these cost a third as much.
"""

from datetime import date
from typing import Literal, NamedTuple

VerdictKind = Literal["linked", "suggested", "unmatched"]

Because = Literal[
    # linked
    "REFERENCE_AND_AMOUNT",
    "NUMBER_AND_AMOUNT",
    "PART_PAYMENT",
    "TAKES_BACK",
    "SETTLED_BY_WORD",
    # a question
    "MORE_THAN_OPEN",
    "ANOTHER_SUM",
    "TWO_ACCOUNTS",
    "SAME_NUMBER_TWICE",
    "ALREADY_PAID",
    "NUMBER_TOO_SHORT",
    "PAYER_KNOWN",
    "AMOUNT_ONLY",
    "NO_CLUE",
    "LEDGER_BEHIND",
    "TAKES_BACK_UNKNOWN",
    "TAKES_BACK_UNPLACED",
    # set aside: it asks nothing and holds nothing
    "IN_LEDGER",
    "NOT_FROM_A_DEBTOR",
]


NAMED_RANK, PAYS_FROM_RANK, IS_CALLED_RANK, SAME_AMOUNT_RANK = 1, 2, 3, 4
"""How good a candidate is: named, by its bank account, by its name, by the amount alone."""


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

    def room(self, on: date) -> int:
        """Return what a payment booked on a day can be for: what is open or, in the list, not yet explained."""
        counted = self.counted_until is not None and on <= self.counted_until
        return self.ledger_cents if counted else self.open_cents


class Payer(NamedTuple):
    """An account with what its debtor is called and pays from."""

    account_id: int
    name: str
    iban: str = ""


class EarlierPayment(NamedTuple):
    """A payment that a later movement could take back."""

    id: int
    amount_cents: int
    booking_date: date
    counterparty_iban: str = ""
    end_to_end_id: str = ""
    bank_reference: str = ""
    payment_reference: str = ""
    placed: tuple[tuple[int, int], ...] = ()
    """What of it was allocated: invoice and cents."""
    set_aside: str = ""


class Candidate(NamedTuple):
    """An account, and where it can be said an invoice, that a payment could be for. Equal ranks are a tie."""

    account_id: int
    invoice_id: int | None
    cents: int | None
    rank: int
    evidence: str


class Verdict(NamedTuple):
    """What a payment is for, or whom it could concern, and why."""

    verdict: VerdictKind
    because: Because
    evidence: tuple[str, ...] = ()
    allocations: tuple[tuple[int, int], ...] = ()
    """Invoice and cents; negative when a payment is taken back."""
    candidates: tuple[Candidate, ...] = ()
    set_aside: str = ""
    takes_back: int | None = None
    """The payment that this movement takes back."""

    @property
    def asks(self) -> bool:
        """Test if a person has to answer."""
        return self.verdict != "linked" and not self.set_aside
