"""Two commands on a fresh machine: what the Makefile and the lock promise."""

import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tests.house.sources import PROJECT

LOCK = PROJECT / "requirements.txt"
TOO_OLD = "#!/bin/sh\nexit 1\n"
"""A Python that fails the question whether it is new enough and has venv."""


def make(*arguments: str) -> "subprocess.CompletedProcess[str]":
    """Run make as a person would, outside the make that runs these tests."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MAKE")}
    return subprocess.run(
        ["make", "--no-print-directory", *arguments],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("python", ["no-such-python", "too-old"])
def test_a_machine_without_a_fitting_python_gets_one_sentence(tmp_path: Path, python: str) -> None:
    (tmp_path / "too-old").write_text(TOO_OLD, encoding="ascii")
    (tmp_path / "too-old").chmod(0o755)
    asked = make("setup", f"PYTHONS={tmp_path / python}", f"VENV={tmp_path / 'venv'}")
    sentences = [line for line in asked.stderr.splitlines() if not line.startswith("make")]
    assert asked.returncode != 0
    assert len(sentences) == 1
    assert sentences[0].startswith("Voldaan needs Python 3.11 or newer")
    assert not (tmp_path / "venv").exists()


def test_make_alone_lists_the_commands() -> None:
    said = make()
    listed = re.findall(r"^  make (\w+) ", said.stdout, re.MULTILINE)
    assert said.returncode == 0
    assert {"setup", "demo", "test", "check", "bench", "clean"} <= set(listed)


def test_the_build_server_runs_the_same_tests() -> None:
    script = PROJECT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    assert re.search(r"^make test\b", script.read_text(encoding="utf-8"), re.MULTILINE)


def test_every_package_of_the_lock_has_a_version_and_hashes() -> None:
    entries = locked()
    assert len(entries) > 20
    assert [name for name, text in entries.items() if "==" not in text or "--hash=sha256:" not in text] == []


def test_the_lock_names_no_address() -> None:
    text = LOCK.read_text(encoding="utf-8")
    assert re.findall(r"https?:|file:|--index-url|--extra-index-url|--find-links|(?<=\s)/\w+", text) == []


def test_every_dependency_is_in_the_lock() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    names = [re.split(r"[\[<>=!~; ]", requirement)[0] for requirement in wanted]
    assert [name for name in names if re.sub(r"[-_.]+", "-", name.lower()) not in locked()] == []


def locked() -> dict[str, str]:
    """Return the entries of the lock by the name of their package."""
    text = re.sub(r"^\s*#.*$", "", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
    entries = re.split(r"\n(?=[A-Za-z0-9])", text.strip())
    return {re.split(r"[=\[ ]", entry)[0].lower().replace("_", "-"): entry for entry in entries}
