"""The lines of an auditfile that may concern a debtor, of the ledger and of the subledgers, in one shape."""

from datetime import date
from typing import NamedTuple

from lxml import etree

from voldaan.formats.amounts import AmountError, decimal_to_cents
from voldaan.formats.auditfile.leaves import Leaves, day_of, leaves_of, line_of, reference
from voldaan.formats.findings import Findings

LEDGER = "ledger"
IMPLIED = "implied"
"""The other side of a booking, which its journal leaves to its head (Exact Globe)."""
SUBLEDGER = "subledger"
OPENING = "opening"
"""An item of the opening subledger: open when the period began."""
BALANCE = "balance"
"""What one debtor owed when the period began, without its invoices (XAF 4.0)."""

_PAYS = frozenset("BC")
"""Journals of bank and cash."""
_SELLS = "S"


class Row(NamedTuple):
    """One line. Debit is positive."""

    origin: str
    account: str | None
    debtor: str | None
    cents: int
    invoice: str | None = None
    document: str | None = None
    matches: tuple[str, ...] = ()
    """The marks that the package gave to lines that settle each other."""
    entry: str = ""
    """Journal and number of the booking it is part of."""
    number: str | None = None
    """The number of that booking."""
    sale: bool = False
    payment: bool = False
    """It moves money rather than asking it, so its document is not an invoice."""
    day: date | None = None
    due: date | None = None
    subject: str | None = None
    currency: str | None = None
    currency_cents: int | None = None
    line: int | None = None


class Booking(NamedTuple):
    """What a line has from its journal and transaction."""

    journal: str
    journal_kind: str
    offset_account: str | None
    number: str | None
    day: str | None
    invoice: str | None = None
    """The invoice, in a package that calls its sales by it (Odoo)."""


def ledger_row(
    element: etree._Element, leaves: Leaves, cents: int, booking: Booking, findings: Findings
) -> Row:
    """Return the row of a ledger line."""
    line = line_of(element)
    currency, currency_cents = _currency(element, cents)
    return Row(
        origin=LEDGER,
        account=leaves.get("accID"),
        debtor=leaves.get("custSupID"),
        cents=cents,
        invoice=reference(leaves.get("invRef")) or booking.invoice,
        document=reference(leaves.get("docRef")),
        matches=_matches(leaves),
        entry=f"{booking.journal}/{booking.number}",
        number=booking.number,
        sale=booking.journal_kind == _SELLS,
        payment=booking.journal_kind in _PAYS,
        day=day_of(leaves.get("effDate") or booking.day, findings, "trLine/effDate", line),
        subject=leaves.get("desc"),
        currency=currency,
        currency_cents=currency_cents,
        line=line,
    )


def subledger_row(
    element: etree._Element, origin: str, cents: int, journal_kinds: dict[str, str], findings: Findings
) -> Row:
    """Return the row of a line of a subledger, or of the opening subledger."""
    leaves, line = leaves_of(element), line_of(element)
    currency, currency_cents = _currency(element, cents)
    journal = leaves.get("jrnID", "")
    kind = journal_kinds.get(journal, "")
    opening = origin == OPENING
    return Row(
        origin=origin,
        account=leaves.get("accID"),
        debtor=leaves.get("custSupID"),
        cents=cents,
        invoice=reference(leaves.get("invRef")),
        document=reference(leaves.get("docRef")),
        matches=_matches(leaves),
        entry=f"opening/{leaves.get('nr')}" if opening else f"{journal}/{leaves.get('trNr')}",
        number=leaves.get("trNr"),
        sale=kind == _SELLS,
        payment=leaves.get("mutTp", "").upper() == "P" or kind in _PAYS,
        day=day_of(leaves.get("invDt"), findings, "sbLine/invDt", line),
        due=day_of(leaves.get("invDueDt"), findings, "sbLine/invDueDt", line),
        subject=leaves.get("desc"),
        currency=currency,
        currency_cents=currency_cents,
        line=line,
    )


def _matches(leaves: Leaves) -> tuple[str, ...]:
    """Return the marks of lines that settle each other, each of its own kind."""
    found = ((name, reference(leaves.get(name))) for name in ("recRef", "matchKeyID"))
    return tuple(f"{name} {mark}" for name, mark in found if mark)


def _currency(element: etree._Element, cents: int) -> tuple[str | None, int | None]:
    """Return currency and amount in it, with the sign of the line: packages differ in the sign they write there."""
    found = element.find("{*}currency")
    if found is None:
        return None, None
    leaves = leaves_of(found)
    try:
        amount = abs(decimal_to_cents(leaves.get("curAmnt", "")))
    except AmountError:
        return None, None
    return leaves.get("curCode"), -amount if cents < 0 else amount
