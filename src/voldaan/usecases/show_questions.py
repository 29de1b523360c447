"""The questions that wait for a person, each with what it could concern and what speaks for that."""

from collections.abc import Sequence
from dataclasses import dataclass

from voldaan.records import desk
from voldaan.records.desk_questions import QuestionRow, Sought, count_of, questions
from voldaan.records.models import Client

__all__ = ["QUESTIONS_A_PAGE", "Questions", "Sought", "show_questions"]

QUESTIONS_A_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """A part of the questions that were asked for, oldest first."""

    waiting: int
    """How many wait for a person in all."""
    parked: int
    """How many stand apart until their day in all."""
    count: int
    """How many there are of those that are sought."""
    first: int
    rows: tuple[QuestionRow, ...]

    @property
    def last(self) -> int:
        """Return the place after the last question that is shown."""
        return self.first + len(self.rows)


def show_questions(clients: Sequence[Client], sought: Sought, *, page: int = 1) -> Questions:
    """Return a page of the open questions of these clients that are sought."""
    first = (max(page, 1) - 1) * QUESTIONS_A_PAGE
    with desk.rows_of_all(clients):
        return Questions(
            waiting=count_of(Sought(on=sought.on)),
            parked=count_of(Sought(on=sought.on, parked=True)),
            count=count_of(sought),
            first=first,
            rows=tuple(questions(sought, first=first, count=QUESTIONS_A_PAGE)),
        )
