"""Who a debtor is, at the desk: the question, its answers, and taking two apart again."""

import pytest
from django.test import Client as Browser

from tests.builders import ten_o_clock
from tests.web.book import DAY, Book
from voldaan.domain.matching.facts import Candidate
from voldaan.records import asking
from voldaan.records.models import Account, Invoice, Question
from voldaan.records.scope import one_transaction, rows_of

DUTCH = {"accept-language": "nl"}
ANSWER = "/opdrachtgever/bakkerij/vraag/{}/debiteur/"


@pytest.fixture
def question(book: Book) -> int:
    """Return the question whether D3 is the debtor D1 or D2."""
    with rows_of(book.baker), one_transaction():
        by_number = {row.number: row.pk for row in Account.objects.all()}
        candidates = tuple(Candidate(by_number[n], None, None, 1, f"Gelijk: naam {n}.") for n in ("D1", "D2"))
        new = asking.NewQuestion("SAME_DEBTOR", candidates, account_id=by_number["D3"])
        asking.ask(book.baker, [new], on=DAY, at=ten_o_clock(DAY), by="test")
        return Question.objects.get().pk


def owner(book: Book, invoice: str) -> str:
    with rows_of(book.baker):
        return Invoice.objects.get(number=invoice).account.number


def said(browser: Browser, address: str, **form: str) -> str:
    return browser.post(address, form, follow=True, headers=DUTCH).content.decode()


@pytest.mark.usefixtures("question")
def test_the_question_shows_who_it_could_be_and_what_speaks_for_that(client: Browser) -> None:
    page = client.get("/vragen/", headers=DUTCH).content.decode()
    assert "Is dit een bekende debiteur:" in page
    assert "Theater Klein Podium" in page
    assert "Dit kan een debiteur zijn die al bekend is." in page
    for name, evidence in (
        ("Café De Ankerplaats", "Gelijk: naam D1."),
        ("Hotel Zeezicht", "Gelijk: naam D2."),
    ):
        assert name in page
        assert evidence in page
    assert "Deze vraag houdt geen herinneringen tegen" in page


def test_the_same_merges_and_can_be_taken_apart_in_one_go(book: Book, client: Browser, question: int) -> None:
    page = said(client, ANSWER.format(question), debiteur="D1")
    assert "Debiteur D3 is samengevoegd met D1." in page
    assert "/opdrachtgever/bakkerij/debiteur/D3/uit-elkaar/" in page
    assert owner(book, "2026-0003") == "D1"
    assert "Debiteur D3 staat weer op zichzelf." in said(
        client, "/opdrachtgever/bakkerij/debiteur/D3/uit-elkaar/"
    )
    assert owner(book, "2026-0003") == "D3"


def test_the_account_shows_what_was_merged_into_it_and_the_merged_number_leads_to_it(
    client: Browser, question: int
) -> None:
    said(client, ANSWER.format(question), debiteur="D1")
    for number in ("D1", "D3"):
        page = client.get(f"/opdrachtgever/bakkerij/debiteur/{number}/", headers=DUTCH).content.decode()
        assert "Café De Ankerplaats" in page
        assert "Samengevoegd met" in page
        assert "Samengevoegd met een andere debiteur" in page
        assert "Haal uit elkaar" in page


def test_another_is_noted(book: Book, client: Browser, question: int) -> None:
    assert "Genoteerd: het zijn twee debiteuren." in said(
        client, ANSWER.format(question), antwoord="DIFFERENT"
    )
    with rows_of(book.baker):
        assert Question.objects.get().answer == "DIFFERENT"


@pytest.mark.parametrize(
    "form", [{}, {"antwoord": "SAME"}, {"debiteur": "D9"}], ids=["nothing", "no debtor", "not one"]
)
def test_an_unclear_answer_changes_nothing(
    book: Book, client: Browser, question: int, form: dict[str, str]
) -> None:
    assert 'class="notice refused"' in said(client, ANSWER.format(question), **form)
    assert owner(book, "2026-0003") == "D3"


def test_an_answer_about_money_is_none_to_this_question(client: Browser, question: int) -> None:
    page = said(client, f"/opdrachtgever/bakkerij/vraag/{question}/antwoord/", antwoord="NOT_OURS", wacht="0")
    assert "Deze vraag gaat over een debiteur." in page


def test_another_clients_question_is_not_answered(book: Book, client: Browser, question: int) -> None:
    client.post(f"/opdrachtgever/hovenier/vraag/{question}/debiteur/", {"debiteur": "D1"})
    assert owner(book, "2026-0003") == "D3"


def test_what_was_not_merged_is_not_taken_apart(client: Browser, book: Book) -> None:
    page = said(client, "/opdrachtgever/bakkerij/debiteur/D2/uit-elkaar/")
    assert "Debiteur D2 is met geen andere samengevoegd." in page
