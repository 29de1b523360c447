"""Texts at the desk: read by stage and language, changed beside what a debtor would read, kept in versions."""

from typing import Any

import pytest
import time_machine
from django.test import Client as Browser

from tests.builders import a_client, an_agency, an_engagement, ten_o_clock
from tests.web.strategy_pages import FRIDAY, a_reminded_book, form_on
from voldaan.interfaces.web.text_form import APART
from voldaan.records.models import Client, Debtor, TextSetVersion
from voldaan.records.scope import rows_of
from voldaan.usecases.known_texts import set_text

pytestmark = pytest.mark.django_db(transaction=True)
CHANGE = "/teksten/standard/nl/SECOND_REMINDER/"


@pytest.fixture(autouse=True)
def _friday() -> Any:
    with time_machine.travel(ten_o_clock(FRIDAY), tick=False):
        yield


def plain(content: bytes) -> str:
    return content.decode().replace("\u00a0", " ").replace("&#x27;", "'").replace("&quot;", '"')


def sent(
    browser: Browser, address: str = CHANGE, doe: str = "kijk", language: str = "nl", **fields: Any
) -> Any:
    """Send the form on a page, with some fields otherwise."""
    form: dict[str, Any] = form_on(browser.get(address).content.decode()) | {"doe": doe} | fields
    return browser.post(address, form, headers={"accept-language": language})


def test_the_list_says_who_writes_in_what_and_lets_it_be_chosen(client: Browser) -> None:
    baker = a_reminded_book()
    page = plain(client.get("/teksten/").content)
    assert "Informeel" in page
    assert "Bakkerij Zon B.V." in page
    answer = client.post(f"/opdrachtgever/{baker.key}/teksten/", {"teksten": "informal"}, follow=True)
    assert "worden voortaan geschreven in: informal." in plain(answer.content)
    baker.refresh_from_db()
    assert baker.text_set == "informal"
    refused = client.post(f"/opdrachtgever/{baker.key}/teksten/", {"teksten": "zomaar"}, follow=True)
    assert "Er is geen tekstset 'zomaar'" in plain(refused.content)


def test_an_agency_is_changed_for_all_its_clients_and_says_so(client: Browser) -> None:
    agency = an_agency()
    for key in ("bakkerij", "slagerij"):
        an_engagement(a_client(key, name=f"De {key}"), agency)
    page = client.post("/opdrachtgever/bakkerij/teksten/", {"teksten": "informal"}, follow=True)
    assert "Dat geldt ook voor De slagerij." in plain(page.content)


def test_a_set_shows_each_message_in_each_language(client: Browser) -> None:
    page = plain(client.get("/teksten/informal/").content)
    assert "Veertiendagenbrief" in page
    assert "Nederlands" in page
    assert "informeel (je)" in page
    assert page.count("zoals meegeleverd") >= 26


def test_what_is_typed_is_read_as_a_debtor_would(client: Browser) -> None:
    a_reminded_book()
    page = plain(
        sent(
            client, **{"opening.own.one": "Dag! Factuur {number} staat open.\nGraag vóór het weekend."}
        ).content
    )
    assert "Dag! Factuur 2026-0001 staat open." in page
    assert "Hier staat een termijn die geen dag is" in page
    assert "· gewijzigd" in page
    assert not TextSetVersion.objects.exists()
    part = client.post(f"{CHANGE}voorbeeld/", form_on(client.get(CHANGE).content.decode()))
    assert "De controle heeft niets op deze tekst aan te merken." in plain(part.content)
    assert b"<html" not in part.content


def test_how_plain_it_reads_stands_beside_it(client: Browser) -> None:
    a_reminded_book()
    page = plain(sent(client).content)
    assert "B1 of makkelijker" in page
    assert "Leesadvies" not in page
    hard = "Derhalve dient u het verschuldigde saldo te voldoen."
    fields = {
        name: hard for name in form_on(client.get(CHANGE).content.decode()) if name.startswith("opening")
    }
    page = plain(sent(client, **fields).content)
    assert "Moeilijk woord: «Derhalve»" in page
    assert "A hard word" in plain(sent(client, language="en", **fields).content)
    assert "Hoe het leest" not in plain(sent(client, CHANGE.replace("/nl/", "/en/")).content)


