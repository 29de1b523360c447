"""The inbox of the desk: what waits, what it seems to say, what a person says, and what nobody could place."""

import html

import pytest
from django.test import Client as Browser

from tests.builders import after, ten_o_clock
from tests.usecases.mails import an_answer
from tests.web.book import DAY, Book, message_to, run_day
from tests.web.test_account import PAGE, said, shown
from voldaan.interfaces.web import clock
from voldaan.records.models import Hold, IncomingMail, Promise, StrayMail
from voldaan.records.scope import rows_of
from voldaan.usecases.take_mail import take_mail


@pytest.fixture
def answered(book: Book, monkeypatch: pytest.MonkeyPatch) -> Book:
    """A book in which the café answered, and a stranger wrote."""
    monkeypatch.setattr(clock, "today", lambda: DAY)
    run_day(book.baker, DAY, send=True)
    take(an_answer("Ik betaal op 20 maart 2026. <b>Echt</b>.", to=message_to(book.baker, "D1")))
    take(an_answer("Wie bent u?", sender="vreemd@anders.example", subject=""))
    return book


def take(data: bytes) -> None:
    take_mail(data, on=DAY, at=ten_o_clock(DAY), by="test")


def page_of(browser: Browser, address: str = "/inbox/") -> str:
    return html.unescape(shown(browser, address)).replace("\u00a0", " ")


def after_form(browser: Browser, address: str, **form: str) -> str:
    return html.unescape(said(browser, address, **form)).replace("\u00a0", " ")


def address(book: Book) -> str:
    with rows_of(book.baker):
        return f"/opdrachtgever/bakkerij/mail/{IncomingMail.objects.get().pk}/"


def test_what_waits_stands_with_what_it_seems_to_say_and_its_sentence(
    answered: Book, client: Browser
) -> None:
    page = page_of(client)
    assert "Er wacht één antwoord op u" in page
    assert "Café De Ankerplaats" in page
    assert "zegt wanneer er betaald wordt" in page
    assert "“Ik betaal op 20 maart 2026.”" in page
    assert 'value="PROMISE" selected' in page
    assert 'value="2026-03-20"' in page
    assert "<b>Echt</b>" not in shown(client, "/inbox/")


def test_a_promise_is_written_down_and_the_account_is_let_go(answered: Book, client: Browser) -> None:
    page = after_form(client, f"{address(answered)}vastleggen/", wat="PROMISE", dag="2026-03-20")
    assert "D1: zegt wanneer er betaald wordt: toegezegd uiterlijk vr 20 mrt 2026." in page
    assert "Er wacht geen antwoord op u" in page
    with rows_of(answered.baker):
        assert Promise.objects.get().last_day.isoformat() == "2026-03-20"
        assert not Hold.objects.filter(lifted_on__isnull=True).exists()
    story = page_of(client, PAGE)
    assert "Mail ontvangen" in story
    assert "Mail behandeld" in story


@pytest.mark.parametrize(("form", "sentence"), [
    ({}, "geen antwoord dat wij kennen"),
    ({"wat": "PROMISE"}, "Noem de dag"),
    ({"wat": "PROMISE", "dag": "morgen"}, "is geen dag"),
    ({"wat": "ALREADY_PAID", "dag": after(-9).isoformat()}, "ligt voor vandaag"),
])  # fmt: skip
def test_what_makes_no_sense_is_said_and_it_waits_on(
    answered: Book, client: Browser, form: dict[str, str], sentence: str
) -> None:
    page = after_form(client, f"{address(answered)}vastleggen/", **form)
    assert sentence in page
    assert "Er wacht één antwoord op u" in page


def test_a_mail_is_read_whole_on_a_page_of_its_own(answered: Book, client: Browser) -> None:
    page = page_of(client, address(answered))
    assert "Re: uw herinnering" in page
    assert "Ik betaal op 20 maart 2026." in page
    client.post(f"{address(answered)}vastleggen/", {"wat": "NOTHING"})
    assert "Behandeld: er hoeft niets (desk)" in page_of(client, address(answered))


def test_a_stray_is_placed_or_set_aside(answered: Book, client: Browser) -> None:
    stray = StrayMail.objects.get().pk
    assert "Van wie niemand weet wie het is" in page_of(client)
    form = {"opdrachtgever": "bakkerij", "debiteur": "D9"}
    assert "heeft geen debiteur met nummer 'D9'" in after_form(client, f"/inbox/plaatsen/{stray}/", **form)
    page = after_form(client, f"/inbox/plaatsen/{stray}/", **form | {"debiteur": "D2"})
    assert "Geplaatst bij debiteur D2." in page
    assert "Er wachten 2 antwoorden op u" in page


def test_what_is_not_of_this_debtor_goes_back_and_can_be_set_aside(answered: Book, client: Browser) -> None:
    page = after_form(client, f"{address(answered)}terug/")
    assert "wacht nu bij wat niemand kon plaatsen" in page
    for stray in StrayMail.objects.values_list("pk", flat=True):
        after_form(client, f"/inbox/plaatsen/{stray}/", opzij="1")
    page = page_of(client)
    assert "Er wacht geen antwoord op u" in page
    assert "vreemd@anders.example" not in page


def test_another_client_sees_and_decides_nothing_of_it(answered: Book, client: Browser) -> None:
    other = address(answered).replace("bakkerij", "hovenier")
    assert client.get(other).status_code == 404
    assert "heeft geen mail" in after_form(client, f"{other}vastleggen/", wat="NOTHING")
    page = page_of(client, "/inbox/?opdrachtgever=hovenier")
    assert "Ankerplaats" not in page
    assert "vreemd@anders.example" not in page


def test_the_first_page_says_that_mail_waits(answered: Book, client: Browser) -> None:
    page = page_of(client, "/")
    assert "2 mails in de inbox" in page
    assert 'href="/inbox/"' in page
