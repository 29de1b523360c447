"""Files that cannot be taken: each gets a sentence that says what, where, why and what to do, and the book stays as it was."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

import pytest
import xlsxwriter
from django.db import connection

from tests.interfaces.command import Command
from tests.stories import paper
from tests.stories.paper import BAKERY, BIRD, IBAN, day, item, paid

JUNK = b"\x00\x01\x02\x03" * 50
INVOICE = paper.invoice("2026-0002", "1.250,00", BIRD, issued=day("31 januari"), due=day("2 maart"))
CAMT, _ = paper.statement(
    [paid("125,00", "2026-0001")], first=day("31 januari"), last=day("5 maart"), opening=0
)
LIST = paper.open_list(
    [item("2026-0002", "1.250,00", BIRD, due="2 maart", total="1.250,00")],
    as_of=day("5 maart"),
    complete=True,
)
MT940 = "\r\n".join(
    (
        ":20:ZON1", f":25:{IBAN}", ":28C:5/1", ":60F:C260131EUR0,00", ":61:2603050305C125,00NTRFNONREF",
        ":86:/TRTP/SEPA OVERBOEKING/REMI/2026-0001/EREF/NOTPROVIDED", ":62F:C260305EUR125,00", "-", "",
    )
).encode()  # fmt: skip
BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><Invoice '
    b'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">&c;</Invoice>'
)
ENTITY_IN_UBL = INVOICE.replace(
    b"<Invoice ", b'<!DOCTYPE Invoice [<!ENTITY f SYSTEM "file:///etc/hostname">]>\n<Invoice ', 1
)
OTHERS_IBAN = "NL02ABNA0123456789"


def xlsx(*rows: tuple[object, ...]) -> bytes:
    """Return a workbook of one sheet."""
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for place, row in enumerate(rows):
            sheet.write_row(place, 0, row)
    return out.getvalue()


SHEET = xlsx(
    ("number", "debtor_name", "issue_date", "due_date", "open"),
    ("A-1", "Theehuis", "2026-02-01", "2026-03-02", "12.50"),
)


def swapped(data: bytes, old: bytes, new: bytes) -> bytes:
    """Return the bytes with something else in one place; what must be replaced has to be there."""
    assert old in data
    return data.replace(old, new, 1)


def in_entry(old: bytes, new: bytes) -> bytes:
    """Return the bank statement with something else in its one movement."""
    head, entry, rest = CAMT.partition(b"<Ntry>")
    return head + entry + swapped(rest, old, new)


def book_as_it_is() -> dict[str, list[tuple[Any, ...]]]:
    """Return every row of every table of the book."""
    tables = [name for name in connection.introspection.table_names() if name.startswith("records_")]
    assert len(tables) > 20
    found = {}
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT * FROM {table} ORDER BY 1")
            found[table] = cursor.fetchall()
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Bad:
    """A file that must be refused, and what its sentences must say."""

    name: str
    data: bytes
    says: tuple[str, ...]
    where: str = ""
    """The line or the place inside the file; empty: the whole file."""
    mapping: str = ""


EMPTY = [
    Bad(name="empty.xml", data=b"", says=("leeg", "opnieuw")),
    Bad(name="empty.940", data=b"\r\n \r\n", says=("leeg",)),
    Bad(name="empty.csv", data=b"\xef\xbb\xbf", says=("leeg",)),
]
TRUNCATED = [
    Bad(name="invoice.xml", data=INVOICE[: len(INVOICE) // 2], says=("afgebroken", "opnieuw")),
    Bad(name="invoice.xml", data=INVOICE[:-12], says=("afgebroken",)),
    Bad(name="bank.xml", data=CAMT[: len(CAMT) // 2], says=("afgebroken",)),
    Bad(name="bank.xml", data=CAMT[:-14], says=("afgebroken",)),
    Bad(name="bank.940", data=MT940[: MT940.index(b"125,00\r\n-")], says=("saldo",)),
    Bad(name="list.xlsx", data=SHEET[: len(SHEET) // 2], says=("werkmap", "afgebroken")),
    Bad(name="list.csv", data=LIST[: LIST.index(b"1250.00")], says=("Rij 3", "compleet"), where="3"),
]
OTHER_THINGS = [
    Bad(name="invoice.xml", data=b"%PDF-1.7\n" + JUNK, says=("PDF", "beschadigd")),
    Bad(name="bank.940", data=b"\x89PNG\r\n\x1a\n" + JUNK, says=("afbeelding",)),
    Bad(name="list.xlsx", data=b"\xd0\xcf\x11\xe0" + JUNK, says=("XLS", "XLSX")),
    Bad(name="list.xlsx", data=b"PK\x03\x04" + JUNK, says=("XLSX",)),
    Bad(name="list.csv", data=b'{"number": "A-1"}', says=("JSON",)),
    Bad(name="list.csv", data=b"Beste administratie,\nHierbij de lijst.\n", says=("kennen we niet",)),
    Bad(name="invoice.xml", data=b"<html><body>Sessie verlopen</body></html>", says=("HTML",)),
    Bad(name="bank.xml", data=b"\x00" + JUNK, says=("geen tekst",)),
    Bad(name="list.csv", data=b"Factuurnr;Naam;Bedrag\nA-1;Theehuis;12,50\n", says=("mapping", "kolom")),
]
LETTERS = [
    Bad(
        name="invoice.xml",
        data=swapped(INVOICE, b"De Vroege Vogel", "Café Vogel".encode("latin-1")),
        says=("UTF-8",),
    ),
    Bad(name="bank.xml", data=swapped(CAMT, b"2026-0001", "réf".encode("latin-1")), says=("UTF-8",)),
    Bad(name="bomb.xml", data=BOMB, says=("DOCTYPE",)),
    Bad(name="invoice.xml", data=ENTITY_IN_UBL, says=("DOCTYPE",)),
]
AMOUNTS = [
    Bad(
        name="invoice.xml", data=swapped(INVOICE, b'"EUR">1250.00</cbc:PayableAmount', b'"EUR">12,50</cbc:PayableAmount'),
        says=("12,50", "1250.00"), where="PayableAmount",
    ),
    Bad(
        name="invoice.xml",
        data=swapped(INVOICE, b'"EUR">1250.00</cbc:PayableAmount', b'"EUR">1.250,00</cbc:PayableAmount'),
        says=("1.250,00",), where="PayableAmount",
    ),
    Bad(name="bank.xml", data=in_entry(b"125.00", b"125,00"), says=("125,00",), where="Ntry[1]"),
    Bad(name="list.csv", data=LIST.replace(b"1250.00", b"1.250,00"), says=("1.250,00",), where="3"),
    Bad(
        name="list.csv", data=b"nr;naam;open\nA-1;Theehuis;12,50\n", says=("12,50",), where="2",
        mapping='decimal = "."\n[columns]\nnumber = "nr"\ndebtor_name = "naam"\nopen = "open"\n',
    ),
    Bad(
        name="list.csv", data=b"nr;naam;open\nA-1;Theehuis;1.250,00\n", says=("1.250,00",), where="2",
        mapping='decimal = ","\n[columns]\nnumber = "nr"\ndebtor_name = "naam"\nopen = "open"\n',
    ),
    Bad(name="bank.940", data=swapped(MT940, b"C125,00NTRF", b"C1.25,00NTRF"), says=(":61:",), where="5"),
]  # fmt: skip
DAYS = [
    Bad(name="invoice.xml", data=swapped(INVOICE, b"2026-03-02", b"2026-02-30"), says=("2026-02-30",), where="DueDate"),
    Bad(name="bank.xml", data=in_entry(b"2026-03-05", b"2026-02-30"), says=("2026-02-30",), where="Ntry[1]"),
    Bad(name="list.csv", data=LIST.replace(b"2026-03-02", b"2026-02-30"), says=("2026-02-30",), where="3"),
    Bad(name="list.csv", data=LIST.replace(b"as_of=2026-03-05", b"as_of=2026-02-30"), says=("2026-02-30",), where="1"),
    Bad(name="bank.940", data=swapped(MT940, b":61:260305", b":61:260230"), says=("260230",), where="5"),
]  # fmt: skip
NOT_OURS = [
    Bad(name="bank.xml", data=CAMT.replace(IBAN.encode(), OTHERS_IBAN.encode()), says=(OTHERS_IBAN, "niet van deze")),
    Bad(name="bank.940", data=MT940.replace(IBAN.encode(), OTHERS_IBAN.encode()), says=(OTHERS_IBAN,)),
    Bad(
        name="invoice.xml", data=INVOICE.replace(b"12345678", b"11112222").replace(b"NL001234567B13", b"NL009876543B01"),
        says=("niet van deze opdrachtgever", "2026-0002"), where="2026-0002",
    ),
]  # fmt: skip
CONTRADICTIONS = [
    Bad(
        name="again.xml",
        data=paper.invoice("2026-0001", "130,00", BIRD, issued=day("31 januari"), due=day("2 maart")),
        says=("al bekend met een ander bedrag", "125,00", "130,00", "creditnota"), where="2026-0001",
    ),
    Bad(name="bank.xml", data=in_entry(b"125.00", b"124.99"), says=("telt niet op", "0,01")),
    Bad(
        name="bank.xml", data=paper.statement([], first=day("31 januari"), last=day("7 maart"), opening=0)[0],
        says=("07-03-2026", "06-03-2026", "--on"),
    ),
    Bad(
        name="list.csv", data=LIST.replace(b"items=1", b"items=2") + LIST.splitlines(keepends=True)[2],
        says=("2026-0002", "2 keer"),
    ),
]  # fmt: skip

ALL = [*EMPTY, *TRUNCATED, *OTHER_THINGS, *LETTERS, *AMOUNTS, *DAYS, *NOT_OURS, *CONTRADICTIONS]


@pytest.mark.parametrize("bad", ALL, ids=lambda bad: f"{bad.name}: {bad.says[0]}"[:40])
def test_it_is_refused_with_a_sentence_and_changes_nothing(billed: Command, bad: Bad) -> None:
    before = book_as_it_is()
    words = ["--mapping", billed.file("mapping.toml", bad.mapping.encode())] if bad.mapping else []
    answer = billed("import", billed.file(bad.name, bad.data), *words, "--client", "zon", "--json")
    assert answer.code == 1
    row = answer.row
    assert (row["file"], row["new"], row["known"]) == (bad.name, 0, 0)
    assert row["refused"] >= 1
    assert book_as_it_is() == before
    told = [f"{problem['what']} {problem['why']} {problem['how_to_fix']}" for problem in row["problems"]]
    assert any(all(word in sentences for word in bad.says) for sentences in told), told
    for problem in row["problems"]:
        assert problem["file"] == bad.name
        assert all(
            problem[part].strip().endswith((".", "?", "…")) for part in ("what", "why", "how_to_fix")
        ), problem
    if bad.where:
        places = [str(problem["line"] or "") for problem in row["problems"]]
        places += [str(problem["path"] or "") for problem in row["problems"]]
        assert any(bad.where in place for place in places), places


def test_a_statement_without_its_closing_balance_is_taken_and_proves_nothing(billed: Command) -> None:
    cut = billed.file("bank.940", MT940[: MT940.index(b":62F:")])
    row = billed("import", cut, "--client", "zon", "--json").row
    assert (row["new"], row["refused"]) == (1, 0)
    assert any("eindsaldo" in problem["what"] for problem in row["problems"])
    assert not [
        line
        for line in billed("plan", "--on", "2026-03-06", "--client", "zon", "--json").rows
        if line["act"] == "REMIND"
    ]


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("bank.xml", INVOICE, "ubl"),
        ("invoice.pdf", CAMT, "camt.053"),
        ("x.txt", MT940, "mt940"),
        ("y", LIST, "csv"),
    ],
)
def test_what_a_file_is_stands_in_it_and_not_in_its_name(
    billed: Command, name: str, data: bytes, kind: str
) -> None:
    row = billed("import", billed.file(name, data), "--client", "zon", "--json").row
    assert (row["refused"], row["new"]) == (0, 1)
    assert row["format"].startswith(kind)


def test_a_good_sheet_is_taken(billed: Command) -> None:
    assert billed("import", billed.file("list.xlsx", SHEET), "--client", "zon", "--json").row["new"] == 1


def test_for_people_the_sentence_is_the_same(billed: Command) -> None:
    answer = billed("import", billed.file("bank.xml", CAMT[:-14]), "--client", "zon")
    assert answer.code == 1
    assert "bank.xml: onbekend, 0 nieuw, 0 al bekend, 1 geweigerd" in answer.out
    assert "Het bestand is afgebroken" in answer.err


def test_a_file_of_two_statements_is_refused_whole(billed: Command) -> None:
    before = book_as_it_is()
    ours = CAMT.partition(b"<Stmt>")[2].partition(b"</Stmt>")[0]
    others = b"<Stmt>" + ours.replace(IBAN.encode(), OTHERS_IBAN.encode()) + b"</Stmt>"
    both = CAMT.replace(b"</Stmt>", b"</Stmt>" + others, 1)
    answer = billed("import", billed.file("bank.xml", both), "--client", "zon", "--json")
    assert (answer.code, answer.row["refused"]) == (1, 2)
    assert book_as_it_is() == before


def test_a_mixed_folder_takes_what_is_ours_and_names_the_rest(billed: Command) -> None:
    purchase = paper.invoice(
        "P-77", "50,00", replace(BAKERY, number=None), issued=day("31 januari"), due=day("2 maart"),
        creditor=replace(BIRD, number=None), pay_to_iban=OTHERS_IBAN,
    )  # fmt: skip
    folder: dict[str, tuple[bytes, Callable[[dict[str, Any]], bool]]] = {
        "a-sale.xml": (INVOICE, lambda row: row["new"] == 1),
        "b-purchase.xml": (purchase, lambda row: "niet van deze opdrachtgever" in row["problems"][0]["what"]),
        "c-letter.pdf": (b"%PDF-1.7\n" + JUNK, lambda row: "PDF" in row["problems"][0]["what"]),
        "d-empty.csv": (b"", lambda row: "leeg" in row["problems"][0]["what"]),
        "e-bank.xml": (CAMT, lambda row: row["new"] == 1),
    }
    (billed.home / "in" / "2026-0001.xml").unlink()
    for name, (data, _) in folder.items():
        billed.file(name, data)
    in_order = ["a-sale.xml", "b-purchase.xml", "c-letter.pdf", "e-bank.xml", "d-empty.csv"]
    answer = billed("import", billed.home / "in", "--client", "zon", "--json")
    assert (answer.code, [row["file"] for row in answer.rows]) == (1, in_order)
    for row in answer.rows:
        assert folder[row["file"]][1](row), row
    assert billed("verify").code == 0
