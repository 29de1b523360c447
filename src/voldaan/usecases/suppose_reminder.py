"""A reminder to a real debtor as if it went today, at some stage: to look at a text before anybody gets it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import cast

from django.conf import settings

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.notice import notice_term
from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.looks import pay_by
from voldaan.domain.strategy.strategy import NOTICE, Stage, Strategy
from voldaan.domain.wording.facts import MessageFacts, PayTo
from voldaan.records.message_facts import CannotWrite, Occasion, message_facts
from voldaan.records.models import Account, Invoice
from voldaan.records.notices import notice_facts
from voldaan.usecases.choose_text import more_follow, next_step, text_of, vat_is_added
from voldaan.usecases.known_texts import TextsInUse, written_in
from voldaan.usecases.plan_day import Day
from voldaan.usecases.write_messages import invoice_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """A message that somebody could get: to whom, and at which stage of which strategy."""

    day: Day
    account: Account
    known: AccountFacts
    strategy: Strategy
    stage: Stage


def trial_facts(trial: Trial, texts: TextsInUse) -> MessageFacts | None:
    """Return the facts of a message as if it went today; None where none can be written."""
    try:
        return _facts(trial, leading_of(trial), texts)
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


def leading_of(trial: Trial) -> list[Invoice]:
    """Return the invoices that the message is about: what is overdue, or the first where nothing is."""
    rows = Invoice.objects.in_bulk([invoice.id for invoice in trial.known.invoices])
    overdue = [one for one in rows.values() if one.due_date < trial.day.on] or list(rows.values())[:1]
    return sorted(overdue, key=lambda one: (one.due_date, one.pk))


def in_language(facts: MessageFacts, texts: TextsInUse, language: str) -> MessageFacts:
    """Return the facts of the same message in another language."""
    return replace(facts, language=language, pay_to=_named(facts, texts, language))


def _named(facts: MessageFacts, texts: TextsInUse, language: str) -> tuple[PayTo, ...]:
    """Return where to pay, with the references in the words of the language that is looked at."""
    old, new = (invoice_words(texts.phrases(code)) for code in (facts.language, language))
    changed = []
    for box in facts.pay_to:
        reference = box.reference
        for before, after in zip(old, new, strict=True):
            if reference.startswith(f"{before} "):
                reference = f"{after}{reference.removeprefix(before)}"
                break
        changed.append(replace(box, reference=reference))
    return tuple(changed)
