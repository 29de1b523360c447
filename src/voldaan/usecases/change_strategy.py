"""Change a strategy: its next version, when the text can be used and nobody else has changed it meanwhile."""

import hashlib
from dataclasses import dataclass
from datetime import date, datetime

from voldaan.domain.strategy.check import check_list
from voldaan.domain.strategy.language import StrategyError
from voldaan.domain.strategy.strategy import Strategy
from voldaan.domain.workdays import format_day
from voldaan.records import events
from voldaan.records.models import StrategyVersion
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.strategy_versions import NumberTaken, add_version
from voldaan.usecases.follow_strategy import followers, list_of
from voldaan.usecases.judge_strategy import Judged, cleaned, judged
from voldaan.usecases.known_strategies import file_text, is_key, keys_in, newest_version, strategies_of

NOTE_CHARACTERS_MAX = 500


class NotSaved(Exception):
    """A version that is not kept, with a sentence that says why and what to do."""

    def __init__(self, nl: str, en: str) -> None:
        """Keep the sentence in Dutch and English."""
        self.nl, self.en = nl, en
        super().__init__(nl)

    def told(self, language: str) -> str:
        """Return the sentence in one language."""
        return self.en if language == "en" else self.nl


class ChangedSince(NotSaved):
    """Somebody else has changed the text since this one was begun."""


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
    check_key(key)
    found = judged(text)
    strategy = found.must_be_usable()
    with one_transaction():
        newest = newest_version(key)
        number = newest.number if newest else 0
        standing = newest.text if newest else file_text(key)
        if standing is not None and cleaned(standing) == found.text:
            return Saved(number=number, is_new=False, judged=found)
        words = _note(note)
        if made_from is not None and made_from != number:
            raise _changed_since(key, newest)
        _check_lists(key, strategy, on)
        version = _added(key, number + 1, found.text, note=words, at=at, by=by)
        _tell(version, on=on, at=at, by=by)
    return Saved(number=version.number, is_new=True, judged=found)


def _added(key: str, number: int, text: str, *, note: str, at: datetime, by: str) -> StrategyVersion:
    digest = hashlib.sha256(text.encode()).hexdigest()
    try:
        return add_version(key, number, text=text, digest=digest, note=note, at=at, by=by[:200])
    except NumberTaken:
        raise _changed_since(key, newest_version(key)) from None


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


def check_key(key: str) -> None:
    """Refuse what cannot be the key of a strategy.

    Raises:
        NotSaved: it has other signs than a file's name and a list with commas can bear, or too many.
    """
    if not is_key(key):
        shown = key[:60]
        raise NotSaved(
            f"{shown!r} kan geen sleutel van een strategie zijn: gebruik 1 tot 40 letters zonder accent, cijfers, "
            "streepjes en lage strepen, zonder spaties.",
            f"{shown!r} cannot be the key of a strategy: use 1 to 40 plain letters, digits, dashes and underscores, "
            "without spaces.",
        )


def _note(note: str) -> str:
    words = " ".join("".join(sign if sign.isprintable() else " " for sign in note).split())
    if not words:
        raise NotSaved(
            "Zeg erbij wat u verandert en waarom: dat leest wie na u komt.",
            "Say what you change and why: whoever comes after you reads it.",
        )
    if len(words) > NOTE_CHARACTERS_MAX:
        raise NotSaved(
            f"De toelichting heeft {len(words)} tekens, en er passen er {NOTE_CHARACTERS_MAX}. Kort hem in.",
            f"The note has {len(words)} characters, and {NOTE_CHARACTERS_MAX} fit. Shorten it.",
        )
    return words


def _changed_since(key: str, newest: StrategyVersion | None) -> ChangedSince:
    if newest is None:
        return ChangedSince(
            f"Van strategie {key} is geen versie meer bekend. Er is niets bewaard; begin opnieuw vanaf de bladzijde "
            "van de strategie.",
            f"No version of strategy {key} is known any more. Nothing was saved; begin again from its page.",
        )
    day_nl, day_en = (format_day(newest.made_at.date(), language) for language in ("nl", "en"))
    return ChangedSince(
        f"Strategie {key} is intussen gewijzigd: versie {newest.number} van {day_nl}, door {newest.made_by} "
        f"(‘{newest.note}’). Er is niets bewaard. Bekijk die versie, en breng uw wijziging daarin aan.",
        f"Strategy {key} was changed in the meantime: version {newest.number} of {day_en}, by {newest.made_by} "
        f"(‘{newest.note}’). Nothing was saved. Look at that version, and make your change in it.",
    )
