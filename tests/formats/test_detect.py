"""The one door: known by content, refused whole, with a sentence that says what, why and what to do."""

from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.formats.samples import invoice, mt940, statement, transaction
from voldaan.formats.as_json import as_json
from voldaan.formats.bank import camt_write
from voldaan.formats.detect import SUPPORTED, format_of, read
from voldaan.formats.invoices import ubl
from voldaan.formats.lists.open_items import write as write_open_items
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, OpenItem, OpenItemList, Party, Reading, Refusal, Statement

UBL = ubl.write(invoice())
CAMT = camt_write.write(statement(transaction()))
MT940 = mt940(":61:2611021102C10,00NTRFNONREF//BR-1", ":86:Factuur 42")
LIST = OpenItemList(
    format="csv",
    complete=True,
    as_of=date(2026, 11, 21),
    items=(
        OpenItem(
            number="42",
            debtor=Party(name="Korst"),
            issue_date=None,
            due_date=date(2026, 10, 31),
            currency="EUR",
            total_cents=None,
            open_cents=1000,
        ),
    ),
)
BOMB = b"""<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]><Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&c;</Invoice>"""


def zipped(name: str) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w") as package:
        package.writestr(name, "x")
    return out.getvalue()


def read_file(data: bytes, file: str) -> tuple[Reading, ...]:
    return read(Source.of_bytes(data, file))


def essence(readings: tuple[Reading, ...]) -> list[tuple[object, ...]]:
    """Return of invoices what the sample says; how they can be paid has tests of its own."""
    invoices = [one for one in readings if isinstance(one, Invoice)]
    return [(one.number, one.due_date, one.payable_cents, one.debtor, one.subject) for one in invoices]


def refusal(data: bytes, file: str = "bestand") -> Refusal:
    with pytest.raises(Refusal) as caught:
        read_file(data, file)
    for problem in caught.value.problems:
        assert problem.file == file
        assert problem.what.endswith((".", "?"))
        assert problem.why.endswith((".", "?"))
        assert problem.how_to_fix.endswith((".", "?"))
    return caught.value


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (UBL, "ubl"),
        (CAMT, "camt"),
        (MT940, "mt940"),
        (write_open_items(LIST), "list"),
        (b"\xef\xbb\xbf" + UBL, "ubl"),
        (b"zomaar tekst", None),
        (b"", None),
        (b"<a/>", None),
    ],
)
def test_the_content_tells_the_format(data: bytes, kind: str | None) -> None:
    assert format_of(Source.of_bytes(data, "bestand")) == kind
    assert kind is None or kind in SUPPORTED


@pytest.mark.parametrize("name", ["afschrift.xml", "factuur.xlsx", "lijst.csv", ""])
def test_the_name_tells_nothing(name: str) -> None:
    assert essence(read_file(UBL, name)) == essence((invoice(),))
    assert read_file(CAMT, name) == (statement(transaction()),)


