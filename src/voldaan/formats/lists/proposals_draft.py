"""A proposal in the making: the steps from what was seen of a list to a mapping, each with its reason."""

import re
from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from voldaan.formats.days import DayError, parse_iso_day
from voldaan.formats.findings import refuse
from voldaan.formats.lists.as_of import as_of_days
from voldaan.formats.lists.cells import Row, is_blank, text_of
from voldaan.formats.lists.look import Look, Sight
from voldaan.formats.lists.mapping import Mapping, MappingError
from voldaan.formats.lists.proposals_amounts import Money, choose_money
from voldaan.formats.lists.proposals_asked import Asked, Option, UnknownTitles
from voldaan.formats.lists.proposals_columns import (
    DAYS,
    DUTCH,
    Chosen,
    Column,
    choose,
    columns_of,
    kind_of,
    refuse_foreign,
    refuse_invoice_lines,
    unread_reason,
)
from voldaan.formats.lists.proposals_credits import choose_sides
from voldaan.formats.lists.proposals_currency import choose_currency
from voldaan.formats.lists.proposals_layout import Heading, Layout, find_heading, lay_out
from voldaan.formats.lists.proposals_notation import find_amounts, find_days
from voldaan.formats.lists.proposals_pointed import ask_for_lacking, pointed_header, pointed_kind
from voldaan.formats.lists.proposals_wished import as_wished, hold_to_wishes, wished

_BY_PLACE = re.compile(r"#[0-9]+")
_HEADING_WORDS = {
    "CELLS": "nummer en naam in eigen cellen",
    "NUMBER_NAME": "eerst het nummer, dan de naam",
    "NAME_NUMBER": "eerst de naam, dan het nummer tussen haakjes",
    "NAME": "alleen de naam",
}


@dataclass(slots=True, kw_only=True)
class Draft:
    """A proposal in the making."""

    asked: Asked
    kind: str | None = None
    columns: list[Column] = field(default_factory=list)
    read: list[Column] = field(default_factory=list)
    """Those of the columns that a person did not want to be left unread, with the meanings that were wished."""
    chosen: Chosen = field(default_factory=Chosen)
    evidence: list[str] = field(default_factory=list)
    settings: dict[str, Any] = field(default_factory=dict)
    mapping: Mapping | None = None

    def why(self, column: Column) -> str:
        """Return why a column is read as it is, or left unread."""
        if column.at in self.chosen.why:
            return self.chosen.why[column.at]
        offered = {
            one.value for choice in self.asked.questions if choice.key in DUTCH for one in choice.options
        }
        if str(column.at + 1) in offered:
            return "Hierover is nog een vraag open."
        return unread_reason(column, self.chosen, self.kind or "")


def draft(look: Look, answers: Dictionary[str, str]) -> Draft:
    """Return how far a list can be described with these answers; raises `Refusal` where it cannot be read."""
    drafted = Draft(asked=Asked(file=look.file, answers=answers))
    seen = _sheet(look, drafted)
    if seen is None:
        return drafted
    layout = lay_out(*seen)
    if not layout.items:
        raise refuse(
            look.file,
            "De lijst heeft geen posten.",
            "Onder de kop staat niets dat op een rij van een lijst lijkt.",
            "Lever de lijst met haar rijen aan.",
            line=seen[0][layout.header_at][0],
        )
    _describe(layout, seen[0][layout.header_at][0], drafted)
    drafted.columns = columns_of(layout)
    wishes = wished(drafted.columns, drafted.asked)
    heading = find_heading(layout)
    kind = pointed_kind(drafted.asked)
    if kind is not None:
        refuse_foreign(drafted.columns, look.file)
        drafted.kind = kind
        read = as_wished(drafted.columns, wishes)
        wishes |= ask_for_lacking(read, kind, drafted.asked, heading=heading is not None, wishes=wishes)
        if drafted.asked.questions:
            return drafted
    drafted.read = as_wished(drafted.columns, wishes)
    drafted.kind = kind or kind_of(drafted.read, heading is not None, layout, look.file)
    drafted.chosen = choose(drafted.read, drafted.kind, drafted.asked)
    money = Money(settled=True)
    if drafted.kind == "OPEN_ITEMS":
        money = _items(layout, heading, drafted)
    _notation(money, drafted)
    if drafted.kind == "OPEN_ITEMS":
        _as_of(layout, money, drafted)
    hold_to_wishes(drafted.columns, wishes, drafted.chosen, drafted.asked)
    if not drafted.asked.questions and money.settled:
        drafted.asked.refuse_unknown()
        drafted.mapping = _mapping(look, drafted)
    return drafted


