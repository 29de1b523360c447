"""A form that is an address: what its fields are, and how a query is read back into them.

What cannot be read gets a sentence at its field, and every field keeps what was typed.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from voldaan.interfaces.web.page import Language
from voldaan.interfaces.web.texts import texts_in
from voldaan.usecases.calculate import typed
from voldaan.usecases.calculate.calculation import Calculation, CannotCalculate, shown

FieldKind = Literal[
    "amount", "amounts", "payments", "interruptions", "day", "moment", "percent", "number", "choice"
]

_READ: dict[FieldKind, Callable[[str], Any]] = {
    "amount": typed.euros,
    "amounts": lambda text: typed.principals(typed.lines(text)),
    "payments": lambda text: typed.payments(typed.lines(text)),
    "interruptions": lambda text: typed.interruptions(typed.lines(text)),
    "day": typed.day,
    "moment": typed.moment,
    "percent": typed.percent,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field: the name it has in an address, and the name of the value that it gives."""

    name: str
    gives: str
    kind: FieldKind
    required: bool = False
    more: bool = False
    """Stands in the part of the form that is folded away until it is needed."""
    told: bool = False
    """Is repeated on paper also where nothing else was chosen."""
    choices: tuple[str, ...] = ()
    """The first is taken where nothing was chosen."""
    today: bool = False
    """Begins with this day."""
    first: int = 0
    last: int = 0

    @property
    def lines(self) -> bool:
        """Test if more than one can be typed, each on its own line."""
        return self.kind in ("amounts", "payments", "interruptions")

    def read(self, text: str) -> Any:
        """Return the value of what was typed, or raise `CannotCalculate`."""
        if self.kind == "number":
            return typed.whole_number(text, first=self.first, last=self.last)
        if self.kind == "choice":
            if text not in self.choices:
                raise CannotCalculate("Kies een van de mogelijkheden.", "Choose one of the possibilities.")
            return text.replace("-", "_").upper()
        return _READ[self.kind](text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One form: where it stands, its name among the texts, and what it calculates."""

    slug: str
    name: str
    fields: tuple[Field, ...]
    calculate: Callable[[dict[str, Any]], Calculation]


@dataclass(slots=True, kw_only=True)
class Entry:
    """A field as it is shown: with what was typed, and what is wrong with it."""

    field: Field
    label: str
    help: str
    text: str
    choices: tuple[tuple[str, str], ...]
    printed: str
    """What was filled in, in words, for paper; empty where it was left open."""
    error: str = ""

    @property
    def described_by(self) -> str:
        """Return the ids of what explains the field."""
        named = (("uitleg", self.help), ("fout", self.error))
        return " ".join(f"{self.field.name}-{ending}" for ending, text in named if text)

    @property
    def input_type(self) -> str:
        """Return the kind of input. One that could not show what was typed is a plain one."""
        own = {"day": "date", "moment": "datetime-local"}.get(self.field.kind, "text")
        return "text" if self.error else own

    @property
    def is_told(self) -> bool:
        """Test if it is repeated on paper: what shows always, and what was chosen in the folded part."""
        return self.changed or self.field.told or not self.field.more

    @property
    def changed(self) -> bool:
        """Test if it holds something other than what an empty form holds."""
        return bool(self.error) or self.text not in ("", *self.field.choices[:1])


@dataclass(slots=True, kw_only=True)
class Filled:
    """A form with what was typed into it, and the values that could be read."""

    asked: bool
    entries: list[Entry]
    values: dict[str, Any] = field(default_factory=dict)
    refused: str = ""
    """Why nothing can be calculated, where no field is to blame."""

    @property
    def errors(self) -> list[Entry]:
        """Return the fields that cannot be used."""
        return [entry for entry in self.entries if entry.error]

    @property
    def main(self) -> list[Entry]:
        """Return the fields that always show."""
        return [entry for entry in self.entries if not entry.field.more]

    @property
    def more(self) -> list[Entry]:
        """Return the fields that are folded away."""
        return [entry for entry in self.entries if entry.field.more]

    @property
    def more_is_used(self) -> bool:
        """Test if the folded part has to be shown."""
        return any(entry.changed for entry in self.more)

    def refuse(self, value: str, sentence: str) -> None:
        """Put a sentence at the field that gives a value, or above the form where none does."""
        entry = next((entry for entry in self.entries if entry.field.gives == value), None)
        if entry is None:
            self.refused = sentence
        else:
            entry.error = sentence


def fill(form: Form, query: Mapping[str, str], *, today: date, language: Language) -> Filled:
    """Return the form as the query fills it in; where nothing of it was asked, as it begins."""
    asked = any(field.name in query for field in form.fields)
    filled = Filled(asked=asked, entries=[])
    for one in form.fields:
        text = query.get(one.name, "").strip()
        if not text and one.choices:
            text = one.choices[0]
        elif not text and one.today and not asked:
            text = today.isoformat()
        entry = _entry(one, text, language)
        filled.entries.append(entry)
        if asked:
            _read(entry, filled.values, language)
    return filled


def _entry(one: Field, text: str, language: Language) -> Entry:
    texts = texts_in(language)
    choices = tuple((choice, texts[f"choice_{one.name}_{choice}"]) for choice in one.choices)
    return Entry(
        field=one,
        label=texts[f"field_{one.name}"],
        help=texts.get(f"help_{one.name}", ""),
        text=text,
        choices=choices,
        printed=dict(choices).get(text, text),
    )


def _read(entry: Entry, values: dict[str, Any], language: Language) -> None:
    """Add the value of one field, or what is wrong with it."""
    if not entry.text:
        if entry.field.required:
            entry.error = texts_in(language)["fill_in"]
        return
    try:
        value = entry.field.read(entry.text)
    except CannotCalculate as refused:
        entry.error = refused.sentence(language)
        return
    if entry.field.lines and not value:
        return
    values[entry.field.gives] = value
    if entry.field.kind in ("day", "moment", "amount"):
        entry.printed = shown(value, entry.field.kind, language)
    if entry.field.kind == "day":
        entry.text = value.isoformat()
    elif entry.field.kind == "moment":
        entry.text = value.isoformat(timespec="minutes")
