"""Payments to invoices: what is linked rightly, wrongly and not at all, of payments as people and banks write them.

Each kind of business is a book of its own; the real engine decides, and the truth beside each payment judges it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from benchmarks.remittances.judging import OUTCOMES, Judged, judge, measure, settled_by
from benchmarks.remittances.making import make_worlds
from benchmarks.remittances.truth import Truth, World
from voldaan.domain.matching.facts import PaymentFacts, Verdict
from voldaan.domain.matching.together import match_all
from voldaan.domain.matching.weights import LINK_FROM_POINTS

POINTS_STEP = 10
MISSES_OF_A_SHAPE = 3
"""How many of each shape are told in words: enough to see a pattern."""


def run(
    *, payments: int, invoices: int, seed: int, thresholds: Sequence[int] = (), show: int = 0, kind: str = ""
) -> Iterator[str]:
    """Yield the figures for each threshold, the tables of the first, and its mistakes in words as far as asked."""
    asked = tuple(thresholds) or (LINK_FROM_POINTS,)
    judged: dict[int, list[Judged]] = {threshold: [] for threshold in asked}
    kinds: dict[str, list[Judged]] = defaultdict(list)
    wrong: list[str] = []
    missed: dict[str, list[str]] = defaultdict(list)
    for world in make_worlds(payments=payments, invoices=invoices, seed=seed, only=kind):
        for threshold in asked:
            found = judge_world(world, link_from=threshold)
            judged[threshold].extend(found)
        first = judged[asked[0]][-len(world.payments) :]
        kinds[world.kind].extend(first)
        wrong.extend(
            in_words(one, world) for one in first if one.outcome == "linked wrong" and len(wrong) < show
        )
        for one in filter(_is_missed, first):
            if len(missed[one.truth.shape]) < min(show, MISSES_OF_A_SHAPE):
                missed[one.truth.shape].append(in_words(one, world))
    yield from _by_threshold(judged)
    yield from measure(judged[asked[0]]).lines()
    yield from _table("shape", _by_shape(judged[asked[0]]))
    yield from _table("business", kinds)
    yield from _by_points(judged[asked[0]])
    yield from wrong
    yield from [told for shape in missed.values() for told in shape][:show]


def judge_world(world: World, *, link_from: int) -> list[Judged]:
    """Return every payment of a world with the engine's verdict and what it is worth."""
    verdicts = match_all(world.payments, world.book(link_from=link_from))
    of = {payment.id: payment for payment in world.payments}
    return [
        judge(payment, verdicts[payment.id], _truth_of(payment, world.truths[payment.id], verdicts, of))
        for payment in world.payments
    ]


def _truth_of(
    payment: PaymentFacts, truth: Truth, verdicts: dict[int, Verdict], of: dict[int, PaymentFacts]
) -> Truth:
    """Return the truth; of what takes a payment of this run back it is what that one was linked to.

    A refund of just what the same account paid can be said to return that.
    """
    taken_back = truth.takes_back
    said = of.get(verdicts[payment.id].takes_back or 0)
    if said and not truth.ways and _is_returned(said, payment):
        taken_back = said.id
    if taken_back not in verdicts:
        return truth
    placed = settled_by(verdicts[taken_back])
    ways = (tuple((invoice, -cents) for invoice, cents in placed),)
    return truth._replace(ways=ways, takes_back=taken_back, asks=False)


def _is_returned(received: PaymentFacts, refund: PaymentFacts) -> bool:
    same_account = received.counterparty_iban == refund.counterparty_iban
    return same_account and received.amount_cents == -refund.amount_cents


def _by_threshold(judged: dict[int, list[Judged]]) -> Iterator[str]:
    if len(judged) == 1:
        return
    yield "threshold  wrong/10000  wrong   linked  usable linked %  linked or first %"
    for threshold, found in sorted(judged.items()):
        sums = measure(found)
        usable = 100 * sums.usable_linked / max(1, sums.usable)
        right = 100 * sums.found / max(1, sums.for_open)
        rate = 10_000 * sums.wrong / max(1, sums.linked)
        yield f"{threshold:9}  {rate:11.2f}  {sums.wrong:5}  {sums.linked:7}  {usable:15.2f}  {right:17.2f}"


def _by_shape(judged: Sequence[Judged]) -> dict[str, list[Judged]]:
    shapes: dict[str, list[Judged]] = defaultdict(list)
    for one in sorted(judged, key=lambda one: one.truth.shape):
        shapes[one.truth.shape].append(one)
    return shapes


def _table(of: str, groups: dict[str, list[Judged]]) -> Iterator[str]:
    yield f"{of:36}" + "".join(f"{outcome:>14}" for outcome in OUTCOMES) + "   usable linked %"
    for name, found in groups.items():
        counted = Counter(one.outcome for one in found)
        sums = measure(found)
        usable = f"{100 * sums.usable_linked / sums.usable:18.2f}" if sums.usable else ""
        yield f"{name:36}" + "".join(f"{counted[outcome]:14}" for outcome in OUTCOMES) + usable


def _by_points(judged: Sequence[Judged]) -> Iterator[str]:
    """Yield how many links of each sum of points are wrong: the measured error beside the weights."""
    linked: Counter[int] = Counter()
    wrong: Counter[int] = Counter()
    for one in judged:
        if one.verdict.verdict == "linked" and one.outcome != "left alone":
            points = one.verdict.points // POINTS_STEP * POINTS_STEP
            linked[points] += 1
            wrong[points] += one.outcome == "linked wrong"
    yield "points      linked   wrong   wrong/10000"
    for points in sorted(linked):
        rate = 10_000 * wrong[points] / linked[points]
        yield f"{points:4}-{points + POINTS_STEP - 1:<4} {linked[points]:9} {wrong[points]:7} {rate:13.2f}"


def _is_missed(one: Judged) -> bool:
    """Test if the right answer was neither linked nor first, or an unmistakable number not linked."""
    unlinked = one.truth.usable and one.outcome == "first"
    return unlinked or (one.truth.for_open and one.outcome in ("elsewhere", "other", "unmatched"))


def in_words(one: Judged, world: World) -> str:
    """Return a mistake so that a person can judge it: the payment, the truth, and what was said and why."""
    payment, verdict, truth, outcome = one
    of = {invoice.id: invoice for invoice in world.invoices}
    names = {payer.account_id: payer.name for payer in world.payers}

    def told(way: Sequence[tuple[int, int]]) -> str:
        return ", ".join(
            f"{of[key].number} {cents / 100:.2f} (open {of[key].open_cents / 100:.2f}, {names[of[key].account_id]})"
            for key, cents in way
        )

    right = " of ".join(told(way) for way in truth.ways[:3]) or "-"
    ranks = [
        f"{place.rank}: {told([(place.invoice_id, place.cents or 0)]) if place.invoice_id in of else '-'}"
        f" [{place.points}] {place.evidence}"
        for place in verdict.candidates[:4]
    ]
    return "\n".join(
        (
            f"\n{outcome.upper()} · {world.kind} · {truth.shape}{' · usable' if truth.usable else ''}",
            f"  payment  {payment.amount_cents / 100:.2f} on {payment.booking_date} from {payment.counterparty_name!r}",
            f"  wrote    {payment.remittance!r} {payment.payment_reference}",
            f"  truth    {'ASK ' if truth.asks else ''}{right}",
            f"  verdict  {verdict.verdict} {verdict.because} {verdict.points}: {told(verdict.allocations)}",
            f"  because  {'; '.join(verdict.evidence)} | runner-up: {verdict.runner_up}",
            *(f"  rank     {rank}" for rank in ranks),
        )
    )
