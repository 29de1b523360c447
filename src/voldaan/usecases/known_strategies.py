"""The strategies that this installation knows: the shipped ones, and its own in `<home>/strategies`."""

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from voldaan.domain.strategy.stage import Strategy, StrategyError, read_strategy


def known_strategy(key: str) -> Strategy:
    """Return the strategy called `key`; the installation's own wins over a shipped one of that name.

    Raises:
        StrategyError: there is none of that name, or it cannot be used.
    """
    folders = (Path(settings.VOLDAAN_HOME) / "strategies", Path(settings.VOLDAAN_STRATEGIES))
    for folder in folders:
        path = folder / f"{key}.toml"
        if path.is_file():
            return _read(path.read_text(encoding="utf-8"))
    known = sorted({path.stem for folder in folders for path in folder.glob("*.toml")})
    raise StrategyError(f"There is no strategy {key!r}. Known: {', '.join(known)}.")


@lru_cache(maxsize=64)
def _read(text: str) -> Strategy:
    return read_strategy(text)