def _sheet(look: Look, drafted: Draft) -> tuple[Sequence[tuple[int, Row]], int] | None:
    """Return the rows to be described and which of them is the header; None while the worksheet is a question."""
    pointed = pointed_header(look, drafted.asked)
    if pointed is not None:
        _name_sheet(pointed[0], look, drafted)
        return pointed[0].rows, pointed[1]
    found = [sight for sight in look.sights if sight.header_at is not None]
    if not found:
        refusal = refuse(
            look.file,
            "De lijst heeft geen kop die we kennen.",
            "Nergens in de eerste zestig regels staan ten minste twee titels zoals ‘Factuurnummer’ of ‘Openstaand’.",
            "Lever de lijst met haar kop aan, of maak de kolomindeling zelf.",
        )
        raise UnknownTitles(*refusal.problems)
    if len(found) == 1:
        return _one_sheet(found[0], look, drafted)
    titles = {_titles(sight) for sight in found}
    options = [Option(value=f"sheet:{sight.name}", label=f"Alleen ‘{sight.name}’") for sight in found]
    if len(titles) == 1 and len(found) == len(look.sights):
        options.insert(0, Option(value="all", label="Alle bladen samen zijn één lijst"))
    answer = drafted.asked.ask(
        "sheet", f"De werkmap heeft {len(found)} bladen met een lijst. Welke moet ik lezen?", *options
    )
    if answer is None:
        return None
    if answer != "all":
        return _one_sheet(next(s for s in found if f"sheet:{s.name}" == answer), look, drafted)
    drafted.settings["all_sheets"] = True
    drafted.evidence.append(f"Alle {len(found)} bladen hebben dezelfde kop en zijn samen één lijst.")
    header_at = found[0].header_at
    assert header_at is not None
    later = [row for sight in found[1:] for row in sight.rows[(sight.header_at or 0) + 1 :]]
    return [*found[0].rows, *later], header_at


def _one_sheet(sight: Sight, look: Look, drafted: Draft) -> tuple[Sequence[tuple[int, Row]], int]:
    """Return the rows of one table and its header, and name its worksheet where it is not the first."""
    _name_sheet(sight, look, drafted)
    assert sight.header_at is not None
    return sight.rows, sight.header_at


def _name_sheet(sight: Sight, look: Look, drafted: Draft) -> None:
    """Name the worksheet of a list where it is not the first."""
    if sight is not look.sights[0]:
        drafted.settings["sheet"] = sight.name
        drafted.evidence.append(f"De lijst staat op het blad ‘{sight.name}’.")


def _titles(sight: Sight) -> tuple[str, ...]:
    """Return the titles of a table."""
    assert sight.header_at is not None
    return tuple(map(text_of, sight.rows[sight.header_at][1]))


def _describe(layout: Layout, line: int, drafted: Draft) -> None:
    """Say what was found of the layout."""
    above = "; wat erboven staat, zijn titels" if layout.header_at else ""
    drafted.evidence.append(f"De kop staat op regel {line}{above}.")
    if layout.headers_repeated:
        drafted.evidence.append(
            f"De kop komt nog {layout.headers_repeated} keer terug, zoals boven elke pagina."
        )
    if layout.totals:
        drafted.evidence.append(
            f"Regels die optellen: {layout.totals}; ze worden nagerekend en overgeslagen."
        )


def _items(layout: Layout, heading: Heading | None, drafted: Draft) -> Money:
    """Choose what only open items have: the amounts, and the debtor out of a row above."""
    chosen, asked = drafted.chosen, drafted.asked
    if "number" in chosen.columns:
        refuse_invoice_lines(drafted.read, chosen.columns["number"], asked.file)
    money = choose_money(drafted.read, chosen, asked)
    drafted.evidence.extend(money.evidence)
    drafted.settings["currency"] = choose_currency(money.read, chosen, asked, drafted.evidence)
    choose_sides(drafted.read, chosen, asked)
    _debtor_rows(layout, heading, drafted)
    return money


def _debtor_rows(layout: Layout, heading: Heading | None, drafted: Draft) -> None:
    """Find the debtor in a row above its items, where the items do not name it themselves."""
    chosen, asked = drafted.chosen, drafted.asked
    own = [
        chosen.columns[name] for name in ("debtor_number", "debtor_name", "debtor") if name in chosen.columns
    ]
    if own:
        blank = sum(all(is_blank(column.cells[at]) for column in own) for at in range(len(layout.items)))
        if blank and _fill_down(blank, len(layout.items), asked):
            drafted.settings["heading"] = "CELLS"
        return
    if heading is None:
        return
    form: str | None = heading.form
    if heading.doubtful:
        form = asked.ask(
            "heading",
            "Boven de posten staat een rij met de debiteur. Is het eerste woord daarvan zijn nummer?",
            Option(value="NUMBER_NAME", label="Ja, eerst het nummer, dan de naam", example=heading.example),
            Option(value="NAME", label="Nee, het hoort bij de naam", example=heading.example),
        )
    if form is not None:
        drafted.settings["heading"] = form
        drafted.settings["heading_label"] = heading.label
        drafted.evidence.append(
            f"Rijen die de debiteur van de posten eronder noemen: {heading.count} ({_HEADING_WORDS[form]}), zoals "
            f"‘{heading.example[:60]}’."
        )


