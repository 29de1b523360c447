"""Lists of invoices about which a client is asked ("klopt dit nog?"), as plain values for the doors."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Max, Q, Sum

from voldaan.domain.strategy.looks import ANSWER_COUNTS_DAYS, counts_until
from voldaan.records.models import Client, ClientCheck, ClientCheckItem, Decision

_STILL_ASKED = Q(
    items__answer="",
    items__invoice__open_cents__gt=0,
    items__invoice__withdrawn_on__isnull=True,
    items__invoice__handed_over_on__isnull=True,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One list."""

    id: int
    client: str
    client_name: str
    made_on: date
    answer_by: date
    silence_goes: bool
    answered_at: datetime | None
    """When all of it had an answer."""
    answered_by: str
    count: int
    """How many invoices stand on it."""
    unanswered: int
    """How many of them nobody said anything about, and are still open."""
    asked_cents: int
    """What was open of all of them when it was made."""

    @property
    def counts_until(self) -> date:
        """Return the last day on which it counts; after it the client is asked anew."""
        return counts_until(self.answer_by)

    def waits(self, on: date) -> bool:
        """Test if an answer of the client still makes a difference on this day."""
        return self.answered_at is None and self.unanswered > 0 and on <= self.counts_until


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckItemRow:
    """One invoice on a list."""

    id: int
    number: str
    debtor: str
    name: str
    stage: str
    due_date: date
    asked_cents: int
    """What was open when the list was made."""
    open_cents: int
    """What is open now."""
    answer: str
    note: str
    answered_at: datetime | None
    answered_by: str
    withdrawn: bool
    handed_over: bool


def accounts_to_ask(client: Client) -> list[int]:
    """Return the accounts whose standing decision waits until the client is asked. Needs the client's rows open."""
    newest = Decision.objects.filter(client=client).order_by().values("account").annotate(newest=Max("id"))
    waiting = Decision.objects.filter(pk__in=newest.values("newest"), others__contains=":CLIENT_TO_ASK:")
    return list(waiting.order_by("account_id").values_list("account_id", flat=True))


def check_rows(*, first: int = 0, count: int | None = None) -> list[CheckRow]:
    """Return the lists, or a part of them, the newest first. Needs an open scope."""
    return _rows(Q(), first=first, last=None if count is None else first + count)


def count_of_checks() -> int:
    """Return how many lists there are. Needs an open scope."""
    return ClientCheck.objects.count()


def waiting_checks(on: date) -> list[CheckRow]:
    """Return the lists that wait for an answer on a day, the first to answer first. Needs an open scope."""
    recent = Q(answered_at__isnull=True, answer_by__gte=on - timedelta(days=ANSWER_COUNTS_DAYS))
    return sorted(
        (row for row in _rows(recent) if row.waits(on)), key=lambda row: (row.answer_by, row.client, row.id)
    )


def check_row(check_id: int) -> CheckRow | None:
    """Return one list; None where there is none. Needs an open scope."""
    return next(iter(_rows(Q(pk=check_id))), None)


def _rows(sought: Q, *, first: int = 0, last: int | None = None) -> list[CheckRow]:
    found = (
        ClientCheck.objects.filter(sought)
        .select_related("client")
        .annotate(
            count=Count("items"),
            unanswered=Count("items", filter=_STILL_ASKED),
            asked_cents=Sum("items__open_cents"),
        )
    )
    return [
        CheckRow(
            id=row.pk,
            client=row.client.key,
            client_name=row.client.name,
            made_on=row.made_on,
            answer_by=row.answer_by,
            silence_goes=row.silence_goes,
            answered_at=row.answered_at,
            answered_by=row.answered_by,
            count=row.count,
            unanswered=row.unanswered,
            asked_cents=row.asked_cents or 0,
        )
        for row in found.order_by("-made_on", "-pk")[first:last]
    ]


def check_items(check_id: int, *, first: int = 0, count: int | None = None) -> Sequence[CheckItemRow]:
    """Return the invoices on a list, or a part of them, by debtor and number. Needs an open scope."""
    rows = (
        ClientCheckItem.objects.filter(client_check=check_id)
        .select_related("invoice__account__debtor")
        .order_by("invoice__account__debtor__name", "invoice__account__number", "invoice__due_date", "pk")
    )
    return [_item(row) for row in rows[first : None if count is None else first + count]]


def _item(row: ClientCheckItem) -> CheckItemRow:
    invoice = row.invoice
    return CheckItemRow(
        id=row.pk,
        number=invoice.number,
        debtor=invoice.account.number,
        name=invoice.account.debtor.name,
        stage=row.stage,
        due_date=invoice.due_date,
        asked_cents=row.open_cents,
        open_cents=invoice.open_cents,
        answer=row.answer,
        note=row.note,
        answered_at=row.answered_at,
        answered_by=row.answered_by,
        withdrawn=invoice.withdrawn_on is not None,
        handed_over=invoice.handed_over_on is not None,
    )
