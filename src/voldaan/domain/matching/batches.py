"""A payment that the bank books as one sum and a specification takes apart: a payout, or a batch of direct debits."""

from collections.abc import Callable, Iterable, Iterator

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import Difference, PaymentFacts, PayoutLine, Verdict

Decider = Callable[[PaymentFacts, OpenBook], Verdict | None]


def placed_by_lines(payment: PaymentFacts, book: OpenBook, decide: Decider) -> Verdict | None:
    """Return the link of a payment by its lines, each decided as a payment of its own; None where no line is found.

    The invoice gets what its payer paid: what the line brought, and the fee beside it. Lines of which nothing is
    known stay in the rest of the payment.
    """
    found: list[tuple[PayoutLine, PaymentFacts, Verdict]] = []
    for place, line in enumerate(payment.lines):
        if not line.gross_cents > line.fee_cents >= 0:
            continue
        facts = _as_payment(payment, line, place)
        verdict = decide(facts, book)
        if verdict and verdict.allocations and not verdict.rest_cents:
            book.place(facts, verdict)
            found.append((line, facts, verdict))
    for _, facts, verdict in reversed(found):
        book.lift(facts, verdict)
    if not found:
        return None
    allocations: dict[int, int] = {}
    differences = [one for _, _, verdict in found for one in verdict.differences]
    for line, _, verdict in found:
        cents = dict(verdict.allocations)
        kept = _fee_from(cents, line.fee_cents, book)
        differences += kept
        for key, each in cents.items():
            allocations[key] = allocations.get(key, 0) + each
    rest = payment.amount_cents - sum(allocations.values())
    if rest < 0:
        return None
    evidence = (f"{len(found)} van {len(payment.lines)} regels van de specificatie",)
    return Verdict(
        "linked",
        "PAYOUT",
        (*evidence, *(said for _, _, verdict in found[:1] for said in verdict.evidence)),
        tuple((key, cents) for key, cents in sorted(allocations.items()) if cents),
        differences=tuple(differences),
        netted=tuple(one for _, _, verdict in found for one in verdict.netted),
        points=min(verdict.points for _, _, verdict in found),
        rest_cents=rest,
    )


def with_lines(payments: Iterable[PaymentFacts]) -> Iterator[PaymentFacts]:
    """Yield payments, and after each the lines of its specification as payments of their own."""
    for payment in payments:
        yield payment
        for place, line in enumerate(payment.lines):
            yield _as_payment(payment, line, place)


def _as_payment(payment: PaymentFacts, line: PayoutLine, place: int) -> PaymentFacts:
    return PaymentFacts(
        id=-place - 1,
        amount_cents=line.gross_cents,
        booking_date=payment.booking_date,
        counterparty_name=line.payer_name,
        remittance=line.text,
        end_to_end_id=line.end_to_end_id,
    )


def _fee_from(cents: dict[int, int], fee_cents: int, book: OpenBook) -> list[Difference]:
    """Take a fee off the allocations of a line, the largest first, and return it as differences beside them."""
    kept = []
    for key in sorted(cents, key=lambda each: (-cents[each], book.invoices[each].number, each)):
        part = min(fee_cents, cents[key])
        if part:
            cents[key] -= part
            fee_cents -= part
            kept.append(Difference(key, part, "FEE"))
    return kept
