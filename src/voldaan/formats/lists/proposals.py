"""How a list that nobody described yet would be read: a proposal with a reason for each part, and questions.

Nothing is guessed: where two readings are possible a person is asked, and there is no mapping until every question is
answered. Whether a list is complete is always a question.
"""

import csv
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from io import StringIO
from itertools import islice

from voldaan.formats.lists import reading
from voldaan.formats.lists.cells import is_blank, text_of
from voldaan.formats.lists.look import Look, look_at
from voldaan.formats.lists.mapping import Mapping
from voldaan.formats.lists.proposals_asked import Choice, Option
from voldaan.formats.lists.proposals_draft import Draft, draft
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorEntry, OpenItem, OpenItemList, Problem, Refusal

__all__ = ["Choice", "Option", "Preview", "Proposal", "ProposedColumn", "propose"]

PREVIEW_ROWS = 10
_WHOLE_BYTES = 8 * 1024 * 1024
"""A file up to here is read whole for its preview, so that its count and sum are those of the list."""
_PREVIEW_TABLE_ROWS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposedColumn:
    """One column of the list: what it would be read as, and why."""

    number: int
    """Its place, from 1."""
    title: str
    meaning: str | None
    """One of the columns of a mapping; None: left unread."""
    why: str
    examples: tuple[str, ...]
    alternatives: tuple[str, ...]
    """Titles of other columns that could have been it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """The first rows as they would be read."""

    rows: tuple[OpenItem | DebtorEntry, ...]
    count: int | None
    """How many there are; None where the file is too large to count them now."""
    total_cents: int | None
    """What they add up to, in the currency of the mapping; None where it was not counted or there are no amounts."""
    problems: tuple[Problem, ...]
    """Why the list would be refused, were it read so."""


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """How a list would be read."""

    file: str
    kind: str | None
    """OPEN_ITEMS or DEBTORS; None while it is not known which worksheet is meant."""
    columns: tuple[ProposedColumn, ...]
    evidence: tuple[str, ...]
    """What was found of the layout and the notation, in sentences."""
    questions: tuple[Choice, ...]
    answers: Dictionary[str, str]
    mapping: Mapping | None
    """None while a question is open."""
    source: Source = field(repr=False, compare=False)
    look: Look = field(repr=False, compare=False)

    def answered(self, answers: Dictionary[str, str]) -> "Proposal":
        """Return the proposal with these answers to its questions; raises `Refusal` for what is no answer."""
        return _proposal(self.source, self.look, {**self.answers, **answers})

    @cached_property
    def preview(self) -> Preview | None:
        """Return the first rows as the reader itself reads them, None while a question is open."""
        return None if self.mapping is None else _preview(self.source, self.look, self.mapping)


def propose(source: Source, answers: Dictionary[str, str] | None = None) -> Proposal:
    """Return how a list would be read, with its questions.

    Raises:
        UnknownTitles: its titles say too little; answers that point out its header and its kind help.
        Refusal: it is no such list.
    """
    return _proposal(source, look_at(source), answers or {})


def _proposal(source: Source, look: Look, answers: Dictionary[str, str]) -> Proposal:
    """Return the proposal that follows from what was seen and answered."""
    drafted = draft(look, answers)
    return Proposal(
        file=source.name,
        kind=drafted.kind,
        columns=_columns(drafted),
        evidence=tuple(drafted.evidence),
        questions=tuple(drafted.asked.questions),
        answers=dict(answers),
        mapping=drafted.mapping,
        source=source,
        look=look,
    )


def _columns(drafted: Draft) -> tuple[ProposedColumn, ...]:
    """Return every column with what it is and why."""
    by_place = {column.at: name for name, column in drafted.chosen.columns.items()}
    return tuple(
        ProposedColumn(
            number=column.at + 1,
            title=column.title,
            meaning=by_place.get(column.at),
            why=drafted.why(column),
            examples=tuple(
                islice(dict.fromkeys(text_of(cell)[:60] for cell in column.cells if not is_blank(cell)), 3)
            ),
            alternatives=drafted.chosen.alternatives.get(column.at, ()),
        )
        for column in drafted.columns
    )


def _preview(source: Source, look: Look, mapping: Mapping) -> Preview:
    """Return what the reader makes of the list, or of its beginning where it is long."""
    whole = look.workbook or source.size <= _WHOLE_BYTES
    try:
        found = reading.read(source if whole else _beginning(source, look, mapping), mapping)
    except Refusal as refusal:
        return Preview(rows=(), count=None, total_cents=None, problems=refusal.problems)
    if isinstance(found, OpenItemList):
        rows: Sequence[OpenItem | DebtorEntry] = found.items
        total = found.total_cents
        if total is None and whole:
            total = sum(item.open_cents for item in found.items)
    else:
        rows, total = found.debtors, None
    return Preview(
        rows=tuple(islice(rows, PREVIEW_ROWS)),
        count=len(rows) if whole else None,
        total_cents=total if whole else None,
        problems=(),
    )


def _beginning(source: Source, look: Look, mapping: Mapping) -> Source:
    """Return the first rows of a long CSV file as a file of its own."""
    text = StringIO(newline="")
    writer = csv.writer(text, delimiter=mapping.delimiter)
    writer.writerows(row for _, row in look.sights[0].rows[:_PREVIEW_TABLE_ROWS])
    return Source.of_bytes(text.getvalue().encode("utf-8"), source.name)
