"""Which way out carries what, by the settings."""

from pathlib import Path

import pytest
from django.conf import settings

from voldaan.channels.mailbox import FolderChannel
from voldaan.channels.parcel import Parcel
from voldaan.channels.post_pingen import PingenChannel
from voldaan.channels.provider_url import NoProvider
from voldaan.channels.sms_cm import CmChannel
from voldaan.config.wiring import channels

PINGEN = "pingen://client:geheim@0b0c5b5e-3f8a-4f43-9d0a-6a2d3f3f0a11/"
CM = "cm://geheim@gw.messaging.cm.com/?from=Korenaar"
SMS = Parcel(uuid="1", day="2026-03-05", return_path="", recipient="0612345678", content=b"Hallo")


def test_where_nothing_is_set_letters_lie_in_a_folder_and_text_messages_wait() -> None:
    ways = channels()
    assert isinstance(ways["POST"], FolderChannel)
    assert "VOLDAAN_SMS_URL" in ways["SMS"].waits("0612345678")
    assert ways["SMS"].deliver(SMS).answer == "NOT_TAKEN"


def test_what_is_set_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings.INSTALLATION, "post_url", PINGEN)
    monkeypatch.setattr(settings.INSTALLATION, "sms_url", CM)
    ways = channels()
    assert (type(ways["POST"]), type(ways["SMS"])) == (PingenChannel, CmChannel)
    assert ways["SMS"].waits("0612345678") == ""


def test_text_messages_can_be_written_to_a_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    monkeypatch.setattr(settings.INSTALLATION, "sms_url", "folder:")
    assert channels()["SMS"].deliver(SMS).answer == "ACCEPTED"
    assert (tmp_path / "sms" / "2026-03-05" / "1.txt").read_bytes() == b"Hallo"


@pytest.mark.parametrize(("setting", "url"), [("post_url", "pingen://geheim"), ("sms_url", "cm://geheim")])
def test_a_setting_that_makes_no_sense_is_refused_before_anything_is_sent(
    monkeypatch: pytest.MonkeyPatch, setting: str, url: str
) -> None:
    monkeypatch.setattr(settings.INSTALLATION, setting, url)
    with pytest.raises(NoProvider):
        channels()
