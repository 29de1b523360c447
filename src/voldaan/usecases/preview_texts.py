"""A message in a text that nobody has kept yet: to a real debtor of who writes in it, or to an invented one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final, NamedTuple, cast

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.notice import has_notice
from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.strategy.strategy import NOTICE, Stage, Strategy
from voldaan.domain.wording.facts import MessageFacts, MessageKind
from voldaan.domain.wording.guard import Finding
from voldaan.letters.render import Rendered, letter_text, render, render_email
from voldaan.letters.specimens import specimens
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_problems import TextProblem, TextsError
from voldaan.letters.text_sets import TextSet
from voldaan.records.finding import account_by_number
from voldaan.records.models import Account, Client
from voldaan.records.scope import UnknownClient, client_by_key, rows_of
from voldaan.records.thanks import to_thank
from voldaan.usecases.choose_text import text_of
from voldaan.usecases.follow_texts import writers
from voldaan.usecases.judge_texts import findings_of_text
from voldaan.usecases.known_texts import TextsInUse
from voldaan.usecases.plan_day import Day, day_of, facts_of
from voldaan.usecases.style_in_use import style_to_try
from voldaan.usecases.suppose_reminder import Trial, in_language, trial_facts

DEBTORS_MAX: Final = 40
"""How many real debtors there are to choose from."""
INVENTED: Final = ("proef/bedrijf", "proef/bureau")
"""Two invented ones: of a business that writes for itself, and of an agency."""


class Reader(NamedTuple):
    """Somebody whose message can be looked at."""

    value: str
    client: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedTexts:
    """One message, as its debtor would read it."""

    facts: MessageFacts
    texts: TextsInUse
    style: HouseStyle
    subject: str
    mail: str
    letter: str
    findings: tuple[Finding, ...]
    """What the guard says of it."""
    of_everybody: tuple[Finding, ...]
    """What it says of invented messages in every turn: it would stop everybody's."""

    def rendered(self) -> Rendered:
        """Return it finished for every channel, with its PDF."""
        phrases = self.texts.phrases(self.facts.language, for_notice=self.facts.notice is not None)
        return render(self.facts, self.style, phrases)


def readers(key: str, on: date, *, thanked_first: bool = False) -> list[Reader]:
    """Return whose message can be looked at: debtors of who writes in the set, then invented ones.

    With `thanked_first` those who paid and are to be thanked stand before the others.
    """
    thanked = list(_thanked(key, on)) if thanked_first else []
    found = list(dict.fromkeys((*thanked, *islice(_debtors(key, on), DEBTORS_MAX))))[:DEBTORS_MAX]
    return [*found, *(Reader(value, "", "") for value in INVENTED)]


def preview_texts(
    text_set: TextSet, *, key: str, language: str, kind: MessageKind, reader: str, on: date
) -> PreviewedTexts:
    """Return a message of this kind in a text, to somebody.

    Raises:
        TextsError: the text cannot be filled in, or no such message can be written to them; every problem is named.
    """
    texts = TextsInUse(key=key, number=0, text_set=text_set)
    if kind == NOTICE and not has_notice(language):
        nl = "In deze taal is er geen veertiendagenbrief: die gaat in het Nederlands."
        raise TextsError(
            [TextProblem("", nl, "There is no fourteen-day notice in this language: it goes in Dutch.")]
        )
    phrases = texts.phrases(language, for_notice=kind == NOTICE)
    facts, style = (
        _invented(reader, kind, language) if reader in INVENTED else _real(reader, kind, texts, language, on)
    )
    subject, _, mail = render_email(facts, style, phrases)
    return PreviewedTexts(
        facts=facts,
        texts=texts,
        style=style,
        subject=subject,
        mail=mail,
        letter=letter_text(facts, style, phrases),
        findings=findings_of_text(facts, phrases, texts.words_of(language), style),
        of_everybody=tuple(
            finding
            for one in specimens(kind, language)
            for finding in findings_of_text(one, phrases, texts.words_of(language), HouseStyle())
        ),
    )


