"""The debtor as a row, a cell or a heading of a list names it."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Dictionary
from operator import itemgetter

from voldaan.formats.lists.cells import Row, text_of
from voldaan.formats.lists.words import country_of
from voldaan.formats.values import Party

DEBTORS_KEPT_MAX = 50_000
_TEXT_LENGTH_MAX = 300
_JOINED = re.compile(
    r"(?P<number>(?:[A-Za-z]{1,4}[-.]?)?[0-9][0-9./]*)[-–—:|,]"
    r"(?P<name>(?=[^\W\d_]{4}|[^\W\d_]*[^\W\d_A-Z])[^\W\d_]{2}.*)"
)
"""Number and name with a dash and no space between them; `10023-NL Bakkerij` may be one long number, so it is not."""

_NUMBER_NAME = re.compile(r"(?P<number>[\w./-]*[0-9][\w./-]*)(?: *[-–—:|,] +| +)(?P<name>.*[^\W\d_].*)")
_NAME_NUMBER = re.compile(
    r"(?P<name>.*[^\W\d_].*?)(?: *\((?P<number>[\w./-]*[0-9][\w./-]*)\)"
    r"| *\[(?P<number2>[\w./-]*[0-9][\w./-]*)\]| *[-–—:|,] +(?P<number3>[\w./-]*[0-9][\w./-]*))"
)
_PLAIN = ("email", "phone", "contact_name", "postcode", "city", "country", "iban", "coc_number", "vat_number")
_STREET = ("street", "house_number", "house_number_addition")

PARTY_NAMES = frozenset({"debtor_number", "debtor_name", "debtor"})
"""The columns that say who owes; the others only tell more of them."""

Reads = Callable[[Row], Party | None]


def number_and_name(text: str, form: str | None = None) -> tuple[str, str] | None:
    """Return number and name out of one text: "10023 - Bakkerij" or "Bakkerij (10023)"; None where it is neither.

    The form is NUMBER_NAME or NAME_NUMBER; without one, the one that fits.
    """
    if len(text) > _TEXT_LENGTH_MAX:
        return None
    if form in (None, "NAME_NUMBER") and (found := _NAME_NUMBER.fullmatch(text)):
        number = found["number"] or found["number2"] or found["number3"]
        if form is not None or not found["number3"]:
            return number, found["name"].strip()
    if form in (None, "NUMBER_NAME") and (found := _JOINED.fullmatch(text) or _NUMBER_NAME.fullmatch(text)):
        return found["number"], found["name"].strip()
    return None


def party_reader(places: Dictionary[str, int]) -> Reads:
    """Return the function that reads who owes from a row, None where it names nobody at all.

    Equal cells give the very same party. Raises `ValueError` where one cell is not number and name together.
    """
    columns = {
        name: places[name]
        for name in (*_PLAIN, *_STREET, "debtor_number", "debtor_name", "debtor")
        if name in places
    }
    if not columns:
        return lambda row: None
    names = list(columns)
    cells_of = (
        itemgetter(*columns.values())
        if len(columns) > 1
        else lambda row: (row[next(iter(columns.values()))],)
    )
    known: dict[tuple[object, ...], Party | None] = {}

    def read(row: Row) -> Party | None:
        cells = cells_of(row)
        try:
            return known[cells]
        except KeyError:
            party = _party(dict(zip(names, map(text_of, cells), strict=True)))
            if len(known) >= DEBTORS_KEPT_MAX:
                known.clear()
            known[cells] = party
            return party

    return read


def _party(texts: Dictionary[str, str]) -> Party | None:
    """Return the party of a row, None where every cell is blank."""
    if not any(texts.values()):
        return None
    number, name = texts.get("debtor_number"), texts.get("debtor_name")
    if both := texts.get("debtor"):
        found = number_and_name(both)
        if found is None:
            raise ValueError(both)
        number, name = number or found[0], name or found[1]
    plain = {key: texts[key] for key in _PLAIN if texts.get(key)}
    if "country" in plain:
        plain["country"] = country_of(plain["country"])
    return Party(number=number or None, name=name or None, street=street_of(texts), **plain)


def street_of(texts: Dictionary[str, str], before: str = "") -> str | None:
    """Return street, house number and its addition as one line, None where there is no street."""
    parts = [texts.get(before + name) for name in _STREET]
    return " ".join(part for part in parts if part) or None
