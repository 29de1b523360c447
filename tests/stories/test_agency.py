"""An agency writes for the bakery: under its own name, at lawful hours, for a fee that no debtor pays."""

from dataclasses import replace
from datetime import time

import pytest

from tests.stories.book import Book, Debtor, agency_works_for
from tests.stories.paper import BIRD, JO, item, paid
from voldaan.formats.values import Party


@pytest.fixture(autouse=True)
def agency(book: Book) -> None:
    agency_works_for(book)


def billed(book: Book, party: Party, *, due: str = "2 maart", number: str = "2026-0001") -> None:
    book.on("31 januari").bills(number, "125,00", to=party, due=due)


def to_the_end(book: Book) -> None:
    for on in ("5 maart", "16 maart", "30 maart", "13 april"):
        book.on(on).bank().runs()


def test_the_agency_says_who_it_is_and_for_whom(book: Book, jo: Debtor) -> None:
    billed(book, JO)
    book.on("5 maart").bank().runs()
    assert jo.last.sender == "Incassohuis De Brug B.V."
    assert jo.last.says(
        "WKI-000123", "54321098", "Bakkerij Zon B.V.", "Molenpad 1", "Brood en banket", "€ 125,00"
    )
    assert not jo.last.says("4,50")


class TestASoleTrader:
    """A natural person for the Wki, a business for the notice."""

    @pytest.mark.parametrize(
        ("hour", "left"),
        [(time(6, 59), False), (time(7, 0), True), (time(19, 59), True), (time(20, 0), False)],
    )
    def test_is_approached_from_seven_to_eight(self, book: Book, jo: Debtor, hour: time, left: bool) -> None:
        billed(book, JO)
        book.on("5 maart", hour).bank().runs()
        assert bool(jo.got) is left
        assert book.states() == ["SENT" if left else "APPROVED"]

    def test_is_not_approached_on_a_sunday(self, book: Book, jo: Debtor) -> None:
        billed(book, JO, due="5 maart")
        book.on("8 maart").bank().runs()
        assert (jo.decision("8 maart"), jo.got) == ("ASK OUTSIDE_CONTACT_DAYS tot 9 maart", [])
        book.on("9 maart").bank().runs()
        assert jo.got == ["9 maart: eerste herinnering per e-mail"]

    def test_without_an_address_lacks_a_fact_of_the_law(self, book: Book, jo: Debtor) -> None:
        billed(book, replace(JO, street=None, city=None))
        book.on("5 maart").bank().runs()
        assert (jo.decision("5 maart"), jo.got) == ("ASK CLAIM_FACTS_MISSING", [])

    def test_needs_to_know_what_it_is_for(self, book: Book, jo: Debtor) -> None:
        unnamed = replace(item("2026-0001", "125,00", JO, due="2 maart", total="125,00"), subject=None)
        book.on("4 maart").lists(unnamed, complete=False)
        book.on("5 maart").bank().runs()
        assert (jo.decision("5 maart"), jo.got) == ("ASK CLAIM_FACTS_MISSING", [])

    def test_needs_no_fourteen_day_notice(self, book: Book, jo: Debtor) -> None:
        billed(book, JO)
        to_the_end(book)
        claim = book.on("13 april").hands_over(jo).content["claim"]
        assert claim["costs_because"] == "BUSINESS_IN_DEFAULT"
        assert claim["costs_cents"] == 4_000


def test_a_company_is_written_to_on_a_sunday(book: Book, bird: Debtor) -> None:
    billed(book, BIRD, due="5 maart")
    book.on("8 maart").bank().runs()
    assert bird.got == ["8 maart: eerste herinnering per e-mail"]


def test_somebody_without_a_number_counts_as_a_consumer(book: Book, jo: Debtor) -> None:
    billed(book, replace(JO, name="Jo van Velzen", coc_number=None))
    to_the_end(book)
    claim = book.on("13 april").hands_over(jo).content["claim"]
    assert claim["costs_because"] == "NO_VALID_NOTICE"
    assert claim["costs_cents"] == 0


def test_the_fee_is_due_once_an_invoice(book: Book, bird: Debtor) -> None:
    billed(book, BIRD)
    book.on("16 februari").bills("2026-0002", "80,00", to=BIRD, due="12 maart")
    book.on("5 maart").bank().runs()
    assert book.fees() == [("2026-0001", 450)]
    for on in ("16 maart", "30 maart"):
        book.on(on).bank().runs()
    assert len(bird.got) == 3
    assert book.fees() == [("2026-0001", 450), ("2026-0002", 450)]


def test_a_message_that_did_not_leave_costs_nothing(book: Book, bird: Debtor) -> None:
    billed(book, BIRD)
    book.on("5 maart").bank().runs(approve=False)
    book.on("5 maart").approves().bank(paid("125,00", "2026-0001")).sends()
    assert (book.fees(), bird.got) == ([], [])
