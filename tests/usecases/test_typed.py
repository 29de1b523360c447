"""Amounts, days and moments as people type them: read one way, or refused with a sentence in both languages."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.money import format_euro
from voldaan.usecases.calculate import typed
from voldaan.usecases.calculate.calculation import CannotCalculate, plain_percent


@given(st.integers(0, 10**15 - 1), st.sampled_from(["nl", "en"]))
def test_an_amount_that_we_wrote_is_read_back(cents: int, language: Any) -> None:
    assert typed.euros(format_euro(cents, language)) == cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("5000", 500_000),
        ("5000.00", 500_000),
        ("5.000,00", 500_000),
        ("5,000.00", 500_000),
        ("€ 5 000,00", 500_000),
        ("12,5", 1_250),
        ("12.5", 1_250),
        ("1.000.000", 100_000_000),
        ("0", 0),
    ],
)
def test_an_amount_with_one_meaning_is_read(text: str, cents: int) -> None:
    assert typed.euros(text) == cents


@pytest.mark.parametrize(
    "text",
    [
        "5.000",
        "5,000",
        "12.345",
        "5.00.00",
        "1.00,00",
        "-5",
        "+5",
        "5-",
        "",
        "€",
        "1e3",
        "٣",
        "1_0",
        "9" * 14,
    ],
)
def test_an_amount_that_is_not_certain_is_refused(text: str) -> None:
    with pytest.raises(CannotCalculate):
        typed.euros(text)


def test_days_and_moments() -> None:
    assert typed.day("2026-11-22") == typed.day("22-11-2026") == date(2026, 11, 22)
    assert typed.moment("2026-11-22 21:00") == datetime(2026, 11, 22, 21)
    assert typed.moment("2026-07-01T12:00Z") == datetime(2026, 7, 1, 14)


def test_a_percentage_is_printed_with_two_decimals_and_never_rounded() -> None:
    assert [plain_percent(Decimal(text)) for text in ("6", "6.00", "100", "2.5", "2.125")] == [
        "6.00", "6.00", "100.00", "2.50", "2.125",
    ]  # fmt: skip


READERS: list[Callable[[str], Any]] = [
    typed.euros, typed.day, typed.moment, typed.percent, typed.payment, typed.debt, typed.interruption,
    lambda text: typed.whole_number(text, first=1, last=30),
]  # fmt: skip


@given(st.sampled_from(READERS), st.text() | st.from_regex(r"[0-9€.,:=T -]{0,24}"))
def test_what_cannot_be_read_gets_a_sentence_that_says_how(read: Callable[[str], Any], text: str) -> None:
    try:
        read(text)
    except CannotCalculate as refused:
        assert all(sentence.endswith(".") and len(sentence) < 250 for sentence in refused.sentences)
        assert refused.sentence("nl") != refused.sentence("en")
