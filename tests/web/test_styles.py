"""House styles at the desk: the list, one with its versions and its example, the form, and who writes in which."""

import re
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client as Browser

from tests.formats.pictures import LOGO
from tests.web.book import Book
from tests.web.styles import MOLEN, a_house_style
from voldaan.interfaces.web.headers import E_MAIL_POLICY
from voldaan.records.models import Agency, Client, HouseStyleVersion

FORM = {
    "van": "0", "name": "De Molen", "heading": "", "accent": "#7a2e1d", "ground": "", "accent_dark": "",
    "typeface": "Source Serif 4", "window": "right", "logo_at": "left", "letterhead": "{street}\r\n{postcode} {city}",
    "footer": "Elke dag vers", "signature_of": "", "signature_lines": "", "toelichting": "Nieuw", "doe": "kijk",
}  # fmt: skip


def page(client: Browser, address: str, **form: object) -> str:
    answer = client.post(address, form) if form else client.get(address)
    assert answer.status_code == 200, answer.status_code
    return " ".join(unescape(answer.content.decode()).split())


def test_the_list_says_who_writes_in_which_and_lets_a_person_choose(book: Book, client: Browser) -> None:
    assert "Er is nog geen huisstijl." in page(client, "/huisstijlen/")
    a_house_style()
    assert "nog niemand" in page(client, "/huisstijlen/")
    for who, name in (
        ("opdrachtgever/bakkerij", book.baker.name),
        ("bureau/de-brug", "Incassohuis De Brug B.V."),
    ):
        answer = client.post("/huisstijlen/kiezen/", {"wie": who, "huisstijl": "molen"}, follow=True)
        assert f"{name} schrijft van nu af in huisstijl molen." in unescape(answer.content.decode())
    assert Client.objects.get(key="bakkerij").house_style == Agency.objects.get().house_style == "molen"
    client.post("/huisstijlen/kiezen/", {"wie": "bureau/de-brug", "huisstijl": ""})
    assert Agency.objects.get().house_style == ""


def test_what_cannot_be_chosen_gets_a_sentence(book: Book, client: Browser) -> None:
    a_house_style(text=MOLEN.replace("Elke dag vers", "btw {vat_number}"))
    answer = client.post(
        "/huisstijlen/kiezen/", {"wie": "opdrachtgever/bakkerij", "huisstijl": "molen"}, follow=True
    )
    assert "vragen om {vat_number}" in unescape(answer.content.decode())
    assert client.post("/huisstijlen/kiezen/", {"wie": "bureau/niets", "huisstijl": ""}).status_code == 404


def test_a_style_is_made_looked_at_and_kept(book: Book, client: Browser) -> None:
    answer = client.get("/nieuwe-huisstijl/", {"sleutel": "molen"})
    assert answer.headers["Location"] == "/huisstijl/molen/wijzigen/"
    assert 'value="#146b4a"' in page(client, "/huisstijl/molen/wijzigen/")
    upload = SimpleUploadedFile("logo.svg", LOGO, content_type="image/svg+xml")
    looked = page(client, "/huisstijl/molen/wijzigen/", **FORM, logo_bestand=upload)
    assert "data:image/png;base64," in looked
    assert not HouseStyleVersion.objects.exists()
    named = re.search(r'name="logo" value="(sha256:[0-9a-f]{64})"', looked)
    assert named is not None
    form = FORM | {"doe": "bewaar", "logo": named[1]}
    kept = client.post("/huisstijl/molen/wijzigen/", form, follow=True)
    assert "Bewaard als versie 1." in kept.content.decode()
    text = HouseStyleVersion.objects.get().text
    assert f'logo = "{named[1]}"' in text
    assert 'letterhead = ["{street}", "{postcode} {city}"]' in text
    client.post("/huisstijl/molen/wijzigen/", form | {"van": "1", "logo_weg": "1"})
    assert "logo =" not in HouseStyleVersion.objects.get(number=2).text


@pytest.mark.parametrize(("field", "value", "says"), [
    ("accent", "#f0b400", "De kleur die er het dichtst bij ligt en wel leesbaar is"),
    ("accent", "geel", "Schrijf een kleur als"),
    ("footer", "KvK {kvk}", "kennen wij {kvk} niet"),
    ("letterhead", "Bel 0800 1234567", "telefoonnummer"),
    ("typeface", "Comic Sans", "Kies uit: Source Sans 3"),
])  # fmt: skip
def test_what_is_wrong_stands_at_its_field_and_nothing_is_kept(
    book: Book, client: Browser, field: str, value: str, says: str
) -> None:
    shown = page(client, "/huisstijl/molen/wijzigen/", **FORM | {field: value, "doe": "bewaar"})
    assert says in shown
    assert "Er is geen voorbeeld te tonen" in shown
    assert not HouseStyleVersion.objects.exists()


def test_a_picture_that_is_none_and_a_change_of_somebody_else_are_told(book: Book, client: Browser) -> None:
    upload = SimpleUploadedFile("logo.gif", b"GIF89a", content_type="image/gif")
    assert "Dit is geen SVG en geen PNG." in page(
        client, "/huisstijl/molen/wijzigen/", **FORM, logo_bestand=upload
    )
    a_house_style()
    shown = page(client, "/huisstijl/molen/wijzigen/", **FORM | {"doe": "bewaar"})
    assert "is intussen gewijzigd: versie 1" in shown
    assert "Elke dag vers" in shown


def test_a_style_shows_its_versions_and_an_earlier_one(book: Book, client: Browser) -> None:
    a_house_style()
    a_house_style(text=MOLEN.replace("#7a2e1d", "#1f4e79"))
    assert "versie 2" in page(client, "/huisstijl/molen/")
    assert "#7a2e1d" in page(client, "/huisstijl/molen/?versie=1")
    assert 'value="#7a2e1d"' in page(client, "/huisstijl/molen/wijzigen/?versie=1")
    for wrong in ("/huisstijl/niets/", "/huisstijl/molen/?versie=9", "/huisstijl/molen/?versie=x"):
        assert client.get(wrong).status_code == 404


def test_the_example_is_served_for_a_frame_in_which_nothing_runs(book: Book, client: Browser) -> None:
    a_house_style()
    shown = page(client, "/huisstijl/molen/")
    e_mail, letter = (
        re.search(rf'"(/huisstijl/molen/voorbeeld/{end}[^"]*)"', shown) for end in ("e-mail", "brief")
    )
    assert e_mail is not None
    assert letter is not None
    answer = client.get(e_mail[1])
    assert answer["Content-Security-Policy"] == E_MAIL_POLICY
    assert "cid:" not in answer.content.decode()
    assert "#7a2e1d" in answer.content.decode()
    assert client.get(letter[1]).content.startswith(b"%PDF")
    for wrong in ("", "zzz", "eJwDAAAAAAE=", "%00"):
        assert client.get(f"/huisstijl/molen/voorbeeld/e-mail/?stijl={wrong}").status_code == 404


def test_the_pages_are_in_english_too(book: Book, client: Browser) -> None:
    a_house_style()
    shown = client.get("/huisstijl/molen/wijzigen/", headers={"accept-language": "en"}).content.decode()
    assert "Name of the house style" in shown
    assert "An example, with invented facts." in shown
