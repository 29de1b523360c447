"""Whether a message may leave at this hour: the hours of the law, and those of its strategy (P6)."""

from datetime import datetime
from typing import cast
from zoneinfo import ZoneInfo

from django.conf import settings

from voldaan.domain.law.capacity import Capacity, is_natural_person
from voldaan.domain.law.contact import allowed
from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.hours import hours_words, waits_until
from voldaan.domain.strategy.strategy import Manners
from voldaan.records.models import Message
from voldaan.usecases.plan_day import Day

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
OPENINGS_LOOKED_AT = 30
"""How many openings of a strategy are held against the hours of the law before nobody is kept waiting for the next."""


def unlawful_hour(message: Message, at: datetime) -> str:
    """Return why an agency may not approach this natural person at this moment (Bki art. 4.2), or nothing."""
    if not _has_lawful_hours(message):
        return ""
    verdict = allowed(dutch(at), additional=settings.INSTALLATION.additional_holidays)
    if verdict.allowed:
        return ""
    return (
        f"{verdict.sentence('nl').capitalize()}. Dit bericht wacht tot {verdict.next_allowed:%d-%m-%Y %H:%M}."
    )


def _has_lawful_hours(message: Message) -> bool:
    capacity = cast(Capacity, message.account.debtor.capacity)
    return message.engagement_id is not None and is_natural_person(capacity)


def dutch(at: datetime) -> datetime:
    """Return a moment as the clock on a Dutch wall shows it."""
    return at.astimezone(DUTCH_TIME).replace(tzinfo=None)


def outside_hours(message: Message, facts: AccountFacts, day: Day, at: datetime) -> str:
    """Return why the strategy of the account sends nothing at this moment, and from when it does, or nothing (P6)."""
    strategy = day.strategy_of(facts)
    if strategy is None or strategy.manners.hours is None:
        return ""
    following = waits_until(strategy.manners, dutch(at))
    if following is None:
        return ""
    hours = hours_words(strategy.manners.hours, "nl")
    moment = _lawful_too(message, strategy.manners, following)
    waits = (
        f"Dit bericht wacht tot {moment:%d-%m-%Y %H:%M}."
        if moment
        else "Geen van die uren ligt binnen de uren van de wet: pas de strategie aan."
    )
    return f"De strategie {strategy.name} verstuurt {hours}. {waits}"


def first_moment(message: Message, manners: Manners, approved: datetime) -> datetime | None:
    """Return the first moment from an approval on, by the Dutch clock, at which law and strategy let it leave."""
    return _lawful_too(message, manners, waits_until(manners, approved) or approved)


def _lawful_too(message: Message, manners: Manners, following: datetime) -> datetime | None:
    """Return the first moment from this one on that the law allows too; None where no week has one."""
    if not _has_lawful_hours(message):
        return following
    for _ in range(OPENINGS_LOOKED_AT):
        verdict = allowed(following, additional=settings.INSTALLATION.additional_holidays)
        if verdict.allowed:
            return following
        following = waits_until(manners, verdict.next_allowed) or verdict.next_allowed
    return None
