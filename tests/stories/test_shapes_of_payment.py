"""The shapes in which a debtor's money arrives: what is open after it, what waits, and who is reminded."""

from dataclasses import replace

import pytest

from tests.formats.payout_samples import STRIPE_HEADER, batch, direct_debits, table
from tests.stories import paper
from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD, IBAN, LINDEN, Paid, day, paid, paid_out, taken_back
from voldaan.formats.values import Party
from voldaan.records.models import Allocation
from voldaan.records.scope import rows_of
from voldaan.usecases.park_question import park_question
from voldaan.usecases.register_client import add_client

DUE = "2 maart"
BLOCKED_IBAN = "NL81ABNA0990000011"
BIRD_PAYS = replace(BIRD, iban="NL02ABNA0123456789")
FROM_ABROAD = replace(BIRD, iban="DE89370400440532013000")
AGENCY = Party(name="Incassohuis De Brug B.V.", iban="NL44RABO0123456789", country="NL")
FACTOR = Party(name="Linge Factoring N.V.", iban="NL44RABO0123456789", country="NL")
STRIPE = Party(name="Stripe Technology Europe Ltd", iban="NL39RABO0300065264", country="NL")


@pytest.fixture(autouse=True)
def billed(book: Book) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due=DUE)


def let_go(book: Book) -> list[tuple[str, int, str]]:
    """Return what was let go: the invoice, the cents and why."""
    with rows_of(book.client):
        rows = Allocation.objects.filter(kind="DIFFERENCE").order_by("pk")
        return list(rows.values_list("invoice__number", "cents", "reason"))


def test_one_payment_for_one_invoice(book: Book, bird: Debtor) -> None:
    book.on("4 maart").bank(paid("125,00", "factuur 2026-0001")).runs()
    book.on("5 maart").bank().runs()
    assert (book.open(), book.questions(), bird.got) == ({}, [], [])


def test_one_payment_for_several_invoices(book: Book, bird: Debtor) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due=DUE)
    book.on("1 februari").bills("2026-0003", "40,00", to=BIRD, due=DUE)
    book.on("4 maart").bank(paid("205,00", "facturen 2026-0001 en 0002")).runs()
    book.on("5 maart").bank().runs()
    assert (book.open(), book.questions()) == ({"2026-0003": "40,00"}, [])
    assert bird.last.says("€ 40,00")
    assert "2026-0001" not in bird.last.text


def three_more(book: Book) -> None:
    for number, euros in (("2026-0002", "80,10"), ("2026-0003", "40,20"), ("2026-0004", "61,40")):
        book.on("1 februari").bills(number, euros, to=BIRD, due=DUE)


def test_all_but_one_by_a_name_is_proposed_and_one_answer_frees_the_rest(book: Book, bird: Debtor) -> None:
    three_more(book)
    book.on("5 maart").bank(paid("266,50", "open posten", by=BIRD)).runs()
    assert (book.questions(), bird.got) == (["PAYER_KNOWN"], [])
    assert bird.decision("5 maart") == "HOLD MONEY_TO_PLACE"
    book.on("6 maart").answers().bank().runs()
    assert book.open() == {"2026-0003": "40,20"}
    assert bird.last.says("€ 40,20")


def test_all_but_one_from_a_known_account_needs_nobody(book: Book, bird: Debtor) -> None:
    book.on("15 februari").bank(paid("125,00", "2026-0001", by=BIRD_PAYS)).runs()
    three_more(book)
    book.on("5 maart").bank(paid("141,50", "open posten", by=BIRD_PAYS)).runs()
    assert (book.open(), book.questions()) == ({"2026-0003": "40,20"}, [])


def test_in_parts(book: Book, bird: Debtor) -> None:
    book.on("4 maart").bank(paid("50,00", "2026-0001 eerste deel", by=BIRD)).runs()
    assert (book.open(), book.questions()) == ({"2026-0001": "75,00"}, [])
    book.on("5 maart").bank(paid("75,00", "2026-0001 rest", by=BIRD)).runs()
    assert (book.open(), bird.got) == ({}, [])


