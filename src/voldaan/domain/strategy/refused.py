"""What a strategy is refused for: it would break the law, or it contradicts itself so that something never happens."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from voldaan.domain.law.contact import END_HOUR, FIRST_HOUR
from voldaan.domain.law.notice import By, notice_term
from voldaan.domain.strategy.choosing import NEW_FOR_DAYS
from voldaan.domain.strategy.finding import place_of
from voldaan.domain.strategy.found import (
    Cents,
    Days,
    Found,
    Value,
    first_days,
    most_calendar_days,
    reaches,
    switched_on,
)
from voldaan.domain.strategy.lines import Place
from voldaan.domain.strategy.looks import pay_by
from voldaan.domain.strategy.strategy import NOTICE, SPOKEN, Channel, Stage, Strategy

COURTESY: Final = "COURTESY_NOTICE"
SUNDAY: Final = 6
SURE_DEFAULT_DAYS: Final = 2
"""The first day after the due date on which default is certain, where that date was agreed."""
SLOW_WEEK: Final = date(2027, 9, 6)
"""A Monday after the post became slowest, with no holiday for months: what a notice needs in an ordinary week."""
TERM_DAYS_MOST: Final = 60


def costs_without_notice(strategy: Strategy) -> Iterator[Found]:
    """Refuse a hand-over with costs that can reach consumers without a notice. Follows from 6:96 paragraph 6 BW."""
    end = strategy.end
    has_notice = any(stage.key == NOTICE for stage in strategy.stages)
    if end.act == "HAND_OVER" and end.with_costs and reaches(strategy, "PERSON") and not has_notice:
        yield Found("COSTS_WITHOUT_NOTICE", Place("end", "with_costs"))


def notice_term_short(strategy: Strategy) -> Iterator[Found]:
    """Refuse a notice of which the term can still run on the last day that it gives, in a week without holidays.

    By the slowest of its ways: follows from HR 25 November 2016. A holiday is counted when it is sent.
    """
    for stage in switched_on(strategy, NOTICE):
        if _is_long_enough(stage, stage.term_days):
            continue
        longer = range(stage.term_days + 1, TERM_DAYS_MOST)
        least = next(days for days in longer if _is_long_enough(stage, days))
        values: dict[str, Value] = {"days": Days(stage.term_days, stage.term_counted), "least": least}
        yield Found("NOTICE_TERM_SHORT", place_of(strategy, stage, "term_days"), values)


def _is_long_enough(stage: Stage, days: int) -> bool:
    longer = replace(stage, term_days=days)
    week = [SLOW_WEEK + timedelta(days=ahead) for ahead in range(7)]
    return all(
        pay_by(longer, on, on) >= notice_term(on, by=by).careful_last_day
        for on in week
        for by in _written_ways(stage)
    )


def _written_ways(stage: Stage) -> tuple[By, ...]:
    """Return by which ways a stage goes in writing; another rule refuses a notice by telephone."""
    ways: dict[Channel, By] = {"EMAIL": "EMAIL", "POST": "POST"}
    return tuple(ways[channel] for channel in stage.channels if channel in ways)


def notice_spoken(strategy: Strategy) -> Iterator[Found]:
    """Refuse a notice by telephone: it must be complete, and provable. Follows from 6:96 paragraph 6 BW."""
    for stage in switched_on(strategy, NOTICE):
        for channel in stage.channels:
            if channel in SPOKEN:
                yield Found("NOTICE_SPOKEN", place_of(strategy, stage, "channels"), {"channel": channel})


def notice_before_default(strategy: Strategy) -> Iterator[Found]:
    """Refuse a notice that can go before default is certain. Follows from 6:96 paragraph 6 BW."""
    for stage in switched_on(strategy, NOTICE):
        if reaches(strategy, "PERSON") and first_days(strategy)[stage.key] < SURE_DEFAULT_DAYS:
            yield Found("NOTICE_BEFORE_DEFAULT", place_of(strategy, stage, "days"))


def term_not_left_alone(strategy: Strategy) -> Iterator[Found]:
    """Refuse a spacing, or a gap, that is shorter than the term of a message which another follows."""
    spacing = strategy.manners.days_between_reminders
    followed = [stage for stage in strategy.stages[:-1] if spacing < _shortest(stage)]
    for stage in followed[:1]:
        place = Place("manners", "days_between_reminders")
        least = max(most_calendar_days(one) for one in followed)
        yield Found("TERM_NOT_LEFT_ALONE", place, _gap(spacing, stage, least) | {"stage": stage.key})
    for earlier, stage in zip(strategy.stages, strategy.stages[1:], strict=False):
        gap = stage.days_after_previous
        if 0 < gap < _shortest(earlier):
            values = _gap(gap, earlier, most_calendar_days(earlier))
            place = place_of(strategy, stage, "days_after_previous")
            yield Found("GAP_WITHIN_TERM", place, values | {"stage": stage.key, "earlier": earlier.key})


def _gap(days: int, given_by: Stage, least: int) -> dict[str, Value]:
    """Return how long a gap is, how long the term before it, and how long the gap should be."""
    return {"days": Days(days), "term": Days(given_by.term_days, given_by.term_counted), "least": least}


def _shortest(stage: Stage) -> int:
    """Return how many calendar days the term of a stage has at the least."""
    days = stage.term_days
    return days if stage.term_counted == "CALENDAR" else days + 2 * (days // 5)


def nobody(strategy: Strategy) -> Iterator[Found]:
    """Refuse conditions that exclude each other, or that only fit who is never written to."""
    whom, least = strategy.for_whom, strategy.manners.minimum_cents
    below = whom.open_below_cents
    if below is not None and whom.open_from_cents >= below:
        values: dict[str, Value] = {"least": Cents(whom.open_from_cents), "most": Cents(below)}
        yield Found("NOBODY_OWES_SO", Place("for_whom", "open_below_cents"), values)
    elif below is not None and below <= least:
        values = {"least": Cents(least), "most": Cents(below)}
        yield Found("ALL_TOO_SMALL", Place("manners", "minimum_cents"), values)
    if whom.late_below_days is not None and whom.late_from_days >= whom.late_below_days:
        values = {"least": Days(whom.late_from_days), "most": Days(whom.late_below_days)}
        yield Found("NOBODY_SO_LATE", Place("for_whom", "late_below_days"), values)
    if whom.new_customer and whom.late_from_days >= NEW_FOR_DAYS:
        values = {"days": Days(whom.late_from_days), "most": Days(NEW_FOR_DAYS)}
        yield Found("NOBODY_NEW_SO_LATE", Place("for_whom", "late_from_days"), values)


def never_reached(strategy: Strategy) -> Iterator[Found]:
    """Refuse a stage that comes when the strategy is no longer for the account."""
    whom, soonest = strategy.for_whom, first_days(strategy)
    limits = {
        "NEVER_SO_LATE": whom.late_below_days,
        "NEW_NO_LONGER": NEW_FOR_DAYS if whom.new_customer else None,
    }
    for code, limit in limits.items():
        for stage in strategy.stages:
            days = soonest.get(stage.key, stage.days)
            if limit is not None and days >= limit:
                values: dict[str, Value] = {"stage": stage.key, "days": Days(days), "most": Days(limit)}
                yield Found(code, place_of(strategy, stage, "days"), values)


def notice_for_nobody(strategy: Strategy) -> Iterator[Found]:
    """Refuse a notice in a strategy that is not for persons: none of its debtors ever gets one."""
    if not reaches(strategy, "PERSON"):
        for stage in switched_on(strategy, NOTICE):
            yield Found("NOTICE_FOR_NOBODY", place_of(strategy, stage, "key"))


def outside_contact_hours(strategy: Strategy) -> Iterator[Found]:
    """Refuse days and hours on which an agency may write to no natural person at all. Follows from Bki 4.2."""
    if not reaches(strategy, "PERSON", "BUSINESS"):
        return
    if strategy.manners.weekdays == {SUNDAY}:
        yield Found("SUNDAY_ONLY", Place("manners", "weekdays"))
    hours = strategy.manners.hours
    if hours is not None and (hours[0] >= END_HOUR or hours[1] <= FIRST_HOUR):
        first, last = (f"{one:%H:%M}" for one in hours)
        yield Found("HOURS_OUTSIDE", Place("manners", "hours"), {"first": first, "last": last})


def text_of_another(strategy: Strategy) -> Iterator[Found]:
    """Refuse a text that would be untrue, or name costs, at the stage that has it; and a notice without its own."""
    for stage in strategy.stages:
        code = _wrong_text(stage)
        if code:
            values = {"stage": stage.key, "other": stage.wording}
            yield Found(code, place_of(strategy, stage, "text"), values)


def _wrong_text(stage: Stage) -> str:
    if stage.wording == stage.key:
        return ""
    if stage.wording == NOTICE:
        return "NOTICE_TEXT_ELSEWHERE"
    if stage.key == NOTICE:
        return "NOTICE_OTHER_TEXT"
    if stage.key == COURTESY:
        return "LATE_TEXT_BEFORE_DUE"
    return "EARLY_TEXT_AFTER_DUE" if stage.wording == COURTESY else ""


REFUSALS: Final = (
    nobody,
    outside_contact_hours,
    term_not_left_alone,
    never_reached,
    notice_for_nobody,
    notice_before_default,
    notice_term_short,
    notice_spoken,
    text_of_another,
    costs_without_notice,
)
