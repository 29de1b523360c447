"""Text messages by CM.com: what each answer means, what never leaves, and that a key is said to nobody (P3)."""

import json
import socket
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from random import Random

import pytest

from tests.channels.standins.cm import TOKEN, Cm, cm
from tests.channels.standins.service import CUT, DROP, HALF, STALL, Handler, Service, running
from voldaan.channels.cm_account import CmAccount, cm_account_from
from voldaan.channels.parcel import Answer, Parcel
from voldaan.channels.provider_url import NoProvider
from voldaan.channels.sms_cm import NO_ANSWERS_IN_A_ROW_MAX, CmChannel

UUID = "6f1c3b52-7d0e-5b1e-9a44-0d8f1b2c3d4e"
SILENCE = 0.3


@pytest.fixture
def service() -> Iterator[tuple[CmChannel, Cm]]:
    with cm() as (url, service):
        yield CmChannel(replace(cm_account_from(url), timeout=SILENCE)), service


def a_text(
    text: str = "Factuur 2026-0012 staat nog open.", to: str = "06 12345678", uuid: str = UUID
) -> Parcel:
    return Parcel(uuid=uuid, day="2026-03-05", return_path="", recipient=to, content=text.encode())


def test_a_text_arrives_as_the_documentation_asks(service: tuple[CmChannel, Cm]) -> None:
    channel, there = service
    said = channel.deliver(a_text("Nog € 24,20, zie brief"))
    assert (said.answer, said.reference, there.faults) == ("ACCEPTED", UUID.replace("-", ""), [])
    assert there.taken == [
        {
            "from": "Korenaar",
            "to": [{"number": "0031612345678"}],
            "body": {"type": "auto", "content": "Nog € 24,20, zie brief"},
            "reference": UUID.replace("-", ""),
            "allowedChannels": ["SMS"],
            "minimumNumberOfMessageParts": 1,
            "maximumNumberOfMessageParts": 3,
        }
    ]


@pytest.mark.parametrize(
    ("mood", "answer", "taken"),
    [
        (CUT, "UNKNOWN", 1),
        (HALF, "UNKNOWN", 1),
        (STALL, "UNKNOWN", 1),
        (DROP, "UNKNOWN", 0),
        ("500", "UNKNOWN", 0),
        ("502", "UNKNOWN", 0),
        ("503", "UNKNOWN", 0),
        ("302", "UNKNOWN", 0),
        ("204", "UNKNOWN", 0),
        ("200", "UNKNOWN", 0),
        ("404", "UNKNOWN", 0),
        ("401", "NOT_TAKEN", 0),
        ("403", "NOT_TAKEN", 0),
        ("429", "NOT_TAKEN", 0),
    ],
)  # fmt: skip
def test_what_an_answer_means(service: tuple[CmChannel, Cm], mood: str, answer: Answer, taken: int) -> None:
    channel, there = service
    there.moods["message"].append(mood)
    said = channel.deliver(a_text())
    assert (said.answer, len(there.taken)) == (answer, taken)
    assert said.said
    assert TOKEN not in said.said


def test_a_number_on_the_list_of_those_who_want_none_is_refused(service: tuple[CmChannel, Cm]) -> None:
    channel, there = service
    there.blocked.add("0031612345678")
    said = channel.deliver(a_text())
    assert (said.answer, "402" in said.said, said.about_recipient) == ("REFUSED", True, True)
    assert channel.waits("") == ""


def test_an_empty_balance_is_not_about_this_message(service: tuple[CmChannel, Cm]) -> None:
    channel, there = service
    there.balance = False
    assert channel.deliver(a_text()).answer == "NOT_TAKEN"
    assert "Insufficient balance" in channel.waits("")
    there.balance = True
    assert channel.deliver(a_text()).answer == "NOT_TAKEN", "the rest of this run waits"
    assert len(there.asked) == 1


def test_a_key_that_is_not_known_stops_the_run_and_stands_in_no_sentence() -> None:
    with cm() as (url, there):
        channel = CmChannel(cm_account_from(url.replace(TOKEN, "99999999-secret")))
        said = channel.deliver(a_text())
    assert (said.answer, "101" in said.said, there.taken) == ("NOT_TAKEN", True, [])
    assert "99999999-secret" not in said.said + channel.waits("") + repr(channel.account)


