"""How plain the words of a text set are: each section with its sentence and why, without what belongs to its kind."""

import pytest

from voldaan.letters.text_sets import read_text_set
from voldaan.usecases.advise_texts import advise_texts

HEAD = 'name = "Standaard"\nbase = "standard"\n'


@pytest.mark.parametrize(("section", "path"), [
    ('[nl.stages.FIRST_REMINDER]\ntitle = "Derhalve"', "stages.FIRST_REMINDER"),
    ('[nl.sms.one]\nFIRST_REMINDER = "derhalve staat factuur {invoice} van {amount} open."', "sms.one.FIRST_REMINDER"),
    ('[nl.call]\nask_lines = ["Kunt u derhalve iets zeggen?"]', "call"),
    ('[nl.thanks]\ntitle = "Derhalve bedankt"', "thanks"),
    ('[nl.confirmation.MOVED]\ntitle = "Derhalve verhuisd"', "confirmation.MOVED"),
    ('[nl.statement]\nnote = "Derhalve is dit een overzicht."', "statement"),
])  # fmt: skip
def test_a_hard_word_is_named_with_its_sentence(section: str, path: str) -> None:
    (advised,) = [one for one in advise_texts(read_text_set(f"{HEAD}{section}\n")) if "erhalve" in one.nl]
    assert (advised.path, "erhalve" in advised.sentence) == (path, True)
    assert advised.told("nl").startswith("Moeilijk woord: «")
    assert advised.told("en").startswith("A hard word")


def test_nothing_is_said_of_what_belongs_to_a_text_message_or_of_names_and_accounts() -> None:
    text = HEAD + '[nl.sms]\nsigned = "Groet, {signer}"\n[nl.thanks]\ntitle = "Dank u wel"\n'
    assert list(advise_texts(read_text_set(text))) == []


def test_of_english_nothing_is_known() -> None:
    assert list(advise_texts(read_text_set(HEAD + '[en.thanks]\ntitle = "Hereby thank you"\n'))) == []
