"""How a foreign list is to be read: which column is what, in which notation and layout. Declared, never guessed.

A mapping is of one kind: OPEN_ITEMS (what is owed) or DEBTORS (who owes). Its text is TOML, so that it can be kept
with a client, moved as a file and mended by hand.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field, fields
from datetime import date
from types import MappingProxyType
from typing import Any

from voldaan.formats.days import DayError, day_pattern, parse_iso_day

PARTY_COLUMNS = (
    "debtor_number",
    "debtor_name",
    "debtor",
    "email",
    "phone",
    "contact_name",
    "street",
    "house_number",
    "house_number_addition",
    "postcode",
    "city",
    "country",
    "iban",
    "coc_number",
    "vat_number",
)
"""Who owes, in a list of either kind. `debtor` holds number and name in one cell."""

ITEM_COLUMNS = (
    "number",
    "issue_date",
    "due_date",
    "days_overdue",
    "term_days",
    "total",
    "open",
    "paid",
    "debit",
    "credit",
    "debit_credit",
    "currency",
    "reference",
    "subject",
    "order_number",
)
"""What is owed. Open is a column, or debit less credit, or total less paid, or what the ageing columns add up to.
`debit_credit` says D or C of the open amount, where that has no sign."""

ENTRY_COLUMNS = (
    "capacity",
    "consumer",
    "business",
    "language",
    "contact_first_name",
    "contact_infix",
    "contact_role",
    "contact_email",
    "contact_phone",
    "visiting_street",
    "visiting_house_number",
    "visiting_postcode",
    "visiting_city",
    "direct_debit",
)
"""What only a list of debtors tells. `consumer`, `business` and `direct_debit` are columns of yes and no."""

COLUMNS = (*PARTY_COLUMNS, *ITEM_COLUMNS, *ENTRY_COLUMNS)
"""What a column can mean."""

KINDS = ("OPEN_ITEMS", "DEBTORS")
HEADINGS = ("CELLS", "NUMBER_NAME", "NAME_NUMBER", "NAME")
NEGATIVES = ("MINUS", "MINUS_AFTER", "BRACKETS", "CREDIT")
TOTAL_WORDS = (
    "totaal",
    "subtotaal",
    "eindtotaal",
    "total",
    "subtotal",
    "grand total",
    "saldo debiteur",
    "som",
)

_THOUSANDS = (".", ",", " ", "\u00a0", "'", "’")
_DELIMITERS = (";", ",", "\t", "|")
_AGE_DAYS_MAX = 3660
_TITLE_LENGTH_MAX = 500


class MappingError(ValueError):
    """The declaration cannot be used. The message is a Dutch sentence that says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """The declaration of one kind of list."""

    columns: Dictionary[str, str] = field(hash=False)
    """What a column means, to its title as it stands in the list. `#3` is the third column, whatever its title; where
    every column is named so, the list has no header."""
    decimal: str = ","
    thousands: str | None = None
    dates: str = "dd-mm-yyyy"
    """`yyyy` or `yy`, `mm`, `m` or `mmm` (a name), `dd` or `d`; or `serial`: the day number of a spreadsheet."""
    complete: bool = False
    as_of: date | None = None
    delimiter: str = ";"
    encoding: str | None = None
    """None: UTF-8 where the file is that, else Windows-1252."""
    sheet: str | None = None
    """None: the first sheet."""
    skip_rows: int | None = None
    """Rows above the header. None: the header is the first row that has every title of the mapping."""
    round_to_cents: bool = False
    """Amounts with parts of a cent, as conversions make them, are rounded half up. Otherwise they are refused."""
    currency: str = "EUR"
    """The currency of a list without a currency column."""
    kind: str = "OPEN_ITEMS"
    """OPEN_ITEMS or DEBTORS."""
    name: str = ""
    """What a person calls it: the package, or the client's own list."""
    heading: str | None = None
    """How a row looks that names the debtor of the rows under it; None where each row names its own.

    CELLS: number and name in cells of their own; NUMBER_NAME: "10023 - Bakkerij" in one cell; NAME_NUMBER:
    "Bakkerij (10023)"; NAME: the name alone. With CELLS the columns of the debtor may be named as well: a row that
    leaves them empty is then of the debtor above it.
    """
    heading_label: str = ""
    """What stands before it in a heading row, such as "Debiteur:"."""
    ageing: Dictionary[str, tuple[int, int | None]] = field(default_factory=dict, hash=False)
    """Columns of amounts by age: title to first and last day after the due date; None: and older. Below zero: not yet
    due; the first day then says how long a term can still run, such as -60."""
    totals: tuple[str, ...] = TOTAL_WORDS
    """Words with which a row begins that adds up the rows above it. It is checked, then passed over."""
    all_sheets: bool = False
    """Every worksheet is a part of one list, such as a debtor group."""
    as_of_in_title: bool = False
    """The as-of day stands in the rows above the header."""
    negative: str = "MINUS"
    """How an amount below zero is written beside `-1,00`: MINUS_AFTER (1,00-), BRACKETS ((1,00)), CREDIT (1,00 C)."""

    def __post_init__(self) -> None:
        """Raise `MappingError` where the parts do not make one declaration."""
        _check_choices(self)
        _check_columns(self)
        _check_ageing(self)
        _check_notation(self.decimal, self.thousands, self.dates)
        if self.complete and self.as_of is None and not self.as_of_in_title:
            raise MappingError(
                "Een complete lijst moet zeggen tot en met welke dag: vul as_of in (2026-11-22)."
            )
        if self.skip_rows is not None and self.skip_rows < 0:
            raise MappingError("skip_rows is nul of meer.")
        if not re.fullmatch(r"[A-Z]{3}", self.currency):
            raise MappingError("currency is een muntcode van drie hoofdletters, zoals EUR.")
        if not all(word.strip() for word in self.totals):
            raise MappingError("totals is een lijst van woorden, zonder lege.")


