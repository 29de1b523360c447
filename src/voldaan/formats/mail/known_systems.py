"""Delivery reports of mail systems of their own kind, as the library flufl.bounce knows them."""

import logging
from email import message_from_bytes

from flufl.bounce import all_failures

LINE_MAX_SIGNS = 300
READ_MAX_BYTES = 64 * 1024
LINES_MAX = 1500
_STUMBLES = (LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)

logging.getLogger("flufl.bounce").addHandler(logging.NullHandler())
logging.getLogger("flufl.bounce").propagate = False
"""The library logs every stumble of its own with a traceback, which may hold words of the mail."""


def known_receivers(data: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the addresses that will not and that do not yet receive; none where no system is recognised.

    Only the beginning is looked at, in lines of at most 300 signs: its patterns take the square of a line.
    """
    lines = data[:READ_MAX_BYTES].replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")[:LINES_MAX]
    try:
        delayed, failed = all_failures(
            message_from_bytes(b"\n".join(line[:LINE_MAX_SIGNS] for line in lines))
        )
    except _STUMBLES:
        return (), ()
    return _sorted(failed), _sorted(delayed)


def _sorted(addresses: frozenset[bytes]) -> tuple[str, ...]:
    plain = (one.decode("ascii", "replace").strip().strip("<>").lower() for one in addresses)
    return tuple(sorted(one for one in plain if "@" in one and not any(sign.isspace() for sign in one)))
