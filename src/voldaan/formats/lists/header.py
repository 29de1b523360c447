"""Where the header of a list stands, and which column is where."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field

from voldaan.formats.findings import Findings
from voldaan.formats.lists.cells import Row, text_of
from voldaan.formats.lists.mapping import Mapping

HEADER_ROWS_MAX = 60
"""A header that stands lower than this is not looked for."""

_BY_PLACE = re.compile(r"#([1-9][0-9]{0,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """The header of one table."""

    places: Dictionary[str, int]
    """Meaning to place of the column, from 0."""
    ages: Dictionary[str, int] = field(default_factory=dict)
    """Title of an ageing column to its place."""
    line: int
    """The row of the header, counted from 1; 0 where there is none."""
    titles: tuple[str, ...]
    above: Sequence[Row] = ()
    """The rows above it: what the list says of itself."""

    @property
    def width_min(self) -> int:
        """Return how many cells a row must have: up to the last column with a title."""
        last = max((place for place, title in enumerate(self.titles, 1) if title), default=0)
        return max(last, *(place + 1 for place in (*self.places.values(), *self.ages.values())), 0)


def find_header(rows: Sequence[Row], mapping: Mapping, findings: Findings | None = None) -> Header | None:
    """Return the header among the first rows, None where it is not there; why goes to the findings."""
    wanted = _wanted(mapping)
    named = [title for title in wanted if not _BY_PLACE.fullmatch(title)]
    if not named:
        skipped = mapping.skip_rows or 0
        places = {name: _column(title, ()) for name, title in mapping.columns.items()}
        ages = {title: _column(title, ()) for title in mapping.ageing}
        return Header(places=places, ages=ages, line=skipped, titles=(), above=tuple(rows[:skipped]))
    found = _place_of(rows, named, mapping.skip_rows)
    if found is not None:
        return _header(mapping, rows, found, findings)
    if findings is not None:
        _add_missing(rows, mapping, named, findings)
    return None


def first_rows(rows: Iterator[Row], mapping: Mapping) -> list[Row]:
    """Return the rows among which the header must stand."""
    count = HEADER_ROWS_MAX if mapping.skip_rows is None else mapping.skip_rows + 1
    return [row for _, row in zip(range(count), rows, strict=False)]


def titles_of(row: Row) -> tuple[str, ...]:
    """Return the cells of a header as titles."""
    return tuple(map(text_of, row))


def _wanted(mapping: Mapping) -> list[str]:
    """Return every title that the mapping names."""
    return [" ".join(title.split()) for title in (*mapping.columns.values(), *mapping.ageing)]


def _place_of(rows: Sequence[Row], named: Sequence[str], skip_rows: int | None) -> int | None:
    """Return which row has every title."""
    places = range(len(rows)) if skip_rows is None else range(skip_rows, min(skip_rows + 1, len(rows)))
    return next((place for place in places if set(named) <= set(titles_of(rows[place]))), None)


def _header(mapping: Mapping, rows: Sequence[Row], at: int, findings: Findings | None) -> Header | None:
    """Return the header in a row; a title that stands there twice is a problem."""
    titles, line = titles_of(rows[at]), at + 1
    places = {name: _column(title, titles) for name, title in mapping.columns.items()}
    ages = {title: _column(title, titles) for title in mapping.ageing}
    doubles = [
        (name, title)
        for name, title in (*mapping.columns.items(), *(("ageing", title) for title in ages))
        if titles.count(" ".join(title.split())) > 1
    ]
    for name, title in doubles if findings is not None else ():
        assert findings is not None
        findings.add(
            f"De kolom ‘{title}’ staat er meer dan één keer.",
            f"De mapping zoekt daar {name}.",
            "Geef de kolom in de lijst een eigen kop, of noem haar in de mapping met haar plaats, zoals #3.",
            line=line,
            path=title,
        )
    return (
        None
        if doubles
        else Header(places=places, ages=ages, line=line, titles=titles, above=tuple(rows[:at]))
    )


def _column(title: str, titles: Sequence[str]) -> int:
    """Return the place of a title that is there, or the place that `#3` names."""
    plain = " ".join(title.split())
    by_place = _BY_PLACE.fullmatch(plain)
    return int(by_place[1]) - 1 if by_place and plain not in titles else titles.index(plain)


def _add_missing(rows: Sequence[Row], mapping: Mapping, named: Sequence[str], findings: Findings) -> None:
    """Add which titles are not in the row that has most of them."""
    if mapping.skip_rows is not None and len(rows) <= mapping.skip_rows:
        findings.add(
            "De lijst heeft geen kop.",
            f"Er zijn {len(rows)} regels en er worden {mapping.skip_rows} overgeslagen.",
            "Pas skip_rows in de mapping aan, of lever de hele lijst aan.",
        )
        return
    candidates = range(len(rows)) if mapping.skip_rows is None else [mapping.skip_rows]
    found = [(len(set(named) & set(titles_of(rows[place]))), -place) for place in candidates]
    best = -max(found, default=(0, 0))[1]
    titles = set(titles_of(rows[best])) if rows else set()
    for name, title in (*mapping.columns.items(), *(("ageing", title) for title in mapping.ageing)):
        if " ".join(title.split()) in titles or _BY_PLACE.fullmatch(title.strip()):
            continue
        findings.add(
            f"De kolom ‘{title}’ staat er niet.",
            f"De mapping zoekt daar {name}.",
            "Laat de mapping de kolomkop precies zo noemen als in de lijst, één keer.",
            line=best + 1,
            path=title,
        )
