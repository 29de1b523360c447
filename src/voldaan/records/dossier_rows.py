"""Rows to what a dossier tells of an account: parties, invoices, messages, and everything that stood in between.

Every function needs the rows of the client open. Days and moments are ISO texts, money is cents; a moment is in UTC.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, NamedTuple, cast

from django.db.models import Q

from voldaan.domain.law.default import DueDateBasis
from voldaan.domain.law.notice import presumed_delivery, usual_delivery_days
from voldaan.domain.law.resting import Stood
from voldaan.domain.strategy.strategy import SPOKEN
from voldaan.records import decisions
from voldaan.records.merging import family
from voldaan.records.models import (
    Account,
    Address,
    Agency,
    Allocation,
    Client,
    Contact,
    Debtor,
    Decision,
    Dispute,
    Event,
    Hold,
    Instalment,
    Invoice,
    Message,
    MessageInvoice,
    PaymentPlanInvoice,
    Promise,
    Question,
    Reminded,
)
from voldaan.records.models.message import REMINDING
from voldaan.records.stops_that_stood import stops_that_stood

Json = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocated:
    """What lowered an invoice on a day; what was taken back is negative."""

    on: date
    kind: str
    cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedInvoice:
    """One invoice of a claim, with all that was allocated to it."""

    id: int
    number: str
    subject: str
    issue_date: date
    due_date: date
    due_date_basis: DueDateBasis
    currency: str
    total_cents: int | None
    """None: only what was open of it is known."""
    asked_cents: int
    open_cents: int
    payment_reference: str
    pay_to_iban: str
    pay_to_name: str
    allocations: tuple[Allocated, ...]
    first_reminder_pay_by: date | None
    """The last day of the term in the first reminder after the due date that was sent."""
    first_reminder_received_on: date | None = None
    """When that reminder came: an e-mail on its day, a letter after the careful number of days of delivery."""
    stops: tuple[Stood, ...] = ()
    """What stopped its reminders, over or not: in some of that time no interest runs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LastMessage:
    """The last message that left, or tried to, about an invoice."""

    uuid: str
    stage: str
    state: str
    on: date
    pay_by: date


def claimed_invoices(ids: Collection[int]) -> tuple[ClaimedInvoice, ...]:
    """Return these invoices by due date, with their allocations, the first term of a reminder and what stopped it."""
    allocations, terms = _allocations(ids), first_terms(ids)
    rows = list(Invoice.objects.filter(pk__in=ids).order_by("due_date", "number"))
    stops = stops_that_stood(rows)
    return tuple(
        _claimed(row, allocations.get(row.pk, []), terms.get(row.pk), stops.get(row.pk, ())) for row in rows
    )


def last_messages(ids: Collection[int]) -> dict[int, LastMessage]:
    """Return for each invoice the last message for it that left, tried to leave, or may have left."""
    tried = ("SENDING", "SENT", "BOUNCED", "FAILED", "AMBIGUOUS")
    lines = MessageInvoice.objects.filter(
        invoice__in=ids, message__state__in=tried, message__kind__in=REMINDING
    )
    lines = lines.exclude(stage="")
    found: dict[int, LastMessage] = {}
    for line in lines.select_related("message").order_by("message__sending_at", "message_id"):
        message = line.message
        found[line.invoice_id] = LastMessage(
            uuid=str(message.uuid),
            stage=message.stage,
            state=message.state,
            on=message.sent_on or message.on,
            pay_by=message.pay_by,
        )
    return found


def messages_under_way(ids: Collection[int]) -> list[Message]:
    """Return the messages that name one of these invoices and have not begun to leave."""
    lines = MessageInvoice.objects.filter(invoice__in=ids)
    waiting = Message.objects.filter(
        pk__in=lines.values("message"), state__in=("WRITTEN", "APPROVED", "REFUSED")
    )
    return list(waiting.select_related("client").order_by("pk"))


def has_open_question(ids: Collection[int]) -> bool:
    """Test if a person must still answer something about one of these invoices."""
    about = Q(invoice__in=ids) | Q(candidates__invoice__in=ids)
    return Question.objects.filter(about, answered_at__isnull=True).exists()


def dossier_digests(account: Account) -> tuple[str, str] | None:
    """Return the digests of the JSON and the PDF of the last dossier of an account; None where there is none."""
    events = Event.objects.filter(kind="invoice.handed_over", account_id__in=family(account.pk))
    last = events.order_by("-sequence").first()
    if last is None:
        return None
    told = json.loads(last.data)
    return told["dossier"], told["pdf"]


def parties(client: Client, account: Account, agency: Agency | None) -> Json:
    """Return who is owed, who acts for it and who owes."""
    return {
        "creditor": _client(client),
        "agency": None if agency is None else _agency(agency),
        "debtor": _debtor(account),
    }


