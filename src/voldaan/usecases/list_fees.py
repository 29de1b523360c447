"""What a client owes its agency, a month at a time. Excluding VAT, and never asked from a debtor."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day
from voldaan.records.models import Client, Fee
from voldaan.records.scope import rows_of


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthFees:
    """The fees of one client to one agency in one month."""

    client: str
    agency: str
    year: int
    month: int
    count: int
    cents: int
    """Excluding VAT."""
    invoices: tuple[str, ...]
    """Their numbers; one that is charged for more than one message stands here as often."""


def list_fees(client: Client, *, start: date | None = None, end: date | None = None) -> tuple[MonthFees, ...]:
    """Return the fees of `client` by month, oldest first, from `start` up to and including `end`.

    A fee belongs to the month in which the message that it is for was sent.
    """
    with rows_of(client):
        fees = Fee.objects.select_related("engagement__agency", "invoice")
        if start is not None:
            fees = fees.filter(on__gte=start)
        if end is not None:
            fees = fees.filter(on__lte=end)
        rows = sorted(fees, key=lambda fee: (*_month(fee), fee.on, fee.invoice.number, fee.pk))
    return tuple(_sum(client, list(group)) for _, group in groupby(rows, key=_month))


def as_json(months: Sequence[MonthFees]) -> list[dict[str, Any]]:
    """Return the months as the objects that `--json` prints."""
    return [
        {
            "kind": "fees",
            "client": fees.client,
            "agency": fees.agency,
            "month": f"{fees.year:04}-{fees.month:02}",
            "count": fees.count,
            "cents": fees.cents,
            "currency": "EUR",
            "vat": "excluded",
            "invoices": list(fees.invoices),
        }
        for fees in months
    ]


def as_text(months: Sequence[MonthFees]) -> str:
    """Return the months as a Dutch text for the client."""
    if not months:
        return "Er zijn geen vergoedingen verschuldigd."
    return "\n".join(line for fees in months for line in _lines(fees))


def _lines(fees: MonthFees) -> tuple[str, ...]:
    month = format_day(date(fees.year, fees.month, 1), "nl").partition(" ")[2]
    count = "1 factuur" if fees.count == 1 else f"{fees.count} facturen"
    return (
        f"{month}: {count}, {format_euro(fees.cents, 'nl')} exclusief btw, aan {fees.agency}",
        f"  {', '.join(fees.invoices)}",
    )


def _month(fee: Fee) -> tuple[int, int, str]:
    agency = fee.engagement.agency
    return fee.on.year, fee.on.month, agency.registered_name or agency.key


def _sum(client: Client, fees: list[Fee]) -> MonthFees:
    year, month, agency = _month(fees[0])
    return MonthFees(
        client=client.key,
        agency=agency,
        year=year,
        month=month,
        count=len(fees),
        cents=sum(fee.cents for fee in fees),
        invoices=tuple(fee.invoice.number for fee in fees),
    )
