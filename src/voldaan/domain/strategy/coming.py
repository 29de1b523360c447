"""Which stage an invoice comes to next, and which message an account would get next: what a person can let pass."""

from datetime import date
from typing import NamedTuple

from voldaan.domain.strategy.facts import AccountFacts, DayFacts, InvoiceFacts
from voldaan.domain.strategy.looks import look_at, next_rung, stage_day
from voldaan.domain.strategy.strategy import Strategy


class Coming(NamedTuple):
    """The stage that an invoice comes to next, or the incident of which a text or a question comes first."""

    invoice_id: int
    stage: str
    day: date
    """The first day on which it can come."""


def coming_stage(invoice: InvoiceFacts, strategy: Strategy, day: DayFacts) -> Coming | None:
    """Return what an invoice comes to next when nothing leaves it alone; None where no stage is left."""
    free = invoice._replace(block=None, block_until=None, hold=None, deadlines=())
    look = look_at(free, strategy, day._replace(asks_first=False))
    incident = invoice.incident
    if incident is not None and incident not in invoice.skips:
        after = strategy.after.get(incident)
        if after is not None and after.act != "CONTINUE":
            return Coming(invoice.id, incident, look.until or day.on)
    stage = next_rung(free, strategy, day.on)
    if stage is None:
        return None
    return Coming(invoice.id, stage.key, stage_day(free, strategy, stage, additional=day.additional_holidays))


def next_message(account: AccountFacts, strategy: Strategy, day: DayFacts) -> tuple[Coming, ...]:
    """Return what the next message of an account would be about: what can come first, of what is not left alone.

    What has come to its stage comes first, all of it together, whenever that was.
    """
    found = [
        coming
        for invoice in account.invoices
        if invoice.block is None and (coming := coming_stage(invoice, strategy, day)) is not None
    ]
    first = min((max(one.day, day.on) for one in found), default=None)
    return tuple(one for one in found if max(one.day, day.on) == first)
