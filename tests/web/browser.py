"""A real browser for tests, and the look at a page that every page must bear: in each width, in the dark, by axe."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import pytest
from playwright.sync_api import Page, sync_playwright

NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
RULES: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CONTRAST: Final = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""What the colours of the dark can break that the light does not show."""
LOOKS: Final[tuple[tuple[int, str, Any], ...]] = (
    (320, "light", RULES),
    (640, "light", None),
    (1280, "dark", CONTRAST),
    (1280, "light", RULES),
)
"""Each width and scheme in which a page is looked at, and the rules of axe that hold there."""


def chromium_here() -> str | None:
    """Return the browser of this machine, or the one that VOLDAAN_CHROMIUM names; None where there is none."""
    asked = os.environ.get("VOLDAAN_CHROMIUM")
    return asked or next((path for name in NAMES if (path := shutil.which(name))), None)


@pytest.fixture(scope="module")
def chromium() -> str:
    """Return the browser of this machine, or skip with what is missing."""
    found = chromium_here()
    if found is None:
        pytest.skip(
            "no Chromium on this machine: install it (Debian: apt-get install chromium) to look at the desk in a browser"
        )
    return found


@contextmanager
def opened(chromium: str) -> Iterator[Page]:
    """Open a page in a fresh browser; whatever it complains about fails the test."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="nl-NL")
        page, complaints = context.new_page(), []
        page.on(
            "console", lambda message: complaints.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
        browser.close()
        assert complaints == []


def breaks_nothing(page: Page, where: str) -> None:
    """See that the page that is open fits and keeps the rules of axe, in each width and in the dark.

    Whatever can be unfolded is; the page is left as wide and as light as it was.
    """
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe()
    page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    for width, scheme, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": 800})
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of two words above
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over == 0, f"{where} is {over} pixels too wide at {width}"
        if rules is None:
            continue
        found = axe.run(page, options={"runOnly": rules, "iframes": False}).response["violations"]
        broken = [(rule["id"], rule["nodes"][0]["html"]) for rule in found]
        assert broken == [], f"{where}, {scheme}, {width} pixels wide"
