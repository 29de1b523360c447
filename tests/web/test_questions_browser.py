"""The question list in a real browser: by keyboard alone, without script, and by the rules of axe."""

import pytest
from django.db import connections
from playwright.sync_api import Page, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.builders import an_account, an_invoice
from tests.web.book import AWay, Book, a_book, a_question_of, open_cents
from tests.web.browser import breaks_nothing, chromium, opened
from voldaan.records.models import Question
from voldaan.records.scope import rows_of

__all__ = ["chromium"]

LONG = "Coöperatieve Tuinbouwmateriaalinkoopvereniging De Verre Horizon U.A."


@pytest.fixture
def book(transactional_db: None) -> Book:
    """Return a book with a bank charge, a tie, one payment for two accounts, an account alone, and nothing at all."""
    book = a_book()
    baker = book.baker
    an_invoice(an_account(baker, "D44", name=LONG), "2026-0044", cents=12_500)
    one, other = (AWay(invoices=((number, 12_500),), points=50) for number in ("2026-0001", "2026-0044"))
    two = AWay(invoices=(("2026-0001", 12_500), ("2026-0002", 99_900)), points=140)
    a_question_of(baker, 12_250, AWay(invoices=(("2026-0001", 12_250),), points=70), remittance="2026-0001")
    a_question_of(baker, 12_500, one, other, because="TIE", counterparty_name=LONG)
    a_question_of(baker, 112_400, two, because="TWO_ACCOUNTS", remittance="2026-0001 + 2026-0002")
    a_question_of(baker, 20_000, AWay(debtor="D2", points=40), because="PAYER_KNOWN")
    a_question_of(baker, 4_321, because="NO_CLUE", remittance="", counterparty_name="")
    connections.close_all()
    return book


def in_hand(page: Page) -> str:
    """Return the amount of the question that has the focus; nothing where none has."""
    found = page.evaluate(
        "document.activeElement.closest('.question')?.querySelector('.figure').textContent ?? ''"
    )
    return str(found).replace("\u00a0", " ")


def press(page: Page, key: str) -> None:
    """Press a key that leads to another page."""
    with page.expect_navigation():
        page.keyboard.press(key)


def waiting(book: Book) -> list[int]:
    with rows_of(book.baker):
        open_now = Question.objects.filter(answered_at__isnull=True, parked_until__isnull=True)
        return list(open_now.order_by("pk").values_list("payment__amount_cents", flat=True))


def test_a_morning_of_questions_by_keyboard_alone(chromium: str, book: Book, live_server: LiveServer) -> None:
    with opened(chromium) as page:
        page.goto(f"{live_server.url}/vragen/")
        page.keyboard.press("a")
        assert in_hand(page) == "€ 122,50", "without a question in hand a key accepts nothing"
        page.keyboard.press("j")
        page.keyboard.press("k")
        press(page, "a")
        assert "Afgeletterd op 2026-0001" in page.get_by_role("status").inner_text()
        assert in_hand(page) == "€ 125,00"
        page.keyboard.press("a")
        assert in_hand(page) == "€ 125,00", "a tie is not accepted without a choice"
        page.keyboard.press("2")
        press(page, "a")
        assert in_hand(page) == "€ 1.124,00"
        page.keyboard.press("p")
        page.keyboard.type("debiteur mailt")
        press(page, "Enter")
        assert "Geparkeerd tot" in page.get_by_role("status").inner_text()
        assert in_hand(page) == "€ 200,00"
        press(page, "r")
        press(page, "n")
        assert "Geen vragen" in page.locator("h1").inner_text()
    assert waiting(book) == []
    assert (open_cents(book.baker, "2026-0001"), open_cents(book.baker, "2026-0044")) == (250, 0)


def test_splitting_counts_what_is_left_and_enter_means_split(
    chromium: str, book: Book, live_server: LiveServer
) -> None:
    with opened(chromium) as page:
        page.goto(f"{live_server.url}/vragen/")
        for key in ("j", "j", "j", "s"):
            page.keyboard.press(key)
        card = page.locator(".question").nth(2)
        left = card.locator("output")
        assert left.inner_text().replace("\u00a0", " ") == "€ 0,00"
        page.keyboard.press("Control+A")
        page.keyboard.type("100,00")
        assert left.inner_text().replace("\u00a0", " ") == "€ 25,00"
        page.keyboard.type("0")
        assert left.inner_text() == "?"
        page.keyboard.press("Backspace")
        press(page, "Enter")
        assert (
            "2026-0001 (€\u00a0100,00), 2026-0002 (€\u00a0999,00)" in page.get_by_role("status").inner_text()
        )
    assert open_cents(book.baker, "2026-0001") == 2_500


def test_another_way_fills_in_other_amounts(chromium: str, book: Book, live_server: LiveServer) -> None:
    with opened(chromium) as page:
        page.goto(f"{live_server.url}/vragen/")
        for key in ("j", "j", "2", "s"):
            page.keyboard.press(key)
        fields = page.locator(".question").nth(1).locator("[data-way]")
        assert [field.input_value() for field in fields.all()] == ["", "125,00"]


def test_without_script_a_way_is_chosen_and_accepted(
    chromium: str, book: Book, live_server: LiveServer
) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_context(java_script_enabled=False, locale="nl-NL").new_page()
        page.goto(f"{live_server.url}/vragen/")
        card = page.locator(".question").nth(1)
        card.get_by_role("radio", name="Horizon").check()
        with page.expect_navigation():
            card.get_by_role("button", name="Aanvaarden").click()
        assert "Afgeletterd op 2026-0044" in page.get_by_role("status").inner_text()
        browser.close()
    assert open_cents(book.baker, "2026-0044") == 0


def test_no_question_breaks_a_rule_or_scrolls_sideways(
    chromium: str, book: Book, live_server: LiveServer
) -> None:
    with opened(chromium) as page:
        page.goto(f"{live_server.url}/vragen/")
        page.keyboard.press("j")
        with page.expect_navigation():
            page.keyboard.press("a")
        for address in ("/vragen/", "/vragen/?zoek=niemand", "/opdrachtgever/bakkerij/debiteur/D1/"):
            page.goto(f"{live_server.url}{address}")
            breaks_nothing(page, address)
