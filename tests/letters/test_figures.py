"""Amounts and days as a language writes them."""

from datetime import date

import pytest

from voldaan.domain.money import format_euro
from voldaan.domain.text.amounts import amounts
from voldaan.domain.text.evened_out import evened_out
from voldaan.letters.figures import amount, iban_in_groups, long_date, long_date_with_weekday
from voldaan.letters.phrases import phrases


@pytest.mark.parametrize(("cents", "dutch", "english"), [
    (0, "€ 0,00", "€0.00"),
    (5, "€ 0,05", "€0.05"),
    (99_999, "€ 999,99", "€999.99"),
    (100_000, "€ 1.000,00", "€1,000.00"),
    (123_456_789_00, "€ 123.456.789,00", "€123,456,789.00"),
    (-150, "€ −1,50", "−€1.50"),
])  # fmt: skip
def test_amount(cents: int, dutch: str, english: str) -> None:
    assert amount(cents, "EUR", phrases("nl")) == dutch.replace(" ", "\u00a0")
    assert amount(cents, "EUR", phrases("en")) == english


def test_an_amount_below_zero_in_another_currency() -> None:
    assert amount(-7_500, "CHF", phrases("en")) == "CHF\u00a0−75.00"
    assert amount(-7_500, "CHF", phrases("nl")) == "CHF\u00a0−75,00"


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("cents", [-1, -7_500, -123_456_789, 7_500])
def test_an_amount_is_read_as_it_was_written(cents: int, language: str) -> None:
    for written in (
        amount(cents, "EUR", phrases(language)),
        format_euro(cents, "nl" if language == "nl" else "en"),
    ):
        for text in (f"saldo {written}.", evened_out(f"saldo {written}.")):
            assert [found.cents for found in amounts(text)] == [cents]


@pytest.mark.parametrize(
    ("text", "cents"), [("van €50-€75", [5000, 7500]), ("-€75,00 van mei", [7500]), ("1\n-€75,00", [7500])]
)
def test_a_dash_of_a_range_or_a_list_is_no_minus(text: str, cents: list[int]) -> None:
    assert [found.cents for found in amounts(text)] == cents


def test_days() -> None:
    day = date(2026, 12, 4)
    assert long_date(day, phrases("nl")) == "4\u00a0december\u00a02026"
    assert long_date_with_weekday(day, phrases("nl")) == "vrijdag 4 december 2026"
    assert long_date_with_weekday(day, phrases("en")) == "Friday 4 December 2026"


@pytest.mark.parametrize("written", ["NL91ABNA0417164300", "NL91 ABNA 0417 1643 00"])
def test_iban(written: str) -> None:
    assert iban_in_groups(written) == "NL91\u00a0ABNA\u00a00417\u00a01643\u00a000"
