"""The pages on which a client is asked first: what waits, one list, its answers and its file."""

import re

import pytest
import time_machine
from django.test import Client as Browser

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.web.book import DAY, open_cents
from voldaan.records.models import Client, ClientCheckItem, Hold, Invoice
from voldaan.records.scope import rows_of
from voldaan.usecases.run_day import run_day

SILENCE_HOLDS = "Antwoord uiterlijk ma 9 mrt 2026; wat geen antwoord heeft, wordt daarna niet herinnerd."
LONG = "Coöperatieve Tuinbouwmateriaalinkoopvereniging De Verre Horizon U.A."


def asked_client(count: int = 3) -> Client:
    """Return a client with a list of so many invoices of DAY, and one of a debtor with a long name among them."""
    baker = a_client(asks_first=True)
    for number in range(1, count + 1):
        name = LONG if number == 1 else f"Lunchroom {number}"
        an_invoice(an_account(baker, f"D{number}", name=name), f"2026-{number:04}", cents=10_000 * number)
    bank_known_until(baker, DAY)
    run_day(baker, on=DAY, at=ten_o_clock(DAY), by="test")
    return baker


@pytest.fixture
def baker(db: None) -> Client:
    return asked_client()


def items(baker: Client) -> dict[str, tuple[int, str]]:
    """Return by invoice its place on the list, and what was said of it."""
    with rows_of(baker):
        rows = ClientCheckItem.objects.values_list("invoice__number", "pk", "answer")
        return {number: (pk, answer) for number, pk, answer in rows}


def address_of(baker: Client) -> str:
    with rows_of(baker):
        return f"/opdrachtgever/{baker.key}/navraag/{ClientCheckItem.objects.latest('pk').client_check_id}/"


def text_of(browser: Browser, address: str, language: str = "nl") -> str:
    answer = browser.get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode().replace("\u00a0", " ")


def answered(browser: Browser, baker: Client, who: str = "Mevrouw Kok", **said: str) -> str:
    """Answer the list by the form: n1="PAID"; return the page that follows."""
    places = items(baker)
    fields = {f"f{places[f'2026-{name[1:]:0>4}'][0]}": says for name, says in said.items()}
    address = address_of(baker)
    sent = browser.post(
        f"{address}antwoord/", {"wie": who, "toelichting": "belde", "terug": address, **fields}
    )
    assert sent.status_code == 302
    return text_of(browser, sent["Location"])


@pytest.mark.parametrize(
    ("days", "sentence", "standing"),
    [(7, SILENCE_HOLDS, "3 facturen zonder antwoord"), (21, SILENCE_HOLDS, "3 facturen zonder antwoord"),
     (22, "Deze lijst telde tot en met ma 23 mrt 2026; wat nog openstaat komt op een nieuwe.", "voorbij")],
)  # fmt: skip
def test_a_list_says_until_when_it_counts(
    baker: Client, client: Browser, days: int, sentence: str, standing: str
) -> None:
    with time_machine.travel(ten_o_clock(after(days)), tick=False):
        assert sentence in text_of(client, address_of(baker))
        assert standing in text_of(client, "/navraag/")


def test_an_empty_page_says_how_to_begin(db: None, client: Browser) -> None:
    assert "Er is nog geen navraag gedaan." in text_of(client, "/navraag/")
    assert "--asks-first" in text_of(client, "/navraag/", "en")


def test_today_says_which_list_waits_and_leads_to_it(baker: Client, client: Browser) -> None:
    page = text_of(client, "/")
    assert "Bakkerij Zon B.V. zegt nog van 3 facturen of het klopt, uiterlijk ma 9 mrt 2026." in page
    assert address_of(baker) in page
    assert "still has to say of 3 invoices" in text_of(client, "/", "en")


def test_today_says_that_a_client_was_silent(baker: Client, client: Browser) -> None:
    bank_known_until(baker, after(9))
    run_day(baker, on=after(9), at=ten_o_clock(after(9)), by="test")
    said = "heeft op 3 facturen niet geantwoord voor ma 9 mrt 2026: die worden niet herinnerd."
    assert said in text_of(client, "/")


def test_many_lists_are_one_line(baker: Client, client: Browser) -> None:
    for key in ("een", "twee", "drie"):
        other = a_client(key, asks_first=True)
        an_invoice(an_account(other), "A-1")
        bank_known_until(other, DAY)
        run_day(other, on=DAY, at=ten_o_clock(DAY), by="test")
    assert "4 lijsten wachten op antwoord, over 6 facturen." in text_of(client, "/")


