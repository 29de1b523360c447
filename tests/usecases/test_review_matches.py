"""A second look at our own links: some are drawn, people judge them, and wrong ones wait again."""

from datetime import date

import pytest

from tests.usecases.sample_files import (
    WHEN,
    a_client,
    a_movement,
    an_invoice,
    camt,
    everything_closes,
    hand_in,
    match,
    open_of,
    ubl,
)
from voldaan.records.models import Client, MatchReview, Question
from voldaan.records.scope import rows_of
from voldaan.usecases.review_matches import (
    NotFound,
    draw_reviews,
    measured_precision,
    review_match,
    waiting_reviews,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 11, 16)


def a_book(links: int = 6) -> Client:
    """Return a client with so many linked payments and one question."""
    client = a_client()
    numbers = [f"2026-{number:04}" for number in range(101, 101 + links)]
    for place, number in enumerate(numbers):
        hand_in(client, ubl(an_invoice(number, 10_000 + place)))
    paid = [a_movement(10_000 + place, DAY, number) for place, number in enumerate(numbers)]
    hand_in(client, camt(*paid, a_movement(777, DAY, "bedankt")))
    match(client)
    return client


def test_links_are_drawn_once_and_questions_never() -> None:
    client = a_book()
    assert draw_reviews(client, 4, **WHEN) == 4
    assert draw_reviews(client, 4, **WHEN) == 2
    assert draw_reviews(client, 4, **WHEN) == 0
    assert draw_reviews(client, 0, **WHEN) == 0
    assert len(waiting_reviews(client)) == 6
    with rows_of(client):
        assert set(MatchReview.objects.values_list("drawn_from", flat=True)) == {6}


def test_a_link_that_was_wrong_waits_again_and_counts() -> None:
    client = a_book()
    draw_reviews(client, 5, **WHEN)
    first, *others = waiting_reviews(client)
    for review in others:
        review_match(client, review["id"], was_right=True, **WHEN)
    review_match(client, first["id"], was_right=False, **WHEN)
    (wrong,) = first["invoices"]
    assert open_of(client) == {wrong["number"]: wrong["cents"]}
    with rows_of(client):
        assert Question.objects.filter(because="UNDONE", payment=first["payment"]).exists()
    together = measured_precision(client)[0]
    assert (together.links, together.reviewed, together.wrong) == (6, 5, 1)
    assert together.wrong_share == 2_000
    assert together.interval.low < 2_000 < together.interval.high
    with pytest.raises(NotFound):
        review_match(client, first["id"], was_right=True, **WHEN)
    assert everything_closes(client)


def test_nothing_reviewed_says_nothing() -> None:
    together = measured_precision(a_client())[0]
    assert (together.reviewed, together.interval) == (0, (0, 10_000))
