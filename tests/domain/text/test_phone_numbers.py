"""Telephone numbers: what can be dialled, where a text message can go, and how they are read out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.text.phone_numbers import compact_phone, format_phone, is_mobile, is_valid_phone


@pytest.mark.parametrize(
    ("written", "kept", "read_out", "mobile"),
    [
        ("0612345678", "+31612345678", "06 12 34 56 78", True),
        ("06-12345678", "+31612345678", "06 12 34 56 78", True),
        ("+31 (0)6 12 34 56 78", "+31612345678", "06 12 34 56 78", True),
        ("0031 6 12345678", "+31612345678", "06 12 34 56 78", True),
        ("+310612345678", "+31612345678", "06 12 34 56 78", True),
        ("020 - 123 45 67", "+31201234567", "020 123 45 67", False),
        ("0348-123456", "+31348123456", "0348 12 34 56", False),
        ("088 123 45 67", "+31881234567", "088 123 45 67", False),
        ("+32 470 12 34 56", "+32470123456", "+32470123456", False),
        ("0049 30 1234567", "+49301234567", "+49301234567", False),
    ],
)
def test_a_number_has_one_notation_and_one_way_to_be_read(
    written: str, kept: str, read_out: str, mobile: bool
) -> None:
    assert (is_valid_phone(written), compact_phone(written)) == (True, kept)
    assert (format_phone(kept), is_mobile(written)) == (read_out, mobile)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "onbekend",
        "06 1234567",  # a digit short
        "06 123456789",  # a digit long
        "0661234567",  # a pager
        "0900 1234",  # the caller pays
        "0909-123456",
        "612345678",  # without its zero
        "+31 20 123 456",
        "+3",
        "06 12345678 / 020 1234567",
    ],
)
def test_what_cannot_be_dialled_is_not_valid(written: str) -> None:
    assert not is_valid_phone(written)
    assert not is_mobile(written)


def test_a_number_without_its_country_is_dutch_only_in_the_netherlands() -> None:
    assert is_valid_phone("0470 12 34 56", country="NL")
    assert not is_valid_phone("0470 12 34 56", country="BE")
    assert is_valid_phone("+32 470 12 34 56", country="BE")


@given(st.text(max_size=30))
def test_what_is_kept_stays_as_it_is(text: str) -> None:
    if is_valid_phone(text):
        assert compact_phone(compact_phone(text)) == compact_phone(text)
        assert compact_phone(format_phone(text)) == compact_phone(text)


@pytest.mark.parametrize(
    "written",
    [
        "", "06123456789", "061234567", "0201234567", "0661234567", "0671234567", "0691234567", "0601234567",
        "097012345678", "+32470123456", "612345678", "06 1234567x", "0612345678 of 0687654321",
    ],
)  # fmt: skip
def test_another_number_is_none_of_a_dutch_mobile_phone(written: str) -> None:
    assert not is_mobile(written)
