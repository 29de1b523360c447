"""How a foreign open-item list is to be read: which column is what, in which notation. Declared, never guessed."""

import json
import re
import tomllib
from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from voldaan.formats.days import DayError, day_pattern, parse_iso_day

COLUMNS = (
    "number",
    "debtor_number",
    "debtor_name",
    "email",
    "phone",
    "contact_name",
    "street",
    "postcode",
    "city",
    "country",
    "iban",
    "coc_number",
    "vat_number",
    "issue_date",
    "due_date",
    "total",
    "open",
    "currency",
    "reference",
    "subject",
)
"""What a column can mean. `number` and `open` must be there, and a debtor's number or name."""

_SETTINGS = {
    "columns",
    "decimal",
    "thousands",
    "dates",
    "complete",
    "as_of",
    "delimiter",
    "encoding",
    "sheet",
    "skip_rows",
    "currency",
    "round_to_cents",
}
_NO_TEXTS = {"columns", "complete", "as_of", "skip_rows", "round_to_cents"}
_THOUSANDS = (".", ",", " ", "\u00a0", "'", "’")
_DELIMITERS = (";", ",", "\t", "|")


class MappingError(ValueError):
    """The declaration cannot be used. The message is a Dutch sentence that says what to change."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """The declaration of one kind of open-item list."""

    columns: Dictionary[str, str] = field(hash=False)
    decimal: str = ","
    thousands: str | None = None
    dates: str = "dd-mm-yyyy"
    complete: bool = False
    as_of: date | None = None
    delimiter: str = ";"
    encoding: str | None = None
    """None: UTF-8 where the file is that, else Windows-1252."""
    sheet: str | None = None
    """None: the first sheet."""
    skip_rows: int = 0
    """Rows above the header."""
    round_to_cents: bool = False
    """Amounts with parts of a cent, as conversions make them, are rounded half up. Otherwise they are refused."""
    currency: str = "EUR"
    """The currency of a list without a currency column."""

    def __post_init__(self) -> None:
        """Raise `MappingError` where the parts do not make one declaration."""
        _check_columns(self.columns)
        _check_notation(self.decimal, self.thousands, self.dates)
        if self.complete and self.as_of is None:
            raise MappingError(
                "Een complete lijst moet zeggen tot en met welke dag: vul as_of in (2026-11-22)."
            )
        if self.delimiter not in _DELIMITERS:
            raise MappingError("delimiter is ‘;’, ‘,’, ‘|’ of een tab.")
        if self.skip_rows < 0:
            raise MappingError("skip_rows is nul of meer.")
        if not re.fullmatch(r"[A-Z]{3}", self.currency):
            raise MappingError("currency is een muntcode van drie hoofdletters, zoals EUR.")


def parse_mapping(text: str) -> Mapping:
    """Return the declaration in a TOML or JSON text, or raise `MappingError` with a sentence."""
    settings = _settings(text)
    unknown = sorted(set(settings) - _SETTINGS)
    if unknown:
        raise MappingError(
            f"Onbekend in de mapping: {', '.join(unknown)}. Bekend zijn: {', '.join(sorted(_SETTINGS))}."
        )
    for name, wanted in (("complete", bool), ("round_to_cents", bool), ("skip_rows", int)):
        if name in settings and type(settings[name]) is not wanted:
            raise MappingError(f"{name} is {'true of false' if wanted is bool else 'een geheel getal'}.")
    columns = settings.get("columns")
    if not isinstance(columns, dict):
        raise MappingError(
            'De mapping noemt geen kolommen: schrijf een tabel [columns] met number = "Factuurnr".'
        )
    texts = {name: _text(name, settings[name]) for name in settings if name not in _NO_TEXTS}
    return Mapping(
        columns=MappingProxyType({str(k): _text(f"columns.{k}", v) for k, v in columns.items()}),
        complete=settings.get("complete", False),
        skip_rows=settings.get("skip_rows", 0),
        round_to_cents=settings.get("round_to_cents", False),
        as_of=_as_of(settings.get("as_of")),
        **{k: v for k, v in texts.items() if v or k not in ("thousands", "sheet")},
    )


def _settings(text: str) -> dict[str, Any]:
    """Return the settings of a JSON object or a TOML document."""
    try:
        settings = json.loads(text) if text.lstrip().startswith("{") else tomllib.loads(text)
    except (json.JSONDecodeError, tomllib.TOMLDecodeError) as error:
        raise MappingError(f"De mapping is geen geldige TOML of JSON: {error}.") from None
    assert isinstance(settings, dict)
    return settings


def _text(name: str, value: object) -> str:
    """Return a value that must be text."""
    if not isinstance(value, str):
        raise MappingError(f"{name} is tekst: zet hem tussen aanhalingstekens.")
    return value


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


def _check_columns(columns: Dictionary[str, str]) -> None:
    """Raise `MappingError` for an unknown, double or missing column."""
    unknown = sorted(set(columns) - set(COLUMNS))
    if unknown:
        raise MappingError(f"Onbekende kolommen: {', '.join(unknown)}. Bekend zijn: {', '.join(COLUMNS)}.")
    if missing := [name for name in ("number", "open") if not columns.get(name)]:
        raise MappingError(f"De mapping noemt geen kolom voor {' en '.join(missing)}.")
    if not (columns.get("debtor_number") or columns.get("debtor_name")):
        raise MappingError("De mapping noemt geen kolom voor de debiteur: debtor_number of debtor_name.")


def _check_notation(decimal: str, thousands: str | None, dates: str) -> None:
    """Raise `MappingError` for a notation that could mean two things."""
    if decimal not in (",", "."):
        raise MappingError("decimal is ‘,’ of ‘.’.")
    if thousands is not None and (thousands not in _THOUSANDS or thousands == decimal):
        raise MappingError("thousands is een punt, komma, spatie of apostrof, en niet hetzelfde als decimal.")
    try:
        day_pattern(dates)
    except DayError as error:
        raise MappingError(f"dates klopt niet. {error}") from None
