"""Which columns say what is open: one column, debit and credit, total less paid, or columns by age."""

from collections.abc import Mapping as Dictionary
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import isfinite

from voldaan.formats.lists.cells import Cell, is_blank, text_of
from voldaan.formats.lists.look_cells import same
from voldaan.formats.lists.look_words import EXPLICIT, POSSIBLE
from voldaan.formats.lists.proposals_asked import Asked, Option
from voldaan.formats.lists.proposals_columns import (
    DUTCH,
    NONE,
    Chosen,
    Column,
    ask_column,
    fits,
    is_money,
    no_amount,
)
from voldaan.formats.lists.proposals_layout import age_of, ages_are_overdue

_TERMS = (14, 30, 60, 90, 120)
_AGES_MIN = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Money:
    """How a list says what is open."""

    settled: bool
    """False while a question about it is open."""
    ageing: Dictionary[str, tuple[int, int | None]] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    read: tuple[Column, ...] = ()
    """The columns of amounts that are read."""


def choose_money(columns: Sequence[Column], chosen: Chosen, asked: Asked) -> Money:
    """Choose what says what is open; raises `Refusal` where nothing does."""
    money = [column for column in columns if not chosen.taken(column) and fits("open", column)]
    ages = [column for column in columns if age_of(column.title) is not None and _is_age(column)]
    ages = ages if len(ages) >= _AGES_MIN else []
    settled = _choose_open(money, ages, chosen, asked)
    if (
        settled
        and not chosen.columns.keys() & {"open", "debit"}
        and not ages
        and "paid" not in chosen.columns
    ):
        raise no_amount(columns, asked.file)
    if settled and not _choose_total(money, chosen, asked):
        settled = False
    ageing, evidence, aged = _ageing(ages, columns, chosen, asked)
    names = ("open", "debit", "credit", "total", "paid")
    read = [chosen.columns[name] for name in names if name in chosen.columns]
    return Money(
        settled=settled and aged,
        ageing=ageing,
        evidence=evidence,
        read=(*read, *(column for column in ages if column.title in ageing)),
    )


def _is_age(column: Column) -> bool:
    """Test if an ageing column can be read: it holds amounts, or nothing now."""
    return not column.double and (not column.content.filled or fits("open", column))


def _named(money: Sequence[Column], name: str, grade: int) -> list[Column]:
    """Return the columns of amounts whose title says this, so surely."""
    return [column for column in money if column.meanings.get(name) == grade]


def _choose_open(money: Sequence[Column], ages: Sequence[Column], chosen: Chosen, asked: Asked) -> bool:
    """Choose the column or columns of what is open; False while that is a question."""
    explicit, possible = _named(money, "open", EXPLICIT), _named(money, "open", POSSIBLE)
    debit, credit = _named(money, "debit", EXPLICIT), _named(money, "credit", EXPLICIT)
    totals = _named(money, "total", EXPLICIT) or _named(money, "total", POSSIBLE)
    paid = _named(money, "paid", EXPLICIT)
    sides = len(debit) == 1 and len(credit) == 1
    if explicit:
        return _take_open(explicit, chosen, asked)
    if possible and sides:
        return _ask_sides(possible, debit[0], credit[0], chosen, asked)
    if possible and len(totals) == 1 and _runs_on(possible[0], totals[0]):
        found = [*possible, *totals]
        return _take_answer(ask_column("open", found, asked, optional=False), found, chosen)
    if possible:
        return _take_open(possible, chosen, asked)
    if sides:
        chosen.take("debit", debit[0], "Wat openstaat, is debet min credit.")
        chosen.take("credit", credit[0], "Wat openstaat, is debet min credit.")
        return True
    if len(totals) == 1 and len(paid) == 1:
        chosen.take("total", totals[0], f"Wat openstaat, is {totals[0].spoken} min {paid[0].spoken}.")
        chosen.take("paid", paid[0], f"De titel {paid[0].spoken} betekent {DUTCH['paid']}.")
        return True
    unknown = totals or [column for column in money if is_money(column)]
    if ages or not unknown:
        return True
    return _take_answer(ask_column("open", unknown, asked, optional=True), unknown, chosen)


def _runs_on(balance: Column, amounts: Column) -> bool:
    """Test if a balance is the one of the row above with the amount of the row added, as on an account."""
    rows = [
        (_digits(one), _digits(other))
        for one, other in zip(balance.cells, amounts.cells, strict=True)
        if not is_blank(one) and not is_blank(other)
    ]
    steps = list(pairwise(rows))
    running = sum(below[0] == above[0] + below[1] for above, below in steps)
    own = sum(one == other for one, other in rows)
    return running * 2 > len(steps) and own < len(rows)


def _digits(cell: Cell) -> int:
    """Return an amount by its digits alone, in whatever notation, so that it can be compared with its neighbours."""
    if isinstance(cell, int | float):
        return round(cell * 100) if isfinite(cell) else 0
    text = text_of(cell)
    digits = int("".join(sign for sign in text if sign in "0123456789")[:18] or "0")
    return -digits if "-" in text or "(" in text else digits


