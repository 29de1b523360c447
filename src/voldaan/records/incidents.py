"""What went wrong with an invoice after the last message: a broken promise, a failed plan, a returned debit.

An incident does not outlive its reason. It is over when something was agreed or disputed since, when a new direct debit
runs, and when the invoice was settled in between: what then reopens it is another matter.
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Any, Final, NamedTuple

from django.db.models import Sum

from voldaan.domain.strategy.facts import Incident
from voldaan.records.chunks import chunked
from voldaan.records.models import Allocation, Client, Invoice
from voldaan.records.raw import day_of_row, of, rows_from

BROKEN: Final = "BROKEN"
"""The outcome of a payment plan that was ended because instalments stayed out."""
ONE_DAY: Final = timedelta(days=1)


class Failure(NamedTuple):
    """Something that went wrong with an open invoice, as long as nothing came after it."""

    invoice_id: int
    incident: Incident
    clear: date
    """The day on which it became clear."""
    since: date
    """What was settled, agreed or disputed from this day on puts an end to it."""


def incidents(
    client: Client, on: date, account_id: int | None, *, days_after_promise: int
) -> dict[int, tuple[Incident, date]]:
    """Return the latest incident of each open invoice, with the day on which it became clear."""
    failures = [
        *_broken_promises(client, on, account_id, days_after_promise),
        *_failed_plans(client, on, account_id),
        *_returned_debits(client, on, account_id),
    ]
    if not failures:
        return {}
    settled = _settled_until({one.invoice_id for one in failures})
    answered = _answers(client, account_id)
    found: dict[int, tuple[Incident, date]] = {}
    for one in failures:
        number = one.invoice_id
        is_over = settled.get(number, date.min) >= one.since or any(
            day >= one.since and not (kind == "PROMISE" and one.incident == "BROKEN_PROMISE")
            for kind, day in answered.get(number, ())
        )
        if not is_over and (number not in found or one.clear > found[number][1]):
            found[number] = (one.incident, one.clear)
    return found


def _broken_promises(
    client: Client, on: date, account_id: int | None, days_after_promise: int
) -> Iterator[Failure]:
    """Yield the invoices whose last promise has passed, with the days that a payment may be under way."""
    where, own = of(client, account_id, table="i.")
    grace = timedelta(days=days_after_promise)
    rows = rows_from(
        "SELECT i.id, max(x.last_day), max(x.promised_on) FROM records_promise x "
        f"JOIN records_invoice i ON i.id = x.invoice_id WHERE {where} AND i.open_cents > 0 "
        "AND x.cancelled_on IS NULL GROUP BY i.id",
        own,
    )
    for number, last, promised in rows:
        clear = day_of_row(last) + grace + ONE_DAY
        if clear <= on:
            yield Failure(number, "BROKEN_PROMISE", clear, day_of_row(promised))


def _failed_plans(client: Client, on: date, account_id: int | None) -> Iterator[Failure]:
    where, own = of(client, account_id, table="i.")
    rows = rows_from(
        "SELECT i.id, max(p.ended_on) FROM records_paymentplaninvoice x "
        "JOIN records_paymentplan p ON p.id = x.payment_plan_id JOIN records_invoice i ON i.id = x.invoice_id "
        f"WHERE {where} AND i.open_cents > 0 AND p.ended_on <= %s AND upper(p.outcome) = %s GROUP BY i.id",
        [*own, on, BROKEN],
    )
    for number, ended in rows:
        yield Failure(number, "FAILED_PLAN", day_of_row(ended), day_of_row(ended))


def _returned_debits(client: Client, on: date, account_id: int | None) -> Iterator[Failure]:
    """Yield the invoices of which a direct debit came back, and of which no new one is known since."""
    where, own = of(client, account_id)
    rows: Iterator[tuple[Any, ...]] = rows_from(
        f"SELECT id, debit_returned_on FROM records_invoice WHERE {where} AND open_cents > 0 "
        "AND debit_returned_on <= %s AND direct_debit_until IS NULL",
        [*own, on],
    )
    for number, returned in rows:
        yield Failure(number, "RETURNED_DEBIT", day_of_row(returned), day_of_row(returned))


def _answers(client: Client, account_id: int | None) -> dict[int, list[tuple[str, date]]]:
    """Return of open invoices the days on which a debtor promised, agreed a plan or disputed."""
    where, own = of(client, account_id, table="i.")
    is_open = f"WHERE {where} AND i.open_cents > 0"
    found: dict[int, list[tuple[str, date]]] = {}
    for kind, sql in (
        (
            "PROMISE",
            "SELECT i.id, max(x.promised_on) FROM records_promise x JOIN records_invoice i ON i.id = x.invoice_id "
            f"{is_open} AND x.cancelled_on IS NULL GROUP BY i.id",
        ),
        (
            "PLAN",
            "SELECT i.id, max(p.agreed_on) FROM records_paymentplaninvoice x "
            "JOIN records_paymentplan p ON p.id = x.payment_plan_id "
            f"JOIN records_invoice i ON i.id = x.invoice_id {is_open} GROUP BY i.id",
        ),
        (
            "DISPUTE",
            "SELECT i.id, max(x.opened_on) FROM records_dispute x JOIN records_invoice i ON i.id = x.invoice_id "
            f"{is_open} GROUP BY i.id",
        ),
    ):
        for number, day in rows_from(sql, own):
            found.setdefault(number, []).append((kind, day_of_row(day)))
    return found


def _settled_until(invoices: Collection[int]) -> dict[int, date]:
    """Return of open invoices that were settled before the last day at whose end they were.

    Only what was taken back again can have been: of the others nothing is added up.
    """
    found: dict[int, date] = {}
    for part in chunked(sorted(invoices)):
        taken_back = Allocation.objects.filter(invoice__in=part, cents__lt=0).values("invoice").distinct()
        sums = Allocation.objects.filter(invoice__in=taken_back).values_list("invoice", "on")
        days: dict[int, list[tuple[date, int]]] = {}
        for number, day, cents in sums.annotate(cents_of_day=Sum("cents")).order_by("invoice", "on"):
            days.setdefault(number, []).append((day, cents))
        asked = dict(Invoice.objects.filter(pk__in=list(days)).values_list("pk", "asked_cents"))
        for number, changes in days.items():
            last = _last_settled_day(asked[number], changes)
            if last is not None:
                found[number] = last
    return found


def _last_settled_day(asked_cents: int, changes: list[tuple[date, int]]) -> date | None:
    """Return the last day at whose end nothing was open, given what each day changed, in order.

    >>> _last_settled_day(100, [(date(2026, 3, 3), 100), (date(2026, 3, 18), -100)])
    datetime.date(2026, 3, 17)
    >>> _last_settled_day(100, [(date(2026, 3, 3), 60), (date(2026, 3, 18), -60)]) is None
    True
    """
    paid, last, was_settled = 0, None, False
    for day, cents in changes:
        if was_settled:
            last = day - ONE_DAY
        paid += cents
        was_settled = paid == asked_cents
    return last
