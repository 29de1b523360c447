"""Open questions with their candidates, as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from voldaan.records.desk_account import open_invoices_of
from voldaan.records.models import Question, QuestionCandidate

CHOICES_PER_ACCOUNT = 8
"""How many open invoices are offered where a candidate names an account only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateRow:
    """An invoice, or an account, that a question could concern."""

    debtor: str
    name: str
    invoice: str
    """Empty: the account has nothing open."""
    open_cents: int | None
    room_cents: int
    """How much of the money could be for it."""
    evidence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """One question that waits for a person."""

    id: int
    client: str
    client_name: str
    kind: str
    """PAYMENT, REVERSAL, CREDIT_NOTE, LIST where a list and the book differ, or DEBTOR: is it one that we know?"""
    because: str
    asked_at: datetime
    day: date | None
    amount_cents: int
    waiting_cents: int
    """What has no place yet; never negative."""
    counterparty_name: str
    counterparty_iban: str
    remittance: str
    about: str
    """The number of the invoice, credit note or debtor, where it is not about a payment."""
    name: str
    """The debtor's name, where the question is who it is."""
    candidates: tuple[CandidateRow, ...]


def questions(*, first: int, count: int) -> list[QuestionRow]:
    """Return a part of the open questions, oldest first. Needs an open scope."""
    rows = (
        Question.objects.filter(answered_at__isnull=True)
        .select_related("client", "payment", "credit_note", "invoice", "account__debtor")
        .prefetch_related("candidates__account__debtor", "candidates__invoice")
        .order_by("asked_at", "pk")[first : first + count]
    )
    found = list(rows)
    bare = [one.account_id for row in found for one in row.candidates.all() if one.invoice is None]
    open_now = open_invoices_of(bare)
    return [_question(row, open_now) for row in found]


def _question(row: Question, open_now: dict[int, list[tuple[str, int, int]]]) -> QuestionRow:
    payment, note = row.payment, row.credit_note
    kind = _kind(row)
    about = next((one.number for one in (note, row.invoice, row.account) if one), "")
    candidates = [one for each in row.candidates.all() for one in _candidates(each, kind, open_now)]
    return QuestionRow(
        id=row.pk,
        client=row.client.key,
        client_name=row.client.name,
        kind=kind,
        because=row.because,
        asked_at=row.asked_at,
        day=payment.booking_date if payment else note.issue_date if note else None,
        amount_cents=abs(payment.amount_cents) if payment else note.total_cents if note else 0,
        waiting_cents=abs(payment.waiting_cents) if payment else note.waiting_cents if note else 0,
        counterparty_name=payment.counterparty_name if payment else "",
        counterparty_iban=payment.counterparty_iban if payment else "",
        remittance=payment.remittance if payment else "",
        about=about,
        name=row.account.debtor.name if row.account else "",
        candidates=tuple(candidates),
    )


def _kind(row: Question) -> str:
    if row.payment is not None:
        return "REVERSAL" if row.payment.amount_cents < 0 else "PAYMENT"
    if row.account is not None:
        return "DEBTOR"
    return "CREDIT_NOTE" if row.credit_note is not None else "LIST"


def _candidates(
    one: QuestionCandidate, kind: str, open_now: dict[int, list[tuple[str, int, int]]]
) -> Iterable[CandidateRow]:
    """Yield a candidate; where it names an account only, each of the account's open invoices."""
    if one.invoice is not None:
        yield _row(one, kind, (one.invoice.number, one.invoice.open_cents, one.invoice.asked_cents))
        return
    if kind == "DEBTOR":
        yield _row(one, kind, None)
        return
    choices = open_now.get(one.account_id, [])[:CHOICES_PER_ACCOUNT]
    if not choices:
        yield _row(one, kind, None)
    for choice in choices:
        yield _row(one, kind, choice)


def _row(one: QuestionCandidate, kind: str, choice: tuple[str, int, int] | None) -> CandidateRow:
    number, open_cents, asked_cents = choice or ("", None, 0)
    paid = asked_cents - (open_cents or 0)
    return CandidateRow(
        debtor=one.account.number,
        name=one.account.debtor.name,
        invoice=number,
        open_cents=open_cents,
        room_cents=paid if kind == "REVERSAL" else open_cents or 0,
        evidence=one.evidence,
    )