@pytest.mark.parametrize(
    ("to", "text", "why"),
    [
        ("020 1234567", "Hallo", "geen Nederlands mobiel nummer"),
        ("+49 151 12345678", "Hallo", "geen Nederlands mobiel nummer"),
        ("0661234567", "Hallo", "geen Nederlands mobiel nummer"),
        ("061234567", "Hallo", "geen Nederlands mobiel nummer"),
        ("", "Hallo", "geen Nederlands mobiel nummer"),
        ("0612345678", " \n", "leeg"),
        ("0612345678", "x" * 460, "4 sms'en"),
        ("0612345678", "’" + "x" * 201, "4 sms'en"),
    ],
)
def test_what_can_never_go_is_refused_before_anything_leaves(
    service: tuple[CmChannel, Cm], to: str, text: str, why: str
) -> None:
    channel, there = service
    said = channel.deliver(a_text(text, to))
    assert (said.answer, why in said.said, there.asked) == ("REFUSED", True, [])
    assert said.about_recipient == ("nummer" in why)


def test_a_text_of_three_parts_still_goes(service: tuple[CmChannel, Cm]) -> None:
    channel, _ = service
    assert channel.deliver(a_text("x" * 459)).answer == "ACCEPTED"


def test_a_service_that_is_not_there_took_nothing_and_is_asked_once() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    channel = CmChannel(cm_account_from(f"cm://{TOKEN}@127.0.0.1:{port}/?from=Korenaar"))
    assert channel.deliver(a_text()).answer == "NOT_TAKEN"
    assert "niet te gebruiken" in channel.waits("0612345678")


def test_plain_http_to_another_machine_never_leaves() -> None:
    channel = CmChannel(CmAccount(token=TOKEN, sender="Korenaar", url="http://gw.sms.example/v1.0/message"))
    said = channel.deliver(a_text())
    assert (said.answer, "not one of https" in said.said) == ("NOT_TAKEN", True)


def test_a_service_that_speaks_no_tls_where_it_should_took_nothing() -> None:
    with cm() as (url, there):
        port = url.split(":")[2].split("/")[0]
        channel = CmChannel(
            CmAccount(
                token=TOKEN, sender="Korenaar", url=f"https://127.0.0.1:{port}/v1.0/message", timeout=SILENCE
            )
        )
        assert channel.deliver(a_text()).answer == "NOT_TAKEN"
    assert there.taken == []


def test_after_a_few_without_an_answer_nothing_more_is_handed_over(service: tuple[CmChannel, Cm]) -> None:
    channel, there = service
    there.moods["message"].extend([CUT, CUT, "", CUT, CUT, CUT])
    answers = [channel.deliver(a_text()).answer for _ in range(8)]
    assert answers == [
        "UNKNOWN",
        "UNKNOWN",
        "ACCEPTED",
        *["UNKNOWN"] * NO_ANSWERS_IN_A_ROW_MAX,
        *["NOT_TAKEN"] * 2,
    ]
    assert channel.waits("") != ""


@pytest.mark.parametrize("seed", range(3))
def test_what_it_says_of_a_hundred_bad_days_is_never_wrong(seed: int) -> None:
    luck = Random(seed)
    with cm() as (url, there):
        account = replace(cm_account_from(url), timeout=SILENCE)
        said: dict[str, Answer] = {}
        for number in range(100):
            there.moods["message"].append(luck.choice(["", "", CUT, HALF, DROP, "429", "503"]))
            uuid = f"{UUID[:-4]}{number:04d}"
            # A channel lives as long as a run; each message here is a run of its own.
            said[uuid.replace("-", "")] = CmChannel(account).deliver(a_text(uuid=uuid)).answer
        taken = Counter(one["reference"] for one in there.taken)
    assert set(taken.values()) == {1}
    assert {said[name] for name in taken} <= {"ACCEPTED", "UNKNOWN"}
    assert {name for name, answer in said.items() if answer == "ACCEPTED"} <= set(taken)
    assert not {name for name, answer in said.items() if answer == "NOT_TAKEN"} & set(taken)
    assert set(said.values()) == {"ACCEPTED", "UNKNOWN", "NOT_TAKEN"}


