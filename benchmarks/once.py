"""Each message once: senders killed at random before a server that refuses, greylists, stalls and breaks off (P3).

The book has one approved message for each of many debtors. One of them is written by the product; the others are
copies of it for their own debtor, since what is measured is how messages leave and not how they are set.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

SENDERS = 3
MESSAGES_A_KILL = 50
LIVES = (0.2, 12.0)
CHUNK = 500


def run(*, messages: int, seed: int) -> Iterator[str]:
    """Yield how far the messages came, and what went wrong: one line for each."""
    with tempfile.TemporaryDirectory(prefix="voldaan-bench-") as home:
        environment = {
            "VOLDAAN_HOME": home, "VOLDAAN_DATABASE_URL": "", "VOLDAAN_SMTP_URL": "",
            "DJANGO_SETTINGS_MODULE": "voldaan.config.settings",
        }  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.once", str(messages), str(seed)],
            env=os.environ | environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    yield from done.stdout.splitlines()


def _lines(messages: int, seed: int) -> Iterator[str]:
    from voldaan.interfaces.cli.book import open_book

    open_book()
    from django.conf import settings

    from tests.builders import after, ten_o_clock
    from tests.usecases.killed_senders import counts, send_and_kill, wrongs
    from tests.usecases.unruly_server import unruly_server

    on = after(3)
    client = _ready(messages)
    with unruly_server(seed) as (url, server):
        settings.INSTALLATION.smtp_url = url
        start = time.monotonic()
        killed = send_and_kill(
            client, on=on, at=ten_o_clock(on), seed=seed, senders=SENDERS, kills=messages // MESSAGES_A_KILL,
            lives=LIVES,
        )  # fmt: skip
        seconds = time.monotonic() - start
        wrong = list(wrongs(client, server))
        found = counts(client, server)
    for state, number in sorted(found.items()):
        yield f"once-{messages}-{state.lower().replace(', ', '-')} {number} messages"
    for what, number in sorted(server.did.items()):
        yield f"once-{messages}-server-{what.replace(' ', '-')} {number} times"
    yield f"once-{messages}-killed {killed} senders"
    yield f"once-{messages}-twice {sum(times > 1 for times in server.taken.values())} messages (target 0)"
    yield f"once-{messages}-wrong {len(wrong)} messages (target 0) {' '.join(wrong[:5])}"
    yield f"once-{messages}-speed {messages / seconds:.0f} 1/s ({SENDERS} senders)"


def _ready(messages: int) -> Any:
    """Return a client with so many approved messages."""
    from django.db import transaction

    from tests.builders import DUE, a_client, after, an_account, an_invoice, bank_known_until, ten_o_clock
    from voldaan.records.models import Account, Debtor, Invoice
    from voldaan.records.scope import rows_of
    from voldaan.usecases.approve_messages import approve_messages
    from voldaan.usecases.plan_day import plan_day
    from voldaan.usecases.write_messages import write_messages

    client, on = a_client(), after(3)
    when = {"on": on, "at": ten_o_clock(on), "by": "bench"}
    first = an_invoice(an_account(client))
    bank_known_until(client, on)
    plan_day(client, **when)
    write_messages(client, **when)
    approve_messages(client, **when)
    with rows_of(client), transaction.atomic():
        debtors = Debtor.objects.bulk_create(
            Debtor(
                client=client, name=f"Klant {n} B.V.", capacity="LEGAL_PERSON", email=f"d{n}@klant.example"
            )
            for n in range(2, messages + 1)
        )
        accounts = Account.objects.bulk_create(
            Account(client=client, debtor=debtor, number=f"D{n}") for n, debtor in enumerate(debtors, start=2)
        )
        Invoice.objects.bulk_create(
            Invoice(
                client=client, account=account, number=f"2026-{n:05}", issue_date=DUE - timedelta(days=30),
                due_date=DUE, due_date_basis="AGREED", total_cents=12_500, asked_cents=12_500, open_cents=12_500,
                subject=first.subject, known_from=DUE - timedelta(days=30),
            )
            for n, account in enumerate(accounts, start=2)
        )  # fmt: skip
    plan_day(client, **when)
    _copies(client)
    return client


def _copies(client: Any) -> None:
    """Write for each reminder that has no message a copy of the one that is there."""
    from django.db import transaction

    from voldaan.records import archive
    from voldaan.records.models import Invoice, Message, MessageInvoice
    from voldaan.records.pending import reminders_without_message
    from voldaan.records.scope import rows_of

    with rows_of(client), transaction.atomic():
        first = Message.objects.get()
        mail = archive.fetch(first.mail_sha256)
        invoices = dict(Invoice.objects.values_list("account_id", "pk"))
        fields = {
            f.attname: getattr(first, f.attname) for f in Message._meta.concrete_fields if f.name != "id"
        }
        made = []
        for number, decision in enumerate(reminders_without_message(client), start=1):
            uuid = UUID(int=number)
            own = mail.replace(str(first.uuid).encode(), str(uuid).encode())
            made.append(
                Message(
                    **fields
                    | {
                        "uuid": uuid, "account_id": decision.account_id, "decision_id": decision.pk,
                        "recipient": f"d{decision.account.number[1:]}@klant.example",
                        "mail_sha256": archive.keep(own),
                    }
                )
            )  # fmt: skip
        Message.objects.bulk_create(made, batch_size=CHUNK)
        MessageInvoice.objects.bulk_create(
            MessageInvoice(
                client=client, message=message, invoice_id=invoices[message.account_id], stage=message.stage,
                open_cents=12_500,
            )
            for message in made
        )  # fmt: skip


if __name__ == "__main__":
    for line in _lines(int(sys.argv[1]), int(sys.argv[2])):
        print(line)
