"""Which strategies a client follows: a list in order, of strategies that are there and can be used together."""

from datetime import date, datetime
from typing import Any

from voldaan.domain.strategy.check import check_list
from voldaan.domain.strategy.finding import StrategyFinding
from voldaan.domain.strategy.language import StrategyError
from voldaan.records import events
from voldaan.records.models import Client
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.truth import engagement_on
from voldaan.usecases.judge_strategy import judged
from voldaan.usecases.known_strategies import keys_in, known_keys, strategies_of, strategy_text

LIST_CHARACTERS_MAX = 200


class CannotFollow(Exception):
    """A list of strategies that nobody can follow, with a Dutch sentence that says why and what to do."""


def usable_list(keys: str, *, by_agency: bool) -> str:
    """Return a list of strategies as it is kept: keys with commas.

    Raises:
        CannotFollow: it is empty or too long, a strategy is not known or cannot be used, or one is for nobody.
    """
    found = keys_in(keys)
    if not found:
        raise CannotFollow("Noem ten minste één strategie, zoals standard.")
    kept = ",".join(found)
    if len(kept) > LIST_CHARACTERS_MAX:
        raise CannotFollow(
            f"De lijst van strategieën is langer dan {LIST_CHARACTERS_MAX} tekens. Kort hem in."
        )
    known = known_keys()
    unknown = [key for key in found if key not in known]
    if unknown:
        named = " en ".join(repr(key[:60]) for key in unknown[:5])
        raise CannotFollow(f"Er is geen strategie {named}. Bekend zijn: {', '.join(known)}.")
    for key in found:
        _check_usable(key)
    behind = [one for one in _findings(kept, by_agency=by_agency) if one.severity == "REFUSED"]
    if behind:
        raise CannotFollow(" ".join(_sentence(one.nl) for one in behind))
    return kept


def list_remarks(keys: str, *, by_agency: bool) -> list[str]:
    """Return in Dutch what somebody should know of a list, as that its last strategy is not for everybody."""
    return [_sentence(one.nl) for one in _findings(keys, by_agency=by_agency) if one.severity == "UNWISE"]


def choose_strategies(client: Client, keys: str, *, on: date, at: datetime, by: str) -> list[str]:
    """Let a client follow other strategies, in this order, and return what it should know of the list.

    Where an engagement runs on this day, it is the engagement's list that changes: that is the one that counts.

    Raises:
        CannotFollow: see `usable_list`.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        client.refresh_from_db(fields=["strategy"])
        engagement = engagement_on(client, on)
        kept = usable_list(keys, by_agency=engagement is not None)
        agreed = engagement or client
        if agreed.strategy != kept:
            agreed.strategy = kept
            agreed.save(update_fields=["strategy"])
            kind = "engagement.changed" if engagement else "client.changed"
            data: dict[str, Any] = {"fields": ["strategy"], "strategy": kept}
            if engagement:
                data |= {"engagement": engagement.pk}
            events.append(client, events.NewEvent(kind=kind, on=on, at=at, actor=by, data=data))
    return list_remarks(kept, by_agency=engagement is not None)


def _check_usable(key: str) -> None:
    """Refuse a strategy that cannot be read or may not be used."""
    try:
        found = judged(strategy_text(key))
    except StrategyError as error:
        raise CannotFollow(f"Strategie {key} kan niet worden gebruikt. {error}") from None
    if not found.may_be_used:
        raise CannotFollow(f"Strategie {key} kan niet worden gebruikt: {found.wrong[0].nl}")


def _findings(keys: str, *, by_agency: bool) -> tuple[StrategyFinding, ...]:
    return check_list(strategies_of(keys).ordered, by_agency)


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:]
