"""One account as it stands, for the days to come: nothing comes in, and what is dated ends on its day."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, NamedTuple

from voldaan.domain.law.stops import ASKING_HOLDS
from voldaan.domain.strategy.facts import AccountFacts, InvoiceFacts, Reason

_ENDS_IN: Final[dict[Reason, Reason]] = {
    "DISPUTED": "ANSWER_OVERDUE",
    "DIRECT_DEBIT_RUNNING": "DIRECT_DEBIT_NOT_SEEN",
}
"""Blocks whose end asks a person."""


class Turn(NamedTuple):
    """From a day on other exceptions are in force: how the facts of an account then are."""

    day: date
    apply: Callable[[AccountFacts], AccountFacts]


class Standing:
    """The course of an account whose facts change only because days pass."""

    def __init__(
        self, account: AccountFacts, *, turns: Sequence[Turn] = (), debits_show: bool = False
    ) -> None:
        """Keep the photograph of the first day.

        `turns` are the exceptions that begin or end later, in order. `debits_show`: the client's own list will show
        whether a direct debit was collected, so that nobody needs to be asked.
        """
        self._account = account
        self._turns = turns
        self._debits_show = debits_show
        ends = {account.block_until, *(invoice.block_until for invoice in account.invoices)} - {None}
        self._changes = sorted({day for day in ends if day is not None} | {turn.day for turn in turns})

    def on(self, day: date) -> AccountFacts:
        """Return the facts of a day."""
        account = self._account
        if not self._changes or self._changes[0] > day:
            return account
        if _is_over(account.block_until, day):
            account = _unblocked(account)
        account = account._replace(invoices=tuple([self._invoice(one, day) for one in account.invoices]))
        in_force = [turn for turn in self._turns if turn.day <= day]
        return in_force[-1].apply(account) if in_force else account

    def changes_after(self, day: date) -> date | None:
        """Return the next day on which something ends."""
        place = bisect_right(self._changes, day)
        return self._changes[place] if place < len(self._changes) else None

    def _invoice(self, invoice: InvoiceFacts, day: date) -> InvoiceFacts:
        if not _is_over(invoice.block_until, day) or invoice.block is None:
            return invoice
        follows = _ENDS_IN.get(invoice.block)
        if invoice.block == "ON_HOLD" and invoice.hold in ASKING_HOLDS:
            return invoice._replace(block="HOLD_ENDED", block_until=None)
        if follows is not None and not (follows == "DIRECT_DEBIT_NOT_SEEN" and self._debits_show):
            return invoice._replace(block=follows, block_until=None, hold=None)
        over = invoice._replace(block=None, block_until=None, hold=None)
        if invoice.block != "PROMISED":
            return over
        # The days that a payment could be under way have passed: this is when it becomes clear.
        return over._replace(incident="BROKEN_PROMISE", incident_on=invoice.block_until)


def _unblocked(account: AccountFacts) -> AccountFacts:
    if account.block == "ON_HOLD" and account.hold in ASKING_HOLDS:
        return account._replace(block="HOLD_ENDED", block_until=None)
    return account._replace(block=None, block_until=None, hold=None)


def _is_over(until: date | None, day: date) -> bool:
    return until is not None and until <= day
