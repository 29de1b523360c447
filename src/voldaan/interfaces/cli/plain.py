"""Texts: which sentence of a Dutch text is too hard or unkind, and why. No book is needed and nothing is kept."""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any, Final

from voldaan.domain.wording.plain.finding import PlainFinding
from voldaan.domain.wording.plain.measures import Measures
from voldaan.domain.wording.plain.read import PlainReport, read_plainly
from voldaan.domain.wording.plain.why import why
from voldaan.interfaces.cli.answer import Refused, counted, give, say
from voldaan.interfaces.cli.arguments import Add, with_json

_STANDARD_INPUT: Final = "-"
_BYTES_MAX: Final = 1_000_000


def register(add: Add) -> None:
    """Add `plain`."""
    plain = add(
        "plain",
        says="which sentences of a Dutch text are too hard or unkind, why, and what to write; needs no book",
        needs_book=False,
    )
    plain.add_argument("files", nargs="+", metavar="FILE", help="text files in UTF-8; - is standard input")
    plain.add_argument(
        "--strict", action="store_true", help="exit code 1 where anything was found, for use in a check"
    )
    with_json(plain)
    plain.set_defaults(run=run_plain)


def run_plain(arguments: argparse.Namespace) -> int:
    """Print what was found in each text, and about which level it has."""
    found_any = False
    for file in arguments.files:
        text = _text(file)
        report = read_plainly(text, "nl")
        found_any |= bool(report.findings)
        if arguments.json:
            give(_rows(file, text, report))
        else:
            _show(file, text, report)
    return int(arguments.strict and found_any)


def _text(file: str) -> str:
    """Return the text of a file; raises Refused with what to do."""
    name = "standard input" if file == _STANDARD_INPUT else file
    try:
        if file == _STANDARD_INPUT:
            data = sys.stdin.buffer.read(_BYTES_MAX + 1)
        else:
            with Path(file).open("rb") as opened:
                data = opened.read(_BYTES_MAX + 1)
    except OSError as error:
        raise Refused(f"{name} cannot be read: {error.strerror}.") from None
    if len(data) > _BYTES_MAX:
        raise Refused(
            f"{name} is larger than 1 MB, which no letter is. It was not read. Give the text alone."
        )
    try:
        text = data.decode("utf-8-sig")
    except ValueError:
        text = "\0"
    if "\0" in text:
        raise Refused(f"{name} is not UTF-8 text, so it was not read. Save the text as UTF-8 and give that.")
    if not text.strip():
        raise Refused(f"{name} is empty: there is no sentence to look at. Give a text.")
    return text.replace("\r\n", "\n")


def _rows(file: str, text: str, report: PlainReport) -> Iterator[dict[str, Any]]:
    for finding in report.findings:
        yield {
            "kind": "plain_finding",
            "file": file,
            "line": _line(text, finding),
            **asdict(finding),
            "why_nl": why(finding, "nl"),
            "why_en": why(finding, "en"),
        }
    yield {
        "kind": "plain",
        "file": file,
        "level": report.level,
        "level_nl": report.level_words("nl"),
        "level_en": report.level_words("en"),
        "findings": len(report.findings),
        **asdict(report.measures),
    }


def _show(file: str, text: str, report: PlainReport) -> None:
    say(f"{file}: {report.level_words('nl')}")
    say(f"  {_figures(report.measures)}")
    named = ""
    for finding in report.findings:
        if finding.sentence != named:
            named = finding.sentence
            say(f"\n  regel {_line(text, finding)}: {' '.join(named.split())}")
        say(f"    - {why(finding, 'nl')}")
    say("" if report.findings else "  Geen opmerkingen.")


def _figures(measures: Measures) -> str:
    mean = f"{measures.mean_words_tenths // 10},{measures.mean_words_tenths % 10}"
    return (
        f"{counted(measures.sentences, 'zin', 'zinnen')} van gemiddeld {mean} woorden, de langste "
        f"{measures.longest}; {counted(measures.hard_words, 'moeilijk woord', 'moeilijke woorden')}, "
        f"{measures.passives} keer niet te zien wie het doet; Flesch-Douma {measures.flesch_douma}."
    )


def _line(text: str, finding: PlainFinding) -> int:
    return text.count("\n", 0, finding.place[0]) + 1
