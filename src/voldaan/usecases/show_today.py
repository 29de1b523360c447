"""What there is to do on a day: the plan by act, with what stands in its way."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from voldaan.records import desk
from voldaan.records.desk import PlanCounts, PlannedDays, PlanRow
from voldaan.records.desk_exceptions import ExceptionRow, exceptions_on
from voldaan.records.desk_replies import WaitingReply, waiting_replies
from voldaan.records.incoming_mails import count_of_mails, count_of_strays
from voldaan.records.models import Client
from voldaan.records.scope import rows_of
from voldaan.records.truth import Truth, payment_truth

ACTS = ("REMIND", "ASK", "HAND_OVER", "HOLD", "WAIT")
"""In the order in which a person looks at them."""

FIRST_ROWS = {"REMIND": 50, "ASK": 25, "HAND_OVER": 25, "HOLD": 10, "WAIT": 10}
"""How many accounts of an act stand on a page that shows them all."""

ROWS_A_PAGE = 75


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientTruth:
    """How far the payments of a client are known on the day that is shown."""

    client: str
    client_name: str
    truth: Truth
    stopped: int
    """Accounts that wait for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The accounts under one act, or a part of them."""

    act: str
    count: int
    first: int
    """The place of the first row that is shown, from 0."""
    rows: tuple[PlanRow, ...]

    @property
    def last(self) -> int:
        """Return the place after the last row that is shown."""
        return self.first + len(self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """The first page of the desk."""

    days: PlannedDays | None
    """None: nothing was planned yet."""
    has_invoices: bool
    counts: PlanCounts | None
    groups: tuple[Group, ...]
    truths: tuple[ClientTruth, ...]
    mails: int = 0
    """What waits in the inbox: mails of these clients, and those that nobody could place."""
    exceptions: tuple[ExceptionRow, ...] = ()
    """Those that concern a whole client."""
    replies: tuple[WaitingReply, ...] = ()
    """The messages that are no reminder and wait for a person."""


def show_today(
    clients: Sequence[Client], *, on: date | None = None, act: str | None = None, page: int = 1
) -> Today:
    """Return the plan of a day, the last planned one where none is asked for; of one act a page at a time."""
    with desk.rows_of_all(clients):
        days = desk.planned_days(on)
        if days is None:
            return Today(days=None, has_invoices=desk.has_invoices(), counts=None, groups=(), truths=())
        counts = desk.plan_counts(days.on)
        shown = _shown(days.on, counts, act, page)
        replies = tuple(waiting_replies())
        mails = count_of_mails(waiting_only=True) + count_of_strays()
    truths = tuple(_truth(client, days.on, counts) for client in clients)
    exceptions = tuple(row for client in clients for row in _of_whole(client, days.on))
    return Today(
        days=days,
        has_invoices=True,
        counts=counts,
        groups=shown,
        truths=truths,
        mails=mails,
        replies=replies,
        exceptions=exceptions,
    )


def _of_whole(client: Client, on: date) -> tuple[ExceptionRow, ...]:
    with rows_of(client):
        return exceptions_on(client, on, whole_client_only=True)


def _shown(on: date, counts: PlanCounts, act: str | None, page: int) -> tuple[Group, ...]:
    if act is not None:
        first = (max(page, 1) - 1) * ROWS_A_PAGE
        return (_group(on, counts, act, first=first, count=ROWS_A_PAGE),)
    return tuple(
        _group(on, counts, each, first=0, count=FIRST_ROWS[each]) for each in ACTS if counts.acts.get(each)
    )


def _group(on: date, counts: PlanCounts, act: str, *, first: int, count: int) -> Group:
    rows = desk.plan_rows(on, act, first=first, count=count)
    return Group(act=act, count=counts.acts.get(act, 0), first=first, rows=tuple(rows))


def _truth(client: Client, on: date, counts: PlanCounts) -> ClientTruth:
    with rows_of(client):
        truth = payment_truth(client, on)
    return ClientTruth(
        client=client.key, client_name=client.name, truth=truth, stopped=counts.stale.get(client.key, 0)
    )
