"""Days that a payer writes: in every order and with every sign, and nothing that only looks like one."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.written.days import BACK, OF_THE_PAYMENT, days_in
from voldaan.domain.matching.written.months import MONTHS

PAID_ON = date(2026, 11, 16)
AUGUST_24 = date(2026, 8, 24)
IN_THE_WINDOW = st.dates(PAID_ON - BACK, PAID_ON - OF_THE_PAYMENT - timedelta(days=1))


@pytest.mark.parametrize(
    "text",
    [
        "FACTUUR D.D. 24-08-2026",
        "24-8-2026",
        "24-08-26",
        "24.08.2026",
        "24/8/26",
        "24 08 2026",
        "2026-08-24",
        "2026/8/24",
        "2026.08.24",
        "FACT. VAN 24-8",
        "24/08",
        "24-8, DANK",
        "24 AUG",
        "24AUG",
        "24-AUG-2026",
        "24 AUGUSTUS 2026",
        "24 AUG. '26",
        "24.AUG",
        "UW NOTA VAN 24 AUGUSTUS",
        "240826",
        "24082026",
        "20260824",
        "260824",
        "31-02-2026 EN 24-08-2026",
    ],
)
def test_a_day_is_read_however_it_is_written(text: str) -> None:
    assert days_in(text, near=PAID_ON) == {AUGUST_24}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "AUGUSTUS",
        "AUGUSTUS 2026",
        "08-2026",
        "31-02-2026",
        "32-8-2026",
        "24-13-2026",
        "0-8-2026",
        "124-08-2026",
        "24-08-20261",
        "24-08/2026",
        "24.08",
        "24 08",
        "2026-24",
        "1024-8",
        "24-8-1",
        "24 AUGURK",
        "240826123456",
        "2408261",
        "FACTUUR 2026-0824",
        "24-08-1926",
        "24-08-2027",
    ],
)
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    assert days_in(text, near=PAID_ON) == frozenset()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("24 AUG EN 30-8", {AUGUST_24, date(2026, 8, 30)}),
        ("082026", {date(2026, 8, 1)}),
        ("24-8 T/M 30-8", {AUGUST_24}),
        ("09-11-2026", {date(2026, 11, 9)}),
        ("10-11-2026", {date(2026, 11, 10)}),
        ("11-11-2026", set()),
        ("16-11-2026", set()),
        ("17-11-2026", set()),
        ("13-10-2025", {date(2025, 10, 13)}),
        ("12-10-2025", {date(2025, 10, 12)}),
        ("11-10-2025", set()),
        ("29-02-2026", set()),
    ],
)
def test_a_day_counts_from_a_year_back_until_shortly_before_the_payment(
    text: str, expected: set[date]
) -> None:
    assert days_in(text, near=PAID_ON) == expected


@pytest.mark.parametrize(
    ("text", "near", "expected"),
    [
        ("10-11", PAID_ON, {date(2026, 11, 10)}),
        ("11-11", PAID_ON, set()),
        ("16-11", PAID_ON, set()),
        ("17-11", PAID_ON, {date(2025, 11, 17)}),
        ("31-12", date(2027, 1, 10), {date(2026, 12, 31)}),
        ("31 DEC", date(2027, 1, 6), {date(2026, 12, 31)}),
        ("31 DEC", date(2027, 1, 5), set()),
        ("29-2", date(2028, 3, 15), {date(2028, 2, 29)}),
        ("29-2", date(2027, 3, 15), set()),
        ("29 FEB", date(2029, 1, 15), {date(2028, 2, 29)}),
    ],
)
def test_a_day_without_a_year_is_the_last_such_day(text: str, near: date, expected: set[date]) -> None:
    assert days_in(text, near=near) == expected


@pytest.mark.parametrize(
    "word",
    [
        "VERVALDATUM",
        "TE BETALEN VOOR",
        "PERIODE",
        "HERINNERING",
        "PAS",
        "KLANT",
        "KAMER",
        "GEB",
        "MAAT",
        "T/M",
    ],
)
def test_after_another_word_it_is_the_day_of_something_else(word: str) -> None:
    assert days_in(f"{word} 24-08-2026", near=PAID_ON) == frozenset()
    assert days_in(f"{word} X FACTUUR DD 24-08-2026", near=PAID_ON) == {AUGUST_24}


@given(IN_THE_WINDOW, st.sampled_from(["%d-%m-%Y", "%Y-%m-%d", "%d/%m/%y", "%d%m%Y", "%Y%m%d", "%d %m %Y"]))
def test_every_day_of_the_window_is_read_in_every_form(day: date, form: str) -> None:
    assert day in days_in(f"FACTUUR {day:{form}} DANK", near=PAID_ON)


PIECES = st.one_of(
    st.text("0123456789 -./':,", max_size=8), st.sampled_from(sorted(MONTHS)), st.text(max_size=4)
)


@given(st.lists(PIECES, max_size=8).map("".join), st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_any_text_can_be_read_and_only_days_of_the_window_are_told(text: str, near: date) -> None:
    for day in days_in(text.upper(), near=near):
        assert near - BACK <= day < near - OF_THE_PAYMENT
