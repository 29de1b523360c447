"""One account as the desk shows it: who it is, what is open, what holds it, what was paid."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Q

from voldaan.domain.law.stops import ASKING_HOLDS
from voldaan.records.account_codes import printed_code
from voldaan.records.desk_payments import PaymentRow, payments_of
from voldaan.records.few_facts import tags_in
from voldaan.records.merging import family
from voldaan.records.models import (
    Account,
    Address,
    Contact,
    CreditNote,
    Dispute,
    Hold,
    Instalment,
    Invoice,
    Message,
    PaymentPlan,
    Promise,
)
from voldaan.records.models.hold import not_lifted
from voldaan.records.models.message import REMINDING

CAME_BACK_DAYS: Final = 60
"""How long it is told that a message that asks for nothing did not arrive."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """A person to write to."""

    role: str
    name: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Who the debtor is and how it can be reached."""

    client: str
    client_name: str
    number: str
    name: str
    capacity: str
    language: str
    coc_number: str
    vat_number: str
    iban: str
    email: str
    phone: str
    address: tuple[str, ...]
    contacts: tuple[ContactRow, ...]
    code: str = ""
    """The code that its messages print; empty where none was printed yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenInvoiceRow:
    """An invoice with something open."""

    id: int
    number: str
    subject: str
    issue_date: date
    due_date: date
    total_cents: int
    open_cents: int
    disputed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldRow:
    """A hold that was not lifted: one that stands, or one whose end asks a person."""

    id: int
    reason: str
    note: str
    first_day: date
    last_day: date | None
    is_over: bool
    invoice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """A promise whose day has not long passed."""

    invoice: str
    amount_cents: int | None
    last_day: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeRow:
    """A dispute that is open."""

    invoice: str
    amount_cents: int
    owner: str
    answer_by: date
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalmentRow:
    """A term of a payment plan that runs."""

    due_date: date
    cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """A payment plan that runs."""

    id: int
    instalments: tuple[InstalmentRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineRow:
    """The days of others at an invoice, as far as people gave them."""

    invoice: str
    insurer_by: date | None
    insurer_told_on: date | None
    time_bar_from: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CameBackRow:
    """A message that asks for nothing and did not arrive: nobody asks about it, so that it is told here."""

    uuid: str
    kind: str
    recipient: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """An account with all that stands about it."""

    card: Card
    invoices: tuple[OpenInvoiceRow, ...]
    holds: tuple[HoldRow, ...]
    promises: tuple[PromiseRow, ...]
    disputes: tuple[DisputeRow, ...]
    plans: tuple[PlanRow, ...]
    deadlines: tuple[DeadlineRow, ...]
    tags: tuple[str, ...]
    payments: tuple[PaymentRow, ...]
    credit_waiting_cents: int
    came_back: CameBackRow | None
    """The last message that asks for nothing, where it did not arrive and that is not long ago."""
    merged: tuple[tuple[str, str], ...]
    """Number and name of each account that was merged into this one."""


def account_sheet(account: Account, on: date) -> Sheet:
    """Return an account as it stands, with promises that reach to a day or beyond. Needs an open scope."""
    credit = CreditNote.objects.filter(account=account, waiting_cents__gt=0, set_aside="")
    return Sheet(
        card=card(account),
        invoices=_invoices(account),
        holds=_holds(account, on),
        promises=_promises(account, on),
        disputes=_disputes(account),
        plans=_plans(account),
        deadlines=_deadlines(account),
        tags=tuple(sorted(tags_in(account.tags))),
        payments=payments_of(account),
        credit_waiting_cents=sum(credit.values_list("waiting_cents", flat=True)),
        came_back=_came_back(account, on),
        merged=tuple(
            Account.objects.filter(pk__in=family(account.pk)[1:])
            .order_by("number")
            .values_list("number", "debtor__name")
        ),
    )


def card(account: Account) -> Card:
    """Return who the debtor of an account is. Needs an open scope."""
    debtor = account.debtor
    address = Address.objects.filter(debtor=debtor).order_by("kind").first()
    return Card(
        client=account.client.key,
        client_name=account.client.name,
        number=account.number,
        name=debtor.name,
        capacity=debtor.capacity,
        language=debtor.language,
        coc_number=debtor.coc_number,
        vat_number=debtor.vat_number,
        iban=debtor.iban,
        email=debtor.email,
        phone=debtor.phone,
        address=_address(address),
        contacts=_contacts(account),
        code=printed_code(account),
    )


def open_invoices_of(accounts: Sequence[int]) -> dict[int, list[tuple[str, int, int]]]:
    """Return by account number, open and asked cents of each open invoice, by due date. Needs an open scope."""
    rows = Invoice.objects.filter(account__in=accounts, open_cents__gt=0, withdrawn_on__isnull=True)
    found: dict[int, list[tuple[str, int, int]]] = defaultdict(list)
    shown = rows.order_by("due_date", "pk").values_list("account_id", "number", "open_cents", "asked_cents")
    for account, number, open_cents, asked_cents in shown:
        found[account].append((number, open_cents, asked_cents))
    return dict(found)


def _address(address: Address | None) -> tuple[str, ...]:
    if address is None:
        return ()
    country = "" if address.country == "NL" else address.country
    lines = (address.street, " ".join(part for part in (address.postcode, address.city) if part), country)
    return tuple(line for line in lines if line)


def _contacts(account: Account) -> tuple[ContactRow, ...]:
    rows = Contact.objects.filter(debtor=account.debtor).order_by("pk")
    return tuple(ContactRow(role=row.role, name=row.name, email=row.email, phone=row.phone) for row in rows)


def _invoices(account: Account) -> tuple[OpenInvoiceRow, ...]:
    rows = Invoice.objects.filter(account=account, open_cents__gt=0, withdrawn_on__isnull=True)
    disputes = Dispute.objects.filter(invoice__account=account, closed_on__isnull=True)
    disputed = set(disputes.values_list("invoice_id", flat=True))
    return tuple(
        OpenInvoiceRow(
            id=row.pk,
            number=row.number,
            subject=row.subject,
            issue_date=row.issue_date,
            due_date=row.due_date,
            total_cents=row.total_cents,
            open_cents=row.open_cents,
            disputed=row.pk in disputed,
        )
        for row in rows.order_by("due_date", "pk")
    )


def _holds(account: Account, on: date) -> tuple[HoldRow, ...]:
    rows = Hold.objects.filter(not_lifted(on), account=account).select_related("invoice").order_by("pk")
    return tuple(
        HoldRow(
            id=row.pk,
            reason=row.reason,
            note=row.note,
            first_day=row.first_day,
            last_day=row.last_day,
            is_over=row.last_day is not None and row.last_day < on,
            invoice=row.invoice.number if row.invoice else "",
        )
        for row in rows
        if row.last_day is None or row.last_day >= on or row.reason in ASKING_HOLDS
    )


def _promises(account: Account, on: date) -> tuple[PromiseRow, ...]:
    rows = Promise.objects.filter(account=account, cancelled_on__isnull=True, last_day__gte=on)
    return tuple(
        PromiseRow(
            invoice=row.invoice.number if row.invoice else "",
            amount_cents=row.amount_cents,
            last_day=row.last_day,
            note=row.note,
        )
        for row in rows.select_related("invoice").order_by("last_day", "pk")
        if row.invoice is None or row.invoice.open_cents
    )


def _disputes(account: Account) -> tuple[DisputeRow, ...]:
    rows = Dispute.objects.filter(invoice__account=account, closed_on__isnull=True).select_related("invoice")
    return tuple(
        DisputeRow(
            invoice=row.invoice.number,
            amount_cents=row.amount_cents,
            owner=row.owner,
            answer_by=row.answer_by,
            note=row.note,
        )
        for row in rows.order_by("answer_by", "pk")
    )


def _plans(account: Account) -> tuple[PlanRow, ...]:
    plans = PaymentPlan.objects.filter(account=account, ended_on__isnull=True).order_by("pk")
    rows = Instalment.objects.filter(payment_plan__in=plans).order_by("due_date", "pk")
    terms: dict[int, list[InstalmentRow]] = defaultdict(list)
    for row in rows:
        terms[row.payment_plan_id].append(InstalmentRow(due_date=row.due_date, cents=row.cents))
    return tuple(PlanRow(id=plan.pk, instalments=tuple(terms[plan.pk])) for plan in plans)


def _came_back(account: Account, on: date) -> CameBackRow | None:
    """Return the last message that asks for nothing where it did not arrive; a later one that did ends it."""
    told = Message.objects.filter(account=account, state__in=("SENT", "BOUNCED", "FAILED"))
    last = told.exclude(kind__in=REMINDING).order_by("-pk").first()
    if last is None or last.state == "SENT" or last.on < on - timedelta(days=CAME_BACK_DAYS):
        return None
    return CameBackRow(uuid=str(last.uuid), kind=last.kind, recipient=last.recipient, on=last.on)


def _deadlines(account: Account) -> tuple[DeadlineRow, ...]:
    named = Q(insurer_by__isnull=False) | Q(time_bar_from__isnull=False)
    rows = Invoice.objects.filter(named, account=account, open_cents__gt=0, withdrawn_on__isnull=True)
    return tuple(
        DeadlineRow(
            invoice=row.number,
            insurer_by=row.insurer_by,
            insurer_told_on=row.insurer_told_on,
            time_bar_from=row.time_bar_from,
        )
        for row in rows.order_by("due_date", "pk")
    )
