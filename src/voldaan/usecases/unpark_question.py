"""A person brings a parked question back before its day."""

from datetime import date, datetime

from voldaan.records import events
from voldaan.records.finding import NotFound
from voldaan.records.models import Client, Question
from voldaan.records.scope import one_transaction, rows_of

__all__ = ["NotFound", "unpark_question"]


def unpark_question(client: Client, question_id: int, *, on: date, at: datetime, by: str) -> None:
    """Let a parked question wait among the others again. One that is not parked stays as it is.

    Raises:
        NotFound: there is no such open question.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        question = Question.objects.filter(pk=question_id, answered_at__isnull=True).first()
        if question is None:
            raise NotFound(f"{client.name} heeft geen open vraag {question_id}.")
        if question.parked_until is None:
            return
        question.parked_until, question.parked_because = None, ""
        question.save(update_fields=["parked_until", "parked_because"])
        about = question.candidates.values_list("account_id", flat=True).first()
        event = events.NewEvent(
            kind="question.unparked",
            on=on,
            at=at,
            actor=by,
            account_id=question.account_id or about,
            data={"question": question.pk, "payment": question.payment_id},
        )
        events.append(client, event)
