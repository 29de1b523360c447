"""Payments to invoices in the book: allocated to the cent, or a question that holds; never a guess."""

from datetime import date

import pytest

from tests.usecases.sample_files import (
    DEBTOR,
    OTHER_IBAN,
    WHEN,
    a_client,
    a_movement,
    an_invoice,
    camt,
    everything_closes,
    hand_in,
    match,
    open_of,
    ubl,
)
from voldaan.formats.values import Party, Transaction
from voldaan.records.models import Account, Allocation, Client, Event, Invoice, Payment, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.match_payments import Matched, as_json, match_payments
from voldaan.usecases.settle_invoice import settle_invoice

pytestmark = pytest.mark.django_db

DAY, NEXT_DAY = date(2026, 11, 16), date(2026, 11, 17)
JANSEN = Party(name="J. Jansen", email="jansen@jansen.example", country="NL")


def a_book(*movements: Transaction) -> tuple[Client, list[Matched]]:
    """Return a client with two invoices of a bakery and one of Jansen, after matching these movements."""
    client = a_client()
    hand_in(client, ubl(an_invoice("2026-0012", 10_000, payment_reference="RF18539007547034")))
    hand_in(client, ubl(an_invoice("2026-0013", 5_000)))
    hand_in(client, ubl(an_invoice("2026-0014", 2_500, debtor=JANSEN)))
    if movements:
        hand_in(client, camt(*movements))
    return client, match(client)


def held(client: Client) -> set[str]:
    """Return the names of the debtors whose reminders an open question holds."""
    with rows_of(client):
        open_now = Question.objects.filter(answered_at__isnull=True)
        accounts = open_now.filter(candidates__isnull=False).values("candidates__account")
        return set(Account.objects.filter(pk__in=accounts).values_list("debtor__name", flat=True))


@pytest.mark.parametrize(
    ("cents", "left", "verdict"),
    [
        (9_000, 10_000, "suggested"),
        (9_994, 10_000, "suggested"),
        (9_995, 0, "linked"),
        (10_000, 0, "linked"),
        (10_001, 0, "linked"),
        (12_500, 10_000, "suggested"),
    ],
)
def test_an_invoice_number_and_an_amount_that_fits(cents: int, left: int, verdict: str) -> None:
    client, (one,) = a_book(a_movement(cents, DAY, "betreft 2026 0012"))
    assert one.verdict == verdict
    assert open_of(client).get("2026-0012", 0) == left
    assert held(client) == (set() if verdict == "linked" else {DEBTOR.name})
    assert everything_closes(client)


def test_a_payment_reference_is_enough() -> None:
    _, (one,) = a_book(a_movement(10_000, DAY, payment_reference="RF18539007547034"))
    assert (one.verdict, one.invoices) == ("linked", (("2026-0012", 10_000),))


def test_one_payment_for_two_invoices_of_one_account() -> None:
    client, (one,) = a_book(a_movement(15_000, DAY, "2026-0012 + 2026-0013"))
    assert one.invoices == (("2026-0012", 10_000), ("2026-0013", 5_000))
    assert open_of(client) == {"2026-0014": 2_500}
    assert everything_closes(client)


def test_one_payment_for_two_accounts_that_adds_up() -> None:
    client, (one,) = a_book(a_movement(12_500, DAY, "2026-0012 2026-0014"))
    assert (one.verdict, one.invoices) == ("linked", (("2026-0012", 10_000), ("2026-0014", 2_500)))
    assert one.debtors == ("D00001", "D00002")
    assert open_of(client) == {"2026-0013": 5_000}
    assert everything_closes(client)


def test_two_accounts_are_a_question_that_holds_both() -> None:
    client, (one,) = a_book(a_movement(11_000, DAY, "2026-0012 2026-0014"))
    assert one.verdict == "suggested"
    assert held(client) == {DEBTOR.name, "J. Jansen"}


