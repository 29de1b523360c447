"""The text sets of an installation: where each comes from, who writes in it, and how it became what it is."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from voldaan.letters.text_problems import TextProblem, TextsError
from voldaan.records.models import TextSetVersion
from voldaan.usecases.follow_texts import Writer, writers
from voldaan.usecases.judge_texts import JudgedTexts, TextSaid, cleaned, judged_texts
from voldaan.usecases.known_texts import (
    TextSource,
    file_text,
    known_keys,
    newest_version,
    set_text,
    source_of,
)
from voldaan.usecases.show_strategies import Version, changed_lines


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedTexts:
    """A text set in the list."""

    key: str
    source: TextSource
    number: int
    """The newest version that people made; 0 where there is none."""
    made_at: datetime | None
    made_by: str
    judged: JudgedTexts
    writers: tuple[Writer, ...]

    @property
    def name(self) -> str:
        """Return its name; its key where it cannot be read."""
        return self.judged.text_set.name if self.judged.text_set else self.key


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTexts:
    """One text set as it is in use, with its versions, the newest first."""

    listed: ListedTexts
    versions: tuple[Version, ...]


def list_texts(on: date) -> list[ListedTexts]:
    """Return every text set that this installation knows, by key; one that cannot be read says why."""
    who = writers(on)
    return [_listed(key, tuple(who.get(key, ()))) for key in known_keys()]


def show_texts(key: str, on: date) -> ShownTexts:
    """Return a text set with its versions.

    Raises:
        TextsError: there is no text set of this key.
    """
    set_text(key)
    return ShownTexts(listed=_listed(key, tuple(writers(on).get(key, ()))), versions=versions_of(key))


def text_of_version(key: str, number: int) -> str:
    """Return the text of a version; of 0, what the file says.

    Raises:
        TextsError: there is no such version.
    """
    row = TextSetVersion.objects.filter(key=key, number=number).first() if number else None
    text = row.text if row else (file_text(key) if number == 0 else None)
    if text is None:
        known = ", ".join(str(one.number) for one in reversed(versions_of(key)))
        nl = f"Tekstset {key} heeft geen versie {number}. Bekend zijn: {known or 'nog geen; er is alleen het bestand'}."
        en = f"Text set {key} has no version {number}. Known are: {known or 'none yet; there is only the file'}."
        raise TextsError([TextProblem("", nl, en)])
    return text


def versions_of(key: str) -> tuple[Version, ...]:
    """Return the versions that people made of a set, the newest first, each with what it changed."""
    found: list[Version] = []
    try:
        before = file_text(key) or ""
    except TextsError:
        before = ""
    for row in TextSetVersion.objects.filter(key=key).order_by("number"):
        found.append(
            Version(
                number=row.number,
                made_at=row.made_at,
                made_by=row.made_by,
                note=row.note,
                text=row.text,
                changed=changed_lines(cleaned(before), row.text),
            )
        )
        before = row.text
    return tuple(reversed(found))


def as_json(listed: ListedTexts) -> dict[str, Any]:
    """Return a text set as `voldaan texts list --json` prints it."""
    text_set = listed.judged.text_set
    return {
        "kind": "text_set",
        "key": listed.key,
        "name": listed.name,
        "about": text_set.about if text_set else "",
        "base": text_set.base if text_set else None,
        "languages": sorted(text_set.changes) if text_set else [],
        "source": listed.source.lower(),
        "version": listed.number,
        "made_at": listed.made_at.isoformat() if listed.made_at else None,
        "made_by": listed.made_by,
        "usable": listed.judged.may_be_used,
        "clients": [one.client.key for one in listed.writers],
    }


def _listed(key: str, who: tuple[Writer, ...]) -> ListedTexts:
    newest = newest_version(key)
    return ListedTexts(
        key=key,
        source=source_of(key),
        number=newest.number if newest else 0,
        made_at=newest.made_at if newest else None,
        made_by=newest.made_by if newest else "",
        judged=_judged(key),
        writers=who,
    )


def _judged(key: str) -> JudgedTexts:
    try:
        return judged_texts(set_text(key))
    except TextsError as error:
        said = tuple(TextSaid(weight="WRONG", path=one.path, nl=one.nl, en=one.en) for one in error.problems)
        return JudgedTexts(text="", text_set=None, said=said)
