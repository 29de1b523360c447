"""Numbers by their digits: which invoices share them, and which are one slip away."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.identifiers import make_betalingskenmerk, make_ogm, make_rf
from voldaan.domain.matching.facts import OpenInvoice, Payer
from voldaan.domain.matching.written.number_index import (
    NumberIndex,
    has_check_digits,
    is_one_slip,
    key_of,
    shape_of,
    slips,
)

DIGITS = st.text("0123456789", min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("number", "key"),
    [
        ("2026-0012", "20260012"),
        ("0012", "12"),
        ("F2024.0012", "20240012"),
        ("VF/2026/0093", "20260093"),
        ("INV-000123", "123"),
        ("ABX-KLM", "ABXKLM"),
        ("abx klm 7", "7"),
        ("É-5", "5"),
        ("٣", ""),
        ("", ""),
        ("0", "0"),
        ("-", ""),
    ],
)
def test_the_key_of_a_number_is_its_digits_without_the_zeros_in_front(number: str, key: str) -> None:
    assert key_of(number) == key


def test_numbers_references_and_orders_are_found_by_their_digits() -> None:
    index = NumberIndex(
        [
            OpenInvoice(1, 1, "2026-0012", 100),
            OpenInvoice(2, 2, "F2026-0012", 100, payment_reference="2026-0012"),
            OpenInvoice(3, 3, "77", 100, payment_reference="RF18 5390 0754 7034", order_number="PO 20260012"),
            OpenInvoice(4, 4, "99", 100, withdrawn=True),
        ]
    )
    assert index.bearing.all_of("20260012") == (1, 2, 3)
    assert index.numbered("20260012") == (1, 2)
    assert index.numbered("20260012", {2}) == (2,)
    assert index.bearing.all_of("18539007547034") == (3,)
    assert index.bearing.all_of("99") == index.bearing.all_of("1") == ()


def test_an_invoice_without_a_number_is_not_indexed() -> None:
    assert not NumberIndex([OpenInvoice(1, 1, "", 100), OpenInvoice(2, 1, "--", 100)]).bearing


def test_debtors_share_a_number() -> None:
    index = NumberIndex([], [Payer(1, "a", number="D-0088"), Payer(2, "b", number="88"), Payer(3, "c")])
    assert index.debtors == {"88": ((1, "D-0088"), (2, "88"))}


@pytest.mark.parametrize(
    ("number", "prefix", "digits", "suffix", "groups"),
    [
        ("VF/2026/0093", "VF", "20260093", "", ("2026", "0093")),
        ("10042a", "", "10042", "A", ("10042",)),
        ("A1B2-0001", "A", "120001", "", ("1", "2", "0001")),
        ("ABX-KLM", "ABXKLM", "", "", ()),
        ("12", "", "12", "", ("12",)),
    ],
)
def test_a_number_is_taken_apart(
    number: str, prefix: str, digits: str, suffix: str, groups: tuple[str, ...]
) -> None:
    shape = shape_of(number)
    assert (shape.prefix, shape.digits, shape.suffix, shape.groups) == (prefix, digits, suffix, groups)


@pytest.mark.parametrize(
    ("reference", "proves"),
    [
        (make_rf("539007547034"), True),
        (make_ogm("0108068171"), True),
        (make_betalingskenmerk("202600007123456"), True),
        (make_betalingskenmerk("20260012"), True),
        ("RF19539007547034", False),
        ("1234567", False),
        ("2026-0012", False),
        ("", False),
    ],
)
def test_check_digits_prove_a_reference(reference: str, proves: bool) -> None:
    assert has_check_digits(reference) is proves


@given(DIGITS, DIGITS)
def test_one_slip_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert is_one_slip(one, other) == is_one_slip(other, one) == (other in set(slips(one)) and one != other)


@given(DIGITS)
def test_every_slip_is_one_slip(digits: str) -> None:
    assert all(is_one_slip(digits, slip) for slip in slips(digits) if slip != digits)


@given(DIGITS)
def test_the_same_is_no_slip(digits: str) -> None:
    assert not is_one_slip(digits, digits)


@given(st.lists(st.tuples(st.text("AF-/ 0129", max_size=8), st.text("RF018 -", max_size=8)), max_size=8))
def test_every_number_is_found_by_its_key(numbers: list[tuple[str, str]]) -> None:
    invoices = [OpenInvoice(place, place, *pair[:1], 100, pair[1]) for place, pair in enumerate(numbers)]
    index = NumberIndex(invoices)
    for invoice in invoices:
        if key := key_of(invoice.number):
            assert invoice.id in index.numbered(key)
        if key := key_of(invoice.payment_reference):
            assert invoice.id in index.bearing.all_of(key)
