"""The amounts of a CII document, gathered so that they can be held against each other."""

from fractions import Fraction

from voldaan.formats.amounts import AmountError, parse_amount
from voldaan.formats.invoices.cii_document import CiiDocument
from voldaan.formats.invoices.cii_payment import SETTLEMENT
from voldaan.formats.invoices.totals import Totals, VatPart

_SUMMATION = SETTLEMENT + "SpecifiedTradeSettlementHeaderMonetarySummation/"
_FIELDS = {
    "total_cents": "GrandTotalAmount",
    "payable_cents": "DuePayableAmount",
    "prepaid_cents": "TotalPrepaidAmount",
    "rounding_cents": "RoundingAmount",
    "line_sum_cents": "LineTotalAmount",
    "allowances_cents": "AllowanceTotalAmount",
    "charges_cents": "ChargeTotalAmount",
    "net_cents": "TaxBasisTotalAmount",
}
_TAX_TOTAL = _SUMMATION + "TaxTotalAmount"
_LINE = "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem"
_LINE_TOTAL = "SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"
_LINE_STATUS = "AssociatedDocumentLineDocument/LineStatusReasonCode"
_NO_AMOUNT_OF_ITS_OWN = frozenset(("GROUP", "INFORMATION"))
"""Lines of the EXTENDED profile that head or explain others, and are not counted."""


def places(document: CiiDocument) -> dict[str, str]:
    """Return where each field of `Totals` stands in a document."""
    found = {field: document.at(_SUMMATION + name) for field, name in _FIELDS.items()}
    return found | {"vat_cents": document.at(_TAX_TOTAL)}


def read_totals(document: CiiDocument, currency: str | None, *, payable_may_lack: bool) -> Totals:
    """Return the amounts of a document; one that cannot be read, or is in another currency, is a problem.

    `payable_may_lack` is for ZUGFeRD 1, whose basic profile has no amount to pay: it is the total less what was paid.
    """
    said = {
        field: document.cents(document.amount_path(_SUMMATION + name, currency), currency)
        for field, name in _FIELDS.items()
    }
    total = said["total_cents"]
    if payable_may_lack and total is not None and not document.has(_SUMMATION + "DuePayableAmount"):
        said["payable_cents"] = total - (said["prepaid_cents"] or 0)
    vat = document.amount_path(_TAX_TOTAL, currency)
    return Totals(
        **said,
        vat_cents=document.rounded_cents(vat, currency),
        vat_parts=tuple(_vat_part(part) for part in document.parts(SETTLEMENT + "ApplicableTradeTax")),
        line_parts=_lines(document),
        allowance_parts=_allowances(document, charge=False),
        charge_parts=_charges(document),
    )


def _vat_part(part: CiiDocument) -> VatPart:
    """Return the VAT of one rate."""
    percent = part.text("RateApplicablePercent")
    try:
        rate = Fraction(percent) if percent and len(percent) < 20 and "/" not in percent else None
    except ValueError:
        rate = None
    return VatPart(
        taxable_cents=part.rounded_cents("BasisAmount", None),
        vat_cents=part.rounded_cents("CalculatedAmount", None),
        percent=rate,
    )


def _lines(document: CiiDocument) -> tuple[int, ...] | None:
    """Return the amounts of the lines that have one, None where there are none or one cannot be read."""
    lines = [line for line in document.parts(_LINE) if line.text(_LINE_STATUS) not in _NO_AMOUNT_OF_ITS_OWN]
    return _amounts([text for line in lines if (text := line.text(_LINE_TOTAL))])


def _charges(document: CiiDocument) -> tuple[int, ...] | None:
    """Return the charges on the whole document, with those for transport."""
    charges = _allowances(document, charge=True)
    path = SETTLEMENT + "SpecifiedLogisticsServiceCharge/AppliedAmount"
    transport = _amounts(document.texts(path)) if document.has(path) else ()
    return None if charges is None or transport is None else charges + transport


def _allowances(document: CiiDocument, *, charge: bool) -> tuple[int, ...] | None:
    """Return the allowances or charges on the whole document, None where one of them cannot be read."""
    parts = [
        part
        for part in document.parts(SETTLEMENT + "SpecifiedTradeAllowanceCharge")
        if (
            (part.text("ChargeIndicator/Indicator") or part.text("ChargeIndicator") or "").lower()
            in ("true", "1")
        )
        is charge
    ]
    return _amounts([part.text("ActualAmount") or "" for part in parts]) if parts else ()


def _amounts(texts: list[str]) -> tuple[int, ...] | None:
    """Return amounts in cents, half a cent up; None where there are none or one cannot be read."""
    try:
        return tuple(parse_amount(text, ".", round_to_cents=True) for text in texts) or None
    except AmountError:
        return None
