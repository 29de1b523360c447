"""The first page: what there is to do, and why."""

import re

import pytest
from django.test import Client as Browser

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until
from tests.web.book import DAY, Book, a_question, message_to, run_day
from voldaan.usecases.place_hold import place_hold

NO_CODES = re.compile(
    r">[^<]*\b(?:REMIND|STAGE_REACHED|FIRST_REMINDER|PAYMENT_TRUTH_STALE|WRITTEN|LEGAL_PERSON)\b"
)


def text_of(browser: Browser, address: str = "/", *, language: str = "nl") -> str:
    """Return a page as it was sent."""
    answer = browser.get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_book_says_what_to_do_first(db: None, client: Browser) -> None:
    page = text_of(client)
    assert "Het boek is nog leeg" in page
    assert "voldaan client add" in page
    a_client()
    assert "voldaan import" in text_of(client)


def test_a_book_without_a_plan_says_to_run_a_day(db: None, client: Browser) -> None:
    an_invoice(an_account(a_client()))
    assert "voldaan run --on" in text_of(client)


def test_the_sentence_counts_reminders_questions_and_the_bank(book: Book, client: Browser) -> None:
    page = text_of(client)
    assert "Do 5 mrt 2026: 2 herinneringen klaar, 0 vragen." in page
    assert "Bankgegevens tot en met do 5 mrt 2026." in page


def test_the_same_in_english(book: Book, client: Browser) -> None:
    page = text_of(client, language="en")
    assert '<html lang="en">' in page
    assert "Thu 5 Mar 2026: 2 reminders ready, 0 questions." in page


def test_each_line_says_who_why_how_late_and_how_much(book: Book, client: Browser) -> None:
    page = text_of(client)
    assert "Café De Ankerplaats" in page
    assert "aan de beurt: eerste herinnering" in page
    assert "te laat 3 dagen" in page
    assert "€\u00a0999,00" in page
    assert not NO_CODES.search(page)


def test_a_stale_client_is_named_in_amber(book: Book, client: Browser) -> None:
    page = text_of(client)
    amber = re.search(r'<p class="amber">(.*?)</p>', page)
    assert amber
    assert "Hovenier Groen V.O.F. wacht op bank." in amber[1]
    assert "1 debiteur wacht hierop." in amber[1]


def test_the_filter_shows_one_client_and_no_row_of_another(book: Book, client: Browser) -> None:
    page = text_of(client, "/?opdrachtgever=hovenier")
    assert "Basisschool De Wilgen" in page
    assert "Hotel Zeezicht" not in page


def test_a_client_that_does_not_exist_shows_nobody(book: Book, client: Browser) -> None:
    page = text_of(client, "/?opdrachtgever=niemand")
    assert "Hotel Zeezicht" not in page
    assert "Basisschool De Wilgen" not in page


def test_an_act_can_be_shown_alone(book: Book, client: Browser) -> None:
    page = text_of(client, "/?groep=wachten")
    assert "Theater Klein Podium" in page
    assert "Hotel Zeezicht" not in page


def test_an_earlier_day_can_be_looked_at(book: Book, client: Browser) -> None:
    bank_known_until(book.baker, after(10))
    run_day(book.baker, after(10))
    assert "Do 12 mrt 2026:" in text_of(client)
    earlier = text_of(client, f"/?op={DAY}")
    assert "Do 5 mrt 2026: 2 herinneringen" in earlier


@pytest.mark.parametrize("asked", ["2026-02-30", "gisteren", "1-3-2026"])
def test_a_day_that_does_not_exist_is_refused_in_a_sentence(book: Book, client: Browser, asked: str) -> None:
    answer = client.get(f"/?op={asked}")
    assert answer.status_code == 404
    assert "is geen dag. Schrijf een dag als 2026-11-23." in answer.content.decode()


def test_approving_one_leaves_the_others(book: Book, client: Browser) -> None:
    one, other = message_to(book.baker, "D1"), message_to(book.baker, "D2")
    answer = client.post("/goedkeuren/", {"een": f"bakkerij/{one.uuid}", "terug": "/"}, follow=True)
    assert answer.redirect_chain == [("/", 302)]
    assert "Goedgekeurd: het bericht gaat mee met de volgende verzending." in answer.content.decode()
    assert message_to(book.baker, "D1").state == "APPROVED"
    assert message_to(book.baker, "D1").approved_by == "desk"
    assert (message_to(book.baker, "D2").pk, message_to(book.baker, "D2").state) == (other.pk, "WRITTEN")


def test_approving_can_be_taken_back_from_the_line_about_it(book: Book, client: Browser) -> None:
    one = message_to(book.baker, "D1")
    shown = client.post("/goedkeuren/", {"een": f"bakkerij/{one.uuid}"}, follow=True).content.decode()
    address = f"/opdrachtgever/bakkerij/bericht/{one.uuid}/uitkomst/"
    assert f'action="{address}"' in shown
    client.post(address, {"uitkomst": "SET_ASIDE"})
    assert message_to(book.baker, "D1").state == "WITHDRAWN"


def test_approving_the_list_approves_what_it_showed(book: Book, client: Browser) -> None:
    shown = re.findall(r'name="alle" value="([^"]+)"', text_of(client))
    assert len(shown) == 2
    answer = client.post("/goedkeuren/", {"alle": shown, "samen": "1"}, follow=True)
    assert "2 berichten goedgekeurd" in answer.content.decode()
    assert "0 herinneringen klaar, 2 goedgekeurd" in answer.content.decode()


def test_approving_twice_says_that_it_was_approved(book: Book, client: Browser) -> None:
    one = {"een": f"bakkerij/{message_to(book.baker, 'D1').uuid}"}
    client.post("/goedkeuren/", one)
    assert "(D1) was al goedgekeurd." in client.post("/goedkeuren/", one, follow=True).content.decode()


def test_the_line_about_an_act_is_shown_once(book: Book, client: Browser) -> None:
    one = message_to(book.baker, "D1")
    client.post("/goedkeuren/", {"een": f"bakkerij/{one.uuid}"}, follow=True)
    assert 'role="status"' not in text_of(client)


def test_an_account_held_after_the_plan_is_not_up_for_approval(book: Book, client: Browser) -> None:
    moment = message_to(book.baker, "D1").written_at
    place_hold(book.baker, "D1", reason="COMPLAINT", on=DAY, at=moment, by="test")
    page = text_of(client)
    assert "geblokkeerd na het besluit" in page
    assert "1 herinnering klaar" in page
    assert str(message_to(book.baker, "D1").uuid) not in re.findall(
        r'name="alle" value="[^/]+/([^"]+)"', page
    )


def test_where_to_return_to_stays_on_the_desk(book: Book, client: Browser) -> None:
    one = message_to(book.baker, "D1")
    for elsewhere in ("https://elders.example/", "//elders.example/", "elders"):
        answer = client.post("/goedkeuren/", {"een": f"bakkerij/{one.uuid}", "terug": elsewhere})
        assert answer["Location"] == "/"


def test_questions_lead_to_their_page(book: Book, client: Browser) -> None:
    assert "Beantwoord de vragen" not in text_of(client)
    a_question(book.baker, 20_000, "2026-0001")
    page = text_of(client)
    assert "1 vraag" in page
    assert re.search(r'<a href="/vragen/">Beantwoord de vragen', page)
