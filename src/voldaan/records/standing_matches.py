"""What the book says of payments now, and which of them a run of matching looks at. Needs an open scope."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Any, NamedTuple

from django.db.models import F, Max, Q, QuerySet

from voldaan.domain.matching.facts import Difference, Netted, PaymentFacts, Verdict
from voldaan.domain.matching.weights import SURE_POINTS
from voldaan.records.allocating import Beside, placed_beside, placed_of
from voldaan.records.chunks import chunked
from voldaan.records.models import Allocation, Event, Payment
from voldaan.records.payouts import payout_lines_for

RULE, PERSON = "RULE", "PERSON"
PAYMENTS_AT_ONCE = 5000
REFUND = "REFUND"
LOOKED_AT_AGAIN_DAYS = 100
"""How long before the newest payment a link that was not sure is decided again."""
BY_AMOUNT = ("PAYER_AND_AMOUNT", "PART_PAYMENT", "MORE_THAN_OPEN")
"""Links of which another invoice of exactly this amount would speak against, however sure they were."""
TEACHING_EVENTS = ("payment.matched", "payment.redone", "question.answered")
"""The events that say of a payment whether it taught anything."""

MOVEMENT = (
    "pk", "amount_cents", "booking_date", "counterparty_name", "counterparty_iban", "remittance",
    "payment_reference", "end_to_end_id", "bank_reference", "reversal", "ultimate_name", "mandate_id", "bank_iban",
    "charge", "digest", "twin",
)  # fmt: skip
"""The columns of a payment in the order of `PaymentFacts`."""
_AMOUNT = MOVEMENT.index("amount_cents")
_STANDING = ("matched_at", "placed_by", "because", "points", "set_aside", "takes_back", "waiting_cents")

_PAIRED = (
    "amount_cents", "takes_back__amount_cents", "end_to_end_id", "bank_reference", "payment_reference", "mandate_id",
    "takes_back__end_to_end_id", "takes_back__bank_reference", "takes_back__payment_reference",
    "takes_back__mandate_id",
)  # fmt: skip
"""The amounts of a movement and of what it took back, and all references of both."""


class Standing(NamedTuple):
    """A payment, and what was decided of it before."""

    payment: PaymentFacts
    verdict: Verdict | None = None
    """None: nobody looked at it yet."""
    asks: bool = False
    """A question about it is open."""
    by_rule: bool = False
    """A rule placed it."""


def to_look_at() -> dict[int, Standing]:
    """Return the payments that are new, that are asked about, or whose link was not sure or not named, by id.

    What a person decided, what was superseded and what was taken back are not among them; nor is what an earlier
    version allocated, of which nobody knows how sure it was.
    """
    rows = _by_rule()
    asked = Q(questions__isnull=False, questions__answered_at__isnull=True)
    new = rows.filter(matched_at__isnull=True, set_aside="").exclude(waiting_cents=0)
    found = dict(_standing(new, asks=False))
    found.update(_standing(rows.filter(asked, set_aside="").exclude(waiting_cents=0), asks=True))
    newest: date | None = Payment.objects.aggregate(day=Max("booking_date"))["day"]
    if newest is not None:
        weak = rows.filter(
            Q(points__isnull=True) | Q(points__lt=SURE_POINTS) | Q(because__in=BY_AMOUNT),
            placed_by=RULE,
            booking_date__gte=newest - timedelta(days=LOOKED_AT_AGAIN_DAYS),
        )
        for key, standing in _standing(weak, asks=False):
            found.setdefault(key, standing)
    return found


def pairs_to_look_at(movements: Iterable[PaymentFacts]) -> dict[int, Standing]:
    """Return the payments, with what took them back, of which one of these movements could stand in the place.

    A refund is by amount alone, and looked at again as any link that was not sure.
    """
    marks = {(abs(one.amount_cents), text) for one in movements for text in _references(one)}
    newest: date | None = Payment.objects.aggregate(day=Max("booking_date"))["day"]
    pairs = Payment.objects.filter(takes_back__isnull=False, superseded_on__isnull=True, placed_by=RULE)
    pairs = pairs.exclude(takes_back__placed_by=PERSON)
    if newest is None:
        return {}
    since = newest - timedelta(days=LOOKED_AT_AGAIN_DAYS)
    keys: set[int] = set()
    rows = pairs.filter(booking_date__gte=since).values_list("pk", "because", "takes_back_id", *_PAIRED)
    for key, because, earlier, cents, earlier_cents, *texts in rows.order_by().iterator(chunk_size=5000):
        known = {(abs(each), text) for each in (cents, earlier_cents) for text in texts}
        if because == REFUND or marks & known:
            keys |= {key, earlier}
    return {
        key: standing
        for part in chunked(sorted(keys))
        for key, standing in _standing(Payment.objects.filter(pk__in=part), asks=False)
    }


def _references(movement: PaymentFacts) -> tuple[str, ...]:
    """Return by what a movement and one that takes it back are known to belong together; "" where by nothing."""
    texts = (
        movement.end_to_end_id, movement.bank_reference, movement.payment_reference, movement.mandate_id,
    )  # fmt: skip
    return tuple(filter(None, texts)) or ("",)


def are_there_others(count: int) -> bool:
    """Test if a rule decided more payments than these so many that are looked at again."""
    return _by_rule().filter(placed_by=RULE).count() > count


def links_on(invoices: Collection[int], *, but: Collection[int]) -> dict[int, Standing]:
    """Return the payments that a rule placed on these invoices, without those that are known already."""
    keys: set[int] = set()
    for part in chunked(sorted(invoices)):
        placed = Allocation.objects.filter(invoice__in=part, payment__placed_by=RULE)
        keys.update(placed.values_list("payment_id", flat=True).distinct())
    return placed_by_rule(keys.difference(but))


def placed_by_rule(payments: Collection[int]) -> dict[int, Standing]:
    """Return those of these payments that a rule placed, and about which nothing is asked."""
    found: dict[int, Standing] = {}
    for part in chunked(sorted(payments)):
        found.update(_standing(_by_rule().filter(pk__in=part, placed_by=RULE), asks=False))
    return found


def standing_of(payment_id: int) -> Standing | None:
    """Return a payment with what was decided of it, whoever did; None where there is no such payment."""
    asked = Q(questions__isnull=False, questions__answered_at__isnull=True)
    rows = Payment.objects.filter(pk=payment_id)
    return dict(_standing(rows, asks=rows.filter(asked).exists())).get(payment_id)


def _by_rule() -> "QuerySet[Payment]":
    """Return the payments of which a rule may decide."""
    rows = Payment.objects.filter(
        superseded_on__isnull=True, takes_back__isnull=True, taken_back_by__isnull=True
    )
    return rows.filter(Q(placed_by=RULE) | Q(placed_by="", waiting_cents=F("amount_cents")))


def _standing(rows: "QuerySet[Payment]", *, asks: bool) -> Iterator[tuple[int, Standing]]:
    read = rows.values_list(*MOVEMENT, *_STANDING).order_by().iterator(chunk_size=PAYMENTS_AT_ONCE)
    known: dict[Any, Any] = {}
    while part := list(islice(read, PAYMENTS_AT_ONCE)):
        yield from _as_they_stand(part, known, asks=asks)


def _as_they_stand(
    read: Sequence[tuple[Any, ...]], known: dict[Any, Any], *, asks: bool
) -> Iterator[tuple[int, Standing]]:
    decided = [row[0] for row in read if row[len(MOVEMENT)] is not None or row[-1] != row[_AMOUNT]]
    placed, beside = placed_of(decided), placed_beside(decided)
    taught = taught_by(key for key in decided if key in placed)
    movements = [_movement(row[: len(MOVEMENT)], known) for row in read]
    lines = payout_lines_for(movements)
    for movement, row in zip(movements, read, strict=True):
        by_person = row[len(MOVEMENT) + 1] == PERSON
        facts = movement
        if by_person or movement.id in lines:
            facts = movement._replace(lines=lines.get(movement.id, ()), by_person=by_person)
        matched_at, placed_by, because, points, set_aside, takes_back, waiting = row[len(MOVEMENT) :]
        if matched_at is None and facts.id not in placed:
            yield facts.id, Standing(facts, None, asks)
            continue
        allocations = placed.get(facts.id, ())
        verdict = Verdict(
            "linked" if allocations or takes_back or (set_aside and placed_by) else "suggested",
            because or "NO_CLUE",
            allocations=allocations,
            set_aside=set_aside,
            takes_back=takes_back,
            points=points or 0,
            differences=differences_in(beside.get(facts.id, ())),
            netted=netted_in(beside.get(facts.id, ())),
            rest_cents=waiting if allocations else 0,
            teaches=facts.id in taught,
        )
        yield facts.id, Standing(facts, verdict, asks, by_rule=placed_by == RULE)


def _movement(row: tuple[Any, ...], known: dict[Any, Any]) -> PaymentFacts:
    """Return a payment. Days and our own accounts are few: each is kept in memory once."""
    key, cents, day, *texts, ours, charge, digest, twin = row
    once = known.setdefault
    kept = (key, cents, once(day, day), *texts, once(ours, ours), charge, digest, twin)
    return PaymentFacts(*kept)


def differences_in(beside: Iterable[Beside]) -> tuple[Difference, ...]:
    """Return what was let go, of all that stands beside a payment."""
    found = (one for one in beside if one.credit_note_id is None)
    return tuple(Difference(one.invoice_id, one.cents, one.reason) for one in found)  # type: ignore[arg-type]  # one of DIFFERENCE_REASONS


def netted_in(beside: Iterable[Beside]) -> tuple[Netted, ...]:
    """Return what was taken off with credit notes, of all that stands beside a payment."""
    return tuple(
        Netted(one.credit_note_id, one.invoice_id, one.cents)
        for one in beside
        if one.credit_note_id is not None
    )


def taught_by(payments: Iterable[int]) -> set[int]:
    """Return which of these linked payments taught something: the newest event about each says so."""
    wanted = set(payments)
    accounts: set[Any] = set()
    for part in chunked(sorted(wanted)):
        rows = Allocation.objects.filter(payment__in=part).order_by()
        accounts.update(rows.values_list("invoice__account_id", flat=True))
        accounts.update(rows.values_list("invoice__merged_from_id", flat=True))
    newest: dict[int, tuple[int, bool]] = {}
    for part in chunked(sorted(accounts - {None})):
        told = Event.objects.filter(kind__in=TEACHING_EVENTS, account_id__in=part)
        for sequence, data in told.order_by().values_list("sequence", "data").iterator(chunk_size=5000):
            said = json.loads(data)
            payment = said.get("payment")
            if payment in wanted:
                newest[payment] = max(newest.get(payment, (0, False)), (sequence, bool(said.get("teaches"))))
    return {payment for payment, (_, teaches) in newest.items() if teaches}
