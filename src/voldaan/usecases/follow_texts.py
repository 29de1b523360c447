"""Who writes in which texts: a client for itself, or the agency that works for it on a day."""

from collections import defaultdict
from datetime import date
from typing import NamedTuple

from voldaan.records.models import Agency, Client
from voldaan.records.scope import clients, rows_of
from voldaan.records.truth import engagement_on


class Writer(NamedTuple):
    """A client whose debtors read a text set, and the agency whose set it is, where one writes."""

    client: Client
    agency: Agency | None


def text_set_of(client: Client, on: date) -> tuple[str, Agency | None]:
    """Return the key of the texts in which messages for a client are written on a day, and whose they are."""
    with rows_of(client):
        engagement = engagement_on(client, on)
    return (engagement.agency.text_set, engagement.agency) if engagement else (client.text_set, None)


def writers(on: date) -> dict[str, list[Writer]]:
    """Return by key the clients whose debtors read it on a day."""
    found: dict[str, list[Writer]] = defaultdict(list)
    for client in clients():
        key, agency = text_set_of(client, on)
        found[key].append(Writer(client, agency))
    return dict(found)
