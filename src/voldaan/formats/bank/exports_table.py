"""The rows of a bank's own CSV or TAB file, one at a time: its encoding, its separator, its header."""

import codecs
import csv
import io
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from voldaan.formats.bank.exports_banks import WITH_HEADER, WITHOUT_HEADER
from voldaan.formats.bank.exports_layouts import Layout
from voldaan.formats.findings import refuse
from voldaan.formats.source import Source

if TYPE_CHECKING:
    from _csv import Reader

DELIMITERS = (";", ",", "\t", "|")
BANNERS = ("KNAB EXPORT", "sep=")
"""Lines above the header that say nothing of the columns."""

_DOWNLOAD_AGAIN = "Download het bestand opnieuw bij de bank en lever het onbewerkt aan."
_UNDEFINED_IN_CP1252 = re.compile(rb"[\x81\x8d\x8f\x90\x9d]")
_LINE_END = re.compile(rb"[\r\n]")
_PART_BYTES = 1 << 20
_FIRST_LINES = 12
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Table(NamedTuple):
    """What the first lines of a file tell of all its rows."""

    layout: Layout
    delimiter: str
    columns: dict[str, tuple[int, ...]]
    """The places of the fields of the layout."""
    width: tuple[int, int]
    """How many columns a row has, at least and at most."""
    has_header: bool


def table_of(head: bytes) -> Table | None:
    """Return the table that the first bytes of a file begin, None where it is of no layout that we know."""
    line = first_line(head)
    if not line:
        return None
    for delimiter in DELIMITERS:
        header = split(line, delimiter)
        if len(header) > 1 and (table := _with_header(header, delimiter)):
            return table
    for layout in WITHOUT_HEADER:
        cells = _mended(
            split(line, layout.delimiter, quoted=layout.quoted), layout, layout.places(), layout.delimiter
        )
        if layout.fits(cells):
            width = (layout.width_min, len(layout.positions))
            return Table(layout, layout.delimiter, layout.places(), width, has_header=False)
    return None


def first_line(head: bytes) -> str:
    """Return the first line of a text that says something of its columns, "" where there is none."""
    encoding = "utf-16" if head.startswith(_UTF_16) else "utf-8-sig"
    text = head.decode(encoding, "ignore")
    for line in text.splitlines()[: _FIRST_LINES * 4]:
        if line.strip() and not _says_nothing(line):
            return line
    return ""


def split(line: str, delimiter: str, *, quoted: bool = True) -> list[str]:
    """Return the cells of one line, none where it has a cell of an absurd size."""
    try:
        return next(_reader(iter([line]), delimiter, quoted=quoted), [])
    except csv.Error:
        return []


def rows(source: Source, table: Table) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows under the header, each with the line on which it ends; raises `Refusal` where one is cut."""
    layout = table.layout
    with (
        source.open() as binary,
        io.TextIOWrapper(binary, encoding_of(source), "replace", newline="") as text,
    ):
        reader = _reader(text, table.delimiter, quoted=layout.quoted)
        waiting = table.has_header
        try:
            for cells in reader:
                if not any(cell.strip("\x1a \ufeff") for cell in cells) or _says_nothing(cells[0]):
                    continue
                if waiting:
                    waiting = False
                    continue
                mended = _mended(cells, layout, table.columns, table.delimiter)
                yield reader.line_num, _of_width(mended, table, source, reader.line_num)
        except csv.Error:
            raise refuse(
                source.name,
                f"Regel {reader.line_num} van het bestand is niet te lezen.",
                "Een aanhalingsteken sluit niet, of een veld is veel te groot.",
                _DOWNLOAD_AGAIN,
                line=reader.line_num,
            ) from None


def encoding_of(source: Source) -> str:
    """Return the encoding of a text whose maker names none: by its mark, else UTF-8 where all of it is that.

    Raises `Refusal` where a megabyte holds no line end: a line is held whole.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    utf_8 = windows = True
    with source.open() as binary:
        while part := binary.read(_PART_BYTES):
            if len(part) == _PART_BYTES and not _LINE_END.search(part):
                raise refuse(
                    source.name,
                    "In dit bestand staat een regel van meer dan een megabyte.",
                    "Zo lang is de regel van een boeking niet.",
                    _DOWNLOAD_AGAIN,
                )
            utf_8 = utf_8 and _is_text(decoder, part)
            windows = windows and not _UNDEFINED_IN_CP1252.search(part)
    if source.head.startswith(_UTF_16):
        return "utf-16"
    if utf_8 and _is_text(decoder, b"", final=True):
        return "utf-8-sig"
    return "cp1252" if windows else "latin-1"


def _is_text(decoder: codecs.IncrementalDecoder, part: bytes, *, final: bool = False) -> bool:
    try:
        decoder.decode(part, final)
    except UnicodeDecodeError:
        return False
    return True


def _with_header(header: list[str], delimiter: str) -> Table | None:
    width = len(_without_empty_end(header))
    for layout in WITH_HEADER:
        columns = layout.columns_of(header)
        if columns is not None:
            return Table(layout, delimiter, columns, (width, width), has_header=True)
    return None


def _reader(lines: Iterator[str], delimiter: str, *, quoted: bool) -> "Reader":
    return csv.reader(lines, delimiter=delimiter, quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE)


def _says_nothing(line: str) -> bool:
    """Test if a line is a banner or a comment: no bank begins a movement so."""
    return line.lstrip("\ufeff \"'").startswith(("#", *BANNERS))


def _of_width(cells: list[str], table: Table, source: Source, line: int) -> list[str]:
    """Return the cells of a row, as many as the header has, or raise `Refusal`."""
    least, most = table.width
    while len(cells) > most and not cells[-1].strip("\x1a "):
        cells.pop()
    if least <= len(cells) <= most:
        return cells
    few = len(cells) < least
    raise refuse(
        source.name,
        f"Regel {line} heeft {len(cells)} kolommen; dat moeten er {least} zijn.",
        "De regel is afgebroken."
        if few
        else "Een scheidingsteken staat waar het niet hoort, of een veld sluit niet.",
        _DOWNLOAD_AGAIN,
        line=line,
    )


def _mended(
    cells: list[str], layout: Layout, columns: dict[str, tuple[int, ...]], delimiter: str
) -> list[str]:
    """Return the cells with the field between single quotes as one, however many separators it holds."""
    if not layout.single_quoted or layout.single_quoted not in columns:
        return cells
    first = columns[layout.single_quoted][0]
    if first >= len(cells) or not cells[first].startswith("'"):
        return cells
    ends = [place for place in range(first, len(cells)) if cells[place].endswith("'")]
    last = ends[-1] if ends else first
    if last == first and len(cells[first]) < 2:
        return cells
    whole = delimiter.join(cells[first : last + 1])
    return [*cells[:first], whole[1:-1] if ends else whole, *cells[last + 1 :]]


def _without_empty_end(cells: Sequence[str]) -> Sequence[str]:
    end = len(cells)
    while end and not cells[end - 1].strip():
        end -= 1
    return cells[:end]
