"""A large book with payments that nobody has looked at, those of `matching_speed`, written straight into the tables."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import Model

from benchmarks.matching_speed import invoices_of, payers_of, payments_of
from voldaan.records.inserting import insert_rows
from voldaan.records.models import (
    Account,
    BankStatement,
    Client,
    ClientIban,
    Debtor,
    ImportedFile,
    Invoice,
    Payment,
)
from voldaan.records.scope import rows_of

AT = datetime(2026, 11, 20, 10, 0, tzinfo=ZoneInfo("Europe/Amsterdam"))
IBAN = "NL91ABNA0417164300"
FIRST = 1
"""The number of the first row of a table."""


def write_match_book(*, payments: int, invoices: int) -> Client:
    """Fill an empty book with invoices and payments that nothing was allocated from, and return the client."""
    with transaction.atomic():
        client = Client.objects.create(key="match", name="Groothandel De Meetlat B.V.", payment_truth="BANK")
        with rows_of(client):
            ClientIban.objects.create(client=client, iban=IBAN)
            _write_debtors(client, invoices)
            _write_invoices(client, invoices)
            _write_payments(client, payments)
    return client


def _write_debtors(client: Client, invoices: int) -> None:
    known = list(payers_of(invoices))
    _write(
        Debtor,
        {"client_id": client.pk, "capacity": "LEGAL_PERSON"},
        ("id", "name", "iban"),
        ((one.account_id + FIRST, one.name, one.iban) for one in known),
    )
    _write(
        Account,
        {"client_id": client.pk},
        ("id", "debtor_id", "number"),
        ((one.account_id + FIRST, one.account_id + FIRST, one.number) for one in known),
    )


def _write_invoices(client: Client, invoices: int) -> None:
    _write(
        Invoice,
        {"client_id": client.pk, "due_date_basis": "AGREED", "known_from": date(2026, 11, 1)},
        ("id", "account_id", "number", "issue_date", "due_date", "total_cents", "asked_cents", "open_cents"),
        (
            (
                one.id + FIRST, one.account_id + FIRST, one.number, one.issue_date, one.due_date, one.open_cents,
                one.open_cents, one.open_cents,
            )
            for one in invoices_of(invoices)
        ),
    )  # fmt: skip


def _write_payments(client: Client, payments: int) -> None:
    file = ImportedFile.objects.create(
        client=client, name="bank.xml", sha256="", format="camt", imported_at=AT, new=payments, known=0
    )
    statement = BankStatement.objects.create(
        client=client, file=file, bank_iban=IBAN, currency="EUR", digest="bank"
    )
    _write(
        Payment,
        {"client_id": client.pk, "statement_id": statement.pk, "bank_iban": IBAN, "currency": "EUR"},
        (
            "id", "booking_date", "amount_cents", "waiting_cents", "counterparty_name", "counterparty_iban",
            "remittance", "digest", "twin",
        ),
        (
            (
                one.id + FIRST, one.booking_date, one.amount_cents, one.amount_cents, one.counterparty_name,
                one.counterparty_iban, one.remittance, one.digest, one.id,
            )
            for one in payments_of(payments)
        ),
    )  # fmt: skip


def _write(
    model: type[Model], of_all: dict[str, Any], columns: tuple[str, ...], rows: Iterable[tuple[Any, ...]]
) -> None:
    """Insert rows of which some columns differ, some are the same in all, and every other has its default."""
    rest = {
        field.column: of_all.get(field.column, field.get_default())
        for field in model._meta.concrete_fields
        if field.column not in columns
    }
    same = tuple(rest.values())
    insert_rows(model, (*columns, *rest), ((*row, *same) for row in rows))