def test_what_a_foreign_bank_kept_asks_whether_it_is_let_go(book: Book, bird: Debtor) -> None:
    book.on("4 maart").bank(paid("112,50", "invoice 2026-0001", by=FROM_ABROAD)).runs()
    assert (book.open(), book.questions()) == ({"2026-0001": "125,00"}, ["BANK_CHARGE"])
    book.on("5 maart").answers(write_off=True).bank().runs()
    assert (book.open(), let_go(book)) == ({}, [("2026-0001", 1_250, "CHARGE")])
    assert bird.got == []


def test_a_rounding_is_let_go(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank(paid("124,97", "2026-0001")).runs()
    assert (book.open(), let_go(book)) == ({}, [("2026-0001", 3, "ROUNDING")])
    assert bird.got == []


@pytest.mark.parametrize(
    ("on", "left"), [("9 februari", {}), ("10 februari", {}), ("11 februari", {"2026-0005": "2,00"})]
)
def test_a_discount_counts_until_its_day_and_for_one_more_on_the_way(
    book: Book, bird: Debtor, on: str, left: dict[str, str]
) -> None:
    words = "Brood. 2% korting bij betaling binnen 8 dagen"
    book.on("1 februari").bills("2026-0005", "100,00", to=BIRD, due=DUE, subject=words)
    book.on(on).bank(paid("98,00", "2026-0005", by=BIRD)).runs()
    assert book.open() == {"2026-0001": "125,00"} | left
    assert let_go(book) == ([] if left else [("2026-0005", 200, "DISCOUNT")])


def test_too_much_pays_the_invoice_and_the_rest_waits_for_a_person(book: Book, bird: Debtor) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due=DUE)
    book.on("5 maart").bank(paid("150,00", "2026-0001", by=BIRD)).runs()
    assert (book.open(), book.questions()) == ({"2026-0002": "80,00"}, ["MORE_THAN_OPEN"])
    assert (bird.decision("5 maart"), bird.got) == ("HOLD MONEY_TO_PLACE", [])
    book.on("6 maart").answers("SEND_BACK").bank().runs()
    assert bird.last.says("€ 80,00")


def test_twice_is_asked_and_can_go_back(book: Book, bird: Debtor) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due=DUE)
    book.on("3 maart").bank(paid("125,00", "2026-0001", by=BIRD)).runs()
    book.on("5 maart").bank(paid("125,00", "2026-0001", by=BIRD)).runs()
    assert (book.open(), book.questions()) == ({"2026-0002": "80,00"}, ["ALREADY_PAID"])
    assert bird.got == []
    book.on("6 maart").answers("SEND_BACK").bank().runs()
    assert (book.questions(), bird.last.says("€ 80,00")) == ([], True)


def test_in_advance_waits_for_its_invoice(book: Book, linden: Debtor) -> None:
    book.on("5 februari").bank(paid("80,00", "2026-0009", by=LINDEN)).runs()
    assert len(book.questions()) == 1
    book.on("6 februari").bills("2026-0009", "80,00", to=LINDEN, due=DUE).runs()
    book.on("5 maart").bank().runs()
    assert (book.open(), book.questions(), linden.got) == ({"2026-0001": "125,00"}, [], [])


def test_money_kept_for_invoices_to_come_holds_until_they_are_there(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank(paid("200,00", "2026-0001 en voorschot", by=BIRD)).runs()
    book.on("5 maart").answers(allocations=(), debtor=str(BIRD.number), rest="keep")
    assert book.open() == {}
    book.on("6 maart").bills("2026-0006", "75,00", to=BIRD, due="7 maart")
    book.on("12 maart").bank().runs()
    assert (bird.got, bird.decision("12 maart")) == ([], "HOLD MONEY_TO_PLACE")
    book.on("12 maart").answers(allocations=[("2026-0006", 7_500)])
    assert book.open() == {}


def test_one_payment_for_two_accounts(book: Book, bird: Debtor, linden: Debtor) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=LINDEN, due=DUE)
    book.on("5 maart").bank(paid("205,00", "2026-0001 + 2026-0002", by=BIRD)).runs()
    assert (book.open(), book.questions(), bird.got, linden.got) == ({}, [], [], [])


