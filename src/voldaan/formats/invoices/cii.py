"""UN/CEFACT Cross Industry Invoice: Factur-X and ZUGFeRD (1 and 2), XRechnung and NLCIUS in CII, D16B and its drafts.

The file is taken when it says who asks what from whom, as an invoice in UBL is: what two files of one invoice say in
the two languages is read as one and the same.
"""

import re
from datetime import date

from lxml import etree

from voldaan.formats import xml
from voldaan.formats.findings import Findings, refuse
from voldaan.formats.invoices.attachments import Enclosed, keep_attachments
from voldaan.formats.invoices.cii_document import CiiDocument
from voldaan.formats.invoices.cii_names import FORMAT, INVOICE, ORDER, ROOTS, with_one_name
from voldaan.formats.invoices.cii_party import read_party
from voldaan.formats.invoices.cii_payment import (
    NOTES,
    SETTLEMENT,
    payer_iban,
    read_discount,
    read_payment,
    read_payment_terms,
)
from voldaan.formats.invoices.cii_totals import places, read_totals
from voldaan.formats.invoices.credited import credited_number
from voldaan.formats.invoices.discount import Discount
from voldaan.formats.invoices.kind import CREDIT_NOTE_CODES, kind_of
from voldaan.formats.invoices.order_number import order_number_of
from voldaan.formats.invoices.subject import subject_of
from voldaan.formats.invoices.totals import check_totals
from voldaan.formats.source import Source
from voldaan.formats.values import Invoice, Refusal

__all__ = ["FORMAT", "read", "recognises"]

_AGREEMENT = "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/"
_SELLER = _AGREEMENT + "SellerTradeParty"
_BUYER = _AGREEMENT + "BuyerTradeParty"
_CREDITED = SETTLEMENT + "InvoiceReferencedDocument"
_LINE_NAMES = "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct/Name"
_INSIDE = re.compile(rb"<(?:[\w.-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument)[\s>]")
_TEST = "ExchangedDocumentContext/TestIndicator"
_ONCE = (
    "ExchangedDocument/ID",
    "ExchangedDocument/TypeCode",
    SETTLEMENT + "InvoiceCurrencyCode",
    SETTLEMENT + "SpecifiedTradeSettlementHeaderMonetarySummation",
    SETTLEMENT + "SpecifiedTradeSettlementHeaderMonetarySummation/DuePayableAmount",
    _SELLER,
    _BUYER,
)
"""What an invoice says once. Where it stands twice, taking the first would be a guess."""


def recognises(head: bytes) -> bool:
    """Test if the root is a CII invoice, or an envelope around one."""
    found = xml.root_name(head)
    if found is None:
        return False
    root = found[1].partition("/")[0]
    return root in ROOTS or (root != ORDER and _INSIDE.search(head.replace(b"\x00", b"")) is not None)


def read(source: Source) -> tuple[Invoice, ...]:
    """Return the invoices and credit notes, or raise `Refusal` with every problem found."""
    root = xml.parse(source, large_texts=True)
    found = [element for element in root.iter(etree.Element) if etree.QName(element).localname in ROOTS]
    if not found:
        raise _no_invoice(root, source.name)
    findings = Findings(file=source.name)
    invoices = []
    for place, element in enumerate(found, 1):
        older = etree.QName(element).localname != INVOICE
        path = f"/{etree.QName(element).localname}" + (f"[{place}]" if len(found) > 1 else "")
        document = CiiDocument(with_one_name(element), findings, Findings(file=source.name), path)
        invoices.append(_invoice(document, older=older))
    findings.refuse_if_any()
    return tuple(invoice for invoice in invoices if invoice is not None)


def _no_invoice(root: etree._Element, file: str) -> Refusal:
    """Return why a document without an invoice is not read: an order is called by its name."""
    name = etree.QName(root).localname
    if name == ORDER:
        return refuse(
            file,
            "Dit is een bestelling (Order-X), geen factuur.",
            "Op een bestelling hoeft niemand te betalen.",
            "Lever de factuur zelf aan.",
            path=f"/{name}",
        )
    return refuse(
        file,
        "Er staat geen factuur in dit bestand.",
        f"Het hoofdelement is ‘{name[:40]}’, en daarin staat geen factuur in CII.",
        "Lever het bestand aan dat het factuurprogramma maakt.",
        path=f"/{name[:40]}",
    )


