"""What was decided of a payment is taken back by a person, and put back as it was."""

from datetime import date
from typing import Any

import pytest

from tests.usecases.book_state import state_of
from tests.usecases.sample_files import (
    DEBTOR,
    OTHER_IBAN,
    WHEN,
    a_client,
    a_movement,
    an_invoice,
    an_item,
    camt,
    everything_closes,
    hand_in,
    match,
    open_list,
    open_of,
    ubl,
)
from voldaan.formats.values import Transaction
from voldaan.records.models import Client, Payment, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.answer_question import answer_question
from voldaan.usecases.undo_match import CannotUndo, NotFound, redo_match, undo_match

pytestmark = pytest.mark.django_db

DAY, NEXT_DAY = date(2026, 11, 16), date(2026, 11, 17)


def a_book(*movements: Transaction, truth: str = "bank") -> Client:
    """Return a client with two invoices, after matching these movements."""
    client = a_client(truth=truth)
    hand_in(client, ubl(an_invoice("2026-0012", 10_000)))
    hand_in(client, ubl(an_invoice("2026-0013", 5_000)))
    hand_in(client, camt(*movements))
    match(client)
    return client


def payment_of(client: Client, cents: int) -> int:
    with rows_of(client):
        return Payment.objects.get(amount_cents=cents).pk


def question_of(client: Client) -> Question:
    with rows_of(client):
        return Question.objects.get(answered_at__isnull=True)


def test_what_is_undone_waits_with_its_former_way_first_and_no_rule_places_it_again() -> None:
    client = a_book(a_movement(10_000, DAY, "2026-0012"))
    undone = undo_match(client, payment_of(client, 10_000), **WHEN)
    assert undone.invoices == (("2026-0012", 10_000),)
    assert open_of(client) == {"2026-0012": 10_000, "2026-0013": 5_000}
    assert match(client) == []
    question = question_of(client)
    with rows_of(client):
        first = question.candidates.get()
        assert (question.because, first.rank, first.cents) == ("UNDONE", 1, 10_000)
        assert first.invoice is not None
        assert first.invoice.number == "2026-0012"
    answer_question(client, question.pk, answer="ACCEPT", **WHEN)
    assert open_of(client) == {"2026-0013": 5_000}
    assert everything_closes(client)


ANSWERS: dict[str, dict[str, Any]] = {
    "accepted": {"answer": "ACCEPT"},
    "split": {"answer": "ACCEPT", "allocations": [("2026-0012", 4_000), ("2026-0013", 1_000)]},
    "split and the rest kept": {"answer": "ACCEPT", "allocations": [("2026-0012", 9_000)], "rest": "keep"},
    "not ours": {"answer": "NOT_OURS"},
    "sent back": {"answer": "SEND_BACK"},
    "written off": {"answer": "ACCEPT", "allocations": [("2026-0012", 9_000)], "write_off": True},
}


@pytest.mark.parametrize("said", ANSWERS.values(), ids=ANSWERS)
def test_an_answer_is_undone_and_redone(said: dict[str, Any]) -> None:
    client = a_book(a_movement(12_500, DAY, "2026-0012"))
    answer_question(client, question_of(client).pk, **said, **WHEN)
    before = state_of(client)
    payment = payment_of(client, 12_500)
    undo_match(client, payment, **WHEN)
    assert open_of(client) == {"2026-0012": 10_000, "2026-0013": 5_000}
    assert question_of(client).because == "UNDONE"
    redo_match(client, payment, **WHEN)
    assert state_of(client) == before
    assert everything_closes(client)


def test_a_reversal_is_undone_and_redone() -> None:
    paid = a_movement(10_000, DAY, "2026-0012", end_to_end_id="E-77", counterparty_iban=OTHER_IBAN)
    back = a_movement(-10_000, NEXT_DAY, end_to_end_id="E-77", counterparty_iban=OTHER_IBAN, reversal=True)
    client = a_book(paid, back)
    before = state_of(client)
    with pytest.raises(CannotUndo, match="teruggenomen"):
        undo_match(client, payment_of(client, 10_000), **WHEN)
    undo_match(client, payment_of(client, -10_000), **WHEN)
    assert open_of(client) == {"2026-0013": 5_000}
    redo_match(client, payment_of(client, -10_000), **WHEN)
    assert state_of(client) == before
    assert everything_closes(client)


@pytest.mark.parametrize("list_first", [True, False])
def test_what_a_list_counted_is_undone_and_redone(list_first: bool) -> None:
    client = a_client(truth="ledger")
    hand_in(client, ubl(an_invoice("2026-0012", 10_000)))
    listed, paid = (
        open_list(an_item("2026-0012", 4_000, total=10_000), as_of=DAY),
        camt(a_movement(6_000, DAY, "2026-0012")),
    )
    for file in (listed, paid) if list_first else (paid, listed):
        hand_in(client, file)
        match(client)
    before = state_of(client)
    assert open_of(client) == {"2026-0012": 4_000}
    undo_match(client, payment_of(client, 6_000), **WHEN)
    assert open_of(client) == {"2026-0012": 4_000}
    redo_match(client, payment_of(client, 6_000), **WHEN)
    assert state_of(client) == before
    assert everything_closes(client)


def test_an_answer_over_a_list_is_undone_and_redone() -> None:
    client = a_client(truth="ledger")
    hand_in(client, open_list(an_item("2026-0012", 10_000, total=10_000), as_of=DAY))
    hand_in(client, camt(a_movement(10_000, DAY, "2026-0012")))
    match(client)
    answer_question(client, question_of(client).pk, answer="ACCEPT", **WHEN)
    before = state_of(client)
    undo_match(client, payment_of(client, 10_000), **WHEN)
    assert open_of(client) == {"2026-0012": 10_000}
    redo_match(client, payment_of(client, 10_000), **WHEN)
    assert state_of(client) == before
    assert everything_closes(client)


def test_what_is_undone_is_redone_only_while_its_place_is_free() -> None:
    client = a_book(a_movement(10_000, DAY, "2026-0012"))
    undo_match(client, payment_of(client, 10_000), **WHEN)
    hand_in(client, camt(a_movement(7_000, NEXT_DAY, "2026-0012", counterparty_name=DEBTOR.name)))
    match(client)
    with pytest.raises(CannotUndo, match="niet meer vrij: 2026-0012"):
        redo_match(client, payment_of(client, 10_000), **WHEN)
    assert open_of(client) == {"2026-0012": 3_000, "2026-0013": 5_000}
    assert everything_closes(client)


def test_nothing_is_undone_of_what_nobody_decided_or_of_another_client() -> None:
    client = a_book(a_movement(12_500, DAY, "2026-0012"))
    payment = payment_of(client, 12_500)
    with pytest.raises(CannotUndo, match="nog niets besloten"):
        undo_match(client, payment, **WHEN)
    with pytest.raises(CannotUndo, match="niet ongedaan gemaakt"):
        redo_match(client, payment, **WHEN)
    with pytest.raises(NotFound):
        undo_match(a_client("other"), payment, **WHEN)
