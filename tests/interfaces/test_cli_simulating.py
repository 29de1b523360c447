"""The command line before a strategy is used: the coming weeks, and a period of the past."""

from typing import Any

import pytest

from tests.interfaces.command import Command
from tests.interfaces.shapes import LIST, MAYBE_NUMBER, NUMBER, TEXT, has_shape
from tests.usecases.strategy_texts import REFUSED_TEXT

MESSAGE = {
    "client": TEXT, "debtor": TEXT, "on": TEXT, "stage": TEXT, "channel": TEXT, "invoices": LIST, "cents": NUMBER,
    "currency": TEXT,
}  # fmt: skip
COLUMN = {
    "column": TEXT, "client": TEXT, "from": TEXT, "to": TEXT, "messages": NUMBER, "debtors": NUMBER, "stages": LIST,
    "cost_cents": MAYBE_NUMBER, "fee_cents": MAYBE_NUMBER, "currency": TEXT, "paid_within_three_days": NUMBER,
    "not_known_yet": NUMBER, "notes": LIST,
}  # fmt: skip
PERIOD = ("--from", "2026-03-01", "--to", "2026-03-06", "--client", "zon")


def of_kind(rows: list[dict[str, Any]], kind: str) -> list[dict[str, Any]]:
    return [row for row in rows if row["kind"] == kind]


@pytest.fixture
def slower(sent: Command) -> str:
    """Return a file with a strategy whose second reminder comes later."""
    from voldaan.usecases.known_strategies import strategy_text

    path = sent.home / "rustig.toml"
    path.write_text(strategy_text("standard").replace("days = 14", "days = 21", 1), encoding="utf-8")
    return str(path)


class TestPreview:
    def test_the_messages_of_the_coming_weeks(self, sent: Command) -> None:
        rows = sent("preview", "--client", "zon", "--on", "2026-03-06", "--json").rows
        coming = of_kind(rows, "preview_message")
        assert all(has_shape(row, MESSAGE) for row in coming)
        assert [(row["on"], row["stage"], row["invoices"]) for row in coming] == [
            ("2026-03-16", "SECOND_REMINDER", ["2026-0001"]),
            ("2026-03-30", "PRE_COLLECTION", ["2026-0001"]),
        ]
        assert of_kind(rows, "preview")[0]["messages"] == 2

    def test_another_strategy_instead(self, sent: Command, slower: str) -> None:
        rows = sent("preview", "--client", "zon", "--on", "2026-03-06", "--strategy", slower, "--json").rows
        assert [row["on"] for row in of_kind(rows, "preview_message")] == ["2026-03-23", "2026-04-02"]

    def test_for_people(self, sent: Command) -> None:
        answer = sent("preview", "--client", "zon", "--on", "2026-03-06", "--days", "14")
        assert answer.code == 0
        assert "In totaal 1 bericht aan 1 debiteur." in answer.out
        assert "Als er niets binnenkomt" in answer.out


class TestSimulate:
    def test_the_messages_the_difference_and_the_three_columns(self, sent: Command, slower: str) -> None:
        rows = sent("simulate", *PERIOD, "--strategy", slower, "--email-cents", "3", "--json").rows
        messages = of_kind(rows, "simulated_message")
        assert all(has_shape(row, MESSAGE | {"column": TEXT}) for row in messages)
        assert [(row["column"], row["on"], row["stage"]) for row in messages] == [
            ("REALLY", "2026-03-05", "FIRST_REMINDER"),
            ("PRESENT", "2026-03-05", "FIRST_REMINDER"),
            ("OTHER", "2026-03-05", "FIRST_REMINDER"),
        ]
        columns = of_kind(rows, "simulation")
        assert all(has_shape(row, COLUMN) for row in columns)
        assert [(row["column"], row["messages"], row["cost_cents"]) for row in columns] == [
            ("REALLY", 1, 3),
            ("PRESENT", 1, 3),
            ("OTHER", 1, 3),
        ]

    def test_for_people_it_says_what_nobody_can_know(self, sent: Command) -> None:
        answer = sent("simulate", *PERIOD, "--strategy", "standard")
        assert (answer.code, answer.err) == (0, "")
        assert "eerste herinnering per e-mail" in answer.out
        assert "onbekend" in answer.out
        assert "kan niemand weten" in answer.out

    @pytest.mark.parametrize(
        ("given", "says"),
        [
            (("--strategy", "niets"), "er is geen strategie"),
            (("--strategy", "niets.toml"), "niets.toml kan niet worden gelezen"),
            (("--strategy", ""), "Noem ten minste één strategie"),
            (
                ("--strategy", "standard", "--post-cents", "-95"),
                "Een bericht kost nul cent of meer, niet -95",
            ),
        ],
    )
    def test_a_strategy_or_a_cost_that_cannot_be(
        self, sent: Command, given: tuple[str, ...], says: str
    ) -> None:
        answer = sent("simulate", *PERIOD, *given)
        assert answer.code == 1
        assert says in answer.err

    @pytest.mark.parametrize(("day", "code"), [("2026-03-06", 0), ("2026-03-07", 1)])
    def test_what_is_still_to_come_cannot_be_replayed(self, sent: Command, day: str, code: int) -> None:
        period = ("--from", "2026-03-01", "--to", day)
        answer = sent("simulate", *period, "--client", "zon", "--strategy", "standard")
        assert (answer.code, "kijk vooruit met voldaan preview" in answer.err) == (code, bool(code))

    def test_a_file_that_the_law_refuses_is_not_replayed(self, sent: Command) -> None:
        file = sent.home / "streng.toml"
        file.write_text(REFUSED_TEXT)
        answer = sent("simulate", *PERIOD, "--strategy", str(file))
        assert (answer.code, "art. 6:96 lid 6 BW" in answer.err) == (1, True)

    def test_days_in_the_wrong_order(self, sent: Command) -> None:
        answer = sent(
            "simulate",
            "--from",
            "2026-03-05",
            "--to",
            "2026-03-01",
            "--client",
            "zon",
            "--strategy",
            "standard",
        )
        assert (answer.code, "Draai de dagen om" in answer.err) == (1, True)
