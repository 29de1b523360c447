"""What to do for one account today, and why.

Facts come in, a decision goes out: nothing here reads a clock, a database or a setting. That is what lets us
preview tomorrow, replay last month and prove that a reminder cannot reach somebody who has paid.

The order is the policy: what protects the debtor comes first, then what a person must see, then the calendar.
"""

from datetime import date, timedelta
from typing import Final

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.facts import (
    AccountFacts,
    DayFacts,
    Decision,
    InvoiceFacts,
    InvoiceReason,
    Reason,
)
from voldaan.domain.strategy.looks import DAY, Look, after_client, look_at, without_strategy
from voldaan.domain.strategy.rules import Matter, Stop, blocked, channel_of, first_stop
from voldaan.domain.strategy.strategy import NOTICE, Strategy

_MEND_FIRST: Final = ("MESSAGE_AMBIGUOUS", "MESSAGE_FAILED")


def decide(account: AccountFacts, strategies: Strategies, day: DayFacts) -> Decision:
    """Choose the act for this account today, and name a reason for it and for each open invoice."""
    only = strategies.only
    if only is not None and (account.strategy is None or account.strategy not in strategies.named):
        return decide_by(account, only if account.kind == "PERSON" else strategies.only_without_notice, day)
    strategy = strategies.for_account(account, day.on, day.client)
    if strategy is None:
        decision = _leave(account, day, [without_strategy(invoice, day.on) for invoice in account.invoices])
    else:
        decision = decide_by(account, strategy, day)
    another = strategies.another_from(account, day.on)
    if another is None or (decision.until is not None and decision.until <= another):
        return decision
    return decision._replace(until=another)


def decide_by(account: AccountFacts, strategy: Strategy, day: DayFacts) -> Decision:
    """Choose the act for an account that follows `strategy`."""
    looks = looks_of(account, strategy, day)
    due = [look for look in looks if look.act == "REMIND"]
    return _remind(account, strategy, day, looks, due) if due else _leave(account, day, looks)


def looks_of(account: AccountFacts, strategy: Strategy, day: DayFacts) -> list[Look]:
    """Return what each open invoice wants today: held where the payment truth has not seen its due day, and where
    the client is asked first.

    The client is asked only about what would be reminded today. What a rule stops asks nobody.
    """
    looks = [look_at(invoice, strategy, day) for invoice in account.invoices]
    if day.truth_is_fresh:
        looks = [
            look if look.act != "REMIND" or _may_be_late(look.invoice, day) else _uncovered(look)
            for look in looks
        ]
    if not day.asks_first or first_stop(matter_of(account, strategy, day, looks)) is not None:
        return looks
    return [after_client(look, strategy, day) if look.act == "REMIND" else look for look in looks]


def matter_of(account: AccountFacts, strategy: Strategy, day: DayFacts, looks: list[Look]) -> Matter:
    """Return what the rules of the account look at, given what each invoice wants."""
    due = [look for look in looks if look.act == "REMIND"]
    furthest = max(due, key=_rank, default=None)
    due_cents = sum(look.invoice.open_cents for look in due)
    return Matter(account, strategy, day, due_cents, furthest.stage if furthest else None)


def _rank(look: Look) -> int:
    return look.rank


def _remind(
    account: AccountFacts, strategy: Strategy, day: DayFacts, looks: list[Look], due: list[Look]
) -> Decision:
    """Remind of what is due, unless the account, the truth, the law or the manners say otherwise."""
    matter = matter_of(account, strategy, day, looks)
    stop = first_stop(matter)
    if stop is not None:
        return _stopped(account, day, stop, looks, due)
    stage = matter.stage
    assert stage is not None, "something is due, so a stage leads"
    leading = [look for look in due if look.stage is stage]
    return Decision(
        act="REMIND",
        because=leading[0].because,
        until=day.on + DAY,
        stage=stage.key,
        channel=channel_of(account, stage),
        invoices=tuple([look.invoice.id for look in leading]),
        others=tuple([_beside(look, stage.key, strategy, day) for look in looks if look not in leading]),
        open_cents=_sum(account),
    )


def _stopped(
    account: AccountFacts, day: DayFacts, stop: Stop, looks: list[Look], due: list[Look]
) -> Decision:
    if stop.act != "ASK" and any(look.act in ("ASK", "HAND_OVER") for look in looks):
        # What waits or is held does not hide what a person must see of another invoice.
        held = Look(due[0].invoice, stop.act, stop.because, stop.until)
        return _leave(
            account, day, [held._replace(invoice=one.invoice) if one in due else one for one in looks]
        )
    until = stop.until
    if until is None and stop.because in ("TOO_SMALL", "NO_ADDRESS"):
        # Another invoice that comes to its stage makes the sum larger, or asks another channel.
        until = _earliest([look for look in looks if look not in due])
    return _decision(account, stop._replace(until=until), looks, stopped=due)


