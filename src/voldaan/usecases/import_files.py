"""A file into the book: whole or refused whole (P11), and the same file again changes nothing (P10)."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any

from voldaan.formats.detect import read_file
from voldaan.formats.mapping import Mapping
from voldaan.formats.values import Invoice, OpenItemList, Problem, Reading, Refusal, Statement
from voldaan.records import events
from voldaan.records.lists import newest_complete_list
from voldaan.records.models import Client, ImportedFile
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.truth import engagement_on
from voldaan.usecases.import_invoices import take_invoices
from voldaan.usecases.import_open_items import take_open_items
from voldaan.usecases.import_statements import take_statements
from voldaan.usecases.refused_by_name import refused_of_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one file."""

    file: str
    format: str
    """Empty where it could not be told."""
    new: int
    known: int
    refused: int
    """How many invoices, items or movements were refused, with the whole file; at least one when it was."""
    problems: tuple[Problem, ...] = ()
    """Why it was refused; of a file that was taken, what in it is kept but never reminded of."""


def import_file(
    client: Client, *, name: str, data: bytes, mapping: Mapping | None = None, at: datetime, on: date, by: str
) -> Imported:
    """Take a file into the book of `client`, or say why it is refused; then the book is unchanged."""
    sha256 = hashlib.sha256(data).hexdigest()
    mapped = _mapping_digest(mapping)
    with rows_of(client):
        known = ImportedFile.objects.filter(sha256=sha256, mapping=mapped).first()
    if known is not None:
        return Imported(file=name, format=known.format, new=0, known=known.new + known.known, refused=0)
    try:
        readings = read_file(data, name, mapping=mapping)
    except Refusal as refusal:
        return Imported(file=name, format="", new=0, known=0, refused=1, problems=refusal.problems)
    row = ImportedFile(
        client=client, name=name[:255], sha256=sha256, mapping=mapped, imported_at=at, new=0, known=0,
        format=readings[0].format[:40] if readings else "",
    )  # fmt: skip
    try:
        return _take(client, row, readings, on=on, at=at, by=by)
    except Refusal as refusal:
        size = max(1, sum(map(_size, readings)))
        return Imported(file=name, format=row.format, new=0, known=0, refused=size, problems=refusal.problems)


def as_json(imported: Imported) -> dict[str, Any]:
    """Return what became of a file as `voldaan import --json` prints it."""
    problems = [
        {field.name: getattr(problem, field.name) for field in fields(problem)}
        for problem in imported.problems
    ]
    return {
        "kind": "import",
        "file": imported.file,
        "format": imported.format or None,
        "new": imported.new,
        "known": imported.known,
        "refused": imported.refused,
        "problems": problems,
    }


def _mapping_digest(mapping: Mapping | None) -> str:
    """Return the digest of a declared mapping: the same list read in another way is another import."""
    if mapping is None:
        return ""
    parts = (f"{one.name}={_plain(getattr(mapping, one.name))}" for one in fields(mapping))
    return events.digest(*parts)


def _plain(value: Any) -> str:
    return repr(sorted(value.items())) if hasattr(value, "items") else repr(value)


def _size(reading: Reading) -> int:
    if isinstance(reading, Statement):
        return reading.entries
    return len(reading.items) if isinstance(reading, OpenItemList) else 1


def _take(
    client: Client, row: ImportedFile, readings: Sequence[Reading], *, on: date, at: datetime, by: str
) -> Imported:
    """Take everything that was read in one transaction, under the lock of the client's book."""
    with rows_of(client), one_transaction():
        events.hold_still(client)
        same = ImportedFile.objects.filter(sha256=row.sha256, mapping=row.mapping).first()
        if same is not None:
            return Imported(file=row.name, format=same.format, new=0, known=same.new + same.known, refused=0)
        newest = newest_complete_list()
        row.save()
        row.new, row.known = _take_readings(client, row, readings, newest, on=on, at=at, by=by)
        row.save()
        events.append(client, _imported(row, on=on, at=at, by=by))
        remarks = refused_of_file(client, row)
    return Imported(
        file=row.name, format=row.format, new=row.new, known=row.known, refused=0, problems=remarks
    )


def _take_readings(
    client: Client,
    row: ImportedFile,
    readings: Sequence[Reading],
    newest: date | None,
    *,
    on: date,
    at: datetime,
    by: str,
) -> tuple[int, int]:
    """Add statements, invoices and lists; return how many of them were new and how many known."""
    engagement = engagement_on(client, on)
    is_ledger = (engagement.payment_truth if engagement else client.payment_truth) == "LEDGER"
    ledger_until = newest if is_ledger else None
    statements = [reading for reading in readings if isinstance(reading, Statement)]
    invoices = [reading for reading in readings if isinstance(reading, Invoice)]
    taken = [take_statements(client, row, statements, on=on)] if statements else []
    if invoices:
        taken.append(take_invoices(client, row, invoices, ledger_until=ledger_until, on=on, at=at, by=by))
    for reading in readings:
        if isinstance(reading, OpenItemList):
            row.as_of, row.complete = reading.as_of, reading.complete
            taken.append(
                take_open_items(
                    client, row, reading, is_ledger=is_ledger, ledger_until=ledger_until, on=on, at=at, by=by
                )
            )
    return sum(new for new, _ in taken), sum(known for _, known in taken)


def _imported(row: ImportedFile, *, on: date, at: datetime, by: str) -> events.NewEvent:
    data = {
        "file": row.pk,
        "sha256": row.sha256,
        "format": row.format,
        "new": row.new,
        "known": row.known,
        "as_of": None if row.as_of is None else row.as_of.isoformat(),
        "complete": row.complete,
    }
    return events.NewEvent(kind="file.imported", on=on, at=at, actor=by, data=data)
