"""The rules behind one decision, in the order in which they are looked at, each with what it found."""

from datetime import timedelta
from typing import NamedTuple

from voldaan.domain.strategy.decide import decide, look_at, stage_day
from voldaan.domain.strategy.facts import AccountFacts, DayFacts
from voldaan.domain.strategy.stage import Strategy


class Step(NamedTuple):
    """One rule: what it looked at, what it found, and whether that decided."""

    rule: str
    looked_at: str
    found: str
    decided: bool


def steps(account: AccountFacts, strategy: Strategy, day: DayFacts) -> tuple[Step, ...]:
    """Return each rule for this account on this day, in order; the one that decided is marked."""
    decision = decide(account, strategy, day)
    found = [*_invoice_steps(account, strategy, day), *_account_steps(account, strategy, day)]
    return tuple(step._replace(decided=step.rule == decision.because) for step in found)


def _invoice_steps(account: AccountFacts, strategy: Strategy, day: DayFacts) -> list[Step]:
    return [_invoice_step(account, number, strategy, day) for number in range(len(account.invoices))]


def _invoice_step(account: AccountFacts, number: int, strategy: Strategy, day: DayFacts) -> Step:
    invoice = account.invoices[number]
    look = look_at(invoice, strategy, day.on)
    sent = strategy.position(invoice.stage)
    due = f"invoice {invoice.id}, due {invoice.due_date}, last stage {invoice.stage or 'none'}"
    if look.act == "REMIND":
        stage = strategy.stages[look.stage - 1]
        return Step(look.because, due, f"{stage.key} from {stage_day(invoice, strategy, stage)} on", False)
    if sent < len(strategy.stages) and invoice.block is None:
        return Step(look.because, due, f"next look on {look.until or 'a change of facts'}", False)
    return Step(look.because, due, f"until {look.until or 'a change of facts'}", False)


def _account_steps(account: AccountFacts, strategy: Strategy, day: DayFacts) -> list[Step]:
    due = sum(i.open_cents for i in account.invoices if look_at(i, strategy, day.on).act == "REMIND")
    last = account.last_reminder_on
    spaced = None if last is None else last + timedelta(days=strategy.days_between_reminders)
    truth = "nothing known" if day.truth_until is None else f"payments known until {day.truth_until}"
    return [
        Step(
            account.block or "ON_HOLD",
            "holds, questions and credit of the account",
            account.block or "none",
            False,
        ),
        Step("PAYMENT_TRUTH_STALE", truth, "fresh" if day.truth_is_fresh else "too old", False),
        Step(
            "REMINDED_RECENTLY",
            f"last reminder {last or 'never'}",
            "no spacing to keep" if spaced is None else f"next from {spaced} on",
            False,
        ),
        Step(
            "TOO_SMALL",
            f"{due} cents due, {strategy.minimum_cents} at least",
            "enough" if due >= strategy.minimum_cents else "not yet",
            False,
        ),
        Step(
            account.ask or "MESSAGE_AMBIGUOUS",
            "what a person must mend first",
            account.ask or "nothing",
            False,
        ),
        Step(
            "OUTSIDE_CONTACT_DAYS",
            "agency and natural person"
            if day.by_agency and account.is_person
            else "no agency or no natural person",
            "a day of contact" if day.contact_day else f"next on {day.next_contact_day}",
            False,
        ),
        Step("NO_ADDRESS", "ways to reach the debtor", ", ".join(account.channels) or "none", False),
    ]
