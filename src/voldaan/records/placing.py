"""What stands on a payment of how it was decided. Needs a transaction and an open scope."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

from django.db import connection

from voldaan.records.chunks import chunked
from voldaan.records.models import Client, Payment

TAKEN_BACK = "TAKEN_BACK"
MARKS_PER_STATEMENT = 100


class Mark(NamedTuple):
    """How a payment was decided: by whom, why, on how much, and why nothing of it is allocated, if so."""

    payment_id: int
    placed_by: str
    because: str
    points: int | None
    set_aside: str


def mark(client: Client, marks: Sequence[Mark], *, at: datetime) -> None:
    """Write on payments that they were looked at, and what was decided."""
    moment = connection.ops.adapt_datetimefield_value(at)
    with connection.cursor() as cursor:
        for part in chunked(marks, MARKS_PER_STATEMENT):
            rows = ", ".join(["(%s, %s, %s, %s, %s)"] * len(part))
            statement = (
                "UPDATE records_payment SET matched_at = %s, placed_by = given.column2, because = given.column3, "
                "points = CAST(given.column4 AS smallint), set_aside = given.column5 "
                f"FROM (VALUES {rows}) AS given WHERE records_payment.id = given.column1 AND client_id = %s"
            )
            cursor.execute(statement, [moment, *(value for one in part for value in one), client.pk])


def mark_taken_back(payment_id: int, takes_back: int) -> None:
    """Join two movements that undo each other; what no invoice had of them waits for nobody any more."""
    Payment.objects.filter(pk=payment_id).update(takes_back=takes_back)
    both = Payment.objects.filter(pk__in=(payment_id, takes_back))
    both.exclude(waiting_cents=0).update(set_aside=TAKEN_BACK)


def part_pairs(payments: Collection[int]) -> None:
    """Let movements take nothing back any more: what they were is decided anew, with what they had taken back."""
    for part in chunked(sorted(payments)):
        Payment.objects.filter(pk__in=part).update(takes_back=None)


def part_from_earlier(payment_id: int, takes_back: int) -> bool:
    """Part two movements that undid each other; what no invoice has of the earlier one is looked at again.

    Return whether a person has to look, because a person had placed the earlier one.
    """
    Payment.objects.filter(pk=payment_id).update(takes_back=None)
    earlier = Payment.objects.filter(pk=takes_back, set_aside=TAKEN_BACK)
    by_person = earlier.filter(placed_by="PERSON").exists()
    earlier.update(set_aside="", matched_at=None)
    return by_person
