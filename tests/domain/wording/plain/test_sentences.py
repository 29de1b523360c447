"""A text as sentences and words: where one ends, what is only a stop, and that every place is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.wording.plain.sentences import sentences
from voldaan.domain.wording.plain.syllables import syllables


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("De factuur is open. Wilt u betalen?", ["De factuur is open.", "Wilt u betalen?"]),
        ("Bel de heer J.P. de Wit. Hij helpt u.", ["Bel de heer J.P. de Wit.", "Hij helpt u."]),
        ("Zie factuur nr. 12 d.d. 3 mei.", ["Zie factuur nr. 12 d.d. 3 mei."]),
        ("Bakkerij Korenaar B.V. heeft betaald.", ["Bakkerij Korenaar B.V. heeft betaald."]),
        ("Wij hebben € 1.234,50 ontvangen. Dank u wel!", ["Wij hebben € 1.234,50 ontvangen.", "Dank u wel!"]),
        ("Beste mevrouw,\nUw factuur is open", ["Beste mevrouw,", "Uw factuur is open"]),
        ("- Bel ons.\n- Mail ons.\n1. Betaal.", ["Bel ons.", "Mail ons.", "Betaal."]),
        ("Te betalen: € 12,00\nRekening: NL91 ABNA 0417 1643 00", 2),
        ("\n\n  \n", []),
        ("---\n***", []),
    ],
)
def test_where_sentences_end(text: str, parts: list[str] | int) -> None:
    found = [sentence.text for sentence in sentences(text)]
    assert (len(found) if isinstance(parts, int) else found) == parts


def test_a_line_that_was_only_wrapped_goes_on_below() -> None:
    text = "Wij hebben gezien dat de factuur van vorige maand nog open\nstaat. Wilt u betalen?"
    assert [len(sentence.words) for sentence in sentences(text)] == [12, 3]
    apart = "Wij hebben gezien dat de factuur van vorige maand nog open\nRekening: NL91 ABNA 0417 1643 00"
    assert len(sentences(apart)) == 2


def test_an_amount_a_day_and_an_account_are_one_word_each() -> None:
    (sentence,) = sentences(
        "Maak € 85,00 voor 4 december 2026 over naar NL91 ABNA 0417 1643 00 t.n.v. {creditor}."
    )
    assert [(word.text, word.kind) for word in sentence.words if word.kind != "WORD"] == [
        ("€ 85,00", "NUMBER"),
        ("4 december 2026", "NUMBER"),
        ("NL91 ABNA 0417 1643 00", "NAME"),
        ("t.n.v.", "SHORT"),
        ("{creditor}", "NAME"),
    ]


def test_headings_and_greetings_do_not_count_as_sentences() -> None:
    parts = sentences("Beste mevrouw De Vries,\nOverzicht\nUw factuur staat nog open.\nBel ons.")
    assert [sentence.counts for sentence in parts] == [False, False, True, True]


@given(st.text(alphabet="aU.,!?:;-*€1{}()\n \u00a0’éİnr", max_size=200))
def test_every_place_holds_what_it_says(text: str) -> None:
    for sentence in sentences(text):
        assert text[sentence.start : sentence.end] == sentence.text
        assert len(sentence.small) == len(sentence.text)
        for word in sentence.words:
            assert text[word.start : word.end] == word.text


def test_a_hostile_text_is_read_to_its_end() -> None:
    for text in ("A. " * 20_000, "(" * 20_000, "\n- a" * 5_000, "A.B." * 5_000):
        assert sum(len(sentence.text) for sentence in sentences(text)) <= len(text)


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("u", 1), ("bij", 1), ("nieuw", 1), ("betaal", 2), ("factuur", 2), ("geïnd", 2), ("beëindigen", 4),
        ("aangelegenheid", 5), ("betalingsregeling", 6), ("ijzer", 2), ("mw", 1),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_vowels(word: str, count: int) -> None:
    assert syllables(word) == count


@pytest.mark.parametrize("number", ["KB2600039", "DM26-0094", "2026-0001", "F2026/12"])
def test_the_number_of_an_invoice_is_one_number(number: str) -> None:
    (sentence,) = sentences(f"Wij schrijven u over factuur {number}.")
    assert [word.text for word in sentence.words if word.kind == "NUMBER"] == [number]
