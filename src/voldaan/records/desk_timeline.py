"""All that happened with one account, in one list: what came in, what was decided, what went out, and who did it."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from voldaan.records import decisions
from voldaan.records.merging import family
from voldaan.records.models import Account, Allocation, CreditNote, Decision, Event, Invoice, WriteOff

TOLD = (
    "message.",
    "call.",
    "hold.",
    "dispute.",
    "promise.",
    "payment_plan.",
    "question.",
    "payment.undone",
    "payment.redone",
    "client.asked",
    "client.answered",
    "handover.",
    "direct_debit.",
    "exception.",
    "deadline.",
    "account.tagged",
    "invoice.written_off",
    "invoice.write_off_undone",
    "debtor.merged",
    "debtor.unmerged",
    "mail.",
)
"""The events that the list tells. Invoices, allocations and decisions are told from their own tables."""

BETWEEN = ("message.sending",)
"""Events that another one always completes."""

_CODES = ("reason", "stage", "because", "outcome", "says", "mail_kind")
"""Where an event keeps its code: the first that is there."""

_ORDER = {"invoice": 0, "credit_note": 1, "allocation": 2, "decision": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One thing that happened. `kind` is the name of an event, or "invoice", "allocation" and the like."""

    kind: str
    on: date
    at: datetime | None
    by: str
    cents: int | None = None
    invoices: tuple[str, ...] = ()
    code: str = ""
    """The reason, stage or kind of allocation that it is about."""
    act: str = ""
    channel: str = ""
    until: date | None = None
    message: str = ""
    """The number of the message that it is about."""
    text: str = ""
    evidence: str = ""
    """What an allocation rests on, or why something was written off."""
    payment: int | None = None
    """The payment from which, or beside which, something was allocated."""
    because: str = ""
    """Why a difference was let go."""

    @property
    def order(self) -> tuple[int, str, int]:
        """Return where it stands in the list: the newest day first, and within a day as it happened."""
        moment = "" if self.at is None else self.at.astimezone(UTC).isoformat()
        return -self.on.toordinal(), moment, _ORDER.get(self.kind, 5)


def timeline(account: Account) -> list[Happening]:
    """Return all that happened with an account, newest first. Needs an open scope."""
    numbers = dict(Invoice.objects.filter(account=account).values_list("pk", "number"))
    found = [
        *_invoices(account),
        *_credit_notes(account),
        *_allocations(account),
        *_decisions(account, numbers),
        *_events(account, numbers),
    ]
    return sorted(found, key=lambda happening: happening.order)


def _invoices(account: Account) -> Iterator[Happening]:
    for row in Invoice.objects.filter(account=account).select_related("file"):
        yield Happening(
            kind="invoice",
            on=row.known_from,
            at=row.file.imported_at if row.file else None,
            by=row.file.name if row.file else "",
            cents=row.asked_cents,
            invoices=(row.number,),
            until=row.due_date,
            text=row.subject,
        )


def _credit_notes(account: Account) -> Iterator[Happening]:
    for row in CreditNote.objects.filter(account=account).select_related("file"):
        yield Happening(
            kind="credit_note",
            on=row.issue_date,
            at=row.file.imported_at if row.file else None,
            by=row.file.name if row.file else "",
            cents=row.total_cents,
            invoices=(row.invoice_number,) if row.invoice_number else (),
            text=row.number,
        )


def _allocations(account: Account) -> Iterator[Happening]:
    rows = Allocation.objects.filter(invoice__account=account).select_related("invoice", "payment")
    for row in rows:
        yield Happening(
            kind="allocation",
            on=row.on,
            at=row.made_at,
            by="",
            evidence=row.evidence,
            payment=row.payment_id or row.beside_id,
            because=row.reason,
            cents=row.cents,
            invoices=(row.invoice.number,),
            code=row.kind,
            text=row.payment.remittance if row.payment else "",
        )


def _decisions(account: Account, numbers: dict[int, str]) -> Iterator[Happening]:
    for row in Decision.objects.filter(account__in=family(account.pk)).select_related("plan"):
        about = decisions.invoice_ids(row.invoices)
        yield Happening(
            kind="decision",
            on=row.on,
            at=row.plan.made_at,
            by=row.plan.strategy,
            cents=row.open_cents,
            invoices=tuple(numbers[number] for number in about if number in numbers),
            code=row.because,
            act=row.act,
            channel=row.channel,
            until=None if row.act == "REMIND" else row.until,
            text=row.stage,
        )


def _events(account: Account, numbers: dict[int, str]) -> Iterator[Happening]:
    reasons = dict(WriteOff.objects.filter(invoice__account=account).values_list("pk", "reason"))
    for row in Event.objects.filter(account_id__in=family(account.pk)).order_by("sequence"):
        told_twice = row.kind.startswith("debtor.") and row.account_id != account.pk
        if row.kind.startswith(TOLD) and row.kind not in BETWEEN and not told_twice:
            yield _event(row, json.loads(row.data), numbers, reasons)


def _event(row: Event, data: dict[str, Any], numbers: dict[int, str], reasons: dict[int, str]) -> Happening:
    about = data.get("invoices") or [data.get("invoice")]
    until = data.get("until") or data.get("answer_by") or data.get("last_day") or data.get("day")
    message = data.get("message")
    return Happening(
        kind=row.kind,
        on=row.on,
        at=row.at,
        by=row.actor,
        cents=data.get("cents") or None,
        invoices=tuple(numbers[number] for number in _ids(about) if number in numbers),
        code=next((str(data[name]) for name in _CODES if data.get(name)), ""),
        act=str(data.get("exception_kind") or ""),
        text=str(data.get("value") or ""),
        channel=str(data.get("channel") or ""),
        until=date.fromisoformat(until) if until else None,
        message=message if isinstance(message, str) else "",
        evidence=reasons.get(data.get("write_off", 0), ""),
    )


def _ids(about: Iterable[Any]) -> Iterator[int]:
    """Yield the invoices that an event names, by themselves or each beside its cents."""
    for one in about:
        yield one[0] if isinstance(one, list) else one
