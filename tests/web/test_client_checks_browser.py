"""A list for a client in a real browser: by keyboard alone, without script, and by the rules of axe."""

import pytest
from django.db import connections
from playwright.sync_api import sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.web.browser import breaks_nothing, chromium, opened
from tests.web.test_client_checks import address_of, asked_client, items
from voldaan.records.models import Client

__all__ = ["chromium"]


@pytest.fixture
def baker(transactional_db: None) -> Client:
    """Return a client with a list of three invoices that the server of the test can read."""
    baker = asked_client()
    connections.close_all()
    return baker


def says(baker: Client) -> list[str]:
    return [said for _, (_, said) in sorted(items(baker).items())]


def test_by_keyboard_alone_a_list_is_answered(chromium: str, baker: Client, live_server: LiveServer) -> None:
    address = address_of(baker)
    connections.close_all()
    with opened(chromium) as page:
        page.goto(f"{live_server.url}/")
        page.get_by_role("link", name="Bekijk de navraag").press("Enter")
        page.wait_for_url(f"**{address}")
        page.keyboard.press("j")
        page.keyboard.press("3")
        page.keyboard.press("j")
        page.keyboard.press("2")
        page.keyboard.press("ArrowRight")
        assert page.locator("[type=radio]:checked").count() == 3
        page.get_by_label("Wie antwoordt namens de opdrachtgever?").focus()
        page.keyboard.type("Mevrouw Kok")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "Verwerkt" in page.get_by_role("status").inner_text()
    assert sorted(says(baker)) == ["GO", "LEAVE", "LEAVE"]


def test_without_script_a_list_is_answered(chromium: str, baker: Client, live_server: LiveServer) -> None:
    address = address_of(baker)
    connections.close_all()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=False, locale="nl-NL").new_page()
        page.goto(f"{live_server.url}{address}")
        page.get_by_role("group", name="2026-0002").get_by_label("Betaald").check()
        page.get_by_label("Wie antwoordt namens de opdrachtgever?").fill("Mevrouw Kok")
        with page.expect_navigation():
            page.get_by_role("button", name="Verwerk deze 3 facturen").click()
        assert "1 voldaan" in page.get_by_role("status").inner_text()
        browser.close()
    assert says(baker) == ["GO", "PAID", "GO"]


def test_no_list_breaks_a_rule_or_scrolls_sideways(
    chromium: str, baker: Client, live_server: LiveServer
) -> None:
    address = address_of(baker)
    connections.close_all()
    with opened(chromium) as page:
        for asked in ("/", "/navraag/", address, "answered"):
            if asked == "answered":
                page.get_by_label("Met rust laten").first.check()
                page.get_by_label("Wie antwoordt namens de opdrachtgever?").fill("Mevrouw Kok")
                page.get_by_label("Wat zei die erbij?").fill("belt morgen terug")
                with page.expect_navigation():
                    page.get_by_role("button", name="Verwerk").click()
            else:
                page.goto(f"{live_server.url}{asked}")
            breaks_nothing(page, asked)
