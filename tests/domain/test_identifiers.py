"""Numbers of accounts, companies and payments: what is accepted, what is not, and what is made."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.identifiers import (
    compact_iban,
    compact_ogm,
    compact_rf,
    compact_vat,
    format_iban,
    format_ogm,
    format_rf,
    is_valid_betalingskenmerk,
    is_valid_iban,
    is_valid_kvk,
    is_valid_ogm,
    is_valid_rf,
    is_valid_vat,
    make_betalingskenmerk,
    make_ogm,
    make_rf,
    squeeze,
)

IBAN = "NL91ABNA0417164300"


@pytest.mark.parametrize("text", [IBAN, "NL91 ABNA 0417 1643 00", "nl91abna0417164300", "BE68539007547034"])
def test_a_right_iban_is_valid_in_any_notation(text: str) -> None:
    assert is_valid_iban(text)


@pytest.mark.parametrize(
    "text",
    [
        "NL92ABNA0417164300",  # a check digit too high
        "NL90ABNA0417164300",  # a check digit too low
        "NL91ABNA041716430",  # a digit short
        "NL91ABNA04171643000",  # a digit long
        "XX91ABNA0417164300",  # no such country
        "NL9112340417164300",  # digits where the bank's letters belong
        "",
        "  ",
        "NL",
    ],
)
def test_a_wrong_iban_is_not(text: str) -> None:
    assert not is_valid_iban(text)


def test_an_iban_is_kept_compact_and_printed_in_groups() -> None:
    assert compact_iban("nl91 abna 0417 1643 00") == IBAN
    assert format_iban(IBAN) == "NL91 ABNA 0417 1643 00"


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("12345678", True),
        ("1234 5678", True),
        ("1234567", False),
        ("123456789", False),
        ("1234567A", False),
        ("", False),
        ("١٢٣٤٥٦٧٨", False),
    ],
)
def test_a_kvk_number_has_eight_digits(text: str, valid: bool) -> None:
    assert is_valid_kvk(text) is valid


@pytest.mark.parametrize(
    ("text", "valid"),
    [
        ("NL004495445B01", True),
        ("NL0044.95.445.B01", True),
        ("NL002455799B11", True),
        ("NL004495446B01", False),
        ("BE0403019261", False),
        ("", False),
        ("NL", False),
    ],
)
def test_a_dutch_vat_number_has_the_right_check_digits(text: str, valid: bool) -> None:
    assert is_valid_vat(text) is valid


def test_a_vat_number_is_kept_with_its_country() -> None:
    assert compact_vat("004495445 b01") == "NL004495445B01"


def test_each_vector_of_the_creditor_reference(iso11649_vector: Any) -> None:
    assert make_rf(iso11649_vector.given["reference"]) == iso11649_vector.expected["rf"]


def test_a_creditor_reference_is_made_checked_and_printed() -> None:
    assert make_rf("2026-0012") == make_rf("20260012")
    assert is_valid_rf("rf18 5390 0754 7034")
    assert not is_valid_rf("RF17539007547034")
    assert not is_valid_rf("RF18")
    assert not is_valid_rf("NL91ABNA0417164300")
    assert compact_rf("rf18 5390 0754 7034") == "RF18539007547034"
    assert format_rf("RF18539007547034") == "RF18 5390 0754 7034"


@pytest.mark.parametrize(("length", "fits"), [(1, True), (20, True), (21, True), (22, False), (0, False)])
def test_a_creditor_reference_carries_1_to_21_characters(length: int, fits: bool) -> None:
    if fits:
        assert is_valid_rf(make_rf("A" * length))
        return
    with pytest.raises(ValueError, match="1 to 21 letters or digits"):
        make_rf("A" * length)


@given(st.from_regex(r"[A-Z0-9]{1,21}", fullmatch=True))
def test_a_made_creditor_reference_is_valid_and_holds_its_body(body: str) -> None:
    made = make_rf(body)
    assert is_valid_rf(made)
    assert made[4:] == body


def test_each_vector_of_the_betalingskenmerk(betalingskenmerk_vector: Any) -> None:
    given_, expected = betalingskenmerk_vector.given, betalingskenmerk_vector.expected
    if "kenmerk" in given_:
        assert is_valid_betalingskenmerk(given_["kenmerk"]) is expected["valid"]
        return
    body = next(value for name, value in given_.items() if name.startswith("body"))
    assert make_betalingskenmerk(body) == expected["kenmerk"]
    assert is_valid_betalingskenmerk(expected["kenmerk"])


def test_the_published_example_of_the_betalingskenmerk() -> None:
    assert is_valid_betalingskenmerk("5000 0567 8901 2345")
    assert not is_valid_betalingskenmerk("4000 0567 8901 2345")
    assert make_betalingskenmerk("000056789012345") == "5000056789012345"


@pytest.mark.parametrize(("length", "right"), [(6, False), (7, True), (8, False), (15, False), (17, False)])
def test_lengths_of_the_betalingskenmerk_that_do_not_exist(length: int, right: bool) -> None:
    assert is_valid_betalingskenmerk("0" * length) is right


def test_a_wrong_length_digit_is_seen() -> None:
    made = make_betalingskenmerk("20260001")
    assert made[1] == "8"
    others = [f"{check}7{made[2:]}" for check in range(10)]
    assert not any(is_valid_betalingskenmerk(other) for other in others)


@given(st.from_regex(r"[0-9]{7,12}|[0-9]{15}", fullmatch=True))
def test_a_made_betalingskenmerk_is_valid(body: str) -> None:
    assert is_valid_betalingskenmerk(make_betalingskenmerk(body))


@pytest.mark.parametrize("body", ["123456", "1234567890123", "12345678901234", "1" * 16, "12A4567", ""])
def test_a_betalingskenmerk_of_another_length_is_not_made(body: str) -> None:
    with pytest.raises(ValueError, match="7 to 12, or exactly 15, digits"):
        make_betalingskenmerk(body)


@pytest.mark.parametrize(
    ("text", "squeezed"),
    [
        ("2026-0012", "20260012"),
        (" 2026 / 0012 ", "20260012"),
        ("vf.2026.0012", "VF20260012"),
        ("Café 12", "CAFE12"),
        ("２０２６", "2026"),
        ("0012", "0012"),
        ("--", ""),
    ],
)
def test_a_squeezed_number_is_its_capitals_and_digits(text: str, squeezed: str) -> None:
    assert squeeze(text) == squeezed


def test_each_vector_of_the_belgian_reference(be_ogm_vector: Any) -> None:
    given_, expected = be_ogm_vector.given, be_ogm_vector.expected
    if "ogm" in given_:
        assert is_valid_ogm(given_["ogm"]) is expected["valid"]
        return
    assert format_ogm(make_ogm(given_["body10"])) == expected["ogm"]
    assert is_valid_ogm(expected["ogm"])


def test_the_rest_of_nothing_is_written_97() -> None:
    assert make_ogm("0000000097") == "000000009797"
    assert make_ogm("0000000098") == "000000009801"
    assert not is_valid_ogm("000000009700")


@pytest.mark.parametrize(
    "text", ["+++010/8068/17183+++", "***010/8068/17183***", "010 8068 17183", "010806817183"]
)
def test_a_belgian_reference_is_valid_in_any_notation(text: str) -> None:
    assert is_valid_ogm(text)
    assert compact_ogm(text) == "010806817183"


@pytest.mark.parametrize(
    "text",
    [
        "+++010/8068/17184+++",
        "01080681718",
        "0108068171830",
        "",
        "++++++",
        "RF18539007547034",
        "٠١٠٨٠٦٨١٧١٨٣",
    ],
)
def test_a_wrong_belgian_reference_is_not(text: str) -> None:
    assert not is_valid_ogm(text)


@pytest.mark.parametrize("body", ["", "108068171", "01080681711", "010806817A", "٠١٠٨٠٦٨١٧١"])
def test_a_belgian_reference_carries_exactly_ten_digits(body: str) -> None:
    with pytest.raises(ValueError, match="exactly ten digits"):
        make_ogm(body)


@given(st.from_regex(r"[0-9]{10}", fullmatch=True), st.integers(0, 11), st.integers(1, 9))
def test_one_wrong_digit_in_a_belgian_reference_is_seen(body: str, place: int, more: int) -> None:
    made = make_ogm(body)
    wrong = made[:place] + str((int(made[place]) + more) % 10) + made[place + 1 :]
    assert is_valid_ogm(made)
    assert not is_valid_ogm(wrong)
