"""A person ends an exception: from this day on the strategy counts again."""

from datetime import date, datetime

from voldaan.records import events
from voldaan.records.models import Client, Departure
from voldaan.records.scope import one_transaction, rows_of


class CannotEndException(Exception):
    """There is nothing to end, with a Dutch sentence that says why."""


def end_exception(client: Client, exception_id: int, *, on: date, at: datetime, by: str) -> None:
    """End an exception: from `on` it counts no more.

    Raises:
        CannotEndException: there is no such exception of this client, or it has ended.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        row = Departure.objects.filter(pk=exception_id, ended_on__isnull=True).first()
        if row is None:
            raise CannotEndException("Deze uitzondering is er niet, of is al beëindigd.")
        if row.last_day is not None and row.last_day < on:
            raise CannotEndException(f"Deze uitzondering is al voorbij sinds {row.last_day:%d-%m-%Y}.")
        row.ended_on, row.ended_by = on, by
        row.save(update_fields=["ended_on", "ended_by"])
        data = {
            "exception": row.pk,
            "exception_kind": row.kind,
            "value": row.value,
            "invoice": row.invoice_id,
        }
        ended = events.NewEvent(
            kind="exception.ended", on=on, at=at, actor=by, account_id=row.account_id, data=data
        )
        events.append(client, ended)
