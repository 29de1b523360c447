"""What a person must answer: how it is shown, found, answered, parked and taken back."""

from datetime import date, timedelta

import pytest
from django.test import Client as Browser

from tests.web.book import AWay, Book, a_question, a_question_of, open_cents
from voldaan.interfaces.web import clock
from voldaan.records.models import CreditNote, Payment, Question
from voldaan.records.scope import rows_of

FIRST = AWay(invoices=(("2026-0001", 12_500),), points=70, evidence="nummer 2026-0001 genoemd (60)")
SECOND = AWay(invoices=(("2026-0002", 12_500),), points=40, evidence="naam lijkt erop (20)")
EQUAL = AWay(invoices=(("2026-0002", 12_500),), points=70, evidence="naam is gelijk (30)")
BOTH = AWay(invoices=(("2026-0001", 12_500), ("2026-0002", 99_900)), points=90, evidence="beide genoemd")


def shown(browser: Browser, query: str = "", language: str = "nl") -> str:
    """Return the list of questions, with no-break spaces as spaces."""
    page = browser.get(f"/vragen/{query}", headers={"accept-language": language}).content.decode()
    return page.replace("\u00a0", " ")


def said(browser: Browser, question: int, act: str = "antwoord", **form: object) -> str:
    """Return the page after an answer to a question of the baker."""
    address = f"/opdrachtgever/bakkerij/vraag/{question}/{act}/"
    page = browser.post(address, form, follow=True, headers={"accept-language": "nl"}).content.decode()
    return page.replace("\u00a0", " ")


# How a question looks


def test_no_questions_is_said(book: Book, client: Browser) -> None:
    assert "Geen vragen: elke betaling heeft zijn plaats." in shown(client)


def test_a_question_shows_the_payment_and_what_speaks_for_each_way(book: Book, client: Browser) -> None:
    a_question_of(book.baker, 12_500, FIRST, SECOND, remittance="factuur 2026 0001, dank")
    page = shown(client)
    assert "1 vraag wacht op u." in page
    assert "€ 125,00" in page
    assert "Het bedrag is een ander dan de genoemde facturen samen." in page
    assert "factuur <mark>2026 0001</mark>, dank" in page
    assert "NL91 ABNA 0417 1643 00" in page
    assert "zekerheid 70 van 80 nodig" in page
    assert page.index("nummer 2026-0001 genoemd (60)") < page.index("naam lijkt erop (20)")
    assert page.count(" checked>") == 2, "the first way is chosen, and the keys are on"


def test_one_way_can_be_several_invoices_of_two_debtors(book: Book, client: Browser) -> None:
    a_question_of(book.baker, 112_400, BOTH, because="TWO_ACCOUNTS")
    page = shown(client)
    assert "Café De Ankerplaats + Hotel Zeezicht" in page
    assert page.count('name="manier"') == 1
    assert "past precies" in page
    assert "krijgt € 125,00" in page
    assert "krijgt € 999,00" in page


def test_a_tie_is_said_and_nothing_is_chosen(book: Book, client: Browser) -> None:
    a_question_of(book.baker, 12_500, FIRST, EQUAL, because="TIE")
    page = shown(client)
    assert "Gelijke stand: voor 2 manieren spreekt evenveel. Kies er zelf een." in page
    assert page.count(" checked>") == 1, "the keys are on"


def test_an_account_without_an_invoice_offers_what_it_owes(book: Book, client: Browser) -> None:
    a_question_of(book.baker, 5_000, AWay(debtor="D1", points=40, evidence="rekening bekend (40)"))
    page = shown(client)
    assert 'value="D:D1"' in page
    assert "Welke factuur is niet bekend." in page
    assert "open € 125,00" in page


@pytest.mark.parametrize(
    ("cents", "words"),
    [
        (12_500, "past precies"),
        (12_497, "€ 0,03 minder: afronding?"),
        (12_250, "€ 2,50 minder: bankkosten?"),
        (6_000, "€ 65,00 minder: een deel?"),
        (13_500, "€ 10,00 meer dan er openstaat"),
    ],
)
def test_the_difference_is_said_in_words(book: Book, client: Browser, cents: int, words: str) -> None:
    a_question_of(book.baker, cents, AWay(invoices=(("2026-0001", min(cents, 12_500)),), points=70))
    assert words in shown(client)


def test_a_discount_in_time_is_recognised(book: Book, client: Browser) -> None:
    with rows_of(book.baker):
        question = Question.objects.get(pk=a_question_of(book.baker, 12_250, FIRST))
        assert question.payment is not None
        invoice = question.candidates.get().invoice
        assert invoice is not None
        invoice.discount_cents, invoice.discount_until = 250, question.payment.booking_date
        invoice.save(update_fields=["discount_cents", "discount_until"])
        question.candidates.update(cents=12_250)
    assert "€ 2,50 minder: korting voor op tijd betalen?" in shown(client)


