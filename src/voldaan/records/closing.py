"""Sums that must close to the cent: invoices, payments, credit notes and their allocations (P9)."""

from collections.abc import Iterator
from typing import Any

from django.db import connection

from voldaan.records.models import Client

_INVOICES = """
SELECT i.number, i.asked_cents - coalesce(sum(a.cents), 0), i.open_cents
FROM records_invoice i LEFT JOIN records_allocation a ON a.invoice_id = i.id
WHERE i.client_id = %s GROUP BY i.id, i.number, i.asked_cents, i.open_cents
HAVING i.asked_cents - coalesce(sum(a.cents), 0) <> i.open_cents ORDER BY i.number
"""
_PAYMENTS = """
SELECT p.id, p.amount_cents - coalesce(sum(a.cents), 0), p.waiting_cents
FROM records_payment p LEFT JOIN records_allocation a ON a.payment_id = p.id
WHERE p.client_id = %s GROUP BY p.id, p.amount_cents, p.waiting_cents
HAVING p.amount_cents - coalesce(sum(a.cents), 0) <> p.waiting_cents ORDER BY p.id
"""
_CREDIT_NOTES = """
SELECT c.number, c.total_cents - coalesce(sum(a.cents), 0), c.waiting_cents
FROM records_creditnote c LEFT JOIN records_allocation a ON a.credit_note_id = c.id
WHERE c.client_id = %s GROUP BY c.id, c.number, c.total_cents, c.waiting_cents
HAVING c.total_cents - coalesce(sum(a.cents), 0) <> c.waiting_cents ORDER BY c.number
"""


def sums_that_do_not_close(client: Client) -> Iterator[str]:
    """Yield a sentence for each invoice, payment or credit note whose allocations do not add up."""
    for noun, sql in (("invoice", _INVOICES), ("payment", _PAYMENTS), ("credit note", _CREDIT_NOTES)):
        for name, counted, kept in _rows(sql, client):
            yield f"{noun} {name}: its allocations leave {counted} cents, the book says {kept}."


def _rows(sql: str, client: Client) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [client.pk])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
