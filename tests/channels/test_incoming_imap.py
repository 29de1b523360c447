"""Mail from a mailbox, against a real IMAP server."""

import contextlib
import socket
import traceback
import tracemalloc
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pymap.parsing.modutf7 import modutf7_decode

from tests.channels.imap_server import PASSWORD, ImapServer, Ways, make_certificate, running
from tests.usecases.mail_server import mail_server
from voldaan.channels.incoming.address import imap_server_from
from voldaan.channels.incoming.folder_name import folder_name
from voldaan.channels.incoming.imap import ImapSource
from voldaan.channels.incoming.source import source_from
from voldaan.channels.incoming.waiting import CannotFetch, Source

FIRST = b"From: jan@debiteur.example\r\nSubject: Re: herinnering\r\n\r\nIk heb al betaald.\r\n"
SECOND = b"From: mia@debiteur.example\r\n\r\nMag het in twee keer?\r\n"
THIRD = b"From: piet@debiteur.example\r\n\r\nVrijdag.\r\n"


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture(autouse=True)
def _trusted(certificate: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))


@pytest.fixture
def server(certificate: Path) -> Iterator[ImapServer]:
    with running(certificate) as one:
        yield one


def read(source: Source) -> list[bytes]:
    """Return what a source gives, and put nothing away."""
    with contextlib.closing(source):
        return [one.data for one in source.waiting()]


def take(source: Source) -> list[bytes]:
    """Return what a source gives, and put each away before the next."""
    found = []
    with contextlib.closing(source):
        for one in source.waiting():
            found.append(one.data)
            source.done(one)
    return found


@pytest.mark.parametrize(
    ("scheme", "options"),
    [("imaps", ""), ("imap", "?starttls=yes"), ("imap", "")],
    ids=["tls", "starttls", "plain"],
)
def test_what_was_taken_is_marked_and_not_given_again(server: ImapServer, scheme: str, options: str) -> None:
    server.put(FIRST, SECOND, flags=[rb"\Flagged"])
    url = server.url(f"INBOX{options}", scheme=scheme)
    assert take(source_from(url)) == [FIRST, SECOND]
    assert read(source_from(url)) == []
    assert server.lying_in() == {mail: {r"\Flagged", "VoldaanTaken"} for mail in (FIRST, SECOND)}


def test_reading_touches_no_flag(server: ImapServer) -> None:
    server.put(FIRST)
    server.put(SECOND, flags=[rb"\Seen", rb"\Answered"])
    assert read(source_from(server.url())) == [FIRST, SECOND]
    assert server.lying_in() == {FIRST: set(), SECOND: {r"\Seen", r"\Answered"}}


@pytest.mark.parametrize(
    "name", ["Verwerkt", "Al gelezen", "Géïnd & klaar", 'Met "haken" en \\', "付款/2026", "a&b"]
)
def test_what_was_taken_moves_to_the_named_folder(server: ImapServer, name: str) -> None:
    server.make_folder(name)
    server.make_folder(f"In {name}")
    server.put(FIRST, SECOND, folder=f"In {name}", flags=[rb"\Flagged"])
    source = source_from(server.url(f"{_coded(f'In {name}')}?done={_coded(name)}"))
    assert take(source) == [FIRST, SECOND]
    assert server.lying_in(f"In {name}") == {}
    assert server.lying_in(name) == {FIRST: {r"\Flagged"}, SECOND: {r"\Flagged"}}


@given(st.text())
def test_a_server_reads_every_name_of_a_folder_as_we_wrote_it(name: str) -> None:
    try:
        name.encode("utf-16-be")
    except UnicodeEncodeError:
        return
    sent = folder_name(name)
    assert sent.isascii() and sent.isprintable()
    assert modutf7_decode(sent[1:-1].replace('\\"', '"').replace("\\\\", "\\").encode()) == name


def test_a_server_that_cannot_move_marks(certificate: Path) -> None:
    with running(certificate, Ways(moves=False)) as server:
        server.make_folder("Verwerkt")
        server.put(FIRST)
        url = server.url("INBOX?done=Verwerkt")
        assert (take(source_from(url)), read(source_from(url))) == ([FIRST], [])
        assert server.lying_in() == {FIRST: {"VoldaanTaken"}}
        assert server.lying_in("Verwerkt") == {}


