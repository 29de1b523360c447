"""Debtors who say something: that it is wrong, that they will pay, and a client who says that they did."""

from contextlib import nullcontext
from typing import Any

import pytest

from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD, day, paid
from voldaan.usecases.settle_invoice import CannotSettle, settle_invoice


@pytest.fixture(autouse=True)
def billed(book: Book) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")


def test_a_dispute_pauses_and_its_end_goes_on_where_it_was(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs()
    book.on("10 maart").disputes("2026-0001", answer_by="20 maart")
    for on in ("16 maart", "20 maart", "21 maart", "30 maart"):
        book.on(on).bank().runs()
        overdue = on in ("21 maart", "30 maart")
        assert bird.decision(on) == ("ASK ANSWER_OVERDUE" if overdue else "HOLD DISPUTED tot 21 maart")
    assert len(bird.got) == 1
    book.on("31 maart").settles_dispute("2026-0001").bank().runs()
    assert bird.got == ["5 maart: eerste herinnering per e-mail", "31 maart: tweede herinnering per e-mail"]


def test_a_dispute_that_ends_in_a_credit_note_asks_only_the_rest(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs()
    book.on("10 maart").disputes("2026-0001", answer_by="20 maart")
    book.on("18 maart").credits("C-0001", "40,00", to=BIRD, of="2026-0001").settles_dispute("2026-0001")
    book.on("18 maart").bank().runs()
    assert bird.got[1:] == ["18 maart: tweede herinnering per e-mail"]
    assert bird.last.says("€ 85,00")


def test_a_dispute_after_approval_keeps_the_message_here(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs(approve=False)
    done = book.on("5 maart").approves().disputes("2026-0001", answer_by="20 maart").sends()
    assert (done.sent, done.withdrawn, bird.got) == (0, 1, [])
    assert book.because() == "Vandaag is de beslissing HOLD: DISPUTED."


def test_one_invoice_is_disputed_while_another_is_due(book: Book, bird: Debtor) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due="2 maart")
    book.on("3 maart").disputes("2026-0001", answer_by="20 maart")
    book.on("5 maart").bank().runs()
    assert bird.got == ["5 maart: eerste herinnering per e-mail"]
    assert bird.last.says("2026-0002", "€ 80,00")
    assert not bird.last.says("2026-0001")
    assert bird.others("5 maart")["2026-0001"] == "DISPUTED"


def test_a_promise_that_is_kept(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs()
    book.on("9 maart").promises(bird, until="20 maart")
    book.on("16 maart").bank().runs()
    assert bird.decision("16 maart") == "HOLD PROMISED tot 23 maart"
    book.on("20 maart").bank(paid("125,00", "2026-0001")).runs()
    book.on("23 maart").bank().runs()
    assert (len(bird.got), book.open()) == (1, {})


@pytest.mark.parametrize(
    ("on", "decision"),
    [
        ("20 maart", "HOLD PROMISED tot 23 maart"),
        ("22 maart", "HOLD PROMISED tot 23 maart"),
        ("23 maart", "REMIND STAGE_REACHED"),
    ],
)
def test_a_promise_that_is_broken_goes_on_after_two_days_of_grace(
    book: Book, bird: Debtor, on: str, decision: str
) -> None:
    book.on("5 maart").bank().runs()
    book.on("9 maart").promises(bird, until="20 maart")
    book.on(on).bank()
    assert bird.decision(on) == decision
    book.on(on).runs()
    assert len(bird.got) == (2 if decision.startswith("REMIND") else 1)


def test_two_invoices_at_different_stages_give_one_message(book: Book, bird: Debtor) -> None:
    book.on("16 februari").bills("2026-0002", "80,00", to=BIRD, due="12 maart")
    for on in ("5 maart", "16 maart"):
        book.on(on).bank().runs()
    assert bird.got == ["5 maart: eerste herinnering per e-mail", "16 maart: tweede herinnering per e-mail"]
    assert bird.last.says("2026-0001", "2026-0002", "€ 205,00", "Ook nog open")
    assert bird.others("16 maart") == {"2026-0001": "TERM_RUNNING", "2026-0002": "TERM_RUNNING"}


def test_what_stood_beside_is_not_reminded_again_within_its_own_term(book: Book, bird: Debtor) -> None:
    book.on("16 februari").bills("2026-0002", "80,00", to=BIRD, due="12 maart")
    for on in ("5 maart", "16 maart", "23 maart", "26 maart"):
        book.on(on).bank().runs()
    assert bird.got[2:] == ["26 maart: tweede herinnering per e-mail"]
    assert bird.last.says("2026-0002")


class TestTheClientsWord:
    @pytest.fixture
    def truth(self) -> str:
        return "client_word"

    def test_a_word_ends_the_reminders(self, book: Book, bird: Debtor) -> None:
        book.on("4 maart").bills("2026-0009", "10,00", to=BIRD, due="30 april")
        book.on("5 maart").runs()
        assert bird.got == ["5 maart: eerste herinnering per e-mail"]
        book.on("10 maart").hears_paid("2026-0001")
        book.on("14 maart").bills("2026-0010", "10,00", to=BIRD, due="30 april")
        book.on("16 maart").runs()
        assert (len(bird.got), list(book.open())) == (1, ["2026-0009", "2026-0010"])

    @pytest.mark.parametrize(
        ("on", "decision"), [("7 maart", "REMIND STAGE_REACHED"), ("9 maart", "HOLD PAYMENT_TRUTH_STALE")]
    )
    def test_an_old_word_is_no_word(self, book: Book, bird: Debtor, on: str, decision: str) -> None:
        book.on("4 maart").bills("2026-0009", "10,00", to=BIRD, due="30 april")
        assert bird.decision(on) == decision

    @pytest.mark.parametrize(("said", "taken"), [("9 maart", True), ("10 maart", True), ("11 maart", False)])
    def test_a_word_about_a_day_to_come_is_no_word(self, book: Book, said: str, taken: bool) -> None:
        when: dict[str, Any] = {"on": day(said), "at": book.on("10 maart").at, "by": "story"}
        with nullcontext() if taken else pytest.raises(CannotSettle, match="moet nog komen"):
            settle_invoice(book.client, "2026-0001", **when)
        assert book.open() == ({} if taken else {"2026-0001": "125,00"})

    def test_a_bank_line_after_the_word_counts_nothing_twice(self, book: Book, bird: Debtor) -> None:
        book.on("10 maart").hears_paid("2026-0001")
        book.on("11 maart").bank(paid("125,00", "2026-0001")).runs()
        assert (book.open(), book.questions()) == ({}, [])


def test_a_word_works_beside_the_bank_too(book: Book, bird: Debtor) -> None:
    book.on("4 maart").hears_paid("2026-0001")
    book.on("5 maart").bank().runs()
    assert (bird.got, bird.decision("5 maart")) == ([], "niets open")
