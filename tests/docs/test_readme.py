"""The tutorial of the README and its page on the law, run as they stand, command after command, in one home."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.house.sources import PROJECT, SOURCE

README = PROJECT / "README.md"
HEADINGS = ("## From file to reminder, in ten commands\n", "## The law\n")
HOME_IN_README = "/tmp/korenaar"
BLOCK = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
MARK = "@@ exit code "
ELISION = "…"
NOT_RUN = ("make setup", ". .venv/bin/activate")
"""The test runs in an environment that these two commands made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One command of the tutorial, the exit code that it promises, and the lines shown below it."""

    command: str
    exit_code: int
    shown: tuple[str, ...]


def test_the_tutorial_has_its_ten_commands() -> None:
    assert len([step for step in STEPS if "voldaan " in step.command]) >= 10


@pytest.mark.parametrize(
    ("shown", "missing"),
    [
        (("een", "twee"), []),
        (("twee", "een"), ["een"]),
        (("e…",), []),
        (("tw…", "…", "drie vier"), []),
        (("een twee",), ["een twee"]),
    ],
)
def test_lines_are_sought_in_their_order(shown: tuple[str, ...], missing: list[str]) -> None:
    assert missing_lines(shown, "een\ntwee\n  drie  vier\n") == missing


def environment() -> dict[str, str]:
    """Return an environment without settings of this machine, in which `voldaan` and `python` are these."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VOLDAAN_", "DJANGO_"))}
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    return kept | {"PATH": path, "PYTHONPATH": str(SOURCE.parent), "LC_ALL": "C.UTF-8"}


def steps() -> list[Step]:
    """Return the commands of these chapters, in their order."""
    page = README.read_text(encoding="utf-8")
    text = "\n".join(page.split(heading)[1].split("\n## ")[0] for heading in HEADINGS)
    return [step for block in BLOCK.findall(text) for step in steps_of(block) if step.command not in NOT_RUN]


def steps_of(block: str) -> Iterator[Step]:
    """Yield the commands of one block with what is shown below each."""
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, *shown = part.splitlines()
        command, _, remark = line.partition("    # ")
        code = re.match(r"exit code (\d)", remark)
        yield Step(command=command, exit_code=int(code[1]) if code else 0, shown=tuple(shown))


def script(told: list[Step]) -> str:
    """Return one script of all commands, with a mark after each that says its exit code."""
    return "\n".join(f'{step.command}\nprintf "{MARK}%s\\n" $?' for step in told)


def missing_lines(shown: tuple[str, ...], said: str) -> list[str]:
    """Return the shown lines that do not follow in the output. What an ellipsis stands for is not looked at."""
    lines = [plain(line) for line in said.splitlines()]
    missing, place = [], 0
    for line in shown:
        if line.strip() == ELISION:
            continue
        found = next((at for at in range(place, len(lines)) if is_shown(line, lines[at])), None)
        if found is None:
            missing.append(line)
        else:
            place = found + 1
    return missing


def is_shown(line: str, said: str) -> bool:
    """Test if an output line is the one that the README shows, up to an ellipsis."""
    head, cut, _ = plain(line).partition(ELISION)
    return said.startswith(head.rstrip()) if cut else said == head


def plain(line: str) -> str:
    """Return a line with single spaces."""
    return " ".join(line.split())


STEPS = steps()


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[int, str]]:
    """Return the exit code and the output of each command, all of them run in one shell."""
    home = tmp_path_factory.mktemp("korenaar")
    done = subprocess.run(
        ["bash", "-c", script(STEPS).replace(HOME_IN_README, str(home))],
        cwd=PROJECT,
        env=environment(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    said = done.stdout.replace(str(home), HOME_IN_README)
    parts = re.split(rf"^{MARK}(\d+)\n", said, flags=re.MULTILINE)
    return [(int(code), text) for text, code in zip(parts[::2], parts[1::2], strict=False)]


@pytest.mark.parametrize("number", range(len(STEPS)), ids=lambda number: STEPS[number].command[:60])
def test_a_command_does_what_the_readme_shows(number: int, outputs: list[tuple[int, str]]) -> None:
    code, said = outputs[number]
    assert code == STEPS[number].exit_code, said
    assert missing_lines(STEPS[number].shown, said) == [], said
