"""The command line about who a debtor is: corrected, merged, taken apart, and the question in between."""

from dataclasses import replace

import pytest

from tests.interfaces.command import Command
from tests.stories.paper import BIRD

ZON = ("--client", "zon")


@pytest.fixture
def two(billed: Command) -> Command:
    """Return a book with a second debtor: of the same name, with another number."""
    other = replace(BIRD, number="102", email="kas@vogel.example")
    assert billed("import", billed.invoice("2026-0002", to=other), billed.statement(), *ZON).code == 0
    return billed


def test_merge_and_unmerge(two: Command) -> None:
    answer = two("debtor", "merge", "101", "102", "--because", "zelfde zaak", "--by", "Sanne", *ZON)
    assert (answer.code, answer.err) == (0, "")
    assert "Debiteur 102 is samengevoegd met 101" in answer.out
    assert "voldaan debtor unmerge 102 --client zon" in answer.out
    row = two("plan", "--on", "2026-03-05", "--json", *ZON).row
    assert (row["debtor"], row["open_cents"]) == ("101", 25_000)
    assert two("hold", "102", *ZON).code == 0
    answer = two("debtor", "unmerge", "102", "--by", "Sanne", *ZON)
    assert "Debiteur 102 staat weer op zichzelf, los van 101." in answer.out
    assert "gelden nu voor beide: 1." in answer.out
    rows = two("plan", "--on", "2026-03-05", "--json", *ZON).rows
    assert {row["debtor"] for row in rows} == {"101", "102"}
    assert two("verify").code == 0


def test_refusals_are_sentences(two: Command) -> None:
    assert two("debtor", "merge", "101", "101", *ZON).refuses("dezelfde")
    assert two("debtor", "merge", "101", "999", *ZON).refuses("geen debiteur")
    assert two("debtor", "unmerge", "102", *ZON).refuses("met geen andere samengevoegd")


def test_the_question_is_listed_and_answered(billed: Command) -> None:
    namesake = replace(
        BIRD, number=None, email=None, vat_number=None, coc_number=None, iban=None, street=None
    )
    assert billed("import", billed.invoice("2026-0003", to=namesake), *ZON).code == 0
    row = billed("question", "list", "--json", *ZON).row
    assert row["because"] == "SAME_DEBTOR"
    assert str(BIRD.name) in row["about"]
    assert [one["debtor"] for one in row["candidates"]] == ["101"]
    assert billed("question", "answer", row["id"], "accept", *ZON).refuses("gaat over een debiteur")
    assert billed("question", "answer", row["id"], "same", "--debtor", "999", *ZON).refuses("101")
    answer = billed("question", "answer", row["id"], "same", *ZON)
    assert "is samengevoegd met 101" in answer.out
    assert billed("question", "list", "--json", *ZON).out == ""


def test_another_is_noted(billed: Command) -> None:
    namesake = replace(BIRD, number="105", street="Elders 1", postcode="9999 ZZ", coc_number="12345670")
    assert billed("import", billed.invoice("2026-0003", to=namesake), *ZON).code == 0
    number = billed("question", "list", "--json", *ZON).row["id"]
    assert billed("question", "answer", number, "different", *ZON).code == 0
    assert billed("question", "list", "--json", *ZON).out == ""
