"""The bytes of one file, wherever they lie: read in a stream, as often as needed, never held whole unless small."""

import hashlib
from collections.abc import Callable
from io import BufferedReader, BytesIO, RawIOBase
from pathlib import Path
from typing import Any, BinaryIO, cast

from voldaan.formats.findings import refuse
from voldaan.formats.spool import Shelf

HEAD_BYTES = 65536
WATCHED_BYTES = 1024 * 1024
WHOLE_MAX_BYTES = 64 * 1024 * 1024
"""Formats that are read as a whole document (an invoice, a workbook) are smaller than this."""


class Source:
    """One file to be read. `name` is what its sender calls it; a member of an archive is `archive.zip/member.xml`."""

    def __init__(self, name: str, size: int, opened: Callable[[], BinaryIO]) -> None:
        self.name = name
        self.size = size
        self._opened = opened
        self.shelf = Shelf()
        """Where the rows of what is read from this file lie while they are many."""
        self._head: bytes | None = None
        self._watching: Callable[[int], None] | None = None

    @classmethod
    def of_bytes(cls, data: bytes, name: str) -> "Source":
        """Return the source of bytes in memory."""
        return cls(name, len(data), lambda: BytesIO(data))

    @classmethod
    def of_path(cls, path: Path, name: str | None = None) -> "Source":
        """Return the source of a file on disk; raises `OSError` where it cannot be read."""
        with path.open("rb") as file:
            file.read(1)
        return cls(name or path.name, path.stat().st_size, lambda: path.open("rb"))

    def open(self) -> BinaryIO:
        """Return the bytes from the start, to be closed by the caller."""
        opened = self._opened()
        if self._watching is None:
            return opened
        return cast(BinaryIO, BufferedReader(_Watched(opened, self._watching), WATCHED_BYTES))

    def watch(self, watching: Callable[[int], None]) -> None:
        """Let somebody be told, while the file is read, how many bytes were."""
        self._watching = watching

    @property
    def head(self) -> bytes:
        """Return the first 64 kB, by which a format is recognised."""
        if self._head is None:
            with self.open() as file:
                self._head = file.read(HEAD_BYTES)
        return self._head

    def whole(self, limit: int = WHOLE_MAX_BYTES) -> bytes:
        """Return all bytes of a file that is read as one document, or raise `Refusal` where it is too large."""
        if self.size > limit:
            raise refuse(
                self.name,
                "Het bestand is te groot.",
                f"Een bestand van deze soort lezen we tot {limit // 1024**2} MB.",
                "Splits het, of lever het in een vorm aan die we in een stroom lezen (CAMT, MT940, CSV).",
            )
        with self.open() as file:
            return file.read()

    def sha256(self) -> str:
        """Return the digest of the bytes."""
        digest = hashlib.sha256()
        with self.open() as file:
            while part := file.read(WATCHED_BYTES):
                digest.update(part)
        return digest.hexdigest()


class _Watched(RawIOBase):
    """A stream that tells how far it was read."""

    def __init__(self, inner: BinaryIO, watching: Callable[[int], None]) -> None:
        super().__init__()
        self.inner = inner
        self.watching = watching
        self.count = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self.inner.seekable()

    def seek(self, offset: int, whence: int = 0) -> int:
        self.count = self.inner.seek(offset, whence)
        return self.count

    def readinto(self, buffer: Any) -> int:
        data = self.inner.read(len(buffer))
        buffer[: len(data)] = data
        self.count += len(data)
        self.watching(self.count)
        return len(data)

    def close(self) -> None:
        self.inner.close()
        super().close()
