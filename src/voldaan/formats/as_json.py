"""Plain values to the JSON objects of `voldaan read --json`: money in cents, days as ISO dates."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from voldaan.formats.values import (
    ContactDetails,
    DebtorEntry,
    DebtorList,
    Invoice,
    OpenItem,
    OpenItemList,
    Party,
    PaymentMeans,
    PayoutLine,
    PayoutSpecification,
    Problem,
    Reading,
    Refusal,
    Statement,
    Transaction,
)

Json = dict[str, Any]


def as_json(reading: Reading | Problem | Refusal) -> Iterator[Json]:
    """Yield the objects of one reading, the whole before its parts, and what is to be said of it last."""
    if isinstance(reading, Statement):
        yield _statement(reading)
        yield from map(_transaction, reading.transactions)
    elif isinstance(reading, Invoice):
        yield _invoice(reading)
    elif isinstance(reading, OpenItemList):
        yield from (_open_item(item, reading) for item in reading.items)
    elif isinstance(reading, DebtorList):
        yield from (_debtor(debtor, reading) for debtor in reading.debtors)
    elif isinstance(reading, PayoutSpecification):
        yield _payout(reading)
        yield from (_payout_line(line, reading) for line in reading.lines)
    elif isinstance(reading, Refusal):
        yield from map(_problem, reading.problems)
    else:
        yield _problem(reading)
    if isinstance(reading, Statement | Invoice | OpenItemList | DebtorList | PayoutSpecification):
        yield from (remark(problem) for problem in reading.remarks)


def remark(problem: Problem) -> Json:
    """Return what is to be said of a file that was read all the same, in the shape of a problem."""
    return _problem(problem) | {"kind": "remark"}


def _statement(statement: Statement) -> Json:
    """Return a statement without its movements."""
    return {
        "kind": "statement",
        "format": statement.format,
        "statement_kind": statement.kind,
        "bank_iban": statement.bank_iban,
        "currency": statement.currency,
        "number": statement.number,
        "opening_cents": statement.opening_cents,
        "closing_cents": statement.closing_cents,
        "opening_date": _iso(statement.opening_date),
        "closing_date": _iso(statement.closing_date),
        "entries": statement.entries,
        "balanced": statement.balanced,
    }


def _transaction(transaction: Transaction) -> Json:
    """Return one movement."""
    return {
        "kind": "transaction",
        "bank_iban": transaction.bank_iban,
        "booking_date": _iso(transaction.booking_date),
        "value_date": _iso(transaction.value_date),
        "amount_cents": transaction.amount_cents,
        "currency": transaction.currency,
        "counterparty_name": transaction.counterparty_name,
        "counterparty_iban": transaction.counterparty_iban,
        "ultimate_name": transaction.ultimate_name,
        "remittance": transaction.remittance,
        "payment_reference": transaction.payment_reference,
        "end_to_end_id": transaction.end_to_end_id,
        "bank_reference": transaction.bank_reference,
        "reversal": transaction.reversal,
        "return_reason": transaction.return_reason,
        "mandate_id": transaction.mandate_id,
        "charge": transaction.charge,
    }


def _invoice(invoice: Invoice) -> Json:
    """Return an invoice or credit note."""
    return {
        "kind": invoice.kind,
        "format": invoice.format,
        "number": invoice.number,
        "issue_date": _iso(invoice.issue_date),
        "due_date": _iso(invoice.due_date),
        "currency": invoice.currency,
        "total_cents": invoice.total_cents,
        "payable_cents": invoice.payable_cents,
        "payment_reference": invoice.payment_reference,
        "creditor": _party(invoice.creditor),
        "debtor": _party(invoice.debtor),
        "pay_to_iban": invoice.pay_to_iban,
        "pay_to_name": invoice.pay_to_name,
        "due_date_basis": invoice.due_date_basis,
        "direct_debit": invoice.direct_debit,
        "subject": invoice.subject,
        "invoice_number": invoice.invoice_number,
        "prepaid_cents": invoice.prepaid_cents,
        "terms": invoice.terms,
        "payment_means": [_payment_means(means) for means in invoice.payment_means],
        "blocked_iban": invoice.blocked_iban,
        "blocked_cents": invoice.blocked_cents,
        "order_number": invoice.order_number,
        "discount_cents": invoice.discount_cents,
        "discount_until": _iso(invoice.discount_until),
        "attachments": [
            {
                "name": one.name,
                "media_type": one.media_type,
                "bytes": len(one.content),
                "is_invoice": one.is_invoice,
            }
            for one in invoice.attachments
        ],
    }


def _payment_means(means: PaymentMeans) -> Json:
    """Return one way to pay."""
    return {
        "code": means.code,
        "iban": means.iban,
        "name": means.name,
        "bic": means.bic,
        "reference": means.reference,
        "mandate_id": means.mandate_id,
    }


def _debtor(debtor: DebtorEntry, debtors: DebtorList) -> Json:
    """Return one debtor of a list of debtors."""
    return {
        "kind": "debtor",
        "format": debtors.format,
        **_party(debtor.party),
        "capacity": debtor.capacity,
        "language": debtor.language,
        "contacts": [_contact(contact) for contact in debtor.contacts],
        "visiting_street": debtor.visiting_street,
        "visiting_postcode": debtor.visiting_postcode,
        "visiting_city": debtor.visiting_city,
        "direct_debit": debtor.direct_debit,
        "line": debtor.line,
    }


def _contact(contact: ContactDetails) -> Json:
    """Return a person or desk at a debtor."""
    return {"name": contact.name, "role": contact.role, "email": contact.email, "phone": contact.phone}


def _open_item(item: OpenItem, items: OpenItemList) -> Json:
    """Return one item, with what its list says of itself."""
    return {
        "kind": "open_item",
        "format": items.format,
        "complete": items.complete,
        "as_of": _iso(items.as_of),
        "number": item.number,
        "debtor": _party(item.debtor),
        "issue_date": _iso(item.issue_date),
        "due_date": _iso(item.due_date),
        "currency": item.currency,
        "total_cents": item.total_cents,
        "open_cents": item.open_cents,
        "payment_reference": item.payment_reference,
        "subject": item.subject,
        "order_number": item.order_number,
        "due_date_is_latest": item.due_date_is_latest,
        "line": item.line,
    }


def _payout(payout: PayoutSpecification) -> Json:
    """Return a payout or direct-debit batch without its lines."""
    return {
        "kind": "payout",
        "format": payout.format,
        "payout": payout.payout,
        "currency": payout.currency,
        "net_cents": payout.net_cents,
        "paid_out_on": _iso(payout.paid_out_on),
        "collected_to_iban": payout.collected_to_iban,
        "entries": len(payout.lines),
    }


def _payout_line(line: PayoutLine, payout: PayoutSpecification) -> Json:
    """Return one payment inside a payout."""
    return {
        "kind": "payout_line",
        "payout": payout.payout,
        "gross_cents": line.gross_cents,
        "fee_cents": line.fee_cents,
        "remittance": line.remittance,
        "payer_name": line.payer_name,
        "payer_iban": line.payer_iban,
        "end_to_end_id": line.end_to_end_id,
        "mandate_id": line.mandate_id,
        "line": line.line,
    }


def _party(party: Party) -> Json:
    """Return a creditor or debtor."""
    return {
        "name": party.name,
        "iban": party.iban,
        "vat_number": party.vat_number,
        "coc_number": party.coc_number,
        "email": party.email,
        "phone": party.phone,
        "contact_name": party.contact_name,
        "street": party.street,
        "postcode": party.postcode,
        "city": party.city,
        "country": party.country,
        "number": party.number,
    }


def _problem(problem: Problem) -> Json:
    """Return a problem with its place."""
    return {
        "kind": "problem",
        "file": problem.file,
        "line": problem.line,
        "path": problem.path,
        "what": problem.what,
        "why": problem.why,
        "how_to_fix": problem.how_to_fix,
    }


def _iso(day: date | None) -> str | None:
    """Return a day as text, None where it is unknown."""
    return None if day is None else day.isoformat()
