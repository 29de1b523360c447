"""How right our links are, from a sample that people looked at: a share with its interval, never a bare figure.

Payments are drawn by stratum (why they were linked and on how much), more of those of which we are less sure; so
each stratum's share weighs as many payments as it was drawn from. All shares are counted per 10,000, and careful: a
wrong one is never rounded away.

>>> wilson(wrong=0, reviewed=100)
Interval(low=0, high=370)
"""

from collections.abc import Iterable, Sequence
from math import isqrt
from typing import NamedTuple

PER = 10_000
_Z_SQUARED, _OF = 38_416, 10_000
"""1.96 squared: an interval that holds the truth 95 times in 100."""


class Stratum(NamedTuple):
    """What was found among links of one kind."""

    because: str
    points_from: int
    drawn_from: int
    """How many links of this kind there were."""
    reviewed: int
    wrong: int


class Interval(NamedTuple):
    """Between which shares the truth lies, per 10,000."""

    low: int
    high: int


class Precision(NamedTuple):
    """How many links are wrong, per 10,000, with its interval."""

    because: str
    """Empty: of all kinds together."""
    links: int
    reviewed: int
    wrong: int
    wrong_share: int
    interval: Interval


def wilson(*, wrong: int, reviewed: int) -> Interval:
    """Return Wilson's interval of 95 % for a share of wrong ones, rounded outwards.

    Raises ValueError when more are wrong than were reviewed, or less than none. Of nothing reviewed it is everything.
    """
    if not 0 <= wrong <= reviewed:
        raise ValueError(f"{wrong} of {reviewed} cannot be wrong.")
    if not reviewed:
        return Interval(0, PER)
    # All in units of 1 / (2 * _OF * reviewed), so that no fraction is rounded before the end.
    middle = 2 * _OF * wrong + _Z_SQUARED
    spread = isqrt(_Z_SQUARED * (_Z_SQUARED + 4 * _OF * wrong * (reviewed - wrong) // reviewed)) + 1
    whole = 2 * (_OF * reviewed + _Z_SQUARED)
    low = 0 if not wrong else max(0, (middle - spread) * PER // whole)
    high = PER if wrong == reviewed else min(PER, -(-(middle + spread) * PER // whole))
    return Interval(low, high)


def precision(strata: Iterable[Stratum]) -> list[Precision]:
    """Return how many links are wrong: first of all kinds together, then by why they were linked."""
    known = [one for one in strata if one.reviewed]
    kinds = sorted({one.because for one in known})
    return [_together("", known)] + [
        _together(kind, [one for one in known if one.because == kind]) for kind in kinds
    ]


def _together(because: str, strata: Sequence[Stratum]) -> Precision:
    """Return the share of strata, each weighed by how many links it stands for; its interval by each one's own."""
    links = sum(one.drawn_from for one in strata)
    intervals = [wilson(wrong=one.wrong, reviewed=one.reviewed) for one in strata]
    low = sum(each.low * one.drawn_from for each, one in zip(intervals, strata, strict=True))
    high = sum(each.high * one.drawn_from for each, one in zip(intervals, strata, strict=True))
    share = sum(-(-one.wrong * PER * one.drawn_from // one.reviewed) for one in strata)
    return Precision(
        because,
        links,
        sum(one.reviewed for one in strata),
        sum(one.wrong for one in strata),
        -(-share // links) if links else 0,
        Interval(low // links, -(-high // links)) if links else Interval(0, PER),
    )
