"""The one door through which lists are read: of open items or of debtors, in CSV or a workbook."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from voldaan.formats.findings import Findings
from voldaan.formats.lists import workbooks
from voldaan.formats.lists.as_of import as_of_in
from voldaan.formats.lists.cells import Cents, Row, is_blank
from voldaan.formats.lists.characters import encoding_of
from voldaan.formats.lists.choosing import chosen, fitting
from voldaan.formats.lists.debtor_rows import DebtorReader
from voldaan.formats.lists.header import Header, find_header, first_rows
from voldaan.formats.lists.mapping import Mapping
from voldaan.formats.lists.open_item_rows import Terms
from voldaan.formats.lists.own_lists import OwnList, own_cents, own_list
from voldaan.formats.lists.report import Report
from voldaan.formats.lists.sheets import Table, csv_rows, delimiter_of, is_workbook, tables
from voldaan.formats.source import Source
from voldaan.formats.spool import Spool
from voldaan.formats.values import DebtorEntry, DebtorList, OpenItem, OpenItemList, Problem, Refusal

__all__ = ["fitting", "is_workbook", "read", "recognises"]

_OWN_HEADER_BYTES = 16384
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")


def recognises(source: Source) -> bool:
    """Test if a file is a list that can be read without a mapping: it has our own header."""
    try:
        return _own_list(source) is not None
    except Refusal:
        return False


def read(
    source: Source, mapping: Mapping | None = None, kept: Sequence[Mapping] = ()
) -> OpenItemList | DebtorList:
    """Return the list, or raise `Refusal` with every problem found.

    It is read by the mapping given; else by its own header, where that is ours; else by the one of the kept mappings
    whose titles all stand in its header.
    """
    if mapping is not None:
        return _read(source, mapping)
    findings = Findings(file=source.name)
    own = _own_list(source, findings)
    findings.refuse_if_any()
    if own is not None:
        return _read(source, own.mapping, rows=own.rows, cents=own_cents())
    return _read(source, chosen(source, kept))


def _own_list(source: Source, findings: Findings | None = None) -> OwnList | None:
    """Return what the list says of itself by our own header, None where it has another."""
    if is_workbook(source.head):
        first = next(tables(source), None)
        return own_list(list(islice(first.rows, 2)), ";", findings) if first else None
    lines = source.head[:_OWN_HEADER_BYTES].splitlines(keepends=True)[:2]
    sample = Source.of_bytes(b"".join(lines), source.name)
    if source.head.startswith(_WIDE_MARKS):
        sample = Source.of_bytes(source.head[:_OWN_HEADER_BYTES], source.name)
    try:
        encoding = encoding_of(sample)
        delimiter = delimiter_of(sample, encoding)
        return own_list(list(islice(csv_rows(sample, delimiter, encoding), 2)), delimiter, findings)
    except Refusal as refusal:
        if refusal.problems == tuple(findings.problems if findings else ()):
            raise
        return None


def _read(
    source: Source, mapping: Mapping, *, rows: int | None = None, cents: Cents | None = None
) -> OpenItemList | DebtorList:
    """Return the list by a mapping, or raise `Refusal` with every problem found."""
    findings = Findings(file=source.name)
    remarks: list[Problem] = []
    parts = _parts(source, mapping, findings, remarks)
    if mapping.kind == "DEBTORS":
        debtors = _debtors(source, mapping, parts, findings, remarks)
        found: OpenItemList | DebtorList = debtors
        count = 0 if rows is None else sum(max(len(one.contacts), 1) for one in debtors.debtors)
    else:
        items = _items(source, mapping, parts, findings, remarks, cents=cents)
        found, count = items, len(items.items)
    if rows is not None and count != rows:
        findings.add(
            f"De lijst noemt {rows} posten en heeft er {count}.",
            "Zij is afgebroken of veranderd; wat ontbreekt, zou als betaald gelden.",
            "Maak de lijst opnieuw en lever haar heel aan.",
            line=1,
        )
    findings.refuse_if_any()
    return found


Part = tuple[Header, Iterator[Row]]


def _parts(source: Source, mapping: Mapping, findings: Findings, remarks: list[Problem]) -> Iterator[Part]:
    """Yield header and further rows of each table. A table without the header is a problem, or a cover to remark on."""
    count = 0
    for table in tables(
        source,
        delimiter=mapping.delimiter,
        encoding=mapping.encoding,
        sheet=mapping.sheet,
        all_sheets=mapping.all_sheets,
    ):
        head = first_rows(table.rows, mapping)
        is_cover = mapping.all_sheets and all(sum(not is_blank(cell) for cell in row) < 3 for row in head)
        header = find_header(head, mapping, None if is_cover else findings)
        if header is not None:
            count += 1
            yield header, chain(head[header.line :], table.rows)
        elif is_cover and any(not is_blank(cell) for row in head for cell in row):
            remarks.append(_cover(source.name, table))
    if not count and not findings.count:
        findings.add(
            "Geen enkel werkblad heeft de kop van de mapping.",
            "Er staan alleen losse teksten in de werkmap.",
            "Gebruik de mapping die bij deze lijst hoort.",
        )


def _cover(file: str, table: Table) -> Problem:
    """Return the remark on a worksheet that has no table."""
    return Problem(
        file=file,
        what=f"Het werkblad ‘{table.name}’ is niet gelezen.",
        why="Er staat geen tabel in, alleen losse teksten.",
        how_to_fix="Controleer of er geen posten op staan.",
        path=table.name,
    )


def _items(
    source: Source,
    mapping: Mapping,
    parts: Iterator[Part],
    findings: Findings,
    remarks: list[Problem],
    *,
    cents: Cents | None,
) -> OpenItemList:
    """Return the open items of every table."""
    items: Spool[OpenItem] = source.shelf.spool()
    report: Report | None = None
    as_of = mapping.as_of
    with items:
        for header, rows in parts:
            if mapping.as_of_in_title:
                as_of = as_of_in(header.above, mapping.dates, as_of, findings)
            if as_of is None and not findings.count and _needs_as_of(mapping):
                findings.add(
                    "Van deze lijst is de peildag onbekend.",
                    "Zij noemt hoe oud een post is, geen vervaldatum; zonder dag is die niet te berekenen.",
                    "Vul as_of in de mapping in, of as_of_in_title = true als de dag boven de lijst staat.",
                )
            if findings.count and report is None:
                findings.refuse_if_any()
            report = report or Report(Terms(mapping=mapping, as_of=as_of, own_cents=cents), findings, items)
            report.take(header, rows)
    remarks.extend(report.all_remarks() if report else ())
    return OpenItemList(
        format=_format(source),
        complete=mapping.complete,
        as_of=as_of,
        items=items,
        total_cents=report.total_cents if report else 0,
        mapping=mapping.name or None,
        remarks=tuple(remarks),
    )


def _debtors(
    source: Source, mapping: Mapping, parts: Iterator[Part], findings: Findings, remarks: list[Problem]
) -> DebtorList:
    """Return the debtors of every table."""
    debtors: Spool[DebtorEntry] = source.shelf.spool()
    reader = DebtorReader(findings, debtors)
    with debtors:
        for header, rows in parts:
            reader.take(header, rows)
        remarks.extend(reader.finish())
    return DebtorList(
        format=_format(source), debtors=debtors, mapping=mapping.name or None, remarks=tuple(remarks)
    )


def _needs_as_of(mapping: Mapping) -> bool:
    """Test if the due dates follow from an age alone."""
    return "due_date" not in mapping.columns and bool(mapping.ageing or "days_overdue" in mapping.columns)


def _format(source: Source) -> str:
    """Return what the file is: csv, xlsx, xls or ods."""
    return workbooks.format_of(source.head) if is_workbook(source.head) else "csv"
