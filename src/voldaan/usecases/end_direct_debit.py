"""A direct debit did not bring the money: the invoice follows the strategy again."""

from datetime import date, datetime

from voldaan.records import events
from voldaan.records.finding import invoice_by_number
from voldaan.records.models import Client
from voldaan.records.scope import one_transaction, rows_of


class CannotEndDirectDebit(Exception):
    """No direct debit of this invoice is known, with a Dutch sentence that says so."""


def end_direct_debit(client: Client, invoice: str, *, on: date, at: datetime, by: str) -> None:
    """Write down that the direct debit of an invoice is over and did not succeed, as was clear on the day `on`.

    Raises:
        NotFound: the client has no such invoice.
        CannotEndDirectDebit: no direct debit of it is known.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        row = invoice_by_number(client, invoice)
        if row.direct_debit_until is None:
            raise CannotEndDirectDebit(f"Van factuur {invoice} is geen automatische incasso bekend.")
        row.direct_debit_until, row.debit_returned_on = None, on
        row.save(update_fields=["direct_debit_until", "debit_returned_on"])
        ended = events.NewEvent(
            kind="direct_debit.ended",
            on=on,
            at=at,
            actor=by,
            account_id=row.account_id,
            data={"invoice": row.pk},
        )
        events.append(client, ended)
