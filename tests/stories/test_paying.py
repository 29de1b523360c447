"""Debtors who pay: in time, late, in parts, too much, without saying what for."""

import pytest

from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD, paid
from voldaan.usecases.answer_question import answer_question

DUE = "2 maart"


@pytest.fixture(autouse=True)
def billed(book: Book) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due=DUE)


def test_paid_in_time(book: Book, bird: Debtor) -> None:
    book.on("2 maart").bank(paid("125,00", "factuur 2026-0001")).runs()
    book.on("5 maart").bank().runs()
    assert book.open() == {}
    assert bird.decision("5 maart") == "niets open"
    assert bird.got == []


@pytest.mark.parametrize(
    ("on", "decision", "got"),
    [
        ("2 maart", "WAIT NOT_YET_DUE tot 5 maart", []),
        ("4 maart", "WAIT STAGE_NOT_REACHED tot 5 maart", []),
        ("5 maart", "REMIND STAGE_REACHED", ["5 maart: eerste herinnering per e-mail"]),
        ("6 maart", "REMIND STAGE_REACHED", ["6 maart: eerste herinnering per e-mail"]),
    ],
)
def test_the_first_reminder_comes_three_days_after_the_due_date(
    book: Book, bird: Debtor, on: str, decision: str, got: list[str]
) -> None:
    book.on(on).bank()
    assert bird.decision(on) == decision
    book.on(on).runs()
    assert bird.got == got


def test_paid_after_the_first_reminder(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs()
    assert bird.got == ["5 maart: eerste herinnering per e-mail"]
    assert bird.last.says(
        "€ 125,00", "2026-0001", "Betalingen verwerkt tot en met 5 maart 2026", "12 maart 2026"
    )
    assert bird.last.sender == "Bakkerij Zon B.V."
    assert bird.decision("6 maart") == "WAIT TERM_RUNNING tot 16 maart"
    book.on("9 maart").bank(paid("125,00", "2026-0001")).runs()
    book.on("16 maart").bank().runs()
    assert bird.decision("16 maart") == "niets open"
    assert len(bird.got) == 1


def test_nobody_pays_and_three_messages_go_out(book: Book, bird: Debtor) -> None:
    for on in ("5 maart", "15 maart", "16 maart", "29 maart", "30 maart", "31 maart"):
        book.on(on).bank().runs()
    assert bird.got == [
        "5 maart: eerste herinnering per e-mail",
        "16 maart: tweede herinnering per e-mail",
        "30 maart: pré-incassobrief per e-mail",
    ]
    words = " ".join(piece.text for piece in bird.pieces).lower()
    assert "rente" not in words
    assert "incassokosten" not in words


def test_paid_in_two_parts(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs()
    book.on("10 maart").bank(paid("50,00", "2026-0001 eerste deel", by=BIRD)).runs()
    assert book.open() == {"2026-0001": "75,00"}
    book.on("16 maart").bank().runs()
    assert bird.got[1:] == ["16 maart: tweede herinnering per e-mail"]
    assert bird.last.says("€ 75,00", "nog open van € 125,00")
    book.on("20 maart").bank(paid("75,00", "2026-0001 rest", by=BIRD)).runs()
    book.on("30 maart").bank().runs()
    assert book.open() == {}
    assert len(bird.got) == 2


def test_a_credit_note_lowers_what_is_asked(book: Book, bird: Debtor) -> None:
    book.on("3 maart").credits("C-0001", "25,00", to=BIRD, of="2026-0001")
    book.on("5 maart").bank().runs()
    assert bird.last.says("€ 100,00")
    assert book.open() == {"2026-0001": "100,00"}


def test_a_credit_note_for_all_of_it_ends_the_reminders(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs()
    book.on("10 maart").credits("C-0001", "125,00", to=BIRD, of="2026-0001")
    book.on("16 maart").bank().runs()
    assert bird.got == ["5 maart: eerste herinnering per e-mail"]
    assert bird.decision("16 maart") == "niets open"


def test_too_much_becomes_a_question_that_holds(book: Book, bird: Debtor) -> None:
    book.on("16 februari").bills("2026-0002", "80,00", to=BIRD, due="4 maart")
    book.on("5 maart").bank(paid("150,00", "2026-0001")).runs()
    assert book.questions() == ["MORE_THAN_OPEN"]
    assert bird.decision("7 maart") == "HOLD MONEY_TO_PLACE"
    book.on("7 maart").bank().runs()
    assert bird.got == []
    answer_question(
        book.client, book.question(), answer="ACCEPT", allocations=[("2026-0001", 12_500)],
        on=book.on("7 maart").on, at=book.on("7 maart").at, by="Sanne",
    )  # fmt: skip
    book.on("9 maart").bank().runs()
    assert book.open() == {"2026-0002": "80,00"}
    assert bird.got == ["9 maart: eerste herinnering per e-mail"]
    assert bird.last.says("2026-0002", "€ 80,00")


def test_money_without_a_reference_holds_and_is_answered(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank(paid("60,00", "met dank", by=BIRD)).runs()
    assert book.questions() == ["PAYER_KNOWN"]
    assert bird.decision("5 maart") == "HOLD MONEY_TO_PLACE"
    assert bird.got == []
    answer_question(
        book.client, book.question(), answer="ACCEPT", allocations=[("2026-0001", 6_000)],
        on=book.on("6 maart").on, at=book.on("6 maart").at, by="Sanne",
    )  # fmt: skip
    book.on("6 maart").runs()
    assert bird.got == ["6 maart: eerste herinnering per e-mail"]
    assert bird.last.says("€ 65,00")


def test_money_that_is_not_ours_frees_the_reminders(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank(paid("60,00", "terugbetaling borg", by=BIRD)).runs()
    answer_question(
        book.client, book.question(), answer="NOT_OURS",
        on=book.on("6 maart").on, at=book.on("6 maart").at, by="Sanne",
    )  # fmt: skip
    book.on("6 maart").runs()
    assert bird.last.says("€ 125,00")


def test_a_payment_between_approval_and_sending_keeps_the_message_here(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs(approve=False)
    book.on("5 maart").approves()
    assert book.states() == ["APPROVED"]
    book.on("6 maart").bank(paid("125,00", "2026-0001"))
    done = book.on("6 maart").sends()
    assert (done.sent, bird.got) == (0, [])
    book.on("6 maart").runs()
    assert book.states() == ["WITHDRAWN"]
    assert bird.got == []


def test_a_payment_that_is_matched_after_approval_keeps_the_message_here(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs(approve=False)
    book.on("5 maart").approves().bank(paid("50,00", "2026-0001", by=BIRD)).runs()
    assert book.states() == ["WITHDRAWN", "SENT"]
    assert bird.last.says("€ 75,00")


def test_the_same_files_again_change_nothing(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank(paid("25,00", "2026-0001", by=BIRD)).runs()
    book.known_until, book.balance = book.on("31 januari").on, 0
    book.on("5 maart").bank(paid("25,00", "2026-0001", by=BIRD)).runs()
    assert (book.imported[-1].new, book.imported[-1].known) == (0, 1)
    assert book.open() == {"2026-0001": "100,00"}
    assert len(bird.got) == 1
