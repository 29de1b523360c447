"""What happened is only ever added, and a changed, missing or reordered event is found (P12)."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import DatabaseError, connection, transaction

from tests.builders import DUE, a_client, ten_o_clock
from voldaan.records import events
from voldaan.records.append_only import lifted, missing_triggers
from voldaan.records.models import Client, Event, EventChain
from voldaan.records.scope import one_transaction, rows_of

pytestmark = pytest.mark.django_db(transaction=True)


def happen(client: Client, *kinds: str) -> None:
    with rows_of(client), one_transaction():
        happened = (
            events.NewEvent(kind=kind, on=DUE, at=ten_o_clock(DUE), actor="test", data={"kind": kind})
            for kind in kinds
        )
        events.append(client, *happened)


def breaks(client: Client) -> list[str]:
    with rows_of(client):
        return list(events.breaks(client))


@pytest.fixture
def client() -> Iterator[Client]:
    made = a_client()
    happen(made, "one", "two")
    happen(made, "three")
    yield made


def tamper(sql: str) -> None:
    with lifted(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_a_chain_that_nobody_touched_holds(client: Client) -> None:
    assert breaks(client) == []


@pytest.mark.parametrize("sql", ["UPDATE records_event SET actor = 'me'", "DELETE FROM records_event"])
def test_the_database_refuses_to_change_or_remove_an_event(client: Client, sql: str) -> None:
    with (
        pytest.raises(DatabaseError, match="only ever added"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)
    assert breaks(client) == []


@pytest.mark.parametrize("column", ["actor", "kind", "data"])
def test_a_changed_event_is_found(client: Client, column: str) -> None:
    tamper(f"UPDATE records_event SET {column} = 'other' WHERE sequence = 2")
    assert any("event 2" in sentence and "was changed" in sentence for sentence in breaks(client))


def test_a_missing_event_is_found(client: Client) -> None:
    tamper("DELETE FROM records_event WHERE sequence = 2")
    assert any("event 2 is missing" in sentence for sentence in breaks(client))


def test_a_missing_last_event_is_found(client: Client) -> None:
    tamper("DELETE FROM records_event WHERE sequence = 3")
    assert breaks(client) == ["bakkerij: the chain should end at event 3, and ends at 2."]


def test_two_events_that_changed_places_are_found(client: Client) -> None:
    tamper("UPDATE records_event SET sequence = 9, previous = 'x' WHERE sequence = 1")
    tamper("UPDATE records_event SET sequence = 1 WHERE sequence = 2")
    tamper("UPDATE records_event SET sequence = 2 WHERE sequence = 9")
    assert breaks(client)


def test_the_triggers_come_back_after_they_were_lifted(client: Client) -> None:
    with lifted():
        assert "records_event" in missing_triggers()
    assert missing_triggers() == []


def test_each_client_has_a_chain_of_its_own(client: Client) -> None:
    other = a_client("slager")
    happen(other, "one")
    with rows_of(other):
        assert Event.objects.get().sequence == 1
    assert breaks(client) == breaks(other) == []


def test_an_event_outside_a_transaction_is_refused(client: Client) -> None:
    with rows_of(client), pytest.raises(RuntimeError, match="inside a transaction"):
        events.append(client, events.NewEvent(kind="x", on=DUE, at=ten_o_clock(DUE), actor="test"))


def test_concurrent_writers_do_not_fork_the_chain(client: Client) -> None:
    def write(number: int) -> None:
        try:
            happen(client, f"from {number}")
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=4) as pool:
        list(pool.map(write, range(24)))
    assert breaks(client) == []
    assert EventChain.objects.get(client=client).sequence == 27
