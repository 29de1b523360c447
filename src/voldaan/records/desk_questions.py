"""Open questions with the ways in which their money could be placed, as plain values."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from typing import TYPE_CHECKING

from django.db.models import Q

from voldaan.records.desk_account import open_invoices_of
from voldaan.records.models import Question, QuestionCandidate

if TYPE_CHECKING:
    from django.db.models import QuerySet

CHOICES_PER_ACCOUNT = 8
"""How many open invoices are offered where a candidate names an account only."""

OpenNow = dict[int, list[tuple[str, int, int]]]
"""By account: number, open and asked cents of its open invoices."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WayInvoice:
    """An invoice in a way, and how much of the money it would get."""

    number: str
    debtor: str
    open_cents: int
    cents: int
    """0 where nobody said how much: the account is likely, the invoice is not known."""
    discount_cents: int
    """How much less was enough on the day of the payment."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way to place the money: accounts, and where it can be said their invoices."""

    rank: int
    choice: str
    """By which an answer names it: its rank, or the number of the debtor where it names no invoice."""
    debtors: tuple[tuple[str, str], ...]
    """Number and name."""
    invoices: tuple[WayInvoice, ...]
    evidence: tuple[str, ...]
    points: int | None
    names_invoices: bool
    rest_cents: int
    """What no invoice of it would get."""

    @property
    def short_cents(self) -> int:
        """Return what would stay open of its invoices."""
        return sum(max(0, one.open_cents - one.cents) for one in self.invoices) if self.names_invoices else 0

    @property
    def discount_cents(self) -> int:
        """Return how much less was enough."""
        return sum(one.discount_cents for one in self.invoices)


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """Whom a question about a list or a debtor could concern."""

    debtor: str
    name: str
    invoice: str
    open_cents: int | None
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """One question that waits for a person."""

    id: int
    client: str
    client_name: str
    link_from_points: int
    tolerance_cents: int
    kind: str
    """PAYMENT, REVERSAL, CREDIT_NOTE, LIST where a list and the book differ, or DEBTOR: is it one that we know?"""
    because: str
    asked_at: datetime
    parked_until: date | None
    parked_because: str
    day: date | None
    amount_cents: int
    waiting_cents: int
    """What has no place yet; never negative."""
    counterparty_name: str
    counterparty_iban: str
    ultimate_name: str
    remittance: str
    payment_reference: str
    payment: int | None
    about: str
    """The number of the invoice, credit note or debtor, where it is not about a payment."""
    name: str
    """The debtor's name, where the question is who it is."""
    candidates: tuple[CandidateRow, ...]
    ways: tuple[Way, ...]
    """Of a question about money, the likeliest first."""

    @property
    def best(self) -> tuple[Way, ...]:
        """Return the ways for which as much speaks as for the first: more than one is a tie."""
        return tuple(way for way in self.ways if way.points == self.ways[0].points)

    @property
    def is_tied(self) -> bool:
        """Test if only a person can say which way is the first."""
        return self.because == "TIE" or len(self.best) > 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """Which open questions are asked for."""

    on: date
    parked: bool = False
    """Those that are parked until after the day, and not those that wait."""
    search: str = ""
    """Those in which a payer, a debtor, an invoice or what was written holds this text."""
    cents: int | None = None
    """What the text is when it can be read as an amount: those of this amount too."""
    only: int | None = None
    """The one of this id, parked or not."""


def open_questions(on: date) -> int:
    """Return how many questions wait for a person on a day. Needs an open scope."""
    return count_of(Sought(on=on))


def count_of(sought: Sought) -> int:
    """Return how many questions there are of those that are sought. Needs an open scope."""
    return _asked(sought).count()


def questions(sought: Sought, *, first: int, count: int) -> list[QuestionRow]:
    """Return a part of the questions that are sought, oldest first. Needs an open scope."""
    rows = (
        _asked(sought)
        .select_related("client", "payment", "credit_note", "invoice", "account__debtor")
        .prefetch_related("candidates__account__debtor", "candidates__invoice")
        .order_by("asked_at", "pk")[first : first + count]
    )
    found = list(rows)
    bare = [one.account_id for row in found for one in row.candidates.all() if one.invoice is None]
    open_now = open_invoices_of(bare)
    return [_question(row, open_now) for row in found]


def _asked(sought: Sought) -> "QuerySet[Question]":
    asked = Question.objects.filter(answered_at__isnull=True)
    if sought.only is not None:
        return asked.filter(pk=sought.only)
    apart = Q(parked_until__gt=sought.on)
    asked = asked.filter(apart) if sought.parked else asked.exclude(apart)
    if not sought.search:
        return asked
    both = () if sought.cents is None else (sought.cents, -sought.cents)
    amount = Q(payment__amount_cents__in=both) | Q(payment__waiting_cents__in=both)
    return asked.filter(_holds(sought.search) | amount | Q(credit_note__total_cents__in=both))


