"""What was tried last: batches, domains with accents, terms twice, days at the end of time."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.conf import settings

from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD, LINDEN, day, paid
from tests.usecases.mail_server import Received, mail_server
from voldaan.interfaces.cli.main import main
from voldaan.usecases.agree_payment_plan import CannotAgree, agree_payment_plan
from voldaan.usecases.preview_day import preview_day


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Received]:
    with mail_server() as (url, received):
        monkeypatch.setattr(settings.INSTALLATION, "smtp_url", url)
        yield received


def acts(book: Book, on: str) -> list[str]:
    """Return what is decided for a day."""
    _, rows = preview_day(book.client, on=day(on))
    return [f"{row.decision.act} {row.decision.because}" for row in rows]


def test_direct_debits_that_the_bank_books_as_one_sum_are_not_reminded(book: Book) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart", direct_debit=True)
    book.on("31 januari").bills("2026-0002", "80,00", to=LINDEN, due="2 maart", direct_debit=True)
    book.on("20 maart").bank(paid("205,00", "SEPA incasso batch 2 posten", on="3 maart")).runs(approve=False)
    assert not any(act.startswith("REMIND") for act in acts(book, "20 maart"))


def test_a_domain_with_an_accent_stops_nobody_else(book: Book, linden: Debtor, server: Received) -> None:
    odd = replace(BIRD, email="inkoop@vrögevogel.example")
    book.on("31 januari").bills("2026-0001", "125,00", to=odd, due="2 maart")
    book.on("31 januari").bills("2026-0002", "80,00", to=LINDEN, due="2 maart")
    book.on("5 maart").bank().runs()
    assert "SENDING" not in book.states()
    assert any(b"boeken@delinde.example" in mail for mail in server.messages)


@pytest.mark.parametrize("invoices", [["2026-0001"], ["2026-0001", "2026-0001"]])
def test_a_plan_that_names_something_twice_is_refused_with_a_sentence(
    book: Book, bird: Debtor, invoices: list[str]
) -> None:
    spring = book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
    half = 6_250 * len(invoices)
    with pytest.raises(CannotAgree):
        agree_payment_plan(
            book.client, "101", invoices=invoices, instalments=[(day("1 april"), half), (day("1 april"), half)],
            on=spring.on, at=spring.at, by="story",
        )  # fmt: skip


@pytest.mark.parametrize("on", ["9999-12-31", "0001-01-01"])
def test_a_day_at_the_end_of_time_is_refused_without_a_traceback(book: Book, on: str) -> None:
    book.on("31 januari").bills("2026-0001", "125,00", to=BIRD, due="2 maart")
    try:
        code = main(["plan", "--on", on, "--client", "zon"])
    except SystemExit as usage:
        code = int(str(usage.code))
    assert code in (0, 1, 2)


def test_a_mail_server_of_another_kind_is_refused_without_a_traceback(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings.INSTALLATION, "smtp_url", "ftp://mail.example")
    assert main(["send", "--client", "zon"]) == 1
