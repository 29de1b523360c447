"""A large batch leaves over some hours; a handful goes at once (P6)."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings

from tests.builders import after
from tests.usecases.many_approved import many_approved
from voldaan.records.models import Client, Message
from voldaan.records.scope import rows_of
from voldaan.usecases import spreading
from voldaan.usecases.send_messages import send_messages

pytestmark = [pytest.mark.django_db, pytest.mark.many_orders]
ON = after(3)
HANDFUL = 4


@pytest.fixture(autouse=True)
def two_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.INSTALLATION, "spread_minutes", 120)
    monkeypatch.setattr(spreading, "HANDFUL", HANDFUL)


def sent_at(client: Client, clock: str) -> int:
    at = datetime.combine(ON, time.fromisoformat(clock), tzinfo=ZoneInfo("Europe/Amsterdam"))
    return send_messages([client], on=ON, at=at, by="test").sent


def test_a_large_batch_leaves_bit_by_bit_and_whole() -> None:
    client = many_approved(HANDFUL + 6, on=ON)
    found = [sent_at(client, clock) for clock in ("10:00", "10:30", "11:00", "11:30", "12:00")]
    assert sum(found) == HANDFUL + 6
    assert max(found) < HANDFUL + 6, "in turns"
    assert sum(1 for part in found if part) > 2


def test_it_says_when_its_turn_is_and_keeps_to_it() -> None:
    client = many_approved(HANDFUL + 1, on=ON)
    sent_at(client, "10:00")
    with rows_of(client):
        waiting = Message.objects.filter(state="APPROVED").order_by("pk")[0]
    clock = waiting.because.removesuffix(" uur.")[-5:]
    assert "verspreid" in waiting.because
    sent_at(client, clock)
    waiting.refresh_from_db()
    assert waiting.state in ("SENT", "APPROVED")
    assert waiting.state == "SENT" or clock in waiting.because


def test_a_handful_goes_at_once() -> None:
    assert sent_at(many_approved(HANDFUL, on=ON), "10:00") == HANDFUL


def test_without_the_setting_nothing_is_spread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.INSTALLATION, "spread_minutes", 0)
    assert sent_at(many_approved(HANDFUL + 5, on=ON), "10:00") == HANDFUL + 5
