"""What is said of a text set before it is used: what is wrong with it, and what the guard would refuse of anybody."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

from voldaan.domain.strategy.strategy import NOTICE
from voldaan.domain.strategy.written_lines import paths_by_line
from voldaan.domain.wording.facts import TEXT_KEYS, MessageFacts, MessageKind
from voldaan.domain.wording.guard import Finding, check
from voldaan.domain.wording.language_words import LanguageWords
from voldaan.letters.phrases import Phrases
from voldaan.letters.render import letter_text, render_email
from voldaan.letters.specimens import specimens
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_problems import TextProblem, TextsError
from voldaan.letters.text_sections import REPLY_SECTIONS, SPOKEN_SECTIONS
from voldaan.letters.text_sets import TextSet, base_texts, read_text_set
from voldaan.letters.text_trees import leaves
from voldaan.usecases.judge_sections import problems_apart
from voldaan.usecases.known_texts import TextsInUse, folders, languages

CHARACTERS_MAX = 200_000
PROBLEMS_MAX = 60
Weight = Literal["WRONG", "REFUSED"]
"""WRONG: it cannot be read or filled in. REFUSED: the guard would stop every message of this kind."""
_STAGE = re.compile(r"(?:(?P<language>[a-z]{2})\.)?stages\.(?P<stage>[A-Z_]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSaid:
    """One thing that is said of a text set, with where it is."""

    weight: Weight
    path: str
    nl: str
    en: str
    line: int | None = None

    def told(self, language: str) -> str:
        """Return it as a sentence, with its line where that is known."""
        return TextProblem(self.path, self.nl, self.en, self.line).told(language)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedTexts:
    """A text set with all that keeps it from being used."""

    text: str
    text_set: TextSet | None
    said: tuple[TextSaid, ...]

    @property
    def may_be_used(self) -> bool:
        """Test if nothing keeps it from being used."""
        return self.text_set is not None and not self.said

    def must_be_usable(self) -> TextSet:
        """Return the set.

        Raises:
            TextsError: something keeps it from being used.
        """
        if self.text_set is None or self.said:
            raise TextsError([TextProblem(one.path, one.nl, one.en, one.line) for one in self.said])
        return self.text_set


def judged_texts(text: str) -> JudgedTexts:
    """Return what is said of a text set. It never raises: what is wrong stands in the answer."""
    text = cleaned(text)
    if len(text) > CHARACTERS_MAX:
        nl = f"de tekst heeft {len(text)} tekens, en een tekstset heeft er ten hoogste {CHARACTERS_MAX}. Kort hem in."
        en = f"the text has {len(text)} characters, and a text set has at most {CHARACTERS_MAX}. Shorten it."
        said = TextSaid(weight="WRONG", path="", nl=nl, en=en)
        return JudgedTexts(text=text[:CHARACTERS_MAX], text_set=None, said=(said,))
    return _judged(text)


def cleaned(text: str) -> str:
    """Return a text as it is kept: without the marks of one editor, and with an end to its last line."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return plain if not plain or plain.endswith("\n") else f"{plain}\n"


def findings_of_text(
    facts: MessageFacts, texts: Phrases, words: LanguageWords, style: HouseStyle
) -> tuple[Finding, ...]:
    """Return what the guard says of a message in these texts: of the e-mail and of the letter, each break once."""
    subject, _, text = render_email(facts, style, texts)
    of_mail = check(facts, f"{subject}\n{text}", words)
    told = {finding.rule for finding in of_mail}
    # What the letter breaks as well is the same sentence once more.
    of_letter = check(facts, letter_text(facts, style, texts), words)
    return (*of_mail, *(finding for finding in of_letter if finding.rule not in told))


def changed_kinds(text_set: TextSet, language: str) -> tuple[MessageKind, ...]:
    """Return which reminders a set says otherwise in a language: all, where it changes what they share."""
    changes = text_set.changes.get(language, {})
    if changes.keys() - {"stages"} - SPOKEN_SECTIONS - REPLY_SECTIONS:
        return TEXT_KEYS
    return tuple(key for key in TEXT_KEYS if key in changes.get("stages", {}))


