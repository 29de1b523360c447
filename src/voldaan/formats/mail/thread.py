"""By what an answer to a mail stands in its thread (RFC 5322, 3.6.4)."""

from typing import Final, NamedTuple

from voldaan.formats.mail.headers import message_ids
from voldaan.formats.mail.parts import take_apart

REFERENCES_MAX: Final = 20
"""A long thread is named by its first mail and its last ones."""


class Thread(NamedTuple):
    """What the headers of an answer say: the mail that it answers, and those before it."""

    in_reply_to: str = ""
    references: tuple[str, ...] = ()


NO_THREAD: Final = Thread()


def thread_of(data: bytes) -> Thread:
    """Return by what an answer to these bytes stands in their thread; nothing where the mail has no Message-ID."""
    head = take_apart(data).head
    own = message_ids(head, "message-id")
    if not own:
        return NO_THREAD
    before = message_ids(head, "references") or message_ids(head, "in-reply-to")
    chain = tuple(dict.fromkeys((*before, own[0])))
    if len(chain) > REFERENCES_MAX:
        chain = (chain[0], *chain[1 - REFERENCES_MAX :])
    return Thread(own[0], chain)
