"""The tables of a list: one of a CSV file, row by row, or one for each worksheet of a workbook."""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from itertools import islice

from voldaan.formats.findings import refuse
from voldaan.formats.lists import workbooks
from voldaan.formats.lists.cells import Row
from voldaan.formats.lists.characters import encoding_of
from voldaan.formats.source import Source

DELIMITERS = (";", "\t", ",", "|")
LINE_LENGTH_MAX = 1 << 20
_SEPARATOR_LINE = re.compile(r"sep=(.)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table with its rows, which can be gone through once. A CSV file has no name for it."""

    name: str | None
    rows: Iterator[Row]


def is_workbook(head: bytes) -> bool:
    """Test if the bytes are a workbook: XLSX or ODS (a zip), or XLS."""
    return workbooks.is_workbook(head)


def tables(
    source: Source,
    *,
    delimiter: str | None = None,
    encoding: str | None = None,
    sheet: str | None = None,
    all_sheets: bool = False,
) -> Iterator[Table]:
    """Yield the tables to be read: the one of a CSV file, or the worksheet by name, the first, or all of them.

    Without a delimiter a CSV file is read with the one that its first lines use most. Raises `Refusal`, also while
    the rows are gone through.
    """
    if is_workbook(source.head):
        for name, rows in workbooks.worksheets(source, sheet=sheet, all_sheets=all_sheets):
            yield Table(name=name, rows=rows)
    else:
        chosen = encoding_of(source, encoding)
        yield Table(name=None, rows=csv_rows(source, delimiter or delimiter_of(source, chosen), chosen))


def csv_rows(source: Source, delimiter: str, encoding: str) -> Iterator[Row]:
    """Yield the rows of a CSV file as they are read."""
    with source.open() as file, TextIOWrapper(file, encoding=encoding, errors="strict", newline="") as text:
        reader = csv.reader(_lines(text, source.name), delimiter=delimiter, strict=True)
        try:
            yield from reader
        except csv.Error:
            raise refuse(
                source.name,
                "De CSV is niet te lezen.",
                f"Bij regel {reader.line_num} sluit een aanhalingsteken niet, of is een cel veel te groot.",
                "Exporteer de lijst opnieuw; als het bestand is afgebroken, lever het in zijn geheel aan.",
                line=reader.line_num,
            ) from None


def _lines(text: TextIOWrapper, file: str) -> Iterator[str]:
    """Yield the lines of a text, none of which is longer than a row can be."""
    number = 0
    while line := text.readline(LINE_LENGTH_MAX):
        number += 1
        if len(line) == LINE_LENGTH_MAX:
            raise refuse(
                file,
                f"Regel {number} is te lang.",
                "Een rij van een lijst heeft geen miljoen tekens.",
                "Exporteer de lijst opnieuw als CSV, een regel per post.",
                line=number,
            )
        yield line


def delimiter_of(source: Source, encoding: str) -> str:
    """Return the delimiter that the first line with one uses most; a line `sep=;` names it."""
    with source.open() as file, TextIOWrapper(file, encoding=encoding, errors="strict", newline="") as text:
        for line in islice(_lines(text, source.name), 100):
            if line.startswith("# voldaan"):
                continue
            if named := _SEPARATOR_LINE.fullmatch(line):
                return named[1]
            counts = {sign: line.count(sign) for sign in DELIMITERS}
            if any(counts.values()):
                return max(counts, key=lambda sign: counts[sign])
    return ";"
