"""What the postal provider says of the letters that it took: which want a person, and that nothing changes."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.channels.standins.pingen import Pingen, pingen
from voldaan.records import events
from voldaan.records.models import Client
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.check_post import DAYS, CannotCheck, CheckedLetter, check_post
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db
ON = after(3)


@pytest.fixture
def posted(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Client, Pingen]]:
    """Yield a client of which Pingen took two letters, and Pingen."""
    client = a_client()
    bank_known_until(client, ON)
    for number in (1, 2):
        an_invoice(an_account(client, f"D{number}", email=""), f"2026-{number:04}")
    when: dict[str, Any] = {"on": ON, "at": ten_o_clock(ON), "by": "Sanne"}
    with pingen() as (url, there):
        monkeypatch.setattr(settings.INSTALLATION, "post_url", url)
        plan_day(client, **when)
        write_messages(client, **when)
        approve_messages(client, **when)
        assert send_messages([client], **when).sent == 2
        yield client, there


def checked(client: Client, on: date = ON) -> list[CheckedLetter]:
    return list(check_post([client], on=on))


@pytest.mark.parametrize(
    ("status", "wants", "says"),
    [
        ("validating", False, "wordt nagekeken"),
        ("sent", False, "verstuurd"),
        ("action_required", True, "in de app van Pingen"),
        ("invalid", True, "deugt niet"),
        ("awaiting_credits", True, "tegoed"),
        ("undeliverable", True, "onbestelbaar"),
        ("lost_at_sea", True, "'lost_at_sea'"),
    ],
)
def test_each_word_of_theirs_is_said_in_ours(
    posted: tuple[Client, Pingen], status: str, wants: bool, says: str
) -> None:
    client, there = posted
    there.letters[0]["attributes"]["status"] = status
    first, second = checked(client)
    assert (first.letter, first.status, first.wants_person) == (there.letters[0]["id"], status, wants)
    assert says in first.says
    assert (second.status, second.wants_person) == ("validating", False)


def test_a_letter_that_is_gone_there_wants_a_person_and_the_others_are_asked(
    posted: tuple[Client, Pingen],
) -> None:
    client, there = posted
    before = events.head(client)
    there.letters.pop(0)
    first, second = checked(client)
    assert (first.status, first.wants_person, "404" in first.says) == ("", True, True)
    assert second.status == "validating"
    assert events.head(client) == before


@pytest.mark.parametrize("mood", ["401", "429"])
def test_a_service_that_does_not_know_us_is_not_asked_on(posted: tuple[Client, Pingen], mood: str) -> None:
    client, there = posted
    there.moods["show"].extend([mood] * 4)
    with pytest.raises(CannotCheck, match="geen antwoord"):
        checked(client)


def test_letters_of_long_ago_are_not_asked(posted: tuple[Client, Pingen]) -> None:
    client, _ = posted
    assert len(checked(client, on=after(3 + DAYS))) == 2
    assert checked(client, on=after(4 + DAYS)) == []


def test_without_a_provider_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.INSTALLATION, "post_url", "")
    with pytest.raises(CannotCheck, match="VOLDAAN_POST_URL"):
        list(check_post([], on=ON))
