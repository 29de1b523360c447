"""Decisions kept: compact texts in the table, values outside it; a decision is added when it differs."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from django.db import connection

from voldaan.domain.strategy.facts import Decision as Decided
from voldaan.domain.strategy.facts import InvoiceReason
from voldaan.records.models import Client

CHUNK = 20_000
_COLUMNS = (
    'client_id, account_id, plan_id, "on", until, act, because, stage, channel, open_cents, invoices, others'
)

Standing = dict[int, str]
"""By account: what the decision that stands says, in one text."""


def compact(decision: Decided) -> tuple[str, str]:
    """Return the invoices an act is about, and the reasons of the others, as the table keeps them."""
    invoices = ",".join(map(str, decision.invoices))
    others = ";".join([f"{o.id}:{o.because}:{o.until or ''}" for o in decision.others])
    return invoices, others


def invoice_ids(text: str) -> list[int]:
    """Return the ids in a decision's `invoices`."""
    return [int(part) for part in text.split(",") if part]


def reasons(text: str) -> list[InvoiceReason]:
    """Return the reasons in a decision's `others`."""
    found = []
    for part in text.split(";"):
        if part:
            number, because, until = part.split(":")
            found.append(InvoiceReason(int(number), because, date.fromisoformat(until) if until else None))  # type: ignore[arg-type]  # stored from the same Literal
    return found


def saying(decision: Decided, invoices: str, others: str) -> str:
    """Return what a decision says, in one text: two decisions are the same when these are.

    The day until which a reminder stands is always tomorrow, and says nothing.
    """
    until = "" if decision.act == "REMIND" else decision.until or ""
    act, because, _, stage, channel, *_ = decision
    return f"{act}|{because}|{until}|{stage or ''}|{channel or ''}|{decision.open_cents}|{invoices}|{others}"


def standing(client: Client) -> Standing:
    """Return the digest-like text of the decision that stands for each account of `client`."""
    sql = (
        "SELECT d.account_id, d.act, d.because, d.until, d.stage, d.channel, d.open_cents, d.invoices, d.others "
        "FROM records_decision d JOIN (SELECT max(id) AS id FROM records_decision WHERE client_id = %s "
        "GROUP BY account_id) newest ON newest.id = d.id"
    )
    found: Standing = {}
    with connection.chunked_cursor() as cursor:
        cursor.execute(sql, [client.pk])
        while rows := cursor.fetchmany(5000):
            for account, act, because, until, stage, channel, open_cents, invoices, others in rows:
                shown = "" if act == "REMIND" else until or ""
                found[account] = f"{act}|{because}|{shown}|{stage}|{channel}|{open_cents}|{invoices}|{others}"
    return found


def insert(client: Client, plan_id: int, on: date, rows: Sequence[tuple[int, Decided, str, str]]) -> None:
    """Add decisions, in one statement a thousand on SQLite and by COPY on PostgreSQL."""
    values = (
        (
            client.pk,
            account,
            plan_id,
            on,
            decided.until,
            decided.act,
            decided.because,
            decided.stage or "",
            decided.channel or "",
            decided.open_cents,
            invoices,
            others,
        )
        for account, decided, invoices, others in rows
    )
    if connection.vendor == "postgresql":
        _copy(values)
        return
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO records_decision ({_COLUMNS}) VALUES ({', '.join(['%s'] * 12)})",
            values,  # type: ignore[arg-type]  # the driver streams any iterable; the stub knows sequences only
        )


def _copy(values: Iterable[tuple[Any, ...]]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY records_decision ({_COLUMNS}) FROM STDIN") as copy:
        for row in values:
            copy.write_row(row)


def chunks(items: Iterable[Any], size: int = CHUNK) -> Iterator[list[Any]]:
    """Yield the items in lists of at most `size`."""
    iterator = iter(items)
    while chunk := list(islice(iterator, size)):
        yield chunk
