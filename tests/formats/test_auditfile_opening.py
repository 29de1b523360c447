"""The auditfile: the opening balance, the subledgers, and the balances of relations."""

from datetime import date

import pytest

from tests.formats.xaf_samples import (
    YEAR,
    Ledger,
    bank,
    customer,
    line,
    open_of,
    payment,
    read,
    said,
    sale,
    sales,
)

OLDER = line("1300", 50000, custSupID="D1", invRef="2024-9", invDt="2024-12-01", invDueDt="2024-12-31")
OLDER_ITEM = {name: text for name, text in OLDER.items() if name != "accID"} | {"obLineNr": "1"}


def test_items_of_the_opening_subledger_are_paid_or_stay_open() -> None:
    ledger = Ledger(opening=[("1300", 50000)], opening_items=[OLDER_ITEM], journals=YEAR.journals)
    (older,) = (item for item in read(ledger)[1].items if item.number == "2024-9")
    assert (older.issue_date, older.due_date, older.total_cents) == (
        date(2024, 12, 1),
        date(2024, 12, 31),
        50000,
    )
    assert read(ledger)[1].complete
    paid = Ledger(
        opening=[("1300", 50000)],
        opening_items=[OLDER_ITEM],
        journals=[*YEAR.journals, bank(payment("B9", "D1", 50000, invRef="2024-9"))],
    )
    assert "2024-9" not in open_of(paid)


def test_an_opening_balance_without_its_invoices_is_told_and_the_list_is_not_complete() -> None:
    ledger = Ledger(
        opening=[("1300", 50000)],
        journals=[*YEAR.journals, bank(payment("B9", "D1", 20000, invRef="2024-9"))],
    )
    _, items = read(ledger)
    assert open_of(ledger) == {"2025-2": 60500, "2025-3": 10000}
    assert not items.complete
    assert "Van de beginbalans is EUR 300,00 niet over facturen verdeeld" in said(items)


def test_an_opening_balance_that_was_paid_to_the_cent_hides_nothing() -> None:
    ledger = Ledger(
        opening=[("1300", 50000)],
        journals=[*YEAR.journals, bank(payment("B9", "D1", 50000, invRef="2024-9"))],
    )
    assert open_of(ledger) == {"2025-2": 60500, "2025-3": 10000}
    assert read(ledger)[1].complete


def balance(name: str, cents: int) -> str:
    return f"<{name}Desc>{abs(cents) / 100:.2f}</{name}Desc><{name}Tp>{'D' if cents > 0 else 'C'}</{name}Tp>"


def test_balances_of_relations_say_whose_the_opening_balance_is() -> None:
    customers = [
        customer("D1", "Bakkerij Korst", more=balance("opBal", 50000)),
        customer("D2", "Slagerij Ham"),
    ]
    paid = bank(payment("B9", "D1", 50000, invRef="2024-9"), payment("B8", "D2", 1000, invRef="2025-9"))
    ledger = Ledger(customers=customers, opening=[("1300", 50000)], journals=[*YEAR.journals, paid])
    assert open_of(ledger, "4.0") == {"2025-2": 60500, "2025-3": 10000, "2025-9": -1000}
    assert read(ledger, "4.0")[1].complete
    half = Ledger(
        customers=customers,
        opening=[("1300", 50000)],
        journals=[*YEAR.journals, bank(payment("B9", "D1", 20000, invRef="2024-9"))],
    )
    assert not read(half, "4.0")[1].complete
    assert "300,00 niet over facturen verdeeld" in said(read(half, "4.0")[1])


@pytest.mark.parametrize(
    ("name", "cents", "what"),
    [("opBal", 100, "beginsaldi van de relaties"), ("clBal", 100, "eindsaldo niet dat van hun boekingen")],
)
def test_balances_of_relations_that_the_ledger_contradicts_are_told(name: str, cents: int, what: str) -> None:
    customers = [customer("D1", "Bakkerij Korst", more=balance(name, cents)), customer("D2", "Slagerij Ham")]
    _, items = read(Ledger(customers=customers, journals=YEAR.journals), "4.0")
    assert what in said(items)
    assert not items.complete
    assert items.total_cents == 70500


