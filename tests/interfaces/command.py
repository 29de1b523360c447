"""The command `voldaan` as a person or a program types it, and what it answers."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.stories import paper
from tests.stories.paper import BAKERY, IBAN, Paid, day
from voldaan.config.entry import main
from voldaan.formats.values import Party

SOURCE = Path(__file__).resolve().parents[2] / "src"
CLIENT = ("zon", "--name", str(BAKERY.name), "--iban", IBAN, "--coc-number", "12345678")
ADDRESS = (
    "--street", "Molenpad 1", "--postcode", "1234 AB", "--city", "Zonnedorp", "--signer", "Sanne Bos",
    "--phone", "010 123 45 67", "--email", "debiteuren@zon.example", "--authorised-person", "Sanne Bos",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def rows(self) -> list[dict[str, Any]]:
        """Return the JSON Lines on standard output; anything else there fails."""
        rows = [json.loads(line) for line in self.out.splitlines()]
        assert all(isinstance(row, dict) and "kind" in row for row in rows)
        return rows

    @property
    def row(self) -> dict[str, Any]:
        """Return the only line."""
        (row,) = self.rows
        return row

    def refuses(self, *words: str) -> bool:
        """Test if this is a refusal in one clear sentence that has these words."""
        assert (self.code, self.out, "Traceback" in self.err) == (1, "", False), self
        assert self.err.startswith("voldaan: ")
        assert self.err.rstrip().endswith((".", "…")), self.err
        missing = [word for word in words if word not in self.err]
        assert not missing, f"{missing} not in {self.err!r}"
        return True


@dataclass(frozen=True, slots=True)
class Command:
    """Runs commands in this process, on the book of the test."""

    capsys: pytest.CaptureFixture[str]
    home: Path

    def __call__(self, *words: object) -> Answer:
        """Run one command."""
        self.capsys.readouterr()
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        caught = self.capsys.readouterr()
        return Answer(code=code, out=caught.out, err=caught.err)

    def file(self, name: str, data: bytes) -> Path:
        """Write a file to hand in."""
        path = self.home / "in" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)
        return path

    def invoice(
        self, number: str = "2026-0001", euros: str = "125,00", to: Party = paper.BIRD, **facts: Any
    ) -> Path:
        """Write an invoice that was due on 2 March."""
        data = paper.invoice(number, euros, to, issued=day("31 januari"), due=day("2 maart"), **facts)
        return self.file(f"{number}.xml", data)

    def statement(self, *movements: Paid, until: str = "5 maart", name: str = "bank.xml") -> Path:
        """Write a bank statement from 31 January until a day."""
        data, _ = paper.statement(movements, first=day("31 januari"), last=day(until), opening=0)
        return self.file(name, data)


def in_a_process(*words: str, home: Path, **environment: str) -> Answer:
    """Run one command in a process of its own, in a home of its own, on SQLite."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("VOLDAAN_", "DJANGO_"))}
    told = {"VOLDAAN_HOME": str(home), "PYTHONPATH": str(SOURCE)} | environment
    done = subprocess.run(
        [sys.executable, "-m", "voldaan", *words],
        env=kept | told,
        capture_output=True,
        text=True,
        check=False,
    )
    return Answer(code=done.returncode, out=done.stdout, err=done.stderr)
