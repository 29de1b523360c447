"""Amounts, days and characters of a list: in the notation that was named, or refused."""

from datetime import date

import pytest

from tests.formats.lists import csv_of, items, mapping, problems, workbook

FLAT = mapping("number=Factuur debtor_name=Klant due_date=Vervalt open=Open", thousands=".")
KOP = "Factuur;Klant;Vervalt;Open"


@pytest.mark.parametrize(
    ("settings", "text", "cents"),
    [
        ({"thousands": "."}, "2.500,-", 250000),
        ({"thousands": "."}, "€ 2.500,00", 250000),
        ({"thousands": "."}, "EUR 2.500,00", 250000),
        ({"thousands": "."}, "-€ 2.500,00", -250000),
        ({"thousands": "."}, "€ -2.500,00", -250000),
        ({"thousands": "."}, "- 2.500,00", -250000),
        ({"thousands": "."}, "2.500,00 EUR", 250000),
        ({"thousands": " "}, "2 500,00", 250000),
        ({"thousands": " "}, "2\u202f500,00", 250000),
        ({"thousands": "'", "decimal": "."}, "2’500.00", 250000),
        ({"negative": "MINUS_AFTER"}, "12,50-", -1250),
        ({"negative": "MINUS_AFTER"}, "-12,50", -1250),
        ({"negative": "MINUS_AFTER"}, "12,-", 1200),
        ({"negative": "BRACKETS"}, "(12,50)", -1250),
        ({"negative": "BRACKETS"}, "€ (12,50)", -1250),
        ({"negative": "CREDIT"}, "12,50 C", -1250),
        ({"negative": "CREDIT"}, "12,50CR", -1250),
        ({"negative": "CREDIT"}, "12,50 D", 1250),
        ({"currency": "USD", "decimal": "."}, "$13.50 ", 1350),
        ({}, "12.50", None),
        ({}, "12,50-", None),
        ({}, "(12,50)", None),
        ({}, "12,50 C", None),
        ({}, "$ 12,50", None),
        ({"thousands": "."}, "25.00,00", None),
        ({"negative": "BRACKETS"}, "(-12,50)", None),
        ({}, "1e3", None),
        ({}, "12,345", None),
    ],
)
def test_amounts_in_the_notation_that_was_named(
    settings: dict[str, object], text: str, cents: int | None
) -> None:
    how = mapping("number=F debtor_name=K open=O", **settings)
    data = csv_of("F;K;O", f"1;Korst;{text}")
    if cents is None:
        assert "onleesbaar bedrag" in problems(data, how)[0]
    else:
        assert items(data, how).items[0].open_cents == cents


@pytest.mark.parametrize(
    ("dates", "text", "day"),
    [
        ("dd-mm-yyyy", "31-10-2026 00:00:00", date(2026, 10, 31)),
        ("d-m-yyyy", "1-9-2026 9:30 AM", date(2026, 9, 1)),
        ("yyyy-mm-dd", "2026-10-31T12:00:00Z", date(2026, 10, 31)),
        ("d mmm yyyy", "12 mrt 2026", date(2026, 3, 12)),
        ("dd-mmm-yy", "12-MRT-26", date(2026, 3, 12)),
        ("dd/mm/yy", "31/10/26", date(2026, 10, 31)),
        ("serial", "46326", date(2026, 10, 31)),
        ("dd-mm-yyyy", "00-00-0000", None),
        ("dd-mm-yyyy", "-", None),
    ],
)
def test_days_in_the_notation_that_was_named(dates: str, text: str, day: date | None) -> None:
    how = mapping("number=F debtor_name=K open=O due_date=V", dates=dates)
    assert items(csv_of("F;K;O;V", f"1;Korst;1,00;{text}"), how).items[0].due_date == day


def test_number_cells_of_a_workbook_in_a_column_of_days() -> None:
    how = mapping("number=F debtor_name=K open=O due_date=V")
    data = workbook(
        {"Blad1": [("F", "K", "O", "V"), (1, "Korst", 1, 46326), (2, "Korst", 2.5, "31-10-2026")]}
    )
    assert {i.due_date for i in items(data, how).items} == {date(2026, 10, 31)}
    joined = mapping("number=F debtor_name=K open=O due_date=V", dates="ddmmyyyy")
    data = workbook({"Blad1": [("F", "K", "O", "V"), (1, "Korst", 1, 1102026)]})
    assert items(data, joined).items[0].due_date == date(2026, 10, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_characters_are_found(encoding: str) -> None:
    text = csv_of(
        "Factuur;Klant;Vervalt;Open", *(f"F{n};Korst;01-09-2026;1,00" for n in range(9000)), "G;Café;;1,00"
    )
    taken = items(text.decode().encode(encoding), FLAT)
    assert list(taken.items)[-1].debtor.name == "Café"


def test_a_byte_that_does_not_fit_is_refused_with_its_line() -> None:
    data = csv_of(KOP, "F1;Café;;1,00") + "F2;Café;;1,00\r\n".encode("cp1252")
    assert problems(data, FLAT)[0].startswith("3: Op regel 3")
    assert "nul-bytes" in problems(csv_of(KOP, "F1;Ko\x00rst;;1,00"), FLAT)[0]
