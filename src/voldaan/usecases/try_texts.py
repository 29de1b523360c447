"""A changed text on the debtors of who writes in it: what each would read, and what the guard would refuse of it.

Only text is made, no PDF. A message is tried for each account with open invoices, at the stages that the change is
about and that its strategy has; so many for each client, and that is said. The sections beside the reminders are tried
on the same accounts (`try_sections`), and as many.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from typing import Final, cast

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.strategy.strategy import Stage, Strategy
from voldaan.domain.wording.facts import TEXT_KEYS, MessageKind
from voldaan.letters.text_problems import TextsError
from voldaan.letters.text_sets import TextSet, read_text_set, whole_texts
from voldaan.letters.text_trees import node_at
from voldaan.records.models import Account, Client
from voldaan.records.scope import rows_of
from voldaan.usecases.choose_text import text_of
from voldaan.usecases.follow_texts import writers
from voldaan.usecases.judge_texts import findings_of_text
from voldaan.usecases.known_texts import TextsInUse, folders, languages, set_text, written_in
from voldaan.usecases.plan_day import Day, day_of, decided
from voldaan.usecases.style_in_use import style_to_try
from voldaan.usecases.suppose_reminder import Trial, trial_facts
from voldaan.usecases.text_refusal import Refusal, refused
from voldaan.usecases.try_sections import sections_changed_since, try_sections

MESSAGES_MAX: Final = 200
"""How many reminders are tried for one client, and how many messages beside them."""
TOGETHER_MAX: Final = 600
"""How many of each of all clients together: who saves a text that many clients share waits for them."""
CLIENTS_MAX: Final = 20
REFUSED_MAX: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedTexts:
    """What the guard says of a changed text with real debtors."""

    looked_at: int
    """How many messages were made."""
    refused: tuple[Refusal, ...]
    not_all: tuple[Client, ...]
    """Clients of which not every message was made: there are more than one look makes."""
    left: tuple[Client, ...] = ()
    """Clients that were not looked at."""
    cannot: tuple[tuple[Client, str], ...] = ()
    """Clients whose day cannot be decided, with the reason."""


def try_texts(
    key: str,
    text: str,
    *,
    on: date,
    messages_max: int = MESSAGES_MAX,
    together_max: int = TOGETHER_MAX,
) -> TriedTexts:
    """Return what the guard refuses of the messages of every client that writes in a set, if it becomes this text.

    Raises:
        TextsError: the text cannot be read or filled in.
    """
    new = TextsInUse(key=key, number=0, text_set=read_text_set(text))
    kinds = {code: changed_since(key, new.text_set, code) for code in languages()}
    parts = {code: sections_changed_since(key, new, code) for code in languages()}
    who = writers(on).get(key, [])
    most = min(messages_max, together_max // max(1, len(who[:CLIENTS_MAX])))
    looked, stopped, not_all, cannot = 0, list[Refusal](), list[Client](), list[tuple[Client, str]]()
    for writer in who[:CLIENTS_MAX]:
        with rows_of(writer.client):
            try:
                day = day_of(writer.client, on)
                known = [facts for facts, _ in decided(day)]
            except StrategyError as error:
                cannot.append((writer.client, str(error)))
                continue
            for messages in (_reminders(day, known, new, kinds), try_sections(day, known, new, parts)):
                found = list(islice(messages, most + 1))
                looked += len(found[:most])
                stopped += chain.from_iterable(found[:most])
                if len(found) > most and writer.client not in not_all:
                    not_all.append(writer.client)
    return TriedTexts(
        looked_at=looked,
        refused=tuple(stopped[:REFUSED_MAX]),
        not_all=tuple(not_all),
        left=tuple(writer.client for writer in who[CLIENTS_MAX:]),
        cannot=tuple(cannot),
    )


def changed_since(key: str, text_set: TextSet, language: str) -> frozenset[MessageKind]:
    """Return which messages read otherwise in this text than in what is in use; all where they share what changed."""
    try:
        before = whole_texts(read_text_set(set_text(key)), language, folders())
    except TextsError:
        return frozenset(TEXT_KEYS)
    after = whole_texts(text_set, language, folders())
    if any(before.get(name) != after.get(name) for name in ("labels", "greeting", "points", "figures")):
        return frozenset(TEXT_KEYS)
    return frozenset(
        kind for kind in TEXT_KEYS if node_at(before, f"stages.{kind}") != node_at(after, f"stages.{kind}")
    )


def _reminders(
    day: Day, known: Sequence[AccountFacts], texts: TextsInUse, kinds: Mapping[str, frozenset[MessageKind]]
) -> Iterator[tuple[Refusal, ...]]:
    """Yield for each reminder that can be tried what is refused of it; what cannot be written is passed over."""
    style = style_to_try(day.client, day.engagement.agency if day.engagement else None)
    for facts_of_account in known if any(kinds.values()) else ():
        strategy = day.strategy_of(facts_of_account)
        if strategy is None:
            continue
        account = Account.objects.select_related("debtor").get(pk=facts_of_account.id)
        wanted = kinds.get(written_in(account.debtor.language), frozenset())
        for stage in _stages(strategy, account, wanted):
            trial = Trial(day=day, account=account, known=facts_of_account, strategy=strategy, stage=stage)
            facts = trial_facts(trial, texts)
            if facts is not None:
                phrases = texts.phrases(facts.language, for_notice=facts.notice is not None)
                said = findings_of_text(facts, phrases, texts.words_of(facts.language), style)
                yield tuple(refused(said, account, day.client, facts.stage, f"stages.{facts.stage}"))


def _stages(strategy: Strategy, account: Account, wanted: frozenset[MessageKind]) -> Iterator[Stage]:
    capacity = cast(Capacity, account.debtor.capacity)
    incidents = (after.stage for after in strategy.after.values() if after.stage is not None)
    for stage in (*strategy.stages, *incidents):
        if text_of(stage, strategy, capacity) in wanted:
            yield stage
