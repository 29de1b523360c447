"""The strategies of an installation: where each comes from, who follows it, and how it became what it is."""

from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any, Literal, NamedTuple

from voldaan.domain.strategy.language import StrategyError, StrategyProblem
from voldaan.records.models import StrategyVersion
from voldaan.usecases.follow_strategy import Follower, followers
from voldaan.usecases.judge_strategy import Judged, judged, refused_text
from voldaan.usecases.known_strategies import (
    StrategySource,
    file_text,
    known_keys,
    newest_version,
    source_of,
    strategy_text,
)

AROUND = 1
"""How many equal lines stand around what changed."""


class ChangedLine(NamedTuple):
    """A line beside another text: taken away, added, or what stands around it."""

    sign: Literal["-", "+", " ", "…"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version, with what it changed."""

    number: int
    made_at: datetime
    made_by: str
    note: str
    text: str
    changed: tuple[ChangedLine, ...]
    """From the version before it; of the first, from the file that it took the place of."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedStrategy:
    """A strategy in the list."""

    key: str
    source: StrategySource
    number: int
    """The newest version that people made; 0 where there is none."""
    made_at: datetime | None
    made_by: str
    judged: Judged
    followers: tuple[Follower, ...]

    @property
    def name(self) -> str:
        """Return its name; its key where the text cannot be read."""
        return self.judged.strategy.name if self.judged.strategy else self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStrategy:
    """One strategy as it is in use, or one of its versions, with all versions, the newest first."""

    listed: ListedStrategy
    version: Version | None
    """The version that is asked for; None: what is in use."""
    versions: tuple[Version, ...]

    @property
    def judged(self) -> Judged:
        """Return what is shown, and what is said of it."""
        return judged(self.version.text) if self.version else self.listed.judged


def list_strategies(on: date) -> list[ListedStrategy]:
    """Return every strategy that this installation knows, by key; one that cannot be read says why."""
    follow = followers(on)
    return [_listed(key, tuple(follow.get(key, ()))) for key in known_keys()]


def show_strategy(key: str, on: date, number: int | None = None) -> ShownStrategy:
    """Return a strategy with its versions, or one version of it. Number 0 is what its file says.

    Raises:
        StrategyError: there is no strategy of this key, or no such version.
    """
    strategy_text(key)
    versions = versions_of(key)
    chosen = next((one for one in versions if one.number == number), None)
    if number is not None and chosen is None:
        raise StrategyError(_no_version(key, number, versions))
    listed = _listed(key, tuple(followers(on).get(key, ())))
    return ShownStrategy(listed=listed, version=chosen, versions=versions)


def text_of(key: str, number: int) -> str:
    """Return the text of a version; of 0, what the file says.

    Raises:
        StrategyError: there is no such version.
    """
    row = StrategyVersion.objects.filter(key=key, number=number).first() if number else None
    text = row.text if row else (file_text(key) if number == 0 else None)
    if text is None:
        raise StrategyError(_no_version(key, number, versions_of(key)))
    return text


def versions_of(key: str) -> tuple[Version, ...]:
    """Return the versions that people made of a strategy, the newest first, each with what it changed."""
    found: list[Version] = []
    before = _first_text(key)
    for row in StrategyVersion.objects.filter(key=key).order_by("number"):
        found.append(
            Version(
                number=row.number,
                made_at=row.made_at,
                made_by=row.made_by,
                note=row.note,
                text=row.text,
                changed=changed_lines(before, row.text),
            )
        )
        before = row.text
    return tuple(reversed(found))


def _first_text(key: str) -> str:
    """Return what the file says; nothing where there is none, or where it is no text: the versions do not need it."""
    try:
        return file_text(key) or ""
    except StrategyError:
        return ""


def changed_lines(before: str, after: str) -> tuple[ChangedLine, ...]:
    """Return the lines in which two texts differ, with a line around them, and a mark where lines are left out."""
    old, new = before.split("\n"), after.split("\n")
    found: list[ChangedLine] = []
    for group in SequenceMatcher(None, old, new).get_grouped_opcodes(AROUND):
        if found:
            found.append(ChangedLine("…", ""))
        for kind, old_first, old_last, new_first, new_last in group:
            if kind == "equal":
                found += [ChangedLine(" ", line) for line in old[old_first:old_last]]
            else:
                found += [ChangedLine("-", line) for line in old[old_first:old_last]]
                found += [ChangedLine("+", line) for line in new[new_first:new_last]]
    return tuple(found)


def as_json(listed: ListedStrategy) -> dict[str, Any]:
    """Return a strategy as `voldaan strategy list --json` prints it."""
    strategy = listed.judged.strategy
    return {
        "kind": "strategy",
        "key": listed.key,
        "name": listed.name,
        "about": strategy.about if strategy else "",
        "source": listed.source.lower(),
        "version": listed.number,
        "made_at": listed.made_at.isoformat() if listed.made_at else None,
        "made_by": listed.made_by,
        "usable": listed.judged.may_be_used,
        "clients": [one.client.key for one in listed.followers],
    }


def version_json(key: str, version: Version) -> dict[str, Any]:
    """Return a version as `voldaan strategy versions --json` prints it."""
    return {
        "kind": "strategy_version",
        "key": key,
        "number": version.number,
        "made_at": version.made_at.isoformat(),
        "made_by": version.made_by,
        "note": version.note,
        "changed": [f"{line.sign}{line.text}" for line in version.changed],
    }


def _listed(key: str, follow: tuple[Follower, ...]) -> ListedStrategy:
    newest = newest_version(key)
    return ListedStrategy(
        key=key,
        source=source_of(key),
        number=newest.number if newest else 0,
        made_at=newest.made_at if newest else None,
        made_by=newest.made_by if newest else "",
        judged=_judged(key),
        followers=follow,
    )


def _judged(key: str) -> Judged:
    try:
        return judged(strategy_text(key))
    except StrategyError as error:
        return refused_text(error)


def _no_version(key: str, number: int, versions: tuple[Version, ...]) -> StrategyProblem:
    known = ", ".join(str(one.number) for one in reversed(versions))
    return StrategyProblem(
        None,
        f"strategie {key} heeft geen versie {number}. Bekend zijn: {known or 'nog geen; er is alleen het bestand'}.",
        f"strategy {key} has no version {number}. Known are: {known or 'none yet; there is only the file'}.",
    )
