"""The contact window of Bki 4.2: its edges, its days, and the next moment that is allowed."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.contact import allowed, day_allowed
from voldaan.domain.workdays import is_holiday

moments = st.datetimes(min_value=datetime(2024, 4, 1), max_value=datetime(2060, 1, 1))


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def test_each_vector_of_the_contact_window(contact_window_vector: Any) -> None:
    verdict = allowed(at(contact_window_vector.given["local_time_Europe_Amsterdam"]))
    assert verdict.allowed is (contact_window_vector.expected["allowed"] == "yes")


@pytest.mark.parametrize(
    ("moment", "because", "next_allowed"),
    [
        ("2026-11-23T06:59:59", "BEFORE_HOURS", "2026-11-23T07:00"),
        ("2026-11-23T07:00", "IN_WINDOW", "2026-11-23T07:00"),
        ("2026-11-23T07:00:01", "IN_WINDOW", "2026-11-23T07:00:01"),
        ("2026-11-23T19:59:59.999999", "IN_WINDOW", "2026-11-23T19:59:59.999999"),
        ("2026-11-23T20:00", "AFTER_HOURS", "2026-11-24T07:00"),
        ("2026-11-28T23:59", "AFTER_HOURS", "2026-11-30T07:00"),
        ("2026-11-29T00:00", "SUNDAY", "2026-11-30T07:00"),
        ("2026-11-29T12:00", "SUNDAY", "2026-11-30T07:00"),
        ("2026-11-30T00:00", "BEFORE_HOURS", "2026-11-30T07:00"),
        ("2026-12-24T20:00", "AFTER_HOURS", "2026-12-28T07:00"),
        ("2026-12-25T03:00", "HOLIDAY", "2026-12-28T07:00"),
        ("2027-03-26T12:00", "HOLIDAY", "2027-03-27T07:00"),
        ("2027-03-27T21:00", "AFTER_HOURS", "2027-03-30T07:00"),
        ("2027-05-05T12:00", "HOLIDAY", "2027-05-07T07:00"),
    ],
)
def test_a_moment_is_judged_and_the_next_one_named(moment: str, because: str, next_allowed: str) -> None:
    verdict = allowed(at(moment))
    assert verdict.because == because
    assert verdict.allowed is (because == "IN_WINDOW")
    assert verdict.next_allowed == at(next_allowed)


def test_the_reason_is_a_sentence_in_both_languages() -> None:
    assert allowed(at("2026-11-22T21:00")).sentence("nl") == "geen contact op zondag"
    assert allowed(at("2026-12-25T12:00")).sentence("nl") == "geen contact op een feestdag: Eerste Kerstdag"
    assert allowed(at("2026-12-25T12:00")).sentence("en") == "no contact on a holiday: Christmas Day"
    assert allowed(at("2026-11-23T12:00")).sentence("en").startswith("contact is allowed: 23 November 2026")


def test_a_day_by_royal_decree_is_a_holiday_too() -> None:
    bridge = date(2026, 5, 15)
    assert day_allowed(bridge)
    assert not day_allowed(bridge, additional={bridge})
    verdict = allowed(at("2026-05-15T12:00"), additional={bridge})
    assert (verdict.because, verdict.next_allowed) == ("HOLIDAY", at("2026-05-16T07:00"))
    assert verdict.sentence("en") == "no contact on a holiday: 15 May 2026"


def test_a_moment_with_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="give Dutch local time without one"):
        allowed(datetime(2026, 11, 23, 12, tzinfo=UTC))


@given(moments)
def test_no_moment_in_the_window_is_a_sunday_a_holiday_or_at_night(moment: datetime) -> None:
    opening = allowed(moment).next_allowed
    assert opening >= moment
    assert allowed(opening).allowed
    assert 7 <= opening.hour < 20
    assert opening.weekday() != 6
    assert not is_holiday(opening.date())
    assert day_allowed(opening.date())
