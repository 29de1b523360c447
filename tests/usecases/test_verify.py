"""`verify` finds what was done straight in the database, behind the book's back (P9, P12)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from tests.builders import DUE, a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from voldaan.records import archive
from voldaan.records.append_only import APPEND_ONLY_TABLES, lifted
from voldaan.records.models import (
    Allocation,
    BankStatement,
    Client,
    CreditNote,
    Event,
    EventChain,
    HandOver,
    Invoice,
    Message,
    Payment,
)
from voldaan.records.scope import rows_of
from voldaan.usecases.run_day import run_day
from voldaan.usecases.settle_invoice import settle_invoice
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    return tmp_path


@pytest.fixture
def client() -> Client:
    """A client that sent one reminder, and whose other invoice was settled by its word."""
    made = a_client()
    account = an_account(made)
    an_invoice(account, "2026-0001")
    an_invoice(account, "2026-0002")
    settle_invoice(made, "2026-0002", on=DUE, at=ten_o_clock(DUE), by="test")
    bank_known_until(made, ON)
    assert run_day(made, on=ON, at=ten_o_clock(ON), by="test", approve=True).sent.sent == 1
    assert list(verify_book([made])) == []
    return made


@contextmanager
def somebody_at(client: Client) -> Iterator[None]:
    """Let somebody with the keys of the database work in it, past the triggers."""
    with lifted(), rows_of(client):
        yield


def found(client: Client) -> list[str]:
    return list(verify_book([client]))


class TestEvents:
    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("data", '{"cents":1}'),
            ("actor", "somebody else"),
            ("kind", "message.sent"),
            ("on", after(1)),
            ("at", ten_o_clock(after(1))),
            ("account_id", 99),
            ("hash", "f" * 64),
            ("previous", "f" * 64),
        ],
    )
    def test_a_changed_one(self, client: Client, field: str, value: object) -> None:
        with somebody_at(client):
            Event.objects.filter(sequence=2).update(**{field: value})
        assert any("event 2 " in sentence or "event 3 " in sentence for sentence in found(client))

    @pytest.mark.parametrize("place", ["first", "middle", "last"])
    def test_a_missing_one(self, client: Client, place: str) -> None:
        with somebody_at(client):
            numbers = list(Event.objects.order_by("sequence").values_list("sequence", flat=True))
            gone = {"first": numbers[0], "middle": numbers[2], "last": numbers[-1]}[place]
            Event.objects.filter(sequence=gone).delete()
        said = found(client)
        assert said
        if place == "last":
            assert said[0] == f"bakkerij: the chain should end at event {gone}, and ends at {gone - 1}."
        else:
            assert f"event {gone} is missing" in said[0]

    def test_a_missing_tail_with_its_end_rewritten_too(self, client: Client) -> None:
        """Whoever rewrites the end of the chain as well leaves a book whose messages have no events."""
        with somebody_at(client):
            last = Event.objects.order_by("-sequence").first()
            assert last is not None
            EventChain.objects.update(sequence=last.sequence - 1, hash=last.previous)
        assert found(client) == [
            f"bakkerij: the chain should end at event {last.sequence - 1}, and ends at {last.sequence}."
        ]

    def test_two_that_changed_places(self, client: Client) -> None:
        with somebody_at(client):
            Event.objects.filter(sequence=2).update(sequence=900)
            Event.objects.filter(sequence=3).update(sequence=2)
            Event.objects.filter(sequence=900).update(sequence=3)
        said = " ".join(found(client))
        assert "event 2 does not follow the one before it." in said
        assert "was changed after it was written" in said

    def test_one_that_was_slipped_in(self, client: Client) -> None:
        with somebody_at(client):
            last = Event.objects.order_by("-sequence").first()
            assert last is not None
            last.pk, last.sequence, last.previous = None, last.sequence + 1, last.hash
            last.save(force_insert=True)
        said = " ".join(found(client))
        assert f"event {last.sequence} " in said
        assert "the chain should end" in said

    def test_a_chain_whose_end_is_gone(self, client: Client) -> None:
        EventChain.objects.filter(client=client).delete()
        assert found(client) == ["bakkerij: the end of the chain is not known."]

    def test_a_chain_that_was_moved_to_another_client(self, client: Client) -> None:
        other = a_client("slager")
        with somebody_at(client), connection.cursor() as cursor:
            cursor.execute("UPDATE records_event SET client_id = %s", [other.pk])
            cursor.execute("UPDATE records_eventchain SET client_id = %s", [other.pk])
        assert "was changed after it was written" in " ".join(found(other))
        assert "its events say nothing" in " ".join(found(client))


class TestSums:
    @pytest.mark.parametrize("cents", [0, 12_499])
    def test_what_is_open_of_an_invoice(self, client: Client, cents: int) -> None:
        with somebody_at(client):
            Invoice.objects.filter(number="2026-0001").update(open_cents=cents)
        said = f"bakkerij: invoice 2026-0001: its allocations leave 12500 cents, the book says {cents}."
        assert found(client) == [said]

    def test_what_an_invoice_asked(self, client: Client) -> None:
        with somebody_at(client):
            Invoice.objects.filter(number="2026-0001").update(asked_cents=12_501)
        assert found(client) == [
            "bakkerij: invoice 2026-0001: its allocations leave 12501 cents, the book says 12500."
        ]

    def test_a_changed_allocation(self, client: Client) -> None:
        with somebody_at(client):
            Allocation.objects.update(cents=12_499)
        assert found(client) == [
            "bakkerij: invoice 2026-0002: its allocations leave 1 cents, the book says 0."
        ]

    def test_a_removed_allocation(self, client: Client) -> None:
        with somebody_at(client):
            Allocation.objects.all().delete()
        assert found(client) == [
            "bakkerij: invoice 2026-0002: its allocations leave 12500 cents, the book says 0."
        ]

    def test_an_allocation_on_another_invoice(self, client: Client) -> None:
        with somebody_at(client):
            Allocation.objects.update(invoice=Invoice.objects.get(number="2026-0001"))
        assert len(found(client)) == 2

    def test_what_waits_of_a_payment(self, client: Client) -> None:
        with somebody_at(client):
            _a_payment(client, waiting=10_000)
        assert found(client) == []
        with somebody_at(client):
            Payment.objects.update(waiting_cents=9_999)
        assert "its allocations leave 10000 cents, the book says 9999." in found(client)[0]

    def test_what_waits_of_a_credit_note(self, client: Client) -> None:
        with somebody_at(client):
            account = Invoice.objects.all()[0].account
            CreditNote.objects.create(
                client=client,
                account=account,
                number="C-1",
                issue_date=DUE,
                total_cents=500,
                waiting_cents=400,
            )
        assert found(client) == [
            "bakkerij: credit note C-1: its allocations leave 500 cents, the book says 400."
        ]


class TestBytes:
    def test_what_left_was_changed_on_disk(self, client: Client, home: Path) -> None:
        _path_of_what_left(client, home).write_bytes(b"another letter")
        (said,) = found(client)
        assert "was changed on disk" in said

    @pytest.mark.parametrize("part", ["text_sha256", "html_sha256", "pdf_sha256", "mail_sha256"])
    def test_what_was_written_was_changed_on_disk(self, client: Client, home: Path, part: str) -> None:
        _path_of(client, home, part).write_bytes(b"another text")
        (said,) = found(client)
        assert "was changed on disk" in said

    def test_a_dossier_was_changed_on_disk(self, client: Client, home: Path) -> None:
        with rows_of(client):
            account = Invoice.objects.all()[0].account
            digest = archive.keep(b"a dossier")
            HandOver.objects.create(
                client=client, account=account, on=ON, confirmed_by="Sanne", confirmed_at=ten_o_clock(ON),
                dossier_sha256=digest,
            )  # fmt: skip
        assert found(client) == []
        (home / "archive" / digest[:2] / digest).unlink()
        (said,) = found(client)
        assert said.startswith("bakkerij: hand-over ")

    def test_what_left_is_gone(self, client: Client, home: Path) -> None:
        _path_of_what_left(client, home).unlink()
        (said,) = found(client)
        assert "The archive lacks" in said


@pytest.mark.parametrize("table", APPEND_ONLY_TABLES)
def test_a_missing_guard(client: Client, table: str) -> None:
    triggers = (
        [f"DROP TRIGGER {table}_no_update"]
        if connection.vendor == "sqlite"
        else [f"DROP TRIGGER {table}_only_added ON {table}"]
    )
    with connection.cursor() as cursor:
        for statement in triggers:
            cursor.execute(statement)
    try:
        assert found(client) == [f"The database does not guard {table}: its append-only trigger is missing."]
    finally:
        with lifted():
            pass
    assert found(client) == []


def test_one_client_is_not_blamed_for_another(client: Client) -> None:
    other = a_client("slager")
    with somebody_at(client):
        Invoice.objects.filter(number="2026-0001").update(open_cents=0)
    assert found(other) == []
    assert len(list(verify_book([client, other]))) == 1


def _path_of_what_left(client: Client, home: Path) -> Path:
    return _path_of(client, home, "sent_sha256")


def _path_of(client: Client, home: Path, part: str) -> Path:
    with rows_of(client):
        name = str(getattr(Message.objects.get(), part))
    return home / "archive" / name[:2] / name


def _a_payment(client: Client, *, waiting: int) -> None:
    Payment.objects.create(
        client=client, statement=BankStatement.objects.all()[0], bank_iban="NL91ABNA0417164300", booking_date=DUE,
        amount_cents=waiting, waiting_cents=waiting, currency="EUR", digest="a" * 64, matched_at=ten_o_clock(DUE),
    )  # fmt: skip


def test_a_message_that_says_it_never_left(client: Client) -> None:
    with somebody_at(client):
        Message.objects.update(state="WITHDRAWN")
    assert any("its events say SENT" in sentence for sentence in verify_book([client]))


def test_a_message_that_points_at_other_archived_bytes(client: Client) -> None:
    with somebody_at(client):
        Message.objects.update(sent_sha256=archive.keep(b"something else"))
    assert any("other bytes" in sentence for sentence in verify_book([client]))
