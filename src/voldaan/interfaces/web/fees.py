"""What clients owe the agency, by month."""

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from voldaan.interfaces.web.page import clients_asked, language_of, page
from voldaan.interfaces.web.texts import month_name
from voldaan.records.models import Client
from voldaan.usecases.list_fees import MonthFees, list_fees

INVOICES_SHOWN_MAX = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The fees of one client to one agency in a month."""

    client: Client
    fees: MonthFees

    @property
    def invoices(self) -> tuple[str, ...]:
        """Return the invoices that are named."""
        return self.fees.invoices[:INVOICES_SHOWN_MAX]

    @property
    def more(self) -> int:
        """Return how many are not."""
        return max(0, len(self.fees.invoices) - INVOICES_SHOWN_MAX)


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """A month with its clients."""

    name: str
    rows: tuple[Row, ...]

    @property
    def cents(self) -> int:
        """Return what all clients owe for it."""
        return sum(row.fees.cents for row in self.rows)


@require_safe
def fees_page(request: HttpRequest) -> HttpResponse:
    """Show the fees of each client a month, the newest month first, excluding VAT."""
    known, chosen = clients_asked(request)
    rows = [Row(client=client, fees=month) for client in chosen for month in list_fees(client)]
    rows.sort(key=lambda row: (-row.fees.year, -row.fees.month, row.client.name, row.fees.agency))
    language = language_of(request)
    context = {
        "clients": known,
        "asked": request.GET.get("opdrachtgever", ""),
        "months": [
            Month(name=month_name(*when, language), rows=tuple(group))
            for when, group in groupby(rows, key=lambda row: (row.fees.year, row.fees.month))
        ],
        "cents": sum(row.fees.cents for row in rows),
        "count": sum(row.fees.count for row in rows),
    }
    return page(request, "fees", context)
