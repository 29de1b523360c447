"""While a stop stands that leaves no room for them, interest rests and costs do not come to be due.

A stop that was lifted is over, and the interest of its days is not asked afterwards. Costs that were due before it
stay due.

>>> counselling = Stood(kind="DEBT_COUNSELLING", first_day=date(2026, 9, 10), last_day=date(2026, 9, 20))
>>> rest = resting([counselling], first_day=date(2026, 9, 15), until=date(2026, 10, 13))
>>> [(str(one.first_day), str(one.last_day)) for one in rest]
[('2026-09-15', '2026-09-20')]
>>> str(costs_from([counselling], in_default_from=date(2026, 9, 15), until=date(2026, 10, 13)))
'2026-09-21'
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from voldaan.domain.law import stop_articles as by
from voldaan.domain.law.citation import follows
from voldaan.domain.law.stop_table import StopKind
from voldaan.domain.law.stops import stop_of

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """One stop, and the days on which it stood. Both days count."""

    kind: StopKind
    first_day: date
    last_day: date | None
    """None: it still stands. Before the first day: it was lifted on the day on which it was placed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest:
    """Days on which no interest runs, and the stop that is the reason. Both days count."""

    first_day: date
    last_day: date
    because: StopKind


@follows(
    by.INTEREST_AFTER_RULING, by.RESTRUCTURING_INTEREST, by.COUNSELLING_NOTIFIED, by.NOT_IN_DEFAULT,
    by.DELAY_NOT_ATTRIBUTABLE, by.DELAY_NOT_ATTRIBUTABLE_PUBLIC_BODY,
)  # fmt: skip
def resting(stops: Sequence[Stood], *, first_day: date, until: date) -> tuple[Rest, ...]:
    """Return the days from the first interest day until and including `until` on which a stop lets no interest run.

    Follows from the articles that stand with each kind of stop: a debt restructuring (Fw 303), what cannot be filed
    after a bankruptcy ruling (Fw 128), debt counselling, and a delay that is not the debtor's (6:81, 6:119a
    paragraph 8, 6:119b paragraph 7).
    """
    found = [
        Rest(
            first_day=max(stop.first_day, first_day),
            last_day=min(stop.last_day or until, until),
            because=stop.kind,
        )
        for stop in stops
        if stop_of(stop.kind).interest != "RUNS"
    ]
    return tuple(sorted((rest for rest in found if rest.first_day <= rest.last_day), key=_days))


@follows(by.COUNSELLING_NOTIFIED)
def costs_from(stops: Sequence[Stood], *, in_default_from: date, until: date) -> date | None:
    """Return the first day of default on which no stop keeps costs from coming to be due; None: not until that day.

    Follows from the notification of debt counselling and, where no article says it, from the careful side: who was
    in default before the stop owes the costs, and who came to be so under it does not while it stands.
    """
    day = in_default_from
    for stop in sorted(stops, key=_first_day):
        if stop_of(stop.kind).costs_allowed or not stop.first_day <= day <= (stop.last_day or until):
            continue
        if stop.last_day is None or stop.last_day >= until:
            return None
        day = stop.last_day + _ONE_DAY
    return day if day <= until else None


def _days(rest: Rest) -> tuple[date, date]:
    return rest.first_day, rest.last_day


def _first_day(stop: Stood) -> date:
    return stop.first_day
