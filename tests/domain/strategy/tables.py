"""What decision tables are made of: a strategy with one thing changed, one account, one day."""

from dataclasses import replace
from datetime import date
from typing import Any

from tests.domain.strategy.any_facts import DUE, after, day_facts, written
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.decide import decide
from voldaan.domain.strategy.facts import AccountFacts, Decision, InvoiceFacts
from voldaan.domain.strategy.language import read_strategy
from voldaan.domain.strategy.strategy import Strategy

FIRST = {"key": "FIRST_REMINDER", "days": 3, "term_days": 7, "channels": ["EMAIL", "POST"]}
SECOND = {"key": "SECOND_REMINDER", "days": 14, "term_days": 7, "channels": ["EMAIL", "POST"]}
LAST = {"key": "PRE_COLLECTION", "days": 28, "term_days": 10, "channels": ["EMAIL", "POST"]}
COURTESY = {"key": "COURTESY_NOTICE", "days": -3, "term_days": 0, "channels": ["EMAIL", "POST"]}
NOTICE = {"key": "FOURTEEN_DAY_NOTICE", "days": 42, "term_days": 16, "channels": ["POST"]}


def strategy_of(*stages: dict[str, Any], **parts: Any) -> Strategy:
    """Return a strategy of these stages, or of three, with other parts changed by name: `manners={...}`."""
    manners = {"days_between_reminders": 7, "minimum_cents": 500, "days_after_term": 2} | parts.pop(
        "manners", {}
    )
    end = {"act": "HAND_OVER", "days_after_term": 3} | parts.pop("end", {})
    after_parts = {f"after.{name}": part for name, part in parts.pop("after", {}).items()}
    told = {
        "name": "Tafel",
        "version": 1,
        "manners": manners,
        "stages": list(stages or (FIRST, SECOND, LAST)),
    }
    return read_strategy(written(told | {"end": end} | after_parts | parts))


def invoice(number: int = 1, due: date = DUE, cents: int = 12_500, **facts: Any) -> InvoiceFacts:
    """Return an open invoice that nobody was told about."""
    return InvoiceFacts(number, due, cents, **facts)


def told(stage: str, days: int, term: int = 7, **facts: Any) -> InvoiceFacts:
    """Return an invoice about which a message went out so many days after its due date."""
    return invoice(stage=stage, reminded_on=after(days), pay_by=after(days + term), **facts)


def account(*invoices: InvoiceFacts, **facts: Any) -> AccountFacts:
    """Return the account of a business that can be reached in both ways."""
    given = {"is_person": False, "kind": "BUSINESS", "channels": ("EMAIL", "POST")} | facts
    return AccountFacts(id=7, invoices=invoices or (invoice(),), **given)


def decided(
    on: date, *invoices: InvoiceFacts, by: Strategy | Strategies | None = None, day: Any = (), **facts: Any
) -> Decision:
    """Return the decision of a day; `day` are facts of the day, the rest are facts of the account."""
    strategies = by if isinstance(by, Strategies) else Strategies([by or strategy_of()])
    return decide(account(*invoices, **facts), strategies, day_facts(on, **dict(day)))


def said(decision: Decision) -> str:
    """Return a decision as the tables tell it: the act, the stage or else the reason, and until how long after DUE."""
    until = (
        "" if decision.until is None or decision.act == "REMIND" else f" until {(decision.until - DUE).days}"
    )
    return f"{decision.act} {decision.stage or decision.because}{until}"


def others(decision: Decision) -> dict[int, str]:
    """Return the reason of each invoice that the act is not about."""
    return {other.id: other.because for other in decision.others}


def named(strategy: Strategy, name: str) -> Strategy:
    """Return a strategy by another name, so that two can be told apart."""
    return replace(strategy, name=name, digest=name)
