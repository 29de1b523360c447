"""Marks in what was written, amounts as typed, and a word for every code."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.facts import Because, DifferenceKind
from voldaan.interfaces.web.amount_field import cents_in
from voldaan.interfaces.web.marking import marked
from voldaan.interfaces.web.sentences import Language
from voldaan.interfaces.web.words import WORDS


def test_every_code_of_matching_has_words() -> None:
    assert set(get_args(Because)) <= set(WORDS["question"])
    assert set(get_args(DifferenceKind)) == set(WORDS["difference"])


@pytest.mark.parametrize(
    ("text", "number", "found"),
    [
        ("factuur 2026-0012", "2026-0012", ["2026-0012"]),
        ("factuur 2026 0012 dank", "2026-0012", ["2026 0012"]),
        ("fact.20260012dd", "2026-0012", ["20260012"]),
        ("2026-\n0012", "2026-0012", ["2026-\n0012"]),
        ("uw nota 0012", "2026-0012", ["0012"]),
        ("120012", "2026-0012", []),
        ("2026-00123", "2026-0012", []),
        ("nummer 12", "2026-0012", []),
        ("order abx-klm", "ABX-KLM", ["abx-klm"]),
        ("", "2026-0012", []),
    ],
)
def test_a_number_is_marked_as_people_write_it(text: str, number: str, found: list[str]) -> None:
    assert [piece.text for piece in marked(text, [number]) if piece.is_marked] == found


@given(st.text(), st.lists(st.text(max_size=12), max_size=4))
def test_the_pieces_are_the_text(text: str, numbers: list[str]) -> None:
    assert "".join(piece.text for piece in marked(text, numbers)) == text


@pytest.mark.parametrize(
    ("text", "language", "cents"),
    [
        ("125", "nl", 12_500),
        ("1.250,00", "nl", 125_000),
        ("€ 1.250,5", "nl", 125_050),
        ("12.50", "nl", 1_250),
        ("1,250.00", "en", 125_000),
        ("0,00", "nl", 0),
    ],
)
def test_an_amount_is_read_as_it_is_written(text: str, language: Language, cents: int) -> None:
    assert cents_in(text, language) == cents


@pytest.mark.parametrize("text", ["", "veel", "1,2,3", "12.5.0", "1e3"])
def test_what_is_no_amount_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        cents_in(text, "nl")
