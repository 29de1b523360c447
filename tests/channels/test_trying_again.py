"""When a message that was not taken is offered again."""

from datetime import UTC, datetime, timedelta

import pytest

from voldaan.channels.trying_again import next_attempt

FIRST = datetime(2026, 3, 5, 9, tzinfo=UTC)


def at(minutes: int) -> datetime:
    return FIRST + timedelta(minutes=minutes)


@pytest.mark.parametrize(
    ("not_taken", "following"),
    [
        ([0], 5),
        ([0, 5], 20),
        ([0, 60], 75),
        ([0, 5, 20], 80),
        ([0, 5, 20, 80], 320),
        ([0, 5, 20, 80, 320], 560),
        ([0, 2879], 2894),
        ([0, 2880], None),
        ([0, 4000], None),
    ],
)
def test_ever_later_and_after_two_days_no_more(not_taken: list[int], following: int | None) -> None:
    assert next_attempt([at(one) for one in not_taken]) == (None if following is None else at(following))
