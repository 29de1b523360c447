"""Debtors who are protected: bankrupt, counselled, represented, dead. What ends does not simply start again."""

import pytest

from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD
from voldaan.usecases.hand_over import CannotHandOver

ENDED = "ASK HOLD_ENDED"


@pytest.fixture(autouse=True)
def billed(book: Book) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")


def test_a_bankruptcy_stops_everything_until_somebody_lifts_it(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs()
    book.on("6 maart").holds(bird, "BANKRUPTCY")
    for on in ("16 maart", "30 april", "30 september"):
        book.on(on).bank().runs()
        assert bird.decision(on) == "HOLD ON_HOLD"
    with pytest.raises(CannotHandOver, match="aangehouden"):
        book.on("30 september").hands_over(bird)
    assert len(bird.got) == 1


def test_a_bankruptcy_that_is_told_of_one_invoice_counts_for_all(book: Book, bird: Debtor) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due="2 maart")
    book.on("3 maart").holds(bird, "BANKRUPTCY", invoice="2026-0001")
    book.on("5 maart").bank().runs()
    assert (bird.decision("5 maart"), bird.got) == ("HOLD ON_HOLD", [])


@pytest.mark.parametrize(
    ("kind", "last", "after"),
    [("DEBT_COUNSELLING", "3 november", "4 november"), ("DECEASED", "3 juni", "4 juni")],
)
def test_what_protects_asks_when_its_time_is_over(
    book: Book, bird: Debtor, kind: str, last: str, after: str
) -> None:
    book.on("3 maart").holds(bird, kind)
    book.on("5 maart").bank().runs()
    assert bird.decision("5 maart") == f"HOLD ON_HOLD tot {after}"
    book.on(last).bank().runs()
    assert bird.decision(last) == f"HOLD ON_HOLD tot {after}"
    book.on(after).bank().runs()
    assert bird.decision(after) == ENDED
    book.on("1 december").bank().runs()
    assert (bird.decision("1 december"), bird.got) == (ENDED, [])
    book.on("1 december").lifts().runs()
    assert bird.got == ["1 december: eerste herinnering per e-mail"]


def test_what_was_asked_for_a_while_goes_on_by_itself(book: Book, bird: Debtor) -> None:
    book.on("3 maart").holds(bird, "PERSON_ASKED", until="9 maart")
    book.on("9 maart").bank().runs()
    assert (bird.decision("9 maart"), bird.got) == ("HOLD ON_HOLD tot 10 maart", [])
    book.on("10 maart").bank().runs()
    assert bird.got == ["10 maart: eerste herinnering per e-mail"]


def test_a_new_hold_of_the_kind_stands_in_the_place_of_the_old(book: Book, bird: Debtor) -> None:
    book.on("3 maart").holds(bird, "MORATORIUM", until="9 maart")
    book.on("10 maart").bank().runs()
    assert bird.decision("10 maart") == ENDED
    book.on("10 maart").holds(bird, "MORATORIUM", until="12 maart")
    book.on("12 maart").bank()
    assert bird.decision("12 maart") == "HOLD ON_HOLD tot 13 maart"
    book.on("13 maart").bank()
    assert bird.decision("13 maart") == ENDED


def test_another_hold_does_not_make_an_ended_one_forgotten(book: Book, bird: Debtor) -> None:
    book.on("3 maart").holds(bird, "DEBT_COUNSELLING", until="9 maart")
    book.on("10 maart").bank().holds(bird, "PERSON_ASKED", until="12 maart")
    assert bird.decision("10 maart") == "HOLD ON_HOLD tot 13 maart"
    book.on("13 maart").bank()
    assert bird.decision("13 maart") == ENDED


def test_the_end_of_a_hold_on_one_invoice_asks_about_that_invoice(book: Book, bird: Debtor) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due="2 maart")
    book.on("3 maart").holds(bird, "ANSWER_TO_READ", invoice="2026-0001", until="4 maart")
    book.on("5 maart").bank().runs()
    assert bird.decision("5 maart") == f"{ENDED} tot 16 maart"
    assert bird.last.says("2026-0002")
    assert not bird.last.says("2026-0001")


def test_in_the_week_after_a_complaint_nothing_is_reminded_and_its_end_is_asked(
    book: Book, bird: Debtor
) -> None:
    book.on("1 februari").bills("2026-0002", "80,00", to=BIRD, due="2 maart")
    book.on("3 maart").holds(bird, "COMPLAINT", invoice="2026-0001", until="4 maart")
    book.on("10 maart").bank().runs()
    assert (bird.decision("10 maart"), bird.got) == (f"{ENDED} tot 11 maart", [])
    book.on("11 maart").bank().runs()
    assert bird.last.says("2026-0002")


def test_an_ended_hold_keeps_an_approved_message_here(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs(approve=False)
    book.on("5 maart").holds(bird, "DEBT_COUNSELLING", until="5 maart")
    done = book.on("6 maart").bank().approves().sends()
    assert (done.sent, bird.got) == (0, [])


def test_under_administration_nothing_goes_to_the_debtor(book: Book, bird: Debtor) -> None:
    book.on("3 maart").holds(bird, "ADMINISTRATION")
    book.on("5 maart").bank().runs()
    assert (bird.decision("5 maart"), bird.got) == ("HOLD ON_HOLD", [])


def test_lifting_a_second_hold_does_not_silence_the_first(book: Book, bird: Debtor) -> None:
    book.on("3 maart").holds(bird, "BANKRUPTCY", until="10 maart")
    book.on("4 maart").holds(bird, "BANKRUPTCY", until="12 maart")
    book.on("5 maart").lifts(number=2).bank()
    assert bird.decision("10 maart") == "HOLD ON_HOLD tot 11 maart"
    book.on("11 maart").bank().runs()
    assert (bird.decision("11 maart"), bird.got) == (ENDED, [])


def test_a_hold_that_is_to_be_lifted_later_stands_until_then(book: Book, bird: Debtor) -> None:
    book.on("3 maart").holds(bird, "BANKRUPTCY")
    book.on("9 maart").lifts()
    book.on("5 maart").bank().runs()
    assert (bird.decision("5 maart"), bird.got) == ("HOLD ON_HOLD", [])
    book.on("9 maart").bank().runs()
    assert bird.got == ["9 maart: eerste herinnering per e-mail"]
