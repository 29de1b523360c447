"""What holds for every page: weight, headers, no inline code, tables with heads, nothing written by a look."""

import re

import pytest
from django.test import Client as Browser

from tests.builders import DUE, a_client, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.web.book import DAY, Book, a_question, columns_page_of, message_to
from tests.web.styles import a_house_style
from voldaan.domain.law.stops import HOLD_KINDS
from voldaan.interfaces.web.texts import TEXTS
from voldaan.interfaces.web.words import WORDS
from voldaan.records import events
from voldaan.records.models import Account, Invoice
from voldaan.records.models.debtor import CAPACITIES, Debtor
from voldaan.records.models.message import MESSAGE_STATES
from voldaan.records.scope import rows_of
from voldaan.usecases.plan_day import plan_day

INLINE = re.compile(
    r"""<style|<script(?![^>]*\bsrc=)|\son[a-z]+\s*=|\sstyle\s*=|javascript:""", re.IGNORECASE
)
BYTES_MAX = 100_000


def addresses(book: Book) -> list[str]:
    """Return the address of each page of the desk."""
    a_question(book.baker, 20_000, "2026-0001")
    message = f"/opdrachtgever/bakkerij/bericht/{message_to(book.baker, 'D1').uuid}/"
    account = "/opdrachtgever/bakkerij/debiteur/D1/"
    tabs = [f"{message}?als={tab}" for tab in ("e-mail", "tekst", "brief")]
    lists = [
        "/",
        "/?groep=wachten",
        "/vragen/",
        "/inbox/",
        "/bellijst/",
        "/navraag/",
        "/postbus/",
        "/kosten/",
    ]
    asked = "soort=statutory&hoofdsom=5000,00&vervaldatum=2025-04-15&tot=2026-11-22"
    calculator = ["/rekenen/", f"/rekenen/rente/?{asked}", "/rekenen/rente/?hoofdsom=5.000&vervaldatum=x"]
    files = [
        "/bestanden/",
        "/bestanden/?opdrachtgever=bakkerij",
        "/opdrachtgever/bakkerij/kolomindelingen/",
        columns_page_of(book.baker),
    ]
    strategies = [
        "/strategieen/",
        "/strategieen/standard/",
        "/strategieen/standard/wijzigen/",
        "/strategieen/standard/wijzigen/?als=tekst",
        "/opdrachtgever/bakkerij/uitzonderingen/",
        "/teksten/",
        "/teksten/informal/",
        "/teksten/standard/nl/FIRST_REMINDER/",
        "/teksten/standard/en/points/",
    ]
    styles = [
        "/huisstijlen/",
        f"/huisstijl/{a_house_style()}/",
        "/huisstijl/molen/?versie=1",
        "/huisstijl/molen/wijzigen/",
    ]
    return [
        *lists,
        *files,
        *strategies,
        *styles,
        *calculator,
        account,
        f"{account}blokkeren/",
        *tabs,
        "/nergens/",
    ]


def test_no_page_has_code_or_style_of_its_own(book: Book, client: Browser) -> None:
    for address in addresses(book):
        page = client.get(address).content.decode()
        assert INLINE.findall(page) == [], address
        assert "http://" not in page.replace("http://www.w3.org", ""), address


def test_every_page_says_what_it_may_load(book: Book, client: Browser) -> None:
    for address in addresses(book):
        answer = client.get(address)
        policy = answer["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["X-Frame-Options"] == "SAMEORIGIN"


def test_every_table_has_a_caption_and_heads_with_a_scope(book: Book, client: Browser) -> None:
    for address in addresses(book):
        page = client.get(address).content.decode()
        assert page.count("<table") == page.count("<caption"), address
        assert re.findall(r"<th(?![^>]*scope)[ >]", page) == [], address


def test_both_languages_have_a_title_and_one_first_heading(book: Book, client: Browser) -> None:
    for address in addresses(book):
        for language in ("nl", "en"):
            page = client.get(address, headers={"accept-language": language}).content.decode()
            assert page.count("<h1") == 1, address
            assert re.search(r"<title>\S[^<]* · Voldaan</title>", page), address


def test_looking_changes_nothing(book: Book, client: Browser) -> None:
    asked = addresses(book)
    with rows_of(book.baker):
        before = events.head(book.baker)
    for address in asked:
        client.get(address)
    with rows_of(book.baker):
        assert events.head(book.baker) == before


def test_the_language_is_kept_once_it_was_asked(book: Book, client: Browser) -> None:
    assert "Vandaag" in client.get("/", headers={"accept-language": "nl"}).content.decode()
    assert "Today" in client.get("/?taal=en", headers={"accept-language": "nl"}).content.decode()
    assert "Today" in client.get("/", headers={"accept-language": "nl"}).content.decode()


@pytest.mark.parametrize("groep", ["", "?groep=herinneren", "?groep=herinneren&bladzijde=7"])
def test_five_hundred_debtors_stay_under_a_hundred_kilobytes(db: None, client: Browser, groep: str) -> None:
    baker = a_client(name="Coöperatieve Vereniging Zuidwesterhoutse Tuinbouwmateriaal")
    a_client("tweede", name="Nog een opdrachtgever")
    first = an_account(baker)
    with rows_of(baker):
        debtors = Debtor.objects.bulk_create(
            Debtor(
                client=baker,
                name=f"Tuinbouwmateriaalinkoopvereniging De Verre Horizon {number}",
                email="a@b.example",
            )
            for number in range(499)
        )
        accounts = Account.objects.bulk_create(
            Account(client=baker, debtor=debtor, number=f"N{number}") for number, debtor in enumerate(debtors)
        )
        Invoice.objects.bulk_create(
            Invoice(
                client=baker, account=account, number=f"F{number}", issue_date=DUE, due_date=DUE, total_cents=9_900,
                asked_cents=9_900, open_cents=9_900, known_from=DUE,
            )
            for number, account in enumerate(accounts)
        )  # fmt: skip
    an_invoice(first)
    bank_known_until(baker, DAY)
    plan_day(baker, on=DAY, at=ten_o_clock(DAY), by="test")
    answer = client.get(f"/{groep}")
    assert answer.status_code == 200
    assert "500" in answer.content.decode()
    assert len(answer.content) < BYTES_MAX


def test_every_code_has_words_in_both_languages() -> None:
    assert set(CAPACITIES) == set(WORDS["capacity"])
    assert set(HOLD_KINDS) == set(WORDS["hold"])
    assert set(MESSAGE_STATES) == set(WORDS["state"])
    pairs = [*TEXTS.values(), *(pair for group in WORDS.values() for pair in group.values())]
    assert [pair for pair in pairs if not (pair[0].strip() and pair[1].strip())] == []
