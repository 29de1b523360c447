"""The only place that adds allocations, and keeps what is open and what waits in step with them (P9).

Every function runs inside a transaction and an open scope. The constraints of the tables refuse an
allocation of more than an invoice asks or a payment brought.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection
from django.db.models import Q, Sum

from voldaan.domain.matching.counting import Source, SourceKind
from voldaan.records.chunks import chunked
from voldaan.records.inserting import insert_rows, moment
from voldaan.records.models import Allocation, Client, Invoice, Payment

Totals = dict[int, int]
EVIDENCE_SIGNS = 200
WRITTEN_OFF = "WRITTEN_OFF"
"""Why a difference was let go: a person wrote it off."""
ROWS_PER_STATEMENT = 250
_COLUMNS = (
    "client_id", "invoice_id", "kind", "payment_id", "credit_note_id", "beside_id", "reason", "cents", "on", "made_at",
    "evidence",
)  # fmt: skip
"""The columns of an allocation, in the order of `_values`."""


class NewAllocation(NamedTuple):
    """Cents for an invoice, and what they come from. Negative cents take back."""

    invoice_id: int
    kind: str
    cents: int
    on: date
    payment_id: int | None = None
    credit_note_id: int | None = None
    evidence: str = ""
    beside_id: int | None = None
    """The payment with which a difference or a credit note was placed."""
    reason: str = ""
    """Of a difference: why it was let go."""


def allocate(client: Client, allocations: Iterable[NewAllocation], *, at: datetime) -> None:
    """Add allocations; lower what is open of their invoices and what waits of their payments and credit notes."""
    rows = [new for new in allocations if new.cents]
    if not rows:
        return
    made_at = moment(at)
    insert_rows(Allocation, _COLUMNS, [_values(client, new, made_at) for new in rows])
    for table, column, totals in (
        ("records_payment", "waiting_cents", _totals((new.payment_id, new.cents) for new in rows)),
        ("records_creditnote", "waiting_cents", _totals((new.credit_note_id, new.cents) for new in rows)),
        ("records_invoice", "open_cents", _totals((new.invoice_id, new.cents) for new in rows)),
    ):
        _lower(client, table, column, totals)


def _values(client: Client, new: NewAllocation, made_at: object) -> tuple[object, ...]:
    return (
        client.pk, new.invoice_id, new.kind, new.payment_id, new.credit_note_id, new.beside_id, new.reason, new.cents,
        new.on, made_at, new.evidence[:EVIDENCE_SIGNS],
    )  # fmt: skip


def _totals(pairs: Iterable[tuple[int | None, int]]) -> Totals:
    totals: Totals = defaultdict(int)
    for key, cents in pairs:
        if key is not None:
            totals[key] += cents
    return {key: cents for key, cents in totals.items() if cents}


def _lower(client: Client, table: str, column: str, totals: Totals) -> None:
    """Subtract in the database itself: a sum that was read before cannot be written over a newer one."""
    with connection.cursor() as cursor:
        for part in chunked(sorted(totals.items()), ROWS_PER_STATEMENT):
            rows = ", ".join(["(%s, %s)"] * len(part))
            statement = (
                f"UPDATE {table} SET {column} = {column} - given.column2 FROM (VALUES {rows}) AS given "
                f"WHERE {table}.id = given.column1 AND {table}.client_id = %s"
            )
            cursor.execute(statement, [*(value for pair in part for value in pair), client.pk])


def ledger_totals(invoices: Sequence[int] | None = None) -> Totals:
    """Return what open-item lists say was paid of invoices and no payment or credit note explains."""
    return _net("LEDGER", invoices)


def word_totals(invoices: Sequence[int] | None = None) -> Totals:
    """Return what the client's word settled of invoices."""
    return _net("CLIENT_WORD", invoices)


def _net(kind: str, invoices: Sequence[int] | None) -> Totals:
    rows = Allocation.objects.filter(kind=kind)
    parts = [rows] if invoices is None else [rows.filter(invoice__in=part) for part in chunked(invoices)]
    return {
        key: cents
        for part in parts
        for key, cents in part.values_list("invoice").annotate(net=Sum("cents")).order_by()
        if cents
    }


def placed_of(payments: Sequence[int]) -> dict[int, tuple[tuple[int, int], ...]]:
    """Return for each payment what of it stands allocated: invoice and cents."""
    placed: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for part in chunked(payments):
        sums = Allocation.objects.filter(payment__in=part).values_list("payment", "invoice")
        for payment, invoice, cents in sums.annotate(net=Sum("cents")).order_by("payment", "invoice"):
            if cents:
                placed[payment].append((invoice, cents))
    return {key: tuple(parts) for key, parts in placed.items()}


class Beside(NamedTuple):
    """What stands beside a payment on an invoice: a difference with its reason, or a part of a credit note."""

    invoice_id: int
    cents: int
    reason: str
    credit_note_id: int | None


def placed_beside(payments: Sequence[int]) -> dict[int, tuple[Beside, ...]]:
    """Return for each payment the differences and credit notes that stand beside it."""
    found: dict[int, list[Beside]] = defaultdict(list)
    for part in chunked(payments):
        rows = Allocation.objects.filter(beside__in=part).exclude(kind="LEDGER")
        keys = ("beside", "invoice", "reason", "credit_note")
        sums = rows.values_list(*keys).annotate(net=Sum("cents")).order_by(*keys)
        for payment, invoice, reason, credit_note, cents in sums:
            if cents:
                found[payment].append(Beside(invoice, cents, reason, credit_note))
    return {key: tuple(parts) for key, parts in found.items()}


