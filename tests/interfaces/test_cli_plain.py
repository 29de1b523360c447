"""`voldaan plain`: what it prints for people and for programs, and which files it refuses."""

import io
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.interfaces.command import Command

KIND = "Factuur 2026-118 staat nog open. Wilt u die voor vrijdag betalen?\n"
UNKIND = "Beste mevrouw,\n\nWij verzoeken u derhalve te betalen!\n"


@pytest.fixture
def text(tmp_path: Path) -> Path:
    """Return a file with an unkind text."""
    file = tmp_path / "brief.txt"
    file.write_text(UNKIND, encoding="utf-8")
    return file


def test_a_sentence_is_named_once_with_its_line_and_all_reasons(voldaan: Command, text: Path) -> None:
    answer = voldaan("plain", str(text))
    assert answer.code == 0
    assert answer.out.count("regel 3: Wij verzoeken u derhalve te betalen!") == 1
    assert "Moeilijk woord: «derhalve». Schrijf liever: dus, daarom." in answer.out
    assert "Zet een punt." in answer.out
    assert "Te kort om een niveau te noemen." in answer.out


def test_a_program_gets_a_row_for_each_finding_and_one_for_the_text(voldaan: Command, text: Path) -> None:
    rows = voldaan("plain", "--json", str(text)).rows
    assert [(row["kind"], row.get("code"), row.get("line")) for row in rows] == [
        ("plain_finding", "tone.distant", 3),
        ("plain_finding", "word.hard", 3),
        ("plain_finding", "word.hard", 3),
        ("plain_finding", "tone.exclamation", 3),
        ("plain", None, None),
    ]
    assert UNKIND[slice(*rows[2]["place"])] == rows[2]["found"] == "derhalve"
    assert rows[2]["why_en"] == "A hard word: «derhalve». Rather write: dus, daarom."
    assert (rows[-1]["findings"], rows[-1]["level"], rows[-1]["words"]) == (4, "TOO_SHORT", 6)


def test_strict_ends_with_1_where_anything_was_found(voldaan: Command, text: Path) -> None:
    assert voldaan("plain", "--strict", str(text)).code == 1
    text.write_text(KIND, encoding="utf-8")
    answer = voldaan("plain", "--strict", str(text))
    assert (answer.code, "Geen opmerkingen." in answer.out) == (0, True)


def test_standard_input_is_a_file_called_minus(voldaan: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(UNKIND.encode())))
    assert {row["file"] for row in voldaan("plain", "--json", "-").rows} == {"-"}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\xff\xfe\x00", "not UTF-8 text"),
        (b"a\x00b", "not UTF-8 text"),
        (b" \n", "is empty"),
        (b"a" * 1_000_001, "larger than 1 MB"),
        (None, "cannot be read"),
    ],
)
def test_what_is_no_text_is_refused_with_a_sentence(
    voldaan: Command, tmp_path: Path, data: bytes | None, said: str
) -> None:
    file = tmp_path / "brief.txt"
    if data is not None:
        file.write_bytes(data)
    answer = voldaan("plain", str(file))
    assert (answer.code, answer.out) == (1, "")
    assert str(file) in answer.err
    assert said in answer.err
