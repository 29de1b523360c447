"""What each word of a mail server means for the message: taken, refused, later, or nobody knows (P3)."""

import socket
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller

from tests.channels.scripted_server import CLOSES, Script, scripted
from tests.usecases.mail_server import Received
from voldaan.channels.parcel import Answer, Outcome, Parcel
from voldaan.channels.smtp import BROKEN_IN_A_ROW_MAX, SmtpChannel
from voldaan.channels.smtp_server import NoServer, Server, server_from

CERTIFICATE = Path(__file__).with_name("localhost.pem")
"""For `localhost`, signed by itself, with its key: nobody trusts it but who is told to."""


def a_parcel(content: bytes = b"Subject: hi\r\n\r\nhello\r\n", recipient: str = "d1@klant.example") -> Parcel:
    return Parcel(
        uuid="1", day="2026-03-05", return_path="bounce+1@zon.example", recipient=recipient, content=content
    )


def channel_to(port: int, **facts: object) -> SmtpChannel:
    given = {"host": "localhost", "port": port, "timeout": 2.0} | facts
    return SmtpChannel(Server(**given))  # type: ignore[arg-type]


def outcome_of(script: Script, parcel: Parcel | None = None) -> Outcome:
    with scripted(script) as port:
        channel = channel_to(port)
        try:
            return channel.deliver(parcel or a_parcel())
        finally:
            channel.close()


@pytest.mark.parametrize(
    ("step", "says", "answer"),
    [
        ("END", "250 taken", "ACCEPTED"),
        ("END", "251 taken, and passed on", "ACCEPTED"),
        ("END", "250~", "ACCEPTED"),
        ("END", "550 no", "REFUSED"),
        ("END", "451 later", "NOT_TAKEN"),
        ("END", "421 closing", "NOT_TAKEN"),
        ("END", CLOSES, "UNKNOWN"),
        ("END", "25~", "UNKNOWN"),
        ("END", "2~", "UNKNOWN"),
        ("END", "5~", "UNKNOWN"),
        ("END", "250-taken~", "UNKNOWN"),
        ("END", "hello there", "UNKNOWN"),
        ("END", "354 go on", "UNKNOWN"),
        ("DATA", "550 no", "REFUSED"),
        ("DATA", "451 later", "NOT_TAKEN"),
        ("DATA", "250 what", "NOT_TAKEN"),
        ("DATA", CLOSES, "NOT_TAKEN"),
        ("RCPT", "550 5.1.1 no such user", "REFUSED"),
        ("RCPT", "252 cannot verify", "ACCEPTED"),
        ("RCPT", "450 4.2.0 greylisted", "NOT_TAKEN"),
        ("RCPT", "55~", "NOT_TAKEN"),
        ("RCPT", CLOSES, "NOT_TAKEN"),
        ("MAIL", "550 no", "REFUSED"),
        ("MAIL", "530 5.7.0 must issue a STARTTLS command first", "NOT_TAKEN"),
        ("MAIL", "535 5.7.8 sign in", "NOT_TAKEN"),
        ("MAIL", "hello there", "NOT_TAKEN"),
        ("MAIL", CLOSES, "NOT_TAKEN"),
        ("BANNER", "554 no service here", "NOT_TAKEN"),
        ("BANNER", CLOSES, "NOT_TAKEN"),
        ("EHLO", CLOSES, "NOT_TAKEN"),
    ],
)  # fmt: skip
def test_what_a_word_at_a_step_means(step: str, says: str, answer: Answer) -> None:
    said = outcome_of(Script(**{step: says}))
    assert said.answer == answer
    assert said.said


@pytest.mark.parametrize("address", ["d1@klant.example\r\nDATA", "dé@klant.example", "Jo <jo@klant.example>"])
def test_an_address_that_cannot_be_said_is_refused_and_nothing_leaves(address: str) -> None:
    script = Script()
    assert outcome_of(script, a_parcel(recipient=address)).answer == "REFUSED"
    assert "DATA" not in script.heard


@pytest.mark.parametrize(
    "content",
    [
        b".\r\n",
        b"a\r\n.\r\nb\r\n",
        b"..\r\n.a\r\n",
        b"no end of line",
        b"\r\n.\r\nMAIL FROM:<x@y.example>\r\n",
    ],
)
def test_dots_and_line_ends_arrive_as_they_left(content: bytes) -> None:
    script = Script()
    assert outcome_of(script, a_parcel(content)).answer == "ACCEPTED"
    arrived = b"".join(line.removeprefix(b".") for line in script.content.splitlines(keepends=True))
    assert arrived == content + (b"" if content.endswith(b"\r\n") else b"\r\n")
    assert script.heard.count("MAIL") == 1