def test_the_page_speaks_english(book: Book, client: Browser) -> None:
    a_question_of(book.baker, 12_250, FIRST, because="SMALL_DIFFERENCE")
    page = shown(client, language="en")
    assert "It fits but for a small difference." in page
    assert "certainty 70 of 80 needed" in page


def test_twenty_five_heavy_questions_weigh_less_than_a_hundred_kilobytes(book: Book, client: Browser) -> None:
    numbers = ("2026-0001", "2026-0002", "2026-0003")
    ways = [
        AWay(invoices=tuple((number, 100) for number in numbers), points=70 - place, evidence="e" * 180)
        for place in range(9)
    ]
    for _ in range(26):
        a_question_of(book.baker, 500, *ways, remittance="een lang verhaal " * 30)
    answer = client.get("/vragen/", headers={"accept-language": "nl"})
    assert "Toon alle 9 manieren" in answer.content.decode()
    assert answer.content.decode().count('class="question"') == 25
    assert len(answer.content) < 100_000


# Which questions


def test_a_question_is_found_by_amount_by_name_and_by_number(book: Book, client: Browser) -> None:
    a_question_of(book.baker, 12_500, FIRST, counterparty_name="Van Buren Beheer")
    a_question_of(book.baker, 99_900, AWay(invoices=(("2026-0002", 99_900),), points=60))
    for query, found in [
        ("125,00", [12_500]),
        ("€ 999", [99_900]),
        ("buren", [12_500]),
        ("zeezicht", [99_900]),
        ("2026-0002", [99_900]),
        ("NL91 ABNA", [12_500, 99_900]),
    ]:
        page = client.get("/vragen/", {"zoek": query}, headers={"accept-language": "nl"})
        assert [card.row.amount_cents for card in page.context["cards"]] == found, query
    assert "Niets gevonden voor “niemand”." in shown(client, "?zoek=niemand")


def test_of_one_client_only(book: Book, client: Browser) -> None:
    a_question_of(book.baker, 12_500, FIRST)
    assert 'class="question"' in shown(client, "?opdrachtgever=bakkerij")
    assert 'class="question"' not in shown(client, "?opdrachtgever=hovenier")


def test_what_is_parked_stands_apart_until_its_day(book: Book, client: Browser) -> None:
    question = a_question_of(book.baker, 12_500, FIRST)
    for days, address in [(0, "/vragen/"), (1, "/vragen/?toon=geparkeerd")]:
        with rows_of(book.baker):
            until = clock.today() + timedelta(days=days)
            Question.objects.filter(pk=question).update(parked_until=until, parked_because="wacht op mail")
        pages = {each: client.get(each).content.decode() for each in ("/vragen/", "/vragen/?toon=geparkeerd")}
        assert [each for each, page in pages.items() if "wacht op mail" in page] == [address]


# Answers


def test_the_chosen_way_is_accepted(book: Book, client: Browser) -> None:
    question = a_question_of(book.baker, 12_500, FIRST, SECOND)
    page = said(client, question, manier="2", antwoord="ACCEPT")
    assert "Afgeletterd op 2026-0002 (€ 125,00)." in page
    assert (open_cents(book.baker, "2026-0001"), open_cents(book.baker, "2026-0002")) == (12_500, 87_400)


def test_one_way_fills_all_its_invoices(book: Book, client: Browser) -> None:
    question = a_question_of(book.baker, 112_400, BOTH)
    page = said(client, question, manier="1", antwoord="ACCEPT")
    assert "Afgeletterd op 2026-0001 (€ 125,00), 2026-0002 (€ 999,00)." in page


def test_an_account_is_accepted_by_its_number(book: Book, client: Browser) -> None:
    question = a_question_of(book.baker, 5_000, AWay(debtor="D1", points=40))
    assert "2026-0001 (€ 50,00)" in said(client, question, manier="D:D1", antwoord="ACCEPT")


def test_what_is_missing_can_be_let_go(book: Book, client: Browser) -> None:
    way = AWay(invoices=(("2026-0001", 12_250),), points=70)
    question = a_question_of(book.baker, 12_250, way)
    said(client, question, manier="1", antwoord="ACCEPT", vervalt="on")
    assert open_cents(book.baker, "2026-0001") == 0


def test_money_is_split_as_typed(book: Book, client: Browser) -> None:
    question = a_question_of(book.baker, 100_000, FIRST)
    fields = {
        "bedrag:2026-0001": "125",
        "bedrag:2026-0003": "",
        "andere": "2026-0002",
        "andere_bedrag": "€ 875,00",
    }
    page = said(client, question, antwoord="SPLIT", **fields)
    assert "Afgeletterd op 2026-0001 (€ 125,00), 2026-0002 (€ 875,00)." in page
    assert (open_cents(book.baker, "2026-0001"), open_cents(book.baker, "2026-0002")) == (0, 12_400)


