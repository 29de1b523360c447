"""The strategies that this installation knows: versions that people made, its own files, and the shipped ones."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Literal

from django.conf import settings

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.language import StrategyError, StrategyProblem, read_strategy
from voldaan.domain.strategy.strategy import Strategy
from voldaan.records.models import StrategyVersion

StrategySource = Literal["DESK", "HOME", "SHIPPED"]
"""A version that somebody made, the installation's own file, or what comes with Voldaan."""
_KEY = re.compile(r"[-a-zA-Z0-9_]{1,40}")


def is_key(key: str) -> bool:
    """Test if this can be the key of a strategy: it becomes the name of a file, and stands in lists with commas."""
    return _KEY.fullmatch(key) is not None


def strategies_of(
    keys: str, also: Iterable[str] = (), *, instead: Mapping[str, Strategy] | None = None
) -> Strategies:
    """Return the strategies whose keys stand in `keys`, with commas, in that order, and those that people chose.

    Those in `instead` take the place of the known ones of their keys: for trying before anything is kept.

    Raises:
        StrategyError: there is none of a name, or it cannot be used.
    """
    if not keys_in(keys):
        known = ", ".join(known_keys())
        raise StrategyError(
            StrategyProblem(
                None,
                f"er is geen strategie gekozen. Kies er een of meer van: {known}.",
                f"no strategy was chosen. Choose one or more of: {known}.",
            )
        )
    tried = instead or {}
    named = {key: tried.get(key) or known_strategy(key) for key in (*keys_in(keys), *also)}
    return Strategies([named[key] for key in keys_in(keys)], {key: named[key] for key in also})


def keys_in(keys: str) -> tuple[str, ...]:
    """Return the keys of a list with commas."""
    return tuple(dict.fromkeys(key.strip() for key in keys.split(",") if key.strip()))


def known_strategy(key: str) -> Strategy:
    """Return the strategy called `key`: the newest version that people made, else the installation's own file, else
    the shipped one.

    Raises:
        StrategyError: there is none of that name, or it cannot be used.
    """
    text = strategy_text(key)
    try:
        return _read(text)
    except StrategyError as error:
        # A client follows several: a line says nothing without the text that it is a line of.
        named = (
            StrategyProblem(one.line, f"in strategie {key!r}: {one.nl}", f"in strategy {key!r}: {one.en}")
            for one in error.problems
        )
        raise StrategyError(*named) from None


def strategy_text(key: str) -> str:
    """Return the text of the strategy called `key`.

    Raises:
        StrategyError: there is none of that name.
    """
    newest = newest_version(key)
    text = file_text(key) if newest is None else newest.text
    if text is None:
        known = ", ".join(known_keys())
        raise StrategyError(
            StrategyProblem(
                None,
                f"er is geen strategie {key!r}. Bekend zijn: {known}.",
                f"there is no strategy {key!r}. Known are: {known}.",
            )
        )
    return text


def newest_version(key: str) -> StrategyVersion | None:
    """Return the version in use that people made of a strategy; None where it is as its file says."""
    return StrategyVersion.objects.filter(key=key).order_by("-number").first()


def source_of(key: str) -> StrategySource:
    """Return where the text of a known strategy comes from."""
    if newest_version(key) is not None:
        return "DESK"
    return "HOME" if _file(key, _folders()[:1]) else "SHIPPED"


def file_text(key: str) -> str | None:
    """Return the text of a strategy as its file has it: the installation's own before the shipped one.

    Raises:
        StrategyError: the file is no text.
    """
    path = _file(key, _folders())
    try:
        return None if path is None else path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise StrategyError(
            StrategyProblem(
                None,
                f"{path} is geen tekst in UTF-8. Bewaar het bestand als UTF-8.",
                f"{path} is no text in UTF-8. Save the file as UTF-8.",
            )
        ) from None


def known_keys() -> list[str]:
    """Return the keys of every strategy that this installation knows, in order."""
    in_files = {path.stem for folder in _folders() for path in folder.glob("*.toml") if is_key(path.stem)}
    made = StrategyVersion.objects.values_list("key", flat=True).distinct()
    return sorted(in_files | set(made))


def _file(key: str, folders: Iterable[Path]) -> Path | None:
    """Return the file of a strategy. What is no key names no file, whatever lies there."""
    paths = [folder / f"{key}.toml" for folder in folders] if is_key(key) else []
    return next((path for path in paths if path.is_file()), None)


def _folders() -> tuple[Path, Path]:
    return Path(settings.VOLDAAN_HOME) / "strategies", Path(settings.VOLDAAN_STRATEGIES)


@lru_cache(maxsize=64)
def _read(text: str) -> Strategy:
    return read_strategy(text)
