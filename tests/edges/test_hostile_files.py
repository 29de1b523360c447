"""What a file can say that must not stop the day of everybody else."""

import contextlib
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.stories import paper
from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD, LINDEN, day
from voldaan.usecases.import_files import import_file


@pytest.mark.parametrize(
    "email",
    [
        "inkoop@vroegevogel.example; boeken@vroegevogel.example",
        "Inkoop <inkoop@vroegevogel.example>",
        "geen",
        "josé@vroegevogel.example",
        "in koop@vroegevogel.example",
        "inkoop@",
    ],
)
def test_an_address_that_is_none_stops_nobody_else(
    book: Book, bird: Debtor, linden: Debtor, email: str
) -> None:
    odd = replace(BIRD, email=email)
    book.on("31 januari").bills("2026-0001", "125,00", to=odd, due="2 maart")
    book.on("31 januari").bills("2026-0002", "80,00", to=LINDEN, due="2 maart")
    book.on("5 maart").bank().runs()
    assert linden.got == ["5 maart: eerste herinnering per e-mail"]
    assert bird.got in ([], ["5 maart: eerste herinnering per post"])


@pytest.mark.parametrize(
    "number", ["2026\n0001", "2026\r\nBcc: iemand@elders.example", "2026\t0001", "x" * 60]
)
def test_a_number_with_a_line_end_stops_nobody_else(book: Book, linden: Debtor, number: str) -> None:
    item = paper.item(number, "125,00", BIRD, due="2 maart")
    with contextlib.suppress(AssertionError):
        book.on("1 februari").lists(item, complete=False)
    book.on("1 februari").bills("2026-0002", "80,00", to=LINDEN, due="2 maart")
    book.on("5 maart").bank().runs()
    assert linden.got == ["5 maart: eerste herinnering per e-mail"]


@pytest.mark.parametrize(
    "name",
    [
        "Vogel\r\nBcc: a@b.example",
        "<script>alert(1)</script> B.V.",
        '#import "x" $x$ *a* _b_ @c B.V.',
        "\u202eVogel 🐦 B.V.",
        "\x0b\x1fVogel B.V.",
    ],
)
def test_a_hostile_name_stops_nobody_else(book: Book, linden: Debtor, name: str) -> None:
    party = replace(BIRD, name=name)
    with contextlib.suppress(AssertionError):
        book.on("1 februari").lists(paper.item("2026-0001", "125,00", party, due="2 maart"), complete=False)
    book.on("1 februari").bills("2026-0002", "80,00", to=LINDEN, due="2 maart")
    book.on("5 maart").bank().runs()
    assert linden.got == ["5 maart: eerste herinnering per e-mail"]


@pytest.mark.parametrize("due", [date(9999, 12, 31), date(9999, 12, 20), date(1, 1, 1), date(1900, 1, 1)])
def test_a_due_date_at_the_end_of_time_stops_nobody_else(book: Book, linden: Debtor, due: date) -> None:
    issued = min(due, day("31 januari"))
    data = paper.invoice("2026-0001", "125,00", BIRD, issued=issued, due=due)
    when: dict[str, Any] = {"on": day("31 januari"), "at": book.on("31 januari").at, "by": "story"}
    import_file(book.client, name="x", data=data, **when)
    book.on("31 januari").bills("2026-0002", "80,00", to=LINDEN, due="2 maart")
    book.on("5 maart").bank().runs()
    assert linden.got == ["5 maart: eerste herinnering per e-mail"]


@pytest.mark.parametrize("euros", ["99999999999999999999,00", "92233720368547758,08"])
def test_an_amount_that_no_column_holds_is_refused(book: Book, euros: str) -> None:
    data = paper.invoice("2026-0001", euros, BIRD, issued=day("31 januari"), due=day("2 maart"))
    when: dict[str, Any] = {"on": day("31 januari"), "at": book.on("31 januari").at, "by": "story"}
    done = import_file(book.client, name="x", data=data, **when)
    assert done.refused == 1
