"""What came in, when, and after which message. Said as "after": what came in because of it, this cannot know.

Amounts are integer cents and shares exact fractions. What is not known is None: no days sales outstanding without
sales, no share while nothing has been observed to the end.

>>> march = date(2026, 3, 31)
>>> [(bucket.key, bucket.cents) for bucket in ageing([OpenAmount(due_date=march, open_cents=100)], on=march)][:2]
[('NOT_DUE', 100), ('DAYS_1_30', 0)]
"""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Literal

BucketKey = Literal["NOT_DUE", "DAYS_1_30", "DAYS_31_60", "DAYS_61_90", "DAYS_OVER_90", "UNKNOWN"]
BUCKETS: tuple[BucketKey, ...] = (
    "NOT_DUE",
    "DAYS_1_30",
    "DAYS_31_60",
    "DAYS_61_90",
    "DAYS_OVER_90",
    "UNKNOWN",
)

Month = tuple[int, int]
"""A year and a month, such as (2026, 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenAmount:
    """What is open of one invoice. A due date that is not known is None."""

    due_date: date | None
    open_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """What is open of the invoices that are equally late."""

    key: BucketKey
    invoices: int
    cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DaysSalesOutstanding:
    """How many days of sales are still to be received."""

    days: Fraction
    at_least: bool
    """More is open than all known sales together: it is this or more."""

    @property
    def rounded(self) -> Decimal:
        """Return the days with two decimals, half upwards."""
        return _rounded(self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class RemindedInvoice:
    """One invoice in one message that was sent, and what happened to the invoice."""

    stage: str
    message_id: str
    sent_on: date
    invoice_id: str
    open_cents: int
    """What was open when the message was sent."""
    payments: tuple[tuple[date, int], ...] = ()
    """Every payment on the invoice, with its day; one that was taken back is negative."""
    disputed_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """What came in within so many days after the messages of a stage."""

    days: int
    paid_invoices: int
    """Paid in full, as far as is known today."""
    paid_cents: int
    """Paid in full or in part, as far as is known today."""
    observed_invoices: int
    """Of these the days have all passed; only they count in the shares."""
    share_of_invoices: Fraction | None
    share_of_cents: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageResult:
    """One stage of a strategy: what was sent, and what happened after it."""

    stage: str
    messages: int
    invoices: int
    """Invoices in those messages; one that a later message of the same stage names again counts again."""
    open_cents: int
    within_7: After
    within_14: After
    disputes_within_14: int


def ageing(open_amounts: Iterable[OpenAmount], *, on: date) -> tuple[Bucket, ...]:
    """Return what is open by the number of days past due on this day, every bucket named, also an empty one.

    Credits that are still open count as negative amounts.
    """
    invoices = dict.fromkeys(BUCKETS, 0)
    cents = dict.fromkeys(BUCKETS, 0)
    for amount in open_amounts:
        key = bucket_of(amount.due_date, on=on)
        invoices[key] += 1
        cents[key] += amount.open_cents
    return tuple(Bucket(key=key, invoices=invoices[key], cents=cents[key]) for key in BUCKETS)


def bucket_of(due_date: date | None, *, on: date) -> BucketKey:
    """Return in which bucket an invoice with this due date stands; on the due date itself it is not yet late."""
    if due_date is None:
        return "UNKNOWN"
    days = (on - due_date).days
    if days <= 0:
        return "NOT_DUE"
    if days <= 30:
        return "DAYS_1_30"
    if days <= 60:
        return "DAYS_31_60"
    return "DAYS_61_90" if days <= 90 else "DAYS_OVER_90"


def days_sales_outstanding(
    receivable_cents: int, sales_cents: Mapping[Month, int], *, end: date
) -> DaysSalesOutstanding | None:
    """Return the days sales outstanding by countback, or None where it is not known.

    Counts back from `end`: as long as more is open than a month sold, that month's days count whole; of the month
    that covers the rest, its share. A month without sales adds its days. A month that is missing from
    `sales_cents` is not known, and there the counting ends with "at least". Give no sales at all where only
    overdue invoices were handed in: those are not the sales.
    """
    if (end.year, end.month) not in sales_cents:
        return None
    rest, days = receivable_cents, Fraction(0)
    month, days_in_month = (end.year, end.month), end.day
    while rest > 0 and month in sales_cents:
        sold = sales_cents[month]
        if rest < sold:
            return DaysSalesOutstanding(days=days + Fraction(rest, sold) * days_in_month, at_least=False)
        rest -= max(sold, 0)
        days += days_in_month
        month = _month_before(month)
        days_in_month = monthrange(*month)[1]
    return DaysSalesOutstanding(days=days, at_least=rest > 0)


def stage_results(reminded: Iterable[RemindedInvoice], *, known_until: date) -> tuple[StageResult, ...]:
    """Return per stage what was sent and what happened within 7 and 14 days after, stages by name.

    Payments are known up to and including `known_until`; a payment on the day of sending itself is not "after".
    A payment counts after each message it followed: an invoice that was paid shortly after two messages stands
    with both.
    """
    tallies: dict[str, _Tally] = {}
    for invoice in reminded:
        tallies.setdefault(invoice.stage, _Tally()).add(invoice, known_until)
    return tuple(tally.result(stage) for stage, tally in sorted(tallies.items()))


def paid_after(invoice: RemindedInvoice, *, days: int, known_until: date) -> int:
    """Return the cents that came in on the invoice within so many days after the message, at most what was open."""
    last_day = min(invoice.sent_on + timedelta(days=days), known_until)
    paid = sum(cents for day, cents in invoice.payments if invoice.sent_on < day <= last_day)
    return max(0, min(paid, invoice.open_cents))


@dataclass(slots=True)
class _Window:
    days: int
    paid_invoices: int = 0
    paid_cents: int = 0
    observed_invoices: int = 0
    observed_cents: int = 0
    observed_paid_invoices: int = 0
    observed_paid_cents: int = 0

    def add(self, invoice: RemindedInvoice, known_until: date) -> None:
        cents = paid_after(invoice, days=self.days, known_until=known_until)
        in_full = 0 < invoice.open_cents == cents
        self.paid_invoices += in_full
        self.paid_cents += cents
        if invoice.sent_on + timedelta(days=self.days) <= known_until:
            self.observed_invoices += 1
            self.observed_cents += invoice.open_cents
            self.observed_paid_invoices += in_full
            self.observed_paid_cents += cents

    def after(self) -> After:
        return After(
            days=self.days,
            paid_invoices=self.paid_invoices,
            paid_cents=self.paid_cents,
            observed_invoices=self.observed_invoices,
            share_of_invoices=_share(self.observed_paid_invoices, self.observed_invoices),
            share_of_cents=_share(self.observed_paid_cents, self.observed_cents),
        )


@dataclass(slots=True)
class _Tally:
    messages: set[str] = field(default_factory=set)
    invoices: int = 0
    open_cents: int = 0
    within_7: _Window = field(default_factory=lambda: _Window(7))
    within_14: _Window = field(default_factory=lambda: _Window(14))
    disputed: set[str] = field(default_factory=set)

    def add(self, invoice: RemindedInvoice, known_until: date) -> None:
        self.messages.add(invoice.message_id)
        self.invoices += 1
        self.open_cents += invoice.open_cents
        self.within_7.add(invoice, known_until)
        self.within_14.add(invoice, known_until)
        if _disputed_after(invoice, days=14, known_until=known_until):
            self.disputed.add(invoice.invoice_id)

    def result(self, stage: str) -> StageResult:
        return StageResult(
            stage=stage,
            messages=len(self.messages),
            invoices=self.invoices,
            open_cents=self.open_cents,
            within_7=self.within_7.after(),
            within_14=self.within_14.after(),
            disputes_within_14=len(self.disputed),
        )


def _disputed_after(invoice: RemindedInvoice, *, days: int, known_until: date) -> bool:
    """Test if the invoice was disputed in that time. A dispute on the day of sending answers the message: it counts."""
    last_day = min(invoice.sent_on + timedelta(days=days), known_until)
    return invoice.disputed_on is not None and invoice.sent_on <= invoice.disputed_on <= last_day


def _month_before(month: Month) -> Month:
    year, number = month
    return (year - 1, 12) if number == 1 else (year, number - 1)


def _share(part: int, whole: int) -> Fraction | None:
    return Fraction(part, whole) if whole > 0 else None


def _rounded(value: Fraction) -> Decimal:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)
