"""Write the dossier of a claim: what is owed to the cent, what was sent and how that is proved.

This is the only place where interest is counted: for the agency or bailiff that takes over, never for a message to
the debtor, who reads of costs in the fourteen-day notice alone. The JSON holds everything; the PDF is set from that
JSON and can say nothing else.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, cast

from django.conf import settings

from voldaan.domain.law.capacity import Capacity, interest_kind
from voldaan.domain.law.citation import Source
from voldaan.domain.law.costs_due import CostsDue, costs_due
from voldaan.domain.law.default import Default, in_default_from
from voldaan.domain.law.interest import Interest, Payment, interest
from voldaan.domain.law.resting import Rest, costs_from, resting
from voldaan.letters.dossier import pdf_of_dossier
from voldaan.records import archive, dossier_rows, events
from voldaan.records.dossier_rows import Allocated, ClaimedInvoice
from voldaan.records.models import Account, Engagement
from voldaan.records.notices import SentNotice
from voldaan.usecases.calculate.calculation import citation_told
from voldaan.usecases.calculate.interest import segments_told
from voldaan.usecases.claimed_notice import notice_as_sent, paid_since
from voldaan.usecases.plan_day import Day

VERSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """One invoice of the claim with the default of the debtor and the interest on it."""

    invoice: ClaimedInvoice
    default: Default
    interest: Interest | None
    """None: default is not established, or begins after the day of the hand-over."""
    resting: tuple[Rest, ...] = ()
    """Days of its default on which no interest runs."""
    costs_from: date | None = None
    """The first day of its default on which costs could come to be due; None: a stop kept them off all the time."""

    @property
    def interest_cents(self) -> int:
        """Return the interest that ran."""
        return self.interest.cents if self.interest else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What can be claimed on a day: principal, interest and costs, each with its reason."""

    on: date
    capacity: Capacity
    invoices: tuple[Claimed, ...]
    costs: CostsDue

    @property
    def principal_cents(self) -> int:
        """Return what is open of the invoices."""
        return sum(claimed.invoice.open_cents for claimed in self.invoices)

    @property
    def interest_cents(self) -> int:
        """Return the interest that ran on all invoices."""
        return sum(claimed.interest_cents for claimed in self.invoices)

    @property
    def total_cents(self) -> int:
        """Return principal, interest and costs together."""
        return self.principal_cents + self.interest_cents + self.costs.cents


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A dossier as it was archived."""

    debtor: str
    claim: Claim
    content: dict[str, Any]
    json: bytes
    pdf: bytes
    json_sha256: str
    pdf_sha256: str

    @property
    def files(self) -> dict[str, bytes]:
        """Return the two files by name."""
        return file_names(self.debtor, self.json, self.pdf)


def file_names(debtor: str, told: bytes, pdf: bytes) -> dict[str, bytes]:
    """Return the two files of a dossier by name; a debtor's number can hold what no file name can."""
    name = re.sub(r"[^\w.-]+", "-", debtor)
    return {f"dossier-{name}.json": told, f"dossier-{name}.pdf": pdf}


def claim_on(
    invoices: Sequence[ClaimedInvoice], capacity: Capacity, *, on: date, notice: SentNotice | None = None
) -> Claim:
    """Return what can be claimed of these invoices on a day.

    Costs are counted once, over what is open of the invoices in default. A consumer owes them only by the last
    fourteen-day notice that was sent, `notice`: over what is left of its claims when its term has passed. A business
    whose default began before a stop owes them; one whose default began under it does not while the stop stands. No
    interest runs while a stop says so.

    Raises:
        MissingRate: the interest of a day is not known yet.
    """
    claimed = tuple(_claimed(invoice, capacity, on) for invoice in invoices)
    in_default = [one for one in claimed if one.interest is not None]
    chargeable = [one for one in in_default if one.costs_from is not None]
    over = chargeable or in_default or claimed
    costs = costs_due(
        capacity,
        sum(one.invoice.open_cents for one in over),
        on=on,
        in_default_from=max((one.costs_from for one in chargeable if one.costs_from), default=None),
        stopped=bool(in_default) and not chargeable,
        notice=None if notice is None else notice_as_sent(notice, capacity),
        payments=() if notice is None else paid_since(notice, invoices),
        additional=settings.INSTALLATION.additional_holidays,
    )
    return Claim(on=on, capacity=capacity, invoices=claimed, costs=costs)


