"""What is merely unwise in a strategy: it may be used, and somebody should have read why not."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from voldaan.domain.law.contact import END_HOUR, FIRST_HOUR
from voldaan.domain.law.default import last_day_of_reasonable_term
from voldaan.domain.law.notice import presumed_delivery, usual_delivery_days
from voldaan.domain.strategy.finding import place_of
from voldaan.domain.strategy.found import (
    Cents,
    Days,
    Either,
    Found,
    Value,
    first_days,
    most_calendar_days,
    reaches,
    switched_on,
)
from voldaan.domain.strategy.lines import Place
from voldaan.domain.strategy.refused import COURTESY, SUNDAY, SURE_DEFAULT_DAYS
from voldaan.domain.strategy.rules import MONTH_DAYS
from voldaan.domain.strategy.strategy import NOTICE, SPOKEN, STAGE_KEYS, Stage, Strategy
from voldaan.domain.strategy.walk import walk

MESSAGES_MOST: Final = 4
FIRST_DAYS_LEAST: Final = 2
TERM_DAYS_LEAST: Final = 7
LETTER_CENTS: Final = 2500
"""What a letter of an agency costs at the least, as agencies publish it."""
LARGE_CENTS: Final = 10_000_00
COMPLAINT_DAYS_LEAST: Final = 7
PROMISE_DAYS_LEAST: Final = 2
INSURER_DAYS_LEAST: Final = 7
TIME_BAR_DAYS_LEAST: Final = 30
WEEKEND: Final = frozenset({5, SUNDAY})
_OTHER_WAY: Final = {"EMAIL": "POST", "POST": "EMAIL", "SMS": "EMAIL", "CALL": "EMAIL"}
_ORDINARY_MONDAY: Final = date(2027, 9, 6)


def many_messages(strategy: Strategy) -> Iterator[Found]:
    """Advise against more messages than research finds a use for."""
    if len(strategy.stages) > MESSAGES_MOST:
        place = place_of(strategy, strategy.stages[MESSAGES_MOST])
        yield Found("MANY_MESSAGES", place, {"count": len(strategy.stages)})


def too_soon(strategy: Strategy) -> Iterator[Found]:
    """Advise against a first message, or an end, before a payment in time can be seen."""
    for stage in _after_due(strategy)[:1]:
        if first_days(strategy)[stage.key] < FIRST_DAYS_LEAST and stage.key != NOTICE:
            yield Found("FIRST_TOO_SOON", place_of(strategy, stage, "days"), {"stage": stage.key})
    waits, under_way = strategy.end.days_after_term, strategy.manners.days_after_term
    if waits < under_way:
        yield Found(
            "END_TOO_SOON",
            Place("end", "days_after_term"),
            {"days": Days(waits), "under_way": Days(under_way), "least": under_way},
        )


def short_terms(strategy: Strategy) -> Iterator[Found]:
    """Advise against a term in which a person cannot get the money together."""
    if reaches(strategy, "PERSON"):
        for stage in _after_due(strategy):
            if most_calendar_days(stage) < TERM_DAYS_LEAST:
                values: dict[str, Value] = {
                    "stage": stage.key,
                    "days": Days(stage.term_days, stage.term_counted),
                }
                yield Found("SHORT_TERM", place_of(strategy, stage, "term_days"), values)


def one_way(strategy: Strategy) -> Iterator[Found]:
    """Advise against a message that reaches nobody where one way fails, and against one way for everything."""
    stages = _after_due(strategy)
    alone = [stage for stage in stages if len(stage.channels) == 1]
    is_only_way = len({channel for stage in stages for channel in stage.channels}) == 1
    for stage in alone[:1] if is_only_way else alone:
        channel = stage.channels[0]
        values: dict[str, Value] = {
            "stage": stage.key,
            "channel": channel,
            "code": channel,
            "second": _OTHER_WAY[channel],
        }
        code = "ONE_CHANNEL" if is_only_way else "NO_FALL_BACK"
        yield Found(code, place_of(strategy, stage, "channels"), values)


def spoken_first(strategy: Strategy) -> Iterator[Found]:
    """Advise writing before a text message or a call: neither shows an invoice, and the first looks like fraud."""
    for stage in strategy.stages[:1]:
        if stage.channels[0] in SPOKEN:
            values: dict[str, Value] = {"stage": stage.key, "channel": stage.channels[0]}
            yield Found("SPOKEN_FIRST", place_of(strategy, stage, "channels"), values)


def spoken_only(strategy: Strategy) -> Iterator[Found]:
    """Advise that something is written at all. Follows from 3:317 BW: only what is written interrupts the time-bar."""
    after_due = _after_due(strategy)
    if after_due and all(stage.channels[0] in SPOKEN for stage in after_due):
        yield Found("SPOKEN_ONLY", place_of(strategy, after_due[0], "channels"))


def notice_by_email(strategy: Strategy) -> Iterator[Found]:
    """Advise against a notice that goes by e-mail first, where costs depend on it. Follows from 3:37 BW."""
    for stage in switched_on(strategy, NOTICE):
        if stage.channels[0] == "EMAIL" and strategy.end.with_costs:
            yield Found("NOTICE_BY_EMAIL", place_of(strategy, stage, "channels"))


def notice_without_costs(strategy: Strategy) -> Iterator[Found]:
    """Advise against announcing costs that never come. Who is asked at the end can still decide that they do."""
    end = strategy.end
    if end.act == "ASK" or (end.act == "HAND_OVER" and end.with_costs):
        return
    if reaches(strategy, "PERSON") and any(switched_on(strategy, NOTICE)):
        yield Found("NOTICE_WITHOUT_COSTS", Place("end", "with_costs"))


def notice_without_demand(strategy: Strategy) -> Iterator[Found]:
    """Advise a reminder with a reasonable term before a notice. Follows from 6:82 BW.

    Only where the due date was agreed does default begin by itself, and a strategy does not know that.
    """
    if not reaches(strategy, "PERSON"):
        return
    for stage in switched_on(strategy, NOTICE):
        least = _first_day_of_notice(strategy)
        if first_days(strategy)[stage.key] < least:
            yield Found("NOTICE_WITHOUT_DEMAND", place_of(strategy, stage, "days"), {"least": least})


def _first_day_of_notice(strategy: Strategy) -> int:
    """Return how many days after the due date default is certain by the term of the first reminder."""
    first = _after_due(strategy)[0]
    on = _ORDINARY_MONDAY
    arrived = on if first.channels[0] != "POST" else presumed_delivery(on, usual_delivery_days(on))
    sent_on = FIRST_DAYS_LEAST + 1 if first.key == NOTICE else first_days(strategy)[first.key]
    return sent_on + (last_day_of_reasonable_term(arrived) - on).days + SURE_DEFAULT_DAYS


def for_businesses(strategy: Strategy) -> Iterator[Found]:
    """Advise against the weekend in a strategy that is for businesses only."""
    days = strategy.manners.weekdays
    if not reaches(strategy, "PERSON") and days & WEEKEND and days != {SUNDAY}:
        yield Found("WEEKEND_FOR_BUSINESS", Place("manners", "weekdays"))


def hours_partly_outside(strategy: Strategy) -> Iterator[Found]:
    """Advise against hours of which a part lies outside those of the law. Follows from Bki 4.2."""
    hours = strategy.manners.hours
    if hours is None or not reaches(strategy, "PERSON", "BUSINESS"):
        return
    first, last = hours
    if (first >= FIRST_HOUR and last <= END_HOUR) or first >= END_HOUR or last <= FIRST_HOUR:
        return
    told = zip(
        ("first", "last", "inside_first", "inside_last"),
        (first, last, max(first, FIRST_HOUR), min(last, END_HOUR)),
        strict=True,
    )
    yield Found("HOURS_PARTLY_OUTSIDE", Place("manners", "hours"), {key: f"{one:%H:%M}" for key, one in told})


def at_the_end(strategy: Strategy) -> Iterator[Found]:
    """Advise against an end that costs more than it brings, that means nothing, or that nothing comes before."""
    end, whom = strategy.end, strategy.for_whom
    least = max(end.write_off_below_cents, whom.open_from_cents, strategy.manners.minimum_cents)
    if end.act == "HAND_OVER" and least < LETTER_CENTS:
        yield Found("SMALL_HANDED_OVER", Place("end", "write_off_below_cents"), {"least": Cents(least)})
    if end.with_costs and end.act != "HAND_OVER":
        yield Found("COSTS_WITHOUT_HAND_OVER", Place("end", "with_costs"))
    after_due = _after_due(strategy)
    if not after_due:
        yield Found("NO_REMINDER", Place("end", "act"), {"whom": _EVERYBODY})
    elif after_due[0].key == NOTICE and reaches(strategy, "BUSINESS", "PUBLIC_BODY"):
        yield Found("NO_REMINDER", Place("end", "act"), {"whom": _BUSINESSES})


_EVERYBODY: Final = Either("een debiteur", "a debtor")
_BUSINESSES: Final = Either("een bedrijf of overheid", "a business or public body")


def person_looks(strategy: Strategy) -> Iterator[Found]:
    """Advise a person for large amounts, and tell of what nobody will ever look at."""
    rule, below = strategy.person_first, strategy.for_whom.open_below_cents
    if rule.open_from_cents is None and (below is None or below > LARGE_CENTS):
        yield Found("NOBODY_LOOKS_FIRST", Place("person_first", "open_from_cents"))
    if rule.open_from_cents is not None and below is not None and rule.open_from_cents >= below:
        values: dict[str, Value] = {"least": Cents(rule.open_from_cents), "most": Cents(below)}
        yield Found("LIMIT_NEVER_MET", Place("person_first", "open_from_cents"), values)
    there = {stage.key for stage in strategy.stages}
    there |= {key for key, after in strategy.after.items() if after.act == "REMIND"}
    for key in rule.stages:
        if key not in there:
            yield Found("NOBODY_LOOKS_AT", Place("person_first", "stages"), {"stage": key})


def after_incidents(strategy: Strategy) -> Iterator[Found]:
    """Advise a first text after a broken promise, and rest after a complaint and a promise."""
    promise = strategy.after.get("BROKEN_PROMISE")
    if promise is None or promise.act == "CONTINUE":
        yield Found("SILENT_AFTER_PROMISE", Place("after.broken_promise", "act"))
    complaint = strategy.manners.days_after_complaint
    if complaint < COMPLAINT_DAYS_LEAST:
        yield Found(
            "SOON_AFTER_COMPLAINT", Place("manners", "days_after_complaint"), {"days": Days(complaint)}
        )
    promised = strategy.pauses.days_after_promise
    if promised < PROMISE_DAYS_LEAST:
        yield Found("SOON_AFTER_PROMISE", Place("pauses", "days_after_promise"), {"days": Days(promised)})


def asked_too_late(strategy: Strategy) -> Iterator[Found]:
    """Advise asking while there is still time to do something."""
    asks = strategy.asks
    for key, days, least in (
        ("days_before_insurer", asks.days_before_insurer, INSURER_DAYS_LEAST),
        ("days_before_time_bar", asks.days_before_time_bar, TIME_BAR_DAYS_LEAST),
    ):
        if days < least:
            yield Found(
                "ASKED_TOO_LATE", Place("asks", key), {"days": Days(days), "key": key, "least": least}
            )


def days_not_kept(strategy: Strategy) -> Iterator[Found]:
    """Tell of a stage whose day passes before the term and the rest after the previous one are over."""
    soonest = first_days(strategy)
    for earlier, stage in zip(strategy.stages, strategy.stages[1:], strict=False):
        least = soonest.get(stage.key, stage.days)
        if stage.counted == "CALENDAR" and not stage.days_after_previous and stage.days < least:
            values: dict[str, Value] = {
                "stage": stage.key,
                "earlier": earlier.key,
                "days": stage.days,
                "least": least,
            }
            yield Found("DAY_NOT_KEPT", place_of(strategy, stage, "days"), values)


def month_limit(strategy: Strategy) -> Iterator[Found]:
    """Tell of a limit to the messages of a month that puts off the strategy's own stages."""
    most = strategy.manners.reminders_a_month
    days = [sent.on for sent in walk(strategy, _ORDINARY_MONDAY).messages]
    month = timedelta(days=MONTH_DAYS)
    wanted = max((sum(1 for day in days if first <= day < first + month) for first in days), default=0)
    if most is not None and wanted > most:
        place = Place("manners", "reminders_a_month")
        yield Found("MONTH_LIMIT_DELAYS", place, {"count": wanted, "most": most})


