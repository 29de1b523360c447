"""One mail: who, when, to whom, in answer to what; and any bytes at all."""

import base64
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.formats.mail_samples import ORIGINAL, THEM, US, block, mail, report
from voldaan.formats.mail.read import read_mail
from voldaan.formats.mail.values import Mail

KINDS = {"ANSWER", "BOUNCE", "DELAYED", "DELIVERED", "COMPLAINT", "AUTOMATIC", "UNREADABLE"}


def test_who_wrote_when_about_what_is_read() -> None:
    read = read_mail(
        mail("Ja.", f"From: =?utf-8?q?Zo=C3=AB_de_Vries?= <{THEM.upper()}>", subject="=?utf-8?b?w6nDqW4=?=")
    )
    assert (read.kind, read.sender, read.sender_name, read.subject) == ("ANSWER", THEM, "Zoë de Vries", "één")
    assert read.sent_at == datetime(2026, 11, 23, 10, 11, 12, tzinfo=timezone(timedelta(hours=1)))
    assert (read.words, read.all_words, read.attachments) == ("Ja.", "Ja.", ())


def test_a_moment_without_a_zone_is_utc_and_an_impossible_one_is_none() -> None:
    assert read_mail(mail("x", "Date: Mon, 23 Nov 2026 10:11:12")).sent_at == datetime(
        2026, 11, 23, 10, 11, 12, tzinfo=UTC
    )
    assert read_mail(mail("x", "Date: gisteren")).sent_at is None


def test_the_nearest_message_comes_first_in_what_is_answered() -> None:
    read = read_mail(
        mail("x", "In-Reply-To: <c@x.example>", "References: <a@x.example> <b@x.example>\n <c@x.example>")
    )
    assert read.answers_to == ("c@x.example", "b@x.example", "a@x.example")


def test_every_address_of_the_envelope_is_kept() -> None:
    headers = (
        "Cc: Piet <P@een.example>",
        "Delivered-To: betaal+17@linde.example",
        "X-Original-To: betaal+18@linde.example",
    )
    assert read_mail(mail("x", *headers)).sent_to == (
        US, "p@een.example", "betaal+17@linde.example", "betaal+18@linde.example",
    )  # fmt: skip


def test_files_are_named_and_their_text_is_not_the_answer() -> None:
    body = (
        "--b\nContent-Type: text/plain\n\nZie bijlage.\n"
        "--b\nContent-Type: text/plain; name=lijst.txt\nContent-Disposition: attachment; filename=lijst.txt\n\nregel\n"
        "--b\nContent-Type: application/pdf\nContent-Disposition: attachment; filename*=utf-8''caf%C3%A9.pdf\n\nx\n--b--\n"
    )
    read = read_mail(mail(body, "Content-Type: multipart/mixed; boundary=b"))
    assert (read.words, read.attachments) == ("Zie bijlage.", ("lijst.txt", "café.pdf"))


@pytest.mark.parametrize(
    ("charset", "data"),
    [
        ("utf-8", "één".encode()),
        ("iso-8859-1", "één".encode("latin-1")),
        ("us-ascii", "één".encode()),
        ("utf-8", "één".encode("cp1252")),
        ("bestaat-niet", "één".encode()),
        ("punycode", "één".encode()),
        ("", "één".encode("cp1252")),
    ],
)
def test_a_wrong_charset_does_not_spoil_the_words(charset: str, data: bytes) -> None:
    assert read_mail(mail("", f"Content-Type: text/plain; charset={charset}") + data).words == "één"


@pytest.mark.parametrize("line_end", [b"\n", b"\r\n", b"\r"])
def test_any_line_end_gives_the_same(line_end: bytes) -> None:
    data = report("Reporting-MTA: dns; mx.example\n\n" + block())
    assert read_mail(data.replace(b"\n", line_end)) == read_mail(data)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"zomaar een tekst", b"\0\xff\xfe", b"%PDF-1.7\n%\n"])
def test_what_is_no_mail_is_unreadable_with_its_reason(data: bytes) -> None:
    read = read_mail(data)
    assert read.kind == "UNREADABLE"
    assert read.because


HOSTILE = {
    "nested parts": b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (i, i) for i in range(900)
    ),
    "nested messages": b"Content-Type: message/rfc822\n\n" * 900,
    "endless parameter": b'Content-Type: text/plain; x="' + b";" * 300_000 + b"\n\nx",
    "many parts": b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 20_000,
    "endless sender": b"From: " + b"(" * 300_000 + b"\n\nx",
    "encoded words without end": b"Subject: " + b"=?utf-8?q?" * 30_000 + b"\n\nx",
    "no base64": b"Content-Transfer-Encoding: base64\n\n=ab=\xff==c",
    "one long line": b"\nfailed addresses follow: could not be delivered\n" + b"a@" * 300_000,
    "many receivers": b"\n" + b"Final-Recipient: rfc822; a@b.example\nAction: failed\n\n" * 6000,
    "deep html": b"Content-Type: text/html\n\n" + b"<div><blockquote>" * 30_000,
    "codec that is a trap": b"Content-Type: text/plain; charset=idna\n\n" + b"a-" * 100_000,
    "deep json": b'\n{"notificationType":' + b"[" * 100_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_mail_is_read_like_any_other(name: str) -> None:
    data = b"From: MAILER-DAEMON@mx.example\nSubject: failure notice\nReturn-Path: <>\n" + HOSTILE[name]
    assert_holds(read_mail(data))


SEEDS = (
    report("Reporting-MTA: dns; mx.example\n\n" + block(said="550 5.1.1 unknown")),
    mail(
        f"could not be delivered\n<{THEM}>: 550\n\n--- Below this line\n{ORIGINAL}",
        sender="MAILER-DAEMON@mx.example",
    ),
    mail("<p>Ja</p><blockquote>x</blockquote>", "Content-Type: text/html; charset=utf-8"),
    mail(
        base64.b64encode(b"Op ma schreef x <a@b.example>:\n> x").decode(), "Content-Transfer-Encoding: base64"
    ),
)


@given(st.binary(max_size=1500))
@settings(max_examples=150)
def test_any_bytes_give_a_mail(data: bytes) -> None:
    assert_holds(read_mail(data))


@given(st.sampled_from(SEEDS), st.integers(0, 2000), st.integers(0, 200), st.binary(max_size=30))
@settings(max_examples=250)
def test_a_mail_with_a_piece_replaced_gives_a_mail(
    seed: bytes, start: int, length: int, piece: bytes
) -> None:
    assert_holds(read_mail(seed[:start] + piece + seed[start + length :]))


def assert_holds(read: Mail) -> None:
    """Check what is true of every mail, whatever its bytes were."""
    assert read.kind in KINDS
    assert read.because
    assert read.sent_at is None or read.sent_at.tzinfo
    assert all(one.address == one.address.lower() and "@" in one.address for one in read.recipients)
    assert all(len(one.said) <= 300 and "\n" not in one.said for one in read.recipients)
    assert bool(read.recipients) <= (read.kind in {"BOUNCE", "DELAYED", "DELIVERED", "COMPLAINT"})
    for text in (read.subject, read.sender_name, read.words, read.all_words, *read.attachments):
        text.encode()
        assert "\0" not in text