@pytest.mark.parametrize("data", [b"", b"\n \r\n", b"\xef\xbb\xbf", b"\x00\x00"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    assert "leeg" in refusal(data).problems[0].what


@pytest.mark.parametrize("whole", [UBL, CAMT])
def test_a_truncated_document_is_refused_wherever_it_breaks_off(whole: bytes) -> None:
    whole = whole.rstrip()
    for at in range(200, len(whole), 97):
        assert refusal(whole[:at]).problems[0].how_to_fix
    assert "afgebroken" in refusal(whole[: len(whole) // 2]).problems[0].what
    assert "afgebroken" in refusal(whole[:-1]).problems[0].what


def test_a_truncated_bank_file_is_refused_wherever_it_breaks_off() -> None:
    """Before its closing balance it proves nothing: it is refused, or taken as such and moves no truth."""
    for at in range(8, MT940.index(b":62F:") + 19):
        try:
            found = read_file(MT940[:at], "afschrift.sta")
        except Refusal:
            continue
        for statement_ in found:
            assert isinstance(statement_, Statement)
            assert statement_.balanced or (statement_.closing_date is None and statement_.remarks)


def test_a_truncated_list_is_refused() -> None:
    data = write_open_items(LIST)
    refusal(data[:-12])
    assert "afgebroken" in refusal(b"PK\x03\x04" + b"x" * 200).problems[0].why


def test_an_entity_bomb_is_refused_before_it_opens() -> None:
    assert "DOCTYPE" in refusal(BOMB).problems[0].what
    assert "DOCTYPE" in refusal(b"<!-- a -->\n" + BOMB.partition(b"?>")[2]).problems[0].what


def test_an_external_entity_is_not_fetched(tmp_path: object) -> None:
    data = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/hostname">]><a>&e;</a>'
    assert "DOCTYPE" in refusal(data).problems[0].what
    assert refusal(data.decode().encode("utf-16")).problems[0].what


def test_a_doctype_that_is_only_text_is_no_doctype() -> None:
    note = invoice(subject="Zie <!DOCTYPE in de bijlage")
    assert essence(read_file(ubl.write(note), "f.xml")) == essence((note,))


def test_latin_1_that_calls_itself_utf_8_is_refused_with_the_place() -> None:
    data = ubl.write(invoice(subject="Café")).decode().encode("latin-1")
    problem = refusal(data).problems[0]
    assert "codering" in problem.what
    assert "Latin-1" in problem.why
    assert problem.line is not None
    honest = data.replace(b"encoding='UTF-8'", b"encoding='ISO-8859-1'")
    assert essence(read_file(honest, "f.xml")) == essence((invoice(subject="Café"),))


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 20, "werkmap"),
        (b"\x89PNG\r\n\x1a\n\x00", "afbeelding"),
        (bytes(range(256)), "geen tekst"),
        (b'{"facturen": []}', "JSON"),
        (b"<html><body>Inloggen</body></html>", "HTML"),
        (b"<!DOCTYPE html>\n<html><br></html>", "HTML"),
        (
            b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08'><FIToFICstmrCdtTrf/></Document>",
            "pacs.008",
        ),
        (
            b"<Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.029.001.09'><RsltnOfInvstgtn/></Document>",
            "camt.029",
        ),
        (b"<AuditFile><Header/></AuditFile>", "SAF-T"),
        (b"<Document><CstmrCdtTrfInitn/></Document>", "pain.001"),
        (b"OFXHEADER:100\nDATA:OFXSGML\n\n<OFX></OFX>", "OFX"),
        (b"<a><b></a>", "geen geldige XML"),
        (zipped("brief.txt"), "(zip)"),
        (b"Beste mevrouw,\n\nhierbij de facturen.\n", "vorm van dit bestand"),
        (b"Return-Path: <a@b.example>\r\nReceived: from c, d; e\r\n\r\nBeste", "e-mail"),
        (b"Datum;Omschrijving;Bedrag\n1;2;3\n", "welke kolom"),
        (b":20:A\r\n:25:1\r\n", "geen afschrift"),
        (b"{1:F01BANKNL2A}{2:I103BANKNL2AN}{4:\r\n:20:A\r\n:25:1\r\n-}", "MT103"),
    ],
)
def test_what_we_do_not_read_is_named(data: bytes, what: str) -> None:
    assert what in refusal(data, "factuur.xml").problems[0].what


@pytest.mark.parametrize("old", [b"1210.00</cbc:PayableAmount>"])
@pytest.mark.parametrize("amount", [b"12,50", b"1.250,00", b"twaalf"])
def test_an_amount_in_another_notation_is_refused(old: bytes, amount: bytes) -> None:
    assert "bedrag" in refusal(UBL.replace(old, amount + b"</cbc:PayableAmount>")).problems[0].what


def test_nothing_between_the_sentences_and_the_words_for_a_machine_is_lost() -> None:
    (told,) = as_json(refusal(b"%PDF"))
    assert set(told) == {"kind", "file", "line", "path", "what", "why", "how_to_fix"}
    assert told["kind"] == "problem"


def test_a_statement_as_json() -> None:
    whole, part = as_json(read_file(CAMT, "a.xml")[0])
    assert (whole["kind"], whole["entries"], whole["balanced"], whole["opening_date"]) == (
        "statement",
        1,
        True,
        "2026-11-01",
    )
    assert (part["kind"], part["amount_cents"], part["booking_date"], part["reversal"]) == (
        "transaction",
        121000,
        "2026-11-02",
        False,
    )


def test_an_invoice_and_a_credit_note_as_json() -> None:
    (told,) = as_json(read_file(UBL, "f.xml")[0])
    assert (told["kind"], told["total_cents"], told["due_date"]) == ("invoice", 121000, "2026-10-31")
    assert told["debtor"]["number"] == "D-1007"
    (credit,) = as_json(invoice(kind="credit_note"))
    assert credit["kind"] == "credit_note"


def test_open_items_as_json() -> None:
    (told,) = as_json(read_file(write_open_items(LIST), "l.csv")[0])
    assert (told["kind"], told["number"], told["open_cents"], told["total_cents"]) == (
        "open_item",
        "42",
        1000,
        None,
    )
