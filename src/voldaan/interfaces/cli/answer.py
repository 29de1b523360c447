"""What a command prints: JSON Lines for programs, words for people, and never a traceback for a refusal."""

import json
import sys
from collections.abc import Iterable
from typing import Any


class Refused(Exception):
    """A refusal that is explained: the command ends with exit code 1 and prints this sentence."""


def say(line: str = "") -> None:
    """Print a line for people."""
    print(line)


def note(line: str) -> None:
    """Print a remark for people beside the output: to standard error."""
    print(line, file=sys.stderr)


def counted(count: int, one: str, many: str) -> str:
    """Return a number with its noun."""
    return f"{count} {one if count == 1 else many}"


def give(rows: Iterable[dict[str, Any]]) -> None:
    """Print values as JSON Lines, one object a line."""
    for row in rows:
        print(json.dumps(row, ensure_ascii=False, default=str))


def table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]], right: tuple[int, ...] = ()) -> None:
    """Print rows under heads, in columns as wide as their widest cell."""
    cells = [heads, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    for number, row in enumerate(cells):
        line = "  ".join(
            cell.rjust(width) if column in right else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        print(line.rstrip())
        if number == 0:
            print("  ".join("-" * width for width in widths))
