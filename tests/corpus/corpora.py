"""Where the files of others are, and what a simple reader found in them. They never enter the project."""

import csv
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

FOLDER = Path(os.environ.get("VOLDAAN_CORPORA") or Path(__file__).parents[3] / "shared" / "corpora")

needs_corpora = pytest.mark.skipif(
    not (FOLDER / "FACTS_bank.tsv").is_file(),
    reason="The folder with files of others is not here: set VOLDAAN_CORPORA, or put it in ../shared/corpora.",
)

Row = dict[str, str]


def facts(table: str) -> list[Row]:
    """Return the rows of a fact table."""
    with (FOLDER / table).open(encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows, delimiter="\t"))


def content(file: str) -> bytes:
    """Return the bytes of one file."""
    return (FOLDER / file).read_bytes()


def every_file() -> Iterator[Path]:
    """Yield every file there is, in a fixed order."""
    return (path for path in sorted(FOLDER.rglob("*")) if path.is_file())
