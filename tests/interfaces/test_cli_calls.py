"""The command line and the call list: listed, shown, recorded."""

from pathlib import Path

import pytest

from tests.interfaces.command import Command
from tests.interfaces.shapes import MAYBE_TEXT, NUMBER, TEXT, has_shape

CALL = {
    "client": TEXT, "uuid": TEXT, "debtor": TEXT, "name": TEXT, "person": MAYBE_TEXT, "stage": TEXT, "number": TEXT,
    "total_cents": NUMBER, "currency": TEXT, "attempts": (list,), "again_on": MAYBE_TEXT, "overtaken": MAYBE_TEXT,
    "later": MAYBE_TEXT,
}  # fmt: skip
DAY = "2026-03-16"


@pytest.fixture
def to_call(sent: Command) -> Command:
    """Return the command in a book whose only debtor stands on the call list."""
    from django.conf import settings

    from tests.builders import ten_o_clock
    from tests.stories.paper import day
    from tests.web.test_calls import TEXT as STRATEGY
    from voldaan.records.models import Debtor
    from voldaan.records.scope import client_by_key, rows_of
    from voldaan.usecases.run_day import run_day

    folder = Path(settings.VOLDAAN_HOME) / "strategies"
    folder.mkdir(exist_ok=True)
    (folder / "bellen.toml").write_text(STRATEGY)
    client = client_by_key("zon")
    client.strategy, client.truth_days_max = "bellen", 400
    client.save()
    with rows_of(client):
        Debtor.objects.update(phone="06 12345678")
    on = day("16 maart")
    assert run_day(client, on=on, at=ten_o_clock(on), by="test", approve=True).sent.to_call == 1
    return sent


def test_who_is_to_be_called_is_listed_shown_and_written_down(to_call: Command) -> None:
    row = to_call("call", "list", "--on", DAY, "--json").row
    assert has_shape(row, CALL)
    uuid = row["uuid"]
    assert "06 12 34 56 78" in to_call("call", "list", "--on", DAY).out
    assert "1 debiteur staat op de bellijst" in to_call("send", "--on", DAY).out
    assert "Vraag eerst wie u spreekt" in to_call("call", "show", uuid, "--client", "zon", "--on", DAY).out
    told = to_call("call", "record", uuid, "no-answer", "--client", "zon", "--on", DAY, "--note", "te druk")
    assert "opnieuw op de lijst op di 17 mrt 2026" in told.out
    assert "niet nu: terugbellen op" in to_call("call", "list", "--on", DAY).out
    assert "te druk" in to_call("call", "show", uuid, "--client", "zon", "--on", DAY).out
    told = to_call(
        "call", "record", uuid, "reached", "--says", "promise", "--day", "2026-03-25", "--client", "zon",
        "--on", "2026-03-17",
    )  # fmt: skip
    assert "gesproken; dit telt als herinnering. " in told.out
    assert "toegezegd uiterlijk wo 25 mrt 2026" in told.out
    assert to_call("call", "list", "--on", "2026-03-17").out == "Er is niemand te bellen.\n"


def test_what_cannot_be_is_refused_in_a_sentence(to_call: Command) -> None:
    uuid = to_call("call", "list", "--on", DAY, "--json").row["uuid"]
    assert to_call("call", "record", uuid, "call-back", "--client", "zon", "--on", DAY).refuses("Noem de dag")
    assert to_call("call", "show", uuid[:-1] + "x", "--client", "zon", "--on", DAY).refuses("bellijst")


def test_the_same_twice_is_written_down_once_unless_it_was_another_call(to_call: Command) -> None:
    uuid = to_call("call", "list", "--on", DAY, "--json").row["uuid"]
    nobody = ("call", "record", uuid, "no-answer", "--client", "zon", "--on", DAY)

    def attempts() -> int:
        return len(to_call("call", "list", "--on", DAY, "--json").row["attempts"])

    to_call(*nobody)
    again = to_call(*nobody)
    assert ("dit stond er al" in again.out, "--attempt 2" in again.out, attempts()) == (True, True, 1)
    assert "vastgelegd; opnieuw" in to_call(*nobody, "--attempt", "2").out
    assert "dit stond er al" in to_call(*nobody, "--attempt", "2").out
    assert attempts() == 2
