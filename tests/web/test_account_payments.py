"""What the page of an account says of each payment: what it is for, why, what was let go, and the way back."""

import json

from django.test import Client as Browser

from tests.builders import ten_o_clock
from tests.web.book import DAY, AWay, Book, a_question_of, open_cents
from voldaan.records import events
from voldaan.records.models import Account, Allocation, Event, Payment
from voldaan.records.scope import one_transaction, rows_of
from voldaan.usecases.answer_question import answer_question

ACCOUNT = "/opdrachtgever/bakkerij/debiteur/D1/"


def page_of(browser: Browser, language: str = "nl") -> str:
    page = browser.get(ACCOUNT, headers={"accept-language": language}).content.decode()
    return page.replace("\u00a0", " ")


def a_payment_with_a_charge(book: Book) -> int:
    """Return the id of a payment of which a person let two euros and a half go."""
    way = AWay(invoices=(("2026-0001", 12_250),), points=70)
    question = a_question_of(book.baker, 12_250, way, remittance="nota 2026-0001")
    moment = {"on": DAY, "at": ten_o_clock(DAY), "by": "test"}
    answer_question(book.baker, question, answer="ACCEPT", way=1, write_off=True, **moment)  # type: ignore[arg-type]
    with rows_of(book.baker):
        return Payment.objects.get().pk


def test_a_payment_says_what_it_is_for_and_what_was_let_go(book: Book, client: Browser) -> None:
    a_payment_with_a_charge(book)
    page = page_of(client)
    assert "geplaatst door een medewerker" in page
    assert "2026-0001: € 2,50 losgelaten door een medewerker" in page
    assert "Verschil losgelaten" in page


def test_a_rule_says_how_much_spoke_for_it_and_what_came_next(book: Book, client: Browser) -> None:
    payment = a_payment_with_a_charge(book)
    with rows_of(book.baker), one_transaction():
        Payment.objects.update(placed_by="RULE", because="NUMBER_AND_AMOUNT", points=130)
        told = {"payment": payment, "runner_up": "2026-0002 (40): het bedrag past niet"}
        account = Account.objects.get(number="D1").pk
        event = events.NewEvent(
            kind="payment.matched", on=DAY, at=ten_o_clock(DAY), actor="test", account_id=account, data=told
        )
        events.append(book.baker, event)
    page = page_of(client)
    assert "Het nummer en het bedrag passen." in page
    assert "zekerheid 130" in page
    assert "Daarna: 2026-0002 (40): het bedrag past niet" in page


def test_the_timeline_leads_to_the_reason_and_the_page_to_the_way_back(book: Book, client: Browser) -> None:
    payment = a_payment_with_a_charge(book)
    page = page_of(client)
    assert page.count(f'href="#betaling-{payment}"') == 2, "the payment, and what was let go beside it"
    assert f'formaction="/opdrachtgever/bakkerij/betaling/{payment}/ongedaan/"' in page
    client.post(f"/opdrachtgever/bakkerij/betaling/{payment}/ongedaan/", {"terug": ACCOUNT})
    assert open_cents(book.baker, "2026-0001") == 12_500
    assert "/ongedaan/" not in page_of(client)
    assert "Afletteren ongedaan gemaakt" in page_of(client)


def test_an_answer_that_names_invoices_with_cents_is_told(book: Book, client: Browser) -> None:
    a_payment_with_a_charge(book)
    with rows_of(book.baker):
        answered = Event.objects.get(kind="question.answered")
        assert isinstance(json.loads(answered.data)["invoices"][0], list)
        assert Allocation.objects.count() > 1
    assert "Vraag beantwoord" in page_of(client)


def test_the_reasons_are_said_in_english_too(book: Book, client: Browser) -> None:
    a_payment_with_a_charge(book)
    assert "2026-0001: €2.50 let go by a person" in page_of(client, "en")
