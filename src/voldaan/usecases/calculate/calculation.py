"""One calculation as it is told: the answer as a sentence, figures, a table, articles, and what is not confirmed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Literal, NamedTuple

from voldaan.domain.law.citation import Source
from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day

Language = Literal["nl", "en"]


class Words(NamedTuple):
    """The same words in both languages."""

    nl: str
    en: str

    def in_(self, language: str) -> str:
        """Return the words in this language."""
        return self[language == "en"]


Value = int | Decimal | date | datetime | str | Words | None
ValueKind = Literal["amount", "count", "percent", "day", "moment", "text"]
RIGHT: frozenset[ValueKind] = frozenset({"amount", "count", "percent"})


class CannotCalculate(ValueError):
    """What was asked cannot be calculated: why, and what to do, in both languages."""

    def __init__(self, dutch: str, english: str, *, about: str = "") -> None:
        self.sentences = (dutch, english)
        self.about = about
        """The name of the value that it is about; empty where it is about no single one."""
        super().__init__(dutch)

    def sentence(self, language: str) -> str:
        """Return the reason in this language."""
        return self.sentences[language == "en"]


class Figure(NamedTuple):
    """One value of the answer, with its name."""

    name: Words
    kind: ValueKind
    value: Value


class Column(NamedTuple):
    """One column of the table."""

    name: Words
    kind: ValueKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """What was asked, and what the law makes of it."""

    kind: str
    """The word for it in JSON."""
    values: dict[str, Any]
    """Every value for programs: integer cents, ISO days."""
    answer: Words
    caution: Words | None = None
    """What has to be true before the answer may be used."""
    figures: tuple[Figure, ...] = ()
    columns: tuple[Column, ...] = ()
    rows: tuple[tuple[Value, ...], ...] = ()
    texts: tuple[Words, ...] = ()
    """Sentences that can be used as they stand."""
    citations: tuple[Source, ...] = ()

    @property
    def not_confirmed(self) -> tuple[Source, ...]:
        """Return the articles and rulings of which something is not confirmed."""
        return tuple(source for source in self.citations if source.not_confirmed)


def as_json(calculation: Calculation) -> dict[str, Any]:
    """Return the calculation as `--json` prints it."""
    return {
        "kind": calculation.kind,
        **calculation.values,
        "citations": [citation_told(source) for source in calculation.citations],
    }


def each_once(sources: Iterable[Source]) -> tuple[Source, ...]:
    """Return each article and ruling once, in the order in which they came."""
    return tuple(dict.fromkeys(sources))


def shown(value: Value, kind: ValueKind, language: Language) -> str:
    """Return a value as a person reads it in this language; nothing where it is not known."""
    if value is None:
        return ""
    if isinstance(value, Words):
        return value.in_(language)
    if kind == "amount" and isinstance(value, int):
        return format_euro(value, language)
    if kind == "percent" and isinstance(value, Decimal):
        return format_percent(value, language)
    if kind == "moment" and isinstance(value, datetime):
        return f"{format_day(value.date(), language, long=False)} {value:%H:%M}"
    if kind == "day" and isinstance(value, date):
        return format_day(value, language, long=False)
    return str(value)


def format_percent(percent: Decimal, language: Language) -> str:
    """Return a percentage as it is printed: "6,00 %" in Dutch, "6.00%" in English."""
    text = plain_percent(percent)
    return f"{text}%" if language == "en" else f"{text.replace('.', ',')}\u00a0%"


def citation_told(source: Source) -> dict[str, Any]:
    """Return a citation as programs read it: here, and in the dossier of a claim."""
    return {
        "article": source.label,
        "follows": source.follows,
        "follows_nl": source.follows_nl,
        "link": source.link,
        "not_confirmed": source.not_confirmed,
        "not_confirmed_nl": source.not_confirmed_nl,
    }


def plain_percent(percent: Decimal) -> str:
    """Return a percentage in digits with at least two decimals: "6.00"."""
    exact = percent.normalize()
    return f"{exact:.2f}" if exact == exact.quantize(Decimal("0.01")) else f"{exact:f}"