class TestTheConnection:
    def test_it_carries_many_messages_and_then_another_takes_over(self) -> None:
        script = Script()
        with scripted(script) as port:
            channel = channel_to(port, per_connection=3)
            assert [channel.deliver(a_parcel()).answer for _ in range(7)] == ["ACCEPTED"] * 7
            channel.close()
        assert (script.connections, script.heard.count("QUIT")) == (3, 3)

    def test_a_server_that_is_not_there_is_asked_once(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        channel = channel_to(port)
        assert channel.waits("d1@klant.example") == ""
        assert channel.deliver(a_parcel()).answer == "NOT_TAKEN"
        assert "De mailserver is nu niet te gebruiken: ConnectionRefusedError" in channel.waits(
            "d1@klant.example"
        )

    @pytest.mark.parametrize("step", ["END", "MAIL"])
    def test_after_some_lost_connections_in_a_row_nothing_more_is_tried(self, step: str) -> None:
        script = Script(**{step: CLOSES})
        with scripted(script) as port:
            channel = channel_to(port)
            while not channel.waits("d1@klant.example"):
                channel.deliver(a_parcel())
        assert script.connections == BROKEN_IN_A_ROW_MAX

    def test_a_refusal_between_them_begins_the_count_anew(self) -> None:
        script = Script()
        with scripted(script) as port:
            channel = channel_to(port)
            for step in ("MAIL", "END", "RCPT", "MAIL", "END"):
                script.answers |= {"MAIL": "250 ok", "RCPT": "250 ok", "END": "250 taken"}
                script.answers[step] = "550 no" if step == "RCPT" else CLOSES
                channel.deliver(a_parcel())
            assert channel.waits("d1@klant.example") == ""
            channel.close()


class TestEncryption:
    @pytest.fixture
    def offering(self) -> Iterator[tuple[int, Received]]:
        """A server that offers STARTTLS with a certificate that nobody trusts by itself."""
        received = Received()
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(CERTIFICATE)
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        controller = Controller(received, hostname="127.0.0.1", port=port, tls_context=context)
        controller.start()
        yield port, received
        controller.stop()

    def test_a_certificate_that_is_trusted(
        self, offering: tuple[int, Received], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        channel = channel_to(offering[0], starttls=True)
        assert channel.deliver(a_parcel()).answer == "ACCEPTED"
        channel.close()
        assert len(offering[1].messages) == 1

    @pytest.mark.parametrize("trusted", [False, True])
    def test_one_that_is_not_trusted_or_of_another_host(
        self, offering: tuple[int, Received], monkeypatch: pytest.MonkeyPatch, *, trusted: bool
    ) -> None:
        if trusted:
            monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
        host = "127.0.0.1" if trusted else "localhost"
        said = channel_to(offering[0], starttls=True, host=host).deliver(a_parcel())
        assert (said.answer, offering[1].asked) == ("NOT_TAKEN", 0)
        assert "certificate" in said.said.lower()

    def test_a_server_without_it_gets_nothing_in_plain(self) -> None:
        script = Script()
        with scripted(script) as port:
            said = channel_to(port, starttls=True, user="zon", password="geheim").deliver(a_parcel())
        assert (said.answer, script.heard) == ("NOT_TAKEN", ["EHLO"])
        assert "geheim" not in said.said


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://mail.example", Server(host="mail.example", port=25)),
        ("smtps://mail.example", Server(host="mail.example", port=465, tls=True)),
        (
            "smtp://zon:p%40s@mail.example:587?starttls=yes&timeout=5&per_connection=20",
            Server(
                host="mail.example", port=587, user="zon", password="p@s", starttls=True, timeout=5.0,
                per_connection=20,
            ),
        ),
    ],
)  # fmt: skip
def test_an_address_of_a_server(url: str, expected: Server) -> None:
    assert server_from(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "ftp://zon:geheim@mail.example", "smtp://", "mail.example", "smtp://zon:geheim@mail.example:poort",
        "smtp://zon:geheim@mail.example?timeout=lang", "smtp://zon:geheim@mail.example?per_connection=0",
        "smtp://zon:geheim@mail.example?timeout=nan", "smtp://zon:geheim@mail.example?starttls=ja",
    ],
)  # fmt: skip
def test_an_address_that_is_none_is_told_without_its_password(url: str) -> None:
    with pytest.raises(NoServer, match="VOLDAAN_SMTP_URL is onbruikbaar") as refused:
        server_from(url)
    assert "geheim" not in str(refused.value)
