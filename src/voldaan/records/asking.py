"""Questions for a person, and the accounts they hold while they are open (P9)."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from voldaan.domain.matching.facts import Candidate
from voldaan.records.chunks import chunked
from voldaan.records.events import NewEvent, append
from voldaan.records.inserting import insert_rows
from voldaan.records.models import Client, Question, QuestionCandidate


class NewQuestion(NamedTuple):
    """What is asked: about a payment, a credit note, an invoice or an account, and whom it could concern."""

    because: str
    candidates: tuple[Candidate, ...] = ()
    payment_id: int | None = None
    invoice_id: int | None = None
    credit_note_id: int | None = None
    account_id: int | None = None


Key = tuple[str, int | None, str]
_CANDIDATE = ("client_id", "question_id", "account_id", "invoice_id", "cents", "rank", "points", "evidence")
"""The columns of a candidate, in the order of `_candidate`."""
_SUBJECTS = ("payment_id", "invoice_id", "credit_note_id", "account_id")


def ask(client: Client, questions: Sequence[NewQuestion], *, on: date, at: datetime, by: str) -> None:
    """Write questions with their candidates. One that is already open is asked anew when it changed."""
    open_now = _open_questions(questions)
    fresh = [new for new in questions if _key(new) not in open_now]
    rows = Question.objects.bulk_create(
        [
            Question(
                client=client,
                because=new.because,
                payment_id=new.payment_id,
                invoice_id=new.invoice_id,
                credit_note_id=new.credit_note_id,
                account_id=new.account_id,
                asked_at=at,
            )
            for new in fresh
        ],
        batch_size=500,
    )
    pairs = list(zip(rows, fresh, strict=True))
    for new in questions:
        known = open_now.get(_key(new))
        if known is not None and _differs(known, new):
            known.candidates.all().delete()
            Question.objects.filter(pk=known.pk).update(because=new.because, invoice_id=new.invoice_id)
            pairs.append((known, new))
    candidates = [_candidate(client, row, one) for row, new in pairs for one in new.candidates]
    insert_rows(QuestionCandidate, _CANDIDATE, candidates)
    if pairs:
        append(client, *(_asked(row.pk, new, on=on, at=at, by=by) for row, new in pairs))


def close(
    client: Client,
    *,
    answer: str,
    on: date,
    at: datetime,
    by: str,
    payments: Sequence[int] = (),
    invoices: Sequence[int] = (),
    credit_notes: Sequence[int] = (),
) -> None:
    """Answer open questions because the facts answered them. Of invoices: those that are about no payment."""
    open_now = Question.objects.filter(answered_at__isnull=True)
    found = [
        *(q for part in chunked(payments) for q in open_now.filter(payment__in=part)),
        *(q for part in chunked(invoices) for q in open_now.filter(payment__isnull=True, invoice__in=part)),
        *(q for part in chunked(credit_notes) for q in open_now.filter(credit_note__in=part)),
    ]
    for question in found:
        question.answered_at, question.answered_by, question.answer = at, by, answer
        question.save(update_fields=["answered_at", "answered_by", "answer"])
    if found:
        append(client, *(answered(question, {}, on=on, at=at, by=by) for question in found))


def answered(question: Question, data: dict[str, object], *, on: date, at: datetime, by: str) -> NewEvent:
    """Return the event that says how a question ended."""
    said = {"question": question.pk, "answer": question.answer, "payment": question.payment_id} | data
    first = question.candidates.values_list("account_id", flat=True).first()
    account_id = question.account_id or first
    return NewEvent(kind="question.answered", on=on, at=at, actor=by, account_id=account_id, data=said)


def _key(new: NewQuestion | Question) -> Key:
    """Return what an open question is known by: what it is about, and of an invoice the reason too."""
    if new.payment_id:
        return ("PAYMENT", new.payment_id, "")
    if new.credit_note_id:
        return ("CREDIT_NOTE", new.credit_note_id, "")
    if new.account_id:
        return ("ACCOUNT", new.account_id, "")
    return ("INVOICE", new.invoice_id, new.because)


def _open_questions(questions: Sequence[NewQuestion]) -> dict[Key, Question]:
    open_now = Question.objects.filter(answered_at__isnull=True).prefetch_related("candidates")
    asked_about = {field: [key for new in questions if (key := getattr(new, field))] for field in _SUBJECTS}
    found = [
        question
        for field, keys in asked_about.items()
        for part in chunked(keys)
        for question in open_now.filter(**{f"{field}__in": part})
    ]
    return {_key(question): question for question in found}


def _differs(known: Question, new: NewQuestion) -> bool:
    stand = {_shown(one) for one in known.candidates.all()}
    return known.because != new.because or stand != {_shown(one) for one in new.candidates}


def _shown(one: Candidate | QuestionCandidate) -> tuple[int, int | None, int | None, int, int | None]:
    return one.account_id, one.invoice_id, one.cents, one.rank, one.points


def _candidate(client: Client, question: Question, one: Candidate) -> tuple[object, ...]:
    return (
        client.pk, question.pk, one.account_id, one.invoice_id, one.cents, one.rank, one.points, one.evidence[:200],
    )  # fmt: skip


def _asked(question_id: int, new: NewQuestion, *, on: date, at: datetime, by: str) -> NewEvent:
    accounts = list(dict.fromkeys(one.account_id for one in new.candidates))
    data = {
        "question": question_id,
        "because": new.because,
        "payment": new.payment_id,
        "invoice": new.invoice_id,
        "accounts": accounts,
    }
    account_id = new.account_id or (accounts[0] if accounts else None)
    return NewEvent(kind="question.asked", on=on, at=at, actor=by, account_id=account_id, data=data)
