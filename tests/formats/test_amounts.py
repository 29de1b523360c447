"""Amounts: one notation at a time, whole cents or nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.formats.amounts import (
    AmountError,
    cents_to_decimal,
    decimal_to_cents,
    format_cents,
    number_to_cents,
    parse_amount,
)


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("1250", 125000),
        ("1250.5", 125050),
        ("1250.50", 125050),
        (" 0.01 ", 1),
        ("-0.01", -1),
        ("+3.", 300),
        (".5", 50),
        ("10.4500", 1045),
        ("000000000025.00", 2500),
    ],
)
def test_an_xml_decimal_is_read_to_the_cent(text: str, cents: int) -> None:
    assert decimal_to_cents(text) == cents


@pytest.mark.parametrize(
    "text", ["", ".", "12,50", "1.250,00", "1e3", "NaN", "12.345", "67.3770", "١٢", "1 250", "--1"]
)
def test_what_is_no_xml_decimal_in_whole_cents_is_refused(text: str) -> None:
    with pytest.raises(AmountError):
        decimal_to_cents(text)


@pytest.mark.parametrize(
    ("text", "decimal", "thousands", "cents"),
    [
        ("12,50", ",", None, 1250),
        ("1.250,00", ",", ".", 125000),
        ("1250,00", ",", ".", 125000),
        ("1,250.00", ".", ",", 125000),
        ("€ 12,50", ",", None, 1250),
        ("-€ 12,50", ",", None, -1250),
        ("12,5", ",", None, 1250),
        ("1.250", ",", ".", 125000),
        ("1 250,00", ",", " ", 125000),
    ],
)
def test_the_named_notation_is_read(text: str, decimal: str, thousands: str | None, cents: int) -> None:
    assert parse_amount(text, decimal, thousands) == cents


@pytest.mark.parametrize(
    ("text", "decimal", "thousands"),
    [
        ("12,50", ".", ","),
        ("1.250,00", ".", ","),
        ("1.250,00", ",", None),
        ("1.250", ",", None),
        ("1,250", ".", None),
        ("1.25,00", ",", "."),
        ("12,345", ",", None),
        ("", ",", None),
        ("12.50", ",", "."),
    ],
)
def test_another_notation_is_refused_and_never_guessed(
    text: str, decimal: str, thousands: str | None
) -> None:
    with pytest.raises(AmountError):
        parse_amount(text, decimal, thousands)


@pytest.mark.parametrize(
    ("text", "cents"), [("0.004", 0), ("0.005", 1), ("0.006", 1), ("-0.005", -1), ("12.9999", 1300)]
)
def test_parts_of_a_cent_are_rounded_only_where_that_was_declared(text: str, cents: int) -> None:
    assert parse_amount(text, ".", round_to_cents=True) == cents
    assert number_to_cents(float(text), round_to_cents=True) == cents
    with pytest.raises(AmountError):
        parse_amount(text, ".")


def test_fifteen_digits_are_an_amount_and_sixteen_are_not() -> None:
    assert decimal_to_cents("9" * 14) == int("9" * 14) * 100
    assert decimal_to_cents("9" * 15) == int("9" * 15) * 100
    with pytest.raises(AmountError, match="groter"):
        decimal_to_cents("9" * 16)


def test_a_number_cell_is_its_fifteen_digits() -> None:
    assert number_to_cents(0.1 + 0.2) == 30
    assert number_to_cents(1250) == 125000
    for cell in (12.345, float("nan"), float("inf")):
        with pytest.raises(AmountError):
            number_to_cents(cell)


def test_an_amount_that_is_shown_in_a_problem_is_cut_short() -> None:
    with pytest.raises(AmountError) as caught:
        decimal_to_cents("x" * 5000)
    assert len(str(caught.value)) < 100


@given(st.integers(min_value=-(10**15), max_value=10**15))
def test_what_is_written_is_read_back(cents: int) -> None:
    assert decimal_to_cents(cents_to_decimal(cents)) == cents
    assert parse_amount(format_cents(cents), ",", ".") == cents
