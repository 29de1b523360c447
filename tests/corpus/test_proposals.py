"""The lists of others: what is proposed for them, and that no export of a bank is taken for a list."""

import pytest

from tests.corpus.corpora import FOLDER, needs_corpora
from voldaan.formats.lists import proposals
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

pytestmark = needs_corpora

OPEN_ITEMS = "openitems/highradius/open_invoices_raw.csv"
DEBTORS = (
    "invoices/csv/bigcapital/customers.csv",
    "invoices/csv/invoiceninja/clients.csv",
    "invoices/csv/invoiceninja/freshbooks_clients.csv",
    "invoices/csv/invoiceninja/wave_clients.csv",
)


def test_open_items_are_proposed_with_every_question_that_they_leave() -> None:
    source = Source.of_path(FOLDER / OPEN_ITEMS)
    proposal = proposals.propose(source)
    assert {choice.key for choice in proposal.questions} == {"issue_date", "open", "complete"}
    proposal = proposal.answered({"issue_date": "8", "open": "12", "complete": "no"})
    assert {choice.key for choice in proposal.questions} == {"rounding"}
    mapping = proposal.answered({"rounding": "yes"}).mapping
    assert mapping is not None
    assert dict(mapping.columns) == {
        "number": "doc_id",
        "debtor_number": "cust_number",
        "debtor_name": "name_customer",
        "issue_date": "posting_date",
        "due_date": "due_in_date",
        "open": "converted_usd",
    }
    assert (mapping.dates, mapping.decimal, mapping.currency) == ("dd-mm-yyyy", ".", "USD")


@pytest.mark.parametrize("file", DEBTORS)
def test_debtors_are_proposed_as_debtors(file: str) -> None:
    proposal = proposals.propose(Source.of_path(FOLDER / file))
    assert proposal.kind == "DEBTORS"
    meanings = {column.meaning for column in proposal.columns} | {choice.key for choice in proposal.questions}
    assert meanings >= {"debtor_name", "email", "street", "city", "country"}


def test_no_file_of_a_bank_is_proposed() -> None:
    proposed = []
    for path in sorted(one for one in (FOLDER / "bank").rglob("*") if one.is_file()):
        try:
            proposals.propose(Source.of_path(path))
        except Refusal:
            continue
        proposed.append(path.relative_to(FOLDER).as_posix())
    assert proposed == []
