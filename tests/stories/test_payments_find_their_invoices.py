"""What other systems miss, book wrongly or forget when money comes in, told as it happens to a bakery."""

from dataclasses import replace

import pytest

from tests.stories.book import Book, Debtor
from tests.stories.paper import BIRD, LINDEN, Paid, paid
from voldaan.formats.values import Party
from voldaan.records.models import Payment
from voldaan.records.scope import rows_of
from voldaan.usecases.show_payment import payment_json
from voldaan.usecases.undo_match import redo_match, undo_match

DUE = "2 maart"
REFERENCE = "RF18539007547034"
BIRD_PAYS = replace(BIRD, iban="NL02ABNA0123456789")
STRANGER = Party(name="K. de Wit", iban="NL20INGB0001234567", country="NL")


def bills(book: Book, *numbers: str, to: Party = BIRD, **facts: str) -> None:
    """Bill invoices of € 125,00 and € 1,00 more each."""
    for more, number in enumerate(numbers):
        book.on("31 januari").bills(number, f"{125 + more},00", to=to, due=DUE, **facts)


# Ordinary texts. Beside each stands what a published rule makes of it.


@pytest.mark.parametrize(
    ("numbers", "wrote", "euros"),
    [
        (["F2024-0012"], "Factuur F2024-0012", "125,00"),
        (["F2024-0012"], "factuur 2024 0012", "125,00"),  # both published rules miss it
        (["F2024-0012"], "fact.nr 20240012 klant 88", "125,00"),  # one misses it
        (["F2024-0012", "F2024-0013"], "F2024-0012,F2024-0013", "251,00"),  # missed; only one found
        (["1", "2", "F2024-0012"], "Factuur F2024-0012", "127,00"),  # booked on invoice 1
    ],
)
def test_a_number_as_people_write_it_pays_its_invoice_and_no_other(
    book: Book, numbers: list[str], wrote: str, euros: str
) -> None:
    bills(book, *numbers)
    book.on("4 maart").bank(paid(euros, wrote)).runs()
    assert book.open() == {number: f"{125 + int(number) - 1},00" for number in numbers if len(number) == 1}
    assert book.questions() == []


@pytest.mark.parametrize(
    "wrote",
    [
        paid("125,00", REFERENCE),  # our message prints it in groups: both published rules miss it
        paid("125,00", "rf18 5390 0754 7034"),
        paid("125,00", reference=REFERENCE),
    ],
    ids=["whole", "in groups", "in its own field"],
)
def test_a_reference_is_known_in_groups_and_without_them(book: Book, bird: Debtor, wrote: Paid) -> None:
    bills(book, "2026-0001", payment_reference=REFERENCE)
    book.on("4 maart").bank(wrote).runs()
    book.on("5 maart").bank().runs()
    assert (book.open(), bird.got) == ({}, [])


@pytest.mark.parametrize(
    ("number", "wrote"),
    [
        ("2024 0012", "huur 2024 januari"),  # one published rule books it
        ("12", "Betaling 12-03-2024"),  # the other books it
        ("2024", "huur 2024"),
        ("2026", "huur 2026"),
    ],
)
@pytest.mark.parametrize("euros", ["125,00", "60,00"])
def test_a_year_and_a_day_name_no_invoice_not_even_with_its_amount(
    book: Book, number: str, wrote: str, euros: str
) -> None:
    bills(book, number)
    book.on("4 maart").bank(paid(euros, wrote, by=STRANGER)).runs()
    assert book.open() == {number: "125,00"}
    assert len(book.questions()) == 1


# R5: a reminder although it was paid


def test_nobody_is_reminded_while_money_waits_that_may_be_theirs(
    book: Book, bird: Debtor, linden: Debtor
) -> None:
    bills(book, "2026-0001")
    bills(book, "2026-0002", to=LINDEN)
    book.on("5 maart").bank(paid("125,00", "brood", by=STRANGER)).runs()
    assert (bird.decision("5 maart"), len(book.questions())) == ("HOLD MONEY_TO_PLACE", 1)
    assert bird.got == []
    assert linden.decision("5 maart") == "HOLD MONEY_TO_PLACE", "both owe exactly this"
    book.on("6 maart").answers(way=2).bank().runs()
    assert sum(len(debtor.got) for debtor in (bird, linden)) == 1


def test_money_that_arrives_between_approval_and_sending_keeps_the_message_here(
    book: Book, bird: Debtor
) -> None:
    bills(book, "2026-0001")
    book.on("5 maart").bank().runs(approve=False)
    book.on("5 maart").approves()
    book.on("6 maart").bank(paid("80,00", "deel", by=BIRD))
    assert book.on("6 maart").sends().sent == 0
    assert bird.got == []


def test_nobody_is_reminded_on_a_statement_that_is_too_old(book: Book, bird: Debtor) -> None:
    bills(book, "2026-0001")
    book.on("3 maart").bank()
    book.on("16 maart").runs()
    assert bird.got == []
    assert bird.decision("16 maart").startswith("HOLD")


# R7: the wrong amount after a part


