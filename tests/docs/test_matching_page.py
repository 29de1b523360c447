"""docs/matching.md names every weight with its points, and the settings as they are."""

import re
from typing import get_args

import pytest

from tests.house.sources import PROJECT
from voldaan.domain.matching import facts, weights

PAGE = (PROJECT / "docs" / "matching.md").read_text(encoding="utf-8")
WEIGHTS = {name: value for name, value in vars(weights).items() if isinstance(value, int) and name.isupper()}
SETTINGS = ("LINK_FROM_POINTS", "LEAD_POINTS", "SURE_POINTS", "TOLERANCE_CENTS")
NAME = re.compile(r"`([A-Z][A-Z_]+)`")


def told_weights() -> dict[str, int]:
    """Return the weights that the tables of the page tell."""
    rows = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if re.match(r"\| `[A-Z_]+`", line)]
    return {
        name: int(points)
        for names, _, told in rows
        for name, points in zip(NAME.findall(names), told.split(", "), strict=True)
    }


def test_every_weight_stands_on_the_page_with_its_points() -> None:
    assert told_weights() == {name: value for name, value in WEIGHTS.items() if name not in SETTINGS}


@pytest.mark.parametrize("name", SETTINGS)
def test_every_setting_of_the_weights_stands_beside_its_number(name: str) -> None:
    assert re.search(rf"\b{WEIGHTS[name]}\b[^.|]*`{name}`", PAGE)


def test_what_the_page_writes_as_a_code_is_one() -> None:
    reasons = set(get_args(facts.DifferenceKind))
    assert set(NAME.findall(PAGE)) - set(WEIGHTS) <= reasons
