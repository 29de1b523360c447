"""How a foreign list would be read, question by question, until a person has settled all of it."""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, replace

from voldaan.formats.lists.cells import text_of
from voldaan.formats.lists.mapping import Mapping
from voldaan.formats.lists.proposals import Choice, Proposal, propose
from voldaan.formats.lists.proposals_wished import PREFIX
from voldaan.formats.source import Source
from voldaan.formats.values import Problem, Refusal

FIRST_ROWS = 8
_ROWS_ABOVE_HEADER = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """A proposal with the answers that were given so far."""

    proposal: Proposal
    asked: tuple[Choice, ...]
    """Every question, also those that were answered, in the order in which they came up."""
    answers: Dictionary[str, str]
    """What was given, also what could not be used."""
    problems: tuple[Problem, ...]
    """Why the last answers cannot be used; empty where they can."""

    @property
    def open(self) -> tuple[Choice, ...]:
        """Return the questions that still wait for an answer, or for another one."""
        return tuple(one for one in self.asked if one.key not in self.proposal.answers)

    @property
    def unused(self) -> tuple[str, ...]:
        """Return the answers to what was not asked."""
        known = {one.key for one in self.asked}
        return tuple(key for key in self.answers if key not in known and key not in self.proposal.answers)

    @property
    def mapping(self) -> Mapping | None:
        """Return the mapping, None while something is open."""
        return None if self.problems else self.proposal.mapping


def settle(source: Source, answers: Dictionary[str, str]) -> Settling:
    """Propose how a list is read and put the answers to its questions, each when it comes up.

    An answer `column:3` says what the third column means. Raises `Refusal` for what is no list at all.
    """
    proposal = propose(source)
    asked: dict[str, Choice] = {}
    problems: tuple[Problem, ...] = ()
    given = {key: answer for key, answer in answers.items() if key.startswith(PREFIX)}
    while True:
        if given:
            try:
                proposal = proposal.answered(given)
            except Refusal as refusal:
                problems = refusal.problems
                asked |= {choice.key: choice for choice in proposal.questions}
                break
        asked |= {choice.key: choice for choice in proposal.questions}
        given = {key: answers[key] for key in asked if answers.get(key) and key not in proposal.answers}
        if not given:
            break
    return Settling(
        proposal=proposal,
        asked=tuple(asked.values()),
        answers={key: answer for key, answer in answers.items() if answer},
        problems=problems,
    )


def can_be_mapped(source: Source) -> bool:
    """Test if a list that was refused can be read once a person says what its columns mean."""
    try:
        propose(source)
    except Refusal:
        return False
    return True


def for_next_time(mapping: Mapping, name: str) -> Mapping:
    """Return a mapping as it is kept: under a name, without the day of this one list and that it was complete."""
    if mapping.as_of is None:
        return replace(mapping, name=name)
    return replace(mapping, name=name, complete=False, as_of=None)


def first_rows(proposal: Proposal) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """Return the first rows of the list as they stand, each with its line, so that its header is among them."""
    wanted = proposal.mapping.sheet if proposal.mapping else None
    sights = proposal.look.sights
    sight = next((one for one in sights if wanted and one.name == wanted), None)
    sight = sight or next((one for one in sights if one.header_at is not None), sights[0])
    first = max(0, (sight.header_at or 0) - _ROWS_ABOVE_HEADER)
    rows = sight.rows[first : first + FIRST_ROWS]
    return tuple((line, tuple(text_of(cell)[:80] for cell in row)) for line, row in rows)
