"""What was known of one account on each day of the past: a course that a replay walks."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from voldaan.domain.strategy.facts import AccountFacts, InvoiceFacts
from voldaan.domain.strategy.history import LOOK_BACK_DAYS, payment_history
from voldaan.domain.strategy.past_invoice import (
    InvoiceCourse,
    PastBlock,
    PastHold,
    PastInvoice,
    hold_changes,
    hold_on,
)
from voldaan.domain.strategy.standing import Turn


@dataclass(slots=True, kw_only=True)
class PastPlan:
    """A payment plan with its instalments and the invoices in it."""

    agreed_on: date
    ended_on: date | None
    was_broken: bool
    instalments: Sequence[tuple[date, int]]
    invoices: list[PastInvoice]

    def block_on(self, day: date, grace: int) -> PastBlock | None:
        """Return what it made of its invoices on a day: left alone, or a question where an instalment stayed out."""
        if not self.agreed_on <= day or (self.ended_on is not None and self.ended_on <= day):
            return None
        agreed = sum(cents for _, cents in self.instalments)
        asked = sum(cents for due, cents in self.instalments if due < day - timedelta(days=grace))
        left = sum(invoice.open_on(day) for invoice in self.invoices)
        return PastBlock("INSTALMENT_MISSED" if agreed - left < asked else "ON_PAYMENT_PLAN")

    def broken_on(self) -> date | None:
        """Return the day on which it was ended because instalments stayed out."""
        return self.ended_on if self.was_broken else None

    def changes(self, grace: int) -> Iterator[date]:
        """Yield the days on which that can change."""
        yield self.agreed_on
        if self.ended_on is not None:
            yield self.ended_on
        for due, _ in self.instalments:
            yield due + timedelta(days=grace + 1)
        for invoice in self.invoices:
            yield from (one.known_on for one in invoice.settled)


@dataclass(slots=True, kw_only=True)
class PastAccount:
    """One account with all that happened to it."""

    base: AccountFacts
    """What is not kept by day and counts as it is now: capacity, ways to reach it, language, tags. No invoices."""
    invoices: Sequence[PastInvoice] = ()
    holds: Sequence[PastHold] = ()
    """Of the account as a whole."""
    waits: Sequence[tuple[date, date | None]] = ()
    """From and until when money or a credit note waited for a person."""
    complained: Sequence[date] = ()
    email_failed_on: date | None = None
    """From this day on its e-mail address did not take messages."""
    says_subjects: bool = False
    """An agency writes, who must say what each invoice is for."""


class PastCourse:
    """The course of one account over a period."""

    def __init__(
        self,
        past: PastAccount,
        *,
        first_day: date,
        grace: int,
        turns: Sequence[Turn] = (),
        debits_show: bool = False,
        knows_history: bool = False,
        early: int | None = None,
    ) -> None:
        """Put the days on which something changes in order. What was over before `first_day` is left out.

        `turns` are the exceptions in force, from each day on which they change. `grace` is how many days a promised
        payment may be under way. `debits_show`: the client's own list shows whether a direct debit was collected.
        """
        self._past = past
        self._turns = turns
        self._knows_history = knows_history
        by_due = sorted(past.invoices, key=_due_first)
        self._invoices = [
            InvoiceCourse(one, grace, debits_show=debits_show, early=None if turns else early)
            for one in by_due
            if not one.was_over(first_day)
        ]
        around = set(self._around_changes())
        self._days = sorted(around.union(*(course.days for course in self._invoices)))
        self._telling = sorted(around.union(*(course.telling for course in self._invoices)))
        self._made: dict[int, AccountFacts | None] = {}

    def on(self, day: date) -> AccountFacts | None:
        """Return what was known on a day; None where nothing was open."""
        place = bisect_right(self._days, day)
        if place not in self._made:
            self._made[place] = self._facts_on(day)
        return self._made[place]

    def changes_after(self, day: date) -> date | None:
        """Return the first later day on which something else was known."""
        place = bisect_right(self._telling, day)
        return self._telling[place] if place < len(self._telling) else None

    def _around_changes(self) -> Iterator[date]:
        past = self._past
        yield from hold_changes(past.holds)
        for begins, ends in past.waits:
            yield begins
            if ends is not None:
                yield ends
        yield from past.complained
        if past.email_failed_on is not None:
            yield past.email_failed_on
        yield from (turn.day for turn in self._turns)

    def _facts_on(self, day: date) -> AccountFacts | None:
        found = [one for course in self._invoices if (one := course.on(day)) is not None]
        if not found:
            return None
        facts = self._around(found, day)
        in_force = [turn for turn in self._turns if turn.day <= day]
        return in_force[-1].apply(facts) if in_force else facts

    def _around(self, invoices: list[InvoiceFacts], day: date) -> AccountFacts:
        past, base = self._past, self._past.base
        facts = base._replace(invoices=tuple(invoices))
        if base.block is None and (past.holds or past.waits):
            block = hold_on(past.holds, day) or _waits(past.waits, day)
            if block is not None:
                facts = facts._replace(block=block.because, block_until=block.until, hold=block.hold)
        if past.complained:
            facts = facts._replace(
                complained_on=max((one for one in past.complained if one <= day), default=None)
            )
        if past.email_failed_on is not None and past.email_failed_on <= day:
            facts = facts._replace(channels=tuple(one for one in base.channels if one != "EMAIL"))
        if past.says_subjects and base.ask is None and base.is_person and self._subject_is_missing(day):
            facts = facts._replace(ask="CLAIM_FACTS_MISSING")
        return self._with_history(facts, day) if self._knows_history else facts

    def _subject_is_missing(self, day: date) -> bool:
        return any(
            not course.invoice.has_subject
            and (facts := course.on(day)) is not None
            and facts.block != "HANDED_OVER"
            for course in self._invoices
        )

    def _with_history(self, facts: AccountFacts, day: date) -> AccountFacts:
        known = [one for one in self._past.invoices if one.known_on <= day]
        since = day - timedelta(days=LOOK_BACK_DAYS)
        paid = [
            (one, last) for one in known if (last := _last_payment(one, day)) is not None and last > since
        ]
        late = [(last - one.due_date).days for one, last in paid]
        first = min((one.issue_date for one in known), default=None)
        return facts._replace(history=payment_history(late), first_invoice_on=first)


def _last_payment(invoice: PastInvoice, day: date) -> date | None:
    """Return the day of the last payment of an invoice of which nothing was open on a day; None where it was open."""
    withdrawn = invoice.withdrawn_on is not None and invoice.withdrawn_on <= day
    if withdrawn or invoice.open_on(day) > 0:
        return None
    return max(
        (one.on for one in invoice.settled if one.known_on <= day and one.is_money and one.cents > 0),
        default=None,
    )


def _waits(spans: Sequence[tuple[date, date | None]], day: date) -> PastBlock | None:
    if any(begins <= day and (ends is None or day < ends) for begins, ends in spans):
        return PastBlock("MONEY_TO_PLACE")
    return None


def _due_first(invoice: PastInvoice) -> tuple[date, int]:
    return invoice.due_date, invoice.id
