"""The plan of a day for a million open invoices, beside the same decision as one set-based SQL statement.

Both read the same tables and write the same rows: one decision for each account, with the reason and the next
day of each open invoice. The statement knows the shipped strategy by heart; its rows are compared with ours. On
SQLite each round has a copy of the book's folder; on PostgreSQL each has a database made after the first.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

AT = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
TRYTON_LINES = 1_500
"""Lines a second of the fastest dunning run of a peer that we could time (its assertions off)."""
TARGET, TARGET_LARGE, LARGE = 2.0, 2.5, 10_000_000


def run(*, invoices: int, rounds: int, stores: tuple[str, ...] = ("sqlite", "postgresql")) -> Iterator[str]:
    """Yield the figures: each round in a fresh copy of the book, ours and the floor in turn."""
    for store in stores:
        with _books(store, invoices) as book:
            yield from _figures(store, book, invoices, rounds)


class _Folders:
    """Books as folders, each with its SQLite file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def environment(self, name: str) -> dict[str, str]:
        return {"VOLDAAN_HOME": str(self.folder / name), "VOLDAAN_DATABASE_URL": ""}

    def copy(self, name: str) -> None:
        subprocess.run(["cp", "-r", str(self.folder / "master"), str(self.folder / name)], check=True)

    def drop(self, name: str) -> None:
        subprocess.run(["rm", "-rf", str(self.folder / name)], check=True)


class _Databases:
    """Books as databases on a server that we started."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder, self.address = folder, address
        self._do('CREATE DATABASE "master"')

    def environment(self, name: str) -> dict[str, str]:
        return {
            "VOLDAAN_HOME": str(self.folder / name),
            "VOLDAAN_DATABASE_URL": self.address.replace("/voldaan?", f"/{name}?"),
        }

    def copy(self, name: str) -> None:
        self._do(f'CREATE DATABASE "{name}" TEMPLATE "master"')

    def drop(self, name: str) -> None:
        self._do(f'DROP DATABASE "{name}"')

    def _do(self, statement: str) -> None:
        import psycopg

        host = self.address.split("host=", 1)[1]
        with psycopg.connect(f"host={host} user=postgres dbname=postgres", autocommit=True) as connection:
            connection.execute(statement)  # type: ignore[call-overload]  # made of names that stand above


@contextmanager
def _books(store: str, invoices: int) -> Iterator[_Folders | _Databases]:
    with tempfile.TemporaryDirectory(prefix="voldaan-bench-") as folder:
        if store == "sqlite":
            books: _Folders | _Databases = _Folders(Path(folder))
            _child("make", books.environment("master"), invoices)
            yield books
            return
        from tests.postgres import running_server

        with running_server() as address:
            books = _Databases(Path(folder), address)
            _child("make", books.environment("master"), invoices)
            yield books


def _figures(store: str, books: _Folders | _Databases, invoices: int, rounds: int) -> Iterator[str]:
    ours: list[float] = []
    floors: list[float] = []
    memory, sums = 0.0, set()
    for number in range(rounds):
        for what, times in (("floor", floors), ("ours", ours)):
            name = f"{what}{number}"
            books.copy(name)
            seconds, megabytes, checksum = _child(what, books.environment(name), invoices).split()
            times.append(float(seconds))
            sums.add(checksum)
            memory = max(memory, float(megabytes)) if what == "ours" else memory
            books.drop(name)
    same = "same decisions as the floor" if len(sums) == 1 else "DECISIONS DIFFER FROM THE FLOOR"
    best, floor = sorted(ours)[len(ours) // 2], sorted(floors)[len(floors) // 2]
    target = TARGET if invoices < LARGE else TARGET_LARGE
    lines = invoices / best
    yield f"plan-{invoices}-{store}-floor-sql {floor:.2f} s 1.00"
    yield f"plan-{invoices}-{store} {best:.2f} s {best / floor:.2f} ({same}; target {target:.2f})"
    yield (
        f"plan-{invoices}-{store}-invoices-a-second {lines:.0f} 1/s {lines / TRYTON_LINES:.0f} "
        f"(of a peer's {TRYTON_LINES}; target 25)"
    )
    yield f"plan-{invoices}-{store}-memory {memory:.0f} MB {memory / 1024:.2f} (target 1.00 of 1 GB)"


def _child(what: str, environment: dict[str, str], invoices: int) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.plan", what, str(invoices)],
        env=os.environ | environment | {"DJANGO_SETTINGS_MODULE": "voldaan.config.settings"},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return done.stdout.strip()


def _make(invoices: int) -> None:
    from voldaan.interfaces.cli.book import open_book

    open_book()
    from django.apps import apps
    from django.core.management.color import no_style
    from django.db import connection

    from benchmarks.large_book import write_large_book

    write_large_book(invoices)
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(
            no_style(), list(apps.get_app_config("records").get_models())
        ):
            cursor.execute(statement)
        cursor.execute("ANALYZE")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _ours() -> None:
    import django

    django.setup()
    from benchmarks.large_book import ON
    from voldaan.records.models import Client
    from voldaan.usecases.plan_day import plan_day

    client = Client.objects.get()
    start = time.perf_counter()
    plan_day(client, on=ON, at=AT, by="bench")
    _report(time.perf_counter() - start)


def _floor() -> None:
    import django

    django.setup()
    from django.db import connection, transaction

    from benchmarks.large_book import ON
    from benchmarks.plan_floor import dialect_of, floor

    start = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(floor(dialect_of(connection.vendor)), {"on": str(ON)})
    _report(time.perf_counter() - start)


def _report(seconds: float) -> None:
    from django.db import connection

    from benchmarks.plan_floor import checksum, dialect_of

    with connection.cursor() as cursor:
        cursor.execute(checksum(dialect_of(connection.vendor)))
        summed = "-".join(str(int(part)) for part in cursor.fetchone())
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds:.3f} {megabytes:.1f} {summed}")


if __name__ == "__main__":
    {"make": lambda: _make(int(sys.argv[2])), "ours": _ours, "floor": _floor}[sys.argv[1]]()
