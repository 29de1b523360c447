"""The command `voldaan`: finds the command's module, opens the book where it needs one, explains refusals."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Any

from voldaan import __version__
from voldaan.interfaces.cli import (
    approvals,
    calls,
    client_checks,
    clients,
    codes,
    day,
    deadlines,
    debtors,
    departures,
    evidence,
    exceptions,
    files,
    law,
    looking_after,
    mails,
    mappings,
    messages,
    outcomes,
    payments,
    plain,
    post,
    questions,
    serving,
    simulating,
    statements,
    strategies,
    styles,
    text_sets,
)
from voldaan.interfaces.cli.answer import Refused
from voldaan.interfaces.cli.book import open_book

GROUPS = (
    serving, clients, files, mappings, payments, questions, day, client_checks, messages, approvals, evidence, post,
    calls, mails, exceptions, departures, deadlines, debtors, statements, outcomes, law, plain, strategies, styles,
    text_sets, codes, simulating, looking_after,
)  # fmt: skip


def parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--home",
        metavar="DIR",
        default=argparse.SUPPRESS,
        help="the folder of this installation (VOLDAAN_HOME)",
    )
    top = argparse.ArgumentParser(
        prog="voldaan",
        description="Kind reminders for open invoices, decided with a reason, sent once.",
        parents=[shared],
    )
    top.add_argument("--version", action="version", version=f"voldaan {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def add(name: str, *, says: str, needs_book: bool = True, under: Any = None) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = (under or commands).add_parser(
            name, help=says, description=says, parents=[shared]
        )
        made.set_defaults(needs_book=needs_book)
        return made

    for group in GROUPS:
        group.register(add)
    return top


def main(arguments: Sequence[str]) -> int:
    """Run one command: 0 done, 1 a refusal that is explained, 2 wrong usage."""
    chosen = parser().parse_args(arguments)
    if home := getattr(chosen, "home", None):
        os.environ["VOLDAAN_HOME"] = home
    try:
        if chosen.needs_book:
            open_book()
        return int(chosen.run(chosen) or 0)
    except Refused as refusal:
        return _explain(str(refusal))
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        return _explain("Stopped.")
    except Exception as error:
        if _is_refusal(error):
            return _explain(str(error))
        raise


def _explain(sentence: str) -> int:
    print(f"voldaan: {sentence}", file=sys.stderr)
    return 1


def _is_refusal(error: Exception) -> bool:
    """Test if an exception is one of ours that explains itself, or the machine's about a file or the database."""
    if type(error).__module__.startswith("voldaan."):
        return True
    return isinstance(error, OSError) or type(error).__name__ in {"OperationalError", "ValidationError"}
