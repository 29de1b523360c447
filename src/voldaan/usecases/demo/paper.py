"""The files of the example book, made by the same writers that make files for everybody."""

from collections.abc import Iterable
from datetime import date

from voldaan.domain.identifiers import make_rf
from voldaan.formats.bank import camt_write
from voldaan.formats.invoices import ubl_write
from voldaan.formats.lists import open_items
from voldaan.formats.values import Invoice, OpenItem, OpenItemList, Party, Statement
from voldaan.usecases.demo.world import Bill, Debtor, House, chance


def invoice_file(bill: Bill) -> bytes:
    """Return an invoice as UBL."""
    return ubl_write.write(
        _document(bill, "invoice", bill.number, bill.cents, bill.issued), vat_percent=_vat(bill)
    )


def credit_note_file(bill: Bill, *, cents: int, on: date) -> bytes:
    """Return a credit note for a part of an invoice as UBL."""
    return ubl_write.write(
        _document(bill, "credit_note", f"CN-{bill.number}", cents, on), vat_percent=_vat(bill)
    )


def statement_file(statements: Iterable[Statement]) -> bytes:
    """Return the statements of a day as one CAMT.053 file, as a bank sends those of several accounts."""
    return camt_write.write(statements)


def open_item_file(items: Iterable[tuple[Bill, int]], *, as_of: date, complete: bool) -> bytes:
    """Return invoices with what is open of them as our own CSV list."""
    rows = tuple(_item(bill, open_cents) for bill, open_cents in items)
    return open_items.write(OpenItemList(format="csv", complete=complete, as_of=as_of, items=rows))


def payment_reference(bill: Bill) -> str | None:
    """Return the reference that an invoice asks the payer to write, where its client gives one."""
    return make_rf(bill.number) if bill.house.gives_reference else None


def pay_to(bill: Bill) -> str:
    """Return the account of the client that an invoice asks to pay to: the same for all of a debtor's."""
    ibans = bill.house.ibans
    return ibans[chance(f"{bill.debtor.number}:account", 0, len(ibans) - 1)]


def _vat(bill: Bill) -> int:
    return bill.house.vat_percent


def _document(bill: Bill, kind: str, number: str, cents: int, on: date) -> Invoice:
    asks = kind == "invoice"
    return Invoice(
        kind=kind,
        format="ubl",
        number=number,
        issue_date=on,
        due_date=bill.due if asks else None,
        currency="EUR",
        total_cents=cents,
        payable_cents=cents,
        payment_reference=payment_reference(bill) if asks else None,
        creditor=_creditor(bill.house, pay_to(bill)),
        debtor=_debtor(bill.debtor),
        pay_to_iban=pay_to(bill) if asks else None,
        pay_to_name=bill.house.name if asks else None,
        due_date_basis="AGREED" if asks else "UNKNOWN",
        direct_debit=asks and bill.habit in ("DIRECT_DEBIT", "DEBIT_COMES_BACK"),
        subject=bill.subject,
        invoice_number=None if asks else bill.number,
    )


def _creditor(house: House, iban: str) -> Party:
    facts = house.facts
    return Party(
        name=house.name,
        iban=iban,
        vat_number=facts["vat_number"],
        coc_number=facts["coc_number"],
        email=facts["email"],
        phone=facts["phone"],
        street=facts["street"],
        postcode=facts["postcode"],
        city=facts["city"],
        country="NL",
    )


def _debtor(debtor: Debtor) -> Party:
    return Party(
        name=debtor.name,
        coc_number=debtor.coc_number or None,
        email=debtor.mail or None,
        contact_name=debtor.desk or None,
        street=debtor.street or None,
        postcode=debtor.postcode or None,
        city=debtor.city or None,
        country="NL",
        number=debtor.number,
        iban=None,
    )


def _item(bill: Bill, open_cents: int) -> OpenItem:
    return OpenItem(
        number=bill.number,
        debtor=_debtor(bill.debtor),
        issue_date=bill.issued,
        due_date=bill.due,
        currency="EUR",
        total_cents=bill.cents,
        open_cents=open_cents,
        subject=bill.subject,
    )
