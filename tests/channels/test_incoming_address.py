"""The address of incoming mail: what it says, and what is refused."""

from pathlib import Path

import pytest

from voldaan.channels.incoming.address import ImapServer, imap_server_from
from voldaan.channels.incoming.folder import FolderSource
from voldaan.channels.incoming.source import source_from
from voldaan.channels.incoming.waiting import CannotFetch
from voldaan.config.installation import Installation

HOST = {"host": "mail.firma.example", "user": "inning", "password": "geheim"}


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("imaps://inning:geheim@mail.firma.example", ImapServer(**HOST, port=993)),
        ("IMAPS://inning:geheim@mail.firma.example/", ImapServer(**HOST, port=993)),
        (
            "imaps://inning:geheim@mail.firma.example:9993/INBOX.Debiteuren?done=Al%20gelezen",
            ImapServer(**HOST, port=9993, folder="INBOX.Debiteuren", move_to="Al gelezen"),
        ),
        (
            "imap://inning:geheim@mail.firma.example/G%C3%A9%C3%AFnd/Al?starttls=yes&done=INBOX%2FWeg",
            ImapServer(**HOST, port=143, folder="Géïnd/Al", move_to="INBOX/Weg", tls=False, starttls=True),
        ),
        (
            "imap://jan%40firma.example:a%3A%2F%40%23%25@localhost:1143?starttls=no",
            ImapServer(host="localhost", port=1143, user="jan@firma.example", password="a:/@#%", tls=False),
        ),
    ],
)
def test_an_address_says_which_mailbox(url: str, server: ImapServer) -> None:
    assert imap_server_from(url) == server


def test_an_address_may_name_a_folder_of_files() -> None:
    source = source_from("folder:/var/mail/post in?100%#1")
    assert isinstance(source, FolderSource)
    assert source.folder == Path("/var/mail/post in?100%#1")


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("imaps:/", "geen server"),
        ("pop3://inning:geheim@mail.firma.example", "begint niet met imaps:"),
        ("inning:geheim@mail.firma.example", "begint niet met imaps:"),
        ("/var/mail", "begint niet met imaps:"),
        ("folder:post", "vanaf de eerste /"),
        ("folder:", "vanaf de eerste /"),
        ("imaps://mail.firma.example/INBOX", "geen naam met een wachtwoord"),
        ("imaps://inning@mail.firma.example/INBOX", "geen naam met een wachtwoord"),
        ("imaps://inning:geheim@/INBOX", "geen server"),
        ("imaps://inning:geheim@mail.firma.example:poort/", "geen servernaam met een poort"),
        ("imaps://inning:geheim@[mail.firma.example/", "geen servernaam met een poort"),
        ("imaps://inning:gehe/im@mail.firma.example/", "geen servernaam met een poort"),
        ("imaps://inning:geheim@mail.firma.example/INBOX#geheim", "een #"),
        ("imaps://inning:geheim@mail.firma.example/?starttls=yes", "kent imaps:// alleen done"),
        ("imaps://inning:geheim@mail.firma.example/?don=geheim", "kent imaps:// alleen done"),
        ("imaps://inning:geheim@mail.firma.example/?done=", "met een waarde"),
        ("imaps://inning:geheim@mail.firma.example/?done=a&done=b", "met een waarde"),
        ("imaps://inning:geheim@mail.firma.example/INBOX?done=INBOX", "dezelfde"),
        ("imaps://inning:geheim@mail.firma.example/?done=inbox", "dezelfde"),
        ("imaps://inning:geheim%0D%0AA1%20LOGOUT@mail.firma.example/", "stuurtekens"),
        ("imaps://inning:geheim@mail.firma.example/a%00b", "stuurtekens"),
        ("imap://inning:geheim@mail.firma.example/?starttls=misschien", "yes of no"),
        ("imap://inning:geheim@mail.firma.example/", "niet leesbaar over de lijn"),
        ("imap://inning:geheim@mail.firma.example/?starttls=no", "niet leesbaar over de lijn"),
    ],
)
def test_an_address_that_makes_no_sense_is_refused_with_how_it_should_look_and_without_the_password(
    url: str, why: str
) -> None:
    with pytest.raises(CannotFetch) as refused:
        source_from(url)
    said = str(refused.value)
    assert why in said
    assert "imaps://naam:wachtwoord@mail.firma.example:993/INBOX?done=Verwerkt" in said
    assert "gehe" not in said


def test_the_settings_say_where_mail_comes_in(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("VOLDAAN_MAIL_IN_URL", raising=False)
    assert Installation().mail_in_url == ""
    monkeypatch.setenv("VOLDAAN_MAIL_IN_URL", f"folder:{tmp_path}")
    assert Installation().mail_in_url == f"folder:{tmp_path}"
