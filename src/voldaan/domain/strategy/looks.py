"""What one invoice would want if it were alone: the block that leaves it in peace, the question, or the stage it has
come to, with the first day on which the calendar gives another answer.
"""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from voldaan.domain.strategy.facts import (
    ASKING_BLOCKS,
    Act,
    DayFacts,
    DeadlineKind,
    InvoiceFacts,
    Reason,
)
from voldaan.domain.strategy.strategy import Asks, Counted, Stage, Strategy
from voldaan.domain.workdays import add_working_days, working_day_from

DAY: Final = timedelta(days=1)
ANSWER_COUNTS_DAYS: Final = 14
"""How long after the last day to answer the client's answer about an invoice counts."""
LEADS: Final = 100
"""Before every stage: the first text after an incident, which has no place among them."""
NO_HOLIDAYS: Final[frozenset[date]] = frozenset()


class Look(NamedTuple):
    """What one invoice would want if it were alone."""

    invoice: InvoiceFacts
    act: Act
    because: Reason
    until: date | None
    """The first later day on which the calendar alone gives another answer."""
    stage: Stage | None = None
    """The stage it has come to."""
    rank: int = 0
    """How far that is: its place in the strategy, from 1."""
    asks_from: date | None = None
    """The first later day on which a person must see it, whatever happens to the others."""


def look_at(invoice: InvoiceFacts, strategy: Strategy, day: DayFacts) -> Look:
    """Return what this invoice wants today, apart from the others and from the account."""
    if invoice.block is None and invoice.incident is None:
        look = _on_the_ladder(invoice, strategy, day)
    else:
        look = _wanted(invoice, strategy, day)
    return _before_deadlines(look, strategy.asks, day.on) if invoice.deadlines else look


def _wanted(invoice: InvoiceFacts, strategy: Strategy, day: DayFacts) -> Look:
    if invoice.block is not None:
        return _blocked(invoice, invoice.block)
    if invoice.incident is not None and invoice.incident not in invoice.skips:
        look = _after_incident(invoice, strategy, day)
        if look is not None:
            return look
    return _on_the_ladder(invoice, strategy, day)


def _on_the_ladder(invoice: InvoiceFacts, strategy: Strategy, day: DayFacts) -> Look:
    on = day.on
    stage = next_rung(invoice, strategy, on)
    if stage is None:
        return _after_last(invoice, strategy, on)
    reached = stage_day(invoice, strategy, stage, additional=day.additional_holidays)
    # What comes up to the due date is passed over from the day after it.
    over = invoice.due_date + DAY if stage.days <= 0 else None
    if on >= reached:
        return Look(invoice, "REMIND", "STAGE_REACHED", over, stage, strategy.positions[stage.key])
    if on <= invoice.due_date:
        until = reached if over is None else min(reached, over)
        return Look(invoice, "WAIT", "NOT_YET_DUE", until, asks_from=over)
    return Look(invoice, "WAIT", _waits_for(invoice, strategy, on), reached)


def next_rung(invoice: InvoiceFacts, strategy: Strategy, on: date) -> Stage | None:
    """Return the stage that comes next on the ladder, without those that a person lets it pass over."""
    stages = strategy.stages
    place = strategy.positions[invoice.stage] if invoice.stage else 0
    while place < len(stages):
        stage = stages[place]
        if stage.key not in invoice.skips and (stage.days > 0 or on <= invoice.due_date):
            return stage
        place += 1
    return None


def _waits_for(invoice: InvoiceFacts, strategy: Strategy, on: date) -> Reason:
    if invoice.pay_by is not None and on <= invoice.pay_by + timedelta(days=strategy.manners.days_after_term):
        return "TERM_RUNNING"
    return "STAGE_NOT_REACHED"


