"""A folder of finished files, whole or not at all, and never over an earlier one."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path


class FolderIsTaken(Exception):
    """A folder of this name is there and holds something else; nothing was written."""


def write_whole(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Write these files into a new folder at once; return False where they lay there already, as they are.

    They are written beside it and moved in one step: who finds the folder finds all of them.

    Raises:
        FolderIsTaken: the folder holds other files.
        OSError: the disk is full, or the place is not ours to write in.
    """
    if folder.exists():
        return _same_or_taken(folder, files)
    folder.parent.mkdir(parents=True, exist_ok=True)
    part = folder.with_name(f".{folder.name}.{os.getpid()}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir()
    try:
        for name, content in files.items():
            _write(part / name, content)
        try:
            part.rename(folder)
        except OSError:
            if not folder.exists():
                raise
            return _same_or_taken(folder, files)
        _flush(folder.parent)
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return True


def files_named(name: str, *, under: Path, folders: str) -> Iterator[tuple[Path, bytes]]:
    """Yield the file of this name in each folder that is called so, with its folder, by name."""
    for path in sorted(under.glob(f"{folders}/{name}")):
        yield path.parent, path.read_bytes()


def note_begun(notes: Path, name: str, folder: Path) -> None:
    """Write down in which folder a print file is about to be written: it is known wherever the next one goes."""
    notes.mkdir(parents=True, exist_ok=True)
    part = notes / f".{name}.{os.getpid()}.part"
    _write(part, str(folder.resolve()).encode())
    part.replace(notes / name)


def begun(notes: Path) -> dict[str, Path]:
    """Return by name where print files were begun that nobody has forgotten."""
    if not notes.is_dir():
        return {}
    found = sorted(path for path in notes.iterdir() if not path.name.startswith("."))
    return {path.name: Path(path.read_bytes().decode()) for path in found}


def forget_begun(notes: Path, name: str) -> None:
    """Forget that a print file was begun."""
    (notes / name).unlink(missing_ok=True)


def _same_or_taken(folder: Path, files: Mapping[str, bytes]) -> bool:
    if (
        folder.is_dir()
        and {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()} == files
    ):
        return False
    raise FolderIsTaken(
        f"{folder} bestaat al en bevat iets anders. Er is niets overschreven en niets als gedrukt geteld. Kies een "
        "andere map met --out, of verplaats wat er staat."
    )


def _write(path: Path, content: bytes) -> None:
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _flush(folder: Path) -> None:
    """Make the folder's new name last through a power cut, where the machine can."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
