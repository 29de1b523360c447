"""The facts that one message is written from. Every amount, day, IBAN and reference in it is one of these (P8)."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Final, Literal, get_args

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.wording.facts_json import plain, read_fields

ReminderKind = Literal[
    "COURTESY_NOTICE",
    "FIRST_REMINDER",
    "SECOND_REMINDER",
    "PRE_COLLECTION",
    "SECOND_PRE_COLLECTION",
    "FOURTEEN_DAY_NOTICE",
    "LAST_REMINDER",
    "BROKEN_PROMISE",
    "FAILED_PLAN",
    "RETURNED_DEBIT",
]
"""The texts: those of the stages of a strategy, what a business gets in the place of the notice, and the incidents."""
ReplyKind = Literal["THANKS", "CONFIRMATION", "REPLY", "STATEMENT"]
"""The messages that ask for nothing: they thank, confirm, answer in somebody's own words, or tell what is open."""
MessageKind = Literal[ReminderKind, ReplyKind]
TEXT_KEYS: Final[tuple[ReminderKind, ...]] = get_args(ReminderKind)
REPLY_KINDS: Final[tuple[ReplyKind, ...]] = get_args(ReplyKind)
ReplyTopic = Literal[
    "ALREADY_PAID",
    "PAID_IN_RUN",
    "PROMISE",
    "IN_PARTS",
    "DISPUTE",
    "SET_OFF",
    "CREDIT_PROMISED",
    "NEVER_RECEIVED",
    "COPY_WANTED",
    "PURCHASE_ORDER_MISSING",
    "MOVED",
    "WRONG_PERSON",
    "DEBT_COUNSELLING",
    "COMPLAINT",
]
"""What can be confirmed: most are what a debtor answered. On a death or a question a person answers in own words."""
REPLY_TOPICS: Final[tuple[ReplyTopic, ...]] = get_args(ReplyTopic)
Language = str
"""Two small letters: a language of which the texts stand in a folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Who writes: the business itself, or the agency under its registered name."""

    name: str
    """The registered name for an agency, the trade name for a business."""
    street: str
    postcode: str
    city: str
    country: str = "NL"
    coc_number: str | None = None
    vat_number: str | None = None
    """Only where a house style asks for it."""
    registration_mark: str | None = None
    """The agency's mark in the register of the Wki (art. 11). None for a business that writes for itself."""
    signer: str
    """The person who signs and can be reached."""
    phone: str
    email: str
    website: str | None = None
    complaints: str | None = None
    """Where to complain, one sentence. Agencies only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Creditor:
    """Who is owed: the client. Equal to the sender where a business writes for itself."""

    name: str
    street: str
    postcode: str
    city: str
    country: str = "NL"
    phone: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """The debtor, as the envelope and the salutation name them."""

    name: str
    """Empty where who wrote to us is not the debtor: they read nothing of them."""
    person: str | None = None
    """The contact to greet by name. None: the organisation or "heer of mevrouw" with the debtor's own name."""
    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str = "NL"
    number: str | None = None
    is_person: bool = False
    """A consumer (or unknown), greeted as a person rather than as an organisation."""
    is_natural_person: bool = True
    """The Wki protects them: a consumer, a sole trader, a partner. Unknown counts as one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InvoiceLine:
    """One invoice in a message."""

    number: str
    issue_date: date
    due_date: date
    total_cents: int
    open_cents: int
    subject: str | None = None
    payment_reference: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PayTo:
    """Where the money goes: one box a bank account, with its invoices and their sum."""

    iban: str
    name: str
    amount_cents: int
    reference: str
    """What we ask the debtor to write. Printed and in the QR."""
    invoice_numbers: tuple[str, ...]
    blocked: bool = False
    """A blocked account (G-rekening): the part of the invoice for wage tax and contributions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeFacts:
    """What a fourteen-day notice says beside the rest (6:96 paragraph 6 BW)."""

    capacity: Capacity
    """In which capacity the debtor owes: only a consumer needs the notice, and unknown counts as one."""
    by: Literal["POST", "EMAIL"]
    delivery_days: int | None = None
    """By post: after how many days it is presumed to arrive. None: the usual number."""
    in_default_from: date | None
    """The first day of the debtor's default. None: not established, and then no notice may go."""
    principals_cents: tuple[int, ...]
    """What is open of each claim, without interest."""
    costs_cents: int
    """The costs that follow if nothing is paid, excluding VAT."""
    costs_cents_max: int | None = None
    """A ceiling below the scale: for small claims that may be instalments of one contract (6:96 paragraph 8)."""
    vat_percent: str | None = None
    """The rate as it is written, such as "21": only where the creditor declares that it cannot set off the VAT."""
    vat_cents: int = 0
    claims_left_out: int = 0
    """Of how many other claims notice could have been given in this one (6:96 paragraph 7)."""

    @property
    def total_if_unpaid_cents(self) -> int:
        """Return what is owed after the term: principal, costs and VAT."""
        return sum(self.principals_cents) + self.costs_cents + self.vat_cents


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierMessage:
    """The last message in writing that the debtor had: a text message or a call points to it."""

    on: date
    by: Literal["POST", "EMAIL"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyFacts:
    """What a message that asks for nothing says beside the rest."""

    topic: ReplyTopic | None = None
    """Of a confirmation: what it confirms."""
    day: date | None = None
    """The promised day, the last day of a rest, or the day by which we answer."""
    own_words: tuple[str, ...] = ()
    """What a person wrote in the place of the text's own sentences, a paragraph each."""
    answers_subject: str = ""
    """The subject of the mail that it answers."""
    days: tuple[date, ...] = ()
    """The other days that it may name, as those in the mail that it answers."""
    amounts_cents: tuple[int, ...] = ()
    """The other amounts that it may name."""
    references: tuple[str, ...] = ()
    """The other numbers that it may name, as a purchase-order number in the mail that it answers."""
    first_day: date | None = None
    """Of a statement: the first day that it tells of; `day` is the last."""
    left_out: tuple[str, ...] = ()
    """The numbers of the invoices of which no copy fits in the e-mail."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFacts:
    """All that a message may say."""

    reference: str
    """The dossier's own reference, for answers. Not a payment reference."""
    code: str | None = None
    """The account's code as it is printed, by which the debtor can say whose message it is: K7M4-QX2P-9R."""
    stage: MessageKind
    language: Language
    written_on: date
    pay_by: date
    """The last day of the term that this message gives; of a notice, the careful last day, which is not printed."""
    payments_until: date
    """Payments are processed up to and including this day."""
    sender: Sender
    creditor: Creditor
    on_behalf: bool
    """An agency writes for the creditor."""
    addressee: Addressee
    invoices: tuple[InvoiceLine, ...]
    """The invoices that this message is about, oldest due first."""
    also_open: tuple[InvoiceLine, ...] = ()
    """Other overdue invoices, under "ook nog open"."""
    pay_to: tuple[PayTo, ...]
    """Covers `invoices` and `also_open` together."""
    total_cents: int
    """The sum over `pay_to`."""
    currency: str = "EUR"
    next_step: Literal["NONE", "COLLECTION"] = "NONE"
    """What truly follows: COLLECTION only where the client has ordered the hand-over."""
    more_follow: bool = False
    """Another reminder follows this one, which is then not called the last."""

    enclosed: tuple[str, ...] = ()
    """The numbers of the invoices that go along as PDF."""
    enclosed_by: Literal["EMAIL", "POST"] = "EMAIL"
    """With which of the two they go: beside the e-mail, or as pages behind the letter."""
    blocked_part_unsaid: bool = False
    """An invoice asks for a part on a blocked account, and the book does not know which part."""

    earlier: EarlierMessage | None = None
    """For a text message or a call, where something was written before."""
    notice: NoticeFacts | None = None
    """For the kind FOURTEEN_DAY_NOTICE, and only for that."""
    reply: ReplyFacts | None = None
    """For a message that asks for nothing, and only for that."""

    def __post_init__(self) -> None:
        """Refuse a notice or a reply without its facts, and their facts in a friendly message."""
        if (self.stage in REPLY_KINDS) is not (self.reply is not None):
            raise ValueError(
                f"A message of the kind {self.stage} {'has no' if self.reply is None else 'has'} facts of a reply. "
                f"Only {', '.join(REPLY_KINDS)} have them, and they always do."
            )
        if (self.stage == "FOURTEEN_DAY_NOTICE") is not (self.notice is not None):
            raise ValueError(
                f"A message of the kind {self.stage} {'has no' if self.notice is None else 'has'} facts of a notice. "
                "Only a fourteen-day notice has them, and it always does."
            )

    @property
    def falls_under_wki(self) -> bool:
        """Test if an agency writes to a natural person (Wki 2), so that the claim must be described in full."""
        return self.on_behalf and self.addressee.is_natural_person

    def as_json(self) -> dict[str, Any]:
        """Return plain values for keeping: days as ISO text, tuples as lists."""
        values: dict[str, Any] = plain(asdict(self))
        return values

    @classmethod
    def from_json(cls, values: Any) -> "MessageFacts":
        """Return the facts that `as_json` gave.

        Raises:
            ValueError: a fact is missing, is none of the facts, or cannot be read; the sentence names it.
        """
        return read_fields(cls, values)
