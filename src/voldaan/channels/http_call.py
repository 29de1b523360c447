"""One request to a provider's API, and at which moment it broke: before it was sent, or after (P3).

Each request has a connection of its own. One that is kept open may be closed by the other side at the moment we write
to it, and would leave a message of which nobody knows whether it went. Nothing is redirected, and no certificate is
taken that does not hold.
"""

import http.client
import json
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import SplitResult, urlsplit

TIMEOUT_SECONDS: Final = 60.0
ANSWER_MAX_BYTES: Final = 1024 * 1024
"""What an API says about one message is a thousandth of this."""
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})


class NotReached(Exception):
    """No request was sent: nothing can have come of it. Its text says why in one line."""


class NoAnswer(Exception):
    """The request was on its way when it broke: it may or may not have been taken. Its text says why in one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What came back."""

    status: int
    body: bytes


def call(
    method: str, url: str, *, headers: Mapping[str, str], body: bytes = b"", timeout: float = TIMEOUT_SECONDS
) -> Answered:
    """Send one request and return what was answered, whatever its status.

    Raises:
        NotReached: the address is no https (nor one of this machine), or no connection came to be.
        NoAnswer: the connection broke, or was silent for `timeout` seconds, after the first byte had left.
    """
    connection = _connection(url, timeout)
    try:
        connection.connect()
    except (OSError, http.client.HTTPException, ValueError) as error:
        connection.close()
        raise NotReached(one_line(error)) from None
    try:
        connection.request(method, _target(urlsplit(url)), body=body or None, headers=dict(headers))
    except ValueError:
        # A header or a path that cannot be written: the library finds it before the first byte. It repeats the
        # header, and with it our key.
        connection.close()
        raise NotReached(f"a header cannot be written: one of {', '.join(headers)}") from None
    except (OSError, http.client.HTTPException) as error:
        connection.close()
        raise NoAnswer(one_line(error)) from None
    try:
        response = connection.getresponse()
        content = response.read(ANSWER_MAX_BYTES + 1)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NoAnswer(one_line(error)) from None
    finally:
        connection.close()
    if len(content) > ANSWER_MAX_BYTES:
        raise NoAnswer("the answer has no end")
    return Answered(status=response.status, body=content)


def json_object(answered: Answered) -> dict[str, Any]:
    """Return the JSON object that was answered, or an empty one where it is none, or nested without an end."""
    try:
        found = json.loads(answered.body)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def one_line(error: Exception) -> str:
    """Return an error in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]


def without(said: str, *secrets: str) -> str:
    """Return what was said in one line, with each secret in it made unreadable: some services repeat what they got."""
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        said = said.replace(secret, "…")
    return " ".join(said.split())[:500]


def is_safe(url: str) -> bool:
    """Test if what is said under this address can be read by nobody else: https, or a service of this machine."""
    try:
        parts = urlsplit(url)
        port_is_one = parts.port is None or parts.port > 0
    except ValueError:
        return False
    if not parts.hostname or not port_is_one or parts.username or parts.password:
        return False
    return parts.scheme == "https" or (parts.scheme == "http" and parts.hostname in LOOPBACK)


def _connection(url: str, timeout: float) -> http.client.HTTPConnection:
    if not is_safe(url):
        raise NotReached("the address is not one of https")
    parts = urlsplit(url)
    assert parts.hostname is not None
    if parts.scheme == "http":
        return http.client.HTTPConnection(parts.hostname, parts.port, timeout=timeout)
    return http.client.HTTPSConnection(
        parts.hostname, parts.port, timeout=timeout, context=ssl.create_default_context()
    )


def _target(parts: SplitResult) -> str:
    return (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