def test_cents_too_little_are_let_go_beside_the_payment() -> None:
    client, (one,) = a_book(a_movement(9_998, DAY, "2026-0012"))
    assert one.differences == (("2026-0012", 2, "ROUNDING"),)
    with rows_of(client):
        difference = Allocation.objects.get(kind="DIFFERENCE")
        assert (difference.cents, difference.beside) == (2, Payment.objects.get())
    assert everything_closes(client)


def test_a_sure_link_gives_way_when_a_payment_comes_that_names_its_invoice() -> None:
    paid = a_movement(10_000, NEXT_DAY, "2026-0012", counterparty_name=DEBTOR.name)
    client, _ = a_book(paid)
    hand_in(client, camt(a_movement(10_000, DAY, "2026-0012", counterparty_name=DEBTOR.name)), "earlier")
    earlier, later = sorted(match(client), key=lambda one: one.booking_date)
    assert (earlier.verdict, later.verdict, later.because) == ("linked", "suggested", "ALREADY_PAID")
    with rows_of(client):
        told = Event.objects.filter(kind="payment.matched").order_by("-sequence")
        assert any('"was"' in data for data in told.values_list("data", flat=True))
    assert everything_closes(client)


def test_a_payment_without_a_clue_asks_and_holds_nobody() -> None:
    client, (one,) = a_book(a_movement(777, DAY, "bedankt"))
    assert (one.verdict, one.invoices) == ("unmatched", ())
    assert held(client) == set()
    with rows_of(client):
        assert Payment.objects.get().waiting_cents == 777


def test_a_question_is_looked_at_again_when_its_invoice_arrives() -> None:
    client, (one,) = a_book(a_movement(3_000, DAY, "2026-0099"))
    assert one.verdict == "unmatched"
    hand_in(client, ubl(an_invoice("2026-0099", 3_000)))
    (again,) = match(client)
    assert again.verdict == "linked"
    assert match(client) == []
    with rows_of(client):
        assert list(Question.objects.values_list("answer", flat=True)) == ["MATCHED"]
        assert Event.objects.filter(kind="question.answered").count() == 1
    assert everything_closes(client)


def test_matching_again_without_news_changes_nothing() -> None:
    client, _ = a_book(a_movement(12_500, DAY, "2026-0012"))
    with rows_of(client):
        before = Event.objects.count()
    assert [one.verdict for one in match(client)] == ["suggested"]
    with rows_of(client):
        assert Event.objects.count() == before
        assert Question.objects.count() == 1


def test_a_direct_debit_that_comes_back_reopens_and_is_reminded_again() -> None:
    paid = a_movement(10_000, DAY, "2026-0012", end_to_end_id="E-77", counterparty_iban=OTHER_IBAN)
    back = a_movement(-10_000, NEXT_DAY, end_to_end_id="E-77", counterparty_iban=OTHER_IBAN, reversal=True)
    client, found = a_book(paid, back)
    assert [one.because for one in found] == ["NUMBER_AND_AMOUNT", "TAKES_BACK"]
    assert open_of(client)["2026-0012"] == 10_000
    with rows_of(client):
        assert Payment.objects.get(reversal=True).takes_back == Payment.objects.get(reversal=False)
        assert Invoice.objects.get(number="2026-0012").direct_debit_until is None
    assert everything_closes(client)


def test_a_payment_is_taken_back_once() -> None:
    paid = a_movement(10_000, DAY, "2026-0012", end_to_end_id="E-77")
    back = a_movement(-10_000, NEXT_DAY, end_to_end_id="E-77", reversal=True)
    client, found = a_book(paid, back, back)
    assert [one.because for one in found] == ["NUMBER_AND_AMOUNT", "TAKES_BACK", "TAKES_BACK_UNKNOWN"]
    assert open_of(client)["2026-0012"] == 10_000
    assert everything_closes(client)


def test_a_payment_that_waited_is_taken_back_without_a_trace_of_holding() -> None:
    over = a_movement(9_777, DAY, "2026-0014", end_to_end_id="E-79")
    back = a_movement(-9_777, NEXT_DAY, end_to_end_id="E-79", reversal=True)
    client, _ = a_book(over, back)
    assert held(client) == set()
    with rows_of(client):
        assert set(Payment.objects.exclude(waiting_cents=0).values_list("set_aside", flat=True)) == {
            "TAKEN_BACK"
        }
    assert everything_closes(client)


