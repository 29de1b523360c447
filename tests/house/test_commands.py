"""Every command explains itself, and the documents show no command that is not there."""

import argparse
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.house.sources import PROJECT, SOURCE, project_files, shown

FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
PROMISED = {
    "demo", "read", "client", "settled", "import", "match", "plan", "run", "send", "why", "evaluate", "handover",
    "serve", "verify", "law",
}  # fmt: skip
"""The commands that people and checks rely on."""


Command = tuple[str, ...]


@cache
def commands() -> dict[Command, argparse.ArgumentParser]:
    """Return every command with its parser; the empty one is `voldaan` itself."""
    from voldaan.interfaces.cli.main import parser

    return dict(with_those_below((), parser()))


def with_those_below(
    name: Command, parser: argparse.ArgumentParser
) -> Iterator[tuple[Command, argparse.ArgumentParser]]:
    """Yield a command and all commands below it."""
    yield name, parser
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for below, its_parser in action.choices.items():
                yield from with_those_below((*name, below), its_parser)


def test_the_promised_commands_are_there() -> None:
    assert {name[0] for name in commands() if name} >= PROMISED


def test_every_command_has_help() -> None:
    assert [" ".join(name) for name, parser in commands().items() if not parser.description] == []


def test_the_program_itself_prints_its_help() -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "voldaan", "--help"],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(SOURCE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (asked.returncode, asked.stderr) == (0, "")
    assert "plan" in asked.stdout


def test_the_documents_show_only_commands_that_exist() -> None:
    assert [wrong for page in pages() for wrong in wrong_commands(page)] == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("$ make demo DEMO_ARGS=--no-serve", ["make", "demo", "DEMO_ARGS=--no-serve"]),
        (".venv/bin/voldaan plan --on 2026-11-23  # tomorrow", ["voldaan", "plan", "--on", "2026-11-23"]),
        ("VOLDAAN_HOME=/tmp/book voldaan send", ["voldaan", "send"]),
        ("Nothing was sent.", []),
    ],
)
def test_a_command_in_a_document_is_recognised(line: str, expected: list[str]) -> None:
    assert command_in(line) == expected


def pages() -> list[Path]:
    """Return the documents that show commands."""
    return [path for path in project_files() if path.suffix == ".md"]


def wrong_commands(page: Path) -> Iterator[str]:
    """Yield the commands in a page's blocks that nobody could type."""
    for block in FENCE.findall(page.read_text(encoding="utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            words = command_in(line)
            if words and not can_be_typed(words):
                yield f"{shown(page)}: {line.strip()}"


def command_in(line: str) -> list[str]:
    """Return the words of a command that a line shows, without prompt, variables and comment; none where it is text."""
    bare = re.sub(r"^\s*\$ ", "", line).strip()
    bare = re.sub(r"^(?:[A-Z_]+=\S* )+", "", bare)
    if not re.match(r"(?:\.venv/bin/)?(?:voldaan|make)\b", bare):
        return []
    words = shlex.split(bare, comments=True)
    return [words[0].removeprefix(".venv/bin/"), *words[1:]]


def can_be_typed(words: list[str]) -> bool:
    """Test if a command and its options exist."""
    program, *rest = words
    if program == "make":
        return all(target in targets() for target in rest if "=" not in target and not target.startswith("-"))
    return voldaan_knows(rest)


def voldaan_knows(words: list[str]) -> bool:
    """Test if `voldaan` has the command that begins with these words, and all the options behind it."""
    name: Command = ()
    for word in words[2:] if words[:1] == ["--home"] else words:
        if (*name, word) not in commands():
            break
        name = (*name, word)
    if not name and words and not words[0].startswith("-"):
        return False
    known = {option for action in commands()[name]._actions for option in action.option_strings}
    known |= {option for action in commands()[()]._actions for option in action.option_strings}
    return {word.partition("=")[0] for word in words if word.startswith("--")} <= known


def targets() -> set[str]:
    """Return the targets of the Makefile."""
    return set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
