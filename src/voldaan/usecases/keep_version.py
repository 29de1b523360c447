"""Keeping a text that people edit as its next version: what a strategy, a text set and a house style share."""

import hashlib
import re
from datetime import datetime
from typing import NamedTuple, TypeVar

from voldaan.domain.workdays import format_day
from voldaan.records.models.base import Version
from voldaan.records.versions import NumberTaken, add_version, newest_of

NOTE_CHARACTERS_MAX = 500
_KEY = re.compile(r"[-a-zA-Z0-9_]{1,40}")

V = TypeVar("V", bound=Version)


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


class Noun(NamedTuple):
    """What the text is called in a sentence."""

    nl: str
    en: str


def is_key(key: str) -> bool:
    """Test if this can be a key: it becomes the name of a file, and stands in lists with commas."""
    return _KEY.fullmatch(key) is not None


def check_key(key: str, noun: Noun) -> None:
    """Refuse what cannot be a key.

    Raises:
        NotSaved: it has other signs than a file's name and a list with commas can bear, or too many.
    """
    if not is_key(key):
        shown = key[:60]
        raise NotSaved(
            f"{shown!r} kan geen sleutel van een {noun.nl} zijn: gebruik 1 tot 40 letters zonder accent, cijfers, "
            "streepjes en lage strepen, zonder spaties.",
            f"{shown!r} cannot be the key of a {noun.en}: use 1 to 40 plain letters, digits, dashes and underscores, "
            "without spaces.",
        )


def keep_version(
    table: type[V],
    key: str,
    text: str,
    *,
    noun: Noun,
    note: str,
    at: datetime,
    by: str,
    made_from: int | None,
) -> V:
    """Add a text as the next version of its key.

    `made_from` is the number that the text was made from (0: the file); None looks at nobody else's change.

    Raises:
        ChangedSince: another version came after the one it was made from.
        NotSaved: the note is missing or too long.
    """
    newest = newest_of(table, key)
    number = newest.number if newest else 0
    words = _note(note)
    if made_from is not None and made_from != number:
        raise _changed_since(key, noun, newest)
    digest = hashlib.sha256(text.encode()).hexdigest()
    try:
        return add_version(table, key, number + 1, text=text, digest=digest, note=words, at=at, by=by[:200])
    except NumberTaken:
        raise _changed_since(key, noun, newest_of(table, key)) from None


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


def _changed_since(key: str, noun: Noun, newest: Version | None) -> ChangedSince:
    if newest is None:
        return ChangedSince(
            f"Van {noun.nl} {key} is geen versie meer bekend. Er is niets bewaard; begin opnieuw vanaf de bladzijde "
            f"van de {noun.nl}.",
            f"No version of {noun.en} {key} is known any more. Nothing was saved; begin again from its page.",
        )
    day_nl, day_en = (format_day(newest.made_at.date(), language) for language in ("nl", "en"))
    return ChangedSince(
        f"{noun.nl.capitalize()} {key} is intussen gewijzigd: versie {newest.number} van {day_nl}, door "
        f"{newest.made_by} (‘{newest.note}’). Er is niets bewaard. Bekijk die versie, en breng uw wijziging "
        "daarin aan.",
        f"{noun.en.capitalize()} {key} was changed in the meantime: version {newest.number} of {day_en}, by "
        f"{newest.made_by} (‘{newest.note}’). Nothing was saved. Look at that version, and make your change in it.",
    )
