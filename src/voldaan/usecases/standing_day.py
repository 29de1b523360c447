"""What a client's day is decided with, read once for as long as nobody else writes to its book.

Whoever changes the book, the engagement, the client or the strategy that it follows adds an event to the client's
chain: while the chain ends where it did, the day that was read stands.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from voldaan.records import events
from voldaan.records.models import Client
from voldaan.usecases.plan_day import Day, day_of


class _Read(NamedTuple):
    client_id: int
    head: str
    """The hash of the last event of the client when its day was read."""
    day: Day


@dataclass(slots=True, kw_only=True)
class StandingDay:
    """The day that one sender read last."""

    on: date
    _read: _Read | None = None

    def of(self, client: Client) -> Day:
        """Return the day of `client`, read anew where it no longer stands. Needs its book held still.

        Raises:
            StrategyError: what the client follows cannot be used.
        """
        _, head = events.head(client)
        if self._read is None or (self._read.client_id, self._read.head) != (client.pk, head):
            self._read = _Read(client.pk, head, day_of(client, self.on))
        return self._read.day

    def goes_on(self, added: events.Appended) -> None:
        """Know an event after which the day still stands, as when a message leaves.

        What that changes for its own account is read for each message.
        """
        if self._read is not None and self._read.head == added.before:
            self._read = self._read._replace(head=added.after)
