"""A look at a list that nobody described yet: its first rows and a sample of the rest, in flat memory."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice

from voldaan.formats.findings import refuse
from voldaan.formats.lists.cells import Row, is_blank
from voldaan.formats.lists.characters import encoding_of
from voldaan.formats.lists.proposals_layout import HEADER_WITHIN_ROWS, find_header, known_titles
from voldaan.formats.lists.sheets import DELIMITERS, csv_rows, is_workbook, tables
from voldaan.formats.source import HEAD_BYTES, Source
from voldaan.formats.values import Refusal

FIRST_ROWS = 2000
LATER_ROWS = 1000
COLUMNS_MAX = 1000
"""Every column is looked at with every row that was seen; without an end to them a small file would take for ever."""
_COLUMNS_MIN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """What was seen of one table. A CSV file has one, without a name."""

    name: str | None
    rows: tuple[tuple[int, Row], ...] = field(repr=False)
    """Rows with their line: the first ones, then a sample of the later ones."""
    count: int
    """How many rows there are."""

    @property
    def header_at(self) -> int | None:
        """Return which row is the header, None where no row has titles that we know."""
        return find_header([row for _, row in self.rows])


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What was seen of a file."""

    file: str
    workbook: bool
    delimiter: str
    sights: tuple[Sight, ...]


def look_at(source: Source) -> Look:
    """Return what is seen of a list; raises `Refusal` where it is no table."""
    if is_workbook(source.head):
        sights = tuple(_sight(table.name, table.rows) for table in tables(source, all_sheets=True))
        _refuse_too_wide(source.name, sights)
        return Look(file=source.name, workbook=True, delimiter=";", sights=sights)
    encoding = encoding_of(source)
    delimiter = _delimiter(source, encoding)
    sight = _sight(None, csv_rows(source, delimiter, encoding))
    if max((len(row) for _, row in sight.rows), default=0) < _COLUMNS_MIN:
        raise refuse(
            source.name,
            "Dit is geen lijst met kolommen.",
            "Geen regel heeft cellen met een puntkomma, komma, tab of streep ertussen.",
            "Lever een lijst aan als CSV of als werkmap (XLSX, XLS, ODS).",
        )
    _refuse_too_wide(source.name, (sight,))
    return Look(file=source.name, workbook=False, delimiter=delimiter, sights=(sight,))


def _refuse_too_wide(file: str, sights: Iterable[Sight]) -> None:
    """Raise `Refusal` for a table with more columns than a list has."""
    for sight in sights:
        for line, row in sight.rows:
            if len(row) > COLUMNS_MAX:
                raise refuse(
                    file,
                    f"Rij {line} heeft {len(row)} kolommen.",
                    f"Een lijst van meer dan {COLUMNS_MAX} kolommen bekijken we niet.",
                    "Verwijder de lege kolommen naast de lijst, en exporteer haar opnieuw.",
                    line=line,
                    path=sight.name,
                )


def _sight(name: str | None, rows: Iterable[Row]) -> Sight:
    """Return the first rows and every so many of the later ones; how many depends on how long the table is."""
    first: list[tuple[int, Row]] = []
    later: list[tuple[int, Row]] = []
    step, line = 1, 0
    for line, row in enumerate(rows, 1):
        if line <= FIRST_ROWS:
            first.append((line, row))
        elif line % step == 0:
            later.append((line, row))
            if len(later) > LATER_ROWS:
                later, step = later[::2], step * 2
    return Sight(name=name, rows=(*first, *later), count=line)


def _delimiter(source: Source, encoding: str) -> str:
    """Return the delimiter by which the beginning has most titles that we know, then the most even rows."""
    cut = len(source.head) < HEAD_BYTES
    lines = source.head if cut else source.head[: source.head.rfind(b"\n") + 1] or source.head
    beginning = Source.of_bytes(lines, source.name)
    return max(DELIMITERS, key=lambda sign: _table_like(beginning, sign, encoding))


def _table_like(beginning: Source, delimiter: str, encoding: str) -> tuple[int, int]:
    """Return how much like a table the rows are by this delimiter: known titles, then rows of the usual width."""
    rows: list[Row] = []
    try:
        for row in islice(csv_rows(beginning, delimiter, encoding), 200):
            rows.append(row)  # noqa: PERF402
    except (Refusal, UnicodeError):
        rows = rows[:-1]
    widths = [len(row) for row in rows if not all(map(is_blank, row))]
    usual = max(widths, key=widths.count, default=0)
    titles = max((known_titles(row) for row in rows[:HEADER_WITHIN_ROWS]), default=0)
    return titles if titles >= _COLUMNS_MIN else 0, widths.count(usual) if usual >= _COLUMNS_MIN else 0
