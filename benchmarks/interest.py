"""A million calculations of interest over ten years of rates, one core, beside a bare loop over the same segments.

The floor is told everything that a calculation has to find out: for each claim the days, rates and divisors of its
segments lie ready. It multiplies, rounds, adds the interest of each year to the base, and keeps a tuple a segment. The
two take turns in small blocks and are timed by the processor, so that a busy machine slows both.
"""

import itertools
import random
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple

from voldaan.domain.law.interest import InterestKind, interest

KINDS: tuple[InterestKind, ...] = ("STATUTORY", "COMMERCIAL")
SECONDS_MAX = 60
"""What a million may take (DESIGN 8 asks 20,000 a second for the statutory rate)."""
BLOCK = 1_000
YEARS = 10

Ready = tuple[date, date, int, Decimal, int, int, bool]
"""First day, last day, days, percent, percent in hundredths, divisor, and if a year of interest ends here."""


class Term(NamedTuple):
    """From when until when interest runs, and what the floor is told of it."""

    first_day: date
    until: date
    ready: tuple[Ready, ...]


def run(*, calculations: int) -> Iterator[str]:
    """Yield the figures of each kind: the floor, ours beside it, and the seconds of all calculations."""
    for kind in KINDS:
        yield from _lines(kind, calculations)


def _lines(kind: InterestKind, calculations: int) -> Iterator[str]:
    chance = random.Random(20261122)
    terms = [_term(kind, chance) for _ in range(BLOCK)]
    floor = ours = 0.0
    floor_cents = our_cents = 0
    for start in range(0, calculations, BLOCK):
        size = min(BLOCK, calculations - start)
        claims = [(chance.randint(10_00, 50_000_00), term) for term in terms[:size]]
        seconds, cents = _timed(lambda claims=claims: sum(_floor(*claim) for claim in claims))
        floor, floor_cents = floor + seconds, floor_cents + cents
        seconds, cents = _timed(lambda claims=claims: sum(_ours(kind, *claim) for claim in claims))
        ours, our_cents = ours + seconds, our_cents + cents
    same = "same cents as the floor" if floor_cents == our_cents else "CENTS DIFFER FROM THE FLOOR"
    name = f"interest-{kind.lower()}"
    yield f"{name}-floor-bare-loop {calculations / floor:.0f} /s 1.00"
    yield f"{name} {calculations / ours:.0f} /s {ours / floor:.2f} ({same})"
    allowed = SECONDS_MAX * calculations / 1_000_000
    yield f"{name}-{calculations} {ours:.1f} s {ours / allowed:.2f} (target 1.00 of {allowed:g} s)"


def _timed(work: Callable[[], int]) -> tuple[float, int]:
    start = time.process_time()
    cents = work()
    return time.process_time() - start, cents


def _ours(kind: InterestKind, principal_cents: int, term: Term) -> int:
    return interest(kind, principal_cents, first_day=term.first_day, until=term.until).cents


def _floor(principal_cents: int, term: Term) -> int:
    base, year, cents, segments = principal_cents, 0, 0, []
    for first, last, days, percent, hundredths, divisor, year_ends in term.ready:
        owed = (2 * base * hundredths * days + divisor) // (2 * divisor)
        segments.append((first, last, days, percent, base, owed))
        year += owed
        cents += owed
        if year_ends:
            base, year = base + year, 0
    return cents


def _term(kind: InterestKind, chance: random.Random) -> Term:
    """Return ten years that begin on any day from 2013, with the segments that a first calculation found."""
    first = date(2013, 1, 1) + timedelta(days=chance.randrange(365 * 3))
    until = _year_later(first, YEARS) - timedelta(days=1)
    anniversaries = [_year_later(first, number) for number in range(YEARS + 1)]
    lengths = {
        start.toordinal() + day: (end - start).days
        for start, end in itertools.pairwise(anniversaries)
        for day in range((end - start).days)
    }
    ready = tuple(
        (
            segment.first_day,
            segment.last_day,
            segment.days,
            segment.rate,
            int(segment.rate * 100),
            10_000 * lengths[segment.first_day.toordinal()],
            segment.last_day + timedelta(days=1) in anniversaries,
        )
        for segment in interest(kind, 100_000_00, first_day=first, until=until).segments
    )
    return Term(first, until, ready)


def _year_later(day: date, years: int) -> date:
    if (day.month, day.day) == (2, 29):
        return date(day.year + years, 3, 1) - timedelta(days=1)
    return day.replace(year=day.year + years)
