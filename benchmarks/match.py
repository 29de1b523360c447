"""The whole of `voldaan match` on a large book on SQLite, beside the bare writing of the same rows, nothing decided.

Each figure is of its own process, in seconds of its processor. The floor reads what ours wrote, and writes it into a
copy of the book as it was before: as many rows in one statement as there are.
"""

import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ADDED = (
    "records_allocation", "records_question", "records_questioncandidate", "records_habit", "records_event",
)  # fmt: skip
CHANGED = {
    "records_payment": ("waiting_cents", "matched_at", "placed_by", "because", "points", "set_aside"),
    "records_invoice": ("open_cents",),
}
"""The tables that matching adds rows to, and the columns that it changes in others."""


def run(*, payments: int, invoices: int) -> Iterator[str]:
    """Yield per payment what matching costs and what its rows cost to write, and the peak memory."""
    with tempfile.TemporaryDirectory(prefix="voldaan-bench-") as folder:
        ours, floor = Path(folder) / "ours", Path(folder) / "floor"
        for home in (ours, floor):
            _child("make", home, payments, invoices)
        seconds, megabytes, linked = _child("ours", ours).split()
        bare = float(_child("floor", floor, ours))
        yield f"match-book-{payments}-floor-rows {1_000_000 * bare / payments:.1f} us/payment 1.00"
        yield (
            f"match-book-{payments} {1_000_000 * float(seconds) / payments:.1f} us/payment "
            f"{float(seconds) / bare:.2f} ({linked} linked)"
        )
        yield f"match-book-{payments}-memory {megabytes} MB {float(megabytes) / 1024:.2f}"


def _child(what: str, home: Path, *given: object) -> str:
    environment = os.environ | {
        "VOLDAAN_HOME": str(home),
        "VOLDAAN_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "voldaan.config.settings",
    }
    home.mkdir(exist_ok=True)
    arguments = [sys.executable, "-m", "benchmarks.match", what, *map(str, given)]
    done = subprocess.run(arguments, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return done.stdout.strip()


def _make(payments: str, invoices: str) -> None:
    from benchmarks.match_book import write_match_book

    write_match_book(payments=int(payments), invoices=int(invoices))


def _ours() -> None:
    """Print seconds, peak memory in MB and how many were linked, with every answer made as it is printed."""
    from benchmarks.match_book import AT
    from voldaan.records.scope import client_by_key
    from voldaan.usecases.match_payments import as_json, match_payments

    client = client_by_key("match")
    started = time.process_time()
    found = match_payments(client, at=AT, on=AT.date(), by="bench")
    linked = sum(as_json(one)["verdict"] == "linked" for one in found)
    seconds = time.process_time() - started
    print(seconds, round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024), linked)


def _floor(other_home: str) -> None:
    """Print the seconds of writing what the other book has more than this one."""
    from django.db import connection, transaction

    with sqlite3.connect(Path(other_home) / "voldaan.sqlite3") as other:
        added = {table: other.execute(f"SELECT * FROM {table} ORDER BY id").fetchall() for table in ADDED}
        changed = {table: _values(other, table, columns) for table, columns in CHANGED.items()}
    started = time.process_time()
    with transaction.atomic(), connection.cursor() as cursor:
        for table, rows in added.items():
            if rows:
                places = ", ".join(["%s"] * len(rows[0]))
                cursor.executemany(f"INSERT INTO {table} VALUES ({places})", rows)
        for table, rows in changed.items():
            given = ", ".join(f"{column} = %s" for column in CHANGED[table])
            cursor.executemany(f"UPDATE {table} SET {given} WHERE id = %s", rows)
    print(time.process_time() - started)


def _values(other: sqlite3.Connection, table: str, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return other.execute(f"SELECT {', '.join(columns)}, id FROM {table} ORDER BY id").fetchall()


if __name__ == "__main__":
    from voldaan.interfaces.cli.book import open_book

    open_book()
    {"make": _make, "ours": _ours, "floor": _floor}[sys.argv[1]](*sys.argv[2:])
