"""How large a workbook of before 2007 (XLS) is, seen before it is opened.

The library lays each worksheet out as one rectangle. A record of three bytes in the far corner would make it one of
four thousand million cells, so the records are gone through first: [MS-CFB] for the container, [MS-XLS] for what is
in it.
"""

import struct
from collections.abc import Iterator

MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_END_OF_CHAIN = 0xFFFFFFFA
"""Sector numbers from here on are no sectors."""

_TABLE_LENGTHS = (40, 44, 64, 72)
"""Where the header says how many sectors its tables take."""
_SECTOR_BYTES = 512

_BEGIN_SHEET = 0x0809
_CELL_RECORDS = frozenset(
    {0x0006, 0x00D6, 0x00FD, 0x0201, 0x0203, 0x0204, 0x0205, 0x027E, 0x0002, 0x0003, 0x0004}
)
_CELL_ROW_RECORDS = frozenset({0x00BD, 0x00BE})
"""Records of several cells of a row; their last two bytes are the last column."""


def is_encrypted(data: bytes) -> bool:
    """Test if the container holds a workbook of today behind a password."""
    return data.startswith(MARK) and "EncryptedPackage".encode("utf-16-le") in data


def cells_of(data: bytes) -> int:
    """Return how many cells lie in the largest rectangle of a worksheet, filled or not; 0 where it cannot be told."""
    try:
        return max((rows * columns for rows, columns in _extents(_workbook(data))), default=0)
    except (struct.error, IndexError, ValueError):
        return 0


def claims_too_much(data: bytes) -> bool:
    """Test if the container says that its tables, or a file in it, are larger than all of it.

    The library makes room for what is claimed before it looks, and where there is no room the whole program ends.
    """
    try:
        sector_size = 1 << struct.unpack_from("<H", data, 30)[0]
        counts = [struct.unpack_from("<I", data, place)[0] for place in _TABLE_LENGTHS]
        if max(counts) * sector_size > len(data) + sector_size:
            return True
        directory = _chain(
            data, sector_size, _allocation(data, sector_size), struct.unpack_from("<I", data, 48)[0]
        )
        size_as = "<I" if sector_size == _SECTOR_BYTES else "<Q"
        return any(
            struct.unpack_from(size_as, directory, place + 120)[0] > len(data) + sector_size
            for place in range(0, len(directory) - 127, 128)
            if any(directory[place + 64 : place + 66])
        )
    except (struct.error, IndexError, ValueError):
        return False


def _extents(stream: bytes) -> Iterator[tuple[int, int]]:
    """Yield the last row and column of each part of the workbook."""
    rows = columns = place = 0
    while place + 4 <= len(stream):
        kind, size = struct.unpack_from("<HH", stream, place)
        place += 4
        if kind == _BEGIN_SHEET:
            yield rows, columns
            rows = columns = 0
        elif kind in _CELL_RECORDS and size >= 4:
            row, column = struct.unpack_from("<HH", stream, place)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        elif kind in _CELL_ROW_RECORDS and size >= 6:
            (row,), (column,) = (
                struct.unpack_from("<H", stream, place),
                struct.unpack_from("<H", stream, place + size - 2),
            )
            rows, columns = max(rows, row + 1), max(columns, column + 1)
        place += size
    yield rows, columns


def _workbook(data: bytes) -> bytes:
    """Return the stream with the records, out of the sectors of the container."""
    sector_size = 1 << struct.unpack_from("<H", data, 30)[0]
    if sector_size not in (512, 4096):
        raise ValueError("no container")
    next_sector = _allocation(data, sector_size)
    directory = _chain(data, sector_size, next_sector, struct.unpack_from("<I", data, 48)[0])
    small: bytes | None = None
    for place in range(0, len(directory) - 127, 128):
        length = struct.unpack_from("<H", directory, place + 64)[0]
        name = directory[place : place + max(length - 2, 0)].decode("utf-16-le", "replace")
        first, size = struct.unpack_from("<II", directory, place + 116)
        if place == 0:
            small = _chain(data, sector_size, next_sector, first)
        if name.lower() not in ("workbook", "book"):
            continue
        if size >= struct.unpack_from("<I", data, 56)[0]:
            return _chain(data, sector_size, next_sector, first)[:size]
        table = _chain(data, sector_size, next_sector, struct.unpack_from("<I", data, 60)[0])
        nexts = struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])
        return _chain(small or b"", 64, nexts, first, header=0)[:size]
    return b""


def _allocation(data: bytes, sector_size: int) -> tuple[int, ...]:
    """Return for each sector which comes after it."""
    sectors = [number for number in struct.unpack_from("<109I", data, 76) if number < _END_OF_CHAIN]
    more, count = struct.unpack_from("<II", data, 68)
    for _ in range(min(count, len(data) // sector_size)):
        if more >= _END_OF_CHAIN:
            break
        numbers = struct.unpack_from(f"<{sector_size // 4}I", data, (more + 1) * sector_size)
        sectors.extend(number for number in numbers[:-1] if number < _END_OF_CHAIN)
        more = numbers[-1]
    table = b"".join(data[(number + 1) * sector_size : (number + 2) * sector_size] for number in sectors)
    return struct.unpack(f"<{len(table) // 4}I", table[: len(table) // 4 * 4])


def _chain(data: bytes, size: int, next_sector: tuple[int, ...], first: int, *, header: int = 1) -> bytes:
    """Return the bytes of sectors that follow one another; a chain that bites its tail is broken off."""
    pieces: list[bytes] = []
    sector = first
    while sector < len(next_sector) and len(pieces) <= len(next_sector):
        pieces.append(data[(sector + header) * size : (sector + header + 1) * size])
        sector = next_sector[sector]
    return b"".join(pieces)
