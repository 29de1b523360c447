"""Amounts and numbers at the edge of what a letter and its payment code can carry."""

import pytest

from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD, LINDEN, item
from voldaan.records.models import Client, Message
from voldaan.records.scope import rows_of


def messages(book: Book) -> list[tuple[str, str]]:
    """Return the state of each message, and why."""
    with rows_of(book.client):
        return list(Message.objects.order_by("account_id").values_list("state", "because"))


@pytest.mark.parametrize("euros", ["999999999,99", "1000000000,00"])
def test_more_than_a_payment_code_carries(book: Book, linden: Debtor, euros: str) -> None:
    book.on("1 februari").lists(
        item("2026-0001", euros, BIRD, due="2 maart"),
        item("2026-0002", "1,00", LINDEN, due="2 maart"),
        item("2026-0003", "10,00", LINDEN, due="2 maart"),
        complete=False,
    )
    book.on("5 maart").bank().runs()
    assert len(linden.got) == 1


@pytest.mark.parametrize("number", ["発" * 60, "é" * 60, "<b>&amp;\"'", "#-*_`$@\\"])
def test_a_number_in_another_script(book: Book, linden: Debtor, number: str) -> None:
    book.on("1 februari").lists(
        item(number, "125,00", BIRD, due="2 maart"),
        item("2026-0003", "10,00", LINDEN, due="2 maart"),
        complete=False,
    )
    book.on("5 maart").bank().runs()
    assert len(linden.got) == 1


def test_three_hundred_invoices_make_one_message(book: Book, bird: Debtor) -> None:
    rows = [item(f"2026-{n:04}", "10,00", BIRD, due="2 maart") for n in range(300)]
    book.on("1 februari").lists(*rows, complete=False)
    book.on("5 maart").bank().runs()
    assert len(bird.got) == 1


@pytest.mark.parametrize("email", ["debiteuren", "a@b.example; c@d.example"])
def test_an_address_of_the_client_that_is_none_gives_a_sentence(
    book: Book, linden: Debtor, email: str
) -> None:
    Client.objects.update(email=email)
    book.client.refresh_from_db()
    book.on("1 februari").lists(item("2026-0003", "10,00", LINDEN, due="2 maart"), complete=False)
    book.on("5 maart").bank().runs()
    assert messages(book)[0][0] in ("REFUSED", "SENT")
