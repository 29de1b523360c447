"""The calculator: an address gives an answer, bad input gets a sentence at its field, and nothing ends in an error page."""

import re
from urllib.parse import urlencode

import pytest
from django.test import Client as Browser
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from voldaan.interfaces.web.calculator_forms import FORMS
from voldaan.interfaces.web.texts import TEXTS

INTEREST = {"soort": "statutory", "hoofdsom": "5.000,00", "vervaldatum": "2025-04-15", "tot": "2026-11-22"}


def shown(browser: Browser, what: str, language: str = "nl", **fields: str) -> str:
    """Return the page of a form that was filled in, with ordinary spaces."""
    answer = browser.get(
        reverse("desk:calculator", args=[what]), fields, headers={"accept-language": language}
    )
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ").replace("&#x27;", "'")


def heading(page: str) -> str:
    """Return the first heading, which is the answer."""
    found = re.search(r"<h1[^>]*>(.*?)</h1>", page)
    assert found
    return found[1]


def field(page: str, name: str) -> str:
    """Return the markup of one field."""
    found = re.search(rf'<div class="field"><label for="{name}">.*?</div>', page, re.DOTALL)
    assert found, name
    return found[0]


@pytest.mark.parametrize(
    ("what", "fields", "nl", "en"),
    [
        (
            "rente",
            INTEREST,
            "Over € 5.000,00 is van 16 april 2025 tot en met 22 november 2026 € 398,89 wettelijke rente gegroeid.",
            "From 16 April 2025 up to and including 22 November 2026, €398.89 of statutory interest has grown on "
            "€5,000.00.",
        ),
        (
            "rente",
            INTEREST | {"vervaldatum": "2026-11-22"},
            "Over € 5.000,00 is op 22 november 2026 nog geen wettelijke rente gegroeid: die begint op 23 november 2026.",
            "No statutory interest has grown on €5,000.00 by 22 November 2026: it begins on 23 November 2026.",
        ),
        (
            "incassokosten",
            {"hoofdsommen": "600\n400", "btw": "21"},
            "Over een hoofdsom van € 1.000,00 mogen de incassokosten € 150,00 zijn, met btw € 181,50.",
            "Over a principal of €1,000.00, collection costs may be €150.00, €181.50 with VAT.",
        ),
        (
            "veertiendagenbrief",
            {"verstuurd": "2026-11-23", "weg": "email"},
            "Een e-mail van 23 november 2026 geldt als ontvangen op 23 november 2026. De termijn loopt van 24 november "
            "2026 tot en met 7 december 2026; kosten kunnen verschuldigd zijn vanaf 8 december 2026.",
            "An e-mail of 23 November 2026 counts as received on 23 November 2026. The term runs from 24 November 2026 "
            "up to and including 7 December 2026; costs can be due from 8 December 2026.",
        ),
        (
            "contactmoment",
            {"moment": "2026-11-22T21:00"},
            "Nee, zo 22 nov 2026 om 21:00 uur: geen contact op zondag.",
            "No, Sun 22 Nov 2026 at 21:00: no contact on a Sunday.",
        ),
        (
            "verjaring",
            {"vordering": "contract", "opeisbaar": "2021-11-20", "gezien_op": "2026-11-21"},
            "De vordering is verjaard sinds 21 november 2026: stuiten kon tot en met 20 november 2026.",
            "The claim has been time-barred since 21 November 2026: it could be interrupted until 20 November 2026.",
        ),
        (
            "betaaltermijn",
            {"koper": "sole-trader", "factuurdatum": "2026-09-01", "ontvangen": "2026-09-03"},
            "Betalen kan tot en met 5 oktober 2026. Geen termijn afgesproken: 30 dagen na ontvangst van de factuur of de "
            "prestatie.",
            "It can be paid up to and including 5 October 2026. No term was agreed: 30 days after receipt of the invoice "
            "or the performance.",
        ),
    ],
)
def test_the_answer_is_the_first_heading(
    client: Browser, what: str, fields: dict[str, str], nl: str, en: str
) -> None:
    assert heading(shown(client, what, **fields)) == nl
    assert heading(shown(client, what, "en", **fields)) == en


def test_the_segments_stand_in_a_table_and_the_articles_below_it(client: Browser) -> None:
    page = shown(client, "rente", **INTEREST)
    rows = [re.findall(r"<t[hd][^>]*>([^<]*)</t[hd]>", row) for row in re.findall(r"<tr>(.*?)</tr>", page)]
    assert rows[0] == ["Van", "Tot en met", "Dagen", "Rente", "Over", "Bedrag"]
    assert rows[1] == ["wo 16 apr 2025", "wo 31 dec 2025", "260", "6,00 %", "€ 5.000,00", "€ 213,70"]
    assert page.index("€ 213,70") < page.index("art. 6:119 lid 1 BW")
    assert 'href="https://wetten.overheid.nl/jci1.3:c:BWBR0005289&amp;artikel=119"' in page


def test_what_is_not_confirmed_stands_with_its_article(client: Browser) -> None:
    page = shown(client, "veertiendagenbrief", verstuurd="2026-11-26", weg="post")
    assert re.search(r"r\.o\. 3\.5\.2</a>.*?Niet bevestigd:", page)


