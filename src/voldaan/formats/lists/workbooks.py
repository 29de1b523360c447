"""Worksheets of XLSX, XLS and ODS: of a size that a person could have made, and whole."""

import re
from collections.abc import Callable, Iterator
from io import BytesIO
from typing import TypeVar
from zipfile import ZipFile, ZipInfo

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

from voldaan.formats import xml
from voldaan.formats.archives import BROKEN
from voldaan.formats.findings import refuse
from voldaan.formats.lists import old_workbooks
from voldaan.formats.lists.cells import Row
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

SIZE_MAX_BYTES = 256 * 1024 * 1024
UNPACKED_MAX_BYTES = 512 * 1024 * 1024
CELLS_MAX = 20_000_000
"""A worksheet is read as one whole rectangle, so one stray cell at its far corner would fill the memory."""

Opened = TypeVar("Opened")

_ZIP = b"PK\x03\x04"
_ROW = re.compile(rb'<(?:\w{1,20}:)?row\b[^>]{0,400}?\br="([0-9]{1,10})"')
_COLUMN = re.compile(rb'\br="([A-Z]{1,4})[0-9]')
_ODS_PARTS = ("content.xml", "META-INF/manifest.xml")
_ODS_TABLE = re.compile(rb"<table:table[ >]")
_ODS_ROW = re.compile(rb"<table:table-row\b[^>]{0,400}>")
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^>]{0,800}?)(/?)>")
_ODS_REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="([0-9]{1,9})"')


def is_workbook(head: bytes) -> bool:
    """Test if the bytes are a workbook: XLSX or ODS (a zip), or XLS."""
    return head.startswith((_ZIP, old_workbooks.MARK))


def format_of(head: bytes) -> str:
    """Return which workbook it is: xlsx, ods or xls."""
    if not head.startswith(_ZIP):
        return "xls"
    return "ods" if b"opendocument.spreadsheet" in head[:512] else "xlsx"


def worksheets(source: Source, *, sheet: str | None, all_sheets: bool) -> Iterator[tuple[str, Iterator[Row]]]:
    """Yield name and rows of the worksheet by name, of the first one, or of all; raises `Refusal`."""
    data = source.whole(SIZE_MAX_BYTES)
    if data.startswith(_ZIP):
        _check_package(data, source.name)
    elif old_workbooks.claims_too_much(data):
        raise _broken(source.name)
    elif old_workbooks.cells_of(data) > CELLS_MAX:
        raise _too_many_cells(source.name)
    workbook = _opened(data, source.name)
    names = workbook.sheet_names
    if sheet is not None and sheet not in names:
        raise refuse(
            source.name,
            f"Het werkblad ‘{sheet}’ is er niet.",
            "De mapping noemt het bij sheet.",
            "Gebruik de naam van een werkblad in dit bestand, of laat sheet weg voor het eerste.",
        )
    if not names:
        raise _broken(source.name)
    for name in names if all_sheets else [sheet or names[0]]:
        yield name, _rows(_worksheet(workbook, name, source.name))


def _opened(data: bytes, file: str) -> CalamineWorkbook:
    """Return the workbook, or raise `Refusal`."""
    try:
        return _without_panic(lambda: CalamineWorkbook.from_filelike(BytesIO(data)), file)
    except PasswordError:
        raise _locked(file) from None
    except CalamineError:
        raise (_locked(file) if old_workbooks.is_encrypted(data) else _broken(file)) from None


def _worksheet(workbook: CalamineWorkbook, name: str, file: str) -> CalamineSheet:
    """Return one worksheet, or raise `Refusal`."""
    try:
        return _without_panic(lambda: workbook.get_sheet_by_name(name), file)
    except CalamineError:
        raise _broken(file) from None


def _without_panic(call: Callable[[], Opened], file: str) -> Opened:
    """Return what the library gives. It panics on some broken files, which Python does not see as an `Exception`."""
    try:
        return call()
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise _broken(file) from None


def _rows(sheet: CalamineSheet) -> Iterator[Row]:
    """Yield the rows of a worksheet from its first row and column on."""
    left = [None] * (sheet.start[1] if sheet.start else 0)
    for row in sheet.iter_rows():
        yield left + [None if cell == "" else cell for cell in row]


