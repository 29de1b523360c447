"""What people decided otherwise than the strategy: the exceptions in force on a day, as facts of what they are for."""

from datetime import date
from typing import Any, NamedTuple

from voldaan.records.models import Client
from voldaan.records.raw import day_of_row, rows_from

_IN_FORCE = (
    "client_id = %s AND first_day <= %s AND (last_day IS NULL OR last_day >= %s) "
    "AND (ended_on IS NULL OR ended_on > %s)"
)


class InForce(NamedTuple):
    """An exception that counts on a day."""

    account_id: int | None
    invoice_id: int | None
    kind: str
    value: str
    first_day: date


class Departures:
    """The exceptions of a client on a day: for the whole client, for accounts and for invoices."""

    def __init__(self, found: list[InForce]) -> None:
        """Keep the exceptions; a later one goes before an earlier one of its kind."""
        self.any = bool(found)
        self.holds_client = any(one.kind == "HOLD" for one in found)
        self._found = found

    def of_invoice(self, account_id: int, invoice_id: int) -> dict[str, Any]:
        """Return the facts that exceptions give an invoice: its own, its account's and its client's."""
        concern = [
            one
            for one in self._found
            if one.account_id in (None, account_id) and one.invoice_id in (None, invoice_id)
        ]
        facts: dict[str, Any] = {}
        skips = tuple(dict.fromkeys(one.value for one in concern if one.kind == "SKIP"))
        sooner = [one.first_day for one in concern if one.kind == "SOONER"]
        if skips:
            facts["skips"] = skips
        if sooner:
            facts["sooner"] = min(sooner)
        return facts

    def of_account(self, account_id: int) -> dict[str, Any]:
        """Return the facts that exceptions give an account: its own before its client's, the latest first."""
        facts: dict[str, Any] = {}
        own_first = sorted(self._found, key=lambda one: one.account_id is None)
        for one in own_first:
            if one.kind in ("CHANNEL", "STRATEGY") and one.account_id in (None, account_id):
                facts.setdefault(one.kind.lower(), one.value)
        return facts


def departures_on(client: Client, on: date, account_id: int | None = None) -> Departures:
    """Return the exceptions of a client that count on a day, or those that concern one account."""
    rows = rows_from(
        f"SELECT account_id, invoice_id, kind, value, first_day FROM records_departure WHERE {_IN_FORCE} "
        "ORDER BY id DESC",
        [client.pk, on, on, on],
    )
    found = [
        InForce(account, invoice, kind, value, day_of_row(first))
        for account, invoice, kind, value, first in rows
    ]
    if account_id is not None:
        found = [one for one in found if one.account_id in (None, account_id)]
    return Departures(found)


def chosen_strategies(client: Client, on: date) -> list[str]:
    """Return the keys of the strategies that people chose for some account of a client, or for all, on a day."""
    rows = rows_from(
        f"SELECT DISTINCT value FROM records_departure WHERE {_IN_FORCE} AND kind = 'STRATEGY' ORDER BY value",
        [client.pk, on, on, on],
    )
    return [key for (key,) in rows]
