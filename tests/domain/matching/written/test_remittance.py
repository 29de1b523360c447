"""A text is cut at its digits, once, whatever it holds."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.written.remittance import Written, read_remittance

PAID_ON = date(2026, 3, 20)


def _read(text: str) -> Written:
    return read_remittance(text, booking_date=PAID_ON)


@pytest.mark.parametrize(
    ("text", "digits", "gaps"),
    [
        ("Factuur 2026-0012 dank", ["2026", "0012"], ["FACTUUR ", "-", " DANK"]),
        ("", [], [""]),
        ("dank u wel", [], ["DANK U WEL"]),
        ("12", ["12"], ["", ""]),
        ("façade n° 5", ["5"], ["FACADE N° ", ""]),
        ("２０２６–１２", ["2026", "12"], ["", "-", ""]),
        ("a\x001", ["1"], ["A\x00", ""]),
    ],
)
def test_a_text_is_cut_at_its_digits(text: str, digits: list[str], gaps: list[str]) -> None:
    written = _read(text)
    assert (written.digits, written.gaps) == (digits, gaps)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Huur maart, Dorpsstraat 12", ("HUUR", "MAART", "DORPSSTRAAT")),
        ("de K3 van é t", ("VAN",)),
        ("ABC123 X9 Zeezicht", ("ZEEZICHT",)),
        ("", ()),
    ],
)
def test_words_are_of_letters_only(text: str, words: tuple[str, ...]) -> None:
    assert _read(text).words == words


@pytest.mark.parametrize(
    ("text", "ibans"),
    [
        ("naar NL91 ABNA 0417 1643 00 graag", ("NL91ABNA0417164300",)),
        ("nl91abna0417164300", ("NL91ABNA0417164300",)),
        ("BE68 5390 0754 7034 en NL91ABNA0417164300", ("BE68539007547034", "NL91ABNA0417164300")),
        ("NL92ABNA0417164300", ()),
        ("", ()),
    ],
)
def test_bank_accounts_are_told_where_their_check_digits_are_right(text: str, ibans: tuple[str, ...]) -> None:
    assert _read(text).ibans == ibans


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("2O26-OO12", "2026-0012"),
        ("F2O26OO12", "F20260012"),
        ("20260O12 l", "20260012 L"),
        ("2026-00l2", "2026-0012"),
        ("1O", "10"),
        ("OLIE", None),
        ("2026-0012", None),
        ("12 OLIE", None),
    ],
)
def test_letters_that_look_like_digits_are_mended(text: str, mended: str | None) -> None:
    changed = _read(text).with_zeros_for_letters()
    assert (changed.text if changed else None) == mended


@given(st.text(max_size=80))
def test_nothing_is_lost_and_places_are_right(text: str) -> None:
    written = _read(text)
    parts = [part for pair in zip(written.gaps, [*written.digits, ""], strict=True) for part in pair]
    assert "".join(parts) == written.text
    for start, group in zip(written.starts(), written.digits, strict=True):
        assert written.text[start : start + len(group)] == group
    if written.digits:
        assert written.between(0, len(written.digits)) in written.text
