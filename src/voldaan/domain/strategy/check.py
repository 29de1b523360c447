"""The check before a strategy is used: what would break the law or itself is refused, what is merely unwise is said.

>>> from voldaan.domain.strategy.language import read_strategy
>>> strategy = read_strategy('''
... name = "Kort"
... version = 1
... [manners]
... days_between_reminders = 7
... minimum_cents = 500
... days_after_term = 2
... [[stages]]
... key = "FIRST_REMINDER"
... days = 3
... term_days = 7
... channels = ["EMAIL", "POST"]
... [end]
... act = "HAND_OVER"
... days_after_term = 3
... with_costs = true
... ''')
>>> refused = next(one for one in check(strategy) if one.severity == "REFUSED")
>>> refused.code, refused.citation.label, refused.place
('COSTS_WITHOUT_NOTICE', 'art. 6:96 lid 6 BW', Place(part='end', key='with_costs'))
"""

from collections.abc import Iterator, Sequence
from typing import Final, get_args

from voldaan.domain.law.citation import follows
from voldaan.domain.strategy.facts import DebtorKind
from voldaan.domain.strategy.finding import StrategyFinding, place_of
from voldaan.domain.strategy.finding_words import FINDINGS
from voldaan.domain.strategy.found import Either, Found, Value, reaches
from voldaan.domain.strategy.lines import Place
from voldaan.domain.strategy.refused import COURTESY, REFUSALS
from voldaan.domain.strategy.strategy import EVERYBODY, STAGE_KEYS, ForWhom, Strategy
from voldaan.domain.strategy.unwise import ADVICE

_ARTICLES: Final = tuple(dict.fromkeys(words.citation for words in FINDINGS.values() if words.citation))
_STRICT_FROM: Final = STAGE_KEYS.index("PRE_COLLECTION")
_KINDS: Final[tuple[DebtorKind, ...]] = get_args(DebtorKind)


@follows(*_ARTICLES)
def check(strategy: Strategy) -> tuple[StrategyFinding, ...]:
    """Return what keeps a strategy from being used, and then what is unwise in it."""
    return tuple(found.finding() for rule in (*REFUSALS, *ADVICE) for found in rule(strategy))


def check_list(strategies: Sequence[Strategy], by_agency: bool) -> tuple[StrategyFinding, ...]:
    """Return what is wrong with the list of a client, and with its strategies for who writes by them.

    `by_agency`: an agency writes, not the client itself. The places are those of the strategy that is named.
    """
    found = [*_behind(strategies), *_leaves_some(strategies)]
    found += _no_limit(strategies) if by_agency else _harsh_first(strategies)
    return tuple(one.finding() for one in found)


def _behind(strategies: Sequence[Strategy]) -> Iterator[Found]:
    """Refuse a strategy of which everybody follows an earlier one."""
    for place, strategy in enumerate(strategies):
        taken = {kind: _taker(strategies[:place], strategy.for_whom, kind) for kind in _kinds(strategy)}
        if all(taken.values()):
            names = dict.fromkeys(f"“{one.name}”" for one in taken.values() if one)
            values: dict[str, Value] = {
                "name": strategy.name,
                "others": Either(" of ".join(names), " or ".join(names)),
            }
            yield Found("BEHIND_ANOTHER", Place("for_whom"), values)


def _taker(earlier: Sequence[Strategy], whom: ForWhom, kind: DebtorKind) -> Strategy | None:
    """Return the first strategy that takes every debtor of a kind who would fit `whom`; None where none does."""
    return next((one for one in earlier if reaches(one, kind) and _includes(one.for_whom, whom)), None)


def _includes(wide: ForWhom, narrow: ForWhom) -> bool:
    """Test if whoever fits `narrow` fits `wide`, apart from the kind of debtor."""
    pairs = (
        (wide.clients, narrow.clients),
        (wide.languages, narrow.languages),
        (wide.tags, narrow.tags),
        (wide.history, narrow.history),
    )
    return (
        all(not many or (bool(few) and set(few) <= set(many)) for many, few in pairs)
        and wide.open_from_cents <= narrow.open_from_cents
        and wide.late_from_days <= narrow.late_from_days
        and _reaches_as_far(wide.open_below_cents, narrow.open_below_cents)
        and _reaches_as_far(wide.late_below_days, narrow.late_below_days)
        and wide.new_customer in (None, narrow.new_customer)
    )


def _reaches_as_far(wide: int | None, narrow: int | None) -> bool:
    return wide is None or (narrow is not None and narrow <= wide)


def _kinds(strategy: Strategy) -> tuple[DebtorKind, ...]:
    return strategy.for_whom.debtor or _KINDS


def _leaves_some(strategies: Sequence[Strategy]) -> Iterator[Found]:
    """Advise a strategy for everybody at the end of the list."""
    if any(_taker(strategies, EVERYBODY, kind) is None for kind in _KINDS):
        yield Found("SOME_FOLLOW_NONE", Place("for_whom"))


def _no_limit(strategies: Sequence[Strategy]) -> Iterator[Found]:
    """Advise an agency a limit to what a debtor gets from all its clients together."""
    if all(one.manners.reminders_a_month is None for one in strategies):
        yield Found("NO_LIMIT_OVER_CLIENTS", Place("manners", "reminders_a_month"))


def _harsh_first(strategies: Sequence[Strategy]) -> Iterator[Found]:
    """Advise who writes to its own customers against beginning as an agency does."""
    for strategy in strategies:
        first = next((stage for stage in strategy.stages if stage.key != COURTESY), None)
        if first and reaches(strategy, "PERSON") and STAGE_KEYS.index(first.wording) >= _STRICT_FROM:
            values: dict[str, Value] = {"name": strategy.name, "stage": first.key}
            yield Found("HARSH_FIRST", place_of(strategy, first, "key"), values)
