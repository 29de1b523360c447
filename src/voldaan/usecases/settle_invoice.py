"""The client's word that an invoice is paid. It works for every payment truth."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from voldaan.domain.money import format_euro
from voldaan.records import asking, events
from voldaan.records.allocating import NewAllocation, allocate
from voldaan.records.finding import NotFound, invoice_by_number
from voldaan.records.models import Client, Invoice
from voldaan.records.scope import one_transaction, rows_of

__all__ = ["CannotSettle", "NotFound", "Settled", "settle_invoice"]


DUTCH_TIME = ZoneInfo("Europe/Amsterdam")


class CannotSettle(Exception):
    """The invoice cannot be settled by the client's word, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What the client's word closed."""

    invoice: str
    cents: int
    on: date


def settle_invoice(client: Client, number: str, *, on: date, at: datetime, by: str) -> Settled:
    """Close what is open of an invoice, because the client says that it was paid on or before a day.

    Raises:
        NotFound: the client has no such invoice.
        CannotSettle: nothing is open of it, the day lies before the invoice was made, or it is still to come.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        invoice = invoice_by_number(client, number)
        _must_be_over(on, at)
        _must_be_open(invoice, on)
        cents = invoice.open_cents
        word = NewAllocation(invoice.pk, "CLIENT_WORD", cents, on, evidence="gemeld door de opdrachtgever")
        allocate(client, [word], at=at)
        asking.close(client, invoices=[invoice.pk], answer="SETTLED_BY_WORD", on=on, at=at, by=by)
        data = {"invoice": invoice.pk, "cents": cents}
        said = events.NewEvent(
            kind="invoice.settled", on=on, at=at, actor=by, account_id=invoice.account_id, data=data
        )
        events.append(client, said)
    return Settled(invoice=number, cents=cents, on=on)


def _must_be_over(on: date, at: datetime) -> None:
    """Check that the day is not still to come: who will pay has promised, and has not paid."""
    if on > at.astimezone(DUTCH_TIME).date():
        raise CannotSettle(
            f"De dag {on:%d-%m-%Y} moet nog komen; zo lang is niets betaald. Geef de dag van de betaling, of leg een "
            "toezegging vast: voldaan promise."
        )


def _must_be_open(invoice: Invoice, on: date) -> None:
    if on < invoice.issue_date:
        raise CannotSettle(
            f"Factuur {invoice.number} is van {invoice.issue_date:%d-%m-%Y} en kan niet op {on:%d-%m-%Y} al betaald "
            "zijn. Geef de dag van de betaling."
        )
    if not invoice.open_cents:
        asked = format_euro(invoice.asked_cents, "nl")
        raise CannotSettle(
            f"Van factuur {invoice.number} ({asked}) staat niets meer open; er is niets gewijzigd."
        )
