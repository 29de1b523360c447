"""What people decided otherwise than the strategy: the exceptions in force on a day, as facts of what they are for."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from voldaan.domain.strategy.looks import earliest
from voldaan.domain.strategy.strategy import INCIDENTS, SPOKEN
from voldaan.records.models import Client
from voldaan.records.raw import day_of_row, rows_from

IN_FORCE: Final = (
    "first_day <= %s AND (last_day IS NULL OR last_day >= %s) AND (ended_on IS NULL OR ended_on > %s)"
)
"""Whether an exception counts on a day, which is its parameter three times."""


class InForce(NamedTuple):
    """An exception that counts on a day."""

    account_id: int | None
    invoice_id: int | None
    kind: str
    value: str
    first_day: date
    over: date | None
    """The first day on which it counts no more; None: when somebody ends it."""


class Departures:
    """The exceptions of a client on a day: for the whole client, for accounts and for invoices."""

    def __init__(self, found: list[InForce], later: Mapping[int | None, date] = MappingProxyType({})) -> None:
        """Keep the exceptions by account; a later one goes before an earlier one of its kind.

        `later` is for each account, or None for the whole client, the first day on which another exception begins.
        """
        self.any = bool(found or later)
        self._changes: dict[int | None, date | None] = dict(later)
        for one in found:
            self._changes[one.account_id] = earliest(self._changes.get(one.account_id), one.over)
        self._of_client = [one for one in found if one.account_id is None]
        self._of_accounts: dict[int, list[InForce]] = {}
        for one in found:
            if one.account_id is not None:
                self._of_accounts.setdefault(one.account_id, []).append(one)
        held = [one.over for one in self._of_client if one.kind == "HOLD"]
        self.holds_client = bool(held)
        self.client_held_until = None if None in held else max((day for day in held if day), default=None)
        """The first day on which no exception holds the whole client any more; None: when somebody ends it."""
        self.asks_phone = any(one.kind == "CHANNEL" and one.value in SPOKEN for one in found)
        """Whether somebody is reached by telephone only."""

    def of_invoice(
        self,
        account_id: int,
        invoice_id: int,
        reminded_on: date | None = None,
        incident_on: date | None = None,
    ) -> dict[str, Any]:
        """Return the facts that exceptions give an invoice: its own, its account's and its client's.

        What lets a message come sooner is for one message: what was used before `reminded_on` gives way to a later.
        Who lets one invoice pass an incident over means the one that was there, not a later one: `incident_on` is the
        day on which the present one became clear.
        """
        concern = [
            one
            for one in self._concerning(account_id)
            if one.invoice_id in (None, invoice_id) and not _is_about_an_earlier(one, incident_on)
        ]
        facts: dict[str, Any] = {}
        skips = tuple(dict.fromkeys(one.value for one in concern if one.kind == "SKIP"))
        sooner = [one.first_day for one in concern if one.kind == "SOONER"]
        if skips:
            facts["skips"] = skips
        if sooner:
            unused = [day for day in sooner if reminded_on is None or day > reminded_on]
            facts["sooner"] = min(unused, default=max(sooner))
        return facts

    def of_account(self, account_id: int) -> dict[str, Any]:
        """Return the facts that exceptions give an account: its own before its client's, the latest first."""
        facts: dict[str, Any] = {}
        for one in self._concerning(account_id):
            if one.kind in ("CHANNEL", "STRATEGY"):
                facts.setdefault(one.kind.lower(), one.value)
        changes = earliest(self._changes.get(account_id), self._changes.get(None))
        return facts | {"exceptions_change_on": changes} if changes else facts

    def _concerning(self, account_id: int) -> list[InForce]:
        return [*self._of_accounts.get(account_id, ()), *self._of_client]


def _is_about_an_earlier(one: InForce, incident_on: date | None) -> bool:
    """Test if an exception lets one invoice pass an incident over that another one has followed since."""
    if one.kind != "SKIP" or one.invoice_id is None or one.value not in INCIDENTS:
        return False
    return incident_on is None or incident_on > one.first_day


def departures_on(client: Client, on: date, account_id: int | None = None) -> Departures:
    """Return the exceptions of a client that count on a day, or those that concern one account."""
    one = "" if account_id is None else "AND (account_id IS NULL OR account_id = %s) "
    own = [] if account_id is None else [account_id]
    rows = rows_from(
        "SELECT account_id, invoice_id, kind, value, first_day, last_day, ended_on FROM records_departure "
        f"WHERE client_id = %s AND {IN_FORCE} {one}ORDER BY id DESC",
        [client.pk, on, on, on, *own],
    )
    found = [
        InForce(account, invoice, kind, value, day_of_row(first), _over(last, ended))
        for account, invoice, kind, value, first, last, ended in rows
    ]
    later = rows_from(
        "SELECT account_id, min(first_day) FROM records_departure WHERE client_id = %s AND first_day > %s "
        f"AND (ended_on IS NULL OR ended_on > first_day) {one}GROUP BY account_id",
        [client.pk, on, *own],
    )
    return Departures(found, {account: day_of_row(first) for account, first in later})


def _over(last: Any, ended: Any) -> date | None:
    """Return the first day on which an exception counts no more."""
    days = [day_of_row(last) + timedelta(days=1)] if last else []
    return min([*days, day_of_row(ended)] if ended else days, default=None)


class Chosen(NamedTuple):
    """A strategy that a person chose for an account, or for a whole client."""

    key: str
    of_client: bool


def chosen_strategies(client: Client, on: date, last_day: date | None = None) -> list[Chosen]:
    """Return the strategies that people chose for some account of a client, or for all, on any day of a period.

    `last_day` is its last day; None where it is one day.
    """
    rows = rows_from(
        f"SELECT value, max(CASE WHEN account_id IS NULL THEN 1 ELSE 0 END) FROM records_departure "
        f"WHERE client_id = %s AND {IN_FORCE} AND kind = 'STRATEGY' GROUP BY value ORDER BY value",
        [client.pk, last_day or on, on, on],
    )
    return [Chosen(key, bool(of_client)) for key, of_client in rows]
