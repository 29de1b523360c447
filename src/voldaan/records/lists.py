"""The open-item lists that were taken into the book, and the rows of which a list tells. Needs an open scope."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import F, Max, Q

from voldaan.records.chunks import chunked
from voldaan.records.models import Allocation, CreditNote, ImportedFile, Invoice, Payment, Question


def newest_complete_list() -> date | None:
    """Return the as-of day of the newest complete open-item list, or None while there is none."""
    newest: date | None = ImportedFile.objects.filter(complete=True).aggregate(day=Max("as_of"))["day"]
    return newest


def invoices_by_number(numbers: Sequence[str]) -> dict[str, Invoice]:
    """Return the invoices of the book that have one of these numbers."""
    return {
        invoice.number: invoice
        for part in chunked(numbers)
        for invoice in Invoice.objects.filter(number__in=part)
    }


def known_credit_notes(numbers: Sequence[str]) -> set[str]:
    """Return which of these numbers are of credit notes that the book has."""
    return {
        number
        for part in chunked(numbers)
        for number in CreditNote.objects.filter(number__in=part).values_list("number", flat=True)
    }


def show_unused(numbers: Sequence[str], as_of: date) -> None:
    """Mark credit notes as not yet used according to a list of that day."""
    for part in chunked(numbers):
        notes = CreditNote.objects.filter(number__in=part)
        notes.update(open_in_list_of=as_of)
        notes.filter(set_aside="IN_LEDGER").update(set_aside="")


def missing_from_list(listed: Iterable[int], as_of: date) -> list[Invoice]:
    """Return the older invoices that a complete list leaves out, where that can mean anything.

    Of one that was closed before the list's day, and about which nobody asks, it means nothing new.
    `listed` are the invoices that it names; they are held as eight bytes each.
    """
    ordered = array("q", sorted(listed))
    older = Invoice.objects.filter(issue_date__lte=as_of, withdrawn_on__isnull=True)
    later = Allocation.objects.filter(on__gt=as_of).values("invoice")
    asked = Question.objects.filter(answered_at__isnull=True, invoice__isnull=False).values("invoice")
    found = older.filter(Q(open_cents__gt=0) | Q(pk__in=later) | Q(pk__in=asked))
    rows = found.order_by("pk").iterator(chunk_size=2000)
    return [invoice for invoice in rows if not _holds(ordered, invoice.pk)]


def _holds(ordered: "array[int]", key: int) -> bool:
    """Test if a sorted array has a number."""
    place = bisect_left(ordered, key)
    return place < len(ordered) and ordered[place] == key


def count_until(as_of: date) -> None:
    """Mark every invoice up to a day as counted by the complete list of that day."""
    Invoice.objects.filter(issue_date__lte=as_of, withdrawn_on__isnull=True).update(counted_until=as_of)


def mark_counted(invoices: Sequence[int], as_of: date) -> None:
    """Mark invoices as counted by a list of that day."""
    for part in chunked(invoices):
        Invoice.objects.filter(pk__in=part).update(counted_until=as_of)


def look_again_since(day: date) -> None:
    """Let payments from a day on that were set aside as in the ledger be looked at again."""
    aside = Payment.objects.filter(set_aside="IN_LEDGER", booking_date__gte=day)
    aside.exclude(waiting_cents=0).update(set_aside="", matched_at=None)
    CreditNote.objects.filter(set_aside="IN_LEDGER", issue_date__gte=day).update(set_aside="")


def pairs_across(as_of: date) -> list[int]:
    """Return the payments up to a day that were taken back after it, with what took them back; no person's.

    A list of that day counted the payment, whatever invoice it was for; its return is after the list.
    """
    returns = Payment.objects.filter(takes_back__booking_date__lte=as_of, booking_date__gt=as_of)
    returns = returns.exclude(placed_by="PERSON").exclude(takes_back__placed_by="PERSON")
    return sorted(key for pair in returns.values_list("pk", "takes_back_id") for key in pair)


def look_again_at(payments: Sequence[int]) -> None:
    """Let payments be decided as if nobody had looked at them: nothing of them may stand allocated."""
    for part in chunked(payments):
        rows = Payment.objects.filter(pk__in=part)
        rows.update(takes_back=None, set_aside="", matched_at=None, placed_by="")


def list_questions_now_true() -> list[int]:
    """Return the invoices of which a list said that less was open, and of which no more is open now."""
    asked = Question.objects.filter(answered_at__isnull=True, because="LIST_SAYS_LESS")
    return list(
        asked.filter(invoice__open_cents__lte=F("candidates__cents"))
        .values_list("invoice", flat=True)
        .distinct()
    )
