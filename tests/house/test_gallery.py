"""The gallery draws all that there is: found by listing, through every way out, without a browser where there is none."""

import struct
import zlib
from pathlib import Path
from typing import get_args

import pytest

from tests.web.browser import chromium
from tools.gallery.__main__ import main
from tools.gallery.cases import (
    PLAIN,
    STANDARD,
    WAYS,
    every_case,
    facts_of,
    languages,
    phrases_of,
    text_sets,
)
from tools.gallery.draw import DRAWERS
from tools.gallery.looks import SENDERS, STYLES, style_names, styles
from tools.gallery.pictures import png
from tools.gallery.situations import SITUATIONS
from tools.gallery.statements import STATEMENTS
from voldaan.domain.law.capacity import CAPACITIES
from voldaan.domain.wording.facts import REPLY_KINDS, REPLY_TOPICS, TEXT_KEYS, Language
from voldaan.letters.colours import CONTRAST_MIN, contrast_with_white
from voldaan.letters.style import SIDES, TYPEFACES, HouseStyle
from voldaan.letters.text_sections import SPOKEN_STAGES

__all__ = ["chromium"]
ONE = ["FIRST_REMINDER", "nl", "standard", "plain", "CONSUMER", "agency"]


def test_every_text_language_style_and_kind_is_drawn() -> None:
    cases = list(every_case())
    assert len({case.name for case in cases}) == len(cases)
    assert {case.stage for case in cases} == {*TEXT_KEYS, *REPLY_KINDS}
    assert {case.topic for case in cases} == {None, *REPLY_TOPICS}
    assert {case.language for case in cases} == set(languages()) >= set(get_args(Language))
    assert {case.texts for case in cases} == set(text_sets()) >= {STANDARD, "informal"}
    assert {case.style for case in cases} == set(styles())
    assert {case.kind for case in cases} == set(CAPACITIES)
    assert {case.sender for case in cases} == set(SENDERS)
    assert {case.situation for case in cases} == {*SITUATIONS, *STATEMENTS, "three", "enclosed"}
    assert {case.kind for case in cases if case.stage == "FOURTEEN_DAY_NOTICE"} == {"CONSUMER", "UNKNOWN"}


def test_every_text_is_drawn_in_every_style_that_its_sender_may_wear() -> None:
    drawn = {(case.stage, case.topic, case.language, case.sender, case.style) for case in every_case()}
    kinds = [(stage, None) for stage in (*TEXT_KEYS, *REPLY_KINDS) if stage != "CONFIRMATION"]
    assert drawn == {
        (stage, topic, language, sender, style)
        for stage, topic in (*kinds, *(("CONFIRMATION", topic) for topic in REPLY_TOPICS))
        for language in languages()
        for sender in SENDERS
        for style in style_names(sender)
    }


def test_a_set_is_drawn_where_it_says_something_of_its_own() -> None:
    other = [case for case in every_case() if case.texts == "informal"]
    assert {case.stage for case in other} == {*TEXT_KEYS, *REPLY_KINDS} - {"FOURTEEN_DAY_NOTICE"}
    assert {case.language for case in other} == {"nl"}
    assert "Wat kun je doen?" in phrases_of(other[0]).one("labels.points_heading", frozenset(), {})


def test_every_way_has_somebody_who_draws_it_and_something_to_draw() -> None:
    ways = {case.stage: set[str]() for case in every_case()}
    for case in every_case():
        ways[case.stage].update(case.ways)
    assert set(DRAWERS) == set(WAYS) == set().union(*ways.values())
    assert {stage for stage, found in ways.items() if {"sms", "call"} <= found} == SPOKEN_STAGES
    assert all({"letter", "email"} <= ways[stage] for stage in TEXT_KEYS)


def test_the_styles_show_what_a_style_can_do() -> None:
    chosen = list(styles().values())
    assert len(chosen) == len(list(STYLES.rglob("*.toml")))
    assert styles()["plain"] == HouseStyle()
    assert {style.typeface for style in chosen} == set(TYPEFACES)
    assert {style.window for style in chosen} == {style.logo_at for style in chosen} == set(SIDES)
    assert any(style.signature_svg for style in chosen)
    logos = [style.logo_svg for style in chosen if style.logo_svg]
    assert {"data:image/png" in logo for logo in logos} == {True, False}
    assert min(contrast_with_white(style.accent) for style in chosen) < CONTRAST_MIN + 0.25
    signed = next(case for case in every_case() if case.style == "serif")
    assert styles()["serif"].signs(facts_of(signed).sender.signer)


def test_without_a_browser_a_mail_is_still_there_to_open(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*ONE, "--no-browser", "--out", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "e-mails get no pictures, only their HTML" in said
    assert "5 messages in" in said
    name = f"first_reminder-nl-standard-plain-consumer-agency-{PLAIN}"
    assert {path.name for path in tmp_path.iterdir()} == {
        f"{name}-letter.pdf", f"{name}-pingen.pdf", f"{name}-email.html", f"{name}-email.txt", f"{name}-sms.txt",
        f"{name}-call.txt", "index.html", "drawn",
    }  # fmt: skip
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    drawn = sorted((tmp_path / "drawn").iterdir())
    assert drawn
    for picture in drawn:
        assert f'src="drawn/{picture.name}"' in page
        assert pixels(picture.read_bytes()) == (595, 842) or pixels(picture.read_bytes()) == (596, 842)
    assert "cid:" not in (tmp_path / f"{name}-email.html").read_text(encoding="utf-8")


def test_a_picture_is_drawn_once(tmp_path: Path) -> None:
    arguments = [*ONE, "--no-browser", "--way", "letter", "--out", str(tmp_path)]
    main(arguments)
    drawn = {path: path.stat().st_mtime_ns for path in (tmp_path / "drawn").iterdir()}
    main(arguments)
    assert drawn == {path: path.stat().st_mtime_ns for path in (tmp_path / "drawn").iterdir()}


def test_a_mail_has_its_picture_taken_on_a_wide_and_a_dark_narrow_screen(
    tmp_path: Path, chromium: str
) -> None:
    assert main([*ONE, "--way", "email", "--out", str(tmp_path)]) == 0
    widths = {pixels(path.read_bytes())[0] for path in (tmp_path / "drawn").iterdir()}
    assert widths == {600, 320}


def test_a_statement_is_drawn_with_its_mail_and_its_worksheet(tmp_path: Path) -> None:
    chosen = ["STATEMENT", "nl", "serif", PLAIN, "--no-browser", "--out", str(tmp_path)]
    assert main(chosen) == 0
    name = f"statement-nl-standard-serif-consumer-own-{PLAIN}"
    assert {path.name for path in tmp_path.glob(f"{name}*")} == {
        f"{name}-statement.pdf", f"{name}-statement.xlsx", f"{name}-email.html", f"{name}-email.txt",
    }  # fmt: skip
    assert list((tmp_path / "drawn").iterdir())


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
