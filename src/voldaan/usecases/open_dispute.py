"""A debtor says that an invoice is not right; and how that ended."""

from datetime import date, datetime

from voldaan.domain.money import format_euro
from voldaan.records import events
from voldaan.records.finding import invoice_by_number
from voldaan.records.models import Client, Dispute
from voldaan.records.scope import one_transaction, rows_of


class CannotDispute(Exception):
    """The dispute makes no sense, with a Dutch sentence that says why."""


def open_dispute(
    client: Client,
    invoice: str,
    *,
    owner: str,
    answer_by: date,
    on: date,
    at: datetime,
    by: str,
    amount_cents: int | None = None,
    note: str = "",
) -> int:
    """Open a dispute of an invoice, for what is open of it unless an amount is given; return its id.

    Raises:
        NotFound: the client has no such invoice.
        CannotDispute: it is disputed already, nothing is open, more than that is disputed, or the day has passed.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        row = invoice_by_number(client, invoice)
        amount = row.open_cents if amount_cents is None else amount_cents
        if not 0 < amount <= row.open_cents:
            left = format_euro(row.open_cents, "nl")
            raise CannotDispute(f"Van factuur {invoice} staat {left} open; meer kan niet betwist worden.")
        if answer_by < on:
            raise CannotDispute(f"De dag van antwoord {answer_by} ligt voor vandaag ({on}).")
        if Dispute.objects.filter(invoice=row, closed_on__isnull=True).exists():
            raise CannotDispute(f"Factuur {invoice} is al betwist.")
        dispute = Dispute.objects.create(
            client=client,
            invoice=row,
            amount_cents=amount,
            owner=owner,
            answer_by=answer_by,
            opened_on=on,
            note=note[:500],
        )
        data = {"dispute": dispute.pk, "invoice": row.pk, "cents": amount, "answer_by": answer_by.isoformat()}
        opened = events.NewEvent(
            kind="dispute.opened", on=on, at=at, actor=by, account_id=row.account_id, data=data
        )
        events.append(client, opened)
    return dispute.pk


def close_dispute(client: Client, invoice: str, *, outcome: str, on: date, at: datetime, by: str) -> None:
    """End the open dispute of an invoice.

    Raises:
        NotFound: the client has no such invoice.
        CannotDispute: it has no open dispute.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        row = invoice_by_number(client, invoice)
        dispute = Dispute.objects.filter(invoice=row, closed_on__isnull=True).first()
        if dispute is None:
            raise CannotDispute(f"Factuur {invoice} is niet betwist.")
        dispute.closed_on, dispute.outcome = on, outcome[:40]
        dispute.save(update_fields=["closed_on", "outcome"])
        data = {"dispute": dispute.pk, "invoice": row.pk}
        closed = events.NewEvent(
            kind="dispute.closed", on=on, at=at, actor=by, account_id=row.account_id, data=data
        )
        events.append(client, closed)
