"""One account: who, what is open and why, what was paid, all that happened; and what can be written down."""

import html
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client as Browser

from tests.web.book import DAY, Book, message_to
from voldaan.domain.law.stops import HOLD_KINDS, effect_sentence, last_day_of, stop_of
from voldaan.interfaces.web import clock
from voldaan.records.models import Dispute, Hold, Message, Promise
from voldaan.records.scope import rows_of

PAGE = "/opdrachtgever/bakkerij/debiteur/D1/"


def shown(browser: Browser, address: str = PAGE) -> str:
    """Return a page in Dutch."""
    answer = browser.get(address, headers={"accept-language": "nl"})
    assert answer.status_code == 200
    return answer.content.decode()


def said(browser: Browser, address: str, **form: str) -> str:
    """Return the page after a form was sent."""
    return browser.post(address, form, follow=True, headers={"accept-language": "nl"}).content.decode()


def test_the_sentence_says_what_is_open_how_late_and_what_was_decided(book: Book, client: Browser) -> None:
    page = shown(client)
    assert (
        "€\u00a0125,00 open in 1 factuur, de oudste te laat 3 dagen. Besluit: herinneren; aan de beurt."
        in page
    )
    assert "rechtspersoon" in page
    assert "d1@klant.example" in page


@pytest.mark.parametrize(
    ("kind", "state", "days", "says"),
    [
        ("THANKS", "BOUNCED", 1, "aan d1@klant.example is niet aangekomen. Opnieuw sturen hoeft niet"),
        ("CONFIRMATION", "FAILED", 60, "stuur het opnieuw, of bel."),
        ("STATEMENT", "BOUNCED", 1, "Het overzicht van"),
        ("STATEMENT", "BOUNCED", 61, ""),
        ("CONFIRMATION", "SENT", 1, ""),
    ],
)
def test_what_asks_for_nothing_and_came_back_is_told_at_the_top(
    book: Book, client: Browser, kind: str, state: str, days: int, says: str
) -> None:
    row = message_to(book.baker, "D1")
    day = DAY - timedelta(days=days)
    with rows_of(book.baker):
        Message.objects.create(
            client=book.baker, account=row.account, uuid=uuid4(), kind=kind, stage="", channel="EMAIL", facts={},
            state=state, language="nl", recipient="d1@klant.example", on=day,
            sent_on=None if state == "FAILED" else day, pay_by=DAY, written_at=row.written_at, approved_at=row.written_at, finished_at=row.written_at, sent_sha256="0" * 64,
        )  # fmt: skip
    page = shown(client)
    assert ("is niet aangekomen" in page) == bool(says)
    assert says in page


def test_the_timeline_tells_invoice_decision_and_message(book: Book, client: Browser) -> None:
    line = shown(client).partition('id="tijdlijn"')[2]
    assert "Factuur" in line
    assert "Besluit: herinneren (eerste herinnering)" in line
    assert "Bericht geschreven" in line
    assert line.index("Besluit: herinneren") < line.index("Bericht geschreven")


def test_the_rule_that_decided_is_marked(book: Book, client: Browser) -> None:
    page = shown(client)
    assert page.count("dit gaf de doorslag") == 1
    assert "betalingen bekend tot en met do 5 mrt 2026.</span> <strong>ja</strong>" in page


@pytest.mark.parametrize(
    ("language", "said"), [("nl", "er is geen strategie"), ("en", "there is no strategy")]
)
def test_a_strategy_that_is_gone_is_said_where_it_can_be_mended(
    book: Book, client: Browser, language: str, said: str
) -> None:
    book.baker.strategy = "weg"
    book.baker.save()
    answer = client.get(PAGE, headers={"accept-language": language}, follow=True)
    assert answer.redirect_chain == [("/strategieen/", 302)]
    assert f"{book.baker.name}: {said} &#x27;weg&#x27;" in answer.content.decode()