@pytest.mark.parametrize(("part", "typed", "shown"), [
    ("sms", {"signed": "Groetjes van {signer}", "fase": "SECOND_REMINDER"}, ("Aantal sms-delen: 2.", "Groetjes van Robin")),
    ("call", {"ask_lines": "Komt het gelegen?"}, ("Komt het gelegen?", "Wat u nooit doet")),
    ("thanks", {"title": "Fijn, dank u wel!"}, ("Fijn, dank u wel!", "Bedankt voor uw betaling")),
    ("confirmation", {"fase": "MOVED", "MOVED.title": "Veel woonplezier"}, ("Veel woonplezier", "is verhuisd")),
    ("statement", {"nothing_open": "Alles is betaald."}, ("Alles is betaald.", "Rekeningoverzicht")),
])  # fmt: skip
def test_what_is_said_by_telephone_or_asks_for_nothing_is_read_beside_the_form(
    client: Browser, part: str, typed: dict[str, str], shown: tuple[str, ...]
) -> None:
    page = plain(sent(client, f"/teksten/standard/nl/{part}/", **typed).content)
    sheet = page.partition('id="voorbeeld"')[2]
    assert "De controle heeft niets op deze tekst aan te merken." in sheet
    assert all(one in page for one in shown)
    assert shown[0] in sheet


def test_a_section_is_read_on_a_real_account_and_what_is_invented_is_said(client: Browser) -> None:
    a_reminded_book()
    address = "/teksten/standard/nl/sms/"
    page = plain(sent(client, address).content)
    assert '<option value="bakkerij/D2">Hotel Zeezicht (Bakkerij Zon B.V.)' in page
    assert "Café De Ankerplaats heeft geen mobiel nummer dat een sms kan krijgen. Zo zou de sms zijn." in page
    other = plain(sent(client, address, lezer="bakkerij/D2").content)
    assert "Bakkerij Zon B.V.: factuur 2026-0002 van € 999,00 staat nog open." in other
    english = plain(sent(client, address, language="en", lezer="bakkerij/D2").content)
    assert "Hotel Zeezicht has no mobile number" in english
    invented = plain(sent(client, address, lezer="proef/bureau").content)
    assert "heeft geen mobiel nummer" not in invented
    statement = plain(sent(client, "/teksten/standard/nl/statement/", lezer="bakkerij/D2").content)
    assert "€ 999,00" in statement.partition('id="voorbeeld"')[2]


def test_how_plain_a_section_reads_stands_beside_it(client: Browser) -> None:
    a_reminded_book()
    hard = "Derhalve dient u het saldo te voldoen."
    page = plain(sent(client, "/teksten/standard/nl/thanks/", **{"opening.own.one": hard}).content)
    assert "Hoe het leest" in page
    assert '<q lang="nl">Derhalve dient u het saldo te voldoen.</q> Moeilijk woord: «Derhalve».' in page
    assert "Leesadvies" not in plain(sent(client, "/teksten/standard/nl/sms/").content)
    assert "Hoe het leest" not in plain(sent(client, "/teksten/standard/en/thanks/").content)


def test_a_section_that_the_guard_stops_for_some_debtor_is_shown_with_it(client: Browser) -> None:
    a_reminded_book()
    opening = "Namens Groothandel Voorbeeld B.V. noteerden wij {day}."
    fields = {"PROMISE.opening": opening, "toelichting": "x"}
    page = plain(sent(client, "/teksten/standard/nl/confirmation/", doe="bewaar", **fields).content)
    assert "Hotel Zeezicht</a>, Bakkerij Zon B.V. · Bevestigingen, zegt wanneer er betaald wordt: " in page
    assert "(name.foreign)" in page
    assert not TextSetVersion.objects.exists()
    answer = sent(client, "/teksten/standard/nl/confirmation/", doe="bewaar", toch="ja", **fields)
    assert (answer.status_code, TextSetVersion.objects.count()) == (302, 1)


