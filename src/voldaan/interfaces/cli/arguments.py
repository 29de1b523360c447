"""What several commands ask for."""

import argparse
import getpass
from collections.abc import Callable
from datetime import date
from typing import Protocol

FIRST_YEAR, LAST_YEAR = 1990, 2100
Run = Callable[[argparse.Namespace], int | None]


class Add(Protocol):
    """Adds a command, or one under another."""

    def __call__(
        self, name: str, *, says: str, needs_book: bool = True, under: object = None
    ) -> argparse.ArgumentParser:
        """Return the new command's parser."""
        ...


def day(text: str) -> date:
    """Return the day in an argument, as 2026-11-23."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day; write it as 2026-11-23") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise argparse.ArgumentTypeError(f"{text!r} lies outside the years {FIRST_YEAR} to {LAST_YEAR}")
    return found


def with_json(parser: argparse.ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help="print JSON Lines, one object a line")


def with_client(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """Add --client."""
    says = "the client's key" if required else "the client's key (default: every client)"
    parser.add_argument("--client", metavar="KEY", required=required, help=says)


def with_day(parser: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Add --on."""
    says = "the day, as 2026-11-23" + ("" if required else " (default: today)")
    parser.add_argument("--on", metavar="DATE", type=day, required=required, help=says)


def person() -> str:
    """Return who runs the command, for the chain of events."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "command line"
