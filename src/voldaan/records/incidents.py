"""What went wrong with an invoice after the last message: a broken promise, a failed plan, a returned debit."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, Final

from voldaan.domain.strategy.facts import Incident
from voldaan.records.models import Client
from voldaan.records.raw import day_of_row, of, rows_from

BROKEN: Final = "BROKEN"
"""The outcome of a payment plan that was ended because instalments stayed out."""


def incidents(
    client: Client, on: date, account_id: int | None, *, days_after_promise: int
) -> dict[int, tuple[Incident, date]]:
    """Return the latest incident of each open invoice, with the day on which it became clear."""
    found: dict[int, tuple[Incident, date]] = {}
    for number, incident, clear in (
        *_broken_promises(client, on, account_id, days_after_promise),
        *_failed_plans(client, on, account_id),
        *_returned_debits(client, on, account_id),
    ):
        if number not in found or clear > found[number][1]:
            found[number] = (incident, clear)
    return found


def _broken_promises(
    client: Client, on: date, account_id: int | None, days_after_promise: int
) -> Iterator[tuple[int, Incident, date]]:
    """Yield the invoices whose last promise has passed, with the days that a payment may be under way."""
    where, own = of(client, account_id, table="i.")
    grace = timedelta(days=days_after_promise)
    rows = rows_from(
        "SELECT i.id, max(x.last_day) FROM records_promise x JOIN records_invoice i ON i.id = x.invoice_id "
        f"WHERE {where} AND i.open_cents > 0 AND x.cancelled_on IS NULL GROUP BY i.id",
        own,
    )
    for number, last in rows:
        clear = day_of_row(last) + grace + timedelta(days=1)
        if clear <= on:
            yield number, "BROKEN_PROMISE", clear


def _failed_plans(client: Client, on: date, account_id: int | None) -> Iterator[tuple[int, Incident, date]]:
    where, own = of(client, account_id, table="i.")
    rows = rows_from(
        "SELECT i.id, max(p.ended_on) FROM records_paymentplaninvoice x "
        "JOIN records_paymentplan p ON p.id = x.payment_plan_id JOIN records_invoice i ON i.id = x.invoice_id "
        f"WHERE {where} AND i.open_cents > 0 AND p.ended_on <= %s AND upper(p.outcome) = %s GROUP BY i.id",
        [*own, on, BROKEN],
    )
    for number, ended in rows:
        yield number, "FAILED_PLAN", day_of_row(ended)


def _returned_debits(
    client: Client, on: date, account_id: int | None
) -> Iterator[tuple[int, Incident, date]]:
    where, own = of(client, account_id)
    rows: Iterator[tuple[Any, ...]] = rows_from(
        f"SELECT id, debit_returned_on FROM records_invoice WHERE {where} AND open_cents > 0 "
        "AND debit_returned_on <= %s",
        [*own, on],
    )
    for number, returned in rows:
        yield number, "RETURNED_DEBIT", day_of_row(returned)
