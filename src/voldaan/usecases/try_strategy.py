"""What a changed strategy does to the coming weeks of each client that follows it, before anything is kept."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.strategy.strategy import INCIDENTS, STAGE_KEYS, Strategy
from voldaan.records.departures import chosen_strategies
from voldaan.records.models import Client
from voldaan.records.scope import rows_of
from voldaan.usecases.follow_strategy import followers, list_of
from voldaan.usecases.known_strategies import strategies_of
from voldaan.usecases.preview_weeks import Ahead, ComingMessage, preview_weeks

WEEK_DAYS = 7
WEEKS = 4
CLIENTS_MAX = 5
"""Of how many clients one look shows what would happen: each is two previews of its whole book."""
_ORDER = (*INCIDENTS, *STAGE_KEYS, "ASK", "HAND_OVER")


class Beside(NamedTuple):
    """How often something happens from one day on: now, and with the change."""

    on: date
    what: str
    """A stage, or the act of asking a person or handing over."""
    now: int
    then: int


class Moved(NamedTuple):
    """An account that gets other messages, or gets them on other days."""

    debtor: str
    name: str
    now: tuple[ComingMessage, ...]
    then: tuple[ComingMessage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """The coming weeks of one client, now and with the change."""

    client: Client
    on: date
    now: Ahead
    then: Ahead
    days: tuple[Beside, ...]
    """Of the coming week, by day."""
    weeks: tuple[Beside, ...]
    """Of all weeks, by the first day of each."""
    moved_this_week: tuple[Moved, ...]
    moved_later: tuple[Moved, ...]
    """Those whose coming week stays as it is, and of whom a later one changes."""

    @property
    def last_day(self) -> date:
        """Return the last day of the coming week."""
        return self.on + timedelta(days=WEEK_DAYS - 1)

    @property
    def messages(self) -> tuple[int, int]:
        """Return how many messages leave in the coming week: now, and with the change."""
        return _in_week(self.now, self.last_day), _in_week(self.then, self.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What a changed strategy does, client by client."""

    tried: tuple[Tried, ...]
    refused: tuple[tuple[Client, StrategyError], ...]
    """Clients whose weeks cannot be seen, because another strategy in their list cannot be used."""
    left: tuple[Client, ...]
    """Clients that follow it too, and were not looked at."""

    @property
    def nobody(self) -> bool:
        """Test if nobody follows the strategy now."""
        return not (self.tried or self.refused or self.left)


def try_strategy(key: str, strategy: Strategy, *, on: date, clients_max: int = CLIENTS_MAX) -> Trial:
    """Return what happens in the coming weeks if a strategy becomes this one. Changes nothing.

    A client whose list does not count on this day is left out: nothing changes for it in these weeks.
    """
    follow = [one.client for one in followers(on).get(key, []) if one.by != "LATER"]
    tried: list[Tried] = []
    refused: list[tuple[Client, StrategyError]] = []
    for client in follow[:clients_max]:
        try:
            tried.append(_tried(client, key, strategy, on))
        except StrategyError as error:
            refused.append((client, error))
    return Trial(tried=tuple(tried), refused=tuple(refused), left=tuple(follow[clients_max:]))


def _tried(client: Client, key: str, strategy: Strategy, on: date) -> Tried:
    keys, _ = list_of(client, on)
    with rows_of(client):
        chosen = chosen_strategies(client, on)
    changed = strategies_of(keys, also=chosen, instead={key: strategy})
    days = WEEK_DAYS * WEEKS
    now = preview_weeks(client, on=on, days=days)
    then = preview_weeks(client, on=on, days=days, strategies=changed)
    until = on + timedelta(days=WEEK_DAYS)
    moved = _moved(now, then)
    in_week = [one for one in moved if _before(one.now, until) != _before(one.then, until)]
    this_week = {one.debtor for one in in_week}
    return Tried(
        client=client,
        on=on,
        now=now,
        then=then,
        days=_beside(now, then, {on + timedelta(days=count): on + timedelta(days=count) for count in range(7)}),
        weeks=_beside(now, then, {on + timedelta(days=count): on + timedelta(days=count - count % 7)
                                  for count in range(days)}),
        moved_this_week=tuple(in_week),
        moved_later=tuple(one for one in moved if one.debtor not in this_week),
    )  # fmt: skip


def _beside(now: Ahead, then: Ahead, days: dict[date, date]) -> tuple[Beside, ...]:
    """Return how often each thing happens, now and with the change, by the day that each day is counted under."""
    before, after = _counts(now, days), _counts(then, days)
    keys = sorted(before.keys() | after.keys(), key=lambda key: (key[0], _ORDER.index(key[1])))
    return tuple(Beside(on, what, before[on, what], after[on, what]) for on, what in keys)


def _counts(ahead: Ahead, days: dict[date, date]) -> Counter[tuple[date, str]]:
    counted: Counter[tuple[date, str]] = Counter()
    for message in ahead.messages:
        if message.on in days:
            counted[days[message.on], message.stage] += message.messages
    for act in ahead.acts:
        if act.on in days and act.act in _ORDER:
            counted[days[act.on], act.act] += act.accounts
    return counted


def _moved(now: Ahead, then: Ahead) -> list[Moved]:
    """Return the accounts whose messages differ, the soonest difference first."""
    before = {one.account_id: one for one in now.accounts}
    after = {one.account_id: one for one in then.accounts}
    found = []
    for number in before.keys() | after.keys():
        here = before.get(number) or after[number]
        was = before[number].messages if number in before else ()
        becomes = after[number].messages if number in after else ()
        if _said(was) != _said(becomes):
            found.append(Moved(here.debtor, here.name, was, becomes))
    return sorted(found, key=lambda one: (_first_difference(one), one.name, one.debtor))


def _first_difference(moved: Moved) -> date:
    only = set(_said(moved.now)) ^ set(_said(moved.then))
    return min(on for on, _, _ in only)


def _said(messages: Iterable[ComingMessage]) -> list[tuple[date, str, str]]:
    return [(one.on, one.stage, one.channel) for one in messages]


def _before(messages: Iterable[ComingMessage], until: date) -> list[tuple[date, str, str]]:
    return [said for said in _said(messages) if said[0] < until]


def _in_week(ahead: Ahead, last_day: date) -> int:
    return sum(one.messages for one in ahead.messages if one.on <= last_day)