_TYPES: Dictionary[str, tuple[type, str]] = MappingProxyType(
    {
        "complete": (bool, "true of false"),
        "round_to_cents": (bool, "true of false"),
        "all_sheets": (bool, "true of false"),
        "as_of_in_title": (bool, "true of false"),
        "skip_rows": (int, "een geheel getal"),
        "totals": (list, 'een lijst van woorden, zoals ["totaal", "som"]'),
        "columns": (dict, 'een tabel: [columns] met number = "Factuurnr"'),
        "ageing": (dict, 'een tabel: [ageing] met "31-60" = [31, 60]'),
    }
)
"""Settings that are no text, with what they are."""


def parse_mapping(text: str) -> Mapping:
    """Return the declaration in a TOML or JSON text, or raise `MappingError` with a sentence."""
    settings = _settings(text)
    known = {one.name for one in fields(Mapping)}
    if unknown := sorted(set(settings) - known):
        raise MappingError(
            f"Onbekend in de mapping: {', '.join(unknown)}. Bekend zijn: {', '.join(sorted(known))}."
        )
    if "columns" not in settings:
        raise MappingError(
            'De mapping noemt geen kolommen: schrijf een tabel [columns] met number = "Factuurnr".'
        )
    for name, (wanted, words) in _TYPES.items():
        if name in settings and type(settings[name]) is not wanted:
            raise MappingError(f"{name} is {words}.")
    values: dict[str, Any] = {name: _setting(name, value) for name, value in settings.items()}
    return Mapping(**{name: value for name, value in values.items() if value is not None})


