"""What ARCHITECTURE.md and docs/law.md name: functions, modules and tests that are there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import PROJECT, SOURCE
from tests.house.test_documents import definitions, exists, named_tests

PAGES = ("ARCHITECTURE.md", "docs/law.md", "docs/decisions")
LAYERS = "domain|formats|letters|channels|records|usecases|interfaces|config"
NAMED = re.compile(rf"`((?:{LAYERS})(?:\.\w+)+)`")


def text_of(page: str) -> str:
    """Return the text of a page, or of every page in a folder."""
    path = PROJECT / page
    files = sorted(path.glob("*.md")) if path.is_dir() else [path]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_code_that_is_there(page: str) -> None:
    named = sorted(set(NAMED.findall(text_of(page))))
    assert named, f"{page} names no code"
    assert [name for name in named if not is_there(name)] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_page_names_tests_that_are_there(page: str) -> None:
    assert [name for name in sorted(set(named_tests(text_of(page)))) if not exists(name)] == []


def carried_out() -> list[str]:
    """Return the rows of the articles that are carried out."""
    part = text_of("docs/law.md").partition("\n## What is carried out\n")[2].partition("\n## ")[0]
    return re.findall(r"^\| \[.*$", part, re.MULTILINE)


def test_the_page_of_the_law_lists_articles() -> None:
    assert len(carried_out()) > 50


@pytest.mark.parametrize("row", carried_out())
def test_every_article_names_a_function_and_a_test(row: str) -> None:
    assert NAMED.search(row)
    assert list(named_tests(row))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("domain.money", True),
        ("domain.strategy.decide.decide", True),
        ("domain.strategy.decide.decode", False),
        ("usecases.of_yesterday", False),
    ],
)
def test_naming_code(name: str, expected: bool) -> None:
    assert is_there(name) is expected


def is_there(name: str) -> bool:
    """Test if a dotted name is a folder, a module, or a function or class in a module."""
    parts = name.split(".")
    return SOURCE.joinpath(*parts).is_dir() or any(
        file.is_file() and (depth == len(parts) or set(parts[depth:]) <= definitions(file))
        for depth, file in modules(parts)
    )


def modules(parts: list[str]) -> Iterator[tuple[int, Path]]:
    """Yield the modules that a dotted name can begin with, and how many of its parts they take."""
    for depth in range(len(parts), 0, -1):
        yield depth, SOURCE.joinpath(*parts[:depth]).with_suffix(".py")
