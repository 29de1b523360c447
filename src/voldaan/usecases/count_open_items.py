"""What the client's ledger says is open, counted beside what the book knows: nothing twice, in every order.

The rule is `domain.matching.counting`; this carries it out for the invoices that a list tells of, by their
presence or by their absence.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import NamedTuple

from voldaan.domain.matching.counting import Counted, Source, count_list
from voldaan.domain.matching.facts import NAMED_RANK, Candidate
from voldaan.records import asking, events
from voldaan.records.allocating import (
    NewAllocation,
    allocate,
    ledger_totals,
    lift_allocations,
    sources_of,
)
from voldaan.records.chunks import chunked
from voldaan.records.lists import mark_counted
from voldaan.records.models import Client, CreditNote, Invoice, Payment
from voldaan.usecases.unlearn import unlearn


class Listed(NamedTuple):
    """An invoice of the book, and what a complete list says was open of it; an item that is missing: nothing."""

    invoice: Invoice
    cents: int


def count_open_items(
    client: Client, listed: Sequence[Listed], *, as_of: date, on: date, at: datetime, by: str
) -> list[int]:
    """Bring what is open of invoices in step with a complete list; return the invoices that it reopened.

    Must run inside a transaction and an open scope.
    """
    keys = [one.invoice.pk for one in listed]
    _take_back(client, listed, sources_of(keys), as_of=as_of, on=on, at=at, by=by)
    sources, ledger = sources_of(keys), ledger_totals(keys)
    changes: list[NewAllocation] = []
    questions: list[asking.NewQuestion] = []
    for one in listed:
        counted = _count(one, sources, as_of)
        change = counted.ledger_cents - ledger.get(one.invoice.pk, 0)
        changes += [_change(one.invoice, change, as_of)] if change else []
        questions += _contradiction(one, counted)
    allocate(client, changes, at=at)
    mark_counted(keys, as_of)
    _answer_and_ask(client, listed, questions, on=on, at=at, by=by)
    _tell(client, listed, changes, as_of=as_of, on=on, at=at, by=by)
    return [change.invoice_id for change in changes if change.cents < 0]


def _count(one: Listed, sources: Mapping[int, list[Source]], as_of: date) -> Counted:
    return count_list(
        asked_cents=one.invoice.asked_cents,
        list_cents=one.cents,
        as_of=as_of,
        sources=sources.get(one.invoice.pk, ()),
    )


def _change(invoice: Invoice, cents: int, as_of: date) -> NewAllocation:
    return NewAllocation(invoice.pk, "LEDGER", cents, as_of, evidence=f"openstaandepostenlijst van {as_of}")


def _take_back(
    client: Client,
    listed: Sequence[Listed],
    sources: Mapping[int, list[Source]],
    *,
    as_of: date,
    on: date,
    at: datetime,
    by: str,
) -> None:
    """Let payments and credit notes for which the list leaves no room wait again, with a question that holds."""
    accounts = {one.invoice.pk: one.invoice.account_id for one in listed}
    payments: dict[int, asking.NewQuestion] = {}
    notes: list[NewAllocation] = []
    for one in listed:
        for source in _count(one, sources, as_of).taken_back:
            if source.kind == "CREDIT_NOTE":
                notes.append(_note_back(one.invoice, source))
            elif source.id is not None and source.id not in payments:
                because = "LEDGER_SAYS_OPEN" if source.on <= as_of else "MORE_THAN_OPEN"
                payments[source.id] = asking.NewQuestion(
                    because, payment_id=source.id, invoice_id=one.invoice.pk
                )
    said = f"past niet bij de openstaandepostenlijst van {as_of}"
    allocate(client, notes, at=at)
    CreditNote.objects.filter(pk__in=[note.credit_note_id for note in notes]).update(set_aside="")
    unlearn(client, sorted(payments))
    placed = lift_allocations(client, payments=sorted(payments), at=at, evidence=said)
    _add_accounts(accounts, placed)
    Payment.objects.filter(pk__in=list(payments)).update(matched_at=None, set_aside="", placed_by="")
    questions = [
        question._replace(candidates=_candidates(placed.get(key, ()), accounts, said))
        for key, question in sorted(payments.items())
    ]
    asking.ask(client, questions, on=on, at=at, by=by)


def _note_back(invoice: Invoice, source: Source) -> NewAllocation:
    return NewAllocation(
        invoice.pk, "CREDIT_NOTE", -source.cents, source.on, credit_note_id=source.id,
        evidence="de openstaandepostenlijst laat er geen ruimte voor",
    )  # fmt: skip


def _add_accounts(accounts: dict[int, int], placed: Mapping[int, Sequence[tuple[int, int]]]) -> None:
    """Add the accounts of invoices that are not in the list, but that a payment in question also paid."""
    others = sorted({invoice for parts in placed.values() for invoice, _ in parts} - set(accounts))
    for part in chunked(others):
        accounts.update(Invoice.objects.filter(pk__in=part).values_list("pk", "account_id"))


def _candidates(
    placed: Iterable[tuple[int, int]], accounts: Mapping[int, int], said: str
) -> tuple[Candidate, ...]:
    return tuple(Candidate(accounts[invoice], invoice, cents, NAMED_RANK, said) for invoice, cents in placed)


def _contradiction(one: Listed, counted: Counted) -> list[asking.NewQuestion]:
    """Return the question that a list raises where it contradicts the client's word or the invoice itself."""
    because = "LEDGER_SAYS_OPEN" if counted.contradicted else ""
    if one.cents > one.invoice.asked_cents:
        because = "LIST_SAYS_MORE"
    return [question_about(one.invoice, because, one.cents)] if because else []


def question_about(invoice: Invoice, because: str, cents: int) -> asking.NewQuestion:
    """Return the question whether the list or the book is right about an invoice."""
    said = "de openstaandepostenlijst noemt een ander bedrag"
    candidate = Candidate(invoice.account_id, invoice.pk, cents, NAMED_RANK, said)
    return asking.NewQuestion(because, (candidate,), invoice_id=invoice.pk)


def _answer_and_ask(
    client: Client,
    listed: Sequence[Listed],
    questions: Sequence[asking.NewQuestion],
    *,
    on: date,
    at: datetime,
    by: str,
) -> None:
    """Close what this list answers, and ask what it contradicts."""
    asked = {question.invoice_id for question in questions}
    agreed = [one.invoice.pk for one in listed if one.invoice.pk not in asked]
    asking.close(client, invoices=agreed, answer="LIST_AGREES", on=on, at=at, by=by)
    asking.ask(client, questions, on=on, at=at, by=by)


def _tell(
    client: Client,
    listed: Sequence[Listed],
    changes: Sequence[NewAllocation],
    *,
    as_of: date,
    on: date,
    at: datetime,
    by: str,
) -> None:
    accounts = {one.invoice.pk: one.invoice.account_id for one in listed}
    counted = [
        events.NewEvent(
            kind="invoice.counted",
            on=on,
            at=at,
            actor=by,
            account_id=accounts[change.invoice_id],
            data={"invoice": change.invoice_id, "cents": change.cents, "as_of": as_of.isoformat()},
        )
        for change in changes
    ]
    if counted:
        events.append(client, *counted)
