"""Lists of others: read whole with a mapping, or refused with the reason that is right."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from tests.corpus.corpora import FOLDER, needs_corpora
from voldaan.formats.lists import reading
from voldaan.formats.lists.mapping import Mapping, parse_mapping
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorList, OpenItemList, Refusal

pytestmark = needs_corpora

HIGHRADIUS = """
decimal = "."
dates = "dd-mm-yyyy"
delimiter = ","
currency = "USD"
round_to_cents = true
[columns]
number = "doc_id"
debtor_number = "cust_number"
debtor_name = "name_customer"
issue_date = "posting_date"
due_date = "due_in_date"
open = "converted_usd"
"""
NINJA = """
decimal = "."
thousands = ","
dates = "yyyy-mm-dd"
delimiter = ","
currency = "USD"
[columns]
number = "Invoice Number"
debtor_name = "Client"
email = "Email"
issue_date = "Invoice Date"
due_date = "Due Date"
total = "Amount"
paid = "Paid"
"""
CLIENTS = """
kind = "DEBTORS"
delimiter = ","
[columns]
debtor_name = "Organization"
email = "Email"
phone = "Phone"
street = "Street"
city = "City"
country = "Country"
postcode = "Postal Code"
"""


def source(file: str) -> Source:
    return Source.of_path(FOLDER / file)


def read(file: str, mapping: str) -> OpenItemList | DebtorList:
    return reading.read(source(file), parse_mapping(mapping))


def refused(path: Path, mapping: Mapping | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        reading.read(Source.of_path(path), mapping)
    return caught.value.problems[0].what


def test_the_list_of_open_invoices_is_read_whole() -> None:
    found = read("openitems/highradius/open_invoices_raw.csv", HIGHRADIUS)
    assert isinstance(found, OpenItemList)
    assert len(found.items) == 9681
    rows = (FOLDER / "openitems/highradius/open_invoices_raw.csv").read_text("utf-8").splitlines()[1:]
    amounts = (Decimal(row.rsplit(",", 1)[1]) * 100 for row in rows)
    assert found.total_cents == sum(int(amount.quantize(Decimal(1), ROUND_HALF_UP)) for amount in amounts)
    assert all(item.due_date and item.issue_date and item.debtor.number for item in found.items)


def test_a_list_under_title_rows_is_read() -> None:
    found = read("invoices/csv/invoiceninja/invoice.csv", NINJA)
    assert isinstance(found, OpenItemList)
    assert len(found.items) > 10
    assert all(item.total_cents is not None and item.open_cents <= item.total_cents for item in found.items)


def test_a_list_of_debtors_is_read() -> None:
    found = read("invoices/csv/invoiceninja/freshbooks_clients.csv", CLIENTS)
    assert isinstance(found, DebtorList)
    assert [entry.party.email is not None for entry in found.debtors].count(True) == len(found.debtors)


def test_every_foreign_list_without_a_mapping_is_refused_as_unknown() -> None:
    paths = sorted((FOLDER / "invoices" / "csv").rglob("*.csv"))
    assert len(paths) >= 12
    for path in paths:
        what = refused(path)
        assert what == "Van deze lijst is onbekend welke kolom wat betekent.", (path.name, what)


def test_the_edge_cases_of_csv_are_no_lists_of_ours_and_are_cut_into_the_right_cells() -> None:
    paths = sorted((FOLDER / "hostile" / "csv-spectrum" / "csvs").glob("*.csv"))
    assert len(paths) >= 7
    for path in paths:
        assert refused(path)
        how = Mapping(columns={"number": "#1", "debtor_name": "#1", "open": "#2"}, delimiter=",")
        assert (
            "bedrag" in refused(path, how)
            or "debiteur" in refused(path, how)
            or "factuurnummer" in refused(path, how)
        )
