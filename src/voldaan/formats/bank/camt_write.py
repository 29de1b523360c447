"""Statements to CAMT.053.001.08, as a bank would send them."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from lxml import etree

from voldaan.formats.amounts import cents_to_decimal
from voldaan.formats.values import Statement, Transaction

_CODE = re.compile("[A-Z0-9]{1,4}")
FORMAT = "camt.053.001.08"

_NAMESPACE = f"urn:iso:std:iso:20022:tech:xsd:{FORMAT}"
# The stubs of lxml do not know that None stands for the default namespace.
_NSMAP: Any = {None: _NAMESPACE}


def write(statement: Statement | Iterable[Statement]) -> bytes:
    """Return the CAMT.053 document of one or more statements; reading it gives the same values back."""
    statements = (statement,) if isinstance(statement, Statement) else tuple(statement)
    document = etree.Element(f"{{{_NAMESPACE}}}Document", nsmap=_NSMAP)
    message = _add(document, "BkToCstmrStmt")
    last = statements[-1]
    header = _add(message, "GrpHdr")
    _add(header, "MsgId", _message_id(last))
    _add(header, "CreDtTm", f"{(last.closing_date or _last_day(last)).isoformat()}T23:59:59")
    for one in statements:
        _statement(_add(message, "Stmt"), one)
    written: bytes = etree.tostring(document, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return written


def _last_day(statement: Statement) -> date:
    """Return the last day the statement knows of."""
    days = [t.booking_date for t in statement.transactions] + [d for d in (statement.opening_date,) if d]
    if not days:
        raise ValueError(
            "A statement without a balance and without transactions has no day to be written under."
        )
    return max(days)


def _message_id(statement: Statement) -> str:
    """Return an id for the message, within the 35 places it may have."""
    return f"{statement.bank_iban[-10:]}-{statement.number or _last_day(statement).isoformat()}"[:35]


def _statement(element: etree._Element, statement: Statement) -> None:
    """Write one statement: account, balances, entries."""
    number = statement.number
    _add(element, "Id", number or _message_id(statement))
    if number and number.isdigit():
        _add(element, "ElctrncSeqNb", number)
    account = _add(element, "Acct")
    identification = _add(account, "Id")
    if statement.bank_iban[:2].isalpha():
        _add(identification, "IBAN", statement.bank_iban)
    else:
        _add(_add(identification, "Othr"), "Id", statement.bank_iban)
    _add(account, "Ccy", statement.currency)
    if statement.bank_account_name:
        _add(_add(account, "Ownr"), "Nm", statement.bank_account_name)
    _balance(element, "OPBD", statement.opening_cents, statement.opening_date, statement.currency)
    _balance(element, "CLBD", statement.closing_cents, statement.closing_date, statement.currency)
    for transaction in statement.transactions:
        _entry(_add(element, "Ntry"), transaction)


def _balance(parent: etree._Element, code: str, cents: int | None, day: date | None, currency: str) -> None:
    """Write a balance where it is known."""
    if cents is None:
        return
    balance = _add(parent, "Bal")
    _add(_add(_add(balance, "Tp"), "CdOrPrtry"), "Cd", code)
    _amount(balance, cents, currency)
    if day is not None:
        _add(_add(balance, "Dt"), "Dt", day.isoformat())


def _amount(parent: etree._Element, cents: int, currency: str) -> None:
    """Write an amount and its direction."""
    _add(parent, "Amt", cents_to_decimal(abs(cents)), Ccy=currency)
    _add(parent, "CdtDbtInd", "CRDT" if cents >= 0 else "DBIT")


def _entry(element: etree._Element, transaction: Transaction) -> None:
    """Write one movement as an entry with one transaction."""
    _amount(element, transaction.amount_cents, transaction.currency)
    if transaction.reversal:
        _add(element, "RvslInd", "true")
    _add(_add(element, "Sts"), "Cd", "BOOK")
    _add(_add(element, "BookgDt"), "Dt", transaction.booking_date.isoformat())
    if transaction.value_date:
        _add(_add(element, "ValDt"), "Dt", transaction.value_date.isoformat())
    if transaction.bank_reference:
        _add(element, "AcctSvcrRef", transaction.bank_reference)
    _code(element, transaction)
    details = _add(_add(element, "NtryDtls"), "TxDtls")
    references = _add(details, "Refs")
    _add(references, "EndToEndId", transaction.end_to_end_id or "NOTPROVIDED")
    if transaction.mandate_id:
        _add(references, "MndtId", transaction.mandate_id)
    _parties(details, transaction)
    _remittance(details, transaction)
    if transaction.return_reason:
        reason = _add(_add(details, "RtrInf"), "Rsn")
        _add(
            reason, "Cd" if _CODE.fullmatch(transaction.return_reason) else "Prtry", transaction.return_reason
        )


def _code(element: etree._Element, transaction: Transaction) -> None:
    """Write the bank's code: a SEPA payment in or out, or one that came back."""
    family, kind = ("RCDT", "ESCT") if transaction.amount_cents >= 0 else ("ICDT", "ESCT")
    if transaction.charge:
        family, kind = "MDOP", "CHRG"
    if transaction.reversal:
        family, kind = ("ICDT", "RRTN") if transaction.amount_cents >= 0 else ("IDDT", "UPDD")
    domain = _add(_add(element, "BkTxCd"), "Domn")
    _add(domain, "Cd", "PMNT")
    families = _add(domain, "Fmly")
    _add(families, "Cd", family)
    _add(families, "SubFmlyCd", kind)


def _parties(details: etree._Element, transaction: Transaction) -> None:
    """Write the other side: money that comes in has a debtor."""
    if not (transaction.counterparty_name or transaction.counterparty_iban or transaction.ultimate_name):
        return
    side = "Dbtr" if transaction.amount_cents >= 0 else "Cdtr"
    parties = _add(details, "RltdPties")
    if transaction.counterparty_name:
        _add(_add(_add(parties, side), "Pty"), "Nm", transaction.counterparty_name)
    if transaction.counterparty_iban:
        _add(_add(_add(parties, side + "Acct"), "Id"), "IBAN", transaction.counterparty_iban)
    if transaction.ultimate_name:
        _add(_add(_add(parties, "Ultmt" + side), "Pty"), "Nm", transaction.ultimate_name)


def _remittance(details: etree._Element, transaction: Transaction) -> None:
    """Write what the payer wrote, in pieces of at most 140 places, and the structured reference."""
    if not (transaction.remittance or transaction.payment_reference):
        return
    information = _add(details, "RmtInf")
    for piece in _pieces(transaction.remittance):
        _add(information, "Ustrd", piece)
    if transaction.payment_reference:
        reference = _add(_add(information, "Strd"), "CdtrRefInf")
        _add(_add(_add(reference, "Tp"), "CdOrPrtry"), "Cd", "SCOR")
        _add(reference, "Ref", transaction.payment_reference)


def _pieces(text: str) -> list[str]:
    """Return the text in pieces of at most 140 places that break at a space, so that joining gives it back."""
    pieces: list[str] = []
    for word in text.split():
        if pieces and len(pieces[-1]) + 1 + len(word) <= 140:
            pieces[-1] += " " + word
        else:
            pieces.append(word)
    return pieces


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    """Write an element and return it."""
    element = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    element.text = text
    return element
