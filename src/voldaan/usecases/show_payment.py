"""What a payment is for, why, and what happened to it, as plain values."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from voldaan.records.finding import NotFound
from voldaan.records.models import Allocation, Client, Event, Payment, Question
from voldaan.records.reviews import placed_numbers
from voldaan.records.scope import rows_of
from voldaan.records.standing_matches import RULE

__all__ = ["NotFound", "payment_json"]

MATCHED = "payment.matched"


def payment_json(client: Client, payment_id: int) -> dict[str, Any]:
    """Return a payment as `voldaan payment show --json` prints it.

    Raises:
        NotFound: the client has no such payment.
    """
    with rows_of(client):
        payment = Payment.objects.filter(pk=payment_id).first()
        if payment is None:
            raise NotFound(f"{client.name} heeft geen betaling {payment_id}.")
        rows = list(Allocation.objects.filter(payment=payment).select_related("invoice").order_by("pk"))
        beside = list(Allocation.objects.filter(beside=payment).select_related("invoice").order_by("pk"))
        question = Question.objects.filter(payment=payment, answered_at__isnull=True).first()
        placed = placed_numbers([payment_id]).get(payment_id, [])
        told = list(_told(payment_id))
        return {
            "kind": "payment",
            "payment": payment.pk,
            "booking_date": payment.booking_date.isoformat(),
            "amount_cents": payment.amount_cents,
            "waiting_cents": payment.waiting_cents,
            "currency": payment.currency,
            "counterparty_name": payment.counterparty_name,
            "counterparty_iban": payment.counterparty_iban,
            "remittance": payment.remittance,
            "placed_by": payment.placed_by.lower() or None,
            "because": payment.because or None,
            "points": payment.points,
            "runner_up": _runner_up(told) if payment.placed_by == RULE else None,
            "set_aside": payment.set_aside or None,
            "takes_back": payment.takes_back_id,
            "invoices": [{"number": number, "cents": cents} for number, cents in placed],
            "evidence": _evidence(rows),
            "question": question.because if question else None,
            "candidates": _candidates(question),
            "history": [
                *(_happened(row) for row in sorted([*rows, *beside], key=lambda row: row.pk)),
                *(_said(event, said) for event, said in told),
            ],
        }


def _evidence(rows: list[Allocation]) -> list[str]:
    """Return what the last placing rests on."""
    placings = [row for row in rows if row.cents > 0]
    return placings[-1].evidence.split("; ") if placings else []


def _candidates(question: Question | None) -> list[dict[str, Any]]:
    rows = question.candidates.select_related("account", "invoice") if question else ()
    return [
        {
            "way": row.rank,
            "debtor": row.account.number,
            "number": row.invoice.number if row.invoice else None,
            "cents": row.cents,
            "points": row.points,
            "evidence": row.evidence,
        }
        for row in rows
    ]


def _happened(row: Allocation) -> dict[str, Any]:
    return {
        "at": row.made_at.isoformat(timespec="seconds"),
        "what": row.kind,
        "number": row.invoice.number,
        "cents": row.cents,
        "reason": row.reason,
        "evidence": row.evidence,
    }


def _told(payment_id: int) -> Iterator[tuple[Event, dict[str, Any]]]:
    """Yield the events in which people and rules decided about it, with what they say of this very payment."""
    kinds = (MATCHED, "payment.undone", "payment.redone", "question.answered", "question.parked")
    rows = Event.objects.filter(kind__in=kinds, data__contains=f'"payment":{payment_id}').order_by("sequence")
    for row in rows:
        said = json.loads(row.data)
        if said["payment"] == payment_id:
            yield row, said


def _runner_up(told: Sequence[tuple[Event, dict[str, Any]]]) -> str | None:
    """Return the way that came second when a rule last placed it, and why it lost."""
    by_rule = [said for event, said in told if event.kind == MATCHED]
    return by_rule[-1].get("runner_up") if by_rule else None


def _said(event: Event, said: dict[str, Any]) -> dict[str, Any]:
    return {
        "at": event.at.isoformat(timespec="seconds"),
        "what": event.kind,
        "by": event.actor,
        "because": said.get("because") or said.get("answer", ""),
        "points": said.get("points"),
    }
