"""What people decide otherwise at the desk, and the facts around an account: shown, made, ended, without a script."""

import html
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client as Browser

from tests.builders import after, ten_o_clock
from tests.usecases.strategies import AFTER, a_strategy
from tests.web.book import DAY, Book, open_cents, run_day
from tests.web.test_account import PAGE, said, shown
from voldaan.interfaces.web import clock
from voldaan.records.models import Account, Departure, Event, Invoice, PaymentPlan, Promise
from voldaan.records.scope import rows_of
from voldaan.usecases.agree_payment_plan import agree_payment_plan
from voldaan.usecases.make_exception import Wish, make_exception
from voldaan.usecases.record_promise import record_promise

WHEN: dict[str, Any] = {"on": DAY, "at": ten_o_clock(DAY), "by": "Kim"}
FROM = DAY.isoformat()


def page_of(browser: Browser, address: str = PAGE) -> str:
    return html.unescape(shown(browser, address)).replace("\u00a0", " ")


def after_form(browser: Browser, address: str, **form: str) -> str:
    return html.unescape(said(browser, address, **form)).replace("\u00a0", " ")


def test_an_exception_is_made_shown_told_and_ended(book: Book, client: Browser) -> None:
    assert "Deze debiteur volgt zijn strategie." in page_of(client)
    page = after_form(
        client,
        f"{PAGE}uitzondering/",
        wat="SKIP:",
        factuur="2026-0001",
        reden="belde: even geduld",
        vanaf=FROM,
    )
    assert "2026-0001: slaat over: eerste herinnering." in page
    assert "De debiteur volgt nu de strategie Standaard." in page
    assert "Besluit: wachten" in page
    assert "belde: even geduld" in page
    assert "Uitzondering gemaakt" in page
    with rows_of(book.baker):
        row = Departure.objects.get()
    assert (row.kind, row.value, row.first_day, row.made_by) == ("SKIP", "FIRST_REMINDER", DAY, "desk")
    ended = {"uitzondering": str(row.pk), "vanaf": FROM, "terug": PAGE}
    page = after_form(client, "/opdrachtgever/bakkerij/uitzondering-beeindigen/", **ended)
    assert "de strategie geldt weer" in page
    assert "Besluit: herinneren" in page
    assert "Uitzondering beëindigd" in page


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("SKIP:SECOND_REMINDER", "slaat over: tweede herinnering"),
        ("CHANNEL:POST", "alleen per post"),
        ("STRATEGY:standard", "volgt de strategie standard"),
    ],
)
def test_every_kind_can_be_made_for_the_debtor(book: Book, client: Browser, what: str, words: str) -> None:
    page = after_form(client, f"{PAGE}uitzondering/", wat=what, reden="zo afgesproken", vanaf=FROM)
    assert f"<strong>{words}</strong>" in page


@pytest.mark.parametrize(
    ("form", "sentence"),
    [
        ({"reden": "x"}, "Kies wat er anders gaat."),
        ({"wat": "SKIP:"}, "heeft een reden"),
        ({"wat": "CHANNEL:POST", "reden": "x", "tot": "2026-03-01"}, "zou nooit gelden"),
        ({"wat": "STRATEGY:weg", "reden": "x"}, "er is geen strategie"),
        ({"wat": "HOLD:", "reden": "x"}, "met een blokkade"),
        ({"wat": "CHANNEL:POST", "reden": "x", "factuur": "2026-0001"}, "niet voor één factuur"),
        ({"wat": "CHANNEL:POST", "reden": "x", "tot": "morgen"}, "is geen dag"),
    ],
)
def test_what_makes_no_sense_is_said(
    book: Book, client: Browser, form: dict[str, str], sentence: str
) -> None:
    assert sentence in after_form(client, f"{PAGE}uitzondering/", vanaf=FROM, **form)
    with rows_of(book.baker):
        assert not Departure.objects.exists()


