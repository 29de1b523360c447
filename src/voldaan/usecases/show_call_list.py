"""The call list: whom to call today, with the script, and whom not now. Looks, and changes nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.text.phone_numbers import format_phone
from voldaan.letters.call import Passage, script_of_text
from voldaan.records import archive
from voldaan.records.by_phone import again_on_by_account
from voldaan.records.desk import rows_of_all
from voldaan.records.finding import NotFound
from voldaan.records.models import CallAttempt, Client, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.look_at_calls import Standing, approved_calls, standing
from voldaan.usecases.plan_day import Day, day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One attempt to call."""

    on: date
    outcome: str
    note: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallRow:
    """One call of the list."""

    client: str
    client_name: str
    uuid: str
    debtor: str
    name: str
    person: str
    """Whom to ask for; empty where nobody is known."""
    stage: str
    number: str
    """As it is dialled."""
    shown_number: str
    """As it is read."""
    total_cents: int
    language: str
    attempts: tuple[Attempt, ...]
    again_on: date | None
    """The day to call again, where it is later than this one; also when it was agreed about an earlier script."""
    overtaken: str
    """Why nobody is called about this any more: it disappears with the next sending."""
    later: str
    """Why not at this moment."""

    @property
    def is_open(self) -> bool:
        """Test if this call can be made now."""
        return not (self.overtaken or self.later or self.again_on)


@dataclass(frozen=True, slots=True, kw_only=True)
class CallSheet:
    """One call with its script."""

    row: CallRow
    script: tuple[Passage, ...]


def show_call_list(clients: Sequence[Client], *, on: date, at: datetime) -> list[CallRow]:
    """Return the approved calls of these clients, each decided anew: first who can be called now, the most first."""
    rows: list[CallRow] = []
    for client in clients:
        with rows_of(client):
            messages = approved_calls()
            if messages:
                day = _day(client, on)
                attempts = _attempts(messages)
                again = again_on_by_account()
                rows += (
                    _row(message, attempts.get(message.pk, ()), again, _stands(message, day, at), on)
                    for message in messages
                )
    return sorted(
        rows, key=lambda row: (not row.is_open, bool(row.overtaken), row.again_on or on, -row.total_cents)
    )


def count_calls(clients: Sequence[Client]) -> int:
    """Return how many calls were approved, also those that are not for this moment."""
    with rows_of_all(clients):
        return Message.objects.filter(state="APPROVED", channel="CALL").count()


def show_call(client: Client, uuid: str, *, on: date, at: datetime) -> CallSheet:
    """Return one call of the list with its script, as it was approved.

    Raises:
        NotFound: the client has no such call on its list.
        NotInArchive: the script is missing, or was changed on disk.
    """
    with rows_of(client):
        found = [message for message in approved_calls() if str(message.uuid) == str(uuid)]
        if not found:
            raise NotFound(f"Op de bellijst van {client.name} staat geen bericht {uuid}.")
        message = found[0]
        attempts = _attempts(found).get(message.pk, ())
        row = _row(message, attempts, again_on_by_account(), _stands(message, _day(client, on), at), on)
        return CallSheet(row=row, script=script_of_text(archive.fetch(message.text_sha256).decode()))


def as_json(row: CallRow) -> dict[str, Any]:
    """Return a call as `voldaan call list --json` prints it."""
    return {
        "kind": "call",
        "client": row.client,
        "uuid": row.uuid,
        "debtor": row.debtor,
        "name": row.name,
        "person": row.person or None,
        "stage": row.stage,
        "number": row.number,
        "total_cents": row.total_cents,
        "currency": "EUR",
        "attempts": [
            {"on": one.on.isoformat(), "outcome": one.outcome, "note": one.note, "by": one.by}
            for one in row.attempts
        ],
        "again_on": row.again_on.isoformat() if row.again_on else None,
        "overtaken": row.overtaken or None,
        "later": row.later or None,
    }


def _day(client: Client, on: date) -> Day | Standing:
    """Return what a day is decided with, or why nobody is called: a strategy of this client that cannot be used."""
    try:
        return day_of(client, on)
    except StrategyError as error:
        return Standing(later=str(error))


def _stands(message: Message, day: Day | Standing, at: datetime) -> Standing:
    return day if isinstance(day, Standing) else standing(message, day, at)


def _attempts(messages: Sequence[Message]) -> dict[int, tuple[CallAttempt, ...]]:
    found: dict[int, tuple[CallAttempt, ...]] = {}
    for attempt in CallAttempt.objects.filter(message__in=messages).order_by("pk"):
        found[attempt.message_id] = (*found.get(attempt.message_id, ()), attempt)
    return found


def _row(
    message: Message,
    attempts: Sequence[CallAttempt],
    again: Mapping[int, date | None],
    stands: Standing,
    on: date,
) -> CallRow:
    again_on = again.get(message.account_id)
    addressee = message.facts.get("addressee") or {}
    return CallRow(
        client=message.client.key,
        client_name=message.client.name,
        uuid=str(message.uuid),
        debtor=message.account.number,
        name=message.account.debtor.name,
        person=addressee.get("person") or "",
        stage=message.stage,
        number=message.recipient,
        shown_number=format_phone(message.recipient),
        total_cents=message.facts["total_cents"],
        language=message.language,
        attempts=tuple(Attempt(on=one.on, outcome=one.outcome, note=one.note, by=one.by) for one in attempts),
        again_on=again_on if again_on and again_on > on else None,
        overtaken=stands.overtaken,
        later=stands.later,
    )