def _judged(text: str) -> JudgedTexts:
    try:
        text_set = read_text_set(text)
    except TextsError as error:
        return JudgedTexts(text=text, text_set=None, said=_wrong(error, text, ""))
    in_use = TextsInUse(key="", number=0, text_set=text_set)
    said = [one for code in text_set.changes for one in _said_of(in_use, code, text)]
    return JudgedTexts(text=text, text_set=text_set, said=tuple(said[:PROBLEMS_MAX]))


def _said_of(in_use: TextsInUse, code: str, text: str) -> Iterator[TextSaid]:
    if code not in languages():
        known = ", ".join(languages())
        nl = f'"{code}" is een taal waarvan wij geen teksten hebben. Bekend zijn: {known}.'
        yield TextSaid(
            weight="WRONG", path=code, nl=nl, en=f'"{code}" is a language without texts. Known are: {known}.'
        )
        return
    try:
        in_use.phrases(code)
        in_use.phrases(code, for_notice=True)
    except TextsError as error:
        yield from _wrong(error, text, code)
        return
    yield from refusals_of_specimens(in_use, code, text)


def refusals_of_specimens(in_use: TextsInUse, code: str, text: str = "") -> Iterator[TextSaid]:
    """Yield what the guard refuses of invented messages in the texts that a set changes: it would stop everybody's."""
    seen: set[tuple[str, str]] = set()
    lines = _lines(text)
    for kind in changed_kinds(in_use.text_set, code):
        texts, words = in_use.phrases(code, for_notice=kind == NOTICE), in_use.words_of(code)
        for facts in specimens(kind, code):
            for finding in findings_of_text(facts, texts, words, HouseStyle()):
                if (kind, finding.rule) not in seen:
                    seen.add((kind, finding.rule))
                    yield _refused(finding, f"stages.{kind}", code, lines)
    changes = in_use.text_set.changes.get(code, {})
    for path, said in problems_apart(in_use.phrases(code), in_use.words_of(code), changes):
        if isinstance(said, Finding):
            yield _refused(said, path, code, lines)
        else:
            yield _unfit(said, code, lines)


def _unfit(said: TextProblem, code: str, lines: Mapping[str, int]) -> TextSaid:
    path = f"{code}.{said.path}"
    return TextSaid(weight="WRONG", path=path, nl=said.nl, en=said.en, line=_line(lines, path))


def _refused(finding: Finding, path: str, code: str, lines: Mapping[str, int]) -> TextSaid:
    place = f"{code}.{path}"
    below = (number for at, number in lines.items() if at.startswith(f"{place}."))
    line = next(below, lines.get(place))
    rule = f"{finding.rule}, {finding.basis}"
    return TextSaid(
        weight="REFUSED",
        path=f"{code}.{path}",
        nl=f"{path}: {finding.sentence_nl} ({rule})",
        en=f"{path}: «{finding.found}» {finding.mend} ({rule})",
        line=line,
    )


def _wrong(error: TextsError, text: str, code: str) -> tuple[TextSaid, ...]:
    lines = _lines(text)
    return tuple(
        TextSaid(
            weight="WRONG",
            path=f"{code}.{one.path}" if code else one.path,
            nl=one.nl,
            en=one.en,
            line=_line(lines, f"{code}.{one.path}" if code else one.path),
        )
        for one in error.problems[:PROBLEMS_MAX]
    )


def _line(lines: Mapping[str, int], path: str) -> int | None:
    """Return the line of a path, or of the nearest thing that holds it."""
    while path:
        below = [number for at, number in lines.items() if at == path or at.startswith(f"{path}.")]
        if below:
            return min(below)
        path = path.rpartition(".")[0]
    return None


@lru_cache(maxsize=4)
def _lines(text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, path in paths_by_line(text).items():
        found.setdefault(".".join(map(str, path)), number)
    return found


def differs_from_base(text_set: TextSet, language: str) -> dict[str, Any]:
    """Return the texts that a set says otherwise in a language, by path, with what its base says."""
    base = dict(leaves(base_texts(text_set.base, language, folders())))
    return {path: base.get(path) for path, _ in leaves(text_set.changes.get(language, {}))}
