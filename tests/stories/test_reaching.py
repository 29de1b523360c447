"""How a message reaches somebody: by e-mail, else by post, else a person is asked."""

from dataclasses import replace

import pytest

from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD
from voldaan.usecases.hand_over import CannotHandOver

NOWHERE = {"street": None, "postcode": None, "city": None}


def test_without_an_address_a_person_is_asked(book: Book, bird: Debtor) -> None:
    somewhere = replace(BIRD, email=None, **NOWHERE)
    book.on("31 januari").bills("2026-0001", "125,00", to=somewhere, due="2 maart")
    book.on("5 maart").bank().runs()
    assert (bird.decision("5 maart"), bird.got) == ("ASK NO_ADDRESS", [])


def test_an_address_that_comes_later_is_used(book: Book, bird: Debtor) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=replace(BIRD, email=None, **NOWHERE), due="2 maart")
    book.on("5 maart").bank().runs()
    book.on("6 maart").bills("2026-0002", "10,00", to=BIRD, due="30 april").runs()
    assert bird.got == ["6 maart: eerste herinnering per e-mail"]


def test_without_an_e_mail_address_a_letter_goes(book: Book, bird: Debtor) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=replace(BIRD, email=None), due="2 maart")
    book.on("5 maart").bank().runs()
    assert bird.got == ["5 maart: eerste herinnering per post"]
    assert bird.last.says("€ 125,00", "2026-0001")


def test_an_e_mail_that_comes_back_goes_on_by_post(book: Book, bird: Debtor) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
    book.on("5 maart").bank().runs()
    book.on("6 maart").bank().comes_back(bird.last).runs()
    assert bird.got == ["5 maart: eerste herinnering per e-mail", "6 maart: eerste herinnering per post"]
    book.on("17 maart").bank().runs()
    assert bird.got[2:] == ["17 maart: tweede herinnering per post"]


def test_an_e_mail_that_comes_back_and_no_address_asks_a_person(book: Book, bird: Debtor) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=replace(BIRD, **NOWHERE), due="2 maart")
    book.on("5 maart").bank().runs()
    book.on("6 maart").bank().comes_back(bird.last).runs()
    assert (bird.decision("6 maart"), len(bird.got)) == ("ASK NO_ADDRESS", 1)


class TestTheEnd:
    @pytest.fixture(autouse=True)
    def reminded_to_the_last(self, book: Book) -> None:
        """Nobody pays; the last message asks for payment by 9 April."""
        book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
        for on in ("5 maart", "16 maart", "30 maart"):
            book.on(on).bank().runs()

    @pytest.mark.parametrize(
        ("on", "decision"),
        [
            ("9 april", "WAIT TERM_RUNNING tot 13 april"),
            ("12 april", "WAIT TERM_RUNNING tot 13 april"),
            ("13 april", "HAND_OVER READY_FOR_HAND_OVER"),
        ],
    )
    def test_the_last_term_and_three_days(self, book: Book, bird: Debtor, on: str, decision: str) -> None:
        book.on(on).bank().runs()
        assert bird.decision(on) == decision

    def test_after_the_hand_over_nothing_more_is_sent(self, book: Book, bird: Debtor) -> None:
        book.on("13 april").bank().hands_over(bird)
        book.on("14 april").bills("2026-0002", "80,00", to=BIRD, due="20 april")
        for on in ("14 april", "30 april"):
            book.on(on).bank().runs()
        assert bird.got[3:] == ["30 april: eerste herinnering per e-mail"]
        assert bird.last.says("2026-0002", "€ 80,00")
        assert not bird.last.says("2026-0001")
        assert bird.others("30 april")["2026-0001"] == "HANDED_OVER"

    def test_a_last_message_that_came_back_is_no_last_message(self, book: Book, bird: Debtor) -> None:
        book.on("13 april").bank().comes_back(bird.last)
        with pytest.raises(CannotHandOver, match="kwam terug en is niet bezorgd"):
            book.on("13 april").hands_over(bird)
        book.on("13 april").runs()
        assert bird.got[3:] == ["13 april: pré-incassobrief per post"]

    def test_nobody_else_may_confirm_it(self, book: Book, bird: Debtor) -> None:
        with pytest.raises(CannotHandOver, match="Iemand Anders mag voor Bakkerij Zon"):
            book.on("13 april").bank().hands_over(bird, confirmed_by="Iemand Anders")

    def test_a_dispute_on_the_last_day_prevents_it(self, book: Book, bird: Debtor) -> None:
        book.on("13 april").bank().disputes("2026-0001", answer_by="20 april")
        with pytest.raises(CannotHandOver, match="betwist"):
            book.on("13 april").hands_over(bird)