@pytest.mark.parametrize(
    ("language", "said", "doubt", "not_said"),
    [
        (
            "nl",
            "Naar ervaring wordt een brief op de tweede dag na",
            "Over de tragere post vanaf",
            "By experience",
        ),
        (
            "en",
            "By experience a letter is delivered on the second day",
            "No ruling was found on",
            "Naar ervaring",
        ),
    ],
)
def test_the_law_is_told_in_the_language_of_the_page(
    client: Browser, language: str, said: str, doubt: str, not_said: str
) -> None:
    page = shown(client, "veertiendagenbrief", language, verstuurd="2026-11-26", weg="post")
    articles = page[page.index('<ul class="articles">') :]
    assert said in articles
    assert doubt in articles
    assert not_said not in articles
    assert 'lang="en"' not in articles


def test_payments_and_an_agreed_rate_are_read_from_the_folded_part(client: Browser) -> None:
    page = shown(client, "rente", **INTEREST, betalingen="2026-01-15 500,00\n2026-02-15 250,00\n")
    assert re.search(r"<dt>Ontvangen</dt><dd>€ 750,00</dd>", page)
    assert '<details class="wide" open>' in page
    agreed = INTEREST | {"soort": "contract", "percentage": "2", "per": "month"}
    assert "afgesproken rente gegroeid" in heading(shown(client, "rente", **agreed))


@pytest.mark.parametrize(
    ("language", "typed", "told"), [("nl", "erkenning", "erkenning"), ("en", "erkenning", "acknowledgement")]
)
def test_an_interruption_that_came_too_late_is_named(
    client: Browser, language: str, typed: str, told: str
) -> None:
    page = shown(client, "verjaring", language, opeisbaar="2015-01-01", stuitingen=f"2024-05-01 {typed}")
    assert re.search(rf"<td[^>]*>{told}</td>", page)


def test_a_notice_of_claims_shows_its_sentences(client: Browser) -> None:
    page = shown(client, "veertiendagenbrief", verstuurd="2026-11-26", weg="post", vorderingen="100\n200")
    assert "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd" in page
    assert re.search(r"<dt>Totaal na de termijn</dt><dd>€ 345,00</dd>", page)


def test_paper_repeats_what_was_filled_in(client: Browser) -> None:
    page = shown(client, "rente", **INTEREST)
    on_paper = re.search(r'<section class="paper">(.*?)</section>', page, re.DOTALL)
    assert on_paper
    assert re.findall(r"<dd>([^<]*)</dd>", on_paper[1]) == [
        "wettelijke rente (consument)", "€ 5.000,00", "di 15 apr 2025", "zo 22 nov 2026", "dagen van het rentejaar",
    ]  # fmt: skip
    assert re.search(r'<p class="paper">Uitgerekend met Voldaan op \d+ \w+ \d{4}\.</p>', page)


def test_paper_names_the_day_count_only_where_days_are_counted_by_it(client: Browser) -> None:
    always = INTEREST | {"dagtelling": "act365"}
    assert "<dt>Dagen tellen</dt><dd>altijd 365 dagen</dd>" in shown(client, "rente", **always)
    agreed = always | {"soort": "contract", "percentage": "2", "per": "year"}
    assert "<dt>Dagen tellen</dt><dd>altijd 365 dagen</dd>" in shown(client, "rente", **agreed)
    assert "<dt>Dagen tellen</dt>" not in shown(client, "rente", **agreed | {"per": "month"})


def test_the_capacity_of_a_debtor_is_not_told_as_something_agreed(client: Browser) -> None:
    page = shown(client, "rente", **INTEREST, hoedanigheid="legal-person")
    assert "<dt>Hoedanigheid van de debiteur</dt><dd>rechtspersoon</dd>" in page
    assert "fgesproken met" not in page


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.slug)
def test_an_empty_form_asks_its_question(client: Browser, form: object) -> None:
    page = shown(client, form.slug)
    assert heading(page) == TEXTS[f"ask_{form.name}"][0]
    assert "aria-invalid" not in page
    assert 'aria-current="page">Rekenhulp</a>' in page


def test_the_first_form_stands_at_the_short_address(client: Browser) -> None:
    assert heading(client.get("/rekenen/").content.decode()) == TEXTS["ask_interest"][0]
    assert client.get("/rekenen/koffiedik/").status_code == 404
    assert client.post("/rekenen/").status_code == 405