def test_two_accounts_that_do_not_add_up_are_both_held(book: Book, bird: Debtor, linden: Debtor) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=LINDEN, due=DUE)
    book.on("5 maart").bank(paid("190,00", "2026-0001 + 2026-0002")).runs()
    assert (bird.decision("5 maart"), linden.decision("5 maart")) == ("HOLD MONEY_TO_PLACE",) * 2
    given = [("2026-0001", 12_500), ("2026-0002", 6_500)]
    book.on("6 maart").answers(allocations=given).bank().runs()
    assert (bird.got, linden.last.says("€ 15,00")) == ([], True)


def test_a_refund_closes_what_was_too_much(book: Book, bird: Debtor) -> None:
    book.on("3 maart").bank(paid("150,00", "2026-0001", by=BIRD_PAYS)).runs()
    book.on("3 maart").answers("SEND_BACK")
    book.on("5 maart").bank(paid_out("25,00", "te veel betaald", by=BIRD_PAYS)).runs()
    assert (book.open(), book.questions(), bird.got) == ({}, [], [])


def test_a_refund_to_a_debtor_that_nobody_expects_is_asked_about(book: Book, bird: Debtor) -> None:
    book.on("3 maart").bank(paid("125,00", "2026-0001", by=BIRD_PAYS)).runs()
    book.on("5 maart").bank(paid_out("30,00", "coulance", by=BIRD_PAYS)).runs()
    assert book.questions() == ["REFUND"]
    book.on("6 maart").answers("NOT_OURS")
    assert (book.open(), book.questions()) == ({}, [])


def test_a_reversal_reopens_and_is_reminded(book: Book, bird: Debtor) -> None:
    book.on("3 maart").bank(paid("125,00", "2026-0001", by=BIRD_PAYS, end_to_end_id="E-7")).runs()
    assert book.open() == {}
    book.on("5 maart").bank(taken_back("125,00", by=BIRD_PAYS, end_to_end_id="E-7")).runs()
    assert book.open() == {"2026-0001": "125,00"}
    assert bird.last.says("€ 125,00")


def test_a_direct_debit_batch_pays_all_and_one_that_returns_reopens_its_own(
    book: Book, bird: Debtor, linden: Debtor
) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=LINDEN, due=DUE)
    collected = batch(
        ("E-1", 12_500, "Factuur 2026-0001"), ("E-2", 8_000, "Factuur 2026-0002"), day="2026-03-02"
    )
    book.on("1 maart").takes(direct_debits(collected)).bank().runs()
    book.on("3 maart").bank(paid("205,00", "INC-2026-11", on="2 maart")).runs()
    assert (book.open(), book.questions()) == ({}, [])
    book.on("5 maart").bank(taken_back("80,00", "INC-2026-11", end_to_end_id="E-2")).runs()
    assert (book.open(), book.questions()) == ({"2026-0002": "80,00"}, [])
    assert (bird.got, len(linden.got)) == ([], 1)


def test_an_invoice_in_a_batch_is_left_alone_while_it_runs(book: Book, bird: Debtor) -> None:
    book.on("1 maart").takes(direct_debits(batch(("E-1", 12_500, "Factuur 2026-0001"), day="2026-03-02")))
    book.on("5 maart").bank().runs()
    assert (bird.got, bird.decision("5 maart").split()[0]) == ([], "HOLD")


def test_one_invoice_in_two_transfers_to_an_ordinary_and_a_blocked_account(book: Book, bird: Debtor) -> None:
    words = f"Uitzendwerk. 40% van het factuurbedrag op G-rekening {BLOCKED_IBAN}"
    register_blocked_account(book)
    book.on("1 februari").bills("2026-0005", "1000,00", to=BIRD, due=DUE, subject=words)
    book.on("5 februari").bank(paid("600,00", "2026-0005", by=BIRD_PAYS)).runs()
    assert book.open() == {"2026-0001": "125,00", "2026-0005": "400,00"}
    on_blocked = paid("400,00", "2026-0005 G-deel", by=BIRD_PAYS, bank_iban=BLOCKED_IBAN)
    book.on("6 februari").takes(statement_of(on_blocked, "6 februari")).runs()
    assert (book.open(), book.questions()) == ({"2026-0001": "125,00"}, [])


