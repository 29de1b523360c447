"""Totals that do not begin with their word, and groups that a total closes: taken when they add up, else refused."""

import pytest

from tests.formats.lists import csv_of, items, mapping, problems
from voldaan.formats.lists.mapping import Mapping

FLAT = mapping("number=Factuur debtor_name=Klant issue_date=Datum open=Open")
KOP = "Klant;Factuur;Datum;Open"
KORST = ("Korst;F1;01-09-2026;100,00", "Korst;F2;02-09-2026;50,00")
VONK = ("Vonk;F3;03-09-2026;25,00",)
NUMBERS = ["F1", "F2", "F3"]


def numbers(*rows: str, how: Mapping = FLAT) -> list[str]:
    return [item.number for item in items(csv_of(KOP, *rows), how).items]


@pytest.mark.parametrize(
    "rows",
    [
        (*KORST, *VONK, ";;;175,00"),
        (*KORST, ";;;150,00", *VONK, ";;;25,00", ";;;175,00"),
        (*KORST, "Korst Totaal;;;150,00", *VONK, "Vonk Totaal;;;25,00", "Eindtotaal;;;175,00"),
        (*KORST, "Korst Total;;;150,00", *VONK, "Vonk Total;;;25,00", "Grand Total;;;175,00"),
        (*KORST, *VONK, "Aantal facturen: 3;;;175,00"),
        (*KORST, "Transporteren;;;150,00", "Transport;;;150,00", *VONK, "Eindtotaal;;;175,00"),
    ],
)
def test_a_total_is_known_by_what_it_adds_up(rows: tuple[str, ...]) -> None:
    assert numbers(*rows) == NUMBERS


@pytest.mark.parametrize(
    ("rows", "word"),
    [
        ((*KORST, *VONK, ";;;176,00"), "heeft geen factuurnummer"),
        ((*KORST, "Korst Totaal;;;151,00", *VONK), "heeft geen factuurnummer"),
        ((*KORST, "Korst;;;150,00", *VONK), "heeft geen factuurnummer"),
        ((*KORST, "Korst Totaal;;04-09-2026;150,00", *VONK), "heeft geen factuurnummer"),
        ((*KORST, ";;04-09-2026;150,00", *VONK), "heeft geen factuurnummer"),
        ((";;;150,00", *KORST), "heeft geen factuurnummer"),
    ],
)
def test_a_row_that_adds_up_nothing_is_no_total(rows: tuple[str, ...], word: str) -> None:
    assert word in problems(csv_of(KOP, *rows), FLAT)[0]


@pytest.mark.parametrize(
    ("title", "total"),
    [
        ("Groep Horeca", "Totaal Horeca"),
        ("Horeca", "Totaal groep Horeca"),
        ("31 - 60 days past due", "Total for 31 - 60 days past due"),
    ],
)
def test_the_title_of_a_group_is_known_by_the_total_that_names_it(title: str, total: str) -> None:
    assert numbers(title, *KORST, f"{total};;;150,00", *VONK, "Eindtotaal;;;175,00") == NUMBERS


@pytest.mark.parametrize(
    "rows",
    [
        ("Groep Horeca", *KORST, *VONK),
        ("Groep Horeca", *KORST, "Totaal;;;150,00", *VONK),
        ("Groep Horeca", *KORST, "Totaal Detailhandel;;;150,00", *VONK),
        ("Groep Horeca", *KORST, "Totaal Horeca;;;150,00", "Groep Detailhandel", *VONK),
    ],
)
def test_a_text_that_no_total_names_is_not_understood(rows: tuple[str, ...]) -> None:
    assert "is geen post, kop of totaal: ‘Groep" in problems(csv_of(KOP, *rows), FLAT)[0]


def test_a_group_in_a_list_with_headings_is_not_passed_over() -> None:
    how = mapping("number=Factuur issue_date=Datum open=Open", heading="NUMBER_NAME")
    rows = ("10023 Korst;;", "F1;01-09-2026;100,00", "Groep Horeca;;", "F2;02-09-2026;50,00")
    found = problems(csv_of("Factuur;Datum;Open", *rows, "Totaal Horeca;;50,00"), how)
    assert "‘Groep Horeca’" in found[0]