def texts(strategy: Strategy) -> Iterator[Found]:
    """Advise against a stricter text than a stage's own."""
    for stage in strategy.stages:
        stricter = STAGE_KEYS.index(stage.wording) > STAGE_KEYS.index(stage.key)
        if stricter and stage.key != COURTESY and stage.wording != NOTICE:
            values: dict[str, Value] = {"stage": stage.key, "other": stage.wording}
            yield Found("HARSH_TEXT", place_of(strategy, stage, "text"), values)


def courtesy_for_the_late(strategy: Strategy) -> Iterator[Found]:
    """Tell of a courtesy notice in a strategy for who is late already."""
    for stage in switched_on(strategy, COURTESY):
        if strategy.for_whom.late_from_days:
            values: dict[str, Value] = {"days": Days(strategy.for_whom.late_from_days)}
            yield Found("COURTESY_FOR_THE_LATE", place_of(strategy, stage, "key"), values)


def _after_due(strategy: Strategy) -> list[Stage]:
    return [stage for stage in strategy.stages if stage.key != COURTESY]


ADVICE: Final = (
    many_messages,
    too_soon,
    short_terms,
    one_way,
    spoken_first,
    spoken_only,
    texts,
    courtesy_for_the_late,
    days_not_kept,
    month_limit,
    hours_partly_outside,
    for_businesses,
    notice_without_demand,
    notice_by_email,
    notice_without_costs,
    person_looks,
    after_incidents,
    asked_too_late,
    at_the_end,
)
