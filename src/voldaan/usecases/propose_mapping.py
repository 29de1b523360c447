"""How a foreign list would be read, question by question, until a person has settled all of it."""

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass

from voldaan.formats.lists.cells import Row, text_of
from voldaan.formats.lists.look import Look, Sight, look_at
from voldaan.formats.lists.mapping import Mapping
from voldaan.formats.lists.proposals import Choice, Proposal, propose
from voldaan.formats.lists.proposals_asked import UnknownTitles
from voldaan.formats.lists.proposals_pointed import HEADER, KIND, can_be_pointed_out
from voldaan.formats.lists.proposals_wished import PREFIX
from voldaan.formats.source import Source
from voldaan.formats.values import Problem, Refusal

FIRST_ROWS = 8
POINTED_ROWS = 20
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

    An answer `column:3` says what the third column means; `header` and `kind` point out a list of unknown titles.

    Raises:
        UnknownTitles: only a person can say where its header is, or what kind of list it is.
        Refusal: it is no list at all.
    """
    begins = {key: answers[key] for key in (HEADER, KIND) if answers.get(key)}
    if HEADER in begins and answers.get("sheet"):
        begins["sheet"] = answers["sheet"]
    proposal = propose(source, begins)
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
    except UnknownTitles:
        return can_be_pointed_out(look_at(source))
    except Refusal:
        return False
    return True


Rows = tuple[tuple[int, tuple[str, ...]], ...]
"""Rows with their line, as they stand."""


def rows_to_point_at(source: Source) -> tuple[str | None, Rows]:
    """Return the worksheet that holds most, None where it is the first, and the rows one of which is its header."""
    sights = look_at(source).sights
    sight = max(sights, key=lambda one: one.count)
    return None if sight is sights[0] else sight.name, _as_text(sight.rows[:POINTED_ROWS])


def first_rows(proposal: Proposal) -> Rows:
    """Return the first rows of the list as they stand, each with its line, so that its header is among them."""
    sight = _sight(proposal.look, proposal)
    header_at = sight.header_at or 0
    if line := proposal.answers.get(HEADER):
        header_at = next((at for at, (number, _) in enumerate(sight.rows) if str(number) == line), 0)
    first = max(0, header_at - _ROWS_ABOVE_HEADER)
    return _as_text(sight.rows[first : first + FIRST_ROWS])


def _sight(look: Look, proposal: Proposal) -> Sight:
    """Return the table that a proposal is about."""
    named = proposal.mapping.sheet if proposal.mapping else None
    wanted = proposal.answers.get("sheet", "").removeprefix("sheet:") or named
    found = (one for one in look.sights if one.name == wanted or (not wanted and one.header_at is not None))
    return next(found, look.sights[0])


def _as_text(rows: Sequence[tuple[int, Row]]) -> Rows:
    """Return rows with their cells as text."""
    return tuple((line, tuple(text_of(cell)[:80] for cell in row)) for line, row in rows)
