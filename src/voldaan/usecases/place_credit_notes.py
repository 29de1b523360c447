"""Credit notes to the invoices that they name. What remains waits, and holds the account until a person says."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from voldaan.domain.matching.facts import NAMED_RANK, Candidate
from voldaan.records import asking, events
from voldaan.records.allocating import NewAllocation, allocate, ledger_totals, with_the_list
from voldaan.records.chunks import chunked
from voldaan.records.models import Client, CreditNote, Invoice
from voldaan.records.naming_notes import credited


@dataclass(frozen=True, slots=True, kw_only=True)
class Placing:
    """A credit note that waits, and the invoice that it names when the book has it."""

    credit_note: CreditNote
    invoice: Invoice | None
    placed_cents: int = 0
    """What of it stands on that invoice, beside no payment."""


def place_credit_notes(
    client: Client, *, on: date, at: datetime, by: str, ledger_until: date | None = None
) -> None:
    """Allocate every credit note that waits to its invoice, up to what is open, and ask about what remains.

    Where the ledger is the payment truth, `ledger_until` is the day of its newest complete list: an older
    credit note is in that list, and what the list does not explain by it asks for nothing more.
    Must run inside a transaction and an open scope.
    """
    waiting = list(
        CreditNote.objects.filter(waiting_cents__gt=0, set_aside="").order_by("issue_date", "number")
    )
    if not waiting:
        return
    placings = _with_invoices(waiting)
    _to_the_debtor_of_the_invoice(placings)
    placings = _with_those_placed(placings)
    ledger = ledger_totals([one.invoice.pk for one in placings if one.invoice])
    rooms = {one.invoice.pk: one.invoice.open_cents for one in placings if one.invoice}
    counted = {one.invoice.pk: one.invoice.counted_until for one in placings if one.invoice}
    for one in placings:
        if one.invoice and one.placed_cents:
            left = ledger if _is_counted(one) else rooms
            left[one.invoice.pk] = left.get(one.invoice.pk, 0) + one.placed_cents
    new = [row for one in placings for row in _allocation(one, rooms, ledger)]
    allocate(client, with_the_list(new, counted), at=at)
    _tell(client, placings, new, on=on, at=at, by=by)
    _ask_about_the_rest(client, placings, new, ledger_until=ledger_until, on=on, at=at, by=by)


def ask_about_credit_notes(
    client: Client, credit_notes: Collection[int], *, on: date, at: datetime, by: str
) -> None:
    """Close the questions of credit notes that were used up, and ask about those of which something waits.

    For notes that stand beside a payment: they go with it, and are placed nowhere else. Must run inside a
    transaction and an open scope.
    """
    for part in chunked(sorted(credit_notes)):
        notes = CreditNote.objects.filter(pk__in=part)
        used_up = list(notes.filter(waiting_cents=0).values_list("pk", flat=True))
        asking.close(client, credit_notes=used_up, answer="NETTED", on=on, at=at, by=by)
        waiting = list(notes.filter(waiting_cents__gt=0, set_aside="").order_by("issue_date", "number"))
        questions = [_question(one) for one in _with_invoices(waiting)]
        asking.ask(client, questions, on=on, at=at, by=by)


def _with_invoices(waiting: Sequence[CreditNote]) -> list[Placing]:
    numbers = sorted({note.invoice_number for note in waiting} - {""})
    found = {
        invoice.number: invoice
        for part in chunked(numbers)
        for invoice in Invoice.objects.filter(number__in=part, withdrawn_on__isnull=True)
    }
    return [Placing(credit_note=note, invoice=_that_it_can_be_for(note, found)) for note in waiting]


def _that_it_can_be_for(note: CreditNote, found: dict[str, Invoice]) -> Invoice | None:
    """Return the invoice that a credit note names; of another debtor only while nothing of the note was used."""
    invoice = found.get(note.invoice_number)
    is_its = invoice is not None and invoice.account_id == note.account_id
    return invoice if is_its or note.waiting_cents == note.total_cents else None


def _to_the_debtor_of_the_invoice(placings: Sequence[Placing]) -> None:
    """Let credit notes be of the debtor whose invoice they name, also where they came before that invoice."""
    for one in placings:
        note, invoice = one.credit_note, one.invoice
        if invoice is not None and note.account_id != invoice.account_id:
            note.account_id, note.merged_from_id = invoice.account_id, invoice.merged_from_id
            note.save(update_fields=["account", "merged_from"])


def _with_those_placed(placings: Sequence[Placing]) -> list[Placing]:
    """Return placings with all other notes on the same invoices, the oldest first: that is who gets the room."""
    invoices = {one.invoice.pk: one.invoice for one in placings if one.invoice}
    stands = {note: (key, cents) for key, parts in credited(invoices).items() for note, cents in parts}
    known = {one.credit_note.pk for one in placings}
    others = [
        Placing(credit_note=note, invoice=invoices[stands[note.pk][0]])
        for part in chunked(sorted(stands.keys() - known))
        for note in CreditNote.objects.filter(pk__in=part, set_aside="")
    ]
    found = [
        replace(one, placed_cents=stands.get(one.credit_note.pk, (0, 0))[1]) for one in (*placings, *others)
    ]
    return sorted(found, key=lambda one: (one.credit_note.issue_date, one.credit_note.number))


def _is_counted(one: Placing) -> bool:
    """Test if an open-item list has counted the credit note on its invoice."""
    until = one.invoice.counted_until if one.invoice else None
    return until is not None and one.credit_note.issue_date <= until


def _allocation(one: Placing, rooms: dict[int, int], ledger: dict[int, int]) -> list[NewAllocation]:
    """Return what a credit note gives its invoice, more or less; `rooms` and `ledger` are lowered by it."""
    note, invoice = one.credit_note, one.invoice
    if invoice is None:
        return []
    left = ledger if _is_counted(one) else rooms
    cents = min(note.waiting_cents + one.placed_cents, max(0, left.get(invoice.pk, 0)))
    if cents:
        left[invoice.pk] -= cents
    more = cents - one.placed_cents
    return (
        [on_its_invoice(invoice.pk, note.pk, more, number=note.number, issued=note.issue_date)]
        if more
        else []
    )


def on_its_invoice(
    invoice_id: int, credit_note_id: int, cents: int, *, number: str, issued: date
) -> NewAllocation:
    """Return what a credit note gives the invoice that it names; negative cents go off it."""
    evidence = f"creditnota {number} noemt deze factuur"
    return NewAllocation(
        invoice_id, "CREDIT_NOTE", cents, issued, credit_note_id=credit_note_id, evidence=evidence
    )


def placed_event(
    row: NewAllocation, account_id: int | None, *, on: date, at: datetime, by: str
) -> events.NewEvent:
    """Return the event that a credit note was placed on an invoice, or goes off it."""
    data = {"credit_note": row.credit_note_id, "invoice": row.invoice_id, "cents": row.cents}
    return events.NewEvent(
        kind="credit_note.placed", on=on, at=at, actor=by, account_id=account_id, data=data
    )


def _tell(
    client: Client,
    placings: Sequence[Placing],
    new: Sequence[NewAllocation],
    *,
    on: date,
    at: datetime,
    by: str,
) -> None:
    accounts = {one.credit_note.pk: one.credit_note.account_id for one in placings}
    placed = [placed_event(row, accounts.get(row.credit_note_id or 0), on=on, at=at, by=by) for row in new]
    if placed:
        events.append(client, *placed)


def _ask_about_the_rest(
    client: Client,
    placings: Sequence[Placing],
    new: Sequence[NewAllocation],
    *,
    ledger_until: date | None,
    on: date,
    at: datetime,
    by: str,
) -> None:
    used: dict[int, int] = {}
    for row in new:
        used[row.credit_note_id or 0] = row.cents
    full = [note.pk for one in placings if used.get((note := one.credit_note).pk, 0) == note.waiting_cents]
    rest = [one for one in placings if one.credit_note.pk not in full]
    in_ledger = [one.credit_note.pk for one in rest if _is_in_the_list(one, ledger_until)]
    CreditNote.objects.filter(pk__in=in_ledger).update(set_aside="IN_LEDGER")
    asking.close(client, credit_notes=full, answer="PLACED", on=on, at=at, by=by)
    asking.close(client, credit_notes=in_ledger, answer="IN_LEDGER", on=on, at=at, by=by)
    asked = [_question(one) for one in rest if one.credit_note.pk not in in_ledger]
    asking.ask(client, asked, on=on, at=at, by=by)


def _is_in_the_list(one: Placing, ledger_until: date | None) -> bool:
    """Test if the newest list has already used a credit note.

    It has not when the invoice that it names is still shown open: then the bookkeeping lags behind.
    """
    note = one.credit_note
    if ledger_until is None or note.issue_date > ledger_until or note.open_in_list_of == ledger_until:
        return False
    return one.invoice is None or not one.invoice.open_cents


def _question(one: Placing) -> asking.NewQuestion:
    note, invoice = one.credit_note, one.invoice
    candidate = Candidate(
        note.account_id, invoice.pk if invoice else None, None, NAMED_RANK, "creditnota die nog wacht"
    )
    return asking.NewQuestion("CREDIT_NOTE_WAITS", (candidate,), credit_note_id=note.pk)
