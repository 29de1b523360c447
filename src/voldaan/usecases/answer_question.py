"""A person answers what the book could not know: whose money it is, or whether a list is right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from voldaan.domain.money import format_euro
from voldaan.records import asking, events
from voldaan.records.allocating import (
    NewAllocation,
    allocate,
    counted_until_of,
    ledger_totals,
    with_the_list,
    word_totals,
)
from voldaan.records.finding import NotFound, invoice_by_number
from voldaan.records.models import Client, CreditNote, Invoice, Payment, Question
from voldaan.records.same_debtor import SAME_DEBTOR
from voldaan.records.scope import one_transaction, rows_of

__all__ = ["ANSWERS", "Answered", "CannotAnswer", "NotFound", "answer_question"]

Answer = Literal["ACCEPT", "NOT_OURS"]
ANSWERS: tuple[Answer, ...] = ("ACCEPT", "NOT_OURS")
"""About money and lists. Who a debtor is, is answered by `answer_same_debtor`."""

OVERPAID = "OVERPAID_TO_REFUND"


class CannotAnswer(Exception):
    """The answer does not fit the question, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What an answer did."""

    question_id: int
    answer: str
    allocations: tuple[tuple[str, int], ...]
    """Invoice number and cents."""
    set_aside: str
    set_aside_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An open question with what it is about and what was chosen."""

    question: Question
    chosen: tuple[tuple[Invoice, int], ...]


def answer_question(
    client: Client,
    question_id: int,
    *,
    answer: Answer,
    allocations: Sequence[tuple[str, int]] = (),
    on: date,
    at: datetime,
    by: str,
) -> Answered:
    """Answer an open question.

    `ACCEPT` places the money: on the invoices of `allocations` (number and cents), else on the first candidate.
    What remains is set aside to be refunded. About a list it says that the list is right. `NOT_OURS` says that
    none of it concerns a debtor; about a list, that the book is right. Nothing decided yet is no answer.

    Raises:
        NotFound: there is no such open question, or no such invoice.
        CannotAnswer: the allocations do not fit, or the choice is not clear.
    """
    if answer not in ANSWERS:
        raise CannotAnswer(f"{answer!r} is geen antwoord. Kies uit: {', '.join(ANSWERS)}.")
    with rows_of(client), one_transaction():
        events.hold_still(client)
        question = Question.objects.filter(pk=question_id, answered_at__isnull=True).first()
        if question is None:
            raise NotFound(f"{client.name} heeft geen open vraag {question_id}.")
        if question.because == SAME_DEBTOR:
            raise CannotAnswer("Deze vraag gaat over een debiteur. Antwoord: dezelfde, of een andere.")
        done = _carry_out(client, question, answer, allocations, on=on, at=at)
        question.answered_at, question.answered_by, question.answer = at, by, answer
        question.save(update_fields=["answered_at", "answered_by", "answer"])
        data: dict[str, object] = {
            "invoices": [list(pair) for pair in _by_id(done)],
            "set_aside": done.set_aside,
            "cents": done.set_aside_cents,
        }
        events.append(client, asking.answered(question, data, on=on, at=at, by=by))
    return done


def _by_id(done: Answered) -> list[tuple[int, int]]:
    keys = dict(
        Invoice.objects.filter(number__in=[n for n, _ in done.allocations]).values_list("number", "pk")
    )
    return [(keys[number], cents) for number, cents in done.allocations]


def _carry_out(
    client: Client,
    question: Question,
    answer: Answer,
    allocations: Sequence[tuple[str, int]],
    *,
    on: date,
    at: datetime,
) -> Answered:
    if question.payment is None and question.credit_note is None:
        return _about_a_list(client, question, answer, on=on, at=at)
    money = question.payment or question.credit_note
    assert money is not None
    waiting = abs(money.waiting_cents)
    if answer == "NOT_OURS":
        return _set_aside(question, money, "NOT_OURS", waiting, ())
    chosen = _chosen(client, question, money, allocations)
    _must_fit(chosen, money)
    _place(client, money, chosen, at=at)
    left = waiting - sum(cents for _, cents in chosen)
    pairs = tuple((invoice.number, cents) for invoice, cents in chosen)
    return _set_aside(question, money, OVERPAID if left else "", left, pairs)


def _set_aside(
    question: Question,
    money: Payment | CreditNote,
    reason: str,
    cents: int,
    allocations: tuple[tuple[str, int], ...],
) -> Answered:
    if reason:
        type(money).objects.filter(pk=money.pk).update(set_aside=reason)
    return Answered(
        question_id=question.pk,
        answer="NOT_OURS" if reason == "NOT_OURS" else "ACCEPT",
        allocations=allocations,
        set_aside=reason,
        set_aside_cents=cents if reason else 0,
    )


