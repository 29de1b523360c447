"""The reminders that a debtor got of late, from this client and, through an agency, from its other clients.

A debtor is known again by its e-mail address, or else by its name with its postcode. Nothing of one client's book
is shown to another: only the days on which the agency itself wrote are counted.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from string import ascii_lowercase, ascii_uppercase
from typing import Any, Final, NamedTuple

from voldaan.domain.strategy.rules import MONTH_DAYS
from voldaan.records.models import Agency, Client
from voldaan.records.raw import REMINDS, day_of_row, of, rows_from

_KNOWN_BY: Final = "a.id, d.email, d.name, coalesce(p.postcode, '')"
_DEBTOR: Final = (
    "records_account a JOIN records_debtor d ON d.id = a.debtor_id "
    "LEFT JOIN records_address p ON p.debtor_id = d.id AND p.kind = 'POSTAL' "
)
_ASCII_LOWER: Final = str.maketrans(ascii_uppercase, ascii_lowercase)


class _Debtor(NamedTuple):
    """An account with what its debtor is known again by."""

    account_id: int
    email: str
    name: str
    postcode: str


def recent_reminders(
    client: Client, on: date, agency: Agency | None, account_id: int | None = None
) -> dict[int, tuple[date, ...]]:
    """Return the days of the reminders that each account's debtor got in the last thirty days, by account.

    Two reminders on one day, of two clients, are two.
    """
    where, own = of(client, account_id, column="id", table="a.")
    accounts = [
        _known(*row)
        for row in rows_from(f"SELECT {_KNOWN_BY} FROM {_DEBTOR} WHERE {where} ORDER BY a.id", own)
    ]
    by_mark: dict[str, dict[int, date]] = defaultdict(dict)
    for message, day, debtor in _written(client, on, agency, None if account_id is None else accounts):
        for mark in _marks(debtor):
            by_mark[mark][message] = day
    found = {}
    for debtor in accounts if by_mark else ():
        got: dict[int, date] = {}
        for mark in _marks(debtor):
            got |= by_mark.get(mark, {})
        if got:
            found[debtor.account_id] = tuple(sorted(got.values()))
    return found


def _written(
    client: Client, on: date, agency: Agency | None, debtors: Sequence[_Debtor] | None
) -> Iterator[tuple[int, date, _Debtor]]:
    """Yield the reminders of the last thirty days that left: of the agency, or else of the client.

    Of some debtors only those are read that could be theirs.
    """
    tables = f"records_message m JOIN {_DEBTOR.replace(' a JOIN', ' a ON a.id = m.account_id JOIN', 1)}"
    if agency is None:
        whose, parameters = "m.client_id = %s", [client.pk]
    else:
        tables += "JOIN records_engagement e ON e.id = m.engagement_id "
        whose, parameters = "e.agency_id = %s", [agency.pk]
    same, known_by = ("", []) if debtors is None else _could_be(debtors)
    rows = rows_from(
        f"SELECT m.id, m.sent_on, {_KNOWN_BY} FROM {tables}WHERE {whose} AND m.sent_on > %s AND m.sent_on <= %s "
        f"AND m.{REMINDS} AND m.state NOT IN ('BOUNCED', 'FAILED'){same}",
        [*parameters, on - timedelta(days=MONTH_DAYS), on, *known_by],
    )
    for message, day, *known in rows:
        yield message, day_of_row(day), _known(*known)


def _could_be(debtors: Sequence[_Debtor]) -> tuple[str, list[Any]]:
    one = (
        "a.id = %s OR (d.email <> '' AND lower(d.email) = %s) OR "
        "(p.postcode <> '' AND replace(upper(p.postcode), ' ', '') = %s)"
    )
    known_by = [value for debtor in debtors for value in (debtor.account_id, debtor.email, debtor.postcode)]
    return f" AND ({' OR '.join([one] * len(debtors)) or '1 = 0'})", known_by


def _known(account_id: int, email: str, name: str, postcode: str) -> _Debtor:
    """Return a debtor as it is compared: the databases do not agree on capitals outside ASCII, so not in SQL."""
    return _Debtor(
        account_id,
        email.translate(_ASCII_LOWER),
        " ".join(name.casefold().split()),
        postcode.upper().replace(" ", ""),
    )


def _marks(debtor: _Debtor) -> list[str]:
    """Return by what a debtor is known again: its account, its address for mail, and its name where it lives."""
    by_place = f"{debtor.name}|{debtor.postcode}" if debtor.postcode else ""
    return [mark for mark in (f"#{debtor.account_id}", debtor.email, by_place) if mark]
