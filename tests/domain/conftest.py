"""Vectors of the law: a test that asks for `bik_vector` runs once for each row of the category `bik`.

The rows lie outside the repository, in the folder that VOLDAAN_LAW names or in `../shared/law`. Where that folder
is missing, these tests are skipped with the reason; the tests with cases of our own run everywhere.
"""

import csv
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

PROJECT = Path(__file__).resolve().parents[2]
SUFFIX = "_vector"


class Vector(NamedTuple):
    """One row: what goes in and what has to come out."""

    id: str
    given: dict[str, Any]
    expected: dict[str, Any]


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run a test once for each vector of the categories that its parameters name."""
    for name in metafunc.fixturenames:
        if name.endswith(SUFFIX):
            metafunc.parametrize(name, list(_parameters(name.removesuffix(SUFFIX))))


@pytest.fixture(scope="session")
def law_folder() -> Path:
    """Return the folder with the vectors and rates, or skip."""
    folder = _folder()
    if folder is None:
        pytest.skip(_reason())
    return folder


def _parameters(category: str) -> Iterator[Any]:
    folder = _folder()
    if folder is None:
        yield pytest.param(None, marks=pytest.mark.skip(reason=_reason()))
        return
    with (folder / "vectors.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            if row["category"] == category:
                vector = Vector(row["id"], json.loads(row["input_json"]), json.loads(row["expected_json"]))
                yield pytest.param(vector, id=vector.id)


def _folder() -> Path | None:
    folder = Path(os.environ.get("VOLDAAN_LAW") or PROJECT.parent / "shared" / "law")
    return folder if (folder / "vectors.csv").is_file() else None


def _reason() -> str:
    return "The vectors of the law are not here: name their folder in VOLDAAN_LAW or put it at ../shared/law."
