"""A changed text on the debtors of who writes in it: what each would read, and what the guard would refuse of it.

Only text is made, no PDF. A message is tried for each account with open invoices, at the stages that the change is
about and that its strategy has; so many for each client, and that is said.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, cast

from django.conf import settings

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.notice import notice_term
from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.strategy.looks import pay_by
from voldaan.domain.strategy.strategy import NOTICE, Stage, Strategy
from voldaan.domain.wording.facts import TEXT_KEYS, MessageFacts, MessageKind
from voldaan.letters.text_problems import TextsError
from voldaan.letters.text_sets import TextSet, read_text_set, whole_texts
from voldaan.letters.text_trees import node_at
from voldaan.records.message_facts import CannotWrite, Occasion, message_facts
from voldaan.records.models import Account, Client, Invoice
from voldaan.records.notices import notice_facts
from voldaan.records.scope import rows_of
from voldaan.usecases.choose_text import more_follow, next_step, text_of, vat_is_added
from voldaan.usecases.follow_texts import writers
from voldaan.usecases.judge_texts import findings_of_text
from voldaan.usecases.known_texts import TextsInUse, folders, languages, set_text, written_in
from voldaan.usecases.plan_day import Day, day_of, decided
from voldaan.usecases.style_in_use import style_to_try
from voldaan.usecases.write_messages import invoice_words

MESSAGES_MAX: Final = 200
"""How many messages are tried for one client."""
CLIENTS_MAX: Final = 20
REFUSED_MAX: Final = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One message that the guard would stop."""

    client: Client
    debtor: str
    name: str
    kind: MessageKind
    rule: str
    nl: str
    en: str

    def told(self, language: str) -> str:
        """Return what the guard says, in one language."""
        return self.en if language == "en" else self.nl


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A message that somebody could get: to whom, and at which stage of which strategy."""

    day: Day
    account: Account
    known: AccountFacts
    strategy: Strategy
    stage: Stage


def try_texts(key: str, text: str, *, on: date, messages_max: int = MESSAGES_MAX) -> TriedTexts:
    """Return what the guard refuses of the messages of every client that writes in a set, if it becomes this text.

    Raises:
        TextsError: the text cannot be read or filled in.
    """
    new = TextsInUse(key=key, number=0, text_set=read_text_set(text))
    kinds = {code: changed_since(key, new.text_set, code) for code in languages()}
    who = writers(on).get(key, [])
    looked, refused, not_all, cannot = 0, list[Refusal](), list[Client](), list[tuple[Client, str]]()
    for writer in who[:CLIENTS_MAX]:
        count = 0
        try:
            for facts, day, account in _messages(writer.client, new, kinds, on):
                if count == messages_max:
                    not_all.append(writer.client)
                    break
                count += 1
                refused += _refusals(facts, day, account, new)
        except StrategyError as error:
            cannot.append((writer.client, str(error)))
        looked += count
    return TriedTexts(
        looked_at=looked,
        refused=tuple(refused[:REFUSED_MAX]),
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


def _messages(
    client: Client, texts: TextsInUse, kinds: dict[str, frozenset[MessageKind]], on: date
) -> Iterator[tuple[MessageFacts, Day, Account]]:
    """Yield the facts of each message that can be tried; an account of which none can be written is passed over."""
    with rows_of(client):
        day = day_of(client, on)
        known = [facts for facts, _ in decided(day)]
        for facts_of_account in known:
            strategy = day.strategy_of(facts_of_account)
            if strategy is None:
                continue
            account = Account.objects.select_related("debtor").get(pk=facts_of_account.id)
            wanted = kinds.get(written_in(account.debtor.language), frozenset())
            for stage in _stages(strategy, account, wanted):
                trial = Trial(
                    day=day, account=account, known=facts_of_account, strategy=strategy, stage=stage
                )
                facts = trial_facts(trial, texts)
                if facts is not None:
                    yield facts, day, account


def _stages(strategy: Strategy, account: Account, wanted: frozenset[MessageKind]) -> Iterator[Stage]:
    capacity = cast(Capacity, account.debtor.capacity)
    incidents = (after.stage for after in strategy.after.values() if after.stage is not None)
    for stage in (*strategy.stages, *incidents):
        if text_of(stage, strategy, capacity) in wanted:
            yield stage


def trial_facts(trial: Trial, texts: TextsInUse) -> MessageFacts | None:
    """Return the facts of a message as if it went today; None where none can be written."""
    rows = Invoice.objects.in_bulk([invoice.id for invoice in trial.known.invoices])
    overdue = [one for one in rows.values() if one.due_date < trial.day.on] or list(rows.values())[:1]
    leading = sorted(overdue, key=lambda one: (one.due_date, one.pk))
    try:
        return _facts(trial, leading, texts)
    except (CannotWrite, ValueError):
        # What keeps a message from being written at all is told when it is written: it is not about its text.
        return None


def _facts(trial: Trial, leading: Sequence[Invoice], texts: TextsInUse) -> MessageFacts:
    day, account, strategy, stage = trial.day, trial.account, trial.strategy, trial.stage
    kind = text_of(stage, strategy, cast(Capacity, account.debtor.capacity))
    additional = settings.INSTALLATION.additional_holidays
    language = written_in(account.debtor.language, notice=kind == NOTICE)
    last_day = pay_by(stage, max(one.due_date for one in leading), day.on, additional=additional)
    notice = None
    if kind == NOTICE:
        notice = notice_facts(account, leading, on=day.on, by="POST", vat_is_added=vat_is_added(day))
        last_day = max(last_day, notice_term(day.on, by="POST", additional=additional).careful_last_day)
    occasion = Occasion(
        text=kind,
        on=day.on,
        pay_by=max(last_day, day.on + timedelta(days=1)),
        payments_until=min(day.truth.until or day.on, day.on),
        next_step=next_step(kind, stage, strategy, ordered=day.client.next_step_collection),
        more_follow=more_follow(stage, strategy),
        signed_by=stage.signed_by,
        notice=notice,
        language=language,
        invoice_words=invoice_words(texts.phrases(language)),
    )
    return message_facts(day.client, account, leading, [], occasion=occasion, engagement=day.engagement)


def _refusals(facts: MessageFacts, day: Day, account: Account, texts: TextsInUse) -> Iterator[Refusal]:
    phrases = texts.phrases(facts.language, for_notice=facts.notice is not None)
    style = style_to_try(day.client, day.engagement.agency if day.engagement else None)
    for finding in findings_of_text(facts, phrases, texts.words_of(facts.language), style):
        yield Refusal(
            client=day.client,
            debtor=account.number,
            name=account.debtor.name,
            kind=facts.stage,
            rule=finding.rule,
            nl=finding.sentence_nl,
            en=f"«{finding.found}» {finding.mend}",
        )
