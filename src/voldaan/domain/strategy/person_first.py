"""When a person approves a message first, also where the client runs by itself."""

from typing import Literal

from voldaan.domain.strategy.choosing import is_new
from voldaan.domain.strategy.facts import AccountFacts, DayFacts
from voldaan.domain.strategy.strategy import Strategy

WhyFirst = Literal["", "STAGE", "AMOUNT", "TAG", "NEW_CUSTOMER"]


def person_first(strategy: Strategy, stage: str, account: AccountFacts, day: DayFacts) -> WhyFirst:
    """Return why a person looks first at a message of `stage` to this account; empty where nobody needs to."""
    rule = strategy.person_first
    if stage in rule.stages:
        return "STAGE"
    open_cents = sum(invoice.open_cents for invoice in account.invoices)
    if rule.open_from_cents is not None and open_cents >= rule.open_from_cents:
        return "AMOUNT"
    if not account.tags.isdisjoint(rule.tags):
        return "TAG"
    return "NEW_CUSTOMER" if rule.new_customer and is_new(account, day.on) else ""
