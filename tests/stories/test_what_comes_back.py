"""What comes back, as the lives of debtors: bounces that nobody saw elsewhere, and answers that were read too late."""

import pytest

from tests.stories.book import Book, Debtor, Piece
from tests.stories.paper import BIRD
from tests.usecases.mails import a_bounce, an_answer
from voldaan.records.models import Message
from voldaan.records.scope import rows_of

FIRST = "5 maart: eerste herinnering per e-mail"


@pytest.fixture(autouse=True)
def reminded(book: Book) -> None:
    """Bird is reminded on 5 March."""
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
    book.on("5 maart").bank().runs()


def message(book: Book, piece: Piece) -> Message:
    with rows_of(book.client):
        return Message.objects.get(uuid=piece.uuid)


def a_mail(book: Book, words: str, piece: Piece, **headers: str) -> bytes:
    return an_answer(words, to=message(book, piece), sender=str(BIRD.email), **headers)


class TestABounce:
    def test_is_seen_and_the_letter_follows(self, book: Book, bird: Debtor) -> None:
        book.on("6 maart").bank().receives(a_bounce(message(book, bird.last))).runs()
        assert bird.got == [FIRST, "6 maart: eerste herinnering per post"]

    def test_of_the_last_message_means_that_nothing_is_handed_over(self, book: Book, bird: Debtor) -> None:
        for on in ("16 maart", "30 maart"):
            book.on(on).bank().runs()
        book.on("13 april").bank().receives(a_bounce(message(book, bird.last))).runs()
        assert bird.got[3:] == ["13 april: pré-incassobrief per post"]


class TestAnAnswer:
    def test_rests_the_debtor_until_somebody_has_read_it(self, book: Book, bird: Debtor) -> None:
        book.on("7 maart").bank().receives(a_mail(book, "Ik begrijp deze rekening niet.", bird.last))
        book.on("16 maart").bank().runs()
        assert (bird.got, bird.decision("16 maart")) == ([FIRST], "HOLD ON_HOLD")
        book.on("17 maart").bank().decides_mail("QUESTION").runs()
        assert bird.got == [FIRST, "17 maart: tweede herinnering per e-mail"]

    def test_that_names_a_day_is_a_promise_that_is_waited_for(self, book: Book, bird: Debtor) -> None:
        book.on("7 maart").bank().receives(a_mail(book, "Ik betaal op 20 maart.", bird.last))
        book.on("7 maart").decides_mail("PROMISE", until="20 maart")
        book.on("22 maart").bank().runs()
        assert bird.decision("22 maart") == "HOLD PROMISED tot 23 maart"
        assert bird.got == [FIRST]

    def test_after_approval_keeps_the_next_message_here(self, book: Book, bird: Debtor) -> None:
        book.on("16 maart").bank().runs(approve=False)
        book.on("16 maart").approves().receives(
            a_mail(book, "Wij hebben dit vorige week betaald.", bird.last)
        )
        sent = book.on("16 maart").sends()
        assert (sent.sent, sent.withdrawn) == (0, 1)
        assert bird.got == [FIRST]

    def test_of_somebody_who_has_died_stops_everything(self, book: Book, bird: Debtor) -> None:
        book.on("7 maart").bank().receives(a_mail(book, "Mijn vader is overleden.", bird.last)).decides_mail(
            "DECEASED"
        )
        for on in ("16 maart", "30 maart", "13 april"):
            book.on(on).bank().runs()
        assert (bird.got, bird.decision("13 april")) == ([FIRST], "HOLD ON_HOLD tot 8 juni")

    def test_of_a_machine_stops_nothing(self, book: Book, bird: Debtor) -> None:
        away = a_mail(book, "Ik ben afwezig.", bird.last, subject="Afwezig", Auto_Submitted="auto-replied")
        book.on("6 maart").bank().receives(away)
        book.on("16 maart").bank().runs()
        assert bird.got == [FIRST, "16 maart: tweede herinnering per e-mail"]
