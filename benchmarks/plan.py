"""The plan of a day for a million open invoices, beside the same decision as one set-based SQL statement.

Both read the same tables and write the same rows: one decision for each account, with the reason and the next
day of each open invoice. The statement knows the shipped strategy by heart; its rows are compared with ours.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

AT = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))


def run(*, invoices: int, rounds: int) -> Iterator[str]:
    """Yield the figures: each round in a fresh copy of the book, ours and the floor in turn."""
    with tempfile.TemporaryDirectory(prefix="voldaan-bench-") as folder:
        master = Path(folder) / "master"
        _child("make", master, invoices)
        ours, floors, memory, sums = [], [], 0.0, set()
        for number in range(rounds):
            for what, times in (("floor", floors), ("ours", ours)):
                home = Path(folder) / f"{what}-{number}"
                subprocess.run(["cp", "-r", str(master), str(home)], check=True)
                seconds, megabytes, checksum = _child(what, home, invoices).split()
                times.append(float(seconds))
                sums.add(checksum)
                memory = max(memory, float(megabytes)) if what == "ours" else memory
                subprocess.run(["rm", "-rf", str(home)], check=True)
    same = "same decisions as the floor" if len(sums) == 1 else "DECISIONS DIFFER FROM THE FLOOR"
    best, floor = sorted(ours)[len(ours) // 2], sorted(floors)[len(floors) // 2]
    yield f"plan-{invoices}-floor-sql {floor:.2f} s 1.00"
    yield f"plan-{invoices}-sqlite {best:.2f} s {best / floor:.2f} ({same}; target 4.00)"
    yield f"plan-{invoices}-memory {memory:.0f} MB {memory / 1024:.2f} (target 1.00 of 1 GB)"


def _child(what: str, home: Path, invoices: int) -> str:
    environment = os.environ | {
        "VOLDAAN_HOME": str(home),
        "VOLDAAN_DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "voldaan.config.settings",
    }
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.plan", what, str(invoices)],
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def _make(invoices: int) -> None:
    from django.db import connection

    from benchmarks.large_book import write_large_book
    from voldaan.interfaces.cli.book import open_book

    open_book()
    write_large_book(invoices)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
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

    days = {
        name: str(ON + timedelta(days=shift)) for name, shift in (("on", 0), ("first", -3), ("second", -14))
    }
    start = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(FLOOR, days)
    _report(time.perf_counter() - start)


def _report(seconds: float) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(CHECKSUM)
        checksum = "-".join(str(part) for part in cursor.fetchone())
    megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds:.3f} {megabytes:.1f} {checksum}")


CHECKSUM = """
SELECT count(*), sum(act = 'REMIND'), sum(act = 'WAIT'), sum(act = 'HOLD'), sum(length(invoices)),
       sum(length(others)), sum(open_cents), sum(length(coalesce(until, ''))), sum(stage = 'SECOND_REMINDER')
