"""A file into the book: whole or refused whole (P11), and the same file again changes nothing (P10).

A folder and a zip are many files, each taken by itself, in the order in which they explain each other: who owes,
what is owed, what was paid, and last the lists of what is left.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from voldaan.formats import archives, detect
from voldaan.formats.lists.mapping import Mapping, mapping_text
from voldaan.formats.source import Source
from voldaan.formats.values import (
    DebtorList,
    Invoice,
    OpenItemList,
    PayoutSpecification,
    Problem,
    Reading,
    Refusal,
    Statement,
)
from voldaan.records import events
from voldaan.records.accounts import AccountsKept
from voldaan.records.lists import newest_complete_list
from voldaan.records.models import Client, ImportedFile
from voldaan.records.scope import one_transaction, rows_of
from voldaan.records.truth import engagement_on
from voldaan.usecases.chain_of_statements import chain_remarks
from voldaan.usecases.import_debtors import take_debtors
from voldaan.usecases.import_invoices import take_invoices
from voldaan.usecases.import_open_items import take_open_items
from voldaan.usecases.import_payouts import take_payouts
from voldaan.usecases.import_statements import take_statements
from voldaan.usecases.keep_mapping import usable_mappings
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
    """Why it was refused; of a file that was taken, what is to be said of it all the same."""
    mapping: str = ""
    """The kept or ready mapping by which a list was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Importing:
    """Who takes files into whose book, when, and how lists are to be read."""

    client: Client
    mapping: Mapping | None = None
    """The mapping that was given; without one, a kept or a ready mapping that fits."""
    complete_as_of: date | None = None
    """A person said: a list read by a kept or ready mapping names every item open on this day."""
    on: date
    at: datetime
    by: str
    accounts: AccountsKept = field(default_factory=AccountsKept, compare=False)
    """The client's accounts, read once for many files."""


def import_file(
    client: Client, *, name: str, data: bytes, mapping: Mapping | None = None, at: datetime, on: date, by: str
) -> Imported:
    """Take the bytes of one file into the book of `client`, or say why it is refused; then the book is unchanged."""
    importing = Importing(client=client, mapping=mapping, on=on, at=at, by=by)
    return import_source(importing, Source.of_bytes(data, name))


def import_sources(
    importing: Importing,
    sources: Iterable[Source],
    *,
    begins: Callable[[Source, int, int], None] | None = None,
) -> Iterator[Imported]:
    """Take files, folders' contents and archives into the book; yield what became of each file.

    `begins` is told of each file before it is read: the file, its place and how many there are.
    """
    found: list[Source] = []
    for source in sources:
        try:
            found += archives.unpacked(source)
        except Refusal as refusal:
            yield Imported(file=source.name, format="", new=0, known=0, refused=1, problems=refusal.problems)
    found.sort(key=detect.rank)
    for place, source in enumerate(found, 1):
        if begins:
            begins(source, place, len(found))
        yield import_source(importing, source)


def import_source(importing: Importing, source: Source) -> Imported:
    """Take one file into the book, or say why it is refused; then the book is unchanged."""
    client, name = importing.client, source.name
    sha256 = source.sha256()
    mapped = "" if importing.mapping is None else mapping_digest(importing.mapping)
    with rows_of(client):
        is_list = detect.rank(source) == detect.LIST_RANK
        usable = (
            _as_told(usable_mappings(source), importing.complete_as_of)
            if is_list and not importing.mapping
            else ()
        )
        digests = {mapped} | {mapping_digest(one) for one in usable}
        same = ImportedFile.objects.filter(sha256=sha256, mapping__in=digests).first()
    if same is not None:
        return _known(name, same)
    try:
        readings = detect.read(source, mapping=importing.mapping, kept=usable)
    except Refusal as refusal:
        return Imported(file=name, format="", new=0, known=0, refused=1, problems=refusal.problems)
    used = next((one for one in usable if one.name and one.name == _mapping_name(readings)), None)
    row = ImportedFile(
        client=client, name=name[-255:], sha256=sha256, imported_at=importing.at, new=0, known=0,
        mapping=mapping_digest(used) if used else mapped, mapping_name=_mapping_name(readings)[:60],
        format=readings[0].format[:40] if readings else "",
    )  # fmt: skip
    try:
        return _take(importing, row, readings)
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
        "mapping": imported.mapping or None,
        "problems": problems,
    }