def _check_package(data: bytes, file: str) -> None:
    """Raise `Refusal` for a package that is cut off, is no workbook, or unpacks to more than a workbook could be."""
    try:
        with ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            if sum(m.file_size for m in members) > UNPACKED_MAX_BYTES:
                raise refuse(
                    file,
                    "Het bestand is te groot.",
                    f"Uitgepakt is het meer dan {UNPACKED_MAX_BYTES // 1024**2} MB.",
                    "Splits de lijst, of lever haar als CSV aan.",
                )
            areas = [_area(package, m) for m in members]
    except BROKEN:
        raise refuse(
            file,
            "Het bestand is afgebroken.",
            "Het einde van de werkmap (een zip) ontbreekt of is beschadigd.",
            "Download of exporteer het bestand opnieuw.",
        ) from None
    if not any(m.filename in ("xl/workbook.xml", "content.xml") for m in members):
        raise refuse(
            file,
            "Dit zip-bestand is geen werkmap (XLSX of ODS).",
            "Er zit geen werkmap in.",
            "Pak het bestand uit en lever de bestanden los aan.",
        )
    if max(areas, default=0) > CELLS_MAX:
        raise _too_many_cells(file)


def _area(package: ZipFile, member: ZipInfo) -> int:
    """Return how many cells lie between the first and the last of a worksheet, filled or not; 0 for another member."""
    if member.filename.startswith("xl/worksheets/"):
        sheet = package.read(member)
        rows = max((int(number) for number in _ROW.findall(sheet)), default=0)
        columns = max((_column_number(letters) for letters in set(_COLUMN.findall(sheet))), default=0)
        return rows * columns
    if member.filename in _ODS_PARTS:
        _check_well_formed(package.read(member), member.filename)
    if member.filename == "content.xml":
        return sum(map(_ods_area, _ODS_TABLE.split(package.read(member))[1:]))
    return 0


def _check_well_formed(part: bytes, name: str) -> None:
    """Raise `ValueError` for a part of an ODS that is no whole document: the library would look for its end forever."""
    try:
        for element in xml.stream(Source.of_bytes(part, name), None):
            element.clear()
    except Refusal:
        raise ValueError(name) from None


def _ods_area(table: bytes) -> int:
    """Return how many cells a worksheet of an ODS holds when its repeated rows and cells are written out."""
    rows = columns = empty_rows = 0
    marks = list(_ODS_ROW.finditer(table))
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        cells = table[mark.end() : following.start() if following else len(table)]
        width = filled = 0
        for attributes, closed in _ODS_CELL.findall(cells):
            width += _repeated(attributes)
            if not closed or b"value" in attributes:
                filled = width
        empty_rows += _repeated(mark[0])
        if filled:
            rows, empty_rows, columns = rows + empty_rows, 0, max(columns, filled)
    return rows * columns


def _repeated(attributes: bytes) -> int:
    """Return how many times a row or cell stands there."""
    found = _ODS_REPEATED.search(attributes)
    return int(found[1]) if found else 1


def _column_number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _too_many_cells(file: str) -> Refusal:
    """Return the refusal of a worksheet that would fill the memory."""
    return refuse(
        file,
        "Een werkblad is te groot.",
        f"Van de eerste tot de laatste cel zijn het er meer dan {CELLS_MAX // 1_000_000} miljoen.",
        "Verwijder losse cellen ver onder of naast de lijst, of splits de lijst.",
    )


def _broken(file: str) -> Refusal:
    """Return the refusal of a workbook that the library cannot open."""
    return refuse(
        file,
        "De werkmap is niet te lezen.",
        "De inhoud is beschadigd, of geen XLSX, XLS of ODS.",
        "Open het bestand in het spreadsheetprogramma en sla het opnieuw op als XLSX.",
    )


def _locked(file: str) -> Refusal:
    """Return the refusal of a workbook with a password."""
    return refuse(
        file,
        "De werkmap is met een wachtwoord beveiligd.",
        "Zonder wachtwoord is niet te lezen wat erin staat.",
        "Sla de werkmap op zonder wachtwoord en lever haar opnieuw aan.",
    )
