"""What is said of a text that cannot be used: where it stands, what is wrong, and what to write instead."""

from collections.abc import Iterable
from typing import NamedTuple


class TextProblem(NamedTuple):
    """One thing that must be mended."""

    path: str
    """Which text, with points between its names, as `stages.FIRST_REMINDER.subject.own.one`; empty: the whole."""
    nl: str
    en: str
    line: int | None = None

    def told(self, language: str) -> str:
        """Return it as a sentence in one language, with its line where that is known."""
        words = self.en if language == "en" else self.nl
        return (
            words if self.line is None else f"{'Line' if language == 'en' else 'Regel'} {self.line}: {words}"
        )


class TextsError(ValueError):
    """Texts that cannot be used, with every problem at once."""

    def __init__(self, problems: Iterable[TextProblem]) -> None:
        """Keep the problems; the message is in English, for a log."""
        self.problems = tuple(problems)
        super().__init__(" ".join(one.told("en") for one in self.problems))
