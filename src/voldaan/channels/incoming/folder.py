"""Mail from a folder of files: `*.eml`, and the `new/` of a Maildir. What is done moves to `taken/` beside it."""

import stat
from collections.abc import Iterator
from pathlib import Path

from voldaan.channels.incoming.waiting import LIMIT_BYTES, CannotFetch, Waiting, why_left

TAKEN = "taken"
NEW = "new"


class FolderSource:
    """Gives the mails that lie in a folder.

    Who writes there writes under another name (`.part`, or the `tmp/` of a Maildir) and renames when the file is
    whole; other names, and those that begin with a dot, are left alone.
    """

    def __init__(self, folder: Path, *, limit: int = LIMIT_BYTES) -> None:
        self.folder = folder
        self.limit = limit
        self._left: list[str] = []

    def waiting(self) -> Iterator[Waiting]:
        """Give the files in the order of their names, each read when it is asked for.

        Raises:
            CannotFetch: the folder is not there or cannot be read.
        """
        self._left.clear()
        for name in self._names():
            data = self._read(name)
            if data is not None:
                yield Waiting(name=name, data=data)

    def done(self, one: Waiting) -> None:
        """Move the file to `taken/`, under a name that is still free there.

        A file that is gone needs nothing. One that has become another mail since it was read stays.

        Raises:
            CannotFetch: the file cannot be moved.
        """
        path = self.folder / one.name
        try:
            if path.read_bytes() != one.data:
                return
            taken = self.folder / TAKEN
            taken.mkdir(exist_ok=True)
            _move(path, taken)
        except FileNotFoundError:
            return
        except OSError as error:
            raise CannotFetch(
                f"{path} is gelezen maar niet naar {TAKEN}/ te verplaatsen ({error.strerror}). Geef Voldaan "
                "schrijfrecht in die map; tot dan wordt deze mail elke keer opnieuw gelezen."
            ) from None

    def left(self) -> tuple[str, ...]:
        """Return what the last reading left where it was, and why."""
        return tuple(self._left)

    def close(self) -> None:
        """Do nothing: no file stays open."""

    def _names(self) -> list[str]:
        try:
            plain = sorted(one.name for one in self.folder.iterdir() if one.suffix.lower() == ".eml")
            new = self.folder / NEW
            maildir = sorted(f"{NEW}/{one.name}" for one in new.iterdir()) if new.is_dir() else []
        except OSError as error:
            raise CannotFetch(
                f"De map {self.folder} voor binnengekomen mail is niet te lezen ({error.strerror}). Maak haar aan, "
                "geef Voldaan er lees- en schrijfrecht, of verbeter VOLDAAN_MAIL_IN_URL."
            ) from None
        return [name for name in plain + maildir if not Path(name).name.startswith(".")]

    def _read(self, name: str) -> bytes | None:
        """Return the bytes of a file; None where it stays, which is then said."""
        path = self.folder / name
        try:
            about = path.stat()
            if not stat.S_ISREG(about.st_mode):
                self._left.append(f"{path} is geen gewoon bestand en blijft daar.")
                return None
            data = path.read_bytes() if about.st_size <= self.limit else None
        except OSError as error:
            self._left.append(
                f"{path} is niet te lezen ({error.strerror}) en blijft daar. Geef Voldaan leesrecht."
            )
            return None
        size = about.st_size if data is None else len(data)
        if reason := why_left(str(path), size, self.limit):
            self._left.append(reason)
            return None
        return data


def _move(path: Path, folder: Path) -> None:
    """Move a file into a folder; a name that is taken there gets a number, and is never written over."""
    number = 1
    while True:
        free = folder / (path.name if number == 1 else f"{path.stem}-{number}{path.suffix}")
        try:
            # An empty file of ours holds the name, so that no other process can take it in between.
            free.touch(exist_ok=False)
            break
        except FileExistsError:
            number += 1
    try:
        path.replace(free)
    except OSError:
        free.unlink()
        raise
