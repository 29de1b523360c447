"""House styles in the book: versions, who writes in which, and what a message keeps of it."""

import json
from io import BytesIO
from pathlib import Path

import pytest
from django.conf import settings
from pypdf import PdfReader

from tests.builders import (
    a_client,
    after,
    an_account,
    an_agency,
    an_engagement,
    an_invoice,
    bank_known_until,
    ten_o_clock,
)
from tests.formats.pictures import LOGO, png
from voldaan.letters.style_text import StyleError
from voldaan.records import archive
from voldaan.records.models import Client, Event, HouseStyleVersion, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.change_style import SavedStyle, save_style
from voldaan.usecases.judge_style import judged_style
from voldaan.usecases.keep_version import ChangedSince, NotSaved
from voldaan.usecases.known_styles import wearers
from voldaan.usecases.list_messages import message_parts
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.preview_style import preview_style
from voldaan.usecases.register_client import (
    AgencyDetails,
    CannotRegister,
    ClientDetails,
    add_agency,
    add_client,
)
from voldaan.usecases.show_styles import list_styles, show_style
from voldaan.usecases.style_in_use import style_in_use
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db(transaction=True)
ON = after(3)
MOLEN = 'name = "Molen"\nheading = "De Molen"\naccent = "#7a2e1d"\nwindow = "right"\nfooter = ["Sinds de molen draait"]\n'


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    return tmp_path


@pytest.fixture
def client() -> Client:
    made = a_client()
    bank_known_until(made, ON)
    return made


def save(text: str = MOLEN, key: str = "molen", **more: object) -> SavedStyle:
    return save_style(key, text, note="Zo.", on=ON, at=ten_o_clock(ON), by="test", **more)  # type: ignore[arg-type]


def wear(client: Client, key: str = "molen") -> Client:
    return add_client(
        client.key, details=ClientDetails(house_style=key), on=ON, at=ten_o_clock(ON), by="test"
    )


def written(client: Client) -> Message:
    with rows_of(client):
        plan_day(client, on=ON, at=ten_o_clock(ON), by="test")
        write_messages(client, on=ON, at=ten_o_clock(ON), by="test")
        return Message.objects.order_by("-pk")[0]


def test_a_style_is_kept_in_versions_and_the_chain_tells_of_each(client: Client) -> None:
    assert save().number == 1
    wear(client)
    assert not save().is_new
    assert save(MOLEN.replace("right", "left")).number == 2
    shown = show_style("molen")
    assert [(one.number, one.note, one.made_by) for one in shown.versions] == [
        (2, "Zo.", "test"),
        (1, "Zo.", "test"),
    ]
    assert [line for line in shown.versions[0].changed if line.sign in "+-"] == [
        ("-", 'window = "right"'),
        ("+", 'window = "left"'),
    ]
    with rows_of(client):
        assert [json.loads(event.data)["number"] for event in Event.objects.filter(kind="style.changed")] == [
            2
        ]
    assert [one.key for one in wearers()["molen"]] == ["bakkerij"]


def test_two_people_at_once_do_not_lose_each_others_change() -> None:
    save()
    save(MOLEN.replace("right", "left"), made_from=1)
    with pytest.raises(ChangedSince, match="intussen gewijzigd: versie 2"):
        save(MOLEN.replace("Molen", "Mill"), made_from=1)
    assert HouseStyleVersion.objects.count() == 2


def test_a_message_is_set_in_its_style_and_keeps_which_version_it_was(client: Client) -> None:
    save(files={"logo": LOGO, "signature": png()})
    save(f"{HouseStyleVersion.objects.get().text}letterhead = ['Afdeling debiteuren']\n")
    client = wear(client)
    an_invoice(an_account(client))
    message = written(client)
    assert (message.state, message.style_version) == ("WRITTEN", "molen 2")
    parts = message_parts(client, str(message.uuid))
    html = parts["message.html"].decode()
    assert "De Molen" in html
    assert "#7a2e1d" in html
    assert "Sinds de molen draait" in PdfReader(BytesIO(parts["letter.pdf"])).pages[0].extract_text()
    assert list(verify_book([client])) == []


def test_without_a_style_a_message_is_a_name_in_a_colour(client: Client) -> None:
    an_invoice(an_account(client))
    assert written(client).style_version == ""
    assert style_in_use(client, None).style.name == "Bakkerij Zon B.V."


def test_a_clients_style_is_never_the_agencys(client: Client) -> None:
    save()
    save(MOLEN.replace("Molen", "Brug").replace("#7a2e1d", "#1f3a5f"), key="brug")
    client = wear(client)
    agency = an_agency(registered_until=after(300))
    add_agency("de-brug", details=AgencyDetails(house_style="brug"), on=ON, at=ten_o_clock(ON), by="test")
    an_engagement(client, agency)
    an_invoice(an_account(client))
    message = written(client)
    assert message.style_version == "brug 1"
    text = PdfReader(BytesIO(message_parts(client, str(message.uuid))["letter.pdf"])).pages[0].extract_text()
    assert text.removeprefix("Pagina 1 van 2\n").startswith("Incassohuis De Brug B.V.")
    assert "De Molen" not in text
    assert "De Brug\n" not in text


