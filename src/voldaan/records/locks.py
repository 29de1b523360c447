"""Who is sending: each sender has a name of its own, and a lock by that name that lives with its process.

A message marked SENDING names its sender. While that one lives, the message is nobody else's; when it died, the
lock is gone with it, and whoever looks knows that nobody will finish the message. No lock is ever waited for.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.db import connection

_SENDERS = 7_602
"""The class of our advisory locks on PostgreSQL; the other half is made of the name."""


@contextmanager
def sending() -> Iterator[str]:
    """Be a sender for the length of a block, and yield its name. Any number of them live side by side.

    On PostgreSQL the lock belongs to the connection of this thread, which must stay the same one: behind a pooler,
    in its session mode.
    """
    name = uuid4().hex
    with _advisory_lock(name) if connection.vendor == "postgresql" else _file_lock(name):
        yield name


def is_gone(name: str) -> bool:
    """Test if the sender of this name has ended or died. A message without a name has no sender that lives."""
    if not name:
        return True
    if connection.vendor != "postgresql":
        return _is_free(_folder() / f"{name}.lock")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted "
            "AND database = (SELECT oid FROM pg_database WHERE datname = current_database()) "
            "AND classid = %s AND objid = %s)",
            [_SENDERS, _key(name)],
        )
        (lives,) = cursor.fetchone()
    return not lives


@contextmanager
def _advisory_lock(name: str) -> Iterator[None]:
    """Hold a lock of this connection. Shared, so that two names with one key do not wait for each other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock_shared(%s, %s)", [_SENDERS, _key(name)])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock_shared(%s, %s)", [_SENDERS, _key(name)])


def _key(name: str) -> int:
    """Return 31 bits of a name. Two that share them only keep the other's messages a little longer."""
    return int(name[:8], 16) & 0x7FFF_FFFF


def _folder() -> Path:
    return Path(settings.VOLDAAN_HOME) / "senders"


@contextmanager
def _file_lock(name: str) -> Iterator[None]:
    """Hold a file of this name, and clear away those of the dead.

    The file gets its name once it is locked: whoever finds one free knows that its sender is gone.
    """
    folder = _folder()
    folder.mkdir(parents=True, exist_ok=True)
    for path in folder.glob("*.lock"):
        if _is_free(path):
            path.unlink(missing_ok=True)
    fresh, path = folder / f"{name}.new", folder / f"{name}.lock"
    with fresh.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        fresh.rename(path)
        try:
            yield
        finally:
            path.unlink(missing_ok=True)


def _is_free(path: Path) -> bool:
    try:
        with path.open() as file:
            # Shared: two that look at the same moment do not take each other for the sender.
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except FileNotFoundError:
        return True
    except BlockingIOError:
        return False
    return True
