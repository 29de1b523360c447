"""Plain queries for photographs: rows as the driver gives them, days out of them, and the condition of one client.

Raw SQL is not covered by the scope, so the client is an argument of every function that makes a query.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any, Final

from django.db import connection

from voldaan.records.models import Client
from voldaan.records.models.message import REMINDING

REMINDS: Final = f"kind IN ({', '.join(repr(kind) for kind in REMINDING)})"
"""The condition on a message that it reminds: a thank-you, a reply and a statement of account do not."""
_memo: dict[str, date] = {}


def day_of_row(value: Any) -> date:
    """Return a day: SQLite's raw cursor gives text, PostgreSQL a date."""
    if isinstance(value, date):
        return value
    day = _memo.get(value)
    if day is None:
        day = _memo[value] = date.fromisoformat(value)
    return day


def rows_from(sql: str, parameters: list[Any]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query as they come from the driver, without Django's conversions."""
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, parameters)
        while rows := cursor.fetchmany(5000):
            yield from rows


def of(
    client: Client, account_id: int | None, column: str = "account_id", table: str = ""
) -> tuple[str, list[Any]]:
    """Return the condition that keeps a query to one client, and to one account where that is asked."""
    if account_id is None:
        return f"{table}client_id = %s", [client.pk]
    return f"{table}client_id = %s AND {table}{column} = %s", [client.pk, account_id]
