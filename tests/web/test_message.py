"""The message as the debtor sees it, and what a person says became of it."""

import re

import pytest
from django.test import Client as Browser

from tests.web.book import DAY, Book, message_to, run_day
from voldaan.records.models import Debtor, Message
from voldaan.records.scope import rows_of


@pytest.fixture
def address(book: Book) -> str:
    """Return the page of the message to D1."""
    return f"/opdrachtgever/bakkerij/bericht/{message_to(book.baker, 'D1').uuid}/"


def shown(browser: Browser, address: str) -> str:
    """Return a page in Dutch."""
    answer = browser.get(address, headers={"accept-language": "nl"})
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_says_how_far_it_is_and_what_it_asks(address: str, client: Browser) -> None:
    page = shown(client, address)
    assert "Eerste herinnering per e-mail: na te kijken." in page
    assert "€\u00a0125,00" in page
    assert "NL91ABNA0417164300" in page
    assert "<iframe" in page
    assert " sandbox " in page


def test_its_texts_are_named_and_another_language_than_the_debtor_reads(
    book: Book, address: str, client: Browser
) -> None:
    page = shown(client, address)
    assert '<a href="/teksten/standard/">standard 0</a>' in page
    assert "de debiteur leest" not in page
    with rows_of(book.baker):
        Debtor.objects.update(language="zz")
    assert "Geschreven in het Nederlands; de debiteur leest zz" in shown(client, address)


def test_why_a_person_looks_first_stands_beside_the_state(book: Book, address: str, client: Browser) -> None:
    with rows_of(book.baker):
        Message.objects.update(person_first="NEW_CUSTOMER")
    page = shown(client, address)
    assert "Eerste herinnering per e-mail: na te kijken (eerst een mens: nieuwe klant)." in page
    assert "eerst een mens: nieuwe klant" in shown(client, "/")
    english = client.get(address, headers={"accept-language": "en"}).content.decode()
    assert "(a person first: new customer)" in english


def test_of_a_notice_the_day_is_one_to_count_with(book: Book, address: str, client: Browser) -> None:
    assert "Betalen uiterlijk" in shown(client, address)
    with rows_of(book.baker):
        Message.objects.update(kind="NOTICE")
    page = shown(client, address)
    assert "Betalen uiterlijk" not in page
    assert "Termijn van veertien dagen, gerekend t/m" in page


def test_the_text_is_what_was_written(address: str, client: Browser) -> None:
    assert "2026-0001" in shown(client, f"{address}?als=tekst").partition("<pre")[2]


def test_the_e_mail_brings_its_pictures_and_can_do_nothing(address: str, client: Browser) -> None:
    answer = client.get(f"{address}e-mail/")
    page, policy = answer.content.decode(), answer["Content-Security-Policy"]
    assert "cid:" not in page
    assert re.search(r'src="data:image/png;base64,iVBOR', page)
    assert "sandbox" in policy
    assert "script-src" not in policy
    assert policy.startswith("default-src 'none'")


def test_the_letter_is_served_inline(address: str, client: Browser) -> None:
    answer = client.get(f"{address}brief.pdf")
    assert answer.content.startswith(b"%PDF-")
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("inline")


@pytest.mark.parametrize("rest", ["", "e-mail/", "brief.pdf"])
def test_another_clients_message_is_not_there(book: Book, client: Browser, rest: str) -> None:
    uuid = message_to(book.baker, "D1").uuid
    assert client.get(f"/opdrachtgever/hovenier/bericht/{uuid}/{rest}").status_code == 404


def test_it_can_be_set_aside(book: Book, address: str, client: Browser) -> None:
    page = client.post(f"{address}uitkomst/", {"uitkomst": "SET_ASIDE"}, follow=True).content.decode()
    assert "is opzijgelegd" in page
    assert message_to(book.baker, "D1").state == "WITHDRAWN"


def test_a_sent_one_can_come_back(book: Book, address: str, client: Browser) -> None:
    run_day(book.baker, DAY, send=True)
    assert "Is teruggekomen" in shown(client, address)
    client.post(f"{address}uitkomst/", {"uitkomst": "BOUNCED"})
    assert message_to(book.baker, "D1").state == "BOUNCED"


@pytest.mark.parametrize(("said", "state"), [("SENT", "SENT"), ("NOT_SENT", "WITHDRAWN")])
def test_an_ambiguous_one_asks_what_became_of_it(
    book: Book, address: str, client: Browser, said: str, state: str
) -> None:
    message = message_to(book.baker, "D1")
    with rows_of(book.baker):
        Message.objects.filter(pk=message.pk).update(
            state="AMBIGUOUS", sent_on=DAY, approved_at=message.written_at
        )
    assert "Het wordt nooit vanzelf herhaald" in shown(client, address)
    client.post(f"{address}uitkomst/", {"uitkomst": said})
    assert message_to(book.baker, "D1").state == state


@pytest.mark.parametrize("said", ["BOUNCED", "", "DELETED"])
def test_what_makes_no_sense_is_refused_in_a_sentence(
    book: Book, address: str, client: Browser, said: str
) -> None:
    page = client.post(f"{address}uitkomst/", {"uitkomst": said}, follow=True).content.decode()
    assert 'class="notice refused"' in page
    assert message_to(book.baker, "D1").state == "WRITTEN"


def test_a_letter_that_the_archive_lost_is_said_so(book: Book, address: str, client: Browser) -> None:
    message = message_to(book.baker, "D1")
    with rows_of(book.baker):
        Message.objects.filter(pk=message.pk).update(pdf_sha256="0" * 64)
    answer = client.get(f"{address}brief.pdf")
    assert answer.status_code == 404
    assert "The archive lacks 000000000000…" in answer.content.decode()
