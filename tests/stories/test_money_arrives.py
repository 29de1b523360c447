"""What happens to the reminders of a bakery when money arrives, told by date. Its invoices fall due on 1 October."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from tests.usecases.sample_files import (
    DEBTOR,
    OTHER_IBAN,
    a_client,
    a_credit_note,
    a_movement,
    an_invoice,
    an_item,
    camt,
    everything_closes,
    open_list,
    open_of,
    ubl,
)
from voldaan.formats.values import Transaction
from voldaan.records.models import Client, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.answer_question import answer_question
from voldaan.usecases.import_files import import_file
from voldaan.usecases.match_payments import match_payments
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.settle_invoice import settle_invoice

pytestmark = pytest.mark.django_db

HANDED_IN = date(2026, 9, 2)
DUE = date(2026, 10, 1)
REMINDER_DAY = date(2026, 10, 12)
"""A Monday, late enough for a first reminder."""


def when(on: date) -> dict[str, Any]:
    return {"on": on, "at": datetime(on.year, on.month, on.day, 10, tzinfo=UTC), "by": "test"}


def hand_in(client: Client, data: bytes, on: date = REMINDER_DAY) -> None:
    assert import_file(client, name="file", data=data, **when(on)).refused == 0


def bank_until(client: Client, *movements: Transaction, on: date = REMINDER_DAY) -> None:
    """Hand in one statement from September up to a day."""
    hand_in(client, camt(*movements, first=date(2026, 8, 31), last=on), on)


def acts(client: Client, on: date = REMINDER_DAY) -> dict[str, int]:
    """Return how many accounts get which act on a day, after matching."""
    match_payments(client, **when(on))
    assert everything_closes(client)
    return {act: number for act, number in plan_day(client, **when(on)).acts.items() if number}


def a_bakery_with_an_invoice(truth: str = "bank", **facts: Any) -> Client:
    client = a_client(truth=truth)
    hand_in(client, ubl(an_invoice("2026-0012", 10_000, **facts)), HANDED_IN)
    return client


def test_nothing_came_in() -> None:
    client = a_bakery_with_an_invoice()
    bank_until(client, a_movement(-100, DUE, "kosten"))
    assert acts(client) == {"REMIND": 1}


def test_paid_in_time() -> None:
    client = a_bakery_with_an_invoice()
    bank_until(client, a_movement(10_000, DUE, "factuur 2026-0012"))
    assert acts(client) == {}
    assert open_of(client) == {}


def test_paid_in_two_parts() -> None:
    client = a_bakery_with_an_invoice()
    bank_until(client, a_movement(6_000, DUE, "2026-0012 eerste deel", counterparty_name=DEBTOR.name))
    assert acts(client) == {"REMIND": 1}
    assert open_of(client) == {"2026-0012": 4_000}
    next_day = date(2026, 10, 13)
    hand_in(client, camt(a_movement(4_000, next_day, "2026-0012 rest"), opening=6_000), next_day)
    assert acts(client, next_day) == {}


def test_paid_too_much_is_asked_and_nobody_is_reminded_meanwhile() -> None:
    client = a_bakery_with_an_invoice()
    bank_until(client, a_movement(12_000, DUE, "2026-0012"))
    assert acts(client) == {"HOLD": 1}
    with rows_of(client):
        question = Question.objects.get().pk
    answered = answer_question(client, question, answer="ACCEPT", **when(REMINDER_DAY))
    assert (answered.set_aside, answered.set_aside_cents) == ("OVERPAID_TO_REFUND", 2_000)
    assert acts(client) == {}


def test_paid_without_a_reference_by_somebody_of_that_name() -> None:
    client = a_bakery_with_an_invoice()
    bank_until(client, a_movement(9_000, DUE, "meel", counterparty_name="Bakkerij De Vroege Vogel"))
    assert acts(client) == {"HOLD": 1}


def test_a_credit_note_for_the_whole_invoice_ends_it() -> None:
    client = a_bakery_with_an_invoice()
    bank_until(client)
    hand_in(client, ubl(a_credit_note("C-0001", 10_000, "2026-0012")))
    assert acts(client) == {}


def test_a_credit_note_that_names_no_invoice_holds_the_account() -> None:
    client = a_bakery_with_an_invoice()
    bank_until(client)
    hand_in(client, ubl(a_credit_note("C-0001", 10_000, None)))
    assert acts(client) == {"HOLD": 1}


def test_a_direct_debit_that_comes_back_is_reminded_like_any_other() -> None:
    client = a_bakery_with_an_invoice(direct_debit=True, pay_to_iban="NL91ABNA0417164300")
    collected = a_movement(10_000, DUE, "2026-0012", end_to_end_id="I-12", counterparty_iban=OTHER_IBAN)
    bank_until(client, collected)
    assert acts(client) == {}
    back_on = date(2026, 10, 13)
    back = a_movement(-10_000, back_on, end_to_end_id="I-12", counterparty_iban=OTHER_IBAN, reversal=True)
    hand_in(client, camt(back, opening=10_000), back_on)
    assert acts(client, back_on) == {"REMIND": 1}
    assert open_of(client) == {"2026-0012": 10_000}


def test_the_client_says_that_it_was_paid_and_the_bank_says_so_later() -> None:
    client = a_bakery_with_an_invoice(truth="client_word")
    assert acts(client, HANDED_IN) == {"WAIT": 1}
    settle_invoice(client, "2026-0012", **when(REMINDER_DAY))
    bank_until(client, a_movement(10_000, DUE, "2026-0012"))
    assert acts(client) == {}


def test_an_item_that_vanishes_from_a_complete_list_is_settled() -> None:
    client = a_bakery_with_an_invoice(truth="ledger")
    others = an_item("2026-0099", 500, total=500, issue_date=date(2026, 10, 5), due_date=date(2026, 11, 4))
    hand_in(client, open_list(others, an_item("2026-0012", 10_000), as_of=date(2026, 10, 9)))
    assert acts(client) == {"REMIND": 1}
    hand_in(client, open_list(others, as_of=REMINDER_DAY))
    assert acts(client) == {"WAIT": 1}
    assert open_of(client) == {"2026-0099": 500}


def test_a_bank_line_that_the_ledger_has_not_booked_yet_holds() -> None:
    client = a_bakery_with_an_invoice(truth="ledger")
    hand_in(client, open_list(an_item("2026-0012", 10_000, total=10_000), as_of=REMINDER_DAY))
    bank_until(client, a_movement(10_000, DUE, "2026-0012"))
    assert acts(client) == {"HOLD": 1}
