"""Rows to the figures of an evaluation, as the book stood on a day.

What was open on a day is what was asked less every allocation that counts from that day or before; the present
`open_cents` is never used. Every function needs the rows of the client open.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum

from voldaan.domain.evaluation import Month, OpenAmount, RemindedInvoice
from voldaan.records.models import Allocation, CreditNote, Dispute, Invoice, Message, MessageInvoice, Payment
from voldaan.records.models.message import REMINDING

PaymentsByInvoice = dict[int, tuple[tuple[date, int], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Receivable:
    """What was open on a day, and what money had not found its place."""

    amounts: tuple[OpenAmount, ...]
    handed_over_cents: int
    """Of these: invoices that had gone to collection by then."""
    payments_to_place_cents: int
    credits_to_place_cents: int


def receivable_on(day: date) -> Receivable:
    """Return what was open at the end of a day, of the invoices issued by then."""
    allocated = _allocated_by_invoice(day)
    amounts, handed_over = [], 0
    for pk, due_date, asked, gone_on in _owed_on(day).values_list(
        "pk", "due_date", "asked_cents", "handed_over_on"
    ):
        open_cents = asked - allocated.get(pk, 0)
        if open_cents:
            amounts.append(OpenAmount(due_date=due_date, open_cents=open_cents))
            handed_over += open_cents if gone_on is not None and gone_on <= day else 0
    return Receivable(
        amounts=tuple(amounts),
        handed_over_cents=handed_over,
        payments_to_place_cents=_payments_to_place(day),
        credits_to_place_cents=_credits_to_place(day),
    )


def known_sales(end: date) -> dict[Month, int]:
    """Return what was sold in each month of which the sales are known: its invoices less its credit notes.

    A month is known when at least one of its invoices was handed in for another reason than being late: it was
    not past due on the day it was handed in, or had been settled by then. Of any other month only the late
    invoices are known, and those are not the sales. A month without invoices after the first known one sold
    nothing. Nothing known: an empty answer.
    """
    sales: dict[Month, int] = defaultdict(int)
    known: set[Month] = set()
    settled = _settled_when_handed_in()
    fields = ("pk", "issue_date", "due_date", "known_from", "total_cents")
    for pk, issued, due, handed_in, total in _owed_on(end).values_list(*fields):
        month = (issued.year, issued.month)
        sales[month] += total
        if handed_in <= due or pk in settled:
            known.add(month)
    if not known:
        return {}
    invoiced = set(sales)
    credited = CreditNote.objects.filter(issue_date__lte=end).values_list("issue_date", "total_cents")
    for issued, total in credited:
        sales[issued.year, issued.month] -= total
    months = _months(min(known), (end.year, end.month))
    return {month: sales.get(month, 0) for month in months if month in known or month not in invoiced}


def reminded_between(start: date, end: date) -> list[RemindedInvoice]:
    """Return each invoice in each message that was sent from `start` up to and including `end`, and what followed.

    A message that came back was not given and does not count. An invoice that only stood under "ook nog open" is
    not what the message was for, and a message that reminds of nothing is none. A credit note is no payment.
    """
    lines = MessageInvoice.objects.filter(
        message__state="SENT", message__sent_on__range=(start, end), message__kind__in=REMINDING
    ).exclude(stage="")
    payments, disputes = _payments(lines), _disputes(lines)
    return [
        RemindedInvoice(
            stage=row.message.stage,
            message_id=str(row.message.uuid),
            sent_on=sent_on,
            invoice_id=str(row.invoice_id),
            open_cents=row.open_cents,
            payments=payments.get(row.invoice_id, ()),
            disputed_on=min(
                (day for day in disputes.get(row.invoice_id, ()) if day >= sent_on), default=None
            ),
        )
        for row in lines.select_related("message").order_by("message_id", "invoice_id")
        if (sent_on := row.message.sent_on) is not None
    ]


def came_back_between(start: date, end: date) -> dict[str, int]:
    """Return by stage how many reminders that left in the period came back as undeliverable."""
    bounced = Message.objects.filter(state="BOUNCED", kind__in=REMINDING, sent_on__range=(start, end))
    counts: dict[str, int] = defaultdict(int)
    for stage in bounced.values_list("stage", flat=True):
        counts[stage] += 1
    return dict(counts)


def _owed_on(day: date) -> "QuerySet[Invoice]":
    """Return the invoices issued by a day and not withdrawn by then."""
    standing = Q(withdrawn_on__isnull=True) | Q(withdrawn_on__gt=day)
    return Invoice.objects.filter(standing, issue_date__lte=day)


def _allocated_by_invoice(day: date) -> dict[int, int]:
    rows = Allocation.objects.filter(on__lte=day).order_by().values_list("invoice_id")
    return dict(rows.annotate(Sum("cents")))


def _settled_when_handed_in() -> set[int]:
    """Return the invoices that had been settled by the day on which they were handed in."""
    left: dict[int, int] = {}
    rows = Allocation.objects.order_by().values_list(
        "invoice_id", "invoice__asked_cents", "invoice__known_from", "on", "cents"
    )
    for invoice, asked, handed_in, on, cents in rows:
        if on <= handed_in:
            left[invoice] = left.get(invoice, asked) - cents
    return {invoice for invoice, cents in left.items() if cents <= 0}


def _payments_to_place(day: date) -> int:
    came = Payment.objects.filter(booking_date__lte=day, set_aside="")
    placed = Allocation.objects.filter(payment__in=came.values("pk"), on__lte=day)
    return _total(came, "amount_cents") - _total(placed, "cents")


def _credits_to_place(day: date) -> int:
    given = CreditNote.objects.filter(issue_date__lte=day)
    placed = Allocation.objects.filter(credit_note__in=given.values("pk"), on__lte=day)
    return _total(given, "total_cents") - _total(placed, "cents")


def _total(rows: "QuerySet[Any]", column: str) -> int:
    return int(rows.aggregate(total=Sum(column))["total"] or 0)


def _payments(lines: "QuerySet[MessageInvoice]") -> PaymentsByInvoice:
    theirs = Allocation.objects.filter(invoice__in=lines.values("invoice_id"))
    rows = theirs.exclude(Q(kind="CREDIT_NOTE") | Q(reason="WRITTEN_OFF")).order_by("on", "pk")
    found: dict[int, list[tuple[date, int]]] = defaultdict(list)
    for invoice, on, cents in rows.values_list("invoice_id", "on", "cents"):
        found[invoice].append((on, cents))
    return {invoice: tuple(payments) for invoice, payments in found.items()}


def _disputes(lines: "QuerySet[MessageInvoice]") -> dict[int, list[date]]:
    found: dict[int, list[date]] = defaultdict(list)
    theirs = Dispute.objects.filter(invoice__in=lines.values("invoice_id"))
    for invoice, opened_on in theirs.values_list("invoice_id", "opened_on"):
        found[invoice].append(opened_on)
    return found


def _months(first: Month, last: Month) -> list[Month]:
    """Return the months from the first up to and including the last."""
    count = (last[0] - first[0]) * 12 + last[1] - first[1] + 1
    return [(first[0] + (first[1] - 1 + step) // 12, (first[1] - 1 + step) % 12 + 1) for step in range(count)]
