"""Files as a fictional wholesaler would hand them in, made by our own writers; and what the book says after."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from voldaan.formats.bank import camt_write
from voldaan.formats.invoices import ubl_write
from voldaan.formats.lists import open_items
from voldaan.formats.values import Invoice as ReadInvoice
from voldaan.formats.values import OpenItem, OpenItemList, Party, Statement, Transaction
from voldaan.records.closing import sums_that_do_not_close
from voldaan.records.events import breaks
from voldaan.records.models import Client, Invoice
from voldaan.records.scope import rows_of
from voldaan.usecases.import_files import Imported, import_file
from voldaan.usecases.match_payments import Matched, match_payments
from voldaan.usecases.register_client import ClientDetails, add_client

IBAN = "NL91ABNA0417164300"
OTHER_IBAN = "NL02ABNA0123456789"
TODAY = date(2026, 11, 21)
NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
WHEN: dict[str, Any] = {"on": TODAY, "at": NOON, "by": "test"}

CREDITOR = Party(
    name="Groothandel De Kade B.V.", coc_number="12345678", vat_number="NL001234567B13", country="NL"
)
DEBTOR = Party(
    name="Bakkerij De Vroege Vogel V.O.F.", coc_number="87654321", email="inkoop@vroegevogel.example",
    street="Molenpad 3", postcode="1234 AB", city="Zonnedorp", country="NL",
)  # fmt: skip


def a_client(
    key: str = "kade", *, truth: str = "bank", ibans: Sequence[str] = (IBAN,), **details: Any
) -> Client:
    """Return a client that is the supplier of our invoices."""
    given = ClientDetails(coc_number="12345678", vat_number="NL001234567B13", **details)
    return add_client(
        key, name="Groothandel De Kade B.V.", ibans=ibans, payment_truth=truth, details=given, **WHEN
    )


def an_invoice(number: str = "2026-0012", cents: int = 10_000, **facts: Any) -> ReadInvoice:
    """Return an invoice of September, due in October."""
    base = ReadInvoice(
        kind="invoice", format="ubl", number=number, issue_date=date(2026, 9, 1), due_date=date(2026, 10, 1),
        currency="EUR", total_cents=cents, payable_cents=cents, payment_reference=None, creditor=CREDITOR, debtor=DEBTOR,
    )  # fmt: skip
    return replace(base, **facts)


def a_credit_note(number: str, cents: int, of: str | None, **facts: Any) -> ReadInvoice:
    """Return a credit note of the middle of September."""
    given = {"kind": "credit_note", "invoice_number": of, "due_date": None, "issue_date": date(2026, 9, 15)}
    return an_invoice(number, cents, **(given | facts))


def ubl(invoice: ReadInvoice) -> bytes:
    """Return the UBL file of an invoice or credit note."""
    return ubl_write.write(invoice)


def a_movement(cents: int, on: date, remittance: str = "", **facts: Any) -> Transaction:
    """Return a movement on the client's account."""
    base = Transaction(
        bank_iban=IBAN,
        booking_date=on,
        value_date=on,
        amount_cents=cents,
        currency="EUR",
        remittance=remittance,
    )
    return replace(base, **facts)


def camt(
    *movements: Transaction, first: date | None = None, last: date | None = None, opening: int = 0
) -> bytes:
    """Return a CAMT.053 file of one statement that adds up."""
    return camt_write.write(a_statement(*movements, first=first, last=last, opening=opening))


def a_statement(
    *movements: Transaction, first: date | None = None, last: date | None = None, opening: int = 0
) -> Statement:
    """Return a statement that adds up, from its first to its last movement where nothing else is said."""
    days = [movement.booking_date for movement in movements] or [TODAY]
    return Statement(
        format="camt.053.001.08", bank_iban=movements[0].bank_iban if movements else IBAN, currency="EUR", number="1",
        opening_cents=opening, closing_cents=opening + sum(m.amount_cents for m in movements),
        opening_date=first or min(days), closing_date=last or max(days), transactions=movements,
    )  # fmt: skip


def an_item(number: str, open_cents: int, *, total: int | None = None, **facts: Any) -> OpenItem:
    """Return an open item of the usual debtor."""
    base = OpenItem(
        number=number, debtor=DEBTOR, issue_date=date(2026, 9, 1), due_date=date(2026, 10, 1), currency="EUR",
        total_cents=total, open_cents=open_cents,
    )  # fmt: skip
    return replace(base, **facts)


def open_list(*items: OpenItem, as_of: date | None, complete: bool = True) -> bytes:
    """Return an open-item list in our own CSV."""
    return open_items.write(OpenItemList(format="csv", complete=complete, as_of=as_of, items=items))


def hand_in(client: Client, data: bytes, name: str = "file", **when: Any) -> Imported:
    """Import a file that must be taken."""
    imported = import_file(client, name=name, data=data, **(WHEN | when))
    assert imported.refused == 0, imported.problems
    return imported


def refused(client: Client, data: bytes, name: str = "file", **when: Any) -> str:
    """Import a file that must be refused, check that the book is as it was, and return the sentences."""
    before = open_of(client)
    imported = import_file(client, name=name, data=data, **(WHEN | when))
    assert imported.new == 0
    assert imported.known == 0
    assert imported.refused >= 1
    assert open_of(client) == before
    return " ".join(f"{problem.what} {problem.why} {problem.how_to_fix}" for problem in imported.problems)


def match(client: Client, **when: Any) -> list[Matched]:
    """Match what waits."""
    return list(match_payments(client, **(WHEN | when)))


def open_of(client: Client) -> dict[str, int]:
    """Return what is open of each invoice that is not closed."""
    with rows_of(client):
        return dict(Invoice.objects.filter(open_cents__gt=0).values_list("number", "open_cents"))


def everything_closes(client: Client) -> bool:
    """Test if every sum closes to the cent and the chain of events holds."""
    with rows_of(client):
        assert list(sums_that_do_not_close(client)) == []
        assert list(breaks(client)) == []
    return True
