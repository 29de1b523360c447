"""Specifications of payouts and direct-debit batches, and the payments that they belong to. Needs an open scope."""

from collections.abc import Sequence

from voldaan.domain.matching.facts import PaymentFacts, PayoutLine
from voldaan.domain.matching.payouts import Specification, chosen_payouts
from voldaan.records import models
from voldaan.records.chunks import chunked

BATCH_FORMAT = "pain.008"
"""The format of a file of direct-debit batches; each other is named after its payment service."""

_COMPARED = (
    "pk",
    "amount_cents",
    "booking_date",
    "counterparty_name",
    "counterparty_iban",
    "remittance",
    "payment_reference",
    "end_to_end_id",
    "bank_reference",
)


def payout_lines_for(payments: Sequence[PaymentFacts]) -> dict[int, tuple[PayoutLine, ...]]:
    """Return what is in each of these payments, by its id, where a specification of it was handed in.

    Every payment of the client that could be the same payout is looked at beside them, so that the answer does not
    depend on which are asked for.
    """
    if not models.PayoutLine.objects.exists():
        return {}
    asked = {payment.id for payment in payments if payment.amount_cents > 0}
    amounts = sorted({payment.amount_cents for payment in payments if payment.amount_cents > 0})
    specifications = [one for part in chunked(amounts) for one in _specifications(part)]
    if not specifications:
        return {}
    offered = sorted({one.net_cents for one in specifications})
    rivals = [payment for part in chunked(offered) for payment in _payments(part)]
    chosen = chosen_payouts(rivals, specifications)
    wanted = {key: payout for key, payout in chosen.items() if key in asked}
    lines = _lines(sorted(set(wanted.values())))
    return {key: tuple(lines[payout]) for key, payout in wanted.items()}


def _specifications(amounts: Sequence[int]) -> list[Specification]:
    rows = (
        models.PayoutLine.objects.filter(net_cents__in=amounts)
        .order_by("payout")
        .values_list("payout", "net_cents", "paid_out_on", "file__format")
        .distinct()
    )
    return [
        Specification(payout, cents, day, "" if name == BATCH_FORMAT else name)
        for payout, cents, day, name in rows
    ]


def _payments(amounts: Sequence[int]) -> list[PaymentFacts]:
    rows = models.Payment.objects.filter(amount_cents__in=amounts, superseded_on__isnull=True)
    found = rows.order_by("pk").values_list(*_COMPARED, "bank_iban")
    return [PaymentFacts(*row[:-1])._replace(bank_iban=row[-1]) for row in found.iterator(chunk_size=2000)]


def _lines(payouts: Sequence[str]) -> dict[str, list[PayoutLine]]:
    """Return the lines of payouts in the order of their specification."""
    found: dict[str, list[PayoutLine]] = {payout: [] for payout in payouts}
    for part in chunked(payouts):
        rows = models.PayoutLine.objects.filter(payout__in=part).order_by("payout", "place")
        columns = ("payout", "gross_cents", "fee_cents", "remittance", "payer_name", "end_to_end_id")
        for payout, *line in rows.values_list(*columns).iterator(chunk_size=2000):
            found[payout].append(PayoutLine(*line))
    return found
