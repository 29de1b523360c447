"""Answering at the desk: what was decided is confirmed, words are changed before they go, and a statement is mailed."""

import html

import pytest
from django.test import Client as Browser

from tests.builders import after, ten_o_clock
from tests.usecases.mails import an_answer
from tests.web.book import DAY, Book, message_to, run_day
from tests.web.test_account import said, shown
from voldaan.interfaces.web import clock
from voldaan.records.models import IncomingMail, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.take_mail import take_mail

ACCOUNT = "/opdrachtgever/bakkerij/debiteur/D1"


@pytest.fixture
def answered(book: Book, monkeypatch: pytest.MonkeyPatch) -> Book:
    """A book in which the café answered."""
    monkeypatch.setattr(clock, "today", lambda: DAY)
    run_day(book.baker, DAY, send=True)
    take_mail(
        an_answer("Ik betaal op 20 maart 2026.", to=message_to(book.baker, "D1")),
        on=DAY, at=ten_o_clock(DAY), by="test",
    )  # fmt: skip
    return book


def mail(book: Book) -> str:
    with rows_of(book.baker):
        return f"/opdrachtgever/bakkerij/mail/{IncomingMail.objects.get().pk}/"


def page_of(browser: Browser, address: str) -> str:
    return html.unescape(shown(browser, address)).replace("\u00a0", " ")


def after_form(browser: Browser, address: str, **form: str) -> str:
    return html.unescape(said(browser, address, **form)).replace("\u00a0", " ")


def replies(book: Book) -> list[Message]:
    with rows_of(book.baker):
        return list(Message.objects.exclude(kind="REMINDER").order_by("pk"))


def decides(browser: Browser, book: Book) -> str:
    form = {"wat": "PROMISE", "dag": after(18).isoformat(), "bevestigen": "1"}
    return browser.post(f"{mail(book)}vastleggen/", form).headers["Location"]


def test_a_decision_leads_to_its_confirmation(answered: Book, client: Browser) -> None:
    where = decides(client, answered)
    assert where == f"{mail(answered)}antwoord/?wat=PROMISE"
    page = page_of(client, where)
    assert "Het bericht gaat in het Nederlands: dat leest deze debiteur." in page
    assert "U liet ons weten dat u uiterlijk vrijdag 20 maart 2026 betaalt." in page
    assert "Re: uw herinnering" in page
    assert 'value="d1@klant.example"' in page


def test_it_is_changed_approved_and_shown_with_its_own_words(answered: Book, client: Browser) -> None:
    decides(client, answered)
    page = after_form(
        client, f"{mail(answered)}antwoord/schrijven/", wat="PROMISE", tekst="Fijn, dank u wel.\n\nTot dan.",
        aan="d1@klant.example", goedkeuren="1",
    )  # fmt: skip
    (row,) = replies(answered)
    assert (row.state, row.kind) == ("APPROVED", "CONFIRMATION")
    assert "Het antwoord aan d1@klant.example is goedgekeurd" in page
    assert "Bevestiging per e-mail: goedgekeurd" in page
    assert "Antwoord op mail van" in page
    for words in ("Te betalen", "Vraagt", "ook nog open"):
        assert words not in page


def test_what_may_not_be_said_stays_here_with_the_reason(answered: Book, client: Browser) -> None:
    decides(client, answered)
    page = after_form(
        client, f"{mail(answered)}antwoord/schrijven/", wat="PROMISE", tekst="Anders volgt een deurwaarder.",
        aan="d1@klant.example",
    )  # fmt: skip
    assert "Dit bericht kan zo niet weg" in page
    assert replies(answered) == []


def test_what_waits_stands_on_the_first_page(answered: Book, client: Browser) -> None:
    after_form(
        client,
        f"{ACCOUNT}/schrijven/klaar/",
        wat="REPLY",
        tekst="Dank voor het gesprek.",
        aan="d1@klant.example",
    )
    page = page_of(client, "/")
    assert "Ook klaar om na te kijken" in page
    assert "Antwoord: Café De Ankerplaats" in page
    assert "Antwoord, e-mail" in page_of(client, f"{ACCOUNT}/") or "antwoord" in page_of(
        client, f"{ACCOUNT}/"
    )


def test_nothing_that_does_not_stand_is_offered(answered: Book, client: Browser) -> None:
    page = page_of(client, f"{mail(answered)}antwoord/?wat=DISPUTE")
    assert "Er staat geen betwisting bij deze debiteur" in page
    assert "Schrijf in uw eigen woorden." in page


def test_a_statement_is_shown_taken_and_mailed(answered: Book, client: Browser) -> None:
    page = page_of(client, f"{ACCOUNT}/rekeningoverzicht/")
    assert "€ 125,00" in page
    pdf = client.get(f"{ACCOUNT}/rekeningoverzicht/?bestand=pdf")
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    assert client.get(f"{ACCOUNT}/rekeningoverzicht/?bestand=xlsx").content[:2] == b"PK"
    page = after_form(client, f"{ACCOUNT}/rekeningoverzicht/mailen/", tot=DAY.isoformat())
    assert "Het overzicht aan d1@klant.example is goedgekeurd" in page
    assert [(row.kind, row.state) for row in replies(answered)] == [("STATEMENT", "APPROVED")]


@pytest.mark.parametrize(
    "query",
    ["?van=gisteren&tot=niets", "?van=2026-03-30&tot=2026-03-01", "?tot=2999-01-01", "?tot=0001-01-01"],
)
def test_days_that_make_no_sense_are_said(answered: Book, client: Browser, query: str) -> None:
    assert client.get(f"{ACCOUNT}/rekeningoverzicht/{query}").status_code == 200


def test_not_there_is_not_found(answered: Book, client: Browser) -> None:
    for address in ("/opdrachtgever/bakkerij/mail/999/antwoord/", "/opdrachtgever/bakkerij/debiteur/X/schrijven/",
                    "/opdrachtgever/bakkerij/debiteur/X/rekeningoverzicht/"):  # fmt: skip
        assert client.get(address).status_code == 404
