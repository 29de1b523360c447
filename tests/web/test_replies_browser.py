"""Answering at the desk in a real browser: from the answer to its confirmation, and by the rules of axe."""

from datetime import date

import pytest
from django.db import connections
from pytest_django.live_server_helper import LiveServer

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.usecases.mails import an_answer, message_of
from tests.web.browser import breaks_nothing, chromium, opened
from voldaan.interfaces.web import clock
from voldaan.records.models import Client, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.run_day import run_day
from voldaan.usecases.take_mail import take_mail

__all__ = ["chromium"]
ON: date = after(5)


@pytest.fixture
def baker(transactional_db: None, monkeypatch: pytest.MonkeyPatch) -> Client:
    """Return a client of whom a debtor answered a reminder."""
    monkeypatch.setattr(clock, "today", lambda: ON)
    baker = a_client()
    an_invoice(an_account(baker, "D1", name="Café De Ankerplaats"), "2026-0001")
    bank_known_until(baker, ON)
    run_day(baker, on=after(3), at=ten_o_clock(after(3)), by="test", approve=True)
    take_mail(
        an_answer("Wij betalen volgende week.", to=message_of(baker)), on=ON, at=ten_o_clock(ON), by="test"
    )
    connections.close_all()
    return baker


def test_an_answer_is_confirmed_in_a_minute(chromium: str, baker: Client, live_server: LiveServer) -> None:
    with opened(chromium) as page:
        page.goto(f"{live_server.url}/inbox/")
        page.get_by_label("Wat zegt de debiteur?").select_option("PROMISE")
        page.locator("input[name=dag]").fill(after(18).isoformat())
        page.get_by_label("Daarna een bevestiging sturen").check()
        page.get_by_role("button", name="Leg vast").click()
        words = page.get_by_label("Uw tekst")
        assert "uiterlijk vrijdag 20 maart 2026" in words.input_value()
        breaks_nothing(page, "the reply")
        page.get_by_role("button", name="Schrijf en keur goed").click()
        assert "goedgekeurd" in page.get_by_role("status").inner_text()
        page.goto(f"{live_server.url}/opdrachtgever/bakkerij/debiteur/D1/rekeningoverzicht/")
        breaks_nothing(page, "the statement")
    with rows_of(baker):
        assert Message.objects.get(kind="CONFIRMATION").state == "APPROVED"
