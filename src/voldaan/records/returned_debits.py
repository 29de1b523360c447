"""A direct debit that came back: its invoices are open again, and the day is kept. Needs an open scope."""

from collections.abc import Collection
from datetime import date

from django.db.models import Q

from voldaan.domain.matching.facts import Because
from voldaan.records.models import Invoice, Payment

_PAID_BACK: Because = "REFUND"
"""A movement that the client made itself: no direct debit came back."""


def come_back(
    payment_id: int, reopened: Collection[int], *, takes_back: int | None = None, known: Collection[int] = ()
) -> None:
    """Let invoices be reminded of that a movement reopened: no direct debit runs for them any more.

    Where what came back was a direct debit, the invoice keeps the day. It was one where the bank names a mandate, or
    where one ran for the invoice or the account; `known` are invoices of which that was known before.
    """
    movements = Payment.objects.filter(pk__in=[key for key in (payment_id, takes_back) if key is not None])
    said = list(movements.values_list("pk", "booking_date", "mandate_id", "because"))
    rows = Invoice.objects.filter(pk__in=reopened)
    day = next(booked for key, booked, _, _ in said if key == payment_id)
    if all(because != _PAID_BACK for key, _, _, because in said if key == payment_id):
        has_mandate = any(mandate for _, _, mandate, _ in said)
        debits = rows if has_mandate else rows.filter(_collected(known))
        keys = list(debits.values_list("pk", flat=True))
        Invoice.objects.filter(pk__in=keys).update(debit_returned_on=day)
    rows.update(direct_debit_until=None)


def _collected(known: Collection[int]) -> Q:
    """Return the condition that an invoice is, or was before, collected by direct debit."""
    ran = Q(direct_debit_until__isnull=False) | Q(debit_returned_on__isnull=False)
    return Q(pk__in=known) | ran | Q(account__direct_debit=True)


def forget_return(invoices: Collection[int], day: date) -> list[int]:
    """Take back that direct debits of these invoices came back on a day; return of which that was known."""
    rows = Invoice.objects.filter(pk__in=invoices, debit_returned_on=day)
    known = list(rows.order_by("pk").values_list("pk", flat=True))
    Invoice.objects.filter(pk__in=known).update(debit_returned_on=None)
    return known
