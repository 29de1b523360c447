"""Money to the invoices that a person chose, and what then is let go of them. Needs a transaction and an open scope."""

from datetime import datetime

from voldaan.domain.matching.facts import Verdict
from voldaan.domain.matching.together import taught
from voldaan.records.allocating import (
    Beside,
    NewAllocation,
    allocate,
    beside_payment,
    counted_until_of,
    ledger_totals,
    with_the_list,
)
from voldaan.records.habits import change_habits
from voldaan.records.models import Client, CreditNote, Invoice, Payment
from voldaan.records.open_book import book_of
from voldaan.records.returned_debits import come_back
from voldaan.records.standing_matches import PERSON, standing_of
from voldaan.usecases.choose_way import Chosen, Money, day_of

SAID = "geplaatst door een medewerker"
LET_GO = "losgelaten door een medewerker"


def place_money(client: Client, money: Money, chosen: Chosen, *, at: datetime) -> bool:
    """Allocate money as a person chose, and learn from it; return whether anything could be learned.

    What is taken back is open again, and no direct debit runs for it.
    """
    new = [_allocation(money, invoice, cents) for invoice, cents in chosen]
    keys = [row.invoice_id for row in new]
    if money.waiting_cents < 0:
        allocate(client, new, at=at)
        come_back(money.pk, keys)
        return False
    allocate(client, with_the_list(new, counted_until_of(keys), room=ledger_totals(keys)), at=at)
    return isinstance(money, Payment) and _learn(client, money, chosen)


def write_off_rest(client: Client, payment: Money, chosen: Chosen, *, because: str, at: datetime) -> Chosen:
    """Let go what is still open of invoices beside a payment that asked why; return each with its cents."""
    reason = "CHARGE" if because == "BANK_CHARGE" else "WRITTEN_OFF"
    assert isinstance(payment, Payment)
    keys = [invoice.pk for invoice, _ in chosen]
    left = dict(Invoice.objects.filter(pk__in=keys).values_list("pk", "open_cents"))
    let_go = tuple((invoice, left[invoice.pk]) for invoice, _ in chosen if left[invoice.pk])
    allocate(
        client,
        [
            beside_payment(payment.pk, Beside(invoice.pk, cents, reason, None), payment.booking_date, LET_GO)
            for invoice, cents in let_go
        ],
        at=at,
    )
    return let_go


def mark_decided_by_person(money: Money, set_aside: str) -> None:
    """Write down that a person decided, and why what remains is for no invoice, if so."""
    if set_aside:
        type(money)._default_manager.filter(pk=money.pk).update(set_aside=set_aside)
    if isinstance(money, Payment):
        Payment.objects.filter(pk=money.pk).update(placed_by=PERSON)


def _allocation(money: Money, invoice: Invoice, cents: int) -> NewAllocation:
    if isinstance(money, CreditNote):
        return NewAllocation(
            invoice.pk, "CREDIT_NOTE", cents, money.issue_date, credit_note_id=money.pk, evidence=SAID
        )
    sign = -1 if money.waiting_cents < 0 else 1
    return NewAllocation(
        invoice.pk, "PAYMENT", sign * cents, day_of(money), payment_id=money.pk, evidence=SAID
    )


def _learn(client: Client, payment: Payment, chosen: Chosen) -> bool:
    accounts = {invoice.account_id for invoice, _ in chosen}
    standing = standing_of(payment.pk)
    if standing is None or len(accounts) != 1:
        return False
    link = Verdict("linked", "UNDONE", allocations=tuple((i.pk, c) for i, c in chosen), teaches=True)
    learned = taught(standing.payment, link, book_of(accounts.pop()), by_person=True)
    change_habits(client, learned=learned, unlearned=())
    return True
