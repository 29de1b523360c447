"""Letters printed together: whose is on which page, in the order of the post, and the same whenever it is made."""

import csv
import io
import json
from dataclasses import replace
from datetime import date
from functools import cache
from hashlib import sha256
from random import Random

import pytest
from pypdf import PdfReader, PdfWriter

from tests.letters.samples import message
from voldaan.letters.print_file import (
    LETTERS_MAX,
    CannotPrint,
    FinishedLetter,
    in_postal_order,
    print_together,
)
from voldaan.letters.print_manifest import index_pdf, manifest_csv, manifest_json
from voldaan.letters.render import render_letter
from voldaan.letters.style import HouseStyle

ON = date(2026, 3, 5)
UUID = "0b0c5b5e-3f8a-4f43-9d0a-6a2d3f3f0a11"


@cache
def pages(count: int) -> bytes:
    """Return a PDF of so many pages, each of a width of its own."""
    writer = PdfWriter()
    for number in range(count):
        writer.add_blank_page(500 + 10 * count + number, 842)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def a_letter(debtor: str = "D1", *, count: int = 1, **facts: object) -> FinishedLetter:
    given = {
        "uuid": f"uuid-{debtor}", "pdf": pages(count), "lines": (f"Klant {debtor}", "Laan 3", "5678 CD Klantdorp"),
        "debtor": debtor, "client": "bakkerij", "street": "Laan 3", "postcode": "5678 CD", "invoices": ("2026-1",),
    } | facts  # fmt: skip
    return FinishedLetter(**given)  # type: ignore[arg-type]


LETTERS = [
    a_letter("D1", postcode="9999 ZZ", count=2),
    a_letter("D2", postcode="1011AB", street="Kade 12"),
    a_letter("D3", postcode="1011 AB", street="Kade 2 a", count=3),
    a_letter("D4", postcode="1000", country="BE"),
    a_letter("D5", postcode="1011 AB", street="Kade 12"),
    a_letter("D6", postcode=""),
]
IN_ORDER = ["D6", "D3", "D2", "D5", "D1", "D4"]


def test_the_order_is_that_of_the_post() -> None:
    for seed in range(5):
        mixed = Random(seed).sample(LETTERS, len(LETTERS))
        assert [letter.debtor for letter in in_postal_order(mixed)] == IN_ORDER


def test_on_one_side_letters_follow_each_other() -> None:
    printed = print_together(LETTERS, duplex=False)
    assert [(one.letter.debtor, one.first_page, one.last_page, one.sheets) for one in printed.placed] == [
        ("D6", 1, 1, 1), ("D3", 2, 4, 3), ("D2", 5, 5, 1), ("D5", 6, 6, 1), ("D1", 7, 8, 2), ("D4", 9, 9, 1),
    ]  # fmt: skip
    assert (printed.pages, printed.sheets, len(PdfReader(io.BytesIO(printed.pdf)).pages)) == (9, 9, 9)


def test_on_both_sides_each_begins_on_a_new_sheet() -> None:
    printed = print_together(LETTERS, duplex=True)
    assert [(one.letter.debtor, one.first_page, one.last_page, one.sheets) for one in printed.placed] == [
        ("D6", 1, 1, 1), ("D3", 3, 5, 2), ("D2", 7, 7, 1), ("D5", 9, 9, 1), ("D1", 11, 12, 1), ("D4", 13, 13, 1),
    ]  # fmt: skip
    assert all(one.first_page % 2 for one in printed.placed)
    assert (printed.pages, printed.sheets) == (14, 7)


@pytest.mark.parametrize("duplex", [False, True])
def test_every_page_of_every_letter_lies_where_it_is_said(duplex: bool) -> None:
    printed = print_together(LETTERS, duplex=duplex)
    widths = [float(page.mediabox.width) for page in PdfReader(io.BytesIO(printed.pdf)).pages]
    for one in printed.placed:
        own = [float(page.mediabox.width) for page in PdfReader(io.BytesIO(one.letter.pdf)).pages]
        assert widths[one.first_page - 1 : one.last_page] == own
        assert one.sha256 == sha256(one.letter.pdf).hexdigest()


