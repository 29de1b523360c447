"""What a message says, in order, before anybody decides how it looks.

The e-mail, its plain text and the letter are three drawings of one `Content`, so none of them can say
something that the others do not.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A name and its value."""

    label: str
    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentBox:
    """One bank account: how much, where to, with which reference, for which invoices."""

    heading: str
    amount: str
    by: str
    rows: tuple[Row, ...]
    qr_svg: str | None
    qr_cid: str
    qr_alt: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One thing that the debtor can do."""

    lead: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OverviewRow:
    """One invoice in the overview."""

    number: str
    issued: str
    due: str
    subject: str
    open: str
    part_paid: str
    """ "nog open van € 500,00", or nothing."""
    dates: str
    """Both days as one sentence, for a narrow screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The invoices, each on a row, and beneath them the others that are open too."""

    heading: str
    columns: tuple[str, ...]
    """Invoice, invoice date, due date, subject, open."""
    rows: tuple[OverviewRow, ...]
    also_heading: str
    also_rows: tuple[OverviewRow, ...]
    total: Row


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """The description of the claim that an agency owes the debtor (Bki art. 3.1)."""

    heading: str
    intro: str
    parties: tuple[Row, ...]
    terms: tuple[Row, ...]
    sums: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A whole message. One that asks for nothing has no boxes, no points and no next step."""

    language: str
    subject: str
    title: str
    date: str
    sender_name: str
    on_behalf: str
    """ "namens Bloemen & Zoon", or nothing."""
    sender_rows: tuple[str, ...]
    address: tuple[str, ...]
    reference_rows: tuple[Row, ...]
    reference_note: str
    """What the debtor's code is for; nothing where there is none."""
    greeting: str
    opening: tuple[str, ...]
    boxes: tuple[PaymentBox, ...]
    total: PaymentBox | None
    """The sum over several boxes; None where one box says it all."""
    qr_caption: str
    processed: str
    points_heading: str
    points: tuple[Point, ...]
    next_heading: str
    next: tuple[str, ...]
    closing: str
    signer: str
    signature: tuple[str, ...]
    signed: bool
    """The written signature of the house style is that of this signer."""
    phone: str
    creditor_phone: str
    """Whom a debtor calls who doubts whether the message is genuine."""
    email: str
    overview: Overview | None
    overview_last: bool
    """A long overview, one over several accounts and every one of an agency come after the signature."""
    claim: Claim | None
    enclosures: str
    """ "Bijlage: factuur 2026-118", for the letter that invoices follow; or nothing."""
    footer: tuple[str, ...]
    page: str
    """ "Pagina {page} van {pages}", for the letter."""