def test_what_holds_a_whole_client_stands_on_the_first_page_and_ends_there(
    book: Book, client: Browser
) -> None:
    make_exception(book.baker, Wish(kind="HOLD", reason="overstap van pakket", last_day=after(9)), **WHEN)
    page = page_of(client, "/")
    assert "Alles van Bakkerij Zon B.V. staat stil tot en met wo 11 mrt 2026: overstap van pakket." in page
    english = client.get("/", headers={"accept-language": "en"}).content.decode()
    assert "Everything of Bakkerij Zon B.V. stands still" in english
    with rows_of(book.baker):
        number = str(Departure.objects.get().pk)
    page = page_of(client)
    assert "hele opdrachtgever" in page
    assert "de hele opdrachtgever is aangehouden" in page
    after_form(client, "/opdrachtgever/bakkerij/uitzondering-beeindigen/", uitzondering=number, vanaf=FROM)
    assert "staat stil" not in page_of(client, "/")


OF_CLIENT = "/opdrachtgever/bakkerij/uitzonderingen/"


class TestForAWholeClient:
    def test_it_is_made_shown_and_ended_on_a_page_of_its_own(self, book: Book, client: Browser) -> None:
        assert f'href="{OF_CLIENT}"' in page_of(client, "/strategieen/")
        page = page_of(client, OF_CLIENT)
        assert "Wat bij Bakkerij Zon B.V. anders gaat dan de strategie zegt" in page
        assert "Voor de opdrachtgever als geheel gelden de strategieën." in page
        form = {"wat": "HOLD:", "reden": "overstap van pakket", "vanaf": FROM, "tot": after(9).isoformat()}
        page = after_form(client, "/opdrachtgever/bakkerij/uitzondering/", **form)
        assert '<h1 class="sentence">Wat bij Bakkerij Zon' in page
        assert "overstap van pakket" in page
        assert "Alles van Bakkerij Zon B.V. staat stil tot en met wo 11 mrt 2026" in page_of(client, "/")
        with rows_of(book.baker):
            row = Departure.objects.get()
        assert (row.account_id, row.kind, row.made_by) == (None, "HOLD", "desk")
        ended = {"uitzondering": str(row.pk), "vanaf": FROM, "terug": OF_CLIENT}
        page = after_form(client, "/opdrachtgever/bakkerij/uitzondering-beeindigen/", **ended)
        assert "Voor de opdrachtgever als geheel gelden de strategieën." in page

    @pytest.mark.parametrize(("what", "words"), [
        ("SKIP:SECOND_REMINDER", "slaat over: tweede herinnering"), ("CHANNEL:POST", "alleen per post"),
        ("STRATEGY:standard", "volgt de strategie standard"),
    ])  # fmt: skip
    def test_every_kind_that_its_form_offers(
        self, book: Book, client: Browser, what: str, words: str
    ) -> None:
        assert f'value="{what}"' in page_of(client, OF_CLIENT)
        form = {"wat": what, "reden": "zo afgesproken", "vanaf": FROM}
        page = after_form(client, "/opdrachtgever/bakkerij/uitzondering/", **form)
        assert f"<strong>{words}</strong>" in page
        assert f'href="{OF_CLIENT}">hele opdrachtgever</a>' in page_of(client)

    def test_nobody_is_hurried_and_no_stage_goes_unnamed(self, book: Book, client: Browser) -> None:
        page = page_of(client, OF_CLIENT)
        assert ('value="SOONER:"' in page, 'value="SKIP:"' in page) == (False, False)
        form = {"wat": "SKIP:", "reden": "x", "vanaf": FROM}
        page = after_form(client, "/opdrachtgever/bakkerij/uitzondering/", **form)
        assert "noem de stap die voor de hele opdrachtgever vervalt" in page

    def test_those_of_its_debtors_stand_below_with_a_way_to_each(self, book: Book, client: Browser) -> None:
        make_exception(book.baker, Wish(kind="CHANNEL", value="POST", reason="x"), debtor="D1", **WHEN)
        page = page_of(client, OF_CLIENT)
        assert f'<a href="{PAGE}">' in page[page.index("Voor één debiteur") :]
        assert "hele opdrachtgever</a>" not in page

    def test_another_client_sees_nothing_of_it(self, book: Book, client: Browser) -> None:
        make_exception(book.baker, Wish(kind="HOLD", reason="overstap"), **WHEN)
        assert "overstap" not in page_of(client, "/opdrachtgever/hovenier/uitzonderingen/")


