"""A person decides otherwise than the strategy: for an invoice, an account or a whole client, dated, with a reason."""

from dataclasses import dataclass
from datetime import date, datetime

from voldaan.domain.workdays import format_day
from voldaan.records import events
from voldaan.records.finding import NotFound, account_by_number, invoice_by_number
from voldaan.records.models import Account, Client, Departure
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.understand_exception import (
    CannotMakeException,
    Meant,
    Remark,
    Wish,
    checked,
    meant_by,
    must_be_for,
)

__all__ = ["CannotMakeException", "ExceptionMade", "NotFound", "Wish", "make_exception"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionMade:
    """An exception as it was made."""

    id: int
    kind: str
    value: str
    """The stage, channel or strategy that it names; empty where it names none."""
    invoice: str
    """Empty: for the whole account, or the whole client."""
    first_day: date
    last_day: date | None
    strategy: str
    """The name of the strategy that the account follows; empty for a whole client, or where none is for it."""
    remark: Remark | None = None


def make_exception(
    client: Client,
    wish: Wish,
    *,
    debtor: str | None = None,
    invoice: str | None = None,
    on: date,
    at: datetime,
    by: str,
) -> tuple[ExceptionMade, ...]:
    """Make an exception from the first day on, up to and including the last, or until somebody ends it.

    Without debtor and invoice it is for the whole client. SKIP without a stage lets pass what would come next: of an
    account what its next message would be about, so that a later invoice keeps its own stages; one exception for each
    such invoice.

    Raises:
        NotFound: the client has no such debtor or invoice.
        StrategyError: there is no strategy of that name.
        CannotMakeException: it makes no sense, and why.
    """
    wish = checked(wish, on)
    must_be_for(wish.kind, debtor, invoice)
    with rows_of(client), one_transaction():
        events.hold_still(client)
        account = account_by_number(client, debtor) if debtor else None
        named = invoice_by_number(client, invoice, account=account) if invoice else None
        if named is not None:
            account = named.account
        found = meant_by(client, wish, account, named, on)
        return tuple(_make(client, one, account, on=on, at=at, by=by) for one in found)


def _make(
    client: Client, new: Meant, account: Account | None, *, on: date, at: datetime, by: str
) -> ExceptionMade:
    wish = new.wish
    if wish.last_day is not None and wish.last_day < new.first_day:
        told = format_day(new.first_day, "nl", long=False)
        raise CannotMakeException(f"Dit kan pas gelden vanaf {told}. Kies een latere laatste dag.")
    row = Departure.objects.create(
        client=client,
        account=account,
        invoice=new.invoice,
        kind=wish.kind,
        value=new.value,
        reason=wish.reason,
        first_day=new.first_day,
        last_day=wish.last_day,
        made_by=by,
        made_at=at,
    )
    data = {
        "exception": row.pk,
        "exception_kind": wish.kind,
        "value": new.value,
        "invoice": new.invoice.pk if new.invoice else None,
        "from": new.first_day.isoformat(),
        "until": None if wish.last_day is None else wish.last_day.isoformat(),
    }
    account_id = account.pk if account else None
    events.append(
        client,
        events.NewEvent(kind="exception.made", on=on, at=at, actor=by, account_id=account_id, data=data),
    )
    return ExceptionMade(
        id=row.pk,
        kind=wish.kind,
        value=new.value,
        invoice=new.invoice.number if new.invoice else "",
        first_day=new.first_day,
        last_day=wish.last_day,
        strategy=new.strategy.name if new.strategy else "",
        remark=new.remark,
    )