def test_real_letters_keep_their_words() -> None:
    facts = message()
    names = [f"Debiteur {name}" for name in ("Aarts", "Bos", "Çelik")]
    letters = [
        a_letter(
            f"D{n}",
            pdf=render_letter(replace(facts, addressee=replace(facts.addressee, name=name)), HouseStyle()),
        )
        for n, name in enumerate(names)
    ]
    printed = print_together(letters, duplex=True)
    read = PdfReader(io.BytesIO(printed.pdf), strict=True)
    for one, name in zip(printed.placed, names, strict=True):
        alone = PdfReader(io.BytesIO(one.letter.pdf)).pages[0].extract_text()
        assert read.pages[one.first_page - 1].extract_text() == alone
        assert name in alone


def test_the_same_letters_give_the_same_bytes() -> None:
    first = print_together(LETTERS, duplex=True)
    again = print_together(list(reversed(LETTERS)), duplex=True)
    assert first == again
    assert index_pdf(first, uuid=UUID, on=ON) == index_pdf(again, uuid=UUID, on=ON)


@pytest.mark.parametrize("pdf", [b"", b"no letter", pages(2)[:-200], pages(1).replace(b"/Pages", b"/Wages")])
def test_a_letter_that_is_not_whole_stops_the_print_file_and_is_named(pdf: bytes) -> None:
    with pytest.raises(CannotPrint, match="uuid-D9 aan debiteur D9"):
        print_together([*LETTERS, a_letter("D9", pdf=pdf)], duplex=False)


@pytest.mark.parametrize("count", [0, LETTERS_MAX + 1])
def test_none_or_too_many_are_refused(count: int) -> None:
    with pytest.raises(CannotPrint, match=f"1 tot {LETTERS_MAX}"):
        print_together([a_letter()] * count, duplex=False)


def test_the_manifests_tell_the_same_for_machines() -> None:
    printed = print_together(
        [*LETTERS, a_letter("D7", lines=("=HYPERLINK(1)", "Kade 1"), country="be")], duplex=True
    )
    told = json.loads(manifest_json(printed, uuid=UUID, on=ON, window="right"))
    assert told["sha256"] == sha256(printed.pdf).hexdigest()
    assert told["totals"] == {
        "letters": 7,
        "pages": 16,
        "sheets": 8,
        "letters_by_sheets": {"1": 6, "2": 1},
        "letters_by_country": {"BE": 2, "NL": 5},
    }
    rows = list(
        csv.DictReader(io.StringIO(manifest_csv(printed, window="right").decode("utf-8-sig")), delimiter=";")
    )
    for row, letter in zip(rows, told["letters"], strict=True):
        plain = letter | {
            "recipient": " | ".join(letter["recipient"]),
            "invoices": " | ".join(letter["invoices"]),
        }
        assert {name: value.removeprefix("'") for name, value in row.items()} == {
            name: str(value) for name, value in plain.items()
        }
    (risky,) = [row for row in rows if row["uuid"] == "uuid-D7"]
    assert (risky["recipient"], risky["country"], risky["window"]) == (
        "'=HYPERLINK(1) | Kade 1",
        "BE",
        "right",
    )


def test_the_index_says_who_lies_where() -> None:
    printed = print_together(LETTERS, duplex=True)
    text = PdfReader(io.BytesIO(index_pdf(printed, uuid=UUID, on=ON))).pages[0].extract_text()
    assert "Printbestand van 5 maart 2026" in text
    assert "6 brieven op 7 vellen, dubbelzijdig, bladzijde 1 tot en met 14" in " ".join(text.split())
    assert "3–5" in text
    assert all(one.letter.lines[0] in text for one in printed.placed)


def test_a_name_that_our_font_cannot_set_is_said() -> None:
    printed = print_together([a_letter(lines=("株式会社",))], duplex=False)
    with pytest.raises(CannotPrint, match="inhoudsopgave"):
        index_pdf(printed, uuid=UUID, on=ON)
