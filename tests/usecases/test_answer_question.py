"""A person answers: the money is placed, set aside, or a list is believed; every cent is accounted for."""

from datetime import date
from typing import Any

import pytest

from tests.usecases.book_state import state_of
from tests.usecases.sample_files import (
    NOON,
    OTHER_IBAN,
    WHEN,
    a_client,
    a_credit_note,
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
from voldaan.formats.values import Party, Transaction
from voldaan.records.models import Account, Allocation, Client, CreditNote, Event, Habit, Payment, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.answer_question import CannotAnswer, NotFound, answer_question
from voldaan.usecases.settle_invoice import settle_invoice

pytestmark = pytest.mark.django_db

DAY, LATER = date(2026, 11, 10), date(2026, 11, 12)


def a_question(movement: Transaction) -> tuple[Client, int]:
    """Return a client with two open invoices and the question that a movement raised."""
    client = a_client()
    hand_in(client, ubl(an_invoice("2026-0012", 10_000)))
    hand_in(client, ubl(an_invoice("2026-0013", 5_000)))
    hand_in(client, camt(movement))
    match(client)
    return client, the_question(client)


def the_question(client: Client) -> int:
    with rows_of(client):
        return Question.objects.get(answered_at__isnull=True).pk


def test_accepting_places_the_money_and_keeps_the_rest_for_refunding() -> None:
    client, question = a_question(a_movement(12_500, DAY, "2026-0012"))
    answered = answer_question(client, question, answer="ACCEPT", **WHEN)
    assert answered.allocations == (("2026-0012", 10_000),)
    assert (answered.set_aside, answered.set_aside_cents) == ("OVERPAID_TO_REFUND", 2_500)
    assert open_of(client) == {"2026-0013": 5_000}
    assert match(client) == []
    with rows_of(client):
        assert Payment.objects.get().waiting_cents == 2_500
        assert Event.objects.filter(kind="question.answered").count() == 1
    assert everything_closes(client)


@pytest.mark.parametrize(("cents", "fits"), [(4_999, True), (5_000, True), (5_001, False)])
def test_given_allocations_fit_the_invoice(cents: int, fits: bool) -> None:
    client, question = a_question(a_movement(12_000, DAY, "2026-0012 en 2026-0013"))
    chosen = [("2026-0012", 7_000), ("2026-0013", cents)]
    if fits:
        answered = answer_question(client, question, answer="ACCEPT", allocations=chosen, **WHEN)
        assert answered.set_aside_cents == 5_000 - cents
    else:
        with pytest.raises(CannotAnswer, match="ten hoogste"):
            answer_question(client, question, answer="ACCEPT", allocations=chosen, **WHEN)
        assert open_of(client) == {"2026-0012": 10_000, "2026-0013": 5_000}
    assert everything_closes(client)


def test_no_more_is_placed_than_waits() -> None:
    client, question = a_question(a_movement(12_000, DAY, "2026-0012 en 2026-0013"))
    with pytest.raises(CannotAnswer, match="Samen is dat"):
        answer_question(
            client,
            question,
            answer="ACCEPT",
            allocations=[("2026-0012", 10_000), ("2026-0013", 2_001)],
            **WHEN,
        )


def test_between_equal_candidates_only_a_person_chooses() -> None:
    other = Party(name="J. Jansen", email="jansen@jansen.example", country="NL")
    client = a_client()
    hand_in(client, ubl(an_invoice("2026-0012", 10_000)))
    hand_in(client, ubl(an_invoice("2026-0014", 10_000, debtor=other)))
    hand_in(client, camt(a_movement(10_000, DAY, "bedankt")))
    match(client)
    question = the_question(client)
    with pytest.raises(CannotAnswer, match="niet één eerste kandidaat"):
        answer_question(client, question, answer="ACCEPT", **WHEN)


def test_a_way_is_chosen_by_its_number_also_where_it_is_a_tie() -> None:
    client, question = a_question(a_movement(12_500, DAY, "2026-0012"))
    with pytest.raises(CannotAnswer, match="geen voorstel 7"):
        answer_question(client, question, answer="ACCEPT", way=7, **WHEN)
    answered = answer_question(client, question, answer="ACCEPT", way=1, **WHEN)
    assert answered.allocations == (("2026-0012", 10_000),)


def test_money_of_a_debtor_goes_over_its_invoices_by_the_law() -> None:
    client, question = a_question(a_movement(12_500, DAY, "2026-0012"))
    hand_in(client, ubl(an_invoice("2026-0010", 6_000, due_date=date(2026, 9, 15))))
    with rows_of(client):
        number = Account.objects.get().number
    answered = answer_question(client, question, answer="ACCEPT", debtor=number, **WHEN)
    assert dict(answered.allocations) == {"2026-0010": 6_000, "2026-0012": 4_333, "2026-0013": 2_167}
    assert everything_closes(client)


def test_what_is_left_of_an_invoice_can_be_let_go() -> None:
    client, question = a_question(a_movement(9_750, DAY, "2026-0012 2026-0099"))
    answered = answer_question(
        client, question, answer="ACCEPT", allocations=[("2026-0012", 9_750)], write_off=True, **WHEN
    )
    assert answered.written_off == (("2026-0012", 250),)
    assert open_of(client) == {"2026-0013": 5_000}
    with rows_of(client):
        difference = Allocation.objects.get(kind="DIFFERENCE")
        assert (difference.reason, difference.cents) == ("WRITTEN_OFF", 250)
        assert difference.beside == Payment.objects.get()
    assert everything_closes(client)


def test_money_in_advance_is_kept_and_holds_its_account() -> None:
    client, question = a_question(a_movement(12_500, DAY, "2026-0012"))
    answered = answer_question(client, question, answer="ACCEPT", rest="keep", **WHEN)
    assert (answered.kept_cents, answered.set_aside) == (2_500, "")
    with rows_of(client):
        asked = Question.objects.get(answered_at__isnull=True)
        assert (asked.because, asked.candidates.get().account) == ("PAYER_KNOWN", Account.objects.get())
    hand_in(client, ubl(an_invoice("2026-0020", 2_500)))
    assert match(client) == []
    answer_question(client, the_question(client), answer="ACCEPT", allocations=[("2026-0020", 2_500)], **WHEN)
    assert open_of(client) == {"2026-0013": 5_000}
    assert everything_closes(client)


def test_money_is_sent_back_whole() -> None:
    client, question = a_question(a_movement(12_500, DAY, "2026-0012"))
    answered = answer_question(client, question, answer="SEND_BACK", **WHEN)
    assert (answered.set_aside, answered.set_aside_cents) == ("TO_REFUND", 12_500)
    assert match(client) == []
    assert everything_closes(client)


MISFITS: dict[str, dict[str, Any]] = {
    "an invoice with money that is sent back": {"answer": "SEND_BACK", "allocations": [("2026-0012", 1)]},
    "a debtor with money that is not ours": {"answer": "NOT_OURS", "debtor": "D00001"},
    "a way and a debtor": {"answer": "ACCEPT", "way": 1, "debtor": "D00001"},
    "nothing left to do with the rest": {"answer": "ACCEPT", "rest": "give away"},
}


@pytest.mark.parametrize("said", MISFITS.values(), ids=MISFITS)
def test_an_answer_that_contradicts_itself_is_refused(said: dict[str, Any]) -> None:
    client, question = a_question(a_movement(12_500, DAY, "2026-0012"))
    before = state_of(client)
    with pytest.raises(CannotAnswer):
        answer_question(client, question, **said, **WHEN)
    assert state_of(client) == before


def test_what_a_person_decides_is_never_decided_again_by_a_rule() -> None:
    client, question = a_question(a_movement(10_000, DAY, "bedankt"))
    answer_question(client, question, answer="ACCEPT", allocations=[("2026-0013", 5_000)], **WHEN)
    hand_in(client, ubl(an_invoice("2026-0011", 10_000)))
    before = state_of(client)
    assert match(client) == []
    assert state_of(client) == before


def test_an_answer_teaches_from_which_account_a_debtor_pays() -> None:
    client, question = a_question(a_movement(12_500, DAY, "2026-0012", counterparty_iban=OTHER_IBAN))
    answer_question(client, question, answer="ACCEPT", **WHEN)
    with rows_of(client):
        assert Habit.objects.get(kind="IBAN").value == OTHER_IBAN


def test_not_ours_sets_all_of_it_aside() -> None:
    client, question = a_question(a_movement(12_500, DAY, "2026-0012"))
    answered = answer_question(client, question, answer="NOT_OURS", **WHEN)
    assert (answered.set_aside, answered.set_aside_cents) == ("NOT_OURS", 12_500)
    assert open_of(client) == {"2026-0012": 10_000, "2026-0013": 5_000}
    assert match(client) == []
    assert everything_closes(client)


def test_a_question_is_answered_once_and_by_its_own_client() -> None:
    client, question = a_question(a_movement(12_500, DAY, "2026-0012"))
    other = a_client("other")
    with pytest.raises(NotFound):
        answer_question(other, question, answer="ACCEPT", **WHEN)
    answer_question(client, question, answer="ACCEPT", **WHEN)
    with pytest.raises(NotFound):
        answer_question(client, question, answer="ACCEPT", **WHEN)


def test_a_person_can_say_that_the_ledger_lags_behind() -> None:
    client = a_client(truth="ledger")
    hand_in(client, open_list(an_item("2026-0012", 10_000, total=10_000), as_of=DAY))
    hand_in(client, camt(a_movement(10_000, DAY, "2026-0012")))
    match(client)
    answer_question(client, the_question(client), answer="ACCEPT", **WHEN)
    assert open_of(client) == {}
    assert everything_closes(client)


@pytest.mark.parametrize(("answer", "left"), [("ACCEPT", 6_000), ("NOT_OURS", 10_000)])
def test_a_list_that_says_less_is_believed_or_not(answer: str, left: int) -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    hand_in(client, open_list(an_item("2026-0012", 6_000), as_of=DAY))
    answer_question(client, the_question(client), answer=answer, **WHEN)  # type: ignore[arg-type]  # one of ANSWERS
    assert open_of(client) == {"2026-0012": left}
    assert everything_closes(client)


@pytest.mark.parametrize(("answer", "left"), [("ACCEPT", {"2026-0012": 10_000}), ("NOT_OURS", {})])
def test_a_list_that_contradicts_the_clients_word_is_believed_or_not(
    answer: str, left: dict[str, int]
) -> None:
    client = a_client(truth="ledger")
    hand_in(client, ubl(an_invoice()))
    settle_invoice(client, "2026-0012", on=DAY, at=NOON, by="test")
    hand_in(client, open_list(an_item("2026-0012", 10_000), as_of=LATER))
    answer_question(client, the_question(client), answer=answer, **WHEN)  # type: ignore[arg-type]  # one of ANSWERS
    assert open_of(client) == left
    assert everything_closes(client)


def test_a_credit_note_that_waits_is_placed_by_a_person() -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    hand_in(client, ubl(a_credit_note("C-0001", 4_000, None)))
    answered = answer_question(
        client, the_question(client), answer="ACCEPT", allocations=[("2026-0012", 3_000)], **WHEN
    )
    assert (answered.set_aside, answered.set_aside_cents) == ("OVERPAID_TO_REFUND", 1_000)
    assert open_of(client) == {"2026-0012": 7_000}
    with rows_of(client):
        assert CreditNote.objects.get().waiting_cents == 1_000
    assert everything_closes(client)
