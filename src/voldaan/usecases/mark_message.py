"""The first point of a message that leaves: look once more, and mark it for one sender (P1, P2, P3, P6).

Every other writer of the book is held still meanwhile, so what was looked at is true when the mark stands.
"""

from datetime import date, datetime
from typing import cast

from django.conf import settings

from voldaan.channels.trying_again import next_attempt
from voldaan.domain.law.notice import By, notice_term
from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.language import StrategyError
from voldaan.records import events
from voldaan.records.models import Client, Message
from voldaan.records.models.message import REMINDING
from voldaan.records.notices import NOTICE_KIND
from voldaan.records.pending import not_taken_at, payments_not_looked_at
from voldaan.records.scope import one_transaction
from voldaan.usecases.look_again import overtaken
from voldaan.usecases.look_again_reply import no_longer_true
from voldaan.usecases.plan_day import Day, decided
from voldaan.usecases.sending_hours import outside_hours, unlawful_hour
from voldaan.usecases.sending_run import SendingRun, not_taken_words
from voldaan.usecases.spreading import waits_for_its_turn
from voldaan.usecases.write_messages import message_event, withdraw


def mark(run: SendingRun, client: Client, message: Message, sha256: str) -> bool:
    """Mark a message as being sent by this sender. False: it stays here, and the reason is kept, or another has it."""
    with one_transaction():
        events.hold_still(client)
        fresh = Message.objects.select_related("client", "decision", "account__debtor").get(pk=message.pk)
        if fresh.state != "APPROVED":
            return False
        if later := _not_now(fresh, run.at):
            run.stays(fresh, later)
            return False
        if fresh.kind not in REMINDING:
            return _mark_reply(run, client, fresh, sha256)
        try:
            day = run.days.of(fresh.client)
        except StrategyError as error:
            # What one client follows keeps no other client's messages here.
            run.stays(fresh, str(error))
            return False
        facts, decision = next(decided(day, fresh.account_id), (None, None))
        if because := overtaken(fresh, facts, decision, day):
            _withdraw(run, fresh, because)
            return False
        if facts is not None and (later := _later(run, fresh, facts, day)):
            run.stays(fresh, later)
            return False
        _take(run, client, fresh, sha256)
    return True


def _mark_reply(run: SendingRun, client: Client, message: Message, sha256: str) -> bool:
    """Mark a message that asks for nothing: no decision stands behind it, but what it says must still be so."""
    if because := no_longer_true(message, run.on):
        _withdraw(run, message, because)
        return False
    _take(run, client, message, sha256)
    return True


def _withdraw(run: SendingRun, message: Message, because: str) -> None:
    withdraw(message, because, on=run.on, at=run.at, by=run.by)
    run.done.withdrawn += 1
    run.done.remarks.append(f"{message.account.number}: {because}")


def waits_for_next_attempt(message: Message, at: datetime) -> str:
    """Return that a message which was not taken is not offered again yet, and until when, or nothing."""
    if message.finished_at is None:
        return ""
    moment = next_attempt(not_taken_at(message))
    if moment is None or moment <= at:
        return ""
    return not_taken_words(message.channel_said, moment)


def _take(run: SendingRun, client: Client, message: Message, sha256: str) -> None:
    Message.objects.filter(pk=message.pk).update(
        state="SENDING",
        sender=run.sender,
        sending_at=run.at,
        sent_on=run.on,
        sent_sha256=sha256,
        because="",
        pay_by=_last_day(message, run.on),
    )
    told = message_event("message.sending", message, on=run.on, at=run.at, by=run.by, bytes=sha256)
    run.days.goes_on(events.append(client, told))


def _not_now(message: Message, at: datetime) -> str:
    """Return why the message has to wait a while and may then still be right, or nothing."""
    if payments_not_looked_at():
        return "Er is zojuist betaald; eerst wordt gekeken waarvoor. Het bericht wacht op de volgende keer."
    return unlawful_hour(message, at) or waits_for_next_attempt(message, at)


def _later(run: SendingRun, message: Message, facts: AccountFacts, day: Day) -> str:
    """Return why the message is still right and leaves at another hour, or nothing."""
    return outside_hours(message, facts, day, run.at) or waits_for_its_turn(run, message, facts, day)


def _last_day(message: Message, on: date) -> date:
    """Return the last day of the term when the message is sent on this day: that of a notice counts from then."""
    if message.kind != NOTICE_KIND:
        return message.pay_by
    additional = settings.INSTALLATION.additional_holidays
    careful = notice_term(on, by=cast(By, message.channel), additional=additional).careful_last_day
    return max(message.pay_by, careful)
