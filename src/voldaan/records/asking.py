"""Questions for a person, and the accounts they hold while they are open (P9)."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection

from voldaan.domain.matching.facts import Candidate
from voldaan.records.chunks import chunked
from voldaan.records.events import NewEvent, append
from voldaan.records.inserting import insert_for_ids, insert_rows, moment
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
Shown = tuple[Any, ...]
"""What a person sees of a candidate, in the order of `_SHOWN`."""
_CANDIDATE = ("client_id", "question_id", "account_id", "invoice_id", "cents", "rank", "points", "evidence")
"""The columns of a candidate, in the order of `_candidate`."""
_SHOWN = ("account_id", "invoice_id", "cents", "rank", "points")
_SUBJECTS = ("payment_id", "invoice_id", "credit_note_id", "account_id")
_QUESTION = ("client_id", "because", *_SUBJECTS, "asked_at", "parked_because", "answered_by", "answer")
"""The columns of a new question, in the order of `_question`."""


def ask(client: Client, questions: Sequence[NewQuestion], *, on: date, at: datetime, by: str) -> None:
    """Write questions with their candidates. One that is already open is asked anew when it changed."""
    open_now = _open_questions(questions)
    fresh = [new for new in questions if _key(new) not in open_now]
    made_at = moment(at)
    ids = insert_for_ids(Question, _QUESTION, [_question(client, new, made_at) for new in fresh])
    pairs = list(zip(ids, fresh, strict=True))
    changed = [
        (known.id, new)
        for new in questions
        if (known := open_now.get(_key(new))) is not None and _differs(known, new)
    ]
    _turn_into(client, changed)
    pairs += changed
    candidates = [_candidate(client, key, one) for key, new in pairs for one in new.candidates]
    insert_rows(QuestionCandidate, _CANDIDATE, candidates)
    if pairs:
        append(client, *(_asked(key, new, on=on, at=at, by=by) for key, new in pairs))


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
    open_now = Question.objects.filter(answered_at__isnull=True).order_by("pk")
    found = [
        *(row for part in chunked(payments) for row in open_now.filter(payment__in=part)),
        *(
            row
            for part in chunked(invoices)
            for row in open_now.filter(payment__isnull=True, invoice__in=part)
        ),
        *(row for part in chunked(credit_notes) for row in open_now.filter(credit_note__in=part)),
    ]
    keys = [question.pk for question in found]
    for part in chunked(keys):
        Question.objects.filter(pk__in=part).update(answered_at=at, answered_by=by, answer=answer)
    firsts = {key: shown[0][0] for key, shown in _candidates(keys).items()}
    if found:
        append(client, *(_ended(one, firsts.get(one.pk), answer, {}, on=on, at=at, by=by) for one in found))


def answered(question: Question, data: dict[str, object], *, on: date, at: datetime, by: str) -> NewEvent:
    """Return the event that says how a question ended."""
    first = question.candidates.values_list("account_id", flat=True).first()
    return _ended(question, first, question.answer, data, on=on, at=at, by=by)


def _ended(
    question: Question,
    first_account: int | None,
    answer: str,
    data: dict[str, object],
    *,
    on: date,
    at: datetime,
    by: str,
) -> NewEvent:
    said = {"question": question.pk, "answer": answer, "payment": question.payment_id} | data
    account_id = question.account_id or first_account
    return NewEvent(kind="question.answered", on=on, at=at, actor=by, account_id=account_id, data=said)


class _Open(NamedTuple):
    """A question that stands open, with its candidates as they were asked."""

    id: int
    because: str
    shown: tuple[Shown, ...]


def _key(new: NewQuestion) -> Key:
    """Return what an open question is known by: what it is about, and of an invoice the reason too."""
    if new.payment_id:
        return ("PAYMENT", new.payment_id, "")
    if new.credit_note_id:
        return ("CREDIT_NOTE", new.credit_note_id, "")
    if new.account_id:
        return ("ACCOUNT", new.account_id, "")
    return ("INVOICE", new.invoice_id, new.because)


def _open_questions(questions: Sequence[NewQuestion]) -> dict[Key, _Open]:
    open_now = Question.objects.filter(answered_at__isnull=True).order_by("pk")
    asked_about = {field: [key for new in questions if (key := getattr(new, field))] for field in _SUBJECTS}
    found = {
        key: NewQuestion(because, (), *subjects)
        for field, keys in asked_about.items()
        for part in chunked(keys)
        for key, because, *subjects in open_now.filter(**{f"{field}__in": part}).values_list(
            "pk", "because", *_SUBJECTS
        )
    }
    shown = _candidates(list(found))
    return {_key(one): _Open(key, one.because, tuple(shown.get(key, ()))) for key, one in found.items()}


def _candidates(questions: Sequence[int]) -> dict[int, list[Shown]]:
    """Return the candidates of questions, the likeliest first."""
    found: dict[int, list[Shown]] = defaultdict(list)
    for part in chunked(questions):
        rows = QuestionCandidate.objects.filter(question__in=part).order_by("rank", "pk")
        for key, *shown in rows.values_list("question", *_SHOWN):
            found[key].append(tuple(shown))
    return found


def _differs(known: _Open, new: NewQuestion) -> bool:
    asked = {(one.account_id, one.invoice_id, one.cents, one.rank, one.points) for one in new.candidates}
    return known.because != new.because or set(known.shown) != asked


def _turn_into(client: Client, changed: Sequence[tuple[int, NewQuestion]]) -> None:
    """Let open questions ask something else; their candidates are written by the caller."""
    for part in chunked([key for key, _ in changed]):
        QuestionCandidate.objects.filter(question__in=part).delete()
    statement = "UPDATE records_question SET because = %s, invoice_id = %s WHERE id = %s AND client_id = %s"
    with connection.cursor() as cursor:
        rows = [(new.because, new.invoice_id, key, client.pk) for key, new in changed]
        cursor.executemany(statement, rows)


def _question(client: Client, new: NewQuestion, asked_at: object) -> tuple[object, ...]:
    subjects = (new.payment_id, new.invoice_id, new.credit_note_id, new.account_id)
    return client.pk, new.because, *subjects, asked_at, "", "", ""


def _candidate(client: Client, question_id: int, one: Candidate) -> tuple[object, ...]:
    return (
        client.pk, question_id, one.account_id, one.invoice_id, one.cents, one.rank, one.points, one.evidence[:200],
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
