"""What is known of an account on one day: a photograph, never a live record.

NamedTuples rather than dataclasses: a plan makes a million of them, and these cost a third as much.
"""

from datetime import date
from typing import Final, Literal, NamedTuple

from voldaan.domain.law.stop_table import HoldKind

Act = Literal["REMIND", "WAIT", "HOLD", "ASK", "HAND_OVER"]

Reason = Literal[
    # what protects the debtor
    "CONSUMER_ABROAD",
    "PUBLIC_LAW_DEBT",
    "DISPUTED",
    "PROMISED",
    "ON_HOLD",
    "ON_PAYMENT_PLAN",
    "DIRECT_DEBIT_RUNNING",
    "HANDED_OVER",
    "MONEY_TO_PLACE",
    "PAYMENT_TRUTH_STALE",
    "DUE_DAY_NOT_COVERED",
    "EARLIER_DAYS_NOT_COVERED",
    # what waits
    "NOT_YET_DUE",
    "STAGE_NOT_REACHED",
    "REMINDED_RECENTLY",
    "TERM_RUNNING",
    "TOO_SMALL",
    # what a person must see
    "NO_ADDRESS",
    "MESSAGE_AMBIGUOUS",
    "MESSAGE_FAILED",
    "CLAIM_FACTS_MISSING",
    "OUTSIDE_CONTACT_DAYS",
    "DEBTOR_ABROAD",
    "MESSAGE_REFUSED",
    "LAST_TERM_PASSED",
    "DIRECT_DEBIT_NOT_SEEN",
    "ANSWER_OVERDUE",
    "INSTALMENT_MISSED",
    "HOLD_ENDED",
    "PUBLIC_LAW_UNCLEAR",
    # what is done
    "SETTLED",
    "STAGE_REACHED",
    "ALSO_OPEN",
    "READY_FOR_HAND_OVER",
]


ASKING_BLOCKS: Final[frozenset[Reason]] = frozenset(
    {"DIRECT_DEBIT_NOT_SEEN", "ANSWER_OVERDUE", "INSTALMENT_MISSED", "HOLD_ENDED", "PUBLIC_LAW_UNCLEAR"}
)
"""Blocks that ask a person: nobody is reminded, and nobody forgets it either."""


HOLD_REASONS: Final[frozenset[Reason]] = frozenset({"ON_HOLD", "HOLD_ENDED"})
"""Reasons behind which a hold stands, whose kind says more."""


class InvoiceFacts(NamedTuple):
    """One open invoice."""

    id: int
    due_date: date
    open_cents: int
    stage: str | None = None
    """The last stage that was sent about it."""
    reminded_on: date | None = None
    pay_by: date | None = None
    """The last day of the term that that message gave."""
    block: Reason | None = None
    """Why it is left alone."""
    block_until: date | None = None
    """The first day on which the block is over by itself; None: when somebody ends it."""
    hold: HoldKind | None = None
    """Which hold blocks it, or has ended and asks."""


class AccountFacts(NamedTuple):
    """One debtor with one client."""

    id: int
    invoices: tuple[InvoiceFacts, ...]
    """Open ones, by due date and id."""
    is_person: bool
    """A natural person: the contact window of an agency holds (Bki 4.2)."""
    channels: tuple[str, ...]
    """By which channels it can be reached at all."""
    block: Reason | None = None
    block_until: date | None = None
    ask: Reason | None = None
    """What a person must mend before a reminder can be written."""
    last_reminder_on: date | None = None
    hold: HoldKind | None = None
    """Which hold blocks it, or has ended and asks."""


class DayFacts(NamedTuple):
    """What holds for every account of a client on this day."""

    on: date
    truth_until: date | None
    """Payments are known up to and including this day. None: nothing is known."""
    truth_is_fresh: bool
    by_agency: bool = False
    contact_day: bool = True
    """Not a Sunday or holiday of the Algemene termijnenwet."""
    next_contact_day: date | None = None


class InvoiceReason(NamedTuple):
    """Why an open invoice is not what the act is about, and the first day that can change it."""

    id: int
    because: Reason
    until: date | None


class Decision(NamedTuple):
    """One act for an account today, with its reason."""

    act: Act
    because: Reason
    until: date | None
    """The first day on which the calendar alone can change it. None: not before a fact changes."""
    stage: str | None
    channel: str | None
    invoices: tuple[int, ...]
    """What the act is about."""
    others: tuple[InvoiceReason, ...]
    """Every other open invoice."""
    open_cents: int
    """Of all open invoices together."""


def hold_behind(account: AccountFacts, because: Reason, invoice_id: int | None = None) -> HoldKind | None:
    """Return which hold a reason is about: of one invoice, or of the account as a whole; None where it is no hold."""
    if because not in HOLD_REASONS:
        return None
    if account.block == because:
        return account.hold
    of = (i.hold for i in account.invoices if i.block == because and invoice_id in (None, i.id))
    return next(of, None)
