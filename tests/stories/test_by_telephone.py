"""A stage goes by text message or by a call, and what cannot be said so goes in writing."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.stories.book import Book, Debtor, agency_works_for, day
from tests.stories.paper import BIRD, JO, paid
from voldaan.formats.values import Party
from voldaan.records.models import Debtor as DebtorRow
from voldaan.records.scope import rows_of
from voldaan.usecases.record_call import Call, Recorded, record_call
from voldaan.usecases.show_call_list import show_call_list

TEXT = """
name = "Bellen"
version = 1
[manners]
days_between_reminders = 7
minimum_cents = 500
days_after_term = 2
[[stages]]
key = "FIRST_REMINDER"
days = 3
term_days = 7
channels = ["{first}", "EMAIL"]
[[stages]]
key = "SECOND_REMINDER"
days = 14
term_days = 14
channels = ["CALL", "SMS", "EMAIL"]
[end]
act = "ASK"
days_after_term = 3
"""


@pytest.fixture(autouse=True)
def by_telephone(book: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.INSTALLATION, "sms_url", "folder:")
    follows(book, first="EMAIL")


def follows(book: Book, *, first: str) -> None:
    folder = book.home / "strategies"
    folder.mkdir(exist_ok=True)
    (folder / "bellen.toml").write_text(TEXT.format(first=first))
    book.client.strategy = "bellen"
    book.client.save()


def billed(book: Book, party: Party, phone: str) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=party, due="2 maart")
    with rows_of(book.client):
        DebtorRow.objects.filter(name=party.name).update(phone=phone)


def texts(home: Path) -> list[str]:
    """Return the text messages that left, by day."""
    return [f"{path.parent.name}: {path.read_text()}" for path in sorted(home.glob("sms/*/*.txt"))]


def calls(book: Book, on: str) -> list[str]:
    """Return who can be called on a day."""
    when = book.on(on)
    rows = show_call_list([book.client], on=when.on, at=when.at)
    return [row.shown_number for row in rows if row.is_open]


def called(book: Book, on: str, outcome: str) -> Recorded:
    when = book.on(on)
    (row,) = show_call_list([book.client], on=when.on, at=when.at)
    return record_call(book.client, row.uuid, Call(outcome=outcome), on=when.on, at=when.at, by="story")


def test_who_does_not_answer_on_three_days_gets_a_text_message(book: Book, bird: Debtor) -> None:
    billed(book, BIRD, "06 12345678")
    book.on("5 maart").bank().runs()
    book.on("16 maart").bank().runs()
    assert calls(book, "16 maart") == ["06 12 34 56 78"]
    for on in ("16 maart", "17 maart", "18 maart"):
        book.on(on).bank().runs()
        state = called(book, on, "NO_ANSWER").state
    assert state == "FAILED"
    book.on("19 maart").bank().runs()
    assert book.states() == ["SENT", "FAILED", "SENT"]
    (text,) = texts(book.home)
    assert text.startswith(
        "2026-03-19: Bakkerij Zon B.V.: factuur 2026-0001 van € 125,00 staat nog steeds open."
    )
    assert bird.decision("20 maart").startswith("WAIT")


def test_who_was_spoken_to_is_left_alone_as_after_a_letter(book: Book, bird: Debtor) -> None:
    billed(book, BIRD, "0113 123456")
    book.on("5 maart").bank().runs()
    book.on("16 maart").bank().runs()
    assert called(book, "16 maart", "REACHED").state == "SENT"
    assert bird.decision("17 maart").startswith("WAIT")
    assert calls(book, "17 maart") == []
    assert book.states() == ["SENT", "SENT"]


def test_who_pays_is_not_called(book: Book) -> None:
    billed(book, BIRD, "06 12345678")
    book.on("5 maart").bank().runs()
    book.on("16 maart").bank().runs()
    book.on("17 maart").bank(paid("125,00", "Factuur 2026-0001")).runs()
    assert calls(book, "17 maart") == []
    assert book.states() == ["SENT", "WITHDRAWN"]


def test_an_agency_writes_to_a_person_before_it_sends_a_text_message(book: Book, jo: Debtor) -> None:
    agency_works_for(book, strategy="bellen")
    follows(book, first="SMS")
    billed(book, JO, "06 12345678")
    book.on("5 maart").bank().runs()
    assert jo.got == ["5 maart: eerste herinnering per e-mail"]
    book.on("16 maart").bank().runs()
    called(book, "16 maart", "NOT_WANTED")
    book.on("17 maart").bank().runs()
    (text,) = texts(book.home)
    assert text.startswith("2026-03-17: Incassohuis De Brug B.V., reg. WKI-000123, namens Bakkerij Zon B.V.:")
    assert ("€" in text, "2026-0001" in text, "5 maart 2026" in text) == (False, False, True)
    assert day("17 maart").isoformat() in text
