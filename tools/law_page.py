"""Make docs/law.md: article → function → test, out of the citations in the code and the tests that use them.

A function of the domain that carries out a rule is marked with its articles (`@follows`). A test belongs to it where
it calls it, itself or through a function of its own file. The rest of the page stands in `docs/law.template.md`.

`python -m tools.law_page` writes the page; `--check` says whether it is up to date.
"""

import argparse
import ast
import importlib
import pkgutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from inspect import isfunction
from pathlib import Path
from types import ModuleType
from typing import Any

import voldaan.domain
from voldaan.domain.law.capacity import CAPACITIES
from voldaan.domain.law.capacity_rules import CAPACITY_RULES
from voldaan.domain.law.citation import Ruling, Source, sources_of
from voldaan.domain.law.rates import InterestKind, rates
from voldaan.domain.law.stop_table import STOPS
from voldaan.domain.law.stops import effect_sentence, length_words

PROJECT = Path(__file__).resolve().parents[1]
PAGE = PROJECT / "docs" / "law.md"
TEMPLATE = PROJECT / "docs" / "law.template.md"
FILES_SHOWN_MAX = 3
NAMED_MAX = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """One article or consideration, all that is said of it, and the functions that carry it out."""

    sources: tuple[Source, ...]
    """Of the same article: several modules can carry out a part each."""
    functions: tuple[str, ...]

    @property
    def source(self) -> Source:
        """Return one of them, for what they share: the label and the address."""
        return self.sources[0]


def main() -> int:
    """Write the page, or say that it is behind."""
    parser = argparse.ArgumentParser(prog="python -m tools.law_page", description=__doc__)
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit code 1 when the page is behind"
    )
    page = law_page()
    if parser.parse_args().check:
        return int(PAGE.read_text(encoding="utf-8") != page)
    PAGE.write_text(page, encoding="utf-8")
    return 0


def law_page() -> str:
    """Return the whole page."""
    carried = carried_out()
    parts = {
        "capacities": capacity_table(),
        "articles": article_tables(carried, proofs_by_function()),
        "stops": stops_table(),
        "not_confirmed": not_confirmed_table(carried),
    }
    page = TEMPLATE.read_text(encoding="utf-8")
    for name, text in parts.items():
        page = page.replace(f"<!-- {name} -->", text)
    return page


def carried_out() -> list[Carried]:
    """Return every article that a function of the domain is marked with, in the order of statute and article."""
    sources: dict[str, dict[Source, None]] = defaultdict(dict)
    functions: dict[str, set[str]] = defaultdict(set)
    for name, function in marked_functions():
        for source in sources_of(function):
            sources[source.label][source] = None
            functions[source.label].add(name)
    found = [
        Carried(sources=tuple(same), functions=tuple(sorted(functions[label])))
        for label, same in sources.items()
    ]
    return sorted(
        found, key=lambda one: (statute_of(one.source), article_order(one.source), one.source.label)
    )