def test_a_server_without_keywords_moves(certificate: Path) -> None:
    with running(certificate, Ways(keywords=False)) as server:
        server.make_folder("Verwerkt")
        server.put(FIRST)
        url = server.url("INBOX?done=Verwerkt")
        assert (take(source_from(url)), read(source_from(url))) == ([FIRST], [])
        assert server.lying_in("Verwerkt") == {FIRST: set()}


@pytest.mark.parametrize(
    ("ways", "path", "advice"),
    [
        (Ways(keywords=False), "INBOX", r"niets gelezen.*\?done=Verwerkt"),
        (
            Ways(keywords=False, moves=False),
            "INBOX?done=Verwerkt",
            "verplaatst ook niet.*niets gelezen.*folder:/pad",
        ),
    ],
    ids=["no keywords and no folder named", "no keywords and no MOVE"],
)
def test_a_mailbox_in_which_nothing_can_be_put_away_is_refused_before_reading(
    certificate: Path, ways: Ways, path: str, advice: str
) -> None:
    with running(certificate, ways) as server:
        server.put(FIRST)
        with pytest.raises(CannotFetch, match=f"bewaart geen merktekens.*{advice}"):
            read(source_from(server.url(path)))
        assert server.lying_in() == {FIRST: set()}


def test_a_server_that_knows_only_login_lets_us_in(certificate: Path) -> None:
    with running(certificate, Ways(only_login=True, password='ge"h\\eim')) as server:
        server.put(FIRST)
        assert read(source_from(server.url(password="ge%22h%5Ceim"))) == [FIRST]
        with pytest.raises(CannotFetch, match="zonder accent"):
            read(source_from(server.url(password="caf%C3%A9")))


def test_a_refused_login_is_said_without_the_password(server: ImapServer) -> None:
    wrong = PASSWORD[::-1]
    source = source_from(server.url(password=quote(wrong, safe="")))
    with pytest.raises(CannotFetch, match=r"laat inning@firma\.example niet binnen") as refused:
        read(source)
    assert wrong not in "".join(traceback.format_exception(refused.value))


def test_the_password_is_not_shown_with_the_server(server: ImapServer) -> None:
    assert PASSWORD not in repr(imap_server_from(server.url()))


def test_a_server_that_is_not_there_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    for url in (
        f"imaps://inning:geheim@127.0.0.1:{port}/",
        "imaps://inning:geheim@nergens.invalid/",
        "imaps://inning:geheim@a..b/",
    ):
        with pytest.raises(CannotFetch, match="niet te bereiken") as refused:
            read(source_from(url))
        assert "geheim" not in str(refused.value)


def test_a_server_that_is_no_mailbox_is_said() -> None:
    with mail_server() as (url, _), pytest.raises(CannotFetch, match="niet te bereiken"):
        read(source_from(url.replace("smtp://", "imap://inning:geheim@")))


def test_a_server_that_speaks_no_tls_is_said(server: ImapServer) -> None:
    with pytest.raises(CannotFetch, match="niet te bereiken"):
        read(source_from(server.url().replace(str(server.tls_port), str(server.plain_port))))


@pytest.mark.parametrize(("scheme", "options"), [("imaps", ""), ("imap", "?starttls=yes")])
def test_a_certificate_of_somebody_else_stops_us_before_the_password(
    server: ImapServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, scheme: str, options: str
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(make_certificate(tmp_path)))
    with pytest.raises(CannotFetch, match=r"certificaat van 127\.0\.0\.1 klopt niet"):
        read(source_from(server.url(f"INBOX{options}", scheme=scheme)))


@pytest.mark.parametrize("path", ["Debiteuren", "INBOX?done=Verwerkt"])
def test_a_folder_that_is_not_there_is_said(server: ImapServer, path: str) -> None:
    server.put(FIRST)
    with pytest.raises(CannotFetch, match=r"De map (Debiteuren|Verwerkt) is er niet"):
        read(source_from(server.url(path)))


def test_a_mailbox_that_may_only_be_read_is_said(server: ImapServer) -> None:
    server.put(FIRST)
    server.lock_inbox()
    with pytest.raises(CannotFetch, match="mag alleen gelezen worden"):
        read(source_from(server.url()))


