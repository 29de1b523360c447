"""A statement of account: what was owed on the first day, what happened, what is owed on the last, to the cent.

An invoice counts from its day, a payment from the day of its booking but not before the invoice that it pays, and a
credit note from its own day, whether it was used already or not.

>>> from datetime import date
>>> bill = Owed(key=1, number="2026-1", issue_date=date(2026, 1, 5), due_date=date(2026, 2, 4), asked_cents=10_000)
>>> paid = Placed(invoice=1, kind="PAYMENT", on=date(2026, 1, 20), cents=4_000)
>>> told = balance_of([bill], [paid], [], first_day=date(2026, 1, 10), last_day=date(2026, 1, 31))
>>> told.opening_cents, [entry.cents for entry in told.entries], told.closing_cents
(10000, [-4000], 6000)
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Literal

EntryKind = Literal["INVOICE", "PAYMENT", "RETURNED", "CREDIT_NOTE", "CORRECTION"]
PlacedKind = Literal["PAYMENT", "CREDIT_NOTE", "DIFFERENCE"]
_ORDER: Final[Mapping[EntryKind, int]] = {
    "INVOICE": 0,
    "CREDIT_NOTE": 1,
    "PAYMENT": 2,
    "RETURNED": 3,
    "CORRECTION": 4,
}
DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """An invoice, as far as a statement tells of it."""

    key: int
    number: str
    issue_date: date
    due_date: date
    asked_cents: int
    subject: str = ""
    is_disputed: bool = False
    is_handed_over: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What was allocated to an invoice; negative where it was taken back."""

    invoice: int
    kind: PlacedKind
    on: date
    cents: int
    credit_note: int | None = None
    """The credit note that it comes from."""
    together: int | None = None
    """The payment that it is a part of: what paid several invoices on one day is one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credited:
    """A credit note; what of it is for no invoice does not count."""

    key: int
    number: str
    issue_date: date
    cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that changed what is owed."""

    on: date
    kind: EntryKind
    numbers: tuple[str, ...]
    """Of the invoice or the credit note, or of the invoices that a payment paid."""
    cents: int
    """What it added to what is owed; negative for what it took away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLine:
    """An invoice with what is open of it on the last day."""

    invoice: Owed
    open_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """A period of one account, in one currency."""

    first_day: date
    last_day: date
    currency: str
    opening_cents: int
    entries: tuple[Entry, ...]
    lines: tuple[OpenLine, ...]
    """What is open on the last day, by due date; a credit note that waits lowers what is owed beside them."""
    unused_credit_cents: int
    """What credit notes still give on the last day."""

    @property
    def closing_cents(self) -> int:
        """Return what is owed on the last day."""
        return sum(line.open_cents for line in self.lines) - self.unused_credit_cents

    @property
    def changed_cents(self) -> int:
        """Return how much what is owed changed in the period."""
        return sum(entry.cents for entry in self.entries)


def balance_of(
    owed: Iterable[Owed],
    placed: Iterable[Placed],
    credited: Iterable[Credited],
    *,
    first_day: date,
    last_day: date,
    currency: str = "EUR",
) -> Balance:
    """Return the statement of a period, both days included.

    Raises:
        ValueError: the period ends before it begins, or the sums do not agree: then nothing may be told.
    """
    if last_day < first_day:
        raise ValueError(f"A period from {first_day} to {last_day} ends before it begins. Exchange the days.")
    invoices = {one.key: one for one in owed}
    credits_ = {one.key: one for one in credited}
    allocated = [one for one in placed if one.invoice in invoices]
    entries = sorted(
        (*_invoiced(invoices.values()), *_credited(credits_.values()), *_paid(allocated, invoices)),
        key=lambda entry: (entry.on, _ORDER[entry.kind], entry.numbers),
    )
    found = Balance(
        first_day=first_day,
        last_day=last_day,
        currency=currency,
        opening_cents=sum(entry.cents for entry in entries if entry.on < first_day),
        entries=tuple(entry for entry in entries if first_day <= entry.on <= last_day),
        lines=_lines(invoices, allocated, credits_, last_day),
        unused_credit_cents=_unused(allocated, invoices, credits_, last_day),
    )
    if found.opening_cents + found.changed_cents != found.closing_cents:
        raise ValueError(
            f"The statement up to {last_day} does not close: {found.opening_cents} and {found.changed_cents} cents "
            f"are not {found.closing_cents}. Verify the book before anything is sent."
        )
    return found


def counts_from(one: Placed, invoices: Mapping[int, Owed], credits_: Mapping[int, Credited]) -> date:
    """Return the day from which an allocation counts: not before what it pays, nor before what it comes from."""
    day = max(one.on, invoices[one.invoice].issue_date)
    source = credits_.get(one.credit_note) if one.credit_note is not None else None
    return max(day, source.issue_date) if source else day


def _invoiced(invoices: Iterable[Owed]) -> Iterable[Entry]:
    for one in invoices:
        yield Entry(on=one.issue_date, kind="INVOICE", numbers=(one.number,), cents=one.asked_cents)


def _credited(credits_: Iterable[Credited]) -> Iterable[Entry]:
    for one in credits_:
        yield Entry(on=one.issue_date, kind="CREDIT_NOTE", numbers=(one.number,), cents=-one.cents)


def _paid(allocated: Sequence[Placed], invoices: Mapping[int, Owed]) -> Iterable[Entry]:
    """Yield what was paid or let go, a line for each payment and day; what a credit note gave stands with itself."""
    sums: dict[tuple[date, PlacedKind, int, bool], dict[int, int]] = {}
    for one in allocated:
        if one.kind == "CREDIT_NOTE":
            continue
        apart = -one.invoice if one.together is None else one.together
        key = (counts_from(one, invoices, {}), one.kind, apart, one.cents < 0)
        by_invoice = sums.setdefault(key, {})
        by_invoice[one.invoice] = by_invoice.get(one.invoice, 0) + one.cents
    for (on, kind, _, is_back), by_invoice in sums.items():
        numbers = tuple(sorted(invoices[key].number for key in by_invoice))
        told: EntryKind = "CORRECTION" if kind == "DIFFERENCE" else "RETURNED" if is_back else "PAYMENT"
        yield Entry(on=on, kind=told, numbers=numbers, cents=-sum(by_invoice.values()))


def _lines(
    invoices: Mapping[int, Owed], allocated: Sequence[Placed], credits_: Mapping[int, Credited], day: date
) -> tuple[OpenLine, ...]:
    left = {key: one.asked_cents for key, one in invoices.items() if one.issue_date <= day}
    for one in allocated:
        if one.invoice in left and counts_from(one, invoices, credits_) <= day:
            left[one.invoice] -= one.cents
    found = [OpenLine(invoice=invoices[key], open_cents=cents) for key, cents in left.items() if cents]
    return tuple(sorted(found, key=lambda line: (line.invoice.due_date, line.invoice.number)))


def _unused(
    allocated: Sequence[Placed], invoices: Mapping[int, Owed], credits_: Mapping[int, Credited], day: date
) -> int:
    given = sum(one.cents for one in credits_.values() if one.issue_date <= day)
    used = sum(
        one.cents
        for one in allocated
        if one.kind == "CREDIT_NOTE" and counts_from(one, invoices, credits_) <= day
    )
    return given - used
