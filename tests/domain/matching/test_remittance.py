"""Whole invoice numbers in what the payer wrote, and never a part of another number."""

import pytest

from voldaan.domain.matching.remittance import found_in, is_weak, reference_key

KEYS = {"20260012", "20260013", "F20260044", "77", "2026", "1234567890123456", "RF18539007547034", "700912"}
LONGEST = max(map(len, KEYS))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20260012", ["20260012"]),
        ("Factuur 2026-0012", ["20260012"]),
        ("factuur 2026 0012.", ["20260012"]),
        ("betreft 2026/0012 dank u", ["20260012"]),
        ("2026-0012/2026-0013", ["20260012", "20260013"]),
        ("2026-0012,2026-0013", ["20260012", "20260013"]),
        ("20260012+20260013", ["20260012", "20260013"]),
        ("factuurnr20260012", ["20260012"]),
        ("F2026-0012", ["20260012"]),
        ("f2026-0044", ["F20260044"]),
        ("2026-0012 100,00", ["20260012"]),
        ("nota 77", ["77"]),
        ("1234 5678 9012 3456", ["1234567890123456"]),
        ("0000 0070 0912", []),
        ("0001234567890123456", ["1234567890123456"]),
        ("RF18 5390 0754 7034", ["RF18539007547034"]),
        ("2026-0012 nogmaals 2026-0012", ["20260012"]),
    ],
)
def test_a_number_is_found_however_it_is_separated(text: str, found: list[str]) -> None:
    assert found_in(text, KEYS, longest=LONGEST) == found


@pytest.mark.parametrize(
    "text",
    [
        "120260012",
        "202600121",
        "12026-0012",
        "2026-0012-5",
        "5-2026-0012",
        "5.2026-0012",
        "2026/0012/5",
        "8 2026 0012",
        "2026 0012 8",
        "NL91 ABNA 2026 0012 00",
        "77,50 euro",
        "A20260012",
        "",
    ],
)
def test_a_number_inside_another_is_not_found(text: str) -> None:
    assert found_in(text, KEYS - {"2026"}, longest=LONGEST) == []


@pytest.mark.parametrize(
    ("key", "weak"),
    [("123", True), ("1234", False), ("A12", True), ("A1234", False), ("1899", False), ("1900", True), ("2099", True),
     ("2100", False), ("20260", False), ("ABCD", True)],
)  # fmt: skip
def test_short_numbers_and_years_are_weak(key: str, weak: bool) -> None:
    assert is_weak(key) is weak


@pytest.mark.parametrize(
    ("reference", "key"),
    [
        ("1234 5678 9012 3456", "1234567890123456"),
        ("0007 0091", "70091"),
        ("rf18 5390", "RF185390"),
        ("", ""),
    ],
)
def test_references_are_compared_without_spaces_and_leading_zeros(reference: str, key: str) -> None:
    assert reference_key(reference) == key
