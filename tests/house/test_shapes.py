"""Small shapes: no function over 70 lines, no file over 500, nothing that belongs to one machine."""

import ast
import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from tests.house.sources import PROJECT, parsed, project_files, python_files, shown

LINES_PER_FUNCTION_MAX = 70
LINES_PER_FILE_MAX = 500
DRAWERS = {"helpers", "helper", "utils", "util", "common", "misc", "shared", "actions", "calendar"}
"""Names under which anything could be put."""

TEXT_SUFFIXES = {
    "", ".py", ".pyi", ".md", ".toml", ".txt", ".html", ".css", ".js", ".svg", ".typ", ".mjml", ".json", ".csv", ".xml",
    ".yml", ".yaml", ".cfg", ".sh", ".sta", ".940", ".po",
}  # fmt: skip
# Written so that this file does not hold what it looks for.
MACHINE = re.compile(
    r"(?<![\w.])/(?:work|root|Users)/[\w.]|(?<![\w.])/home/(?!voldaan\b)[\w.]"
    r"|\bpy" + r"env\b|/opt/(?:pypi|wheels)",
)
MAKERS = re.compile(
    r"\b(?:cla" + r"ude|anthro" + r"pic|chat" + r"gpt|open" + r"ai|co" + r"pilot)\b", re.IGNORECASE
)


def our_python() -> list[Path]:
    """Return all Python of the project."""
    return python_files(PROJECT / "src", PROJECT / "tests", PROJECT / "benchmarks", PROJECT / "tools")


def test_no_function_is_long() -> None:
    assert [long for path in our_python() for long in long_functions(path)] == []


def test_no_file_is_long() -> None:
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in our_python()}
    assert {path: lines for path, lines in lengths.items() if lines > LINES_PER_FILE_MAX} == {}


def test_no_drawer_for_anything() -> None:
    assert [shown(path) for path in our_python() if {path.stem, path.parent.name} & DRAWERS] == []


def test_nothing_belongs_to_one_machine_or_maker() -> None:
    assert list(foreign_lines(path for path in project_files() if path.suffix in TEXT_SUFFIXES)) == []


def test_no_file_of_a_third_party_is_kept(corpora: Path) -> None:
    ours = {path.stat().st_size for path in project_files()}
    theirs = (path for path in corpora.rglob("*") if path.is_file() and path.stat().st_size in ours)
    digests = {sha256(path.read_bytes()).digest() for path in theirs if path.stat().st_size}
    assert [shown(path) for path in project_files() if sha256(path.read_bytes()).digest() in digests] == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("see /wor" + "k/place/file", True),
        ("/ro" + "ot/.cache", True),
        ("/ho" + "me/anna/voldaan", True),
        ("/home/voldaan/data", False),
        ("homework/area", False),
        ("https://voldaan.example/root/", False),
    ],
)
def test_places_of_one_machine_are_seen(line: str, found: bool) -> None:
    assert bool(MACHINE.search(line)) is found


def long_functions(path: Path) -> Iterator[str]:
    """Yield the functions of a file that have too many lines."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LINES_PER_FUNCTION_MAX:
                yield f"{shown(path, node.lineno)} {node.name}: {lines} lines"


def foreign_lines(paths: Iterator[Path]) -> Iterator[str]:
    """Yield the lines that name a place on one machine, or who typed them."""
    for path in paths:
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        ):
            if MACHINE.search(line) or MAKERS.search(line):
                yield f"{shown(path, number)} {line.strip()[:100]}"
