"""The mailbox on disk, the fees, and the pages that nobody hopes to see."""

import pytest
from django.test import Client as Browser
from django.test import override_settings
from django.urls import path

from tests.builders import bank_known_until
from tests.web.book import DAY, Book, run_day


def broken(request: object) -> None:
    raise RuntimeError("geheim")


urlpatterns = [path("stuk/", broken)]


def shown(browser: Browser, address: str) -> str:
    """Return a page in Dutch."""
    answer = browser.get(address, headers={"accept-language": "nl"})
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def own_home(settings: object, tmp_path: object) -> None:
    """Give the test a mailbox of its own."""
    settings.VOLDAAN_HOME = tmp_path  # type: ignore[attr-defined]  # pytest-django's settings


def test_an_empty_mailbox_says_how_it_fills(own_home: None, book: Book, client: Browser) -> None:
    assert "Er is nog niets verzonden." in shown(client, "/postbus/")


def test_what_left_lies_in_the_mailbox(own_home: None, book: Book, client: Browser) -> None:
    run_day(book.baker, DAY, send=True)
    page = shown(client, "/postbus/")
    assert "2 berichten op schijf" in page
    assert "Hotel Zeezicht" in page


def test_a_stray_file_breaks_nothing(own_home: None, book: Book, client: Browser, tmp_path: object) -> None:
    folder = tmp_path / "mailbox" / DAY.isoformat()  # type: ignore[operator]  # a Path
    folder.mkdir(parents=True)
    (folder / "aantekening.eml").write_text("geen bericht")
    (folder / "00000000-0000-4000-8000-000000000000.eml").write_text("van elders")
    page = shown(client, "/postbus/")
    assert "1 bericht op schijf" in page
    assert "niet in dit boek" in page


def test_no_fees_is_said(book: Book, client: Browser) -> None:
    assert "Er zijn geen kosten." in shown(client, "/kosten/")


def test_fees_are_listed_a_month_excluding_vat(book: Book, client: Browser) -> None:
    bank_known_until(book.gardener, DAY)
    run_day(book.gardener, DAY, send=True)
    page = shown(client, "/kosten/")
    assert (
        "€\u00a04,50 voor 1 facturen, exclusief btw" in page
        or "€\u00a04,50 voor 1 factuur, exclusief btw" in page
    )
    assert "Maart 2026" in page
    assert "G-77" in page


def test_a_page_that_is_not_there_has_the_same_look(db: None, client: Browser) -> None:
    answer = client.get("/nergens/")
    assert answer.status_code == 404
    assert "Deze bladzijde is er niet." in answer.content.decode()
    assert "desk/desk.css" in answer.content.decode()


def test_a_forged_form_is_refused_in_a_sentence(book: Book) -> None:
    answer = Browser(enforce_csrf_checks=True).post("/goedkeuren/", {})
    assert answer.status_code == 403
    assert "Dit formulier is verlopen, en er is niets gewijzigd." in answer.content.decode()


@override_settings(ROOT_URLCONF=__name__)
def test_an_error_of_ours_is_admitted_without_a_traceback() -> None:
    answer = Browser(raise_request_exception=False).get("/stuk/")
    assert answer.status_code == 500
    assert "Er ging iets mis aan onze kant." in answer.content.decode()
    assert "geheim" not in answer.content.decode()
