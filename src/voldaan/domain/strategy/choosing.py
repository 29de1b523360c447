"""Which strategy an account follows: the first of the client's list that is for it, or what a person chose."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.strategy import EVERYBODY, SPOKEN, ForWhom, Stage, Strategy

NEW_FOR_DAYS: Final = 90
"""How long somebody counts as a new customer after the first invoice came in."""


class Strategies:
    """The strategies of a client in the order in which they are tried, with those that a person may have chosen."""

    def __init__(self, ordered: Sequence[Strategy], named: Mapping[str, Strategy] | None = None) -> None:
        """Keep the strategies, and each as it is for who needs no fourteen-day notice."""
        self.ordered = tuple(ordered)
        self.named = dict(named or {})
        self._every = (*self.ordered, *(self.named[key] for key in sorted(self.named)))
        self._without_notice = {one.digest: one.without_notice() for one in self._every}
        first = self.ordered[0]
        self.only = first if len(self.ordered) == 1 and first.for_whom == EVERYBODY else None
        """The strategy of everybody for whom no person chose another, where there is one."""
        self.only_without_notice = self._without_notice[first.digest]
        whom = [one.for_whom for one in self.ordered]
        self._days_late = sorted(
            {days for one in whom for days in (one.late_from_days, one.late_below_days) if days}
        )

    @property
    def digest(self) -> str:
        """Return what tells these strategies, in this order, from any others."""
        if len(self._every) == 1:
            return self._every[0].digest
        return hashlib.sha256("+".join(one.digest for one in self._every).encode()).hexdigest()

    @property
    def asks_history(self) -> bool:
        """Test if a strategy looks at how an account paid before, which costs something to find out."""
        return any(one.for_whom.history for one in self._every)

    @property
    def asks_new_customer(self) -> bool:
        """Test if a strategy looks at whether somebody is a new customer, or is none."""
        return any(
            one.for_whom.new_customer is not None or one.person_first.new_customer for one in self._every
        )

    @property
    def days_after_promise(self) -> int:
        """Return how many days a promised payment may be under way: the most that one of the strategies gives."""
        return max(one.pauses.days_after_promise for one in self._every)

    @property
    def asks_phone(self) -> bool:
        """Test if a strategy goes by telephone, so that the numbers of everybody have to be looked up."""
        return any(
            not set(SPOKEN).isdisjoint(stage.channels) for one in self._every for stage in _messages(one)
        )

    @property
    def counts_a_month(self) -> bool:
        """Test if a strategy limits the reminders of a month."""
        return any(one.manners.reminders_a_month is not None for one in self._every)

    def for_account(self, account: AccountFacts, on: date, client: str = "") -> Strategy | None:
        """Return the strategy that an account follows on a day; None where none of the list is for it.

        Nor where a person chose one that is not there: nobody is reminded more strictly than a person meant.
        """
        chosen = self._chosen(account, on, client)
        if chosen is None or account.kind == "PERSON":
            return chosen
        return self._without_notice[chosen.digest]

    def lacks_chosen(self, account: AccountFacts) -> bool:
        """Test if a person chose a strategy for the account that is not there, or cannot be used."""
        return account.strategy is not None and account.strategy not in self.named

    def another_from(self, account: AccountFacts, on: date) -> date | None:
        """Return the first later day on which the calendar alone can give the account another strategy."""
        if self.only is not None or account.strategy is not None:
            return None
        oldest = min((invoice.due_date for invoice in account.invoices), default=None)
        days = [] if oldest is None else [oldest + timedelta(days=count) for count in self._days_late]
        if account.first_invoice_on is not None:
            days.append(account.first_invoice_on + timedelta(days=NEW_FOR_DAYS))
        return min((day for day in days if day > on), default=None)

    def _chosen(self, account: AccountFacts, on: date, client: str) -> Strategy | None:
        if account.strategy is not None:
            return self.named.get(account.strategy)
        if self.only is not None:
            return self.only
        return next((one for one in self.ordered if why_not(one.for_whom, account, on, client) is None), None)


def _messages(strategy: Strategy) -> tuple[Stage, ...]:
    """Return every message of a strategy, with the first texts of the incidents."""
    return (*strategy.stages, *(after.stage for after in strategy.after.values() if after.stage is not None))


def why_not(whom: ForWhom, account: AccountFacts, on: date, client: str) -> str | None:
    """Return the name of the first condition that does not fit the account; None where all do."""
    if whom == EVERYBODY:
        return None
    open_cents = sum(invoice.open_cents for invoice in account.invoices)
    late = days_late(account, on)
    fits = {
        "debtor": not whom.debtor or account.kind in whom.debtor,
        "clients": not whom.clients or client in whom.clients,
        "open_from_cents": open_cents >= whom.open_from_cents,
        "open_below_cents": whom.open_below_cents is None or open_cents < whom.open_below_cents,
        "late_from_days": late >= whom.late_from_days,
        "late_below_days": whom.late_below_days is None or late < whom.late_below_days,
        "languages": not whom.languages or account.language in whom.languages,
        "tags": not whom.tags or not account.tags.isdisjoint(whom.tags),
        "history": not whom.history or account.history in whom.history,
        "new_customer": whom.new_customer is None or is_new(account, on) is whom.new_customer,
    }
    return next((name for name, it_does in fits.items() if not it_does), None)


def days_late(account: AccountFacts, on: date) -> int:
    """Return how many days the oldest overdue invoice of an account is late; 0 where none is."""
    oldest = min((invoice.due_date for invoice in account.invoices), default=on)
    return max((on - oldest).days, 0)


def is_new(account: AccountFacts, on: date) -> bool:
    """Test if the first invoice of an account is less than ninety days old. Where it is not known it is not new."""
    first = account.first_invoice_on
    return first is not None and (on - first).days < NEW_FOR_DAYS
