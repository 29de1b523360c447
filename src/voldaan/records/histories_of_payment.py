"""How the accounts of a client paid before, and since when they are known: read only where a strategy asks for it."""

from collections import defaultdict
from datetime import date, timedelta

from voldaan.domain.strategy.facts import PaymentHistory
from voldaan.domain.strategy.history import LOOK_BACK_DAYS, payment_history
from voldaan.records.models import Client
from voldaan.records.raw import day_of_row, of, rows_from


def payment_histories(client: Client, on: date, account_id: int | None) -> dict[int, PaymentHistory]:
    """Return how each account paid the invoices that were settled in the last two years.

    What was credited or let go tells nothing of how somebody pays: an invoice counts by its last payment.
    """
    where, own = of(client, account_id, table="i.")
    rows = rows_from(
        'SELECT i.account_id, i.due_date, max(x."on") FROM records_invoice i '
        "JOIN records_allocation x ON x.invoice_id = i.id AND x.cents > 0 "
        "AND x.kind IN ('PAYMENT', 'LEDGER', 'CLIENT_WORD') "
        f"WHERE {where} AND i.open_cents = 0 AND i.withdrawn_on IS NULL GROUP BY i.account_id, i.id, i.due_date "
        'HAVING max(x."on") > %s AND max(x."on") <= %s',
        [*own, on - timedelta(days=LOOK_BACK_DAYS), on],
    )
    late: dict[int, list[int]] = defaultdict(list)
    for number, due, settled in rows:
        late[number].append((day_of_row(settled) - day_of_row(due)).days)
    return {number: payment_history(days) for number, days in late.items()}


def first_invoices(client: Client, account_id: int | None) -> dict[int, date]:
    """Return the day of the first invoice of each account."""
    where, own = of(client, account_id)
    rows = rows_from(
        f"SELECT account_id, min(issue_date) FROM records_invoice WHERE {where} GROUP BY account_id", own
    )
    return {number: day_of_row(first) for number, first in rows}
