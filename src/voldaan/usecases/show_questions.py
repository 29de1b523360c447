"""The questions that wait for a person, each with what it could concern and what speaks for that."""

from collections.abc import Sequence
from dataclasses import dataclass

from voldaan.records import desk
from voldaan.records.desk_questions import QuestionRow, questions
from voldaan.records.models import Client

QUESTIONS_A_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """A part of the open questions, oldest first."""

    count: int
    first: int
    rows: tuple[QuestionRow, ...]

    @property
    def last(self) -> int:
        """Return the place after the last question that is shown."""
        return self.first + len(self.rows)


def show_questions(clients: Sequence[Client], *, page: int = 1) -> Questions:
    """Return a page of the open questions of these clients."""
    first = (max(page, 1) - 1) * QUESTIONS_A_PAGE
    with desk.rows_of_all(clients):
        return Questions(
            count=desk.open_questions(),
            first=first,
            rows=tuple(questions(first=first, count=QUESTIONS_A_PAGE)),
        )