def test_a_text_message_that_is_too_long_for_one_debtor_is_shown_with_it(client: Browser) -> None:
    baker = a_reminded_book()
    # A text message with one of these letters holds less than half as much.
    Client.objects.filter(pk=baker.pk).update(name="Бакалия Заря B.V.")
    long = "Incassobureau en Debiteurenbeheer Noordoostelijke Waddenkust en Ommelanden van Groningen"
    an_engagement(baker, an_agency(registered_name=long))
    with rows_of(baker):
        Debtor.objects.filter(name="Hotel Zeezicht").update(phone="06 12 34 56 78")
    ask = "Klopt er iets niet of lukt het niet? Wij denken mee. Bel {phone}."
    fields = {"ask_phone": ask, "toelichting": "x", "lezer": "bakkerij/D2"}
    page = plain(sent(client, "/teksten/standard/nl/sms/", doe="bewaar", **fields).content)
    assert (
        "Hotel Zeezicht</a>, Бакалия Заря B.V. · Sms, eerste herinnering: De sms aan debiteur D2 is" in page
    )
    beside = page.partition('id="voorbeeld"')[2].partition("</section>")[0]
    assert "De sms aan debiteur D2 is langer dan 3 sms'en, ook met korte namen." in beside
    assert "Toch bewaren" in page


def test_a_text_message_that_is_too_long_is_not_kept(client: Browser) -> None:
    long = "Laat het ons weten. " * 9 + "Mail {email}."
    page = plain(
        sent(client, "/teksten/standard/nl/sms/", doe="bewaar", toelichting="x", ask_mail=long).content
    )
    assert "met lange namen en bedragen langer dan 2 sms'en" in page
    assert not TextSetVersion.objects.exists()


def test_the_e_mail_and_the_letter_are_made_of_what_is_typed(client: Browser) -> None:
    a_reminded_book()
    form = form_on(client.get(CHANGE).content.decode()) | {"title.one": "Nog even over {number}"}
    mail = client.post(f"{CHANGE}e-mail/", form)
    assert 'Nog even over <span style="white-space:nowrap">2026-0001</span>' in mail.content.decode()
    assert "sandbox" in mail["Content-Security-Policy"]
    assert client.post(f"{CHANGE}brief.pdf", form).content.startswith(b"%PDF")
    assert client.post(f"{CHANGE}brief.pdf", form | {"title.one": "{fout}"}).status_code == 404


def test_a_mistake_stands_at_its_field_and_nothing_is_kept(client: Browser) -> None:
    fields = {"title.one": "Betaal {bedrag}", "title.many": "Betaal € 5,00", "toelichting": "x"}
    page = plain(sent(client, doe="bewaar", **fields).content)
    assert "Gebruikt {bedrag}, en dat kennen wij niet." in page
    assert "Noemt zelf een bedrag («€ 5,00»)." in page
    assert "Er is niets bewaard." in page
    assert "\nBetaal {bedrag}</textarea>" in page
    assert not TextSetVersion.objects.exists()
    english = plain(sent(client, doe="bewaar", language="en", **fields).content)
    assert "Uses {bedrag}, which is not known." in english


def test_a_text_is_kept_with_a_note_and_only_what_differs(client: Browser) -> None:
    baker = a_reminded_book()
    assert baker.text_set == "standard"
    without = sent(client, doe="bewaar", **{"title.one": "Nog even over factuur {number}"})
    assert "Zeg erbij wat u verandert en waarom" in plain(without.content)
    answer = sent(
        client, doe="bewaar", **{"title.one": "Nog even over factuur {number}", "toelichting": "Korter."}
    )
    assert answer.status_code == 302
    assert set_text("standard").splitlines()[-2:] == [
        "[nl.stages.SECOND_REMINDER]", 'title.one = "Nog even over factuur {number}"',
    ]  # fmt: skip
    page = plain(client.get("/teksten/standard/").content)
    assert "eigen tekst" in page
    assert "Korter." in page
    assert 'title.one = "Nog even over factuur {number}"' in page


