"""Rows to what stood between an invoice and its hand-over: holds, disputes, promises, payment plans, direct debits.

Every function needs the rows of the client open. A stop that was lifted on a day did not stand on that day.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import cast

from django.db.models import Q

from voldaan.domain.law.resting import Stood
from voldaan.domain.law.stop_table import HoldKind, StopKind
from voldaan.domain.law.stops import stop_of
from voldaan.records.merging import family
from voldaan.records.models import Dispute, Event, Hold, Invoice, PaymentPlanInvoice, Promise

_ONE_DAY = timedelta(days=1)
Found = Iterator[tuple[int, Stood]]


def stops_that_stood(invoices: Sequence[Invoice]) -> dict[int, tuple[Stood, ...]]:
    """Return by invoice what stopped its reminders, over or not, in the order in which it began."""
    found: dict[int, list[Stood]] = defaultdict(list)
    for read in (_holds, _disputes, _promises, _payment_plans, _direct_debits):
        for key, stood in read(invoices):
            found[key].append(stood)
    return {key: tuple(sorted(stops, key=_first_day)) for key, stops in found.items()}


def _holds(invoices: Sequence[Invoice]) -> Found:
    """Yield the holds; one that counts for all that the debtor owes counts for each invoice."""
    for row in Hold.objects.filter(account__in=_accounts(invoices)):
        kind = cast(HoldKind, row.reason)
        whole = row.invoice_id is None or stop_of(kind).whole_debtor
        stood = Stood(kind=kind, first_day=row.first_day, last_day=_last_day(row))
        for invoice in invoices:
            if row.invoice_id == invoice.pk or (whole and row.account_id == invoice.account_id):
                yield invoice.pk, stood


def _last_day(row: Hold) -> date | None:
    """Return the last day of a hold. A bankruptcy does not end because a day passed: it stands until it is lifted."""
    last_day = None if stop_of(row.reason).interest == "NOT_VERIFIABLE" else row.last_day
    return _sooner(last_day, row.lifted_on)


def _disputes(invoices: Sequence[Invoice]) -> Found:
    for row in Dispute.objects.filter(invoice__in=_keys(invoices)):
        yield row.invoice_id, _stood("DISPUTE", row.opened_on, _sooner(None, row.closed_on))


def _promises(invoices: Sequence[Invoice]) -> Found:
    about = Q(invoice__in=_keys(invoices)) | Q(invoice__isnull=True)
    for row in Promise.objects.filter(about, account__in=_accounts(invoices)):
        stood = _stood("PROMISE", row.promised_on, _sooner(row.last_day, row.cancelled_on))
        for invoice in invoices:
            if invoice.pk == row.invoice_id or (
                row.invoice_id is None and row.account_id == invoice.account_id
            ):
                yield invoice.pk, stood


def _payment_plans(invoices: Sequence[Invoice]) -> Found:
    rows = PaymentPlanInvoice.objects.filter(invoice__in=_keys(invoices)).select_related("payment_plan")
    for row in rows:
        plan = row.payment_plan
        yield row.invoice_id, _stood("PAYMENT_PLAN", plan.agreed_on, _sooner(None, plan.ended_on))


def _direct_debits(invoices: Sequence[Invoice]) -> Found:
    """Yield the direct debits from the due date on: until their time was over, or somebody said that one failed.

    One that the debtor took back is none: what was collected is not a payment any more.
    """
    ended = _ended_direct_debits(invoices)
    for invoice in invoices:
        last_day = _sooner(invoice.direct_debit_until, ended.get(invoice.pk))
        if last_day is not None:
            yield invoice.pk, _stood("DIRECT_DEBIT", invoice.due_date, last_day)


def _ended_direct_debits(invoices: Sequence[Invoice]) -> dict[int, date]:
    """Return by invoice the last day on which somebody said that a direct debit failed."""
    accounts = {member for account in _accounts(invoices) for member in family(account)}
    events = Event.objects.filter(kind="direct_debit.ended", account_id__in=accounts)
    return {json.loads(row.data)["invoice"]: row.on for row in events.order_by("sequence")}


def _stood(kind: StopKind, first_day: date, last_day: date | None) -> Stood:
    return Stood(kind=kind, first_day=first_day, last_day=last_day)


def _sooner(last_day: date | None, ended_on: date | None) -> date | None:
    """Return the last day, or the day before it was ended where that is sooner; None: it still stands."""
    known = [day for day in (last_day, ended_on and ended_on - _ONE_DAY) if day is not None]
    return min(known, default=None)


def _keys(invoices: Iterable[Invoice]) -> list[int]:
    return [invoice.pk for invoice in invoices]


def _accounts(invoices: Iterable[Invoice]) -> set[int]:
    return {invoice.account_id for invoice in invoices}


def _first_day(stood: Stood) -> date:
    return stood.first_day
