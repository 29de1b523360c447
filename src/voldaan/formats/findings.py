"""What is wrong with one file, gathered so that its sender hears everything at once."""

from dataclasses import dataclass, field

from voldaan.formats.values import Problem, Refusal

PROBLEMS_MAX = 50
"""A file with more problems has one cause; the rest would bury it."""


@dataclass(slots=True, kw_only=True)
class Findings:
    """The problems found so far in one file. Grows while the file is read, then refuses it or lets it through."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    left_out: int = 0

    def add(
        self, what: str, why: str, how_to_fix: str, *, line: int | None = None, path: str | None = None
    ) -> None:
        """Keep one problem; past the limit, only count it."""
        if len(self.problems) >= PROBLEMS_MAX:
            self.left_out += 1
            return
        self.problems.append(
            Problem(file=self.file, what=what, why=why, how_to_fix=how_to_fix, line=line, path=path)
        )

    @property
    def count(self) -> int:
        """Return how many problems were found, also those that are not told one by one."""
        return len(self.problems) + self.left_out

    def refuse_if_any(self) -> None:
        """Raise `Refusal` with everything found, or do nothing when the file is clean."""
        if not self.problems:
            return
        if self.left_out:
            self.problems.append(
                Problem(
                    file=self.file,
                    what=f"Er zijn nog {self.left_out} problemen in dit bestand.",
                    why="Na de eerste vijftig noemen we ze niet meer een voor een.",
                    how_to_fix="Herstel eerst de problemen hierboven; vaak hebben ze één oorzaak.",
                )
            )
        raise Refusal(*self.problems)


def refuse(
    file: str, what: str, why: str, how_to_fix: str, *, line: int | None = None, path: str | None = None
) -> Refusal:
    """Return the refusal of a file for one reason, ready to be raised."""
    return Refusal(Problem(file=file, what=what, why=why, how_to_fix=how_to_fix, line=line, path=path))
