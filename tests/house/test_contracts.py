"""Who may know whom: the import contracts, and what they cannot say."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import PROJECT, SOURCE, parsed, python_files, shown

CLOCKS = {
    ("date", "today"),
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("time", "time"),
    ("timezone", "now"),
    ("timezone", "localdate"),
    ("timezone", "localtime"),
}


def test_the_import_contracts_are_kept() -> None:
    linter = Path(sys.executable).with_name("lint-imports")
    said = subprocess.run(
        [linter, "--no-cache"],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(SOURCE.parent)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.returncode == 0, said.stdout + said.stderr


def test_only_records_imports_the_database() -> None:
    outside = [path for path in python_files(SOURCE) if SOURCE / "records" not in path.parents]
    assert [shown(path, line) for path in outside for line in imports_of(path, "django.db")] == []


def test_only_the_doors_read_the_clock() -> None:
    inside = [path for path in python_files(SOURCE) if SOURCE / "interfaces" not in path.parents]
    assert [shown(path, line) for path in inside for line in clock_readings(parsed(path))] == []


def test_the_domain_has_no_binary_fractions() -> None:
    domain = python_files(SOURCE / "domain")
    assert domain
    assert [shown(path, line) for path in domain for line in float_lines(parsed(path))] == []


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("amount = float('12.50')", [1]),
        ("rate = 0.04", [1]),
        ("def pay(amount: float) -> None: ...", [1]),
        ("cents = int('1250')\nfloating = 'float'", []),
    ],
)
def test_binary_fractions_are_seen(source: str, lines: list[int]) -> None:
    assert list(float_lines(ast.parse(source))) == lines


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("from datetime import date\nday = date.today()", [2]),
        ("import datetime as dt\nday = dt.date.today()", [2]),
        ("moment = timezone.now()", [1]),
        ("moment = datetime.now(UTC)", [1]),
        ("field = DateTimeField(default=timezone.now)", [1]),
        ("def plan(*, today: date) -> date: return today", []),
    ],
)
def test_clock_readings_are_seen(source: str, lines: list[int]) -> None:
    assert list(clock_readings(ast.parse(source))) == lines


def imports_of(path: Path, package: str) -> Iterator[int]:
    """Yield the lines that import `package` or something below it."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.ImportFrom):
            names = [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        if any(name == package or name.startswith(f"{package}.") for name in names):
            yield node.lineno


def clock_readings(tree: ast.Module) -> Iterator[int]:
    """Yield the lines that name a function which reads the clock."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and (_last_name(node.value), node.attr) in CLOCKS:
            yield node.lineno


def _last_name(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def float_lines(tree: ast.Module) -> Iterator[int]:
    """Yield the lines that name `float` or write a number with a point."""
    for node in ast.walk(tree):
        if (isinstance(node, ast.Name) and node.id == "float") or (
            isinstance(node, ast.Constant) and isinstance(node.value, float)
        ):
            yield node.lineno
