"""What the documents say exists: pages, words, tests, commands."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.sources import PROJECT, SOURCE, parsed, project_files, python_files, shown

DECISIONS = PROJECT / "docs" / "decisions"
SECTIONS = ("Context", "Decision", "Why", "Rejected")
NAMED_FILE = re.compile(r"\b(tests/[\w/.-]+\.py)((?:::\w+)*)")
NAMED_TEST = re.compile(r"`(test_\w+)`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)")
SEARCHED = {".py", ".html", ".typ", ".toml", ".mjml", ".css", ".js"}


def decision_pages() -> list[Path]:
    """Return the pages in the order of their numbers."""
    return sorted(DECISIONS.glob("[0-9]*.md"))


def test_every_decision_is_listed_once_in_order() -> None:
    listed = re.findall(r"\]\((\d{3}-[\w-]+\.md)\)", (DECISIONS / "README.md").read_text(encoding="utf-8"))
    assert listed == [page.name for page in decision_pages()]
    assert [int(page.name[:3]) for page in decision_pages()] == list(range(1, len(listed) + 1))


@pytest.mark.parametrize("page", decision_pages(), ids=lambda page: page.stem)
def test_a_decision_says_context_decision_why_and_rejected(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert tuple(re.findall(r"^## (.+)$", text, re.MULTILINE)) == SECTIONS
    assert text.startswith(f"# {int(page.name[:3])}. ")


def test_every_link_between_pages_leads_somewhere() -> None:
    pages = [path for path in project_files() if path.suffix == ".md"]
    assert [broken for page in pages for broken in broken_links(page)] == []


def test_every_word_of_the_glossary_is_used() -> None:
    code = "\n".join(
        path.read_text(encoding="utf-8", errors="replace").lower()
        for path in project_files()
        if path.suffix in SEARCHED and SOURCE in path.parents
    )
    assert [word for word in glossary_words() if not is_used(word, code)] == []


def test_no_word_stands_twice_in_the_glossary() -> None:
    words = glossary_words()
    assert sorted(words) == sorted(set(words))


@pytest.mark.parametrize("property_id", [f"P{number}" for number in range(1, 17)])
def test_every_property_names_a_test_that_exists(property_id: str) -> None:
    named = list(named_tests(property_text(property_id)))
    assert named, f"docs/properties.md names no test for {property_id}"
    assert [name for name in named if not exists(name)] == []


def test_properties_name_no_test_that_is_gone() -> None:
    assert [name for name in named_tests(properties()) if not exists(name)] == []


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("tests/house/test_documents.py", True),
        ("tests/house/test_documents.py::test_naming_a_test", True),
        ("test_naming_a_test", True),
        ("tests/house/test_documents.py::test_" + "of_yesterday", False),
        ("tests/house/test_" + "of_yesterday.py", False),
        ("test_" + "of_yesterday", False),
    ],
)
def test_naming_a_test(name: str, expected: bool) -> None:
    assert exists(name) is expected


def broken_links(page: Path) -> Iterator[str]:
    """Yield the links of a page that lead to no file."""
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        if not (page.parent / target).exists():
            yield f"{shown(page)} → {target}"


def glossary_words() -> list[str]:
    """Return the code words of the glossary: what stands in backticks in the second column of its tables."""
    lines = (PROJECT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    cells = [line.split("|")[2] for line in lines if line.startswith("|") and line.count("|") >= 5]
    return [word for cell in cells for word in re.findall(r"`([^`]+)`", cell)]


def is_used(word: str, code: str) -> bool:
    """Test if a word of the glossary stands in the code, alone or as a part of a longer name."""
    joined = word.lower()
    return any(
        re.search(rf"(?<![a-z]){re.escape(form)}", code)
        for form in (joined, joined.replace("_", ""), joined.replace("_", "-"), joined.replace("_", " "))
    )


def properties() -> str:
    """Return the page of what must always hold."""
    page = PROJECT / "docs" / "properties.md"
    assert page.is_file(), (
        "docs/properties.md is missing: it lists what must always hold, with the test of each."
    )
    return page.read_text(encoding="utf-8")


def property_text(property_id: str) -> str:
    """Return the row or section of docs/properties.md that is about one property."""
    starts = rf"(?:^\|\s*[*`]*{property_id}\b|^#+ [^\n]*\b{property_id}\b)"
    ends = r"(?=^\|\s*[*`]*P\d+\b|^#+ [^\n]*\bP\d+\b|^##? |\Z)"
    found = re.search(rf"{starts}.*?{ends}", properties(), re.MULTILINE | re.DOTALL)
    return found[0] if found else ""


def named_tests(text: str) -> Iterator[str]:
    """Yield the tests that a text names: a file, a file with a test in it, or a test by its bare name."""
    for found in NAMED_FILE.finditer(text):
        yield found[0]
    yield from NAMED_TEST.findall(text)


def exists(name: str) -> bool:
    """Test if a named test is there."""
    file, *parts = name.split("::")
    if not file.endswith(".py"):
        return any(file in definitions(path) for path in python_files(PROJECT / "tests"))
    path = PROJECT / file
    return path.is_file() and set(parts) <= definitions(path)


def definitions(path: Path) -> set[str]:
    """Return the names of the functions and classes of a file."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
    return {node.name for node in ast.walk(parsed(path)) if isinstance(node, kinds)}