@pytest.mark.parametrize(
    "address", ["/opdrachtgever/bakkerij/debiteur/T9/", "/opdrachtgever/hovenier/debiteur/D1/"]
)
def test_another_clients_debtor_is_not_there(book: Book, client: Browser, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Basisschool" not in answer.content.decode()
    assert "Ankerplaats" not in answer.content.decode()


def test_an_unknown_client_names_no_other(book: Book, client: Browser) -> None:
    answer = client.get("/opdrachtgever/niemand/debiteur/D1/")
    assert answer.status_code == 404
    assert "hovenier" not in answer.content.decode()


def test_a_hold_stops_the_reminder_and_can_be_undone(book: Book, client: Browser) -> None:
    page = said(
        client,
        f"{PAGE}blokkeren/",
        vanaf=DAY.isoformat(),
        reden="DEBT_COUNSELLING",
        toelichting="Brief van de gemeente",
    )
    assert "Debiteur D1 is geblokkeerd." in page
    assert "Tot en met" in page
    assert "de gebruikelijke duur." in page
    assert "Besluit: met rust laten; aangehouden (schuldhulpverlening)." in page
    assert "De debiteur krijgt niets: schrijf aan de schuldhulpverlener." in page
    assert "NVVK-convenanten" in page
    with rows_of(book.baker):
        hold = Hold.objects.get()
    assert (hold.made_by, hold.note, hold.first_day, hold.last_day) == (
        "desk",
        "Brief van de gemeente",
        DAY,
        last_day_of("DEBT_COUNSELLING", DAY),
    )
    page = said(client, f"{PAGE}opheffen/", blokkade=str(hold.pk))
    assert "De blokkade van debiteur D1 is opgeheven." in page
    assert "Besluit: herinneren" in page


def test_a_hold_that_is_over_can_be_lifted_and_says_so(book: Book, client: Browser) -> None:
    form = {"reden": "MORATORIUM", "vanaf": (DAY - timedelta(days=9)).isoformat()}
    said(client, f"{PAGE}blokkeren/", **form, tot=(DAY - timedelta(days=1)).isoformat())
    page = shown(client, PAGE)
    assert "Besluit: vraag; een blokkade is voorbij" in page
    assert "(breed moratorium)" in page
    assert "voorbij: beslis wat er nu gebeurt" in page
    with rows_of(book.baker):
        hold = Hold.objects.get()
    assert "Besluit: herinneren" in said(client, f"{PAGE}opheffen/", blokkade=str(hold.pk))


@pytest.mark.parametrize("kind", HOLD_KINDS)
def test_the_form_tells_what_each_kind_of_hold_does(book: Book, client: Browser, kind: str) -> None:
    page = html.unescape(shown(client, f"{PAGE}blokkeren/"))
    assert effect_sentence(kind, "nl") in page
    assert all(source.label in page for source in stop_of(kind).citations)


def test_a_hold_covers_the_plan_that_stands(book: Book, client: Browser) -> None:
    assert f'name="vanaf" required value="{DAY}"' in shown(client, f"{PAGE}blokkeren/")


@pytest.mark.parametrize(
    ("days", "refused"),
    [(-1, True), (0, False), (1, False)],
)
def test_a_hold_ends_on_its_first_day_at_the_earliest(
    book: Book, client: Browser, days: int, refused: bool
) -> None:
    last_day = DAY + timedelta(days=days)
    form = {"reden": "COMPLAINT", "vanaf": DAY.isoformat(), "tot": last_day.isoformat()}
    page = said(client, f"{PAGE}blokkeren/", **form)
    assert ("ligt voor vandaag" in page) is refused
    with rows_of(book.baker):
        assert Hold.objects.count() == (0 if refused else 1)


def test_a_promise_is_written_down(book: Book, client: Browser) -> None:
    day = clock.today() + timedelta(days=3)
    page = said(client, f"{PAGE}toezegging/", dag=day.isoformat(), toelichting="belde vanochtend")
    assert "De toezegging is vastgelegd." in page
    assert "belde vanochtend" in page
    with rows_of(book.baker):
        assert Promise.objects.get().last_day == day


def test_a_promise_needs_a_day(book: Book, client: Browser) -> None:
    assert "Vul de dag in" in said(client, f"{PAGE}toezegging/", dag="")
    assert "is geen dag" in said(client, f"{PAGE}toezegging/", dag="2026-02-30")
    with rows_of(book.baker):
        assert not Promise.objects.exists()


def test_a_dispute_is_opened_and_closed(book: Book, client: Browser) -> None:
    day = (clock.today() + timedelta(days=7)).isoformat()
    form = {"factuur": "2026-0001", "dag": day, "wie": "Sanne Bos", "toelichting": "Een doos ontbrak"}
    page = said(client, f"{PAGE}betwisten/", **form)
    assert "Factuur 2026-0001 is betwist" in page
    assert "Besluit: met rust laten; betwist" in page
    page = said(client, f"{PAGE}betwisting-sluiten/", factuur="2026-0001", afloop="nageleverd")
    assert "De betwisting van factuur 2026-0001 is afgesloten." in page
    with rows_of(book.baker):
        assert Dispute.objects.get().outcome == "nageleverd"


def test_what_a_person_wrote_never_becomes_markup(book: Book, client: Browser) -> None:
    page = said(client, f"{PAGE}blokkeren/", reden="OTHER", toelichting="<script>alert(1)</script>")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


@pytest.mark.parametrize("address", ["opheffen/", "toezegging/", "betwisten/", "betwisting-sluiten/"])
def test_changes_are_posted(book: Book, client: Browser, address: str) -> None:
    assert client.get(f"{PAGE}{address}").status_code == 405
