"""The auditfile: what is left of a year's bookings per debtor and invoice, and in which currency."""

from datetime import date

import pytest

from tests.formats.xaf_samples import (
    NAMESPACES,
    YEAR,
    Leaf,
    Ledger,
    Transaction,
    bank,
    line,
    memorial,
    open_of,
    payment,
    read,
    said,
    sale,
    sales,
)
from voldaan.formats.values import OpenItem


@pytest.mark.parametrize("version", NAMESPACES)
def test_every_version_gives_the_same_open_items(version: str) -> None:
    _, items = read(YEAR, version)
    assert {(item.debtor.number, item.number): item.open_cents for item in items.items} == {
        ("D1", "2025-2"): 60500,
        ("D2", "2025-3"): 10000,
    }
    assert (items.complete, items.as_of, items.total_cents, items.remarks) == (
        True,
        date(2025, 12, 31),
        70500,
        (),
    )


def test_an_item_says_what_its_own_booking_says() -> None:
    ledger = Ledger(journals=[sales(sale("2025-1", "D1", 121000, desc="Meel", effDate="2025-02-14"))])
    (item,) = read(ledger)[1].items
    assert item == OpenItem(
        number="2025-1",
        debtor=item.debtor,
        issue_date=date(2025, 2, 14),
        due_date=None,
        currency="EUR",
        total_cents=121000,
        open_cents=121000,
        subject="Meel",
        line=2,
    )
    assert item.debtor.name == "Bakkerij Korst"


def test_the_total_is_the_invoice_and_not_what_was_booked_on_it_later() -> None:
    ledger = Ledger(
        journals=[
            sales(sale("2025-1", "D1", 121000)),
            bank(payment("B1", "D1", 100000, invRef="2025-1")),
            memorial(
                Transaction("M1", [line("1300", 500, custSupID="D1", invRef="2025-1"), line("8000", -500)])
            ),
        ]
    )
    (item,) = read(ledger)[1].items
    assert (item.total_cents, item.open_cents) == (121000, 21500)


def test_an_export_during_the_year_tells_of_the_day_it_was_made() -> None:
    ledger = Ledger(journals=YEAR.journals, head={"dateCreated": "2025-06-30"})
    assert read(ledger)[1].as_of == date(2025, 6, 30)


def test_a_payment_with_the_mark_of_an_invoice_is_on_that_invoice() -> None:
    for mark in ("recRef", "matchKeyID"):
        ledger = Ledger(
            journals=[
                sales(sale("2025-1", "D1", 121000, **{mark: "A7"}), sale("2025-2", "D1", 60500)),
                bank(payment("B1", "D1", 21000, **{mark: "A7"})),
            ]
        )
        assert open_of(ledger) == {"2025-1": 100000, "2025-2": 60500}


def test_lines_that_settle_each_other_by_their_mark_are_gone() -> None:
    ledger = Ledger(
        journals=[
            sales(sale("2025-1", "D1", 121000, recRef="A7"), sale("2025-2", "D1", 60500, recRef="A7")),
            bank(payment("B1", "D1", 181500, recRef="A7")),
            sales(sale("2025-3", "D1", 100)),
        ]
    )
    assert open_of(ledger) == {"2025-3": 100}


def test_a_mark_that_several_open_invoices_share_decides_nothing() -> None:
    ledger = Ledger(
        journals=[
            sales(sale("2025-1", "D1", 121000, recRef="A7"), sale("2025-2", "D1", 60500, recRef="A7")),
            bank(payment("B1", "D1", 100000, recRef="A7")),
        ]
    )
    assert open_of(ledger) == {"2025-1": 121000, "2025-2": 60500, "onverdeeld D1": -100000}


def test_marks_of_one_debtor_say_nothing_of_another() -> None:
    ledger = Ledger(
        journals=[
            sales(sale("2025-1", "D1", 121000, recRef="1")),
            bank(payment("B1", "D2", 121000, recRef="1")),
        ]
    )
    assert open_of(ledger) == {"2025-1": 121000, "onverdeeld D2": -121000}


