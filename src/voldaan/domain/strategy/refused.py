"""What a strategy is refused for: it would break the law, or it contradicts itself so that something never happens."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from voldaan.domain.law.contact import END_HOUR, FIRST_HOUR
from voldaan.domain.law.notice import notice_term
from voldaan.domain.strategy.choosing import NEW_FOR_DAYS
from voldaan.domain.strategy.finding import place_of
from voldaan.domain.strategy.found import Found, first_days, most_calendar_days, reaches, switched_on
from voldaan.domain.strategy.lines import Place
from voldaan.domain.strategy.looks import pay_by
from voldaan.domain.strategy.strategy import NOTICE, Stage, Strategy

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
    """Refuse a notice whose end can come before its term is over, in a week without holidays.

    By the slowest of its ways: follows from HR 25 November 2016. A holiday is counted when it is sent.
    """
    for stage in switched_on(strategy, NOTICE):
        if _is_long_enough(strategy, stage, stage.term_days):
            continue
        longer = range(stage.term_days + 1, TERM_DAYS_MOST)
        least = next(days for days in longer if _is_long_enough(strategy, stage, days))
        yield Found(
            "NOTICE_TERM_SHORT",
            place_of(strategy, stage, "term_days"),
            {"days": stage.term_days, "least": least},
        )


def _is_long_enough(strategy: Strategy, stage: Stage, days: int) -> bool:
    waits = timedelta(days=strategy.end.days_after_term)
    longer = Stage(key=NOTICE, days=1, term_days=days, term_counted=stage.term_counted, channels=("POST",))
    week = [SLOW_WEEK + timedelta(days=ahead) for ahead in range(7)]
    return all(
        pay_by(longer, date.min, on) + waits >= notice_term(on, by=channel).careful_last_day
        for on in week
        for channel in stage.channels
    )


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
        longest = max(followed, key=most_calendar_days)
        yield Found(
            "TERM_NOT_LEFT_ALONE",
            Place("manners", "days_between_reminders"),
            {
                "days": spacing,
                "stage": stage.key,
                "term": stage.term_days,
                "least": most_calendar_days(longest),
            },
        )
    for earlier, stage in zip(strategy.stages, strategy.stages[1:], strict=False):
        if 0 < stage.days_after_previous < _shortest(earlier):
            yield Found(
                "GAP_WITHIN_TERM",
                place_of(strategy, stage, "days_after_previous"),
                {
                    "stage": stage.key,
                    "earlier": earlier.key,
                    "days": stage.days_after_previous,
                    "term": earlier.term_days,
                    "least": most_calendar_days(earlier),
                },
            )


def _shortest(stage: Stage) -> int:
    """Return how many calendar days the term of a stage has at the least."""
    days = stage.term_days
    return days if stage.term_counted == "CALENDAR" else days + 2 * (days // 5)


def nobody(strategy: Strategy) -> Iterator[Found]:
    """Refuse conditions that exclude each other, or that only fit who is never written to."""
    whom, least = strategy.for_whom, strategy.manners.minimum_cents
    below = whom.open_below_cents
    if below is not None and whom.open_from_cents >= below:
        yield Found(
            "NOBODY_OWES_SO",
            Place("for_whom", "open_below_cents"),
            {"least": whom.open_from_cents, "most": below},
            money=True,
        )
    elif below is not None and below <= least:
        yield Found(
            "ALL_TOO_SMALL", Place("manners", "minimum_cents"), {"least": least, "most": below}, money=True
        )
    if whom.late_below_days is not None and whom.late_from_days >= whom.late_below_days:
        yield Found(
            "NOBODY_SO_LATE",
            Place("for_whom", "late_below_days"),
            {"least": whom.late_from_days, "most": whom.late_below_days},
        )


def never_reached(strategy: Strategy) -> Iterator[Found]:
    """Refuse a stage that comes when the strategy is no longer for the account."""
    whom = strategy.for_whom
    limits = [("NEVER_SO_LATE", whom.late_below_days)]
    if whom.new_customer:
        limits.append(("NEW_NO_LONGER", NEW_FOR_DAYS))
    for code, limit in limits:
        late = [key for key, days in first_days(strategy).items() if limit is not None and days >= limit]
        for stage in (stage for stage in strategy.stages if stage.key in late):
            days = first_days(strategy)[stage.key]
            values = {"stage": stage.key, "days": days, "most": limit}
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
    text_of_another,
    costs_without_notice,
)
