"""What stops every reminder of an account for a day, rule by rule: the debtor's protection first.

One list serves the decision and its explanation: `decide` takes the first rule that stops, `why` shows each.
"""

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from voldaan.domain.strategy.facts import ASKING_BLOCKS, AccountFacts, Act, DayFacts, InvoiceFacts, Reason
from voldaan.domain.strategy.looks import earliest
from voldaan.domain.strategy.strategy import NOTICE, SPOKEN, Breadth, Stage, Strategy

MONTH_DAYS: Final = 30
"""The window in which the reminders of a month are counted."""


class Matter(NamedTuple):
    """What the rules look at."""

    account: AccountFacts
    strategy: Strategy
    day: DayFacts
    due_cents: int
    """What is open of the invoices that would be reminded."""
    stage: Stage | None
    """The stage that would lead the message; None where nothing is due."""
    leading: tuple[InvoiceFacts, ...] = ()
    """The invoices that have come to that stage."""


class Stop(NamedTuple):
    """What a rule does to the whole account today."""

    act: Act
    because: Reason
    until: date | None
    """The first day on which this rule can answer otherwise. None: not before a fact changes."""


class Rule(NamedTuple):
    """One rule: its name, and what it answers."""

    name: str
    stops: Callable[[Matter], Stop | None]


def block_of(account: AccountFacts) -> Stop | None:
    """Leave the account alone as a whole. A hold that has ended asks a person."""
    if account.block is None:
        return None
    return Stop("ASK" if account.block in ASKING_BLOCKS else "HOLD", account.block, account.block_until)


def blocked(matter: Matter) -> Stop | None:
    """Leave the account alone as a whole."""
    return block_of(matter.account)


def paused(matter: Matter) -> Stop | None:
    """Leave the whole account alone for what concerns one invoice, where the strategy says so.

    What has run out meanwhile, a dispute without its answer or an instalment that stayed out, asks a person first.
    """
    pauses = matter.strategy.pauses
    if pauses.dispute == pauses.promise == pauses.payment_plan == "INVOICE":
        return None
    wide: dict[Reason, Breadth] = {
        "ANSWER_OVERDUE": pauses.dispute,
        "INSTALMENT_MISSED": pauses.payment_plan,
        "DISPUTED": pauses.dispute,
        "PROMISED": pauses.promise,
        "ON_PAYMENT_PLAN": pauses.payment_plan,
    }
    for block, breadth in wide.items():
        if breadth == "INVOICE":
            continue
        for invoice in matter.account.invoices:
            if invoice.block == block:
                return Stop("ASK" if block in ASKING_BLOCKS else "HOLD", block, invoice.block_until)
    return None


def stale(matter: Matter) -> Stop | None:
    """Hold everybody while nobody knows who has paid (P2)."""
    return None if matter.day.truth_is_fresh else Stop("HOLD", "PAYMENT_TRUTH_STALE", None)


def complained(matter: Matter) -> Stop | None:
    """Wait after a complaint, whether or not it was settled."""
    complaint = matter.account.complained_on
    if complaint is None:
        return None
    free = complaint + timedelta(days=matter.strategy.manners.days_after_complaint + 1)
    return Stop("WAIT", "COMPLAINED_RECENTLY", free) if matter.day.on < free else None


def spaced(matter: Matter) -> Stop | None:
    """Wait until the spacing after the last reminder is over (P5)."""
    last = matter.account.last_reminder_on
    if last is None:
        return None
    free = last + timedelta(days=matter.strategy.manners.days_between_reminders)
    return Stop("WAIT", "REMINDED_RECENTLY", free) if matter.day.on < free else None


def enough(matter: Matter) -> Stop | None:
    """Wait where the debtor has had as many reminders in thirty days as the strategy allows."""
    most = matter.strategy.manners.reminders_a_month
    if most is None or not matter.account.recent_reminders:
        return None
    window = matter.day.on - timedelta(days=MONTH_DAYS)
    recent = sorted(day for day in matter.account.recent_reminders if day > window)
    if len(recent) < most:
        return None
    return Stop("WAIT", "ENOUGH_THIS_MONTH", recent[-most] + timedelta(days=MONTH_DAYS))


def too_small(matter: Matter) -> Stop | None:
    """Wait until what is due together is worth a message. It is not forgotten."""
    is_small = matter.due_cents < matter.strategy.manners.minimum_cents
    return Stop("WAIT", "TOO_SMALL", None) if matter.stage is not None and is_small else None


