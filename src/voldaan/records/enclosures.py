"""The invoices that go with a reminder: each as its receiver knows it, beside an e-mail or behind a letter.

Needs an open scope.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from voldaan.records import archive
from voldaan.records.models import Invoice, InvoiceAttachment

ENCLOSED_MAX_BYTES = 5 * 1024 * 1024
"""A mail server often refuses more than ten megabytes, and base64 adds a third."""

_NOT_IN_A_NAME = re.compile(r"[^\w. -]+")


class Enclosure(NamedTuple):
    """One invoice as PDF."""

    invoice_number: str
    sha256: str
    size: int

    def file_name(self, invoice: str) -> str:
        """Return a name that every computer takes and that its receiver recognises; `invoice` is what they call one."""
        return f"{_NOT_IN_A_NAME.sub('-', f'{invoice} {self.invoice_number}')}.pdf"

    def content(self) -> bytes:
        """Return the PDF."""
        return archive.fetch(self.sha256)


def enclosures_of(
    invoices: Sequence[Invoice], *, room: int | None = ENCLOSED_MAX_BYTES
) -> tuple[Enclosure, ...]:
    """Return the invoices themselves, in their order, as many as fit in `room` bytes; all where that is None."""
    found: list[Enclosure] = []
    for one in own_pdfs(invoices):
        if room is None or one.size <= room:
            found.append(one)
            room = None if room is None else room - one.size
    return tuple(found)


def own_pdfs(invoices: Sequence[Invoice]) -> Iterator[Enclosure]:
    """Yield the newest PDF of each invoice that has one, in the order of the invoices."""
    kept = InvoiceAttachment.objects.filter(
        invoice__in=[invoice.pk for invoice in invoices], is_invoice=True, media_type="application/pdf"
    )
    by_invoice = {row.invoice_id: row for row in kept.order_by("-pk")}
    for invoice in invoices:
        row = by_invoice.get(invoice.pk)
        if row is not None:
            yield Enclosure(invoice.number, row.sha256, row.size)
