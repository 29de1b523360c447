"""Words beside numbers that say what is paid of them: not these, these and more, or only a part."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.written.exceptions import EXCEPT
from voldaan.domain.matching.written.number_words import MORE_FOLLOW, SAYS_PART, call_of


@pytest.mark.parametrize(
    "text",
    [
        "ALLES BEHALVE 2026-0412",
        "ALLES BEHALVE FACTUUR 2026-0412",
        "ALLES BEHALVE DE FACTUUR VAN 2026-0412",
        "UITGEZONDERD: 2026-0412",
        "ALLES M.U.V. FACT.NR. F2026-0412",
        "MUV VF/2026/0093",
        "EXCL. FACT 12",
        "ALLES BUITEN FACTUURNUMMER 0412",
        "WAT OPENSTAAT BUITEN 2026-0412",
        "NIET VOOR NOTA 12",
        "SALDO MIN 2026-0412",
        "MINUS CREDITNOTA C-0001",
        "ALLES BEHALVE FACTUUR2026-0412",
        "ALLES BEHALVE ",
        "ALLES BEHALVE FACTUUR F",
    ],
)
def test_a_word_right_before_a_number_excepts_it(text: str) -> None:
    assert EXCEPT.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "NIET EERDER BETAALD 2026-0412",
        "NIET VERGETEN! 2026-0412",
        "MIN. VAN BINNENHOF 2026-0412",
        "45 MIN 2026-0412",
        "LES VAN 45 MIN. BOEK 2026-0412",
        "MIN KORTING 2026-0412",
        "MINUS 2% KORTING 2026-0412",
        "MINUS 2,5 % KORTING 2026-0412",
        "MIN DE BETALINGSKORTING 2026-0412",
        "EXCL BTW 2026-0412",
        "EXCL. 21% BTW 2026-0412",
        "ZONDER KOSTEN 2026-0412",
        "ZONDER EXTRA KOSTEN 2026-0412",
        "BUITEN DE STAD 2026-0412",
        "BUITENKRAAN 2026-0412",
        "SCHILDERWERK BUITEN 2026-0412",
        "TERRAS BUITEN, FACTUUR 2026-0412",
        "BETAALD OF NIET, FACTUUR 2026-0412",
        "ADMINISTRATIE 2026-0412",
        "2026-0412",
        "",
    ],
)
def test_a_word_for_something_else_excepts_nothing(text: str) -> None:
    assert not EXCEPT.search(text)


@pytest.mark.parametrize(
    ("text", "follow"),
    [
        ("2026-0412 EN VOLGENDE", True),
        ("2026-0412 EN VOLGENDEN", True),
        ("2026-0412 EN VOLGENDE WEEK", False),
        ("V. DAM 2026-0412", False),
        ("2026-0412 E.V.", True),
        ("2026-0412 EV", True),
        ("2026-0412 ENZ.", True),
        ("2026-0412 ETC", True),
        ("2026-0412 EVENEMENT", False),
        ("2026-0412 VOLGENS AFSPRAAK", False),
        ("2026-0412 EN 2026-0413", False),
        ("2026-0412 VAN", False),
        ("", False),
    ],
)
def test_words_that_say_that_more_follow(text: str, follow: bool) -> None:
    assert bool(MORE_FOLLOW.search(text)) is follow


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("2E TERMIJN", True),
        ("IN TERMIJNEN", True),
        ("BETALINGSTERMIJN", False),
        ("BINNEN DE TERMIJN", False),
        ("SLOTTERMIJN", True),
        ("DEELBETALING", True),
        ("EERSTE DEEL", True),
        ("EEN GEDEELTE", True),
        ("AFLOSSING", True),
        ("RESTANT", True),
        ("REST", True),
        ("TEILZAHLUNG", True),
        ("RESTAURANT", False),
        ("DEELNEMER", False),
        ("RATELBAND", False),
        ("ONDERDEEL", False),
        ("", False),
    ],
)
def test_words_for_a_part(text: str, part: bool) -> None:
    assert bool(SAYS_PART.search(text)) is part


@pytest.mark.parametrize("words", [["UUR"], ["UREN"], ["GEWERKTE", "UREN"]])
def test_hours_call_a_number_nothing(words: list[str]) -> None:
    assert call_of(words) == ""
    assert call_of(["FACTUUR", *words]) == ""


@given(st.text("MINUS BEHALVE.FACTUUR-0123456789 ", max_size=400))
def test_any_text_can_be_searched(text: str) -> None:
    for words in (EXCEPT, MORE_FOLLOW, SAYS_PART):
        found = words.search(text)
        assert found is None or found[0] in text