def sources_of(invoices: Sequence[int]) -> dict[int, list[Source]]:
    """Return for each invoice what stands allocated from payments, credit notes and the client's word.

    What stands beside a payment counts as a part of it: it is taken back with it.
    """
    found: dict[int, list[Source]] = defaultdict(list)
    for part in chunked(invoices):
        rows = Allocation.objects.filter(invoice__in=part).exclude(kind="LEDGER")
        keys = ("invoice", "kind", "payment", "credit_note", "beside", "on")
        taken_back = _taken_back(rows.values("payment")) | _taken_back(rows.values("beside"))
        totals: dict[tuple[int, SourceKind, int | None, date], int] = defaultdict(int)
        for invoice, kind, payment, credit_note, beside, on, cents in (
            rows.values_list(*keys).annotate(net=Sum("cents")).order_by(*keys)
        ):
            by_payment = payment or beside
            key = by_payment or credit_note
            totals[invoice, _source_kind(kind, by_payment), key, on] += cents
        for (invoice, source, key, on), cents in totals.items():
            if cents:
                fixed = source == "PAYMENT" and key in taken_back
                found[invoice].append(Source(kind=source, id=key, cents=cents, on=on, taken_back=fixed))
    return found


def _source_kind(kind: str, by_payment: int | None) -> SourceKind:
    """Return as what an allocation counts: what a person wrote off by itself is a word, and no money."""
    if by_payment is not None:
        return "PAYMENT"
    return "CREDIT_NOTE" if kind == "CREDIT_NOTE" else "CLIENT_WORD"


def written_off_back(invoice_id: int, *, evidence: str) -> list[NewAllocation]:
    """Return what takes back all that a person wrote off of an invoice by itself, not beside a payment."""
    rows = Allocation.objects.filter(
        invoice=invoice_id, kind="DIFFERENCE", reason=WRITTEN_OFF, beside__isnull=True
    )
    return [
        NewAllocation(invoice_id, "DIFFERENCE", -cents, on, evidence=evidence, reason=WRITTEN_OFF)
        for on, cents in rows.values_list("on").annotate(net=Sum("cents")).order_by("on")
        if cents
    ]


def _taken_back(payments: Any) -> set[int]:
    """Return the payments that were taken back, and the movements that did it."""
    pairs = Payment.objects.filter(
        Q(pk__in=payments), Q(takes_back__isnull=False) | Q(taken_back_by__isnull=False)
    )
    return set(pairs.values_list("pk", flat=True))


def with_the_list(
    allocations: Sequence[NewAllocation], counted_until: dict[int, date | None], *, room: Totals | None = None
) -> list[NewAllocation]:
    """Return allocations, each beside the ledger's where an open-item list already counted its day.

    The list's amount stays what it is: what the payment explains is no longer explained by the list. With
    `room`, the ledger gives no more than it has: a person said that the rest counts beside the list.
    """
    found = list(allocations)
    for new in allocations:
        until = counted_until.get(new.invoice_id)
        if new.kind == "LEDGER" or until is None or new.on > until:
            continue
        cents = new.cents
        if room is not None:
            cents = min(cents, room.get(new.invoice_id, 0))
            room[new.invoice_id] = room.get(new.invoice_id, 0) - cents
        said, with_payment = "blijkt nu uit de boeking", new.payment_id or new.beside_id
        found.append(
            NewAllocation(new.invoice_id, "LEDGER", -cents, until, evidence=said, beside_id=with_payment)
        )
    return found


def counted_until_of(invoices: Iterable[int]) -> dict[int, date | None]:
    """Return for invoices until which day an open-item list counted their payments."""
    found: dict[int, date | None] = {}
    for part in chunked(sorted(set(invoices))):
        found.update(Invoice.objects.filter(pk__in=part).values_list("pk", "counted_until"))
    return found


def reversed_of(payments: Sequence[int], *, evidence: str) -> list[NewAllocation]:
    """Return what takes back all that stands of payments, with the differences and credit notes beside them."""
    days: dict[int, date] = {}
    for part in chunked(payments):
        days.update(Payment.objects.filter(pk__in=part).values_list("pk", "booking_date"))
    back = [
        NewAllocation(invoice, "PAYMENT", -cents, days[payment], payment_id=payment, evidence=evidence)
        for payment, parts in placed_of(payments).items()
        for invoice, cents in parts
    ]
    back += [
        beside_payment(payment, one._replace(cents=-one.cents), days[payment], evidence)
        for payment, parts in placed_beside(payments).items()
        for one in parts
    ]
    return back


def beside_payment(payment_id: int, one: Beside, on: date, evidence: str) -> NewAllocation:
    """Return the allocation of a difference or a credit note that goes with a payment of this day."""
    kind = "DIFFERENCE" if one.credit_note_id is None else "CREDIT_NOTE"
    return NewAllocation(
        one.invoice_id, kind, one.cents, on, credit_note_id=one.credit_note_id, evidence=evidence,
        beside_id=payment_id, reason=one.reason,
    )  # fmt: skip


def lift_allocations(
    client: Client, *, payments: Sequence[int], at: datetime, evidence: str
) -> dict[int, tuple[tuple[int, int], ...]]:
    """Take back all that was allocated from payments and beside them, so that they wait again.

    Return what was allocated from them. A payment may stand allocated beside a list; the list is counted anew
    by whoever calls this.
    """
    placed = placed_of(payments)
    allocate(client, reversed_of(payments, evidence=evidence), at=at)
    return placed