def messages_about(ids: Collection[int]) -> list[Json]:
    """Return every message that names one of these invoices, in the order of writing, with the proof of sending."""
    lines = (
        MessageInvoice.objects.filter(invoice__in=ids).select_related("invoice").order_by("invoice__number")
    )
    named: dict[int, list[Json]] = defaultdict(list)
    for line in lines:
        named[line.message_id].append(
            {"number": line.invoice.number, "stage": line.stage or None, "cents": line.open_cents}
        )
    rows = Message.objects.filter(pk__in=list(named)).order_by("written_at", "pk")
    return [_message(row) | {"invoices": named[row.pk]} for row in rows]


def disputes_of(ids: Collection[int]) -> list[Json]:
    """Return the disputes of these invoices, open or closed."""
    rows = Dispute.objects.filter(invoice__in=ids).select_related("invoice").order_by("opened_on", "pk")
    return [
        {
            "invoice": row.invoice.number,
            "cents": row.amount_cents,
            "opened_on": row.opened_on.isoformat(),
            "answer_by": row.answer_by.isoformat(),
            "owner": row.owner,
            "closed_on": _iso(row.closed_on),
            "outcome": row.outcome or None,
            "note": row.note or None,
        }
        for row in rows
    ]


def promises_of(account: Account, ids: Collection[int]) -> list[Json]:
    """Return the promises about these invoices, or about all that was open of the account."""
    rows = Promise.objects.filter(Q(invoice__in=ids) | Q(invoice__isnull=True), account=account)
    return [
        {
            "invoice": None if row.invoice is None else row.invoice.number,
            "cents": row.amount_cents,
            "promised_on": row.promised_on.isoformat(),
            "last_day": row.last_day.isoformat(),
            "cancelled_on": _iso(row.cancelled_on),
            "note": row.note or None,
        }
        for row in rows.select_related("invoice").order_by("promised_on", "pk")
    ]


def holds_of(account: Account, ids: Collection[int]) -> list[Json]:
    """Return the holds on these invoices and on the account as a whole."""
    rows = Hold.objects.filter(Q(invoice__in=ids) | Q(invoice__isnull=True), account=account)
    return [
        {
            "invoice": None if row.invoice is None else row.invoice.number,
            "reason": row.reason,
            "first_day": row.first_day.isoformat(),
            "last_day": _iso(row.last_day),
            "lifted_on": _iso(row.lifted_on),
            "note": row.note or None,
        }
        for row in rows.select_related("invoice").order_by("first_day", "pk")
    ]


def payment_plans_of(ids: Collection[int]) -> list[Json]:
    """Return the payment plans that covered one of these invoices."""
    rows = PaymentPlanInvoice.objects.filter(invoice__in=ids).select_related("payment_plan", "invoice")
    plans: dict[int, Json] = {}
    for row in rows.order_by("payment_plan__agreed_on", "payment_plan_id", "invoice__number"):
        plan = row.payment_plan
        told = plans.setdefault(
            plan.pk,
            {
                "agreed_on": plan.agreed_on.isoformat(),
                "ended_on": _iso(plan.ended_on),
                "outcome": plan.outcome or None,
                "invoices": [],
                "instalments": _instalments(plan.pk),
            },
        )
        told["invoices"].append(row.invoice.number)
    return list(plans.values())


def decisions_about(account: Account, numbers: dict[int, str]) -> list[Json]:
    """Return each decision of the account that names one of these invoices (numbers by id), with its reasons."""
    told = []
    for row in Decision.objects.filter(account__in=family(account.pk)).order_by("pk"):
        about = _about(row, numbers)
        if about:
            told.append(
                {
                    "on": row.on.isoformat(),
                    "act": row.act,
                    "because": row.because,
                    "until": _iso(row.until),
                    "stage": row.stage or None,
                    "channel": row.channel or None,
                    "invoices": about,
                }
            )
    return told


def _about(row: Decision, numbers: dict[int, str]) -> list[Json]:
    meant = [(key, row.because) for key in decisions.invoice_ids(row.invoices)]
    beside = [(reason.id, reason.because) for reason in decisions.reasons(row.others)]
    return [
        {"number": numbers[key], "because": because} for key, because in [*meant, *beside] if key in numbers
    ]


class FirstTerm(NamedTuple):
    """The term of a first reminder, and when it came."""

    pay_by: date
    received_on: date


def _claimed(
    row: Invoice, allocations: list[Allocated], term: FirstTerm | None, stops: tuple[Stood, ...]
) -> ClaimedInvoice:
    return ClaimedInvoice(
        id=row.pk,
        number=row.number,
        subject=row.subject,
        issue_date=row.issue_date,
        due_date=row.due_date,
        due_date_basis=cast(DueDateBasis, row.due_date_basis),
        currency=row.currency,
        total_cents=row.total_cents if row.total_is_known else None,
        asked_cents=row.asked_cents,
        open_cents=row.open_cents,
        payment_reference=row.payment_reference,
        pay_to_iban=row.pay_to_iban,
        pay_to_name=row.pay_to_name,
        allocations=tuple(allocations),
        first_reminder_pay_by=term.pay_by if term else None,
        first_reminder_received_on=term.received_on if term else None,
        stops=stops,
    )


