"""Letters of a day in one print file: each once, also where a run was cut off between the disk and the book."""

import json
import shutil
from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from pypdf import PdfReader

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from tests.channels.standins.pingen import pingen
from tests.channels.standins.service import CUT
from voldaan.channels.print_folder import FolderIsTaken
from voldaan.letters.print_file import CannotPrint
from voldaan.records.models import Address, Client, Event, Message, PrintFile
from voldaan.records.scope import nothing_stays, rows_of
from voldaan.usecases.approve_messages import approve_messages
from voldaan.usecases.make_print_file import Printed, make_print_file
from voldaan.usecases.plan_day import plan_day
from voldaan.usecases.send_messages import Sent, send_messages
from voldaan.usecases.verify_book import verify_book
from voldaan.usecases.write_messages import write_messages

pytestmark = pytest.mark.django_db
ON = after(3)
Print = Callable[..., Printed]


def posted(key: str, *postcodes: str, by_mail: str = "") -> Client:
    """Return a client whose debtors in these postcodes got a letter on ON."""
    client = a_client(key)
    bank_known_until(client, ON)
    for number, postcode in enumerate(postcodes, start=1):
        account = an_account(client, f"D{number}", email="")
        with rows_of(client):
            Address.objects.filter(debtor=account.debtor).update(postcode=postcode)
        an_invoice(account, f"2026-{number:04}")
    if by_mail:
        an_invoice(an_account(client, "D9", email=by_mail), "2026-0099")
    sends(client)
    return client


