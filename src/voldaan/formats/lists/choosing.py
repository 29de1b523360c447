"""Which of the mappings that are known reads a list: the one whose titles all stand in its header."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from voldaan.formats.findings import refuse
from voldaan.formats.lists.cells import Row, is_blank
from voldaan.formats.lists.header import HEADER_ROWS_MAX, find_header
from voldaan.formats.lists.mapping import Mapping
from voldaan.formats.lists.sheets import is_workbook, tables
from voldaan.formats.source import Source
from voldaan.formats.values import Refusal

_HOW_TO_MAP = (
    "Wijs de kolommen aan: onder Bestanden, of met voldaan mapping propose BESTAND. Of gebruik onze eigen kop: "
    "number;debtor_name;issue_date;due_date;total;open."
)


def fitting(source: Source, kept: Sequence[Mapping]) -> tuple[Mapping, ...]:
    """Return the mappings whose titles all stand in one header row of the list.

    Of those that read the same, the first; one that reads the same as another and more takes its place.
    """
    sights = _Sights(source)
    fits = [mapping for mapping in kept if sights.has_header_of(mapping)]
    different = [
        one for place, one in enumerate(fits) if not any(_is_same(one, other) for other in fits[:place])
    ]
    return tuple(one for one in different if not any(_reads_less(one, other) for other in different))


class _Sights:
    """The first rows of a file, as each way of cutting it into cells gives them."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.seen: dict[tuple[str | None, ...], list[tuple[str | None, list[Row]]]] = {}

    def has_header_of(self, mapping: Mapping) -> bool:
        """Test if every title of a mapping stands in one row."""
        key = (None, None) if is_workbook(self.source.head) else (mapping.delimiter, mapping.encoding)
        if key not in self.seen:
            self.seen[key] = self._first_rows(mapping)
        found = self.seen[key]
        if not mapping.all_sheets:
            found = [one for one in found if one[0] == mapping.sheet] if mapping.sheet else found[:1]
        return any(find_header(rows, mapping) is not None for _, rows in found)

    def _first_rows(self, mapping: Mapping) -> list[tuple[str | None, list[Row]]]:
        """Return name and first rows of every table, none where the file cannot be cut so."""
        try:
            cut = tables(self.source, delimiter=mapping.delimiter, encoding=mapping.encoding, all_sheets=True)
            return [(table.name, list(islice(table.rows, HEADER_ROWS_MAX))) for table in cut]
        except Refusal:
            return []


def _is_same(one: Mapping, other: Mapping) -> bool:
    """Test if two mappings read the same, whatever they are called."""
    return replace(one, name="") == replace(other, name="")


def _reads_less(one: Mapping, other: Mapping) -> bool:
    """Test if another mapping reads the same columns in the same way, and more of them."""
    return (
        set(one.columns.items()) < set(other.columns.items())
        and one.ageing == other.ageing
        and _is_same(replace(one, columns=other.columns), other)
    )


def chosen(source: Source, kept: Sequence[Mapping]) -> Mapping:
    """Return the one kept mapping that fits, or raise `Refusal`."""
    fits = fitting(source, kept)
    if len(fits) == 1:
        return fits[0]
    if fits:
        names = " en ".join(f"‘{mapping.name or 'zonder naam'}’" for mapping in fits)
        raise refuse(
            source.name,
            "Deze lijst is op meer dan één manier te lezen.",
            f"Bij haar kop passen {names}, en die lezen niet hetzelfde.",
            "Geef de mapping mee waarmee zij gelezen moet worden.",
        )
    rows = _first_rows(source)
    widths = [sum(not is_blank(cell) for cell in row) for row in rows[:20]]
    if max(widths, default=0) < 3 and sum(width >= 2 for width in widths) < 2:
        raise refuse(
            source.name,
            "De vorm van dit bestand kennen we niet.",
            "Het is geen tabel, factuur of bankafschrift.",
            "Lever een UBL-factuur, een afschrift in CAMT.053 of MT940, of een openpostenlijst aan.",
        )
    raise refuse(
        source.name,
        "Van deze lijst is onbekend welke kolom wat betekent.",
        "De kop is niet die van onze eigen lijst of van een bekend pakket, en er is geen mapping opgegeven.",
        _HOW_TO_MAP,
        line=1,
    )


def _first_rows(source: Source) -> list[Row]:
    """Return the first rows of the first table."""
    return [row for table in islice(tables(source), 1) for row in islice(table.rows, HEADER_ROWS_MAX)]
