"""A question that waits until a day stays open, holds as before, and is answered by a rule that finds its invoice."""

from datetime import date, timedelta

import pytest

from tests.usecases.sample_files import (
    TODAY,
    WHEN,
    a_client,
    a_movement,
    an_invoice,
    camt,
    hand_in,
    match,
    open_of,
    ubl,
)
from voldaan.records.models import Client, Event, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.park_question import CannotPark, NotFound, park_question

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 16)
TOMORROW = TODAY + timedelta(days=1)


def a_question() -> tuple[Client, int]:
    client = a_client()
    hand_in(client, camt(a_movement(10_000, DAY, "2026-0012")))
    match(client)
    with rows_of(client):
        return client, Question.objects.get().pk


def test_it_stays_open_until_its_invoice_arrives() -> None:
    client, question = a_question()
    park_question(client, question, until=TOMORROW, because="factuur volgt", **WHEN)
    with rows_of(client):
        row = Question.objects.get(answered_at__isnull=True)
        assert (row.parked_until, row.parked_because) == (TOMORROW, "factuur volgt")
        assert Event.objects.filter(kind="question.parked").count() == 1
    hand_in(client, ubl(an_invoice("2026-0012", 10_000)))
    match(client)
    assert open_of(client) == {}


@pytest.mark.parametrize(("days", "because"), [(0, "wacht"), (-1, "wacht"), (1, "  "), (1, "x" * 201)])
def test_a_day_that_comes_and_a_reason_are_needed(days: int, because: str) -> None:
    client, question = a_question()
    with pytest.raises(CannotPark):
        park_question(client, question, until=TODAY + timedelta(days=days), because=because, **WHEN)


def test_only_an_open_question_of_this_client_is_parked() -> None:
    client, question = a_question()
    for other, number in ((a_client("other"), question), (client, question + 1)):
        with pytest.raises(NotFound):
            park_question(other, number, until=TOMORROW, because="wacht", **WHEN)
