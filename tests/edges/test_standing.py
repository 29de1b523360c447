"""What was decided is done, and done once."""

from dataclasses import replace
from typing import Any

from tests.stories.book import Book, Debtor, agency_works_for, moment
from tests.stories.paper import BIRD, day, item
from voldaan.records.models import Debtor as DebtorRow
from voldaan.records.scope import agency_by_key, rows_of
from voldaan.usecases.answer_question import answer_question
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.register_client import EngagementTerms, end_engagement, start_engagement


def decisions(book: Book, on: str) -> list[str]:
    """Return what is decided for a day."""
    _, rows = preview_day(book.client, on=day(on))
    return [f"{row.decision.act} {row.decision.because}" for row in rows]


def test_an_e_mail_that_comes_back_on_its_own_day_stops_nothing(
    book: Book, bird: Debtor, linden: Debtor
) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
    book.on("5 maart").bank().runs()
    book.on("5 maart").comes_back(bird.last).runs()
    book.on("6 maart").bank().runs()
    assert bird.got[-1] == "6 maart: eerste herinnering per post"


def test_a_mended_address_gets_the_message(book: Book, bird: Debtor) -> None:
    nowhere = replace(BIRD, street=None, postcode=None, city=None)
    book.on("31 januari").bills("2026-0001", "125,00", to=nowhere, due="2 maart")
    book.on("5 maart").bank().runs()
    book.on("6 maart").bank().comes_back(bird.last)
    with rows_of(book.client):
        DebtorRow.objects.update(email="nieuw@vroegevogel.example")
    book.on("6 maart").runs()
    assert len(bird.got) == 2


def test_an_invoice_is_charged_once_also_when_the_engagement_is_renewed(book: Book, bird: Debtor) -> None:
    agency_works_for(book)
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
    book.on("5 maart").bank().runs()
    when: dict[str, Any] = {"on": day("10 maart"), "at": moment(day("10 maart")), "by": "story"}
    end_engagement(book.client, last_day=day("10 maart"), **when)
    terms = EngagementTerms(first_day=day("11 maart"), price_cents=450, payment_truth="BANK")
    start_engagement(book.client, agency_by_key("de-brug"), terms=terms, **when)
    book.on("16 maart").bank().runs()
    assert len(bird.got) == 2
    assert book.fees() == [("2026-0001", 450)]


def test_a_debtor_abroad_without_a_street_is_asked_about(book: Book, bird: Debtor) -> None:
    abroad = replace(
        BIRD, country="DE", street=None, postcode=None, city="Köln", coc_number=None, vat_number="DE123456789"
    )
    book.on("31 januari").bills("2026-0001", "125,00", to=abroad, due="2 maart")
    book.on("5 maart").bank().runs()
    assert (decisions(book, "5 maart"), bird.got) == (["ASK DEBTOR_ABROAD"], [])


def test_a_debtor_abroad_of_an_agency_is_asked_about_also_when_a_subject_lacks(
    book: Book, bird: Debtor
) -> None:
    agency_works_for(book)
    abroad = replace(BIRD, country="DE")
    book.on("31 januari").bills("2026-0001", "125,00", to=abroad, due="2 maart", subject=None)
    book.on("5 maart").bank().runs()
    assert (decisions(book, "5 maart"), bird.got) == (["ASK DEBTOR_ABROAD"], [])


def test_a_credit_note_that_is_not_ours_holds_nobody(book: Book, bird: Debtor) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
    book.on("1 februari").credits("C-1", "10,00", to=BIRD, of="2025-9999")
    assert book.questions() == ["CREDIT_NOTE_WAITS"]
    d = book.on("2 februari")
    answer_question(book.client, book.question(), answer="NOT_OURS", on=d.on, at=d.at, by="story")
    book.on("5 maart").bank().runs()
    assert bird.got == ["5 maart: eerste herinnering per e-mail"]


def test_a_debtor_abroad_of_an_agency_is_asked_about_also_when_a_list_names_no_subject(
    book: Book, bird: Debtor
) -> None:
    agency_works_for(book)
    listed = replace(item("2026-0001", "125,00", replace(BIRD, country="DE"), due="2 maart"), subject=None)
    book.on("1 februari").lists(listed, complete=False)
    book.on("5 maart").bank()
    assert decisions(book, "5 maart") == ["ASK DEBTOR_ABROAD"]
