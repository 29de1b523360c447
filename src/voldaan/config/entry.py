"""The console script: finds the home in the arguments, names the settings, opens the command line."""

import gc
import os
import sys
from collections.abc import Sequence

from voldaan.interfaces.cli.main import main as command_line


def collect_rarely() -> None:
    """Look for cycles of garbage less often: a run makes very many rows and verdicts, of which none is in a cycle."""
    gc.set_threshold(100_000, 50, 50)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code: 0 done, 1 an explained refusal, 2 wrong usage."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "voldaan.config.settings")
    collect_rarely()
    return command_line(given)
