"""The texts are checked when they are read, so that a mistake never waits for a debtor."""

from importlib import resources

import pytest

from voldaan.letters.phrases import phrases, read_phrases

DUTCH = resources.files("voldaan.letters").joinpath("texts", "nl", "texts.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_shipped_texts_are_whole(language: str) -> None:
    assert phrases(language).language == language


def test_a_third_language_is_a_folder_and_no_code() -> None:
    assert read_phrases("fy", DUTCH).language == "fy"


def test_a_language_without_texts_is_named() -> None:
    with pytest.raises(ValueError, match=r'no texts for the language "xx". Add texts/xx/texts.toml'):
        phrases("xx")


@pytest.mark.parametrize(("old", "new", "said"), [
    ("{signer}: {phone}", "{signer}: {fone}", r"points.later.text.letter.by_both\" uses \{fone\}, which is not known"),
    ("{signer}: {phone}", "{signer}: {phone!r}", r"uses \{phone\}"),
    ("{signer}: {phone}", "{signer}: {phone", "a brace too many or too few"),
    ('closing = "Met vriendelijke groet,"', "", r"greeting.closing\" is missing"),
    ('closing = "Met vriendelijke groet,"', 'closing = ""', "must be a text that is not empty"),
    ('closing = "Met vriendelijke groet,"', "closing = 3", "must be a text that is not empty"),
    ("text.letter.by_", "text.brief.by_", "must give both sides of one choice; it gives brief, email"),
    ('iban = "Rekening"', 'ibann = "Rekening"', r"labels.ibann\" is not used"),
    ('"genuine"]', '"genuine", "magic"]', r"names \"magic\", which is none of"),
    ("[figures]", "[figures", "are not valid TOML"),
])  # fmt: skip
def test_a_mistake_is_named_with_its_place(old: str, new: str, said: str) -> None:
    assert old in DUTCH
    with pytest.raises(ValueError, match=said):
        read_phrases("nl", DUTCH.replace(old, new))


def test_every_mistake_is_told_at_once() -> None:
    broken = DUTCH.replace('iban = "Rekening"', "").replace("{signer}: {phone}", "{x}")
    with pytest.raises(ValueError, match=r'"labels.iban" is missing.*uses \{x\}'):
        read_phrases("nl", broken)
