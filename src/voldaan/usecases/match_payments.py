"""Payments to invoices: what is exact is allocated, everything else becomes a question. Never a guess.

A run reads the book once, decides in plain Python and writes in short transactions. When somebody else
changed the book meanwhile, what is left is decided again on the book as it is now.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.decide import decide
from voldaan.domain.matching.facts import EarlierPayment, PaymentFacts, Verdict
from voldaan.records import asking, events
from voldaan.records.allocating import NewAllocation, allocate, counted_until_of, with_the_list
from voldaan.records.chunks import chunked
from voldaan.records.lists import list_questions_now_true, newest_complete_list
from voldaan.records.models import Client, Invoice, Payment
from voldaan.records.open_book import chain_end, open_book, payments_to_look_at
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.truth import engagement_on

PAYMENTS_PER_TRANSACTION = 500
TAKEN_BACK = "TAKEN_BACK"


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """One movement that was looked at, and what was found."""

    payment_id: int
    bank_reference: str
    end_to_end_id: str
    booking_date: date
    amount_cents: int
    verdict: str
    invoices: tuple[tuple[str, int], ...]
    """Number and cents; of a suggestion the first candidate."""
    evidence: tuple[str, ...]
    because: str


class Decided(NamedTuple):
    """A movement beside its verdict."""

    payment: PaymentFacts
    verdict: Verdict


def match_payments(client: Client, *, at: datetime, on: date, by: str) -> list[Matched]:
    """Look at every payment that nobody has looked at, and again at every open question."""
    seen: dict[int, Matched] = {}
    with rows_of(client):
        while True:
            expected = chain_end(client)
            payments = [payment for payment in payments_to_look_at() if payment.id not in seen]
            if not payments:
                break
            book = open_book(payments, ledger_until=ledger_until(client, on=on))
            for part in chunked(payments, PAYMENTS_PER_TRANSACTION):
                decided = [_decide(payment, book) for payment in part]
                now = _write(client, decided, book, expected=expected, on=on, at=at, by=by)
                if now is None:
                    break
                expected = now
                seen.update((one.payment.id, _matched(one, book)) for one in decided)
        _close_what_is_now_true(client, on=on, at=at, by=by)
    return list(seen.values())


def as_json(matched: Matched) -> dict[str, Any]:
    """Return a match as `voldaan match --json` prints it."""
    return {
        "kind": "match",
        "bank_reference": matched.bank_reference or None,
        "end_to_end_id": matched.end_to_end_id or None,
        "booking_date": matched.booking_date.isoformat(),
        "amount_cents": matched.amount_cents,
        "currency": "EUR",
        "verdict": matched.verdict,
        "invoices": [{"number": number, "cents": cents} for number, cents in matched.invoices],
        "evidence": list(matched.evidence),
        "because": matched.because,
    }


def ledger_until(client: Client, *, on: date) -> date | None:
    """Return the day up to which the client's ledger is the payment truth, or None where it is not."""
    engagement = engagement_on(client, on)
    kind = engagement.payment_truth if engagement else client.payment_truth
    return newest_complete_list() if kind == "LEDGER" else None


def _close_what_is_now_true(client: Client, *, on: date, at: datetime, by: str) -> None:
    """Close the questions why a list said less: the payments that explain it have arrived."""
    if not list_questions_now_true():
        return
    with one_transaction():
        events.hold_still(client)
        asking.close(client, invoices=list_questions_now_true(), answer="LIST_AGREES", on=on, at=at, by=by)


def _decide(payment: PaymentFacts, book: OpenBook) -> Decided:
    """Return the verdict on one movement and count it in the book, so that the next one finds less open."""
    verdict = decide(payment, book)
    _must_close(payment, verdict)
    book.place(verdict.allocations, on=payment.booking_date)
    if verdict.takes_back is not None:
        book.taken_back.add(verdict.takes_back)
    earlier = book.earlier.get(payment.id)
    if earlier is not None:
        book.earlier[payment.id] = _as_decided(earlier, verdict)
    return Decided(payment, verdict)


def _as_decided(earlier: EarlierPayment, verdict: Verdict) -> EarlierPayment:
    return earlier._replace(placed=verdict.allocations, set_aside=verdict.set_aside)


def _must_close(payment: PaymentFacts, verdict: Verdict) -> None:
    """Check that no cent is made or lost (P9): a link uses at most the amount, with its sign."""
    used = sum(cents for _, cents in verdict.allocations)
    assert not used or min(0, payment.amount_cents) <= used <= max(0, payment.amount_cents)
    assert (
        verdict.takes_back or verdict.verdict != "linked" or verdict.set_aside or used == payment.amount_cents
    )
    assert verdict.verdict == "linked" or not verdict.allocations


