"""When a message that was not taken for now is offered again: soon, then ever later, and after two days no more."""

from collections.abc import Sequence
from datetime import datetime, timedelta

WAITS = (timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1), timedelta(hours=4))
"""After the first time that it was not taken, the second, and so on; the last one stands for all that follow."""
GIVES_UP_AFTER = timedelta(days=2)
"""RFC 5321, 4.5.4.1 lets a sender try for four to five days. A reminder with a day in it is stale before that."""


def next_attempt(not_taken: Sequence[datetime]) -> datetime | None:
    """Return from which moment a message may be offered again that was not taken at these moments, oldest first.

    None: it was tried for two days, and is not tried again. The moment of the last one counts, so that a message is
    never given up without having been offered after its two days.
    """
    if not_taken[-1] - not_taken[0] >= GIVES_UP_AFTER:
        return None
    return not_taken[-1] + WAITS[min(len(not_taken), len(WAITS)) - 1]
