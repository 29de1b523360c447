"""The days of a period on which other exceptions are in force, and what each account's facts then are."""

from collections.abc import Iterable
from datetime import date, timedelta

from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.standing import Turn
from voldaan.records.departures import Departures, departures_on
from voldaan.records.models import Client
from voldaan.records.raw import day_of_row, rows_from


def departure_turns(client: Client, first_day: date, last_day: date) -> list[Turn]:
    """Return the days after `first_day` and up to and including `last_day` on which an exception begins or ends."""
    rows = rows_from(
        "SELECT DISTINCT first_day, last_day, ended_on FROM records_departure WHERE client_id = %s "
        "AND first_day <= %s AND (last_day IS NULL OR last_day >= %s) AND (ended_on IS NULL OR ended_on > %s)",
        [client.pk, last_day, first_day, first_day],
    )
    days = {day for begins, last, ended in rows for day in _days(begins, last, ended)}
    return [
        Turn(day, _Applied(departures_on(client, day))) for day in sorted(days) if first_day < day <= last_day
    ]


def departure_turns_from(client: Client, first_day: date, last_day: date) -> list[Turn]:
    """Return the days of a period from each of which other exceptions are in force; none where there never are any."""
    later = departure_turns(client, first_day, last_day)
    at_first = departures_on(client, first_day)
    return [Turn(first_day, _Applied(at_first)), *later] if later or at_first.any else []


def under(departures: Departures, account: AccountFacts) -> AccountFacts:
    """Return the facts of an account as these exceptions make them, whatever others made of them before."""
    bare = account._replace(
        invoices=tuple(
            [
                one._replace(
                    **{"skips": (), "sooner": None}
                    | departures.of_invoice(account.id, one.id, one.reminded_on, one.incident_on)
                )
                for one in account.invoices
            ]
        ),
        **{"channel": None, "strategy": None, "exceptions_change_on": None}
        | departures.of_account(account.id),
    )
    if bare.block not in (None, "HELD_BY_CLIENT"):
        return bare
    if departures.holds_client:
        return bare._replace(block="HELD_BY_CLIENT", block_until=departures.client_held_until)
    return bare._replace(block=None, block_until=None)


class _Applied:
    """The exceptions of one turn, ready to be laid on an account."""

    def __init__(self, departures: Departures) -> None:
        self.departures = departures

    def __call__(self, account: AccountFacts) -> AccountFacts:
        """Return the facts as the exceptions make them."""
        return under(self.departures, account)


def _days(begins: object, last: object, ended: object) -> Iterable[date]:
    yield day_of_row(begins)
    if last is not None:
        yield day_of_row(last) + timedelta(days=1)
    if ended is not None:
        yield day_of_row(ended)
