"""The coming weeks as today's book would have them: which messages go out on which day if nothing comes in.

Payments are taken to be known up to each day, nobody pays and nobody answers, and every proposed message leaves on its
day. What is dated ends as it is dated: promises, holds, disputes, exceptions. Nothing is kept and nobody waits for it.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from django.conf import settings

from voldaan.domain.strategy.choosing import Strategies
from voldaan.domain.strategy.facts import Act, DayFacts, Reason
from voldaan.domain.strategy.replay import Days, Replayed, replay
from voldaan.domain.strategy.standing import Standing
from voldaan.domain.strategy.strategy import INCIDENTS, STAGE_KEYS
from voldaan.domain.workdays import add_working_days
from voldaan.records import snapshots
from voldaan.records.chunks import chunked
from voldaan.records.departure_turns import departure_turns
from voldaan.records.departures import chosen_strategies
from voldaan.records.models import Account, Client, Engagement, Invoice
from voldaan.records.pending import payments_not_looked_at
from voldaan.records.scope import rows_of
from voldaan.records.truth import engagement_on
from voldaan.usecases.known_strategies import chosen_of
from voldaan.usecases.plan_day import Day, day_facts, day_of

WEEKS_AHEAD_DAYS = 28
DAYS_MAX = 366


MESSAGE_ORDER = (*INCIDENTS, *STAGE_KEYS)
"""The stages in the order in which they are shown: what an incident asks for comes before the rest."""


class CannotPreview(ValueError):
    """The period makes no sense, with a Dutch sentence that says why."""


class MessagesAhead(NamedTuple):
    """How many messages of one stage go out by one channel on one day."""

    on: date
    stage: str
    channel: str
    messages: int
    invoices: int
    cents: int
    """What is open of the invoices that they are about."""


class ActsAhead(NamedTuple):
    """How many accounts come to ask a person, or have invoices that are ready to be handed over, on one day."""

    on: date
    act: Act
    because: Reason
    accounts: int


class OthersAhead(NamedTuple):
    """On how many accounts an act other than a message comes up in all those days, each once."""

    act: Act
    because: Reason
    accounts: int


class ComingMessage(NamedTuple):
    """One message that would go out."""

    on: date
    stage: str
    channel: str
    invoices: tuple[int, ...]
    """Ids of the invoices that it is about."""
    cents: int


class AccountAhead(NamedTuple):
    """The messages that one account would get."""

    account_id: int
    debtor: str
    """Its number."""
    name: str
    messages: tuple[ComingMessage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ahead:
    """What today's book would do in the coming days."""

    client: str
    name: str
    on: date
    last_day: date
    strategies: tuple[str, ...]
    """The names of the strategies, in the order in which they are tried."""
    messages: tuple[MessagesAhead, ...]
    """By day, stage and channel."""
    acts: tuple[ActsAhead, ...]
    """By day, act and reason."""
    others: tuple[OthersAhead, ...]
    """By act and reason, over all days."""
    accounts: tuple[AccountAhead, ...]
    """Those that get a message, by number."""
    payments_to_look_at: int
    """Payments that nobody has tried to match yet: what they pay still counts as open here."""

    @property
    def count(self) -> int:
        """Return how many messages go out in all."""
        return sum(row.messages for row in self.messages)

    def count_of(self, stage: str, channel: str = "") -> int:
        """Return how many messages of a stage go out, by one channel or by all."""
        return sum(
            row.messages for row in self.messages if row.stage == stage and channel in ("", row.channel)
        )


def preview_weeks(
    client: Client, *, on: date, days: int = WEEKS_AHEAD_DAYS, strategies: Strategies | None = None
) -> Ahead:
    """Return what today's book would do from `on` for so many days, as if the client had `strategies` where given.

    A strategy that a person chose for an account stays the one that it follows. Changes nothing.

    Raises:
        CannotPreview: fewer than one day, or more than a year.
        StrategyError: a strategy of the client cannot be used.
    """
    if not 1 <= days <= DAYS_MAX:
        raise CannotPreview(f"Vooruitkijken kan over 1 tot en met {DAYS_MAX} dagen, niet over {days}.")
    last_day = on + timedelta(days=days - 1)
    with rows_of(client):
        day = day_of(client, on)
        chosen = chosen_of(chosen_strategies(client, on, last_day))
        followed = strategies or day.strategies
        used = Strategies(followed.ordered, chosen | followed.named)
        steps: dict[int, list[ComingMessage]] = {}
        count = _Count()
        for step in _steps(day, used, last_day):
            count.add(step)
            if step.decision.act == "REMIND":
                steps.setdefault(step.account_id, []).append(_coming(step))
        return Ahead(
            client=client.key,
            name=client.name,
            on=on,
            last_day=last_day,
            strategies=tuple(one.name for one in used.ordered),
            messages=count.messages(),
            acts=count.acts(),
            others=count.others(),
            accounts=_accounts(steps),
            payments_to_look_at=payments_not_looked_at(),
        )


