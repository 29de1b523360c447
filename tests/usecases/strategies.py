"""Strategies for tests, made as people make them: a version of a key."""

from datetime import date
from typing import Any

from tests.builders import ten_o_clock
from tests.usecases.ladders import AFTER, ladder
from voldaan.domain.strategy.language import read_strategy
from voldaan.records.models import StrategyVersion

__all__ = ["AFTER", "a_strategy"]


def a_strategy(key: str = "standard", **given: Any) -> None:
    """Make a version of a strategy with two reminders; `standard` is what a client follows by default."""
    text = ladder(**given)
    number = StrategyVersion.objects.filter(key=key).count() + 1
    StrategyVersion.objects.create(
        key=key, number=number, text=text, digest=read_strategy(text).digest, made_at=ten_o_clock(date(2026, 1, 1)),
        made_by="tests",
    )  # fmt: skip
