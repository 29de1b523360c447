"""What is said of a strategy before it is used: what would break the law or itself, and what is merely unwise."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from voldaan.domain.law.citation import Source
from voldaan.domain.strategy.lines import Place
from voldaan.domain.strategy.strategy import STAGE_KEYS, Stage, Strategy

Severity = Literal["REFUSED", "UNWISE"]

_OWN_JUDGEMENT: Final = ("eigen afweging, zonder onderzoek", "our own judgement, without research")


@dataclass(frozen=True, slots=True, kw_only=True)
class StrategyFinding:
    """One thing that is wrong with a strategy or unwise in it, and what to write instead."""

    severity: Severity
    """REFUSED: it cannot be used so. UNWISE: it can, and somebody should have read this."""
    code: str
    nl: str
    en: str
    citation: Source | None
    """The article that it would break; None where it only contradicts itself, or is no matter of law."""
    place: Place
    evidence: str = ""
    """Where it was found that this is unwise: author, year and address. Empty: nobody measured it."""

    def told(self, language: str) -> str:
        """Return the finding as a sentence without its capital."""
        return self.en if language == "en" else self.nl

    def source(self, language: str) -> str:
        """Return what it rests on: the article, the research, or our own judgement; empty for a contradiction."""
        if self.citation is not None:
            return self.citation.label
        if self.evidence:
            return self.evidence
        return _OWN_JUDGEMENT[language == "en"] if self.severity == "UNWISE" else ""

    def line(self, lines: Mapping[Place, int]) -> int | None:
        """Return the line in the text that `lines` were read from (`lines.places`); of its part where it is not there.

        None where the finding is about something that the text leaves out.
        """
        return lines.get(self.place, lines.get(Place(self.place.part)))


def place_of(strategy: Strategy, stage: Stage, key: str = "") -> Place:
    """Return where a value of a stage stands in the text, in which stages that are switched off stand as well."""
    there = sorted((*strategy.stages, *strategy.disabled), key=lambda one: STAGE_KEYS.index(one.key))
    return Place(f"stages.{there.index(stage)}", key)