def test_what_the_client_pays_itself_asks_nothing() -> None:
    client, (one,) = a_book(a_movement(-4_500, DAY, "huur november"))
    assert one.because == "NOT_FROM_A_DEBTOR"
    assert match(client) == []
    with rows_of(client):
        assert not Question.objects.exists()
        assert Payment.objects.get().set_aside == "NOT_FROM_A_DEBTOR"


def test_what_was_found_is_counted_and_told_as_often_as_it_is_asked_for() -> None:
    client, _ = a_book()
    hand_in(client, camt(a_movement(10_000, DAY, "2026-0012"), a_movement(777, NEXT_DAY, "bedankt")))
    found = match_payments(client, **WHEN)
    assert len(found) == 2
    assert [one.verdict for one in found] == ["linked", "unmatched"]
    assert list(found) == list(found)


def test_a_payment_of_what_the_client_already_said_is_not_counted_twice() -> None:
    client, _ = a_book()
    settle_invoice(client, "2026-0012", on=DAY, at=WHEN["at"], by="test")
    hand_in(client, camt(a_movement(10_000, NEXT_DAY, "2026-0012")))
    (one,) = match(client)
    assert (one.verdict, one.because) == ("linked", "SETTLED_BY_WORD")
    assert held(client) == set()
    with rows_of(client):
        assert Payment.objects.get().set_aside == "SETTLED_BY_WORD"
    assert everything_closes(client)


def test_a_second_payment_of_a_paid_invoice_is_a_question() -> None:
    client, found = a_book(
        a_movement(10_000, DAY, "2026-0012"), a_movement(10_000, NEXT_DAY, "2026-0012 nogmaals")
    )
    assert [one.because for one in found] == ["NUMBER_AND_AMOUNT", "ALREADY_PAID"]
    assert held(client) == {DEBTOR.name}
    assert everything_closes(client)


def test_genuine_twins_pay_two_halves() -> None:
    reference = "RF18539007547034"
    half = a_movement(5_000, DAY, payment_reference=reference, counterparty_name=DEBTOR.name)
    client, found = a_book(half, half)
    assert [one.verdict for one in found] == ["linked", "linked"]
    assert "2026-0012" not in open_of(client)


def test_the_shape_of_a_match() -> None:
    client, found = a_book(
        a_movement(10_000, DAY, "2026-0012", bank_reference="B-1", end_to_end_id="E-1"),
        a_movement(12_000, DAY, "2026-0013"),
    )
    linked, suggested = sorted(map(as_json, found), key=lambda one: one["amount_cents"])
    with rows_of(client):
        payment = Payment.objects.get(amount_cents=10_000).pk
    assert linked | {"evidence": None, "points": None} == {
        "kind": "match",
        "payment": payment,
        "bank_reference": "B-1",
        "end_to_end_id": "E-1",
        "booking_date": "2026-11-16",
        "amount_cents": 10_000,
        "currency": "EUR",
        "verdict": "linked",
        "invoices": [{"number": "2026-0012", "cents": 10_000}],
        "debtor": ["D00001"],
        "evidence": None,
        "because": "NUMBER_AND_AMOUNT",
        "points": None,
        "runner_up": None,
        "differences": [],
        "rest_cents": 0,
    }
    assert linked["evidence"]
    assert linked["points"] >= 80
    assert (suggested["verdict"], suggested["invoices"]) == (
        "suggested",
        [{"number": "2026-0013", "cents": 5_000}],
    )


def test_events_of_matching_hold_no_names_or_texts() -> None:
    client, _ = a_book(a_movement(12_500, DAY, "2026-0012 van Vogel", counterparty_name="De Vroege Vogel"))
    with rows_of(client):
        told = " ".join(Event.objects.values_list("data", flat=True))
    assert "Vogel" not in told
    assert "2026-0012" not in told
