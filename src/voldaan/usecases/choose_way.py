"""Which invoices a person means with an answer: a way that was proposed, invoices by number, or a debtor."""

from collections.abc import Iterable, Sequence
from datetime import date

from voldaan.domain.law.allocation import Debt, allocate
from voldaan.domain.money import format_euro
from voldaan.records.allocating import ledger_totals
from voldaan.records.finding import account_by_number, invoice_by_number
from voldaan.records.models import Account, Client, CreditNote, Invoice, Payment, Question, QuestionCandidate

Money = Payment | CreditNote
Chosen = tuple[tuple[Invoice, int], ...]
"""Invoices with what each gets, in cents."""


class CannotAnswer(Exception):
    """The answer does not fit the question, with a Dutch sentence that says why."""


def choose_way(
    client: Client,
    question: Question,
    money: Money,
    *,
    allocations: Sequence[tuple[str, int]] = (),
    way: int | None = None,
    debtor: str = "",
) -> Chosen:
    """Return the invoices that were given, those of a debtor by the law's order, or those of a way.

    Without any of these it is the first way; between equals nobody chooses but a person.

    Raises:
        NotFound: there is no such invoice or debtor.
        CannotAnswer: more than one of them was given, it does not fit, or the choice is not clear.
    """
    if sum((bool(allocations), way is not None, bool(debtor))) > 1:
        raise CannotAnswer("Kies één manier: facturen met bedragen, een voorstel of een debiteur.")
    if allocations:
        chosen = _given(client, allocations)
    elif debtor:
        chosen = _spread(account_by_number(client, debtor), money)
    else:
        chosen = _of_way(question, money, way)
    _must_fit(chosen, money)
    return chosen


def day_of(money: Money) -> date:
    """Return the day from which money counts."""
    return money.booking_date if isinstance(money, Payment) else money.issue_date


def _given(client: Client, allocations: Sequence[tuple[str, int]]) -> Chosen:
    if len({number for number, _ in allocations}) < len(allocations):
        raise CannotAnswer(
            "Een factuur is twee keer genoemd. Noem elke factuur een keer, met het hele bedrag."
        )
    return tuple((invoice_by_number(client, number), cents) for number, cents in allocations)


def _spread(account: Account, money: Money) -> Chosen:
    """Return how money goes over the open invoices of an account where the payer named none (6:43 BW)."""
    if money.waiting_cents < 0:
        raise CannotAnswer("Noem de facturen die weer openstaan; de wet zegt niet welke dat zijn.")
    rows = Invoice.objects.filter(account=account, withdrawn_on__isnull=True).order_by("due_date", "pk")
    invoices = {invoice.number: invoice for invoice in rows if _room(invoice, money) > 0}
    debts = [
        Debt(id=number, due_date=invoice.due_date, open_cents=_room(invoice, money))
        for number, invoice in invoices.items()
    ]
    spread = allocate(money.waiting_cents, debts, on=day_of(money))
    return tuple((invoices[share.id], share.cents) for share in spread.allocations if share.cents)


def _of_way(question: Question, money: Money, way: int | None) -> Chosen:
    candidates = list(question.candidates.select_related("invoice", "account"))
    if way is None:
        chosen = _first_way(candidates)
    else:
        chosen = [one for one in candidates if one.rank == way]
        if not chosen:
            raise CannotAnswer(f"Vraag {question.pk} heeft geen voorstel {way}.")
    if len(chosen) == 1 and chosen[0].invoice is None:
        return _spread(chosen[0].account, money)
    left, found = abs(money.waiting_cents), []
    for one in chosen:
        if one.invoice is None:
            raise _unclear()
        cents = min(one.cents or left, left, _room(one.invoice, money))
        left -= cents
        found.append((one.invoice, cents))
    return tuple(found)


def _first_way(candidates: Sequence[QuestionCandidate]) -> list[QuestionCandidate]:
    """Return the candidates of the likeliest way, unless another is as likely.

    Where nothing was weighed, candidates of one rank stand beside each other, and not together.
    """
    if not candidates:
        raise _unclear()
    first = candidates[0]
    best = [one for one in candidates if one.rank == first.rank]
    if first.points is None and len({(one.account_id, one.invoice_id) for one in best}) > 1:
        raise _unclear()
    if first.points is not None and any(
        one.points == first.points for one in candidates if one.rank != first.rank
    ):
        raise _unclear()
    return best


def _unclear() -> CannotAnswer:
    return CannotAnswer(
        "Er is niet één eerste kandidaat. Noem de facturen en de bedragen, of antwoord NOT_OURS."
    )


def _room(invoice: Invoice, money: Money) -> int:
    """Return how much of an invoice this money can be for: what is open, and what only a list explains so far."""
    if money.waiting_cents < 0:
        return invoice.asked_cents - invoice.open_cents
    is_counted = invoice.counted_until is not None and day_of(money) <= invoice.counted_until
    return invoice.open_cents + (ledger_totals([invoice.pk]).get(invoice.pk, 0) if is_counted else 0)


def _must_fit(chosen: Iterable[tuple[Invoice, int]], money: Money) -> None:
    used, waiting = 0, abs(money.waiting_cents)
    for invoice, cents in chosen:
        used += cents
        room = _room(invoice, money)
        if not 0 < cents <= room:
            given, most = format_euro(cents, "nl"), format_euro(room, "nl")
            raise CannotAnswer(
                f"{given} past niet bij factuur {invoice.number}: er kan ten hoogste {most} bij."
            )
    if used > waiting:
        raise CannotAnswer(
            f"Samen is dat {format_euro(used, 'nl')}; er wacht {format_euro(waiting, 'nl')}. Verlaag een bedrag."
        )
