"""A language is a folder: its texts, and the words by which the guard reads them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.domain.wording.whole_letters import notice_facts
from tests.letters.samples import FRIENDLY, message
from tests.letters.third_language import CODE, WORDS, a_third_language
from voldaan.domain.wording.facts import MessageKind
from voldaan.domain.wording.guard import check
from voldaan.letters.languages import SHIPPED, language_texts, language_words, languages_in
from voldaan.letters.phrases import checked_phrases
from voldaan.letters.render import letter_text, render, render_email
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_problems import TextsError

STYLE = HouseStyle()


def test_the_shipped_languages_are_there_dutch_first() -> None:
    shipped = languages_in((SHIPPED,))
    assert shipped[0] == "nl"
    assert {"nl", "en"} <= set(shipped)


@pytest.mark.parametrize("stage", FRIENDLY)
@pytest.mark.parametrize("on_behalf", [False, True])
def test_a_whole_message_is_written_in_a_third_language(
    tmp_path: Path, stage: MessageKind, on_behalf: bool
) -> None:
    folders = (a_third_language(tmp_path), SHIPPED)
    assert CODE in languages_in(folders)
    texts = checked_phrases(CODE, language_texts(CODE, folders))
    facts = message(stage, on_behalf=on_behalf, person=True, invoices=2, language=CODE)
    subject, _, text = render_email(facts, STYLE, texts)
    assert re.search(r"\d\. (?:Okto|Novo|Deco) 2026", text)
    assert "invoyces" in text
    for read in (f"{subject}\n{text}", letter_text(facts, STYLE, texts)):
        assert check(facts, read, language_words(CODE, folders)) == ()


def test_its_letter_is_set_too(tmp_path: Path) -> None:
    folders = (a_third_language(tmp_path), SHIPPED)
    texts = checked_phrases(CODE, language_texts(CODE, folders))
    assert render(message(language=CODE), STYLE, texts).pdf.startswith(b"%PDF")


@pytest.mark.parametrize(("old", "new", "rule"), [
    ("4. Deco 2026", "5. Deco 2026", "date.foreign"),
    ("2026-118", "2026-777", "reference.foreign"),
    ("Kind regards", "This is your final warning. Kind regards", "tone.forbidden"),
    ("Kind regards", "Otherwise we go to court. Kind regards", "threat.not_planned"),
    ("Kind regards", "There will be costs. Kind regards", "costs.named"),
    ("Kind regards", "There are no costs if you pay in time. Kind regards", "costs.named"),
    ("Kind regards", "Please pay within 5 days. Kind regards", "term.relative"),
    ("Kind regards", "You have 7 invoyces. Kind regards", "count.foreign"),
])  # fmt: skip
def test_the_guard_reads_its_words_from_the_folder(tmp_path: Path, old: str, new: str, rule: str) -> None:
    folders = (a_third_language(tmp_path), SHIPPED)
    texts = checked_phrases(CODE, language_texts(CODE, folders))
    facts = message(invoices=2, language=CODE)
    text = letter_text(facts, STYLE, texts)
    assert old in text
    found = {one.rule for one in check(facts, text.replace(old, new), language_words(CODE, folders))}
    assert rule in found


def test_without_its_words_nobody_can_look_at_a_message(tmp_path: Path) -> None:
    folders = (a_third_language(tmp_path, words=""), SHIPPED)
    with pytest.raises(
        TextsError, match=r'"xy" has no words for the guard. Add texts/xy/words.toml'
    ) as refused:
        language_words(CODE, folders)
    assert "heeft geen woorden voor de controle" in refused.value.problems[0].nl
    with pytest.raises(ValueError, match="no words for the language"):
        check(message(language=CODE), "Dear all,")


def test_words_that_lack_something_are_refused_with_every_place(tmp_path: Path) -> None:
    broken = WORDS.replace('interest = ["interest"]', "").replace("[terms]", "[term]")
    with pytest.raises(
        TextsError, match=r'"term" is not used.*"costs.interest" must be a list.*"terms.relative"'
    ):
        language_words(CODE, (a_third_language(tmp_path, words=broken), SHIPPED))


def test_the_installation_says_one_sentence_otherwise(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "texts.toml").write_text(
        '[greeting]\nclosing = "Hartelijke groet,"\n', encoding="utf-8"
    )
    texts = checked_phrases("nl", language_texts("nl", (tmp_path, SHIPPED)))
    assert "Hartelijke groet," in letter_text(message(), STYLE, texts)
    assert "Beste medewerker van" in letter_text(message(), STYLE, texts)


def test_a_file_that_is_no_text_is_named(tmp_path: Path) -> None:
    (tmp_path / "nl").mkdir()
    (tmp_path / "nl" / "texts.toml").write_bytes(b'[greeting]\nclosing = "\xff"\n')
    with pytest.raises(TextsError, match=r"nl.texts.toml is no text in UTF-8"):
        language_texts("nl", (tmp_path, SHIPPED))


def test_there_is_no_notice_in_a_language_without_the_words_of_the_law(tmp_path: Path) -> None:
    folders = (a_third_language(tmp_path), SHIPPED)
    notice = notice_facts()
    with pytest.raises(ValueError, match="cannot be a fourteen-day notice in the language xy"):
        letter_text(
            replace(notice, language=CODE), STYLE, checked_phrases(CODE, language_texts(CODE, folders))
        )
    found = check(replace(notice, language=CODE), "Dear all,", language_words(CODE, folders))
    assert "notice.language" in {one.rule for one in found}