def stage_day(
    invoice: InvoiceFacts, strategy: Strategy, stage: Stage, *, additional: Collection[date] = NO_HOLIDAYS
) -> date:
    """Return the first day for `stage`: after the due date, the previous message, the spacing and the term given.

    A person's exception brings the stage's own days forward, never the spacing or the term that was promised. It is
    for one message: once one went out since, the stages go on as they were.
    `additional` are holidays of a later decree, for a stage that is counted in working days.
    """
    if stage.counted == "CALENDAR":
        reached = invoice.due_date + stage.delay
    else:
        reached = counted_from(invoice.due_date, stage.days, stage.counted, additional)
    previous = invoice.reminded_on
    if previous is not None and stage.days_after_previous:
        reached = max(reached, previous + timedelta(days=stage.days_after_previous))
    if invoice.sooner is not None and (previous is None or previous < invoice.sooner):
        reached = min(reached, max(invoice.sooner, invoice.due_date + DAY))
    return reached if previous is None else _after_what_was_sent(invoice, strategy, reached)


def _after_what_was_sent(invoice: InvoiceFacts, strategy: Strategy, reached: date) -> date:
    manners = strategy.manners
    if invoice.reminded_on is not None:
        reached = max(reached, invoice.reminded_on + timedelta(days=manners.days_between_reminders))
    if invoice.pay_by is not None:
        reached = max(reached, invoice.pay_by + timedelta(days=manners.days_after_term + 1))
    return reached


def counted_from(day: date, days: int, counted: Counted, additional: Collection[date] = NO_HOLIDAYS) -> date:
    """Return the day so many calendar or working days later. Days before it are calendar days."""
    if counted == "CALENDAR" or days < 0:
        return day + timedelta(days=days)
    return _working_days_later(day, days, frozenset(additional))


@lru_cache(maxsize=4096)
def _working_days_later(day: date, days: int, additional: frozenset[date]) -> date:
    return add_working_days(day, days, additional=additional)


def pay_by(stage: Stage, due_date: date, on: date, *, additional: Collection[date] = NO_HOLIDAYS) -> date:
    """Return the last day of the term that a message of `stage` gives when it is sent on `on`.

    A term that would end on a Saturday, a Sunday or a holiday runs on to the next working day: the law asks
    that only of its own terms, and it costs nothing to be kind. A courtesy notice asks for the due date itself.
    `additional` are holidays of a later decree.
    """
    last_day = counted_from(on, stage.term_days, stage.term_counted, additional)
    return due_date if due_date >= last_day else working_day_from(last_day, additional=additional)


def _after_incident(invoice: InvoiceFacts, strategy: Strategy, day: DayFacts) -> Look | None:
    """Return what an incident does: its first text, or a question; None where the stages simply go on.

    What went wrong before the due date is no reason to ask for the money before it.
    """
    incident, clear = invoice.incident, invoice.incident_on
    after = strategy.after.get(incident or "")
    if incident is None or clear is None or after is None or after.act == "CONTINUE":
        return None
    if after.act == "ASK" or after.stage is None:
        return Look(invoice, "ASK", incident, None)
    own = counted_from(clear, after.stage.days, after.stage.counted, day.additional_holidays)
    reached = _after_what_was_sent(invoice, strategy, max(own, invoice.due_date + DAY))
    if day.on >= reached:
        return Look(invoice, "REMIND", incident, None, after.stage, LEADS)
    because: Reason = "NOT_YET_DUE" if day.on <= invoice.due_date else _waits_for(invoice, strategy, day.on)
    return Look(invoice, "WAIT", because, reached)


