"""Open-item lists as people print them: each row is an item, a heading, a total or of the page, or is refused."""

from datetime import date

import pytest

from tests.formats.lists import csv_of, items, mapping, problems, read, workbook
from voldaan.formats.lists.mapping import Mapping

FLAT = mapping("number=Factuur debtor_name=Klant due_date=Vervalt open=Open", thousands=".")
BLOCK = "number=Factuur issue_date=Datum open=Open"
HEAD = "Factuur;Datum;Open"

Read = list[tuple[str, str | None, str | None, int]]


def found(data: bytes, how: Mapping) -> Read:
    return [(i.number, i.debtor.number, i.debtor.name, i.open_cents) for i in items(data, how).items]


TWO_DEBTORS: Read = [
    ("F1", "10023", "Bakkerij Korst", 10000),
    ("F2", "10023", "Bakkerij Korst", -2050),
    ("F3", "10040", "Slagerij 't Lam", 5000),
]
ROWS_1, ROWS_2 = ("F1;01-09-2026;100,00", "F2;02-09-2026;-20,50"), ("F3;03-09-2026;50,00",)


@pytest.mark.parametrize(
    ("heading", "label", "first", "second"),
    [
        ("NUMBER_NAME", "", "10023 - Bakkerij Korst;;", "10040 - Slagerij 't Lam;;"),
        ("NUMBER_NAME", "", "10023 Bakkerij Korst", "10040 Slagerij 't Lam"),
        ("NUMBER_NAME", "Debiteur:", "Debiteur: 10023 Bakkerij Korst;;", "Debiteur: 10040 Slagerij 't Lam;;"),
        ("NUMBER_NAME", "Debiteur", "Debiteur;10023 Bakkerij Korst;", "Debiteur;10040 Slagerij 't Lam;"),
        ("NAME_NUMBER", "", "Bakkerij Korst (10023);;", "Slagerij 't Lam (10040);;"),
        ("NAME_NUMBER", "Klant:", "Klant: Bakkerij Korst [10023];;", "Klant: Slagerij 't Lam [10040];;"),
        ("CELLS", "", "10023;Bakkerij Korst;", "10040;Slagerij 't Lam;"),
        ("CELLS", "Debiteur", "Debiteur;10023;Bakkerij Korst", "Debiteur;10040;Slagerij 't Lam"),
        ("CELLS", "Deb.nr.", "Deb.nr. 10023;Naam:;Bakkerij Korst", "Deb.nr. 10040;Naam:;Slagerij 't Lam"),
    ],
)
@pytest.mark.parametrize("layout", ["header_first", "header_each", "heading_first", "pages"])
def test_a_heading_names_the_debtor_of_the_rows_under_it(
    heading: str, label: str, first: str, second: str, layout: str
) -> None:
    title = "Openstaande posten;;"
    rows = {
        "header_first": (title, "", HEAD, first, *ROWS_1, "", second, *ROWS_2),
        "header_each": (title, HEAD, first, *ROWS_1, HEAD, second, *ROWS_2),
        "heading_first": (title, first, HEAD, *ROWS_1, "Totaal;;79,50", second, HEAD, *ROWS_2, "Totaal;;50,00"),
        "pages": (
            title, HEAD, first, ROWS_1[0], "Pagina 1 van 2;;", title, HEAD, first, ROWS_1[1], "Subtotaal;;79,50",
            second, *ROWS_2, "Subtotaal;;50,00", "Eindtotaal;;129,50", "Pagina 2 van 2;Afgedrukt op 01-12-2026 10:33;",
        ),
    }[layout]  # fmt: skip
    how = mapping(BLOCK, heading=heading, heading_label=label)
    assert found(csv_of(*rows), how) == TWO_DEBTORS


def test_a_heading_with_the_name_alone() -> None:
    rows = (HEAD, "Bakkerij Korst;;", *ROWS_1, "Totaal Bakkerij Korst;;79,50", "Slagerij 't Lam;;", *ROWS_2)
    assert found(csv_of(*rows), mapping(BLOCK, heading="NAME")) == [
        (n, None, k, c) for n, _, k, c in TWO_DEBTORS
    ]


