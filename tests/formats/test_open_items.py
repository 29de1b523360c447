"""Open-item lists: our own header or a declared mapping, and nothing that has to be guessed."""

import datetime as dt
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter

from voldaan.formats.lists import reading
from voldaan.formats.lists.mapping import Mapping, MappingError, mapping_text, parse_mapping
from voldaan.formats.lists.open_items import write
from voldaan.formats.source import Source
from voldaan.formats.values import OpenItem, OpenItemList, Party, Refusal

HEADER = "number;debtor_number;debtor_name;issue_date;due_date;total;open"
TOML = """
decimal = ","
thousands = "."
dates = "dd-mm-yyyy"
complete = true
as_of = 2026-11-21
[columns]
number = "Factuur"
debtor_name = "Klant"
due_date = "Vervalt"
open = "Open"
"""


def listed(*rows: str, header: str = HEADER) -> bytes:
    return "\r\n".join([header, *rows, ""]).encode()


def mapped(*rows: str) -> bytes:
    return listed(*rows, header="Factuur;Klant;Vervalt;Open;Soort")


def read(data: bytes, name: str = "lijst.csv", *, mapping: Mapping | None = None) -> OpenItemList:
    found = reading.read(Source.of_bytes(data, name), mapping)
    assert isinstance(found, OpenItemList)
    return found


def refusal(data: bytes, mapping: Mapping | None = None) -> Refusal:
    with pytest.raises(Refusal) as caught:
        read(data, "lijst.csv", mapping=mapping)
    return caught.value


def workbook(*rows: tuple[object, ...], sheet: str = "Openstaand") -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "dd-mm-yyyy"}) as book:
        book.add_worksheet("Voorblad").write_row(0, 0, ["niets"])
        page = book.add_worksheet(sheet)
        for place, row in enumerate(rows):
            page.write_row(place, 0, row)
    return out.getvalue()


ITEM = OpenItem(
    number="2026-0042",
    debtor=Party(name='Korst; Kruim & Zn "Utrecht"', number="D-7", email="f@korst.example", country="NL"),
    issue_date=date(2026, 10, 1),
    due_date=date(2026, 10, 31),
    currency="EUR",
    total_cents=121000,
    open_cents=60500,
    payment_reference="RF18539007547034",
    subject="Meel",
)


@pytest.mark.parametrize(
    "items",
    [
        OpenItemList(
            format="csv", complete=True, as_of=date(2026, 11, 21), items=(ITEM, replace(ITEM, number="2"))
        ),
        OpenItemList(
            format="csv", complete=False, as_of=None, items=(replace(ITEM, total_cents=None, due_date=None),)
        ),
        OpenItemList(
            format="csv", complete=False, as_of=date(2026, 11, 21), items=(replace(ITEM, open_cents=-100),)
        ),
        OpenItemList(format="csv", complete=True, as_of=date(2026, 11, 21), items=()),
    ],
)
def test_what_we_write_we_read_back(items: OpenItemList) -> None:
    data = write(items)
    assert reading.recognises(Source.of_bytes(data, "lijst.csv"))
    read_back = read(data, "lijst.csv")
    without_lines = tuple(replace(item, line=None) for item in read_back.items)
    assert replace(read_back, items=without_lines) == items


def test_our_header_is_read_in_dutch_with_a_comma() -> None:
    data = listed("2026-0042;Korst;2026-10-31;605,00", header="Factuurnummer;Debiteur;Vervaldatum;Openstaand")
    found = read(data, "lijst.csv")
    assert (found.items[0].open_cents, found.items[0].total_cents, found.complete) == (60500, None, False)
    assert found.items[0].line == 2


@pytest.mark.parametrize(
    "rows",
    [
        ("1;D;K;;;;12,50", "2;D;K;;;;1.250,00"),
        ("1;D;K;;;;1.250,00",),
        ("1;D;K;;;;12,50", "2;D;K;;;;12.50"),
        ("1;D;K;;;;1,250",),
        ("1;D;K;;;;12,5",),
    ],
)
def test_two_notations_in_our_own_list_are_refused(rows: tuple[str, ...]) -> None:
    problem = refusal(listed(*rows)).problems[-1]
    assert "onleesbaar bedrag" in problem.what
    assert problem.path == "open"
    assert problem.line == len(rows) + 1


def test_a_foreign_header_is_refused_with_the_way_to_declare_it() -> None:
    problem = refusal(mapped("42;Korst;31-10-2026;605,00;F")).problems[0]
    assert "mapping" in problem.why
    assert "mapping propose" in problem.how_to_fix