def _fill_down(blank: int, rows: int, asked: Asked) -> bool:
    """Ask if items without a debtor are of the debtor above them."""
    answer = asked.ask(
        "debtor_above",
        f"In {blank} van {rows} rijen staat geen debiteur. Zijn die van de debiteur in de rij erboven?",
        Option(value="yes", label="Ja, de debiteur staat alleen in zijn eerste rij"),
        Option(
            value="no",
            label="Nee, daar ontbreekt iets",
            example="De lijst wordt dan geweigerd, met die rijen.",
        ),
    )
    return answer == "yes"


def _notation(money: Money, drafted: Draft) -> None:
    """Find how amounts and days are written, in the columns that were chosen."""
    currency = drafted.settings.get("currency")
    if money.read and money.settled and currency is not None:
        amounts = find_amounts(
            (cell for column in money.read for cell in column.cells), currency, drafted.asked
        )
        if amounts is not None:
            notation = amounts.notation
            drafted.settings.update(
                decimal=notation.decimal,
                thousands=notation.thousands,
                negative=notation.negative,
                round_to_cents=notation.round_to_cents,
            )
            drafted.evidence.extend(amounts.evidence)
    days = [column for name, column in drafted.chosen.columns.items() if name in DAYS]
    if days:
        found = find_days((cell for column in days for cell in column.cells), drafted.asked)
        if found is not None:
            drafted.settings["dates"] = found.dates
            drafted.evidence.extend(found.evidence)


def _as_of(layout: Layout, money: Money, drafted: Draft) -> None:
    """Ask if the list is complete, and of which day it tells where it does not say so itself."""
    open_keys = {choice.key for choice in drafted.asked.questions}
    days = as_of_days(layout.title_rows, drafted.settings.get("dates", "dd-mm-yyyy"))
    if len(days) == 1 and "dates" not in open_keys:
        drafted.settings["as_of_in_title"] = True
        drafted.evidence.append(f"Boven de kop staat de dag van de lijst: {next(iter(days)):%d-%m-%Y}.")
    answer = drafted.asked.ask(
        "complete",
        "Noemt deze lijst alle openstaande posten? Wat er dan niet meer in staat, geldt als betaald.",
        Option(value="yes", label="Ja, alles wat openstaat staat erin"),
        Option(value="no", label="Nee, of dat weet ik niet zeker"),
    )
    if answer == "yes":
        drafted.settings["complete"] = True
    needed = answer == "yes" or bool(money.ageing) or "days_overdue" in drafted.chosen.columns
    if needed and len(days) != 1 and "dates" not in open_keys:
        text = drafted.asked.ask("as_of", "Tot en met welke dag klopt deze lijst?")
        if text is not None:
            drafted.settings["as_of"] = _day_answer(drafted.asked.file, text)
    drafted.settings["ageing"] = MappingProxyType(dict(money.ageing))


def _day_answer(file: str, text: str) -> date:
    """Return the day that was answered; raises `Refusal` where it is none."""
    try:
        return parse_iso_day(text)
    except DayError as error:
        raise refuse(
            file,
            "Het antwoord is geen dag.",
            str(error),
            "Antwoord met jaar, maand en dag: 2026-11-22.",
            path="as_of",
        ) from None


def _mapping(look: Look, drafted: Draft) -> Mapping:
    """Return the mapping; raises `Refusal` where the parts make none."""
    columns = {
        name: _reference(drafted.chosen.columns[name]) for name in DUTCH if name in drafted.chosen.columns
    }
    try:
        return Mapping(
            kind=drafted.kind or "",
            columns=MappingProxyType(columns),
            delimiter=look.delimiter,
            **drafted.settings,
        )
    except MappingError as error:
        raise refuse(
            look.file,
            "Van deze lijst is geen kolomindeling te maken.",
            str(error),
            "Exporteer de lijst met de kolommen die ontbreken, of maak de kolomindeling zelf.",
        ) from None


def _reference(column: Column) -> str:
    """Return how a mapping names a column: by its title, or by its place where the title does not tell it apart."""
    named = column.title and not column.double and not _BY_PLACE.fullmatch(column.title)
    return column.title if named else f"#{column.at + 1}"