def test_lines_that_ask_for_what_is_not_known_are_refused_before_anything_is_kept(client: Client) -> None:
    asking = f'{MOLEN}letterhead = ["btw {{vat_number}}"]\n'
    save(asking, key="asks")
    with pytest.raises(
        CannotRegister, match=r"vragen om \{vat_number\}, en dat is van Bakkerij Zon B\.V\. niet bekend"
    ):
        wear(client, "asks")
    save()
    wear(client)
    with pytest.raises(NotSaved, match="voldaan client add bakkerij"):
        save(asking)
    add_client(
        "bakkerij", details=ClientDetails(house_style="asks", vat_number="NL001234567B01"),
        on=ON, at=ten_o_clock(ON), by="test",
    )  # fmt: skip
    assert save(asking).number == 2
    with pytest.raises(CannotRegister, match="niet bekend"):
        add_client("bakkerij", details=ClientDetails(vat_number=""), on=ON, at=ten_o_clock(ON), by="test")


def test_a_style_that_is_not_there_or_cannot_be_used_is_not_chosen(client: Client) -> None:
    with pytest.raises(CannotRegister, match=r"er is geen huisstijl 'molen'\. Bekend zijn: nog geen"):
        wear(client)


@pytest.mark.parametrize(("line", "says"), [
    ('footer = ["Bel 0800 1234567"]', "Regel 3: in footer: "),
    ('footer = ["KvK 99999999"]', "schrijf dan wat het is tussen accolades"),
    ('letterhead = ["Rekening NL44RABO0123456789"]', "in letterhead: "),
    ('footer = ["Wij leggen beslag op uw loon"]', "in footer: "),
    ('signature_lines = ["Betaal vandaag € 12,00 extra"]', "in signature_lines: "),
])  # fmt: skip
def test_what_the_guard_would_stop_in_every_message_is_told_before_it_is_kept(line: str, says: str) -> None:
    with pytest.raises(StyleError) as refused:
        save(f'name = "M"\naccent = "#146b4a"\n{line}\n')
    assert says in str(refused.value)
    assert not HouseStyleVersion.objects.exists()


def test_a_picture_that_is_gone_refuses_messages_until_it_is_back(client: Client, home: Path) -> None:
    save(files={"logo": LOGO})
    client = wear(client)
    an_invoice(an_account(client))
    (kept,) = (path for path in home.rglob("*") if path.is_file() and path.read_bytes() == LOGO)
    kept.unlink()
    text = HouseStyleVersion.objects.get().text + "# nooit eerder gelezen\n"
    HouseStyleVersion.objects.create(
        key="molen", number=2, text=text, digest="", made_at=ten_o_clock(ON), made_by="t"
    )
    message = written(client)
    assert (message.state, message.style_version) == ("REFUSED", "")
    assert "de afbeelding van logo ligt niet in het archief" in message.because
    archive.keep(LOGO)
    assert judged_style(text).style is not None


def test_what_is_no_picture_is_not_kept() -> None:
    with pytest.raises(NotSaved, match="geen SVG en geen PNG"):
        save(files={"logo": b"GIF89a"})


def test_a_drawing_that_repeats_itself_without_end_is_not_kept() -> None:
    """A kilobyte that draws ten million squares: every letter in this style would be refused."""
    groups = "".join(f'<g id="a{one}">{f"""<use href="#a{one - 1}"/>""" * 10}</g>' for one in range(1, 8))
    drawn = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g id="a0"><rect width="1" height="1"/></g>{groups}</svg>'
    with pytest.raises(StyleError, match="niet te tekenen"):
        save(files={"logo": drawn.encode()})
    assert wearers() == {}


def test_a_style_is_seen_on_the_newest_message_of_its_client_or_on_an_example(client: Client) -> None:
    save()
    (listed,) = list_styles()
    example = preview_style(listed.judged, None, on=ON)
    assert example.of == ""
    assert "Familie Voorbeeld" in example.html
    client = wear(client)
    an_invoice(an_account(client))
    written(client)
    (listed,) = list_styles()
    seen = preview_style(listed.judged, listed.wearers[0], on=ON)
    assert seen.of == "D1"
    assert "De Molen" in seen.html
    assert seen.pdf.startswith(b"%PDF")


def test_an_agencys_style_is_seen_on_an_example_for_a_client_that_does_not_exist() -> None:
    save()
    an_agency(house_style="molen")
    (listed,) = list_styles()
    seen = preview_style(listed.judged, listed.wearers[0], on=ON)
    assert "Incassohuis De Brug B.V." in seen.html
    assert "namens Bakkerij Voorbeeld" in seen.html
