"""What must be true of the book itself on every day: P3, P4, P9 to P12, P16, by the simulation's own account."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Sum

from tests.simulation.cast import Bill
from tests.simulation.postman import Postman
from tests.simulation.staff import looks_of
from tests.simulation.truth import STAGES, Truth
from voldaan.records import events
from voldaan.records.models import (
    Client,
    Decision,
    Event,
    Fee,
    Invoice,
    Message,
    Payment,
    Question,
)
from voldaan.records.pending import standing_decision
from voldaan.records.scope import rows_of
from voldaan.usecases.verify_book import verify_book

STAGE_DAYS = (3, 14, 28)
MINIMUM_CENTS = 500
AFTER_TERM = timedelta(days=3)
PROMISE_GRACE = timedelta(days=2)
DEBIT_DAYS = timedelta(days=14)


def breaches_of(client: Client, truth: Truth, postman: Postman) -> Iterator[str]:
    """Yield a sentence for everything in the book of a creditor that cannot be."""
    with rows_of(client):
        yield from _of_the_post(postman, truth)
        yield from _of_the_money(truth)
        yield from _of_the_bills(truth)
        yield from _of_the_fees()
    yield from (f"P12 {sentence}" if "chain" in sentence or "event" in sentence else f"P9 {sentence}"
                for sentence in verify_book([client]))  # fmt: skip


def head_of(client: Client) -> tuple[int, str]:
    """Return where the chain of events ends."""
    return events.head(client)


def rewritten(client: Client, earlier: tuple[int, str]) -> Iterator[str]:
    """Yield a sentence when what had happened by an earlier day no longer stands in the chain (P12)."""
    sequence, known = earlier
    with rows_of(client):
        now = Event.objects.filter(sequence=sequence).values_list("hash", flat=True).first()
    if sequence and now != known:
        yield f"P12 event {sequence} of {client.key} is not what it was"


def _of_the_post(postman: Postman, truth: Truth) -> Iterator[str]:
    """Check that nothing left twice, and that nothing is under way which nobody sees (P3)."""
    times = Counter(one.uuid for one in postman.all())
    yield from (f"P3 message {uuid} left {count} times" for uuid, count in times.items() if count > 1)
    states = dict(Message.objects.values_list("uuid", "state"))
    own = {str(uuid): state for uuid, state in states.items()}
    for given in truth.given:
        if own.get(given.uuid) not in ("SENT", "AMBIGUOUS", "BOUNCED", "SENDING"):
            yield f"P3 message {given.uuid} left and is kept as {own.get(given.uuid)}"
    for uuid, state in own.items():
        if state in ("SENT", "BOUNCED") and uuid not in times:
            yield f"P3 message {uuid} is kept as {state} and never left"


def _of_the_money(truth: Truth) -> Iterator[str]:
    """Check that every movement shown stands in the book once, and that none of it is lost (P9, P10)."""
    shown = Counter(one.looks for one in truth.shown_movements())
    booked = Counter(looks_of(payment) for payment in Payment.objects.all())
    for looks in sorted(shown.keys() | booked.keys(), key=str):
        if shown[looks] != booked[looks]:
            yield f"P10 {looks} was shown {shown[looks]} times and booked {booked[looks]} times"
    asked = set(Question.objects.filter(answered_at__isnull=True).values_list("payment", flat=True))
    for payment in Payment.objects.exclude(waiting_cents=0):
        if not payment.set_aside and payment.matched_at is not None and payment.pk not in asked:
            yield f"P9 {payment.waiting_cents} cents of {looks_of(payment)} wait and nobody is asked"
    sums = Payment.objects.annotate(placed=Sum("allocations__cents"))
    for payment in sums:
        if payment.amount_cents != payment.waiting_cents + (payment.placed or 0):
            yield f"P9 {looks_of(payment)} does not close"


def _of_the_bills(truth: Truth) -> Iterator[str]:
    """Check that what is open is what is owed, as soon as no money waits for a person (P9)."""
    if not is_quiet():
        return
    for number, open_cents in Invoice.objects.values_list("number", "open_cents"):
        owed = max(0, truth.owed(truth.bill(number)))
        if open_cents != owed:
            yield f"P9 of {number} {open_cents} is open in the book, and {owed} is owed"


def is_quiet() -> bool:
    """Test if no money waits: nothing unmatched, nothing asked."""
    unmatched = Payment.objects.filter(matched_at__isnull=True).exists()
    return not unmatched and not Question.objects.filter(answered_at__isnull=True).exists()


def _of_the_fees() -> Iterator[str]:
    """Check that the fee of an invoice is due once, and only for a message that was sent."""
    times = Counter(Fee.objects.values_list("invoice__number", flat=True))
    yield from (
        f"P9 the fee for {number} is charged {count} times" for number, count in times.items() if count > 1
    )
    unsent = Fee.objects.exclude(message__state__in=("SENT", "BOUNCED")).count()
    if unsent:
        yield f"P9 {unsent} fees are charged for messages that were not sent"


def lost(client: Client, truth: Truth, on: date) -> Iterator[str]:
    """Yield a sentence for each reminder that is due by our own reckoning and was not decided (P4)."""
    with rows_of(client):
        if not is_quiet() or not truth.is_fresh(truth.is_whole_until(), on):
            return
        under = set(
            Message.objects.filter(state__in=("AMBIGUOUS", "SENDING", "REFUSED")).values_list(
                "account__number", flat=True
            )
        )
        known = dict(Invoice.objects.values_list("number", "account"))
        for bill in truth.house.bills:
            if bill.number in known and bill.person.number not in under and _is_due(truth, bill, on):
                yield from _of_the_decision(standing_decision(known[bill.number]), bill)


def _of_the_decision(decision: Decision | None, bill: Bill) -> Iterator[str]:
    if decision is None or decision.act != "REMIND":
        said = f"{decision.act} {decision.because}" if decision else "nothing"
        yield f"P4 {bill.person.number} is to be reminded of {bill.number}, and the decision is {said}"


def _is_due(truth: Truth, bill: Bill, on: date) -> bool:
    """Test if a bill asks for its next reminder, whatever else its debtor owes."""
    done, reached = truth.stages_given(bill), truth.that_counts(bill.person.number)
    if len(done) == len(STAGES) or truth.owed(bill) < MINIMUM_CENTS or not _is_free(truth, bill, on):
        return False
    if not truth.covers(bill, truth.is_whole_until()) or not _is_reachable(truth, bill, on):
        return False
    day = bill.due + timedelta(days=STAGE_DAYS[len(done)])
    day = max(
        [day, *(one.on + timedelta(days=7) for one in reached), *(one.pay_by + AFTER_TERM for one in done)]
    )
    return on >= day


def _is_free(truth: Truth, bill: Bill, on: date) -> bool:
    """Test if nothing holds a bill, with the grace that a promise and a direct debit get."""
    graceful = (
        truth.promised.get(bill.number, date.min) + PROMISE_GRACE < on
        if bill.number in truth.promised
        else True
    )
    debited = (
        bill.habit in ("DEBIT", "DEBIT_BACK") and on <= bill.due + DEBIT_DAYS and not truth.came_back(bill)
    )
    return graceful and not debited and not truth.block(bill, on)


def _is_reachable(truth: Truth, bill: Bill, on: date) -> bool:
    """Test if the person can be written to at all; an agency needs an address and a working day for a natural one."""
    person = bill.person
    is_natural = truth.house.by_agency and person.name.startswith("Jo ")
    if is_natural and (not person.street or on.weekday() == 6):
        return False
    return bool(person.street)
