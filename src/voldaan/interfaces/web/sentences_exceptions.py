"""Exceptions in the words of the desk, and what a form lets a person choose."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from voldaan.domain.strategy.strategy import INCIDENTS, STAGE_KEYS
from voldaan.domain.strategy.words import CHANNELS, exception_words
from voldaan.domain.workdays import format_day
from voldaan.interfaces.web.sentences import Language
from voldaan.interfaces.web.texts import texts_in
from voldaan.interfaces.web.words import words
from voldaan.records.desk_exceptions import ExceptionRow


class Choice(NamedTuple):
    """What a form offers: the value that it sends, and the words that it shows."""

    value: str
    words: str


class Choices(NamedTuple):
    """Choices under a head."""

    head: str
    choices: tuple[Choice, ...]


def whole_client_sentence(row: ExceptionRow, language: Language) -> str:
    """Return an exception of a whole client, as the first page tells it."""
    english = language == "en"
    until = ""
    if row.last_day is not None:
        told = format_day(row.last_day, language, long=False)
        until = f" up to and including {told}" if english else f" tot en met {told}"
    first = format_day(row.first_day, language, long=False)
    begins = (f" from {first}" if english else f" vanaf {first}") if row.is_to_come else ""
    if row.kind == "HOLD":
        stands = "stands still" if english else "staat stil"
        everything = "Everything of" if english else "Alles van"
        return f"{everything} {row.client_name} {stands}{begins}{until}: {row.reason}."
    what = exception_words(row.kind, row.value, language)
    everybody = "For all of" if english else "Voor heel"
    return f"{everybody} {row.client_name}: {what}{begins}{until}. {row.reason}."


def exception_choices(strategies: Iterable[str], language: Language) -> tuple[Choices, ...]:
    """Return what can be decided otherwise for an account, as the form offers it."""
    texts = texts_in(language)
    skips = (Choice("SKIP:", texts["exception_skip_next"]), *_choices("SKIP", _SKIPPED, language))
    return (
        Choices(texts["exception_group_skip"], skips),
        Choices(texts["exception_group_sooner"], _choices("SOONER", ("",), language)),
        *_of_either(strategies, language),
    )


def client_exception_choices(strategies: Iterable[str], language: Language) -> tuple[Choices, ...]:
    """Return what can be decided otherwise for a whole client, as the form offers it.

    A stage is named, since each debtor is somewhere else; nobody is hurried whose affairs nobody has looked at.
    """
    texts = texts_in(language)
    return (
        Choices(texts["exception_group_hold"], _choices("HOLD", ("",), language)),
        Choices(texts["exception_group_skip"], _choices("SKIP", _SKIPPED, language)),
        *_of_either(strategies, language),
    )


_SKIPPED: Final = (*STAGE_KEYS, *INCIDENTS)


def _of_either(strategies: Iterable[str], language: Language) -> tuple[Choices, ...]:
    texts = texts_in(language)
    return (
        Choices(texts["exception_group_channel"], _choices("CHANNEL", CHANNELS, language)),
        Choices(texts["exception_group_strategy"], _choices("STRATEGY", strategies, language)),
    )


def _choices(kind: str, values: Iterable[str], language: Language) -> tuple[Choice, ...]:
    return tuple(Choice(f"{kind}:{value}", exception_words(kind, value, language)) for value in values)


def interruptions(language: Language) -> tuple[Choice, ...]:
    """Return by what limitation can be interrupted, as the form offers it."""
    return tuple(
        Choice(code, words("barred", code, language)) for code in ("DEMAND", "RESERVATION", "ACKNOWLEDGEMENT")
    )
