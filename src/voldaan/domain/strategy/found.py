"""What a rule over a strategy found, and how it becomes a sentence; and what the rules look at."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Final, Literal, NamedTuple

from voldaan.domain.money import format_euro
from voldaan.domain.strategy.facts import DebtorKind
from voldaan.domain.strategy.finding import StrategyFinding
from voldaan.domain.strategy.finding_words import FINDINGS
from voldaan.domain.strategy.lines import Place
from voldaan.domain.strategy.strategy import Counted, Stage, Strategy
from voldaan.domain.strategy.walk import walk
from voldaan.domain.strategy.words import channel_words, days_words, the_stage

_STAGES: Final = ("stage", "earlier", "other")
_CHANNEL: Final = "channel"
_FREE_WEEK: Final = date(2026, 7, 6)
"""A Monday with no holiday for months after it: what a strategy does in ordinary weeks."""


class Days(NamedTuple):
    """A number of days, with what they are counted in."""

    number: int
    counted: Counted = "CALENDAR"


class Cents(NamedTuple):
    """An amount."""

    cents: int


class Either(NamedTuple):
    """Words in both languages."""

    nl: str
    en: str


Value = Days | Cents | Either | int | str


class Found(NamedTuple):
    """What one rule found: which sentence, where, and what fills it."""

    code: str
    place: Place
    values: Mapping[str, Value] = {}
    """Under `stage`, `earlier` and `other` the key of a stage, under `channel` a channel: they are put in words."""

    def finding(self) -> StrategyFinding:
        """Return it with its sentences and what it rests on."""
        words = FINDINGS[self.code]
        return StrategyFinding(
            severity=words.severity,
            code=self.code,
            nl=words.nl.format(**self._told("nl")),
            en=words.en.format(**self._told("en")),
            citation=words.citation,
            place=self.place,
            evidence=words.evidence,
        )

    def _told(self, language: Literal["nl", "en"]) -> dict[str, str]:
        return {name: _word(name, value, language) for name, value in self.values.items()}


def _word(name: str, value: Value, language: Literal["nl", "en"]) -> str:
    match value:
        case Days(number, counted):
            return days_words(number, language, working=counted == "WORKING")
        case Cents(cents):
            return format_euro(cents, language)
        case Either(nl, en):
            return en if language == "en" else nl
    if name in _STAGES:
        return the_stage(str(value), language)
    return channel_words(str(value), language) if name == _CHANNEL else str(value)


def reaches(strategy: Strategy, *kinds: DebtorKind) -> bool:
    """Test if a strategy can be for a debtor of one of these kinds."""
    return not strategy.for_whom.debtor or not set(kinds).isdisjoint(strategy.for_whom.debtor)


def switched_on(strategy: Strategy, key: str) -> Iterator[Stage]:
    """Yield the stage of a key where it is switched on."""
    return (stage for stage in strategy.stages if stage.key == key)


def most_calendar_days(stage: Stage) -> int:
    """Return how many calendar days the term of a stage has at the most, in weeks without holidays."""
    days = stage.term_days
    return days if stage.term_counted == "CALENDAR" else days + 2 * ((days + 4) // 5)


def first_days(strategy: Strategy) -> dict[str, int]:
    """Return by stage how many days after the due date it comes at the soonest, in ordinary weeks."""
    soonest: dict[str, int] = {}
    for ahead in range(7):
        walked = walk(strategy, _FREE_WEEK + timedelta(days=ahead))
        for sent in walked.messages:
            days = walked.after_due(sent)
            soonest[sent.stage.key] = min(days, soonest.get(sent.stage.key, days))
    return soonest
