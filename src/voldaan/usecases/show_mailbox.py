"""What left for the mailbox on disk: the files of the channels, newest first, with the messages they are."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from django.conf import settings

from voldaan.records import desk
from voldaan.records.desk_messages import Posted, posted_by_uuid
from voldaan.records.models import Client

FOLDERS = (("EMAIL", "mailbox", ".eml"), ("POST", "post", ".pdf"), ("SMS", "sms", ".txt"))
ROWS_A_PAGE = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One file that a channel wrote."""

    on: date
    channel: str
    posted: Posted | None
    """None: no message of these clients has this number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A part of what lies in the mailbox on disk."""

    count: int
    first: int
    pieces: tuple[Piece, ...]
    by_server: bool
    """E-mail goes to a mail server: only letters are written to disk."""

    @property
    def last(self) -> int:
        """Return the place after the last piece that is shown."""
        return self.first + len(self.pieces)


def show_mailbox(clients: Sequence[Client], *, page: int = 1) -> Mailbox:
    """Return a page of what was written to the mailbox on disk, newest first."""
    files = sorted(_files(settings.VOLDAAN_HOME), reverse=True)
    first = (max(page, 1) - 1) * ROWS_A_PAGE
    shown = files[first : first + ROWS_A_PAGE]
    with desk.rows_of_all(clients):
        known = posted_by_uuid([uuid for _, _, uuid in shown])
    return Mailbox(
        count=len(files),
        first=first,
        pieces=tuple(Piece(on=on, channel=channel, posted=known.get(uuid)) for on, channel, uuid in shown),
        by_server=bool(settings.INSTALLATION.smtp_url),
    )


def _files(home: Path) -> list[tuple[date, str, str]]:
    """Return day, channel and message number of each file. What is not named as a channel does is left out."""
    return [
        (named[0], channel, named[1])
        for channel, folder, ending in FOLDERS
        for path in (home / folder).glob(f"*/*{ending}")
        if (named := _named(path)) is not None
    ]


def _named(path: Path) -> tuple[date, str] | None:
    """Return the day and the message that a file is named after, or None where it is named otherwise."""
    try:
        return date.fromisoformat(path.parent.name), str(UUID(path.stem))
    except ValueError:
        return None
