"""The page of the law is what the code and the tests say today."""

import ast

import pytest

from tools.law_page import PAGE, carried_out, domain_modules, law_page, proofs_by_function, used_by
from voldaan.domain.law.citation import Citation, Ruling


def test_the_page_is_made_from_the_code_of_today() -> None:
    assert PAGE.read_text(encoding="utf-8") == law_page(), "docs/law.md is behind: run make law-page"


def test_every_article_has_a_function_and_a_test() -> None:
    tests = proofs_by_function()
    untested = {name for one in carried_out() for name in one.functions if not tests.get(name)}
    assert untested == set()


def test_every_citation_of_the_law_is_carried_out_by_a_function_or_stops_something() -> None:
    on_the_page = PAGE.read_text(encoding="utf-8")
    idle = [
        f"{module.__name__}.{name}"
        for module in domain_modules()
        for name, value in vars(module).items()
        if isinstance(value, Citation | Ruling) and value.label not in on_the_page
    ]
    assert idle == []


@pytest.mark.parametrize(
    ("text", "used"),
    [
        ("def test_it():\n    costs(1)", {"law.costs"}),
        ("def test_it():\n    law.costs(1)", {"law.costs"}),
        ("def test_it():\n    asked()\n\ndef asked():\n    costs(1)", {"law.costs"}),
        ("def test_it():\n    other(1)", set()),
    ],
)
def test_a_test_belongs_to_what_it_calls_itself_or_through_its_file(text: str, used: set[str]) -> None:
    tree = ast.parse(text)
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    found = used_by(functions["test_it"], {"costs": "law.costs", "law": "law"}, functions)
    assert {name for name in found if name.endswith("costs")} == used
