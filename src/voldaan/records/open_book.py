"""Rows to the book that payments are held against. Needs an open scope."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from django.db.models import Q, QuerySet

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import (
    Cents,
    EarlierPayment,
    OpenInvoice,
    Payer,
    PaymentFacts,
    WaitingCredit,
)
from voldaan.records.allocating import Totals, ledger_totals, placed_beside, placed_of, word_totals
from voldaan.records.chunks import chunked
from voldaan.records.merging import family, home_of, merged_accounts
from voldaan.records.models import (
    Account,
    Allocation,
    Client,
    ClientIban,
    CreditNote,
    Engagement,
    EventChain,
    Invoice,
    Payment,
    PayoutLine,
)
from voldaan.records.naming_notes import credited
from voldaan.records.payouts import payout_lines_for
from voldaan.records.standing_matches import differences_in, netted_in

_INVOICE = (
    "pk", "account_id", "number", "open_cents", "payment_reference", "counted_until", "withdrawn_on", "issue_date",
    "due_date", "asked_cents", "order_number", "discount_cents", "discount_until", "blocked_iban", "blocked_cents",
    "pay_to_iban", "direct_debit_until",
)  # fmt: skip


def chain_end(client: Client) -> int:
    """Return the number of the last event: as long as it stands, nothing in the client's book has changed."""
    return EventChain.objects.filter(client=client).values_list("sequence", flat=True).first() or 0


def open_book(client: Client, payments: Sequence[PaymentFacts], *, ledger_until: date | None) -> OpenBook:
    """Return the book as it stands, with all that these movements could concern, and without what was learned."""
    merged = merged_accounts()
    return OpenBook(
        _invoices(Invoice.objects.all(), ledger_totals(), word_totals(), credited()),
        _payers(Account.objects.all(), merged),
        _earlier(payments),
        credit_notes=_credits(),
        intermediaries=intermediaries(),
        ledger_until=ledger_until,
        link_from=client.link_from_points,
        tolerance_cents=client.tolerance_cents,
    )


def book_of(account_id: int) -> OpenBook:
    """Return the book of one account: enough to see what a payment for it teaches."""
    invoices = Invoice.objects.filter(account=account_id)
    members = Account.objects.filter(pk__in=family(account_id))
    return OpenBook(
        _invoices(invoices, {}, {}, {}),
        _payers(members, merged_accounts()),
        intermediaries=intermediaries(),
    )


def _invoices(
    found: "QuerySet[Invoice]", ledger: Totals, word: Totals, off: dict[int, Cents]
) -> Iterator[OpenInvoice]:
    rows = found.order_by("pk").values_list(*_INVOICE).iterator(chunk_size=5000)
    days: dict[date, date] = {}
    once = days.setdefault  # days are few: each is kept in memory once
    for (
        key, account, number, cents, reference, counted, withdrawn, issued, due, asked, order, discount,
        discount_until, blocked_iban, blocked, pay_to, direct_debit,
    ) in rows:  # fmt: skip
        yield OpenInvoice(
            key, account, number, cents, reference, counted, ledger.get(key, 0), word.get(key, 0),
            withdrawn is not None, once(issued, issued), once(due, due), asked, order, discount, discount_until,
            blocked_iban, blocked or 0, pay_to, direct_debit is not None, off.get(key, ()),
        )  # fmt: skip


def _payers(found: "QuerySet[Account]", merged: dict[int, int]) -> Iterator[Payer]:
    """Yield what each account's debtor is called and known by; a number of ours is one that nobody writes."""
    rows = found.order_by("pk").values_list("pk", "debtor__name", "debtor__iban", "number", "number_is_ours")
    for key, name, iban, number, is_ours in rows.iterator(chunk_size=5000):
        yield Payer(home_of(key, merged), name, iban, "" if is_ours else number)


def _credits() -> Iterator[WaitingCredit]:
    """Yield the credit notes of which something waits, or that stand on an invoice and could be lifted."""
    placed = Allocation.objects.filter(kind="CREDIT_NOTE")
    rows = CreditNote.objects.filter(
        Q(waiting_cents__gt=0, set_aside="") | Q(pk__in=placed.values("credit_note"))
    )
    columns = ("pk", "account_id", "number", "waiting_cents", "issue_date", "set_aside")
    for key, account, number, waiting, day, set_aside in (
        rows.order_by("pk").values_list(*columns).iterator(chunk_size=5000)
    ):
        yield WaitingCredit(key, account, number, 0 if set_aside else waiting, day)


def intermediaries() -> set[str]:
    """Return the bank accounts of those that receive money for the client: its agencies, and a factor."""
    found = set(Engagement.objects.exclude(agency__iban="").values_list("agency__iban", flat=True))
    found.update(Invoice.objects.exclude(pay_to_iban="").values_list("pay_to_iban", flat=True).distinct())
    return found - set(ClientIban.objects.values_list("iban", flat=True))


def _earlier(payments: Sequence[PaymentFacts]) -> list[EarlierPayment]:
    """Return the payments that one of these movements could take back: whole, one line of it, or what was too much.

    What will be too much of those that are decided now nobody knows yet: a refund is held against all of its payer.
    """
    leaving = [payment for payment in payments if payment.amount_cents < 0]
    anew = {payment.id for payment in leaving}
    amounts = {-payment.amount_cents for payment in leaving}
    for part in chunked(sorted(amounts)):
        wholes = PayoutLine.objects.filter(gross_cents__in=part).values_list("net_cents", flat=True)
        amounts.update(wholes.distinct())
    found = {
        one.id: one
        for part in chunked(sorted(amounts))
        for one in _that_stand(Q(amount_cents__in=part), anew)
    }
    payers = {payment.counterparty_iban for payment in leaving if not payment.reversal} - {""}
    for ibans in chunked(sorted(payers)):
        of_payer = Q(counterparty_iban__in=ibans, amount_cents__gt=0)
        found.update((one.id, one) for one in _that_stand(of_payer, anew))
    placed, beside = placed_of(list(found)), placed_beside(list(found))
    lines = payout_lines_for(
        [PaymentFacts(one.id, one.amount_cents, one.booking_date) for one in found.values()]
    )
    return [
        one._replace(
            placed=placed.get(key, ()),
            lines=lines.get(key, ()),
            differences=differences_in(beside.get(key, ())),
            netted=netted_in(beside.get(key, ())),
        )
        for key, one in sorted(found.items())
    ]


def _that_stand(wanted: Q, anew: Collection[int]) -> Iterator[EarlierPayment]:
    """Yield payments that nothing took back, or nothing but a movement that is decided anew."""
    rows = Payment.objects.filter(wanted, superseded_on__isnull=True)
    columns = (
        "pk", "amount_cents", "booking_date", "counterparty_iban", "end_to_end_id", "bank_reference",
        "payment_reference", "set_aside", "mandate_id", "taken_back_by",
    )  # fmt: skip
    for row in rows.order_by("pk").values_list(*columns).iterator(chunk_size=2000):
        key, cents, day, iban, end_to_end, bank, reference, aside, mandate, taken_back_by = row
        if taken_back_by is None or taken_back_by in anew:
            yield EarlierPayment(
                key, cents, day, iban, end_to_end, bank, reference, set_aside=aside, mandate_id=mandate
            )
