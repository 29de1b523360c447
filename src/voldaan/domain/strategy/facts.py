"""What is known of an account on one day: a photograph, never a live record.

NamedTuples rather than dataclasses: a plan makes a million of them, and these cost a third as much.
"""

from datetime import date
from typing import Final, Literal, NamedTuple, get_args

from voldaan.domain.law.capacity import Capacity, is_consumer
from voldaan.domain.law.stop_table import HoldKind

Act = Literal["REMIND", "WAIT", "HOLD", "ASK", "HAND_OVER"]
DebtorKind = Literal["PERSON", "BUSINESS", "PUBLIC_BODY"]
"""For whom a strategy is: PERSON is a consumer or somebody of whom it is not known, BUSINESS has sole traders too."""
KIND_OF: Final[dict[str, DebtorKind]] = {
    capacity: "PERSON"
    if is_consumer(capacity)
    else "PUBLIC_BODY"
    if capacity == "PUBLIC_BODY"
    else "BUSINESS"
    for capacity in get_args(Capacity)
}
"""By capacity: the law's consumer is a person here, so that who needs a fourteen-day notice is one (6:96 BW)."""
PaymentHistory = Literal["GOOD", "MIXED", "POOR", "NONE"]
Incident = Literal["BROKEN_PROMISE", "FAILED_PLAN", "RETURNED_DEBIT"]
DeadlineKind = Literal["INSURER", "TIME_BAR"]
ClientSays = Literal["GO", "NOTHING"]

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
    "HELD_BY_CLIENT",
    "CLIENT_TO_ASK",
    "CLIENT_TO_CONFIRM",
    "CLIENT_SILENT",
    # what waits
    "NOT_YET_DUE",
    "STAGE_NOT_REACHED",
    "REMINDED_RECENTLY",
    "TERM_RUNNING",
    "TOO_SMALL",
    "COMPLAINED_RECENTLY",
    "ENOUGH_THIS_MONTH",
    "NOT_ON_THIS_DAY",
    # what a person must see
    "NO_STRATEGY_FITS",
    "CHOSEN_STRATEGY_UNUSABLE",
    "NO_ADDRESS",
    "MESSAGE_AMBIGUOUS",
    "MESSAGE_FAILED",
    "CLAIM_FACTS_MISSING",
    "OUTSIDE_CONTACT_DAYS",
    "DEBTOR_ABROAD",
    "MESSAGE_REFUSED",
    "LAST_TERM_PASSED",
    "READY_FOR_WRITE_OFF",
    "INSURER_MUST_HEAR",
    "TIME_BAR_NEAR",
    "DIRECT_DEBIT_NOT_SEEN",
    "ANSWER_OVERDUE",
    "INSTALMENT_MISSED",
    "HOLD_ENDED",
    "PUBLIC_LAW_UNCLEAR",
    # what is done
    "SETTLED",
    "STAGE_REACHED",
    "BROKEN_PROMISE",
    "FAILED_PLAN",
    "RETURNED_DEBIT",
    "ALSO_OPEN",
    "READY_FOR_HAND_OVER",
]


ASKING_BLOCKS: Final[frozenset[Reason]] = frozenset(
    {"DIRECT_DEBIT_NOT_SEEN", "ANSWER_OVERDUE", "INSTALMENT_MISSED", "HOLD_ENDED", "PUBLIC_LAW_UNCLEAR"}
)
"""Blocks that ask a person: nobody is reminded, and nobody forgets it either."""


HOLD_REASONS: Final[frozenset[Reason]] = frozenset({"ON_HOLD", "HOLD_ENDED"})
"""Reasons behind which a hold stands, whose kind says more."""


class Deadline(NamedTuple):
    """A day that is not ours: by which a credit insurer must hear of an invoice, or from which it is time-barred."""

    kind: DeadlineKind
    day: date


class ClientAnswer(NamedTuple):
    """What the client said when it was asked about an invoice before a stage ("klopt dit nog?")."""

    stage: str
    answer_by: date
    says: ClientSays
    silence_holds: bool = False
    """The client was told that its silence holds."""


class InvoiceFacts(NamedTuple):
    """One open invoice."""

    id: int
    due_date: date
    open_cents: int
    stage: str | None = None
    """The furthest stage that was sent about it."""
    reminded_on: date | None = None
    """The day of the last message about it, of whatever kind."""
    pay_by: date | None = None
    """The last day of the term that that message gave."""
    block: Reason | None = None
    """Why it is left alone."""
    block_until: date | None = None
    """The first day on which the block is over by itself; None: when somebody ends it."""
    hold: HoldKind | None = None
    """Which hold blocks it, or has ended and asks."""
    incident: Incident | None = None
    """What went wrong since the last message about it, and nobody has written about yet."""
    incident_on: date | None = None
    """The day on which that became clear."""
    deadlines: tuple[Deadline, ...] = ()
    skips: tuple[str, ...] = ()
    """Stages that a person lets it pass over."""
    sooner: date | None = None
    """A person lets the next stage come from this day on."""
    client_answer: ClientAnswer | None = None


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
    kind: DebtorKind = "PERSON"
    language: str = "nl"
    tags: frozenset[str] = frozenset()
    history: PaymentHistory = "NONE"
    """How its invoices of the last two years were paid; NONE where no strategy asks for it."""
    first_invoice_on: date | None = None
    """The day of its first invoice; None where no strategy asks for it."""
    complained_on: date | None = None
    recent_reminders: tuple[date, ...] = ()
    """The days of the reminders that this debtor got in the last thirty days, from any client of the agency."""
    channel: str | None = None
    """The only channel that a person lets it be reached by."""
    strategy: str | None = None
    """The key of the strategy that a person chose for it."""
    exceptions_change_on: date | None = None
    """The first later day on which an exception that a person made for it begins or is over."""


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
    client: str = ""
    """The key of the client."""
    additional_holidays: frozenset[date] = frozenset()
    """Holidays of a later decree, for what counts in working days."""
    asks_first: bool = False
    """The client is asked before an invoice is reminded ("klopt dit nog?")."""
    silence_goes: bool = False
    """What the client says nothing about may be reminded, unless it was told otherwise."""


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
    """The first day on which the calendar alone can change the act. None: not before a fact changes."""
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
