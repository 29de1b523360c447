"""Write down what came of a call: it counts as a message where the debtor was spoken to, and else it is tried again.

A call that was made is never denied: what was paid meanwhile is no reminder any more, and still the call is kept. What
the debtor said has the consequences that it has in a mail (`follow_answer`). The same form sent twice changes nothing.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal

from django.conf import settings

from voldaan.domain.answers.words import answer_words
from voldaan.domain.strategy.call_words import call_words
from voldaan.domain.strategy.words import MESSAGE_STATES
from voldaan.domain.workdays import add_working_days, format_day
from voldaan.records import events
from voldaan.records.by_phone import UNANSWERED_REST_DAYS
from voldaan.records.finding import NotFound, message_by_uuid
from voldaan.records.models import CallAttempt, Client, Event, Message, MessageInvoice
from voldaan.records.models.call_attempt import CALL_OUTCOMES
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.finish_message import record_sent
from voldaan.usecases.follow_answer import FOLLOWS, CannotDecide, decision_of, follow_answer, follows_words
from voldaan.usecases.look_at_calls import standing
from voldaan.usecases.open_dispute import CannotDispute
from voldaan.usecases.place_hold import CannotHold
from voldaan.usecases.plan_day import day_of
from voldaan.usecases.record_promise import CannotPromise
from voldaan.usecases.write_messages import message_event, withdraw

__all__ = [
    "CALL_OUTCOMES", "DAYS_TRIED", "Call", "CannotDecide", "CannotDispute", "CannotHold", "CannotPromise",
    "CannotRecord", "NotFound", "Recorded", "record_call",
]  # fmt: skip

DAYS_TRIED: Final = 3
"""On so many days somebody is called before another way is taken."""
NOT_REMINDED: Final = frozenset({"WRONG_PERSON", "DECEASED", "DEBT_COUNSELLING"})
"""Who says this was not reminded of anything: the call counts for no stage, and costs the client nothing."""
_FAILED: Final = {
    "WRONG_NUMBER": "Het nummer {number} is niet van de debiteur.",
    "NOT_WANTED": "De debiteur wil niet gebeld worden.",
}
_NOBODY: Final = ("NO_ANSWER", "VOICEMAIL")
_AGAIN: Final = (*_NOBODY, "CALL_BACK")


class CannotRecord(Exception):
    """The outcome of this call cannot be written down, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What the caller tells of a call."""

    outcome: str
    says: str = ""
    """What the debtor answered, as in `decide_mail`; empty where nothing was said that counts."""
    day: date | None = None
    """The promised day, the last day of a rest, or the day by which we answer a dispute."""
    invoices: tuple[str, ...] = ()
    """Those that are disputed."""
    note: str = ""
    again_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recorded:
    """What came of a call."""

    debtor: str
    outcome: str
    state: Literal["SENT", "FAILED", "APPROVED", "WITHDRAWN"]
    """What the message is now: it counts, it failed, it stays on the list, or it was no longer right."""
    because: str = ""
    again_on: date | None = None
    says: str = ""
    until: date | None = None
    """The last day of the promise, the rest or our answer, as what was said asks for."""
    is_new: bool = True
    """False: this call was written down before, and nothing changed."""
    attempts: int = 0
    """How many attempts of this round are known now."""

    def said(self, language: str) -> str:
        """Return what follows on what was said, in words; empty where nothing was said that counts."""
        if not self.says or not self.is_new:
            return ""
        decision = decision_of(self.says)
        return (
            f"{answer_words(decision, language)}: {follows_words(FOLLOWS[decision], self.until, language)}."
        )


def record_call(
    client: Client, uuid: str, call: Call, *, after: int | None = None, on: date, at: datetime, by: str
) -> Recorded:
    """Write down an attempt to call about a message of the call list, and do what follows on it.

    `after` is how many attempts the caller knew of: where there are more, this one was written down already. Without
    it, what is in all the same as the last attempt of the day, by the same person, is that one again.

    Raises:
        NotFound: the client has no such message or invoice.
        CannotRecord: it is no call that waited, a day is missing, or somebody wrote down another call meanwhile.
        CannotDecide, CannotPromise, CannotDispute, CannotHold: what follows cannot be done, and why.
    """
    when: dict[str, Any] = {"on": on, "at": at, "by": by}
    with rows_of(client), one_transaction():
        events.hold_still(client)
        message = message_by_uuid(client, uuid)
        if message.channel != "CALL":
            raise CannotRecord(f"Bericht {uuid} gaat niet per telefoon. Kies er een van de bellijst.")
        known = list(message.call_attempts.order_by("pk"))
        if known and after is not None and len(known) > after:
            _check_same(message, known[-1], call, by)
            return _recorded(message, known[-1], call, is_new=False, attempts=len(known))
        if known and after is None and known[-1].on == on and _is_same(message, known[-1], call, by):
            return _recorded(message, known[-1], call, is_new=False, attempts=len(known))
        _check(message, call, on)
        attempt = CallAttempt.objects.create(
            client=client, message=message, number=message.recipient, outcome=call.outcome, note=call.note[:500],
            again_on=_again_on(call, on), **when,
        )  # fmt: skip
        data = {
            "message": str(message.uuid),
            "outcome": call.outcome,
            "attempt": attempt.pk,
            "says": call.says,
        }
        event = events.NewEvent(
            kind="call.recorded", account_id=message.account_id, data=data, on=on, at=at, actor=by
        )
        events.append(client, event)
        _move(client, message, attempt, call.says, at=at)
        until = _follow(client, message, call, when)
        fresh = Message.objects.select_related("account").get(pk=message.pk)
    return _recorded(fresh, attempt, call, until=until, attempts=len(known) + 1)


def _check_same(message: Message, known: CallAttempt, call: Call, by: str) -> None:
    """Refuse another call than the last one that is known: it is not the same form, and would be lost."""
    if not _is_same(message, known, call, by):
        raise CannotRecord(
            f"Intussen legde {known.by} al vast wat er van dit gesprek kwam ({call_words(known.outcome, 'nl')}). Wat u "
            "invulde is niet bewaard. Staat de debiteur nog op de bellijst, leg uw gesprek dan daar vast, en anders op "
            "de debiteurkaart."
        )


def _is_same(message: Message, known: CallAttempt, call: Call, by: str) -> bool:
    again_on = call.again_on or known.again_on
    asked = (call.outcome, call.note[:500], again_on, by, call.says)
    return (known.outcome, known.note, known.again_on, known.by, _said_in(message, known)) == asked


def _said_in(message: Message, attempt: CallAttempt) -> str:
    """Return what the debtor answered in a call, from the chain; empty where nothing was said that counts."""
    rows = Event.objects.filter(account_id=message.account_id, kind="call.recorded").order_by("-sequence")
    told = (json.loads(data) for data in rows.values_list("data", flat=True))
    return next((str(one.get("says", "")) for one in told if one["attempt"] == attempt.pk), "")


def _check(message: Message, call: Call, on: date) -> None:
    """Refuse what cannot have happened, or what a day is missing of."""
    if call.outcome not in CALL_OUTCOMES:
        raise CannotRecord(
            f"{call.outcome!r} is geen uitkomst die wij kennen. Kies uit: {', '.join(CALL_OUTCOMES)}."
        )
    was_overtaken = message.state == "WITHDRAWN" and message.approved_at is not None
    if message.state != "APPROVED" and not was_overtaken:
        raise CannotRecord(
            f"Dit gesprek staat niet op de bellijst: het bericht staat op ‘{MESSAGE_STATES[message.state][0]}’. "
            "Ververs de bellijst."
        )
    if call.outcome == "CALL_BACK" and call.again_on is None:
        raise CannotRecord("Noem de dag waarop u terugbelt.")
    if call.again_on is not None and call.again_on < on:
        day = format_day(call.again_on, "nl")
        raise CannotRecord(f"De dag om terug te bellen ({day}) is al voorbij. Kies een latere.")
    if call.says and call.outcome in ("NO_ANSWER", "VOICEMAIL"):
        raise CannotRecord(
            "Wie niet opnam, heeft niets gezegd. Kies een andere uitkomst, of laat het antwoord weg."
        )
    if call.says and FOLLOWS[decision_of(call.says)].act == "PROMISE" and call.day is None:
        raise CannotRecord("Noem de dag waarop de debiteur zegt te betalen.")


def _again_on(call: Call, on: date) -> date | None:
    """Return the day to call again: the one that was asked for, or the next working day."""
    if call.outcome not in _AGAIN:
        return None
    return call.again_on or add_working_days(on, 1, additional=settings.INSTALLATION.additional_holidays)


def _move(client: Client, message: Message, attempt: CallAttempt, says: str, *, at: datetime) -> None:
    """Bring the message to where this outcome brings it. One that was withdrawn during the call stays so."""
    if message.state != "APPROVED":
        return
    when: dict[str, Any] = {"on": attempt.on, "at": at, "by": attempt.by}
    if attempt.outcome == "REACHED":
        because = _no_reminder(message, says) or standing(message, day_of(client, attempt.on), at).overtaken
        if because:
            withdraw(message, because, **when)
        else:
            _count(client, message, when)
    elif attempt.outcome in _FAILED:
        _fail(client, message, _FAILED[attempt.outcome].format(number=message.recipient), when)
    elif attempt.outcome in _NOBODY and (days := _days_tried(message, attempt.on)) >= DAYS_TRIED:
        _fail(client, message, f"Op {days} dagen gebeld zonder iemand te spreken.", when)


def _no_reminder(message: Message, says: str) -> str:
    if says not in NOT_REMINDED:
        return ""
    return f"Aan de telefoon bleek: {answer_words(decision_of(says), 'nl')}. Er is niet herinnerd."


def _count(client: Client, message: Message, when: dict[str, Any]) -> None:
    """Write down that the debtor was reminded: of which invoices, at which stage, and what it costs."""
    message.state, message.sent_on, message.finished_at = "SENT", when["on"], when["at"]
    message.sending_at, message.sent_sha256, message.because = when["at"], message.text_sha256, ""
    message.save(update_fields=["state", "sent_on", "sending_at", "finished_at", "sent_sha256", "because"])
    record_sent(message)
    # As of a message that a channel took: what the caller had before them is what is known to have been said.
    events.append(client, message_event("message.sending", message, **when, bytes=message.sent_sha256))
    events.append(client, message_event("message.sent", message, **when))


def _fail(client: Client, message: Message, because: str, when: dict[str, Any]) -> None:
    """End the message: the account is decided anew, and goes by the next way."""
    message.state, message.because, message.finished_at = "FAILED", because[:300], when["at"]
    message.save(update_fields=["state", "because", "finished_at"])
    events.append(client, message_event("message.failed", message, **when))


def _days_tried(message: Message, on: date) -> int:
    """Return on how many days nobody was spoken to about this stage, also in a script that was overtaken.

    What ended in an earlier round, or was tried longer ago than such an account is left alone, counts no more.
    """
    tried = CallAttempt.objects.filter(
        message__account=message.account_id,
        message__stage=message.stage,
        message__state__in=("APPROVED", "WITHDRAWN"),
        outcome__in=_NOBODY,
        on__gt=on - timedelta(days=UNANSWERED_REST_DAYS),
    )
    return tried.values("on").distinct().count()


def _follow(client: Client, message: Message, call: Call, when: dict[str, Any]) -> date | None:
    """Do what follows on what the debtor said, and return its last day; None where it has none."""
    if not call.says:
        return None
    told = MessageInvoice.objects.filter(message=message).exclude(stage="")
    return follow_answer(
        client,
        message.account,
        FOLLOWS[decision_of(call.says)],
        told=list(told.values_list("invoice_id", flat=True)),
        day=call.day,
        invoices=call.invoices,
        note=call.note,
        when=when,
    )


def _recorded(
    message: Message,
    attempt: CallAttempt,
    call: Call,
    *,
    until: date | None = None,
    is_new: bool = True,
    attempts: int,
) -> Recorded:
    return Recorded(
        debtor=message.account.number,
        outcome=attempt.outcome,
        state=message.state,  # type: ignore[arg-type]  # what `_move` makes of it
        because=message.because,
        again_on=attempt.again_on if message.state == "APPROVED" else None,
        says=call.says,
        until=until,
        is_new=is_new,
        attempts=attempts,
    )
