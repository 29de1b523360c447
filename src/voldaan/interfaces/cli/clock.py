"""The command line's clock: read here and nowhere below."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
OFFICE_HOUR = time(10, 0)


def now() -> datetime:
    """Return this moment, in Dutch time."""
    return datetime.now(tz=DUTCH_TIME)


def today() -> date:
    """Return this day, in Dutch time."""
    return now().date()


def moment(on: date) -> datetime:
    """Return the moment at which a day is run: now when it is today, else its morning.

    A day that is not today is a replay or a preview, and is run as if it were ten o'clock on it.
    """
    current = now()
    return current if current.date() == on else datetime.combine(on, OFFICE_HOUR, tzinfo=DUTCH_TIME)
