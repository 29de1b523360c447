"""The call list of the desk: whom to call, the script, and what came of it; in a browser too."""

import html
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections
from django.test import Client as Browser
from pytest_django.live_server_helper import LiveServer

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.web.browser import breaks_nothing, chromium, opened
from tests.web.test_account import said, shown
from voldaan.domain.strategy.call_words import CALL_WORDS, call_words
from voldaan.interfaces.web import clock
from voldaan.records.models import CallAttempt, Client, Message
from voldaan.records.models.call_attempt import CALL_OUTCOMES
from voldaan.records.scope import rows_of
from voldaan.usecases.run_day import run_day

__all__ = ["chromium"]

TEXT = """
name = "Bellen"
version = 1
[manners]
days_between_reminders = 7
minimum_cents = 500
days_after_term = 2
[[stages]]
key = "FIRST_REMINDER"
days = 3
term_days = 7
channels = ["EMAIL"]
[[stages]]
key = "SECOND_REMINDER"
days = 14
term_days = 30
channels = ["CALL", "EMAIL"]
[end]
act = "ASK"
days_after_term = 3
"""


def to_call(home: Path) -> Client:
    """Return a client with two debtors on its call list."""
    (home / "strategies").mkdir()
    (home / "strategies" / "bellen.toml").write_text(TEXT)
    made = a_client(strategy="bellen", approval="AUTOMATIC", truth_days_max=400)
    an_invoice(an_account(made, "D1", name="Café De Ankerplaats", phone="06 12345678"), "2026-0001")
    an_invoice(an_account(made, "D2", name="Hotel Zeezicht", phone="0113 123456"), "2026-0002", cents=99_900)
    bank_known_until(made, after(200))
    for day in (3, 14):
        run_day(made, on=after(day), at=ten_o_clock(after(day)), by="test", approve=True)
    return made


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    monkeypatch.setattr(settings.INSTALLATION, "smtp_url", "")
    monkeypatch.setattr(clock, "today", lambda: after(14))
    monkeypatch.setattr(clock, "now", lambda: ten_o_clock(after(14)))
    return tmp_path


@pytest.fixture
def baker(db: None, home: Path) -> Client:
    return to_call(home)


def address(baker: Client, debtor: str = "D1") -> str:
    with rows_of(baker):
        uuid = Message.objects.get(channel="CALL", account__number=debtor).uuid
    return f"/opdrachtgever/bakkerij/bellen/{uuid}/"


def read(browser: Browser, where: str) -> str:
    return html.unescape(shown(browser, where)).replace("\u00a0", " ")


def recorded(browser: Browser, where: str, **form: str) -> str:
    return html.unescape(said(browser, f"{where}vastleggen/", **form)).replace("\u00a0", " ")


def test_every_outcome_has_its_words() -> None:
    assert set(CALL_WORDS) == set(CALL_OUTCOMES)
    assert call_words("REACHED", "en") != call_words("REACHED", "nl")


def test_the_list_has_the_most_first_with_a_number_to_press(baker: Client, client: Browser) -> None:
    page = read(client, "/bellijst/")
    assert "Er zijn 2 debiteuren te bellen" in page
    assert page.index("Hotel Zeezicht") < page.index("Café De Ankerplaats")
    assert 'href="tel:+31612345678"' in page
    assert 'Bellijst <span class="count">2</span>' in page
    assert "There are 2 debtors to call" in read(client, "/bellijst/?taal=en")


def test_the_script_asks_before_it_tells_and_the_message_has_no_letter(
    baker: Client, client: Browser
) -> None:
    where = address(baker)
    page = read(client, where)
    assert page.index("Spreek ik met") < page.index("€ 125,00 open")
    message = read(client, where.replace("/bellen/", "/bericht/"))
    assert "Spreek ik met" in message
    assert "<iframe" not in message


def test_who_was_reached_leaves_the_list_and_stands_in_the_story(baker: Client, client: Browser) -> None:
    where = address(baker)
    form = {"uitkomst": "REACHED", "wat": "PROMISE", "dag": after(20).isoformat(), "na": "0"}
    page = recorded(client, where, **form)
    assert "D1: gesproken. Dit telt als herinnering." in page
    assert "toegezegd uiterlijk" in page
    assert "Café De Ankerplaats" not in page
    story = read(client, "/opdrachtgever/bakkerij/debiteur/D1/")
    assert "Gebeld" in story
    assert "gesproken met de debiteur" in story
    assert "D1: dit was al vastgelegd." in recorded(client, where, **form)


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"uitkomst": "NO_ANSWER", "na": "0"}, "Opnieuw op de lijst op di 17 mrt 2026"),
        ({"uitkomst": "WRONG_NUMBER", "na": "0"}, "niet van de debiteur. Het volgende bericht gaat langs"),
        ({"uitkomst": "REACHED", "wat": "DECEASED", "na": "0"}, "dit telt niet als herinnering"),
        ({"uitkomst": "CALL_BACK", "na": "0"}, "Noem de dag waarop u terugbelt"),
        ({"na": "0"}, "geen uitkomst die wij kennen"),
        ({"uitkomst": "NO_ANSWER"}, "Het formulier is niet volledig"),
    ],
)
def test_what_came_of_it_is_said(baker: Client, client: Browser, form: dict[str, str], sentence: str) -> None:
    assert sentence in recorded(client, address(baker), **form)


def test_who_is_not_for_this_moment_stands_below_and_a_call_that_is_gone_is_not_found(
    baker: Client, client: Browser
) -> None:
    where = address(baker)
    recorded(client, where, uitkomst="NO_ANSWER", na="0", toelichting="gaat lang over")
    page = read(client, "/bellijst/")
    assert "Er is één debiteur te bellen" in page
    assert page.index("Hotel Zeezicht") < page.index("Nu niet") < page.index("Café De Ankerplaats")
    assert "“gaat lang over”" in page
    recorded(client, where, uitkomst="NOT_WANTED", na="1")
    assert client.get(where).status_code == 404


@pytest.mark.django_db(transaction=True)
def test_by_keyboard_alone_a_call_is_written_down(chromium: str, home: Path, live_server: LiveServer) -> None:
    baker = to_call(home)
    where = address(baker, "D2")
    connections.close_all()
    with opened(chromium) as page:
        for there in ("/bellijst/", where):
            page.goto(f"{live_server.url}{there}")
            breaks_nothing(page, there)
        page.goto(f"{live_server.url}/bellijst/")
        page.keyboard.press("j")
        page.keyboard.press("a")
        page.wait_for_url(f"**{where}")
        page.keyboard.press("j")
        page.keyboard.press("2")
        page.keyboard.press("Space")
        page.keyboard.press("a")
        page.wait_for_url("**/bellijst/")
        assert "Er is één debiteur te bellen" in page.inner_text("h1")
    with rows_of(baker):
        assert CallAttempt.objects.get().outcome == "NO_ANSWER"
