"""Several senders at once, killed at random, before a server that refuses, stalls and breaks off (P3)."""

import os

import pytest
from django.conf import settings

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.killed_senders import counts, send_and_kill, wrongs
from tests.usecases.unruly_server import unruly_server
from voldaan.records.models import Client
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)
MESSAGES = 150
SEED = int(os.environ.get("VOLDAAN_SEED", "7"))


@pytest.fixture
def client() -> Client:
    """A client with many approved messages."""
    made = a_client()
    for number in range(1, MESSAGES + 1):
        an_invoice(an_account(made, f"D{number}"), f"2026-{number:04}")
    bank_known_until(made, ON)
    when = {"on": ON, "at": ten_o_clock(ON), "by": "Sanne"}
    plan_day(made, **when)
    write_messages(made, **when)
    assert approve_messages(made, **when) == MESSAGES
    return made


def test_each_message_is_once_at_the_server_or_said_not_to_be(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    with unruly_server(SEED) as (url, server):
        monkeypatch.setattr(settings.INSTALLATION, "smtp_url", url)
        killed = send_and_kill(client, on=ON, at=ten_o_clock(ON), seed=SEED, senders=3, kills=12)
        assert list(wrongs(client, server)) == []
    assert killed > 0
    assert counts(client, server)["SENT"] > MESSAGES // 2
    assert list(verify_book([client])) == []
