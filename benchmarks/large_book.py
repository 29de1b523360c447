"""A large book, written straight into the tables: N open invoices of N/8 debtors, the same each time."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction

ON = date(2026, 11, 20)
"""The day that is planned."""
INVOICES_EACH = 8


def write_large_book(invoices: int) -> int:
    """Fill an empty book and return the client's id: three in ten overdue, some reminded, some left alone."""
    from voldaan.records.models import Client

    chance = random.Random(20261120)
    accounts = invoices // INVOICES_EACH
    with transaction.atomic():
        Client.objects.create(
            pk=1, key="large", name="Groot B.V.", payment_truth="CLIENT_WORD", truth_days_max=30
        )
        _many(
            "INSERT INTO records_debtor (id, client_id, name, capacity, language, country, remind_abroad, coc_number, "
            "vat_number, iban, email, phone) VALUES (%s, 1, %s, 'LEGAL_PERSON', 'nl', 'NL', false, '', '', '', %s, '')",
            (
                (n, f"Debiteur {n}", f"d{n}@debiteur.example" if n % 50 else "")
                for n in range(1, accounts + 1)
            ),
        )
        _many(
            "INSERT INTO records_account (id, client_id, debtor_id, number, number_is_ours, tags) VALUES "
            "(%s, 1, %s, %s, false, '')",
            ((n, n, f"D{n:07}") for n in range(1, accounts + 1)),
        )
        _many(
            "INSERT INTO records_invoice (id, client_id, account_id, number, issue_date, due_date, due_date_basis, "
            "currency, total_cents, asked_cents, open_cents, payment_reference, pay_to_iban, pay_to_name, subject, "
            "blocked_iban, known_from, total_is_known, order_number, discount_cents) VALUES "
            "(%s, 1, %s, %s, %s, %s, 'AGREED', 'EUR', %s, %s, %s, '', '', '', '', '', %s, true, '', 0)",
            _invoices(chance, accounts),
        )
        _reminders(chance, accounts)
        _blocks(chance, accounts * INVOICES_EACH)
    return 1


def _invoices(chance: random.Random, accounts: int) -> Iterator[tuple[Any, ...]]:
    number = 0
    for account in range(1, accounts + 1):
        for _ in range(INVOICES_EACH):
            number += 1
            days = chance.randint(1, 60) if chance.random() < 0.3 else -chance.randint(0, 90)
            due = ON - timedelta(days=days)
            cents = chance.randint(200, 250_000)
            issued = due - timedelta(days=30)
            yield number, account, f"F{number:08}", issued, due, cents, cents, cents, issued


def _reminders(chance: random.Random, accounts: int) -> None:
    """Give every fifth account a first reminder about its first invoice, some days ago."""
    reminded = [(n, ON - timedelta(days=chance.randint(1, 30))) for n in range(1, accounts + 1, 5)]
    _many(
        'INSERT INTO records_dayplan (id, client_id, "on", made_at, strategy, strategy_digest, accounts, changed, '
        "digest) "
        "VALUES (%s, 1, '2026-01-01', '2026-01-01 00:00:00+00:00', 'standard', '', 0, 0, '')",
        [(1,)],
    )
    _many(
        'INSERT INTO records_decision (id, client_id, account_id, plan_id, "on", act, because, stage, channel, '
        "open_cents, invoices, others) VALUES "
        "(%s, 1, %s, 1, %s, 'REMIND', 'STAGE_REACHED', 'FIRST_REMINDER', 'EMAIL', 0, '', '')",
        ((n, n, on) for n, on in reminded),
    )
    _many(
        "INSERT INTO records_message (id, client_id, account_id, decision_id, uuid, kind, stage, channel, language, "
        "recipient, subject, facts, html_sha256, text_sha256, pdf_sha256, mail_sha256, sent_sha256, state, because, "
        '"on", pay_by, written_at, approved_at, approved_by, finished_at, sent_on, channel_said, person_first) VALUES '
        "(%s, 1, %s, %s, %s, 'REMINDER', 'FIRST_REMINDER', 'EMAIL', 'nl', '', '', '{}', '', '', '', '', '', 'SENT', "
        "'', %s, %s, '2026-01-01 00:00:00+00:00', '2026-01-01 00:00:00+00:00', '', '2026-01-01 00:00:00+00:00', "
        "%s, '', '')",
        ((n, n, n, f"{n:032x}", on, on + timedelta(days=7), on) for n, on in reminded),
    )
    _many(
        'INSERT INTO records_reminded (id, client_id, account_id, invoice_id, message_id, stage, "on", pay_by) VALUES '
        "(%s, 1, %s, %s, %s, 'FIRST_REMINDER', %s, %s)",
        ((n, n, (n - 1) * INVOICES_EACH + 1, n, on, on + timedelta(days=7)) for n, on in reminded),
    )


def _blocks(chance: random.Random, invoices: int) -> None:
    """Dispute one invoice in a hundred."""
    disputed = sorted(chance.sample(range(1, invoices + 1), invoices // 100))
    _many(
        "INSERT INTO records_dispute (client_id, invoice_id, amount_cents, owner, answer_by, opened_on, outcome, note) "
        "VALUES (1, %s, 100, 'Kim', '2026-12-01', '2026-11-01', '', '')",
        ((number,) for number in disputed),
    )


def _many(sql: str, rows: Any) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(sql, rows)
