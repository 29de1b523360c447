"""A second look at our own links: some are drawn, people judge them, and the precision is measured by that.

A link that was found wrong is undone as a person's; nothing else is learned from a review.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from voldaan.domain.matching.precision import Precision, precision
from voldaan.records import events
from voldaan.records.finding import NotFound
from voldaan.records.models import Client, MatchReview
from voldaan.records.reviews import draw, links, placed_numbers, strata_reviewed, waiting
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.undo_match import undo_match

__all__ = ["NotFound", "as_json", "draw_reviews", "measured_precision", "review_match", "waiting_reviews"]


def draw_reviews(client: Client, count: int, *, on: date, at: datetime, by: str) -> int:
    """Draw so many linked payments for review and return how many there were; the same book draws the same."""
    if count <= 0:
        return 0
    with rows_of(client), one_transaction():
        events.hold_still(client)
        drawn = draw(client, links(), count, seed=events.head(client)[1], at=at)
        if drawn:
            told = events.NewEvent(kind="match.reviews_drawn", on=on, at=at, actor=by, data={"drawn": drawn})
            events.append(client, told)
        return drawn


def review_match(client: Client, review_id: int, *, was_right: bool, on: date, at: datetime, by: str) -> None:
    """Say whether a link that was drawn is right. A wrong one is undone.

    Raises:
        NotFound: no such review waits.
        CannotUndo: a wrong link was changed or taken back since it was drawn.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        review = MatchReview.objects.filter(pk=review_id, was_right__isnull=True).first()
        if review is None:
            raise NotFound(f"Bij {client.name} wacht geen controle {review_id}.")
        review.was_right, review.reviewed_at, review.reviewed_by = was_right, at, by
        review.save(update_fields=["was_right", "reviewed_at", "reviewed_by"])
        data = {"review": review.pk, "payment": review.payment_id, "was_right": was_right}
        events.append(client, events.NewEvent(kind="match.reviewed", on=on, at=at, actor=by, data=data))
        if not was_right:
            undo_match(client, review.payment_id, on=on, at=at, by=by)


def waiting_reviews(client: Client) -> list[dict[str, Any]]:
    """Return the links that wait for review, those on the fewest points first, as `voldaan review list --json`."""
    with rows_of(client):
        rows = waiting()
        placed = placed_numbers([row.payment_id for row in rows])
    return [
        {
            "kind": "review",
            "id": row.pk,
            "payment": row.payment_id,
            "booking_date": row.payment.booking_date.isoformat(),
            "amount_cents": row.payment.amount_cents,
            "currency": "EUR",
            "counterparty_name": row.payment.counterparty_name,
            "remittance": row.payment.remittance,
            "because": row.because,
            "points": row.points,
            "invoices": [
                {"number": number, "cents": cents} for number, cents in placed.get(row.payment_id, ())
            ],
        }
        for row in rows
    ]


def measured_precision(client: Client) -> Sequence[Precision]:
    """Return how many links are wrong by what people found: all together, and by why they were linked."""
    with rows_of(client):
        return precision(strata_reviewed())


def as_json(measured: Precision) -> dict[str, Any]:
    """Return a precision as `voldaan match --audit 0 --json` prints it; shares are per 10,000."""
    return {
        "kind": "precision",
        "because": measured.because or None,
        "links": measured.links,
        "reviewed": measured.reviewed,
        "wrong": measured.wrong,
        "wrong_per_10000": measured.wrong_share,
        "wrong_per_10000_low": measured.interval.low,
        "wrong_per_10000_high": measured.interval.high,
    }
