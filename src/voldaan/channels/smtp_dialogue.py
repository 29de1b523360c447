"""One message through an open connection, with each step's answer told apart (RFC 5321).

What matters is the moment from which the server may have the message: the first byte after its 354. Before it, a
broken connection left nothing behind; after it, silence means that we do not know.
"""

import re
import smtplib
from collections.abc import Callable

from voldaan.channels.parcel import Answer, Outcome, Parcel

LAST_WORD_TIMES = 10
"""How much longer a server may be silent after the last dot than elsewhere: it may be scanning what it got, and who
hangs up leaves a message of which nobody knows (RFC 5321, 4.5.3.2.6; RFC 1047)."""
_SHUTS_DOWN = 421
_OURS = frozenset({_SHUTS_DOWN, 530, 534, 535, 538})
"""It leaves, or wants us to sign in or to encrypt: nothing that another message would change."""
_DOT = re.compile(rb"^\.", re.MULTILINE)


class Broken(Exception):
    """The connection is of no use any more, with what is known of the message."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome.said)
        self.outcome = outcome


def hand_over(connection: smtplib.SMTP, parcel: Parcel) -> Outcome:
    """Hand over one message and return what the server answered.

    Raises:
        Broken: the connection was lost, or the server will not go on with it.
    """
    try:
        refused = _offered(connection, parcel)
    except (OSError, smtplib.SMTPException) as error:
        raise Broken(Outcome(answer="NOT_TAKEN", said=said_by(error))) from error
    except ValueError as error:
        # An address that cannot be said to a server; nothing has left.
        return Outcome(answer="REFUSED", said=said_by(error))
    return refused or _sent(connection, parcel.content)


def said_by(error: Exception) -> str:
    """Return an error in one line."""
    return f"{type(error).__name__}: {error}"[:500]


def _offered(connection: smtplib.SMTP, parcel: Parcel) -> Outcome | None:
    """Name the sender and the recipient, and ask for the word; None where the server agrees to all of it."""
    if smtplib.quoteaddr(parcel.recipient) != f"<{parcel.recipient}>":
        # The library would name another address than the one that was meant.
        return Outcome(answer="REFUSED", said=f"not an address: {parcel.recipient!r}"[:500])
    steps: tuple[tuple[Callable[[], tuple[int, bytes]], range], ...] = (
        (lambda: connection.mail(parcel.return_path), range(200, 300)),
        (lambda: connection.rcpt(parcel.recipient), range(200, 300)),
        (lambda: connection.docmd("DATA"), range(354, 355)),
    )
    for ask, agreed in steps:
        code, reply = ask()
        if code not in agreed:
            return _not_begun(code, _text(code, reply))
    return None


def _not_begun(code: int, said: str) -> Outcome:
    """Return a definite no (5xx) or a not-now (4xx): nothing has left.

    Raises:
        Broken: it is not about this message, or it is no answer.
    """
    if code in _OURS or not 400 <= code < 600:
        raise Broken(Outcome(answer="NOT_TAKEN", said=said))
    return Outcome(answer="REFUSED" if code >= 500 else "NOT_TAKEN", said=said)


def _sent(connection: smtplib.SMTP, content: bytes) -> Outcome:
    """Send the message itself: from here on silence is not a no, nor is an answer that is none."""
    text = _DOT.sub(b"..", content)
    end = b".\r\n" if text.endswith(b"\r\n") else b"\r\n.\r\n"
    try:
        connection.send(text + end)
        _waits_at_most(connection, connection.timeout * LAST_WORD_TIMES)
        code, reply = connection.getreply()
    except (OSError, smtplib.SMTPException) as error:
        raise Broken(Outcome(answer="UNKNOWN", said=said_by(error))) from error
    answers: dict[int, Answer] = {2: "ACCEPTED", 4: "NOT_TAKEN", 5: "REFUSED"}
    outcome = Outcome(answer=answers.get(code // 100, "UNKNOWN"), said=_text(code, reply))
    if outcome.answer == "UNKNOWN" or code == _SHUTS_DOWN:
        raise Broken(outcome)
    _waits_at_most(connection, connection.timeout)
    return outcome


def _waits_at_most(connection: smtplib.SMTP, seconds: float) -> None:
    assert connection.sock is not None
    connection.sock.settimeout(seconds)


def _text(code: int, reply: bytes | str) -> str:
    words = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return f"{code} {' '.join(words.split())}"[:500]