def test_another_client_ends_nothing_of_this_one(book: Book, client: Browser) -> None:
    (made,) = make_exception(book.baker, Wish(kind="HOLD", reason="overstap"), **WHEN)
    page = after_form(
        client, "/opdrachtgever/hovenier/uitzondering-beeindigen/", uitzondering=str(made.id), vanaf=FROM
    )
    assert "is er niet" in page
    with rows_of(book.baker):
        assert Departure.objects.get().ended_on is None


def test_tags_are_given_and_taken(book: Book, client: Browser) -> None:
    assert "vaste-klant" in after_form(client, f"{PAGE}labels/", erbij="Vaste-Klant")
    assert "geen label" in after_form(client, f"{PAGE}labels/", erbij="twee woorden")
    assert "Labels gewijzigd" in after_form(client, f"{PAGE}labels/", eraf="vaste-klant")
    with rows_of(book.baker):
        assert Account.objects.get(number="D1").tags == ""


class TestWhatNow:
    """What the day asks can be answered where it is asked."""

    def asked(self, book: Book, on: Any = DAY) -> None:
        run_day(book.baker, on)

    @pytest.fixture
    def broken(self, book: Book) -> Book:
        a_strategy(after=AFTER["ASK"])
        record_promise(book.baker, "D1", last_day=after(-2), invoice="2026-0001", **WHEN | {"on": after(-3)})
        self.asked(book)
        return book

    def test_after_an_incident_the_stages_go_on(self, broken: Book, client: Browser) -> None:
        page = page_of(client)
        assert "Wat nu?" in page
        assert "Besluit: vraag; de toegezegde dag is voorbij zonder betaling." in page
        form = {"wat": "SKIP:BROKEN_PROMISE", "factuur": "2026-0001", "reden": "klopt, belde", "vanaf": FROM}
        assert all(f'value="{value}"' in page for value in ("SKIP:BROKEN_PROMISE", "2026-0001"))
        page = after_form(client, f"{PAGE}uitzondering/", **form)
        assert "Besluit: herinneren; aan de beurt." in page
        assert "Wat nu?" not in page

    def test_after_an_incident_there_can_be_a_new_promise(self, broken: Book, client: Browser) -> None:
        day = (clock.today() + timedelta(days=3)).isoformat()
        page = after_form(client, f"{PAGE}toezegging/", factuur="2026-0001", dag=day)
        assert "Besluit: met rust laten; toegezegd" in page
        with rows_of(broken.baker):
            assert Promise.objects.count() == 2

    def test_after_an_incident_the_debtor_can_be_left_in_peace(self, broken: Book, client: Browser) -> None:
        assert f'href="{PAGE}blokkeren/"' in page_of(client)

    def test_the_insurer_is_told_in_one_form(self, book: Book, client: Browser) -> None:
        form = {"factuur": "2026-0001", "dag": after(10).isoformat()}
        page = after_form(client, f"{PAGE}verzekeraar/", **form)
        assert "Besluit: vraag; de kredietverzekeraar moet hier binnenkort van weten." in page
        assert "moet het weten uiterlijk do 12 mrt 2026" in page
        page = after_form(client, f"{PAGE}verzekeraar/", factuur="2026-0001", gemeld="1", dag=FROM)
        assert "Besluit: herinneren" in page
        assert "ingelicht op do 5 mrt 2026" in page
        assert "Vul de dag in." in after_form(client, f"{PAGE}verzekeraar/", factuur="2026-0001")

    def test_limitation_is_interrupted_in_one_form(self, book: Book, client: Browser) -> None:
        with rows_of(book.baker):
            Invoice.objects.filter(number="2026-0001").update(time_bar_from=after(40), due_date=after(-9))
        page = page_of(client)
        assert "de vordering verjaart binnenkort" in page
        assert 'name="door"' in page
        form = {"factuur": "2026-0001", "door": "DEMAND"}
        assert "waarop de verjaring is gestuit" in after_form(client, f"{PAGE}stuiting/", **form)
        page = after_form(client, f"{PAGE}stuiting/", **form, dag=FROM)
        assert "Factuur 2026-0001 verjaart nu op" in page
        assert "Besluit: herinneren" in page

    def test_what_has_no_stage_left_is_written_off_and_taken_back(self, book: Book, client: Browser) -> None:
        a_strategy()
        make_exception(book.baker, Wish(kind="SKIP", value="FIRST_REMINDER", reason="x"), debtor="D1", **WHEN)
        make_exception(
            book.baker, Wish(kind="SKIP", value="SECOND_REMINDER", reason="x"), debtor="D1", **WHEN
        )
        with rows_of(book.baker):
            Invoice.objects.filter(number="2026-0001").update(due_date=after(-9))
        page = page_of(client)
        assert "Besluit: vraag; de laatste termijn is voorbij: wat nu?" in page
        assert "Boek af wat openstaat, of geef de debiteur een andere strategie." in page
        assert "Schrijf op waarom" in after_form(client, f"{PAGE}afboeken/", factuur="2026-0001")
        page = after_form(client, f"{PAGE}afboeken/", factuur="2026-0001", reden="gestopt met de zaak")
        assert "Factuur 2026-0001 is afgeboekt: € 125,00." in page
        assert "2026-0001, “gestopt met de zaak”" in page
        assert open_cents(book.baker, "2026-0001") == 0
        page = after_form(client, f"{PAGE}afboeken/", factuur="2026-0001", terugnemen="1")
        assert "staat weer € 125,00 open" in page
        assert open_cents(book.baker, "2026-0001") == 12_500

    def test_a_plan_whose_instalment_stayed_out_is_ended(self, book: Book, client: Browser) -> None:
        terms = [(after(-3), 12_500)]
        agreed = WHEN | {"on": after(-5)}
        plan = agree_payment_plan(book.baker, "D1", invoices=["2026-0001"], instalments=terms, **agreed)
        page = page_of(client)
        assert "een termijn van de betalingsregeling is niet betaald" in page
        assert page.count(f'name="regeling" value="{plan}"') == 1
        form = {"regeling": str(plan), "afloop": "BROKEN", "vanaf": FROM}
        assert "geen afloop" in after_form(client, f"{PAGE}regeling-beeindigen/", **form | {"afloop": "weg"})
        assert "Besluit: herinneren" in after_form(client, f"{PAGE}regeling-beeindigen/", **form)
        with rows_of(book.baker):
            assert PaymentPlan.objects.get().outcome == "BROKEN"
        assert "niet nagekomen" in page_of(client)


@pytest.mark.parametrize(
    "address",
    [
        *(f"{PAGE}{name}/" for name in ("uitzondering", "labels", "verzekeraar", "stuiting", "afboeken")),
        f"{PAGE}regeling-beeindigen/",
        "/opdrachtgever/bakkerij/uitzondering-beeindigen/",
    ],
)
def test_changes_are_posted(book: Book, client: Browser, address: str) -> None:
    assert client.get(address).status_code == 405


def test_what_people_wrote_never_becomes_markup_nor_an_event(book: Book, client: Browser) -> None:
    form = {"wat": "SKIP:", "reden": "<script>alert(1)</script>", "vanaf": FROM}
    assert "<script>alert" not in said(client, f"{PAGE}uitzondering/", **form)
    with rows_of(book.baker):
        assert not Event.objects.filter(data__contains="script").exists()
