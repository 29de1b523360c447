"""The command line and what came in: taken, fetched, listed, shown, decided, placed."""

from pathlib import Path

import pytest

from tests.interfaces.command import Command
from tests.interfaces.shapes import MAYBE_NUMBER, MAYBE_TEXT, NUMBER, TEXT, has_shape

MAIL = {
    "id": NUMBER, "client": MAYBE_TEXT, "debtor": MAYBE_TEXT, "mail_kind": TEXT, "found_by": MAYBE_TEXT,
    "message": MAYBE_TEXT, "sender": TEXT, "subject": TEXT, "sent_at": MAYBE_TEXT, "taken_on": TEXT,
    "proposed": MAYBE_TEXT, "because": MAYBE_TEXT, "day": MAYBE_TEXT, "cents": MAYBE_NUMBER, "currency": TEXT,
    "decided": MAYBE_TEXT, "by": MAYBE_TEXT,
}  # fmt: skip


@pytest.fixture
def answered(sent: Command, tmp_path: Path) -> Command:
    """Return the command in a book in which a debtor answered, and a stranger wrote."""
    from tests.usecases.mails import an_answer, message_of
    from voldaan.records.models import Message
    from voldaan.records.scope import client_by_key, rows_of

    client = client_by_key("zon")
    with rows_of(client):
        debtor = Message.objects.get().account.number
    folder = tmp_path / "binnen"
    folder.mkdir()
    (folder / "1.eml").write_bytes(an_answer("Ik betaal op 20 maart 2026.", to=message_of(client, debtor)))
    (folder / "2.eml").write_bytes(an_answer("Hallo daar", sender="vreemd@anders.example", subject=""))
    return sent


def test_mails_from_files_are_taken_once(answered: Command, tmp_path: Path) -> None:
    files = sorted(str(path) for path in (tmp_path / "binnen").iterdir())
    first, second = answered("mail", "take", *files, "--json").rows
    assert (first["new"], first["client"], first["did"]) == (True, "zon", ["HELD"])
    assert (second["new"], second["client"]) == (True, None)
    again = answered("mail", "take", *files)
    assert again.out.count("was al bekend") == 2


def test_a_file_that_is_not_there_is_said_and_the_others_are_taken(answered: Command, tmp_path: Path) -> None:
    answer = answered("mail", "take", str(tmp_path / "weg.eml"), str(tmp_path / "binnen" / "1.eml"))
    assert (answer.code, "weg.eml kan niet worden gelezen" in answer.err) == (1, True)
    assert "met rust gelaten" in answer.out


def test_a_folder_is_fetched_and_what_was_taken_moves_aside(answered: Command, tmp_path: Path) -> None:
    url = f"folder:{tmp_path / 'binnen'}"
    answer = answered("mail", "fetch", "--url", url)
    assert "2 mails opgehaald, 2 nieuw: 2 antwoord." in answer.out
    assert "Van 1 is niet bekend bij wie ze horen" in answer.out
    assert "0 mails opgehaald" in answered("mail", "fetch", "--url", url).out
    assert len(list((tmp_path / "binnen" / "taken").iterdir())) == 2


def test_without_a_mailbox_it_says_how_one_is_named(answered: Command) -> None:
    answer = answered("mail", "fetch")
    assert (answer.code, "VOLDAAN_MAIL_IN_URL" in answer.err) == (1, True)


def test_what_waits_is_listed_shown_and_decided(answered: Command, tmp_path: Path) -> None:
    answered("mail", "take", *(str(path) for path in sorted((tmp_path / "binnen").iterdir())))
    rows = answered("mail", "list", "--json").rows
    assert all(has_shape(row, MAIL) for row in rows)
    assert [row["client"] for row in rows] == ["zon", None]
    mail, stray = str(rows[0]["id"]), str(rows[1]["id"])
    shown = answered("mail", "show", mail, "--client", "zon")
    assert "Ik betaal op 20 maart 2026." in shown.out
    told = answered(
        "mail", "decide", mail, "promise", "--day", "2026-03-20", "--client", "zon", "--on", "2026-03-06"
    )
    assert "toegezegd uiterlijk vr 20 mrt 2026" in told.out
    assert "bij niemand geplaatst" in answered("mail", "list").out
    assert "Geplaatst bij debiteur" in answered(
        "mail", "place", stray, "--client", "zon", "--debtor", rows[0]["debtor"]
    ).out  # fmt: skip
    placed = answered("mail", "list", "--json").row
    assert answered("mail", "take-back", str(placed["id"]), "--client", "zon").code == 0
    (waiting,) = answered("mail", "list", "--json").rows
    assert answered("mail", "set-aside", str(waiting["id"])).code == 0
    assert answered("mail", "list").out == "Er wacht geen mail.\n"
    assert "zegt wanneer er betaald wordt" in answered("mail", "list", "--all").out


@pytest.mark.parametrize(("words", "says"), [
    (("decide", "99", "promise", "--client", "zon"), "Noem de dag"),
    (("decide", "99", "nothing", "--client", "zon"), "heeft geen mail 99"),
    (("decide", "99", "misschien", "--client", "zon"), "'MISSCHIEN' is geen antwoord dat wij kennen"),
    (("show", "99", "--client", "zon"), "heeft geen mail 99"),
    (("set-aside", "99"), "Er is geen mail 99"),
])  # fmt: skip
def test_what_makes_no_sense_is_refused(answered: Command, words: tuple[str, ...], says: str) -> None:
    answer = answered("mail", *words)
    assert (answer.code, says in answer.err) == (1, True)
