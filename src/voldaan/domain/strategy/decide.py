"""What to do for one account today, and why.

Facts come in, a decision goes out: nothing here reads a clock, a database or a setting. That is what lets us
preview tomorrow, replay last month and prove that a reminder cannot reach somebody who has paid.

The order is the policy: what protects the debtor comes first, then what a person must see, then the calendar.
"""

from collections.abc import Collection
from datetime import date, timedelta
from typing import NamedTuple

from voldaan.domain.strategy.facts import (
    ASKING_BLOCKS,
    AccountFacts,
    Act,
    DayFacts,
    Decision,
    InvoiceFacts,
    InvoiceReason,
    Reason,
)
from voldaan.domain.strategy.stage import Stage, Strategy
from voldaan.domain.workdays import working_day_from

DAY = timedelta(days=1)


class _Look(NamedTuple):
    """What one invoice would want if it were alone."""

    invoice: InvoiceFacts
    act: Act
    because: Reason
    until: date | None
    stage: int = 0
    """The stage it has come to: its place in the strategy, from 1."""


def decide(account: AccountFacts, strategy: Strategy, day: DayFacts) -> Decision:
    """Choose the act for this account today, and name a reason for it and for each open invoice."""
    looks = [look_at(invoice, strategy, day.on) for invoice in account.invoices]
    if day.truth_is_fresh:
        looks = [_hold_if_uncovered(look, day) for look in looks]
    due = [look for look in looks if look.act == "REMIND"]
    if due:
        return _remind(account, strategy, day, looks, due)
    return _leave(account, day, looks)


def look_at(invoice: InvoiceFacts, strategy: Strategy, on: date) -> _Look:
    """Return what this invoice wants today, apart from the others and from the account."""
    if invoice.block is not None:
        act: Act = "ASK" if invoice.block in ASKING_BLOCKS else "HOLD"
        return _Look(invoice, act, invoice.block, invoice.block_until)
    sent = strategy.position(invoice.stage)
    if sent and sent == len(strategy.stages):
        return _after_last(invoice, strategy, on)
    if on > invoice.due_date and strategy.stages[sent].days < 0:
        sent += 1
        if sent == len(strategy.stages):
            return _after_last(invoice, strategy, on)
    stage = strategy.stages[sent]
    reached = stage_day(invoice, strategy, stage)
    if on >= reached:
        return _Look(invoice, "REMIND", "STAGE_REACHED", None, sent + 1)
    if on <= invoice.due_date:
        return _Look(invoice, "WAIT", "NOT_YET_DUE", reached)
    running = invoice.pay_by is not None and on <= invoice.pay_by + timedelta(days=strategy.days_after_term)
    return _Look(invoice, "WAIT", "TERM_RUNNING" if running else "STAGE_NOT_REACHED", reached)


def stage_day(invoice: InvoiceFacts, strategy: Strategy, stage: Stage) -> date:
    """Return the first day for `stage`: after the due date, the spacing and the term given before."""
    reached = invoice.due_date + timedelta(days=stage.days)
    if invoice.reminded_on is not None:
        reached = max(reached, invoice.reminded_on + timedelta(days=strategy.days_between_reminders))
    if invoice.pay_by is not None:
        reached = max(reached, invoice.pay_by + timedelta(days=strategy.days_after_term + 1))
    return reached


def pay_by(stage: Stage, due_date: date, on: date, *, additional: Collection[date] = ()) -> date:
    """Return the last day of the term that a message of `stage` gives when it is sent on `on`.

    A term that would end on a Saturday, a Sunday or a holiday runs on to the next working day: the law asks
    that only of its own terms, and it costs nothing to be kind. A courtesy notice asks for the due date itself.
    `additional` are holidays of a later decree.
    """
    last_day = on + timedelta(days=stage.term_days)
    return due_date if due_date >= last_day else working_day_from(last_day, additional=additional)


def _after_last(invoice: InvoiceFacts, strategy: Strategy, on: date) -> _Look:
    last_day = invoice.pay_by or invoice.due_date
    over = last_day + timedelta(days=strategy.end_days_after_term + 1)
    if on < over:
        return _Look(invoice, "WAIT", "TERM_RUNNING", over)
    if strategy.ends_in == "HAND_OVER":
        return _Look(invoice, "HAND_OVER", "READY_FOR_HAND_OVER", None)
    return _Look(invoice, "ASK", "LAST_TERM_PASSED", None)


def _remind(
    account: AccountFacts, strategy: Strategy, day: DayFacts, looks: list[_Look], due: list[_Look]
) -> Decision:
    """Remind of what is due, unless the account, the truth, the law or the manners say otherwise."""
    stopped = _stopped(account, strategy, day, due)
    if stopped is not None:
        act, because, until = stopped
        return _decision(account, act, because, until, looks, stopped=due)
    furthest = max(look.stage for look in due)
    stage = strategy.stages[furthest - 1]
    leading = [look for look in due if look.stage == furthest]
    channel = _channel(account, stage)
    if channel is None:
        return _decision(account, "ASK", "NO_ADDRESS", None, looks, stopped=due)
    return Decision(
        act="REMIND",
        because="STAGE_REACHED",
        until=day.on + DAY,
        stage=stage.key,
        channel=channel,
        invoices=tuple(look.invoice.id for look in leading),
        others=tuple(_beside(look, day) for look in looks if look not in leading),
        open_cents=_sum(account),
    )


