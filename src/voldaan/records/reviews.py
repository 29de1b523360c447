"""Links that are drawn for a second look, and what people found. Needs an open scope."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from django.db.models import Count, F, QuerySet

from voldaan.domain.matching.precision import Stratum
from voldaan.records.allocating import placed_of
from voldaan.records.chunks import chunked
from voldaan.records.models import Client, Invoice, MatchReview, Payment
from voldaan.records.standing_matches import RULE

POINTS_OF_A_STRATUM = (0, 90, 100, 120)
"""From which points each stratum is: those just over the threshold are their own."""
WEIGHTS = (8, 4, 2, 1)
"""How many times as many are drawn of each: more where we are less sure."""


class Link(NamedTuple):
    """A payment that a rule linked, with why and on how much."""

    payment_id: int
    because: str
    points: int
    key: str
    """The digest of the payment with its twin: what chance is made of."""

    @property
    def stratum(self) -> tuple[str, int]:
        """Return the kind of link that it is."""
        return self.because, max(low for low in POINTS_OF_A_STRATUM if low <= max(self.points, 0))


def links() -> list[Link]:
    """Return every payment that a rule linked and that has not been drawn yet."""
    rows = _linked().filter(reviews__isnull=True)
    columns = ("pk", "because", "points", "digest", "twin")
    return [
        Link(key, because, points, f"{digest}-{twin}")
        for key, because, points, digest, twin in rows.values_list(*columns).iterator(chunk_size=5000)
    ]


def _linked() -> "QuerySet[Payment]":
    """Return the payments of which a rule allocated something."""
    rows = Payment.objects.filter(placed_by=RULE, points__isnull=False, takes_back__isnull=True)
    return rows.exclude(waiting_cents=F("amount_cents"))


def draw(client: Client, found: Sequence[Link], count: int, *, seed: str, at: datetime) -> int:
    """Draw links for review, at least one of each stratum while `count` lasts, and return how many.

    `seed` is what nobody chose (the end of the chain of events): the same book draws the same links.
    """
    strata: dict[tuple[str, int], list[Link]] = defaultdict(list)
    for link in sorted(found, key=lambda one: hashlib.sha256(f"{seed} {one.key}".encode()).digest()):
        strata[link.stratum].append(link)
    drawn_from = _drawn_before(strata)
    chosen = _spread(strata, count)
    MatchReview.objects.bulk_create(
        [
            MatchReview(
                client=client,
                payment_id=link.payment_id,
                drawn_at=at,
                because=link.because,
                points=link.points,
                drawn_from=drawn_from[link.stratum],
            )
            for link in chosen
        ],
        batch_size=500,
    )
    return len(chosen)


def _drawn_before(strata: dict[tuple[str, int], list[Link]]) -> Counter[tuple[str, int]]:
    """Return by stratum how many links there are, those that were drawn before included."""
    totals = Counter({key: len(members) for key, members in strata.items()})
    for because, points in MatchReview.objects.values_list("because", "points"):
        totals[Link(0, because, points, "").stratum] += 1
    return totals


def _spread(strata: dict[tuple[str, int], list[Link]], count: int) -> list[Link]:
    """Return so many links, taken from the strata in turns by their weight."""
    turns = sorted(strata)
    taken: Counter[tuple[str, int]] = Counter()
    chosen: list[Link] = []
    while len(chosen) < count and any(taken[key] < len(strata[key]) for key in turns):
        for key in turns:
            weight = WEIGHTS[POINTS_OF_A_STRATUM.index(key[1])]
            part = strata[key][taken[key] : taken[key] + min(weight, count - len(chosen))]
            taken[key] += len(part)
            chosen += part
    return chosen


def waiting() -> list[MatchReview]:
    """Return the links that nobody has looked at yet, those on the fewest points first."""
    rows = MatchReview.objects.filter(was_right__isnull=True).select_related("payment")
    return list(rows.order_by("points", "pk"))


def strata_reviewed() -> list[Stratum]:
    """Return by stratum what people found, and how many links it stands for."""
    reviewed: dict[tuple[str, int], list[bool]] = defaultdict(list)
    rows = MatchReview.objects.filter(was_right__isnull=False)
    for because, points, was_right in rows.values_list("because", "points", "was_right"):
        reviewed[Link(0, because, points, "").stratum].append(bool(was_right))
    totals: Counter[tuple[str, int]] = Counter()
    wrong = MatchReview.objects.filter(was_right=False).values_list("because", "points")
    totals.update(Link(0, because, points, "").stratum for because, points in wrong)
    linked = _linked().order_by().values_list("because", "points").annotate(Count("pk"))
    for because, points, count in linked:
        totals[Link(0, because, points, "").stratum] += count
    return [
        Stratum(because, low, max(totals[because, low], len(found)), len(found), found.count(False))
        for (because, low), found in sorted(reviewed.items())
    ]


def placed_numbers(payments: Sequence[int]) -> dict[int, list[tuple[str, int]]]:
    """Return by payment the numbers of the invoices that it stands allocated to, with cents."""
    placed = placed_of(payments)
    keys = sorted({key for parts in placed.values() for key, _ in parts})
    numbers = {
        key: number
        for part in chunked(keys)
        for key, number in Invoice.objects.filter(pk__in=part).values_list("pk", "number")
    }
    return {payment: [(numbers[key], cents) for key, cents in parts] for payment, parts in placed.items()}
