"""UBL 2 invoices and credit notes: Peppol BIS Billing 3, NLCIUS (SI-UBL 2.0) and the older SI-UBL 1.x.

The file is taken when it says who asks what from whom: number, day, currency and amounts that agree with each
other. A rule of a country or a network that it breaks beyond that is not ours to refuse. A document may stand in an
envelope (SBDH, SOAP), and several may stand in one file: all are taken, or none.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from lxml import etree

from voldaan.formats import xml
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.invoices.credited import credited_number
from voldaan.formats.invoices.discount import Discount
from voldaan.formats.invoices.kind import kind_of
from voldaan.formats.invoices.order_number import order_number_of
from voldaan.formats.invoices.subject import subject_of
from voldaan.formats.invoices.totals import check_totals
from voldaan.formats.invoices.ubl_document import Document
from voldaan.formats.invoices.ubl_enclosed import read_attachments
from voldaan.formats.invoices.ubl_names import (
    CREDIT_NOTE_ROOTS,
    DOCUMENT_TAGS,
    FORMAT,
    NAMESPACES,
    ROOTS,
    TEST_SET,
)
from voldaan.formats.invoices.ubl_party import read_party
from voldaan.formats.invoices.ubl_payment import read_discount, read_payment, read_payment_terms
from voldaan.formats.invoices.ubl_totals import places, read_totals
from voldaan.formats.invoices.ubl_write import Line, write
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, Party

__all__ = ["FORMAT", "Line", "read", "recognises", "write"]

_INSIDE = re.compile(rb"<(?:[\w.-]+:)?(?:SelfBilled)?(?:Invoice|CreditNote)[\s>]")
_ONCE = (
    "cbc:ID",
    "cbc:IssueDate",
    "cbc:DueDate",
    "cbc:InvoiceTypeCode",
    "cbc:CreditNoteTypeCode",
    "cbc:DocumentCurrencyCode",
    "cac:AccountingSupplierParty",
    "cac:AccountingCustomerParty",
    "cac:PayeeParty",
    "cac:LegalMonetaryTotal",
    "cac:LegalMonetaryTotal/cbc:TaxInclusiveAmount",
    "cac:LegalMonetaryTotal/cbc:PayableAmount",
)
"""What UBL allows once. Where it stands twice, taking the first would be a guess."""

_CREDITED = "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID"


def recognises(head: bytes) -> bool:
    """Test if the root is a UBL 2 invoice or credit note, or an envelope around one."""
    found = xml.root_name(head)
    if found is None:
        return False
    root = found[1].partition("/")[0]
    if ROOTS.get(found[0] or "") == root:
        return True
    plain = head.replace(b"\x00", b"")
    return (
        root != TEST_SET and _INSIDE.search(plain) is not None and any(ns.encode() in plain for ns in ROOTS)
    )


def read(source: Source) -> tuple[Invoice, ...]:
    """Return the invoices and credit notes, or raise `Refusal` with every problem found."""
    root = xml.parse(source, large_texts=True)
    if etree.QName(root).localname == TEST_SET:
        raise refuse(
            source.name,
            "Dit is een verzameling testgevallen.",
            "Er staan stukken van facturen in, geen facturen die iemand heeft verstuurd.",
            "Lever de facturen zelf aan, elk als eigen UBL-bestand.",
            path=f"/{TEST_SET}",
        )
    found = [element for element in root.iter(*DOCUMENT_TAGS) if _stands_alone(element)]
    if not found:
        raise refuse(
            source.name,
            "Er staat geen factuur in dit bestand.",
            "Geen element in het bestand is een UBL-factuur of -creditnota.",
            "Lever het UBL-bestand zelf aan, zoals het factuurprogramma het maakt.",
        )
    findings = Findings(file=source.name)
    invoices = [
        _invoice(Document(element, findings, Findings(file=source.name), place))
        for element, place in zip(found, _places(found), strict=True)
    ]
    findings.refuse_if_any()
    return tuple(invoice for invoice in invoices if invoice is not None)


def _stands_alone(element: etree._Element) -> bool:
    """Test if no other document holds this one."""
    return not any(parent.tag in DOCUMENT_TAGS for parent in element.iterancestors())


def _places(found: Sequence[etree._Element]) -> Iterator[str]:
    """Yield the path of each document in its file, without prefixes, and with a number where it has equals."""
    all_of, so_far = Counter(element.tag for element in found), Counter[str]()
    for element in found:
        so_far[element.tag] += 1
        names = [etree.QName(step).localname for step in (element, *element.iterancestors())]
        number = f"[{so_far[element.tag]}]" if all_of[element.tag] > 1 else ""
        yield "/" + "/".join(reversed(names)) + number


def _invoice(document: Document) -> Invoice | None:
    """Return the invoice, or None when problems were added."""
    before = document.findings.count
    document.refuse_more_than_one(*_ONCE)
    number = document.required("cbc:ID", "Het factuurnummer ontbreekt.")
    issue_text = document.required("cbc:IssueDate", "De factuurdatum ontbreekt.")
    issue_date = document.day("cbc:IssueDate") if issue_text else None
    currency = _currency(document)
    before_totals = document.findings.count
    totals = read_totals(document, currency)
    if document.findings.count == before_totals:
        check_totals(totals, document.findings, document.remarks, places(document))
    code = document.text("cbc:InvoiceTypeCode") or document.text("cbc:CreditNoteTypeCode")
    kind, sign = kind_of(
        code,
        root_is_credit_note=document.name in CREDIT_NOTE_ROOTS,
        total_cents=totals.total_cents,
        payable_cents=totals.payable_cents,
        findings=document.findings,
        place=places(document)["payable_cents"],
    )
    terms = read_payment_terms(document, issue_date) if issue_date else None
    if document.findings.count > before or not (number and issue_date and currency and terms):
        return None
    invoice = Invoice(
        kind=kind,
        format=FORMAT,
        number=number,
        issue_date=issue_date,
        due_date=terms.due_date,
        currency=currency,
        total_cents=sign * (totals.total_cents or 0),
        payable_cents=sign * (totals.payable_cents or 0),
        payment_reference=None,
        creditor=_party(document, "cac:AccountingSupplierParty"),
        debtor=replace(_party(document, "cac:AccountingCustomerParty"), iban=_payer_iban(document)),
        due_date_basis=terms.basis,
        subject=subject_of(document.texts("cbc:Note"), document.texts("*/cac:Item/cbc:Name")),
        invoice_number=credited_number(
            kind, code, document.texts(_CREDITED), document.remarks, place=document.at(_CREDITED)
        ),
        prepaid_cents=sign * (totals.prepaid_cents or 0),
        terms=terms.text,
        order_number=order_number_of(
            document.texts("cac:OrderReference/cbc:ID"), document.texts("cbc:BuyerReference")
        ),
        attachments=read_attachments(document, number),
    )
    return replace(_with_payment(document, invoice), remarks=tuple(document.remarks.problems))


def _with_payment(document: Document, invoice: Invoice) -> Invoice:
    """Return the invoice with where and how it is to be paid."""
    payment = read_payment(
        document, invoice.currency, payable_cents=invoice.payable_cents, total_cents=invoice.total_cents
    )
    payee, payee_name = _payee(document)
    discount = _discount(document, invoice)
    return replace(
        invoice,
        discount_cents=discount.cents,
        discount_until=discount.until,
        payment_reference=payment.payment_reference,
        creditor=invoice.creditor if payee else replace(invoice.creditor, iban=payment.pay_to_iban),
        pay_to_iban=payment.pay_to_iban,
        pay_to_name=payee_name or payment.pay_to_name,
        direct_debit=payment.direct_debit,
        payment_means=payment.means,
        blocked_iban=payment.blocked_iban,
        blocked_cents=payment.blocked_cents,
    )


def _discount(document: Document, invoice: Invoice) -> Discount:
    """Return the discount for paying early; a credit note gives none."""
    if invoice.kind != "invoice":
        return Discount()
    return read_discount(document, invoice.issue_date, invoice.currency, payable_cents=invoice.payable_cents)


def _currency(document: Document) -> str | None:
    """Return the currency of the document: its own word, else that of the amount to pay."""
    code = document.text("cbc:DocumentCurrencyCode") or document.attribute(
        "cac:LegalMonetaryTotal/cbc:PayableAmount", "currencyID"
    )
    if code is None or not re.fullmatch(r"[A-Z]{3}", code):
        document.problem(
            f"De munt van de factuur, ‘{code[:8]}’, is geen muntcode."
            if code
            else "De munt van de factuur ontbreekt.",
            "Zonder munt is een bedrag niet te lezen.",
            "Vul een code van drie hoofdletters in, zoals EUR.",
            "cbc:DocumentCurrencyCode",
        )
        return None
    return code


def _party(document: Document, path: str) -> Party:
    """Return one of the two parties."""
    return read_party(document.element.find(path, NAMESPACES), NAMESPACES)


def _payee(document: Document) -> tuple[bool, str | None]:
    """Return whether another party than the supplier is to be paid, and the name it has."""
    payee = next(document.parts("cac:PayeeParty"), None)
    if payee is None:
        return False, None
    supplier = "cac:AccountingSupplierParty/cac:Party/"
    names = {"cac:PartyName/cbc:Name", "cac:PartyLegalEntity/cbc:RegistrationName"}
    own = {name.casefold() for path in names for name in document.texts(supplier + path)}
    name = payee.text("cac:PartyName/cbc:Name") or payee.text("cac:PartyLegalEntity/cbc:RegistrationName")
    return (name or "").casefold() not in own, name


def _payer_iban(document: Document) -> str | None:
    """Return the debtor's account: of the mandate of a direct debit, or named as the payer's."""
    means = "cac:PaymentMeans/"
    account = "cac:PayerFinancialAccount/cbc:ID"
    text = document.text(f"{means}cac:PaymentMandate/{account}") or document.text(means + account)
    return "".join(text.split()) if text else None
