"""What a book decided and wrote down, in words that every database says alike."""

import hashlib
from collections.abc import Iterable, Iterator

from voldaan.records import events
from voldaan.records.decisions import invoice_ids, reasons
from voldaan.records.models import Client, Decision, Invoice
from voldaan.records.scope import rows_of


def decisions_of(clients: Iterable[Client]) -> Iterator[str]:
    """Yield every decision that was kept, with numbers instead of ids."""
    for client in clients:
        with rows_of(client):
            numbers = dict(Invoice.objects.values_list("pk", "number"))
            for row in Decision.objects.select_related("account").order_by("pk"):
                about = [numbers[key] for key in invoice_ids(row.invoices)]
                others = [f"{numbers[one.id]} {one.because} {one.until}" for one in reasons(row.others)]
                yield (
                    f"{client.key} {row.on} {row.account.number} {row.act} {row.because} {row.until} {row.stage} "
                    f"{row.channel} {row.open_cents} {about} {others}"
                )


def heads_of(clients: Iterable[Client]) -> list[tuple[int, str]]:
    """Return where each chain of events ends: equal heads mean that everything that happened is equal."""
    return [events.head(client) for client in clients]


def digest_of(lines: Iterable[str]) -> str:
    """Return one digest of all lines."""
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()