def _allocations(ids: Collection[int]) -> dict[int, list[Allocated]]:
    """Return by invoice what was allocated; what was placed and lifted again on the same day is left out."""
    sums: dict[tuple[int, str, int | None, date], int] = defaultdict(int)
    rows = Allocation.objects.filter(invoice__in=ids).order_by("on", "pk")
    for row in rows:
        sums[row.invoice_id, row.kind, row.payment_id or row.credit_note_id, row.on] += row.cents
    found: dict[int, list[Allocated]] = defaultdict(list)
    for (invoice, kind, _, on), cents in sums.items():
        if cents:
            found[invoice].append(Allocated(on=on, kind=kind, cents=cents))
    return found


def first_terms(ids: Collection[int]) -> dict[int, FirstTerm]:
    """Return by invoice the first term that was given after the due date, in a message that did not come back.

    A text message or a call puts nobody in default: that asks a demand in writing (6:82 BW).
    """
    rows = Reminded.objects.filter(invoice__in=ids, message__state="SENT").exclude(stage="COURTESY_NOTICE")
    rows = rows.exclude(message__channel__in=SPOKEN)
    found: dict[int, FirstTerm] = {}
    for invoice, pay_by, on, channel in rows.order_by("on", "pk").values_list(
        "invoice_id", "pay_by", "on", "message__channel"
    ):
        found.setdefault(invoice, FirstTerm(pay_by, _received_on(on, channel)))
    return found


def _received_on(sent: date, channel: str) -> date:
    return sent if channel == "EMAIL" else presumed_delivery(sent, usual_delivery_days(sent))


def _client(client: Client) -> Json:
    return {
        "key": client.key,
        "name": client.name,
        "coc_number": client.coc_number or None,
        "vat_number": client.vat_number or None,
        "address": _address_of(client),
        "phone": client.phone or None,
        "email": client.email or None,
        "bank_ibans": list(client.ibans.order_by("pk").values_list("iban", flat=True)),
    }


def _agency(agency: Agency) -> Json:
    return {
        "name": agency.registered_name,
        "registration_mark": agency.registration_mark or None,
        "coc_number": agency.coc_number or None,
        "address": _address_of(agency),
        "phone": agency.phone or None,
        "email": agency.email or None,
    }


def _debtor(account: Account) -> Json:
    debtor = account.debtor
    return {
        "number": account.number,
        "name": debtor.name,
        "capacity": debtor.capacity,
        "language": debtor.language,
        "coc_number": debtor.coc_number or None,
        "vat_number": debtor.vat_number or None,
        "iban": debtor.iban or None,
        "email": debtor.email or None,
        "phone": debtor.phone or None,
        "addresses": [{"kind": row.kind} | _address_of(row) for row in _addresses(debtor)],
        "contacts": [
            {"role": row.role, "name": row.name, "email": row.email or None, "phone": row.phone or None}
            for row in Contact.objects.filter(debtor=debtor).order_by("pk")
        ],
    }


def _addresses(debtor: Debtor) -> Sequence[Address]:
    return list(Address.objects.filter(debtor=debtor).order_by("kind"))


def _address_of(row: Client | Agency | Address) -> Json:
    return {
        "street": row.street or None,
        "postcode": row.postcode or None,
        "city": row.city or None,
        "country": row.country,
    }


def _message(row: Message) -> Json:
    return {
        "id": str(row.uuid),
        "stage": row.stage,
        "kind": row.kind,
        "channel": row.channel,
        "recipient": row.recipient,
        "subject": row.subject,
        "state": row.state,
        "because": row.because or None,
        "written_at": _moment(row.written_at),
        "approved_at": _moment(row.approved_at),
        "approved_by": row.approved_by or None,
        "sent_on": _iso(row.sent_on),
        "sending_at": _moment(row.sending_at),
        "finished_at": _moment(row.finished_at),
        "pay_by": row.pay_by.isoformat(),
        "channel_said": row.channel_said or None,
        "sent_sha256": row.sent_sha256 or None,
        "letter_sha256": row.pdf_sha256 or None,
    }


def _instalments(plan_id: int) -> list[Json]:
    rows = Instalment.objects.filter(payment_plan=plan_id).order_by("due_date")
    return [{"due_date": row.due_date.isoformat(), "cents": row.cents} for row in rows]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _moment(at: datetime | None) -> str | None:
    return None if at is None else at.astimezone(UTC).isoformat(timespec="seconds")
