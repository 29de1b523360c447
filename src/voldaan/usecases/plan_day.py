"""Decide a day for a client: read a photograph, decide each account, keep what differs.

The photograph is read outside a transaction, so that nobody waits for it; the decisions are written in short
transactions, each of which first looks whether the book has moved since. When it has, the day is decided anew.
"""

import hashlib
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from django.conf import settings

from voldaan.domain.law.contact import allowed, day_allowed
from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.decide import decide
from voldaan.domain.strategy.facts import AccountFacts, DayFacts, Decision
from voldaan.domain.strategy.strategy import Strategy
from voldaan.records import decisions, events, snapshots
from voldaan.records.departures import chosen_strategies
from voldaan.records.models import Client, DayPlan, Engagement
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.truth import Truth, known_since, payment_truth
from voldaan.usecases.known_strategies import strategies_of

ATTEMPTS = 5
READ_WHOLE_FROM = 100
"""From how many accounts on one pass over the whole book is less work than a look at each."""
NIGHT = time(23, 0)
"""An hour at which nobody may be approached: from it the law tells the next day of contact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What a client's day is decided with."""

    client: Client
    on: date
    truth: Truth
    strategies: Strategies
    engagement: Engagement | None
    known_since: date | None
    """The first day of the bank statements, where the bank is the payment truth."""
    facts: DayFacts

    @property
    def strategy_keys(self) -> str:
        """Return the keys of the strategies, with commas, in the order in which they are tried."""
        return self.engagement.strategy if self.engagement else self.client.strategy

    def strategy_of(self, account: AccountFacts) -> Strategy | None:
        """Return the strategy that an account follows on this day; None where none of the list is for it."""
        return self.strategies.for_account(account, self.on, self.client.key)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A day that was decided and kept."""

    day: Day
    plan_id: int
    accounts: int
    changed: int
    acts: dict[str, int]
    stopped_by_truth: int
    """Accounts that would have been reminded on a fresher payment truth."""


class BookMoved(Exception):
    """The book changed while the day was being decided, again and again."""


def day_of(client: Client, on: date) -> Day:
    """Return what the day of `client` is decided with. Needs the client's rows open."""
    truth = payment_truth(client, on)
    engagement = truth.engagement
    agreed = engagement or client
    strategies = strategies_of(agreed.strategy, also=chosen_strategies(client, on))
    facts = day_facts(client, on, engagement, truth_until=truth.covers_until, truth_is_fresh=truth.fresh)
    return Day(
        client=client,
        on=on,
        truth=truth,
        strategies=strategies,
        engagement=engagement,
        known_since=known_since(client, truth),
        facts=facts,
    )


def day_facts(
    client: Client, on: date, engagement: Engagement | None, *, truth_until: date | None, truth_is_fresh: bool
) -> DayFacts:
    """Return what holds for every account of `client` on a day, given who writes and how far payments are known."""
    additional = settings.INSTALLATION.additional_holidays
    contact_day = day_allowed(on, additional=additional)
    following = allowed(datetime.combine(on, NIGHT), additional=additional).next_allowed.date()
    agreed = engagement or client
    return DayFacts(
        on=on,
        truth_until=truth_until,
        truth_is_fresh=truth_is_fresh,
        by_agency=engagement is not None,
        contact_day=contact_day,
        next_contact_day=None if contact_day else following,
        client=client.key,
        additional_holidays=additional,
        asks_first=agreed.asks_first,
        silence_goes=agreed.silence_goes,
    )


def decided(day: Day, account_id: int | None = None) -> Iterator[tuple[AccountFacts, Decision]]:
    """Yield each account with an open invoice, or one, with its decision. Changes nothing."""
    agency = day.engagement.agency if day.engagement else None
    accounts = snapshots.accounts_on(
        day.client,
        day.on,
        agency=agency,
        known_since=day.known_since,
        ledger_until=day.truth.until if day.truth.kind == "LEDGER" else None,
        account_id=account_id,
        strategies=day.strategies,
    )
    for account in accounts:
        yield account, decide(account, day.strategies, day.facts)


