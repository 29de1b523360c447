"""The questions that wait for a person, as plain values."""

from typing import Any

from voldaan.domain.money import format_euro
from voldaan.records.models import Client, Question, QuestionCandidate
from voldaan.records.scope import rows_of


def list_questions(client: Client) -> list[dict[str, Any]]:
    """Return the open questions of `client`, oldest first, each with its candidates."""
    with rows_of(client):
        questions = list(
            Question.objects.filter(answered_at__isnull=True)
            .select_related("payment", "credit_note", "invoice", "account__debtor")
            .order_by("asked_at", "pk")
        )
        candidates: dict[int, list[dict[str, Any]]] = {}
        rows = QuestionCandidate.objects.filter(question__in=questions).select_related("account", "invoice")
        for row in rows.order_by("question_id", "rank", "pk"):
            candidates.setdefault(row.question_id, []).append(
                {
                    "way": row.rank,
                    "debtor": row.account.number,
                    "number": row.invoice.number if row.invoice else None,
                    "cents": row.cents,
                    "evidence": row.evidence,
                    "points": row.points,
                }
            )
    return [
        {
            "kind": "question",
            "id": question.pk,
            "client": client.key,
            "because": question.because,
            "about": _about(question),
            "payment": question.payment_id,
            "parked_until": question.parked_until.isoformat() if question.parked_until else None,
            "parked_because": question.parked_because or None,
            "candidates": candidates.get(question.pk, []),
        }
        for question in questions
    ]


def _about(question: Question) -> str:
    if question.payment:
        payment = question.payment
        amount = format_euro(payment.waiting_cents, "nl")
        return f"{payment.booking_date} {amount} {payment.counterparty_name} {payment.remittance}".strip()
    if question.credit_note:
        return f"creditnota {question.credit_note.number}"
    if question.account:
        return f"debiteur {question.account.number} {question.account.debtor.name}"
    return f"factuur {question.invoice.number}" if question.invoice else ""
