"""The day that a sender read stands until somebody else writes to the client's book."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.db import connections

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.mail_server import Received, mail_server
from voldaan.records import events
from voldaan.records.models import Client, Message
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.choose_strategies import choose_strategies
from voldaan.usecases.plan_day import Day, plan_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.standing_day import StandingDay
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)


@pytest.fixture
def client() -> Client:
    made = a_client()
    an_invoice(an_account(made))
    bank_known_until(made, ON)
    return made


def day(days: StandingDay, client: Client) -> Day:
    with rows_of(client), one_transaction():
        events.hold_still(client)
        return days.of(client)


def an_event(client: Client) -> events.Appended:
    with rows_of(client), one_transaction():
        told = events.NewEvent(kind="client.changed", on=ON, at=ten_o_clock(ON), actor="test")
        return events.append(client, told)


def test_it_is_read_once_while_nobody_else_writes(client: Client) -> None:
    days = StandingDay(on=ON)
    first = day(days, client)
    assert day(days, client) is first
    days.goes_on(an_event(client))
    assert day(days, client) is first


def test_it_is_read_anew_after_somebody_else_wrote(client: Client) -> None:
    days = StandingDay(on=ON)
    first = day(days, client)
    an_event(client)
    days.goes_on(an_event(client))
    assert day(days, client) is not first


def test_it_is_one_clients(client: Client) -> None:
    days = StandingDay(on=ON)
    day(days, client)
    other = a_client("zeester")
    assert day(days, other).client == other
    assert day(days, client).client == client


class TestWhileMessagesLeave:
    @pytest.fixture
    def server(self, monkeypatch: pytest.MonkeyPatch) -> Iterator[Received]:
        with mail_server() as (url, received):
            monkeypatch.setattr(settings.INSTALLATION, "smtp_url", url)
            yield received

    def test_a_strategy_that_is_chosen_meanwhile_holds_for_the_next_message(
        self, client: Client, server: Received
    ) -> None:
        an_invoice(an_account(client, "D2"), "2026-0002")
        when = {"on": ON, "at": ten_o_clock(ON), "by": "test"}
        plan_day(client, **when)
        write_messages(client, **when)
        approve_messages(client, **when)

        def another_strategy() -> None:
            choose_strategies(Client.objects.get(pk=client.pk), "loyal-customer", **when)
            connections.close_all()

        server.then = another_strategy
        done = send_messages([client], **when)
        assert (done.sent, done.withdrawn, len(server.messages)) == (1, 1, 1)
        with rows_of(client):
            states = Message.objects.order_by("pk").values_list("state", flat=True)
            assert list(states) == ["SENT", "WITHDRAWN"]
