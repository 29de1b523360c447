"""The simulation can fail: with one protection taken away, it finds the message or the cent that goes wrong."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.simulation.life import World, live
from voldaan.domain.strategy.strategy import Strategy
from voldaan.records.truth import Truth, payment_truth
from voldaan.usecases import finish_message, mark_message, write_matches
from voldaan.usecases.known_strategies import known_strategy

pytestmark = pytest.mark.django_db(transaction=True)
DAYS = 75
WHERE = {
    "P1": ("tuinman", (5, 4, 6, 1)),
    "P2": ("bakkerij", (4, 2, 3, 5)),
    "P3": ("bakkerij", (5, 7, 2, 4)),
    "P5": ("bakkerij", (4, 6, 7, 8)),
    "P9": ("bakkerij", (1, 2, 3, 4)),
}
"""A creditor, and seeds in whose lives the protection is needed: one that finds the breach is enough."""


def is_found(what: str, folder: Path) -> bool:
    """Test if the life of a creditor in which a protection is missing breaks what it protects."""
    house, seeds = WHERE[what]
    for seed in seeds:
        if what in broken(live(seed, days=DAYS, folder=folder, only=house)):
            return True
        call_command("flush", verbosity=0, interactive=False)
    return False


def broken(world: World) -> set[str]:
    """Return the properties that were broken on the first day on which one was."""
    return {breach.split()[2] for breach in world.breaches}


def test_p1_without_the_second_look_at_sending(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What was approved yesterday leaves today, whatever was paid or said in between."""
    monkeypatch.setattr(mark_message, "overtaken", lambda message, facts, decision, day: "")
    assert is_found("P1", tmp_path)


def test_p2_without_the_age_of_the_payment_truth(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Days on which the statements did not come are taken for days on which nobody paid."""

    def always_fresh(client: Any, on: Any) -> Truth:
        return replace(payment_truth(client, on), fresh=True)

    monkeypatch.setattr("voldaan.usecases.plan_day.payment_truth", always_fresh)
    assert is_found("P2", tmp_path)


def test_p3_when_silence_is_taken_for_a_no(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A message of which nobody knows whether it left goes back among those that may leave."""
    states = finish_message.STATES | {"UNKNOWN": "APPROVED"}
    monkeypatch.setattr(finish_message, "STATES", states)
    assert is_found("P3", tmp_path)


def test_p5_without_the_days_between(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each invoice asks for its own reminder, and nobody counts the days since the last one."""

    def hasty(key: str) -> Strategy:
        strategy = known_strategy(key)
        return replace(strategy, manners=replace(strategy.manners, days_between_reminders=0))

    monkeypatch.setattr("voldaan.usecases.known_strategies.known_strategy", hasty)
    assert is_found("P5", tmp_path)


def test_p9_when_a_payment_is_ticked_off_and_not_allocated(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Money is looked at, and lies nowhere."""
    monkeypatch.setattr(write_matches, "_write_allocations", lambda client, decisions, at: None)
    assert is_found("P9", tmp_path)
