"""The way into a mailbox on a server: the connection, its encryption, the name and the password."""

import ssl
from imaplib import IMAP4, IMAP4_SSL

from voldaan.channels.incoming.address import ImapServer
from voldaan.channels.incoming.folder_name import quoted
from voldaan.channels.incoming.waiting import CannotFetch

_SAID_LENGTH = 200


def logged_in(server: ImapServer) -> IMAP4:
    """Return a connection on which the server has let us in.

    Raises:
        CannotFetch: it cannot be reached, its certificate is wrong, or it does not let us in.
    """
    try:
        connection = _connection(server)
    except ssl.SSLCertVerificationError as error:
        raise CannotFetch(
            f"Het certificaat van {server.host} klopt niet ({error.verify_message}); er is geen wachtwoord "
            "verstuurd. Kijk of de servernaam goed is, en vraag anders de beheerder van de mailserver."
        ) from None
    except (OSError, IMAP4.error, UnicodeError) as error:
        # A name that cannot be one, such as mail..example, is a UnicodeError.
        raise CannotFetch(
            f"De mailserver {server.host}, poort {server.port}, is niet te bereiken ({said_by(error, server)}). "
            "Kijk of naam, poort en beveiliging in VOLDAAN_MAIL_IN_URL kloppen en of de server aan staat."
        ) from None
    try:
        _log_in(connection, server)
    except (OSError, IMAP4.error) as error:
        hang_up(connection)
        raise CannotFetch(
            f"De mailserver {server.host} laat {server.user} niet binnen ({said_by(error, server)}). Controleer de "
            "naam en het wachtwoord in VOLDAAN_MAIL_IN_URL; sommige diensten vragen om een eigen wachtwoord per app."
        ) from None
    return connection


def said_by(error: object, server: ImapServer) -> str:
    """Return what a server or the network said, on one short line; a password that it repeats is taken out."""
    if isinstance(error, OSError):
        text = error.strerror or str(error) or type(error).__name__
    elif isinstance(error, IMAP4.error):
        text = _plain(error.args[0]) if error.args else ""
    else:
        text = _plain(error)
    line = " ".join(text.split()).replace(server.password, "***")
    return line[:_SAID_LENGTH] or "geen antwoord"


def hang_up(connection: IMAP4) -> None:
    """Let go of a connection without a word."""
    try:
        connection.shutdown()
    except OSError:
        return


def _connection(server: ImapServer) -> IMAP4:
    context = ssl.create_default_context()
    if server.tls:
        return IMAP4_SSL(server.host, server.port, ssl_context=context, timeout=server.timeout)
    connection = IMAP4(server.host, server.port, timeout=server.timeout)
    if server.starttls:
        try:
            connection.starttls(context)
        except (OSError, IMAP4.error):
            hang_up(connection)
            raise
    return connection


def _log_in(connection: IMAP4, server: ImapServer) -> None:
    """Say who we are: by AUTHENTICATE PLAIN, which carries every sign, else by LOGIN, which carries ASCII."""
    if "AUTH=PLAIN" in connection.capabilities:
        secret = f"\0{server.user}\0{server.password}".encode()
        connection.authenticate("PLAIN", lambda _: secret)
    elif not (server.user + server.password).isascii():
        raise IMAP4.error("de server kent alleen letters zonder accent in naam en wachtwoord")
    else:
        connection.login(quoted(server.user), server.password)


def _plain(said: object) -> str:
    if isinstance(said, list | tuple):
        return " ".join(_plain(one) for one in said)
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else "" if said is None else str(said)