def marked_functions() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Yield the functions of the domain that carry out a rule, by their full name."""
    for module in domain_modules():
        for name, function in vars(module).items():
            if isfunction(function) and function.__module__ == module.__name__ and sources_of(function):
                yield f"{module.__name__}.{name}", function


def domain_modules() -> Iterator[ModuleType]:
    """Yield every module of the domain."""
    for found in pkgutil.walk_packages(voldaan.domain.__path__, "voldaan.domain."):
        yield importlib.import_module(found.name)


def statute_of(source: Source) -> str:
    """Return the heading under which a source stands; rulings come last."""
    return "Rulings" if isinstance(source, Ruling) else source.law


def article_order(source: Source) -> tuple[tuple[int, str], ...]:
    """Return a key by which 6:119 comes after 6:96, and 2a after 2."""
    number = source.ecli if isinstance(source, Ruling) else f"{source.article}:{source.paragraph or ''}"
    return tuple(_piece(piece) for piece in number.replace(".", ":").split(":"))


def _piece(text: str) -> tuple[int, str]:
    digits = "".join(char for char in text if char.isdigit())
    return (int(digits) if digits else 0, text)


def capacity_table() -> str:
    """Return which rule holds for whom."""
    heads = "".join(f" {capacity.replace('_', ' ').lower()} |" for capacity in CAPACITIES)
    lines = [f"| rule |{heads} article |", "|---|" + "---|" * (len(CAPACITIES) + 1)]
    for rule in CAPACITY_RULES:
        cells = "".join(f" {rule.text(capacity, 'en')} |" for capacity in CAPACITIES)
        articles = ", ".join(linked(source) for source in rule.citations)
        lines.append(f"| {rule.name_en} |{cells} {articles} |")
    return "\n".join(lines)


def article_tables(carried: list[Carried], tests: dict[str, list[str]]) -> str:
    """Return a table a statute: article, what it says, who carries it out, what would fail."""
    blocks = []
    for statute in dict.fromkeys(statute_of(one.source) for one in carried):
        rows = [one for one in carried if statute_of(one.source) == statute]
        lines = [
            f"### {statute}",
            "",
            "| article | how the rule follows | function | test |",
            "|---|---|---|---|",
        ]
        lines += [_article_row(one, tests) for one in rows]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _article_row(one: Carried, tests: dict[str, list[str]]) -> str:
    functions = ", ".join(f"`{name.removeprefix('voldaan.')}`" for name in one.functions)
    shown = ", ".join(told_proofs(one.functions, tests))
    said = " ".join(dict.fromkeys(source.follows for source in one.sources))
    mark = " *(see below)*" if any(source.not_confirmed for source in one.sources) else ""
    return f"| {linked(one.source)} | {escaped(said)}{mark} | {functions} | {shown} |"


def told_proofs(functions: tuple[str, ...], tests: dict[str, list[str]]) -> list[str]:
    """Return the tests of these functions by file: by name where a file has few, else by their number."""
    by_file: dict[str, list[str]] = defaultdict(list)
    for test in dict.fromkeys(test for name in functions for test in tests.get(name, [])):
        by_file[test.partition("::")[0]].append(test)
    told = []
    for file, named in list(by_file.items())[:FILES_SHOWN_MAX]:
        told += (
            [f"`{name}`" for name in named] if len(named) <= NAMED_MAX else [f"`{file}` ({len(named)} tests)"]
        )
    return told


def stops_table() -> str:
    """Return what stops reminders, with its effect."""
    lines = ["| what | effect | how long | instead | articles |", "|---|---|---|---|---|"]
    for stop in STOPS.values():
        articles = ", ".join(linked(source) for source in stop.citations)
        instead = stop.write_to_en or "–"
        lines.append(
            f"| {stop.name_en} (`{stop.kind}`) | {escaped(effect_sentence(stop.kind, 'en'))} | "
            f"{length_words(stop.kind, 'en')} | {escaped(instead)} | {articles} |"
        )
    return "\n".join(lines)


def not_confirmed_table(carried: list[Carried]) -> str:
    """Return what could not be confirmed, and what is done instead."""
    lines = ["| article | what is not confirmed, and what Voldaan does |", "|---|---|"]
    told: dict[Source, None] = {source: None for one in carried for source in one.sources}
    told |= {source: None for stop in STOPS.values() for source in stop.citations}
    doubts: dict[str, dict[str, None]] = defaultdict(dict)
    for source in told:
        if source.not_confirmed:
            doubts[linked(source)][escaped(source.not_confirmed)] = None
    lines += [f"| {article} | {' '.join(said)} |" for article, said in doubts.items()]
    kinds: tuple[InterestKind, ...] = ("STATUTORY", "COMMERCIAL")
    for kind in kinds:
        for rate in rates(kind):
            if not rate.confirmed:
                lines.append(
                    f"| the {kind.lower()} rate from {rate.first_day} | {rate.percent} percent was not read at its "
                    f"source but here: {escaped(rate.source)} |"
                )
    return "\n".join(lines)


def linked(source: Source) -> str:
    """Return a citation as a link."""
    return f"[{source.label}]({source.link})"


def escaped(text: str) -> str:
    """Return text that stands in a cell of a table."""
    return " ".join(text.split()).replace("|", "\\|")


def proofs_by_function() -> dict[str, list[str]]:
    """Return the tests of each function of the domain, those of its own test file first."""
    found: dict[str, list[str]] = defaultdict(list)
    for path in sorted((PROJECT / "tests").rglob("test_*.py")):
        for test, functions in proofs_in(path):
            for name in functions:
                found[name].append(test)
    return {name: sorted(tests, key=lambda test: _far_from(name, test)) for name, tests in found.items()}


def _far_from(function: str, test: str) -> tuple[bool, bool, str]:
    """Order tests: those in the file named after the module first, then those of the domain."""
    module = function.rpartition(".")[0].rpartition(".")[2]
    return f"/test_{module}.py" not in test, not test.startswith("tests/domain/"), test


def proofs_in(path: Path) -> Iterator[tuple[str, set[str]]]:
    """Yield each test of a file with the functions of the domain that it uses."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    imported = imported_names(tree)
    local = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    place = path.relative_to(PROJECT).as_posix()
    for owner, test in functions_that_test(tree):
        yield f"{place}{owner}::{test.name}", used_by(test, imported, local)


def functions_that_test(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Yield the tests of a file, each with the class in which it stands."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield "", node
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef) and inner.name.startswith("test_"):
                    yield f"::{node.name}", inner


def imported_names(tree: ast.Module) -> dict[str, str]:
    """Return what a file calls by which name: functions and modules of the domain."""
    names: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("voldaan.domain"):
            names |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return names


def used_by(test: ast.FunctionDef, imported: dict[str, str], local: dict[str, ast.FunctionDef]) -> set[str]:
    """Return the full names that a test uses, also through functions of its file."""
    used: set[str] = set()
    waiting, seen = [test], {test.name}
    while waiting:
        for node in ast.walk(waiting.pop()):
            if isinstance(node, ast.Name):
                used.add(imported.get(node.id, ""))
                if node.id in local and node.id not in seen:
                    seen.add(node.id)
                    waiting.append(local[node.id])
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                used.add(f"{imported.get(node.value.id, '')}.{node.attr}")
    return used


if __name__ == "__main__":
    sys.exit(main())
