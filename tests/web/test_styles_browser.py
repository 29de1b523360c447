"""Somebody makes a house style in a real browser, and sees what a letter becomes while filling it in.

Each step is drawn: into the folder that VOLDAAN_SCREENSHOTS names, else into the test's own.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.db import connections
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.builders import ten_o_clock
from tests.formats.pictures import LOGO
from tests.web.browser import breaks_nothing, chromium, opened
from tests.web.strategy_pages import FRIDAY, a_reminded_book
from voldaan.records.models import HouseStyleVersion

__all__ = ["chromium"]


@pytest.fixture
def desk(
    transactional_db: None, live_server: LiveServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[str]:
    """Return the address of a desk with a home of its own."""
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path / "home")
    with time_machine.travel(ten_o_clock(FRIDAY)):
        a_reminded_book()
        connections.close_all()
        yield live_server.url


def test_a_stranger_makes_a_house_style_and_sees_the_letter_follow(
    chromium: str, desk: str, tmp_path: Path
) -> None:
    gallery = Path(os.environ.get("VOLDAAN_SCREENSHOTS") or tmp_path)
    logo = tmp_path / "logo.svg"
    logo.write_bytes(LOGO)
    with opened(chromium) as page:
        page.goto(desk)
        page.get_by_role("link", name="Huisstijl").click()
        page.get_by_label("Korte naam, zonder spaties").fill("molen")
        page.get_by_role("button", name="Begin").click()
        letter = page.locator("#voorbeeld img")
        before = letter.get_attribute("src")
        page.get_by_label("Kleur", exact=True).fill("#f0b400")
        page.keyboard.press("Tab")
        expect(page.locator("#fouten")).to_contain_text("Zo kan de huisstijl niet worden gebruikt")
        expect(page.locator(".field .wrong p")).to_contain_text("De kleur die er het dichtst bij ligt")
        page.screenshot(path=gallery / "style-1-wrong.png", full_page=True)
        page.get_by_label("Kleur", exact=True).fill("#7a2e1d")
        page.get_by_label("Lettertype").select_option("Source Serif 4")
        page.get_by_label("Venster van de envelop").select_option("right")
        page.get_by_label("Logo", exact=True).set_input_files(logo)
        expect(letter).to_be_visible()
        page.get_by_role("button", name="Toon het voorbeeld").last.click()
        expect(page.get_by_text("Er is een afbeelding.")).to_be_visible()
        assert letter.get_attribute("src") != before
        page.get_by_label("Wat verandert u, en waarom").fill("Nieuw logo.")
        breaks_nothing(page, "the form of a house style")
        page.screenshot(path=gallery / "style-2-form.png", full_page=True)
        page.get_by_role("button", name="Bewaar als nieuwe versie").click()
        expect(page.get_by_role("status")).to_contain_text("Bewaard als versie 1.")
        breaks_nothing(page, "a house style")
        mail = page.frame_locator("#voorbeeld iframe")
        expect(mail.get_by_text("Bakkerij Voorbeeld").first).to_be_attached()
        page.screenshot(path=gallery / "style-3-kept.png", full_page=True)
        page.get_by_role("link", name="Alle huisstijlen").click()
        breaks_nothing(page, "the list of house styles")
        page.screenshot(path=gallery / "style-4-list.png", full_page=True)
        if os.environ.get("VOLDAAN_SCREENSHOTS"):
            page.set_viewport_size({"width": 360, "height": 800})
            page.goto(f"{desk}/huisstijl/molen/wijzigen/")
            page.screenshot(path=gallery / "style-5-phone.png", full_page=True)
    assert HouseStyleVersion.objects.get().note == "Nieuw logo."
