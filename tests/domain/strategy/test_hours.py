"""The hours of a strategy: just before, on, just after; and the days between."""

from datetime import datetime, time

import pytest

from voldaan.domain.strategy.hours import hours_words, waits_until
from voldaan.domain.strategy.strategy import EVERY_DAY, Manners

THURSDAY = datetime(2026, 3, 5)
MON_TO_FRI = frozenset(range(5))


def manners(hours: tuple[time, time] | None, weekdays: frozenset[int] = EVERY_DAY) -> Manners:
    return Manners(
        days_between_reminders=7, minimum_cents=0, days_after_term=2, hours=hours, weekdays=weekdays
    )


@pytest.mark.parametrize(
    ("day", "clock", "next_day", "weekdays"),
    [
        (5, time(8, 59), 5, EVERY_DAY),
        (5, time(9), None, EVERY_DAY),
        (5, time(16, 59), None, EVERY_DAY),
        (5, time(17), 6, EVERY_DAY),
        (6, time(17), 7, EVERY_DAY),
        (6, time(17), 9, MON_TO_FRI),
        (7, time(8), 9, MON_TO_FRI),
    ],
)
def test_the_next_moment_is_an_opening(
    day: int, clock: time, next_day: int | None, weekdays: frozenset[int]
) -> None:
    at = datetime.combine(THURSDAY.replace(day=day), clock)
    expected = None if next_day is None else THURSDAY.replace(day=next_day, hour=9)
    assert waits_until(manners((time(9), time(17)), weekdays), at) == expected


def test_without_hours_every_moment_is_right() -> None:
    assert waits_until(manners(None), THURSDAY.replace(hour=3)) is None


def test_hours_in_words() -> None:
    hours = (time(9), time(17, 30))
    assert hours_words(hours, "nl") == "tussen 09:00 en 17:30"
    assert hours_words(hours, "en") == "between 09:00 and 17:30"
