"""When statements join and when they do not (P2)."""

import contextlib
from datetime import date

import pytest

from tests.usecases.sample_files import (
    WHEN,
    a_client,
    a_movement,
    a_statement,
    an_invoice,
    camt,
    hand_in,
    ubl,
)
from voldaan.formats.bank import camt_write
from voldaan.records.models import Client
from voldaan.records.scope import rows_of
from voldaan.records.truth import Truth, payment_truth
from voldaan.usecases.import_files import import_file
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.settle_invoice import CannotSettle, settle_invoice

pytestmark = pytest.mark.django_db


def truth_of(client: Client, on: date) -> Truth:
    """Return how far payments are known, judged for a day."""
    with rows_of(client):
        return payment_truth(client, on)


def day(number: int, month: int = 11) -> date:
    """Return a day of November, or of another month."""
    return date(2026, month, number)


def test_statements_of_one_day_join_in_whatever_order_they_came() -> None:
    client = a_client()
    hand_in(client, camt(a_movement(100, day(9)), first=day(1), last=day(9), opening=0), "a")
    hand_in(client, camt(a_movement(40, day(10), "b"), first=day(10), last=day(10), opening=150), "c")
    hand_in(client, camt(a_movement(50, day(10), "a"), first=day(10), last=day(10), opening=100), "b")
    assert truth_of(client, day(10)).until == day(10)


def test_months_that_overlap_join() -> None:
    client = a_client()
    hand_in(
        client,
        camt(a_movement(100, day(9, 9)), a_movement(50, day(20, 9)), first=day(1, 9), last=day(30, 9)),
        "a",
    )
    hand_in(
        client,
        camt(
            a_movement(50, day(20, 9)),
            a_movement(30, day(5, 10)),
            first=day(15, 9),
            last=day(15, 10),
            opening=100,
        ),
        "b",
    )
    assert truth_of(client, day(15, 10)).until == day(15, 10)


def test_a_balance_of_long_ago_does_not_close_a_gap() -> None:
    client = a_client()
    hand_in(client, camt(a_movement(500, day(9, 8)), first=day(1, 8), last=day(31, 8)), "a")
    hand_in(client, camt(a_movement(400, day(9, 9)), first=day(1, 9), last=day(30, 9), opening=500), "b")
    # October, in which 400 left the account, is missing.
    hand_in(client, camt(a_movement(70, day(9, 11)), first=day(1, 11), last=day(20, 11), opening=500), "c")
    assert truth_of(client, day(20)).until == day(30, 9)


def test_payments_before_the_first_statement_are_not_known() -> None:
    client = a_client()
    hand_in(
        client, ubl(an_invoice(issue_date=date(2026, 9, 1), due_date=date(2026, 10, 1))), on=date(2026, 9, 1)
    )
    hand_in(client, camt(a_movement(1, day(20), "rente"), first=day(15), last=day(21)))
    _, rows = preview_day(client, on=day(21))
    assert [row.decision.act for row in rows] == ["HOLD"]


def test_the_word_of_a_day_to_come_does_not_keep_the_truth_fresh() -> None:
    client = a_client(truth="client_word")
    for number in ("2026-0001", "2026-0002"):
        hand_in(client, ubl(an_invoice(number)), number, on=date(2026, 9, 1))
    assert not truth_of(client, day(21)).fresh
    with contextlib.suppress(CannotSettle):
        settle_invoice(client, "2026-0001", **(WHEN | {"on": date(2062, 11, 21)}))
    assert not truth_of(client, day(21)).fresh


def test_a_statement_of_days_to_come_does_not_keep_the_truth_fresh() -> None:
    client = a_client()
    data = camt(a_movement(1, day(20), "rente"), first=day(15), last=date(2062, 11, 21))
    import_file(client, name="x", data=data, **WHEN)
    until = truth_of(client, date(2027, 6, 1))
    assert not until.fresh


def test_equal_movements_of_two_statements_that_follow_each_other_are_both_kept() -> None:
    client = a_client()
    one = a_statement(a_movement(100, day(10), "pin"), first=day(10), last=day(10), opening=0)
    two = a_statement(a_movement(100, day(10), "pin"), first=day(10), last=day(10), opening=100)
    first = hand_in(client, camt_write.write(one), "a")
    second = hand_in(client, camt_write.write(two), "b")
    assert (first.new, second.new) == (1, 1)
