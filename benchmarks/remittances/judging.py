"""A verdict beside the truth: right, wrong, or a question with the right answer first."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from benchmarks.remittances.truth import Truth
from voldaan.domain.matching.facts import Candidate, Cents, PaymentFacts, Verdict

Outcome = Literal[
    "linked right", "guessed", "in part", "linked wrong", "first", "elsewhere", "other", "unmatched", "left alone",
    "holds nobody",
]  # fmt: skip
OUTCOMES: tuple[Outcome, ...] = (
    "linked right", "guessed", "in part", "linked wrong", "first", "elsewhere", "other", "unmatched", "left alone",
    "holds nobody",
)  # fmt: skip
"""`guessed`: linked right, where nobody could know. `in part`: linked right as far as it goes, and the rest waits.
`first`, `elsewhere`, `other`: suggested with the right answer first, behind or equal to another, or not at all.
`left alone`: nothing was linked of what is for no invoice. `holds nobody`: the same, but it is somebody's money, and
no candidate says whose."""

LINKED = ("linked right", "guessed", "in part", "linked wrong")


class Judged(NamedTuple):
    """One payment with its verdict, its truth and what that makes."""

    payment: PaymentFacts
    verdict: Verdict
    truth: Truth
    outcome: Outcome


def judge(payment: PaymentFacts, verdict: Verdict, truth: Truth) -> Judged:
    """Return what a verdict is worth."""
    return Judged(payment, verdict, truth, _outcome(verdict, truth))


def _outcome(verdict: Verdict, truth: Truth) -> Outcome:
    if verdict.verdict == "linked" and (verdict.allocations or verdict.takes_back is not None):
        if _links_right(verdict, truth):
            return "guessed" if truth.asks else "linked right"
        return "in part" if _links_in_part(verdict, truth) else "linked wrong"
    if verdict.set_aside and truth.for_open:
        return "linked wrong"
    if not truth.ways:
        named = {candidate.account_id for candidate in verdict.candidates}
        return "left alone" if named.issuperset(truth.accounts) else "holds nobody"
    return _of_a_question(verdict, truth)


def _links_right(verdict: Verdict, truth: Truth) -> bool:
    if truth.takes_back is not None and verdict.takes_back != truth.takes_back:
        return False
    return settled_by(verdict) in truth.ways


def _links_in_part(verdict: Verdict, truth: Truth) -> bool:
    settled = set(settled_by(verdict))
    return verdict.rest_cents > 0 and any(settled < set(way) for way in truth.ways)


def settled_by(verdict: Verdict) -> Cents:
    """Return for how much each invoice is settled: paid, let go and taken off by credit notes together."""
    sums: dict[int, int] = defaultdict(int)
    for invoice, cents in verdict.allocations:
        sums[invoice] += cents
    for difference in verdict.differences:
        sums[difference.invoice_id] += difference.cents
    for netted in verdict.netted:
        sums[netted.invoice_id] += netted.cents
    return tuple(sorted((invoice, cents) for invoice, cents in sums.items() if cents))


def _of_a_question(verdict: Verdict, truth: Truth) -> Outcome:
    ranks: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in verdict.candidates:
        ranks[candidate.rank].append(candidate)
    if not ranks:
        return "unmatched"
    right = {rank for rank, together in ranks.items() if _is_a_way(together, truth)}
    first = min(ranks)
    points = _points(ranks[first])
    level = {rank for rank, together in ranks.items() if points is not None and _points(together) == points}
    if first in right and level <= right:
        return "first"
    return "elsewhere" if right else "other"


def _points(together: Iterable[Candidate]) -> int | None:
    points = [candidate.points for candidate in together if candidate.points is not None]
    return max(points) if points else None


def _is_a_way(together: Iterable[Candidate], truth: Truth) -> bool:
    """Test if candidates of one rank are one right answer: the same invoices, and no more cents than are right."""
    cents = {one.invoice_id: one.cents for one in together if one.invoice_id is not None}
    return any(
        set(cents) == {invoice for invoice, _ in way}
        and all(abs(cents[invoice] or 0) <= abs(most) for invoice, most in way)
        for way in truth.ways
    )


class Measure(NamedTuple):
    """The figures that issue 5 sets, of many payments."""

    linked: int
    wrong: int
    usable: int
    usable_linked: int
    for_open: int
    found: int
    """For open invoices, and linked right or suggested with the right answer first."""

    def lines(self) -> Iterator[str]:
        """Yield the figures, each with its bound."""
        yield _line("wrong-links", 10_000, "per-10000", self.wrong, self.linked, "at most 1.00")
        yield _line("usable-linked", 100, "%", self.usable_linked, self.usable, "at least 96.00")
        yield _line("linked-or-first", 100, "%", self.found, self.for_open, "at least 99.50")


def _line(name: str, scale: int, unit: str, count: int, of: int, bound: str) -> str:
    return f"matching-{name} {scale * count / max(1, of):.2f} {unit} ({count} of {of}; {bound})"


def measure(judged: Iterable[Judged]) -> Measure:
    """Return the three figures."""
    linked = wrong = usable = usable_linked = for_open = found = 0
    for one in judged:
        is_linked = one.outcome in LINKED
        linked += is_linked
        wrong += one.outcome == "linked wrong"
        usable += one.truth.usable
        usable_linked += one.truth.usable and one.outcome == "linked right"
        for_open += one.truth.for_open
        found += one.truth.for_open and one.outcome in ("linked right", "guessed", "first")
    return Measure(linked, wrong, usable, usable_linked, for_open, found)
