"""A message outside the hours of its strategy waits, whoever it is for (P6); the law's hours hold beside them."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tests.builders import (
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
from voldaan.records.models import Client, Invoice, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.make_exception import Wish, make_exception
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.send_messages import Sent, send_messages
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db

ON = after(3)
"""A Thursday."""


def ready(hours: str, *, by_agency: bool = False, capacity: str = "LEGAL_PERSON", on: date = ON) -> Client:
    """Return a client of whom a message is approved and waits, under a strategy with these hours."""
    a_strategy(manners=f"hours = [{hours}]" if hours else "")
    client = a_client()
    if by_agency:
        an_engagement(client, an_agency())
    an_invoice(an_account(client, name="Jo van Velzen", capacity=capacity))
    bank_known_until(client, on)
    plan_day(client, on=on, at=ten_o_clock(on), by="test")
    write_messages(client, on=on, at=ten_o_clock(on), by="test")
    approve_messages(client, on=on, at=ten_o_clock(on), by="Kim")
    return client


def send(client: Client, clock: str, on: date = ON) -> Sent:
    at = datetime.combine(on, time.fromisoformat(clock), tzinfo=ZoneInfo("Europe/Amsterdam"))
    return send_messages([client], on=on, at=at, by="test")


def kept(client: Client) -> tuple[str, str]:
    with rows_of(client):
        message = Message.objects.get()
    return message.state, message.because


@pytest.mark.parametrize("capacity", ["LEGAL_PERSON", "CONSUMER", "SOLE_TRADER"])
@pytest.mark.parametrize(("clock", "sent"), [("08:59", 0), ("09:00", 1), ("16:59", 1), ("17:00", 0)])
def test_before_on_and_after_the_hours(clock: str, sent: int, capacity: str) -> None:
    client = ready('"09:00", "17:00"', capacity=capacity)
    done = send(client, clock)
    assert (done.sent, done.waiting) == (sent, 1 - sent)
    assert kept(client)[0] == ("SENT" if sent else "APPROVED")


def test_it_says_until_when_it_waits_and_then_it_leaves() -> None:
    client = ready('"09:00", "17:00"')
    send(client, "17:00")
    assert kept(client) == (
        "APPROVED",
        "De strategie Trouw verstuurt tussen 09:00 en 17:00. Dit bericht wacht tot 06-03-2026 09:00.",
    )
    bank_known_until(client, after(4))
    assert send(client, "09:00", after(4)).sent == 1


@pytest.mark.parametrize("clock", ["03:00", "23:59"])
def test_a_strategy_without_hours_keeps_nobody_waiting(clock: str) -> None:
    assert send(ready(""), clock).sent == 1


@pytest.mark.parametrize(
    ("hours", "clock", "until"),
    [
        ('"06:00", "20:00"', "06:30", "07:00"),
        ('"08:00", "20:00"', "07:30", "05-03-2026 08:00"),
    ],
)
def test_the_hours_of_the_law_hold_beside_them(hours: str, clock: str, until: str) -> None:
    client = ready(hours, by_agency=True, capacity="CONSUMER")
    assert send(client, clock).sent == 0
    assert until in kept(client)[1]


def test_where_the_law_leaves_none_of_its_hours_somebody_is_told_to_change_it() -> None:
    a_strategy("laat", manners='hours = ["20:00", "22:00"]\n[for_whom]\ndebtor = ["PUBLIC_BODY"]')
    client = ready("", by_agency=True, capacity="CONSUMER")
    wish = Wish(kind="STRATEGY", value="laat", reason="Vergissing.")
    make_exception(client, wish, debtor="D1", on=ON, at=ten_o_clock(ON), by="Kim")
    assert send(client, "19:00").sent == 0
    assert "pas de strategie aan" in kept(client)[1]


def test_for_a_person_the_next_moment_of_a_saturday_night_is_a_monday() -> None:
    client = ready('"08:00", "12:00"', by_agency=True, capacity="CONSUMER", on=after(5))
    assert send(client, "13:00", after(5)).sent == 0
    assert "wacht tot 09-03-2026 08:00" in kept(client)[1]


def test_what_is_overtaken_is_withdrawn_outside_the_hours_too() -> None:
    client = ready('"09:00", "17:00"')
    with rows_of(client):
        Invoice.objects.update(open_cents=0)
    assert send(client, "20:00").withdrawn == 1


def test_a_strategy_that_is_gone_keeps_the_messages_of_its_own_client_here() -> None:
    client = ready("")
    client.strategy = "weg"
    client.save()
    done = send(client, "10:00")
    assert (done.sent, done.waiting) == (0, 1)
    state, because = kept(client)
    assert state == "APPROVED"
    assert because.startswith("er is geen strategie 'weg'. Bekend zijn: ")
