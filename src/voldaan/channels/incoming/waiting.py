"""A mail that waits to be taken in, and what gives it to us."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

LIMIT_BYTES = 50 * 1024 * 1024
"""A mail above this stays where it is, and a sentence says so: mail servers themselves take 25 to 50 MB."""


class CannotFetch(Exception):
    """Mail cannot be fetched; the text is a Dutch sentence that says why and what to do, without the password."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """One mail as it came in: its bytes, and the name under which its source finds it again."""

    name: str
    data: bytes


class Source(Protocol):
    """Where mail comes in. It never deletes; what was not said to be done is given again another time."""

    def waiting(self) -> Iterator[Waiting]:
        """Give what waits, one mail at a time and the oldest first.

        Raises:
            CannotFetch: the source cannot be reached, or stopped answering.
        """
        ...

    def done(self, one: Waiting) -> None:
        """Put one mail among those that were taken, so that it is not given again.

        Raises:
            CannotFetch: that did not succeed; the mail will be given again.
        """
        ...

    def left(self) -> tuple[str, ...]:
        """Return a Dutch sentence for each mail that the last `waiting` came across and left where it was."""
        ...

    def close(self) -> None:
        """Let go of what was opened."""
        ...


def why_left(name: str, size: int, limit: int) -> str:
    """Return the sentence on a mail that is too small or too large to be one; empty for every other."""
    if size == 0:
        return f"{name} is leeg en blijft daar liggen: kijk of er iets bij het bewaren is misgegaan."
    if size > limit:
        return (
            f"{name} is {_megabytes(size)} MB en blijft daar liggen: Voldaan leest mails tot {_megabytes(limit)} MB. "
            "Lees deze zelf."
        )
    return ""


def _megabytes(size: int) -> str:
    tenths = -(-size * 10 // (1024 * 1024))
    return f"{tenths // 10},{tenths % 10}".removesuffix(",0")
