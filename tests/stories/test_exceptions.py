"""A person decides otherwise: dated, with a reason, and the stages go on where they were."""

from typing import Any

import pytest

from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD, day, paid, taken_back
from tests.usecases.strategies import AFTER, a_strategy
from voldaan.usecases.agree_payment_plan import agree_payment_plan, end_payment_plan
from voldaan.usecases.end_exception import end_exception
from voldaan.usecases.make_exception import Wish, make_exception
from voldaan.usecases.write_off import take_back_write_off, write_off


@pytest.fixture(autouse=True)
def billed(book: Book) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")


def when(book: Book, on: str) -> dict[str, Any]:
    return {"on": day(on), "at": book.on(on).at, "by": "story"}


def excepts(book: Book, on: str, kind: str, value: str = "", *, until: str = "", **of: str) -> int:
    """Let a person make an exception, and return its number."""
    wish = Wish(kind=kind, value=value, reason="vaste klant", last_day=day(until) if until else None)
    return make_exception(book.client, wish, **of, **when(book, on))[0].id


def test_the_first_reminder_of_a_loyal_customer_is_passed_over_once(book: Book, bird: Debtor) -> None:
    excepts(book, "4 maart", "SKIP", debtor="101")
    for on in ("5 maart", "15 maart"):
        book.on(on).bank().runs()
    assert bird.decision("5 maart") == "WAIT STAGE_NOT_REACHED tot 16 maart"
    book.on("16 maart").bills("2026-0002", "80,00", to=BIRD, due="20 maart").bank().runs()
    assert bird.got == ["16 maart: tweede herinnering per e-mail"]
    book.on("20 maart").bank(paid("125,00", "2026-0001"))
    book.on("23 maart").bank().runs()
    assert bird.got[1:] == ["23 maart: eerste herinnering per e-mail"], "a later invoice has its own stages"


def test_while_the_client_moves_house_nobody_hears_anything(book: Book, bird: Debtor) -> None:
    book.on("5 maart").bank().runs(approve=False)
    book.on("5 maart").approves()
    excepts(book, "5 maart", "HOLD", until="8 maart")
    done = book.on("5 maart").sends()
    assert (done.sent, done.withdrawn, bird.got) == (0, 1, [])
    assert book.because() == "Vandaag is de beslissing HOLD: HELD_BY_CLIENT."
    book.on("8 maart").bank().runs()
    assert bird.decision("8 maart") == "HOLD HELD_BY_CLIENT tot 9 maart"
    book.on("9 maart").bank().runs()
    assert bird.got == ["9 maart: eerste herinnering per e-mail"]


def test_by_post_until_it_is_ended(book: Book, bird: Debtor) -> None:
    made = excepts(book, "4 maart", "CHANNEL", "POST", debtor="101")
    book.on("5 maart").bank().runs()
    end_exception(book.client, made, **when(book, "10 maart"))
    book.on("16 maart").bank().runs()
    assert bird.got == ["5 maart: eerste herinnering per post", "16 maart: tweede herinnering per e-mail"]


def test_sooner_for_who_never_answers_but_not_before_the_day_after_the_due_date(
    book: Book, bird: Debtor
) -> None:
    excepts(book, "1 maart", "SOONER", debtor="101")
    for on in ("2 maart", "3 maart", "15 maart"):
        book.on(on).bank().runs()
    assert bird.got == ["3 maart: eerste herinnering per e-mail"], "the second keeps its own day"


def test_a_broken_plan_is_asked_about_and_a_person_lets_the_stages_go_on(book: Book, bird: Debtor) -> None:
    a_strategy(after=AFTER["ASK"])
    book.on("5 maart").bank().runs()
    terms = [(day("20 maart"), 6_000), (day("20 april"), 6_500)]
    plan = agree_payment_plan(
        book.client, "101", invoices=["2026-0001"], instalments=terms, **when(book, "9 maart")
    )
    book.on("23 maart").bank().runs()
    assert bird.decision("23 maart") == "ASK INSTALMENT_MISSED"
    end_payment_plan(book.client, plan, outcome="BROKEN", **when(book, "24 maart"))
    book.on("24 maart").bank().runs()
    assert (bird.decision("24 maart"), len(bird.got)) == ("ASK FAILED_PLAN", 1)
    excepts(book, "24 maart", "SKIP", "FAILED_PLAN", invoice="2026-0001")
    book.on("24 maart").runs()
    assert bird.got[1:] == ["24 maart: tweede herinnering per e-mail"]


def test_a_promise_that_was_paid_and_taken_back_is_no_broken_promise(book: Book, bird: Debtor) -> None:
    a_strategy(after=AFTER["ASK"])
    book.on("3 maart").bank().promises(bird, until="10 maart")
    book.on("9 maart").bank(paid("125,00", "2026-0001", end_to_end_id="E-1")).runs()
    book.on("20 maart").bank(taken_back("125,00", end_to_end_id="E-1")).runs()
    assert bird.got == ["20 maart: eerste herinnering per e-mail"], "its stages go on, nobody asks"


def test_what_is_written_off_is_left_and_owed_again_when_that_is_taken_back(book: Book, bird: Debtor) -> None:
    a_strategy(end="WRITE_OFF")
    for on in ("5 maart", "16 maart", "27 maart"):
        book.on(on).bank().runs()
    assert bird.decision("27 maart") == "ASK READY_FOR_WRITE_OFF"
    write_off(book.client, "2026-0001", reason="gestopt met de zaak", **when(book, "27 maart"))
    assert (bird.decision("27 maart"), book.open()) == ("niets open", {})
    book.on("10 april").bank(paid("125,00", "2026-0001")).runs()
    assert len(book.questions()) == 1, "money for what was let go: a person says what it is"
    take_back_write_off(book.client, "2026-0001", **when(book, "11 april"))
    book.on("11 april").bank().runs()
    assert (book.questions(), book.open()) == ([], {})
