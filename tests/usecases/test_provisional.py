"""What the bank says before its final statement: it counts at once, and the final statement has the last word."""

from dataclasses import replace
from datetime import date

import pytest

from tests.usecases.sample_files import (
    IBAN,
    a_client,
    a_movement,
    a_statement,
    an_invoice,
    camt,
    everything_closes,
    hand_in,
    match,
    ubl,
)
from voldaan.formats.bank import camt_write
from voldaan.formats.values import Transaction
from voldaan.records.models import BankStatement, Client, Event, Invoice, Payment
from voldaan.records.scope import rows_of
from voldaan.records.truth import payment_truth

pytestmark = pytest.mark.django_db

MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)


def report(*movements: Transaction, on: date = MONDAY) -> bytes:
    """Return a report of the day (CAMT.052) with these movements."""
    written = camt_write.write(a_statement(*movements, first=on, last=on)).decode("utf-8")
    return (
        written.replace("camt.053.001", "camt.052.001")
        .replace("BkToCstmrStmt", "BkToCstmrAcctRpt")
        .replace("<Stmt>", "<Rpt>")
        .replace("</Stmt>", "</Rpt>")
        .replace("OPBD", "OPAV")
        .replace("CLBD", "ITBD")
    ).encode("utf-8")


def rows(client: Client) -> list[tuple[int, bool, bool]]:
    """Return amount, provisional and superseded of each payment."""
    with rows_of(client):
        found = Payment.objects.order_by("pk").values_list("amount_cents", "provisional", "superseded_on")
        return [(cents, provisional, superseded is not None) for cents, provisional, superseded in found]


def open_cents(client: Client) -> list[int]:
    with rows_of(client):
        return list(Invoice.objects.order_by("pk").values_list("open_cents", flat=True))


def test_a_report_of_the_day_counts_at_once_and_moves_no_truth() -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    asked = open_cents(client)[0]
    done = hand_in(client, report(a_movement(asked, MONDAY, "2026-0012")))
    assert (done.new, done.known) == (1, 0)
    match(client)
    assert open_cents(client) == [0]
    with rows_of(client):
        assert payment_truth(client, MONDAY).until is None
    assert everything_closes(client)


def test_the_final_statement_makes_it_final_and_counts_it_once() -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    asked = open_cents(client)[0]
    movement = a_movement(asked, MONDAY, "2026-0012")
    hand_in(client, report(movement))
    match(client)
    done = hand_in(client, camt(movement))
    assert (done.new, done.known) == (0, 1)
    match(client)
    assert rows(client) == [(asked, False, False)]
    assert open_cents(client) == [0]
    with rows_of(client):
        assert payment_truth(client, TUESDAY).until == MONDAY
    assert everything_closes(client)


@pytest.mark.parametrize("same", ["bank_reference", "end_to_end_id"])
def test_a_movement_that_the_bank_words_differently_is_still_the_same(same: str) -> None:
    client = a_client()
    movement = a_movement(2_500, MONDAY, "in het kort", **{same: "GELIJK"})
    hand_in(client, report(movement))
    final = replace(movement, remittance="in het lang, met de naam erbij")
    hand_in(client, camt(final))
    assert rows(client) == [(2_500, False, False)]
    with rows_of(client):
        assert Payment.objects.get().remittance == "in het lang, met de naam erbij"
    assert hand_in(client, camt(final), name="again").new == 0


def test_what_the_final_statement_does_not_tell_is_superseded_and_its_invoice_open_again() -> None:
    client = a_client()
    hand_in(client, ubl(an_invoice()))
    asked = open_cents(client)[0]
    hand_in(client, report(a_movement(asked, MONDAY, "2026-0012", bank_reference="A", end_to_end_id="A")))
    match(client)
    hand_in(client, camt(a_movement(100, MONDAY, "iets anders", bank_reference="B", end_to_end_id="B")))
    match(client)
    assert rows(client) == [(asked, True, True), (100, False, False)]
    assert open_cents(client) == [asked]
    with rows_of(client):
        assert Event.objects.filter(kind="payment.superseded").count() == 1
    assert everything_closes(client)


def test_a_report_adds_nothing_to_a_day_that_a_final_statement_told() -> None:
    client = a_client()
    hand_in(client, camt(a_movement(2_500, MONDAY, "zo staat het in het afschrift", bank_reference="A")))
    done = hand_in(client, report(a_movement(2_500, MONDAY, "en zo in het overzicht", bank_reference="B")))
    assert (done.new, done.known) == (0, 1)
    assert rows(client) == [(2_500, False, False)]


def test_two_reports_of_one_day_add_up_and_repeat_nothing() -> None:
    client = a_client()
    morning, noon = a_movement(100, MONDAY, "een"), a_movement(200, MONDAY, "twee")
    assert hand_in(client, report(morning)).new == 1
    assert hand_in(client, report(morning, noon)).new == 1
    assert hand_in(client, camt(morning, noon)).new == 0
    assert rows(client) == [(100, False, False), (200, False, False)]


def test_a_gap_is_said_at_the_door() -> None:
    client = a_client()
    hand_in(client, camt(a_movement(100, MONDAY)))
    done = hand_in(client, camt(a_movement(100, date(2026, 11, 18)), opening=5_000))
    assert [problem.what for problem in done.problems if "ontbreekt" in problem.what]
    with rows_of(client):
        assert BankStatement.objects.filter(bank_iban=IBAN).count() == 2
