"""The whole day of a client: match, decide, ask the client where that is agreed, write, and send."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from voldaan.records.models import Client
from voldaan.usecases.approve_messages import BY_RULE, Approved, approve_messages, waiting_for_a_person
from voldaan.usecases.ask_client import Asked, ask_client
from voldaan.usecases.match_payments import match_payments
from voldaan.usecases.plan_day import Planned, plan_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.sending_run import Sent
from voldaan.usecases.set_approval import show_approvals
from voldaan.usecases.write_messages import Written, write_messages
from voldaan.usecases.write_statements import write_statements
from voldaan.usecases.write_thanks import write_thanks


@dataclass(frozen=True, slots=True, kw_only=True)
class DayRun:
    """What a day did for one client."""

    client: Client
    matched: int
    planned: Planned
    asked: Asked
    written: Written
    thanked: Written
    """Thank-yous to who paid after a reminder."""
    stated: Written
    """The month's statements of account."""
    approved: int
    first_approved: int
    """Messages to which the first of two people agreed."""
    for_a_person: int
    """Messages that a person looks at first, also where the client's rule approves the others."""
    sent: Sent


def run_day(
    client: Client, *, on: date, at: datetime, by: str, approve: bool = False, leaves: bool = True
) -> DayRun:
    """Run the day `on` for `client`. Messages leave when `approve` is given, or the client's rule approves them.

    Where the client is asked first, what is about to be reminded is put on a list for it, and waits.
    With `leaves` False they are approved and wait: for a day that is not today, where mail would be real.
    """
    # A run of many clients takes hours: what was agreed with this one can have changed since it was named.
    client.refresh_from_db()
    matched = match_payments(client, on=on, at=at, by=by)
    planned = plan_day(client, on=on, at=at, by=by)
    asked = ask_client(client, on=on, at=at, by=by) if planned.day.facts.asks_first else Asked()
    if asked.invoices:
        planned = plan_day(client, on=on, at=at, by=by)
    written = write_messages(client, on=on, at=at, by=by)
    if written.refused:
        planned = plan_day(client, on=on, at=at, by=by)
    thanked = write_thanks(client, on=on, at=at, by=by)
    stated = write_statements(client, on=on, at=at, by=by)
    approved, sent = Approved(), Sent()
    if approve or show_approvals(client).any_by_rule:
        rule = by if approve else BY_RULE
        approved = approve_messages(client, on=on, at=at, by=rule, by_rule=not approve)
        if leaves:
            sent = send_messages([client], on=on, at=at, by=by)
    return DayRun(
        client=client,
        matched=len(matched),
        planned=planned,
        asked=asked,
        written=written,
        thanked=thanked,
        stated=stated,
        approved=approved.approved,
        first_approved=approved.first,
        for_a_person=waiting_for_a_person(client),
        sent=sent,
    )


def as_json(done: DayRun) -> dict[str, Any]:
    """Return a day as `voldaan run --json` prints it."""
    day = done.planned.day
    return {
        "kind": "run",
        "client": done.client.key,
        "on": day.on.isoformat(),
        "payments_until": day.truth.until.isoformat() if day.truth.until else None,
        "payment_truth_fresh": day.truth.fresh,
        "truth_says": day.truth.because,
        "matched": done.matched,
        "acts": done.planned.acts,
        "stopped_by_stale_truth": done.planned.stopped_by_truth,
        "client_asked": done.asked.invoices,
        "written": done.written.written,
        "thanked": done.thanked.written,
        "statements": done.stated.written,
        "refused": [*done.written.refusals, *done.thanked.refusals, *done.stated.refusals],
        "in_another_language": [
            *done.written.otherwise,
            *done.thanked.otherwise,
            *done.stated.otherwise,
        ],
        "approved": done.approved,
        "first_approved": done.first_approved,
        "for_a_person": done.for_a_person,
        "sent": done.sent.sent,
        "withdrawn": done.written.withdrawn + done.sent.withdrawn,
        "failed": done.sent.failed,
        "ambiguous": done.sent.ambiguous,
        "waiting": done.sent.waiting,
        "remarks": done.sent.remarks,
    }
