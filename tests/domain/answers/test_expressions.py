"""The notation of the tables, and how a text falls into sentences."""

import pytest

from voldaan.domain.answers.expressions import says
from voldaan.domain.answers.sentences import plain, sentences


@pytest.mark.parametrize(
    ("expression", "sentence", "expected"),
    [
        ("factuur nooit ontvangen", "factuur nooit ontvangen", True),
        ("factuur nooit ontvangen", "factuur nog nooit ontvangen", False),
        ("factuur ... ontvangen", "factuur a b c d e f ontvangen", True),
        ("factuur ... ontvangen", "factuur a b c d e f g ontvangen", False),
        ("factuur|nota", "de nota is zoek", True),
        ("nota", "de creditnota is zoek", False),
        ("*nota", "de creditnota is zoek", True),
        ("nog_niet|nooit ... betaald", "ik heb nog niet alles betaald", True),
        ("heb [al] betaald", "ik heb betaald", True),
        ("heb [al] betaald", "ik heb al betaald", True),
        ("# dozen", "er kwamen 10 dozen", True),
        ("# dozen", "er kwamen tien dozen", False),
        ("kapot & betaal", "ik betaal niet want hij is kapot", True),
        ("kapot & betaal", "ik betaal niet", False),
        ("< sorry", "sorry vergeten", True),
        ("< sorry", "o sorry vergeten", False),
        ("betaald >", "is al betaald", True),
        ("betaald >", "is betaald door mij", False),
        ("@PAID", "het is overgeboekt", True),
    ],
)
def test_what_an_expression_says(expression: str, sentence: str, expected: bool) -> None:
    assert says(expression, sentence) is expected


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Al betaald. Groet, Jan", ["Al betaald.", "Groet, Jan"]),
        ("Beste mevr. Jansen, dhr. B. de Wit van Bakker B.V. belt.", None),
        ("Ik betaal € 1.250,00 op 15.12.2026.", None),
        ("al betaald!!! echt waar?", ["al betaald!!!", "echt waar?"]),
        ("Hallo,\nik betaal morgen", ["Hallo,", "ik betaal morgen"]),
        ("al betaald.Groeten Jan", ["al betaald.", "Groeten Jan"]),
        ("een regel die over\nde rand gaat", None),
        ("", []),
        ("...", []),
    ],
)
def test_where_a_sentence_ends(text: str, parts: list[str] | None) -> None:
    assert [sentence.stands for sentence in sentences(text)] == ([text] if parts is None else parts)


def test_a_sentence_in_small_letters_without_signs() -> None:
    assert plain("Één factuur: 2026-01, déze! Mail jan@x.example") == "een factuur 2026-01 deze ! mail adres"