def write_dossier(day: Day, account: Account, claim: Claim, *, confirmed_by: str, at: datetime) -> Dossier:
    """Return the dossier of a claim in JSON and PDF, both archived under their digest.

    Needs the client's rows open, and the book held still so that the end of the chain is the end.

    Raises:
        LetterRefused: a name or text holds a character that the PDF cannot show.
    """
    content = _content(day, account, claim, confirmed_by=confirmed_by, at=at)
    told = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
    json_sha256 = archive.keep(told)
    pdf = pdf_of_dossier(content, json_sha256=json_sha256, day=claim.on)
    return Dossier(
        debtor=account.number,
        claim=claim,
        content=content,
        json=told,
        pdf=pdf,
        json_sha256=json_sha256,
        pdf_sha256=archive.keep(pdf),
    )


def capacity_of(account: Account) -> Capacity:
    """Return in which capacity the debtor owes."""
    return cast(Capacity, account.debtor.capacity)


def _claimed(invoice: ClaimedInvoice, capacity: Capacity, on: date) -> Claimed:
    default = in_default_from(
        due_date=invoice.due_date,
        basis=invoice.due_date_basis,
        capacity=capacity,
        first_reminder_pay_by=invoice.first_reminder_pay_by,
        first_reminder_received_on=invoice.first_reminder_received_on,
    )
    first_day = default.first_day
    if first_day is None or first_day > on:
        return Claimed(invoice=invoice, default=default, interest=None)
    rests = resting(invoice.stops, first_day=first_day, until=on)
    return Claimed(
        invoice=invoice,
        default=default,
        interest=_interest(invoice, first_day, capacity, on, rests),
        resting=rests,
        costs_from=costs_from(invoice.stops, in_default_from=first_day, until=on),
    )


def _interest(
    invoice: ClaimedInvoice, first_day: date, capacity: Capacity, on: date, rests: Sequence[Rest]
) -> Interest:
    """Return the interest on what was owed: a credit note lowers it from the beginning, a payment from its day."""
    payments = payments_that_stood(row for row in invoice.allocations if row.kind != "CREDIT_NOTE")
    found = interest(
        interest_kind(capacity),
        invoice.open_cents + sum(payment.cents for payment in payments),
        first_day=first_day,
        until=on,
        payments=payments,
        public_body=capacity == "PUBLIC_BODY",
        resting=[(rest.first_day, rest.last_day) for rest in rests],
    )
    # A payment pays interest first (6:44 BW), which shifts what is principal, and never the sum.
    assert found.open_principal_cents + found.open_interest_cents == invoice.open_cents + found.cents
    return found


def payments_that_stood(allocations: Iterable[Allocated]) -> tuple[Payment, ...]:
    """Return the payments by day without what was taken back; that takes from the latest one before it."""
    stood: list[tuple[date, int]] = []
    owing = 0
    for row in sorted(allocations, key=lambda row: (row.on, row.cents < 0)):
        if row.cents > 0:
            stood.append((row.on, row.cents))
        else:
            stood, left = _take_back(stood, -row.cents)
            owing += left
    # A list of a later day can take back what came before the payment that explains it.
    stood, _ = _take_back(stood, owing)
    return tuple(Payment(day=day, cents=cents) for day, cents in stood)


def _take_back(stood: list[tuple[date, int]], cents: int) -> tuple[list[tuple[date, int]], int]:
    """Return what stands after taking back so many cents, the latest first, and what could not be taken."""
    kept: list[tuple[date, int]] = []
    for day, paid in reversed(stood):
        taken = min(cents, paid)
        cents -= taken
        if paid > taken:
            kept.append((day, paid - taken))
    return kept[::-1], cents


def _content(day: Day, account: Account, claim: Claim, *, confirmed_by: str, at: datetime) -> dict[str, Any]:
    ids = [claimed.invoice.id for claimed in claim.invoices]
    numbers = {claimed.invoice.id: claimed.invoice.number for claimed in claim.invoices}
    sequence, hash_ = events.head(day.client)
    agency = day.engagement.agency if day.engagement else None
    return {
        "kind": "dossier",
        "version": VERSION,
        "client": day.client.key,
        "debtor": account.number,
        "on": claim.on.isoformat(),
        "currency": "EUR",
        "confirmed_by": confirmed_by,
        "confirmed_at": at.astimezone(UTC).isoformat(timespec="seconds"),
        "payments_until": None if day.truth.until is None else min(day.truth.until, claim.on).isoformat(),
        "payment_truth": day.truth.kind,
        "engagement": _engagement(day.engagement),
        "parties": dossier_rows.parties(day.client, account, agency),
        "claim": _claim(claim),
        "invoices": [_invoice(claimed) for claimed in claim.invoices],
        "messages": dossier_rows.messages_about(ids),
        "disputes": dossier_rows.disputes_of(ids),
        "promises": dossier_rows.promises_of(account, ids),
        "payment_plans": dossier_rows.payment_plans_of(ids),
        "holds": dossier_rows.holds_of(account, ids),
        "decisions": _decisions(account, numbers, claim.on),
        "events": {"sequence": sequence, "hash": hash_},
    }


