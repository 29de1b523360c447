"""The command line about payments: what they are for, taking back, a second look; and questions that wait."""

from tests.interfaces.command import Command
from tests.stories.paper import BIRD, paid


def linked(billed: Command) -> Command:
    """Hand in one payment that is linked and one that is asked about, and match them."""
    billed("import", billed.statement(paid("125,00", "2026-0001"), paid("60,00", by=BIRD)), "--client", "zon")
    billed("match", "--client", "zon")
    return billed


def the_linked(billed: Command) -> int:
    rows = linked(billed)("review", "list", "--client", "zon", "--json").rows
    assert rows == []
    (row,) = billed("match", "--client", "zon", "--audit", "5", "--json").rows
    return int(row["payment"])


def test_a_payment_is_shown_undone_and_redone(billed: Command) -> None:
    payment = the_linked(billed)
    row = billed("payment", "show", payment, "--client", "zon", "--json").row
    assert (row["kind"], row["placed_by"]) == ("payment", "rule")
    assert row["invoices"] == [{"number": "2026-0001", "cents": 12_500}]
    assert row["evidence"]
    assert billed("payment", "undo", payment, "--client", "zon").code == 0
    undone = billed("payment", "show", payment, "--client", "zon", "--json").row
    assert (undone["invoices"], undone["question"]) == ([], "UNDONE")
    assert billed("payment", "redo", payment, "--client", "zon").code == 0
    again = billed("payment", "show", payment, "--client", "zon", "--json").row
    assert (again["invoices"], again["because"]) == (row["invoices"], row["because"])
    assert "payment.undone" in [one["what"] for one in again["history"]]
    assert "2026-0001" in billed("payment", "show", payment, "--client", "zon").out
    assert billed("payment", "redo", payment, "--client", "zon").refuses("niet ongedaan gemaakt")
    assert billed("payment", "undo", "999999", "--client", "zon").refuses("999999")
    assert billed("verify").code == 0


def test_a_second_look(billed: Command) -> None:
    the_linked(billed)
    assert "2026-0001" in billed("review", "list", "--client", "zon").out
    review = billed("review", "list", "--client", "zon", "--json").row
    assert billed("review", "wrong", review["id"], "--client", "zon").code == 0
    assert billed("review", "right", review["id"], "--client", "zon").refuses("controle")
    together = billed("match", "--client", "zon", "--audit", "0", "--json").rows[0]
    assert (together["kind"], together["reviewed"], together["wrong"]) == ("precision", 1, 1)
    assert "alle koppelingen" in billed("match", "--client", "zon", "--audit", "0").out


def test_a_question_waits_until_a_day(billed: Command) -> None:
    question = linked(billed)("question", "list", "--client", "zon", "--json").row
    parked = ("question", "park", question["id"], "--client", "zon", "--because", "belt terug")
    assert billed(*parked, "--until", "2020-01-01").refuses("01-01-2020")
    assert billed(*parked, "--until", "2099-01-01").code == 0
    row = billed("question", "list", "--client", "zon", "--json").row
    assert (row["parked_until"], row["parked_because"]) == ("2099-01-01", "belt terug")
    assert "belt terug" in billed("question", "list", "--client", "zon").out


def test_money_of_a_debtor_by_the_law_and_money_that_goes_back(billed: Command) -> None:
    question = linked(billed)("question", "list", "--client", "zon", "--json").row
    debtor = question["candidates"][0]["debtor"]
    answer = ("question", "answer", question["id"])
    assert billed(*answer, "send-back", "--debtor", debtor, "--client", "zon").refuses("SEND_BACK")
    assert billed(*answer, "accept", "--debtor", debtor, "--rest", "keep", "--client", "zon").code == 0


def test_how_much_must_speak_for_a_match_is_a_setting(zon: Command) -> None:
    assert zon("client", "add", "zon", "--link-from", "90", "--tolerance", "0").code == 0
    row = zon("client", "show", "zon", "--json").row
    assert (row["link_from"], row["tolerance_cents"]) == (90, 0)
    assert zon("client", "add", "zon", "--link-from", "5").refuses("tussen 50 en 500")
    assert zon("client", "add", "zon", "--tolerance", "-1").refuses("tussen 0 en 1000")
