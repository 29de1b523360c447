"""The payments of an account with what each is for, and why, as plain values."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from voldaan.records.merging import family
from voldaan.records.models import Account, Allocation, Event, Payment

PAYMENTS_SHOWN = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRow:
    """A payment of which something was allocated to this account."""

    id: int
    booking_date: date
    counterparty: str
    remittance: str
    amount_cents: int
    waiting_cents: int
    invoices: tuple[tuple[str, int], ...]
    """Number and cents, as they stand."""
    differences: tuple[tuple[str, int, str], ...]
    """Number, cents and reason of what was let go beside it."""
    because: str
    evidence: str
    points: int | None
    placed_by: str
    """RULE or PERSON; empty where an earlier version placed it."""
    runner_up: str
    """The next best way, and why it lost; empty where there was none."""


def payments_of(account: Account) -> tuple[PaymentRow, ...]:
    """Return the newest payments of an account. Needs an open scope."""
    placed: dict[int, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    evidence: dict[int, str] = {}
    rows = Allocation.objects.filter(invoice__account=account, payment__isnull=False).order_by("pk")
    for payment, number, cents, said in rows.values_list("payment", "invoice__number", "cents", "evidence"):
        placed[payment][number] += cents
        evidence[payment] = said
    payments = list(
        Payment.objects.filter(pk__in=list(placed)).order_by("-booking_date", "-pk")[:PAYMENTS_SHOWN]
    )
    differences = _differences(row.pk for row in payments)
    runners_up = _runners_up(account)
    return tuple(
        PaymentRow(
            id=row.pk,
            booking_date=row.booking_date,
            counterparty=row.counterparty_name,
            remittance=row.remittance,
            amount_cents=row.amount_cents,
            waiting_cents=row.waiting_cents,
            invoices=tuple((number, cents) for number, cents in placed[row.pk].items() if cents),
            differences=differences.get(row.pk, ()),
            because=row.because,
            evidence=evidence[row.pk],
            points=row.points,
            placed_by=row.placed_by,
            runner_up=runners_up.get(row.pk, ""),
        )
        for row in payments
    )


def _differences(payments: Iterable[int]) -> dict[int, tuple[tuple[str, int, str], ...]]:
    """Return by payment what was let go beside it, as it stands."""
    sums: dict[int, dict[tuple[str, str], int]] = defaultdict(lambda: defaultdict(int))
    rows = Allocation.objects.filter(kind="DIFFERENCE", beside__in=list(payments)).order_by("pk")
    for payment, number, reason, cents in rows.values_list("beside", "invoice__number", "reason", "cents"):
        sums[payment][number, reason] += cents
    return {
        payment: tuple((number, cents, reason) for (number, reason), cents in found.items() if cents)
        for payment, found in sums.items()
    }


def _runners_up(account: Account) -> dict[int, str]:
    """Return by payment the next best way, as the newest event about it tells."""
    told = Event.objects.filter(kind="payment.matched", account_id__in=family(account.pk)).order_by(
        "sequence"
    )
    said = (json.loads(data) for data in told.values_list("data", flat=True))
    return {one["payment"]: one["runner_up"] for one in said if one.get("runner_up")}
