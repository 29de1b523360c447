"""A message beside the reminders in a text that nobody has kept yet, to a real debtor or an invented one."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Final, cast

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.strategy.strategy import Stage, Strategy
from voldaan.domain.wording.facts import TEXT_KEYS, MessageFacts, MessageKind
from voldaan.domain.wording.finding import Finding
from voldaan.letters.phrases import Phrases
from voldaan.letters.specimens_apart import Apart, ApartWay
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_problems import TextProblem, TextsError
from voldaan.letters.text_sections import REPLY_SECTIONS, SPOKEN_STAGES
from voldaan.letters.text_sets import TextSet
from voldaan.records.finding import account_by_number
from voldaan.records.models import Account
from voldaan.records.reply_rows import CannotReply
from voldaan.records.scope import rows_of
from voldaan.usecases.judge_sections import (
    FRAME,
    SaidApart,
    findings_apart,
    invented_of,
    said_apart,
    too_long,
)
from voldaan.usecases.known_texts import TextsInUse
from voldaan.usecases.plan_day import Day, facts_of
from voldaan.usecases.preview_texts import (
    INVENTED,
    cannot_be_written,
    day_to_read,
    stage_of_text,
    who_reads,
)
from voldaan.usecases.style_in_use import style_to_try
from voldaan.usecases.suppose_reminder import Trial, in_language
from voldaan.usecases.suppose_section import (
    InventedFact,
    Supposed,
    does_not_come,
    suppose_reply,
    suppose_spoken,
    without_number,
)

_WAYS: Final[dict[str, ApartWay]] = {"sms": "SMS", "call": "CALL"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewedSection:
    """One message beside the reminders, as it would be read or said."""

    facts: MessageFacts
    way: ApartWay
    subject: str
    """Of an e-mail."""
    text: str
    parts: int
    """In how many parts a text message goes."""
    invented: tuple[InventedFact, ...]
    """What is not so of the real debtor to whom it is."""
    findings: tuple[Finding, ...]
    """What the guard says of it, and then of the invented messages of this kind."""


def preview_sections(
    text_set: TextSet, *, part: str, language: str, kind: str, reader: str, on: date
) -> PreviewedSection:
    """Return a message of this part in a text, to somebody; `kind` is its stage, or what it confirms.

    Raises:
        TextsError: the text cannot be filled in, is too long for a text message, there is none in the language, or
            no message can be written to them.
        NotFound: the client has no such debtor.
    """
    in_use = TextsInUse(key="", number=0, text_set=text_set)
    texts, words = in_use.phrases(language), in_use.words_of(language)
    if part not in texts.tree or (part in REPLY_SECTIONS and words.asks_to_pay is None):
        nl = "In deze taal zijn hiervoor geen teksten: zo'n bericht gaat in het Nederlands."
        en = "There are no texts for this in this language: such a message goes in Dutch."
        raise TextsError([TextProblem(part, nl, en)])
    tried = list(invented_of(f"{part}.{kind}" if part == "confirmation" else part, language))
    if part == "sms":
        tried = [one for one in tried if one.facts.stage == kind]
    of_everybody = _said_to_everybody(tried, texts)
    shown, style = (
        (Supposed(_first(tried, by_agency=reader == INVENTED[1])), HouseStyle())
        if reader in INVENTED
        else _real(reader, in_use, language, on, part=part, kind=kind)
    )
    told = _said(shown.message, texts, style)
    findings = [
        *findings_apart(shown.message, told, words),
        *(each for one, said in of_everybody for each in findings_apart(one, said, words)),
    ]
    by_rule = {each.rule: each for each in reversed(findings)}
    return PreviewedSection(
        facts=shown.message.facts,
        way=shown.message.way,
        subject=told.subject,
        text=told.text,
        parts=told.parts,
        invented=shown.invented,
        findings=tuple(reversed(by_rule.values())),
    )


def _said_to_everybody(tried: list[Apart], texts: Phrases) -> list[tuple[Apart, SaidApart]]:
    said = []
    for one in tried:
        try:
            said.append((one, said_apart(one, texts)))
        except ValueError:
            raise TextsError([too_long(one.path)]) from None
    return said


def _said(one: Apart, texts: Phrases, style: HouseStyle) -> SaidApart:
    try:
        return said_apart(one, texts, style, parts_at_most=None)
    except ValueError as reason:
        en = f"This cannot be said to debtor {one.facts.reference}: with their facts it is too long. Shorten the text."
        raise TextsError([TextProblem(one.path, str(reason), en)]) from None


def _first(tried: list[Apart], *, by_agency: bool) -> Apart:
    """Return a message of who was asked for: to an organisation where there is one, since it is told the most."""
    asked = [one for one in tried if one.facts.on_behalf is by_agency] or tried
    return next((one for one in asked if not one.facts.addressee.is_natural_person), asked[0])


def _real(
    reader: str, texts: TextsInUse, language: str, on: date, *, part: str, kind: str
) -> tuple[Supposed, HouseStyle]:
    client, number = who_reads(reader)
    with rows_of(client):
        day, account = day_to_read(client, on), account_by_number(client, number)
        style = style_to_try(client, day.engagement.agency if day.engagement else None)
        if part in _WAYS:
            return _spoken(
                day, account, texts, language, way=_WAYS[part], kind=cast(MessageKind, kind)
            ), style
        path = f"confirmation.{kind}" if part == "confirmation" else FRAME[0] if part == "replies" else part
        try:
            return suppose_reply(day, account, path, texts, language=language), style
        except CannotReply as reason:
            en = f"This cannot be written to {account.debtor.name} now: there is nothing to tell."
            raise TextsError([TextProblem("", str(reason), en)]) from None


def _spoken(
    day: Day, account: Account, texts: TextsInUse, language: str, *, way: ApartWay, kind: MessageKind
) -> Supposed:
    known = facts_of(day, {account.pk}).get(account.pk)
    strategy = None if known is None else day.strategy_of(known)
    if known is None or strategy is None:
        raise TextsError([_nothing_to_say(account)])
    capacity = cast(Capacity, account.debtor.capacity)
    stage = (
        stage_of_text(strategy, kind, capacity) if way == "SMS" else _any_stage(strategy, capacity)
    ) or _as_if(strategy, kind)
    trial = Trial(day=day, account=account, known=known, strategy=strategy, stage=stage)
    supposed = suppose_spoken(trial, way, texts)
    if supposed is None:
        raise TextsError([cannot_be_written(account)])
    more = (without_number(account, way, trial), does_not_come(trial) if way == "SMS" else None)
    one = supposed.message
    return Supposed(
        replace(one, facts=in_language(one.facts, texts, language)),
        (*(each for each in more if each is not None), *supposed.invented),
    )


def _any_stage(strategy: Strategy, capacity: Capacity) -> Stage | None:
    """Return the first stage at which a debtor can be called: the script is the same at each."""
    found = (stage_of_text(strategy, kind, capacity) for kind in TEXT_KEYS if kind in SPOKEN_STAGES)
    return next((one for one in found if one is not None), None)


def _as_if(strategy: Strategy, kind: MessageKind) -> Stage:
    """Return a stage with this text, as if the strategy had it."""
    return replace((*strategy.stages, *strategy.disabled)[0], text=kind)


def _nothing_to_say(account: Account) -> TextProblem:
    name = account.debtor.name
    return TextProblem(
        "",
        f"Van {name} staat niets meer open, of geen strategie is voor deze klant. Kies een andere debiteur, of een "
        "verzonnen.",
        f"Nothing of {name} is open any more, or no strategy is for them. Choose another debtor, or an invented one.",
    )
