"""The command line about asking a client first: settings, lists, answers, and what is refused."""

import pytest

from tests.interfaces.command import Command
from tests.stories.paper import LINDEN

AGREED = ("--asks-first", "--silence", "go", "--answer-days", "3")


@pytest.fixture
def asked(billed: Command) -> Command:
    """Return the command in a book of a client that is asked first, with a list of two invoices of 5 March."""
    assert billed("client", "add", "zon", *AGREED).code == 0
    billed("import", billed.invoice("2026-0002", "80,00", to=LINDEN), "--client", "zon", "--on", "2026-01-31")
    billed("import", billed.statement(), "--client", "zon")
    ran = billed("run", "--on", "2026-03-05", "--approve")
    assert (ran.code, "2 facturen staan op navraag" in ran.out) == (0, True)
    return billed


def number(asked: Command) -> int:
    return int(asked("client-check", "list", "--client", "zon", "--json").row["id"])


def test_the_settings_of_a_client_and_of_an_engagement(asked: Command) -> None:
    row = asked("client", "show", "zon", "--json").row
    assert (row["asks_first"], row["silence"], row["answer_days"]) == (True, "go", 3)
    asked("client", "add", "zon", "--no-asks-first", "--silence", "hold")
    row = asked("client", "show", "zon", "--json").row
    assert (row["asks_first"], row["silence"], row["answer_days"]) == (False, "hold", 3)
    asked("agency", "add", "brug", "--registered-name", "Incassohuis De Brug B.V.")
    start = (
        "engagement",
        "start",
        "--client",
        "zon",
        "--agency",
        "brug",
        "--from",
        "2026-03-01",
        "--price",
        "4.50",
    )
    assert asked(*start, "--answer-days", "0").refuses("werkdagen", "1 en 30")
    assert asked(*start, *AGREED).code == 0
    (engagement,) = asked("client", "show", "zon", "--json").row["engagements"]
    assert engagement.endswith("asks first (3 working days, silence: go)")


def test_a_list_is_shown_and_written_as_a_file(asked: Command) -> None:
    row = asked("client-check", "list", "--client", "zon", "--json").row
    assert (row["kind"], row["made_on"], row["answer_by"]) == ("client_check", "2026-03-05", "2026-03-10")
    assert (row["invoices"], row["unanswered"], row["asked_cents"]) == (2, 2, 20_500)
    assert "2 zonder antwoord" in asked("client-check", "list", "--client", "zon").out
    path = asked.home / "navraag.csv"
    shown = asked("client-check", "show", row["id"], "--client", "zon", "--csv", path, "--json").rows
    assert [one["kind"] for one in shown] == ["client_check", "client_check_item", "client_check_item"]
    assert sorted(one["number"] for one in shown[1:]) == ["2026-0001", "2026-0002"]
    assert path.read_text(encoding="utf-8-sig").count("eerste herinnering") == 2
    people = asked("client-check", "show", row["id"], "--client", "zon").out
    assert "wat geen antwoord heeft, mag dan herinnerd worden" in people
    assert "nog geen antwoord" in people


def test_what_the_client_says_is_done_and_told(asked: Command) -> None:
    answer = ("client-check", "answer", number(asked), "--client", "zon", "--answered-by", "Sanne Bos")
    rows = asked(*answer, "--paid", "2026-0001", "--rest-waits", "--json").rows
    assert [(row["kind"], row["number"], row["answer"], row["did"]) for row in rows] == [
        ("client_answer", "2026-0001", "PAID", "SETTLED")
    ]
    assert "1 zonder antwoord" in asked("client-check", "list", "--client", "zon").out
    said = asked(*answer, "--leave", "2026-0001")
    assert "2026-0001 had al een antwoord" in said.out
    assert "2026-0002 mag herinnerd worden" in said.out
    assert "beantwoord door Sanne Bos" in asked("client-check", "list", "--client", "zon").out
    ran = asked("run", "--on", "2026-03-06", "--approve", "--json").row
    assert (ran["sent"], ran["client_asked"]) == (1, 0)
    assert asked("verify").code == 0


def test_what_cannot_be_taken_is_refused(asked: Command) -> None:
    check = number(asked)
    answer = ("client-check", "answer", check, "--client", "zon", "--answered-by", "Sanne Bos")
    assert asked(*answer, "--paid", "2026-0001", "--leave", "2026-0001").refuses(
        "2026-0001", "twee antwoorden"
    )
    assert asked(*answer, "--paid", "2026-0099").refuses("2026-0099", f"navraag {check}")
    assert asked(*answer, "--rest-waits").refuses("niets geantwoord")
    assert asked("client-check", "show", "999999", "--client", "zon").refuses("999999")
    assert asked("client-check", "answer", check, "--client", "zon").code == 2
