"""A bar for long work, on standard error and only where a person is looking."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from voldaan.formats.source import Source

if TYPE_CHECKING:
    from rich.progress import Progress

WATCHED_FROM_BYTES = 2 * 1024 * 1024
"""A smaller file is read before anybody could look."""


class Follows(Protocol):
    """Somebody who is told how far the reading of files has come."""

    def begin(self, source: Source) -> None:
        """Follow the reading of one file."""

    def begin_of_many(self, source: Source, place: int, of: int) -> None:
        """Follow the reading of one file of several."""


@contextmanager
def following() -> Iterator[Follows]:
    """Show how far files are read while the context lasts; nothing where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield _Silent()
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        yield _Bar(progress)


class _Silent:
    """Nobody is looking."""

    def begin(self, source: Source) -> None:
        """Follow nothing."""

    def begin_of_many(self, source: Source, place: int, of: int) -> None:
        """Follow nothing."""


class _Bar:
    """A bar that grows with the bytes that were read of a file."""

    def __init__(self, progress: "Progress") -> None:
        self.progress = progress
        self.task = progress.add_task("", total=None, visible=False)

    def begin(self, source: Source) -> None:
        """Follow the reading of one file."""
        self.begin_of_many(source, 1, 1)

    def begin_of_many(self, source: Source, place: int, of: int) -> None:
        """Follow the reading of one file of several."""
        counted = f"{place}/{of} " if of > 1 else ""
        shown = of > 20 or source.size >= WATCHED_FROM_BYTES
        self.progress.reset(
            self.task, total=source.size or None, visible=shown, description=counted + source.name[-40:]
        )
        source.watch(lambda count: self.progress.update(self.task, completed=count))
        source.shelf.watching = lambda: self.progress.update(self.task, total=None)
