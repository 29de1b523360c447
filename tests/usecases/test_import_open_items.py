"""Open-item lists beside bank files, invoices and the client's word: nothing counts twice, in every order."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.usecases.sample_files import (
    DEBTOR,
    NOON,
    TODAY,
    a_client,
    a_credit_note,
    a_movement,
    an_invoice,
    an_item,
    camt,
    everything_closes,
    hand_in,
    match,
    open_list,
    open_of,
    refused,
    ubl,
)
from voldaan.formats.values import Transaction
from voldaan.records.models import Allocation, Client, Invoice, Payment, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.import_files import import_file
from voldaan.usecases.settle_invoice import settle_invoice

pytestmark = pytest.mark.django_db

LIST_DAY = date(2026, 11, 10)
EVE, MORROW = LIST_DAY - timedelta(days=1), LIST_DAY + timedelta(days=1)
WHEN = {"on": TODAY, "by": "test"}


def paid(cents: int, on: date, remittance: str, **facts: Any) -> Transaction:
    """Return money of the debtor, by name: a part of an invoice needs it to be linked."""
    return a_movement(cents, on, remittance, counterparty_name=DEBTOR.name, **facts)


def questions(client: Client) -> list[str]:
    with rows_of(client):
        return sorted(Question.objects.filter(answered_at__isnull=True).values_list("because", flat=True))


def in_order(client: Client, files: list[bytes], *, match_between: bool) -> dict[str, int]:
    """Import files in an order, match between or only at the end, and return what is open."""
    for place, data in enumerate(files):
        import_file(client, name=f"file {place}", data=data, at=NOON, **WHEN)
        if match_between:
            match(client)
    match(client)
    everything_closes(client)
    return open_of(client)


def every_order(files: list[bytes], expected: dict[str, int], *, truth: str) -> None:
    """Check what is open at the end of every order of arrival, matched after each file and only at the end.

    Of more than three files every order is tried in one of the two ways.
    """
    for place, order in enumerate(permutations(files)):
        for between in (True, False) if len(files) <= 3 else (place % 2 == 0,):
            client = a_client(f"c{place}-{between}", truth=truth)
            assert in_order(client, list(order), match_between=between) == expected, (place, between)


def test_a_complete_list_settles_what_it_leaves_out() -> None:
    client = a_client(truth="ledger")
    hand_in(client, ubl(an_invoice("A-0001")))
    hand_in(client, ubl(an_invoice("A-0002")))
    hand_in(client, open_list(an_item("A-0001", 10_000), as_of=LIST_DAY))
    assert open_of(client) == {"A-0001": 10_000}
    with rows_of(client):
        settled = Allocation.objects.get()
        assert (settled.kind, settled.cents, settled.on) == ("LEDGER", 10_000, LIST_DAY)
    assert everything_closes(client)


@pytest.mark.parametrize(("issued", "left"), [(-1, 0), (0, 0), (1, 10_000)])
def test_a_list_says_nothing_of_invoices_of_later_days(issued: int, left: int) -> None:
    client = a_client(truth="ledger")
    hand_in(client, ubl(an_invoice("A-0001", issue_date=LIST_DAY + timedelta(days=issued), due_date=TODAY)))
    hand_in(client, open_list(an_item("B-0001", 1), as_of=LIST_DAY))
    assert open_of(client).get("A-0001", 0) == left


def test_a_lower_amount_is_a_part_payment() -> None:
    client = a_client(truth="ledger")
    hand_in(client, ubl(an_invoice("A-0001")))
    hand_in(client, open_list(an_item("A-0001", 6_000, total=10_000), as_of=LIST_DAY))
    assert open_of(client) == {"A-0001": 6_000}


@pytest.mark.parametrize("truth", ["ledger", "bank", "client_word"])
def test_a_partial_list_closes_nothing(truth: str) -> None:
    client = a_client(truth=truth)
    hand_in(client, ubl(an_invoice("A-0001")))
    hand_in(client, open_list(an_item("A-0002", 500), as_of=LIST_DAY, complete=False))
    assert open_of(client) == {"A-0001": 10_000, "A-0002": 500}


@pytest.mark.parametrize("truth", ["bank", "client_word"])
def test_where_the_ledger_is_not_the_truth_a_list_closes_nothing(truth: str) -> None:
    client = a_client(truth=truth)
    hand_in(client, ubl(an_invoice("A-0001")))
    hand_in(client, ubl(an_invoice("A-0002")))
    hand_in(client, open_list(an_item("A-0001", 6_000), as_of=LIST_DAY))
    assert open_of(client) == {"A-0001": 10_000, "A-0002": 10_000}
    assert questions(client) == ["LIST_SAYS_LESS"]


def test_the_question_why_a_list_said_less_ends_when_the_payment_arrives() -> None:
    client = a_client(truth="bank")
    hand_in(client, ubl(an_invoice("A-0001")))
    hand_in(client, open_list(an_item("A-0001", 6_000), as_of=LIST_DAY))
    hand_in(client, camt(paid(4_000, EVE, "A-0001")))
    match(client)
    assert open_of(client) == {"A-0001": 6_000}
    assert questions(client) == []


@pytest.mark.parametrize(("days", "taken"), [(-1, False), (0, True), (1, True)])
def test_an_older_complete_list_changes_nothing(days: int, taken: bool) -> None:
    client = a_client(truth="ledger")
    hand_in(client, open_list(an_item("A-0001", 6_000, total=10_000), as_of=LIST_DAY))
    other = open_list(an_item("A-0001", 10_000, total=10_000), as_of=LIST_DAY + timedelta(days=days))
    if taken:
        hand_in(client, other)
        assert open_of(client) == {"A-0001": 10_000}
    else:
        assert "oudere lijst" in refused(client, other)


@pytest.mark.parametrize(("days", "taken"), [(-1, True), (0, True), (1, False)])
def test_a_list_of_a_day_to_come_is_refused(days: int, taken: bool) -> None:
    client = a_client(truth="ledger")
    data = open_list(an_item("A-0001", 1), as_of=TODAY + timedelta(days=days))
    if taken:
        hand_in(client, data)
    else:
        assert "na de dag van inlezen" in refused(client, data)


@pytest.mark.parametrize(
    ("day", "left", "verdict"),
    [(EVE, 10_000, "suggested"), (LIST_DAY, 10_000, "suggested"), (MORROW, 0, "linked")],
)
def test_a_payment_counts_beside_a_list_only_after_its_day(day: date, left: int, verdict: str) -> None:
    client = a_client(truth="ledger")
    hand_in(client, open_list(an_item("A-0001", 10_000, total=10_000), as_of=LIST_DAY))
    hand_in(client, camt(a_movement(10_000, day, "A-0001")))
    assert [one.verdict for one in match(client)] == [verdict]
    assert open_of(client).get("A-0001", 0) == left
    assert questions(client) == ([] if verdict == "linked" else ["LEDGER_BEHIND"])
    assert everything_closes(client)


def test_a_payment_that_the_list_already_counts_explains_it_and_asks_nothing() -> None:
    client = a_client(truth="ledger")
    hand_in(client, open_list(an_item("A-0001", 6_000, total=10_000), as_of=LIST_DAY))
    hand_in(client, camt(paid(4_000, EVE, "A-0001"), a_movement(777, EVE, "iets anders")))
    found = {one.amount_cents: one for one in match(client)}
    assert (found[4_000].verdict, found[777].because) == ("linked", "IN_LEDGER")
    assert open_of(client) == {"A-0001": 6_000}
    assert questions(client) == []
    with rows_of(client):
        unknown = Payment.objects.get(amount_cents=777)
        assert (unknown.set_aside, unknown.waiting_cents) == ("IN_LEDGER", 777)
    assert everything_closes(client)


def test_a_list_that_shows_open_what_the_bank_saw_paid_asks_and_holds() -> None:
    client = a_client(truth="ledger")
    hand_in(client, ubl(an_invoice("A-0001")))
    hand_in(client, camt(a_movement(10_000, EVE, "A-0001")))
    match(client)
    assert open_of(client) == {}
    hand_in(client, open_list(an_item("A-0001", 10_000, total=10_000), as_of=LIST_DAY))
    assert questions(client) == ["LEDGER_SAYS_OPEN"]
    match(client)
    assert questions(client) == ["LEDGER_BEHIND"]
    assert everything_closes(client)


def test_the_next_list_answers_the_question() -> None:
    client = a_client(truth="ledger")
    hand_in(client, open_list(an_item("A-0001", 10_000, total=10_000), as_of=LIST_DAY))
    hand_in(client, camt(a_movement(10_000, EVE, "A-0001")))
    match(client)
    hand_in(client, open_list(an_item("B-0001", 1), as_of=MORROW))
    match(client)
    assert questions(client) == []
    assert "A-0001" not in open_of(client)


def test_a_newer_list_reopens_what_an_older_one_settled() -> None:
    client = a_client(truth="ledger")
    hand_in(client, ubl(an_invoice("A-0001")))
    hand_in(client, open_list(an_item("B-0001", 1), as_of=LIST_DAY))
    assert open_of(client) == {"B-0001": 1}
    hand_in(client, open_list(an_item("A-0001", 10_000), as_of=MORROW))
    assert open_of(client) == {"A-0001": 10_000}
    assert questions(client) == []


def test_a_list_that_contradicts_the_clients_word_asks_and_reopens_nothing() -> None:
    client = a_client(truth="ledger")
    hand_in(client, ubl(an_invoice("A-0001")))
    settle_invoice(client, "A-0001", on=EVE, at=NOON, by="test")
    hand_in(client, open_list(an_item("A-0001", 10_000), as_of=LIST_DAY))
    assert open_of(client) == {}
    assert questions(client) == ["LEDGER_SAYS_OPEN"]


FILES: dict[str, Callable[[], bytes]] = {
    "invoice": lambda: ubl(an_invoice("A-0001")),
    "list": lambda: open_list(an_item("A-0001", 6_000, total=10_000), as_of=LIST_DAY),
    "list without total": lambda: open_list(an_item("A-0001", 6_000), as_of=LIST_DAY),
    "list of others": lambda: open_list(an_item("B-0001", 500, total=500), as_of=LIST_DAY),
    "before": lambda: camt(paid(4_000, EVE, "A-0001")),
    "after": lambda: camt(paid(6_000, MORROW, "A-0001"), opening=4_000),
    "part after": lambda: camt(paid(1_000, MORROW, "A-0001"), opening=4_000),
    "all before": lambda: camt(a_movement(10_000, EVE, "A-0001")),
    "all after": lambda: camt(a_movement(10_000, MORROW, "A-0001")),
    "debit before": lambda: camt(a_movement(10_000, EVE, "A-0001", end_to_end_id="I-1")),
    "back before": lambda: camt(
        a_movement(-10_000, LIST_DAY, end_to_end_id="I-1", reversal=True), opening=10_000
    ),
    "back after": lambda: camt(
        a_movement(-10_000, MORROW, end_to_end_id="I-1", reversal=True), opening=10_000
    ),
    "whole list": lambda: open_list(an_item("A-0001", 10_000, total=10_000), as_of=LIST_DAY),
    "credit before": lambda: ubl(a_credit_note("C-0001", 4_000, "A-0001", issue_date=EVE)),
    "credit after": lambda: ubl(a_credit_note("C-0001", 1_000, "A-0001", issue_date=MORROW)),
}


@pytest.mark.many_orders
@pytest.mark.parametrize(
    ("names", "left"),
    [
        (("invoice", "list", "before"), {"A-0001": 6_000}),
        (("invoice", "list", "before", "after"), {}),
        (("invoice", "list", "before", "part after"), {"A-0001": 5_000}),
        (("invoice", "list without total", "before", "after"), {}),
        (("invoice", "list", "credit before"), {"A-0001": 6_000}),
        (("invoice", "list", "credit after"), {"A-0001": 5_000}),
        (("invoice", "list of others", "all before"), {"B-0001": 500}),
        (("invoice", "list of others", "all after"), {"B-0001": 500}),
        (("invoice", "list", "all before"), {"A-0001": 6_000}),
        (("invoice", "whole list", "credit before"), {"A-0001": 10_000}),
        (("invoice", "list of others", "debit before", "back after"), {"A-0001": 10_000, "B-0001": 500}),
        (("whole list", "debit before", "back before"), {"A-0001": 10_000}),
    ],
)
def test_where_the_ledger_is_the_truth_every_order_ends_equal(
    names: tuple[str, ...], left: dict[str, int]
) -> None:
    every_order([FILES[name]() for name in names], left, truth="ledger")


@pytest.mark.many_orders
@pytest.mark.parametrize(
    ("names", "left"),
    [
        (("invoice", "list", "before"), {"A-0001": 6_000}),
        (("invoice", "list", "before", "after"), {}),
        (("list", "before", "after"), {}),
        (("invoice", "list of others", "all before"), {"B-0001": 500}),
    ],
)
def test_where_the_bank_is_the_truth_every_order_ends_equal(
    names: tuple[str, ...], left: dict[str, int]
) -> None:
    every_order([FILES[name]() for name in names], left, truth="bank")


def a_part_of(cents: int) -> st.SearchStrategy[int]:
    """Draw nothing, all of it, or a part that ends in 31 cents, which is not near what another invoice here asks.

    A part that is what another invoice of the debtor asks, to some cents, is a question, and rightly so.
    """
    parts = st.integers(0, max(0, (cents - 32) // 100)).map(lambda hundreds: 100 * hundreds + 31)
    return st.just(0) | st.just(cents) | parts if cents > 131 else st.just(0) | st.just(cents)


@pytest.mark.many_orders
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_order_and_any_repeat_of_files_leaves_the_same_open(data: st.DataObject, db: None) -> None:
    """Invoices paid in parts before and after a list's day, credited, or not at all; then shuffled and repeated."""
    files: list[bytes] = []
    items, expected, before, after = [], {}, [], []
    for place in range(1, 1 + data.draw(st.integers(1, 4))):
        number = f"A-{place:04}"
        total = 100 * data.draw(st.integers(3, 900))
        early = data.draw(a_part_of(total))
        late = data.draw(a_part_of(total - early))
        files.append(ubl(an_invoice(number, total)))
        if early < total:
            items.append(an_item(number, total - early, total=total))
        before += [paid(early, EVE, number)] if early else []
        after += [paid(late, MORROW, number)] if late else []
        if total - early - late:
            expected[number] = total - early - late
    items.append(an_item("Z-9999", 5_000_000, total=5_000_000))
    files += [camt(*before)] if before else []
    files += [camt(*after, opening=7)] if after else []
    files.append(open_list(*items, as_of=LIST_DAY))
    again = data.draw(st.lists(st.sampled_from(files), max_size=3))
    order = data.draw(st.permutations([*files, *again]))
    key = f"h{Client.objects.count()}"
    client = a_client(key, truth="ledger")
    left = in_order(client, list(order), match_between=data.draw(st.booleans()))
    assert left == expected | {"Z-9999": 5_000_000}


