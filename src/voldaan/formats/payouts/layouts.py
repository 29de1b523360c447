"""The payout specifications of payment services whose columns are public, one function for each way to say a row.

Mollie: the export of a settlement. Stripe: the itemised payout reconciliation report and the export of balance
transactions. Adyen: the settlement details report. Services that hand out CAMT or MT940 need no layout here.
"""

from collections.abc import Iterable

from voldaan.formats.amounts import AmountError, format_cents
from voldaan.formats.payouts.cells import Cells, Layout, Told

_MOLLIE_FEE_IDS = ("inv_", "")
_ADYEN_PAYOUT = "merchantpayout"
_ADYEN_FEES = ("Commission (NC)", "Markup (NC)", "Scheme Fees (NC)", "Interchange (NC)")
_MERCHANT_LENGTH_MAX = 40
_ROUNDING_CENTS = 3
"""Four fees, each rounded by itself, can differ so much from what was kept."""


def _mollie(cells: Cells) -> Told | None:
    """Read a row of a settlement: payments in full, and what Mollie withheld in rows of its own."""
    payout = cells.text("Settlement reference")
    if not payout:
        return None
    cents = cells.cents("Settlement amount")
    is_fee = _is_any(cells.text("ID"), _MOLLIE_FEE_IDS) and not cells.text("Payment method")
    return Told(
        payout=payout,
        currency=cells.text("Settlement currency").upper(),
        gross_cents=0 if is_fee else cents,
        fee_cents=-cents if is_fee else 0,
        net_cents=cents,
        text=cells.text("Description"),
        payer_name=cells.text("Consumer name"),
        payer_iban=cells.text("Consumer bank account"),
    )


def _stripe_report(cells: Cells) -> Told | None:
    """Read a row of the payout reconciliation report."""
    payout = cells.text("automatic_payout_id")
    if not payout or _is_any(cells.text("reporting_category"), ("payout",)):
        return None
    return Told(
        payout=payout,
        currency=cells.text("currency").upper(),
        gross_cents=cells.cents("gross"),
        fee_cents=cells.cents("fee"),
        net_cents=cells.cents("net"),
        day=cells.day("automatic_payout_effective_at", "automatic_payout_effective_at_utc"),
        text=_joined(
            cells.text("description"),
            cells.text("invoice_number"),
            *cells.under(lambda title: title.startswith("paymentmetadata")),
        ),
        payer_name=cells.text("customer_name", "shipping_name"),
    )


def _stripe_transactions(cells: Cells) -> Told | None:
    """Read a row of the balance transactions; that of the payout itself says what was paid out."""
    kind, payout = cells.text("Type"), cells.text("Transfer")
    # A payout was called a transfer once; now that is money for another account, inside a payout.
    is_total = _is_any(kind, ("payout",)) or (_is_any(kind, ("transfer",)) and not payout)
    payout = cells.text("Source") if is_total else payout
    if not payout:
        return None
    sign = -1 if is_total else 1
    return Told(
        payout=payout,
        currency=cells.text("Currency").upper(),
        gross_cents=sign * cells.cents("Amount"),
        fee_cents=sign * cells.cents("Fee"),
        net_cents=sign * cells.cents("Net"),
        day=cells.day("Available On (UTC)") if is_total else cells.day("Transfer Date (UTC)"),
        text=_joined(cells.text("Description"), *cells.under(lambda title: title.endswith("metadata"))),
        payer_name=cells.text("Customer Name", "Card Name"),
        is_total=is_total,
    )


def _adyen(cells: Cells) -> Told | None:
    """Read a row of the settlement details report.

    Which way money goes shows from the net columns: samples have the gross of a sale under either title.
    """
    batch, merchant = cells.text("Batch Number"), cells.text("Merchant Account")
    if not batch:
        return None
    net = cells.cents("Net Credit (NC)") - cells.cents("Net Debit (NC)")
    is_total = _is_any(cells.text("Type"), (_ADYEN_PAYOUT,))
    gross = -net if is_total else _adyen_gross(cells, net)
    return Told(
        payout=f"{merchant[:_MERCHANT_LENGTH_MAX]} batch {batch}".strip(),
        currency=cells.text("Net Currency").upper(),
        gross_cents=gross,
        fee_cents=0 if is_total else gross - net,
        net_cents=-net if is_total else net,
        day=cells.day("Booking Date", "Creation Date") if is_total else None,
        text=cells.text("Merchant Reference", "Modification Merchant Reference")
        or cells.text("Modification Reference", "Type"),
        payer_name=cells.text("Shopper Name"),
        is_total=is_total,
    )


def _adyen_gross(cells: Cells, net: int) -> int:
    """Return what was paid, in the currency of the payout; zero in a row that is about no payment."""
    if not cells.text("Psp Reference"):
        return 0
    fees = sum(cells.cents(title, round_to_cents=True) for title in _ADYEN_FEES)
    if cells.text("Gross Currency") != cells.text("Net Currency"):
        return net + fees
    size = abs(cells.cents("Gross Credit (GC)") - cells.cents("Gross Debit (GC)"))
    gross = min((size, -size), key=lambda cents: abs(cents - fees - net))
    if abs(gross - fees - net) > _ROUNDING_CENTS:
        raise AmountError(
            f"{format_cents(gross)} min kosten van {format_cents(fees)} is geen {format_cents(net)}."
        )
    return gross


def _is_any(text: str, words: Iterable[str]) -> bool:
    """Test if a text is one of these words, or begins with one that ends in an underscore."""
    plain = text.casefold()
    return any(plain.startswith(word) if word.endswith("_") else plain == word for word in words)


def _joined(*texts: str) -> str:
    """Return texts as one, each once."""
    return " ".join(dict.fromkeys(text for text in texts if text))


LAYOUTS = (
    Layout(
        "mollie",
        "Mollie",
        (
            "Payment method",
            "ID",
            "Description",
            "Settlement currency",
            "Settlement amount",
            "Settlement reference",
        ),
        _mollie,
    ),
    Layout(
        "stripe",
        "Stripe",
        ("automatic_payout_id", "currency", "gross", "fee", "net", "reporting_category"),
        _stripe_report,
    ),
    Layout(
        "stripe",
        "Stripe",
        ("Type", "Source", "Amount", "Fee", "Net", "Currency", "Transfer", "Transfer Date (UTC)"),
        _stripe_transactions,
    ),
    Layout(
        "adyen",
        "Adyen",
        (
            "Merchant Account",
            "Psp Reference",
            "Merchant Reference",
            "Type",
            "Net Currency",
            "Net Debit (NC)",
            "Net Credit (NC)",
            "Batch Number",
        ),
        _adyen,
        has_totals=True,
    ),
)
"""The layouts in the order in which a header is held against them."""
