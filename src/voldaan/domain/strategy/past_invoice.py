"""What was known of one invoice on each day of the past: open or not, and why it was left alone."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, NamedTuple, Protocol

from voldaan.domain.law.limitation import limitation
from voldaan.domain.law.stop_table import HoldKind
from voldaan.domain.law.stops import ASKING_HOLDS
from voldaan.domain.strategy.facts import Deadline, Incident, InvoiceFacts, Reason
from voldaan.domain.strategy.replay import Told

DAY: Final = timedelta(days=1)
TIME_BAR_FROM_AGE: Final = timedelta(days=3 * 366)
"""An invoice that fell due less long ago is two years or more from its time bar."""


class PastBlock(NamedTuple):
    """What left something alone on a day, until which day by itself, and which hold it was."""

    because: Reason
    until: date | None = None
    hold: HoldKind | None = None


class PastHold(NamedTuple):
    """A hold, and the days on which it stood."""

    kind: HoldKind
    first_day: date
    last_day: date | None
    lifted_on: date | None

    def stood(self, day: date) -> bool:
        """Test if it was placed by a day and not lifted on it."""
        return self.first_day <= day and (self.lifted_on is None or self.lifted_on > day)


class PastDispute(NamedTuple):
    """A dispute, with the day by which it was to be answered."""

    opened_on: date
    answer_by: date
    closed_on: date | None


class PastPromise(NamedTuple):
    """A promise, with the last day to keep it."""

    promised_on: date
    last_day: date
    cancelled_on: date | None

    def stood(self, day: date) -> bool:
        """Test if it was made by a day and not cancelled on it."""
        return self.promised_on <= day and (self.cancelled_on is None or self.cancelled_on > day)


class Settled(NamedTuple):
    """What lowered an invoice: from which day it was known, and the day on which it happened."""

    known_on: date
    on: date
    cents: int
    is_money: bool = True
    """Not a credit note, and not let go."""


class Plan(Protocol):
    """A payment plan that the invoice was in."""

    @property
    def agreed_on(self) -> date:
        """The day on which it was agreed."""
        ...

    def block_on(self, day: date, grace: int) -> PastBlock | None:
        """Return what it made of its invoices on a day."""
        ...

    def broken_on(self) -> date | None:
        """Return the day on which it was ended because instalments stayed out."""
        ...

    def changes(self, grace: int) -> Iterator[date]:
        """Yield the days on which that can change."""
        ...


@dataclass(slots=True, kw_only=True)
class PastInvoice:
    """One invoice with all that happened to it, each with its day."""

    id: int
    due_date: date
    issue_date: date
    known_on: date
    asked_cents: int
    settled: Sequence[Settled] = ()
    withdrawn_on: date | None = None
    handed_over_on: date | None = None
    debit_until: date | None = None
    debit_returned_on: date | None = None
    insurer_by: date | None = None
    insurer_told_on: date | None = None
    time_bar_from: date | None = None
    public_law: Reason | None = None
    is_uncovered: bool = False
    """It was handed in before the days that the statements show."""
    has_subject: bool = True
    holds: Sequence[PastHold] = ()
    disputes: Sequence[PastDispute] = ()
    promises: Sequence[PastPromise] = ()
    plans: Sequence[Plan] = ()
    told: Told | None = None
    """What it was last told before the replay."""

    def open_on(self, day: date) -> int:
        """Return the cents that were open as far as was known on a day; 0 before it was known and once withdrawn."""
        if day < self.known_on or (self.withdrawn_on is not None and self.withdrawn_on <= day):
            return 0
        return self.asked_cents - sum([one.cents for one in self.settled if one.known_on <= day])

    @property
    def is_plain(self) -> bool:
        """Test if nothing ever happened to it but that it was paid: before it fell due it concerned nobody."""
        return not (
            self.holds or self.disputes or self.promises or self.plans or self.told or self.public_law
            or self.debit_until or self.debit_returned_on or self.insurer_by or self.time_bar_from
        )  # fmt: skip

    def was_over(self, day: date) -> bool:
        """Test if nothing was open of it on a day, nor ever after."""
        if self.open_on(day) > 0:
            return False
        ended = self.withdrawn_on is not None and self.withdrawn_on <= day
        return ended or (
            self.known_on <= day and all(one.known_on <= day or one.cents > 0 for one in self.settled)
        )

    def paid_on(self) -> date | None:
        """Return the day on which money settled it, by the days of the bank; None: it has not."""
        left = self.asked_cents
        for one in sorted(self.settled, key=_day_of):
            left -= one.cents
            if left <= 0:
                return one.on if one.is_money else None
        return None

    def facts_on(self, day: date, grace: int, *, debits_show: bool) -> InvoiceFacts | None:
        """Return what was known on a day; None where it was not open.

        `grace` is how many days a promised payment may be under way. `debits_show`: the client's own list shows
        whether a direct debit was collected.
        """
        cents = self.open_on(day)
        if cents <= 0:
            return None
        told = self.told or NEVER
        block = self._block_on(day, grace, debits_show=debits_show) or NOTHING
        facts = InvoiceFacts(
            self.id, self.due_date, cents, told.stage, told.on, told.pay_by, block.because, block.until, block.hold
        )  # fmt: skip
        incident = self._incident_on(day, grace)
        if incident is not None and not (told.on is not None and told.on >= incident[1]):
            facts = facts._replace(incident=incident[0], incident_on=incident[1])
        deadlines = self._deadlines_on(day)
        return facts._replace(deadlines=deadlines) if deadlines else facts

    def changes(self, grace: int) -> Iterator[date]:
        """Yield the days on which what is known can change, in no order."""
        yield self.known_on
        for one in self.settled:
            yield one.known_on
        for day in (self.withdrawn_on, self.handed_over_on, self.debit_returned_on, self.insurer_told_on):
            if day is not None:
                yield day
        if self.debit_until is not None:
            yield self.debit_until + DAY
        yield from hold_changes(self.holds)
        for dispute in self.disputes:
            yield from _known((dispute.opened_on, dispute.answer_by + DAY, dispute.closed_on))
        for promise in self.promises:
            yield from _known(
                (promise.promised_on, promise.last_day + timedelta(days=grace + 1), promise.cancelled_on)
            )
        for plan in self.plans:
            yield from plan.changes(grace)
        if self.due_date + TIME_BAR_FROM_AGE > self.known_on:
            yield self.due_date + TIME_BAR_FROM_AGE + DAY

    def _block_on(self, day: date, grace: int, *, debits_show: bool) -> PastBlock | None:
        if self.handed_over_on is not None and self.handed_over_on <= day:
            return PastBlock("HANDED_OVER")
        if self.public_law == "PUBLIC_LAW_DEBT":
            return PastBlock(self.public_law)
        found = (
            _dispute_on(self.disputes, day)
            or hold_on(self.holds, day)
            or next((block for plan in self.plans if (block := plan.block_on(day, grace))), None)
            or _promise_on(self.promises, day, grace)
        )
        if found is not None:
            return found
        if self.public_law is not None:
            return PastBlock(self.public_law)
        if self.debit_returned_on is not None and day < self.debit_returned_on:
            return PastBlock("DIRECT_DEBIT_RUNNING")
        if self.debit_until is not None:
            if day <= self.debit_until:
                return PastBlock("DIRECT_DEBIT_RUNNING", self.debit_until + DAY)
            return None if debits_show else PastBlock("DIRECT_DEBIT_NOT_SEEN")
        return PastBlock("EARLIER_DAYS_NOT_COVERED") if self.is_uncovered else None

    def _incident_on(self, day: date, grace: int) -> tuple[Incident, date] | None:
        """Return what went wrong last, as long as nothing was agreed, disputed or settled since."""
        found: list[tuple[Incident, date, date]] = []
        promises = [one for one in self.promises if one.stood(day)]
        if promises:
            last, since = max(one.last_day for one in promises), max(one.promised_on for one in promises)
            found.append(("BROKEN_PROMISE", last + timedelta(days=grace + 1), since))
        found += [("FAILED_PLAN", ended, ended) for plan in self.plans if (ended := plan.broken_on())]
        if self.debit_returned_on is not None and self.debit_until is None:
            found.append(("RETURNED_DEBIT", self.debit_returned_on, self.debit_returned_on))
        clear = [one for one in found if one[1] <= day]
        standing = [(one[0], one[1]) for one in clear if not self._is_over(one[0], one[2], day)]
        return max(standing, key=_clear_on, default=None)

    def _is_over(self, incident: Incident, since: date, day: date) -> bool:
        """Test if something came after what went wrong: a new promise, a plan, a dispute, a settlement."""
        after = [one.opened_on for one in self.disputes] + [plan.agreed_on for plan in self.plans]
        if incident != "BROKEN_PROMISE":
            after += [one.promised_on for one in self.promises if one.stood(day)]
        return any(since <= one <= day for one in after) or self._was_settled_since(since, day)

    def _was_settled_since(self, since: date, day: date) -> bool:
        """Test if nothing was open of it at the end of a day from `since` on, before something was taken back."""
        known = sorted((one for one in self.settled if one.known_on <= day), key=_day_of)
        if all(one.cents > 0 for one in known):
            return False
        left = self.asked_cents
        for one, following in pairwise(known):
            left -= one.cents
            if left == 0 and following.on > one.on and following.on - DAY >= since:
                return True
        return False

    def _deadlines_on(self, day: date) -> tuple[Deadline, ...]:
        if self.handed_over_on is not None and self.handed_over_on <= day:
            return ()
        found = []
        if self.insurer_by is not None and (self.insurer_told_on is None or self.insurer_told_on > day):
            found.append(Deadline("INSURER", self.insurer_by))
        if self.time_bar_from is not None:
            found.append(Deadline("TIME_BAR", self.time_bar_from))
        elif self.due_date < day - TIME_BAR_FROM_AGE:
            found.append(Deadline("TIME_BAR", limitation("CONTRACT", self.due_date).time_barred_from))
        return tuple(found)


class _Never(NamedTuple):
    stage: None = None
    on: None = None
    pay_by: None = None


class _Nothing(NamedTuple):
    because: None = None
    until: None = None
    hold: None = None


NEVER: Final = _Never()
"""Of an invoice about which nothing was sent."""
NOTHING: Final = _Nothing()
"""Of an invoice that nothing leaves alone."""


class InvoiceCourse:
    """The facts of one invoice from change to change, made when they are asked for."""

    def __init__(
        self, invoice: PastInvoice, grace: int, *, debits_show: bool, early: int | None = None
    ) -> None:
        """Put the days on which it changes in order.

        `early` is how many days after its due date a plain invoice can first bring about something. None: at once.
        """
        self.invoice = invoice
        self.days = _while_open(invoice, sorted(set(invoice.changes(grace))))
        self.telling = self._telling(early)
        """Those of these days on which an account can come to another act."""
        self._grace = grace
        self._debits_show = debits_show
        self._made: dict[int, InvoiceFacts | None] = {}

    def _telling(self, early: int | None) -> list[date]:
        if early is None or not self.invoice.is_plain:
            return self.days
        first = self.invoice.due_date + timedelta(days=early)
        later = [day for day in self.days if day > first]
        return later if first < self.days[0] or self.invoice.open_on(first) <= 0 else [first, *later]

    def on(self, day: date) -> InvoiceFacts | None:
        """Return the facts of a day; None where it was not open."""
        place = bisect_right(self.days, day)
        if place not in self._made:
            self._made[place] = self.invoice.facts_on(day, self._grace, debits_show=self._debits_show)
        return self._made[place]


def _while_open(invoice: PastInvoice, days: list[date]) -> list[date]:
    """Return the days up to and including the one on which it closed for good: later ones change nothing."""
    place = len(days)
    while place > 1 and invoice.open_on(days[place - 1]) <= 0 and invoice.open_on(days[place - 2]) <= 0:
        place -= 1
    return days[:place]


def hold_on(holds: Sequence[PastHold], day: date) -> PastBlock | None:
    """Return what holds made on a day: of those that stood the longest, else one that has ended and asks a person.

    The holds are in the order in which they were placed. One that protects the debtor asks when it is over, while no
    later one of its kind stands in its place.
    """
    standing = [one for one in holds if one.stood(day)]
    running = [one for one in standing if one.last_day is None or one.last_day >= day]
    if running:
        longest = max(running, key=lambda one: one.last_day or date.max)
        return PastBlock(
            "ON_HOLD", None if longest.last_day is None else longest.last_day + DAY, longest.kind
        )
    ended = [one for one in standing if one.kind in ASKING_HOLDS]
    if not ended:
        return None
    return PastBlock("HOLD_ENDED", None, max(ended, key=lambda one: one.last_day or date.min).kind)


def hold_changes(holds: Sequence[PastHold]) -> Iterator[date]:
    """Yield the days on which holds begin, end or are lifted."""
    for one in holds:
        yield from _known((one.first_day, one.last_day and one.last_day + DAY, one.lifted_on))


def _dispute_on(disputes: Sequence[PastDispute], day: date) -> PastBlock | None:
    for one in disputes:
        if one.opened_on <= day and (one.closed_on is None or one.closed_on > day):
            return (
                PastBlock("ANSWER_OVERDUE")
                if one.answer_by < day
                else PastBlock("DISPUTED", one.answer_by + DAY)
            )
    return None


def _promise_on(promises: Sequence[PastPromise], day: date, grace: int) -> PastBlock | None:
    over = [one.last_day + timedelta(days=grace + 1) for one in promises if one.stood(day)]
    until = max(over, default=None)
    return PastBlock("PROMISED", until) if until is not None and until > day else None


def _known(days: Sequence[date | None]) -> Iterator[date]:
    return (day for day in days if day is not None)


def _clear_on(pair: tuple[Incident, date]) -> date:
    return pair[1]


def _day_of(one: Settled) -> date:
    return one.on
