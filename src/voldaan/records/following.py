"""Which strategies the engagements and the exceptions of clients name, for many clients at once."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from voldaan.records.departures import IN_FORCE
from voldaan.records.models import Client
from voldaan.records.raw import day_of_row, rows_from


class AgreedList(NamedTuple):
    """The list of strategies of an engagement that has not ended."""

    client_id: int
    strategy: str
    first_day: date


def agreed_lists(clients: Sequence[Client], on: date) -> list[AgreedList]:
    """Return the lists of the engagements of these clients that run on a day or later, the latest first."""
    rows = rows_from(
        f"SELECT client_id, strategy, first_day FROM records_engagement WHERE client_id IN ({_marks(clients)}) "
        "AND (last_day IS NULL OR last_day >= %s) ORDER BY first_day DESC, id DESC",
        [*(client.pk for client in clients), on],
    )
    return [AgreedList(client, keys, day_of_row(first)) for client, keys, first in rows]


def chosen_keys(clients: Sequence[Client], on: date) -> list[tuple[int, str]]:
    """Return the strategies that people chose for some account of these clients, or for all, on a day."""
    rows = rows_from(
        f"SELECT DISTINCT client_id, value FROM records_departure WHERE client_id IN ({_marks(clients)}) "
        f"AND kind = 'STRATEGY' AND {IN_FORCE} ORDER BY client_id, value",
        [*(client.pk for client in clients), on, on, on],
    )
    return [(client, key) for client, key in rows]


def _marks(clients: Sequence[Client]) -> str:
    """Return a mark for each client; one that fits nothing where there is none."""
    return ", ".join(["%s"] * len(clients)) or "NULL"
