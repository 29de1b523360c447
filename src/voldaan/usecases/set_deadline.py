"""Days of others at an invoice: by which a credit insurer must hear of it, and from which it is time-barred."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Literal, get_args

from voldaan.domain.law.limitation import limitation
from voldaan.domain.workdays import format_day
from voldaan.records import events
from voldaan.records.finding import NotFound, invoice_by_number
from voldaan.records.models import Client, Invoice
from voldaan.records.scope import one_transaction, rows_of

__all__ = [
    "BARRED_BECAUSE", "CannotSetDeadline", "NotFound", "TimeBar", "interrupt_time_bar", "set_insurer_day",
    "set_time_bar", "tell_insurer",
]  # fmt: skip

Interrupted = Literal["DEMAND", "RESERVATION", "ACKNOWLEDGEMENT"]
BarredBecause = Literal["DEMAND", "RESERVATION", "ACKNOWLEDGEMENT", "CONSUMER_SALE", "OTHER"]
INTERRUPTED: Final[tuple[Interrupted, ...]] = get_args(Interrupted)
BARRED_BECAUSE: Final[tuple[BarredBecause, ...]] = get_args(BarredBecause)
ONE_DAY: Final = timedelta(days=1)


class CannotSetDeadline(Exception):
    """The day is not possible, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBar:
    """From when an invoice is time-barred now."""

    invoice: str
    time_barred_from: date


def set_insurer_day(
    client: Client, number: str, *, by_day: date | None, on: date, at: datetime, by: str
) -> None:
    """Write down by which day a credit insurer must hear of an invoice; None: none has to.

    Raises:
        NotFound: the client has no such invoice.
        CannotSetDeadline: the day lies before the invoice was made.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        invoice = invoice_by_number(client, number)
        if by_day is not None and by_day < invoice.issue_date:
            raise CannotSetDeadline(
                f"Factuur {number} is van {_told(invoice.issue_date)}; op {_told(by_day)} kon niemand er nog van "
                "weten."
            )
        invoice.insurer_by, invoice.insurer_told_on = by_day, None
        invoice.save(update_fields=["insurer_by", "insurer_told_on"])
        data = {"day": None if by_day is None else by_day.isoformat()}
        _tell(client, "deadline.insurer", invoice, data, on=on, at=at, by=by)


def tell_insurer(client: Client, number: str, *, told_on: date, on: date, at: datetime, by: str) -> None:
    """Write down that the credit insurer was told of an invoice.

    Raises:
        NotFound: the client has no such invoice.
        CannotSetDeadline: no day was set, or the day of telling is to come or lies before the invoice was made.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        invoice = invoice_by_number(client, number)
        if invoice.insurer_by is None:
            raise CannotSetDeadline(
                f"Bij factuur {number} hoort geen kredietverzekeraar. Geef eerst de dag: voldaan deadline insurer."
            )
        if told_on > on:
            raise CannotSetDeadline(
                f"De dag {_told(told_on)} moet nog komen; leg dit vast als het is gebeurd."
            )
        if told_on < invoice.issue_date:
            raise CannotSetDeadline(
                f"Factuur {number} is van {_told(invoice.issue_date)} en kan niet op {_told(told_on)} zijn gemeld."
            )
        invoice.insurer_told_on = told_on
        invoice.save(update_fields=["insurer_told_on"])
        _tell(client, "deadline.insurer_told", invoice, {"day": told_on.isoformat()}, on=on, at=at, by=by)


def set_time_bar(
    client: Client, number: str, *, barred_from: date, because: BarredBecause, on: date, at: datetime, by: str
) -> TimeBar:
    """Write down from which day an invoice is time-barred, where that is another than five years after its due date.

    No earlier than the shortest term, of goods that a consumer bought (7:28 BW), and no later than an interruption of
    today makes it (3:319 BW).

    Raises:
        NotFound: the client has no such invoice.
        CannotSetDeadline: the day is not possible by law.
    """
    if because not in BARRED_BECAUSE:
        raise CannotSetDeadline(
            f"{because!r} is geen reden die wij kennen. Kies uit: {', '.join(BARRED_BECAUSE)}."
        )
    with rows_of(client), one_transaction():
        events.hold_still(client)
        invoice = invoice_by_number(client, number)
        earliest = limitation("CONSUMER_SALE", invoice.due_date).time_barred_from
        latest = limitation("CONTRACT", max(invoice.due_date, on)).time_barred_from
        if not earliest <= barred_from <= latest:
            raise CannotSetDeadline(
                f"Factuur {number}, vervallen op {_told(invoice.due_date)}, kan niet verjaren op {_told(barred_from)}: "
                f"volgens de wet is dat op zijn vroegst {_told(earliest)} en op zijn laatst {_told(latest)}."
            )
        return _bar(client, invoice, barred_from, because, on=on, at=at, by=by)


def interrupt_time_bar(
    client: Client, number: str, *, day: date, because: Interrupted, on: date, at: datetime, by: str
) -> TimeBar:
    """Write down that limitation of an invoice was interrupted on a day: a new term begins the day after (3:319 BW).

    The new term is as long as the one that ran, and never makes it end sooner.

    Raises:
        NotFound: the client has no such invoice.
        CannotSetDeadline: the day is to come, the invoice was not due yet, or it was time-barred already.
    """
    if because not in INTERRUPTED:
        raise CannotSetDeadline(f"{because!r} stuit een verjaring niet. Kies uit: {', '.join(INTERRUPTED)}.")
    with rows_of(client), one_transaction():
        events.hold_still(client)
        invoice = invoice_by_number(client, number)
        usual = limitation("CONTRACT", invoice.due_date).time_barred_from
        current = invoice.time_bar_from or usual
        if day > on:
            raise CannotSetDeadline(
                f"De dag {_told(day)} moet nog komen; leg de stuiting vast als zij er is."
            )
        if day <= invoice.due_date:
            raise CannotSetDeadline(
                f"De verjaring van factuur {number} begint op {_told(invoice.due_date + ONE_DAY)}; op {_told(day)} was "
                "er nog niets te stuiten."
            )
        if day >= current:
            raise CannotSetDeadline(
                f"Factuur {number} was op {_told(day)} al verjaard, vanaf {_told(current)}; stuiten kan dan niet meer."
            )
        claim: Literal["CONSUMER_SALE", "CONTRACT"] = "CONSUMER_SALE" if current < usual else "CONTRACT"
        renewed = limitation(claim, day).time_barred_from
        return _bar(client, invoice, max(current, renewed), because, on=on, at=at, by=by)


def _bar(
    client: Client, invoice: Invoice, barred_from: date, because: str, *, on: date, at: datetime, by: str
) -> TimeBar:
    invoice.time_bar_from = barred_from
    invoice.save(update_fields=["time_bar_from"])
    data: dict[str, str | None] = {"day": barred_from.isoformat(), "reason": because}
    _tell(client, "deadline.time_bar", invoice, data, on=on, at=at, by=by)
    return TimeBar(invoice=invoice.number, time_barred_from=barred_from)


def _tell(
    client: Client,
    kind: str,
    invoice: Invoice,
    data: dict[str, str | None],
    *,
    on: date,
    at: datetime,
    by: str,
) -> None:
    told = {"invoice": invoice.pk} | data
    events.append(
        client,
        events.NewEvent(kind=kind, on=on, at=at, actor=by, account_id=invoice.account_id, data=told),
    )


def _told(day: date) -> str:
    return format_day(day, "nl", long=False)
