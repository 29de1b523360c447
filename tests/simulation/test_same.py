"""The same world, decided again, is the same: on this database and on the other one (P15)."""

import json
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from tests.postgres import running_server
from tests.simulation.life import World, live
from tests.simulation.told import decisions_of, digest_of, heads_of

pytestmark = pytest.mark.django_db(transaction=True, reset_sequences=True)
SEED, DAYS = 3, 60


def decisions(world: World) -> list[str]:
    return list(decisions_of(office.client for office in world.offices))


@pytest.mark.many_orders
def test_two_lives_of_a_seed_leave_the_same_chain_and_the_same_decisions(tmp_path: Path) -> None:
    first = live(SEED, days=DAYS, folder=tmp_path, only="bakkerij")
    told = decisions(first), heads_of(office.client for office in first.offices)
    call_command("flush", verbosity=0, interactive=False, reset_sequences=True)
    second = live(SEED, days=DAYS, folder=tmp_path, only="bakkerij")
    assert decisions(second) == told[0]
    assert heads_of(office.client for office in second.offices) == told[1]
    assert len(told[0]) > 20
    assert first.breaches == second.breaches == []


def test_the_other_database_decides_the_same(tmp_path: Path, project: Path) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("both databases are compared once, from SQLite")
    here = live(SEED, days=DAYS, folder=tmp_path, only="tuinman")
    there = lived_on_the_other_database(project, "tuinman")
    assert there["breaches"] == []
    assert there["counts"] == here.counts
    assert there["decisions"] == digest_of(decisions(here))


def lived_on_the_other_database(project: Path, only: str) -> dict[str, object]:
    """Live the same seed on PostgreSQL, in a process of its own."""
    with ExitStack() as ending:
        address = _empty_database(ending.enter_context(running_server()))
        environment = os.environ | {"VOLDAAN_DATABASE_URL": address, "PYTHONPATH": f"{project / 'src'}"}
        done = subprocess.run(
            [sys.executable, "-m", "tests.simulation", str(SEED), str(DAYS), only],
            cwd=project, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:] + done.stdout[-2000:]
    told: dict[str, object] = json.loads(done.stdout)
    return told


def _empty_database(address: str) -> str:
    """Make the database that a server's address names, and return the address."""
    with psycopg.connect(address.replace("/voldaan?", "/postgres?"), autocommit=True) as server:
        server.execute("CREATE DATABASE voldaan")
    return address
