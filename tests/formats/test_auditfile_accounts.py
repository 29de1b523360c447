"""The auditfile: which accounts are the debtors', and who is a debtor."""

import pytest

from tests.formats.xaf_samples import (
    ACCOUNTS,
    YEAR,
    Journal,
    Leaf,
    Ledger,
    Transaction,
    customer,
    line,
    memorial,
    open_of,
    read,
    sale,
    sales,
    xaf,
)
from voldaan.formats import auditfile
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorList, OpenItemList


def renamed(number: str, **leaves: str) -> list[Leaf]:
    return [{**account, **leaves} if account["accID"] == number else {**account} for account in ACCOUNTS]


@pytest.mark.parametrize(
    "leaves",
    [
        {"accDesc": "Handelsdebiteuren"},
        {"accDesc": "Accounts receivable"},
        {"accDesc": "Vorderingen", "leadReference": "BVorDebHad"},
        {"accDesc": "Vorderingen", "leadCode": "BVorDeb"},
        {"accDesc": "Vorderingen", "RGScode": "bvordebhad"},
        {"accDesc": "Vorderingen", "taxonomy/conceptRef": "BVorDebHad"},
        {"accDesc": "Vorderingen"},
    ],
)
def test_the_account_of_debtors_is_known_by_code_by_name_or_by_the_sales_on_it(leaves: Leaf) -> None:
    without_provision = [one for one in renamed("1300", **leaves) if one["accID"] != "1310"]
    ledger = Ledger(journals=YEAR.journals, accounts=without_provision)
    assert open_of(ledger) == {"2025-2": 60500, "2025-3": 10000}


def test_the_provision_against_bad_debts_is_no_account_of_debtors() -> None:
    loss = Transaction("M1", [line("1310", -5000, custSupID="D1", invRef="2025-2"), line("8000", 5000)])
    ledger = Ledger(journals=[*YEAR.journals, memorial(loss)])
    assert open_of(ledger) == {"2025-2": 60500, "2025-3": 10000}
    coded = [
        {**one, "leadReference": {"1300": "BVorDebHad", "1310": "BVorDebVdd"}.get(one["accID"], "")}
        for one in ACCOUNTS
    ]
    assert open_of(Ledger(journals=[*YEAR.journals, memorial(loss)], accounts=coded)) == {
        "2025-2": 60500,
        "2025-3": 10000,
    }


def test_accounts_that_are_a_debtor_each_are_known_by_number_and_name() -> None:
    accounts = [*ACCOUNTS, {"accID": "13001", "accDesc": "Bakkerij Korst", "accTp": "B"}]
    ledger = Ledger(
        customers=[customer("13001", "Bakkerij Korst"), customer("8000", "Iemand anders")],
        accounts=accounts,
        journals=[sales(Transaction("1", [line("13001", 12100, docRef="F1"), line("8000", -12100)]))],
    )
    (item,) = read(ledger)[1].items
    assert (item.number, item.debtor.number, item.open_cents) == ("F1", "13001", 12100)


def test_a_journal_that_leaves_its_counter_account_to_its_head_is_completed() -> None:
    half = [
        line("8000", -10000, custSupID="D1", invRef="2025-1"),
        line("1800", -2100, custSupID="D1", invRef="2025-1"),
    ]
    paid = [line("1300", -2100, custSupID="D1", invRef="2025-1")]
    ledger = Ledger(
        journals=[
            Journal("70", "S", [Transaction("1", half)], offset="1300"),
            Journal("20", "B", [Transaction("2", paid)], offset="1100"),
        ]
    )
    _, items = read(ledger, "3.1")
    assert [(item.number, item.open_cents, item.total_cents) for item in items.items] == [
        ("2025-1", 10000, 12100)
    ]
    assert items.complete


def test_the_totals_may_count_the_lines_that_a_head_stands_for() -> None:
    half = Transaction("1", [line("8000", -12100, custSupID="D1", invRef="2025-1")])
    journal = Journal("70", "S", [half], offset="1300")
    for totals in ((0, 12100), (12100, 12100)):
        assert open_of(Ledger(journals=[journal], totals=totals)) == {"2025-1": 12100}


@pytest.mark.parametrize("split", [False, True])
def test_a_counter_account_that_is_booked_is_not_booked_twice(*, split: bool) -> None:
    lines = [line("1300", 12100, custSupID="D1", invRef="2025-1"), line("8000", -10000, custSupID="D1")]
    rest = [line("1800", -2100, custSupID="D1")]
    transactions = (
        [Transaction("1", lines), Transaction("2", rest)] if split else [Transaction("1", lines + rest)]
    )
    ledger = Ledger(journals=[Journal("70", "S", transactions, offset="1300")])
    assert open_of(ledger) == {"2025-1": 12100}
    assert read(ledger)[1].complete


