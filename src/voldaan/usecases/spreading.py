"""A large batch leaves over some hours rather than in one minute: whoever answers it can be answered (P6).

Which turn a message has follows from its number, so that it is the same each time somebody looks. A handful that was
approved together goes at once.
"""

from datetime import datetime, timedelta
from hashlib import sha256
from typing import Final

from django.conf import settings

from voldaan.domain.strategy.facts import AccountFacts
from voldaan.records.models import Message
from voldaan.usecases.plan_day import Day
from voldaan.usecases.sending_hours import dutch, first_moment
from voldaan.usecases.sending_run import SendingRun

HANDFUL: Final = 20
"""So many messages that were approved together need no spreading."""
_SPREAD: Final = frozenset({"EMAIL", "SMS"})
_TURNS: Final = 10_000


def waits_for_its_turn(run: SendingRun, message: Message, facts: AccountFacts, day: Day) -> str:
    """Return that a message of a large batch leaves later, and when, or nothing."""
    minutes = settings.INSTALLATION.spread_minutes
    if not minutes or message.channel not in _SPREAD or _together(run, message) <= HANDFUL:
        return ""
    strategy = day.strategy_of(facts)
    if strategy is None or message.approved_at is None:
        return ""
    begin = first_moment(message, strategy.manners, dutch(message.approved_at))
    if begin is None:
        return ""
    span = timedelta(minutes=minutes)
    if strategy.manners.hours is not None:
        closing = datetime.combine(begin.date(), strategy.manners.hours[1])
        span = min(span, max(closing - begin, timedelta(0)))
    turn = int.from_bytes(sha256(message.uuid.bytes).digest()[:4]) % _TURNS
    moment = begin + span * turn // _TURNS
    if moment <= dutch(run.at):
        return ""
    return f"De berichten gaan verspreid weg; dit bericht om {moment:%H:%M} uur."


def _together(run: SendingRun, message: Message) -> int:
    """Return how many messages of the client were approved at the same moment."""
    key = (message.client_id, message.approved_at)
    if key not in run.batches:
        run.batches[key] = Message.objects.filter(approved_at=message.approved_at).count()
    return run.batches[key]
