"""A mailbox on disk: a message becomes a file, and no mail leaves the machine."""

import os
from pathlib import Path

from voldaan.channels.parcel import Outcome, Parcel

WRITTEN = "written to "
"""How what this channel says of a file begins."""


class FolderChannel:
    """Writes each parcel as one file, under its day and its own name; the same parcel twice is one file."""

    def __init__(self, folder: Path, ending: str) -> None:
        self.folder = folder
        self.ending = ending

    def waits(self, recipient: str) -> str:
        """Return nothing: a folder is always open."""
        return ""

    def deliver(self, parcel: Parcel) -> Outcome:
        """Write the file whole or not at all."""
        path = self.folder / parcel.day / f"{parcel.uuid}{self.ending}"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            part = path.with_suffix(".part")
            with part.open("wb") as file:
                file.write(parcel.content)
                file.flush()
                os.fsync(file.fileno())
            part.replace(path)
        except OSError as error:
            return Outcome(answer="NOT_TAKEN", said=f"{path.parent} is not writable: {error.strerror}")
        return Outcome(answer="ACCEPTED", said=f"{WRITTEN}{parcel.day}/{path.name}")

    def close(self) -> None:
        """Do nothing: no file stays open."""
