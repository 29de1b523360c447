"""A zip is a folder: each file in it is read by itself, whole or not at all."""

import zlib
from collections.abc import Iterator
from typing import IO, BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from voldaan.formats.findings import refuse
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

MEMBERS_MAX = 20_000
UNPACKED_MAX_BYTES = 4 * 1024**3
RATIO_MAX = 200
"""A text of a bank packs to a twentieth or so; what unpacks to more than this many times its size is a trap."""
RATIO_COUNTS_FROM_BYTES = 10 * 1024**2

BROKEN = (BadZipFile, ValueError, OSError, EOFError, RuntimeError, NotImplementedError, zlib.error)
"""What reading a damaged zip can raise."""
_DOCUMENTS = ("xl/workbook.xml", "[Content_Types].xml", "mimetype", "content.xml")
"""A zip that holds one of these is itself a document: a workbook, a text."""
_LEFTOVERS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


def is_archive(source: Source) -> bool:
    """Test if a file is a zip of files, and not a document that happens to be kept in a zip."""
    if not source.head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return False
    try:
        with source.open() as file, ZipFile(file) as archive:
            return not any(name in _DOCUMENTS for name in archive.namelist())
    except BROKEN:
        return b"[Content_Types].xml" not in source.head and b"mimetype" not in source.head[:200]


def unpacked(source: Source) -> Iterator[Source]:
    """Yield the file itself, or each file in an archive under the archive's name.

    Raises:
        Refusal: the archive is broken, locked with a password, or unpacks to more than files of a business could be.
    """
    if not is_archive(source):
        yield source
        return
    for member in members(source):
        yield Source(f"{source.name}/{member.filename}", member.file_size, _Opener(source, member.filename))


def members(source: Source) -> list[ZipInfo]:
    """Return the files in an archive after looking at every one of them.

    Raises:
        Refusal: it is broken, locked with a password, or unpacks to more than files of a business could be.
    """
    try:
        with source.open() as file, ZipFile(file) as archive:
            members = [
                one for one in archive.infolist() if not one.is_dir() and not _is_leftover(one.filename)
            ]
            _check_size(source, members)
            for member in members:
                _check_member(source, archive, member)
    except BROKEN as error:
        raise _broken(source, error) from None
    if not members:
        raise refuse(
            source.name,
            "Het ingepakte bestand (zip) is leeg.",
            "Er zit geen bestand in.",
            "Pak de bestanden opnieuw in, of lever ze los aan.",
        )
    return members


def _check_size(source: Source, members: list[ZipInfo]) -> None:
    """Raise `Refusal` for an archive that would fill the disk."""
    size = sum(member.file_size for member in members)
    trap = any(
        member.file_size > max(RATIO_COUNTS_FROM_BYTES, RATIO_MAX * member.compress_size)
        for member in members
    )
    if len(members) > MEMBERS_MAX or size > UNPACKED_MAX_BYTES or trap:
        files = "1 bestand" if len(members) == 1 else f"{len(members)} bestanden"
        raise refuse(
            source.name,
            "Het ingepakte bestand (zip) is te groot.",
            f"Uitgepakt is het {size // 1024**2} MB in {files}, of het is verdacht sterk ingepakt.",
            "Pak het uit en lever de bestanden los aan.",
        )


def _check_member(source: Source, archive: ZipFile, member: ZipInfo) -> None:
    """Read a file in the archive to its end: its own sum must be right."""
    if member.flag_bits & 0x1:
        raise refuse(
            source.name,
            "Het ingepakte bestand (zip) heeft een wachtwoord.",
            "Zonder wachtwoord is de inhoud niet te lezen.",
            "Pak het uit en lever de bestanden los aan.",
            path=member.filename,
        )
    with archive.open(member) as file:
        while file.read(1024 * 1024):
            pass


class _Opener:
    """Opens one file of an archive anew each time."""

    def __init__(self, source: Source, filename: str) -> None:
        self.source = source
        self.filename = filename

    def __call__(self) -> BinaryIO:
        outer = self.source.open()
        archive = ZipFile(outer)
        member: IO[bytes] = archive.open(self.filename)
        # A reader closes what it opened; the archive goes with it.
        close = member.close

        def close_all() -> None:
            close()
            archive.close()
            outer.close()

        member.close = close_all  # type: ignore[method-assign]
        return cast(BinaryIO, member)


def _is_leftover(name: str) -> bool:
    """Test if a member is what an operating system leaves in folders."""
    return any(name.startswith(left) or name.endswith("/" + left) or name == left for left in _LEFTOVERS)


def _broken(source: Source, error: Exception) -> Refusal:
    """Return the refusal of an archive that cannot be read."""
    why = "Het begint als een zip (of een werkmap, XLSX) en is afgebroken of beschadigd."
    if isinstance(error, NotImplementedError):
        why = "Het is ingepakt op een manier die we niet kennen."
    return refuse(
        source.name, "Het ingepakte bestand (zip) is niet te lezen.", why, "Maak of download het opnieuw."
    )
