"""The rules behind one decision, in the order in which they are looked at, each with what it found."""

from datetime import date, timedelta
from typing import NamedTuple

from voldaan.domain.money import format_euro
from voldaan.domain.strategy.decide import decide, look_at, stage_day
from voldaan.domain.strategy.facts import AccountFacts, DayFacts
from voldaan.domain.strategy.stage import Strategy
from voldaan.domain.strategy.words import channel_words, hold_words, reason_words, stage_words, until_words
from voldaan.domain.workdays import format_day


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
    last = stage_words(invoice.stage or "", "nl") or "nog geen bericht"
    looked_at = f"factuur {invoice.id}, vervallen op {_told(invoice.due_date)}, {last}"
    if look.act == "REMIND":
        stage = strategy.stages[look.stage - 1]
        first = _told(stage_day(invoice, strategy, stage))
        return Step(look.because, looked_at, f"{stage_words(stage.key, 'nl')} vanaf {first}", False)
    hold = f"{hold_words(invoice.hold, 'nl')}; " if invoice.hold else ""
    return Step(look.because, looked_at, f"{hold}opnieuw kijken: {until_words(look.until, 'nl')}", False)


def _account_steps(account: AccountFacts, strategy: Strategy, day: DayFacts) -> list[Step]:
    due = sum(i.open_cents for i in account.invoices if look_at(i, strategy, day.on).act == "REMIND")
    last = account.last_reminder_on
    spaced = None if last is None else last + timedelta(days=strategy.days_between_reminders)
    agency = day.by_agency and account.is_person
    return [
        Step(
            account.block or "ON_HOLD",
            "blokkades, vragen en tegoed van de debiteur",
            reason_words(account.block, "nl", account.hold) if account.block else "geen",
            False,
        ),
        Step(
            "PAYMENT_TRUTH_STALE",
            _truth(day.truth_until),
            "vers genoeg" if day.truth_is_fresh else "te oud",
            False,
        ),
        Step(
            "REMINDED_RECENTLY",
            "nog nooit herinnerd" if last is None else f"laatst herinnerd op {_told(last)}",
            "vrij" if spaced is None else f"vrij vanaf {_told(spaced)}",
            False,
        ),
        Step(
            "TOO_SMALL",
            f"aan de beurt: {format_euro(due, 'nl')}; minimum {format_euro(strategy.minimum_cents, 'nl')}",
            "genoeg" if due >= strategy.minimum_cents else "te weinig",
            False,
        ),
        Step(
            account.ask or "MESSAGE_AMBIGUOUS",
            "wat een persoon eerst moet oplossen",
            reason_words(account.ask, "nl") if account.ask else "niets",
            False,
        ),
        Step(
            "OUTSIDE_CONTACT_DAYS",
            "incassobureau en natuurlijk persoon"
            if agency
            else "geen incassobureau, of geen natuurlijk persoon",
            "een dag van contact" if day.contact_day else f"weer op {_told(day.next_contact_day)}",
            False,
        ),
        Step("NO_ADDRESS", "hoe de debiteur te bereiken is", _ways(account.channels), False),
    ]


def _truth(until: date | None) -> str:
    if until is None:
        return "van betalingen is niets bekend"
    return (
        "de opdrachtgever meldt betalingen zelf"
        if until == date.max
        else f"betalingen bekend t/m {_told(until)}"
    )


def _ways(channels: tuple[str, ...]) -> str:
    return ", ".join(channel_words(channel, "nl") for channel in channels) or "op geen enkele manier"


def _told(day: date | None) -> str:
    return "een latere dag" if day is None else format_day(day, "nl", long=False)
