"""How far payments were known on each day of the past."""

from datetime import date

import pytest

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until
from voldaan.records.models import Client
from voldaan.records.past_truth import Known, PastTruth, past_truth
from voldaan.records.scope import rows_of

pytestmark = pytest.mark.django_db(transaction=True)


def bank(client: Client, first_day: date, last_day: date) -> PastTruth:
    with rows_of(client):
        return past_truth(client, "BANK", first_day=first_day, last_day=last_day)


def test_statements_that_came_day_by_day() -> None:
    """One statement on the first day, the next ten days later; four days behind is the most that is fresh."""
    client = a_client()
    bank_known_until(client, after(0))
    bank_known_until(client, after(10))
    expected = {
        -5: (date.max, True), 0: (date.max, True), 1: (after(0), True), 4: (after(0), True), 5: (after(0), False),
        9: (after(0), False), 10: (after(10), True), 14: (after(10), True), 15: (after(10), False),
    }  # fmt: skip
    for begins in (-9, 3, 12):
        truth = bank(client, after(begins), after(20))
        on_days = {day: truth.on(after(day)) for day in expected if day >= begins}
        assert on_days == {day: known for day, known in expected.items() if day >= begins}


def test_days_on_which_the_truth_moves() -> None:
    truth = PastTruth([Known(after(1), after(0)), Known(after(10), after(10))], 4)
    assert truth.moves == [after(1), after(5), after(10), after(15)]


def test_without_any_file_it_counts_as_fresh() -> None:
    assert bank(a_client(), after(0), after(9)).on(after(5)) == (date.max, True)


@pytest.mark.parametrize(("day", "fresh"), [(7, True), (8, False)])
def test_what_the_client_says_covers_every_due_day(day: int, fresh: bool) -> None:
    client = a_client(payment_truth="CLIENT_WORD")
    account = an_account(client)
    an_invoice(account, "1", known_from=after(0))
    an_invoice(account, "2", known_from=after(3))
    with rows_of(client):
        truth = past_truth(client, "CLIENT_WORD", first_day=after(0), last_day=after(20))
    assert truth.on(after(day)) == (date.max, fresh)