def facts_of(day: Day, accounts: Collection[int]) -> dict[int, AccountFacts]:
    """Return the facts of these accounts on this day, where something is open of them. Needs the client's rows open."""
    if len(accounts) > READ_WHOLE_FROM:
        return {facts.id: facts for facts, _ in decided(day) if facts.id in accounts}
    return {number: facts for number in accounts for facts, _ in decided(day, number)}


def plan_day(client: Client, *, on: date, at: datetime, by: str) -> Planned:
    """Decide every account of `client` for the day `on` and keep the decisions that differ from those that stand.

    Raises:
        BookMoved: other writers changed the book during each of several attempts.
    """
    for _ in range(ATTEMPTS):
        with rows_of(client):
            # What the day is decided with can change as well: its head is seen before any of it is read.
            seen = events.head(client)
            planned = _plan(day_of(client, on), seen, at, by)
        if planned is not None:
            return planned
    raise BookMoved(
        f"The book of {client.name} kept changing while its day was decided. Try again in a moment."
    )


def _plan(day: Day, seen: tuple[int, str], at: datetime, by: str) -> Planned | None:
    client = day.client
    standing = decisions.standing(client)
    with one_transaction():
        plan = DayPlan.objects.create(
            client=client,
            on=day.on,
            made_at=at,
            strategy=day.strategy_keys,
            strategy_digest=day.strategies.digest,
            accounts=0,
            changed=0,
            digest="",
            payments_until=day.truth.until,
        )
    count = _Count()
    for chunk in decisions.chunks(_changed(day, standing, count)):
        with one_transaction():
            events.hold_still(client)
            if events.head(client) != seen:
                return None
            decisions.insert(client, plan.pk, day.on, chunk)
        count.changed += len(chunk)
    with one_transaction():
        events.hold_still(client)
        if events.head(client) != seen:
            return None
        _finish(plan, day, count, at, by)
    return Planned(
        day=day,
        plan_id=plan.pk,
        accounts=count.accounts,
        changed=count.changed,
        acts=count.acts,
        stopped_by_truth=count.stale,
    )


class _Count:
    """What a plan adds up while it runs."""

    def __init__(self) -> None:
        self.accounts = self.changed = self.stale = 0
        self.acts: dict[str, int] = {}
        self.sha = hashlib.sha256()


def _changed(
    day: Day, standing: decisions.Standing, count: _Count
) -> Iterator[tuple[int, Decision, str, str]]:
    compact: Callable[[Decision], tuple[str, str]] = decisions.compact
    acts = count.acts
    for account, decision in decided(day):
        invoices, others = compact(decision)
        says = decisions.saying(decision, invoices, others)
        count.accounts += 1
        acts[decision.act] = acts.get(decision.act, 0) + 1
        if decision.because == "PAYMENT_TRUTH_STALE":
            count.stale += 1
        count.sha.update(f"{account.id}={says}\n".encode())
        if standing.pop(account.id, None) != says:
            yield account.id, decision, invoices, others
    yield from _settled(standing)


def _settled(standing: decisions.Standing) -> Iterator[tuple[int, Decision, str, str]]:
    """Yield a last decision for each account of which nothing is open any more: what stood there is over."""
    settled = Decision("WAIT", "SETTLED", None, None, None, (), (), 0)
    says = decisions.saying(settled, "", "")
    for account_id in sorted(standing):
        if standing[account_id] != says:
            yield account_id, settled, "", ""


def _finish(plan: DayPlan, day: Day, count: _Count, at: datetime, by: str) -> None:
    plan.accounts, plan.changed, plan.digest = count.accounts, count.changed, count.sha.hexdigest()
    plan.save(update_fields=["accounts", "changed", "digest"])
    events.append(
        day.client,
        events.NewEvent(
            kind="day.planned",
            on=day.on,
            at=at,
            actor=by,
            data={
                "plan": plan.pk,
                "accounts": count.accounts,
                "changed": count.changed,
                "digest": plan.digest,
                "strategy": day.strategies.digest,
                "truth": None if day.truth.until is None else day.truth.until.isoformat(),
            },
        ),
    )