def test_the_title_of_a_page_is_no_debtor() -> None:
    rows = (
        "Openstaande posten;;", "Bakkerij Korst;;", HEAD, ROWS_1[0], "Pagina 1 van 2;;", "Openstaande posten;;", HEAD, ROWS_1[1],
        "Slagerij 't Lam;;", *ROWS_2, "Pagina 2 van 2;;",
    )  # fmt: skip
    assert found(csv_of(*rows), mapping(BLOCK, heading="NAME")) == [
        (n, None, k, c) for n, _, k, c in TWO_DEBTORS
    ]


def test_an_item_without_amount_and_day_is_no_debtor() -> None:
    rows = (HEAD, "Bakkerij Korst;;", "F1;01-09-2026;1,00", "F2;;", "F3;01-09-2026;1,00")
    assert problems(csv_of(*rows), mapping(BLOCK, heading="NAME"))[0].startswith("4: ")


def test_a_row_that_leaves_the_debtor_empty_is_of_the_one_above() -> None:
    how = mapping("debtor_number=Deb debtor_name=Naam city=Plaats number=Fact open=Open", heading="CELLS")
    inside = csv_of(
        "Deb;Naam;Plaats;Fact;Open", "10023;Bakkerij Korst;Utrecht;F1;100,00", ";;;F2;-20,50", "10040;Slagerij 't Lam;;F3;50,00"
    )  # fmt: skip
    above = csv_of(
        "Deb;Naam;Plaats;Fact;Open", "10023;Bakkerij Korst;Utrecht;;", ";;;F1;100,00", ";;;F2;-20,50",
        ";;;Totaal;79,50", "10040;Slagerij 't Lam;;;", ";;;F3;50,00",
    )  # fmt: skip
    for data in (inside, above):
        assert found(data, how) == TWO_DEBTORS
        assert [i.debtor.city for i in items(data, how).items] == ["Utrecht", "Utrecht", None]


def test_rows_can_add_to_the_debtor_of_their_heading() -> None:
    how = mapping("number=Factuur email=Mail open=Open", heading="NUMBER_NAME", heading_label="Debiteur")
    data = csv_of("Factuur;Mail;Open", "Debiteur 10023 Korst", "F1;a@korst.example;1,00", "F2;;2,00")
    assert [(i.debtor.name, i.debtor.email) for i in items(data, how).items] == [
        ("Korst", "a@korst.example"),
        ("Korst", None),
    ]


def test_an_amount_in_a_heading_is_held_against_its_rows() -> None:
    how = mapping(BLOCK, heading="NUMBER_NAME", heading_label="Debiteur")
    good = (
        HEAD,
        "Debiteur 10023 Bakkerij Korst;;79,50",
        *ROWS_1,
        "Debiteur 10040 Slagerij 't Lam;;50,00",
        *ROWS_2,
    )
    assert found(csv_of(*good), how) == TWO_DEBTORS
    bare = mapping(BLOCK, heading="NUMBER_NAME")
    assert found(csv_of(*(row.replace("Debiteur ", "") for row in good)), bare) == TWO_DEBTORS
    assert "79,50" in problems(csv_of(*good[:3], *good[4:]), how)[0]


ITEMS = (
    "F1;Korst;01-09-2026;100,00",
    "F2;Korst;02-09-2026;100,00",
    "F3;Kruim;03-09-2026;100,00",
    "F4;Kruim;04-09-2026;50,00",
)
KOP = "Factuur;Klant;Vervalt;Open"