@pytest.mark.parametrize(
    ("what", "wrong", "name", "sentence"),
    [
        ("rente", {"hoofdsom": "5.000"}, "hoofdsom", "kan op twee manieren worden gelezen. Schrijf de centen erbij"),
        ("rente", {"hoofdsom": "-5"}, "hoofdsom", "ligt onder nul"),
        ("rente", {"hoofdsom": ""}, "hoofdsom", "Vul dit in"),
        ("rente", {"vervaldatum": "31-02-2025"}, "vervaldatum", "is geen dag die bestaat"),
        ("rente", {"vervaldatum": ""}, "vervaldatum", "Geef de vervaldatum of de eerste rentedag"),
        ("rente", {"vanaf": "2025-05-01"}, "vanaf", "en niet allebei"),
        ("rente", {"tot": "2100-01-01"}, "tot", "1 januari 2027"),
        ("rente", {"vervaldatum": "1991-01-01"}, "vervaldatum", "1 januari 1998"),
        ("rente", {"vervaldatum": "0001-01-01"}, "vervaldatum", "ligt te ver weg"),
        ("rente", {"soort": "woeker"}, "soort", "Kies een van de mogelijkheden"),
        ("rente", {"soort": "contract"}, "percentage", "heeft het percentage van de overeenkomst nodig"),
        ("rente", {"percentage": "2"}, "percentage", "hoort bij afgesproken rente"),
        ("rente", {"soort": "commercial", "hoedanigheid": "consumer"}, "hoedanigheid", "alleen tussen bedrijven"),
        ("rente", {"betalingen": "2026-01-15"}, "betalingen", "mist een deel"),
        ("rente", {"betalingen": "2026-01-15 0"}, "betalingen", "het bedrag is nul"),
        ("rente", {"betalingen": "2026-01-15 1\n" * 101}, "betalingen", "101 regels"),
        ("incassokosten", {"hoofdsommen": "10", "btw": "400"}, "btw", "is geen percentage"),
        ("contactmoment", {"moment": "2026-11-22"}, "moment", "is geen tijdstip"),
        ("veertiendagenbrief", {"verstuurd": "2026-11-26", "weg": "email", "bezorgdagen": "2"}, "bezorgdagen", "geen bezorgdagen"),
        ("veertiendagenbrief", {"verstuurd": "2026-11-26", "bezorgdagen": "1000"}, "bezorgdagen", "van 1 tot en met 30"),
        ("veertiendagenbrief", {"verstuurd": "2026-11-26", "vorderingen": "0"}, "vorderingen", "waarvan iets openstaat"),
        ("verjaring", {"opeisbaar": "2026-01-01", "stuitingen": "2026-02-01 hoop"}, "stuitingen", "aanmaning"),
        ("betaaltermijn", {"factuurdatum": "2026-01-01", "afgesproken": "9999"}, "afgesproken", "van 0 tot en met 3650"),
    ],
)  # fmt: skip
def test_bad_input_gets_a_sentence_at_its_field(
    client: Browser, what: str, wrong: dict[str, str], name: str, sentence: str
) -> None:
    given = (INTEREST if what == "rente" else {}) | wrong
    page = shown(client, what, **given)
    at = field(page, name)
    assert sentence in at
    assert 'aria-invalid="true"' in at
    described = re.search(r'aria-describedby="([^"]*)"', at)
    assert described
    assert all(f'id="{each}"' in at for each in described[1].split())
    assert page.count('aria-invalid="true"') == 1
    assert f'<a href="#{name}">' in page
    assert heading(page) == TEXTS[next(f"ask_{form.name}" for form in FORMS if form.slug == what)][0]


def test_the_other_fields_keep_their_values(client: Browser) -> None:
    typed = INTEREST | {"hoofdsom": "vijf <b>", "betalingen": "2026-01-15 500,00", "dagtelling": "act365"}
    page = shown(client, "rente", **typed)
    assert 'value="vijf &lt;b&gt;"' in page
    assert 'value="2025-04-15"' in page
    assert ">2026-01-15 500,00</textarea>" in page
    assert '<option value="act365" selected>' in page


def test_a_long_table_is_cut_off_and_stays_light(client: Browser) -> None:
    asked = {"soort": "contract", "percentage": "100", "per": "month", "hoofdsom": "9999999999999,99"}
    answer = client.get("/rekenen/rente/", asked | {"vervaldatum": "1990-01-01", "tot": "2100-12-31"})
    assert answer.status_code == 200
    assert "en nog 1212" in answer.content.decode()
    assert len(answer.content) < 100_000


NAMES = sorted({field.name for form in FORMS for field in form.fields} | {"taal", "x"})
TYPED = st.sampled_from(
    [
        "",
        "0",
        "-1",
        "5.000,00",
        "2026-11-22",
        "2024-02-29",
        "0000-00-00",
        "2026-11-22T21:00",
        "2",
        "contract",
        "month",
    ]
) | st.text(max_size=20)


@given(
    what=st.sampled_from([form.slug for form in FORMS]),
    query=st.dictionaries(st.sampled_from(NAMES), TYPED, max_size=8),
)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_query_ends_in_an_error_page(client: Browser, what: str, query: dict[str, str]) -> None:
    asked = urlencode({name: text.encode("utf-8", "surrogatepass") for name, text in query.items()})
    assert client.get(f"/rekenen/{what}/?{asked}").status_code == 200


@pytest.mark.parametrize(
    "query", ["hoofdsom=%FF", "hoofdsom=%00", "hoofdsom=1&hoofdsom=2", "%", "hoofdsom", "taal=zz"]
)
def test_a_broken_address_is_answered(client: Browser, query: str) -> None:
    assert client.get(f"/rekenen/rente/?{query}").status_code == 200
