"""The desk's clock: read here and nowhere below."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")


def now() -> datetime:
    """Return this moment, in Dutch time."""
    return datetime.now(tz=DUTCH_TIME)


def today() -> date:
    """Return this day, in Dutch time."""
    return now().date()