def as_json(ahead: Ahead, client: Client) -> Iterator[dict[str, Any]]:
    """Yield the preview as `voldaan preview --json` prints it: the whole, each count, each message."""
    yield {
        "kind": "preview",
        "client": ahead.client,
        "from": ahead.on.isoformat(),
        "to": ahead.last_day.isoformat(),
        "strategies": list(ahead.strategies),
        "messages": ahead.count,
        "payments_to_look_at": ahead.payments_to_look_at,
        "currency": "EUR",
    }
    for row in ahead.messages:
        yield {"kind": "preview_messages", **row._asdict(), "on": row.on.isoformat(), "currency": "EUR"}
    for act in ahead.acts:
        yield {"kind": "preview_acts", **act._asdict(), "on": act.on.isoformat()}
    for part in chunked(list(ahead.accounts)):
        numbers = invoice_numbers(
            client, {key for one in part for sent in one.messages for key in sent.invoices}
        )
        for account in part:
            for sent in account.messages:
                yield {
                    "kind": "preview_message",
                    "client": ahead.client,
                    "debtor": account.debtor,
                    "on": sent.on.isoformat(),
                    "stage": sent.stage,
                    "channel": sent.channel,
                    "invoices": [numbers[key] for key in sent.invoices],
                    "cents": sent.cents,
                    "currency": "EUR",
                }


def invoice_numbers(client: Client, ids: set[int]) -> dict[int, str]:
    """Return the numbers of invoices by id."""
    found: dict[int, str] = {}
    with rows_of(client):
        for part in chunked(sorted(ids)):
            found.update(Invoice.objects.filter(pk__in=part).values_list("pk", "number"))
    return found


class _Count:
    """What a preview adds up while it runs."""

    def __init__(self) -> None:
        self._messages: dict[tuple[date, str, str], list[int]] = {}
        self._acts: Counter[tuple[date, Act, Reason]] = Counter()
        self._others: Counter[tuple[Act, Reason]] = Counter()
        self._of_account: tuple[int, set[tuple[Act, Reason]]] = (0, set())
        """Which account is counted now, and what came up of it so far."""

    def add(self, step: Replayed) -> None:
        """Count one act. The acts of an account come one after the other."""
        decision = step.decision
        if decision.act != "REMIND":
            self._acts[step.on, decision.act, decision.because] += 1
            self._add_other(step.account_id, (decision.act, decision.because))
            return
        row = self._messages.setdefault((step.on, decision.stage or "", decision.channel or ""), [0, 0, 0])
        row[0] += 1
        row[1] += len(decision.invoices)
        row[2] += step.cents

    def _add_other(self, account_id: int, other: tuple[Act, Reason]) -> None:
        """Count an account once, also where the question comes up again about another of its invoices."""
        if self._of_account[0] != account_id:
            self._of_account = (account_id, set())
        if other not in self._of_account[1]:
            self._of_account[1].add(other)
            self._others[other] += 1

    def messages(self) -> tuple[MessagesAhead, ...]:
        """Return the messages by day, stage and channel."""
        return tuple(
            MessagesAhead(*key, *self._messages[key]) for key in sorted(self._messages, key=_in_order)
        )

    def acts(self) -> tuple[ActsAhead, ...]:
        """Return the other acts by day and reason."""
        return tuple(ActsAhead(*key, self._acts[key]) for key in sorted(self._acts))

    def others(self) -> tuple[OthersAhead, ...]:
        """Return the other acts by reason, over all days."""
        return tuple(OthersAhead(*key, self._others[key]) for key in sorted(self._others))


def _in_order(key: tuple[date, str, str]) -> tuple[date, int, str]:
    on, stage, channel = key
    return on, MESSAGE_ORDER.index(stage), channel


def _steps(day: Day, strategies: Strategies, last_day: date) -> Iterator[Replayed]:
    client = day.client
    accounts = snapshots.accounts_on(
        client,
        day.on,
        agency=day.engagement.agency if day.engagement else None,
        known_since=day.known_since,
        ledger_until=day.truth.until if day.truth.kind == "LEDGER" else None,
        strategies=strategies,
    )
    turns = departure_turns(client, day.on, last_day)
    ahead = _days_ahead(day)
    for account in accounts:
        course = Standing(account, turns=turns, debits_show=day.truth.kind == "LEDGER")
        yield from replay(course, strategies, ahead, day.on, last_day)


def _days_ahead(day: Day) -> Days:
    """Return the coming days: payments are known up to each of them, and engagements run as they are dated."""
    client = day.client
    turns = [turn for row in Engagement.objects.all() for turn in _turns(row)]

    def made(on: date) -> DayFacts:
        return day_facts(client, on, engagement_on(client, on), truth_until=date.max, truth_is_fresh=True)

    @cache
    def answer_by(on: date) -> date:
        agreed = engagement_on(client, on) or client
        return add_working_days(on, agreed.answer_days, additional=settings.INSTALLATION.additional_holidays)

    return Days(made, turns=turns, answer_by=answer_by)


def _turns(engagement: Engagement) -> Iterator[date]:
    yield engagement.first_day
    if engagement.last_day is not None:
        yield engagement.last_day + timedelta(days=1)


def _coming(step: Replayed) -> ComingMessage:
    decision = step.decision
    return ComingMessage(step.on, decision.stage or "", decision.channel or "", decision.invoices, step.cents)


def _accounts(steps: dict[int, list[ComingMessage]]) -> tuple[AccountAhead, ...]:
    """Return the accounts that get a message, with number and name. Needs the client's rows open."""
    rows = Account.objects.order_by("number", "pk").values_list("pk", "number", "debtor__name")
    return tuple(
        AccountAhead(key, number, name, tuple(steps[key]))
        for key, number, name in rows.iterator()
        if key in steps
    )