def test_after_a_part_each_message_says_what_is_open_and_what_was_asked(book: Book, bird: Debtor) -> None:
    bills(book, "2026-0001")
    book.on("5 maart").bank(paid("49,99", "2026-0001 deel 1", by=BIRD)).runs()
    assert bird.last.says("€ 75,01", "nog open van € 125,00")
    book.on("16 maart").bank(paid("25,00", "2026-0001 deel 2", by=BIRD)).runs()
    assert bird.last.says("€ 50,01", "nog open van € 125,00")
    assert "€ 75,01" not in bird.last.text
    assert book.open() == {"2026-0001": "50,01"}


# R9: credit notes that do not count


def test_who_was_credited_as_much_as_is_owed_gets_nothing(book: Book, bird: Debtor) -> None:
    bills(book, "2026-0001")
    book.on("4 maart").credits("C-0001", "125,00", to=BIRD, of="2026-0001")
    book.on("5 maart").bank().runs()
    assert (book.open(), bird.got) == ({}, [])


def test_a_credit_note_for_nothing_in_particular_holds_until_its_debtor_takes_it_off(
    book: Book, bird: Debtor
) -> None:
    bills(book, "2026-0001", "2026-0002")
    book.on("4 maart").credits("C-0001", "25,00", to=BIRD, of="")
    book.on("5 maart").bank().runs()
    assert (bird.decision("5 maart"), bird.got) == ("HOLD MONEY_TO_PLACE", [])
    book.on("6 maart").bank(paid("101,00", "2026-0002 minus C-0001", by=BIRD)).runs()
    assert book.open() == {"2026-0001": "125,00"}
    assert book.questions() == []
    assert bird.last.says("€ 125,00")


# R16: booked on the wrong item


def test_who_pays_exactly_what_two_debtors_owe_is_asked_about_and_not_booked(
    book: Book, bird: Debtor, linden: Debtor
) -> None:
    bills(book, "2026-0001")
    bills(book, "2026-0002", to=LINDEN)
    book.on("4 maart").bank(paid("125,00", "voor het brood", by=STRANGER)).runs()
    assert book.questions() == ["TIE"]
    assert book.open() == {"2026-0001": "125,00", "2026-0002": "125,00"}


def test_a_link_is_explained_and_undone_and_put_back_as_if_nothing_had_happened(
    book: Book, bird: Debtor
) -> None:
    bills(book, "2026-0001", "2026-0002")
    book.on("4 maart").bank(paid("125,00", "2026 0001", by=BIRD)).runs()
    payment, when = (
        the_payment(book),
        {"on": book.on("5 maart").on, "at": book.on("5 maart").at, "by": "Sanne"},
    )
    assert "factuurnummer 2026-0001 (60)" in payment_json(book.client, payment)["evidence"]
    undo_match(book.client, payment, **when)
    assert book.open() == {"2026-0001": "125,00", "2026-0002": "126,00"}
    book.on("5 maart").bank().runs()
    assert (book.questions(), bird.got) == (["UNDONE"], []), "no rule places it again, and it holds"
    redo_match(book.client, payment, **when)
    book.on("5 maart").runs()
    assert book.open() == {"2026-0002": "126,00"}
    assert bird.last.says("€ 126,00")


def the_payment(book: Book) -> int:
    with rows_of(book.client):
        return Payment.objects.get().pk


# R17: counted twice, or genuine twins dropped


def test_twins_are_two_and_the_same_statement_again_adds_none(book: Book, bird: Debtor) -> None:
    bills(book, "2026-0001")
    half = paid("62,50", "2026-0001", by=BIRD_PAYS, end_to_end_id="NOTPROVIDED")
    book.on("4 maart").bank(half, half).runs()
    assert book.open() == {}
    book.known_until, book.balance = book.on("31 januari").on, 0
    book.on("4 maart").bank(half, half).runs()
    assert (book.imported[-1].new, book.imported[-1].known) == (0, 2)
    assert (book.open(), book.questions()) == ({}, [])


def test_one_end_to_end_id_for_every_payment_joins_none_of_them(book: Book, bird: Debtor) -> None:
    bills(book, "2026-0001", "2026-0002")
    both = [
        paid(euros, number, end_to_end_id="1")
        for euros, number in (("125,00", "2026-0001"), ("126,00", "2026-0002"))
    ]
    book.on("4 maart").bank(*both).runs()
    assert (book.open(), book.questions()) == ({}, [])


# R18: one cent keeps it open


@pytest.mark.parametrize(
    ("euros", "left"), [("124,99", {}), ("124,95", {}), ("124,94", {"2026-0001": "0,06"})]
)
def test_a_cent_or_five_keeps_nothing_open_and_nobody_is_written_about_six(
    book: Book, bird: Debtor, euros: str, left: dict[str, str]
) -> None:
    bills(book, "2026-0001")
    book.on("5 maart").bank(paid(euros, "2026-0001", by=BIRD)).runs()
    book.on("9 maart").bank().runs()
    assert (book.open(), bird.got) == (left, [])