@pytest.mark.parametrize(
    "rows",
    [
        (*ITEMS, "Totaal;;;350,00"),
        (*ITEMS, "Totaal: € 350,00;;;"),
        (*ITEMS, "Totaal;4;;350,00"),
        (*ITEMS, "Totaal aantal posten;4;;"),
        (*ITEMS, ";;Eindtotaal;350,00"),
        (*ITEMS[:2], "Subtotaal;;;200,00", *ITEMS[2:], "Subtotaal;;;150,00", "Totaal;;;350,00"),
        (*ITEMS[:2], "Totaal Korst;;;200,00", *ITEMS[2:], "Totaal Kruim;;;150,00"),
        (*ITEMS[:1], "Totaal;;;100,00", *ITEMS[1:], "Totaal;;;250,00", "Totaal;;;350,00"),
        (*ITEMS[:1], "Totaal;;;100,00", *ITEMS[1:], "Totaal;;;350,00"),
        (
            *ITEMS[:2],
            "Totaal;;;200,00",
            "Totaal;;;200,00",
            *ITEMS[2:],
            "Totaal;;;150,00",
            "Eindtotaal;;;350,00",
        ),
        (*ITEMS[:2], "Totaal;;;200,00", *ITEMS[2:], "Eindtotaal;;;350,00"),
        ("Totaal;;;0,00", *ITEMS),
        (*ITEMS, "Som;;;350,00"),
    ],
)
def test_totals_that_are_right_are_passed_over(rows: tuple[str, ...]) -> None:
    taken = items(csv_of(KOP, *rows), FLAT)
    assert ([i.number for i in taken.items], taken.total_cents) == (["F1", "F2", "F3", "F4"], 35000)


@pytest.mark.parametrize(
    ("rows", "numbers"),
    [
        ((*ITEMS, "Totaal;;;350,01"), ("350,01", "350,00", "0,01")),
        ((*ITEMS[:3], "Totaal;;;350,00"), ("350,00", "300,00")),
        ((*ITEMS[:2], "Totaal;;;200,00", ITEMS[2], "Totaal;;;150,00"), ("150,00", "100,00")),
        ((*ITEMS[:1], "Totaal;;;100,00", ITEMS[2], "Totaal;;;200,00"), ("200,00", "100,00")),
        ((*ITEMS[:3], "Totaal aantal;4;;"), ("4,00",)),
        ((*ITEMS[:3], "Totaal: 350,00;;;"), ("350,00", "300,00")),
    ],
)
def test_a_total_that_is_not_the_sum_refuses_the_list_with_both(
    rows: tuple[str, ...], numbers: tuple[str, ...]
) -> None:
    (problem,) = problems(csv_of(KOP, *rows), FLAT)
    assert all(number in problem for number in numbers), problem


def test_the_same_amount_at_another_debtor_does_not_make_up_for_a_missing_row() -> None:
    how = mapping(BLOCK, heading="NUMBER_NAME")
    rows = (
        HEAD, "1 Korst", "F1;01-09-2026;100,00", "Totaal;;100,00",
        "2 Kruim", "F2;01-09-2026;100,00", "Totaal;;200,00",
    )  # fmt: skip
    assert "200,00 is niet de som van de posten, 100,00" in problems(csv_of(*rows), how)[0]


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("Let op: betaling onderweg;;;", "geen post, kop of totaal"),
        (";Korst;01-09-2026;10,00", "geen factuurnummer"),
        ("F9;Korst;01-09-2026;", "geen openstaand bedrag"),
        ("F9;;01-09-2026;1,00", "noemt geen debiteur"),
        ("F9;Korst;01-09-2026;1,00;extra", "heeft 5 cellen"),
        ("F9;Korst;1,00", "cellen, de kop 4"),
        ("F9;Korst;31-09-2026;1,00", "bestaat niet"),
        ("F9;Korst;01-09-1926;1,00", "te ver terug"),
        ("F9;Korst;01-09-2026;1,2,3", "onleesbaar bedrag"),
    ],
)
def test_what_is_not_understood_is_refused_with_its_row(row: str, what: str) -> None:
    found = problems(csv_of(KOP, *ITEMS[:2], row, *ITEMS[2:]), FLAT)
    assert found[0].startswith("4: "), found
    assert what in found[0]


