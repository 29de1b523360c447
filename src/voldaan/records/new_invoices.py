"""Many new invoices at once: the rows as they are, in one statement for all. Needs a transaction and an open scope."""

from collections.abc import Sequence

from voldaan.records.chunks import chunked
from voldaan.records.inserting import insert_rows
from voldaan.records.models import Client, Invoice


def add_invoices(client: Client, rows: Sequence[Invoice]) -> None:
    """Insert new invoices of `client` and give each its id. Their numbers must be new to the client."""
    if not rows:
        return
    fields = [field for field in Invoice._meta.local_concrete_fields if not field.primary_key]
    for row in rows:
        # An account that was made with this file got its id after it was given to the invoice.
        row.account_id = row.account.pk
    values = [tuple(getattr(row, field.attname) for field in fields) for row in rows]
    assert all(row.client_id == client.pk for row in rows)
    insert_rows(Invoice, [str(field.column) for field in fields], values)
    keys = _keys([row.number for row in rows])
    for row in rows:
        row.pk = keys[row.number]
        row._state.adding = False


def _keys(numbers: Sequence[str]) -> dict[str, int]:
    """Return the ids of invoices by their numbers."""
    return {
        number: key
        for part in chunked(numbers)
        for number, key in Invoice.objects.filter(number__in=part).values_list("number", "pk")
    }
