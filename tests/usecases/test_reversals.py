"""A payment that comes back reopens all that it closed: what was let go and taken off beside it too."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.usecases.book_state import state_of
from tests.usecases.sample_files import (
    OTHER_IBAN,
    WHEN,
    a_client,
    a_credit_note,
    a_movement,
    an_invoice,
    camt,
    everything_closes,
    hand_in,
    match,
    open_of,
    ubl,
)
from voldaan.formats.values import Transaction
from voldaan.records.models import Allocation, Client, CreditNote, Invoice, Payment, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.answer_question import answer_question
from voldaan.usecases.undo_match import redo_match, undo_match

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 16)
BACK = DAY + timedelta(days=2)
NAME = "Bakkerij De Vroege Vogel V.O.F."


def paid(cents: int) -> Transaction:
    return a_movement(
        cents, DAY, "factuur 2026-0012", end_to_end_id="E-77", counterparty_iban=OTHER_IBAN,
        counterparty_name=NAME,
    )  # fmt: skip


def came_back(cents: int) -> Transaction:
    return a_movement(-cents, BACK, end_to_end_id="E-77", counterparty_iban=OTHER_IBAN, reversal=True)


def a_book(*, credit_cents: int = 0) -> Client:
    client = a_client()
    hand_in(client, ubl(an_invoice("2026-0012", 10_000)))
    if credit_cents:
        hand_in(client, ubl(a_credit_note("C-2026-0003", credit_cents, None)))
    return client


def beside(client: Client) -> list[tuple[str, int]]:
    with rows_of(client):
        rows = Allocation.objects.filter(beside__isnull=False).order_by("pk")
        return list(rows.values_list("kind", "cents"))


def waits(client: Client) -> list[int]:
    """Return what waits of credit notes."""
    with rows_of(client):
        return list(CreditNote.objects.values_list("waiting_cents", flat=True))


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize(
    ("cents", "credit_cents", "kind"), [(9_998, 0, "DIFFERENCE"), (8_000, 2_000, "CREDIT_NOTE")]
)
def test_what_stood_beside_a_payment_comes_back_with_it(
    at_once: bool, cents: int, credit_cents: int, kind: str
) -> None:
    client = a_book(credit_cents=credit_cents)
    if at_once:
        hand_in(client, camt(paid(cents), came_back(cents)))
    else:
        hand_in(client, camt(paid(cents)))
        match(client)
        assert open_of(client) == {}
        hand_in(client, camt(came_back(cents), opening=cents))
    match(client)
    assert open_of(client) == {"2026-0012": 10_000}
    assert waits(client) == [credit_cents][: bool(credit_cents)]
    assert beside(client) == [(kind, 10_000 - cents), (kind, cents - 10_000)]
    assert everything_closes(client)


@pytest.mark.parametrize(("cents", "credit_cents"), [(9_998, 0), (8_000, 2_000)])
def test_a_reversal_with_what_stood_beside_it_is_undone_and_redone(cents: int, credit_cents: int) -> None:
    client = a_book(credit_cents=credit_cents)
    hand_in(client, camt(paid(cents), came_back(cents)))
    match(client)
    before = state_of(client)
    with rows_of(client):
        reversal = Payment.objects.get(amount_cents=-cents).pk
    undo_match(client, reversal, **WHEN)
    assert open_of(client) == {}
    redo_match(client, reversal, **WHEN)
    assert state_of(client) == before
    assert everything_closes(client)


def returned(client: Client) -> list[date | None]:
    with rows_of(client):
        return list(Invoice.objects.values_list("debit_returned_on", flat=True))


@pytest.mark.parametrize(
    ("is_collected", "mandate", "day"), [(True, "", BACK), (False, "M-1", BACK), (False, "", None)]
)
def test_only_a_direct_debit_that_comes_back_is_a_returned_debit(
    is_collected: bool, mandate: str, day: date | None
) -> None:
    client = a_book()
    if is_collected:
        with rows_of(client):
            Invoice.objects.update(direct_debit_until=BACK + timedelta(days=30))
    collected = replace(paid(10_000), mandate_id=mandate or None)
    hand_in(client, camt(collected, came_back(10_000)))
    match(client)
    assert open_of(client) == {"2026-0012": 10_000}
    assert returned(client) == [day]
    with rows_of(client):
        reversal = Payment.objects.get(amount_cents=-10_000).pk
        assert Invoice.objects.get().direct_debit_until is None
    before = state_of(client)
    undo_match(client, reversal, **WHEN)
    assert returned(client) == [None], "nothing came back as far as anybody knows"
    redo_match(client, reversal, **WHEN)
    assert (returned(client), state_of(client)) == ([day], before)


def test_a_person_who_says_what_a_movement_took_back_makes_it_a_returned_debit() -> None:
    client = a_book()
    with rows_of(client):
        Invoice.objects.update(direct_debit_until=BACK + timedelta(days=30))
    unknown = replace(came_back(10_000), end_to_end_id="E-99")
    hand_in(client, camt(paid(10_000), unknown))
    match(client)
    with rows_of(client):
        question = Question.objects.get(answered_at__isnull=True).pk
    answer_question(client, question, answer="ACCEPT", allocations=[("2026-0012", 10_000)], **WHEN)
    assert (open_of(client), returned(client)) == ({"2026-0012": 10_000}, [BACK])
    with rows_of(client):
        reversal = Payment.objects.get(amount_cents=-10_000).pk
    undo_match(client, reversal, **WHEN)
    assert returned(client) == [None]
    redo_match(client, reversal, **WHEN)
    assert returned(client) == [BACK]


def test_what_a_person_let_go_beside_a_payment_comes_back_with_it() -> None:
    client = a_book()
    hand_in(client, camt(paid(9_000)))
    match(client)
    with rows_of(client):
        payment = Payment.objects.get().pk
    undo_match(client, payment, **WHEN)
    with rows_of(client):
        question = Question.objects.get(answered_at__isnull=True).pk
    answer_question(
        client, question, answer="ACCEPT", allocations=[("2026-0012", 9_000)], write_off=True, **WHEN
    )
    assert open_of(client) == {}
    hand_in(client, camt(came_back(9_000), opening=9_000))
    match(client)
    assert open_of(client) == {"2026-0012": 10_000}
    assert everything_closes(client)


@pytest.mark.parametrize("at_once", [True, False])
def test_a_refund_of_what_was_too_much_answers_its_question(at_once: bool) -> None:
    client = a_book()
    refund = a_movement(-2_500, BACK, "te veel betaald", counterparty_iban=OTHER_IBAN, counterparty_name=NAME)
    if at_once:
        hand_in(client, camt(paid(12_500), refund))
    else:
        hand_in(client, camt(paid(12_500)))
        match(client)
        hand_in(client, camt(refund, opening=12_500))
    found = {one.amount_cents: one.because for one in match(client)}
    with rows_of(client):
        asked = list(Question.objects.filter(answered_at__isnull=True).values_list("because", flat=True))
    assert found[-2_500] == "REFUND"
    assert asked == []
    assert open_of(client) == {}
    assert everything_closes(client)
