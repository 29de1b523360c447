"""The command line on the book of a test, on a fixed day.

What needs Django is imported inside the fixtures: this file is read before the settings are named.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.domain.conftest import law_folder, pytest_generate_tests
from tests.interfaces.lawyer import Law

if TYPE_CHECKING:
    from tests.interfaces.command import Command

__all__ = ["law_folder", "pytest_generate_tests"]
"""The vectors of the law, of which `voldaan law` runs some through its own door."""


@pytest.fixture
def voldaan(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    transactional_db: None,
    capsys: pytest.CaptureFixture[str],
) -> Iterator[Command]:
    """Return the command, in an empty home with an empty book, at noon on 6 March 2026."""
    from django.conf import settings

    from tests.interfaces.command import Command

    monkeypatch.setattr(settings, "VOLDAAN_HOME", tmp_path)
    monkeypatch.setenv("VOLDAAN_HOME", str(tmp_path))
    noon = datetime(2026, 3, 6, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))
    with time_machine.travel(noon, tick=False):
        yield Command(capsys, tmp_path)


@pytest.fixture
def zon(voldaan: Command) -> Command:
    """Return the command in a book that has the client `zon`."""
    from tests.interfaces.command import ADDRESS, CLIENT

    assert voldaan("client", "add", *CLIENT, *ADDRESS).code == 0
    return voldaan


@pytest.fixture
def billed(zon: Command) -> Command:
    """Return the command in a book with one invoice that was due on 2 March, of which the bank tells nothing yet."""
    assert zon("import", zon.invoice(), "--client", "zon", "--on", "2026-01-31").code == 0
    return zon


@pytest.fixture
def sent(billed: Command) -> Command:
    """Return the command in a book whose first reminder left on 5 March."""
    assert billed("import", billed.statement(), "--client", "zon").code == 0
    assert billed("run", "--on", "2026-03-05", "--approve").code == 0
    return billed


@pytest.fixture
def law(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Law:
    """Return the command in an empty home, without a database."""
    from tests.interfaces.command import Command

    monkeypatch.setenv("VOLDAAN_HOME", str(tmp_path / "nowhere"))
    return Law(Command(capsys, tmp_path))
