"""The exceptions that stand on a day, or are yet to come: of a whole client, or those that concern one account."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from voldaan.records import desk
from voldaan.records.desk_exceptions import ExceptionRow, exceptions_on
from voldaan.records.finding import account_by_number
from voldaan.records.models import Client
from voldaan.records.scope import rows_of


def show_exceptions(client: Client, *, on: date, debtor: str | None = None) -> tuple[ExceptionRow, ...]:
    """Return the exceptions of a client that stand on a day or are yet to come, the newest first.

    With a debtor: its own and those of the whole client.

    Raises:
        NotFound: the client has no such debtor.
    """
    with rows_of(client):
        account = None if debtor is None else account_by_number(client, debtor)
        return exceptions_on(client, on, account=account)


def show_at_desk(client: Client, *, today: date) -> tuple[date, tuple[ExceptionRow, ...]]:
    """Return the day from which the desk makes one, and the exceptions that stand on it or are yet to come.

    It is the last planned day, so that it counts for the plan that is looked at, or today where that is earlier.
    """
    with rows_of(client):
        on = min(desk.last_planned_day() or today, today)
        return on, exceptions_on(client, on)


def as_json(rows: Iterable[ExceptionRow]) -> list[dict[str, Any]]:
    """Return exceptions as `voldaan exception list --json` prints them."""
    return [
        {
            "kind": "exception",
            "id": row.id,
            "client": row.client,
            "what": row.kind,
            "value": row.value or None,
            "debtor": row.debtor or None,
            "invoice": row.invoice or None,
            "reason": row.reason,
            "from": row.first_day.isoformat(),
            "until": row.last_day.isoformat() if row.last_day else None,
            "by": row.made_by,
        }
        for row in rows
    ]