def _stopped(
    account: AccountFacts, strategy: Strategy, day: DayFacts, due: list[_Look]
) -> tuple[Act, Reason, date | None] | None:
    """Return what stops every reminder of this account today, the debtor's protection first."""
    blocked = _blocked(account)
    if blocked is not None:
        return blocked
    if not day.truth_is_fresh:
        return "HOLD", "PAYMENT_TRUTH_STALE", None
    last = account.last_reminder_on
    if last is not None and day.on < last + timedelta(days=strategy.days_between_reminders):
        return "WAIT", "REMINDED_RECENTLY", last + timedelta(days=strategy.days_between_reminders)
    if sum(look.invoice.open_cents for look in due) < strategy.minimum_cents:
        return "WAIT", "TOO_SMALL", None
    if account.ask is not None:
        return "ASK", account.ask, None
    if day.by_agency and account.is_person and not day.contact_day:
        return "ASK", "OUTSIDE_CONTACT_DAYS", day.next_contact_day
    return None


def _blocked(account: AccountFacts) -> tuple[Act, Reason, date | None] | None:
    """Return what leaves the account alone as a whole: a hold that has ended asks a person, any other block holds."""
    if account.block is None:
        return None
    return "ASK" if account.block in ASKING_BLOCKS else "HOLD", account.block, account.block_until


def _hold_if_uncovered(look: _Look, day: DayFacts) -> _Look:
    """Return the look, held where the payment truth has not yet seen the last day to pay in time.

    A courtesy notice goes out before that day and says nothing about being late.
    """
    if look.act != "REMIND" or not look.invoice.due_date < day.on or _is_covered(look.invoice, day):
        return look
    return _Look(look.invoice, "HOLD", "DUE_DAY_NOT_COVERED", None)


def _is_covered(invoice: InvoiceFacts, day: DayFacts) -> bool:
    """Test if the payment truth has seen the last day to pay in time."""
    return day.truth_until is not None and day.truth_until >= invoice.due_date


def _leave(account: AccountFacts, day: DayFacts, looks: list[_Look]) -> Decision:
    """Return the act of an account in which nothing is to be reminded today."""
    blocked = _blocked(account)
    for act in ("HAND_OVER", "ASK"):
        meant = [look for look in looks if look.act == act]
        if not meant:
            continue
        if blocked is not None:
            return _decision(account, *blocked, looks, stopped=meant)
        if act == "HAND_OVER" and not day.truth_is_fresh:
            return _decision(account, "HOLD", "PAYMENT_TRUTH_STALE", None, looks, stopped=meant)
        return _act(account, meant, looks)
    if blocked is not None:
        return _decision(account, *blocked, looks, stopped=[])
    shown = [look for look in looks if look.act == "WAIT"] or looks
    first = min(shown, key=_most_telling)
    return _decision(account, first.act, first.because, _earliest(looks), looks, stopped=[])


def _most_telling(look: _Look) -> tuple[bool, bool, date, int]:
    """Order looks by how much they say of the account: what is late before what is not, the soonest first."""
    return look.because == "NOT_YET_DUE", look.until is None, look.until or date.max, look.invoice.id


def _act(account: AccountFacts, meant: list[_Look], looks: list[_Look]) -> Decision:
    first = meant[0]
    if account.ask in ("MESSAGE_AMBIGUOUS", "MESSAGE_FAILED"):
        return _decision(account, "ASK", account.ask, None, looks, stopped=meant)
    rest = [look for look in looks if look not in meant]
    return Decision(
        act=first.act,
        because=first.because,
        until=_earliest(rest),
        stage=None,
        channel=None,
        invoices=tuple(look.invoice.id for look in meant),
        others=tuple(_other(look) for look in rest),
        open_cents=_sum(account),
    )


def _decision(
    account: AccountFacts,
    act: Act,
    because: Reason,
    until: date | None,
    looks: list[_Look],
    *,
    stopped: list[_Look],
) -> Decision:
    """Return a decision about no invoice in particular: what was stopped gets the reason of the account."""
    others = tuple(
        InvoiceReason(look.invoice.id, because, until) if look in stopped else _other(look) for look in looks
    )
    return Decision(act, because, until, None, None, (), others, _sum(account))


def _beside(look: _Look, day: DayFacts) -> InvoiceReason:
    """Return the reason of an invoice beside a reminder; overdue ones stand in the message as "ook nog open".

    Not one whose due day the payment truth has not seen: it could have been paid in time.
    """
    is_overdue = look.invoice.due_date < day.on and _is_covered(look.invoice, day)
    if is_overdue and look.act in ("REMIND", "WAIT"):
        return InvoiceReason(look.invoice.id, "ALSO_OPEN", look.until)
    return _other(look)


def _other(look: _Look) -> InvoiceReason:
    """Return the reason of an invoice beside the act."""
    return InvoiceReason(look.invoice.id, look.because, look.until)


def _channel(account: AccountFacts, stage: Stage) -> str | None:
    return next((channel for channel in stage.channels if channel in account.channels), None)


def _earliest(looks: list[_Look]) -> date | None:
    return min((look.until for look in looks if look.until is not None), default=None)


def _sum(account: AccountFacts) -> int:
    return sum(invoice.open_cents for invoice in account.invoices)
