"""What is said of a strategy's text before it is used: what is wrong with it, what the law refuses, what is unwise."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from voldaan.domain.law.citation import Source
from voldaan.domain.strategy.check import check
from voldaan.domain.strategy.language import StrategyError, StrategyProblem, read_strategy
from voldaan.domain.strategy.lines import Place, places
from voldaan.domain.strategy.strategy import Strategy
from voldaan.domain.strategy.written_lines import Path, paths_by_line
from voldaan.usecases.known_texts import languages

CHARACTERS_MAX = 20_000
"""The longest text: a strategy is read aloud."""

Weight = Literal["WRONG", "REFUSED", "UNWISE"]
"""WRONG: the text cannot be read. REFUSED: it can, and may not be used. UNWISE: it may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that is said of a text, with where it is."""

    weight: Weight
    nl: str
    en: str
    line: int | None
    path: Path | None
    """What stands there; None where it is about something that the text leaves out."""
    citation: Source | None = None
    rests_on: tuple[str, str] = ("", "")
    """The article or the research, in Dutch and English."""

    def told(self, language: str) -> str:
        """Return it as a sentence; what begins with a word of the text keeps that word as it is written."""
        words = self.en if language == "en" else self.nl
        return words if self.weight == "WRONG" else words[:1].upper() + words[1:]

    def because(self, language: str) -> str:
        """Return the article or the research behind it; empty where there is none."""
        return self.rests_on[language == "en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A text with the strategy that it describes and all that is said of it."""

    text: str
    strategy: Strategy | None
    """None: it cannot be read."""
    said: tuple[Said, ...]

    @property
    def wrong(self) -> list[Said]:
        """Return what keeps the text from being used."""
        return [one for one in self.said if one.weight != "UNWISE"]

    @property
    def unwise(self) -> list[Said]:
        """Return what somebody should have read before using it."""
        return [one for one in self.said if one.weight == "UNWISE"]

    @property
    def may_be_used(self) -> bool:
        """Test if nothing keeps the text from being used."""
        return self.strategy is not None and not self.wrong

    def must_be_usable(self) -> Strategy:
        """Return the strategy.

        Raises:
            StrategyError: something keeps the text from being used: what, where, and by which article.
        """
        if self.strategy is None or self.wrong:
            raise StrategyError(*map(_problem, self.wrong))
        return self.strategy


def judged(text: str) -> Judged:
    """Return what is said of a text. It never raises: what is wrong stands in the answer."""
    text = cleaned(text)
    if len(text) > CHARACTERS_MAX:
        return Judged(text=text[:CHARACTERS_MAX], strategy=None, said=(_too_long(len(text)),))
    try:
        strategy = read_strategy(text)
    except StrategyError as error:
        return refused_text(error, text)
    return Judged(text=text, strategy=strategy, said=findings_of(strategy, text))


def cleaned(text: str) -> str:
    """Return a text as it is kept: without the marks of one editor, and with an end to its last line."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n")
    return plain if not plain or plain.endswith("\n") else f"{plain}\n"


def findings_of(strategy: Strategy, text: str) -> tuple[Said, ...]:
    """Return what the check before use finds, with the lines of the text, and languages without texts."""
    lines = places(text)
    found = tuple(
        Said(
            weight=one.severity,
            nl=one.nl,
            en=one.en,
            line=one.line(lines),
            path=_path(one.place),
            citation=one.citation,
            rests_on=(one.source("nl"), one.source("en")),
        )
        for one in check(strategy)
    )
    return (*found, *_without_texts(strategy, lines, languages()))


def _without_texts(strategy: Strategy, lines: Mapping[Place, int], there: Sequence[str]) -> Iterator[Said]:
    """Yield that a strategy is for a language in which this installation has no texts."""
    missing = [code for code in strategy.for_whom.languages if code not in there]
    if missing:
        place = Place("for_whom", "languages")
        listed, known = ", ".join(f'"{code}"' for code in missing), ", ".join(there)
        yield Said(
            weight="UNWISE",
            nl=f"voor {listed} zijn er geen teksten: wie dat leest, krijgt de berichten in het Nederlands. Er zijn "
            f"teksten in {known}; een taal erbij is een map met teksten.",
            en=f"there are no texts for {listed}: who reads that gets the messages in Dutch. There are texts in "
            f"{known}; another language is a folder of texts.",
            line=lines.get(place, lines.get(Place(place.part))),
            path=_path(place),
        )


def refused_text(error: StrategyError, text: str = "") -> Judged:
    """Return what is said of a text that cannot be read, or that is not there."""
    paths = paths_by_line(text)
    return Judged(text=text, strategy=None, said=tuple(_wrong(one, paths) for one in error.problems))


def _path(place: Place) -> Path:
    steps = tuple(int(step) if step.isdigit() else step for step in place.part.split(".") if step)
    return (*steps, place.key) if place.key else steps


def _wrong(problem: StrategyProblem, paths: Mapping[int, Path]) -> Said:
    path = None if problem.line is None else paths.get(problem.line)
    return Said(weight="WRONG", nl=problem.nl, en=problem.en, line=problem.line, path=path)


def _problem(said: Said) -> StrategyProblem:
    """Return what keeps a text from being used as the language says it, with its article."""
    nl, en = (f"{words} ({said.because(language)})" if said.because(language) else words
              for words, language in ((said.nl, "nl"), (said.en, "en")))  # fmt: skip
    return StrategyProblem(said.line, nl, en)


def _too_long(length: int) -> Said:
    return Said(
        weight="WRONG",
        nl=f"de tekst heeft {length} tekens, en een strategie heeft er ten hoogste {CHARACTERS_MAX}. Kort hem in.",
        en=f"the text has {length} characters, and a strategy has at most {CHARACTERS_MAX}. Shorten it.",
        line=None,
        path=None,
    )
