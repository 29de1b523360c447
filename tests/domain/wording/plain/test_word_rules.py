"""Words: what has a plainer one, what is written short, what is long, and what is a name."""

import pytest

from voldaan.domain.wording.plain.finding import Code
from voldaan.domain.wording.plain.hard_phrases import HARD_PHRASES
from voldaan.domain.wording.plain.hard_words import HARD_WORDS
from voldaan.domain.wording.plain.sentences import sentences
from voldaan.domain.wording.plain.short_forms import KNOWN_LONG, SHORT_FORMS
from voldaan.domain.wording.plain.syllables import syllables
from voldaan.domain.wording.plain.word_rules import LONG_FROM, are_plain, is_long


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wij bellen u derhalve.", [("word.hard", "derhalve", "dus, daarom")]),
        ("Dit is ten behoeve van u.", [("word.hard", "ten behoeve van", "voor")]),
        ("Zie de brief d.d. 3 mei.", [("word.short", "d.d.", "van")]),
        ("Zie factuur nr. 12 van ons.", [("word.short", "nr", "nummer")]),
        ("Dit is vertrouwelijkheidshalve.", [("word.long", "vertrouwelijkheidshalve", "")]),
        ("Bel Derhalve Bouw.", []),
        ("Uw betalingsregeling en uw betalingskenmerk.", []),
        ("Wilt u uiterlijk vrijdag betalen?", []),
    ],
)
def test_a_word_and_what_to_write(text: str, found: list[tuple[Code, str, str]]) -> None:
    (sentence,) = sentences(text)
    assert [(one.code, one.found, one.instead) for one in are_plain(sentence)] == found


def test_the_tables_hold_small_words_that_say_what_to_write() -> None:
    for table in (HARD_WORDS, SHORT_FORMS):
        assert [
            (form, plain) for form, plain in table.items() if form != form.lower() or not plain.strip()
        ] == []
    assert [form for form in HARD_PHRASES if len(form) < 2] == []


def test_no_word_is_replaced_by_a_hard_one() -> None:
    said = {word for plain in (*HARD_WORDS.values(), *SHORT_FORMS.values()) for word in plain.split(", ")}
    assert sorted(said & set(HARD_WORDS)) == []


def test_every_known_long_word_would_be_named_otherwise() -> None:
    assert [word for word in sorted(KNOWN_LONG) if syllables(word) < LONG_FROM or is_long(word)] == []
