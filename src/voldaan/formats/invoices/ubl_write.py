"""An invoice or credit note to UBL 2.1 as Peppol BIS Billing 3 and NLCIUS want it.

What UBL has no field for is not written: the creditor's own account beside that of a factor, and the debtor's
account outside a direct debit.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree

from voldaan.formats.amounts import cents_to_decimal
from voldaan.formats.invoices.ubl_names import NAMESPACES, ROOTS
from voldaan.formats.values import Invoice, Party

_CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:nen.nl:nlcius:v1.0"
_PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of an invoice, without VAT."""

    name: str
    net_cents: int


def write(invoice: Invoice, lines: Sequence[Line] = (), *, vat_percent: int = 21) -> bytes:
    """Return the UBL document of an invoice or credit note; without lines, one line sums it up.

    Reading it gives the same invoice back, with `format` "ubl".
    """
    lines = tuple(lines) or (_summary(invoice, vat_percent),)
    net_cents = sum(line.net_cents for line in lines)
    vat_cents = invoice.total_cents - net_cents
    if abs(vat_cents - round_half_up(net_cents * vat_percent, 100)) > 1:
        raise ValueError(f"The lines of {invoice.number} and {vat_percent}% VAT do not make its total.")
    root = _root(invoice)
    _head(root, invoice)
    _party(_add(root, "cac:AccountingSupplierParty"), invoice.creditor)
    _party(_add(root, "cac:AccountingCustomerParty"), invoice.debtor)
    _payment(root, invoice)
    _tax(root, invoice, net_cents, vat_cents, vat_percent)
    _totals(root, invoice, net_cents)
    for place, line in enumerate(lines, 1):
        _line(root, invoice, place, line, vat_percent)
    document: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return document


def round_half_up(numerator: int, denominator: int) -> int:
    """Return the nearest whole number of a fraction, halves away from zero, as VAT is rounded."""
    whole = (2 * abs(numerator) + denominator) // (2 * denominator)
    return whole if numerator >= 0 else -whole


def _summary(invoice: Invoice, vat_percent: int) -> Line:
    """Return the one line that stands for the whole invoice."""
    net_cents = round_half_up(invoice.total_cents * 100, 100 + vat_percent)
    return Line(name=invoice.subject or f"Factuur {invoice.number}", net_cents=net_cents)


def _root(invoice: Invoice) -> etree._Element:
    """Return the empty document."""
    name = "CreditNote" if invoice.kind == "credit_note" else "Invoice"
    namespace = next(ns for ns, root in ROOTS.items() if root == name)
    # The stubs of lxml do not know that None stands for the default namespace.
    names: Any = {None: namespace, **NAMESPACES}
    return etree.Element(f"{{{namespace}}}{name}", nsmap=names)


def _head(root: etree._Element, invoice: Invoice) -> None:
    """Write what the document is."""
    credit = invoice.kind == "credit_note"
    _add(root, "cbc:CustomizationID", _CUSTOMIZATION)
    _add(root, "cbc:ProfileID", _PROFILE)
    _add(root, "cbc:ID", invoice.number)
    _add(root, "cbc:IssueDate", invoice.issue_date.isoformat())
    if invoice.due_date and not credit:
        _add(root, "cbc:DueDate", invoice.due_date.isoformat())
    _add(root, "cbc:CreditNoteTypeCode" if credit else "cbc:InvoiceTypeCode", "381" if credit else "380")
    _add_known(root, "cbc:Note", invoice.subject)
    _add(root, "cbc:DocumentCurrencyCode", invoice.currency)
    _add(root, "cbc:BuyerReference", invoice.debtor.number or invoice.number)
    if invoice.invoice_number:
        reference = _add(_add(root, "cac:BillingReference"), "cac:InvoiceDocumentReference")
        _add(reference, "cbc:ID", invoice.invoice_number)


def _party(holder: etree._Element, party: Party) -> None:
    """Write who a party is and where it can be reached."""
    element = _add(holder, "cac:Party")
    _endpoint(element, party)
    if party.number:
        _add(_add(element, "cac:PartyIdentification"), "cbc:ID", party.number)
    address = _add(element, "cac:PostalAddress")
    _add_known(address, "cbc:StreetName", party.street)
    _add_known(address, "cbc:CityName", party.city)
    _add_known(address, "cbc:PostalZone", party.postcode)
    if party.country:
        _add(_add(address, "cac:Country"), "cbc:IdentificationCode", party.country)
    if party.vat_number:
        scheme = _add(element, "cac:PartyTaxScheme")
        _add(scheme, "cbc:CompanyID", party.vat_number)
        _add(_add(scheme, "cac:TaxScheme"), "cbc:ID", "VAT")
    entity = _add(element, "cac:PartyLegalEntity")
    _add_known(entity, "cbc:RegistrationName", party.name)
    _add_known(entity, "cbc:CompanyID", party.coc_number, schemeID="0106")
    _contact(element, party)


def _endpoint(element: etree._Element, party: Party) -> None:
    """Write the electronic address: the KvK number, the VAT number or the e-mail address."""
    if party.coc_number:
        _add(element, "cbc:EndpointID", party.coc_number, schemeID="0106")
    elif party.vat_number:
        _add(element, "cbc:EndpointID", party.vat_number, schemeID="9944")
    elif party.email:
        _add(element, "cbc:EndpointID", party.email, schemeID="EM")


