"""Workbooks that no library at hand writes: XLS of before 2007, and ODS with its repeated cells."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

FREE, END, FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
NAMES = "urn:oasis:names:tc:opendocument:xmlns:"


def xls(cells: dict[tuple[int, int], str | float], *, size_min: int = 4096) -> bytes:
    """Return a workbook with one sheet, its cells by row and column from 0.

    Below 4096 bytes the container keeps the workbook in its small sectors.
    """
    return container(_book(cells).ljust(size_min, b"\0"))


def _book(cells: dict[tuple[int, int], str | float]) -> bytes:
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))
    for (row, column), value in sorted(cells.items()):
        if isinstance(value, str):
            text = value.encode("utf-16-le")
            sheet += _record(0x0204, struct.pack("<HHHHB", row, column, 0, len(value), 1) + text)
        else:
            sheet += _record(0x0203, struct.pack("<HHHd", row, column, 0, value))
    sheet += _record(0x000A, b"")
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0))
    name = b"Blad1"
    tail = _record(0x000A, b"")
    place = len(start) + 4 + 8 + len(name) + len(tail)
    bound = _record(0x0085, struct.pack("<IBBBB", place, 0, 0, len(name), 0) + name)
    return start + bound + tail + sheet


def _record(kind: int, data: bytes) -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def container(stream: bytes) -> bytes:
    """Return a compound file with one stream, "Workbook"."""
    small = len(stream) < 4096
    body = stream.ljust(-(-len(stream) // 512) * 512, b"\0")
    count = len(body) // 512
    chain = [*range(3, 2 + count), END]
    table = [FAT, END, *chain]
    mini_first, minis = END, b""
    if small:
        pieces = -(-len(stream) // 64)
        minis = struct.pack(f"<{pieces}I", *[*range(1, pieces), END]).ljust(512, b"\xff")
        mini_first = len(table)
        table.append(END)
    table = [*table, *[FREE] * (128 - len(table))]
    root = _entry("Root Entry", 5, 2 if small else END, len(body) if small else 0, child=1)
    book = _entry("Workbook", 2, 0 if small else 2, len(stream))
    header = (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
        + bytes(16)
        + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
        + bytes(6)
    )
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, mini_first, int(small), END, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    return header + struct.pack("<128I", *table) + root + book + bytes(256) + body + minis


def _entry(name: str, kind: int, first: int, size: int, child: int = FREE) -> bytes:
    text = (name + "\0").encode("utf-16-le")
    return (
        text.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(text), kind, 1, FREE, FREE, child)
        + bytes(36)
        + struct.pack("<IQ", first, size)
    )


def ods(*rows: str) -> bytes:
    """Return a workbook with one sheet of these `<table:table-row>` elements."""
    out = BytesIO()
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        package.writestr("mimetype", kind, compress_type=0)
        package.writestr(
            "META-INF/manifest.xml",
            f'<m:manifest xmlns:m="{NAMES}manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{kind}"/></m:manifest>',
        )
        package.writestr(
            "content.xml",
            f'<office:document-content xmlns:office="{NAMES}office:1.0" xmlns:table="{NAMES}table:1.0" '
            f'xmlns:text="{NAMES}text:1.0"><office:body><office:spreadsheet><table:table table:name="Blad1">'
            f"{''.join(rows)}</table:table></office:spreadsheet></office:body></office:document-content>",
        )
    return out.getvalue()


def ods_row(*cells: str | float, repeated: int = 1) -> str:
    """Return one row; a number of 1,000 or more cells wide is not asked of it."""
    written = "".join(
        f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
        if isinstance(cell, float)
        else f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{written}</table:table-row>'
