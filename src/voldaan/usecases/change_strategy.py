"""Change a strategy: its next version, when the text can be used and nobody else has changed it meanwhile."""

from dataclasses import dataclass
from datetime import date, datetime

from voldaan.domain.strategy.check import check_list
from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.strategy.strategy import Strategy
from voldaan.records import events
from voldaan.records.models import StrategyVersion
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.follow_strategy import followers, list_of
from voldaan.usecases.judge_strategy import Judged, cleaned, judged
from voldaan.usecases.keep_version import NotSaved, Noun, check_key, keep_version
from voldaan.usecases.known_strategies import file_text, keys_in, newest_version, strategies_of

NOUN = Noun("strategie", "strategy")


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of a text that was saved."""

    number: int
    """The version in use from now on; 0 where the text is that of the file."""
    is_new: bool
    """False: it says the same as what stood there, and nothing was added."""
    judged: Judged


def save_strategy(
    key: str,
    text: str,
    *,
    note: str,
    at: datetime,
    by: str,
    on: date,
    made_from: int | None = None,
) -> Saved:
    """Keep a text as the next version of a strategy, and tell the chain of each client that follows it.

    `made_from` is the number that the text was made from (0: the file); None looks at nobody else's change.

    Raises:
        StrategyError: the text cannot be read, or may not be used.
        ChangedSince: another version came after the one it was made from.
        NotSaved: the key cannot be one, the note is missing or too long, or nobody would follow another strategy of a
            client's list any more.
    """
    check_key(key, NOUN)
    found = judged(text)
    strategy = found.must_be_usable()
    with one_transaction():
        newest = newest_version(key)
        number = newest.number if newest else 0
        standing = newest.text if newest else file_text(key)
        if standing is not None and cleaned(standing) == found.text:
            return Saved(number=number, is_new=False, judged=found)
        _check_lists(key, strategy, on)
        version = keep_version(
            StrategyVersion, key, found.text, noun=NOUN, note=note, at=at, by=by, made_from=made_from
        )
        _tell(version, on=on, at=at, by=by)
    return Saved(number=version.number, is_new=True, judged=found)


def _check_lists(key: str, strategy: Strategy, on: date) -> None:
    """Refuse a change with which nobody would follow a strategy of some client's list any more.

    What is wrong with a list already, or keeps it from being read, is not this change's doing.
    """
    seen: set[tuple[str, bool]] = set()
    for follower in sorted(followers(on).get(key, []), key=lambda one: one.client.pk):
        keys, whose = list_of(follower.client, on)
        by_agency = whose == "ENGAGEMENT"
        if key not in keys_in(keys) or (keys, by_agency) in seen:
            continue
        seen.add((keys, by_agency))
        try:
            before, after = strategies_of(keys), strategies_of(keys, instead={key: strategy})
        except StrategyError:
            continue
        standing = check_list(before.ordered, by_agency)
        new = [one for one in check_list(after.ordered, by_agency)
               if one.severity == "REFUSED" and one.code not in {old.code for old in standing}]  # fmt: skip
        if new:
            name = follower.client.name
            raise NotSaved(
                f"Bij {name} ({keys}): {new[0].nl} Er is niets bewaard. Geef {name} eerst een andere lijst.",
                f"With {name} ({keys}): {new[0].en} Nothing was saved. Give {name} another list first.",
            )


def _tell(version: StrategyVersion, *, on: date, at: datetime, by: str) -> None:
    """Write the change in the chain of each client that has the strategy in a list, or that a person chose it for."""
    data = {"strategy": version.key, "number": version.number, "sha256": version.digest}
    for follower in sorted(followers(on).get(version.key, []), key=lambda one: one.client.pk):
        with rows_of(follower.client):
            event = events.NewEvent(kind="strategy.changed", on=on, at=at, actor=by[:100], data=data)
            events.append(follower.client, event)
