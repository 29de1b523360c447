"""Lists that we wrote ourselves, in the ways that packages print them: fictional firms."""

from io import BytesIO

import xlsxwriter

from voldaan.formats.lists import reading
from voldaan.formats.lists.mapping import Mapping, parse_mapping
from voldaan.formats.source import Source
from voldaan.formats.values import DebtorList, OpenItemList, Refusal


def csv_of(*rows: str) -> bytes:
    return "\r\n".join([*rows, ""]).encode()


def workbook(sheets: dict[str, list[tuple[object, ...]]]) -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"default_date_format": "dd-mm-yyyy"}) as book:
        for name, rows in sheets.items():
            page = book.add_worksheet(name)
            for place, row in enumerate(rows):
                page.write_row(place, 0, row)
    return out.getvalue()


def mapping(columns: str, **settings: object) -> Mapping:
    """Return a mapping: `number=Factuur open=Open` for the columns, underscores for spaces."""
    lines = [f"{name} = {_toml(value)}" for name, value in settings.items() if name != "ageing"]
    pairs = [pair.split("=") for pair in columns.split()]
    lines += ["[columns]", *(f'{name} = "{title.replace("_", " ")}"' for name, title in pairs)]
    if "ageing" in settings:
        lines += ["[ageing]", *(f'"{title}" = {days}' for title, days in settings["ageing"].items())]
    return parse_mapping("\n".join(lines))


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return f'"{value}"' if isinstance(value, str) else str(value)


def read(
    data: bytes, how: Mapping | None = None, kept: tuple[Mapping, ...] = ()
) -> OpenItemList | DebtorList:
    return reading.read(Source.of_bytes(data, "lijst"), how, kept)


def items(data: bytes, how: Mapping | None = None) -> OpenItemList:
    found = read(data, how)
    assert isinstance(found, OpenItemList)
    return found


def debtors(data: bytes, how: Mapping | None = None) -> DebtorList:
    found = read(data, how)
    assert isinstance(found, DebtorList)
    return found


def problems(data: bytes, how: Mapping | None = None, kept: tuple[Mapping, ...] = ()) -> list[str]:
    """Return what is wrong with a list, in sentences; nothing when it is taken."""
    try:
        read(data, how, kept)
    except Refusal as refusal:
        return [f"{one.line}: {one.what} {one.why}" for one in refusal.problems]
    return []
