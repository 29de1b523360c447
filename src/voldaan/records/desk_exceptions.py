"""Exceptions as people see them: what stands on a day, or is yet to come."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from voldaan.records.models import Account, Client, Departure


@dataclass(frozen=True, slots=True, kw_only=True)
class ExceptionRow:
    """An exception that counts, or will."""

    id: int
    client: str
    client_name: str
    kind: str
    value: str
    debtor: str
    """Empty: for the whole client."""
    debtor_name: str
    invoice: str
    """Empty: for all that the account owes."""
    reason: str
    first_day: date
    last_day: date | None
    made_by: str
    is_to_come: bool


def exceptions_on(
    client: Client, on: date, *, account: Account | None = None, whole_client_only: bool = False
) -> tuple[ExceptionRow, ...]:
    """Return the exceptions that stand on a day or are yet to come, the newest first. Needs an open scope.

    Of an account: its own, and those of the whole client.
    """
    found = Departure.objects.filter(
        Q(last_day__isnull=True) | Q(last_day__gte=on), Q(ended_on__isnull=True) | Q(ended_on__gt=on)
    )
    if account is not None:
        found = found.filter(Q(account=account) | Q(account__isnull=True))
    if whole_client_only:
        found = found.filter(account__isnull=True)
    rows = found.select_related("account__debtor", "invoice").order_by("-pk")
    return tuple(_row(client, row, on) for row in rows)


def _row(client: Client, row: Departure, on: date) -> ExceptionRow:
    return ExceptionRow(
        id=row.pk,
        client=client.key,
        client_name=client.name,
        kind=row.kind,
        value=row.value,
        debtor=row.account.number if row.account else "",
        debtor_name=row.account.debtor.name if row.account else "",
        invoice=row.invoice.number if row.invoice else "",
        reason=row.reason,
        first_day=row.first_day,
        last_day=row.last_day,
        made_by=row.made_by,
        is_to_come=row.first_day > on,
    )
