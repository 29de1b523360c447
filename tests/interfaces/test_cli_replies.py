"""The command line answers: a confirmation, own words, a statement of account, and who is thanked."""

from pathlib import Path

import pytest

from tests.interfaces.command import Command

AT = ("--client", "zon", "--on", "2026-03-07")


@pytest.fixture
def answered(sent: Command, tmp_path: Path) -> Command:
    """Return the command in a book in which a debtor answered on 7 March."""
    from tests.usecases.mails import an_answer, message_of
    from voldaan.records.models import Message
    from voldaan.records.scope import client_by_key, rows_of

    client = client_by_key("zon")
    with rows_of(client):
        row = Message.objects.get()
    mail = tmp_path / "1.eml"
    mail.write_bytes(
        an_answer("Wij betalen.", to=message_of(client, row.account.number), sender=row.recipient)
    )
    assert sent("mail", "take", str(mail), "--on", "2026-03-07").code == 0
    return sent


def debtor(command: Command) -> str:
    return str(command("message", "list", "--client", "zon", "--json").rows[-1]["debtor"])


def number(command: Command) -> str:
    return str(command("mail", "list", "--all", "--json").rows[0]["id"])


def kinds(command: Command) -> list[tuple[str, str]]:
    rows = command("message", "list", "--client", "zon", "--json").rows
    return [(row["message_kind"], row["state"]) for row in rows if row["message_kind"] != "REMINDER"]


def test_a_decision_is_confirmed_and_can_be_added_to(answered: Command) -> None:
    done = answered(
        "mail",
        "decide",
        number(answered),
        "promise",
        "--day",
        "2026-03-20",
        "--confirm",
        "--add",
        "Fijn.",
        *AT,
    )
    assert "geschreven: Re: uw herinnering" in done.out
    assert "voldaan message approve" in done.out
    assert kinds(answered) == [("CONFIRMATION", "WRITTEN")]


def test_the_decision_stands_where_the_confirmation_cannot(answered: Command) -> None:
    answer = answered("mail", "decide", number(answered), "question", "--confirm", *AT)
    assert (answer.code, "vastgelegd, maar niet bevestigd" in answer.err) == (1, True)
    assert answered("mail", "list", "--client", "zon", "--json").rows == []


def test_own_words_are_shown_written_and_approved(answered: Command, tmp_path: Path) -> None:
    words = tmp_path / "antwoord.txt"
    words.write_text("Dank voor uw bericht.\n\nIk bel u morgen.", encoding="utf-8")
    mail = number(answered)
    assert "Ik bel u morgen." in answered("mail", "reply", mail, "--file", str(words), "--show", *AT).out
    assert kinds(answered) == []
    assert "geschreven" in answered("mail", "reply", mail, "--file", str(words), "--approve", *AT).out
    assert kinds(answered) == [("CONFIRMATION", "APPROVED")]


@pytest.mark.parametrize(("more", "said"), [
    (("--text", "U krijgt € 5,00 korting."), "Niet uit de gegevens: dit bedrag"),
    (("--topic", "promise"), "geen toezegging"),
    (("--topic", "deceased"), "niets wat wij kunnen bevestigen"),
    (("--file", "/nergens/weg.txt"), "kan niet worden gelezen"),
    ((), "nog geen tekst"),
])  # fmt: skip
def test_what_cannot_be_said_is_refused(answered: Command, more: tuple[str, ...], said: str) -> None:
    assert answered("mail", "reply", number(answered), *more, *AT).refuses(said)


def test_a_statement_is_written_to_a_folder_or_sent(answered: Command, tmp_path: Path) -> None:
    who, out = debtor(answered), tmp_path / "uit"
    assert answered("statement", who, "--out", str(out), *AT).code == 0
    assert sorted(path.suffix for path in out.iterdir()) == [".pdf", ".xlsx"]
    row = answered("statement", who, "--json", *AT).row
    assert (row["closing_cents"], row["currency"]) == (sum(one["open_cents"] for one in row["open"]), "EUR")
    assert "geschreven" in answered("statement", who, "--send", "--approve", *AT).out
    assert kinds(answered) == [("STATEMENT", "APPROVED")]


def test_a_statement_of_days_to_come_is_refused(answered: Command) -> None:
    assert answered("statement", debtor(answered), "--json", "--to", "2027-01-01", *AT).refuses(
        "kan nog niet"
    )


def test_a_client_says_whether_it_thanks_and_tells(sent: Command) -> None:
    sent("client", "add", "zon", "--thanks", "--statements", "monthly")
    row = sent("client", "show", "zon", "--json").row
    assert (row["thanks"], row["statements"]) == (True, "monthly")