def _after_last(invoice: InvoiceFacts, strategy: Strategy, on: date) -> Look:
    """Return the end of the strategy. Nobody is handed over who never got a message: that asks a person."""
    end, last_day = strategy.end, max(invoice.due_date, invoice.pay_by or invoice.due_date)
    over = last_day + timedelta(days=end.days_after_term + 1)
    if on < over:
        because: Reason = "NOT_YET_DUE" if on <= invoice.due_date else "TERM_RUNNING"
        return Look(invoice, "WAIT", because, over, asks_from=over)
    if invoice.reminded_on is None:
        return Look(invoice, "ASK", "LAST_TERM_PASSED", None)
    if end.act == "WRITE_OFF" or invoice.open_cents < end.write_off_below_cents:
        return Look(invoice, "ASK", "READY_FOR_WRITE_OFF", None)
    if end.act == "HAND_OVER":
        return Look(invoice, "HAND_OVER", "READY_FOR_HAND_OVER", None)
    return Look(invoice, "ASK", "LAST_TERM_PASSED", None)


def _before_deadlines(look: Look, asks: Asks, on: date) -> Look:
    """Return the look, or a question where a deadline of somebody else is near: also of what is left in peace."""
    first = next_deadline(look.invoice, asks)
    if first is None:
        return look
    from_day, kind = first
    if on >= from_day:
        because: Reason = "INSURER_MUST_HEAR" if kind == "INSURER" else "TIME_BAR_NEAR"
        return Look(look.invoice, "ASK", because, None)
    return look._replace(until=earliest(look.until, from_day), asks_from=earliest(look.asks_from, from_day))


def next_deadline(invoice: InvoiceFacts, asks: Asks) -> tuple[date, DeadlineKind] | None:
    """Return from which day a person is asked about the first deadline of an invoice, and whose deadline that is."""
    if not invoice.deadlines or invoice.block == "HANDED_OVER":
        return None
    ahead = {"INSURER": asks.days_before_insurer, "TIME_BAR": asks.days_before_time_bar}
    return min((one.day - timedelta(days=ahead[one.kind]), one.kind) for one in invoice.deadlines)


def earliest(*days: date | None) -> date | None:
    """Return the first of these days; None where there is none."""
    return min((day for day in days if day is not None), default=None)


def without_strategy(invoice: InvoiceFacts, on: date, because: Reason) -> Look:
    """Return what an invoice wants whose account follows no strategy: a person, from the day after its due date."""
    if invoice.block is not None:
        look = _blocked(invoice, invoice.block)
    elif on <= invoice.due_date:
        look = Look(invoice, "WAIT", "NOT_YET_DUE", invoice.due_date + DAY, asks_from=invoice.due_date + DAY)
    else:
        look = Look(invoice, "ASK", because, None)
    return _before_deadlines(look, Asks(), on)


def _blocked(invoice: InvoiceFacts, block: Reason) -> Look:
    """Return the look of an invoice that is left alone, or whose block asks a person."""
    act: Act = "ASK" if block in ASKING_BLOCKS else "HOLD"
    return Look(invoice, act, block, invoice.block_until)


def after_client(look: Look, day: DayFacts) -> Look:
    """Return the look, held where the client still has to say that the invoice may be reminded.

    It keeps its stage: that is what the client is asked about. What the client was told of its silence when it was
    asked holds, also where silence has come to mean "go" since.
    """
    answer = look.invoice.client_answer
    stage = look.stage.key if look.stage else ""
    if answer is None or answer.stage != stage or day.on > counts_until(answer.answer_by):
        return look._replace(act="HOLD", because="CLIENT_TO_ASK")
    over = earliest(look.until, counts_until(answer.answer_by) + DAY)
    if answer.says == "GO":
        return look._replace(until=over)
    if day.on <= answer.answer_by:
        answered = earliest(look.until, answer.answer_by + DAY)
        return look._replace(act="HOLD", because="CLIENT_TO_CONFIRM", until=answered)
    if day.silence_goes and not answer.silence_holds:
        return look._replace(until=over)
    return look._replace(act="HOLD", because="CLIENT_SILENT", until=over)


def counts_until(answer_by: date) -> date:
    """Return the last day on which a list counts that the client can answer until `answer_by`."""
    return answer_by + timedelta(days=ANSWER_COUNTS_DAYS)
