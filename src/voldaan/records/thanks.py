"""Who can be thanked: the debtors who paid all that they were reminded of. Needs the client's rows open."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.db.models import Q, QuerySet, Sum

from voldaan.records.models import (
    Account,
    Allocation,
    Dispute,
    Hold,
    Invoice,
    Message,
    MessageInvoice,
    PaymentPlanInvoice,
    Question,
    Reminded,
)
from voldaan.records.models.hold import not_lifted

THANKED_DAYS: Final = 14
"""Later than this after the payment a thank-you would only be strange."""
PAID_BY: Final = ("PAYMENT", "LEDGER", "CLIENT_WORD")
"""What says that a debtor paid. A credit note and a difference that was let go do not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanked:
    """An account with the invoices that it was reminded of and paid since."""

    account: Account
    invoices: tuple[Invoice, ...]


def to_thank(on: date, account_id: int | None = None, *, besides: int | None = None) -> list[Thanked]:
    """Return who paid after a reminder and was not thanked for it yet, where nothing else waits of them.

    The payment is certain: found, of a final statement, and no question is open. Whoever disputes something, is left
    in peace, has another invoice overdue or an agreement, is not thanked: it would not be the end of it. So is nobody
    to whom the last reminder did not go by e-mail, or came back. `besides` is a thank-you that does not count as one:
    the one that is looked at again.
    """
    paid = _paid_after_a_reminder(on, account_id, besides)
    accounts = set(paid)
    for waits in (_owing(accounts, on), _waiting(accounts, on), _not_by_email(accounts)):
        accounts -= waits
    rows = Account.objects.select_related("debtor", "client").filter(pk__in=accounts).order_by("pk")
    return [Thanked(account=row, invoices=tuple(paid[row.pk])) for row in rows if row.debtor.email]


def _paid_after_a_reminder(on: date, account_id: int | None, besides: int | None) -> dict[int, list[Invoice]]:
    """Return by account the invoices that were settled by a payment of late, on or after the day of a reminder."""
    reminded = Reminded.objects.filter(message__state="SENT")
    certain = Allocation.objects.filter(on__gte=on - timedelta(days=THANKED_DAYS), on__lte=on)
    certain = certain.filter(kind__in=PAID_BY).exclude(payment__provisional=True)
    late = certain.filter(cents__gt=0, invoice__in=_in_all(certain))
    found = Invoice.objects.filter(
        pk__in=late.values("invoice"),
        open_cents__lte=0,
        withdrawn_on__isnull=True,
        handed_over_on__isnull=True,
    ).filter(pk__in=reminded.values("invoice"))
    # "Paid in full" is not said of what was written off.
    found = found.exclude(pk__in=_in_all(Allocation.objects.filter(reason="WRITTEN_OFF")))
    if account_id is not None:
        found = found.filter(account=account_id)
    thanked = MessageInvoice.objects.filter(message__kind="THANKS").exclude(message__state="WITHDRAWN")
    thanked = thanked.exclude(message=besides) if besides is not None else thanked
    invoices = list(found.exclude(pk__in=thanked.values("invoice")).order_by("due_date", "pk"))
    keys = [invoice.pk for invoice in invoices]
    told = dict(reminded.filter(invoice__in=keys).order_by("on", "pk").values_list("invoice_id", "on"))
    last = dict(late.filter(invoice__in=keys).order_by("on", "pk").values_list("invoice_id", "on"))
    by_account: dict[int, list[Invoice]] = defaultdict(list)
    for invoice in invoices:
        if last[invoice.pk] >= told[invoice.pk]:
            by_account[invoice.account_id].append(invoice)
    return by_account


def _in_all(rows: QuerySet[Allocation]) -> QuerySet[Allocation, Any]:
    """Return the invoices of which these rows together lower what is open: what was taken back does not count."""
    return rows.order_by().values("invoice").annotate(told=Sum("cents")).filter(told__gt=0).values("invoice")


def _owing(accounts: set[int], on: date) -> set[int]:
    """Return which of these accounts still owe something that is overdue, or that they were reminded of."""
    open_now = Invoice.objects.filter(account__in=accounts, open_cents__gt=0, withdrawn_on__isnull=True)
    reminded = Reminded.objects.filter(invoice__account__in=accounts).values("invoice")
    late = open_now.filter(Q(due_date__lt=on) | Q(pk__in=reminded))
    return set(late.values_list("account_id", flat=True))


def _waiting(accounts: set[int], on: date) -> set[int]:
    """Return of which of these accounts something is not over: a hold, a dispute, a question, an agreement."""
    asked = Question.objects.filter(answered_at__isnull=True)
    return {
        *Hold.objects.filter(not_lifted(on), account__in=accounts, first_day__lte=on)
        .filter(Q(last_day__isnull=True) | Q(last_day__gte=on))
        .values_list("account_id", flat=True),
        *Dispute.objects.filter(invoice__account__in=accounts, closed_on__isnull=True).values_list(
            "invoice__account_id", flat=True
        ),
        *asked.filter(account__in=accounts).values_list("account_id", flat=True),
        *asked.filter(candidates__account__in=accounts).values_list("candidates__account_id", flat=True),
        *PaymentPlanInvoice.objects.filter(
            invoice__account__in=accounts, payment_plan__ended_on__isnull=True, invoice__open_cents__gt=0
        ).values_list("invoice__account_id", flat=True),
        *Invoice.objects.filter(account__in=accounts, handed_over_on__isnull=False, open_cents__gt=0).values_list(
            "account_id", flat=True
        ),
    }  # fmt: skip


def _not_by_email(accounts: set[int]) -> set[int]:
    """Return which of these accounts got their last reminder otherwise than by e-mail, or whose address refused one."""
    lines = Reminded.objects.filter(invoice__account__in=accounts, message__state="SENT").order_by("on", "pk")
    last = dict(lines.values_list("invoice__account_id", "message__channel"))
    refused = Message.objects.filter(
        account__in=accounts, channel="EMAIL", state__in=("FAILED", "BOUNCED")
    ).select_related("account__debtor")
    bad = {one.account_id for one in refused if one.recipient == one.account.debtor.email}
    return {account for account, channel in last.items() if channel != "EMAIL"} | bad