def test_a_list_shows_each_invoice_with_its_choices(baker: Client, client: Browser) -> None:
    page = text_of(client, address_of(baker))
    assert "3 facturen, € 600,00" in page
    assert LONG in page
    assert page.count('type="radio"') == 12
    assert page.count(" checked") - page.count('id="toetsen-aan" checked') == 3
    assert "Verwerk deze 3 facturen" in page
    assert "eerste herinnering" in page
    assert "Creditnota komt" in page
    assert "Credit coming" in text_of(client, address_of(baker), "en")


def test_answers_do_what_they_say(baker: Client, client: Browser) -> None:
    page = answered(client, baker, n1="PAID", n2="LEAVE", n3="GO")
    assert "Verwerkt: 1 met rust, 1 te herinneren, 1 voldaan." in page
    assert "Beantwoord door Mevrouw Kok" in page
    assert "Mevrouw Kok: “belde”" in page
    assert "Wijzig wat de opdrachtgever zei" in page
    assert open_cents(baker, "2026-0001") == 0
    with rows_of(baker):
        assert Hold.objects.get().note == "belde"
    assert {number: says for number, (_, says) in items(baker).items()} == {
        "2026-0001": "PAID", "2026-0002": "LEAVE", "2026-0003": "GO",
    }  # fmt: skip


def test_the_account_tells_that_the_client_was_asked_and_what_it_said(baker: Client, client: Browser) -> None:
    answered(client, baker, n2="LEAVE")
    page = text_of(client, "/opdrachtgever/bakkerij/debiteur/D2/")
    assert "Opdrachtgever gevraagd of dit klopt" in page
    assert "2026-0002 (tot en met ma 9 mrt 2026)" in page
    assert "Antwoord van de opdrachtgever" in page
    assert "met rust laten, 2026-0002" in page
    assert "Answer of the client" in text_of(client, "/opdrachtgever/bakkerij/debiteur/D2/", "en")


def test_what_may_go_can_still_be_said_otherwise_and_the_rest_is_told(baker: Client, client: Browser) -> None:
    answered(client, baker, n1="GO", n2="LEAVE")
    page = text_of(client, address_of(baker))
    assert page.count('type="radio"') == 8
    page = answered(client, baker, n1="PAID", n2="PAID")
    assert "2026-0002 had al een antwoord" in page
    assert open_cents(baker, "2026-0001") == 0


def test_what_was_settled_meanwhile_offers_no_choice(baker: Client, client: Browser) -> None:
    with rows_of(baker):
        Invoice.objects.filter(number="2026-0001").update(handed_over_on=DAY)
        Invoice.objects.filter(number="2026-0002").update(withdrawn_on=DAY)
    page = text_of(client, address_of(baker))
    assert "inmiddels overgedragen" in page
    assert "inmiddels ingetrokken" in page
    assert page.count('type="radio"') == 4
    assert "Verwerk deze factuur" in page


def test_a_name_is_asked_for(baker: Client, client: Browser) -> None:
    assert "Noem wie namens de opdrachtgever antwoordt" in answered(client, baker, who=" ", n1="PAID")
    assert {says for _, says in items(baker).values()} == {""}


def test_of_what_was_not_shown_nothing_is_said(db: None, client: Browser) -> None:
    baker = asked_client(82)
    first = client.get(address_of(baker))
    assert len(first.content) < 100_000
    assert first.content.decode().count('type="radio"') == 320
    fields = re.findall(r'name="(f[0-9]+)" value="GO" checked', first.content.decode())
    client.post(f"{address_of(baker)}antwoord/", {"wie": "Mevrouw Kok", **dict.fromkeys(fields, "GO")})
    assert sorted(says for _, says in items(baker).values()).count("") == 2
    assert "2 facturen zonder antwoord" not in text_of(client, "/navraag/")
    assert "Verwerk deze 2 facturen" in text_of(client, f"{address_of(baker)}?bladzijde=2")


def test_the_list_is_handed_over_as_a_file(baker: Client, client: Browser) -> None:
    answer = client.get(f"{address_of(baker)}lijst.csv")
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert re.search(r'filename="navraag-bakkerij-2026-03-05-[0-9]+\.csv"', answer["Content-Disposition"])
    assert answer.content.decode("utf-8-sig").splitlines()[0].startswith("Debiteurnummer;Debiteur;Factuur")


@pytest.mark.parametrize("rest", ["", "lijst.csv"])
def test_a_list_of_another_client_is_not_there(baker: Client, client: Browser, rest: str) -> None:
    a_client("hovenier", name="Hovenier Groen V.O.F.")
    address = address_of(baker).replace("bakkerij", "hovenier")
    assert client.get(f"{address}{rest}").status_code == 404
    assert client.post(f"{address}antwoord/", {"wie": "x"}).status_code == 404
