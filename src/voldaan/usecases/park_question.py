"""A person puts a question aside until a day: it stays open, and holds what it could concern."""

from datetime import date, datetime

from voldaan.records import events
from voldaan.records.finding import NotFound
from voldaan.records.models import Client, Question
from voldaan.records.scope import one_transaction, rows_of

__all__ = ["CannotPark", "NotFound", "park_question"]

REASON_SIGNS = 200


class CannotPark(Exception):
    """The question cannot be parked so, with a Dutch sentence that says why."""


def park_question(
    client: Client, question_id: int, *, until: date, because: str, on: date, at: datetime, by: str
) -> None:
    """Park an open question until a day, with the reason. A rule that finds the answer earlier still gives it.

    Raises:
        NotFound: there is no such open question.
        CannotPark: the day is not later than today, or there is no reason.
    """
    if until <= on:
        raise CannotPark(f"{until:%d-%m-%Y} is niet later dan vandaag. Kies een dag die nog komt.")
    reason = because.strip()
    if not reason or len(reason) > REASON_SIGNS:
        raise CannotPark(
            f"Geef een reden van ten hoogste {REASON_SIGNS} tekens, zodat een ander weet waarop dit wacht."
        )
    with rows_of(client), one_transaction():
        events.hold_still(client)
        question = Question.objects.filter(pk=question_id, answered_at__isnull=True).first()
        if question is None:
            raise NotFound(f"{client.name} heeft geen open vraag {question_id}.")
        question.parked_until, question.parked_because = until, reason
        question.save(update_fields=["parked_until", "parked_because"])
        first = question.candidates.values_list("account_id", flat=True).first()
        data = {"question": question.pk, "until": until.isoformat(), "payment": question.payment_id}
        events.append(
            client,
            events.NewEvent(
                kind="question.parked",
                on=on,
                at=at,
                actor=by,
                account_id=question.account_id or first,
                data=data,
            ),
        )
