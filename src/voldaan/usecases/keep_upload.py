"""Files that wait in the home until a person has said what their columns mean; after a day they are gone."""

import json
import shutil
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from voldaan.formats.source import Source
from voldaan.records.models import Client

KEPT_FOR = timedelta(days=1)


class NotKept(LookupError):
    """No such file waits for this client. The message is a Dutch sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """One file that waits."""

    digest: str
    name: str
    on: date
    """The day on which it was handed in."""
    kept_at: datetime


def keep_upload(client: Client, source: Source, *, on: date, at: datetime) -> str:
    """Keep a copy that only this installation's user can read, and return its digest."""
    digest = source.sha256()
    folder = _folder(client)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with source.open() as file, (folder / digest).open("wb") as copy:
        shutil.copyfileobj(file, copy)
    facts = {"name": source.name, "on": on.isoformat(), "kept_at": at.isoformat()}
    (folder / f"{digest}.json").write_text(json.dumps(facts), encoding="utf-8")
    return digest


def kept_upload(client: Client, digest: str, *, at: datetime) -> tuple[Upload, Source]:
    """Return a file that waits.

    Raises:
        NotKept: there is none of this digest, or it waited for more than a day.
    """
    found = next((one for one in kept_uploads(client, at=at) if one.digest == digest), None)
    if found is None:
        raise NotKept("Dit bestand wacht niet meer: het is al ingelezen, of het lag hier langer dan een dag.")
    return found, Source.of_path(_folder(client) / found.digest, found.name)


def kept_uploads(client: Client, *, at: datetime) -> list[Upload]:
    """Return the files that wait for a client, the newest first."""
    found = [one for path in _folder(client).glob("*.json") if (one := _upload(path)) is not None]
    fresh = [one for one in found if at - one.kept_at < KEPT_FOR]
    return sorted(fresh, key=lambda one: (one.kept_at, one.name), reverse=True)


def drop_upload(client: Client, digest: str) -> None:
    """Forget a file; one that is not there is forgotten already."""
    _remove(_folder(client) / f"{digest}.json")


def clear_uploads(*, at: datetime) -> None:
    """Forget what waited for more than a day, of every client."""
    for path in (Path(settings.VOLDAAN_HOME) / "uploads").glob("*/*.json"):
        found = _upload(path)
        if found is None or at - found.kept_at >= KEPT_FOR:
            _remove(path)


def _folder(client: Client) -> Path:
    return Path(settings.VOLDAAN_HOME) / "uploads" / str(client.pk)


def _upload(path: Path) -> Upload | None:
    """Return what was written down of a file, None where that cannot be read."""
    try:
        facts: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return Upload(
            digest=path.stem,
            name=str(facts["name"]),
            on=date.fromisoformat(facts["on"]),
            kept_at=datetime.fromisoformat(facts["kept_at"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _remove(path: Path) -> None:
    """Remove a file with what was written down of it."""
    path.with_suffix("").unlink(missing_ok=True)
    path.unlink(missing_ok=True)