def register_blocked_account(book: Book) -> None:
    at = book.on("31 januari")
    add_client(book.client.key, ibans=[IBAN, BLOCKED_IBAN], on=at.on, at=at.at, by="story")


def statement_of(movement: Paid, on: str) -> bytes:
    data, _ = paper.statement([movement], first=day(on), last=day(on), opening=0, bank_iban=BLOCKED_IBAN)
    return data


@pytest.mark.parametrize("passed_on_by", [AGENCY, FACTOR], ids=["agency", "factor"])
def test_a_payment_that_reached_another_is_passed_on_and_teaches_nothing(
    book: Book, bird: Debtor, linden: Debtor, passed_on_by: Party
) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=LINDEN, due=DUE)
    words = "doorstorting 2026-0001 Lunchroom De Vroege Vogel"
    book.on("5 maart").bank(paid("125,00", words, by=passed_on_by)).runs()
    assert (book.open(), book.questions(), bird.got) == ({"2026-0002": "80,00"}, [], [])
    book.on("6 maart").bank(paid("33,00", "doorstorting", by=passed_on_by)).runs()
    assert bird.decision("6 maart") == "niets open"
    assert linden.decision("9 maart").split()[0] != "HOLD", "it is nobody's account"


def test_a_credit_note_that_the_debtor_takes_off(book: Book, bird: Debtor) -> None:
    book.on("10 februari").credits("C-0001", "25,00", to=BIRD, of="")
    book.on("4 maart").bank(paid("100,00", "2026-0001 -/- C-0001", by=BIRD)).runs()
    book.on("5 maart").bank().runs()
    assert (book.open(), book.questions(), bird.got) == ({}, [], [])


def test_a_payout_with_fees_taken_off_pays_each_invoice_whole(
    book: Book, bird: Debtor, linden: Debtor
) -> None:
    book.on("1 februari").bills("2026-0002", "60,50", to=LINDEN, due=DUE)
    rows = [
        "po_maart4,2026-03-04 00:00:00,txn_1,2026-03-01,eur,125.00,1.95,123.05,charge,Factuur 2026-0001,,",
        "po_maart4,2026-03-04 00:00:00,txn_2,2026-03-01,eur,60.50,1.10,59.40,charge,Factuur 2026-0002,,",
    ]
    book.on("4 maart").takes(table(STRIPE_HEADER, rows)).bank(paid("182,45", "STRIPE po_maart4", by=STRIPE))
    book.on("5 maart").bank().runs()
    assert (book.open(), book.questions()) == ({}, [])
    assert let_go(book) == [("2026-0001", 195, "FEE"), ("2026-0002", 110, "FEE")]
    assert (bird.got, linden.got) == ([], [])


def test_what_a_person_teaches_is_known_the_next_time(book: Book, bird: Debtor) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due=DUE)
    partner = Party(name="H. Vlieg", iban="NL20INGB0001234567", country="NL")
    book.on("15 februari").bank(paid("125,00", "brood", by=partner)).runs()
    assert len(book.questions()) == 1
    book.on("15 februari").answers().runs()
    book.on("5 maart").bank(paid("80,00", "brood", by=partner)).runs()
    assert (book.open(), book.questions(), bird.got) == ({}, [], [])


def test_a_parked_question_holds_as_before(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank(paid("60,00", "dank", by=BIRD)).runs()
    parked = book.on("6 maart")
    park_question(
        book.client, book.question(), until=day("20 maart"), because="wacht op antwoord", on=parked.on,
        at=parked.at, by="Sanne",
    )  # fmt: skip
    book.on("9 maart").bank().runs()
    assert (bird.got, bird.decision("9 maart")) == ([], "HOLD MONEY_TO_PLACE")
    book.on("10 maart").answers(debtor=str(BIRD.number)).bank().runs()
    assert bird.last.says("€ 65,00")
