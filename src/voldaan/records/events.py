"""The chain of events of a client: append, walk, verify (P12).

An event's hash covers its own words and the hash of the event before it, so a changed, missing or reordered
one breaks the chain at its place; `EventChain` keeps where the chain ends, so a missing tail is seen too.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Any, NamedTuple

from django.db import connection

from voldaan.records.inserting import insert_rows, moment
from voldaan.records.models import Client, Event, EventChain

GENESIS = "0" * 64
_AS_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEvent:
    """What happened, before it has its place in the chain."""

    kind: str
    on: date
    at: datetime
    actor: str
    account_id: int | None = None
    data: dict[str, Any] = field(default_factory=dict)


class Appended(NamedTuple):
    """The last hash of a chain before events were added, and after."""

    before: str
    after: str


def append(client: Client, *events: NewEvent) -> Appended:
    """Add events to the end of the client's chain, in this order, and return where it ended and ends.

    Must run inside a transaction: on PostgreSQL an advisory lock on the client is held until it ends, on
    SQLite the transaction itself is the lock. Without one, concurrent writers fork the chain.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Events are added inside a transaction.")
    hold_still(client)
    chain, _ = EventChain.objects.get_or_create(client=client, defaults={"hash": GENESIS})
    sequence, previous = chain.sequence, chain.hash
    moments = {at: moment(at) for at in {event.at for event in events}}
    rows = []
    for event in events:
        sequence += 1
        data = _AS_JSON(event.data)
        row = _Link(sequence, previous, event.at, event.on, event.kind, event.actor, event.account_id, data)
        previous = _hash(client, row)
        rows.append((client.pk, previous, *row[:2], moments[event.at], *row[3:]))
    insert_rows(Event, ("client_id", "hash", *_Link._fields), rows)
    EventChain.objects.filter(pk=chain.pk).update(sequence=sequence, hash=previous)
    return Appended(chain.hash, previous)


def digest(*parts: str) -> str:
    """Return the SHA-256 of texts, told apart by their lengths."""
    raw = [part.encode() for part in parts]
    return hashlib.sha256(b"".join([b"%d:%b" % (len(part), part) for part in raw])).hexdigest()


def head(client: Client) -> tuple[int, str]:
    """Return the number and hash of the last event, to see later whether the book has moved."""
    chain = EventChain.objects.filter(client=client).first()
    return (chain.sequence, chain.hash) if chain else (0, GENESIS)


def breaks(client: Client) -> Iterator[str]:
    """Walk a client's chain and yield a sentence for each place where it does not hold."""
    chain = EventChain.objects.filter(client=client).first()
    previous, expected, last = GENESIS, 1, 0
    for event in Event.objects.order_by("sequence").iterator(chunk_size=2000):
        if event.sequence != expected:
            yield f"{client.key}: event {expected} is missing; after {last} comes {event.sequence}."
        if event.previous != previous:
            yield f"{client.key}: event {event.sequence} does not follow the one before it."
        if event.hash != _hash(client, event):
            yield f"{client.key}: event {event.sequence} ({event.kind}) was changed after it was written."
        previous, last, expected = event.hash, event.sequence, event.sequence + 1
    if chain is None and last:
        yield f"{client.key}: the end of the chain is not known."
    if chain is not None and (chain.sequence, chain.hash) != (last, previous):
        yield f"{client.key}: the chain should end at event {chain.sequence}, and ends at {last}."


def hold_still(client: Client) -> None:
    """Keep every other writer of this client's book waiting until the transaction ends.

    Whoever changes the book appends an event, and so takes this lock; what is read after it stays true until
    the commit. On SQLite a transaction is the only writer from its beginning.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [7_601, client.pk])


class _Link(NamedTuple):
    """What of an event goes into its hash, beside the client's key."""

    sequence: int
    previous: str
    at: Any
    """A moment; as the row is written, in the database's own form."""
    on: date
    kind: str
    actor: str
    account_id: int | None
    data: str


def _hash(client: Client, event: Event | _Link) -> str:
    words = (
        client.key,
        str(event.sequence),
        event.previous,
        event.at.astimezone(UTC).isoformat(timespec="microseconds"),
        event.on.isoformat(),
        event.kind,
        event.actor,
        "" if event.account_id is None else str(event.account_id),
        event.data,
    )
    return digest(*words)