def test_a_declared_mapping_is_read() -> None:
    data = mapped("42;Korst;31-10-2026;1.605,00;F", ";;;;", "43;Kruim;;-12,50;C")
    found = read(data, "lijst.csv", mapping=parse_mapping(TOML))
    assert (found.complete, found.as_of) == (True, date(2026, 11, 21))
    assert [(i.number, i.open_cents, i.due_date) for i in found.items] == [
        ("42", 160500, date(2026, 10, 31)),
        ("43", -1250, None),
    ]


def test_toml_and_json_declare_the_same() -> None:
    json = """{"decimal": ",", "thousands": ".", "dates": "dd-mm-yyyy", "complete": true, "as_of": "2026-11-21",
        "columns": {"number": "Factuur", "debtor_name": "Klant", "due_date": "Vervalt", "open": "Open"}}"""
    assert parse_mapping(json) == parse_mapping(TOML)


@pytest.mark.parametrize(
    ("row", "what"),
    [
        (";Korst;31-10-2026;605,00;F", "geen factuurnummer"),
        ("Totaal;;;605,00;", "is niet de som van de posten"),
        ("42;Korst;31-10-2026;;F", "geen openstaand bedrag"),
        ("42;Korst;31-10-2026;605.00;F", "onleesbaar bedrag"),
        ("42;Korst;2026-10-31;605,00;F", "onleesbare datum"),
        ("42;Korst;30-02-2026;605,00;F", "onleesbare datum"),
        ("42;Korst;31-10-2026;605,00", "heeft 4 cellen"),
        ("42;Korst;31-10-2026;1;605,00;F", "heeft 6 cellen"),
    ],
)
def test_a_wrong_row_refuses_the_list_with_its_place(row: str, what: str) -> None:
    problem = refusal(mapped("41;Korst;31-10-2026;1,00;F", row), parse_mapping(TOML)).problems[0]
    assert what in problem.what
    assert problem.line == 3


def test_every_problem_of_every_row_is_told() -> None:
    problems = refusal(mapped(";Korst;x;y;F", "42;;31-10-2026;1,00;F"), parse_mapping(TOML)).problems
    assert [(p.line, p.path) for p in problems] == [
        (2, "number"),
        (2, "open"),
        (2, "due_date"),
        (3, "debtor_name"),
    ]


@pytest.mark.parametrize(
    ("header", "what"),
    [("Factuur;Klant;Vervalt", "staat er niet"), ("Factuur;Klant;Vervalt;Open;Open", "meer dan één keer")],
)
def test_a_column_that_is_not_there_once_is_refused(header: str, what: str) -> None:
    assert what in refusal(listed(header=header), parse_mapping(TOML)).problems[0].what


def test_unknown_columns_in_our_own_list_are_not_dropped_silently() -> None:
    assert (
        "kennen we niet" in refusal(listed("1;D;K;;;;1.00;x", header=HEADER + ";blokkade")).problems[0].what
    )


def test_a_complete_list_needs_an_existing_day() -> None:
    for settings, what in (("complete=true", "zonder dag"), ("complete=true as_of=2026-02-30", "klopt niet")):
        data = f"# voldaan open_items {settings}\r\n".encode() + listed("1;D;K;;;;1.00")
        assert what in refusal(data).problems[0].what


@pytest.mark.parametrize(
    "bad",
    [
        "",
        "[columns]\nnumber = 'a'\nopen = 'b'",
        "[columns]\nnumber = 'a'\ndebtor_name = 'b'",
        "complete = true\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "dates = 'dd-mm-y'\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "decimal = ','\nthousands = ','\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "decimal = ';'\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "skip_rows = 'two'\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "complete = true\nas_of = '2026-02-30'\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "colour = 'red'\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'\ncolour='d'",
        "heading = 'ROWS'\n[columns]\nnumber='a'\nopen='b'",
        "heading_label = 'Debiteur'\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "heading = 'NAME'\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "kind = 'INVOICES'\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "negative = 'RED'\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "totals = ['']\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "totals = 'som'\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "skip_rows = -1\n[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'",
        "[columns]\nnumber='a'\ndebit='b'\ndebtor_name='c'",
        "[columns]\nnumber='a'\nopen='b'\ndebit='b'\ncredit='d'\ndebtor_name='c'",
        "[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'\ncapacity='d'",
        "[columns]\nnumber='a'\nopen=' '\ndebtor_name='c'",
        "[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'\n[ageing]\n'x' = [60, 30]",
        "[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'\n[ageing]\n'x' = 30",
        "[columns]\nnumber='a'\nopen='b'\ndebtor_name='c'\n[ageing]\n'x' = [999999]",
        "not toml",
        '{"columns": 3}',
    ],
)
def test_a_mapping_that_cannot_be_used_says_why(bad: str) -> None:
    with pytest.raises(MappingError) as caught:
        parse_mapping(bad)
    assert str(caught.value).endswith((".", ")", '"', 'Factuurnr".'))