def test_text_under_the_last_total_is_remarked_on() -> None:
    taken = items(
        csv_of(KOP, *ITEMS, "Totaal;;;350,00", "Aan deze lijst zijn geen rechten te ontlenen;;;"), FLAT
    )
    assert [remark.line for remark in taken.remarks] == [7]


def test_a_debtor_whose_name_begins_with_total_is_a_debtor() -> None:
    how = mapping("debtor_name=Klant number=Factuur due_date=Vervalt open=Open")
    taken = items(
        csv_of("Klant;Factuur;Vervalt;Open", "Totaal Bouw;F1;01-09-2026;1,00", "Som;F2;01-09-2026;2,00"), how
    )
    assert [i.debtor.name for i in taken.items] == ["Totaal Bouw", "Som"]


@pytest.mark.parametrize(
    ("columns", "row", "cents"),
    [
        ("open=A total=B", "12,00;100,00", 1200),
        ("debit=A credit=B", "12,00;", 1200),
        ("debit=A credit=B", ";12,00", -1200),
        ("debit=A credit=B", "12,00;2,00", 1000),
        ("total=A paid=B", "100,00;60,50", 3950),
        ("total=A paid=B", "100,00;", 10000),
        ("open=A debit_credit=B", "12,00;D", 1200),
        ("open=A debit_credit=B", "12,00;Credit", -1200),
    ],
)
def test_what_is_open_follows_from_the_columns_there_are(columns: str, row: str, cents: int) -> None:
    how = mapping(f"number=F debtor_name=K {columns}")
    assert items(csv_of("F;K;A;B", f"1;Korst;{row}"), how).items[0].open_cents == cents


@pytest.mark.parametrize(
    ("columns", "row"),
    [
        ("debit=A credit=B", ";"),
        ("total=A paid=B", ";60,50"),
        ("open=A debit_credit=B", "-12,00;C"),
        ("open=A debit_credit=B", "12,00;?"),
        ("open=A debit_credit=B", "12,00;"),
    ],
)
def test_what_is_open_is_never_guessed(columns: str, row: str) -> None:
    how = mapping(f"number=F debtor_name=K {columns}")
    assert len(problems(csv_of("F;K;A;B", f"1;Korst;{row}"), how)) == 1


def test_a_total_of_debit_and_credit_is_that_of_its_column_or_the_balance() -> None:
    how = mapping("number=F debtor_name=K debit=D credit=C")
    rows = ("F;K;D;C", "1;Korst;12,00;", "2;Korst;;2,00")
    assert not problems(csv_of(*rows, "Totaal;;12,00;2,00", "Saldo debiteur;;10,00;"), how)
    assert problems(csv_of(*rows, "Totaal;;12,00;3,00"), how)


AGES = {"Niet vervallen": [-60, -1], "0-30": [0, 30], "31-60": [31, 60], "> 60": [61]}


@pytest.mark.parametrize(
    ("row", "cents", "due"),
    [
        ("100,00;;;", 10000, date(2027, 1, 29)),
        (";100,00;;", 10000, date(2026, 11, 30)),
        (";;100,00;", 10000, date(2026, 10, 30)),
        (";;;100,00", 10000, date(2026, 9, 30)),
        (";10,00;20,00;", 3000, date(2026, 11, 30)),
        ("0,00;0,00;0,00;5,00", 500, date(2026, 9, 30)),
        ("0,00;;;", 0, None),
        (";-10,00;;", -1000, date(2026, 11, 30)),
    ],
)
def test_an_age_gives_the_latest_due_date_that_fits(row: str, cents: int, due: date | None) -> None:
    how = mapping("number=F debtor_name=K", ageing=AGES, as_of=date(2026, 11, 30))
    item = items(csv_of("F;K;Niet vervallen;0-30;31-60;> 60", f"1;Korst;{row}"), how).items[0]
    assert (item.open_cents, item.due_date, item.due_date_is_latest) == (cents, due, due is not None)


