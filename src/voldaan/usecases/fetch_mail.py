"""Fetch what waits in a mailbox or a folder, and take each mail; what was taken is marked, and never deleted."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime

from voldaan.channels.incoming.waiting import CannotFetch, Source
from voldaan.usecases.take_mail import Taken, take_mail


@dataclass(slots=True)
class Fetched:
    """What fetching did."""

    taken: list[Taken] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    left: tuple[str, ...] = ()
    """What could not be taken and stays in the mailbox, a Dutch sentence each."""

    @property
    def new(self) -> int:
        """Return how many mails were not known yet."""
        return sum(1 for one in self.taken if one.is_new)

    @property
    def strays(self) -> int:
        """Return how many of the new ones nobody could place."""
        return sum(1 for one in self.taken if one.is_new and not one.client)


def fetch_mail(source: Source, *, on: date, at: datetime, by: str) -> Fetched:
    """Take every mail that waits.

    Each is marked once it stands in the book: a crash between gives it again, which is harmless.

    Where the mailbox breaks off half way, what was taken stands, and the rest is told as left.

    Raises:
        CannotFetch: the mailbox cannot be reached.
    """
    done = Fetched()
    try:
        for waiting in source.waiting():
            taken = take_mail(waiting.data, on=on, at=at, by=by)
            done.taken.append(taken)
            done.kinds[taken.kind] += taken.is_new
            source.done(waiting)
        done.left = source.left()
    except CannotFetch as broken:
        if not done.taken:
            raise
        done.left = (*source.left(), str(broken))
    finally:
        source.close()
    return done
