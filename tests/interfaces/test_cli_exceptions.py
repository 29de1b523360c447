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


def test_tags_are_given_and_taken(due: Command) -> None:
    assert due("tag", "101", "--add", "Vaste-Klant", "--add", "b2b", *ZON).out == "101: b2b, vaste-klant.\n"
    assert due("tag", "101", "--remove", "b2b", *ZON).out == "101: vaste-klant.\n"
    assert due("tag", "101", "--add", "twee woorden", *ZON).refuses("geen label")


def test_deadlines_are_set_told_and_interrupted(due: Command) -> None:
    deadline = ("deadline", "insurer", "2026-0001", *ZON)
    assert "uiterlijk 2026-03-10" in due(*deadline, "--by", "2026-03-10").out
    assert due("plan", *ON, "--json", *ZON).row["because"] == "INSURER_MUST_HEAR"
    assert "gemeld" in due("deadline", "insurer-told", "2026-0001", *ZON, *ON).out
    assert due("plan", *ON, "--json", *ZON).row["act"] == "REMIND"
    assert due(*deadline, "--none").code == 0
    bar = ("deadline", "time-bar", "2026-0001", *ZON, *ON)
    assert "2031-03-06" in due(*bar, "--interrupted", "2026-03-05", "--because", "demand").out
    assert "2029-01-01" in due(*bar, "--from", "2029-01-01", "--because", "other").out
    assert due(*bar, "--from", "2026-04-01", "--because", "other").refuses("kan niet verjaren")
    assert due(*bar, "--interrupted", "2026-03-05", "--because", "other").refuses("niet gestuit")
    assert due("deadline", "insurer-told", "2026-0001", *ZON).refuses("geen kredietverzekeraar")


def test_an_invoice_is_written_off_and_taken_back(due: Command) -> None:
    answer = due("write-off", "2026-0001", "--reason", "coulance", *ZON, *ON)
    assert "is afgeboekt: € 125,00" in answer.out.replace("\u00a0", " ")
    assert due("verify").code == 0
    assert due("plan", *ON, "--json", *ZON).out == ""
    assert due("write-off", "2026-0001", "--reason", "nogmaals", *ZON, *ON).refuses("niets meer open")
    assert due("write-off", "2026-0001", "--reason", "", *ZON, *ON).refuses("Schrijf op waarom")
    assert "weer € 125,00 open" in due("write-off", "2026-0001", "--undo", *ZON, *ON).out.replace(
        "\u00a0", " "
    )
    assert due("verify").code == 0


@pytest.mark.parametrize("outcome", ["kept", "broken", "withdrawn"])
def test_a_payment_plan_ends_with_a_word_that_strategies_know(due: Command, outcome: str) -> None:
    agree = (
        "payment-plan",
        "agree",
        "101",
        "--invoice",
        "2026-0001",
        "--instalment",
        "2026-04-01=125.00",
        *ZON,
        *ON,
    )
    number = due(*agree).out.split()[1]
    assert due("payment-plan", "end", number, "--outcome", "afgelopen", *ZON, *ON).code == 2
    assert due("payment-plan", "end", number, "--outcome", outcome, *ZON, *ON).code == 0