def _take_open(found: Sequence[Column], chosen: Chosen, asked: Asked) -> bool:
    """Take the one column that says what is open, or ask which of them does."""
    first = found[0]
    if len(found) == 1 or (not first.double and all(same(first.cells, other.cells) for other in found)):
        chosen.take("open", first, f"De titel {first.spoken} betekent {DUTCH['open']}.")
        return True
    return _take_answer(ask_column("open", found, asked, optional=False), found, chosen)


def _take_answer(answer: str | None, found: Sequence[Column], chosen: Chosen) -> bool:
    """Take the column of an answer; False while there is none."""
    if answer is None:
        return False
    if answer != NONE:
        column = next(c for c in found if str(c.at + 1) == answer)
        chosen.take("open", column, f"U koos {column.spoken} voor {DUTCH['open']}.")
        chosen.alternatives[column.at] = tuple(c.title for c in found if c is not column)
    return True


def _ask_sides(found: Sequence[Column], debit: Column, credit: Column, chosen: Chosen, asked: Asked) -> bool:
    """Ask if a balance is what is open of an item, or a sum that runs on beside debit and credit."""
    options = [Option(value=str(c.at + 1), label=f"{c.spoken} (kolom {c.at + 1})") for c in found]
    both = Option(value="debit_credit", label=f"{debit.spoken} min {credit.spoken}; het saldo loopt door")
    answer = asked.ask("open", f"Welke kolom is {DUTCH['open']}?", *options, both)
    if answer != both.value:
        return _take_answer(answer, found, chosen)
    chosen.take("debit", debit, "U koos: wat openstaat, is debet min credit.")
    chosen.take("credit", credit, "U koos: wat openstaat, is debet min credit.")
    return True


def _choose_total(money: Sequence[Column], chosen: Chosen, asked: Asked) -> bool:
    """Choose the amount of the invoice where a column says it; False while that is a question."""
    if "total" in chosen.columns or "debit" in chosen.columns:
        return True
    for grade in (EXPLICIT, POSSIBLE):
        found = [c for c in _named(money, "total", grade) if not chosen.taken(c) and c.at not in chosen.asked]
        if len(found) == 1 or (found and all(same(found[0].cells, other.cells) for other in found)):
            chosen.take("total", found[0], f"De titel {found[0].spoken} betekent {DUTCH['total']}.")
            return True
        if found:
            answer = ask_column("total", found, asked, optional=True)
            if answer not in (None, NONE):
                column = next(c for c in found if str(c.at + 1) == answer)
                chosen.take("total", column, f"U koos {column.spoken} voor {DUTCH['total']}.")
            return answer is not None
    return True


def _ageing(
    ages: Sequence[Column], columns: Sequence[Column], chosen: Chosen, asked: Asked
) -> tuple[dict[str, tuple[int, int | None]], tuple[str, ...], bool]:
    """Return the ageing columns that are needed, with why; last: False while a question about them is open."""
    if not ages:
        return {}, (), True
    names = ", ".join(column.spoken for column in ages)
    says_open = bool(chosen.columns.keys() & {"open", "debit", "paid"})
    if says_open and (chosen.columns.keys() & {"due_date", "days_overdue"} or "open" not in chosen.columns):
        for column in ages:
            chosen.why[column.at] = (
                "Niet gelezen: andere kolommen zeggen al wat openstaat en wanneer het verviel."
            )
        return {}, (f"De ouderdom ({names}) volgt al uit andere kolommen.",), True
    if not ages_are_overdue(column.title for column in ages):
        answer = asked.ask(
            "ageing",
            f"Vanaf welke dag tellen de kolommen {names}?",
            Option(value="due_date", label="Vanaf de vervaldatum"),
            Option(value="issue_date", label="Vanaf de factuurdatum"),
        )
        if answer is None:
            return {}, (), False
        if answer == "issue_date" and not says_open:
            raise no_amount([column for column in columns if column not in ages], asked.file)
        if answer == "issue_date":
            return {}, (f"De ouderdom ({names}) zegt niets over de vervaldatum.",), True
    longest = 0
    if any((age := age_of(column.title)) is not None and age[0] < 0 for column in ages):
        term = asked.ask(
            "longest_term",
            "Wat is de langste betaaltermijn die u geeft? Een post die nog niet vervallen is, vervalt uiterlijk dan.",
            *(Option(value=str(days), label=f"{days} dagen") for days in _TERMS),
        )
        if term is None:
            return {}, (), False
        longest = int(term)
    return _mapped(ages, longest, chosen), (f"De ouderdom staat in {names}.",), True


def _mapped(ages: Sequence[Column], longest: int, chosen: Chosen) -> dict[str, tuple[int, int | None]]:
    """Return the ageing columns as a mapping declares them."""
    ageing = {}
    for column in ages:
        age = age_of(column.title)
        assert age is not None
        ageing[column.title] = (-longest, 0) if age[0] < 0 else age
        chosen.why[column.at] = f"De titel {column.spoken} zegt hoe lang iets vervallen is."
    return ageing
