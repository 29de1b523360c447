"""Rows that may be many: the first in memory, the rest on disk, so that any file can be read before it is used.

>>> shelf = Shelf(rows_in_memory=2)
>>> with shelf.spool() as spool:
...     for number in range(5):
...         spool.append((number,))
>>> len(spool), list(spool)[-1]
(5, (4,))
"""

import pickle
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO, Generic, Self, TypeVar, cast, overload
from weakref import finalize

Row = TypeVar("Row")

CHUNK_ROWS = 1000
ROWS_IN_MEMORY = 20_000
"""What all spools of one file keep in memory together; a file of a usual size never touches the disk."""


class Shelf:
    """The place on disk that the spools of one file share. Gone when nobody holds it any more."""

    def __init__(self, *, rows_in_memory: int = ROWS_IN_MEMORY) -> None:
        self.room = rows_in_memory
        self.watching: Callable[[], None] | None = None
        """Somebody who is told each time that a part of the rows was used."""
        self._file: BinaryIO | None = None

    def spool(self) -> "Spool[Row]":
        """Return an empty spool on this shelf."""
        return Spool(self)

    def put(self, rows: list[object]) -> tuple[int, int]:
        """Write rows to the end of the file on disk and return where they are."""
        if self._file is None:
            self._file = cast(BinaryIO, tempfile.TemporaryFile(prefix="voldaan-"))  # noqa: SIM115  # closed below
            finalize(self, self._file.close)
        packed = pickle.dumps(rows, protocol=pickle.HIGHEST_PROTOCOL)
        place = self._file.seek(0, 2)
        self._file.write(packed)
        return place, len(packed)

    def get(self, place: int, size: int) -> list[object]:
        """Return the rows that were put at a place."""
        assert self._file is not None
        self._file.seek(place)
        # The file is our own, unnamed, and nobody else can have written in it.
        rows: list[object] = pickle.loads(self._file.read(size))  # noqa: S301
        return rows


class Spool(Sequence[Row], Generic[Row]):
    """A sequence that is appended to once and then read as often as needed, in order, in constant memory.

    Used as a context, its last rows too are put away when there is no room in memory. Compares equal to any
    sequence with equal rows, so that a small one stands for a tuple.
    """

    __slots__ = ("_chunks", "_count", "_rows", "_shelf")

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._chunks: list[list[Row] | tuple[int, int]] = []
        self._rows: list[Row] = []
        self._count = 0

    def append(self, row: Row) -> None:
        """Add a row at the end."""
        self._rows.append(row)
        self._count += 1
        if len(self._rows) == CHUNK_ROWS:
            self.close()

    def extend(self, rows: Iterable[Row]) -> None:
        """Add rows at the end."""
        for row in rows:
            self.append(row)

    def close(self) -> None:
        """Put the last rows away, in memory while there is room on the shelf, else on disk."""
        if not self._rows:
            return
        if self._shelf.room >= len(self._rows):
            self._shelf.room -= len(self._rows)
            self._chunks.append(self._rows)
        else:
            self._chunks.append(self._shelf.put(cast(list[object], self._rows)))
        self._rows = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        for chunk in self._chunks:
            if self._shelf.watching:
                self._shelf.watching()
            yield from chunk if isinstance(chunk, list) else cast(list[Row], self._shelf.get(*chunk))
        yield from self._rows

    def __reversed__(self) -> Iterator[Row]:
        yield from reversed(self._rows)
        for chunk in reversed(self._chunks):
            if self._shelf.watching:
                self._shelf.watching()
            yield from reversed(
                chunk if isinstance(chunk, list) else cast(list[Row], self._shelf.get(*chunk))
            )

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    def __hash__(self) -> int:
        return hash(tuple(self))