def test_a_package_that_calls_its_sales_by_the_invoice_is_known() -> None:
    booked = sale("", "D1", 12100, invRef="", docRef="PO 4500012")
    named = xaf(Ledger(journals=[sales(booked)], head={"softwareDesc": "Odoo"})).replace(
        b"<nr>V</nr>", b"<nr>812</nr><desc>INV/2025/00042</desc>"
    )
    assert b"INV/2025/00042" in named
    _, items = auditfile.read(Source.of_bytes(named, "2025.xaf"))
    assert isinstance(items, OpenItemList)
    assert [item.number for item in items.items] == ["INV/2025/00042"]


def test_without_an_account_of_debtors_there_are_only_debtors() -> None:
    accounts = [one for one in ACCOUNTS if one["accID"] == "1100"]
    ledger = Ledger(
        accounts=accounts, journals=[memorial(Transaction("1", [line("1100", 5), line("1100", -5)]))]
    )
    (debtors,) = auditfile.read(Source.of_bytes(xaf(ledger), "2025.xaf"))
    assert isinstance(debtors, DebtorList)
    assert len(debtors.debtors) == 2
    assert "zegt niet wat er openstaat" in debtors.remarks[0].what


def test_a_debtor_is_told_with_all_that_the_file_knows() -> None:
    more = (
        "<contact>Noor de Wit</contact><telephone>020 555 0100</telephone>"
        "<eMail>admin@korst.example; noor@korst.example</eMail><commerceNr>123456780000</commerceNr>"
        "<taxRegistrationCountry>NL</taxRegistrationCountry><taxRegIdent>0012.34.567.B01</taxRegIdent>"
        "<streetAddress><streetname>Kade</streetname><number>12</number><numberExtension>A</numberExtension>"
        "<city>Amsterdam</city><postalCode>1011 AB</postalCode><country>NL</country></streetAddress>"
        "<postalAddress><streetname>Postbus</streetname><number>9</number><city>Delft</city>"
        "<postalCode>2600 AA</postalCode></postalAddress>"
        "<bankAccount><bankAccNr>2445588</bankAccNr></bankAccount>"
        "<bankAccount><bankAccNr>NL91 ABNA 0417 1643 00</bankAccNr></bankAccount>"
        "<customerSupplierHistory><customerSupplier><custSupID>D1</custSupID><custSupName>Oude naam</custSupName>"
        "</customerSupplier></customerSupplierHistory>"
    )
    debtors, _ = read(
        Ledger(customers=[customer("D1", "Bakkerij Korst & Kruim", more=more)], journals=YEAR.journals)
    )
    entry = debtors.debtors[0]
    party = entry.party
    assert (party.number, party.name, party.contact_name) == ("D1", "Bakkerij Korst & Kruim", "Noor de Wit")
    assert (party.email, party.phone, party.iban) == (
        "admin@korst.example",
        "020 555 0100",
        "NL91ABNA0417164300",
    )
    assert (party.vat_number, party.coc_number) == ("NL001234567B01", "12345678")
    assert (party.street, party.postcode, party.city, party.country) == (
        "Postbus 9",
        "2600 AA",
        "Delft",
        "NL",
    )
    assert (entry.visiting_street, entry.visiting_postcode, entry.visiting_city) == (
        "Kade 12 A",
        "1011 AB",
        "Amsterdam",
    )


def test_who_is_a_debtor_is_told_by_the_file_or_by_what_is_booked() -> None:
    customers = [
        customer("D1", "Koopt en verkoopt", "B"),
        customer("D2", "Onbekend", None),
        customer("S1", "Leverancier met een vordering", "S"),
        customer("C1", "Klant zonder boeking", "C"),
        customer("S2", "Leverancier", "S"),
        customer("B2", "Beide, zonder boeking", "B"),
    ]
    ledger = Ledger(
        customers=customers,
        journals=[*YEAR.journals, sales(sale("2025-8", "S1", 700), sale("2025-9", "X9", 800))],
    )
    debtors, items = read(ledger)
    assert [entry.party.number for entry in debtors.debtors] == ["D1", "D2", "S1", "C1", "X9"]
    assert "1 relaties" in debtors.remarks[0].what
    assert {item.debtor.number for item in items.items} == {"D1", "D2", "S1", "X9"}


def test_a_private_person_is_called_by_the_contact_where_the_name_is_empty() -> None:
    ledger = Ledger(
        customers=[customer("D1", "", more="<contact>Annelies  Schenk</contact>")], journals=YEAR.journals
    )
    assert read(ledger)[0].debtors[0].party.name == "Annelies Schenk"
