"""Two people at the desk, who agrees to a client's messages, and what proves a message."""

from typing import Any

import pytest
from django.test import Client as Browser
from django.utils.html import escape

from tests.builders import ten_o_clock
from tests.web.book import DAY, Book, message_to, run_day
from voldaan.interfaces.web.approvals import NAME_COOKIE
from voldaan.records.models import Message
from voldaan.records.scope import rows_of
from voldaan.usecases.set_approval import set_approval, show_approvals

DUTCH = {"accept-language": "nl"}


def agree(browser: Browser, book: Book, name: str | None) -> str:
    """Approve the message to D1 as somebody; return the line on the next page."""
    given = {"een": f"bakkerij/{message_to(book.baker, 'D1').uuid}"} | (
        {} if name is None else {"naam": name}
    )
    answer = browser.post("/goedkeuren/", given, follow=True, headers=DUTCH)
    return answer.content.decode()


@pytest.fixture
def four_eyes(book: Book) -> Book:
    when: dict[str, Any] = {"on": DAY, "at": ten_o_clock(DAY), "by": "test"}
    set_approval(book.baker, "FOUR_EYES", **when)
    return book


def test_the_page_asks_who_agrees_and_remembers(four_eyes: Book, client: Browser) -> None:
    assert 'name="naam"' in client.get("/", headers=DUTCH).content.decode()
    assert "vul uw naam in" in agree(client, four_eyes, " ")
    assert "wacht op een ander" in agree(client, four_eyes, "Sanne")
    page = client.get("/", headers=DUTCH).content.decode()
    assert "eerste akkoord: desk: Sanne" in page
    assert 'value="Sanne"' in page
    assert "het tweede is van een ander" in agree(client, four_eyes, "Sanne")
    assert message_to(four_eyes.baker, "D1").state == "WRITTEN"
    assert "oedgekeurd" in agree(client, four_eyes, "Tim")
    assert message_to(four_eyes.baker, "D1").state == "APPROVED"


@pytest.mark.parametrize("again", ["sanne", " SANNE ", "Sanne  "])
def test_one_person_who_writes_her_name_another_way_is_not_two(
    four_eyes: Book, client: Browser, again: str
) -> None:
    agree(client, four_eyes, "Sanne")
    assert "het tweede is van een ander" in agree(client, four_eyes, again)
    assert message_to(four_eyes.baker, "D1").state == "WRITTEN"


def test_a_page_of_before_two_people_agreed_does_not_count_for_one_of_them(
    four_eyes: Book, client: Browser
) -> None:
    assert "vul uw naam in" in agree(client, four_eyes, None)
    assert message_to(four_eyes.baker, "D1").first_approved_by == ""


@pytest.mark.parametrize("name", ["Łukasz", "Zoë", "李", 'a;b="c'])
def test_any_name_can_be_remembered(four_eyes: Book, client: Browser, name: str) -> None:
    given = {"een": f"bakkerij/{message_to(four_eyes.baker, 'D1').uuid}", "naam": name}
    answer = client.post("/goedkeuren/", given, headers=DUTCH)
    for morsel in answer.cookies.values():
        morsel.output(header="").encode("latin-1")
    sent = answer.cookies[NAME_COOKIE].output(header="").partition(";")[0].strip()
    fresh = Browser(headers={"cookie": sent})
    page = fresh.get("/", headers=DUTCH | {"cookie": sent}).content.decode()
    assert f'value="{escape(name)}"' in page


@pytest.mark.parametrize("named", ["bakkerij/geen-nummer", "bakkerij/8d1c5f5e-0f2c-4f8e-9c8a-0b8f6f0c1d11"])
def test_a_message_that_is_not_there_is_answered_in_a_sentence(
    book: Book, client: Browser, named: str
) -> None:
    answer = client.post("/goedkeuren/", {"een": named}, follow=True, headers=DUTCH)
    assert "heeft geen bericht" in answer.content.decode()


def test_what_cannot_be_approved_is_named_and_stops_no_other(book: Book, client: Browser) -> None:
    with rows_of(book.baker):
        Message.objects.filter(pk=message_to(book.baker, "D2").pk).update(state="WITHDRAWN")
    gone = "8d1c5f5e-0f2c-4f8e-9c8a-0b8f6f0c1d11"
    uuids = [gone, *(str(message_to(book.baker, number).uuid) for number in ("D2", "D1"))]
    given = {"alle": [f"bakkerij/{uuid}" for uuid in uuids]}
    page = client.post("/goedkeuren/", given, follow=True, headers=DUTCH).content.decode()
    assert message_to(book.baker, "D1").state == "APPROVED"
    assert "Goedgekeurd: het bericht gaat mee" in page
    assert "(D2) staat op ‘ingetrokken’." in page
    assert f"heeft geen bericht {gone}" in page


def test_where_one_person_agrees_nobody_is_asked_for_a_name(book: Book, client: Browser) -> None:
    assert 'name="naam"' not in client.get("/", headers=DUTCH).content.decode()
    agree(client, book, None)
    assert message_to(book.baker, "D1").approved_by == "desk"


def test_who_agrees_is_chosen_for_all_stages_and_for_one(book: Book, client: Browser) -> None:
    page = client.get("/opdrachtgever/bakkerij/akkoord/", headers=DUTCH).content.decode()
    assert "Eerste herinnering" in page
    given = {"alle": "AUTOMATIC", "FOURTEEN_DAY_NOTICE": "FOUR_EYES", "FIRST_REMINDER": ""}
    answer = client.post("/opdrachtgever/bakkerij/akkoord/bewaren/", given, follow=True, headers=DUTCH)
    assert "Bewaard voor" in answer.content.decode()
    assert show_approvals(book.baker) == ("AUTOMATIC", {"FOURTEEN_DAY_NOTICE": "FOUR_EYES"})


def test_without_a_choice_nothing_changes(book: Book, client: Browser) -> None:
    answer = client.post(
        "/opdrachtgever/bakkerij/akkoord/bewaren/", {"alle": "X"}, follow=True, headers=DUTCH
    )
    assert "Kies wie akkoord geeft" in answer.content.decode()
    assert show_approvals(book.baker) == ("BATCH", {})


def test_what_left_stands_with_its_links_and_can_be_kept(book: Book, client: Browser) -> None:
    run_day(book.baker, DAY, send=True)
    message = message_to(book.baker, "D1")
    address = f"/opdrachtgever/bakkerij/bericht/{message.uuid}/"
    page = client.get(address, headers=DUTCH).content.decode()
    assert "De bytes, de rij en de keten van gebeurtenissen zijn het eens." in page
    assert message.sent_sha256 in page
    answer = client.get(f"{address}bewijs/")
    assert b"Message-ID" in answer.content
    assert answer["Content-Disposition"].startswith("attachment")
    with rows_of(book.baker):
        Message.objects.filter(pk=message.pk).update(channel_said="250 later")
    assert "antwoordde" in client.get(address, headers=DUTCH).content.decode()
