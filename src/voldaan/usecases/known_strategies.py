"""The strategies that this installation knows: versions that people made, its own files, and the shipped ones."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from django.conf import settings

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.language import StrategyError, StrategyProblem
from voldaan.domain.strategy.strategy import Strategy
from voldaan.records.departures import Chosen
from voldaan.records.models import StrategyVersion
from voldaan.records.versions import newest_of
from voldaan.usecases.judge_strategy import judged
from voldaan.usecases.keep_version import is_key

StrategySource = Literal["DESK", "HOME", "SHIPPED"]
"""A version that somebody made, the installation's own file, or what comes with Voldaan."""


def strategies_of(
    keys: str, also: Iterable[Chosen] = (), *, instead: Mapping[str, Strategy] | None = None
) -> Strategies:
    """Return the strategies whose keys stand in `keys`, with commas, in that order, and those that people chose.

    One that was chosen for single accounts and cannot be used is left out: those accounts ask a person, and the
    others go on. Those in `instead` take the place of the known ones of their keys: for trying before anything is
    kept.

    Raises:
        StrategyError: there is none of a name of the list, or of one chosen for the whole client, or it cannot be
            used.
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
    ordered = [tried.get(key) or known_strategy(key) for key in keys_in(keys)]
    return Strategies(ordered, chosen_of(also, instead=tried))


def chosen_of(
    also: Iterable[Chosen], *, instead: Mapping[str, Strategy] = MappingProxyType({})
) -> dict[str, Strategy]:
    """Return by key the strategies that people chose, without those for single accounts that cannot be used.

    Raises:
        StrategyError: one that was chosen for the whole client cannot be used.
    """
    found = {}
    for one in also:
        try:
            found[one.key] = instead.get(one.key) or known_strategy(one.key)
        except StrategyError:
            if one.of_client:
                raise
    return found


def keys_in(keys: str) -> tuple[str, ...]:
    """Return the keys of a list with commas."""
    return tuple(dict.fromkeys(key.strip() for key in keys.split(",") if key.strip()))


def known_strategy(key: str) -> Strategy:
    """Return the strategy called `key`: the newest version that people made, else the installation's own file, else
    the shipped one.

    A file can be edited, and the law can come to ask more, after a client chose it: it is checked here as it is
    before it is chosen.

    Raises:
        StrategyError: there is none of that name, it cannot be read, or it may not be used.
    """
    text = strategy_text(key)
    try:
        return _usable(text)
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
    return newest_of(StrategyVersion, key)


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
def _usable(text: str) -> Strategy:
    return judged(text).must_be_usable()