def _may_be_late(invoice: InvoiceFacts, day: DayFacts) -> bool:
    """Test if a message about the invoice is true: the payment truth has seen the last day to pay in time.

    A courtesy notice goes out before that day and says nothing about being late.
    """
    return not invoice.due_date < day.on or _is_covered(invoice, day)


def _uncovered(look: Look) -> Look:
    return Look(look.invoice, "HOLD", "DUE_DAY_NOT_COVERED", None)


def _is_covered(invoice: InvoiceFacts, day: DayFacts) -> bool:
    """Test if the payment truth has seen the last day to pay in time."""
    return day.truth_until is not None and day.truth_until >= invoice.due_date


def _leave(account: AccountFacts, day: DayFacts, looks: list[Look]) -> Decision:
    """Return the act of an account in which nothing is to be reminded today."""
    block = blocked(Matter(account, None, day, 0, None))  # type: ignore[arg-type]  # the block asks no strategy
    for act in ("HAND_OVER", "ASK"):
        meant = [look for look in looks if look.act == act]
        if not meant:
            continue
        if block is not None:
            return _decision(account, block, looks, stopped=meant)
        if act == "HAND_OVER" and not day.truth_is_fresh:
            return _decision(account, Stop("HOLD", "PAYMENT_TRUTH_STALE", None), looks, stopped=meant)
        return _act(account, meant, looks)
    if block is not None:
        return _decision(account, block, looks, stopped=[])
    shown = [look for look in looks if look.act == "WAIT"] or looks
    first = min(shown, key=_most_telling)
    return _decision(account, Stop(first.act, first.because, _earliest(looks)), looks, stopped=[])


def _most_telling(look: Look) -> tuple[bool, bool, date, int]:
    """Order looks by how much they say of the account: what is late before what is not, the soonest first."""
    return look.because == "NOT_YET_DUE", look.until is None, look.until or date.max, look.invoice.id


def _act(account: AccountFacts, meant: list[Look], looks: list[Look]) -> Decision:
    first = meant[0]
    if account.ask in _MEND_FIRST:
        return _decision(account, Stop("ASK", account.ask, None), looks, stopped=meant)
    rest = [look for look in looks if look not in meant]
    return Decision(
        act=first.act,
        because=first.because,
        until=_earliest(rest),
        stage=None,
        channel=None,
        invoices=tuple([look.invoice.id for look in meant]),
        others=tuple([_other(look) for look in rest]),
        open_cents=_sum(account),
    )


def _decision(account: AccountFacts, stop: Stop, looks: list[Look], *, stopped: list[Look]) -> Decision:
    """Return a decision about no invoice in particular: what was stopped gets the reason of the account."""
    act, because, until = stop
    others = [
        InvoiceReason(look.invoice.id, because, until) if look in stopped else _other(look) for look in looks
    ]
    return Decision(act, because, until, None, None, (), tuple(others), _sum(account))


def _beside(look: Look, leading: str, strategy: Strategy, day: DayFacts) -> InvoiceReason:
    """Return the reason of an invoice beside a reminder; overdue ones stand in the message as "ook nog open".

    Not one whose due day the payment truth has not seen: it could have been paid in time. And nothing stands beside
    what a fourteen-day notice is about: its sums are those that the law reckons the costs over. Where the client is
    asked first, only what it was asked about stands beside.
    """
    is_overdue = look.invoice.due_date < day.on and _is_covered(look.invoice, day)
    if not is_overdue or look.act not in (("REMIND",) if day.asks_first else ("REMIND", "WAIT")):
        return _other(look)
    if NOTICE in (leading, look.stage.key if look.stage else ""):
        free = day.on + timedelta(days=strategy.manners.days_between_reminders)
        alone: Reason = "NOTICE_STANDS_ALONE" if look.act == "REMIND" else look.because
        return InvoiceReason(look.invoice.id, alone, free if look.act == "REMIND" else look.until)
    return InvoiceReason(look.invoice.id, "ALSO_OPEN", look.until)


def _other(look: Look) -> InvoiceReason:
    """Return the reason of an invoice beside the act."""
    return InvoiceReason(look.invoice.id, look.because, look.until)


def _earliest(looks: list[Look]) -> date | None:
    return min((look.until for look in looks if look.until is not None), default=None)


def _sum(account: AccountFacts) -> int:
    return sum([invoice.open_cents for invoice in account.invoices])
