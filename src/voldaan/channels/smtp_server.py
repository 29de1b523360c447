"""Where mail is handed in, and how a connection to it is opened: never in plain where TLS was asked for."""

import smtplib
import ssl
from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

TIMEOUT_SECONDS = 60.0
MESSAGES_PER_CONNECTION = 100
"""Servers close a connection that goes on too long; we say goodbye before they do."""
_ANSWERS = {"yes": True, "1": True, "true": True, "no": False, "0": False, "false": False}


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
    """How many seconds the server may be silent."""
    per_connection: int = MESSAGES_PER_CONNECTION


def server_from(url: str) -> Server:
    """Return the server that `smtp://user:password@host:port?starttls=yes` or `smtps://…` names.

    `timeout=SECONDS` and `per_connection=MESSAGES` can be added to the query.

    Raises:
        NoServer: the address is of another kind, names no host, or has a number that is none.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise NoServer(_wrong(f"{parts.scheme or 'niets'}://{parts.hostname or ''}"))
    tls = parts.scheme == "smtps"
    query = {name: values[0] for name, values in parse_qs(parts.query).items()}
    try:
        port = parts.port
        timeout = float(query.get("timeout", TIMEOUT_SECONDS))
        per_connection = int(query.get("per_connection", MESSAGES_PER_CONNECTION))
    except ValueError as error:
        raise NoServer(_wrong(str(error))) from None
    starttls = _ANSWERS.get(query.get("starttls", "no"))
    if starttls is None:
        # Taken for a no, it would send in plain what was meant to be encrypted.
        raise NoServer(_wrong("starttls is yes of no"))
    if not (timeout > 0 and per_connection > 0):
        raise NoServer(_wrong("timeout en per_connection zijn groter dan nul"))
    return Server(
        host=parts.hostname,
        port=port or (465 if tls else 25),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        tls=tls,
        starttls=starttls,
        timeout=timeout,
        per_connection=per_connection,
    )


def _wrong(what: str) -> str:
    """Return what is wrong, without the address: a password stands in it."""
    return (
        f"VOLDAAN_SMTP_URL is onbruikbaar ({what}). Schrijf het als smtp://user:password@host:587?starttls=yes of "
        "smtps://user:password@host."
    )


def connected(server: Server) -> smtplib.SMTP:
    """Return an open connection, encrypted and signed in as the server's address says.

    Raises:
        OSError, smtplib.SMTPException: there is no server, its certificate is not valid, it offers no STARTTLS where
            that was asked for, or it does not let us in. Nothing was sent, and the connection is closed.
    """
    if server.tls:
        return _entered(
            smtplib.SMTP_SSL(
                server.host, server.port, timeout=server.timeout, context=ssl.create_default_context()
            ),
            server,
        )
    return _entered(smtplib.SMTP(server.host, server.port, timeout=server.timeout), server)


def _entered(connection: smtplib.SMTP, server: Server) -> smtplib.SMTP:
    try:
        connection.ehlo_or_helo_if_needed()
        if server.starttls:
            connection.starttls(context=ssl.create_default_context())
            connection.ehlo()
        if server.user:
            connection.login(server.user, server.password)
    except (OSError, smtplib.SMTPException):
        connection.close()
        raise
    return connection
