"""The command line about what people decide otherwise, and the facts around it."""

import pytest

from tests.interfaces.command import Command

ZON = ("--client", "zon")
ON = ("--on", "2026-03-05")


@pytest.fixture
def due(billed: Command) -> Command:
    """Return a book in which a first reminder is due on 5 March."""
    assert billed("import", billed.statement(), *ZON).code == 0
    return billed


def test_an_exception_is_added_listed_and_ended(due: Command) -> None:
    answer = due(
        "exception", "add", "--invoice", "2026-0001", "--kind", "skip", "--reason", "vaste klant", *ZON, *ON
    )
    assert (answer.code, answer.err) == (0, "")
    assert "slaat over: eerste herinnering" in answer.out
    assert "volgt nu de strategie Standaard" in answer.out
    row = due("exception", "list", "--json", *ZON, *ON).row
    assert (row["kind"], row["what"], row["value"], row["invoice"], row["reason"]) == (
        "exception", "SKIP", "FIRST_REMINDER", "2026-0001", "vaste klant",
    )  # fmt: skip
    assert "slaat over: eerste herinnering" in due("exception", "list", *ZON, *ON).out
    assert due("plan", *ON, "--json", *ZON).row["act"] == "WAIT"
    assert "geldt weer" in due("exception", "end", row["id"], *ZON, *ON).out
    assert due("exception", "list", *ZON, *ON).out == "Er geldt geen uitzondering.\n"
    assert due("plan", *ON, "--json", *ZON).row["act"] == "REMIND"
    assert due("verify").code == 0


@pytest.mark.parametrize(
    ("words", "act"),
    [
        (("--kind", "hold"), ("HOLD", "HELD_BY_CLIENT", None)),
        (("--kind", "channel", "--to", "post", "--debtor", "101"), ("REMIND", "STAGE_REACHED", "POST")),
        (("--kind", "strategy", "--to", "standard"), ("REMIND", "STAGE_REACHED", "EMAIL")),
        (
            ("--kind", "skip", "--stage", "FIRST_REMINDER", "--until", "2026-03-05"),
            ("WAIT", "STAGE_NOT_REACHED", None),
        ),
    ],
)
def test_every_kind_can_be_made(
    due: Command, words: tuple[str, ...], act: tuple[str, str, str | None]
) -> None:
    assert due("exception", "add", *words, "--reason", "zo afgesproken", *ZON, *ON).code == 0
    row = due("plan", *ON, "--json", *ZON).row
    assert (row["act"], row["because"], row["channel"]) == act


def test_refusals_are_sentences(due: Command) -> None:
    add = ("exception", "add", *ZON, *ON, "--reason", "zo")
    assert due(*add, "--kind", "strategy", "--to", "nergens").refuses("nergens", "standard")
    assert due(*add, "--kind", "hold", "--debtor", "101").refuses("voldaan hold")
    assert due(*add, "--kind", "skip").refuses("noem de stap")
    assert due(*add, "--kind", "sooner", "--debtor", "999").refuses("geen debiteur")
    assert due("exception", "end", "77", *ZON).refuses("is er niet")
