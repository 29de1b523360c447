"""A year of a large book replayed with the present strategies and with others, account by account.

The book is written straight into the tables, the same each time: every account gets an invoice a month, most are paid
around their due date, some weeks later, a few never; some are disputed, promised or on hold.
"""

import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

FIRST = date(2025, 11, 1)
LAST = date(2026, 10, 31)
INVOICES_EACH = 12
TARGET_SECONDS = 600


def run(*, accounts: int) -> Iterator[str]:
    """Yield the figures: how long a year takes, and how much memory, beside the target."""
    with tempfile.TemporaryDirectory(prefix="voldaan-bench-") as folder:
        home = Path(folder) / "home"
        _child("make", home, accounts)
        seconds, megabytes, messages, busy = _child("replay", home, accounts).split()
        ahead, _, coming, busy_ahead = _child("ahead", home, accounts).split()
    target = TARGET_SECONDS * accounts / 100_000
    ratio = float(seconds) / target
    yield f"simulate-{accounts}-year {seconds} s {ratio:.2f} (target 1.00 of {target:.0f} s; {busy} s busy)"
    yield f"simulate-{accounts}-memory {megabytes} MB {float(megabytes) / 1024:.2f} (of 1 GB)"
    yield f"simulate-{accounts}-messages {messages} messages 1.00"
    each = float(ahead) * 1000 / accounts
    yield f"preview-{accounts}-weeks {ahead} s {each:.2f} (ms an account; {coming} messages; {busy_ahead} s busy)"


def _child(what: str, home: Path, accounts: int) -> str:
    environment = os.environ | {
        "VOLDAAN_HOME": str(home),
        "VOLDAAN_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "voldaan.config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.simulate", what, str(accounts)],
        env=environment, check=True, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    return done.stdout.strip()


def _make(accounts: int) -> None:
    from voldaan.interfaces.cli.book import open_book

    open_book()
    from django.db import connection, transaction

    from voldaan.records.models import Account, Client, Debtor, Dispute, Hold, Invoice, Promise
    from voldaan.records.scope import rows_of

    client = Client.objects.create(
        key="large", name="Groot B.V.", payment_truth="CLIENT_WORD", truth_days_max=30
    )
    with transaction.atomic(), rows_of(client):
        for first in range(1, accounts + 1, 5000):
            chance = random.Random(first)
            numbers = range(first, min(first + 5000, accounts + 1))
            Debtor.objects.bulk_create(
                Debtor(
                    id=n,
                    client=client,
                    name=f"Debiteur {n}",
                    capacity="LEGAL_PERSON",
                    email=f"d{n}@debiteur.example",
                )
                for n in numbers
            )
            Account.objects.bulk_create(
                Account(id=n, client=client, debtor_id=n, number=f"D{n:07}") for n in numbers
            )
            made = [_invoice(chance, client, n, place) for n in numbers for place in range(INVOICES_EACH)]
            Invoice.objects.bulk_create(invoice for invoice, _ in made)
            _allocate(connection, made)
            left = [invoice for invoice, _ in made if chance.random() < 0.02]
            Dispute.objects.bulk_create(_dispute(Dispute, client, one) for one in left[0::3])
            Promise.objects.bulk_create(_promise(Promise, client, one) for one in left[1::3])
            Hold.objects.bulk_create(_hold(Hold, client, one) for one in left[2::3])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _invoice(chance: random.Random, client: Any, account: int, place: int) -> tuple[Any, date | None]:
    from voldaan.records.models import Invoice

    issued = FIRST + timedelta(days=place * 30 + chance.randint(0, 29))
    due = issued + timedelta(days=30)
    cents = chance.randint(2_000, 250_000)
    late = chance.choices((chance.randint(-20, 3), chance.randint(4, 60), None), (75, 22, 3))[0]
    paid = None if late is None else due + timedelta(days=late)
    number = (account - 1) * INVOICES_EACH + place + 1
    is_open = paid is None or paid > LAST
    return Invoice(
        id=number, client=client, account_id=account, number=f"F{number:08}", issue_date=issued, due_date=due,
        total_cents=cents, asked_cents=cents, open_cents=cents if is_open else 0, subject="Levering",
        known_from=issued,
    ), None if is_open else paid  # fmt: skip


def _allocate(connection: Any, made: list[tuple[Any, date | None]]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(
            'INSERT INTO records_allocation (client_id, invoice_id, kind, reason, cents, "on", made_at, evidence) '
            "VALUES (%s, %s, 'CLIENT_WORD', '', %s, %s, %s, '')",
            [
                (one.client_id, one.id, one.asked_cents, paid, f"{paid + timedelta(days=1)} 09:00:00+00:00")
                for one, paid in made
                if paid is not None
            ],
        )


def _dispute(model: Any, client: Any, invoice: Any) -> Any:
    return model(
        client=client, invoice=invoice, amount_cents=100, owner="Kim", opened_on=invoice.due_date,
        answer_by=invoice.due_date + timedelta(days=14), closed_on=invoice.due_date + timedelta(days=20),
    )  # fmt: skip


def _promise(model: Any, client: Any, invoice: Any) -> Any:
    return model(
        client=client, account_id=invoice.account_id, invoice=invoice, promised_on=invoice.due_date,
        last_day=invoice.due_date + timedelta(days=10),
    )  # fmt: skip


def _hold(model: Any, client: Any, invoice: Any) -> Any:
    return model(
        client=client, account_id=invoice.account_id, invoice=invoice, reason="PERSON_ASKED", made_by="Kim",
        first_day=invoice.due_date, last_day=invoice.due_date + timedelta(days=25),
    )  # fmt: skip


def _replay() -> None:
    import django

    django.setup()
    from voldaan.domain.strategy.choosing import Strategies
    from voldaan.domain.strategy.language import read_strategy
    from voldaan.records.models import Client
    from voldaan.usecases.known_strategies import strategy_text
    from voldaan.usecases.simulate import simulate

    slower = read_strategy(strategy_text("standard").replace("days = 14", "days = 21", 1))
    client = Client.objects.get()
    start = time.perf_counter()
    found = simulate(client, first_day=FIRST, last_day=LAST, strategies=Strategies([slower]))
    _report(time.perf_counter() - start, found.present.messages + found.other.messages)


def _ahead() -> None:
    import django

    django.setup()
    from voldaan.records.models import Client
    from voldaan.usecases.preview_weeks import preview_weeks

    client = Client.objects.get()
    start = time.perf_counter()
    ahead = preview_weeks(client, on=LAST)
    _report(time.perf_counter() - start, ahead.count)


def _report(seconds: float, messages: int) -> None:
    """Print what was measured: seconds on the clock, megabytes at the most, messages, seconds of the processor."""
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds:.1f} {megabytes:.0f} {messages} {time.process_time():.1f}")


if __name__ == "__main__":
    step, count = sys.argv[1], int(sys.argv[2])
    {"make": lambda: _make(count), "replay": _replay, "ahead": _ahead}[step]()
