"""A strategy as data: its stages in order, and the manners that hold at each of them.

>>> strategy = read_strategy('''
... name = "Kort"
... version = 1
... [manners]
... days_between_reminders = 7
... minimum_cents = 500
... days_after_term = 2
... [[stages]]
... key = "FIRST_REMINDER"
... days = 3
... term_days = 7
... channels = ["EMAIL"]
... [end]
... act = "ASK"
... days_after_term = 3
... ''')
>>> strategy.stages[0].days, strategy.ends_in
(3, 'ASK')
"""

import hashlib
import tomllib
from dataclasses import dataclass
from typing import Any, Literal

Channel = Literal["EMAIL", "POST"]
STAGE_KEYS = ("COURTESY_NOTICE", "FIRST_REMINDER", "SECOND_REMINDER", "PRE_COLLECTION")


class StrategyError(ValueError):
    """A strategy that cannot be used, with a sentence that says where and what to write instead."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step: reached this many calendar days after the due date; the term it gives; how it goes."""

    key: str
    days: int
    term_days: int
    channels: tuple[Channel, ...]
    enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Strategy:
    """The stages in ascending order, and the manners that hold at every stage."""

    name: str
    version: int
    stages: tuple[Stage, ...]
    """Only those that are enabled."""
    days_between_reminders: int
    minimum_cents: int
    days_after_term: int
    ends_in: Literal["HAND_OVER", "ASK"]
    end_days_after_term: int
    digest: str
    """SHA-256 of the text that it was read from."""

    def position(self, key: str | None) -> int:
        """Return how many of the stages lie at or before the one called `key`; 0 where none was sent.

        The order of the trade counts, so that switching a stage on or off loses nobody's place.
        """
        if not key:
            return 0
        rank = STAGE_KEYS.index(key)
        return sum(1 for stage in self.stages if STAGE_KEYS.index(stage.key) <= rank)


def read_strategy(text: str) -> Strategy:
    """Return the strategy that a TOML text describes.

    Raises:
        StrategyError: the text is not TOML, lacks something, or contradicts itself.
    """
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise StrategyError(f"The strategy is not readable as TOML: {error}.") from error
    stages = tuple(_stage(raw, number) for number, raw in enumerate(_list(told, "stages"), start=1))
    manners, end = _table(told, "manners"), _table(told, "end")
    strategy = Strategy(
        name=_text(told, "name", "the strategy"),
        version=_number(told, "version", "the strategy", least=1),
        stages=tuple(stage for stage in stages if stage.enabled),
        days_between_reminders=_number(manners, "days_between_reminders", "[manners]", least=1),
        minimum_cents=_number(manners, "minimum_cents", "[manners]", least=0),
        days_after_term=_number(manners, "days_after_term", "[manners]", least=0),
        ends_in=_end(end),
        end_days_after_term=_number(end, "days_after_term", "[end]", least=0),
        digest=hashlib.sha256(text.encode()).hexdigest(),
    )
    _check_order(stages, strategy)
    return strategy


def _stage(raw: dict[str, Any], number: int) -> Stage:
    where = f"stage {number}"
    key = _text(raw, "key", where)
    if key not in STAGE_KEYS:
        raise StrategyError(f"{where} is called {key!r}; the stages are {', '.join(STAGE_KEYS)}.")
    channels = raw.get("channels")
    if not isinstance(channels, list) or not channels or set(channels) - {"EMAIL", "POST"}:
        raise StrategyError(f'{where} needs channels = ["EMAIL", "POST"], or one of the two.')
    least = -60 if key == "COURTESY_NOTICE" else 1
    return Stage(
        key=key,
        days=_number(raw, "days", where, least=least),
        term_days=_number(raw, "term_days", where, least=0 if key == "COURTESY_NOTICE" else 3),
        channels=tuple(channels),
        enabled=bool(raw.get("enabled", True)),
    )


def _check_order(stages: tuple[Stage, ...], strategy: Strategy) -> None:
    ranks = [STAGE_KEYS.index(stage.key) for stage in stages]
    days = [stage.days for stage in stages]
    if ranks != sorted(set(ranks)) or days != sorted(set(days)):
        raise StrategyError(
            f"The stages must stand in the order {', '.join(STAGE_KEYS)}, each once and each later than the one "
            f"before; their days are {days}."
        )
    if not strategy.stages:
        raise StrategyError("A strategy needs at least one stage that is enabled.")
    courtesy = [stage for stage in stages if stage.key == "COURTESY_NOTICE" and stage.days >= 0]
    if courtesy:
        raise StrategyError("A courtesy notice goes out before the due date: give it negative days.")


def _end(end: dict[str, Any]) -> Literal["HAND_OVER", "ASK"]:
    act = end.get("act")
    if act == "HAND_OVER":
        return "HAND_OVER"
    if act == "ASK":
        return "ASK"
    raise StrategyError(f'[end] needs act = "HAND_OVER" or act = "ASK", not {act!r}.')


def _text(table: dict[str, Any], key: str, where: str) -> str:
    value = table.get(key)
    if not isinstance(value, str) or not value.strip():
        raise StrategyError(f"{where} needs {key} as a text.")
    return value


def _number(table: dict[str, Any], key: str, where: str, *, least: int) -> int:
    value = table.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or value < least:
        raise StrategyError(f"{where} needs {key} as a whole number of at least {least}, not {value!r}.")
    return value


def _table(told: dict[str, Any], key: str) -> dict[str, Any]:
    value = told.get(key)
    if not isinstance(value, dict):
        raise StrategyError(f"The strategy needs a part [{key}].")
    return value


def _list(told: dict[str, Any], key: str) -> list[dict[str, Any]]:
    value = told.get(key)
    if not isinstance(value, list) or not value:
        raise StrategyError(f"The strategy needs at least one part [[{key}]].")
    return value