FROM records_decision WHERE "on" = '2026-11-20'
"""

# The shipped strategy as one statement: what each invoice wants, what its account may have, and the writes.
FLOOR = """
WITH looked AS (
  SELECT i.account_id, i.id, i.due_date, i.open_cents, d.id IS NOT NULL AS disputed,
    date(d.answer_by, '+1 day') AS answered, r.stage IS NOT NULL AS sent,
    CASE WHEN r.stage IS NULL THEN date(i.due_date, '+3 days')
         ELSE max(date(i.due_date, '+14 days'), date(r."on", '+7 days'), date(r.pay_by, '+3 days')) END AS reached,
    r.pay_by
  FROM records_invoice i
  LEFT JOIN records_reminded r ON r.invoice_id = i.id
  LEFT JOIN records_dispute d ON d.invoice_id = i.id AND d.closed_on IS NULL
  WHERE i.client_id = 1 AND i.open_cents > 0 AND i.withdrawn_on IS NULL
), wanted AS (
  SELECT *, CASE WHEN disputed THEN 'DISPUTED' WHEN %(on)s >= reached THEN 'DUE'
    WHEN %(on)s <= due_date THEN 'NOT_YET_DUE'
    WHEN sent AND %(on)s <= date(pay_by, '+2 days') THEN 'TERM_RUNNING' ELSE 'STAGE_NOT_REACHED' END AS want
  FROM looked
), accounts AS (
  SELECT w.account_id, max(CASE WHEN want = 'DUE' THEN sent + 1 ELSE 0 END) AS stage,
    sum(CASE WHEN want = 'DUE' THEN open_cents ELSE 0 END) AS due_cents, sum(open_cents) AS open_cents,
    max(date(m.sent_on, '+7 days')) AS spaced, b.email <> '' AS reachable,
    min(CASE want WHEN 'DUE' THEN NULL WHEN 'DISPUTED' THEN answered ELSE reached END) AS first_until,
    sum(want NOT IN ('DUE', 'DISPUTED')) AS waiting
  FROM wanted w JOIN records_account a ON a.id = w.account_id JOIN records_debtor b ON b.id = a.debtor_id
  LEFT JOIN records_message m ON m.account_id = w.account_id AND m.sent_on IS NOT NULL
  GROUP BY w.account_id
), acts AS (
  SELECT *, CASE WHEN stage = 0 THEN CASE WHEN waiting > 0 THEN 'WAIT' ELSE 'HOLD' END
    WHEN spaced > %(on)s THEN 'WAIT' WHEN due_cents < 500 THEN 'WAIT'
    WHEN NOT reachable THEN 'ASK' ELSE 'REMIND' END AS act,
    CASE WHEN stage = 0 THEN CASE WHEN waiting > 0 THEN 'QUIET' ELSE 'DISPUTED' END
    WHEN spaced > %(on)s THEN 'REMINDED_RECENTLY' WHEN due_cents < 500 THEN 'TOO_SMALL'
    WHEN NOT reachable THEN 'NO_ADDRESS' ELSE 'STAGE_REACHED' END AS because
  FROM accounts
)
INSERT INTO records_decision (client_id, account_id, plan_id, "on", until, act, because, stage, channel, open_cents,
  invoices, others)
SELECT 1, a.account_id, 1, %(on)s,
  CASE a.act WHEN 'REMIND' THEN date(%(on)s, '+1 day')
    ELSE CASE a.because WHEN 'REMINDED_RECENTLY' THEN a.spaced WHEN 'QUIET' THEN a.first_until
    WHEN 'DISPUTED' THEN a.first_until WHEN 'TOO_SMALL' THEN a.first_until WHEN 'NO_ADDRESS' THEN a.first_until END END,
  a.act,
  CASE a.because WHEN 'QUIET' THEN (
    SELECT want FROM wanted q WHERE q.account_id = a.account_id AND want <> 'DISPUTED'
    ORDER BY want = 'NOT_YET_DUE', reached, id LIMIT 1
  ) ELSE a.because END,
  CASE WHEN a.act = 'REMIND' THEN CASE a.stage WHEN 1 THEN 'FIRST_REMINDER' ELSE 'SECOND_REMINDER' END ELSE '' END,
  CASE WHEN a.act = 'REMIND' THEN 'EMAIL' ELSE '' END, a.open_cents,
  coalesce(group_concat(CASE WHEN a.act = 'REMIND' AND w.want = 'DUE' AND w.sent + 1 = a.stage THEN w.id END), ''),
  coalesce(group_concat(CASE
    WHEN a.act = 'REMIND' AND w.want = 'DUE' AND w.sent + 1 = a.stage THEN NULL
    WHEN w.want = 'DISPUTED' THEN w.id || ':DISPUTED:' || w.answered
    WHEN a.act = 'REMIND' AND w.due_date < %(on)s THEN
      w.id || ':ALSO_OPEN:' || CASE WHEN w.want = 'DUE' THEN '' ELSE w.reached END
    WHEN w.want = 'DUE' THEN
      w.id || ':' || a.because || ':' || CASE a.because WHEN 'REMINDED_RECENTLY' THEN a.spaced
        ELSE coalesce(a.first_until, '') END
    ELSE w.id || ':' || w.want || ':' || w.reached END, ';'), '')
FROM acts a JOIN wanted w ON w.account_id = a.account_id GROUP BY a.account_id
"""

if __name__ == "__main__":
    {"make": lambda: _make(int(sys.argv[2])), "ours": _ours, "floor": _floor}[sys.argv[1]]()