def test_an_age_without_an_as_of_day_is_refused() -> None:
    data = csv_of("F;K;Niet vervallen;0-30;31-60;> 60", "1;Korst;;;1,00;")
    assert "peildag onbekend" in problems(data, mapping("number=F debtor_name=K", ageing=AGES))[0]


def test_ages_that_are_not_what_is_open_are_refused() -> None:
    how = mapping("number=F debtor_name=K open=O due_date=V", ageing={"0-30": [0, 30], "> 30": [31]})
    kop = "F;K;V;O;0-30;> 30"
    assert not problems(csv_of(kop, "1;Korst;01-09-2026;3,00;1,00;2,00"), how)
    assert "4,00" in problems(csv_of(kop, "1;Korst;01-09-2026;4,00;1,00;2,00"), how)[0]


def test_totals_of_ages_are_held_against_each_column() -> None:
    how = mapping("number=F debtor_name=K", ageing={"0-30": [0, 30], "> 30": [31]}, as_of=date(2026, 11, 30))
    rows = ("F;K;0-30;> 30", "1;Korst;1,00;", "2;Kruim;2,00;3,00")
    assert not problems(csv_of(*rows, "Totaal;;3,00;3,00"), how)
    assert problems(csv_of(*rows, "Totaal;;2,00;4,00"), how)


@pytest.mark.parametrize(
    ("columns", "row", "due"),
    [
        ("days_overdue=A", "12", date(2026, 11, 18)),
        ("days_overdue=A", "-5", date(2026, 12, 5)),
        ("days_overdue=A", "0 dagen", date(2026, 11, 30)),
        ("issue_date=A term_days=B", "01-11-2026;14", date(2026, 11, 15)),
        ("issue_date=A term_days=B", "01-11-2026;30 dagen netto", date(2026, 12, 1)),
        ("issue_date=A term_days=B", "01-11-2026;", None),
    ],
)
def test_a_due_date_follows_from_days(columns: str, row: str, due: date | None) -> None:
    how = mapping(f"number=F debtor_name=K open=O {columns}", as_of=date(2026, 11, 30))
    row = row if ";" in row else row + ";"
    item = items(csv_of("F;K;O;A;B", f"1;Korst;1,00;{row}"), how).items[0]
    assert (item.due_date, item.due_date_is_latest) == (due, False)


def test_days_that_are_no_number_are_refused() -> None:
    how = mapping("number=F debtor_name=K open=O days_overdue=A", as_of=date(2026, 11, 30))
    assert "geen aantal dagen" in problems(csv_of("F;K;O;A", "1;Korst;1,00;lang"), how)[0]


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("Openstaande posten per 31-12-2025", date(2025, 12, 31)),
        ("Peildatum: 31 december 2025", date(2025, 12, 31)),
        ("Peildatum;31-12-2025", date(2025, 12, 31)),
        ("Periode 01-01-2026 t/m 30-11-2026", date(2026, 11, 30)),
        ("Debiteuren t/m 30/11/26", date(2026, 11, 30)),
        ("Aged receivables as of 2026-11-30", date(2026, 11, 30)),
        ("Stand per 1 mrt 2026 (afgedrukt op 02-03-2026)", date(2026, 3, 1)),
    ],
)
def test_the_as_of_day_is_read_above_the_header(title: str, day: date) -> None:
    how = mapping("number=F debtor_name=K open=O", as_of_in_title=True, complete=True)
    taken = items(csv_of("Bakkersgroep", title, "", "F;K;O", "1;Korst;1,00"), how)
    assert (taken.as_of, taken.complete) == (day, True)


