"""What people complain of in other systems about the messages themselves, and what happens here instead.

R3, R8, R10 and R11 of the complaints that were gathered from other systems.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest

from tests.stories.book import Book, Day, Debtor, Piece
from tests.stories.paper import BIRD, IBAN, LINDEN, Paid, day
from tests.usecases.mail_server import Received, mail_server
from voldaan.domain.wording.facts import PayTo
from voldaan.letters import qr
from voldaan.records.models import Message, Reminded
from voldaan.records.scope import rows_of
from voldaan.usecases.change_debtor import DebtorChange, change_debtor
from voldaan.usecases.verify_book import verify_book


def changes(at: Day, debtor: Debtor, **details: Any) -> None:
    """Let a person correct what is known of a debtor."""
    change = DebtorChange(**details)
    change_debtor(at.book.client, str(debtor.party.number), change=change, on=at.on, at=at.at, by="story")


class TestAFailedMailIsNotASentOne:
    """R3: a reminder that never left was recorded as sent, so that nobody was reminded and the next stage came."""

    @pytest.fixture
    def server(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Received]:
        from django.conf import settings

        with mail_server() as (url, received):
            monkeypatch.setattr(settings.INSTALLATION, "smtp_url", url)
            yield received

    @pytest.fixture(autouse=True)
    def due(self, book: Book) -> None:
        book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")

    def stages(self, book: Book) -> list[tuple[str, str]]:
        """Return what the book says that Bird was reminded of, and when."""
        with rows_of(book.client):
            rows = Reminded.objects.order_by("pk").values_list("stage", "on")
            return [(stage, on.isoformat()) for stage, on in rows]

    def test_what_the_server_refused_reminded_nobody_and_the_letter_goes(
        self, book: Book, bird: Debtor, server: Received
    ) -> None:
        server.at_recipient = "550 5.1.1 no such mailbox"
        book.on("5 maart").bank().runs()
        assert (book.states(), self.stages(book), server.messages) == (["FAILED"], [], [])
        book.on("6 maart").bank().runs()
        assert book.states() == ["FAILED", "SENT"]
        assert [str(piece) for piece in bird.pieces] == ["6 maart: eerste herinnering per post"]
        assert self.stages(book) == [("FIRST_REMINDER", "2026-03-06")]

    def test_what_the_server_did_not_take_yet_is_offered_again_and_counts_from_then(
        self, book: Book, server: Received
    ) -> None:
        server.at_recipient = "450 4.2.0 greylisted"
        book.on("5 maart").bank().runs()
        assert (book.states(), self.stages(book)) == (["APPROVED"], [])
        server.at_recipient = "250 OK"
        sent = book.on("5 maart", at=time(10, 6)).sends()
        assert (sent.sent, len(server.messages)) == (1, 1)
        assert self.stages(book) == [("FIRST_REMINDER", "2026-03-05")]

    def test_an_answer_that_nobody_understands_is_shown_and_not_repeated(
        self, book: Book, server: Received
    ) -> None:
        server.at_data = "999 what now"
        book.on("5 maart").bank().runs()
        book.on("6 maart").bank().runs()
        assert (book.states(), self.stages(book)) == (["AMBIGUOUS"], [])


class TestTheCodeAsksWhatIsOpen:
    """R8: the text asked what was left, and the payment code still asked the whole amount."""

    @pytest.fixture(autouse=True)
    def due(self, book: Book) -> None:
        book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")

    def code_of(self, book: Book, piece: Piece) -> bytes:
        """Return the picture of the payment code in an e-mail, as it left."""
        (path,) = book.home.glob(f"mailbox/*/{piece.uuid}.eml")
        mail = message_from_bytes(path.read_bytes(), _class=EmailMessage, policy=policy.default)
        (picture,) = [part for part in mail.walk() if part.get_content_type() == "image/png"]
        content = picture.get_content()
        assert isinstance(content, bytes)
        return content

    def asks(self, cents: int) -> bytes:
        """Return the payment code that asks so many cents for the invoice."""
        reference = "Factuur 2026-0001"
        return qr.png(
            PayTo(
                iban=IBAN, name="Bakkerij Zon B.V.", amount_cents=cents, reference=reference,
                invoice_numbers=("2026-0001",),
            )
        )  # fmt: skip

    def test_after_a_part_payment(self, book: Book, bird: Debtor) -> None:
        book.on("5 maart").bank().runs()
        assert self.code_of(book, bird.last) == self.asks(12_500)
        book.on("16 maart").bank(
            Paid(euros="100,00", remittance="2026-0001 deel", on="10 maart", by=BIRD)
        ).runs()
        assert bird.last.says("25,00", "125,00")
        assert self.code_of(book, bird.last) == self.asks(2_500)

    def test_after_a_part_payment_between_approval_and_sending(self, book: Book, bird: Debtor) -> None:
        book.on("5 maart").bank().runs(approve=False)
        book.on("5 maart").approves()
        book.on("6 maart").bank(Paid(euros="100,00", remittance="2026-0001 deel", by=BIRD))
        assert book.on("6 maart").sends().withdrawn == 1
        book.on("6 maart").runs()
        assert self.code_of(book, bird.last) == self.asks(2_500)

    def test_for_nothing_there_is_no_message_and_no_code(self, book: Book, bird: Debtor) -> None:
        book.on("5 maart").bank(Paid(euros="125,00", remittance="2026-0001", on="3 maart", by=BIRD)).runs()
        assert bird.got == []
        assert not qr.fits(
            PayTo(iban=IBAN, name="x", amount_cents=0, reference="x", invoice_numbers=("1",)), "EUR"
        )


class TestTheLanguageOfTheDebtor:
    """R10: reminders in the language of whoever pressed the button, or half in one and half in another."""

    _DUTCH = re.compile(r"\b(de|het|een|u|uw|wij|factuur|betalen|rekening|vriendelijke)\b", re.IGNORECASE)

    @pytest.fixture(autouse=True)
    def due(self, book: Book) -> None:
        book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart", subject="Catering")
        book.on("31 januari").bills("2026-0002", "80,00", to=LINDEN, due="2 maart")

    def test_each_debtor_is_written_to_in_its_own(self, book: Book, bird: Debtor, linden: Debtor) -> None:
        changes(book.on("4 maart"), bird, language="en")
        book.on("5 maart").bank().runs()
        assert linden.last.says("Herinnering", "Theehuis De Linde B.V.")
        said = bird.last.text
        for name in ("Bakkerij Zon B.V.", "Lunchroom De Vroege Vogel B.V."):
            said = said.replace(name, "")
        assert "Reminder" in said
        assert self._DUTCH.findall(said) == []

    def test_a_change_of_language_after_approval_keeps_the_message_here(
        self, book: Book, bird: Debtor
    ) -> None:
        book.on("5 maart").bank().runs(approve=False)
        changes(book.on("5 maart").approves(), bird, language="en")
        assert book.on("5 maart").sends().withdrawn == 1
        book.on("6 maart").bank().runs()
        assert "Reminder" in bird.last.text


class TestToWhomItIs:
    """R11: a reminder that reached another customer, and links that could be guessed."""

    def test_an_address_that_changed_after_approval_is_not_written_to(self, book: Book, bird: Debtor) -> None:
        book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
        book.on("5 maart").bank().runs(approve=False)
        changes(book.on("5 maart").approves(), bird, email="nieuw@vroegevogel.example")
        assert book.on("5 maart").sends().withdrawn == 1
        book.on("6 maart").bank().runs()
        with rows_of(book.client):
            sent = Message.objects.filter(state="SENT")
            assert list(sent.values_list("recipient", flat=True)) == ["nieuw@vroegevogel.example"]

    def test_a_letter_waits_for_an_address_that_changed(self, book: Book, bird: Debtor) -> None:
        book.on("31 januari").bills("2026-0001", "125,00", to=replace(BIRD, email=""), due="2 maart")
        book.on("5 maart").bank().runs(approve=False)
        changes(book.on("5 maart").approves(), bird, street="Havenkade 12")
        assert book.on("5 maart").sends().withdrawn == 1
        book.on("6 maart").bank().runs()
        assert bird.last.says("Havenkade 12")

    def test_two_clients_with_the_same_numbers_never_meet(
        self, book: Book, bird: Debtor, linden: Debtor
    ) -> None:
        """The same debtor number and the same invoice number, with two clients of one installation."""
        book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
        other = another_book(book)
        same_number = replace(LINDEN, number=BIRD.number)
        other.on("31 januari").bills("2026-0001", "999,00", to=same_number, due="2 maart")
        for one in (book, other):
            one.on("5 maart").bank().runs()
        (mine,), (theirs,) = pieces_of(book), pieces_of(other)
        assert mine.says("125,00", BIRD.name)
        assert not mine.says("999,00")
        assert theirs.says("999,00", LINDEN.name)
        assert not theirs.says("125,00")
        assert list(verify_book([book.client, other.client])) == []


def pieces_of(book: Book) -> list[Piece]:
    """Return the messages of one of the clients that share a mailbox."""
    with rows_of(book.client):
        ours = {str(uuid) for uuid in Message.objects.values_list("uuid", flat=True)}
    files = (path for path in book.home.glob("mailbox/*/*.eml") if path.stem in ours)
    return [book._piece(path) for path in files]


def another_book(book: Book) -> Book:
    """Return the book of a second bakery in the same installation, with the same bank account number."""
    from voldaan.usecases.register_client import ClientDetails, add_client

    first = day("31 januari")
    client = add_client(
        "maan", name=book.client.name, ibans=[IBAN], payment_truth="bank",
        details=ClientDetails(
            coc_number=book.client.coc_number, vat_number=book.client.vat_number, street="Molenpad 9",
            postcode="1234 AB", city="Zonnedorp", signer="Kim Bos", phone="010 123 45 68",
            email="debiteuren@maan.example",
        ),
        on=first, at=book.on("31 januari").at, by="story",
    )  # fmt: skip
    return Book(client=client, home=book.home)
