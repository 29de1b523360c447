"""The days of a strategy for one invoice that nobody pays: when each message goes, until when it may be paid, and when
the last term is over. What is said of a strategy, and shown of it, is counted here, by the rules that decide.

The fourteen-day notice has its term from the law, where the law gives more days than the strategy.
"""

from datetime import date, timedelta
from typing import NamedTuple

from voldaan.domain.law.contact import day_allowed
from voldaan.domain.law.notice import By, notice_term
from voldaan.domain.strategy.facts import InvoiceFacts
from voldaan.domain.strategy.looks import DAY, pay_by, stage_day
from voldaan.domain.strategy.strategy import NOTICE, Stage, Strategy


class Sent(NamedTuple):
    """One message: the first day on which it can go, and the last day of its term."""

    stage: Stage
    on: date
    pay_by: date


class Walk(NamedTuple):
    """All messages of a strategy about one invoice, and the day on which what follows them follows."""

    due_date: date
    messages: tuple[Sent, ...]
    ends_on: date

    def after_due(self, sent: Sent) -> int:
        """Return how many days after the due date a message goes; below zero before it."""
        return (sent.on - self.due_date).days


def walk(strategy: Strategy, due_date: date, *, by_agency: bool = False) -> Walk:
    """Return the days of a strategy for an invoice that nobody pays, each message as soon as it can go.

    An agency sends nothing on a Sunday or a holiday, as to a natural person (Bki 4.2).
    """
    invoice = InvoiceFacts(id=1, due_date=due_date, open_cents=1)
    messages: tuple[Sent, ...] = ()
    for stage in strategy.stages:
        on = _first_day(strategy, stage_day(invoice, strategy, stage), by_agency=by_agency)
        if stage.days < 0 and on > due_date:
            continue
        last_day = last_day_of(stage, due_date, on)
        messages = (*messages, Sent(stage, on, last_day))
        invoice = invoice._replace(stage=stage.key, reminded_on=on, pay_by=last_day)
    over = max(due_date, invoice.pay_by or due_date)
    return Walk(due_date, messages, over + timedelta(days=strategy.end.days_after_term + 1))


def last_day_of(stage: Stage, due_date: date, on: date) -> date:
    """Return the last day of the term of a stage that goes on `on`; of a notice not before the law's term is over."""
    given = pay_by(stage, due_date, on)
    if stage.key != NOTICE:
        return given
    by: By = "POST" if stage.channels[0] == "POST" else "EMAIL"
    return max(given, notice_term(on, by=by).careful_last_day)


def _first_day(strategy: Strategy, reached: date, *, by_agency: bool) -> date:
    day = reached
    while day.weekday() not in strategy.manners.weekdays or (by_agency and not day_allowed(day)):
        day += DAY
    return day
