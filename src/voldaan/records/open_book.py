"""Rows to the book that payments are held against. Needs an open scope."""

from datetime import date

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import EarlierPayment, OpenInvoice, Payer, PaymentFacts
from voldaan.records.allocating import ledger_totals, placed_of, word_totals
from voldaan.records.chunks import chunked
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
    for rows in (waiting.filter(matched_at__isnull=True), waiting.filter(questions__answered_at__isnull=True,
                                                                         questions__isnull=False)):  # fmt: skip
        for row in rows.values_list(*_MOVEMENT):
            found[row[0]] = PaymentFacts(*row)
    return sorted(found.values(), key=lambda p: (p.booking_date, p.amount_cents < 0, p.id))


def open_book(payments: list[PaymentFacts], *, ledger_until: date | None) -> OpenBook:
    """Return the invoices, payers and earlier payments that these movements could concern."""
    ledger, word = ledger_totals(), word_totals()
    rows = Invoice.objects.filter(withdrawn_on__isnull=True).order_by("pk")
    invoices = (
        OpenInvoice(*row, ledger.get(row[0], 0), word.get(row[0], 0))
        for row in rows.values_list(
            "pk", "account_id", "number", "open_cents", "payment_reference", "counted_until"
        ).iterator(chunk_size=5000)
    )
    accounts = Account.objects.order_by("pk").values_list("pk", "debtor__name", "debtor__iban")
    payers = (Payer(*row) for row in accounts.iterator(chunk_size=5000))
    return OpenBook(invoices, payers, _earlier(payments), ledger_until=ledger_until)


def _earlier(payments: list[PaymentFacts]) -> list[EarlierPayment]:
    """Return the payments that one of these movements could take back."""
    amounts = sorted({-payment.amount_cents for payment in payments if payment.amount_cents < 0})
    rows = [row for part in chunked(amounts) for row in _standing(part)]
    placed = placed_of([row[0] for row in rows])
    return [EarlierPayment(*row[:7], placed.get(row[0], ()), row[7]) for row in rows]


def _standing(amounts: object) -> list[tuple[object, ...]]:
    rows = Payment.objects.filter(amount_cents__in=amounts, taken_back_by__isnull=True)
    return list(
        rows.order_by("pk").values_list(
            "pk",
            "amount_cents",
            "booking_date",
            "counterparty_iban",
            "end_to_end_id",
            "bank_reference",
            "payment_reference",
            "set_aside",
        )
    )
