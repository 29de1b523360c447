"""What to do for one account today, and why.

Facts come in, a decision goes out: nothing here reads a clock, a database or a setting. That is what lets us
preview tomorrow, replay last month and prove that a reminder cannot reach somebody who has paid.

The order is the policy: what protects the debtor comes first, then what a person must see, then the calendar. What is
due for one invoice and has to wait never hides what a person must see of another.
"""

from collections.abc import Collection
from datetime import date
from operator import itemgetter
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
from voldaan.domain.strategy.looks import (
    DAY,
    Look,
    after_client,
    earliest,
    look_at,
    next_deadline,
    without_strategy,
)
from voldaan.domain.strategy.rules import (
    LEFT_ALONE,
    OF_WHAT_IS_DUE,
    Matter,
    Stop,
    block_of,
    channel_of,
    first_stop,
    may_go_some_day,
    unwritten,
)
from voldaan.domain.strategy.strategy import NOTICE, SPOKEN, Asks, Stage, Strategy

_MEND_FIRST: Final = ("MESSAGE_AMBIGUOUS", "MESSAGE_FAILED")
_BY_DUE_DAY: Final = itemgetter(InvoiceFacts._fields.index("due_date"), InvoiceFacts._fields.index("id"))
_NEEDS_TRUTH: Final = ("REMIND", "HAND_OVER")
_NOT_OURS: Final = ("INSURER_MUST_HEAR", "TIME_BAR_NEAR")
"""Reasons of days that are not ours: they do not wait for anything."""
_CLIENT_DECIDES: Final = ("CLIENT_TO_ASK", "CLIENT_TO_CONFIRM", "CLIENT_SILENT")
"""Reasons that end when the client says something: that tells more than what only waits for its day."""
_OTHERS_CHANGE: Final = ("TOO_SMALL", "NO_ADDRESS", "NOT_ON_THIS_DAY")
"""Reasons that another invoice can change by coming to its stage: the sum is larger, or the channel another."""


def decide(account: AccountFacts, strategies: Strategies, day: DayFacts) -> Decision:
    """Choose the act for this account today, and name a reason for it and for each open invoice."""
    account = in_order(account)
    only = strategies.only
    if only is not None and account.strategy is None:
        own = only if account.kind == "PERSON" else strategies.only_without_notice
        decision, another = decide_by(account, own, day), account.exceptions_change_on
    else:
        strategy = strategies.for_account(account, day.on, day.client)
        decision = (
            _without_strategy(account, strategies, day)
            if strategy is None
            else decide_by(account, strategy, day)
        )
        another = earliest(strategies.another_from(account, day.on), account.exceptions_change_on)
    if another is None or (decision.until is not None and decision.until <= another):
        return decision
    return decision._replace(until=another)


def in_order(account: AccountFacts) -> AccountFacts:
    """Return the account with its invoices by due date and id: no order of rows is a reason for anything (P15)."""
    if len(account.invoices) == 1:
        return account
    ordered = tuple(sorted(account.invoices, key=_BY_DUE_DAY))
    return account if ordered == account.invoices else account._replace(invoices=ordered)


def decide_by(account: AccountFacts, strategy: Strategy, day: DayFacts) -> Decision:
    """Choose the act for an account that follows `strategy`."""
    looks = looks_of(account, strategy, day)
    matter = matter_of(account, strategy, day, looks)
    alone = first_stop(matter, LEFT_ALONE)
    if alone is not None:
        return _left_alone(account, alone, strategy.asks, looks)
    stop = None if matter.stage is None else first_stop(matter, OF_WHAT_IS_DUE)
    if matter.stage is not None and stop is None:
        return _reminder(matter, matter.stage, looks)
    if stop is not None and stop.act == "ASK":
        return _stopped(account, stop, looks)
    for_person = _for_a_person(account, looks, stop)
    if for_person is not None:
        return for_person
    return _waits(account, looks) if stop is None else _stopped(account, stop, looks)


def _without_strategy(account: AccountFacts, strategies: Strategies, day: DayFacts) -> Decision:
    looks = looks_without_strategy(account, strategies, day)
    alone = block_of(account)
    if alone is not None:
        return _left_alone(account, alone, Asks(), looks)
    return _for_a_person(account, looks, None) or _waits(account, looks)


