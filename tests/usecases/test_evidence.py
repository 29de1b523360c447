"""What proves a message is found from the account: the bytes, the channel's answer, the links of the chain."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from tests.builders import a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
from voldaan.records.finding import NotFound
from voldaan.records.models import Client, Message
from voldaan.records.scope import rows_of
from voldaan.usecases.run_day import run_day
from voldaan.usecases.show_evidence import CannotWriteEvidence, Evidence, evidence_of, write_evidence

pytestmark = pytest.mark.django_db
ON = after(3)


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Give each test an archive of its own: one of them spoils it."""
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path / "home")


@pytest.fixture
def client() -> Client:
    made = a_client()
    an_invoice(an_account(made))
    bank_known_until(made, ON)
    when: dict[str, Any] = {"on": ON, "at": ten_o_clock(ON), "by": "Sanne"}
    run_day(made, **when, approve=True)
    return made


def found(client: Client) -> Evidence:
    with rows_of(client):
        uuid = str(Message.objects.get().uuid)
    return evidence_of(client, uuid)


def test_the_bytes_are_those_that_left_and_the_chain_names_them(client: Client) -> None:
    evidence = found(client)
    assert evidence.content is not None
    assert hashlib.sha256(evidence.content).hexdigest() == evidence.sha256
    assert [link.kind for link in evidence.links] == [
        "message.written", "message.approved", "message.sending", "message.sent",
    ]  # fmt: skip
    assert json.loads(evidence.links[2].data)["bytes"] == evidence.sha256
    assert evidence.differs == ""
    assert evidence.channel_said.startswith("written to")


def test_a_folder_holds_what_another_can_check(client: Client, tmp_path: Path) -> None:
    (evidence,) = write_evidence(client, "D1", tmp_path / "bewijs")
    line = json.loads((tmp_path / "bewijs" / "evidence.jsonl").read_text(encoding="utf-8"))
    content = (tmp_path / "bewijs" / line["file"]).read_bytes()
    assert hashlib.sha256(content).hexdigest() == line["sha256"] == evidence.sha256
    assert line["links"][-1]["hash"] == evidence.links[-1].hash


def test_another_answer_of_the_channel_is_seen(client: Client) -> None:
    with rows_of(client):
        Message.objects.update(channel_said="250 OK")
    assert "kanaal" in found(client).differs


def test_other_bytes_than_left_are_seen(client: Client) -> None:
    with rows_of(client):
        Message.objects.update(sent_sha256="0" * 64)
    assert "andere bytes" in found(client).differs


def test_bytes_that_were_changed_on_disk_are_not_given(client: Client) -> None:
    sha256 = found(client).sha256
    (Path(settings.VOLDAAN_HOME) / "archive" / sha256[:2] / sha256).write_bytes(b"other")
    evidence = found(client)
    assert evidence.content is None
    assert "archive" in evidence.differs.lower()


def test_nothing_is_written_over(client: Client, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(CannotWriteEvidence, match="niet leeg"):
        write_evidence(client, "D1", tmp_path)


def test_another_clients_message_is_not_there(client: Client) -> None:
    other = a_client("slager")
    with rows_of(client):
        uuid = str(Message.objects.get().uuid)
    with pytest.raises(NotFound):
        evidence_of(other, uuid)
