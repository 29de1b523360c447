"""Credit notes on the invoices that they name: where they stand is the same, whether a payment came before or after.

A credit note lowers its invoice before any payment is held against it, up to what is asked, and the older note first.
Who then pays the invoice in full has not taken the note off: it makes way, and waits (`fitting`).
"""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import Netted


class NamingNote(NamedTuple):
    """A credit note that names an invoice of its debtor."""

    id: int
    invoice_id: int
    issue_date: date
    number: str


def place_in_book(notes: Iterable[NamingNote], book: OpenBook) -> list[Netted]:
    """Let credit notes stand where they belong, in the book; return what changes by that, as cents more or less.

    The book must not count the payments that are decided anew.
    """
    ordered = sorted(notes, key=lambda note: (note.issue_date, note.number))
    stood = [dict(book.invoices[note.invoice_id].credited).get(note.id, 0) for note in ordered]
    for note, cents in zip(ordered, stood, strict=True):
        book.credit(Netted(note.id, note.invoice_id, -cents), on=note.issue_date)
    changes = []
    for note, before in zip(ordered, stood, strict=True):
        room = max(0, book.invoices[note.invoice_id].room(note.issue_date))
        cents = min(book.credits[note.id].waiting_cents, room)
        book.credit(Netted(note.id, note.invoice_id, cents), on=note.issue_date)
        changes.append(Netted(note.id, note.invoice_id, cents - before))
    return [change for change in changes if change.cents]