def test_a_payment_without_an_invoice_is_a_credit_of_its_debtor_and_told() -> None:
    ledger = Ledger(
        journals=[
            sales(sale("2025-1", "D1", 121000)),
            bank(payment("B1", "D1", 1000), payment("B2", "D1", 500)),
        ]
    )
    _, items = read(ledger)
    assert open_of(ledger) == {"2025-1": 121000, "onverdeeld D1": -1500}
    assert items.complete
    assert items.total_cents == 119500
    assert "15,00 ontvangen of gecrediteerd zonder factuurnummer" in said(items)


@pytest.mark.parametrize("reference", ["0", "", "-"])
def test_a_sign_that_there_is_no_reference_is_none(reference: str) -> None:
    ledger = Ledger(
        journals=[
            sales(sale("2025-1", "D1", 121000)),
            bank(payment("B1", "D1", 1000, invRef=reference), payment("B2", "D2", 500, invRef=reference)),
        ]
    )
    assert open_of(ledger) == {"2025-1": 121000, "onverdeeld D1": -1000, "onverdeeld D2": -500}


def test_a_debtor_that_owes_nothing_on_balance_has_no_items() -> None:
    ledger = Ledger(journals=[sales(sale("2025-1", "D1", 121000)), bank(payment("B1", "D1", 121000))])
    _, items = read(ledger)
    assert (list(items.items), items.complete) == ([], True)


def test_the_document_of_a_payment_is_an_invoice_only_where_it_is_known_as_one() -> None:
    ledger = Ledger(
        journals=[
            sales(sale("2025-1", "D1", 121000, invRef="", docRef="2025-1")),
            bank(payment("B1", "D1", 1000, docRef="2025-1"), payment("B2", "D1", 500, docRef="Afschrift 7")),
        ]
    )
    assert open_of(ledger) == {"2025-1": 120000, "onverdeeld D1": -500}


def test_money_paid_back_is_no_invoice_but_revenue_booked_in_a_bank_journal_is() -> None:
    back = Transaction("B1", [line("1300", 700, custSupID="D1", docRef="Afschrift 7"), line("1100", -700)])
    ledger = Ledger(journals=[sales(sale("2025-1", "D2", 100)), bank(back)])
    _, items = read(ledger)
    assert [item.number for item in items.items] == ["2025-1"]
    assert not items.complete
    assert "7,00 open zonder factuurnummer" in said(items)
    counter_sale = Transaction("B1", [line("1300", 700, custSupID="D1", docRef="K12"), line("8000", -700)])
    assert open_of(Ledger(journals=[bank(counter_sale)])) == {"K12": 700}


def test_a_sale_without_any_reference_has_the_number_of_its_booking() -> None:
    assert open_of(Ledger(journals=[sales(sale("2025-1", "D1", 100, invRef=""))])) == {"V2025-1": 100}


def test_a_credit_note_of_its_own_is_a_negative_item() -> None:
    ledger = Ledger(journals=[sales(sale("2025-1", "D1", 121000), sale("C-1", "D1", -21000))])
    assert open_of(ledger) == {"2025-1": 121000, "C-1": -21000}


def test_lines_without_a_debtor_are_told_with_their_amount() -> None:
    nobody = Transaction("M1", [line("1300", 4200), line("8000", -4200)])
    _, items = read(Ledger(journals=[*YEAR.journals, memorial(nobody)]))
    assert not items.complete
    assert "staat EUR 42,00 zonder debiteur" in said(items)


def dollars(amount: str) -> Leaf:
    return {"currency/curCode": "USD", "currency/curAmnt": amount}


def test_an_invoice_in_another_currency_is_asked_in_that_currency() -> None:
    ledger = Ledger(
        journals=[
            sales(sale("2025-1", "D1", 121000, **dollars("1500.00"))),
            bank(payment("B1", "D1", 40000, invRef="2025-1", **dollars("-500.00"))),
        ]
    )
    _, items = read(ledger)
    (item,) = items.items
    assert (item.currency, item.total_cents, item.open_cents) == ("USD", 150000, 100000)
    assert items.complete


def test_an_invoice_that_is_partly_in_another_currency_is_asked_in_that_of_the_books() -> None:
    ledger = Ledger(
        journals=[
            sales(sale("2025-1", "D1", 121000, **dollars("1500.00"))),
            bank(payment("B1", "D1", 40000, invRef="2025-1")),
        ]
    )
    _, items = read(ledger)
    assert [(item.currency, item.open_cents) for item in items.items] == [("EUR", 81000)]
    assert "deels in een andere munt" in said(items)
