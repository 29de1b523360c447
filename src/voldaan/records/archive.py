"""Finished bytes, kept under their digest in the home: what was written is what is sent and what is shown."""

import hashlib
import os
import threading
from pathlib import Path

from django.conf import settings


class NotInArchive(LookupError):
    """The archive does not hold these bytes, or they are not what they were."""


def keep(content: bytes) -> str:
    """Store the bytes once and return their SHA-256."""
    name = hashlib.sha256(content).hexdigest()
    path = _path(name)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        # Two threads of one process may keep the same bytes at once.
        part = path.with_suffix(f".{os.getpid()}-{threading.get_ident()}.part")
        with part.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    return name


def fetch(sha256: str) -> bytes:
    """Return the bytes with this digest.

    Raises:
        NotInArchive: they are missing, or were changed on disk.
    """
    try:
        content = _path(sha256).read_bytes()
    except FileNotFoundError:
        raise NotInArchive(
            f"The archive lacks {sha256[:12]}…. Restore the folder `archive` of a backup."
        ) from None
    if hashlib.sha256(content).hexdigest() != sha256:
        raise NotInArchive(f"The archived {sha256[:12]}… was changed on disk. Restore it from a backup.")
    return content


def _path(sha256: str) -> Path:
    return Path(settings.VOLDAAN_HOME) / "archive" / sha256[:2] / sha256
