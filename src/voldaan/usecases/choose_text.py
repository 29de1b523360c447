"""Which text a message has: that of its stage, or another where the law wants one."""

from typing import Final, Literal, cast

from voldaan.domain.law.capacity import Capacity, needs_notice
from voldaan.domain.strategy.strategy import INCIDENTS, NOTICE, Stage, Strategy
from voldaan.domain.wording.facts import MessageKind
from voldaan.usecases.plan_day import Day

_NAME_WHAT_FOLLOWS: Final[frozenset[MessageKind]] = frozenset(
    {"PRE_COLLECTION", "SECOND_PRE_COLLECTION", "LAST_REMINDER", "FOURTEEN_DAY_NOTICE"}
)


def text_of(stage: Stage, strategy: Strategy, capacity: Capacity) -> MessageKind:
    """Return which text a message of `stage` has to a debtor in this capacity.

    Only who does not act in a profession or business gets the fourteen-day notice (6:96 paragraph 6 BW). A sole trader
    owes costs without it and gets a last reminder, which names none. Who bought in private is recorded as a consumer,
    or as unknown, and gets the notice.
    """
    text = cast(MessageKind, stage.wording)
    if text != NOTICE or needs_notice(capacity):
        return text
    return "SECOND_PRE_COLLECTION" if more_follow(stage, strategy) else "LAST_REMINDER"


def more_follow(stage: Stage, strategy: Strategy) -> bool:
    """Test if another stage can follow this one, so that it must not be called the last."""
    return stage.key in INCIDENTS or strategy.position(stage.key) < len(strategy.stages)


def next_step(
    text: MessageKind, stage: Stage, strategy: Strategy, *, ordered: bool
) -> Literal["NONE", "COLLECTION"]:
    """Return what truly follows: collection after the last stage, where the client has ordered the hand-over."""
    if more_follow(stage, strategy) or strategy.end.act != "HAND_OVER" or not ordered:
        return "NONE"
    return "COLLECTION" if text in _NAME_WHAT_FOLLOWS else "NONE"


def vat_is_added(day: Day) -> bool:
    """Test if VAT comes over the costs of a notice (BIK 2 paragraph 3).

    An agency's service is taxed, and the client has declared that it cannot set off the VAT.
    """
    return day.engagement is not None and day.client.vat_not_deductible
