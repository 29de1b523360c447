"""What is left of the lines of one debtor, per invoice.

Lines belong together by the invoice they name; and by the marks that the package gave to lines that settle each
other, where these leave no doubt.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import chain

from voldaan.formats.auditfile.rows import BALANCE, OPENING, Row

Dates = dict[str, tuple[date | None, date | None]]
"""Day and due date per invoice number."""


@dataclass(slots=True, kw_only=True)
class Position:
    """An invoice or credit of one debtor, with its lines in the order of the file."""

    number: str
    rows: list[Row]

    @property
    def cents(self) -> int:
        """Return what is left."""
        return sum(row.cents for row in self.rows)

    @property
    def own_rows(self) -> list[Row]:
        """Return the lines of the booking that made it: the first on its own side that moves no money."""
        rows = [row for row in self.rows if (row.cents > 0) == (self.cents > 0)]
        first = next((row for row in rows if not row.payment), None)
        return [] if first is None else [row for row in rows if row.entry == first.entry]


@dataclass(slots=True, kw_only=True)
class Standing:
    """How one debtor stands at the end."""

    positions: list[Position] = field(default_factory=list)
    """Everything that is open under a number."""
    loose_cents: int = 0
    """Money and credits without an invoice number, less debits without one."""
    older_cents: int = 0
    """The balance of the start, less payments on invoices that only that balance can hold."""
    cents: int = 0
    """All lines together."""


def standing(rows: Sequence[Row], *, older_unknown: bool) -> Standing:
    """Return how a debtor stands; `older_unknown`: the file gives the opening balance without its invoices."""
    total = sum(row.cents for row in rows)
    found = Standing(cents=total)
    balance = [row for row in rows if row.origin == BALANCE]
    if total == 0 and (balance or not older_unknown):
        return found
    found.older_cents = sum(row.cents for row in balance)
    groups, loose = _grouped([row for row in rows if row.origin != BALANCE])
    for number, lines in groups.items():
        position = Position(number=number, rows=lines)
        if position.cents < 0 and older_unknown and all(_settles(row) for row in lines):
            found.older_cents += position.cents
        elif position.cents:
            found.positions.append(position)
    found.loose_cents = sum(row.cents for row in loose)
    return found


def _settles(row: Row) -> bool:
    """Test if a line can only take away from an invoice that the file does not have."""
    return row.cents < 0 and row.origin != OPENING


def _grouped(rows: Sequence[Row]) -> tuple[dict[str, list[Row]], list[Row]]:
    """Return the lines per invoice number, and those that have none."""
    known = {row.invoice or row.document for row in rows if row.invoice or not row.payment}
    groups: defaultdict[str, list[Row]] = defaultdict(list)
    loose: list[Row] = []
    for row in rows:
        number = _number(row, known)
        (loose if number is None else groups[number]).append(row)
    return _matched(dict(groups), loose)


def _number(row: Row, known: set[str | None]) -> str | None:
    """Return the invoice that a line names. The document of a payment is one only where it is known as one."""
    if row.invoice:
        return row.invoice
    if row.document and (not row.payment or row.document in known):
        return row.document
    return row.number if row.sale else None


def _matched(groups: dict[str, list[Row]], loose: list[Row]) -> tuple[dict[str, list[Row]], list[Row]]:
    """Return groups and loose lines after the package's own marks.

    What together is nothing is settled. Loose lines that are marked with one invoice are of that invoice. Where
    several invoices share a mark and something is left, the mark does not say of which.
    """
    for numbers, lines in _components(groups, loose):
        together = sum(row.cents for number in numbers for row in groups[number]) + sum(
            r.cents for r in lines
        )
        if together == 0:
            for number in numbers:
                del groups[number]
        elif len(numbers) == 1:
            groups[numbers[0]].extend(lines)
        else:
            continue
        settled = {id(row) for row in lines}
        loose = [row for row in loose if id(row) not in settled]
    return groups, loose


def _components(groups: dict[str, list[Row]], loose: Sequence[Row]) -> Iterable[tuple[list[str], list[Row]]]:
    """Return the numbers and loose lines that marks tie together, directly or through each other."""
    root: dict[str, str] = {}

    def top(mark: str) -> str:
        while root.setdefault(mark, mark) != mark:
            root[mark] = root[root[mark]]
            mark = root[mark]
        return mark

    marks = {number: [*chain.from_iterable(r.matches for r in lines)] for number, lines in groups.items()}
    for tied in (*marks.values(), *(row.matches for row in loose)):
        for mark in tied[1:]:
            root[top(mark)] = top(tied[0])
    numbers: defaultdict[str, list[str]] = defaultdict(list)
    lines_of: defaultdict[str, list[Row]] = defaultdict(list)
    for number, tied in marks.items():
        if tied:
            numbers[top(tied[0])].append(number)
    for row in loose:
        if row.matches:
            lines_of[top(row.matches[0])].append(row)
    return [(numbers[mark], lines_of[mark]) for mark in dict.fromkeys((*numbers, *lines_of))]
