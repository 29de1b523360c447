"""The facts that one message is written from. Every amount, day, IBAN and reference in it is one of these (P8)."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Literal

StageKey = Literal["COURTESY_NOTICE", "FIRST_REMINDER", "SECOND_REMINDER", "PRE_COLLECTION"]
Language = Literal["nl", "en"]


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
    person: str | None = None
    """The contact to greet by name. None: the organisation or "heer of mevrouw" with the debtor's own name."""
    street: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str = "NL"
    number: str | None = None
    is_person: bool = False
    """A natural person (consumer, unknown) rather than an organisation."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageFacts:
    """All that a message may say."""

    reference: str
    """The dossier's own reference, for answers. Not a payment reference."""
    stage: StageKey
    language: Language
    written_on: date
    pay_by: date
    """The last day of the term that this message gives."""
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

    def as_json(self) -> dict[str, Any]:
        """Return plain values for keeping: days as ISO text, tuples as lists."""
        plain: dict[str, Any] = _plain(asdict(self))
        return plain


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