def test_what_remains_is_refunded_and_said(book: Book, client: Browser) -> None:
    question = a_question_of(book.baker, 20_000, FIRST)
    page = said(client, question, manier="1", antwoord="ACCEPT", rest="refund")
    assert "€ 75,00 is opzijgezet om terug te betalen." in page


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ("NOT_OURS", "Genoteerd: dit geld is niet van een debiteur."),
        ("SEND_BACK", "Genoteerd: dit geld gaat terug naar de betaler."),
    ],
)
def test_money_that_is_for_no_invoice_is_set_aside(
    book: Book, client: Browser, answer: str, words: str
) -> None:
    question = a_question(book.baker, 20_000)
    assert words in said(client, question, antwoord=answer)
    with rows_of(book.baker):
        assert Payment.objects.get().set_aside != ""
        assert Question.objects.get().answered_by == "desk"


@pytest.mark.parametrize(
    "form",
    [
        {},
        {"antwoord": "JA"},
        {"antwoord": "ACCEPT"},
        {"antwoord": "ACCEPT", "manier": "7"},
        {"antwoord": "ACCEPT", "manier": "x"},
        {"antwoord": "ACCEPT", "manier": "D:D999"},
        {"antwoord": "SPLIT"},
        {"antwoord": "SPLIT", "bedrag:2026-0001": "veel"},
        {"antwoord": "SPLIT", "bedrag:2026-0001": "126,00"},
        {"antwoord": "SPLIT", "bedrag:2026-9999": "1,00"},
        {"antwoord": "SPLIT", "andere_bedrag": "1,00"},
    ],
)
def test_an_unclear_answer_changes_nothing(book: Book, client: Browser, form: dict[str, str]) -> None:
    question = a_question_of(book.baker, 20_000, FIRST, EQUAL)
    assert 'class="notice refused"' in said(client, question, **form)
    assert open_cents(book.baker, "2026-0001") == 12_500
    with rows_of(book.baker):
        assert Question.objects.get().answered_at is None


def test_another_clients_question_is_not_answered(book: Book, client: Browser) -> None:
    question = a_question(book.baker, 20_000)
    client.post(f"/opdrachtgever/hovenier/vraag/{question}/antwoord/", {"antwoord": "NOT_OURS"})
    with rows_of(book.baker):
        assert Question.objects.get().answered_at is None


def test_after_an_answer_the_next_question_comes_up(book: Book, client: Browser) -> None:
    first, second, third = (a_question_of(book.baker, 12_500, FIRST) for _ in range(3))
    cards = client.get("/vragen/").context["cards"]
    assert [card.land_on for card in cards] == [f"#vraag-{second}", f"#vraag-{third}", f"#vraag-{second}"]
    address = f"/opdrachtgever/bakkerij/vraag/{first}/antwoord/"
    answer = client.post(address, {"antwoord": "NOT_OURS", "terug": f"/vragen/#vraag-{second}"})
    assert answer["Location"] == f"/vragen/#vraag-{second}"


# Parked, and taken back


def test_a_question_is_parked_and_brought_back(book: Book, client: Browser) -> None:
    question = a_question_of(book.baker, 12_500, FIRST)
    until = clock.today() + timedelta(days=9)
    page = said(client, question, "parkeren", tot=until.isoformat(), reden="debiteur mailt")
    assert "Geparkeerd tot" in page
    assert 'class="question"' not in page
    with rows_of(book.baker):
        parked = Question.objects.get()
        assert (parked.parked_until, parked.parked_because) == (until, "debiteur mailt")
    assert 'class="question"' in said(client, question, "parkeren", terughalen="1")


def test_an_answer_is_undone_and_redone(book: Book, client: Browser) -> None:
    question = a_question_of(book.baker, 12_500, FIRST)
    with rows_of(book.baker):
        payment = Payment.objects.get().pk
    page = said(client, question, manier="1", antwoord="ACCEPT", betaling=str(payment))
    assert f"/betaling/{payment}/ongedaan/" in page
    undone = client.post(f"/opdrachtgever/bakkerij/betaling/{payment}/ongedaan/", follow=True)
    assert open_cents(book.baker, "2026-0001") == 12_500
    assert f"/betaling/{payment}/herstellen/" in undone.content.decode()
    client.post(f"/opdrachtgever/bakkerij/betaling/{payment}/herstellen/")
    assert open_cents(book.baker, "2026-0001") == 0


def test_a_credit_note_offers_no_return_to_a_payer(book: Book, client: Browser) -> None:
    with rows_of(book.baker):
        invoice = Question.objects.get(pk=a_question_of(book.baker, 100, FIRST)).candidates.get().invoice
        assert invoice is not None
        note = CreditNote.objects.create(
            client=book.baker, account=invoice.account, number="C-7", issue_date=date(2026, 3, 1),
            total_cents=4_000, waiting_cents=4_000,
        )  # fmt: skip
        Question.objects.update(payment=None, credit_note=note, because="CREDIT_NOTE_WAITS")
    page = shown(client)
    assert "C-7" in page
    assert "krijgt € 40,00" in page
    assert "SEND_BACK" not in page
