"""Agree with a debtor to pay in parts; and end that again."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Literal, get_args

from voldaan.domain.money import format_euro
from voldaan.records import events
from voldaan.records.finding import account_by_number, invoice_by_number
from voldaan.records.models import Client, Instalment, PaymentPlan, PaymentPlanInvoice
from voldaan.records.scope import one_transaction, rows_of

PlanOutcome = Literal["KEPT", "BROKEN", "WITHDRAWN"]
PLAN_OUTCOMES: tuple[PlanOutcome, ...] = get_args(PlanOutcome)


class CannotAgree(Exception):
    """The payment plan makes no sense, with a Dutch sentence that says why."""


def agree_payment_plan(
    client: Client,
    debtor: str,
    *,
    invoices: Sequence[str],
    instalments: Sequence[tuple[date, int]],
    on: date,
    at: datetime,
    by: str,
) -> int:
    """Agree a plan for these invoices, whose instalments add up to what is open of them; return its id.

    Raises:
        NotFound: the client has no such debtor or invoice.
        CannotAgree: the sums differ, or an instalment lies in the past.
    """
    with rows_of(client), one_transaction():
        events.hold_still(client)
        account = account_by_number(client, debtor)
        rows = [invoice_by_number(client, number, account=account) for number in invoices]
        owed, asked = sum(row.open_cents for row in rows), sum(cents for _, cents in instalments)
        if not rows or owed != asked:
            raise CannotAgree(
                f"De termijnen zijn samen {format_euro(asked, 'nl')}; open staat {format_euro(owed, 'nl')}."
            )
        if any(day < on for day, _ in instalments):
            raise CannotAgree("Een termijn ligt in het verleden.")
        if len({row.pk for row in rows}) < len(rows) or len({day for day, _ in instalments}) < len(
            instalments
        ):
            raise CannotAgree("Een factuur of een dag staat er twee keer in; noem elk eenmaal.")
        plan = PaymentPlan.objects.create(client=client, account=account, agreed_on=on)
        PaymentPlanInvoice.objects.bulk_create(
            PaymentPlanInvoice(client=client, payment_plan=plan, invoice=row) for row in rows
        )
        Instalment.objects.bulk_create(
            Instalment(client=client, payment_plan=plan, due_date=day, cents=cents)
            for day, cents in instalments
        )
        data = {"payment_plan": plan.pk, "invoices": [row.pk for row in rows], "cents": asked}
        agreed = events.NewEvent(
            kind="payment_plan.agreed", on=on, at=at, actor=by, account_id=account.pk, data=data
        )
        events.append(client, agreed)
    return plan.pk


def end_payment_plan(
    client: Client, plan_id: int, *, outcome: PlanOutcome, on: date, at: datetime, by: str
) -> None:
    """End a payment plan. What is still open follows the strategy again; one that was BROKEN is an incident to it.

    Raises:
        CannotAgree: there is no such plan of this client, it ended before, or the outcome is none that we know.
    """
    if outcome not in PLAN_OUTCOMES:
        raise CannotAgree(
            f"{outcome!r} is geen afloop van een regeling die wij kennen. Kies uit: {', '.join(PLAN_OUTCOMES)}."
        )
    with rows_of(client), one_transaction():
        events.hold_still(client)
        plan = PaymentPlan.objects.filter(pk=plan_id, ended_on__isnull=True).first()
        if plan is None:
            raise CannotAgree("Deze betalingsregeling is er niet, of is al beëindigd.")
        plan.ended_on, plan.outcome = on, outcome
        plan.save(update_fields=["ended_on", "outcome"])
        ended = events.NewEvent(
            kind="payment_plan.ended",
            on=on,
            at=at,
            actor=by,
            account_id=plan.account_id,
            data={"payment_plan": plan.pk, "outcome": outcome},
        )
        events.append(client, ended)
