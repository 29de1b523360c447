"""The amounts of a UBL document, gathered so that they can be held against each other."""

import re
from collections.abc import Iterable
from fractions import Fraction

from voldaan.formats.invoices.totals import Totals, VatPart
from voldaan.formats.invoices.ubl_document import Document

_TOTAL = "cac:LegalMonetaryTotal/cbc:"
_FIELDS = {
    "total_cents": "TaxInclusiveAmount",
    "payable_cents": "PayableAmount",
    "prepaid_cents": "PrepaidAmount",
    "rounding_cents": "PayableRoundingAmount",
    "line_sum_cents": "LineExtensionAmount",
    "allowances_cents": "AllowanceTotalAmount",
    "charges_cents": "ChargeTotalAmount",
    "net_cents": "TaxExclusiveAmount",
}
_PERCENT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{0,6})?")
_TAX_AMOUNT = "cac:TaxTotal/cbc:TaxAmount"


def places(document: Document) -> dict[str, str]:
    """Return where each field of `Totals` stands in a document."""
    found = {field: document.at(_TOTAL + name) for field, name in _FIELDS.items()}
    return found | {"vat_cents": document.at(_TAX_AMOUNT)}


def read_totals(document: Document, currency: str | None) -> Totals:
    """Return the amounts of a document; one that cannot be read, or is in another currency, is a problem."""
    said = {field: document.cents(_TOTAL + name, currency) for field, name in _FIELDS.items()}
    if said["prepaid_cents"] is None:
        said["prepaid_cents"] = _prepayments(document, currency, said)
    vat = list(_vat_totals(document, currency))
    return Totals(
        **said,
        vat_cents=_sum(part.cents("cbc:TaxAmount", currency) for part in vat),
        vat_parts=tuple(
            _vat_part(part, currency) for total in vat for part in total.parts("cac:TaxSubtotal")
        ),
        line_parts=_lines(document, currency),
        allowance_parts=_allowances(document, currency, charge=False),
        charge_parts=_allowances(document, currency, charge=True),
    )


def _prepayments(document: Document, currency: str | None, said: dict[str, int | None]) -> int | None:
    """Return what was prepaid by the single payments, where only those are given and they explain the rest."""
    total, payable = said["total_cents"], said["payable_cents"]
    paid = _sum(p.rounded_cents("cbc:PaidAmount", currency) for p in document.parts("cac:PrepaidPayment"))
    if paid is None or total is None or payable is None:
        return None
    return paid if total - paid + (said["rounding_cents"] or 0) == payable else None


def _vat_totals(document: Document, currency: str | None) -> list[Document]:
    """Return the VAT totals in the currency of the document, not the one that VAT is accounted in."""
    vat = [
        total
        for total in document.parts("cac:TaxTotal")
        if total.attribute("cbc:TaxAmount", "currencyID") in (None, currency)
    ]
    with_rates = [total for total in vat if total.has("cac:TaxSubtotal")]
    return with_rates if with_rates and document.has("cbc:TaxCurrencyCode") else vat


def _vat_part(part: Document, currency: str | None) -> VatPart:
    """Return the VAT of one rate."""
    percent = part.text("cac:TaxCategory/cbc:Percent") or part.text("cbc:Percent")
    return VatPart(
        taxable_cents=part.rounded_cents("cbc:TaxableAmount", currency),
        vat_cents=part.rounded_cents("cbc:TaxAmount", currency),
        percent=Fraction(percent) if percent and _PERCENT.fullmatch(percent) else None,
    )


def _lines(document: Document, currency: str | None) -> tuple[int, ...] | None:
    """Return the amounts of the lines, None where one of them cannot be read."""
    lines = [*document.parts("cac:InvoiceLine"), *document.parts("cac:CreditNoteLine")]
    return _known(line.rounded_cents("cbc:LineExtensionAmount", currency) for line in lines)


def _allowances(document: Document, currency: str | None, *, charge: bool) -> tuple[int, ...] | None:
    """Return the allowances or charges on the whole document, None where one of them cannot be read."""
    return _known(
        part.rounded_cents("cbc:Amount", currency)
        for part in document.parts("cac:AllowanceCharge")
        if ((part.text("cbc:ChargeIndicator") or "").lower() in ("true", "1")) is charge
    )


def _known(amounts: Iterable[int | None]) -> tuple[int, ...] | None:
    """Return the amounts where all are known."""
    known = list(amounts)
    return tuple(cents for cents in known if cents is not None) if None not in known else None


def _sum(amounts: Iterable[int | None]) -> int | None:
    """Return what the amounts add up to, None where there is none or one is unknown."""
    known = _known(amounts)
    return sum(known) if known else None