def test_a_list_is_refused_when_it_names_an_item_twice() -> None:
    client = a_client(truth="ledger")
    said = refused(client, open_list(an_item("A-0001", 1), an_item("A-0001", 2), as_of=LIST_DAY))
    assert "A-0001 staat 2 keer" in said


def test_a_credit_in_a_list_waits_and_asks() -> None:
    client = a_client(truth="ledger")
    hand_in(client, open_list(an_item("A-0001", 1_000), an_item("C-0001", -400), as_of=LIST_DAY))
    assert open_of(client) == {"A-0001": 1_000}
    assert questions(client) == ["CREDIT_NOTE_WAITS"]
    hand_in(client, open_list(an_item("A-0001", 600), as_of=MORROW))
    assert questions(client) == []
    assert everything_closes(client)


def test_what_a_list_could_not_say_is_taken_from_the_invoice() -> None:
    client = a_client(truth="ledger")
    hand_in(client, open_list(an_item("A-0001", 6_000, issue_date=None, due_date=None), as_of=LIST_DAY))
    assert hand_in(client, ubl(an_invoice("A-0001", subject="Meel"))).known == 1
    with rows_of(client):
        invoice = Invoice.objects.get()
    assert (invoice.asked_cents, invoice.open_cents, invoice.subject) == (10_000, 6_000, "Meel")
    assert (invoice.issue_date, invoice.due_date) == (date(2026, 9, 1), date(2026, 10, 1))
    assert everything_closes(client)
