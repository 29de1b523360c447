"""A small book to try payments on: a baker with three invoices, and three other debtors with one each."""

from datetime import date
from typing import Any

from voldaan.domain.matching.book import OpenBook
from voldaan.domain.matching.facts import OpenInvoice, Payer, PaymentFacts, Verdict
from voldaan.domain.matching.together import match_all

DAY = date(2026, 11, 16)
BAKERS_IBAN, JANSENS_IBAN, STRANGE_IBAN = (
    "NL91ABNA0417164300",
    "NL02ABNA0123456789",
    "NL20INGB0001234567",
)

BAKER, JANSEN, HOTEL, KAARS = 10, 11, 12, 13
PAYERS = (
    Payer(BAKER, "Bakkerij Vogel B.V.", BAKERS_IBAN, "70010"),
    Payer(JANSEN, "J. Jansen", JANSENS_IBAN, "70011"),
    Payer(HOTEL, "Hotel Zeezicht B.V.", "", "70012"),
    Payer(KAARS, "P.M. Kaars", "", "70013"),
)


def invoice(row: int, account: int, number: str, cents: int, **facts: Any) -> OpenInvoice:
    """Return an open invoice of October, due on the first of November, unless facts say otherwise."""
    given = {"issue_date": date(2026, 10, 1), "due_date": date(2026, 11, 1), "asked_cents": cents}
    return OpenInvoice(row, account, number, **({"open_cents": cents} | given | facts))


LOAF = invoice(1, BAKER, "2026-0412", 10_000, due_date=date(2026, 10, 1))
CAKE = invoice(2, BAKER, "2026-0413", 5_075, due_date=date(2026, 10, 15))
TART = invoice(3, BAKER, "2026-0520", 2_333)
CHAIR = invoice(4, JANSEN, "2026-0611", 7_777)
ROOM = invoice(5, HOTEL, "2026-0702", 31_415)
CANDLE = invoice(6, KAARS, "2026-0893", 1_234)
INVOICES = (LOAF, CAKE, TART, CHAIR, ROOM, CANDLE)

FROM_BAKER = {"counterparty_iban": BAKERS_IBAN, "counterparty_name": "Bakkerij Vogel B.V."}
FROM_JANSEN = {"counterparty_iban": JANSENS_IBAN, "counterparty_name": "J. Jansen"}
FROM_STRANGER = {"counterparty_iban": STRANGE_IBAN, "counterparty_name": "R. Oostenrijk"}
FROM_NOBODY: dict[str, Any] = {}


def a_payment(cents: int, text: str = "", **facts: Any) -> PaymentFacts:
    """Return a payment of the day of these tests, of nobody unless facts say of whom."""
    return PaymentFacts(
        **({"id": 99, "booking_date": DAY, "amount_cents": cents, "remittance": text} | facts)
    )


def book_of(*invoices: OpenInvoice, payers: Any = PAYERS, earlier: Any = (), **settings: Any) -> OpenBook:
    """Return a book with these invoices, or with all of the small book where none is given."""
    return OpenBook(invoices or INVOICES, payers, earlier, **settings)


def verdict_on(payment: PaymentFacts, book: OpenBook | None = None) -> Verdict:
    """Return the verdict on one payment alone, in the small book unless another is given."""
    return match_all([payment], book or book_of())[payment.id]


def on(cents: int, text: str, payer: dict[str, Any], book: OpenBook | None = None, **facts: Any) -> Verdict:
    """Return the verdict on one payment of a payer."""
    return verdict_on(a_payment(cents, text, **(payer | facts)), book)


def said(found: Verdict) -> tuple[str, str]:
    """Return the kind of a verdict, and why."""
    return found.verdict, found.because


def accounts(found: Verdict) -> set[int]:
    """Return the accounts whose reminders a question holds."""
    return {one.account_id for one in found.candidates}
