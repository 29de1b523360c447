"""E-mail to a real server: one connection for many messages, at a pace, and never on against a wall."""

import contextlib
import smtplib

from voldaan.channels.pace import Pace
from voldaan.channels.parcel import Outcome, Parcel
from voldaan.channels.smtp_dialogue import Broken, hand_over, said_by
from voldaan.channels.smtp_server import Server, connected

BROKEN_IN_A_ROW_MAX = 3
"""After so many lost connections nothing more is handed over: each further one could leave another message of which
nobody knows whether it went."""


class SmtpChannel:
    """Hands parcels to one mail server and keeps the connection open between them."""

    def __init__(self, server: Server, pace: Pace | None = None) -> None:
        self.server = server
        self.pace = pace or Pace({})
        self._connection: smtplib.SMTP | None = None
        self._handed_over = 0
        """How many messages this connection carried."""
        self._broken = 0
        self._down = ""

    def waits(self, recipient: str) -> str:
        """Return that the server cannot be used, or that its receiver had enough for this minute."""
        if self._down:
            return f"De mailserver is nu niet te gebruiken: {self._down}"
        return self.pace.waits(recipient)

    def deliver(self, parcel: Parcel) -> Outcome:
        """Hand over one parcel; what the server answered at which step decides the outcome."""
        if self._down:
            return Outcome(answer="NOT_TAKEN", said=self._down)
        try:
            connection = self._connected()
        except (OSError, smtplib.SMTPException) as error:
            self._down = said_by(error)
            return Outcome(answer="NOT_TAKEN", said=self._down)
        self.pace.count(parcel.recipient)
        try:
            outcome = hand_over(connection, parcel)
        except Broken as broken:
            self._drop()
            self._broken += 1
            if self._broken >= BROKEN_IN_A_ROW_MAX:
                self._down = broken.outcome.said
            return broken.outcome
        self._broken = 0
        self._handed_over += 1
        if outcome.answer != "ACCEPTED":
            self._reset()
        return outcome

    def close(self) -> None:
        """Say goodbye to the server."""
        if self._connection is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self._connection.quit()
        self._drop()

    def _connected(self) -> smtplib.SMTP:
        if self._handed_over >= self.server.per_connection:
            self.close()
        if self._connection is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                if self._connection.noop()[0] == 250:
                    return self._connection
            self._drop()
        self._connection = connected(self.server)
        return self._connection

    def _reset(self) -> None:
        """Forget a message that was not taken, so that the next one begins anew."""
        try:
            if self._connection is not None:
                self._connection.rset()
        except (OSError, smtplib.SMTPException):
            self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection, self._handed_over = None, 0