@pytest.mark.parametrize(
    ("titles", "what"),
    [
        (("Afgedrukt op 02-03-2026",), "geen peildag"),
        (("Per 31-12-2025", "Peildatum 30-12-2025"), "verschillende peildagen"),
        (("per 31-02-2026",), "geen peildag"),
    ],
)
def test_an_as_of_day_that_is_not_there_once_is_refused(titles: tuple[str, ...], what: str) -> None:
    how = mapping("number=F debtor_name=K open=O", as_of_in_title=True)
    assert what in problems(csv_of(*titles, "F;K;O", "1;Korst;1,00"), how)[0]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("10023 Bakkerij Korst", ("10023", "Bakkerij Korst")),
        ("D-7 - Korst", ("D-7", "Korst")),
        ("Bakkerij Korst (10023)", ("10023", "Bakkerij Korst")),
        ("Bakkerij Korst", None),
        ("10023", None),
    ],
)
def test_number_and_name_in_one_column(text: str, party: tuple[str, str] | None) -> None:
    how = mapping("number=F debtor=K open=O")
    data = csv_of("F;K;O", f"1;{text};1,00")
    if party is None:
        assert "geen nummer en naam" in problems(data, how)[0]
    else:
        debtor = items(data, how).items[0].debtor
        assert (debtor.number, debtor.name) == party


def test_every_worksheet_is_a_part_of_the_list() -> None:
    kop = ("F", "K", "O")
    data = workbook(
        {
            "Voorblad": [("Debiteuren",)],
            "Noord": [("Groep Noord",), kop, (1, "Korst", 1), ("Totaal", "", 1)],
            "Leeg": [],
            "Zuid": [("O", "K", "F"), (2.5, "Kruim", 2), (2.5, "", "Totaal")],
        }
    )
    how = mapping("number=F debtor_name=K open=O", all_sheets=True)
    taken = items(data, how)
    assert ([i.number for i in taken.items], taken.total_cents) == (["1", "2"], 350)
    assert [remark.path for remark in taken.remarks] == ["Voorblad"]
    foreign = workbook({"Noord": [kop, (1, "Korst", 1)], "Zuid": [("Nr", "Naam", "Open"), (2, "Kruim", 2)]})
    assert "staat er niet" in problems(foreign, how)[0]


def test_groups_with_a_title_and_a_header_of_their_own() -> None:
    rows = (
        "Groep Noord",
        KOP,
        *ITEMS[:2],
        "Totaal;;;200,00",
        "",
        "Groep Zuid;;;",
        KOP,
        *ITEMS[2:],
        "Totaal;;;150,00",
    )
    assert len(items(csv_of(*rows), FLAT).items) == 4


def test_columns_are_named_by_their_place_where_titles_fail() -> None:
    double = mapping("number=F debtor_name=Naam open=#4")
    assert items(csv_of("F;Naam;Bedrag;Bedrag", "1;Korst;9,00;1,00"), double).items[0].open_cents == 100
    headless = mapping("number=#1 debtor_name=#2 open=#3")
    assert len(items(csv_of("1;Korst;9,00", "2;Korst;1,00"), headless).items) == 2


def test_a_due_date_before_the_invoice_is_remarked_on() -> None:
    how = mapping("number=F debtor_name=K open=O issue_date=D due_date=V")
    taken = items(csv_of("F;K;O;D;V", "1;Korst;1,00;02-09-2026;01-09-2026"), how)
    assert taken.remarks[0].line == 2
    assert "kan niet kloppen" in problems(csv_of("F;K;O;D;V", "1;Korst;1,00;02-09-2016;02-09-2036"), how)[0]


def test_kept_mappings_are_chosen_by_the_header() -> None:
    more = mapping("number=Factuur debtor_name=Klant due_date=Vervalt open=Open", name="Meer", thousands=".")
    less = mapping("number=Factuur debtor_name=Klant open=Open", name="Minder", thousands=".")
    other = mapping("number=Factuur debtor_name=Klant open=Vervalt", name="Anders")
    foreign = mapping("number=Nr debtor_name=Klant open=Open", name="Vreemd")
    data = csv_of("titel", KOP, *ITEMS)
    assert read(data, None, (foreign, less, more)).mapping == "Meer"
    assert read(data, None, (foreign, less)).mapping == "Minder"
    (problem,) = problems(data, None, (more, other))
    assert "‘Meer’ en ‘Anders’" in problem
    assert "onbekend welke kolom" in problems(data, None, (foreign,))[0]
