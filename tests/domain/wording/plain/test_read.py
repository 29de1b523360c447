"""The whole report: our own letters pass, hard texts do not, every finding has its place and its sentence."""

import doctest
import importlib
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import voldaan.letters
from tests.domain.wording.plain.labelled_pairs import KEPT_APART, SET_ON
from tests.letters.samples import FRIENDLY, message
from voldaan.domain.wording.facts import MessageKind
from voldaan.domain.wording.plain.finding import Code, PlainFinding
from voldaan.domain.wording.plain.read import LanguageNotRead, ReadLanguage, read_plainly
from voldaan.domain.wording.plain.why import why
from voldaan.letters.render import letter_text
from voldaan.letters.style import HouseStyle

TEXTS = Path(voldaan.letters.__file__).parent / "texts" / "nl" / "texts.toml"


def written(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text that is shipped, with its name; a list is one text."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, list):
        yield path, "\n".join(value)
    else:
        for key, below in value.items():
            if not (path == "" and key == "figures") and not (key == "points" and isinstance(below, list)):
                yield from written(below, f"{path}.{key}")


def test_every_text_that_is_shipped_is_plain_and_kind() -> None:
    shipped = dict(written(tomllib.loads(TEXTS.read_text(encoding="utf-8"))))
    assert len(shipped) > 200
    blamed = {
        path: [(finding.code, finding.found) for finding in read_plainly(text, "nl").findings]
        for path, text in shipped.items()
        if read_plainly(text, "nl").findings
    }
    assert blamed == {}


@pytest.mark.parametrize("on_behalf", [False, True])
@pytest.mark.parametrize("stage", FRIENDLY)
def test_every_letter_as_it_is_sent_has_level_b1(stage: MessageKind, on_behalf: bool) -> None:
    report = read_plainly(letter_text(message(stage, on_behalf=on_behalf, invoices=3), HouseStyle()), "nl")
    assert (report.level, [one.code for one in report.findings]) == ("B1", [])


def test_the_levels_of_the_labelled_sentences() -> None:
    pairs = (*SET_ON, *KEPT_APART)
    assert read_plainly(" ".join(hard for hard, _ in pairs), "nl").level == "C1"
    assert read_plainly(" ".join(plain for _, plain in pairs), "nl").level == "B1"


@pytest.mark.parametrize(("hard", "plain"), SET_ON)
def test_the_hard_sentence_weighs_more_and_is_told_why(hard: str, plain: str) -> None:
    of_hard, of_plain = read_plainly(hard, "nl"), read_plainly(plain, "nl")
    assert of_hard.measures.load_tenths > of_plain.measures.load_tenths
    assert any(not finding.is_tone for finding in of_hard.findings)
    assert of_plain.findings == ()


def test_the_figures_of_a_text_that_was_counted_by_hand() -> None:
    report = read_plainly("Uw factuur is open. Wilt u het bedrag betalen? De brief wordt verstuurd.", "nl")
    figures = report.measures
    assert (figures.sentences, figures.words, figures.longest, figures.mean_words_tenths) == (3, 13, 5, 43)
    assert (figures.passives, figures.hard_words, figures.clauses) == (1, 0, 0)
    assert figures.flesch_douma == 90
    assert figures.load_tenths == 120
    assert report.level == "TOO_SHORT"


def test_a_text_of_long_sentences_is_told_at_its_longest() -> None:
    text = "Wij zien dat u gisteren aan het einde van de dag een mail aan ons hebt gestuurd. " * 3
    assert [one.found for one in read_plainly(text, "nl").findings if one.code == "text.long_sentences"] == [
        "17,0"
    ]
    short = "Wij zien uw mail van gisteren. " * 3
    assert read_plainly(short, "nl").findings == ()


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("Onderwerp: uw factuur", True),
        ("Betreft: graag voor 4 december betalen", False),
        ("Onderwerp: graag uiterlijk {pay_by} betalen", False),
    ],
)
def test_a_subject_says_until_when(subject: str, told: bool) -> None:
    codes = [one.code for one in read_plainly(f"{subject}\n\nBeste mevrouw,", "nl").findings]
    assert ("subject.no_day" in codes) is told


def test_a_hard_word_that_is_refused_is_told_once_with_its_plain_one() -> None:
    (finding,) = read_plainly("Wij hebben dit reeds gezien.", "nl").findings
    assert (finding.code, finding.found, finding.instead) == ("tone.refused", "reeds", "al")
    assert why(finding, "nl").endswith("weigert het. Schrijf liever: al.")


def test_only_dutch_is_read() -> None:
    with pytest.raises(LanguageNotRead, match="in Dutch only"):
        read_plainly("Please pay.", cast("ReadLanguage", "en"))


@pytest.mark.parametrize("code", get_args(Code))
def test_every_code_has_its_words_in_both_languages(code: Code) -> None:
    finding = PlainFinding(code=code, sentence="iets", place=(0, 4), found="iets", instead="wat", count=3)
    dutch, english = why(finding, "nl"), why(finding, "en")
    assert dutch != english
    assert "{" not in dutch + english


@given(st.text(max_size=300))
def test_any_text_is_read_and_every_place_lies_in_it(text: str) -> None:
    for finding in read_plainly(text, "nl").findings:
        start, end = finding.place
        assert 0 <= start < end <= len(text)
        assert finding.sentence in text


@pytest.mark.parametrize("module", ["read", "sentences", "syllables", "why"])
def test_the_examples_in_the_code_are_true(module: str) -> None:
    tried = doctest.testmod(importlib.import_module(f"voldaan.domain.wording.plain.{module}"))
    assert tried.attempted > 0
    assert tried.failed == 0


def test_the_figures_are_printed_for_pairs_of_others_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from benchmarks import plain

    pairs = "Complex,Simple\nWij verzoeken u derhalve te betalen.,Wilt u betalen?\n"
    (tmp_path / "theirs.csv").write_text(pairs, encoding="utf-8")
    monkeypatch.setenv(plain.FOLDER, str(tmp_path))
    monkeypatch.setattr(plain, "_LETTER_ROUNDS", 1)
    lines = list(plain.run())
    assert "plain-theirs-ours 1/1 right, 0 the same, 0 wrong; AUC 1.00" in lines
    assert "plain-own-kept-apart-ours 14/14 right, 0 the same, 0 wrong; AUC 1.00" in lines
