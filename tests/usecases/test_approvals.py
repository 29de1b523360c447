"""Who agrees to a message before it leaves: the rule, a person, or two; by client and by stage."""

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from voldaan.records.models import Client, Event, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import Approved, approve_messages
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.run_day import DayRun, run_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.set_approval import CannotSetApproval, set_approval, show_approvals
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db
ON = after(3)


def when(by: str, on: date = ON) -> dict[str, Any]:
    return {"on": on, "at": ten_o_clock(on), "by": by}


def agree(client: Client, by: str) -> tuple[int, int, int]:
    done: Approved = approve_messages(client, **when(by))
    return done.approved, done.first, done.same_person


def message(client: Client) -> Message:
    with rows_of(client):
        return Message.objects.get()


@pytest.fixture
def client() -> Client:
    """A client with one debtor whose first reminder is due on ON."""
    made = a_client()
    an_invoice(an_account(made))
    bank_known_until(made, ON)
    return made


def written(client: Client) -> Client:
    plan_day(client, **when("test"))
    write_messages(client, **when("test"))
    return client


def a_day(client: Client) -> DayRun:
    return run_day(client, **when("test"))


class TestTwoPeople:
    def test_the_second_is_somebody_else(self, client: Client) -> None:
        set_approval(client, "FOUR_EYES", **when("Mira"))
        written(client)
        assert agree(client, "Sanne") == (0, 1, 0)
        assert (message(client).state, message(client).first_approved_by) == ("WRITTEN", "Sanne")
        assert agree(client, "Sanne") == (0, 0, 1)
        assert send_messages([client], **when("test")).sent == 0
        assert agree(client, "Tim") == (1, 0, 0)
        assert (message(client).approved_by, message(client).first_approved_by) == ("Tim", "Sanne")
        assert send_messages([client], **when("test")).sent == 1
        assert list(verify_book([client])) == []

    def test_each_word_stands_in_the_chain(self, client: Client) -> None:
        set_approval(client, "FOUR_EYES", **when("Mira"))
        written(client)
        agree(client, "Sanne")
        agree(client, "Tim")
        with rows_of(client):
            told = Event.objects.filter(kind__contains="approv").order_by("sequence")
            found = list(told.values_list("kind", "actor"))
        assert found == [
            ("client.approval_set", "Mira"),
            ("message.first_approved", "Sanne"),
            ("message.approved", "Tim"),
        ]

    def test_the_database_knows_no_message_of_one_person_where_two_agree(self, client: Client) -> None:
        set_approval(client, "FOUR_EYES", **when("Mira"))
        written(client)
        agree(client, "Sanne")
        alone = {"state": "APPROVED", "approved_by": "Sanne", "approved_at": ten_o_clock(ON)}
        with rows_of(client), pytest.raises(IntegrityError), transaction.atomic():
            Message.objects.update(**alone)

    def test_what_one_person_approved_before_does_not_leave(self, client: Client) -> None:
        agree(written(client), "Sanne")
        set_approval(client, "FOUR_EYES", **when("Mira"))
        done = send_messages([client], **when("test"))
        assert (done.sent, done.withdrawn) == (0, 1)
        assert message(client).because == "Voor deze fase geven inmiddels twee personen akkoord."


class TestByStage:
    def test_one_stage_waits_for_a_person_where_the_rule_approves_the_others(self, client: Client) -> None:
        set_approval(client, "AUTOMATIC", **when("Mira"))
        set_approval(client, "BATCH", stage="FIRST_REMINDER", **when("Mira"))
        done = a_day(client)
        assert (done.approved, done.for_a_person, done.sent.sent) == (0, 1, 0)

    def test_the_rule_approves_one_stage_where_a_person_approves_the_others(self, client: Client) -> None:
        set_approval(client, "AUTOMATIC", stage="FIRST_REMINDER", **when("Mira"))
        done = a_day(client)
        assert (done.approved, done.sent.sent) == (1, 1)

    def test_as_the_others_again(self, client: Client) -> None:
        set_approval(client, "FOUR_EYES", stage="FIRST_REMINDER", **when("Mira"))
        set_approval(client, "", stage="FIRST_REMINDER", **when("Mira"))
        assert show_approvals(client) == ("BATCH", {})

    def test_what_the_rule_approved_does_not_leave_once_a_person_is_asked(self, client: Client) -> None:
        set_approval(client, "AUTOMATIC", **when("Mira"))
        run_day(client, **when("test"), leaves=False)
        set_approval(client, "BATCH", **when("Mira"))
        assert send_messages([client], **when("test")).withdrawn == 1

    def test_the_same_again_adds_nothing(self, client: Client) -> None:
        for _ in range(2):
            set_approval(client, "AUTOMATIC", stage="FIRST_REMINDER", **when("Mira"))
        with rows_of(client):
            assert Event.objects.filter(kind="client.approval_set").count() == 1


@pytest.mark.parametrize(("approval", "stage"), [("SOMETIMES", ""), ("", ""), ("BATCH", "DUNNING")])
def test_what_cannot_be_is_refused(client: Client, approval: str, stage: str) -> None:
    with pytest.raises(CannotSetApproval):
        set_approval(client, approval, stage=stage, **when("Mira"))
    assert show_approvals(client) == ("BATCH", {})
