"""Amounts: what people read, what a machine writes, and nothing lost in between."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.money import format_amount, format_euro, parse_euro, split_evenly


@pytest.mark.parametrize(
    ("cents", "dutch", "english"),
    [
        (0, "€\u00a00,00", "€0.00"),
        (5, "€\u00a00,05", "€0.05"),
        (99_999, "€\u00a0999,99", "€999.99"),
        (100_000, "€\u00a01.000,00", "€1,000.00"),
        (123_450, "€\u00a01.234,50", "€1,234.50"),
        (123_456_789_012, "€\u00a01.234.567.890,12", "€1,234,567,890.12"),
        (-1_250, "€\u00a0−12,50", "−€12.50"),
        (-5, "€\u00a0−0,05", "−€0.05"),
    ],
)
def test_an_amount_reads_as_its_reader_writes_it(cents: int, dutch: str, english: str) -> None:
    assert format_euro(cents, "nl") == dutch
    assert format_euro(cents, "en") == english


def test_an_amount_without_its_sign() -> None:
    assert format_amount(-123_450, "nl") == "-1.234,50"
    assert format_amount(123_450, "en") == "1,234.50"


@pytest.mark.parametrize(("text", "cents"), [("1234.50", 123_450), ("0.05", 5), ("1000", 100_000), ("0", 0)])
def test_machine_notation_is_read(text: str, cents: int) -> None:
    assert parse_euro(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "12,50",
        "1.250,00",
        "1,250.00",
        "1.250",
        "12.5",
        "12.",
        ".50",
        "-5.00",
        "+5.00",
        "€ 5.00",
        " 5.00",
        "5.00 ",
        "",
        "1e3",
        "NaN",
        "1_000",
        "٣.٠٠",
        "5.00\n",
        "1" * 14,
    ],
)
def test_anything_else_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=r"write euros with a point before two decimals, as in 1234\.50"):
        parse_euro(text)


@given(st.integers(min_value=0, max_value=10**14))
def test_what_is_written_in_machine_notation_is_read_back(cents: int) -> None:
    assert parse_euro(f"{cents // 100}.{cents % 100:02}") == cents


@given(st.integers(min_value=-(10**12), max_value=10**12), st.integers(min_value=1, max_value=60))
def test_a_split_adds_up_and_differs_by_a_cent_at_most(cents: int, parts: int) -> None:
    split = split_evenly(cents, parts)
    assert sum(split) == cents
    assert len(split) == parts
    assert max(split) - min(split) <= 1


def test_a_split_puts_the_larger_parts_first_and_needs_a_part() -> None:
    assert split_evenly(100, 3) == [34, 33, 33]
    assert split_evenly(-100, 3) == [-33, -33, -34]
    assert split_evenly(2, 3) == [1, 1, 0]
    with pytest.raises(ValueError, match="at least one part, not 0"):
        split_evenly(100, 0)
