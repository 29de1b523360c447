"""What we write holds to the schema of its format."""

from lxml import etree

from tests.corpus.corpora import FOLDER, needs_corpora
from tests.formats.samples import statement, transaction
from voldaan.formats.bank import camt

pytestmark = needs_corpora


def test_a_written_statement_is_valid_by_its_schema() -> None:
    schema = etree.XMLSchema(etree.parse(FOLDER / "schemas" / "camt" / "camt.053.001.08.xsd"))
    returned = transaction(amount_cents=-500, reversal=True, payment_reference="RF18539007547034")
    nameless = transaction(counterparty_name=None, counterparty_iban=None, end_to_end_id=None, remittance="")
    written = camt.write((statement(transaction(), returned), statement(nameless, bank_iban="123456789")))
    schema.assertValid(etree.fromstring(written))
