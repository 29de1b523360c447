"""The strategies that this installation knows: versions that people made, its own files, and the shipped ones."""

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.language import StrategyError, StrategyProblem, read_strategy
from voldaan.domain.strategy.strategy import Strategy
from voldaan.records.models import StrategyVersion


def strategies_of(keys: str, also: Iterable[str] = ()) -> Strategies:
    """Return the strategies whose keys stand in `keys`, with commas, in that order, and those that people chose.

    Raises:
        StrategyError: there is none of a name, or it cannot be used.
    """
    ordered = [known_strategy(key) for key in keys_in(keys)]
    if not ordered:
        known = ", ".join(known_keys())
        raise StrategyError(
            StrategyProblem(
                None,
                f"er is geen strategie gekozen. Kies er een of meer van: {known}.",
                f"no strategy was chosen. Choose one or more of: {known}.",
            )
        )
    return Strategies(ordered, {key: known_strategy(key) for key in also})


def keys_in(keys: str) -> tuple[str, ...]:
    """Return the keys of a list with commas."""
    return tuple(dict.fromkeys(key.strip() for key in keys.split(",") if key.strip()))


def known_strategy(key: str) -> Strategy:
    """Return the strategy called `key`: the newest version that people made, else the installation's own file, else
    the shipped one.

    Raises:
        StrategyError: there is none of that name, or it cannot be used.
    """
    return _read(strategy_text(key))


def strategy_text(key: str) -> str:
    """Return the text of the strategy called `key`.

    Raises:
        StrategyError: there is none of that name.
    """
    newest = StrategyVersion.objects.filter(key=key).order_by("-number").first()
    if newest is not None:
        return newest.text
    path = next((folder / f"{key}.toml" for folder in _folders() if (folder / f"{key}.toml").is_file()), None)
    if path is None:
        known = ", ".join(known_keys())
        raise StrategyError(
            StrategyProblem(
                None,
                f"er is geen strategie {key!r}. Bekend zijn: {known}.",
                f"there is no strategy {key!r}. Known are: {known}.",
            )
        )
    return path.read_text(encoding="utf-8")


def known_keys() -> list[str]:
    """Return the keys of every strategy that this installation knows, in order."""
    in_files = {path.stem for folder in _folders() for path in folder.glob("*.toml")}
    made = StrategyVersion.objects.values_list("key", flat=True).distinct()
    return sorted(in_files | set(made))


def _folders() -> tuple[Path, Path]:
    return Path(settings.VOLDAAN_HOME) / "strategies", Path(settings.VOLDAAN_STRATEGIES)


@lru_cache(maxsize=64)
def _read(text: str) -> Strategy:
    return read_strategy(text)
