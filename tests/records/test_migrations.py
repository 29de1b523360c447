"""A book of an earlier version is brought to this one by opening it, and nothing that protects a debtor is lost."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.sources import PROJECT


def run(home: Path, *arguments: str) -> None:
    known = os.environ | {
        "VOLDAAN_HOME": str(home),
        "VOLDAAN_DATABASE_URL": "",
        "PYTHONPATH": str(PROJECT / "src"),
        "DJANGO_SETTINGS_MODULE": "voldaan.config.settings",
    }
    subprocess.run([sys.executable, *arguments], env=known, check=True, capture_output=True)


@pytest.fixture
def book_of_the_first_version(tmp_path: Path) -> Path:
    """Return the home of a book as the first version made it, with a hold for an insolvency."""
    run(tmp_path, "-m", "django", "migrate", "records", "0001", "--verbosity", "0")
    with sqlite3.connect(tmp_path / "voldaan.sqlite3") as book:
        insert(book, "records_client", id=1, key="bakkerij", payment_truth="BANK")
        insert(book, "records_debtor", id=1, client_id=1, capacity="UNKNOWN", language="nl")
        insert(book, "records_account", id=1, client_id=1, debtor_id=1)
        insert(
            book,
            "records_hold",
            client_id=1,
            account_id=1,
            reason="INSOLVENCY",
            note="gehoord van de buurman",
            first_day="2026-11-02",
        )
        insert(book, "records_importedfile", id=1, client_id=1)
        insert(book, "records_bankstatement", id=1, client_id=1, file_id=1)
        insert(book, "records_payment", id=1, client_id=1, statement_id=1, amount_cents=1, waiting_cents=1)
        invoice = {"asked_cents": 1, "open_cents": 1, "due_date_basis": "AGREED"}
        insert(book, "records_invoice", id=1, client_id=1, account_id=1, **invoice)
        insert(book, "records_question", client_id=1, invoice_id=1, because="LIST_SAYS_LESS")
    return tmp_path


def insert(book: sqlite3.Connection, table: str, **given: object) -> None:
    """Insert a row: what has to be there and is not given is empty or nothing."""
    for _, name, kind, not_null, _, is_key in book.execute(f"PRAGMA table_info({table})").fetchall():
        if not_null and not is_key and name not in given:
            given[name] = "" if kind.startswith(("varchar", "text")) else 0
    columns = ", ".join(f'"{name}"' for name in given)
    marks = ", ".join("?" * len(given))
    book.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks})", list(given.values()))


def test_a_hold_for_an_insolvency_stands_on_and_says_that_its_kind_is_not_known(
    book_of_the_first_version: Path,
) -> None:
    home = book_of_the_first_version
    run(home, "-m", "django", "migrate", "--verbosity", "0")
    with sqlite3.connect(home / "voldaan.sqlite3") as book:
        rows = book.execute(
            "SELECT reason, note, first_day, last_day, lifted_on FROM records_hold"
        ).fetchall()
    assert rows == [
        ("BANKRUPTCY", "Insolventie, soort niet bekend. gehoord van de buurman", "2026-11-02", None, None)
    ]


def test_what_an_earlier_book_has_is_final_its_own_and_asked_as_it_was(
    book_of_the_first_version: Path,
) -> None:
    home = book_of_the_first_version
    run(home, "-m", "django", "migrate", "--verbosity", "0")
    with sqlite3.connect(home / "voldaan.sqlite3") as book:
        assert book.execute("SELECT kind FROM records_bankstatement").fetchall() == [("STATEMENT",)]
        payment = book.execute("SELECT provisional, charge, superseded_on FROM records_payment").fetchall()
        invoice = book.execute(
            "SELECT account_id, merged_from_id, blocked_iban FROM records_invoice"
        ).fetchall()
        question = book.execute("SELECT because, account_id FROM records_question").fetchall()
    assert (payment, invoice, question) == (
        [(0, 0, None)],
        [(1, None, "")],
        [("LIST_SAYS_LESS", None)],
    )
