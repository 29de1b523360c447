"""`voldaan law guard`: the guard for who has the facts and the text of a message in files."""

import json
from pathlib import Path

import pytest

from tests.interfaces.lawyer import Law


class TestGuard:
    @pytest.fixture
    def written(self, tmp_path: Path) -> tuple[Path, Path]:
        """Return the files of a message's facts and of its text."""
        from tests.letters.samples import message
        from voldaan.letters.render import letter_text
        from voldaan.letters.style import HouseStyle

        facts, text = tmp_path / "facts.json", tmp_path / "text.txt"
        told = message("FIRST_REMINDER")
        facts.write_text(json.dumps(told.as_json()), encoding="utf-8")
        text.write_text(letter_text(told, HouseStyle()), encoding="utf-8")
        return facts, text

    def test_a_text_of_facts_alone_passes(self, law: Law, written: tuple[Path, Path]) -> None:
        facts, text = written
        assert law.row(f"guard --facts {facts} {text}") == {"kind": "guard", "passes": True}

    def test_a_foreign_amount_is_found(self, law: Law, written: tuple[Path, Path]) -> None:
        facts, text = written
        text.write_text(text.read_text(encoding="utf-8") + "\nOok nog € 9.876,54.\n", encoding="utf-8")
        answer = law(f"guard --facts {facts} {text} --json")
        assert answer.code == 1
        assert {row["rule"] for row in answer.rows} == {"amount.foreign"}
        assert "9.876,54" in law(f"guard --facts {facts} {text}").out

    def test_facts_that_cannot_be_read_are_named(self, law: Law, written: tuple[Path, Path]) -> None:
        facts, text = written
        assert law(f"guard --facts {text} {text}").refuses(str(text), "facts")
        facts.write_text('{"stage": "FIRST_REMINDER"}', encoding="utf-8")
        assert law(f"guard --facts {facts} {text}").refuses("missing")
        facts.write_bytes(b"\xff\xfe")
        assert law(f"guard --facts {facts} {text}").refuses("UTF-8")
        assert law(f"guard --facts {facts}-gone {text}").refuses("cannot be read")
