"""Who really pays, where the text tells it: payment requests, `t.n.v.` and `namens`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.matching.small_book import (
    BAKER,
    FROM_JANSEN,
    FROM_STRANGER,
    HOTEL,
    JANSEN,
    accounts,
    on,
    said,
)
from voldaan.domain.matching.payers.told_payer import told_payer

THROUGH_A_REQUEST = {"counterparty_name": "AAB INZ TIKKIE", "counterparty_iban": "NL20INGB0001234567"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("TIKKIE ID 001639082642, REKENING 24/08, VAN B.G. PRINS, NL05SNSB4578780405", "B.G. PRINS"),
        ("VAN B.G. PRINS NL05SNSB4578780405", ""),
        ("VAN B.G. PRINS,NL05SNSB4578780405", "B.G. PRINS"),
        ("HUUR VAN MAART, VAN P.M. KAARS, NL05SNSB4578780405", "P.M. KAARS"),
        ("VAN V. D. BERG-O'HARA, NL05SNSB4578780405", "V. D. BERG-O'HARA"),
        ("BETALING T.N.V. J. DE VRIES", "J. DE VRIES"),
        ("TNV J. DE VRIES", "J. DE VRIES"),
        ("T N V J. DE VRIES", "J. DE VRIES"),
        ("T.N.V.J. DE VRIES", ""),
        ("NAMENS P.M. KAARS", "P.M. KAARS"),
        ("NAMENS P.M. KAARS, HUUR", "P.M. KAARS"),
        ("NAMENS P.M. KAARS FACTUUR 2026-0412", "P.M. KAARS"),
        ("NAMENS P.M. KAARS 2026-0412", "P.M. KAARS"),
        ("NAMENS P.M. KAARS; DANK", "P.M. KAARS"),
        ("NAMENS P.M. KAARS\r\nDANK", "P.M. KAARS"),
        ("NAMENS P.M. KAARS MAART 2026", "P.M. KAARS"),
        ("NAMENS FACTUUR 2026-0412", ""),
        ("VAN MAART, NL05SNSB4578780405", ""),
        ("FACTUUR VAN MAART", ""),
        ("VAN 24 AUG, NL05SNSB4578780405", ""),
        ("NAMENS", ""),
        ("NAMENS 12", ""),
        ("GENAMENSD DOOR KAARS", ""),
        ("", ""),
    ],
)
def test_the_name_of_who_really_pays(text: str, name: str) -> None:
    assert told_payer(text).strip() == name


@given(st.text(max_size=120))
def test_any_text_can_be_read_and_a_name_was_written(text: str) -> None:
    told = told_payer(text.upper())
    assert all(word in text.upper() for word in told.split())


@pytest.mark.parametrize("word", ["t.n.v.", "namens", "TNV"])
def test_who_pays_for_a_debtor_by_name_points_to_it_and_is_asked(word: str) -> None:
    found = on(31_415, f"{word} Hotel Zeezicht B.V.", FROM_STRANGER)
    assert (found.verdict, accounts(found)) == ("suggested", {HOTEL})
    assert on(31_416, "dank", FROM_STRANGER).verdict == "unmatched"


def test_a_payment_request_that_names_a_debtor_and_its_bank_account_is_linked() -> None:
    text = "Tikkie ID 001639082642, stoel, van J. Jansen, NL02ABNA0123456789"
    assert said(on(7_777, text, THROUGH_A_REQUEST)) == ("linked", "PAYER_AND_AMOUNT")
    assert on(7_000, text, THROUGH_A_REQUEST).verdict == "suggested"
    other = "Tikkie ID 001639082642, stoel, van J. Jansen, NL20INGB0001234567"
    found = on(7_777, other, THROUGH_A_REQUEST)
    assert (found.verdict, accounts(found)) == ("suggested", {JANSEN})


def test_what_the_bank_itself_tells_of_the_payer_goes_first() -> None:
    found = on(10_000, "namens J. Jansen", FROM_STRANGER, ultimate_name="Bakkerij Vogel B.V.")
    assert accounts(found) == {BAKER}


def test_a_debtor_who_pays_in_the_name_of_another_asks() -> None:
    found = on(31_415, "namens Hotel Zeezicht B.V.", FROM_JANSEN)
    assert found.verdict == "suggested"
    assert accounts(found) >= {HOTEL, JANSEN}


def test_a_number_says_more_than_a_name_beside_it() -> None:
    found = on(10_000, "namens P.M. Kaars 2026-0412", FROM_STRANGER)
    assert found.verdict != "linked" or [key for key, _ in found.allocations] == [1]
