"""What is asked of the client first ("klopt dit nog?"): just before, on and just after each day that counts."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.decide import decide
from voldaan.domain.strategy.facts import (
    AccountFacts,
    ClientAnswer,
    DayFacts,
    Deadline,
    Decision,
    InvoiceFacts,
)
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.looks import counts_until

SHIPPED = Path(__file__).parents[3] / "src/voldaan/config/strategies/standard.toml"
STANDARD = read_strategy(SHIPPED.read_text(encoding="utf-8"))
DUE = date(2026, 3, 2)
FIRST = "FIRST_REMINDER"


def after(days: int, start: date = DUE) -> date:
    return start + timedelta(days=days)


ANSWER_BY = after(7)
"""A list was made on the first day of the first stage, three days after the due date; it counts until 14 days later."""
SILENT = ClientAnswer(FIRST, ANSWER_BY, "NOTHING")
TOLD_TO_HOLD = ClientAnswer(FIRST, ANSWER_BY, "NOTHING", silence_holds=True)
GO = ClientAnswer(FIRST, ANSWER_BY, "GO")


def invoice(number: int = 1, due: date = DUE, cents: int = 12_500, **facts: object) -> InvoiceFacts:
    return InvoiceFacts(number, due, cents, **facts)  # type: ignore[arg-type]


def decided(
    on: date, *invoices: InvoiceFacts, silence_goes: bool = False, fresh: bool = True, **facts: object
) -> Decision:
    given: dict[str, object] = {"is_person": False, "channels": ("EMAIL", "POST")} | facts
    account = AccountFacts(id=7, invoices=invoices, **given)  # type: ignore[arg-type]
    day = DayFacts(on, on, truth_is_fresh=fresh, asks_first=True, silence_goes=silence_goes)
    return decide(account, Strategies([STANDARD]), day)


def says(decision: Decision) -> tuple[str, str, date | None]:
    return decision.act, decision.because, decision.until


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (2, ("WAIT", "STAGE_NOT_REACHED", after(3))),
        (3, ("HOLD", "CLIENT_TO_ASK", None)),
        (400, ("HOLD", "CLIENT_TO_ASK", None)),
    ],
)
def test_who_was_not_asked_is_asked_from_the_day_of_the_stage(
    days: int, expected: tuple[str, str, date | None]
) -> None:
    assert says(decided(after(days), invoice())) == expected


@pytest.mark.parametrize(
    ("answer", "silence_goes", "days", "act", "because"),
    [
        (SILENT, False, 7, "HOLD", "CLIENT_TO_CONFIRM"),
        (SILENT, False, 8, "HOLD", "CLIENT_SILENT"),
        (SILENT, False, 21, "HOLD", "CLIENT_SILENT"),
        (SILENT, False, 22, "HOLD", "CLIENT_TO_ASK"),
        (SILENT, True, 7, "HOLD", "CLIENT_TO_CONFIRM"),
        (SILENT, True, 8, "REMIND", "STAGE_REACHED"),
        (SILENT, True, 21, "REMIND", "STAGE_REACHED"),
        (SILENT, True, 22, "HOLD", "CLIENT_TO_ASK"),
        (TOLD_TO_HOLD, True, 8, "HOLD", "CLIENT_SILENT"),
        (GO, False, 3, "REMIND", "STAGE_REACHED"),
        (GO, False, 21, "REMIND", "STAGE_REACHED"),
        (GO, False, 22, "HOLD", "CLIENT_TO_ASK"),
        (ClientAnswer("SECOND_REMINDER", ANSWER_BY, "GO"), True, 8, "HOLD", "CLIENT_TO_ASK"),
    ],
)
def test_an_answer_and_silence(
    answer: ClientAnswer, silence_goes: bool, days: int, act: str, because: str
) -> None:
    decision = decided(after(days), invoice(client_answer=answer), silence_goes=silence_goes)
    assert (decision.act, decision.because) == (act, because)


@pytest.mark.parametrize(("days", "until"), [(7, after(8)), (8, counts_until(ANSWER_BY) + timedelta(days=1))])
def test_what_waits_for_the_client_names_the_day_on_which_that_is_over(days: int, until: date) -> None:
    assert decided(after(days), invoice(client_answer=SILENT)).until == until


def test_a_deadline_of_somebody_else_does_not_wait_for_the_client() -> None:
    hears = Deadline("INSURER", after(30))
    waiting = decided(after(15), invoice(client_answer=SILENT, deadlines=(hears,)))
    assert says(waiting) == ("HOLD", "CLIENT_SILENT", after(16))
    assert decided(after(16), invoice(client_answer=SILENT, deadlines=(hears,))).act == "ASK"


def test_only_the_confirmed_invoice_is_reminded_and_the_other_does_not_stand_beside_it() -> None:
    decision = decided(after(5), invoice(1, client_answer=GO), invoice(2))
    assert (decision.act, decision.stage, decision.invoices) == ("REMIND", FIRST, (1,))
    assert [(other.id, other.because) for other in decision.others] == [(2, "CLIENT_TO_ASK")]


def test_what_the_client_was_not_asked_about_does_not_stand_beside() -> None:
    newer = invoice(2, after(-1, start=after(5)))
    decision = decided(after(5), invoice(1, client_answer=GO), newer)
    assert [(other.id, other.because) for other in decision.others] == [(2, "STAGE_NOT_REACHED")]


def test_what_is_confirmed_for_another_stage_stands_beside() -> None:
    further = invoice(
        2, after(-30), stage=FIRST, reminded_on=after(-20), pay_by=after(-13),
        client_answer=ClientAnswer("SECOND_REMINDER", ANSWER_BY, "GO"),
    )  # fmt: skip
    decision = decided(after(5), invoice(1, client_answer=GO), further)
    assert (decision.stage, decision.invoices) == ("SECOND_REMINDER", (2,))
    assert [(other.id, other.because) for other in decision.others] == [(1, "ALSO_OPEN")]


def test_the_stage_is_that_of_what_is_confirmed_not_of_what_waits() -> None:
    further = invoice(2, after(-30), stage=FIRST, reminded_on=after(-20), pay_by=after(-13))
    decision = decided(after(5), invoice(1, client_answer=GO), further)
    assert (decision.stage, decision.invoices) == (FIRST, (1,))
    assert [(other.id, other.because) for other in decision.others] == [(2, "CLIENT_TO_ASK")]


def test_what_is_confirmed_is_reminded_only_where_it_is_worth_a_message_by_itself() -> None:
    decision = decided(after(5), invoice(1, cents=499, client_answer=GO), invoice(2))
    assert (decision.act, decision.because) == ("WAIT", "TOO_SMALL")


@pytest.mark.parametrize("answer", [None, SILENT])
def test_what_the_client_has_to_say_tells_more_of_an_account_than_what_only_waits(
    answer: ClientAnswer | None,
) -> None:
    asked = invoice(1, client_answer=answer)
    waits = invoice(2, stage=FIRST, reminded_on=after(4), pay_by=after(11))
    because = "CLIENT_TO_ASK" if answer is None else "CLIENT_TO_CONFIRM"
    decision = decided(after(5), asked, waits)
    assert (decision.act, decision.because) == ("HOLD", because)
    assert [(one.id, one.because) for one in decision.others] == [(1, because), (2, "TERM_RUNNING")]


@pytest.mark.parametrize(
    ("facts", "fresh", "because"),
    [
        ({"block": "ON_HOLD"}, True, "ON_HOLD"),
        ({}, False, "PAYMENT_TRUTH_STALE"),
        ({"last_reminder_on": after(4)}, True, "REMINDED_RECENTLY"),
        ({"channels": ()}, True, "NO_ADDRESS"),
        ({"ask": "MESSAGE_FAILED"}, True, "MESSAGE_FAILED"),
    ],
)
def test_the_client_is_not_asked_about_what_would_not_go_today(
    facts: dict[str, object], fresh: bool, because: str
) -> None:
    decision = decided(after(5), invoice(), fresh=fresh, **facts)
    assert decision.because == because
    assert [other.because for other in decision.others] == [because]


def test_a_small_amount_is_not_asked_about() -> None:
    assert says(decided(after(5), invoice(cents=499))) == ("WAIT", "TOO_SMALL", None)


def test_an_end_and_a_protected_invoice_are_not_asked_about() -> None:
    last = invoice(1, stage="PRE_COLLECTION", reminded_on=after(28), pay_by=after(38))
    disputed = invoice(2, block="DISPUTED")
    decision = decided(after(60), last, disputed)
    assert (decision.act, decision.invoices) == ("HAND_OVER", (1,))
    assert [(other.id, other.because) for other in decision.others] == [(2, "DISPUTED")]
