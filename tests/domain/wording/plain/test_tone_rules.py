"""Tone: each labelled sentence, what is told as refused by the guard, and the neighbours that are kind."""

import pytest

from tests.domain.wording.plain.labelled_tones import KEPT_APART, SET_ON, Wrong
from tests.domain.wording.whole_letters import OWN
from voldaan.domain.wording import guard
from voldaan.domain.wording.plain.finding import Code
from voldaan.domain.wording.plain.read import read_plainly

CODES: dict[Wrong, frozenset[Code]] = {
    "REPROACH": frozenset({"tone.reproach", "tone.refused"}),
    "THREAT": frozenset({"tone.threat", "tone.refused"}),
    "COMMAND": frozenset({"tone.command", "tone.refused"}),
    "MORAL": frozenset({"tone.moral", "tone.refused"}),
    "SHOUTING": frozenset({"tone.capitals", "tone.exclamation"}),
    "FAMILIAR": frozenset({"tone.familiar"}),
    "MIXED": frozenset({"tone.mixed"}),
    "DISTANT": frozenset({"tone.distant"}),
}


def tones(text: str) -> list[Code]:
    """Return what is said of a text's kindness."""
    return [finding.code for finding in read_plainly(text, "nl").findings if finding.is_tone]


@pytest.mark.parametrize(("text", "wrong"), SET_ON)
def test_each_sentence_of_the_set_is_judged_as_labelled(text: str, wrong: Wrong | None) -> None:
    found = tones(text)
    assert found == [] if wrong is None else CODES[wrong] & set(found)


def test_no_kind_sentence_that_was_kept_apart_is_blamed() -> None:
    assert [text for text, wrong in KEPT_APART if wrong is None and tones(text)] == []


@pytest.mark.parametrize(
    "text",
    [
        "U hebt verzuimd te betalen.",
        "Dan schakelen wij een deurwaarder in.",
        "Dit is uw laatste waarschuwing.",
        "Wij verwijten u niets.",
        "Er loopt geen procedure.",
        "Dan loopt er nog geen procedure.",
    ],
)
def test_what_the_guard_refuses_for_its_manners_is_told_as_refused(text: str) -> None:
    manners = {"tone.forbidden", "threat.not_planned"}
    refused = any(finding.rule in manners for finding in guard.check(OWN, text))
    assert ("tone.refused" in tones(text)) is refused


@pytest.mark.parametrize(
    ("broken", "kept", "code"),
    [
        ("Betaal het bedrag.", "Betaal het bedrag, dan is het klaar.", "tone.command"),
        ("Betaal het bedrag. Wij wachten.", "Betaal het bedrag. Dan is het klaar.", "tone.command"),
        ("Betaal het bedrag.", "Betaalt u het bedrag?", "tone.command"),
        ("U moet dit doen.", "U hoeft dit niet te doen.", "tone.command"),
        ("Uw FACTUUR is open.", "Uw IBAN is bekend bij ABN.", "tone.capitals"),
        ("Wilt u je rekening betalen?", "Wil je je rekening betalen?", "tone.mixed"),
        ("Dank u wel!", "Dank u wel.", "tone.exclamation"),
        ("Dank u wel 😀", "Dank u wel (zie 2:3)", "tone.familiar"),
    ],
)
def test_a_tone_and_its_neighbour(broken: str, kept: str, code: Code) -> None:
    assert code in tones(broken)
    assert code not in tones(kept)


def test_of_u_and_je_the_rarer_is_named() -> None:
    report = read_plainly("Uw factuur is open. U kunt betalen. Bel je ons?", "nl")
    (finding,) = [one for one in report.findings if one.code == "tone.mixed"]
    assert (finding.found, finding.instead, finding.sentence) == ("je", "u", "Bel je ons?")
