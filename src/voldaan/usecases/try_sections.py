"""A changed text beside the reminders on real debtors: what is said by telephone, and what asks for nothing.

A text message or a call is tried for who has a number for it; what asks for nothing for everybody with open invoices,
and a thank-you for who is to be thanked today too. `try_texts` says how many.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple, cast

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.strategy.facts import AccountFacts
from voldaan.domain.strategy.strategy import Stage, Strategy
from voldaan.domain.wording.facts import MessageKind
from voldaan.letters.specimens_apart import ApartWay
from voldaan.letters.style import HouseStyle
from voldaan.letters.text_problems import TextsError
from voldaan.letters.text_sections import SPOKEN_STAGES
from voldaan.letters.text_set_writing import only_other
from voldaan.letters.text_sets import read_text_set, whole_texts
from voldaan.records.by_phone import Numbers, phone_numbers
from voldaan.records.chunks import chunked
from voldaan.records.models import Account
from voldaan.records.reply_rows import CannotReply
from voldaan.records.thanks import to_thank
from voldaan.usecases.choose_text import text_of
from voldaan.usecases.judge_sections import findings_apart, parts_to_try, said_apart
from voldaan.usecases.known_texts import TextsInUse, folders, set_text, written_in
from voldaan.usecases.plan_day import Day
from voldaan.usecases.style_in_use import style_to_try
from voldaan.usecases.suppose_reminder import Trial
from voldaan.usecases.suppose_section import Supposed, suppose_reply, suppose_spoken
from voldaan.usecases.text_refusal import Refusal, refused

Parts = Mapping[str, frozenset[str]]
"""By language: which parts read otherwise, as `sms.FIRST_REMINDER`, `call` or `confirmation.PROMISE`."""
_TOO_LONG: Final = "sms.too_long"


def sections_changed_since(key: str, texts: TextsInUse, language: str) -> frozenset[str]:
    """Return in which messages beside the reminders these texts read otherwise than what is in use.

    None in a language of which the installation's own folder is not whole: nothing is written in it.
    """
    after = whole_texts(texts.text_set, language, folders())
    try:
        before = whole_texts(read_text_set(set_text(key)), language, folders())
    except TextsError:
        before = {}
    changes = only_other(before, after)
    try:
        parts = set(parts_to_try(texts.phrases(language), texts.words_of(language), changes))
    except TextsError:
        return frozenset()
    if "sms" in parts:
        parts.remove("sms")
        parts |= {f"sms.{stage}" for stage in _stages_of_sms(changes)}
    return frozenset(parts)


class _Tried(NamedTuple):
    """In what, and on which day."""

    day: Day
    texts: TextsInUse
    parts: Parts


def try_sections(
    day: Day, known: Sequence[AccountFacts], texts: TextsInUse, parts: Parts
) -> Iterator[tuple[Refusal, ...]]:
    """Yield for each message that can be tried what is refused of it. Needs the client's rows open."""
    style = style_to_try(day.client, day.engagement.agency if day.engagement else None)
    for account, supposed in _messages(_Tried(day, texts, parts), known):
        yield tuple(_refusals(supposed, account, day, texts, style))


def _stages_of_sms(changes: Mapping[str, Any]) -> frozenset[MessageKind]:
    """Return in which stages a text message reads otherwise: all, where it is said in each."""
    sms = changes.get("sms", {})
    if changes.keys() & {"figures", "spoken"} or sms.keys() - {"one", "many"}:
        return frozenset(SPOKEN_STAGES)
    return frozenset(
        stage for stage in SPOKEN_STAGES if stage in sms.get("one", {}) or stage in sms.get("many", {})
    )


def _messages(tried: _Tried, known: Sequence[AccountFacts]) -> Iterator[tuple[Account, Supposed]]:
    day, every = tried.day, frozenset[str]().union(*tried.parts.values())
    numbers = phone_numbers(day.client, day.on) if any(map(_is_spoken, every)) else {}
    if "thanks" in every:
        for one in to_thank(day.on):
            yield from _of_replies(tried, one.account, "thanks")
    for part in chunked(known if every else ()):
        rows = Account.objects.select_related("debtor", "client").in_bulk([facts.id for facts in part])
        for facts in part:
            yield from _by_phone(tried, facts, rows[facts.id], numbers.get(facts.id, Numbers()))
            yield from _of_replies(tried, rows[facts.id])


def _by_phone(
    tried: _Tried, known: AccountFacts, account: Account, numbers: Numbers
) -> Iterator[tuple[Account, Supposed]]:
    strategy = tried.day.strategy_of(known)
    if strategy is None:
        return
    wanted = tried.parts.get(written_in(account.debtor.language, spoken=True), frozenset())
    stages = list(_spoken_stages(strategy, cast(Capacity, account.debtor.capacity)))
    sms = [stage for kind, stage in stages if f"sms.{kind}" in wanted] if numbers.sms else []
    # A script is the same at every stage.
    calls = [stage for _, stage in stages[:1]] if numbers.call and "call" in wanted else []
    ways: tuple[tuple[ApartWay, list[Stage]], ...] = (("SMS", sms), ("CALL", calls))
    for way, its_stages in ways:
        for stage in its_stages:
            trial = Trial(day=tried.day, account=account, known=known, strategy=strategy, stage=stage)
            supposed = suppose_spoken(trial, way, tried.texts)
            if supposed is not None:
                yield account, supposed


def _spoken_stages(strategy: Strategy, capacity: Capacity) -> Iterator[tuple[MessageKind, Stage]]:
    incidents = (after.stage for after in strategy.after.values() if after.stage is not None)
    for stage in (*strategy.stages, *incidents):
        kind = text_of(stage, strategy, capacity)
        if kind in SPOKEN_STAGES:
            yield kind, stage


def _of_replies(tried: _Tried, account: Account, *only: str) -> Iterator[tuple[Account, Supposed]]:
    """Yield what asks for nothing, where it changed in the language in which this debtor gets it."""
    wanted = tried.parts.get(written_in(account.debtor.language, reply=True), frozenset())
    for path in sorted(path for path in wanted if not _is_spoken(path) and path in (only or wanted)):
        if path in ("thanks", "statement_mail") and not account.debtor.email:
            continue
        try:
            yield account, suppose_reply(tried.day, account, path, tried.texts)
        except CannotReply:
            # What keeps it from being written at all is told when it is written: it is not about its text.
            continue


def _refusals(
    supposed: Supposed, account: Account, day: Day, texts: TextsInUse, style: HouseStyle
) -> Iterator[Refusal]:
    one = supposed.message
    language, kind = one.facts.language, one.facts.stage
    try:
        said = said_apart(one, texts.phrases(language), style, parts_at_most=None)
    except ValueError as too_long:
        yield Refusal(
            client=day.client,
            debtor=account.number,
            name=account.debtor.name,
            kind=kind,
            path=one.path,
            rule=_TOO_LONG,
            nl=str(too_long),
            en=f"The text message to debtor {account.number} is too long, also with short names. Shorten the text.",
        )
        return
    found = findings_apart(one, said, texts.words_of(language))
    yield from refused(found, account, day.client, kind, one.path)


def _is_spoken(path: str) -> bool:
    return path.partition(".")[0] in ("sms", "call")
