"""The verdicts of a run into the book: only what differs, in short transactions, and nothing twice.

Payments that share an invoice, a credit note or a reversal are written together, so that the book is whole after
each transaction, whatever happens before the next.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any

from voldaan.domain.matching.facts import PaymentFacts, Verdict
from voldaan.records import asking, events
from voldaan.records.allocating import (
    Beside,
    NewAllocation,
    allocate,
    beside_payment,
    reversed_of,
    with_the_list,
)
from voldaan.records.habits import change_habits
from voldaan.records.models import Client
from voldaan.records.open_book import chain_end
from voldaan.records.placing import TAKEN_BACK, Mark, mark, mark_taken_back, part_pairs
from voldaan.records.returned_debits import come_back, forget_return
from voldaan.records.scope import one_transaction
from voldaan.records.standing_matches import RULE
from voldaan.usecases.decide_payments import Decided, Decisions
from voldaan.usecases.place_credit_notes import ask_about_credit_notes, on_its_invoice, placed_event

PAYMENTS_PER_TRANSACTION = 5000
MORE_THAN_OPEN = "MORE_THAN_OPEN"
OTHERWISE = "met wat er nu bekend is hoort deze betaling ergens anders bij"


def write_matches(
    client: Client, decisions: Decisions, *, expected: int, on: date, at: datetime, by: str
) -> bool:
    """Write verdicts part by part. Return False as soon as somebody else changed the book: then nothing more is.

    `expected` is where the chain of events ended when they were decided.
    """
    news = [one for one in decisions.decided if one.differs or one.asked or one.weighs_otherwise]
    for part in _parts(news):
        with one_transaction():
            events.hold_still(client)
            if chain_end(client) != expected:
                return False
            _write(client, decisions._replace(decided=part), on=on, at=at, by=by)
            expected = chain_end(client)
    return True


def _write(client: Client, decisions: Decisions, *, on: date, at: datetime, by: str) -> None:
    part = decisions.decided
    changed = [one for one in part if one.differs]
    moved = [one for one in changed if one.moves]
    _write_allocations(client, decisions._replace(decided=moved), at=at)
    mark(client, [_marked(one) for one in part if one.differs or one.weighs_otherwise], at=at)
    part_pairs(
        [one.payment.id for one in moved if one.standing is not None and one.standing.takes_back is not None]
    )
    for one in moved:
        was = _reopened(one.standing)
        known = forget_return(was, one.payment.booking_date) if was else []
        if one.verdict.takes_back is not None:
            mark_taken_back(one.payment.id, one.verdict.takes_back)
        if reopened := _reopened(one.verdict):
            come_back(one.payment.id, reopened, takes_back=one.verdict.takes_back, known=known)
    _write_questions(client, part, on=on, at=at, by=by)
    change_habits(
        client,
        learned=[habit for one in changed for habit in decisions.learned(one)],
        unlearned=[habit for one in changed for habit in decisions.unlearned(one)],
    )
    touched = {key for one in moved for key in one.credit_notes}
    ask_about_credit_notes(client, touched, on=on, at=at, by=by)
    told = [_event(one, decisions, on=on, at=at, by=by) for one in changed if _is_told(one)]
    told += [
        placed_event(row, min(decisions.accounts([row.invoice_id])), on=on, at=at, by=by)
        for one in moved
        for row in _of_notes(one, decisions)
    ]
    if told:
        events.append(client, *told)


def _reopened(verdict: Verdict | None) -> list[int]:
    """Return the invoices from which a verdict takes back what was paid."""
    return [key for key, cents in verdict.allocations if cents < 0] if verdict is not None else []


def _parts(decided: Sequence[Decided]) -> Iterator[list[Decided]]:
    """Yield the verdicts in their order, in parts of the usual size; what hangs together is never parted."""
    part: list[Decided] = []
    for group in _joined(decided):
        if part and len(part) + len(group) > PAYMENTS_PER_TRANSACTION:
            yield part
            part = []
        part += group
    if part:
        yield part


def _joined(decided: Sequence[Decided]) -> Iterator[list[Decided]]:
    """Yield the verdicts in groups that share an invoice, a credit note or a reversal."""
    leader = list(range(len(decided)))

    def leads(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    first_with: dict[str, dict[int, int]] = defaultdict(dict)
    for place, one in enumerate(decided):
        for kind, key in _shared(one):
            first = first_with[kind].setdefault(key, place)
            if first != place:
                ours, theirs = leads(place), leads(first)
                leader[max(ours, theirs)] = min(ours, theirs)
    led: dict[int, list[Decided]] = defaultdict(list)
    for place, one in enumerate(decided):
        if leader[place] != place:
            led[leads(place)].append(one)
    for place, one in enumerate(decided):
        if leader[place] == place:
            yield [one, *led.get(place, ())]


def _shared(one: Decided) -> Iterator[tuple[str, int]]:
    """Yield what other payments could touch too."""
    yield "payment", one.payment.id
    for verdict in (one.standing, one.verdict):
        if verdict is not None and verdict.takes_back is not None:
            yield "payment", verdict.takes_back
    if not one.moves:
        return
    for key in one.invoices:
        yield "invoice", key
    for key in one.credit_notes:
        yield "credit note", key


def _write_allocations(client: Client, decisions: Decisions, *, at: datetime) -> None:
    """Take back what stood and add what stands now, in one sum for each invoice and payment."""
    moved = decisions.decided
    rows = reversed_of([one.payment.id for one in moved if one.standing is not None], evidence=OTHERWISE)
    for one in moved:
        rows += allocations_of(one.payment, one.verdict, evidence="; ".join(one.verdict.evidence))
        rows += _of_notes(one, decisions)
    allocate(client, with_the_list(rows, decisions.counted_until(row.invoice_id for row in rows)), at=at)


def _of_notes(one: Decided, decisions: Decisions) -> list[NewAllocation]:
    """Return what credit notes give or take from the invoices that they name, now that a payment is decided."""
    known = decisions.book.credits
    return [
        on_its_invoice(invoice, key, cents, number=known[key].number, issued=known[key].issue_date)
        for key, invoice, cents in one.notes
    ]


def allocations_of(payment: PaymentFacts, verdict: Verdict, *, evidence: str) -> list[NewAllocation]:
    """Return what a verdict allocates: of the payment, and beside it differences and credit notes."""
    on, key = payment.booking_date, payment.id
    rows = [
        NewAllocation(invoice, "PAYMENT", cents, on, payment_id=key, evidence=evidence)
        for invoice, cents in verdict.allocations
    ]
    beside = [Beside(one.invoice_id, one.cents, one.kind, None) for one in verdict.differences]
    beside += [Beside(one.invoice_id, one.cents, "", one.credit_note_id) for one in verdict.netted]
    return rows + [beside_payment(key, one, on, evidence) for one in beside]


def _marked(one: Decided) -> Mark:
    verdict = one.verdict
    is_placed = verdict.verdict == "linked" or bool(verdict.set_aside)
    return Mark(one.payment.id, RULE if is_placed else "", verdict.because, verdict.points, verdict.set_aside)


def _write_questions(client: Client, part: Sequence[Decided], *, on: date, at: datetime, by: str) -> None:
    taken_back = {one.verdict.takes_back for one in part if one.verdict.takes_back is not None}
    answers = [
        (one.payment.id, one.verdict.set_aside or "MATCHED")
        for one in part
        if one.asked and not one.verdict.asks
    ]
    answers += [(payment, TAKEN_BACK) for payment in sorted(taken_back)]
    for answer in sorted({answer for _, answer in answers}):
        payments = [payment for payment, said in answers if said == answer]
        asking.close(client, payments=payments, answer=answer, on=on, at=at, by=by)
    questions = [
        asking.NewQuestion(_asks_why(one.verdict), one.verdict.candidates, payment_id=one.payment.id)
        for one in part
        if one.verdict.asks and one.payment.id not in taken_back
    ]
    asking.ask(client, questions, on=on, at=at, by=by)


def _asks_why(verdict: Verdict) -> str:
    """Return why a person is asked; of a link it is the rest that no invoice got."""
    return MORE_THAN_OPEN if verdict.verdict == "linked" else verdict.because


def _is_told(one: Decided) -> bool:
    """Test if an event of its own tells of it; a question is an event already."""
    is_placed = one.verdict.verdict == "linked" or bool(one.verdict.set_aside)
    return is_placed or (one.standing is not None and one.moves)


def _event(one: Decided, decisions: Decisions, *, on: date, at: datetime, by: str) -> events.NewEvent:
    data: dict[str, Any] = {
        "payment": one.payment.id,
        "cents": one.payment.amount_cents,
        **told_of(one.verdict),
    }
    if one.verdict.runner_up:
        data["runner_up"] = one.verdict.runner_up
    if one.standing is not None and one.moves:
        data["was"] = told_of(one.standing)
    named = decisions.accounts(key for key, _ in one.verdict.allocations) or decisions.accounts(one.invoices)
    return events.NewEvent(
        kind="payment.matched", on=on, at=at, actor=by, account_id=min(named, default=None), data=data
    )


def told_of(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as the chain of events keeps it: ids, codes and cents."""
    return {
        "verdict": verdict.verdict,
        "because": verdict.because,
        "points": verdict.points,
        "invoices": verdict.allocations,
        "differences": verdict.differences,
        "netted": verdict.netted,
        "set_aside": verdict.set_aside,
        "takes_back": verdict.takes_back,
        "teaches": verdict.teaches,
    }