@pytest.mark.parametrize(
    "body",
    [
        b'{"messages": [{"reference": ["x"], "status": "Accepted"}]}',
        b'{"messages": [{"status": "Rejected", "messageErrorCode": [402]}]}',
        b'{"messages": [], "errorCode": {"code": 101}}',
        b'{"messages": [{"status": {}, "messageErrorCode": {}}], "errorCode": []}',
        b"[" * 100_000,
        b'"\xff',
        b"",
    ],
)
def test_an_answer_that_makes_no_sense_leaves_the_message_unclear_and_breaks_nothing(body: bytes) -> None:
    class Says(Handler):
        def do_POST(self) -> None:  # noqa: N802  (the server calls it by this name)
            self.content()
            self.answer(200, body, "application/json")

    with running(Service(), Says) as port:
        account = cm_account_from(f"cm://{TOKEN}@127.0.0.1:{port}/?from=Korenaar")
        assert CmChannel(account).deliver(a_text()).answer == "UNKNOWN"


@pytest.mark.parametrize(
    ("code", "of_number"), [(301, False), (302, False), (303, True), (401, False), (402, True), (403, False)]
)
def test_only_a_number_that_is_none_or_wants_none_is_barred(code: int, of_number: bool) -> None:
    class Says(Handler):
        def do_POST(self) -> None:  # noqa: N802  (the server calls it by this name)
            self.content()
            body = {"errorCode": 201, "messages": [{"status": "Rejected", "messageErrorCode": code}]}
            self.answer(200, json.dumps(body).encode(), "application/json")

    with running(Service(), Says) as port:
        said = CmChannel(cm_account_from(f"cm://{TOKEN}@127.0.0.1:{port}/?from=Korenaar")).deliver(a_text())
    assert (said.answer, said.about_recipient) == ("REFUSED", of_number)


def test_the_settings_say_who_sends() -> None:
    account = cm_account_from(f"cm://{TOKEN}@gw.messaging.cm.com/?from=Bakker%20Aar&parts=2")
    assert account.url == "https://gw.messaging.cm.com/v1.0/message"
    assert (account.token, account.sender, account.parts_max) == (TOKEN, "Bakker Aar", 2)
    assert TOKEN not in repr(account)


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("https://gw.messaging.cm.com/", "begint niet met cm://"),
        ("cm://gw.messaging.cm.com/?from=Korenaar", "product token"),
        ("cm://geheim:ook@gw.messaging.cm.com/?from=Korenaar", "product token"),
        ("cm://geheim@/?from=Korenaar", "geen server"),
        ("cm://geheim@gw.messaging.cm.com/", "hoogstens elf"),
        ("cm://geheim@gw.messaging.cm.com/?from=Korenaar%20Bakkerij", "hoogstens elf"),
        ("cm://geheim@gw.messaging.cm.com/?from=Korenaar&parts=9", "1 tot en met 8"),
        ("cm://geheim@gw.messaging.cm.com/?from=Korenaar&from=Ander", "één keer"),
        ("cm://geheim@gw.messaging.cm.com/?sender=Korenaar", "kent cm:// alleen"),
        ("cm://geheim@gw.messaging.cm.com/v2?from=Korenaar", "er niet hoort"),
        ("cm://geheim@gw.messaging.cm.com:poort/?from=Korenaar", "te lezen"),
        ("cm://ge%0D%0Aheim@gw.messaging.cm.com/?from=Korenaar", "tekens"),
    ],
)
def test_settings_that_make_no_sense_are_said_without_the_key(url: str, why: str) -> None:
    with pytest.raises(NoProvider) as refused:
        cm_account_from(url)
    assert why in str(refused.value)
    assert "VOLDAAN_SMS_URL" in str(refused.value)
    assert "heim" not in str(refused.value)
