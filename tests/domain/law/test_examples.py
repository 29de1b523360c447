"""The examples in the docstrings of the law, and of what it stands on, are true."""

import doctest
import importlib
import pkgutil

import pytest

from voldaan.domain import law

MODULES = [f"voldaan.domain.{name}" for name in ("money", "workdays", "identifiers", "evaluation")] + [
    f"voldaan.domain.law.{module.name}" for module in pkgutil.iter_modules(law.__path__)
]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0
