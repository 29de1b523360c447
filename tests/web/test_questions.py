"""What a person must answer about payments."""

import pytest
from django.test import Client as Browser

from tests.web.book import Book, a_question, open_cents
from voldaan.interfaces.web.acts import spread
from voldaan.records.models import Payment, Question
from voldaan.records.scope import rows_of


def said(browser: Browser, question: int, **form: object) -> str:
    """Return the page after an answer to a question of the baker."""
    address = f"/opdrachtgever/bakkerij/vraag/{question}/antwoord/"
    return browser.post(address, form, follow=True, headers={"accept-language": "nl"}).content.decode()


def test_no_questions_is_said(book: Book, client: Browser) -> None:
    page = client.get("/vragen/", headers={"accept-language": "nl"}).content.decode()
    assert "Geen vragen: elke betaling heeft zijn plaats." in page


def test_a_question_shows_the_payment_and_what_speaks_for_each_candidate(book: Book, client: Browser) -> None:
    a_question(book.baker, 100_000, "2026-0001", "2026-0002")
    page = client.get("/vragen/", headers={"accept-language": "nl"}).content.decode()
    assert "1 vraag wacht op u." in page
    assert "Betaling van €\u00a01.000,00" in page
    assert "“zie mijn brief”" in page
    assert page.count("nummer genoemd") == 2
    assert "Het bedrag is een ander dan de genoemde facturen samen." in page


def test_money_goes_to_the_chosen_invoices_in_their_order(book: Book, client: Browser) -> None:
    question = a_question(book.baker, 100_000, "2026-0001", "2026-0002")
    page = said(
        client, question, factuur=["2026-0001=12500", "2026-0002=99900"], wacht="100000", antwoord="ACCEPT"
    )
    assert "Afgeletterd op 2026-0001 (€\u00a0125,00), 2026-0002 (€\u00a0875,00)." in page
    assert (open_cents(book.baker, "2026-0001"), open_cents(book.baker, "2026-0002")) == (0, 12_400)


def test_what_remains_is_said(book: Book, client: Browser) -> None:
    question = a_question(book.baker, 20_000, "2026-0001")
    page = said(client, question, factuur="2026-0001=12500", wacht="20000", antwoord="ACCEPT")
    assert "€\u00a075,00 is opzijgezet om terug te betalen." in page


def test_not_ours(book: Book, client: Browser) -> None:
    question = a_question(book.baker, 20_000)
    assert "De vraag is beantwoord." in said(client, question, antwoord="NOT_OURS", wacht="20000")
    with rows_of(book.baker):
        assert Payment.objects.get().set_aside == "NOT_OURS"
        assert Question.objects.get().answered_by == "desk"


@pytest.mark.parametrize(
    "form",
    [
        {"antwoord": "ACCEPT", "wacht": "20000"},
        {"antwoord": "ACCEPT", "wacht": "", "factuur": "2026-0001=12500"},
        {"antwoord": "ACCEPT", "wacht": "20000", "factuur": "2026-0001"},
        {"antwoord": "ACCEPT", "wacht": "20000", "factuur": "2026-0001=99999"},
    ],
    ids=["nothing chosen", "no amount", "no room", "more than is open"],
)
def test_an_unclear_answer_changes_nothing(book: Book, client: Browser, form: dict[str, str]) -> None:
    question = a_question(book.baker, 20_000, "2026-0001")
    assert 'class="notice refused"' in said(client, question, **form)
    assert open_cents(book.baker, "2026-0001") == 12_500


def test_another_clients_question_is_not_answered(book: Book, client: Browser) -> None:
    question = a_question(book.baker, 20_000)
    client.post(f"/opdrachtgever/hovenier/vraag/{question}/antwoord/", {"antwoord": "NOT_OURS"})
    with rows_of(book.baker):
        assert Question.objects.get().answered_at is None


@pytest.mark.parametrize(
    ("cents", "filled"),
    [
        (499, [("A", 499)]),
        (500, [("A", 500)]),
        (501, [("A", 500), ("B", 1)]),
        (2_000, [("A", 500), ("B", 700)]),
    ],
)
def test_an_amount_fills_invoices_in_their_order(cents: int, filled: list[tuple[str, int]]) -> None:
    assert spread([("A", 500), ("B", 700)], cents) == filled
