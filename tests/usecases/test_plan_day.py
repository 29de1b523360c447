"""A day is decided once for every account, kept where it differs, and the same wherever it is decided (P4, P15)."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection

from tests.builders import (
    DUE,
    IBAN,
    OTHER_IBAN,
    a_client,
    after,
    an_account,
    an_agency,
    an_engagement,
    an_invoice,
    bank_known_until,
    ten_o_clock,
)
from tests.usecases.strategies import a_strategy
from voldaan.domain.strategy.facts import Decision
from voldaan.domain.strategy.language import StrategyError
from voldaan.records.models import Client, ClientIban, DayPlan, Event, Hold, Invoice
from voldaan.records.models import Decision as KeptDecision
from voldaan.records.scope import rows_of
from voldaan.usecases.make_exception import Wish, make_exception
from voldaan.usecases.open_dispute import open_dispute
from voldaan.usecases.place_hold import lift_hold, place_hold
from voldaan.usecases.plan_day import Planned, day_of, decided, plan_day
from voldaan.usecases.preview_day import preview_day
from voldaan.usecases.record_promise import record_promise
from voldaan.usecases.settle_invoice import settle_invoice

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)


def plan(client: Client, on: date = ON) -> Planned:
    return plan_day(client, on=on, at=ten_o_clock(on), by="test")


def kept(client: Client) -> list[tuple[str, str]]:
    with rows_of(client):
        return list(KeptDecision.objects.order_by("pk").values_list("act", "because"))


def decision(client: Client, on: date = ON) -> Decision:
    with rows_of(client):
        ((_, found),) = decided(day_of(client, on))
    return found


@pytest.fixture
def client() -> Client:
    made = a_client()
    an_invoice(an_account(made))
    bank_known_until(made, ON)
    return made


def test_every_account_with_something_open_gets_one_decision(client: Client) -> None:
    an_invoice(an_account(client, "D2"), "2026-0002", due_date=after(30))
    an_invoice(an_account(client, "D3"), "2026-0003", open_cents=0)
    an_account(client, "D4")
    planned = plan(client)
    assert (planned.accounts, planned.changed) == (2, 2)
    assert planned.acts == {"REMIND": 1, "WAIT": 1}
    assert kept(client) == [("REMIND", "STAGE_REACHED"), ("WAIT", "NOT_YET_DUE")]


def test_the_same_day_again_adds_no_decision_and_one_event(client: Client) -> None:
    plan(client)
    again = plan(client)
    assert (again.accounts, again.changed, len(kept(client))) == (1, 0, 1)
    with rows_of(client):
        assert Event.objects.filter(kind="day.planned").count() == 2
        assert len(set(DayPlan.objects.values_list("digest", flat=True))) == 1


def test_only_what_differs_is_kept(client: Client) -> None:
    an_invoice(an_account(client, "D2"), "2026-0002", due_date=after(30))
    plan(client)
    place_hold(client, "D1", reason="PERSON_ASKED", on=ON, at=ten_o_clock(ON), by="test")
    assert plan(client).changed == 1
    assert kept(client)[-1] == ("HOLD", "ON_HOLD")


def test_a_wait_stands_until_its_day_and_then_changes(client: Client) -> None:
    assert plan(client, after(1)).changed == 1
    assert plan(client, after(2)).changed == 0
    assert plan(client, after(3)).changed == 1
    assert kept(client) == [("WAIT", "STAGE_NOT_REACHED"), ("REMIND", "STAGE_REACHED")]


def test_a_preview_is_the_plan_and_changes_nothing(client: Client) -> None:
    _, (row,) = preview_day(client, on=ON)
    with rows_of(client):
        assert (DayPlan.objects.count(), Event.objects.count()) == (0, 0)
    plan(client)
    assert kept(client) == [(row.decision.act, row.decision.because)]


def test_another_client_is_not_touched(client: Client) -> None:
    other = a_client("slager")
    an_invoice(an_account(other), "2026-0001")
    plan(client)
    assert kept(other) == []
    assert decision(other).because == "PAYMENT_TRUTH_STALE"


@pytest.mark.parametrize(
    ("said", "because"),
    [(-5, "PAYMENT_TRUTH_STALE"), (-4, "STAGE_REACHED"), (-3, "STAGE_REACHED")],
)
def test_how_old_the_clients_word_may_be(said: int, because: str) -> None:
    made = a_client(payment_truth="CLIENT_WORD")
    account = an_account(made)
    an_invoice(account)
    an_invoice(account, "2026-0002")
    day = after(said, ON)
    settle_invoice(made, "2026-0002", on=day, at=ten_o_clock(day), by="test")
    assert decision(made).because == because


@pytest.mark.parametrize(
    ("age", "because"), [(3, "STAGE_REACHED"), (4, "STAGE_REACHED"), (5, "PAYMENT_TRUTH_STALE")]
)
def test_how_old_the_payment_truth_may_be(age: int, because: str) -> None:
    made = a_client()
    an_invoice(an_account(made), due_date=after(-30))
    bank_known_until(made, after(-age))
    planned = plan(made, DUE)
    assert decision(made, DUE).because == because
    assert planned.stopped_by_truth == (because != "STAGE_REACHED")


def test_the_slowest_of_two_bank_accounts_counts(client: Client) -> None:
    with rows_of(client):
        ClientIban.objects.create(client=client, iban=OTHER_IBAN, name="spaarrekening")
    assert decision(client).because == "PAYMENT_TRUTH_STALE"
    bank_known_until(client, DUE, iban=OTHER_IBAN)
    assert (decision(client).act, day_until(client)) == ("REMIND", DUE)


def day_until(client: Client) -> date | None:
    with rows_of(client):
        return day_of(client, ON).truth.until


def test_a_client_without_a_bank_account_knows_nothing(client: Client) -> None:
    with rows_of(client):
        ClientIban.objects.filter(iban=IBAN).delete()
        assert "geen rekening bekend" in day_of(client, ON).truth.because
    assert decision(client).because == "PAYMENT_TRUTH_STALE"


class TestBlocks:
    @pytest.mark.parametrize(("day", "because"), [(5, "ON_HOLD"), (6, "ON_HOLD"), (7, "STAGE_REACHED")])
    def test_a_hold_ends_after_its_last_day(self, client: Client, day: int, because: str) -> None:
        bank_known_until(client, after(7))
        place_hold(
            client, "D1", reason="PERSON_ASKED", last_day=after(6), on=ON, at=ten_o_clock(ON), by="test"
        )
        assert decision(client, after(day)).because == because

    def test_a_hold_begins_on_its_day(self, client: Client) -> None:
        place_hold(client, "D1", reason="PERSON_ASKED", on=after(4), at=ten_o_clock(ON), by="test")
        assert decision(client, ON).act == "REMIND"

    def test_a_lifted_hold(self, client: Client) -> None:
        placed = place_hold(client, "D1", reason="PERSON_ASKED", on=ON, at=ten_o_clock(ON), by="test")
        lift_hold(client, placed.id, on=ON, at=ten_o_clock(ON), by="test")
        assert decision(client).act == "REMIND"

    def test_a_hold_on_one_invoice_leaves_the_other(self, client: Client) -> None:
        with rows_of(client):
            account = Invoice.objects.get().account
        other = an_invoice(account, "2026-0002")
        place_hold(
            client, "D1", reason="PERSON_ASKED", invoice="2026-0001", on=ON, at=ten_o_clock(ON), by="test"
        )
        found = decision(client)
        assert (found.act, found.invoices) == ("REMIND", (other.pk,))
        assert [one.because for one in found.others] == ["ON_HOLD"]

    def test_what_is_on_hold_is_not_forgotten(self, client: Client) -> None:
        """A hold row that another client has does not hold here."""
        other = a_client("slager")
        an_invoice(an_account(other))
        place_hold(other, "D1", reason="PERSON_ASKED", on=ON, at=ten_o_clock(ON), by="test")
        with rows_of(client):
            assert Hold.objects.count() == 0
        assert decision(client).act == "REMIND"

    @pytest.mark.parametrize(("day", "because"), [(11, "PROMISED"), (12, "PROMISED"), (13, "STAGE_REACHED")])
    def test_a_promise_and_its_grace(self, client: Client, day: int, because: str) -> None:
        bank_known_until(client, after(13))
        record_promise(client, "D1", last_day=after(10), on=ON, at=ten_o_clock(ON), by="test")
        assert decision(client, after(day)).because == because

    def test_a_dispute_comes_before_a_promise(self, client: Client) -> None:
        record_promise(client, "D1", last_day=after(10), on=ON, at=ten_o_clock(ON), by="test")
        open_dispute(
            client, "2026-0001", owner="Sanne", answer_by=after(10), on=ON, at=ten_o_clock(ON), by="test"
        )
        assert decision(client).because == "DISPUTED"


class TestEngagement:
    @pytest.mark.parametrize(("first", "by_agency"), [(2, True), (3, True), (4, False)])
    def test_it_runs_from_its_first_day(self, client: Client, first: int, by_agency: bool) -> None:
        an_engagement(client, an_agency(), first_day=after(first))
        with rows_of(client):
            assert day_of(client, ON).facts.by_agency is by_agency

    @pytest.mark.parametrize(("last", "by_agency"), [(2, False), (3, True), (4, True)])
    def test_it_runs_until_its_last_day(self, client: Client, last: int, by_agency: bool) -> None:
        an_engagement(client, an_agency(), last_day=after(last))
        with rows_of(client):
            assert day_of(client, ON).facts.by_agency is by_agency

    @pytest.mark.parametrize(
        "lacks", ["registered_name", "registration_mark", "coc_number", "street", "city"]
    )
    def test_an_agency_that_lacks_a_fact_asks_about_persons_only(self, lacks: str) -> None:
        made = a_client()
        an_engagement(made, an_agency(**{lacks: ""}))
        an_invoice(an_account(made, "D1", capacity="SOLE_TRADER"), "2026-0001")
        an_invoice(an_account(made, "D2", capacity="LEGAL_PERSON"), "2026-0002")
        bank_known_until(made, ON)
        _, rows = preview_day(made, on=ON)
        assert [(row.debtor, row.decision.because) for row in rows] == [
            ("D1", "CLAIM_FACTS_MISSING"), ("D2", "STAGE_REACHED"),
        ]  # fmt: skip

    def test_its_payment_truth_is_the_truth(self, client: Client) -> None:
        an_engagement(client, an_agency(), payment_truth="LEDGER")
        assert decision(client).because == "PAYMENT_TRUTH_STALE"


def test_a_debtor_abroad_is_for_a_person() -> None:
    made = a_client()
    an_invoice(an_account(made, country="BE"))
    bank_known_until(made, ON)
    assert (decision(made).act, decision(made).because) == ("ASK", "DEBTOR_ABROAD")


def test_a_strategy_that_nobody_knows_is_named(client: Client) -> None:
    Client.objects.update(strategy="zomaar")
    client.refresh_from_db()
    with pytest.raises(StrategyError, match="geen strategie 'zomaar'"):
        plan(client)


def test_a_strategy_that_is_chosen_while_the_day_begins_is_followed(client: Client) -> None:
    a_strategy("later")
    chosen: list[str] = []

    def chooses_after(
        execute: Callable[..., Any], sql: str, parameters: Any, many: bool, context: Any
    ) -> Any:
        found = execute(sql, parameters, many, context)
        if "FROM records_departure" in sql and "kind = 'STRATEGY'" in sql and not chosen:
            chosen.append("later")
            wish = Wish(kind="STRATEGY", value="later", reason="Grote klant.")
            make_exception(client, wish, debtor="D1", on=ON, at=ten_o_clock(ON), by="Sanne")
        return found

    with connection.execute_wrapper(chooses_after):
        planned = plan(client)
    assert chosen
    assert set(planned.day.strategies.named) == {"later"}
