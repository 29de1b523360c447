"""An invented message beside the reminders, in a text that nobody has kept yet, with all that is said of it."""

from dataclasses import dataclass

from voldaan.domain.wording.finding import Finding
from voldaan.letters.specimens_apart import Apart
from voldaan.letters.text_problems import TextProblem, TextsError
from voldaan.letters.text_sets import TextSet
from voldaan.usecases.judge_sections import findings_apart, invented_of, said_apart, too_long
from voldaan.usecases.known_texts import TextsInUse


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedSection:
    """One invented message, as it would be read or said."""

    subject: str
    """Of an e-mail."""
    text: str
    parts: int
    """In how many parts a text message goes."""
    findings: tuple[Finding, ...]
    """What the guard says of it, and then of the other invented messages of this kind."""


def preview_sections(
    text_set: TextSet, *, part: str, language: str, kind: str, by_agency: bool
) -> PreviewedSection:
    """Return an invented message of this part in a text; `kind` is its stage, or what it confirms.

    Raises:
        TextsError: the text cannot be filled in, is too long for a text message, or there is none in the language.
    """
    in_use = TextsInUse(key="", number=0, text_set=text_set)
    texts, words = in_use.phrases(language), in_use.words_of(language)
    if part not in texts.tree:
        nl = "In deze taal zijn hiervoor geen teksten: zo'n bericht gaat in het Nederlands."
        en = "There are no texts for this in this language: such a message goes in Dutch."
        raise TextsError([TextProblem(part, nl, en)])
    tried = list(invented_of(f"{part}.{kind}" if part == "confirmation" else part, language))
    if part == "sms":
        tried = [one for one in tried if one.facts.stage == kind]
    said = {}
    for one in tried:
        try:
            said[id(one)] = said_apart(one, texts)
        except ValueError:
            raise TextsError([too_long(one.path)]) from None
    shown = _first(tried, by_agency=by_agency)
    findings = [each for one in (shown, *tried) for each in findings_apart(one, said[id(one)], words)]
    told = said[id(shown)]
    by_rule = {each.rule: each for each in reversed(findings)}
    return PreviewedSection(
        subject=told.subject, text=told.text, parts=told.parts, findings=tuple(reversed(by_rule.values()))
    )


def _first(tried: list[Apart], *, by_agency: bool) -> Apart:
    """Return a message of who was asked for: to an organisation where there is one, since it is told the most."""
    asked = [one for one in tried if one.facts.on_behalf is by_agency] or tried
    return next((one for one in asked if not one.facts.addressee.is_natural_person), asked[0])