def looks_without_strategy(account: AccountFacts, strategies: Strategies, day: DayFacts) -> list[Look]:
    """Return what each open invoice wants of an account that follows no strategy, and why it follows none."""
    because: Reason = "CHOSEN_STRATEGY_UNUSABLE" if strategies.lacks_chosen(account) else "NO_STRATEGY_FITS"
    return [without_strategy(invoice, day.on, because) for invoice in account.invoices]


def looks_of(account: AccountFacts, strategy: Strategy, day: DayFacts) -> list[Look]:
    """Return what each open invoice wants today: held where the payment truth has not seen its due day, and where
    the client is asked first.

    The client is asked only about what would be reminded, on this day or on the first that comes. What another rule
    stops asks nobody.
    """
    wanted = [look_at(invoice, strategy, day) for invoice in account.invoices]
    looks = [_hold_if_unknown(look, day) if look.act in _NEEDS_TRUTH else look for look in wanted]
    if not day.asks_first or not may_go_some_day(matter_of(account, strategy, day, looks)):
        return looks
    return [after_client(look, day) if look.act == "REMIND" else look for look in looks]


def matter_of(account: AccountFacts, strategy: Strategy, day: DayFacts, looks: list[Look]) -> Matter:
    """Return what the rules of the account look at, given what each invoice wants."""
    due = [look for look in looks if look.act == "REMIND"]
    furthest = max(due, key=_rank, default=None)
    due_cents = sum(look.invoice.open_cents for look in due)
    stage = furthest.stage if furthest else None
    leading = tuple([look.invoice for look in due if look.stage is stage])
    return Matter(account, strategy, day, due_cents, stage, leading)


def _rank(look: Look) -> int:
    return look.rank


def _hold_if_unknown(look: Look, day: DayFacts) -> Look:
    """Return the look, held where the payment truth has not yet seen the last day to pay in time.

    A courtesy notice goes out before that day and says nothing about being late. On a stale truth nothing is handed
    over; what would be reminded then is held for the account as a whole.
    """
    if not day.truth_is_fresh:
        return look if look.act == "REMIND" else look._replace(act="HOLD", because="PAYMENT_TRUTH_STALE")
    if not look.invoice.due_date < day.on or _is_covered(look.invoice, day):
        return look
    return look._replace(act="HOLD", because="DUE_DAY_NOT_COVERED")


def _is_covered(invoice: InvoiceFacts, day: DayFacts) -> bool:
    """Test if the payment truth has seen the last day to pay in time."""
    return day.truth_until is not None and day.truth_until >= invoice.due_date


def _reminder(matter: Matter, stage: Stage, looks: list[Look]) -> Decision:
    """Remind of what has come to the furthest stage; the rest stands beside it with its own reason."""
    account, day, channel = matter.account, matter.day, channel_of(matter)
    leading = [look for look in looks if look.act == "REMIND" and look.stage is stage]
    return Decision(
        act="REMIND",
        because=leading[0].because,
        until=day.on + DAY,
        stage=stage.key,
        channel=channel,
        invoices=tuple([look.invoice.id for look in leading]),
        others=tuple([_beside(look, matter, channel) for look in looks if look not in leading]),
        open_cents=_sum(account),
    )


def _left_alone(account: AccountFacts, alone: Stop, asks: Asks, looks: list[Look]) -> Decision:
    """Leave the account as a whole in peace. A day that is not ours does not wait for that: a person hears of it."""
    not_ours = [look for look in looks if look.because in _NOT_OURS]
    held = [look for look in looks if look.act in ("REMIND", "HAND_OVER", "ASK") and look not in not_ours]
    later = [look.invoice for look in looks if look.invoice.deadlines and look not in not_ours]
    ahead = [next_deadline(invoice, asks) for invoice in later]
    until = earliest(alone.until, *(one[0] for one in ahead if one is not None))
    if not_ours and alone.act != "ASK":
        return _about(account, not_ours, looks, until=until, held=held, held_by=alone)
    return _decision(account, alone._replace(until=until), looks, held=held)


def _stopped(account: AccountFacts, stop: Stop, looks: list[Look]) -> Decision:
    """Keep what is due here, until the rule gives way, what is due no longer is, or a person must see another."""
    due = [look for look in looks if look.act == "REMIND"]
    days = [stop.until, *(look.until for look in due)]
    if stop.because in _OTHERS_CHANGE:
        days += [look.until for look in looks]
    if stop.act != "ASK":
        days += [look.asks_from for look in looks]
    return _decision(account, stop._replace(until=earliest(*days)), looks, held=due)


