"""How a list is laid out: where its header is, and which rows under it are items, headings or totals."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from voldaan.formats.lists.cells import Cell, is_blank, text_of
from voldaan.formats.lists.headings import begins_with, first_text, is_of_the_page, tells_a_sum
from voldaan.formats.lists.look_cells import TEXT_LENGTH_MAX, content
from voldaan.formats.lists.look_words import meanings, squeeze_title
from voldaan.formats.lists.mapping import TOTAL_WORDS

HEADER_WITHIN_ROWS = 60
_TITLES_MIN = 2
_TELLING_ROWS = 500
_HEADING_CELLS_MAX = 4
_LABEL_WORD = (
    r"(?:debiteur|klant|relatie|customer|client|debitor|kunde)(?:e?n?nummer|nr\.?|no\.?| nr\.?| no\.?)?"
)
_LABEL = re.compile(rf"({_LABEL_WORD} ?:|{_LABEL_WORD}(?= [A-Z]{{0,4}}[0-9]))\s*(.*)", re.IGNORECASE)
_NUMBER_NAME = re.compile(r"(?:[A-Z]{1,4}[-.]?)?[0-9]{2,}[0-9A-Z./]*(\s*[-–:|]\s*|\s+)\S*[^\W\d_]{2}.*")
_NAME_NUMBER = re.compile(r"\S.*\((?:[A-Z]{1,4}[-.]?)?[0-9][0-9A-Z./-]*\)")
_CODE = re.compile(r"(?:[A-Z]{1,4}[-.]?)?[0-9][0-9A-Z./-]*")
_TOTAL = begins_with(TOTAL_WORDS)

_AGE_WORDS = (
    r"(?:dagen|dgn|days|day|dag|tage|d)?(?: *(?:vervallen|te laat|overdue|past due|over|überfällig))?"
)
_AGE_BEFORE = r"(?:vervallen|te laat|overdue|over)? *"
_AGE_RANGE = re.compile(
    rf"{_AGE_BEFORE}([0-9]{{1,4}}) *(?:-|–|t/m|tot en met|tot|to|bis) *([0-9]{{1,4}}) *{_AGE_WORDS}"
)
_AGE_OVER = re.compile(
    rf"{_AGE_BEFORE}(>|>=|≥|meer dan|ouder dan|more than|older than|vanaf|über) *([0-9]{{1,4}}) *{_AGE_WORDS}"
)
_AGE_UNDER = re.compile(
    rf"(?:<=?|≤|tot|t/m|tot en met|minder dan|less than|under|up to|bis) *[0-9]{{1,4}} *{_AGE_WORDS}"
)
"""What is not due yet may stand there as well, so it tells no more than that."""
_AGE_PLUS = re.compile(rf"{_AGE_BEFORE}([0-9]{{1,4}}) *(?:\+|en ouder|e\.o\.|and over) *{_AGE_WORDS}")
_NOT_DUE = frozenset(
    "nietvervallen nognietvervallen notdue notyetdue current lopend nichtfällig nochnichtfällig tevervallen".split()
)
_SAYS_DUE = (
    "vervallen",
    "telaat",
    "overdue",
    "pastdue",
    "überfällig",
    "notdue",
    "notyetdue",
    "current",
    "fällig",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """How the rows look that name the debtor of the rows under them."""

    form: str
    label: str
    count: int
    example: str
    doubtful: bool
    """Not every heading has the form, so that a number could be part of a name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The parts of a table."""

    titles: tuple[str, ...]
    header_at: int
    title_rows: tuple[Sequence[Cell], ...]
    items: tuple[tuple[int, Sequence[Cell]], ...]
    """Rows that hold an item, each with its line."""
    sparse: tuple[Sequence[Cell], ...]
    """Rows with little in them: headings, notes."""
    totals: int
    headers_repeated: int

    def column(self, at: int) -> list[Cell]:
        """Return the cells of one column in the rows that hold an item."""
        return [row[at] if at < len(row) else None for _, row in self.items]


def find_header(rows: Sequence[Sequence[Cell]]) -> int | None:
    """Return the row that has the most titles that we know, None where no row has two."""
    best, best_titles = None, _TITLES_MIN - 1
    for at, row in enumerate(rows[:HEADER_WITHIN_ROWS]):
        filled = [cell for cell in row if not is_blank(cell)]
        if any(not isinstance(cell, str) for cell in filled):
            continue
        known = len({squeeze_title(str(cell)) for cell in filled if _is_title(str(cell))})
        if known > best_titles:
            best, best_titles = at, known
    return best


def known_titles(row: Sequence[Cell]) -> int:
    """Return how many cells of a row are titles that we know."""
    return sum(isinstance(cell, str) and _is_title(cell) for cell in row)


def _is_title(text: str) -> bool:
    """Test if a text is the title of a column."""
    return len(text) <= 60 and (bool(meanings(text)) or age_of(text) is not None)


def lay_out(rows: Sequence[tuple[int, Sequence[Cell]]], header_at: int) -> Layout:
    """Return the parts of the rows that were seen, given the row of the header."""
    header = rows[header_at][1]
    titles = tuple(text_of(cell) for cell in header)
    body = [(line, row) for line, row in rows[header_at + 1 :] if not all(map(is_blank, row))]
    counts = sorted(_filled(row) for _, row in body)
    usual = counts[len(counts) * 3 // 4] if counts else 0
    looked_at = [row for _, row in body[:_TELLING_ROWS] if tuple(map(text_of, row)) != titles]
    telling = _telling(looked_at, len(titles))
    days = () if _names_debtor(titles) else _days(looked_at, len(titles))
    above = frozenset(text_of(cell) for _, row in rows[:header_at] for cell in row)
    items: list[tuple[int, Sequence[Cell]]] = []
    sparse: list[Sequence[Cell]] = []
    totals = repeated = 0
    for line, row in body:
        if tuple(text_of(cell) for cell in row) == titles:
            repeated += 1
        elif is_of_the_page(row, above):
            continue
        elif _TOTAL.match(first_text(row)[1]) or _is_other_total(row, usual):
            totals += 1
        elif _is_item(row, usual, telling) and not _is_full_heading(row, days):
            items.append((line, row))
        else:
            sparse.append(row)
    return Layout(
        titles=titles,
        header_at=header_at,
        title_rows=tuple(row for _, row in rows[:header_at]),
        items=tuple(items),
        sparse=tuple(sparse),
        totals=totals,
        headers_repeated=repeated,
    )


def _telling(rows: Sequence[Sequence[Cell]], width: int) -> tuple[int, ...]:
    """Return the columns that only an item fills: most of their cells are amounts with decimals, numbers or days."""
    found = []
    for at in range(width):
        cells = content(row[at] for row in rows if at < len(row))
        if (cells.days - cells.whole + cells.fractions + cells.numbers) * 2 > cells.filled:
            found.append(at)
    return tuple(found)


def _names_debtor(titles: Iterable[str]) -> bool:
    """Test if a column can name the debtor, so that no row needs to."""
    return any(name.startswith("debtor") for title in titles for name in meanings(title))


def _days(rows: Sequence[Sequence[Cell]], width: int) -> tuple[int, ...]:
    """Return the columns in which nearly every row of some length has a day."""
    found = []
    for at in range(width):
        cells = content(row[at] for row in rows if at < len(row))
        if (cells.days - cells.whole) * 2 > cells.filled and cells.filled * 2 > len(rows):
            found.append(at)
    return tuple(found)


def _is_full_heading(row: Sequence[Cell], days: Sequence[int]) -> bool:
    """Test if a row names a debtor and has no day where items have theirs: a heading with a sum or telephone number."""
    if not days or any(at < len(row) and not is_blank(row[at]) and _is_day(row[at]) for at in days):
        return False
    return _heading_form(_words_of(row)[:2])[0] not in ("", "NAME")


def _is_day(cell: Cell) -> bool:
    """Test if a cell is a day in any notation."""
    return content([cell]).days > 0


def _words_of(row: Sequence[Cell]) -> list[str]:
    """Return the texts of a row without the amounts behind the first of them."""
    filled = [cell for cell in row if not is_blank(cell)]
    words = [cell for at, cell in enumerate(filled) if not at or not content([cell]).fractions]
    return [text_of(cell)[:TEXT_LENGTH_MAX] for cell in words]


def _is_item(row: Sequence[Cell], usual: int, telling: Sequence[int]) -> bool:
    """Test if a row holds an item: it fills a telling column, or as much as most rows do."""
    if any(at < len(row) and not is_blank(row[at]) for at in telling):
        return True
    if _LABEL.fullmatch(first_text(row)[1][:TEXT_LENGTH_MAX]):
        return False
    return _filled(row) * 2 > usual and (not telling or _filled(row) > _HEADING_CELLS_MAX)


def _is_other_total(row: Sequence[Cell], usual: int) -> bool:
    """Test if a row holds little but amounts, as a total does that does not begin with its word, or has none."""
    filled = [cell for cell in row if not is_blank(cell)]
    if filled and tells_a_sum(text_of(filled[0])):
        filled = filled[1:]
    return 0 < len(filled) * 2 <= usual and content(filled).fractions == len(filled)


def _filled(row: Sequence[Cell]) -> int:
    """Return how many cells of a row say something."""
    return sum(not is_blank(cell) for cell in row)


def find_heading(layout: Layout) -> Heading | None:
    """Return how headings look that name a debtor, None where the list has none."""
    above = [row for row in layout.title_rows[-3:] if _LABEL.fullmatch(first_text(row)[1][:TEXT_LENGTH_MAX])]
    rows = [_words_of(row) for row in (*above, *layout.sparse)]
    found = [(_heading_form(row), row) for row in rows]
    forms = [form for (form, _), _ in found if form]
    if not forms:
        return None
    label = next((label for (_, label), _ in found if label), "")
    for form in ("CELLS", "NUMBER_NAME", "NAME_NUMBER"):
        if form in forms:
            return Heading(
                form=form,
                label=label,
                count=len(forms),
                example=" | ".join(next(row for (one, _), row in found if one == form)),
                doubtful=form == "NUMBER_NAME" and (forms.count(form) < len(forms) or _loose(rows)),
            )
    doubtful = any(re.match(r"\S*[0-9]", row[-1]) for (form, _), row in found if form)
    return Heading(form="NAME", label=label, count=len(forms), example=" | ".join(rows[0]), doubtful=doubtful)


def _loose(rows: Iterable[Sequence[str]]) -> bool:
    """Test if number and name stand apart by a space only, and one of the numbers could be a part of the name."""
    for row in rows:
        text = _LABEL.sub(r"\2", " ".join(row))
        found = _NUMBER_NAME.fullmatch(text)
        if found is not None and not found[1].strip() and not re.match(r"[0-9]{3,}\s", text):
            return True
    return False


def _heading_form(row: Sequence[str]) -> tuple[str, str]:
    """Return the form of a heading row and the label before it; no form where the row is none."""
    label, cells = "", list(row)
    if cells and (found := _LABEL.fullmatch(cells[0])):
        label = found[1]
        cells = [found[2], *cells[1:]] if found[2] else cells[1:]
    if len(cells) >= 2 and _CODE.fullmatch(cells[0]) and re.search(r"[^\W\d_]", cells[1]):
        return "CELLS", label
    if len(cells) != 1:
        return "", ""
    if _NUMBER_NAME.fullmatch(cells[0]):
        return "NUMBER_NAME", label
    if _NAME_NUMBER.fullmatch(cells[0]):
        return "NAME_NUMBER", label
    return ("NAME", label) if re.search(r"[^\W\d_]{2}", cells[0]) else ("", "")


def age_of(title: str) -> tuple[int, int | None] | None:
    """Return the days after the due date of an ageing column; (-1, 0) for what is not yet due.

    >>> age_of("31-60 dagen")
    (31, 60)
    >>> age_of("> 90")
    (91, None)
    """
    text = " ".join(title.casefold().replace("(", " ").replace(")", " ").split())
    if squeeze_title(title) in _NOT_DUE or _AGE_UNDER.fullmatch(text):
        return -1, 0
    if found := _AGE_RANGE.fullmatch(text):
        first, last = int(found[1]), int(found[2])
        return (first, last) if first < last else None
    if found := _AGE_OVER.fullmatch(text):
        return int(found[2]) + (found[1] not in (">=", "≥", "vanaf")), None
    if found := _AGE_PLUS.fullmatch(text):
        return int(found[1]), None
    return None


def ages_are_overdue(titles: Iterable[str]) -> bool:
    """Test if the titles of ageing columns say that they count from the due date."""
    return any(word in squeeze_title(title) for title in titles for word in _SAYS_DUE)


def duplicates(titles: Sequence[str]) -> Iterator[str]:
    """Yield the titles that stand above more than one column."""
    yield from (title for title in dict.fromkeys(titles) if title and titles.count(title) > 1)
