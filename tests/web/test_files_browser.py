"""Handing in files in a real browser: a mixed bunch, the columns of a list by keyboard alone, and the rules of axe."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from playwright.sync_api import FilePayload, Locator, Page
from pytest_django.live_server_helper import LiveServer

from tests.stories import paper
from tests.web.book import AMBIGUOUS_LIST, UNKNOWN_TITLES, a_book
from tests.web.browser import breaks_nothing, chromium, opened
from voldaan.records.models import ImportedFile
from voldaan.records.scope import client_by_key, rows_of

__all__ = ["chromium"]


@pytest.fixture
def desk(transactional_db: None, settings: Any, tmp_path: Path, live_server: LiveServer) -> str:
    """Return the address of a desk with a book, in a home of its own."""
    settings.VOLDAAN_HOME = tmp_path
    a_book()
    connections.close_all()
    return live_server.url


def a_file(name: str, data: bytes) -> FilePayload:
    return FilePayload(name=name, mimeType="application/octet-stream", buffer=data)


def a_mixed_bunch() -> list[FilePayload]:
    """Return an invoice, a bank statement, a list that nobody described, and a PDF that holds no invoice."""
    bank, _ = paper.statement(
        [paper.paid("125,00", "2026-0001")], first=paper.day("6 maart"), last=paper.day("7 maart"), opening=0
    )
    invoice = paper.invoice(
        "2026-0100", "125,00", paper.BIRD, issued=paper.day("31 januari"), due=paper.day("2 maart")
    )
    return [
        a_file("factuur.xml", invoice),
        a_file("bank.xml", bank),
        a_file("openstaand.csv", AMBIGUOUS_LIST.encode()),
        a_file("folder.pdf", b"%PDF-1.4\nniets\n"),
    ]


def follow(page: Page, target: Locator) -> None:
    """Click, and wait until the page that it leads to is there: what is read next must not be of the page before."""
    with page.expect_navigation():
        target.click()


def hand_in(page: Page, desk: str, files: list[FilePayload]) -> None:
    page.goto(f"{desk}/bestanden/?opdrachtgever=bakkerij")
    page.get_by_label("Kies bestanden").set_input_files(files=files)
    follow(page, page.get_by_role("button", name="Lees in"))


def press_on(page: Page, key: str, target: str) -> None:
    """Press Tab until something of this name has the focus; then press Enter there, or type."""
    for _ in range(80):
        page.keyboard.press("Tab")
        named = page.evaluate(
            "(document.activeElement.labels?.[0] ?? document.activeElement).textContent + "
            "(document.activeElement.name ?? '')"
        )
        if target in named:
            if key == "Enter":
                with page.expect_navigation():
                    page.keyboard.press(key)
            else:
                page.keyboard.type(key)
            return
    raise AssertionError(f"{target} cannot be reached by keyboard")


def test_a_mixed_bunch_to_the_end_by_keyboard_alone(chromium: str, desk: str) -> None:
    with opened(chromium) as page:
        hand_in(page, desk, a_mixed_bunch())
        assert page.get_by_role("heading", level=1).inner_text() == "2 bestanden opgenomen, 2 niet."
        press_on(page, "Enter", "Kolommen aanwijzen")
        page.get_by_role("heading", name="Hoe lezen wij ‘openstaand.csv’?").wait_for()
        assert page.locator("input[type=radio]:checked").count() == 0
        press_on(page, " ", "Dag, maand, jaar")
        press_on(page, " ", "Ja, alles wat openstaat")
        press_on(page, "Enter", "Verder")
        press_on(page, "03032026", "vraag-as_of")
        press_on(page, "Enter", "Verder")
        page.get_by_text("In de hele lijst: 2, samen").wait_for()
        press_on(page, "Zon: open", "Naam van deze kolomindeling")
        press_on(page, "Enter", "Bewaren en inlezen")
        page.get_by_role("heading", name="openstaand.csv: 2 regels nieuw.").wait_for()
    with rows_of(client_by_key("bakkerij")):
        row = ImportedFile.objects.get(name="openstaand.csv")
        assert (row.complete, row.as_of, row.mapping_name) == (True, date(2026, 3, 3), "Zon: open")


def test_the_kept_mapping_reads_the_next_list_without_asking(chromium: str, desk: str) -> None:
    with opened(chromium) as page:
        hand_in(page, desk, [a_file("openstaand.csv", AMBIGUOUS_LIST.encode())])
        follow(page, page.get_by_role("link", name="Kolommen aanwijzen"))
        page.get_by_label("Dag, maand, jaar").check()
        page.get_by_label("Nee, of dat weet ik niet").check()
        follow(page, page.get_by_role("button", name="Verder"))
        page.get_by_label("Naam van deze kolomindeling").fill("Zon")
        follow(page, page.get_by_role("button", name="Bewaren en inlezen"))
        hand_in(page, desk, [a_file("volgende.csv", AMBIGUOUS_LIST.replace("2026-1", "2026-2").encode())])
        assert page.get_by_role("heading", level=1).inner_text() == "volgende.csv: 2 regels nieuw."
        assert page.get_by_role("cell", name="Zon", exact=True).is_visible()


def test_no_step_breaks_a_rule_or_scrolls_sideways(chromium: str, desk: str) -> None:
    with opened(chromium) as page:
        hand_in(page, desk, a_mixed_bunch())
        breaks_nothing(page, "result")
        follow(page, page.get_by_role("link", name="Kolommen aanwijzen"))
        breaks_nothing(page, "questions")
        page.locator("[name=kolom-3]").select_option("due_date")
        follow(page, page.get_by_role("button", name="Kijk opnieuw"))
        breaks_nothing(page, "a meaning that cannot be")
        page.locator("[name=kolom-3]").select_option("debtor_name")
        page.get_by_label("Dag, maand, jaar").check()
        page.get_by_label("Nee, of dat weet ik niet").check()
        follow(page, page.get_by_role("button", name="Verder"))
        breaks_nothing(page, "settled")
        follow(page, page.get_by_role("button", name="Alleen inlezen"))
        breaks_nothing(page, "read")
        page.goto(f"{desk}/bestanden/?opdrachtgever=bakkerij")
        breaks_nothing(page, "files")
        hand_in(page, desk, [a_file("eigen.csv", UNKNOWN_TITLES.encode())])
        follow(page, page.get_by_role("link", name="Kolommen aanwijzen"))
        page.get_by_role("heading", name="Welke regel is de kop?").wait_for()
        breaks_nothing(page, "titles that nobody knows")
        page.get_by_role("radio", name="Regel 2").check()
        page.get_by_label("Openstaande posten: een rij").check()
        follow(page, page.get_by_role("button", name="Verder"))
        page.get_by_role("group", name="Welke kolom is het factuurnummer?").wait_for()
        breaks_nothing(page, "pointed out")