def _holds(search: str) -> Q:
    """Return the condition that a payer, a debtor, an invoice or what was written holds a text."""
    named = QuestionCandidate.objects.filter(
        Q(account__debtor__name__icontains=search)
        | Q(account__number__iexact=search)
        | Q(invoice__number__icontains=search)
    )
    compact = search.replace(" ", "")
    return (
        Q(payment__counterparty_name__icontains=search)
        | Q(payment__counterparty_iban__icontains=compact)
        | Q(payment__remittance__icontains=search)
        | Q(account__debtor__name__icontains=search)
        | Q(pk__in=named.values("question"))
    )


def _question(row: Question, open_now: OpenNow) -> QuestionRow:
    payment, note = row.payment, row.credit_note
    kind = _kind(row)
    about = next((one.number for one in (note, row.invoice, row.account) if one), "")
    is_money = payment is not None or note is not None
    waiting = abs(payment.waiting_cents) if payment else note.waiting_cents if note else 0
    return QuestionRow(
        id=row.pk,
        client=row.client.key,
        client_name=row.client.name,
        link_from_points=row.client.link_from_points,
        tolerance_cents=row.client.tolerance_cents,
        kind=kind,
        because=row.because,
        asked_at=row.asked_at,
        parked_until=row.parked_until,
        parked_because=row.parked_because,
        day=payment.booking_date if payment else note.issue_date if note else None,
        amount_cents=abs(payment.amount_cents) if payment else note.total_cents if note else 0,
        waiting_cents=waiting,
        counterparty_name=payment.counterparty_name if payment else "",
        counterparty_iban=payment.counterparty_iban if payment else "",
        ultimate_name=payment.ultimate_name if payment else "",
        remittance=payment.remittance if payment else "",
        payment_reference=payment.payment_reference if payment else "",
        payment=row.payment_id,
        about=about,
        name=row.account.debtor.name if row.account else "",
        candidates=() if is_money else tuple(_candidate(one) for one in row.candidates.all()),
        ways=tuple(_ways(row, waiting, open_now)) if is_money else (),
    )


def _kind(row: Question) -> str:
    if row.payment is not None:
        return "REVERSAL" if row.payment.amount_cents < 0 else "PAYMENT"
    if row.account is not None:
        return "DEBTOR"
    return "CREDIT_NOTE" if row.credit_note is not None else "LIST"


def _candidate(one: QuestionCandidate) -> CandidateRow:
    return CandidateRow(
        debtor=one.account.number,
        name=one.account.debtor.name,
        invoice=one.invoice.number if one.invoice else "",
        open_cents=one.invoice.open_cents if one.invoice else None,
        evidence=one.evidence,
    )


def _ways(row: Question, waiting: int, open_now: OpenNow) -> Iterator[Way]:
    """Yield the ways in their order: what has one rank belongs together; an account alone is a way of its own."""
    day = row.payment.booking_date if row.payment else None
    takes_back = row.payment is not None and row.payment.amount_cents < 0
    for _, group in groupby(row.candidates.all(), key=lambda one: one.rank):
        members = list(group)
        named = [one for one in members if one.invoice is not None]
        if named:
            yield _way(named, tuple(_invoices(named, waiting, day, takes_back=takes_back)), waiting)
        for one in members:
            if one.invoice is None:
                choices = open_now.get(one.account_id, [])[:CHOICES_PER_ACCOUNT]
                yield _way([one], tuple(_choice(one, each) for each in choices), waiting)


def _way(members: Sequence[QuestionCandidate], invoices: tuple[WayInvoice, ...], waiting: int) -> Way:
    first = members[0]
    named = first.invoice is not None
    return Way(
        rank=first.rank,
        choice=str(first.rank) if named else f"D:{first.account.number}",
        debtors=tuple(dict.fromkeys((one.account.number, one.account.debtor.name) for one in members)),
        invoices=invoices,
        evidence=tuple(dict.fromkeys(one.evidence for one in members if one.evidence)),
        points=first.points,
        names_invoices=named,
        rest_cents=max(0, waiting - sum(one.cents if named else one.open_cents for one in invoices)),
    )


def _invoices(
    members: Sequence[QuestionCandidate], waiting: int, day: date | None, *, takes_back: bool
) -> Iterator[WayInvoice]:
    """Yield the invoices of a way; where nobody said how much, the money fills them in their order."""
    for one in members:
        invoice = one.invoice
        assert invoice is not None
        room = invoice.asked_cents - invoice.open_cents if takes_back else invoice.open_cents
        cents = min(room, waiting) if one.cents is None else min(abs(one.cents), waiting)
        waiting -= cents
        in_time = day is not None and invoice.discount_until is not None and day <= invoice.discount_until
        yield WayInvoice(
            number=invoice.number,
            debtor=one.account.number,
            open_cents=0 if takes_back else invoice.open_cents,
            cents=cents,
            discount_cents=invoice.discount_cents if in_time else 0,
        )


def _choice(one: QuestionCandidate, choice: tuple[str, int, int]) -> WayInvoice:
    number, open_cents, _ = choice
    return WayInvoice(
        number=number, debtor=one.account.number, open_cents=open_cents, cents=0, discount_cents=0
    )