def _write(
    client: Client,
    decided: Sequence[Decided],
    book: OpenBook,
    *,
    expected: int,
    on: date,
    at: datetime,
    by: str,
) -> int | None:
    """Write a part of the verdicts and return where the chain ends now; None when the book had changed."""
    with one_transaction():
        events.hold_still(client)
        if chain_end(client) != expected:
            return None
        _write_allocations(client, decided, at=at)
        _mark(decided, at=at)
        _write_questions(client, decided, on=on, at=at, by=by)
        events.append(client, *_events(decided, book, on=on, at=at, by=by))
        return chain_end(client)


def _write_allocations(client: Client, decided: Sequence[Decided], *, at: datetime) -> None:
    new = [
        NewAllocation(
            invoice, "PAYMENT", cents, one.payment.booking_date, payment_id=one.payment.id,
            evidence="; ".join(one.verdict.evidence),
        )
        for one in decided
        for invoice, cents in one.verdict.allocations
    ]  # fmt: skip
    allocate(client, with_the_list(new, counted_until_of(row.invoice_id for row in new)), at=at)


def _mark(decided: Sequence[Decided], *, at: datetime) -> None:
    """Write on each movement that it was looked at, set aside or takes another back."""
    Payment.objects.filter(pk__in=[one.payment.id for one in decided]).update(matched_at=at)
    for reason in sorted({one.verdict.set_aside for one in decided} - {""}):
        aside = [one.payment.id for one in decided if one.verdict.set_aside == reason]
        Payment.objects.filter(pk__in=aside).update(set_aside=reason)
    for one in decided:
        if one.verdict.takes_back is not None:
            _mark_taken_back(one.payment.id, one.verdict.takes_back, one.verdict)


def _mark_taken_back(payment_id: int, takes_back: int, verdict: Verdict) -> None:
    """Join two movements that undo each other; what no invoice had of them waits for nobody any more."""
    Payment.objects.filter(pk=payment_id).update(takes_back=takes_back)
    both = Payment.objects.filter(pk__in=(payment_id, takes_back))
    both.exclude(waiting_cents=0).update(set_aside=TAKEN_BACK)
    reopened = [invoice for invoice, _ in verdict.allocations]
    Invoice.objects.filter(pk__in=reopened).update(direct_debit_until=None)


def _write_questions(client: Client, decided: Sequence[Decided], *, on: date, at: datetime, by: str) -> None:
    taken_back = [one.verdict.takes_back for one in decided if one.verdict.takes_back is not None]
    answers = [
        (one.payment.id, one.verdict.set_aside or "MATCHED") for one in decided if not one.verdict.asks
    ]
    answers += [(payment, TAKEN_BACK) for payment in taken_back]
    for answer in sorted({answer for _, answer in answers}):
        payments = [payment for payment, said in answers if said == answer]
        asking.close(client, payments=payments, answer=answer, on=on, at=at, by=by)
    questions = [
        asking.NewQuestion(one.verdict.because, one.verdict.candidates, payment_id=one.payment.id)
        for one in decided
        if one.verdict.asks and one.payment.id not in taken_back
    ]
    asking.ask(client, questions, on=on, at=at, by=by)


def _events(
    decided: Iterable[Decided], book: OpenBook, *, on: date, at: datetime, by: str
) -> Iterator[events.NewEvent]:
    """Yield an event for each movement that found its place. A question is an event of its own."""
    for payment, verdict in decided:
        if verdict.asks:
            continue
        accounts = {book.invoices[invoice].account_id for invoice, _ in verdict.allocations}
        data = {
            "payment": payment.id,
            "cents": payment.amount_cents,
            "verdict": verdict.verdict,
            "because": verdict.because,
            "invoices": [list(pair) for pair in verdict.allocations],
            "takes_back": verdict.takes_back,
        }
        yield events.NewEvent(
            kind="payment.matched", on=on, at=at, actor=by, account_id=min(accounts, default=None), data=data
        )


def _matched(one: Decided, book: OpenBook) -> Matched:
    payment, verdict = one
    return Matched(
        payment_id=payment.id,
        bank_reference=payment.bank_reference,
        end_to_end_id=payment.end_to_end_id,
        booking_date=payment.booking_date,
        amount_cents=payment.amount_cents,
        verdict=verdict.verdict,
        invoices=tuple((book.invoices[key].number, cents) for key, cents in _shown(verdict)),
        evidence=verdict.evidence,
        because=verdict.because,
    )


def _shown(verdict: Verdict) -> tuple[tuple[int, int], ...]:
    """Return the allocations, or of a suggestion its first candidate."""
    if verdict.allocations or not verdict.candidates:
        return verdict.allocations
    first = verdict.candidates[0]
    return ((first.invoice_id, first.cents or 0),) if first.invoice_id is not None else ()
