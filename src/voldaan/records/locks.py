"""One sender at a time: whoever holds this lock knows that a message marked SENDING belongs to nobody else.

The lock lives with the process, not in a table: when the machine dies it is gone, and what was under way is
found as SENDING and shown as ambiguous.
"""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.db import connection

_SENDER = 7_602


class AnotherSender(Exception):
    """Another process is sending at this moment."""


@contextmanager
def only_sender() -> Iterator[None]:
    """Hold the sender's lock for the length of a block.

    Raises:
        AnotherSender: another process holds it.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [_SENDER])
            (got,) = cursor.fetchone()
        if not got:
            raise AnotherSender(_BUSY)
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_SENDER])
        return
    path = Path(settings.VOLDAAN_HOME) / "sender.lock"
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise AnotherSender(_BUSY) from None
        yield


_BUSY = "Er wordt op dit moment al verstuurd. Probeer het over een minuut opnieuw."