@pytest.mark.parametrize("path", ["INBOX", "INBOX?done=Verwerkt"])
def test_a_connection_that_breaks_between_reading_and_done_loses_and_repeats_nothing(
    server: ImapServer, path: str
) -> None:
    server.make_folder("Verwerkt")
    server.put(FIRST, SECOND, THIRD)
    source = source_from(server.url(path))
    given = []
    for one in source.waiting():
        given.append(one.data)
        server.break_connections()
        if one.data != SECOND:
            source.done(one)
            server.break_connections()
            source.done(one)
    source.close()
    assert given == [FIRST, SECOND, THIRD]
    assert read(source_from(server.url(path))) == [SECOND]


def test_a_server_that_stays_away_is_said_and_what_was_not_done_is_given_again(certificate: Path) -> None:
    with running(certificate) as server:
        server.put(FIRST, SECOND)
        source = source_from(server.url())
        mails = source.waiting()
        one = next(mails)
    with pytest.raises(CannotFetch, match="niet te bereiken"):
        source.done(one)
    with pytest.raises(CannotFetch, match="niet te bereiken"):
        next(mails)
    source.close()


def test_mails_that_were_numbered_anew_are_not_mistaken_for_others(server: ImapServer) -> None:
    server.put(FIRST, SECOND)
    source = source_from(server.url())
    mails = source.waiting()
    one = next(mails)
    server.number_anew()
    server.break_connections()
    with pytest.raises(CannotFetch, match="opnieuw genummerd"):
        source.done(one)
    with pytest.raises(CannotFetch, match="opnieuw genummerd"):
        next(mails)
    assert take(source) == [FIRST, SECOND]


def test_an_empty_and_a_huge_mail_are_said_and_left_while_others_go_on(server: ImapServer) -> None:
    huge = FIRST + b"x" * 2_000_000
    server.put(b"", huge, SECOND)
    source = ImapSource(imap_server_from(server.url()), limit=1_000_000)
    assert take(source) == [SECOND]
    empty, large = source.left()
    assert "Mail 101 in INBOX" in empty and "is leeg" in empty
    assert "Mail 102 in INBOX" in large and "is 2 MB" in large
    assert server.lying_in() == {b"": set(), huge: set(), SECOND: {"VoldaanTaken"}}


def test_a_mail_at_which_the_server_breaks_off_is_said_and_left_while_others_go_on(
    server: ImapServer,
) -> None:
    server.put(FIRST, SECOND, THIRD)
    server.breaks_at = {102}
    source = source_from(server.url())
    assert take(source) == [FIRST, THIRD]
    assert ["Mail 102 in INBOX" in one for one in source.left()] == [True]


def test_a_server_that_breaks_off_at_every_mail_is_given_up(server: ImapServer) -> None:
    server.put(*[FIRST] * 9)
    server.breaks_at = set(range(101, 110))
    source = source_from(server.url())
    with pytest.raises(CannotFetch, match="geeft haar mails niet"):
        read(source)
    assert len(source.left()) == 4


def test_a_mail_that_somebody_else_moves_meanwhile_is_said(server: ImapServer) -> None:
    server.make_folder("Verwerkt")
    server.put(FIRST, SECOND)
    url = server.url("INBOX?done=Verwerkt")
    source = source_from(url)
    mails = source.waiting()
    one = next(mails)
    assert take(source_from(url)) == [FIRST, SECOND]
    source.done(one)
    assert list(mails) == []
    source.close()
    assert ["Mail 102 in INBOX" in one for one in source.left()] == [True]


def test_another_source_s_mail_is_not_marked(server: ImapServer, tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(FIRST)
    (stranger,) = source_from(f"folder:{tmp_path}").waiting()
    with pytest.raises(CannotFetch, match=r"a\.eml is geen mail uit"):
        source_from(server.url()).done(stranger)


def test_many_mails_are_read_in_the_memory_of_a_few(server: ImapServer) -> None:
    size, many = 100_000, 120
    server.put(*(b"Subject: %d\r\n\r\n" % number + b"x" * size for number in range(many)))
    source = source_from(server.url())
    tracemalloc.start()
    try:
        assert sum(1 for _ in source.waiting()) == many
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
        source.close()
    assert peak < size * many // 4, f"{peak} bytes at once"
    assert server.connections == 1


def _coded(name: str) -> str:
    return quote(name, safe="")
