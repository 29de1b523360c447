"""What turns round all that a payment placed, row by row, and back again. Needs a transaction and an open scope."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Sum

from voldaan.records.allocating import NewAllocation, counted_until_of, reversed_of, with_the_list
from voldaan.records.models import Allocation, CreditNote, ImportedFile, Invoice, Payment
from voldaan.records.standing_matches import PERSON

Row = list[Any]
"""An allocation as an event keeps it: invoice, kind, cents, day, credit note and reason."""


def turned_back(payment: Payment, *, evidence: str) -> list[NewAllocation]:
    """Return what takes back all of a payment, what stands beside it, and what a list no longer explained by it.

    Where a person placed it over a list that said otherwise, the list gets back exactly what it gave.
    """
    back = reversed_of([payment.pk], evidence=evidence)
    counted = counted_until_of(row.invoice_id for row in back)
    if payment.placed_by != PERSON:
        return with_the_list(back, counted)
    given = _given_by_the_list(payment.pk)
    over_the_list = {key for key in counted if _is_placed_after_the_list(payment.pk, key)}
    usual = with_the_list([row for row in back if row.invoice_id not in over_the_list], counted)
    exact = [row for row in back if row.invoice_id in over_the_list]
    exact += [
        NewAllocation(key, "LEDGER", -cents, until, evidence=evidence, beside_id=payment.pk)
        for key, cents in given.items()
        if key in over_the_list and (until := counted[key]) is not None
    ]
    return usual + exact


def as_kept(rows: Sequence[NewAllocation]) -> list[Row]:
    """Return rows as the event of an undoing keeps them: ids, codes, days and cents."""
    return [
        [row.invoice_id, row.kind, row.cents, row.on.isoformat(), row.credit_note_id, row.reason]
        for row in rows
    ]


def turned_round(payment_id: int, kept: Sequence[Row], *, evidence: str) -> list[NewAllocation]:
    """Return what puts back the rows that an undoing kept."""
    return [
        NewAllocation(
            invoice,
            kind,
            -cents,
            date.fromisoformat(on),
            payment_id=payment_id if kind == "PAYMENT" else None,
            credit_note_id=credit_note,
            evidence=evidence,
            beside_id=None if kind == "PAYMENT" else payment_id,
            reason=reason,
        )
        for invoice, kind, cents, on, credit_note, reason in kept
    ]


def that_do_not_fit(rows: Sequence[NewAllocation]) -> list[str]:
    """Return the numbers of the invoices and credit notes that have no room for these rows together."""
    invoices: dict[int, int] = defaultdict(int)
    notes: dict[int, int] = defaultdict(int)
    for row in rows:
        invoices[row.invoice_id] += row.cents
        if row.credit_note_id is not None:
            notes[row.credit_note_id] += row.cents
    full = [
        row.number
        for row in Invoice.objects.filter(pk__in=invoices).order_by("pk")
        if not 0 <= row.open_cents - invoices[row.pk] <= row.asked_cents
    ]
    used = [
        row.number
        for row in CreditNote.objects.filter(pk__in=notes).order_by("pk")
        if not 0 <= row.waiting_cents - notes[row.pk] <= row.total_cents
    ]
    return full + used


def _given_by_the_list(payment_id: int) -> dict[int, int]:
    """Return by invoice what its list no longer explains, because this payment does."""
    rows = Allocation.objects.filter(kind="LEDGER", beside=payment_id).values_list("invoice")
    return {key: cents for key, cents in rows.annotate(net=Sum("cents")).order_by() if cents}


def _is_placed_after_the_list(payment_id: int, invoice_id: int) -> bool:
    """Test if a payment was placed when the list that counts its day was known already."""
    invoice = Invoice.objects.get(pk=invoice_id)
    lists = ImportedFile.objects.filter(complete=True, as_of=invoice.counted_until)
    known_at: datetime | None = lists.order_by("imported_at").values_list("imported_at", flat=True).first()
    placed = Allocation.objects.filter(payment=payment_id, invoice=invoice_id).order_by("-pk").first()
    return known_at is not None and placed is not None and placed.made_at >= known_at