def sends(client: Client) -> Sent:
    when: dict[str, Any] = {"on": ON, "at": ten_o_clock(ON), "by": "Sanne"}
    plan_day(client, **when)
    write_messages(client, **when)
    approve_messages(client, **when)
    return send_messages([client], **when)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Give each test an archive of its own: one of them spoils it."""
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path / "home")
    return tmp_path / "home"


@pytest.fixture
def prints(tmp_path: Path) -> Print:
    def run(*clients: Client, **facts: Any) -> Printed:
        given = {"on": ON, "at": ten_o_clock(ON), "by": "Sanne", "out": tmp_path / "druk"} | facts
        return make_print_file(list(clients), **given)

    return run


def millimetres_from_top(pdf: bytes, word: str) -> float:
    """Return how far down the first page a word stands for the first time."""
    found: list[float] = []

    def look(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        if word in text:
            found.append(842 - (matrix[3] * place[5] + matrix[5]))

    PdfReader(BytesIO(pdf)).pages[0].extract_text(visitor_text=look)
    return found[0] * 25.4 / 72


def printed_in(client: Client) -> list[str | None]:
    with rows_of(client):
        rows = Message.objects.filter(channel="POST").order_by("account__number")
        return [None if row.print_file is None else str(row.print_file.uuid) for row in rows]


def test_letters_of_two_clients_lie_in_the_order_of_the_post(prints: Print) -> None:
    bakery = posted("bakkerij", "3011 AB", "1011 AB", by_mail="d9@klant.example")
    florist = posted("bloemen", "2011 AB")
    (made,) = prints(bakery, florist, duplex=True).files
    told = json.loads((made.folder / "manifest.json").read_bytes())
    assert [row["postcode"] for row in told["letters"]] == ["1011 AB", "2011 AB", "3011 AB"]
    assert [row["invoices"] for row in told["letters"]] == [["2026-0002"], ["2026-0001"], ["2026-0001"]]
    pdf = (made.folder / "letters.pdf").read_bytes()
    pages = PdfReader(BytesIO(pdf)).pages
    for row in told["letters"]:
        assert row["recipient"][0] in pages[row["first_page"] - 1].extract_text()
    row = PrintFile.objects.get()
    assert (str(row.uuid), row.letters, row.sheets, row.sha256) == (
        made.uuid,
        3,
        made.sheets,
        sha256(pdf).hexdigest(),
    )
    assert (made.letters, len(pages), told["print_file"]) == (3, made.pages, made.uuid)
    assert printed_in(bakery) + printed_in(florist) == [made.uuid] * 3
    assert list(verify_book([bakery, florist])) == []


def test_what_was_printed_is_printed_no_more(prints: Print) -> None:
    client = posted("bakkerij", "1011 AB")
    assert len(prints(client).files) == 1
    assert prints(client).files == []
    assert prints(client, on=after(4)).files == []
    with rows_of(client):
        (event,) = Event.objects.filter(kind="message.printed")
        message = Message.objects.get()
    assert json.loads(event.data)["message"] == str(message.uuid)


def test_cut_off_between_the_disk_and_the_book_the_same_letters_are_marked_after_all(prints: Print) -> None:
    client = posted("bakkerij", "1011 AB", "1012 AB")
    with nothing_stays():
        (begun,) = prints(client, duplex=True).files
    assert printed_in(client) == [None, None]
    before = {path.name: path.read_bytes() for path in begun.folder.iterdir()}
    (made,) = prints(client).files
    assert (made, printed_in(client)) == (begun, [made.uuid] * 2)
    assert {path.name: path.read_bytes() for path in begun.folder.iterdir()} == before
    assert prints(client).files == []


def test_cut_off_and_asked_for_another_folder_nothing_is_printed_twice(prints: Print, tmp_path: Path) -> None:
    client = posted("bakkerij", "1011 AB")
    with nothing_stays():
        (begun,) = prints(client).files
    with pytest.raises(CannotPrint, match=f"In {begun.folder} ligt een printbestand met deze brieven"):
        prints(client, out=tmp_path / "elders")
    assert not (tmp_path / "elders").exists()
    assert prints(client).files == [begun]
    assert prints(client, out=tmp_path / "elders").files == []


def test_a_manifest_that_somebody_changed_is_no_print_file_of_ours(prints: Print) -> None:
    client = posted("bakkerij", "1011 AB")
    with nothing_stays():
        (begun,) = prints(client).files
    (begun.folder / "manifest.json").write_text('{"made_by": "voldaan post print", "letters": [3]}')
    with pytest.raises(FolderIsTaken):
        prints(client)
    assert printed_in(client) == [None]


def test_cut_off_and_thrown_away_the_letters_may_go_elsewhere(prints: Print, tmp_path: Path) -> None:
    client = posted("bakkerij", "1011 AB")
    with nothing_stays():
        (begun,) = prints(client).files
    shutil.rmtree(begun.folder)
    (made,) = prints(client, out=tmp_path / "elders").files
    assert printed_in(client) == [made.uuid]


def test_what_was_begun_is_finished_before_letters_that_came_after_it(prints: Print, tmp_path: Path) -> None:
    bakery = posted("bakkerij", "1011 AB")
    with nothing_stays():
        (begun,) = prints(bakery).files
    florist = posted("bloemen", "1010 AB")
    first, second = prints(bakery, florist).files
    assert (first, printed_in(bakery), printed_in(florist)) == (begun, [begun.uuid], [second.uuid])
    assert len(list((tmp_path / "druk").iterdir())) == 2


def test_half_of_what_was_begun_is_not_printed_again(prints: Print) -> None:
    bakery, florist = posted("bakkerij", "1011 AB"), posted("bloemen", "1010 AB")
    with nothing_stays():
        (begun,) = prints(bakery, florist).files
    with pytest.raises(CannotPrint, match="eerder begonnen en niet afgemaakt"):
        prints(bakery)
    assert printed_in(bakery) == [None]
    assert prints(bakery, florist).files == [begun]


def test_letters_of_an_earlier_day_that_nobody_printed_are_said(prints: Print) -> None:
    client = posted("bakkerij", "1011 AB", "1012 AB")
    assert prints(client, on=after(4)).forgotten == {}, "who never made a print file prints by hand"
    with rows_of(client):
        later = Message.objects.order_by("pk").last()
        assert later is not None
        Message.objects.filter(pk=later.pk).update(sent_on=after(4))
    prints(client)
    assert prints(client, on=after(5)).forgotten == {after(4): 1}
    assert prints(client, on=after(4)).forgotten == {}
    assert prints(client, on=after(5)).forgotten == {}


def test_an_earlier_folder_is_never_overwritten(prints: Print) -> None:
    client = posted("bakkerij", "1011 AB")
    with nothing_stays():
        (begun,) = prints(client).files
    (begun.folder / "letters.pdf").write_bytes(b"somebody else's")
    with pytest.raises(FolderIsTaken):
        prints(client)
    assert ((begun.folder / "letters.pdf").read_bytes(), printed_in(client)) == (b"somebody else's", [None])
    shutil.rmtree(begun.folder)
    assert prints(client).files == [begun]


def test_a_letter_that_the_archive_lost_stops_it_before_anything_is_written(
    prints: Print, home: Path, tmp_path: Path
) -> None:
    client = posted("bakkerij", "1011 AB", "1012 AB")
    with rows_of(client):
        digest = Message.objects.order_by("pk").values_list("sent_sha256", flat=True)[0]
    (home / "archive" / digest[:2] / digest).write_bytes(b"changed")
    with pytest.raises(LookupError, match="was changed on disk"):
        prints(client)
    assert (printed_in(client), (tmp_path / "druk").exists()) == ([None, None], False)


@pytest.mark.parametrize("state", ["BOUNCED", "AMBIGUOUS", "FAILED"])
def test_only_letters_that_went_are_printed(prints: Print, state: str) -> None:
    client = posted("bakkerij", "1011 AB")
    with rows_of(client):
        Message.objects.update(state=state)
    assert prints(client).files == []


class TestByAProvider:
    """What Pingen took is printed there, and what it may have taken is for a person."""

    def test_a_letter_that_pingen_took_is_sent_and_not_printed_here(
        self, prints: Print, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with pingen() as (url, there):
            monkeypatch.setattr(settings.INSTALLATION, "post_url", url)
            client = posted("bakkerij", "1011 AB")
        with rows_of(client):
            message = Message.objects.get()
        (letter,) = there.letters
        assert (message.state, message.channel_reference) == ("SENT", letter["id"])
        assert sha256(letter["attributes"]["pdf"]).hexdigest() == message.sent_sha256
        assert 60 <= millimetres_from_top(letter["attributes"]["pdf"], "Klant") <= 70
        assert prints(client).files == []

    def test_a_letter_of_which_pingen_said_nothing_is_not_certain(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        with pingen() as (url, there):
            monkeypatch.setattr(settings.INSTALLATION, "post_url", url)
            there.moods["letter"].append(CUT)
            there.moods["list"].append("500")
            client = posted("bakkerij", "1011 AB")
        with rows_of(client):
            message = Message.objects.get()
        assert (message.state, len(there.letters)) == ("AMBIGUOUS", 1)
