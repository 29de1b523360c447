"""Long words with one wrong sign."""

import pytest

from voldaan.domain.answers.slips import mended


@pytest.mark.parametrize(
    ("word", "right"),
    [
        ("overlden", "overleden"),
        ("overleeden", "overleden"),
        ("schuldsanerign", "schuldsanering"),
        ("bewindvoeder", "bewindvoerder"),
        ("bewidnvoerder", "bewindvoerder"),
        ("recieved", "received"),
        ("creditnoto", "creditnota"),
        ("overleven", "overleven"),
        ("overleden", "overleden"),
        ("betaald", "betaald"),
        ("vrijdag", "vrijdag"),
        ("schudsanerign", "schudsanerign"),
        ("dood", "dood"),
        ("12345678", "12345678"),
    ],
)
def test_one_slip_is_mended_and_two_are_not(word: str, right: str) -> None:
    assert mended(word) == right
