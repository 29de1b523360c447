"""Rows out of a CSV or XLSX file: whole, in one encoding, of a size a person could have made."""

import csv
import re
import zlib
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineWorkbook

from voldaan.formats.findings import refuse
from voldaan.formats.values import Refusal

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Rows = Sequence[Sequence[Cell]]

SIZE_MAX_BYTES = 256 * 1024 * 1024
UNPACKED_MAX_BYTES = 512 * 1024 * 1024
CELLS_MAX = 20_000_000
"""A worksheet is read as one whole rectangle, so one stray cell at its far corner would fill the memory."""

_ROW = re.compile(rb'<(?:\w{1,20}:)?row\b[^>]{0,400}?\br="([0-9]{1,10})"')
_COLUMN = re.compile(rb'\br="([A-Z]{1,4})[0-9]')


def read_csv(data: bytes, file: str, *, delimiter: str | None, encoding: str | None) -> Rows:
    """Return the rows of a CSV file; without a delimiter, the one its header uses most."""
    text = decode(data, file, encoding)
    if "\x00" in text:
        raise refuse(
            file,
            "Het bestand is geen tekst.",
            "Er staan nul-bytes in, zoals in een programma of plaatje.",
            "Exporteer de lijst opnieuw als CSV.",
        )
    chosen = delimiter or _delimiter(text)
    rows: list[list[str]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=chosen, strict=True)
    try:
        rows.extend(reader)
    except csv.Error:
        raise refuse(
            file,
            "De CSV is niet te lezen.",
            f"Bij regel {reader.line_num} sluit een aanhalingsteken niet, of is een cel veel te groot.",
            "Exporteer de lijst opnieuw; als het bestand is afgebroken, lever het in zijn geheel aan.",
            line=reader.line_num,
        ) from None
    return rows


def decode(data: bytes, file: str, encoding: str | None) -> str:
    """Return the text in the encoding that was declared; undeclared, UTF-8 where it is that, else Windows-1252."""
    if len(data) > SIZE_MAX_BYTES:
        raise _too_large(file, SIZE_MAX_BYTES)
    if encoding is None:
        return _decode_undeclared(data)
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise refuse(
            file,
            "De tekens in het bestand kloppen niet met de opgegeven codering.",
            f"De mapping zegt {encoding}, maar byte {error.start + 1} hoort daar niet in.",
            "Zet encoding in de mapping op cp1252, of exporteer het bestand als UTF-8.",
            line=data.count(b"\n", 0, error.start) + 1,
        ) from None
    except LookupError:
        raise refuse(
            file,
            f"De codering ‘{encoding}’ bestaat niet.",
            "De mapping noemt haar bij encoding.",
            "Gebruik utf-8 of cp1252, of laat encoding weg.",
        ) from None


def _decode_undeclared(data: bytes) -> str:
    """Return the text of a file whose encoding nobody named, by its first bytes and by what it can be."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def read_xlsx(data: bytes, file: str, *, sheet: str | None) -> Rows:
    """Return the rows of one sheet of a workbook; without a name, of the first."""
    _check_package(data, file)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(data))
        names = workbook.sheet_names
        if sheet is not None and sheet not in names:
            raise refuse(
                file,
                f"Het werkblad ‘{sheet}’ is er niet.",
                "De mapping noemt het bij sheet.",
                "Gebruik de naam van een werkblad in dit bestand, of laat sheet weg voor het eerste.",
            )
        rows = workbook.get_sheet_by_name(sheet or names[0]).to_python(skip_empty_area=False)
    except (CalamineError, IndexError):
        raise refuse(
            file,
            "De werkmap is niet te lezen.",
            "De inhoud is beschadigd of geen XLSX.",
            "Open het bestand in het spreadsheetprogramma en sla het opnieuw op als XLSX.",
        ) from None
    return [[None if cell == "" else cell for cell in row] for row in rows]


def _check_package(data: bytes, file: str) -> None:
    """Raise `Refusal` for a package that is cut off, is no workbook, or unpacks to more than a workbook could be."""
    try:
        with ZipFile(BytesIO(data)) as package:
            members = package.infolist()
            if sum(m.file_size for m in members) > UNPACKED_MAX_BYTES:
                raise _too_large(file, UNPACKED_MAX_BYTES)
            areas = [_area(package.read(m)) for m in members if m.filename.startswith("xl/worksheets/")]
    except (BadZipFile, ValueError, OSError, EOFError, RuntimeError, zlib.error):
        raise refuse(
            file,
            "Het bestand is afgebroken.",
            "Het einde van de XLSX (een zip) ontbreekt of is beschadigd.",
            "Download of exporteer het bestand opnieuw.",
        ) from None
    if not any(m.filename == "xl/workbook.xml" for m in members):
        raise refuse(
            file,
            "Dit zip-bestand is geen XLSX-werkmap.",
            "Er zit geen werkmap in.",
            "Pak het bestand uit en lever de bestanden los aan.",
        )
    if max(areas, default=0) > CELLS_MAX:
        raise refuse(
            file,
            "Een werkblad is te groot.",
            f"Van de eerste tot de laatste cel zijn het er meer dan {CELLS_MAX // 1_000_000} miljoen.",
            "Verwijder losse cellen ver onder of naast de lijst, of splits de lijst.",
        )


def _area(sheet: bytes) -> int:
    """Return how many cells lie between the first and the last of a worksheet, filled or not."""
    rows = max((int(number) for number in _ROW.findall(sheet)), default=0)
    columns = max((_column_number(letters) for letters in set(_COLUMN.findall(sheet))), default=0)
    return rows * columns


def _column_number(letters: bytes) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _delimiter(text: str) -> str:
    """Return the delimiter that the first line with one uses most."""
    for line in text[:65536].splitlines():
        if line.startswith("# voldaan"):
            continue
        counts = {sign: line.count(sign) for sign in (";", "\t", ",", "|")}
        if any(counts.values()):
            return max(counts, key=lambda sign: counts[sign])
    return ";"


def _too_large(file: str, limit: int) -> Refusal:
    """Return the refusal of a file that is larger than we read at once."""
    return refuse(
        file,
        "Het bestand is te groot.",
        f"Meer dan {limit // 1024**2} MB lezen we niet in één keer.",
        "Splits de lijst, bijvoorbeeld per debiteurgroep.",
    )
