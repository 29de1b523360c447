"""Rows to the balances of a statement of account, one for each currency. Needs the client's rows open."""

from datetime import date
from typing import Final

from django.db.models import Q

from voldaan.domain.receivable.statement import Balance, Credited, Owed, Placed, PlacedKind, balance_of
from voldaan.records.models import (
    Account,
    Allocation,
    CreditNote,
    DebtorMerge,
    Dispute,
    Hold,
    Invoice,
    Message,
)
from voldaan.records.models.hold import not_lifted

_KINDS: Final[dict[str, PlacedKind]] = {"CREDIT_NOTE": "CREDIT_NOTE", "DIFFERENCE": "DIFFERENCE"}
"""Whatever else is allocated is a payment, whoever told of it."""


def balances_of(account: Account, *, first_day: date, last_day: date) -> tuple[Balance, ...]:
    """Return what an account owed and owes over a period, by currency; none where there is nothing to tell.

    An invoice that was withdrawn was never owed. A credit note counts for what was or can be used of it.
    """
    invoices = list(Invoice.objects.filter(account=account, withdrawn_on__isnull=True).order_by("pk"))
    notes = list(CreditNote.objects.filter(account=account).order_by("pk"))
    currencies = sorted({one.currency for one in invoices} | {one.currency for one in notes})
    disputed = set(
        Dispute.objects.filter(invoice__account=account, closed_on__isnull=True).values_list("invoice_id", flat=True)
    )  # fmt: skip
    placed = _placed([one.pk for one in invoices])
    found = tuple(
        balance_of(
            [_owed(one, disputed) for one in invoices if one.currency == currency],
            placed,
            [_credited(one) for one in notes if one.currency == currency],
            first_day=first_day,
            last_day=last_day,
            currency=currency,
        )
        for currency in currencies
    )
    return tuple(one for one in found if one.opening_cents or one.entries or one.lines)


def _owed(row: Invoice, disputed: set[int]) -> Owed:
    return Owed(
        key=row.pk,
        number=row.number,
        issue_date=row.issue_date,
        due_date=row.due_date,
        asked_cents=row.asked_cents,
        subject=row.subject,
        is_disputed=row.pk in disputed,
        is_handed_over=row.handed_over_on is not None,
    )


def _placed(invoices: list[int]) -> list[Placed]:
    rows = Allocation.objects.filter(invoice__in=invoices).order_by("pk")
    return [
        Placed(
            invoice=row.invoice_id,
            kind=_KINDS.get(row.kind, "PAYMENT"),
            on=row.on,
            cents=row.cents,
            credit_note=row.credit_note_id,
            together=row.payment_id,
        )
        for row in rows
    ]


def _credited(row: CreditNote) -> Credited:
    unusable = row.waiting_cents if row.set_aside else 0
    return Credited(
        key=row.pk, number=row.number, issue_date=row.issue_date, cents=row.total_cents - unusable
    )


def last_statement_day(account: Account, before: date) -> date | None:
    """Return up to which day the last statement told that left and did not come back; None where there is none."""
    sent = Message.objects.filter(account=account, kind="STATEMENT", state="SENT").order_by("-pk")
    days = (told_until(one) for one in sent)
    return next((day for day in days if day < before), None)


def told_until(message: Message) -> date:
    """Return the last day that the statement in a message tells of."""
    return date.fromisoformat(message.facts["reply"]["day"])


def business_accounts_to_tell(last_day: date, on: date) -> list[Account]:
    """Return the businesses and public bodies that had something open and have no statement up to this day yet.

    Nobody who is left in peace, and nobody whose address refused a message.
    """
    owed = Invoice.objects.filter(withdrawn_on__isnull=True, issue_date__lte=last_day, open_cents__gt=0)
    held = Hold.objects.filter(not_lifted(on), invoice__isnull=True, first_day__lte=on).filter(
        Q(last_day__isnull=True) | Q(last_day__gte=on)
    )
    merged = DebtorMerge.objects.filter(undone_on__isnull=True)
    told = Message.objects.filter(kind="STATEMENT", on__gt=last_day).exclude(state="WITHDRAWN")
    had = {one.account_id for one in told if told_until(one) == last_day}
    refused = Message.objects.filter(channel="EMAIL", state__in=("FAILED", "BOUNCED")).select_related(
        "account__debtor"
    )
    bad = {one.account_id for one in refused if one.recipient == one.account.debtor.email}
    rows = (
        Account.objects.filter(
            pk__in=owed.values("account"), debtor__capacity__in=("LEGAL_PERSON", "PUBLIC_BODY")
        )
        .exclude(debtor__email="")
        .exclude(pk__in=held.values("account"))
        .exclude(pk__in=merged.values("merged"))
    )
    return [row for row in rows.select_related("debtor", "client").order_by("pk") if row.pk not in had | bad]