def test_what_the_guard_stops_for_some_debtor_is_shown_and_has_to_be_accepted(client: Browser) -> None:
    """The name of the firm in the invented messages is right there, and of nobody else."""
    a_reminded_book()
    opening = "Namens Groothandel Voorbeeld B.V.: factuur {number} is open.\nGraag uiterlijk {pay_by}."
    fields = {"opening.own.one": opening, "toelichting": "x"}
    page = plain(sent(client, doe="bewaar", **fields).content)
    assert "Hotel Zeezicht" in page
    assert "Toch bewaren" in page
    assert not TextSetVersion.objects.exists()
    assert sent(client, doe="bewaar", toch="ja", **fields).status_code == 302
    assert TextSetVersion.objects.count() == 1


def test_somebody_else_changed_it_meanwhile(client: Browser) -> None:
    fields = {"title.one": "Over factuur {number}", "toelichting": "x"}
    assert sent(client, doe="bewaar", **fields).status_code == 302
    late = sent(client, doe="bewaar", van="0", **(fields | {"title.one": "Betreft {number}"}))
    assert "Tekstset standard is intussen gewijzigd: versie 1" in plain(late.content)


@pytest.mark.parametrize("part", ["points", "greeting", "labels", "FOURTEEN_DAY_NOTICE", *APART])
@pytest.mark.parametrize("code", ["nl", "en"])
def test_every_part_can_be_opened_and_untouched_says_the_same(client: Browser, part: str, code: str) -> None:
    address = f"/teksten/informal/{code}/{part}/"
    answer = sent(client, address, doe="bewaar", toelichting="x")
    assert answer.status_code == 302
    assert not TextSetVersion.objects.exists()


def test_an_earlier_version_becomes_the_text_again(client: Browser) -> None:
    for title in ("Over factuur {number}", "Betreft factuur {number}"):
        assert sent(client, doe="bewaar", **{"title.one": title, "toelichting": "x"}).status_code == 302
    answer = client.post("/teksten/standard/terug/", {"versie": "1"}, follow=True)
    assert "Bewaard als versie 3." in plain(answer.content)
    assert "Terug naar versie 1." in plain(answer.content)
    assert 'title.one = "Over factuur {number}"' in set_text("standard")
    assert client.post("/teksten/standard/terug/", {"versie": "x"}).status_code == 404
    gone = client.post("/teksten/standard/terug/", {"versie": "9"}, follow=True)
    assert "heeft geen versie 9" in plain(gone.content)


def test_a_new_set_begins_with_nothing_of_its_own(client: Browser) -> None:
    answer = client.post(
        "/nieuwe-tekstset/", {"sleutel": "bakkerij", "naam": "De bakkerij", "begin": "informal"}
    )
    assert answer["Location"] == "/teksten/bakkerij/"
    assert set_text("bakkerij") == 'name = "De bakkerij"\nbase = "informal"\n'
    taken = client.post(
        "/nieuwe-tekstset/", {"sleutel": "bakkerij", "naam": "x", "begin": "standard"}, follow=True
    )
    assert "Er is al een tekstset bakkerij." in plain(taken.content)
    odd = client.post(
        "/nieuwe-tekstset/", {"sleutel": "een twee", "naam": "x", "begin": "standard"}, follow=True
    )
    assert "kan geen sleutel van een tekstset zijn" in plain(odd.content)


@pytest.mark.parametrize("address", [
    "/teksten/zomaar/", "/teksten/standard/zz/labels/", "/teksten/standard/nl/iets/", "/teksten/zomaar/nl/labels/",
])  # fmt: skip
def test_what_is_not_there_is_not_found(client: Browser, address: str) -> None:
    assert client.get(address).status_code == 404


def test_a_debtor_who_is_not_there_cannot_be_looked_at(client: Browser) -> None:
    baker: Client = a_reminded_book()
    form = form_on(client.get(CHANGE).content.decode())
    for reader in (f"{baker.key}/weg", "weg/D1"):
        assert client.post(f"{CHANGE}e-mail/", form | {"lezer": reader}).status_code == 404


def test_of_a_debtor_of_an_agency_nothing_is_said_of_the_shipped_text(client: Browser) -> None:
    baker = a_reminded_book()
    an_engagement(baker, an_agency())
    page = plain(sent(client, lezer="bakkerij/D1").content)
    assert "Incassohuis" in page
    assert "De controle heeft niets op deze tekst aan te merken." in page
    assert "Leesadvies" not in page
