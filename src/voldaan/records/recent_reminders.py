"""The reminders that a debtor got of late, from this client and, through an agency, from its other clients.

A debtor is known again by its e-mail address, or else by its name with its postcode. Nothing of one client's book
is shown to another: only the days on which the agency itself wrote are counted.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from voldaan.domain.strategy.rules import MONTH_DAYS
from voldaan.records.models import Agency, Client
from voldaan.records.raw import day_of_row, rows_from

_DEBTOR: Final = "lower(d.email), lower(d.name), replace(upper(coalesce(p.postcode, '')), ' ', '')"
_JOINED: Final = (
    "FROM records_message m JOIN records_account a ON a.id = m.account_id "
    "JOIN records_debtor d ON d.id = a.debtor_id "
    "LEFT JOIN records_address p ON p.debtor_id = d.id AND p.kind = 'POSTAL' "
)


def recent_reminders(client: Client, on: date, agency: Agency | None) -> dict[int, tuple[date, ...]]:
    """Return the days of the reminders that each account's debtor got in the last thirty days, by account."""
    by_mark: dict[str, dict[int, date]] = defaultdict(dict)
    for message, day, marks in _written(client, on, agency):
        for mark in marks:
            by_mark[mark][message] = day
    if not by_mark:
        return {}
    accounts = rows_from(
        f"SELECT a.id, {_DEBTOR} FROM records_account a JOIN records_debtor d ON d.id = a.debtor_id "
        "LEFT JOIN records_address p ON p.debtor_id = d.id AND p.kind = 'POSTAL' WHERE a.client_id = %s",
        [client.pk],
    )
    found = {}
    for number, *known in accounts:
        got: dict[int, date] = {}
        for mark in _marks(number, *known):
            got |= by_mark.get(mark, {})
        if got:
            found[number] = tuple(sorted(got.values()))
    return found


def _written(client: Client, on: date, agency: Agency | None) -> Iterator[tuple[int, date, list[str]]]:
    """Yield the messages of the last thirty days that left: of the agency, or else of the client."""
    columns = f"SELECT m.id, m.sent_on, a.id, {_DEBTOR} {_JOINED}"
    sent = "m.sent_on > %s AND m.sent_on <= %s AND m.state NOT IN ('BOUNCED', 'FAILED')"
    window = [on - timedelta(days=MONTH_DAYS), on]
    if agency is None:
        rows = rows_from(f"{columns} WHERE m.client_id = %s AND {sent}", [client.pk, *window])
    else:
        engaged = "JOIN records_engagement e ON e.id = m.engagement_id"
        rows = rows_from(f"{columns} {engaged} WHERE e.agency_id = %s AND {sent}", [agency.pk, *window])
    for message, day, *known in rows:
        yield message, day_of_row(day), _marks(*known)


def _marks(account_id: int, email: str, name: str, postcode: str) -> list[str]:
    """Return by what a debtor is known again: its account, its address for mail, and its name where it lives."""
    by_place = f"{' '.join(name.split())}|{postcode}" if postcode else ""
    return [mark for mark in (f"#{account_id}", email, by_place) if mark]