@lru_cache(maxsize=1024)
def mapping_digest(mapping: Mapping) -> str:
    """Return the digest of a mapping: the same list read in another way is another import."""
    return events.digest(mapping_text(mapping))


def _as_told(usable: Sequence[Mapping], complete_as_of: date | None) -> tuple[Mapping, ...]:
    """Return the mappings with what a person said of the list: that it is complete, and as of which day."""
    if complete_as_of is None:
        return tuple(usable)
    return tuple(
        replace(one, complete=True, as_of=complete_as_of) if one.kind == "OPEN_ITEMS" else one
        for one in usable
    )


def _mapping_name(readings: Sequence[Reading]) -> str:
    """Return the name of the mapping by which a list was read; empty for all other files."""
    lists = (one for one in readings if isinstance(one, OpenItemList | DebtorList))
    return next((one.mapping for one in lists if one.mapping), "")


def _known(name: str, same: ImportedFile) -> Imported:
    return Imported(
        file=name,
        format=same.format,
        new=0,
        known=same.new + same.known,
        refused=0,
        mapping=same.mapping_name,
    )


def _size(reading: Reading) -> int:
    if isinstance(reading, Statement):
        return reading.entries
    if isinstance(reading, OpenItemList):
        return len(reading.items)
    if isinstance(reading, PayoutSpecification):
        return len(reading.lines)
    return len(reading.debtors) if isinstance(reading, DebtorList) else 1


def _take(importing: Importing, row: ImportedFile, readings: Sequence[Reading]) -> Imported:
    """Take everything that was read in one transaction, under the lock of the client's book."""
    client = importing.client
    with rows_of(client), one_transaction():
        events.hold_still(client)
        same = ImportedFile.objects.filter(sha256=row.sha256, mapping=row.mapping).first()
        if same is not None:
            return _known(row.name, same)
        newest = newest_complete_list()
        importing.accounts.begin()
        row.save()
        row.new, row.known, told = _take_readings(importing, row, readings, newest)
        row.save()
        events.append(client, _imported(row, on=importing.on, at=importing.at, by=importing.by))
        said = tuple(problem for reading in readings for problem in reading.remarks)
        remarks = (*said, *told, *chain_remarks(row), *refused_of_file(client, row))
        importing.accounts.taken(client)
    return Imported(
        file=row.name,
        format=row.format,
        new=row.new,
        known=row.known,
        refused=0,
        problems=remarks,
        mapping=row.mapping_name,
    )


def _take_readings(
    importing: Importing, row: ImportedFile, readings: Sequence[Reading], newest: date | None
) -> tuple[int, int, tuple[Problem, ...]]:
    """Add debtors, statements, invoices and lists; return how many were new and known, and what is to be said."""
    client, on, at, by = importing.client, importing.on, importing.at, importing.by
    engagement = engagement_on(client, on)
    is_ledger = (engagement.payment_truth if engagement else client.payment_truth) == "LEDGER"
    ledger_until = newest if is_ledger else None
    listed = [
        take_debtors(
            client, row, reading, importing.accounts.of(client, on=on, at=at, by=by), on=on, at=at, by=by
        )
        for reading in readings
        if isinstance(reading, DebtorList)
    ]
    taken = [(one.new, one.known) for one in listed]
    statements = [reading for reading in readings if isinstance(reading, Statement)]
    if statements:
        taken.append(take_statements(client, row, statements, on=on, at=at, by=by))
    invoices = [reading for reading in readings if isinstance(reading, Invoice)]
    if invoices:
        accounts = importing.accounts.of(client, on=on, at=at, by=by)
        taken.append(
            take_invoices(client, row, invoices, accounts, ledger_until=ledger_until, on=on, at=at, by=by)
        )
    payouts = [reading for reading in readings if isinstance(reading, PayoutSpecification)]
    if payouts:
        taken.append(take_payouts(client, row, payouts))
    for reading in readings:
        if isinstance(reading, OpenItemList):
            row.as_of, row.complete = reading.as_of, reading.complete
            accounts = importing.accounts.of(client, on=on, at=at, by=by)
            taken.append(
                take_open_items(
                    client, row, reading, accounts,
                    is_ledger=is_ledger, ledger_until=ledger_until, on=on, at=at, by=by,
                )
            )  # fmt: skip
    remarks = tuple(remark for one in listed for remark in one.remarks)
    return sum(new for new, _ in taken), sum(known for _, known in taken), remarks


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
