"""A debtor says by which day it pays."""

from datetime import date, datetime

from voldaan.records import events
from voldaan.records.finding import account_by_number, invoice_by_number
from voldaan.records.models import Client, Invoice, Promise
from voldaan.records.scope import one_transaction, rows_of


class CannotPromise(Exception):
    """The promise makes no sense, with a Dutch sentence that says why."""


def record_promise(
    client: Client,
    debtor: str,
    *,
    last_day: date,
    on: date,
    at: datetime,
    by: str,
    invoice: str | None = None,
    note: str = "",
) -> list[int]:
    """Write down that a debtor pays by `last_day`, and return a promise's id for each invoice it is about.

    Without an invoice it is about every invoice that is open and due by that day; later ones stand apart.

    Raises:
        NotFound: the client has no such debtor or invoice.
        CannotPromise: the day has passed, or nothing is open.
    """
    if last_day < on:
        raise CannotPromise(f"De dag {last_day} ligt voor vandaag ({on}).")
    with rows_of(client), one_transaction():
        events.hold_still(client)
        account = account_by_number(client, debtor)
        if invoice:
            invoices = [invoice_by_number(client, invoice, account=account)]
        else:
            open_now = Invoice.objects.filter(account=account, open_cents__gt=0, due_date__lte=last_day)
            invoices = list(open_now.order_by("due_date", "pk"))
        invoices = [row for row in invoices if row.open_cents > 0]
        if not invoices:
            raise CannotPromise(f"Bij debiteur {debtor} staat niets open waarop dit kan slaan.")
        promises = [
            Promise.objects.create(
                client=client,
                account=account,
                invoice=row,
                amount_cents=row.open_cents,
                promised_on=on,
                last_day=last_day,
                note=note[:500],
            ).pk
            for row in invoices
        ]
        data = {
            "promises": promises,
            "invoices": [row.pk for row in invoices],
            "cents": sum(row.open_cents for row in invoices),
            "last_day": last_day.isoformat(),
        }
        promised = events.NewEvent(
            kind="promise.made", on=on, at=at, actor=by, account_id=account.pk, data=data
        )
        events.append(client, promised)
    return promises
