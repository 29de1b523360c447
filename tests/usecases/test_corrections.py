"""What a person corrects, and what asks a person rather than being forgotten."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import DUE, a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from voldaan.records.models import Client, Debtor, Decision, Event, Invoice
from voldaan.records.scope import rows_of
from voldaan.usecases.agree_payment_plan import CannotAgree, agree_payment_plan
from voldaan.usecases.change_debtor import CannotChange, DebtorChange, change_debtor
from voldaan.usecases.end_direct_debit import CannotEndDirectDebit, end_direct_debit
from voldaan.usecases.open_dispute import open_dispute
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.settle_invoice import settle_invoice

pytestmark = pytest.mark.django_db


@pytest.fixture
def client() -> Client:
    """A client with one overdue invoice, whose payments are known for months."""
    made = a_client(truth_days_max=400)
    an_invoice(an_account(made))
    bank_known_until(made, after(60))
    return made


def when(on: date) -> dict[str, Any]:
    return {"on": on, "at": ten_o_clock(on), "by": "Kim"}


def decided(client: Client, on: date) -> str:
    _, rows = preview_day(client, on=on)
    return ", ".join(f"{row.decision.act} {row.decision.because}" for row in rows)


class TestDirectDebit:
    @pytest.mark.parametrize(
        ("days", "says"),
        [
            (13, "HOLD DIRECT_DEBIT_RUNNING"),
            (14, "HOLD DIRECT_DEBIT_RUNNING"),
            (15, "ASK DIRECT_DEBIT_NOT_SEEN"),
        ],
    )
    def test_when_it_is_over_a_person_is_asked(self, client: Client, days: int, says: str) -> None:
        with rows_of(client):
            Invoice.objects.update(direct_debit_until=after(14))
        assert decided(client, after(days)) == says

    def test_the_person_says_that_it_failed(self, client: Client) -> None:
        with rows_of(client):
            Invoice.objects.update(direct_debit_until=after(14))
        end_direct_debit(client, "2026-0001", **when(after(15)))
        assert decided(client, after(15)) == "REMIND STAGE_REACHED"
        with pytest.raises(CannotEndDirectDebit, match="geen automatische incasso"):
            end_direct_debit(client, "2026-0001", **when(after(15)))


@pytest.mark.parametrize(("days", "says"), [(20, "HOLD DISPUTED"), (21, "ASK ANSWER_OVERDUE")])
def test_a_dispute_that_nobody_answers_asks(client: Client, days: int, says: str) -> None:
    open_dispute(client, "2026-0001", owner="Kim", answer_by=after(20), **when(after(5)))
    assert decided(client, after(days)) == says


class TestPaymentPlan:
    @pytest.fixture
    def planned(self, client: Client) -> Client:
        terms = [(after(10), 5_000), (after(40), 7_500)]
        agree_payment_plan(
            client,
            "D1",
            invoices=["2026-0001"],
            instalments=terms,
            **when(after(5)),
        )
        return client

    @pytest.mark.parametrize(("days", "says"), [(12, "HOLD ON_PAYMENT_PLAN"), (13, "ASK INSTALMENT_MISSED")])
    def test_a_missed_instalment_asks(self, planned: Client, days: int, says: str) -> None:
        assert decided(planned, after(days)) == says

    def test_a_paid_instalment_does_not(self, planned: Client) -> None:
        with rows_of(planned):
            Invoice.objects.update(open_cents=7_500)
        assert decided(planned, after(30)) == "HOLD ON_PAYMENT_PLAN"

    def test_the_same_day_twice_is_refused(self, client: Client) -> None:
        terms = [(after(10), 6_250), (after(10), 6_250)]
        with pytest.raises(CannotAgree, match="twee keer"):
            agree_payment_plan(client, "D1", invoices=["2026-0001"], instalments=terms, **when(after(5)))


class TestDebtor:
    def test_a_person_corrects_an_address_and_the_events_name_only_the_fields(self, client: Client) -> None:
        change = DebtorChange(email="nieuw@klant.example", language="en", street="Kade 9")
        assert change_debtor(client, "D1", change=change, **when(DUE)) == ["email", "language", "street"]
        with rows_of(client):
            debtor = Debtor.objects.get()
            told = Event.objects.get(kind="debtor.changed").data
        assert (debtor.email, debtor.language) == ("nieuw@klant.example", "en")
        assert "nieuw@" not in told
        assert "email" in told

    def test_what_is_the_same_changes_nothing(self, client: Client) -> None:
        assert change_debtor(client, "D1", change=DebtorChange(email="d1@klant.example"), **when(DUE)) == []

    @pytest.mark.parametrize(
        ("change", "says"),
        [
            (DebtorChange(email="a@b.example; c@d.example"), "geen e-mailadres"),
            (DebtorChange(capacity="KING"), "kennen wij niet"),
            (DebtorChange(language="fr"), "Nederlands"),
            (DebtorChange(country="Nederland"), "twee letters"),
        ],
    )
    def test_what_cannot_be_is_refused(self, client: Client, change: DebtorChange, says: str) -> None:
        with pytest.raises(CannotChange, match=says):
            change_debtor(client, "D1", change=change, **when(DUE))


@pytest.mark.parametrize(
    ("days", "says"), [(-1, "REMIND STAGE_REACHED"), (-2, "HOLD EARLIER_DAYS_NOT_COVERED")]
)
def test_an_invoice_handed_in_before_the_first_statement_waits(days: int, says: str) -> None:
    made = a_client(truth_days_max=400)
    first_day = date(2026, 1, 1)
    an_invoice(an_account(made), known_from=first_day + timedelta(days=days))
    bank_known_until(made, after(10))
    assert decided(made, after(5)) == says


def test_what_is_settled_is_the_last_word_of_an_account(client: Client) -> None:
    plan_day(client, **when(after(5)))
    settle_invoice(client, "2026-0001", **when(after(6)))
    plan_day(client, **when(after(7)))
    plan_day(client, **when(after(8)))
    with rows_of(client):
        said = list(Decision.objects.order_by("pk").values_list("act", "because"))
    assert said == [("REMIND", "STAGE_REACHED"), ("WAIT", "SETTLED")]
