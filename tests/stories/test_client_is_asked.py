"""The agency asks the bakery first: what the bakery knows keeps a reminder away, until the last second."""

from dataclasses import replace

import pytest

from tests.stories.book import Book, Debtor, agency_works_for, moment
from tests.stories.paper import BIRD, LINDEN, day
from voldaan.records.models import ClientCheck
from voldaan.records.scope import rows_of
from voldaan.usecases.answer_client_check import answer_client_check


def the_bakery_says(book: Book, on: str, *, rest_goes: bool = True, **said: str) -> None:
    """Let the bakery answer the newest list: PAID="2026-0001"."""
    with rows_of(book.client):
        check = ClientCheck.objects.latest("pk").pk
    answers = {number: says for says, number in said.items()}
    when = {"on": day(on), "at": moment(day(on))}
    answer_client_check(
        book.client, check, answers, answered_by="Sanne Bos", rest_goes=rest_goes, by="story", **when
    )


def billed(book: Book, *, due: str = "2 maart") -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due=due)
    book.on("31 januari").bills("2026-0002", "80,00", to=LINDEN, due=due)


@pytest.fixture
def asked(book: Book) -> Book:
    """A bakery that is asked first, and whose silence holds."""
    agency_works_for(book, asks_first=True)
    billed(book)
    return book


def test_what_was_paid_at_the_counter_is_never_reminded(asked: Book, bird: Debtor, linden: Debtor) -> None:
    asked.on("5 maart").bank().runs()
    assert (bird.got, linden.got) == ([], [])
    assert bird.decision("5 maart") == "HOLD CLIENT_TO_CONFIRM tot 10 maart"
    the_bakery_says(asked, "6 maart", PAID="2026-0002")
    asked.on("6 maart").bank().runs()
    assert bird.got == ["6 maart: eerste herinnering per e-mail"]
    assert (linden.got, linden.decision("6 maart")) == ([], "niets open")


def test_the_bakery_is_asked_again_before_the_next_stage(asked: Book, bird: Debtor) -> None:
    asked.on("5 maart").bank().runs()
    the_bakery_says(asked, "5 maart")
    asked.on("5 maart").runs()
    asked.on("19 maart").bank().runs()
    assert bird.decision("19 maart") == "HOLD CLIENT_TO_CONFIRM tot 24 maart"
    the_bakery_says(asked, "20 maart")
    asked.on("20 maart").bank().runs()
    assert bird.got == [
        "5 maart: eerste herinnering per e-mail", "20 maart: tweede herinnering per e-mail",
    ]  # fmt: skip


def test_silence_holds_and_the_bakery_is_asked_anew(asked: Book, bird: Debtor) -> None:
    asked.on("5 maart").bank().runs()
    asked.on("10 maart").bank().runs()
    assert (bird.got, bird.decision("10 maart")) == ([], "HOLD CLIENT_SILENT tot 24 maart")
    asked.on("24 maart").bank().runs()
    the_bakery_says(asked, "24 maart")
    asked.on("24 maart").runs()
    assert bird.got == ["24 maart: eerste herinnering per e-mail"]


def test_a_list_of_a_friday_can_be_answered_until_tuesday_and_silence_goes(book: Book, bird: Debtor) -> None:
    agency_works_for(book, asks_first=True, silence_goes=True)
    billed(book, due="3 maart")
    book.on("6 maart").bank().runs()
    book.on("10 maart").bank().runs()
    assert bird.got == []
    book.on("11 maart").bank().runs()
    assert bird.got == ["11 maart: eerste herinnering per e-mail"]


def test_the_bakery_calls_just_before_the_letter_leaves(asked: Book, bird: Debtor, linden: Debtor) -> None:
    asked.on("5 maart").bank().runs()
    the_bakery_says(asked, "6 maart")
    asked.on("6 maart").bank().runs(approve=False)
    asked.on("6 maart").approves()
    the_bakery_says(asked, "6 maart", rest_goes=False, LEAVE="2026-0001")
    asked.on("6 maart").sends()
    assert (bird.got, linden.got) == ([], ["6 maart: eerste herinnering per e-mail"])
    assert bird.decision("6 maart").startswith("HOLD ON_HOLD")


def test_of_two_invoices_only_the_confirmed_one_stands_in_the_letter(asked: Book, bird: Debtor) -> None:
    asked.on("31 januari").bills("2026-0003", "55,55", to=BIRD, due="2 maart")
    asked.on("5 maart").bank().runs()
    the_bakery_says(asked, "5 maart", rest_goes=False, GO="2026-0001")
    asked.on("5 maart").runs()
    assert bird.last.says("2026-0001", "125,00")
    assert not bird.last.says("2026-0003")
    assert not bird.last.says("55,55")


def test_a_credit_note_that_was_announced_comes_before_any_reminder(asked: Book, bird: Debtor) -> None:
    asked.on("5 maart").bank().runs()
    the_bakery_says(asked, "6 maart", CREDIT_COMING="2026-0001")
    asked.on("12 maart").credits("C-1", "125,00", to=BIRD, of="2026-0001")
    for on in ("12 maart", "25 maart", "9 april"):
        asked.on(on).bank().runs()
    assert (bird.got, bird.decision("9 april")) == ([], "niets open")


def test_nobody_without_a_way_to_be_reached_is_asked_about(book: Book) -> None:
    agency_works_for(book, asks_first=True)
    unreachable = replace(BIRD, email=None, street=None, postcode=None, city=None)
    book.on("31 januari").bills("2026-0001", "125,00", to=unreachable, due="2 maart")
    assert book.on("5 maart").bank().runs().asked.invoices == 0
