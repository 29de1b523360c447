"""Digits that are a day, an amount or a bank account, and no invoice number."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.written.read_otherwise import digits_as_day, read_otherwise

PAID_ON = date(2026, 3, 20)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12-03-2026", [("DAY", "12-03-2026")]),
        ("12/3/26", [("DAY", "12/3/26")]),
        ("12.03.2026", [("DAY", "12.03.2026")]),
        ("2026-03-12", [("DAY", "2026-03-12")]),
        ("12 MRT 2026", [("DAY", "12 MRT 2026")]),
        ("12 MAART", [("DAY", "12 MAART")]),
        ("12MRT26", [("DAY", "12MRT26")]),
        ("MAART 2026", [("DAY", "MAART 2026")]),
        ("12 JANSEN", []),
        ("120326", [("DAY", "120326")]),
        ("20260312", [("DAY", "20260312")]),
        ("12032026", [("DAY", "12032026")]),
        ("202603", [("PERIOD", "202603")]),
        ("032026", [("PERIOD", "032026")]),
        ("03-2026", [("PERIOD", "03-2026")]),
        ("20230312", []),
        ("20261312", []),
        ("32-13-2026", []),
        ("125,00", [("AMOUNT", "125,00")]),
        ("1.250,00", [("AMOUNT", "1.250,00")]),
        ("125.00", [("AMOUNT", "125.00")]),
        ("€ 125", [("AMOUNT", "€ 125")]),
        ("EUR125,00", [("AMOUNT", "EUR125,00")]),
        ("125 EURO", [("AMOUNT", "125 EURO")]),
        ("125,-", [("AMOUNT", "125,-")]),
        ("NL91ABNA0417164300", [("IBAN", "NL91ABNA0417164300")]),
        ("NL91 ABNA 0417 1643 00 JANSEN", [("IBAN", "NL91 ABNA 0417 1643 00")]),
        ("NL92 ABNA 0417 1643 01", [("PHONE", "0417 1643 01")]),
        ("RF18 5390 0754 7034", [("REFERENCE", "RF18 5390 0754 7034")]),
        ("RF18 5390 0754 7034 DANK", [("REFERENCE", "RF18 5390 0754 7034")]),
        ("+++010/8068/17183+++", [("REFERENCE", "+++010/8068/17183+++")]),
        ("010/8068/17183", [("REFERENCE", "010/8068/17183")]),
        ("010/8068/17184", []),
        ("06-12345678", [("PHONE", "06-12345678")]),
        ("+31 6 12345678", [("PHONE", "+31 6 12345678")]),
        ("020-1234567", [("PHONE", "020-1234567")]),
        ("12:30", [("TIME", "12:30")]),
        ("1234 AB", [("POSTCODE", "1234 AB")]),
        ("1234 EN 1235", []),
        ("3 STUKS", [("QUANTITY", "3 STUKS")]),
        ("21%", [("QUANTITY", "21%")]),
        ("1E TERMIJN", [("QUANTITY", "1E")]),
        ("2026-0012", []),
        ("10042", []),
        ("", []),
    ],
)
def test_what_digits_can_be_otherwise(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(part.reading, part.text.strip()) for part in read_otherwise(text, near=PAID_ON)] == expected


@pytest.mark.parametrize(
    ("digits", "reading"),
    [("120326", "DAY"), ("260312", "DAY"), ("202603", "PERIOD"), ("20260320", "DAY"), ("20240101", None), ("999999", None),
     ("12", None), ("", None), ("20260230", None)],
)  # fmt: skip
def test_digits_in_a_row_are_a_day_only_close_to_the_payment(digits: str, reading: str | None) -> None:
    assert digits_as_day(digits, near=PAID_ON) == reading


@given(st.text(max_size=80) | st.text("0123456789 -/.,+*RFNLEUR€:", max_size=80))
def test_any_text_can_be_read_and_parts_follow_each_other(text: str) -> None:
    ends = 0
    for part in read_otherwise(text, near=PAID_ON):
        assert ends <= part.start < part.end
        assert text[part.start : part.end] == part.text
        ends = part.end
