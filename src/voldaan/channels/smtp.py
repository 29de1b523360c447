"""E-mail to a real server, on one connection, with each step's answer told apart (RFC 5321).

What matters is the moment after which the server may have the message: the end of DATA. Before it, a broken
connection left nothing behind; after it, silence means that we do not know.
"""

import contextlib
import smtplib
import ssl
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

from voldaan.channels.parcel import Outcome, Parcel

TIMEOUT_SECONDS = 60.0


class NoServer(ValueError):
    """The address of the mail server cannot be used, with a sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """Where mail is handed in, and how."""

    host: str
    port: int
    user: str = ""
    password: str = ""
    tls: bool = False
    starttls: bool = False
    timeout: float = TIMEOUT_SECONDS


def server_from(url: str) -> Server:
    """Return the server that `smtp://user:password@host:port?starttls=yes` or `smtps://…` names.

    Raises:
        NoServer: the address is of another kind, or names no host.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise NoServer(
            f"VOLDAAN_SMTP_URL must look like smtp://user:password@host:587?starttls=yes, not {url!r}."
        )
    tls = parts.scheme == "smtps"
    return Server(
        host=parts.hostname,
        port=parts.port or (465 if tls else 25),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=tls,
        starttls=parse_qs(parts.query).get("starttls", ["no"])[0] in {"yes", "1", "true"},
    )


class SmtpChannel:
    """Hands parcels to one mail server and keeps the connection open between them."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self._connection: smtplib.SMTP | None = None
        self._down = ""

    def deliver(self, parcel: Parcel) -> Outcome:
        """Hand over one parcel; what the server answered at which step decides the outcome.

        A server that could not be reached is not asked again for each of the other parcels.
        """
        if self._down:
            return Outcome(answer="NOT_TAKEN", said=self._down)
        try:
            connection = self._connected()
            outcome = _envelope(connection, parcel)
        except (OSError, smtplib.SMTPException) as error:
            self._down = "" if self._connection else _said(error)
            self._drop()
            return Outcome(answer="NOT_TAKEN", said=_said(error))
        except ValueError as error:
            # An address that cannot be said to a server; nothing has left.
            self._reset()
            return Outcome(answer="REFUSED", said=_said(error))
        if outcome is not None:
            self._reset()
            return outcome
        return self._data(connection, parcel)

    def close(self) -> None:
        """Say goodbye to the server."""
        if self._connection is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                self._connection.quit()
            self._connection = None

    def _connected(self) -> smtplib.SMTP:
        if self._connection is not None:
            with contextlib.suppress(OSError, smtplib.SMTPException):
                if self._connection.noop()[0] == 250:
                    return self._connection
            self._drop()
        server = self.server
        if server.tls:
            context = ssl.create_default_context()
            connection: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=server.timeout, context=context
            )
        else:
            connection = smtplib.SMTP(server.host, server.port, timeout=server.timeout)
        self._connection = connection
        connection.ehlo_or_helo_if_needed()
        if server.starttls:
            connection.starttls(context=ssl.create_default_context())
            connection.ehlo()
        if server.user:
            connection.login(server.user, server.password)
        return connection

    def _data(self, connection: smtplib.SMTP, parcel: Parcel) -> Outcome:
        """Send the message itself: from here on silence is not a no."""
        try:
            code, reply = connection.data(parcel.content)
        except smtplib.SMTPDataError as error:
            # The server did not even begin to take the message.
            self._reset()
            return _refusal(error.smtp_code, error.smtp_error)
        except (OSError, smtplib.SMTPException) as error:
            self._drop()
            return Outcome(answer="UNKNOWN", said=_said(error))
        said = _text(code, reply)
        if code == 250:
            return Outcome(answer="ACCEPTED", said=said)
        self._reset()
        return _refusal(code, reply)

    def _reset(self) -> None:
        try:
            if self._connection is not None:
                self._connection.rset()
        except (OSError, smtplib.SMTPException):
            self._drop()

    def _drop(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


def _envelope(connection: smtplib.SMTP, parcel: Parcel) -> Outcome | None:
    """Name the sender and the recipient; None where the server agrees to both."""
    code, reply = connection.mail(parcel.return_path)
    if code != 250:
        return _refusal(code, reply)
    code, reply = connection.rcpt(parcel.recipient)
    if code not in (250, 251):
        return _refusal(code, reply)
    return None


def _refusal(code: int, reply: bytes | str) -> Outcome:
    """Return a definite no (5xx) or a not-now (4xx)."""
    return Outcome(answer="REFUSED" if code >= 500 else "NOT_TAKEN", said=_text(code, reply))


def _text(code: int, reply: bytes | str) -> str:
    words = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else reply
    return f"{code} {words}"[:500]


def _said(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"[:500]
