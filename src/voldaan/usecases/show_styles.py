"""The house styles of an installation: who writes in which, and how each became what it is."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from voldaan.letters.style_text import StyleError, StyleProblem
from voldaan.records.models import HouseStyleVersion
from voldaan.usecases.judge_style import JudgedStyle, judged_style
from voldaan.usecases.known_styles import Wearer, known_styles, newest_style, wearers
from voldaan.usecases.show_strategies import ChangedLine, changed_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleVersion:
    """One version, with what it changed."""

    number: int
    made_at: datetime
    made_by: str
    note: str
    text: str
    changed: tuple[ChangedLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedStyle:
    """A house style in the list."""

    key: str
    number: int
    made_at: datetime
    made_by: str
    judged: JudgedStyle
    wearers: tuple[Wearer, ...]

    @property
    def name(self) -> str:
        """Return its name; its key where the text cannot be read."""
        return self.judged.told.name if self.judged.told else self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownStyle:
    """One house style as it is in use, or one of its versions, with all versions, the newest first."""

    listed: ListedStyle
    version: StyleVersion | None
    """The version that is asked for; None: what is in use."""
    versions: tuple[StyleVersion, ...]

    @property
    def judged(self) -> JudgedStyle:
        """Return what is shown, and what is said of it."""
        return judged_style(self.version.text) if self.version else self.listed.judged


def list_styles() -> list[ListedStyle]:
    """Return every house style, by key; one that cannot be used says why."""
    worn = wearers()
    return [_listed(key, tuple(worn.get(key, ()))) for key in known_styles()]


def show_style(key: str, number: int | None = None) -> ShownStyle:
    """Return a house style with its versions, or one version of it.

    Raises:
        StyleError: there is no house style of this key, or no such version.
    """
    listed = _listed(key, tuple(wearers().get(key, ())))
    versions = _versions_of(key)
    chosen = next((one for one in versions if one.number == number), None)
    if number is not None and chosen is None:
        raise StyleError(_no_version(key, number, versions))
    return ShownStyle(listed=listed, version=chosen, versions=versions)


def style_json(listed: ListedStyle) -> dict[str, Any]:
    """Return a house style as `voldaan style list --json` prints it."""
    told = listed.judged.told
    return {
        "kind": "house_style",
        "key": listed.key,
        "name": listed.name,
        "version": listed.number,
        "made_at": listed.made_at.isoformat(),
        "made_by": listed.made_by,
        "usable": listed.judged.style is not None,
        "accent": told.accent if told else None,
        "typeface": told.typeface if told else None,
        "window": told.window if told else None,
        "clients": [one.key for one in listed.wearers if not one.is_agency],
        "agencies": [one.key for one in listed.wearers if one.is_agency],
    }


def style_version_json(key: str, version: StyleVersion) -> dict[str, Any]:
    """Return a version as `voldaan style versions --json` prints it."""
    return {
        "kind": "house_style_version",
        "key": key,
        "number": version.number,
        "made_at": version.made_at.isoformat(),
        "made_by": version.made_by,
        "note": version.note,
        "changed": [f"{line.sign}{line.text}" for line in version.changed],
    }


def _listed(key: str, worn_by: tuple[Wearer, ...]) -> ListedStyle:
    newest = newest_style(key)
    return ListedStyle(
        key=key,
        number=newest.number,
        made_at=newest.made_at,
        made_by=newest.made_by,
        judged=judged_style(newest.text),
        wearers=worn_by,
    )


def _versions_of(key: str) -> tuple[StyleVersion, ...]:
    found: list[StyleVersion] = []
    before = ""
    for row in HouseStyleVersion.objects.filter(key=key).order_by("number"):
        changed = changed_lines(before, row.text)
        found.append(
            StyleVersion(
                number=row.number,
                made_at=row.made_at,
                made_by=row.made_by,
                note=row.note,
                text=row.text,
                changed=changed,
            )
        )
        before = row.text
    return tuple(reversed(found))


def _no_version(key: str, number: int, versions: tuple[StyleVersion, ...]) -> StyleProblem:
    known = ", ".join(str(one.number) for one in reversed(versions))
    return StyleProblem(
        None,
        "",
        f"huisstijl {key} heeft geen versie {number}. Bekend zijn: {known}.",
        f"house style {key} has no version {number}. Known are: {known}.",
    )
