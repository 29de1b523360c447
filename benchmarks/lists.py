"""A complete open-item list of a million lines into a fresh book on SQLite, beside the bare insertion of its rows."""

import csv
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

AT = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
LINES_PER_DEBTOR = 8


def run(*, lines: int) -> Iterator[str]:
    """Yield the figures: the floor, a tenth of the list and the whole of it, each in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="voldaan-bench-") as folder:
        floor = float(_child("floor", Path(folder) / "floor", lines).split()[0])
        yield f"list-{lines}-floor-csv-and-insert {lines / floor:.0f} lines/s 1.00"
        for count in (lines // 10, lines):
            seconds, megabytes, new = _child("ours", Path(folder) / str(count), count).split()
            ratio = (lines / floor) / (count / float(seconds))
            yield f"list-{count}-import {count / float(seconds):.0f} lines/s {ratio:.2f} ({new} new)"
            yield f"list-{count}-memory {float(megabytes):.0f} MB {float(megabytes) / 1024:.2f}"


def _child(what: str, home: Path, lines: int) -> str:
    environment = os.environ | {
        "VOLDAAN_HOME": str(home),
        "VOLDAAN_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "voldaan.config.settings",
    }
    home.mkdir()
    arguments = [sys.executable, "-m", "benchmarks.lists", what, str(home), str(lines)]
    done = subprocess.run(arguments, env=environment, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def _write(path: Path, lines: int) -> None:
    first = date(2026, 1, 1)
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(f"# voldaan open_items complete=true as_of=2026-11-19 items={lines}\r\n")
        writer = csv.writer(file, delimiter=";")
        writer.writerow(
            ("number", "debtor_number", "debtor_name", "email", "issue_date", "due_date", "total", "open")
        )
        for place in range(lines):
            debtor = place // LINES_PER_DEBTOR
            issued = first + timedelta(days=place % 300)
            writer.writerow(
                (
                    f"2026-{place:07}", f"D{debtor:06}", f"Handelshuis nummer {debtor}", f"d{debtor}@debiteur.example",
                    issued, issued + timedelta(days=30), f"{place % 900 + 100}.50", f"{place % 900 + 100}.50",
                )
            )  # fmt: skip


def _floor(home: Path, lines: int) -> None:
    """Print the seconds of reading the rows and inserting them into one bare table."""
    path = home / "list.csv"
    _write(path, lines)
    started = time.perf_counter()
    with sqlite3.connect(home / "bare.sqlite3") as book, path.open(encoding="utf-8", newline="") as file:
        book.execute("CREATE TABLE item (number, debtor, name, email, issued, due, total, open)")
        rows = csv.reader(file, delimiter=";")
        next(rows), next(rows)
        book.executemany("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    print(time.perf_counter() - started)


def _ours(home: Path, lines: int) -> None:
    """Print seconds, peak memory in MB and how many were new."""
    import django

    django.setup()
    from voldaan.formats.source import Source
    from voldaan.interfaces.cli.book import open_book
    from voldaan.records.models import Client, ClientIban
    from voldaan.records.scope import rows_of
    from voldaan.usecases.import_files import Importing, import_source

    open_book()
    client = Client.objects.create(key="bench", name="Groothandel De Meetlat B.V.", payment_truth="LEDGER")
    with rows_of(client):
        ClientIban.objects.create(client=client, iban="NL91ABNA0417164300")
    path = home / "list.csv"
    _write(path, lines)
    started = time.perf_counter()
    done = import_source(Importing(client=client, on=AT.date(), at=AT, by="bench"), Source.of_path(path))
    seconds = time.perf_counter() - started
    assert not done.problems, done.problems
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, done.new)


if __name__ == "__main__":
    {"floor": _floor, "ours": _ours}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
