"""A day of a new royal decree, told to the installation, is a day without contact; nonsense is refused."""

from datetime import date
from pathlib import Path

import pytest
from django.conf import settings
from pydantic import ValidationError

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
from voldaan.config.installation import Installation
from voldaan.records.models import Client, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.plan_day import day_of, decided, plan_day
from voldaan.usecases.send_messages import send_messages
from voldaan.usecases.write_messages import write_messages

ON = after(3)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VOLDAAN_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def person() -> Client:
    made = a_client()
    an_engagement(made, an_agency())
    an_invoice(an_account(made, name="Jo van Velzen", capacity="CONSUMER"))
    bank_known_until(made, ON)
    return made


@pytest.mark.parametrize(
    ("given", "days"),
    [
        ("", []),
        ("2029-05-11", ["2029-05-11"]),
        ("2029-05-11,2029-12-24", ["2029-05-11", "2029-12-24"]),
        (" 2029-05-11 , 2029-12-24 ", ["2029-05-11", "2029-12-24"]),
        ("2029-05-11 2029-05-11", ["2029-05-11"]),
    ],
)
def test_the_days_are_read_from_the_environment(
    home: Path, monkeypatch: pytest.MonkeyPatch, given: str, days: list[str]
) -> None:
    monkeypatch.setenv("VOLDAAN_ADDITIONAL_HOLIDAYS", given)
    assert Installation().additional_holidays == {date.fromisoformat(day) for day in days}


@pytest.mark.parametrize("written", ['["2029-05-11"]', "[2029-05-11]", '"2029-05-11"', "2029-05-11"])
def test_the_days_are_read_from_the_settings_of_the_home(home: Path, written: str) -> None:
    (home / "settings.toml").write_text(f"additional_holidays = {written}\n")
    assert Installation().additional_holidays == {date(2029, 5, 11)}


@pytest.mark.parametrize(
    "nonsense", ["morgen", "11-05-2029", "20290511", "2029-5-11", "2029-02-30", "2029-05-11;2029-05-12"]
)
def test_what_is_no_day_is_refused_with_the_way_to_write_one(
    home: Path, monkeypatch: pytest.MonkeyPatch, nonsense: str
) -> None:
    monkeypatch.setenv("VOLDAAN_ADDITIONAL_HOLIDAYS", nonsense)
    with pytest.raises(ValidationError, match="is not a day: write each day as 2029-05-11"):
        Installation()


@pytest.mark.parametrize("nonsense", ["[true]", "7", "[2029-05-11T10:00:00]"])
def test_what_is_no_day_in_the_settings_of_the_home_is_refused(home: Path, nonsense: str) -> None:
    (home / "settings.toml").write_text(f"additional_holidays = {nonsense}\n")
    with pytest.raises(ValidationError, match="additional_holidays"):
        Installation()


@pytest.mark.django_db(transaction=True)
def test_an_agency_approaches_nobody_on_such_a_day(person: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    with rows_of(person):
        assert [found.act for _, found in decided(day_of(person, ON))] == ["REMIND"]
    monkeypatch.setattr(settings.INSTALLATION, "additional_holidays", frozenset({ON}))
    with rows_of(person):
        day = day_of(person, ON)
        ((_, found),) = decided(day)
    assert (found.because, found.until) == ("OUTSIDE_CONTACT_DAYS", after(4))
    assert not day.facts.contact_day


@pytest.mark.django_db(transaction=True)
def test_an_approved_message_waits_for_the_day_after(person: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    for step in (plan_day, write_messages, approve_messages):
        step(person, on=ON, at=ten_o_clock(ON), by="test")
    monkeypatch.setattr(settings.INSTALLATION, "additional_holidays", frozenset({ON}))
    done = send_messages([person], on=ON, at=ten_o_clock(ON), by="test")
    assert (done.sent, done.waiting) == (0, 1)
    assert (
        "Geen contact op een feestdag: 5 maart 2026. Dit bericht wacht tot 06-03-2026 07:00."
        in done.remarks[0]
    )


@pytest.mark.django_db(transaction=True)
def test_the_term_of_a_message_runs_on_past_such_a_day(
    person: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings.INSTALLATION, "additional_holidays", frozenset({after(10)}))
    for step in (plan_day, write_messages):
        step(person, on=ON, at=ten_o_clock(ON), by="test")
    with rows_of(person):
        (message,) = Message.objects.all()
    assert (after(10).isoweekday(), message.state, message.pay_by) == (4, "WRITTEN", after(11))
