"""Credit notes that name an invoice, and what of them stands there. Needs an open scope."""

from collections import Counter, defaultdict
from collections.abc import Collection

from django.db.models import F

from voldaan.domain.matching.crediting import NamingNote
from voldaan.domain.matching.facts import Cents
from voldaan.records.chunks import chunked
from voldaan.records.models import Allocation, CreditNote, Invoice


def credited(invoices: Collection[int] | None = None) -> dict[int, Cents]:
    """Return for each invoice what the credit notes that name it took off, beside no payment; the oldest note first.

    What made way for a payment in full, beside it, is not taken off any more. Of these invoices; else of all.
    """
    alone: Counter[tuple[int, int]] = Counter()
    beside: Counter[tuple[int, int]] = Counter()
    named = Allocation.objects.filter(kind="CREDIT_NOTE", credit_note__invoice_number=F("invoice__number"))
    columns = ("invoice_id", "credit_note_id", "beside_id", "cents")
    ordered = named.order_by("credit_note__issue_date", "credit_note__number", "pk")
    parts = (
        [ordered]
        if invoices is None
        else [ordered.filter(invoice__in=one) for one in chunked(sorted(invoices))]
    )
    for rows in parts:
        for invoice, note, payment, cents in rows.values_list(*columns).iterator(chunk_size=5000):
            (alone if payment is None else beside)[invoice, note] += cents
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for (invoice, note), cents in alone.items():
        left = cents + min(0, beside[invoice, note])
        if left > 0:
            found[invoice].append((note, left))
    return {invoice: tuple(parts) for invoice, parts in found.items()}


def notes_to_look_at() -> list[NamingNote]:
    """Return the credit notes that name an invoice while something of them waits or went to another invoice.

    With all others that name the same invoice.
    """
    invoices = {
        number: (key, account)
        for part in chunked(sorted({*_named_by_waiting(), *_named_by_netted()}))
        for key, number, account in Invoice.objects.filter(
            number__in=part, withdrawn_on__isnull=True
        ).values_list("pk", "number", "account_id")
    }
    notes = [
        row
        for part in chunked(sorted(invoices))
        for row in CreditNote.objects.filter(invoice_number__in=part, set_aside="").values_list(
            "pk", "issue_date", "number", "account_id", "invoice_number"
        )
    ]
    return [
        NamingNote(key, invoices[invoice][0], day, number)
        for key, day, number, account, invoice in notes
        if invoices[invoice][1] == account
    ]


def payments_beside(notes: Collection[int]) -> set[int]:
    """Return the payments from which a debtor took one of these credit notes off, or for which one made way."""
    found: set[int] = set()
    for part in chunked(sorted(notes)):
        rows = Allocation.objects.filter(credit_note__in=part, beside__isnull=False).order_by()
        found.update(rows.values_list("beside_id", flat=True).distinct())
    return found


def can_place_notes() -> bool:
    """Test if a credit note waits while something is open of the invoice that it names."""
    return any(
        Invoice.objects.filter(number__in=part, open_cents__gt=0, withdrawn_on__isnull=True).exists()
        for part in chunked(_named_by_waiting())
    )


def _named_by_waiting() -> list[str]:
    waiting = CreditNote.objects.filter(waiting_cents__gt=0, set_aside="").exclude(invoice_number="")
    return sorted(set(waiting.values_list("invoice_number", flat=True)))


def _named_by_netted() -> set[str]:
    """Return the numbers named by credit notes that payments took to another invoice."""
    rows = Allocation.objects.filter(kind="CREDIT_NOTE", beside__isnull=False, cents__gt=0)
    rows = rows.exclude(credit_note__invoice_number="").exclude(
        credit_note__invoice_number=F("invoice__number")
    )
    return set(rows.order_by().values_list("credit_note__invoice_number", flat=True).distinct())