def _chosen(
    client: Client, question: Question, money: Payment | CreditNote, allocations: Sequence[tuple[str, int]]
) -> tuple[tuple[Invoice, int], ...]:
    """Return the invoices that were given, or else the first candidate; between equals nobody chooses but a person."""
    if allocations:
        if len({number for number, _ in allocations}) < len(allocations):
            raise CannotAnswer(
                "Een factuur is twee keer genoemd. Noem elke factuur een keer, met het hele bedrag."
            )
        return tuple((invoice_by_number(client, number), cents) for number, cents in allocations)
    candidates = [one for one in question.candidates.select_related("invoice") if one.invoice is not None]
    best = [one for one in candidates if one.rank == candidates[0].rank]
    if len({one.invoice_id for one in best}) != 1:
        raise CannotAnswer(
            "Er is niet één eerste kandidaat. Noem de facturen en de bedragen, of antwoord NOT_OURS."
        )
    invoice = best[0].invoice
    assert invoice is not None
    return ((invoice, min(abs(money.waiting_cents), _room(invoice, money))),)


def _room(invoice: Invoice, money: Payment | CreditNote) -> int:
    """Return how much of an invoice this money can be for: what is open, and what only a list explains so far."""
    if money.waiting_cents < 0:
        return invoice.asked_cents - invoice.open_cents
    day = money.booking_date if isinstance(money, Payment) else money.issue_date
    is_counted = invoice.counted_until is not None and day <= invoice.counted_until
    return invoice.open_cents + (ledger_totals([invoice.pk]).get(invoice.pk, 0) if is_counted else 0)


def _must_fit(chosen: Sequence[tuple[Invoice, int]], money: Payment | CreditNote) -> None:
    for invoice, cents in chosen:
        room = _room(invoice, money)
        if not 0 < cents <= room:
            given, most = format_euro(cents, "nl"), format_euro(room, "nl")
            raise CannotAnswer(
                f"{given} past niet bij factuur {invoice.number}: er kan ten hoogste {most} bij."
            )
    used, waiting = sum(cents for _, cents in chosen), abs(money.waiting_cents)
    if used > waiting:
        raise CannotAnswer(
            f"Samen is dat {format_euro(used, 'nl')}; er wacht {format_euro(waiting, 'nl')}. Verlaag een bedrag."
        )


def _place(
    client: Client, money: Payment | CreditNote, chosen: Sequence[tuple[Invoice, int]], *, at: datetime
) -> None:
    sign = -1 if money.waiting_cents < 0 else 1
    said = "geplaatst door een medewerker"
    if isinstance(money, Payment):
        new = [
            NewAllocation(
                i.pk, "PAYMENT", sign * cents, money.booking_date, payment_id=money.pk, evidence=said
            )
            for i, cents in chosen
        ]
    else:
        new = [
            NewAllocation(
                i.pk, "CREDIT_NOTE", cents, money.issue_date, credit_note_id=money.pk, evidence=said
            )
            for i, cents in chosen
        ]
    keys = [row.invoice_id for row in new]
    if sign < 0:
        allocate(client, new, at=at)
        Invoice.objects.filter(pk__in=keys).update(direct_debit_until=None)
        return
    allocate(client, with_the_list(new, counted_until_of(keys), room=ledger_totals(keys)), at=at)


def _about_a_list(client: Client, question: Question, answer: Answer, *, on: date, at: datetime) -> Answered:
    """Follow the list when it is accepted: less is open, or what the client had called paid is open again."""
    invoice = question.invoice
    assert invoice is not None
    cents = 0
    if answer == "ACCEPT" and question.because == "LIST_SAYS_LESS":
        candidate = question.candidates.first()
        listed = candidate.cents if candidate and candidate.cents is not None else invoice.open_cents
        cents = max(0, invoice.open_cents - listed)
    elif answer == "ACCEPT" and question.because == "LEDGER_SAYS_OPEN":
        cents = -word_totals([invoice.pk]).get(invoice.pk, 0)
    word = NewAllocation(invoice.pk, "CLIENT_WORD", cents, on, evidence="de lijst volgens een medewerker")
    allocate(client, [word], at=at)
    return Answered(
        question_id=question.pk, answer=answer, allocations=((invoice.number, cents),) if cents else (),
        set_aside="", set_aside_cents=0,
    )  # fmt: skip