def _decisions(account: Account, numbers: dict[int, str], on: date) -> list[dict[str, Any]]:
    """Return the decisions that were kept, and the one to hand over where the day was not planned."""
    kept = dossier_rows.decisions_about(account, numbers)
    if kept and kept[-1]["act"] == "HAND_OVER":
        return kept
    because = "READY_FOR_HAND_OVER"
    told = [{"number": number, "because": because} for number in numbers.values()]
    now = {
        "on": on.isoformat(),
        "act": "HAND_OVER",
        "because": because,
        "until": None,
        "stage": None,
        "channel": None,
    }
    return [*kept, now | {"invoices": told}]


def _engagement(engagement: Engagement | None) -> dict[str, Any] | None:
    """Return since when an agency acts and to whom the money goes; its price is not the debtor's affair."""
    if engagement is None:
        return None
    return {"first_day": engagement.first_day.isoformat(), "pay_to": engagement.pay_to}


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "principal_cents": claim.principal_cents,
        "interest_kind": interest_kind(claim.capacity).lower(),
        "interest_until": claim.on.isoformat(),
        "interest_cents": claim.interest_cents,
        "costs_cents": claim.costs.cents,
        "costs_vat": "excluded",
        "costs_because": claim.costs.because,
        "costs_sentence": claim.costs.sentence_nl,
        "costs_sentence_en": claim.costs.sentence_en,
        "costs_citations": [citation_told(citation) for citation in claim.costs.citations],
        "total_cents": claim.total_cents,
        "citations": _interest_citations(claim),
    }


def _invoice(claimed: Claimed) -> dict[str, Any]:
    invoice = claimed.invoice
    return {
        "number": invoice.number,
        "subject": invoice.subject or None,
        "issue_date": invoice.issue_date.isoformat(),
        "due_date": invoice.due_date.isoformat(),
        "due_date_basis": invoice.due_date_basis,
        "total_cents": invoice.total_cents,
        "asked_cents": invoice.asked_cents,
        "allocations": [
            {"on": row.on.isoformat(), "kind": row.kind, "cents": row.cents} for row in invoice.allocations
        ],
        "open_cents": invoice.open_cents,
        "payment_reference": invoice.payment_reference or None,
        "pay_to": {"iban": invoice.pay_to_iban, "name": invoice.pay_to_name or None}
        if invoice.pay_to_iban
        else None,
        "default": _default(claimed.default),
        "interest": None if claimed.interest is None else _interest_told(claimed.interest),
        "resting": [
            {"from": rest.first_day.isoformat(), "to": rest.last_day.isoformat(), "because": rest.because}
            for rest in claimed.resting
        ],
        "owed_cents": invoice.open_cents + claimed.interest_cents,
    }


def _default(default: Default) -> dict[str, Any]:
    return {
        "first_day": None if default.first_day is None else default.first_day.isoformat(),
        "because": default.because,
        "sentence": default.sentence("nl"),
        "sentence_en": default.sentence("en"),
        "citations": [citation_told(citation) for citation in default.citations],
    }


def _interest_told(found: Interest) -> dict[str, Any]:
    """Return the interest in the words of `voldaan law interest --json`."""
    return {
        "interest_cents": found.cents,
        "days": found.days,
        "segments": segments_told(found),
        "payments": [
            {
                "on": split.day.isoformat(),
                "cents": split.cents,
                "interest_cents": split.interest_cents,
                "principal_cents": split.principal_cents,
            }
            for split in found.payments
        ],
    }


def _interest_citations(claim: Claim) -> list[dict[str, Any]]:
    """Return the articles under the interest, each once."""
    found: dict[str, Source] = {}
    for claimed in claim.invoices:
        for citation in claimed.interest.citations if claimed.interest else ():
            found.setdefault(citation.label, citation)
    return [citation_told(citation) for citation in found.values()]
