"""What the guard answers: one thing that must be mended, with the rule, where it stands, and how to mend it."""

from dataclasses import dataclass, field
from typing import Final

from voldaan.domain.law.citation import Source
from voldaan.domain.wording import finding_words

ONLY_FACTS: Final = "P8"
"""The property that every amount, date, account and reference in a message is one of its facts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that must be mended before the text may go."""

    rule: str
    basis: str
    """The article, as its citation is printed, or the property that asks it."""
    found: str
    """What stands, or is missing, in the text."""
    mend: str
    citation: Source | None = None
    """The article or the ruling. None where a property of ours asks it."""
    place: tuple[int, int] | None = field(default=None, compare=False)
    """Where it begins and ends; None for what is missing. It counts in the evened text, with one kind of space, dash
    and quote (`text.evened_out`), and not in the text as it was given."""
    value: str = ""
    """What is missing, where it has a number or a name of its own."""

    @property
    def sentence_nl(self) -> str:
        """Return what is wrong and how to mend it, in Dutch, for the desk."""
        return finding_words.sentence_nl(self.rule, found=self.found, value=self.value)


def by_law(
    rule: str, citation: Source, found: str, mend: str, place: tuple[int, int] | None = None
) -> Finding:
    """Return a finding that rests on an article or a ruling."""
    return Finding(rule=rule, basis=citation.label, found=found, mend=mend, citation=citation, place=place)


def by_property(rule: str, found: str, mend: str, place: tuple[int, int] | None = None) -> Finding:
    """Return a finding that rests on P8: only facts."""
    return Finding(rule=rule, basis=ONLY_FACTS, found=found, mend=mend, place=place)


def missing(rule: str, what: str, citation: Source | None = None, *, value: str = "") -> Finding:
    """Return the finding that something which must stand in the text does not."""
    found, mend = f"{what} is not in the text", f"Put {what} in the text."
    if citation is None:
        return Finding(rule=f"{rule}.missing", basis=ONLY_FACTS, found=found, mend=mend, value=value)
    return by_law(f"{rule}.missing", citation, found, mend)
