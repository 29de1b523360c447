"""Types `voldaan law …` and reads what it prints."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.interfaces.command import Answer, Command


class Law:
    """Runs `voldaan law …`."""

    def __init__(self, command: "Command") -> None:
        self.command = command

    def __call__(self, line: str) -> "Answer":
        """Run one command that is typed as one line."""
        return self.command("law", *line.split())

    def row(self, line: str) -> dict[str, Any]:
        """Return what a command prints for a program, which is one object on one line."""
        answer = self(f"{line} --json")
        assert (answer.code, answer.err) == (0, ""), answer
        return answer.row
