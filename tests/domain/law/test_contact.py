"""The contact window of Bki 4.2: its edges, its days, and the next moment that is allowed."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.contact import allowed, day_allowed
from voldaan.domain.workdays import is_holiday

DUTCH_TIME = ZoneInfo("Europe/Amsterdam")
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
        ("2027-05-07T12:00", "HOLIDAY", "2027-05-08T07:00"),  # equated by royal decree
        ("2027-05-05T12:00", "HOLIDAY", "2027-05-08T07:00"),
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


def test_a_day_of_a_later_royal_decree_is_passed_as_data() -> None:
    bridge = date(2029, 5, 11)
    assert day_allowed(bridge)
    assert not day_allowed(bridge, additional={bridge})
    verdict = allowed(at("2029-05-11T12:00"), additional={bridge})
    assert (verdict.because, verdict.next_allowed) == ("HOLIDAY", at("2029-05-12T07:00"))
    assert verdict.sentence("en") == "no contact on a holiday: 11 May 2029"
    evening = allowed(at("2029-05-10T21:00"), additional={bridge})
    assert evening.next_allowed == at("2029-05-12T07:00")


@pytest.mark.parametrize(
    ("monday_at_seven", "hours_on_sunday"),
    [("2027-03-29T05:00Z", 23), ("2026-10-26T06:00Z", 25)],
    ids=["clock forward", "clock back"],
)
def test_the_day_on_which_the_clock_changes_is_a_whole_sunday_without_contact(
    monday_at_seven: str, hours_on_sunday: int
) -> None:
    """2027-03-29 is Easter Monday as well, so that there the next opening is on Tuesday."""
    opening = datetime.fromisoformat(monday_at_seven)
    sunday_hours = 0
    for quarters in range(1, 40 * 4):
        local = (opening - timedelta(minutes=15 * quarters)).astimezone(DUTCH_TIME).replace(tzinfo=None)
        verdict = allowed(local)
        if local.weekday() == 6:
            sunday_hours += 1
            assert verdict.because == "SUNDAY"
            assert verdict.next_allowed.time().isoformat() == "07:00:00"
            assert verdict.next_allowed.weekday() == (1 if local.month == 3 else 0)
    assert sunday_hours == hours_on_sunday * 4


def test_the_same_instant_is_judged_by_the_dutch_clock_in_summer_and_in_winter() -> None:
    def at_utc(text: str) -> str:
        return allowed(at(text).astimezone(DUTCH_TIME).replace(tzinfo=None)).because

    assert (at_utc("2026-10-24T05:00Z"), at_utc("2026-10-27T05:59Z")) == ("IN_WINDOW", "BEFORE_HOURS")
    assert (at_utc("2026-10-24T18:00Z"), at_utc("2026-10-27T18:59Z")) == ("AFTER_HOURS", "IN_WINDOW")


def test_the_end_of_the_calendar_is_refused() -> None:
    with pytest.raises(ValueError, match="give an earlier one"):
        allowed(datetime.max)


def test_a_moment_with_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="give Dutch local time without one"):
        allowed(datetime(2026, 11, 23, 12, tzinfo=UTC))


@given(moments)
def test_no_moment_in_the_window_is_a_sunday_a_holiday_or_at_night(moment: datetime) -> None:
    verdict = allowed(moment)
    opening = verdict.next_allowed
    assert opening >= moment
    assert verdict.allowed is (opening == moment)
    assert allowed(opening).allowed
    assert 7 <= opening.hour < 20
    assert opening.weekday() != 6
    assert not is_holiday(opening.date())
    assert day_allowed(opening.date())


@given(moments, st.floats(min_value=0, max_value=1, exclude_max=True))
def test_nothing_between_a_moment_and_the_next_one_allowed_is_allowed(moment: datetime, share: float) -> None:
    opening = allowed(moment).next_allowed
    between = moment + (opening - moment) * share
    assert between >= opening or not allowed(between).allowed


@given(moments, st.frozensets(st.dates(date(2024, 4, 1), date(2030, 1, 1)), max_size=5))
def test_additional_days_only_take_moments_away(moment: datetime, additional: frozenset[date]) -> None:
    verdict = allowed(moment, additional=additional)
    assert verdict.next_allowed >= allowed(moment).next_allowed
    assert verdict.next_allowed.date() not in additional
    assert not verdict.allowed or allowed(moment).allowed