def _debtors(key: str, on: date) -> Iterator[Reader]:
    for writer in writers(on).get(key, []):
        with rows_of(writer.client):
            open_accounts = Account.objects.filter(invoices__open_cents__gt=0, invoices__withdrawn_on=None)
            rows = list(open_accounts.select_related("debtor").distinct().order_by("number")[:DEBTORS_MAX])
        yield from (
            Reader(f"{writer.client.key}/{one.number}", writer.client.name, one.debtor.name) for one in rows
        )


def _thanked(key: str, on: date) -> Iterator[Reader]:
    for writer in writers(on).get(key, []):
        with rows_of(writer.client):
            rows = [one.account for one in to_thank(on)[:DEBTORS_MAX]]
        yield from (
            Reader(f"{writer.client.key}/{one.number}", writer.client.name, one.debtor.name) for one in rows
        )


def _invented(reader: str, kind: MessageKind, language: str) -> tuple[MessageFacts, HouseStyle]:
    by_agency = reader == INVENTED[1]
    facts = next(one for one in specimens(kind, language) if one.on_behalf is by_agency)
    return facts, HouseStyle()


def _real(
    reader: str, kind: MessageKind, texts: TextsInUse, language: str, on: date
) -> tuple[MessageFacts, HouseStyle]:
    client, number = who_reads(reader)
    with rows_of(client):
        day, account = day_to_read(client, on), account_by_number(client, number)
        known = facts_of(day, {account.pk}).get(account.pk)
        strategy = None if known is None else day.strategy_of(known)
        capacity = cast(Capacity, account.debtor.capacity)
        stage = None if strategy is None else stage_of_text(strategy, kind, capacity)
        if known is None or strategy is None or stage is None:
            raise TextsError([_does_not_get_it(account)])
        trial = Trial(day=day, account=account, known=known, strategy=strategy, stage=stage)
        facts = trial_facts(trial, texts)
        if facts is None:
            raise TextsError([cannot_be_written(account)])
        return in_language(facts, texts, language), style_to_try(
            client, day.engagement.agency if day.engagement else None
        )


def who_reads(reader: str) -> tuple[Client, str]:
    """Return the client of a reader, and the number of its debtor.

    Raises:
        TextsError: there is no such client.
    """
    key, _, number = reader.partition("/")
    return _client(key), number


def day_to_read(client: Client, on: date) -> Day:
    """Return what the day is decided with on which a message is looked at. Needs the client's rows open.

    Raises:
        TextsError: a strategy of the client cannot be used.
    """
    try:
        return day_of(client, on)
    except StrategyError as error:
        raise TextsError([TextProblem("", one.nl, one.en) for one in error.problems]) from None


def _client(key: str) -> Client:
    try:
        return client_by_key(key)
    except UnknownClient:
        nl, en = "Kies een debiteur uit de lijst.", "Choose a debtor from the list."
        raise TextsError([TextProblem("", nl, en)]) from None


def stage_of_text(strategy: Strategy, kind: MessageKind, capacity: Capacity) -> Stage | None:
    """Return the stage of a strategy at which this debtor gets such a message; None where it never does."""
    incidents = (after.stage for after in strategy.after.values() if after.stage is not None)
    found = (one for one in (*strategy.stages, *incidents) if text_of(one, strategy, capacity) == kind)
    return next(found, None)


def _does_not_get_it(account: Account) -> TextProblem:
    name = account.debtor.name
    return TextProblem(
        "",
        f"{name} krijgt dit bericht niet: zijn strategie heeft deze fase niet, of er staat niets meer open. Kies een "
        "andere debiteur, of een verzonnen.",
        f"{name} does not get this message: its strategy does not have this stage, or nothing is open any more. Choose "
        "another debtor, or an invented one.",
    )


def cannot_be_written(account: Account) -> TextProblem:
    """Return what is said where something is not known that every message to an account needs."""
    name = account.debtor.name
    return TextProblem(
        "",
        f"Aan {name} kan dit bericht nu niet worden geschreven: er ontbreekt een gegeven. Kies een andere debiteur.",
        f"This message cannot be written to {name} now: something is not known. Choose another debtor.",
    )
