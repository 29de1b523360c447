"""A person says what became of a message: ambiguous, refused by the guard, or come back."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Final, Literal

from voldaan.domain.strategy.words import MESSAGE_STATES
from voldaan.records import events
from voldaan.records.finding import message_by_uuid
from voldaan.records.models import Client
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.finish_message import record_sent
from voldaan.usecases.write_messages import message_event

Answer = Literal["SENT", "NOT_SENT", "BOUNCED", "SET_ASIDE"]

_FROM: dict[str, tuple[str, ...]] = {
    "SENT": ("AMBIGUOUS",),
    "NOT_SENT": ("AMBIGUOUS",),
    "BOUNCED": ("SENT",),
    "SET_ASIDE": ("REFUSED", "WRITTEN", "APPROVED"),
}
_TO = {"SENT": "SENT", "NOT_SENT": "WITHDRAWN", "BOUNCED": "BOUNCED", "SET_ASIDE": "WITHDRAWN"}


class CannotResolve(Exception):
    """This cannot be said of this message, with a Dutch sentence that says why."""


_ANSWERS: Final[dict[Answer, str]] = {
    "SENT": "het is verzonden",
    "NOT_SENT": "het is niet verzonden",
    "BOUNCED": "het is teruggekomen",
    "SET_ASIDE": "het gaat niet weg",
}


def resolve_message(
    client: Client, uuid: str, *, answer: Answer, on: date, at: datetime, by: str, note: str = ""
) -> None:
    """Write down what a person found out about a message.

    Raises:
        NotFound: the client has no such message.
        CannotResolve: it is in a state in which this makes no sense.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        message = message_by_uuid(client, uuid)
        if message.state not in _FROM[answer]:
            raise CannotResolve(
                f"Dit bericht staat op ‘{_state(message.state)}’. Daarvan kan niet worden gezegd: "
                f"{_ANSWERS[answer]}. Dat kan wel bij een bericht op {_listed(_FROM[answer])}."
            )
        message.state, message.because = _TO[answer], note[:300]
        if answer == "NOT_SENT":
            message.sent_on = None
        message.finished_at = message.finished_at or at
        message.save(update_fields=["state", "because", "sent_on", "finished_at"])
        if answer == "SENT":
            record_sent(message)
        events.append(client, message_event(f"message.{answer.lower()}", message, on=on, at=at, by=by))


def _state(state: str) -> str:
    return MESSAGE_STATES[state][0]


def _listed(states: Collection[str]) -> str:
    return " of ".join(f"‘{_state(one)}’" for one in states)
