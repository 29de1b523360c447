"""The hours of a strategy: when its messages leave, beside the hours that the law gives an agency.

>>> from voldaan.domain.strategy.strategy import Manners
>>> office = Manners(days_between_reminders=7, minimum_cents=0, days_after_term=2, hours=(time(9), time(17)))
>>> waits_until(office, datetime(2026, 3, 5, 16, 59)) is None
True
>>> str(waits_until(office, datetime(2026, 3, 5, 17, 0)))
'2026-03-06 09:00:00'
"""

from datetime import datetime, time, timedelta

from voldaan.domain.strategy.strategy import Manners


def waits_until(manners: Manners, at: datetime) -> datetime | None:
    """Return the next moment at which a message may leave, by the clock in the Netherlands; None: it may now.

    The first of the hours is allowed and the last is not. Between them and the next opening lie the days of the week
    on which the strategy sends nothing.
    """
    if manners.hours is None:
        return None
    first, last = manners.hours
    if first <= at.time() < last:
        return None
    day = at.date() if at.time() < first else at.date() + timedelta(days=1)
    while day.weekday() not in manners.weekdays:
        day += timedelta(days=1)
    return datetime.combine(day, first)


def hours_words(hours: tuple[time, time], language: str) -> str:
    """Return hours in words: "tussen 09:00 en 17:00"."""
    first, last = hours
    if language == "en":
        return f"between {first:%H:%M} and {last:%H:%M}"
    return f"tussen {first:%H:%M} en {last:%H:%M}"
