"""Several senders at once, killed at random, before a server that refuses, stalls and breaks off (P3)."""

import os

import pytest
from django.conf import settings

from tests.builders import after, ten_o_clock
from tests.usecases.killed_senders import counts, send_and_kill, wrongs
from tests.usecases.many_approved import many_approved
from tests.usecases.unruly_server import unruly_server
from voldaan.usecases.verify_book import verify_book

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)
MESSAGES = 150
SEED = int(os.environ.get("VOLDAAN_SEED", "7"))


def test_each_message_is_once_at_the_server_or_said_not_to_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    client = many_approved(MESSAGES, on=ON)
    with unruly_server(SEED) as (url, server):
        monkeypatch.setattr(settings.INSTALLATION, "smtp_url", url)
        killed = send_and_kill(client, on=ON, at=ten_o_clock(ON), seed=SEED, senders=3, kills=12)
        assert list(wrongs(client, server)) == []
    assert killed > 0
    assert counts(client, server)["SENT"] > MESSAGES // 2
    assert list(verify_book([client])) == []