def another_weekday(matter: Matter) -> Stop | None:
    """Wait for a day of the week on which the strategy sends."""
    days, on = matter.strategy.manners.weekdays, matter.day.on
    if on.weekday() in days:
        return None
    following = next(ahead for ahead in range(1, 8) if (on.weekday() + ahead) % 7 in days)
    return Stop("WAIT", "NOT_ON_THIS_DAY", on + timedelta(days=following))


def to_mend(matter: Matter) -> Stop | None:
    """Ask a person to mend what keeps a message from being written."""
    return mend_of(matter.account)


def mend_of(account: AccountFacts) -> Stop | None:
    """Return the question of what must be mended about an account; None where nothing is."""
    return None if account.ask is None else Stop("ASK", account.ask, None)


def outside_contact_days(matter: Matter) -> Stop | None:
    """Keep an agency from people on a Sunday or holiday (Bki 4.2)."""
    day, weekdays = matter.day, matter.strategy.manners.weekdays
    if not day.by_agency or not matter.account.is_person or day.contact_day:
        return None
    following = (day.on + timedelta(days=ahead) for ahead in range(1, 8))
    not_sending = next((one for one in following if one.weekday() not in weekdays), None)
    return Stop("ASK", "OUTSIDE_CONTACT_DAYS", earliest(day.next_contact_day, not_sending))


def unreachable(matter: Matter) -> Stop | None:
    """Ask for an address where none of the stage's channels reaches the debtor."""
    if matter.stage is None or channel_of(matter) is not None:
        return None
    return Stop("ASK", "NO_ADDRESS", None)


def channel_of(matter: Matter) -> str | None:
    """Return the first channel of a stage that reaches the debtor; the one that a person chose, where one did."""
    account, stage = matter.account, matter.stage
    if stage is None:
        return None
    wanted: tuple[str, ...] = stage.channels if account.channel is None else (account.channel,)
    for channel in wanted:
        if channel in account.channels and (channel not in SPOKEN or _may_be_spoken(matter, stage)):
            return channel
    return None


def _may_be_spoken(matter: Matter, stage: Stage) -> bool:
    """Test if this can be said by telephone: no notice, and nothing of which a person must have heard in writing.

    Follows from 6:96 paragraph 6 BW, and from Bki 3.1: who is approached by an agency has each claim in writing.
    """
    return stage.wording != NOTICE and not unwritten(matter.leading, matter.account, matter.day)


def unwritten(
    invoices: Iterable[InvoiceFacts], account: AccountFacts, day: DayFacts
) -> tuple[InvoiceFacts, ...]:
    """Return the invoices of which a natural person heard nothing yet, where an agency would speak of them."""
    if not (day.by_agency and account.is_person):
        return ()
    return tuple([invoice for invoice in invoices if invoice.reminded_on is None])


LEFT_ALONE: Final = (Rule("BLOCKED", blocked), Rule("PAUSED", paused))
"""What leaves an account in peace as a whole, whatever its invoices want."""
OF_WHAT_IS_DUE: Final = (
    Rule("PAYMENT_TRUTH_STALE", stale),
    Rule("COMPLAINED_RECENTLY", complained),
    Rule("REMINDED_RECENTLY", spaced),
    Rule("ENOUGH_THIS_MONTH", enough),
    Rule("TOO_SMALL", too_small),
    Rule("TO_MEND", to_mend),
    Rule("NO_ADDRESS", unreachable),
    Rule("NOT_ON_THIS_DAY", another_weekday),
    Rule("OUTSIDE_CONTACT_DAYS", outside_contact_days),
)
"""What keeps what is due here. It does not hide what a person must see of another invoice."""
RULES: Final = (*LEFT_ALONE, *OF_WHAT_IS_DUE)
OF_THE_DAY: Final = ("NOT_ON_THIS_DAY", "OUTSIDE_CONTACT_DAYS")
"""Rules about the day on which a message leaves. What else has to be asked can be asked on any day."""
_ON_SOME_DAY: Final = tuple(rule for rule in RULES if rule.name not in OF_THE_DAY)


def first_stop(matter: Matter, rules: Iterable[Rule] = RULES) -> Stop | None:
    """Return what the first of these rules does that stops; None where the account may be reminded."""
    for rule in rules:
        stop = rule.stops(matter)
        if stop is not None:
            return stop
    return None


def may_go_some_day(matter: Matter) -> bool:
    """Test if nothing but the day itself keeps a message here."""
    return first_stop(matter, _ON_SOME_DAY) is None