def test_closing_balances_that_agree_leave_the_list_complete() -> None:
    customers = [
        customer("D1", "Bakkerij Korst", more=balance("clBal", 60500)),
        customer("D2", "Slagerij Ham", more=balance("clBal", 10000)),
    ]
    assert read(Ledger(customers=customers, journals=YEAR.journals), "4.0")[1].complete


SUBLEDGER = [
    line(
        "",
        121000,
        jrnID="70",
        custSupID="D1",
        invRef="2025-1",
        invDt="2025-02-01",
        invDueDt="2025-03-03",
        mutTp="I",
    ),
    line(
        "",
        60500,
        jrnID="70",
        custSupID="D1",
        invRef="2025-2",
        invDt="2025-02-02",
        invDueDt="2025-03-04",
        mutTp="I",
    ),
    line(
        "",
        12100,
        jrnID="70",
        custSupID="D2",
        invRef="2025-3",
        invDt="2025-02-03",
        invDueDt="2025-03-05",
        mutTp="I",
    ),
    line("", -121000, jrnID="20", custSupID="D1", invRef="2025-1", mutTp="P"),
    line("", -2100, jrnID="20", custSupID="D2", invRef="2025-3", mutTp="P"),
]
LINES_OF_SUBLEDGER = [{name: text for name, text in one.items() if name != "accID"} for one in SUBLEDGER]


def test_a_subledger_that_adds_up_gives_the_due_dates() -> None:
    _, items = read(Ledger(journals=YEAR.journals, subledger=LINES_OF_SUBLEDGER))
    assert {item.number: (item.issue_date, item.due_date, item.open_cents) for item in items.items} == {
        "2025-2": (date(2025, 2, 2), date(2025, 3, 4), 60500),
        "2025-3": (date(2025, 2, 3), date(2025, 3, 5), 10000),
    }
    assert (items.complete, items.remarks) == (True, ())


def test_a_subledger_names_the_invoices_that_the_ledger_does_not() -> None:
    bare = Ledger(
        journals=[sales(sale("2025-2", "D1", 60500, invRef="", custSupID=""))],
        subledger=LINES_OF_SUBLEDGER[1:2],
    )
    assert open_of(bare) == {"2025-2": 60500}


def test_a_subledger_that_does_not_add_up_is_told_and_gives_only_its_days() -> None:
    _, items = read(Ledger(journals=YEAR.journals, subledger=LINES_OF_SUBLEDGER[:3]))
    assert {item.number: (item.due_date, item.open_cents) for item in items.items} == {
        "2025-2": (date(2025, 3, 4), 60500),
        "2025-3": (date(2025, 3, 5), 10000),
    }
    assert not items.complete
    assert "telt op tot EUR 1.936,00, de debiteurenrekening tot EUR 705,00" in said(items)


@pytest.mark.parametrize(("kind", "side"), [("CS", "S"), ("CS", None), ("C", "P")])
def test_a_subledger_of_customers_and_suppliers_is_told_apart(kind: str, side: str | None) -> None:
    lines = [{**one, **({"invPurSalTp": side} if side else {})} for one in LINES_OF_SUBLEDGER]
    supplier = {"amnt": "70.00", "amntTp": "C", "custSupID": "L1", "invRef": "X"} | (
        {"invPurSalTp": "P"} if side else {}
    )
    ledger = Ledger(
        customers=[*Ledger().customers, customer("L1", "Drukkerij Inkt", "S")],
        journals=YEAR.journals,
        subledger=[*lines, *([supplier] if kind == "CS" else [])],
        subledger_kind=kind,
    )
    assert [item.due_date for item in read(ledger)[1].items] == [date(2025, 3, 4), date(2025, 3, 5)]
    assert read(ledger)[1].complete