def _contact(element: etree._Element, party: Party) -> None:
    """Write the contact where there is one."""
    if party.contact_name or party.phone or party.email:
        contact = _add(element, "cac:Contact")
        _add_known(contact, "cbc:Name", party.contact_name)
        _add_known(contact, "cbc:Telephone", party.phone)
        _add_known(contact, "cbc:ElectronicMail", party.email)


def _payment(root: etree._Element, invoice: Invoice) -> None:
    """Write how it is paid, and within which term."""
    iban = invoice.pay_to_iban or invoice.creditor.iban
    other_payee = invoice.pay_to_name is not None and iban != invoice.creditor.iban
    if other_payee:
        _add(_add(_add(root, "cac:PayeeParty"), "cac:PartyName"), "cbc:Name", invoice.pay_to_name)
    due_date = invoice.due_date if invoice.kind == "credit_note" else None
    if iban or invoice.payment_reference or invoice.direct_debit or due_date:
        means = _add(root, "cac:PaymentMeans")
        _add(means, "cbc:PaymentMeansCode", "59" if invoice.direct_debit else "30")
        _add_known(means, "cbc:PaymentDueDate", due_date.isoformat() if due_date else None)
        _add_known(means, "cbc:PaymentID", invoice.payment_reference)
        _accounts(means, invoice, iban, None if other_payee else invoice.pay_to_name)
    if invoice.due_date_basis == "AGREED":
        _add(_add(root, "cac:PaymentTerms"), "cbc:Note", _term(invoice))


def _accounts(means: etree._Element, invoice: Invoice, iban: str | None, name: str | None) -> None:
    """Write the account to pay to, and the one a direct debit takes it from."""
    if iban:
        account = _add(means, "cac:PayeeFinancialAccount")
        _add(account, "cbc:ID", iban)
        _add_known(account, "cbc:Name", name)
    if invoice.direct_debit and invoice.debtor.iban:
        mandate = _add(means, "cac:PaymentMandate")
        _add(_add(mandate, "cac:PayerFinancialAccount"), "cbc:ID", invoice.debtor.iban)


def _term(invoice: Invoice) -> str:
    """Return the agreed term in words."""
    days = (invoice.due_date - invoice.issue_date).days if invoice.due_date else 0
    if 0 < days < 1000:
        return f"Betaling binnen {days} dagen na factuurdatum."
    return "Betaling binnen de overeengekomen termijn."


def _tax(root: etree._Element, invoice: Invoice, net_cents: int, vat_cents: int, vat_percent: int) -> None:
    """Write the VAT."""
    total = _add(root, "cac:TaxTotal")
    _amount(total, "cbc:TaxAmount", vat_cents, invoice.currency)
    part = _add(total, "cac:TaxSubtotal")
    _amount(part, "cbc:TaxableAmount", net_cents, invoice.currency)
    _amount(part, "cbc:TaxAmount", vat_cents, invoice.currency)
    _category(_add(part, "cac:TaxCategory"), vat_percent)


def _category(element: etree._Element, vat_percent: int) -> None:
    """Write the VAT rate: S is a rate, Z is the zero rate."""
    _add(element, "cbc:ID", "S" if vat_percent else "Z")
    _add(element, "cbc:Percent", str(vat_percent))
    _add(_add(element, "cac:TaxScheme"), "cbc:ID", "VAT")


def _totals(root: etree._Element, invoice: Invoice, net_cents: int) -> None:
    """Write the totals; what is no longer asked was paid before."""
    total = _add(root, "cac:LegalMonetaryTotal")
    _amount(total, "cbc:LineExtensionAmount", net_cents, invoice.currency)
    _amount(total, "cbc:TaxExclusiveAmount", net_cents, invoice.currency)
    _amount(total, "cbc:TaxInclusiveAmount", invoice.total_cents, invoice.currency)
    prepaid_cents = invoice.total_cents - invoice.payable_cents
    if prepaid_cents:
        _amount(total, "cbc:PrepaidAmount", prepaid_cents, invoice.currency)
    _amount(total, "cbc:PayableAmount", invoice.payable_cents, invoice.currency)


def _line(root: etree._Element, invoice: Invoice, place: int, line: Line, vat_percent: int) -> None:
    """Write one line."""
    credit = invoice.kind == "credit_note"
    element = _add(root, "cac:CreditNoteLine" if credit else "cac:InvoiceLine")
    _add(element, "cbc:ID", str(place))
    _add(element, "cbc:CreditedQuantity" if credit else "cbc:InvoicedQuantity", "1", unitCode="C62")
    _amount(element, "cbc:LineExtensionAmount", line.net_cents, invoice.currency)
    item = _add(element, "cac:Item")
    _add(item, "cbc:Name", line.name)
    _category(_add(item, "cac:ClassifiedTaxCategory"), vat_percent)
    _amount(_add(element, "cac:Price"), "cbc:PriceAmount", line.net_cents, invoice.currency)


def _amount(parent: etree._Element, name: str, cents: int, currency: str) -> None:
    """Write an amount with its currency."""
    _add(parent, name, cents_to_decimal(cents), currencyID=currency)


def _add_known(parent: etree._Element, name: str, text: str | None, **attributes: str) -> None:
    """Write an element where there is something to say."""
    if text:
        _add(parent, name, text, **attributes)


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    """Write an element and return it."""
    prefix, _, local = name.partition(":")
    element = etree.SubElement(parent, f"{{{NAMESPACES[prefix]}}}{local}", attributes)
    element.text = text
    return element