def _for_a_person(account: AccountFacts, looks: list[Look], stop: Stop | None) -> Decision | None:
    """Return what is ready to be handed over or asks a person; None where nothing is.

    Beside it stands what is due and stopped.
    """
    meant = [look for look in looks if look.act == "HAND_OVER"]
    meant = meant or [look for look in looks if look.act == "ASK"]
    if not meant:
        return None
    until = earliest(*(look.until for look in looks), stop.until if stop else None)
    due = [look for look in looks if look.act == "REMIND"]
    if account.ask in _MEND_FIRST:
        mend = Stop("ASK", account.ask, until)
        return _decision(account, mend, looks, held=[*meant, *due])
    return _about(account, meant, looks, until=until, held=due, held_by=stop)


def _waits(account: AccountFacts, looks: list[Look]) -> Decision:
    """Return the reason that tells most of an account in which nothing is to be done today."""
    until = earliest(*(look.until for look in looks))
    stale = [look for look in looks if look.because == "PAYMENT_TRUTH_STALE"]
    asked = [look for look in looks if look.because in _CLIENT_DECIDES]
    shown = stale or asked or [look for look in looks if look.act == "WAIT"] or looks
    first = min(shown, key=_most_telling)
    return _decision(account, Stop(first.act, first.because, until), looks, held=[])


def _most_telling(look: Look) -> tuple[bool, bool, date, int]:
    """Order looks by how much they say of the account: what is late before what is not, the soonest first."""
    return look.because == "NOT_YET_DUE", look.until is None, look.until or date.max, look.invoice.id


def _about(
    account: AccountFacts,
    meant: list[Look],
    looks: list[Look],
    *,
    until: date | None,
    held: Collection[Look],
    held_by: Stop | None,
) -> Decision:
    """Return a decision about the first of some invoices, and about those that share its reason.

    What is held gets the reason of what holds it.
    """
    because = meant[0].because
    meant = [look for look in meant if look.because == because]
    rest = [look for look in looks if look not in meant]
    return Decision(
        act=meant[0].act,
        because=because,
        until=until,
        stage=None,
        channel=None,
        invoices=tuple([look.invoice.id for look in meant]),
        others=tuple([_held(look, held_by) if held_by and look in held else _other(look) for look in rest]),
        open_cents=_sum(account),
    )


def _decision(account: AccountFacts, stop: Stop, looks: list[Look], *, held: Collection[Look]) -> Decision:
    """Return a decision about no invoice in particular: what is held gets the reason of the account."""
    others = tuple([_held(look, stop) if look in held else _other(look) for look in looks])
    return Decision(stop.act, stop.because, stop.until, None, None, (), others, _sum(account))


def _beside(look: Look, matter: Matter, channel: str | None) -> InvoiceReason:
    """Return the reason of an invoice beside a reminder; overdue ones stand in the message as "ook nog open".

    Not one whose due day the payment truth has not seen: it could have been paid in time; and not one that had its
    fourteen-day notice, whose term another last day would confuse. Where the client is asked first, only what it was
    asked about stands beside. By telephone an agency speaks of nothing that a person does not have in writing.
    """
    day = matter.day
    if channel in SPOKEN and unwritten([look.invoice], matter.account, day):
        return _other(look)
    is_overdue = look.invoice.due_date < day.on and _is_covered(look.invoice, day)
    may_stand = look.act == "REMIND" or (look.act == "WAIT" and not day.asks_first)
    if not is_overdue or not may_stand:
        return _other(look)
    if look.invoice.stage == NOTICE:
        return _other(look)
    return InvoiceReason(look.invoice.id, "ALSO_OPEN", look.until)


def _other(look: Look) -> InvoiceReason:
    """Return the reason of an invoice beside the act."""
    return InvoiceReason(look.invoice.id, look.because, look.until)


def _held(look: Look, stop: Stop) -> InvoiceReason:
    """Return the reason of an invoice that a rule of the account stopped."""
    return InvoiceReason(look.invoice.id, stop.because, stop.until)


def _sum(account: AccountFacts) -> int:
    return sum([invoice.open_cents for invoice in account.invoices])
