"""Strategies at the desk: read, changed in a form or in the text, seen before they are kept, brought back."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client as Browser

from tests.builders import an_agency, an_engagement, ten_o_clock
from tests.usecases.strategy_texts import A_TEXT, REFUSED_TEXT, with_days_between
from tests.web.strategy_pages import FRIDAY, a_reminded_book, form_on
from voldaan.records.models import Client, StrategyVersion
from voldaan.usecases.change_strategy import save_strategy
from voldaan.usecases.known_strategies import strategy_text

pytestmark = pytest.mark.django_db(transaction=True)
CHANGE = "/strategieen/standard/wijzigen/"


@pytest.fixture(autouse=True)
def _friday() -> Any:
    with time_machine.travel(ten_o_clock(FRIDAY), tick=False):
        yield


def plain(content: bytes) -> str:
    return content.decode().replace("\u00a0", " ").replace("&#x27;", "'")


def kept(text: str = A_TEXT, key: str = "standard", note: str = "Rustiger.") -> None:
    moment = datetime(2026, 3, 12, 9, tzinfo=UTC)
    save_strategy(key, text, note=note, on=FRIDAY, at=moment, by="Tim de Wit")


def sent(browser: Browser, page: bytes, doe: str = "kijk", language: str = "nl", **fields: Any) -> Any:
    """Send the form on a page, with some fields otherwise."""
    form: dict[str, Any] = form_on(page.decode()) | {"doe": doe} | fields
    return browser.post(CHANGE, form, headers={"accept-language": language})


def test_the_list_says_who_follows_what_and_where_it_comes_from(client: Browser) -> None:
    a_reminded_book()
    page = plain(client.get("/strategieen/").content)
    assert "meegeleverd met Voldaan" in page
    assert "Bakkerij Zon B.V." in page
    kept()
    assert "versie 1 van do 12 mrt 2026, door Tim de Wit" in plain(client.get("/strategieen/").content)


def test_a_strategy_is_read_aloud_with_its_versions(client: Browser) -> None:
    kept()
    kept(with_days_between(9), note="Nog <b>rustiger</b>.")
    page = plain(client.get("/strategieen/standard/").content)
    assert "Wie vaak koopt, krijgt rust." in page
    assert "ten minste 9 dagen" in page
    assert "Nog &lt;b&gt;rustiger&lt;/b&gt;." in page
    assert '<li class="gone">' in page
    assert "- days_between_reminders = 7" in page
    assert "ten minste 7 dagen" in plain(client.get("/strategieen/standard/?versie=1").content)
    assert "The first reminder goes out 3 days after the due date" in plain(
        client.get("/strategieen/standard/?versie=1", headers={"accept-language": "en"}).content
    )


@pytest.mark.parametrize(
    "address",
    [
        "/strategieen/zomaar/",
        "/strategieen/standard/?versie=9",
        "/strategieen/standard/?versie=x",
        "/strategieen/zomaar/wijzigen/",
        "/strategieen/standard/wijzigen/?versie=7",
        "/strategieen/..%2F..%2Fetc/",
        f"/strategieen/{'x' * 41}/wijzigen/",
    ],
)
def test_what_is_not_there_is_not_found(client: Browser, address: str) -> None:
    assert client.get(address).status_code == 404


def test_the_form_shows_what_the_text_says_and_untouched_changes_nothing(client: Browser) -> None:
    page = client.get(CHANGE).content
    form = form_on(page.decode())
    assert form["manners.minimum_cents"] == ["5,00"]
    assert form["stages.COURTESY_NOTICE.days"] == ["3"]
    assert "stages.COURTESY_NOTICE.enabled" not in form
    assert "Deze tekst zegt hetzelfde als wat nu geldt." in plain(sent(client, page).content)
    english = form_on(client.get(CHANGE, headers={"accept-language": "en"}).content.decode())
    assert english["manners.minimum_cents"] == ["5.00"]


def test_what_a_change_does_is_shown_before_anything_is_kept(client: Browser) -> None:
    a_reminded_book()
    page = plain(sent(client, client.get(CHANGE).content, **{"manners.days_between_reminders": "21"}).content)
    assert "In de komende week gaat er niets uit, in plaats van 2. 2 debiteuren krijgen" in page
    assert "vr 13 mrt 2026 tot en met do 19 mrt 2026" in page
    assert "ma 16 mrt 2026: tweede herinnering (e-mail)" in page
    assert "do 26 mrt 2026: tweede herinnering (e-mail)" in page
    assert page.index("Dagen tussen twee berichten</dt>") < page.index("Hotel Zeezicht")
    assert not StrategyVersion.objects.exists()


def test_nothing_is_kept_that_was_not_seen_and_then_it_is(client: Browser) -> None:
    fields = {"manners.days_between_reminders": "12", "toelichting": "Meer rust."}
    first = sent(client, client.get(CHANGE).content, "bewaar", **fields)
    assert "u had dit nog niet gezien" in plain(first.content)
    assert not StrategyVersion.objects.exists()
    answer = sent(client, first.content, "bewaar", **fields)
    assert answer.status_code == 302
    version = StrategyVersion.objects.get()
    assert (version.number, version.note, version.made_by) == (1, "Meer rust.", "desk")
    assert version.text == strategy_text("standard")
    assert re.search(r"days_between_reminders = 12 +# \w", version.text)
    assert "Bewaard als versie 1." in plain(client.get("/strategieen/standard/").content)


def test_without_a_note_nothing_is_kept_and_nothing_typed_is_lost(client: Browser) -> None:
    fields = {"manners.days_between_reminders": "12"}
    seen = sent(client, client.get(CHANGE).content, **fields)
    answer = sent(client, seen.content, "bewaar", **fields)
    assert "Zeg erbij wat u verandert en waarom" in plain(answer.content)
    assert form_on(answer.content.decode())["manners.days_between_reminders"] == ["12"]


def test_somebody_elses_change_is_not_lost(client: Browser) -> None:
    fields = {"manners.days_between_reminders": "12", "toelichting": "Meer rust."}
    seen = sent(client, client.get(CHANGE).content, **fields)
    kept()
    answer = sent(client, seen.content, "bewaar", **fields)
    assert "intussen gewijzigd: versie 1 van 12 maart 2026, door Tim de Wit" in plain(answer.content)
    assert StrategyVersion.objects.count() == 1


def test_a_problem_stands_beside_its_field(client: Browser) -> None:
    fields = {"manners.minimum_cents": "vijf", "stages.SECOND_REMINDER.days": "3"}
    page = plain(sent(client, client.get(CHANGE).content, **fields).content)
    assert 'value="vijf"' in page
    assert 'id="manners.minimum_cents-fout"' in page
    assert "Tweede herinnering komt na 3 dagen" in page
    assert 'href="#stages.SECOND_REMINDER.days"' in page
    assert "Bewaar als nieuwe versie" not in page


def test_what_the_law_refuses_stands_with_its_article(client: Browser) -> None:
    page = plain(sent(client, client.get(CHANGE).content, **{"end.with_costs": "ja"}).content)
    assert "art. 6:96 lid 6 BW" in page
    assert "Bewaar als nieuwe versie" not in page


def test_the_text_and_the_form_are_two_ways_to_the_same(client: Browser) -> None:
    form = client.get(CHANGE).content
    text = sent(client, form, "tekst", **{"manners.days_between_reminders": "12"})
    typed = form_on(text.content.decode())["tekst"][0]
    assert re.search(r"days_between_reminders = 12 +# \w", typed)
    again = sent(client, text.content, "formulier", tekst=typed.replace("reminders = 12", "reminders = 13"))
    assert form_on(again.content.decode())["manners.days_between_reminders"] == ["13"]
    assert "Verder in de tekst" in plain(again.content)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name = x", "regel 1</span>"),
        (A_TEXT.replace("days = 3\n", "dagen = 3\n"), "dagen kennen wij niet in fase 1."),
        (REFUSED_TEXT, "art. 6:96 lid 6 BW"),
        ("a = " + "[" * 5_000, "niet te lezen als TOML"),
        ("x" * 30_000, "30001 tekens"),
        ("\x00", "niet te lezen als TOML"),
        ("<script>alert(1)</script>", "niet te lezen als TOML"),
    ],
)
def test_a_text_that_cannot_be_used_names_its_lines(client: Browser, text: str, said: str) -> None:
    page = client.get(f"{CHANGE}?als=tekst").content
    for doe in ("kijk", "bewaar", "formulier"):
        answer = sent(client, page, doe, tekst=text)
        assert answer.status_code == 200
        assert said in plain(answer.content)
        assert "<script>alert" not in plain(answer.content)
    assert not StrategyVersion.objects.exists()


def test_a_form_of_five_megabytes_is_refused(client: Browser) -> None:
    answer = client.post(CHANGE, {"als": "tekst", "tekst": "x" * 5_000_000, "doe": "kijk"})
    assert answer.status_code in (400, 413)


def test_a_form_that_somebody_made_up_breaks_nothing(client: Browser) -> None:
    for form in (
        {},
        {"als": "formulier"},
        {"als": "formulier", "tekst": A_TEXT, "van": "x", "doe": "bewaar"},
    ):
        assert client.post(CHANGE, form).status_code == 200


def test_an_earlier_version_is_brought_back_by_keeping_its_text(client: Browser) -> None:
    kept()
    kept(with_days_between(9))
    page = client.get(f"{CHANGE}?versie=1").content
    seen = sent(client, page)
    assert "Versie 1 teruggezet" in plain(seen.content)
    assert sent(client, seen.content, "bewaar").status_code == 302
    assert strategy_text("standard") == A_TEXT
    assert StrategyVersion.objects.get(number=3).note == "Versie 1 teruggezet"


def test_a_new_strategy_begins_as_a_copy_and_is_followed_when_a_client_lists_it(client: Browser) -> None:
    a_reminded_book()
    answer = client.get("/nieuwe-strategie/", {"van": "standard", "sleutel": "trouw"}, follow=True)
    assert answer.redirect_chain[-1][0] == "/strategieen/trouw/wijzigen/?kopie=standard"
    form = form_on(answer.content.decode()) | {"doe": "kijk", "name": "Trouw", "toelichting": "Nieuw."}
    seen = client.post("/strategieen/trouw/wijzigen/", form)
    assert "Nog niemand volgt deze strategie" in plain(seen.content)
    form = form_on(seen.content.decode()) | {"doe": "bewaar", "name": "Trouw", "toelichting": "Nieuw."}
    assert client.post("/strategieen/trouw/wijzigen/", form).status_code == 302
    listed = client.post(
        "/opdrachtgever/bakkerij/strategieen/", {"strategieen": "trouw, standard"}, follow=True
    )
    assert "Niemand komt bij “Standaard”" in plain(listed.content)
    client.post("/opdrachtgever/bakkerij/strategieen/", {"strategieen": "trouw"})
    assert Client.objects.get().strategy == "trouw"


@pytest.mark.parametrize("key", ["", "../x", "a b", "standard"])
def test_a_short_name_that_cannot_be_taken_gets_a_sentence(client: Browser, key: str) -> None:
    answer = client.get("/nieuwe-strategie/", {"van": "standard", "sleutel": key}, follow=True)
    assert answer.redirect_chain[-1][0] == "/strategieen/"
    assert 'class="notice refused"' in plain(answer.content)


def test_a_list_with_a_strategy_that_is_not_there_is_refused(client: Browser) -> None:
    baker = a_reminded_book()
    an_engagement(baker, an_agency())
    answer = client.post("/opdrachtgever/bakkerij/strategieen/", {"strategieen": "zomaar"}, follow=True)
    assert "Er is geen strategie 'zomaar'. Bekend zijn: " in plain(answer.content)
    assert "volgens de opdracht aan het bureau" in plain(answer.content)
