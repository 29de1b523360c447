"""When something that went wrong is an incident, and when it is over: just before, on, just after."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from voldaan.records.allocating import NewAllocation, allocate
from voldaan.records.incidents import incidents
from voldaan.records.models import Client, Invoice, PaymentPlan
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.agree_payment_plan import CannotAgree, agree_payment_plan, end_payment_plan
from voldaan.usecases.end_direct_debit import end_direct_debit
from voldaan.usecases.open_dispute import close_dispute, open_dispute
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.record_promise import record_promise

pytestmark = pytest.mark.django_db

Doing = Callable[[Client], None]


@pytest.fixture
def client() -> Client:
    """A client with one overdue invoice of 125 euro."""
    made = a_client(truth_days_max=400)
    an_invoice(an_account(made))
    bank_known_until(made, after(90))
    return made


def when(days: int) -> dict[str, Any]:
    return {"on": after(days), "at": ten_o_clock(after(days)), "by": "Kim"}


def incident(client: Client, days: int) -> tuple[str, date] | None:
    """Return the incident of the only invoice on a day, and the day on which it became clear."""
    with rows_of(client):
        return next(iter(incidents(client, after(days), None, days_after_promise=2).values()), None)


def promises(made: int, last: int) -> Doing:
    return lambda client: (record_promise(client, "D1", last_day=after(last), **when(made)), None)[1]


def pays(cents: int, days: int) -> Doing:
    def do(client: Client) -> None:
        with rows_of(client), one_transaction():
            word = NewAllocation(Invoice.objects.get().pk, "CLIENT_WORD", cents, after(days))
            allocate(client, [word], at=ten_o_clock(after(days)))

    return do


def plan(agreed: int, ended: int, outcome: Any) -> Doing:
    def do(client: Client) -> None:
        with rows_of(client):
            cents = Invoice.objects.get().open_cents
        terms = [(after(agreed + 7), cents)]
        made = agree_payment_plan(client, "D1", invoices=["2026-0001"], instalments=terms, **when(agreed))
        end_payment_plan(client, made, outcome=outcome, **when(ended))

    return do


def debit_fails(days: int) -> Doing:
    def do(client: Client) -> None:
        with rows_of(client):
            Invoice.objects.update(direct_debit_until=after(60))
        end_direct_debit(client, "2026-0001", **when(days))

    return do


def debit_runs(client: Client) -> None:
    with rows_of(client):
        Invoice.objects.update(direct_debit_until=after(60))


def disputes(opened: int) -> Doing:
    def do(client: Client) -> None:
        open_dispute(client, "2026-0001", owner="Kim", answer_by=after(opened + 1), **when(opened))
        close_dispute(client, "2026-0001", outcome="uitgelegd", **when(opened))

    return do


@pytest.mark.parametrize(("days", "clear"), [(12, None), (13, 13), (30, 13)])
def test_a_promise_is_broken_when_its_days_under_way_are_over(
    client: Client, days: int, clear: int | None
) -> None:
    promises(5, 10)(client)
    assert incident(client, days) == (None if clear is None else ("BROKEN_PROMISE", after(clear)))


@pytest.mark.parametrize(("days", "clear"), [(19, None), (20, 20), (21, 20)])
@pytest.mark.parametrize(
    ("makes", "code"), [(plan(5, 20, "BROKEN"), "FAILED_PLAN"), (debit_fails(20), "RETURNED_DEBIT")]
)
def test_a_plan_or_a_debit_has_failed_from_the_day_on_which_somebody_said_so(
    client: Client, makes: Doing, code: str, days: int, clear: int | None
) -> None:
    makes(client)
    assert incident(client, days) == (None if clear is None else (code, after(clear)))


@pytest.mark.parametrize("outcome", ["KEPT", "WITHDRAWN"])
def test_a_plan_that_was_kept_or_withdrawn_is_none(client: Client, outcome: str) -> None:
    plan(5, 20, outcome)(client)
    assert incident(client, 40) is None


BROKEN, FAILED, RETURNED = promises(5, 10), plan(5, 20, "BROKEN"), debit_fails(20)
"""Clear on day 13, day 20 and day 20."""


@pytest.mark.parametrize(
    ("happens", "code"),
    [
        # paid and opened again
        ((BROKEN, pays(12_500, 15), pays(-12_500, 25)), None),
        ((BROKEN, pays(12_500, 6), pays(-12_500, 25)), None),
        ((pays(12_500, 3), pays(-12_500, 5), BROKEN), "BROKEN_PROMISE"),
        ((pays(12_500, 3), pays(-12_500, 6), BROKEN), None),
        ((BROKEN, pays(6_000, 15), pays(-6_000, 25)), "BROKEN_PROMISE"),
        ((FAILED, pays(12_500, 20), pays(-12_500, 21)), None),
        ((FAILED, pays(12_500, 18), pays(-12_500, 20)), "FAILED_PLAN"),
        ((RETURNED, pays(12_500, 22), pays(-12_500, 25)), None),
        ((pays(12_500, 4), pays(-12_500, 20), RETURNED), "RETURNED_DEBIT"),
        # promised, agreed or disputed since
        ((BROKEN, promises(14, 38)), None),
        ((BROKEN, promises(14, 20)), "BROKEN_PROMISE"),
        ((BROKEN, plan(14, 30, "WITHDRAWN")), None),
        ((BROKEN, plan(5, 12, "WITHDRAWN")), None),
        ((BROKEN, plan(14, 30, "BROKEN")), "FAILED_PLAN"),
        ((BROKEN, disputes(14)), None),
        ((BROKEN, disputes(5)), None),
        ((disputes(4), BROKEN), "BROKEN_PROMISE"),
        ((FAILED, promises(19, 39)), "FAILED_PLAN"),
        ((FAILED, promises(20, 39)), None),
        ((FAILED, promises(20, 22)), "BROKEN_PROMISE"),
        ((FAILED, plan(20, 25, "KEPT")), None),
        ((FAILED, disputes(20)), None),
        ((RETURNED, promises(20, 39)), None),
        ((RETURNED, promises(19, 39)), "RETURNED_DEBIT"),
        ((RETURNED, disputes(20)), None),
        # a new direct debit
        ((RETURNED, debit_runs), None),
        ((RETURNED, debit_fails(30)), "RETURNED_DEBIT"),
        # the latest counts
        ((BROKEN, RETURNED), "RETURNED_DEBIT"),
    ],
)  # fmt: skip
def test_an_incident_does_not_outlive_its_reason(
    client: Client, happens: tuple[Doing, ...], code: str | None
) -> None:
    for do in happens:
        do(client)
    found = incident(client, 40)
    assert (found[0] if found else None) == code


def test_a_new_return_counts_from_its_own_day(client: Client) -> None:
    debit_fails(20)(client)
    debit_fails(30)(client)
    assert incident(client, 40) == ("RETURNED_DEBIT", after(30))


def test_what_people_once_wrote_as_the_outcome_stays_readable_and_is_no_incident(client: Client) -> None:
    plan(5, 20, "KEPT")(client)
    with rows_of(client):
        PaymentPlan.objects.update(outcome="afgelopen")
    assert incident(client, 40) is None
    with rows_of(client):
        PaymentPlan.objects.update(outcome="broken")
    assert incident(client, 40) == ("FAILED_PLAN", after(20))


def test_an_unknown_outcome_is_refused_with_those_that_are_known(client: Client) -> None:
    with pytest.raises(CannotAgree, match="KEPT, BROKEN, WITHDRAWN"):
        plan(5, 20, "afgelopen")(client)


def test_what_is_settled_has_no_incident(client: Client) -> None:
    BROKEN(client)
    pays(12_500, 15)(client)
    assert incident(client, 40) is None
    assert preview_day(client, on=after(40))[1] == []
