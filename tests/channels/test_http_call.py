"""One request: never in plain beyond this machine, no certificate that does not hold, no redirection, one moment that counts."""

import ssl
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from tests.channels.scripted_server import Script, scripted
from voldaan.channels.http_call import (
    ANSWER_MAX_BYTES,
    Answered,
    NoAnswer,
    NotReached,
    call,
    is_safe,
    json_object,
    without,
)

CERTIFICATE = Path(__file__).with_name("localhost.pem")
"""Signed by itself: nobody trusts it."""


class _Says(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(302 if self.path == "/away" else 200)
        self.send_header("Location", "https://elsewhere.example/")
        self.end_headers()
        self.wfile.write(b"x" * (ANSWER_MAX_BYTES + 1 if self.path == "/long" else 3))

    def log_message(self, *said: object) -> None:
        """Keep quiet."""


@pytest.fixture
def port() -> Iterator[int]:
    with HTTPServer(("127.0.0.1", 0), _Says) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def test_an_answer_is_given_as_it_came_also_one_that_points_elsewhere(port: int) -> None:
    assert call("GET", f"http://127.0.0.1:{port}/", headers={}).body == b"xxx"
    assert call("GET", f"http://127.0.0.1:{port}/away", headers={}).status == 302


def test_an_answer_without_an_end_is_none(port: int) -> None:
    with pytest.raises(NoAnswer):
        call("GET", f"http://127.0.0.1:{port}/long", headers={})


def test_a_service_that_does_not_speak_http_gave_no_answer() -> None:
    with scripted(Script(BANNER="220 hello~")) as port, pytest.raises(NoAnswer):
        call("GET", f"http://127.0.0.1:{port}/", headers={}, timeout=2.0)


def test_a_certificate_that_nobody_vouches_for_is_not_taken_and_nothing_leaves() -> None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATE)
    with HTTPServer(("127.0.0.1", 0), _Says) as server:
        server.socket = context.wrap_socket(server.socket, server_side=True)
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        with pytest.raises(NotReached, match="certificate"):
            call("GET", f"https://localhost:{server.server_address[1]}/", headers={}, timeout=2.0)
        server.shutdown()


@pytest.mark.parametrize("headers", [{"X-Key": "a\r\nX-Other: b"}, {"X-Key": "sleutel ☂"}])
def test_a_header_that_cannot_be_written_leaves_nothing(port: int, headers: dict[str, str]) -> None:
    with pytest.raises(NotReached):
        call("GET", f"http://127.0.0.1:{port}/", headers=headers)


@pytest.mark.parametrize(
    ("url", "safe"),
    [
        ("https://api.example/", True),
        ("https://api.example:8443/x?y=z", True),
        ("http://127.0.0.1:8001/", True),
        ("http://localhost/", True),
        ("http://[::1]:8001/", True),
        ("http://api.example/", False),
        ("http://127.0.0.1.example/", False),
        ("http://localhost@api.example/", False),
        ("https://user:key@api.example/", False),
        ("https://api.example:door/", False),
        ("ftp://127.0.0.1/", False),
        ("file:///etc/hosts", False),
        ("https://", False),
        ("", False),
    ],
)
def test_only_what_nobody_else_can_read_is_called(url: str, safe: bool) -> None:
    assert is_safe(url) is safe
    if not safe:
        with pytest.raises(NotReached):
            call("GET", url, headers={})


def test_a_secret_is_in_no_sentence() -> None:
    assert without("401 wrong key abc-123,\n try abc", "abc", "abc-123", "") == "401 wrong key …, try …"


def test_a_key_that_cannot_be_written_stands_in_no_sentence(port: int) -> None:
    with pytest.raises(NotReached) as refused:
        call("GET", f"http://127.0.0.1:{port}/", headers={"Authorization": "Bearer geheim\r\nX: y"})
    assert "geheim" not in str(refused.value)
    assert "Authorization" in str(refused.value)


def test_a_document_is_read_whatever_it_is() -> None:
    for body in (b"[" * 100_000, b"[1]", b"\xff", b"", b"{"):
        assert json_object(Answered(status=200, body=body)) == {}
    assert json_object(Answered(status=200, body=b'{"a": 1}')) == {"a": 1}