def _invoice(document: CiiDocument, *, older: bool) -> Invoice | None:
    """Return the invoice, or None when problems were added. `older` is for ZUGFeRD 1."""
    before = document.findings.count
    document.refuse_more_than_one(*_ONCE)
    number = document.required("ExchangedDocument/ID", "Het factuurnummer ontbreekt.")
    issue_date = _issue_date(document)
    currency = _currency(document)
    totals = read_totals(document, currency, payable_may_lack=older)
    if document.findings.count == before:
        check_totals(totals, document.findings, document.remarks, places(document))
    # Only this says if it asks or credits; the root has one name for both.
    code = document.required(
        "ExchangedDocument/TypeCode", "De soort van het document (factuur of creditnota) ontbreekt."
    )
    kind, sign = kind_of(
        code,
        root_is_credit_note=code in CREDIT_NOTE_CODES,
        total_cents=totals.total_cents,
        payable_cents=totals.payable_cents,
        findings=document.findings,
        place=places(document)["payable_cents"],
    )
    if issue_date is None:
        return None
    terms = read_payment_terms(document, issue_date)
    if document.findings.count > before or number is None or currency is None:
        return None
    total_cents, payable_cents = sign * (totals.total_cents or 0), sign * (totals.payable_cents or 0)
    payment = read_payment(document, payable_cents=payable_cents, total_cents=total_cents)
    payee, payee_name = _payee(document)
    _remark_on_test(document)
    discount = Discount()
    if kind == "invoice":
        discount = read_discount(document, issue_date, currency, payable_cents=payable_cents)
    return Invoice(
        kind=kind,
        format=FORMAT,
        number=number,
        issue_date=issue_date,
        due_date=terms.due_date,
        currency=currency,
        total_cents=total_cents,
        payable_cents=payable_cents,
        payment_reference=payment.payment_reference,
        creditor=read_party(document, _SELLER, iban=None if payee else payment.pay_to_iban),
        debtor=read_party(document, _BUYER, iban=payer_iban(document)),
        pay_to_iban=payment.pay_to_iban,
        pay_to_name=payee_name or payment.pay_to_name,
        due_date_basis=terms.basis,
        direct_debit=payment.direct_debit,
        subject=subject_of(document.texts(NOTES), document.texts(_LINE_NAMES)),
        invoice_number=_credited(document, kind, code),
        prepaid_cents=sign * (totals.prepaid_cents or 0),
        terms=terms.text,
        payment_means=payment.means,
        blocked_iban=payment.blocked_iban,
        blocked_cents=payment.blocked_cents,
        order_number=_order_number(document),
        discount_cents=discount.cents,
        discount_until=discount.until,
        attachments=keep_attachments(_enclosed(document), document.remarks, invoice_number=number),
        remarks=tuple(document.remarks.problems),
    )


def _issue_date(document: CiiDocument) -> date | None:
    """Return the day of the invoice; a problem where there is none."""
    path = "ExchangedDocument/IssueDateTime"
    before = document.findings.count
    day = document.day(path)
    if day is None and document.findings.count == before:
        document.problem(
            "De factuurdatum ontbreekt.",
            f"Het element {path} is er niet of is leeg.",
            "Vul het in het factuurprogramma in en maak het bestand opnieuw.",
            path,
        )
    return day


def _currency(document: CiiDocument) -> str | None:
    """Return the currency of the invoice; a problem where there is none."""
    code = document.text(SETTLEMENT + "InvoiceCurrencyCode")
    if code is not None and re.fullmatch(r"[A-Z]{3}", code):
        return code
    document.problem(
        f"De munt van de factuur, ‘{code[:8]}’, is geen muntcode."
        if code
        else "De munt van de factuur ontbreekt.",
        "Zonder munt is een bedrag niet te lezen.",
        "Vul een code van drie hoofdletters in, zoals EUR.",
        SETTLEMENT + "InvoiceCurrencyCode",
    )
    return None


def _payee(document: CiiDocument) -> tuple[bool, str | None]:
    """Return whether another party than the seller is to be paid, and the name it has."""
    name = document.text(SETTLEMENT + "PayeeTradeParty/Name")
    own = {
        text.casefold()
        for path in ("Name", "SpecifiedLegalOrganization/TradingBusinessName")
        for text in document.texts(f"{_SELLER}/{path}")
    }
    return name is not None and name.casefold() not in own, name


def _credited(document: CiiDocument, kind: str, code: str | None) -> str | None:
    """Return the number of the invoice that a credit note is for."""
    numbers = [*document.texts(_CREDITED + "/IssuerAssignedID"), *document.texts(_CREDITED + "/ID")]
    return credited_number(kind, code, numbers, document.remarks, place=document.at(_CREDITED))


def _order_number(document: CiiDocument) -> str | None:
    """Return the number of the buyer's order."""
    order = _AGREEMENT + "BuyerOrderReferencedDocument"
    orders = [*document.texts(order + "/IssuerAssignedID"), *document.texts(order + "/ID")]
    return order_number_of(orders, document.texts(_AGREEMENT + "BuyerReference"))


def _enclosed(document: CiiDocument) -> list[Enclosed]:
    """Return the files that the document carries or points at."""
    return [
        Enclosed(
            content=next(iter(part.raw_texts("AttachmentBinaryObject")), None),
            name=part.attribute("AttachmentBinaryObject", "filename"),
            claimed_type=part.attribute("AttachmentBinaryObject", "mimeCode"),
            description=" ".join(part.texts("Name")) or None,
            number=part.text("IssuerAssignedID") or part.text("ID"),
            type_code=part.text("TypeCode"),
            address=part.text("URIID"),
            place=part.at("AttachmentBinaryObject"),
        )
        for part in document.parts(_AGREEMENT + "AdditionalReferencedDocument")
    ]


def _remark_on_test(document: CiiDocument) -> None:
    """Say that the sender called this invoice a test."""
    said = document.text(_TEST + "/Indicator") or document.text(_TEST)
    if (said or "").lower() in ("true", "1"):
        document.remarks.add(
            "Dit is als testfactuur gemarkeerd.",
            "De afzender zegt in het bestand dat het een test is.",
            "Kijk na of de factuur echt verstuurd is.",
            path=document.at(_TEST),
        )
