"""What goes to a debtor and asks for nothing: thanks, a confirmation in its thread, a statement that adds up."""

import pytest

from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD, Paid
from tests.usecases.mails import an_answer
from voldaan.records.models import Client, Message
from voldaan.records.scope import rows_of

FIRST = "5 maart: eerste herinnering per e-mail"


@pytest.fixture(autouse=True)
def reminded(book: Book) -> None:
    """Bird is reminded on 5 March, of a client that thanks."""
    Client.objects.filter(pk=book.client.pk).update(thanks=True)
    book.client.refresh_from_db()
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
    book.on("5 maart").bank().runs()


def test_who_paid_is_thanked_once(book: Book, bird: Debtor) -> None:
    book.on("9 maart").bank(Paid(euros="125,00", on="9 maart", remittance="Factuur 2026-0001")).runs()
    book.on("10 maart").bank().runs()
    assert bird.got == [FIRST, "9 maart: bedankje per e-mail"]
    assert bird.last.says("uw betaling van factuur 2026-0001 ontvangen. Dank u wel.")


def test_a_promise_is_confirmed_in_its_thread_and_then_waited_for(book: Book, bird: Debtor) -> None:
    with rows_of(book.client):
        reminder = Message.objects.get(uuid=bird.last.uuid)
    mail = an_answer(
        "Ik betaal op 20 maart.", to=reminder, sender=str(BIRD.email), Message_ID="<een@bird.example>"
    )
    book.on("7 maart").bank().receives(mail).decides_mail("PROMISE", until="20 maart").confirms_mail().sends()
    book.on("16 maart").bank().runs()
    assert bird.got == [FIRST, "7 maart: bevestiging per e-mail"]
    assert bird.last.says("U liet ons weten dat u uiterlijk vrijdag 20 maart 2026 betaalt.")
    book.on("24 maart").bank().runs()
    assert len(bird.got) == 3


def test_a_statement_adds_up_and_is_no_reminder(book: Book, bird: Debtor) -> None:
    book.on("6 maart").bills("2026-0002", "50,00", to=BIRD, due="5 april")
    book.on("9 maart").bank(Paid(euros="50,00", on="9 maart", remittance="Factuur 2026-0002")).runs()
    book.on("10 maart").bank().mails_statement(bird).sends()
    book.on("16 maart").bank().runs()
    assert bird.got == [
        FIRST, "10 maart: rekeningoverzicht per e-mail", "16 maart: tweede herinnering per e-mail",
    ]  # fmt: skip
    with rows_of(book.client):
        facts = Message.objects.get(kind="STATEMENT").facts
    assert {12_500, 5_000, -5_000} <= set(facts["reply"]["amounts_cents"])
