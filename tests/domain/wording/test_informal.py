"""What the guard refuses with "u", it refuses with "je"."""

import pytest

from tests.letters.samples import message
from voldaan.domain.wording.guard import check
from voldaan.domain.wording.language_words import words_in_code


@pytest.mark.parametrize(("formal", "informal", "rule"), [
    ("Waarom betaalt u niet?", "Waarom betaal je niet?", "tone.forbidden"),
    ("U bent te laat.", "Je bent te laat.", "tone.forbidden"),
    ("Nu bent u te laat.", "Nu ben je te laat.", "tone.forbidden"),
    ("U dient te betalen.", "Je dient te betalen.", "tone.forbidden"),
    ("Denkt u nu echt dat dit kan?", "Denk je nu echt dat dit kan?", "tone.forbidden"),
    ("Dat is uw plicht.", "Dat is jouw plicht.", "tone.forbidden"),
    ("Wij bellen uw werkgever.", "Wij bellen je werkgever.", "threat.not_planned"),
    ("Wij komen bij u langs.", "Wij komen bij jou langs.", "threat.not_planned"),
])  # fmt: skip
def test_both_addresses_are_read_alike(formal: str, informal: str, rule: str) -> None:
    facts = message()
    for text in (formal, informal):
        assert rule in {one.rule for one in check(facts, text)}, text


def test_every_widened_pattern_is_one() -> None:
    assert words_in_code("nl").language == "nl"
    assert any("(?:uw|je|jouw)" in one for one in words_in_code("nl").never_planned)
    assert not any("jouw" in one for one in words_in_code("en").never_planned)
