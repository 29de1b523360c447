"""The desk in a real browser: by keyboard alone, at 320 pixels, in the dark, and by the rules of axe."""

import pytest
from django.db import connections
from pytest_django.live_server_helper import LiveServer

from tests.builders import ten_o_clock
from tests.usecases.mails import an_answer
from tests.web.book import DAY, Book, a_book, a_question, columns_page_of, message_to
from tests.web.browser import breaks_nothing, chromium, opened
from voldaan.records.models import IncomingMail
from voldaan.records.scope import rows_of
from voldaan.usecases.take_mail import take_mail

__all__ = ["chromium"]


@pytest.fixture
def kept(transactional_db: None) -> Book:
    """Return a book that the server of the test can read."""
    book = a_book()
    a_question(book.baker, 20_000, "2026-0001")
    for words, sender in (
        ("Ik betaal op 20 maart 2026.", "d3@klant.example"),
        ("Wie bent u?", "x@anders.example"),
    ):
        take_mail(an_answer(words, sender=sender), on=DAY, at=ten_o_clock(DAY), by="test")
    connections.close_all()
    return book


def pages_of(book: Book) -> list[str]:
    """Return the pages that are looked at."""
    message = f"/opdrachtgever/bakkerij/bericht/{message_to(book.baker, 'D1').uuid}/"
    account = "/opdrachtgever/bakkerij/debiteur/D1/"
    asked = "soort=statutory&hoofdsom=5000,00&vervaldatum=2025-04-15&tot=2026-11-22"
    calculator = [
        f"/rekenen/rente/?{asked}&betalingen=2026-01-15+500,00",
        "/rekenen/rente/?soort=x&hoofdsom=5.000&vervaldatum=31-02-2025&percentage=400",
        "/rekenen/veertiendagenbrief/?verstuurd=2026-11-26&weg=post&vorderingen=1000",
        "/rekenen/betaaltermijn/",
    ]
    files = [
        "/bestanden/",
        "/bestanden/?opdrachtgever=bakkerij",
        "/opdrachtgever/bakkerij/kolomindelingen/",
        columns_page_of(book.baker),
    ]
    return [
        "/",
        "/vragen/",
        "/inbox/",
        mail_page_of(book),
        "/postbus/",
        "/kosten/",
        "/strategieen/",
        "/strategieen/standard/",
        "/strategieen/standard/wijzigen/",
        "/strategieen/standard/wijzigen/?als=tekst",
        "/opdrachtgever/bakkerij/uitzonderingen/",
        *files,
        *calculator,
        account,
        f"{account}blokkeren/",
        message,
    ]


def mail_page_of(book: Book) -> str:
    with rows_of(book.baker):
        return f"/opdrachtgever/bakkerij/mail/{IncomingMail.objects.get().pk}/"


def test_by_keyboard_alone_a_message_is_approved(chromium: str, kept: Book, live_server: LiveServer) -> None:
    with opened(chromium) as page:
        page.goto(live_server.url)
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.textContent") == "Hotel Zeezicht"
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.textContent") == "Café De Ankerplaats"
        page.keyboard.press("a")
        page.get_by_role("status").wait_for()
        assert "Goedgekeurd" in page.get_by_role("status").inner_text()
    assert message_to(kept.baker, "D1").state == "APPROVED"
    assert message_to(kept.baker, "D2").state == "WRITTEN"


def test_a_key_without_a_line_in_hand_approves_nothing(
    chromium: str, kept: Book, live_server: LiveServer
) -> None:
    with opened(chromium) as page:
        page.goto(live_server.url)
        page.keyboard.press("a")
        assert page.evaluate("document.activeElement.textContent") == "Hotel Zeezicht"
        assert page.url == f"{live_server.url}/"
    assert message_to(kept.baker, "D2").state == "WRITTEN"


def test_the_keys_are_shown_and_can_be_switched_off(
    chromium: str, kept: Book, live_server: LiveServer
) -> None:
    with opened(chromium) as page:
        page.goto(live_server.url)
        page.keyboard.press("?")
        assert page.get_by_role("dialog").is_visible()
        page.get_by_label("Toetsen zonder Ctrl gebruiken").uncheck()
        page.get_by_role("button", name="Sluiten").click()
        page.keyboard.press("j")
        assert page.evaluate("document.activeElement.closest('[data-row]')") is None


def test_no_page_breaks_a_rule_or_scrolls_sideways(
    chromium: str, kept: Book, live_server: LiveServer
) -> None:
    asked = pages_of(kept)
    connections.close_all()
    with opened(chromium) as page:
        for address in asked:
            page.goto(f"{live_server.url}{address}")
            breaks_nothing(page, address)


def test_the_e_mail_is_drawn_in_its_frame(chromium: str, kept: Book, live_server: LiveServer) -> None:
    asked = pages_of(kept)[-1]
    connections.close_all()
    with opened(chromium) as page:
        page.goto(f"{live_server.url}{asked}")
        frame = page.frame_locator("iframe.sheet")
        frame.get_by_text("€ 125,00").first.wait_for()
        assert frame.locator("img").first.evaluate("image => image.naturalWidth") > 0
