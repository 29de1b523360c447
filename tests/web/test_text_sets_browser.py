"""Somebody makes a text her own in a real browser, and reads it beside as a debtor would while she types.

Each step is drawn: into the folder that VOLDAAN_SCREENSHOTS names, else into the test's own.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from django.db import connections
from playwright.sync_api import expect
from pytest_django.live_server_helper import LiveServer

from tests.builders import ten_o_clock
from tests.web.browser import breaks_nothing, chromium, opened
from tests.web.strategy_pages import FRIDAY, a_reminded_book
from tests.web.test_strategies_browser import draw, follow
from voldaan.records.models import TextSetVersion

__all__ = ["chromium"]


@pytest.fixture
def desk(transactional_db: None, live_server: LiveServer) -> Iterator[str]:
    """Return the address of a desk, on a Friday after two first reminders."""
    with time_machine.travel(ten_o_clock(FRIDAY)):
        a_reminded_book()
        connections.close_all()
        yield live_server.url


def test_a_text_is_changed_beside_what_a_debtor_would_read(chromium: str, desk: str, tmp_path: Path) -> None:
    gallery = Path(os.environ.get("VOLDAAN_SCREENSHOTS") or tmp_path)
    gallery.mkdir(parents=True, exist_ok=True)
    with opened(chromium) as page:
        page.goto(desk)
        follow(page, page.get_by_role("link", name="Teksten", exact=True))
        breaks_nothing(page, "the list of text sets")
        draw(page, gallery / "1-sets.png")
        follow(page, page.get_by_role("link", name="Standaard", exact=True))
        breaks_nothing(page, "a text set")
        draw(page, gallery / "2-set.png")
        follow(page, page.locator("a[href$='/nl/SECOND_REMINDER/']"))
        shown = page.locator("#voorbeeld")
        title = page.locator("fieldset#groep-title textarea").first
        title.fill("Nog even over ")
        page.locator("details.legend summary").click()
        page.get_by_role("button", name="{number}").click()
        expect(shown).to_contain_text("Nog even over 2026-0001")
        assert title.input_value() == "Nog even over {number}"
        title.fill("Derhalve nog even over {number}")
        expect(shown.locator("details[data-what=advies] li")).to_contain_text("Moeilijk woord")
        expect(shown.locator("details[data-what=advies] li")).to_be_visible()
        title.fill("Dit is de laatste waarschuwing voor {number}")
        expect(shown).to_contain_text("De controle houdt dit tegen")
        draw(page, gallery / "3-refused.png")
        breaks_nothing(page, "the form of a text")
        page.set_viewport_size({"width": 360, "height": 800})
        draw(page, gallery / "4-phone.png")
        page.set_viewport_size({"width": 1280, "height": 800})
        title.fill("Nog even over {number}")
        expect(shown).to_contain_text("niets op deze tekst aan te merken")
        draw(page, gallery / "5-changed.png")
        page.get_by_label("Wat verandert u, en waarom").fill("Korter en vriendelijker.")
        follow(page, page.get_by_role("button", name="Bewaar als nieuwe versie"))
        expect(page.get_by_role("status")).to_contain_text("Bewaard als versie 1.")
        draw(page, gallery / "6-kept.png")
    assert TextSetVersion.objects.get().note == "Korter en vriendelijker."
