"""What stops reminders: each kind with its effect, its length, whom to write to instead, and its articles.

>>> stop_of("BANKRUPTCY").write_to_nl
'de curator'
>>> last_day_of("DECEASED", date(2026, 11, 30))
datetime.date(2027, 2, 28)
>>> effect_sentence("MINOR", "en")[:66]
'Nothing goes to the debtor: write to the legal representative. No '
"""

from calendar import monthrange
from collections.abc import Collection
from datetime import date
from typing import Final, Literal, get_args

from voldaan.domain.law import stop_articles as by
from voldaan.domain.law.citation import follows
from voldaan.domain.law.stop_table import STOPS, HoldKind, Length, Stop
from voldaan.domain.workdays import add_working_days

HOLD_KINDS: Final[tuple[HoldKind, ...]] = get_args(HoldKind)
"""The stops that a person places, in the order in which they are offered."""

ASKING_HOLDS: Final = tuple(kind for kind in HOLD_KINDS if STOPS[kind].asks_when_over)
"""Holds after which a person is asked: what protects a debtor does not end because a day passed."""

COMPLAINT_DAYS: Final = 2

_MESSAGES: Final = {
    "NONE": ("Er gaat geen bericht uit.", "No message goes out."),
    "TO_SOMEBODY_ELSE": (
        "De debiteur krijgt niets: schrijf aan {whom}.",
        "Nothing goes to the debtor: write to {whom}.",
    ),
    "BY_HAND": (
        "Er gaat niets vanzelf uit: schrijf zelf{whom}.",
        "Nothing goes out by itself: write yourself{whom}.",
    ),
}
_INTEREST: Final = {
    "RUNS": ("", ""),
    "STOPS": ("Over deze tijd wordt geen rente gevraagd.", "No interest is asked over this time."),
    "NOT_VERIFIABLE": (
        "Rente van na de uitspraak kan niet worden ingediend.",
        "Interest that runs after the ruling cannot be filed.",
    ),
}
_NO_COSTS: Final = ("Er komen geen kosten bij.", "No costs are added.")
_WHOLE_DEBTOR: Final = (
    "Het geldt voor alles wat de debiteur bij deze opdrachtgever schuldig is.",
    "It counts for all that the debtor owes this client.",
)


@follows(
    by.CLAIMS_BY_FILING, by.NO_EXECUTION, by.FILING_DAY, by.INTEREST_AFTER_RULING, by.NO_COMPULSION, by.PRO_RATA,
    by.RESTRUCTURED_CLAIMS, by.RESTRUCTURING_STOPS, by.RESTRUCTURING_INTEREST, by.VOID_PAYMENT, by.TIME_OF_REST,
    by.BROAD_MORATORIUM, by.MORATORIUM_DECREE, by.EVICTION, by.COUNSELLING_NOTIFIED,
    by.ADMINISTRATOR_MANAGES, by.ADMINISTRATOR_REPRESENTS, by.UNDER_GUARDIANSHIP, by.REGISTER_OF_GUARDIANSHIPS,
    by.CHILD, by.HEIRS_OWE, by.OWN_GOODS_OF_HEIRS, by.CORRECT_CLAIM, by.CORRECT_TREATMENT, by.NOT_IN_DEFAULT,
    by.DELAY_NOT_ATTRIBUTABLE, by.DELAY_NOT_ATTRIBUTABLE_PUBLIC_BODY,
)  # fmt: skip
def stop_of(kind: str) -> Stop:
    """Return what a kind of stop does. Follows from the articles that stand with it.

    Raises:
        ValueError: there is no such kind.
    """
    stop = STOPS.get(kind)
    if stop is None:
        raise ValueError(f"{kind!r} is no kind of stop. Take one of {', '.join(STOPS)}.")
    return stop


@follows(by.MONTHS_OF_REST, by.BROAD_MORATORIUM, by.EVICTION, by.COUNSELLING_NOTIFIED)
def last_day_of(kind: str, first_day: date) -> date | None:
    """Return until which day a stop stands where nobody says another; None: until somebody lifts it.

    Follows from BW 4:185, Wgs 5, Fw 287b and the covenants on debt counselling: whole months by the calendar, and
    where the month is too short its last day.

    Raises:
        ValueError: there is no such kind.
    """
    length = stop_of(kind).default_length
    return None if length is None else _after(first_day, length)


@follows(by.BROAD_MORATORIUM, by.EVICTION)
def latest_last_day_of(kind: str, first_day: date) -> date | None:
    """Return the last day that the law gives a stop; None where it names none. Follows from Wgs 5 and Fw 287b.

    Raises:
        ValueError: there is no such kind.
    """
    length = stop_of(kind).at_most
    return None if length is None else _after(first_day, length)


@follows(by.COMPLAINT_CONFIRMED)
def complaint_confirmed_by(received: date, *, additional: Collection[date] = ()) -> date:
    """Return the last day to confirm a complaint in writing. Follows from Bki 6.1: two working days after it came."""
    return add_working_days(received, COMPLAINT_DAYS, additional=additional)


@follows(by.MONTHS_OF_REST, by.BROAD_MORATORIUM, by.EVICTION, by.COUNSELLING_NOTIFIED)
def length_words(kind: str, language: Literal["nl", "en"]) -> str:
    """Return how long a stop stands where nobody says another day, in words. Follows as `last_day_of` does.

    Raises:
        ValueError: there is no such kind.
    """
    stop = stop_of(kind)
    if not stop.is_hold:
        return "as was agreed or answered" if language == "en" else "zoals is afgesproken of beantwoord"
    if stop.default_length is None:
        return "until it is lifted" if language == "en" else "tot zij wordt opgeheven"
    return f"{stop.default_length.months} {'months' if language == 'en' else 'maanden'}"


@follows(
    by.INTEREST_AFTER_RULING, by.RESTRUCTURING_INTEREST, by.COUNSELLING_NOTIFIED, by.DELAY_NOT_ATTRIBUTABLE
)
def effect_sentence(kind: str, language: Literal["nl", "en"]) -> str:
    """Return what a stop does to messages, interest and costs, in sentences. Follows from the articles of its kind.

    Raises:
        ValueError: there is no such kind.
    """
    stop, one = stop_of(kind), language == "en"
    parts = [_messages(stop, language), _INTEREST[stop.interest][one]]
    if not stop.costs_allowed:
        parts.append(_NO_COSTS[one])
    if stop.whole_debtor:
        parts.append(_WHOLE_DEBTOR[one])
    return " ".join(part for part in parts if part)


def _messages(stop: Stop, language: Literal["nl", "en"]) -> str:
    whom = stop.write_to_en if language == "en" else stop.write_to_nl
    if stop.messages == "BY_HAND":
        whom = f" {'to' if language == 'en' else 'aan'} {whom}" if whom else ""
    return _MESSAGES[stop.messages][language == "en"].format(whom=whom)


def _after(first_day: date, length: Length) -> date:
    """Return the same day of the month so many months later, or the last day of that month where it is shorter."""
    years, month = divmod(first_day.month - 1 + length.months, 12)
    year = first_day.year + years
    if year > date.max.year:
        return date.max
    return date(year, month + 1, min(first_day.day, monthrange(year, month + 1)[1]))
