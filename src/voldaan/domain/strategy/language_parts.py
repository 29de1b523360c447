"""What can stand in a strategy's text: each part's keys, how a value is taken, and what to write instead of it."""

import re
from collections.abc import Callable
from datetime import time
from typing import Any, Final, NamedTuple, cast, get_args

from voldaan.domain.strategy.facts import DebtorKind, PaymentHistory
from voldaan.domain.strategy.strategy import (
    INCIDENTS,
    STAGE_KEYS,
    WEEKDAYS,
    AfterAct,
    Breadth,
    Channel,
    Counted,
    EndAct,
)
from voldaan.domain.strategy.tags import TAG_LENGTH_MAX, tag_of

_LANGUAGE: Final = re.compile(r"[a-z]{2}", re.ASCII)
MOST_DAYS: Final = 730
MOST_CENTS: Final = 10**12


class Kind(NamedTuple):
    """A kind of value: how it is taken, and what to write, in Dutch and English."""

    take: Callable[[Any], Any]
    nl: str
    en: str


class WrongValue(Exception):
    """The value is none of its kind."""


def _number(least: int, most: int = MOST_DAYS) -> Kind:
    def take(value: Any) -> int:
        if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
            raise WrongValue
        return value

    bounds = (f"van {least} tot en met {most}", f"from {least} to {most}")
    return Kind(take, f"een heel getal {bounds[0]}", f"a whole number {bounds[1]}")


def _cents(least: int = 0) -> Kind:
    number = _number(least, MOST_CENTS)
    return Kind(
        number.take, "een bedrag in hele centen, zoals 500 voor € 5,00", "whole cents, as 500 for € 5.00"
    )


def _text(value: Any) -> str:
    if not isinstance(value, str) or not value.strip():
        raise WrongValue
    return value.strip()


def _yes_or_no(value: Any) -> bool:
    if not isinstance(value, bool):
        raise WrongValue
    return value


def _one_of(codes: tuple[str, ...]) -> Kind:
    def take(value: Any) -> str:
        if value not in codes:
            raise WrongValue
        return cast(str, value)

    listed = ", ".join(f'"{code}"' for code in codes)
    return Kind(take, f"een van {listed}", f"one of {listed}")


def _some_of(codes: tuple[str, ...]) -> Kind:
    def take(value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not value or any(one not in codes for one in value):
            raise WrongValue
        return tuple(dict.fromkeys(value))

    listed = ", ".join(f'"{code}"' for code in codes)
    return Kind(take, f"een lijst met een of meer van {listed}", f"a list of one or more of {listed}")


def _languages(value: Any) -> tuple[str, ...]:
    codes = _words(value)
    if not all(_LANGUAGE.fullmatch(one) for one in codes):
        raise WrongValue
    return codes


def _words(value: Any) -> tuple[str, ...]:
    if (
        not isinstance(value, list)
        or not value
        or not all(isinstance(one, str) and one.strip() for one in value)
    ):
        raise WrongValue
    return tuple(dict.fromkeys(one.strip() for one in value))


def _tags(value: Any) -> tuple[str, ...]:
    tags = [tag_of(word) for word in _words(value)]
    if None in tags:
        raise WrongValue
    return tuple(dict.fromkeys(tag for tag in tags if tag is not None))


def _weekdays(value: Any) -> frozenset[int]:
    return frozenset(WEEKDAYS.index(day) for day in _some_of(WEEKDAYS).take(value))


def _hours(value: Any) -> tuple[time, time]:
    if not isinstance(value, list) or len(value) != 2:
        raise WrongValue
    try:
        first, last = (time.fromisoformat(one) for one in value)
    except (TypeError, ValueError):
        raise WrongValue from None
    if first.tzinfo or last.tzinfo or first >= last:
        raise WrongValue
    return first, last


TEXT: Final = Kind(_text, "een tekst tussen aanhalingstekens", "a text in quotes")
YES_OR_NO: Final = Kind(_yes_or_no, "true of false", "true or false")
WORDS: Final = Kind(_words, 'een lijst van teksten, zoals ["a", "b"]', 'a list of texts, as ["a", "b"]')
TAGS: Final = Kind(
    _tags,
    f"een lijst van labels, elk één woord van letters, cijfers en streepjes van hoogstens {TAG_LENGTH_MAX} tekens, "
    'zoals ["vaste-klant"]',
    f"a list of tags, each one word of letters, digits and hyphens of at most {TAG_LENGTH_MAX} characters, "
    'as ["vaste-klant"]',
)
LANGUAGES: Final = Kind(
    _languages,
    'een lijst van talen, elk twee kleine letters, zoals ["nl", "de"]',
    'a list of languages, each two small letters, as ["nl", "de"]',
)
DAYS: Final = _number(0)
CHANNELS: Final = _some_of(get_args(Channel))
BREADTH: Final = _one_of(get_args(Breadth))
HOURS: Final = Kind(
    _hours,
    'twee tijden, van en tot, zoals ["08:00", "18:30"]',
    'two times, from and until, as ["08:00", "18:30"]',
)
SENDING_DAYS: Final = Kind(_weekdays, _some_of(WEEKDAYS).nl, _some_of(WEEKDAYS).en)

HEAD: Final = {"name": TEXT, "version": _number(1, 1_000_000), "about": TEXT}
FOR_WHOM: Final = {
    "debtor": _some_of(get_args(DebtorKind)),
    "clients": WORDS,
    "open_from_cents": _cents(),
    "open_below_cents": _cents(1),
    "late_from_days": DAYS,
    "late_below_days": _number(1),
    "languages": LANGUAGES,
    "tags": TAGS,
    "history": _some_of(get_args(PaymentHistory)),
    "new_customer": YES_OR_NO,
}
MANNERS: Final = {
    "days_between_reminders": _number(1),
    "minimum_cents": _cents(),
    "days_after_term": DAYS,
    "reminders_a_month": _number(1, 30),
    "days_after_complaint": DAYS,
    "weekdays": SENDING_DAYS,
    "hours": HOURS,
}
PAUSES: Final = {"days_after_promise": DAYS, "dispute": BREADTH, "promise": BREADTH, "payment_plan": BREADTH}
PERSON_FIRST: Final = {
    "open_from_cents": _cents(),
    "stages": _some_of((*STAGE_KEYS, *INCIDENTS)),
    "tags": TAGS,
    "new_customer": YES_OR_NO,
}
STAGE: Final = {
    "key": _one_of(STAGE_KEYS),
    "days": _number(-60),
    "counted": _one_of(get_args(Counted)),
    "days_after_previous": DAYS,
    "term_days": DAYS,
    "term_counted": _one_of(get_args(Counted)),
    "channels": CHANNELS,
    "text": _one_of(STAGE_KEYS),
    "signed_by": TEXT,
    "enabled": YES_OR_NO,
}
AFTER: Final = {
    "act": _one_of(get_args(AfterAct)),
    "days": DAYS,
    "counted": STAGE["counted"],
    "term_days": _number(3),
    "term_counted": STAGE["counted"],
    "channels": CHANNELS,
    "signed_by": TEXT,
}
ASKS: Final = {"days_before_insurer": DAYS, "days_before_time_bar": _number(0, 700)}
END: Final = {
    "act": _one_of(get_args(EndAct)),
    "days_after_term": DAYS,
    "with_costs": YES_OR_NO,
    "write_off_below_cents": _cents(),
}
AFTER_PARTS: Final = {incident.lower(): incident for incident in INCIDENTS}
SECTIONS: Final = ("for_whom", "manners", "pauses", "person_first", "stages", "after", "asks", "end")
