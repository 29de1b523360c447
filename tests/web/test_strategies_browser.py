"""Somebody who has never seen the language changes a spacing in a real browser, and sees what it does to next week.

Each step is drawn: into the folder that VOLDAAN_SCREENSHOTS names, else into the test's own.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.db import connections
from playwright.sync_api import Locator, Page
from pytest_django.live_server_helper import LiveServer

from tests.builders import ten_o_clock
from tests.web.browser import breaks_nothing, chromium, opened
from tests.web.strategy_pages import FRIDAY, a_reminded_book
from voldaan.records.models import StrategyVersion

__all__ = ["chromium"]


@pytest.fixture
def desk(transactional_db: None, live_server: LiveServer) -> Iterator[str]:
    """Return the address of a desk, on a Friday after two first reminders."""
    with time_machine.travel(ten_o_clock(FRIDAY)):
        a_reminded_book()
        connections.close_all()
        yield live_server.url


@pytest.fixture
def gallery(tmp_path: Path) -> Path:
    """Return the folder that the pages are drawn into."""
    folder = Path(os.environ.get("VOLDAAN_SCREENSHOTS") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def draw(page: Page, picture: Path) -> None:
    """Draw the whole page, and see that there is something on it."""
    page.screenshot(path=picture, full_page=True)
    assert picture.stat().st_size > 10_000


def follow(page: Page, target: Locator) -> None:
    with page.expect_navigation():
        target.click()


def look(page: Page) -> None:
    """Ask what the change does, by the button that stands at the bottom of the window."""
    follow(page, page.locator(".bar").get_by_role("button", name="Wat doet dit?"))


def test_a_stranger_changes_a_spacing_and_sees_next_week(chromium: str, desk: str, gallery: Path) -> None:
    with opened(chromium) as page:
        page.goto(desk)
        follow(page, page.get_by_role("link", name="Strategieën"))
        draw(page, gallery / "strategy-1-list.png")
        follow(page, page.get_by_role("link", name="Standaard"))
        draw(page, gallery / "strategy-2-aloud.png")
        follow(page, page.get_by_role("link", name="Wijzig deze strategie"))
        assert page.get_by_label("Dagen tussen twee berichten").input_value() == "7"
        page.get_by_label("Dagen tussen twee berichten").fill("21")
        draw(page, gallery / "strategy-3-form.png")
        look(page)
        draw(page, gallery / "strategy-4-what-it-does.png")
        does = page.locator("#wat-dit-doet")
        said = does.inner_text().replace("\u00a0", " ")
        assert "Dagen tussen twee berichten" in said
        assert "In de komende week gaat er niets uit, in plaats van 2." in said
        week = does.get_by_role("table", name="De komende week, van").get_by_role("row").all_inner_texts()
        assert [" ".join(row.split()) for row in week[1:]] == ["ma 16 mrt 2026 tweede herinnering 2 0"]
        who = does.get_by_role("table", name="Wie in de komende week iets anders krijgt")
        assert "Café De Ankerplaats" in who.inner_text()
        assert "Hotel Zeezicht" in who.inner_text()
        page.get_by_label("Wat verandert u, en waarom").fill("Minder vaak schrijven.")
        follow(page, page.get_by_role("button", name="Bewaar als nieuwe versie"))
        assert "Bewaard als versie 1." in page.get_by_role("status").inner_text()
        draw(page, gallery / "strategy-5-kept.png")
    assert StrategyVersion.objects.get().note == "Minder vaak schrijven."


def test_what_a_change_does_breaks_no_rule_and_fits(chromium: str, desk: str, gallery: Path) -> None:
    with opened(chromium) as page:
        page.goto(f"{desk}/strategieen/standard/wijzigen/")
        page.get_by_label("Dagen tussen twee berichten").fill("21")
        page.get_by_label("Kleinste bedrag").fill("vijf")
        look(page)
        assert page.get_by_label("Kleinste bedrag").get_attribute("aria-invalid") == "true"
        breaks_nothing(page, "what is wrong")
        draw(page, gallery / "strategy-6-wrong.png")
        page.get_by_label("Kleinste bedrag").fill("5,00")
        look(page)
        breaks_nothing(page, "what it does")
        page.set_viewport_size({"width": 320, "height": 800})
        page.emulate_media(color_scheme="dark")
        draw(page, gallery / "strategy-7-what-it-does.png")


def test_by_keyboard_alone_the_enter_key_asks_what_a_change_does(chromium: str, desk: str) -> None:
    with opened(chromium) as page:
        page.goto(f"{desk}/strategieen/standard/wijzigen/")
        page.get_by_label("Dagen tussen twee berichten").focus()
        page.keyboard.press("Control+A")
        page.keyboard.type("21")
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert "in plaats van 2" in page.locator("#wat-dit-doet").inner_text()
    assert not StrategyVersion.objects.exists()
