"""Rows to the book that payments are held against. Needs an open scope."""

from collections.abc import Sequence
from datetime import date

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import EarlierPayment, OpenInvoice, Payer, PaymentFacts
from voldaan.records.allocating import ledger_totals, placed_of, word_totals
from voldaan.records.chunks import chunked
from voldaan.records.merging import home_of, merged_accounts
from voldaan.records.models import Account, Client, EventChain, Invoice, Payment

_MOVEMENT = (
    "pk",
    "amount_cents",
    "booking_date",
    "counterparty_name",
    "counterparty_iban",
    "remittance",
    "payment_reference",
    "end_to_end_id",
    "bank_reference",
    "reversal",
)


def chain_end(client: Client) -> int:
    """Return the number of the last event: as long as it stands, nothing in the client's book has changed."""
    return EventChain.objects.filter(client=client).values_list("sequence", flat=True).first() or 0


def payments_to_look_at() -> list[PaymentFacts]:
    """Return the movements nobody has looked at yet or about which a question is open, the oldest first.

    What was received comes before what was taken back on the same day.
    """
    waiting = Payment.objects.exclude(waiting_cents=0).filter(set_aside="")
    found: dict[int, PaymentFacts] = {}
    asked = waiting.filter(questions__isnull=False, questions__answered_at__isnull=True)
    for rows in (waiting.filter(matched_at__isnull=True), asked):
        for row in rows.values_list(*_MOVEMENT):
            found[row[0]] = PaymentFacts(*row)
    return sorted(found.values(), key=lambda p: (p.booking_date, p.amount_cents < 0, p.id))


def open_book(payments: list[PaymentFacts], *, ledger_until: date | None) -> OpenBook:
    """Return the invoices, payers and earlier payments that these movements could concern."""
    ledger, word = ledger_totals(), word_totals()
    columns = (
        "pk", "account_id", "number", "open_cents", "payment_reference", "counted_until", "withdrawn_on",
    )  # fmt: skip
    rows = Invoice.objects.order_by("pk").values_list(*columns).iterator(chunk_size=5000)
    invoices = (
        OpenInvoice(
            key,
            account,
            number,
            cents,
            reference,
            counted,
            ledger.get(key, 0),
            word.get(key, 0),
            withdrawn is not None,
        )
        for key, account, number, cents, reference, counted, withdrawn in rows
    )
    accounts = Account.objects.order_by("pk").values_list("pk", "debtor__name", "debtor__iban")
    merged = merged_accounts()
    payers = (
        Payer(home_of(key, merged), name, iban) for key, name, iban in accounts.iterator(chunk_size=5000)
    )
    return OpenBook(invoices, payers, _earlier(payments), ledger_until=ledger_until)


def _earlier(payments: list[PaymentFacts]) -> list[EarlierPayment]:
    """Return the payments that one of these movements could take back."""
    amounts = sorted({-payment.amount_cents for payment in payments if payment.amount_cents < 0})
    found = [earlier for part in chunked(amounts) for earlier in _standing(part)]
    placed = placed_of([earlier.id for earlier in found])
    return [earlier._replace(placed=placed.get(earlier.id, ())) for earlier in found]


def _standing(amounts: Sequence[int]) -> list[EarlierPayment]:
    rows = Payment.objects.filter(amount_cents__in=amounts, taken_back_by__isnull=True).order_by("pk")
    return [
        EarlierPayment(
            id=row.pk,
            amount_cents=row.amount_cents,
            booking_date=row.booking_date,
            counterparty_iban=row.counterparty_iban,
            end_to_end_id=row.end_to_end_id,
            bank_reference=row.bank_reference,
            payment_reference=row.payment_reference,
            set_aside=row.set_aside,
        )
        for row in rows.iterator(chunk_size=2000)
    ]
