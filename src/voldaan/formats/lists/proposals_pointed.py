"""A list whose titles we do not know: a person points out its header, says what kind of list it is, and which is what.

Two answers begin this, unasked: `header=3` (the line of the header) and `kind=OPEN_ITEMS` or `kind=DEBTORS`. What such
a list cannot do without and no title says is then a question about its columns.
"""

from collections.abc import Iterable, Sequence

from voldaan.formats.findings import refuse
from voldaan.formats.lists.cells import Row, is_blank, text_of
from voldaan.formats.lists.look import Look, Sight
from voldaan.formats.lists.look_words import BANK_WORDS, squeeze_title
from voldaan.formats.lists.mapping import KINDS
from voldaan.formats.lists.proposals_asked import Asked
from voldaan.formats.lists.proposals_columns import AMOUNTS, DAYS, NONE, Column, ask_column, fits
from voldaan.formats.lists.proposals_layout import HEADER_WITHIN_ROWS, age_of

HEADER, KIND = "header", "kind"
_DEBTOR = frozenset({"debtor_number", "debtor_name", "debtor"})
_CELLS_MIN = 3
_ROWS_MIN = 2
_BANK_WORDS_MIN = 2


def can_be_pointed_out(look: Look) -> bool:
    """Test if a file is a table at all, and no export of a bank, so that a person can say what stands in it."""
    if any(_is_of_a_bank(row) for sight in look.sights for _, row in sight.rows[:HEADER_WITHIN_ROWS]):
        return False
    return any(
        sum(sum(not is_blank(cell) for cell in row) >= _CELLS_MIN for _, row in sight.rows) >= _ROWS_MIN
        for sight in look.sights
    )


def _is_of_a_bank(row: Row) -> bool:
    """Test if a row is the header of a bank's export."""
    return len({squeeze_title(text_of(cell)) for cell in row} & BANK_WORDS) >= _BANK_WORDS_MIN


def pointed_header(look: Look, asked: Asked) -> tuple[Sight, int] | None:
    """Return the table and the place of the row that a person pointed out as its header, None where nobody did."""
    line = asked.told(HEADER)
    if line is None:
        return None
    wanted = asked.told("sheet")
    sight = next((one for one in look.sights if f"sheet:{one.name}" == wanted), look.sights[0])
    at = next((at for at, (number, _) in enumerate(sight.rows) if str(number) == line), None)
    if at is None:
        raise refuse(
            asked.file,
            f"Regel {line[:20]} is niet de kop van de lijst.",
            "Die regel is er niet, of staat te laag.",
            "Noem de regel waarin de titels van de kolommen staan.",
            path=HEADER,
        )
    return sight, at


def pointed_kind(asked: Asked) -> str | None:
    """Return the kind of list that a person named, None where nobody did."""
    kind = asked.told(KIND)
    if kind is not None and kind not in KINDS:
        raise refuse(
            asked.file,
            f"‘{kind[:20]}’ is geen soort lijst.",
            f"De soorten zijn: {', '.join(KINDS)}.",
            "Kies een van deze.",
            path=KIND,
        )
    return kind


def ask_for_lacking(
    columns: Sequence[Column], kind: str, asked: Asked, *, heading: bool, wishes: dict[int, str]
) -> dict[int, str]:
    """Ask for what a list of this kind needs and no title says; return the columns that were named, with their use."""
    found: dict[int, str] = {}
    for name, optional in _lacking(columns, kind, heading, set(wishes.values())):
        taken = wishes.keys() | found.keys()
        options = [one for one in columns if one.at not in taken and _could_be(name, one)]
        if not options:
            asked.told(name)
            continue
        answer = ask_column(name, options, asked, optional=optional)
        if answer not in (None, NONE):
            found[int(answer) - 1] = name
    return found


def _lacking(
    columns: Sequence[Column], kind: str, heading: bool, wished: set[str]
) -> Iterable[tuple[str, bool]]:
    """Yield what no title says, and whether a list can do without it."""
    said = {name for one in columns for name in one.meanings if fits(name, one)} | wished
    debtor = bool(said & _DEBTOR) or (heading and kind == "OPEN_ITEMS")
    if kind == "OPEN_ITEMS":
        if "number" not in said:
            yield "number", False
        if not said & AMOUNTS and not any(age_of(one.title) for one in columns):
            yield "open", False
    if not debtor:
        yield "debtor_name", False
    if kind == "OPEN_ITEMS":
        yield from ((name, True) for name in ("due_date", "issue_date") if name not in said)
    else:
        yield from ((name, True) for name in ("debtor_number", "email") if name not in said)


def _could_be(name: str, column: Column) -> bool:
    """Test if a column with an unknown title can be this by its cells."""
    if column.meanings or not column.content.filled or not fits(name, column):
        return False
    if name in DAYS:
        return column.content.mostly(column.content.days - column.content.whole)
    return name != "number" or not column.content.mostly(column.content.number_names)