def _settings(text: str) -> dict[str, Any]:
    """Return the settings of a JSON object or a TOML document."""
    try:
        settings = _json(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        raise MappingError(f"De mapping is geen geldige TOML of JSON: {error}.") from None
    except RecursionError:
        raise MappingError("De mapping is geen geldige TOML of JSON: te diep genest.") from None
    except ValueError:
        raise MappingError(
            "De mapping is geen geldige TOML of JSON: een getal is veel te lang, of een teken is er maar half."
        ) from None
    assert isinstance(settings, dict)
    return settings


def _json(text: str) -> Any:
    """Return what a JSON text says; raises `ValueError` also for half a character, which nothing can write."""
    said = json.loads(text)
    json.dumps(said, ensure_ascii=False).encode("utf-8")
    return said


def _setting(name: str, value: Any) -> Any:
    """Return one setting as the mapping holds it, None where an empty one means: not said."""
    if name == "columns":
        return MappingProxyType({str(k): _text(f"columns.{k}", v) for k, v in value.items()})
    if name == "ageing":
        return MappingProxyType({str(k): _ages(str(k), v) for k, v in value.items()})
    if name == "totals":
        return tuple(_text("totals", word) for word in value)
    if name == "as_of":
        return _as_of(value)
    if name in _TYPES:
        return value
    return _text(name, value) or ("" if name in ("name", "heading_label", "decimal", "dates") else None)


def _text(name: str, value: object) -> str:
    """Return a value that must be text."""
    if not isinstance(value, str):
        raise MappingError(f"{name} is tekst: zet hem tussen aanhalingstekens.")
    return value


def _ages(title: str, value: object) -> tuple[int, int | None]:
    """Return the first and last day of an ageing column; one day alone: and older."""
    if not isinstance(value, list) or len(value) not in (1, 2) or any(type(day) is not int for day in value):
        raise MappingError(f"ageing.{title} is [eerste dag, laatste dag], of [eerste dag] voor ‘en ouder’.")
    return value[0], value[1] if len(value) == 2 else None


def _as_of(value: object) -> date | None:
    """Return the as-of day; TOML may bring it as a day already."""
    if value is None or type(value) is date:
        return value
    if not isinstance(value, str):
        raise MappingError("as_of is een dag, zoals 2026-11-22.")
    try:
        return parse_iso_day(value)
    except DayError as error:
        raise MappingError(f"as_of klopt niet. {error}") from None


def mapping_text(mapping: Mapping) -> str:
    """Return the declaration as TOML, without what is not said; `parse_mapping` gives the same mapping back."""
    lines = []
    for one in fields(Mapping):
        value = getattr(mapping, one.name)
        if one.name not in ("columns", "ageing") and value != one.default and value is not None:
            lines.append(f"{one.name} = {_toml(value)}")
    return "\n".join([*sorted(lines, key=_name_first), *_tables(mapping), ""])


def _name_first(line: str) -> tuple[bool, bool]:
    """Return the place of a setting: the name, then the kind, then the others as they are declared."""
    return not line.startswith("name "), not line.startswith("kind ")


def _tables(mapping: Mapping) -> Iterator[str]:
    """Yield the lines of the two tables."""
    yield "\n[columns]"
    yield from (f"{name} = {_toml(title)}" for name, title in mapping.columns.items())
    if mapping.ageing:
        yield "\n[ageing]"
    for title, (first, last) in mapping.ageing.items():
        yield f"{_toml(title)} = {[first] if last is None else [first, last]}"


def _toml(value: str | bool | int | date | tuple[str, ...]) -> str:
    """Return a value as TOML writes it."""
    if isinstance(value, tuple):
        return f"[{', '.join(_toml(word) for word in value)}]"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    return value.isoformat() if isinstance(value, date) else str(value).lower()


def _check_choices(mapping: Mapping) -> None:
    """Raise `MappingError` for a word that is none of those there are."""
    for name, known in (("kind", KINDS), ("negative", NEGATIVES)):
        if getattr(mapping, name) not in known:
            raise MappingError(f"{name} is {' of '.join(known)}.")
    if mapping.heading is not None and mapping.heading not in HEADINGS:
        raise MappingError(f"heading is {' of '.join(HEADINGS)}, of hij staat er niet.")
    if mapping.heading_label and mapping.heading is None:
        raise MappingError("heading_label zonder heading: zeg ook hoe de debiteur in die rij staat.")
    if mapping.delimiter not in _DELIMITERS:
        raise MappingError("delimiter is ‘;’, ‘,’, ‘|’ of een tab.")


def _check_columns(mapping: Mapping) -> None:
    """Raise `MappingError` for an unknown or missing column."""
    columns = {name for name, title in mapping.columns.items() if title.strip()}
    if unknown := sorted(set(mapping.columns) - set(COLUMNS)):
        raise MappingError(f"Onbekende kolommen: {', '.join(unknown)}. Bekend zijn: {', '.join(COLUMNS)}.")
    if empty := sorted(set(mapping.columns) - columns):
        raise MappingError(f"De mapping noemt geen titel bij {', '.join(empty)}.")
    if long := [title for title in mapping.columns.values() if len(title) > _TITLE_LENGTH_MAX]:
        raise MappingError(f"De titel ‘{long[0][:40]}…’ is geen titel van een kolom.")
    if mapping.kind == "DEBTORS":
        _check_debtors(mapping, columns)
    else:
        _check_items(mapping, columns)


def _check_debtors(mapping: Mapping, columns: set[str]) -> None:
    """Raise `MappingError` where the columns do not make a list of debtors."""
    if strange := sorted(columns & set(ITEM_COLUMNS)):
        raise MappingError(
            f"Een debiteurenlijst heeft geen {', '.join(strange)}: dat is van openstaande posten."
        )
    if mapping.heading or mapping.ageing or mapping.complete:
        raise MappingError("Een debiteurenlijst heeft geen heading, ageing of complete.")
    if not columns & {"debtor_number", "debtor_name", "debtor"}:
        raise MappingError("De mapping noemt geen kolom voor de debiteur: debtor_number of debtor_name.")


def _check_items(mapping: Mapping, columns: set[str]) -> None:
    """Raise `MappingError` where the columns do not make a list of open items, or make it in two ways."""
    if strange := sorted(columns & set(ENTRY_COLUMNS)):
        raise MappingError(
            f"Uit openstaande posten lezen we geen {', '.join(strange)}: lees de lijst ook als DEBTORS."
        )
    ways = [
        name
        for name, there in (
            ("open", "open" in columns),
            ("debit en credit", {"debit", "credit"} <= columns),
            ("ageing", bool(mapping.ageing) and "open" not in columns),
            ("total en paid", {"total", "paid"} <= columns and not ({"open"} & columns or mapping.ageing)),
        )
        if there
    ]
    missing = [name for name, there in (("number", "number" in columns), ("open", bool(ways))) if not there]
    if missing:
        raise MappingError(f"De mapping noemt geen kolom voor {' en '.join(missing)}.")
    if len(ways) > 1:
        raise MappingError(f"Wat openstaat, staat er op meer manieren: {', '.join(ways)}. Kies er één.")
    if len(columns & {"debit", "credit"}) == 1:
        raise MappingError("debit en credit horen bij elkaar: noem beide kolommen, of gebruik open.")
    own = columns & {"debtor_number", "debtor_name", "debtor"}
    if not own and mapping.heading is None:
        raise MappingError("De mapping noemt geen kolom voor de debiteur: debtor_number of debtor_name.")
    if own and mapping.heading not in (None, "CELLS"):
        raise MappingError(
            f"De debiteur staat in een kolom ({', '.join(sorted(own))}) én in een rij: kies er één."
        )


def _check_ageing(mapping: Mapping) -> None:
    """Raise `MappingError` for ages that cannot be."""
    for title, (first, last) in mapping.ageing.items():
        if not title.strip() or abs(first) > _AGE_DAYS_MAX or (last is not None and last < first):
            raise MappingError(
                f"ageing.{title} klopt niet: de eerste dag komt niet na de laatste, en is hoogstens tien jaar ver."
            )


def _check_notation(decimal: str, thousands: str | None, dates: str) -> None:
    """Raise `MappingError` for a notation that could mean two things."""
    if decimal not in (",", "."):
        raise MappingError("decimal is ‘,’ of ‘.’.")
    if thousands is not None and (thousands not in _THOUSANDS or thousands == decimal):
        raise MappingError("thousands is een punt, komma, spatie of apostrof, en niet hetzelfde als decimal.")
    if dates == "serial":
        return
    try:
        day_pattern(dates)
    except DayError as error:
        raise MappingError(f"dates klopt niet. {error}") from None
