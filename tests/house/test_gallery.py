"""The gallery draws all that there is: found by listing, through every way out, without a browser where there is none."""

import struct
import zlib
from pathlib import Path
from typing import get_args

import pytest

from tests.web.browser import chromium
from tools.gallery.__main__ import main
from tools.gallery.cases import CHANNELS, PLAIN, SENDERS, SITUATIONS, every_case, languages, styles
from tools.gallery.hang import DRAWERS
from tools.gallery.pictures import png
from voldaan.domain.law.capacity import CAPACITIES
from voldaan.domain.wording.facts import TEXT_KEYS, Language

__all__ = ["chromium"]
ONE = ["FIRST_REMINDER", "nl", "logo", "CONSUMER", "agency"]


def test_every_text_language_style_and_kind_is_drawn() -> None:
    cases = list(every_case())
    assert len({case.name for case in cases}) == len(cases)
    assert {case.stage for case in cases} == set(TEXT_KEYS)
    assert {case.language for case in cases} == set(languages()) >= set(get_args(Language))
    assert {case.style for case in cases} == set(styles()) >= {"ours", "colour", "logo"}
    assert {case.kind for case in cases} == set(CAPACITIES)
    assert {case.sender for case in cases} == set(SENDERS)
    assert {case.situation for case in cases} == set(SITUATIONS)
    assert {case.kind for case in cases if case.stage == "FOURTEEN_DAY_NOTICE"} == {"CONSUMER", "UNKNOWN"}


def test_every_channel_has_somebody_who_draws_it() -> None:
    assert set(DRAWERS) == set(CHANNELS)


def test_without_a_browser_a_mail_is_still_there_to_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*ONE, "--no-browser", "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "e-mails get no pictures, only their HTML" in said
    assert "2 messages in" in said
    name = f"first_reminder-nl-logo-consumer-agency-{PLAIN}"
    assert {path.name for path in tmp_path.iterdir()} == {
        f"{name}.pdf", f"{name}.html", f"{name}.txt", "index.html", "drawn",
    }  # fmt: skip
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    drawn = sorted((tmp_path / "drawn").iterdir())
    assert drawn
    for picture in drawn:
        assert f'src="drawn/{picture.name}"' in page
        assert pixels(picture.read_bytes()) == (595, 842) or pixels(picture.read_bytes()) == (596, 842)
    assert "cid:" not in (tmp_path / f"{name}.html").read_text(encoding="utf-8")


def test_a_picture_is_drawn_once(tmp_path: Path) -> None:
    arguments = [*ONE, "--no-browser", "--channel", "letter", "--out", str(tmp_path)]
    main(arguments)
    drawn = {path: path.stat().st_mtime_ns for path in (tmp_path / "drawn").iterdir()}
    main(arguments)
    assert drawn == {path: path.stat().st_mtime_ns for path in (tmp_path / "drawn").iterdir()}


def test_a_mail_has_its_picture_taken_on_a_wide_and_a_dark_narrow_screen(
    tmp_path: Path, chromium: str
) -> None:
    assert main([*ONE, "--channel", "email", "--out", str(tmp_path)]) == 0
    widths = {pixels(path.read_bytes())[0] for path in (tmp_path / "drawn").iterdir()}
    assert widths == {600, 320}


def test_words_that_choose_nothing_get_a_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nl", "en", "--out", str(tmp_path)]) == 2
    assert "No message has all of: nl, en." in capsys.readouterr().err


def test_a_png_says_its_size_and_holds_its_pixels() -> None:
    lines = b"\0" + bytes([255, 0, 0, 0, 0, 255])
    made = png(2, 1, lines)
    assert pixels(made) == (2, 1)
    size = struct.unpack(">I", made[33:37])[0]
    assert zlib.decompress(made[41 : 41 + size]) == lines


def pixels(picture: bytes) -> tuple[int, int]:
    """Return the width and height that a PNG names."""
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height = struct.unpack(">II", picture[16:24])
    return width, height
