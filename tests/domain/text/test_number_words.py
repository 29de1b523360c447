"""Numbers in words, Dutch and English."""

import pytest

from voldaan.domain.text.number_words import number_of


@pytest.mark.parametrize(("words", "number"), [
    ("veertig", 40), ("eenentwintig", 21), ("één", 1), ("drieëntwintig", 23), ("honderdvijf", 105),
    ("twaalfhonderdvierendertig", 1234), ("duizend tweehonderdvierendertig", 1234), ("tweeduizend", 2000),
    ("twee duizend en vijf", 2005), ("forty", 40), ("forty-five", 45), ("one hundred and five", 105),
    ("one thousand two hundred and thirty-four", 1234), ("twelve hundred", 1200),
    ("graag", None), ("", None), ("en", None), ("veertig en", None), ("x" * 500, None), ("een paar", None),
])  # fmt: skip
def test_a_number_in_words_is_read(words: str, number: int | None) -> None:
    assert number_of(words) == number