def test_a_mapping_is_written_as_it_was_read() -> None:
    mapping = parse_mapping(
        """
        name = "Ons \\"pakket\\""
        heading = "CELLS"
        heading_label = "Debiteur:"
        totals = ["Saldo", "Som van"]
        negative = "CREDIT"
        all_sheets = true
        as_of_in_title = true
        skip_rows = 3
        thousands = "\u00a0"
        [columns]
        number = "Nr \\t \u007f"
        [ageing]
        "0 - 30" = [0, 30]
        "> 30" = [31]
        "niet" = [-60, -1]
        """.replace("\u007f", "")
    )
    assert parse_mapping(mapping_text(mapping)) == mapping
    assert mapping_text(parse_mapping(TOML)).startswith(
        'thousands = "."\ncomplete = true\nas_of = 2026-11-21\n\n[columns]\n'
    )


def test_a_workbook_gives_dates_numbers_and_digits() -> None:
    data = workbook(
        ("overzicht",),
        ("Factuur", "Klant", "Vervalt", "Open"),
        (20260042, "Korst", dt.date(2026, 10, 31), 1605.1),
        ("2026-43", "Kruim", "31-10-2026", "1.605,10"),
        ("", "", "", ""),
        (44, "Kruim", "", 0.1 + 0.2),
    )
    mapping = replace(parse_mapping(TOML), sheet="Openstaand", skip_rows=1)
    found = read(data, "lijst.xlsx", mapping=mapping)
    assert found.format == "xlsx"
    assert [(i.number, i.open_cents, i.due_date, i.line) for i in found.items] == [
        ("20260042", 160510, date(2026, 10, 31), 3),
        ("2026-43", 160510, date(2026, 10, 31), 4),
        ("44", 30, None, 6),
    ]


def test_a_workbook_says_where_it_is_wrong() -> None:
    data = workbook(("Factuur", "Klant", "Vervalt", "Open"), (42, "Korst", "", 12.345))
    problem = refusal(data, replace(parse_mapping(TOML), sheet="Openstaand")).problems[0]
    assert (problem.line, problem.path) == (2, "open")
    assert "werkblad" in refusal(data, replace(parse_mapping(TOML), sheet="Blad9")).problems[0].what


def test_a_list_in_another_encoding_than_declared_is_refused() -> None:
    data = mapped("42;Café;31-10-2026;1,00;F").decode().encode("latin-1")
    mapping = parse_mapping(TOML)
    assert read(data, "lijst.csv", mapping=mapping).items[0].debtor.name == "Café"
    problem = refusal(data, replace(mapping, encoding="utf-8")).problems[0]
    assert "codering" in problem.what
    assert problem.line == 2
    assert "bestaat niet" in refusal(data, replace(mapping, encoding="utf-99")).problems[0].what


def test_a_stray_cell_at_the_far_corner_does_not_fill_the_memory() -> None:
    out = BytesIO()
    with xlsxwriter.Workbook(out) as book:
        book.add_worksheet().write(1_048_575, 16_383, "x")
    assert "te groot" in refusal(out.getvalue(), parse_mapping(TOML)).problems[0].what


@pytest.mark.parametrize(("kept", "is_read"), [(3, True), (2, False), (0, False)])
def test_a_list_that_says_how_long_it_is_is_not_cut_off_unseen(kept: int, is_read: bool) -> None:
    items = tuple(replace(ITEM, number=f"2026-{number}") for number in range(3))
    data = write(OpenItemList(format="csv", complete=True, as_of=date(2026, 11, 21), items=items))
    cut = b"\r\n".join(data.split(b"\r\n")[: 2 + kept]) + b"\r\n"
    if is_read:
        assert len(read(cut, "lijst.csv").items) == 3
    else:
        assert "afgebroken" in refusal(cut).problems[0].why
