"""What the first page of the desk shows: the plan of a day for some clients, by act, as plain values.

The desk reads here and nowhere else. Counting and cutting to a page is done in the database, so that a page of
fifty rows costs the same for sixty debtors as for a hundred thousand.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import (
    BooleanField,
    Case,
    CharField,
    Count,
    F,
    IntegerField,
    Max,
    Min,
    Q,
    QuerySet,
    Value,
    When,
)
from django_scopes import scope

from voldaan.domain.strategy.facts import HOLD_REASONS
from voldaan.records.approvals import approvals_by_client
from voldaan.records.desk_questions import open_questions
from voldaan.records.models import Allocation, Client, DayPlan, Decision, Hold, Invoice, Message
from voldaan.records.models.hold import not_lifted
from voldaan.records.models.message import REMINDING

TROUBLED = ("AMBIGUOUS", "SENDING", "REFUSED", "FAILED", "BOUNCED")
"""States of a message that a question to a person can be about."""

_STATE_ORDER = ("WRITTEN", "APPROVED", "REFUSED", "AMBIGUOUS", "FAILED", "SENT")


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageMark:
    """A message as a line of the plan names it."""

    uuid: str
    state: str
    because: str
    person_first: str
    """Why a person looks at it first."""
    four_eyes: bool
    """Two people agree to messages of its stage."""
    first_approved_by: str
    """Who of them did."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRow:
    """One account in the plan of a day."""

    client: str
    client_name: str
    debtor: str
    name: str
    act: str
    because: str
    stage: str
    channel: str
    until: date | None
    open_cents: int
    oldest_due: date | None
    """The earliest due date among what is open; None where nothing is open any more."""
    invoices: int
    """How many invoices are open."""
    message: MessageMark | None
    hold: str
    """Which hold is behind the reason; empty where it is none."""
    held: bool
    """The account is on hold. Where the act is another than to hold, that came after it was decided."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanCounts:
    """How many accounts stand under each act, and how far their messages are."""

    acts: dict[str, int]
    ready: int
    approved: int
    sent: int
    stale: dict[str, int]
    """By client key: accounts that wait because the payment truth is too old."""
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedDays:
    """The day that is shown and the planned days beside it."""

    on: date
    before: date | None
    after: date | None


def rows_of_all(clients: Sequence[Client]) -> AbstractContextManager[None]:
    """Open the rows of these clients together, and of no other."""
    opened: AbstractContextManager[None] = scope(client=list(clients))
    return opened


def planned_days(on: date | None) -> PlannedDays | None:
    """Return the day asked for, else the last planned one; None where nothing was ever planned."""
    days = DayPlan.objects.exclude(digest="")
    shown = on or days.aggregate(day=Max("on"))["day"]
    if shown is None:
        return None
    before = days.filter(on__lt=shown).aggregate(day=Max("on"))["day"]
    after = days.filter(on__gt=shown).aggregate(day=Min("on"))["day"]
    return PlannedDays(on=shown, before=before, after=after)


def last_planned_day() -> date | None:
    """Return the last day of which a plan was finished."""
    day: date | None = DayPlan.objects.exclude(digest="").aggregate(day=Max("on"))["day"]
    return day


def has_invoices() -> bool:
    """Test if anything was ever handed in."""
    return Invoice.objects.exists()


def plan_counts(on: date) -> PlanCounts:
    """Return how the plan of a day adds up."""
    acts: dict[str, int] = {}
    states: dict[str, int] = {}
    for act, state, held, count in (
        _plan(on).values_list("act", "message_state", "held").annotate(count=Count("pk")).order_by()
    ):
        acts[act] = acts.get(act, 0) + count
        if act == "REMIND" and state and not (held and state == "WRITTEN"):
            states[state] = states.get(state, 0) + count
    stale = (
        _plan(on).filter(because="PAYMENT_TRUTH_STALE").values_list("client__key").annotate(count=Count("pk"))
    )
    return PlanCounts(
        acts=acts,
        ready=states.get("WRITTEN", 0),
        approved=states.get("APPROVED", 0),
        sent=states.get("SENT", 0),
        stale=dict(stale.order_by()),
        questions=open_questions(on),
    )


def plan_rows(on: date, act: str, *, first: int, count: int) -> list[PlanRow]:
    """Return a part of the accounts under one act: what can be approved first, then the largest amounts."""
    order = Case(
        *(When(message_state=state, then=Value(number)) for number, state in enumerate(_STATE_ORDER)),
        default=Value(len(_STATE_ORDER)),
        output_field=IntegerField(),
    )
    found = list(
        _plan(on)
        .filter(act=act)
        .order_by("held", order, "-open_cents", "account__number", "pk")
        .values(
            "pk", "account_id", "client__key", "client__name", "account__number", "account__debtor__name", "act",
            "because", "stage", "channel", "until", "open_cents", "held",
        )[first : first + count]
    )  # fmt: skip
    accounts = [row["account_id"] for row in found]
    dues, marks, kinds = _open_of(accounts, on), _marks(found), _kinds(found, on)
    return [
        _row(row, dues.get(row["account_id"], (None, 0)), marks.get(row["account_id"]), kinds)
        for row in found
    ]


def _plan(on: date) -> "QuerySet[Any]":
    """Return the decisions that stood on a day, of accounts that owed something then.

    Every condition is a set that is worked out once. Asked anew for each row, they took minutes for a client
    with tens of thousands of debtors.
    """
    newest = Decision.objects.filter(on__lte=on).order_by().values("account").annotate(newest=Max("id"))
    told = Message.objects.filter(decision__isnull=False)
    last = told.order_by().values("decision").annotate(newest=Max("id")).values("newest")
    states = [
        When(pk__in=told.filter(pk__in=last, state=state).values("decision"), then=Value(state))
        for state in _STATE_ORDER
    ]
    holds = Hold.objects.filter(not_lifted(on), invoice__isnull=True)
    held = holds.filter(Q(last_day__isnull=True) | Q(last_day__gte=on)).values("account")
    return Decision.objects.filter(_owed_on(on), pk__in=newest.values("newest")).annotate(
        message_state=Case(*states, default=Value(""), output_field=CharField()),
        held=Case(
            When(account__in=held, then=Value(True)), default=Value(False), output_field=BooleanField()
        ),
    )


def _owed_on(on: date) -> Q:
    """Return the condition that an account owed something on a day: still does, or was settled after it."""
    invoices = Invoice.objects.filter(withdrawn_on__isnull=True, known_from__lte=on)
    settled = Allocation.objects.filter(
        on__gt=on, invoice__withdrawn_on__isnull=True, invoice__known_from__lte=on
    )
    still = invoices.filter(open_cents__gt=0)
    return Q(account__in=still.values("account")) | Q(account__in=settled.values("invoice__account"))


def _open_on(on: date) -> "QuerySet[Invoice]":
    """Return the invoices that were open on a day: still open, or settled after it."""
    later = Q(open_cents__gt=0) | Q(pk__in=Allocation.objects.filter(on__gt=on).values("invoice"))
    return Invoice.objects.filter(later, withdrawn_on__isnull=True, known_from__lte=on)


def _open_of(accounts: Sequence[int], on: date) -> dict[int, tuple[date | None, int]]:
    rows = (
        _open_on(on)
        .filter(account__in=accounts)
        .order_by()
        .values("account_id")
        .annotate(due=Min("due_date"), count=Count("pk", distinct=True))
    )
    return {row["account_id"]: (row["due"], row["count"]) for row in rows}


def _marks(found: Sequence[dict[str, Any]]) -> dict[int, MessageMark]:
    """Return by account the message that a line is about: of its decision, or the one that raised the question."""
    asking = [row["account_id"] for row in found if row["act"] == "ASK"]
    trouble = Q(state__in=TROUBLED, kind__in=REMINDING)
    about = Q(decision__in=[row["pk"] for row in found]) | trouble & Q(account__in=asking)
    told = ("uuid", "state", "because", "person_first", "first_approved_by", "client", "stage")
    rows = Message.objects.filter(about).order_by("pk").values_list("account_id", *told)
    of_its_invoices = "message_invoices__invoice__account"
    merged = Message.objects.filter(trouble, **{f"{of_its_invoices}__in": asking}).order_by("pk")
    told_of = (*merged.values_list(of_its_invoices, *told), *rows)
    agreed = approvals_by_client(row[-2] for row in told_of)
    return {
        account: MessageMark(
            uuid=str(uuid),
            state=state,
            because=because,
            person_first=first,
            four_eyes=agreed[client].of(stage) == "FOUR_EYES",
            first_approved_by=first_approved_by,
        )
        for account, uuid, state, because, first, first_approved_by, client, stage in told_of
    }


def _kinds(found: Sequence[dict[str, Any]], on: date) -> dict[int, str]:
    """Return by account the kind of hold behind its reason, the longest that stands; of those that ended, the last."""
    named = [row["account_id"] for row in found if row["because"] in HOLD_REASONS]
    rows = Hold.objects.filter(not_lifted(on), account__in=named, first_day__lte=on)
    kinds: dict[int, str] = {}
    ordered = rows.order_by(F("invoice").asc(nulls_first=True), F("last_day").desc(nulls_first=True))
    for account, kind in ordered.values_list("account_id", "reason"):
        kinds.setdefault(account, kind)
    return kinds


def _row(
    row: dict[str, Any], due: tuple[date | None, int], mark: MessageMark | None, kinds: dict[int, str]
) -> PlanRow:
    return PlanRow(
        client=row["client__key"],
        client_name=row["client__name"],
        debtor=row["account__number"],
        name=row["account__debtor__name"],
        act=row["act"],
        because=row["because"],
        stage=row["stage"],
        channel=row["channel"],
        until=row["until"],
        open_cents=row["open_cents"],
        oldest_due=due[0],
        invoices=due[1],
        message=mark,
        hold=kinds.get(row["account_id"], ""),
        held=row["held"],
    )
