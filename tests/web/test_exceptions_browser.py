"""Exceptions in a real browser: by keyboard alone, without a script, at 320 pixels, in the dark, by the rules of axe."""

from collections.abc import Iterator

import pytest
from django.db import connections
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.builders import after, ten_o_clock
from tests.usecases.strategies import AFTER, a_strategy
from tests.web.book import DAY, Book, a_book, run_day
from tests.web.browser import breaks_nothing, chromium, opened
from voldaan.records.models import Departure, Invoice
from voldaan.records.scope import rows_of
from voldaan.usecases.make_exception import Wish, make_exception
from voldaan.usecases.record_promise import record_promise
from voldaan.usecases.set_deadline import set_insurer_day
from voldaan.usecases.tag_account import tag_account

__all__ = ["chromium"]

PAGE = "/opdrachtgever/bakkerij/debiteur/D1/"
WHEN = {"on": DAY, "at": ten_o_clock(DAY), "by": "Sanne Bos"}


@pytest.fixture
def kept(transactional_db: None) -> Iterator[Book]:
    """Return a book in which a promise was broken, an insurer waits, and exceptions stand for all and for one."""
    a_strategy(name="Met een vraag na een gebroken toezegging", after=AFTER["ASK"])
    book = a_book()
    early = WHEN | {"on": after(-3), "at": ten_o_clock(after(-3))}
    record_promise(book.baker, "D1", last_day=after(-2), invoice="2026-0001", **early)
    with rows_of(book.baker):
        first = Invoice.objects.get(number="2026-0001")
        first.pk, first.number, first._state.adding = None, "2026-0044-meerwerk-verbouwing-keuken", True
        first.save()
    set_insurer_day(book.baker, "2026-0044-meerwerk-verbouwing-keuken", by_day=after(12), **WHEN)
    tag_account(book.baker, "D1", add=["vaste-klant", "bouwbedrijf-regio"], **WHEN)
    reason = "Afgesproken met mevrouw Van der Heijden-de Groot: eerst bellen, de boekhouding ligt stil"
    make_exception(book.baker, Wish(kind="CHANNEL", value="POST", reason=reason), debtor="D1", **WHEN)
    make_exception(
        book.baker,
        Wish(kind="HOLD", reason="overstap van pakket", first_day=after(20), last_day=after(25)),
        **WHEN,
    )
    run_day(book.baker, DAY)
    connections.close_all()
    yield book


def made(book: Book) -> list[tuple[str, str]]:
    with rows_of(book.baker):
        return list(Departure.objects.filter(made_by="desk").values_list("kind", "value"))


def fill_in(page: Page) -> None:
    page.get_by_text("Maak een uitzondering").click()
    page.get_by_label("Wat gebeurt er anders").select_option(label="slaat over: tweede herinnering")
    page.locator("#uitzonderingen").get_by_label("Reden").fill("vaste klant")
    page.get_by_role("button", name="Maak de uitzondering").click()
    page.get_by_role("status").wait_for()


def test_by_keyboard_alone_an_exception_is_made(chromium: str, kept: Book, live_server: LiveServer) -> None:
    with opened(chromium) as page:
        page.goto(f"{live_server.url}{PAGE}")
        page.locator("#uitzonderingen summary").focus()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.type("alleen per post")
        for _ in range(6):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "reden":
                break
        while page.evaluate("document.activeElement.name") != "reden":
            page.keyboard.press("Tab")
        page.keyboard.type("zo gevraagd")
        page.keyboard.press("Enter")
        page.get_by_role("status").wait_for()
        assert "De uitzondering geldt vanaf" in page.get_by_role("status").inner_text()
    assert made(kept) == [("CHANNEL", "POST")]


def test_without_a_script_it_is_made_and_ended(chromium: str, kept: Book, live_server: LiveServer) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(locale="nl-NL", java_script_enabled=False).new_page()
        page.goto(f"{live_server.url}{PAGE}")
        fill_in(page)
        assert "slaat over: tweede herinnering" in page.locator("#uitzonderingen").inner_text()
        page.get_by_role("button", name="Beëindig slaat over: tweede herinnering").click()
        page.get_by_role("status").wait_for()
        assert "slaat over: tweede" not in page.locator("#uitzonderingen .standing").inner_text()
        browser.close()
    assert made(kept) == [("SKIP", "SECOND_REMINDER")]


def test_the_question_of_the_day_is_answered_where_it_stands(
    chromium: str, kept: Book, live_server: LiveServer
) -> None:
    with opened(chromium) as page:
        page.goto(f"{live_server.url}{PAGE}")
        assert (
            "de kredietverzekeraar moet hier binnenkort van weten" in page.locator(".list").first.inner_text()
        )
        now = page.locator("#wat-nu")
        assert "Wat nu?" in now.inner_text()
        assert now.get_by_role(
            "button", name="Leg de melding vast (2026-0044-meerwerk-verbouwing-keuken)"
        ).is_visible()
        now.get_by_label("Reden").first.fill("belde: betaalt vrijdag")
        now.get_by_role("button", name="Laat de stappen doorgaan (2026-0001)").click()
        page.get_by_role("status").wait_for()
    assert made(kept) == [("SKIP", "BROKEN_PROMISE")]


def test_nothing_breaks_a_rule_or_scrolls_sideways(
    chromium: str, kept: Book, live_server: LiveServer
) -> None:
    with opened(chromium) as page:
        for address in ("/", PAGE):
            page.goto(f"{live_server.url}{address}")
            breaks_nothing(page, address)
