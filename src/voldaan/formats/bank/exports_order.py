"""The rows of one account in the order in which they were booked, and whether each balance follows from the last."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby, pairwise
from typing import NamedTuple

from voldaan.formats.bank.exports_rows import Row
from voldaan.formats.spool import Shelf, Spool

SORTED_MAX = 20_000
"""More rows whose days stand in no order are not put in order: all of them would have to be held."""
STARTS_MAX = 32
"""How many balances are tried for a first day that ends as it began."""


class Break(NamedTuple):
    """Two rows, the earlier first, whose balances do not meet."""

    earlier: Row
    later: Row

    @property
    def difference_cents(self) -> int:
        """Return what lies between the balance after the one and before the other."""
        return (self.later.before_cents or 0) - (self.earlier.after_cents or 0)


class AccountRows:
    """The rows of one account as they pass, and what they tell of the order in which they stand."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self.rows: Spool[Row] = shelf.spool()
        self.has_balances = True
        """Every row has one."""
        self.first_day, self.last_day = date.max, date.min
        self._first: Row | None = None
        self._last: Row | None = None
        self.contradicting: Row | None = None
        """The first row whose own balances its amount does not join."""
        self._downward = _Direction()
        """The oldest row stands first."""
        self._upward = _Direction()
        """The newest row stands first."""
        self._days_rise = self._days_fall = False

    def append(self, row: Row) -> None:
        """Keep a row as the next one of the file."""
        last = self._last
        if last is not None:
            self._downward.meet(last, row)
            self._upward.meet(row, last)
            self._days_rise = self._days_rise or row.booking_date > last.booking_date
            self._days_fall = self._days_fall or row.booking_date < last.booking_date
        if row.before_cents is None or row.after_cents is None:
            self.has_balances = False
        elif self.contradicting is None and row.contradicts_itself:
            self.contradicting = row
        self._first = self._first or row
        self._last = row
        self.first_day = min(self.first_day, row.booking_date)
        self.last_day = max(self.last_day, row.booking_date)
        self.rows.append(row)

    def in_order(self) -> tuple[Iterable[Row], Break | None]:
        """Return the rows, the oldest first, and where their balances break first; None where they all meet."""
        self.rows.close()
        if not self.has_balances:
            return self._by_days(), None
        downward = self._downward.breaks == 0 and not self._days_only_fall
        upward = self._upward.breaks == 0 and not self._days_only_rise
        if downward and not (upward and self._newest_first()):
            return self.rows, None
        if upward:
            return reversed(self.rows), None
        chained = self._day_by_day() or self._as_they_chain()
        if chained is not None:
            return chained, None
        fewer_upward = self._upward.breaks < self._downward.breaks and not self._days_only_rise
        if self._days_only_fall or fewer_upward:
            return reversed(self.rows), self._upward.last
        return self.rows, self._downward.first

    @property
    def _days_only_rise(self) -> bool:
        """The days say that the oldest row stands first: balances that meet the other way round do so by chance."""
        return self._days_rise and not self._days_fall

    @property
    def _days_only_fall(self) -> bool:
        """The days say that the newest row stands first."""
        return self._days_fall and not self._days_rise

    def _newest_first(self) -> bool:
        assert self._first is not None and self._last is not None
        return self._first.booking_date > self._last.booking_date

    def _by_days(self) -> Iterable[Row]:
        return reversed(self.rows) if self._newest_first() else self.rows

    def _day_by_day(self) -> Spool[Row] | None:
        """Return the rows with each day's in an order that chains; None where a day has none."""
        for start in self._starts():
            chained = self._chained_from(start)
            if chained is not None:
                return chained
        return None

    def _days(self) -> Iterator[list[Row]]:
        """Yield the rows of each day, the oldest first; days that stand in no order are put in order if they can be."""
        rows = self._by_days()
        if self._days_rise and self._days_fall and len(self.rows) <= SORTED_MAX:
            rows = sorted(rows, key=lambda row: row.booking_date)
        for _, day in groupby(rows, key=lambda row: row.booking_date):
            yield list(day)

    def _starts(self) -> Sequence[int | None]:
        """Return the balances with which the first day can begin: where it ends as it began, the next day tells."""
        days = self._days()
        if sum(row.total_cents for row in next(days)):
            return (None,)
        return [None, *dict.fromkeys(row.before_cents for row in next(days, []))][:STARTS_MAX]

    def _chained_from(self, start: int | None) -> Spool[Row] | None:
        """Return the rows day by day from a balance, None where a day does not chain to the one before it."""
        chained: Spool[Row] = self._shelf.spool()
        balance = start
        with chained:
            for day in self._days():
                found = _trail(day, balance)
                if found is None:
                    return None
                chained.extend(found)
                balance = found[-1].after_cents
        return chained

    def _as_they_chain(self) -> Sequence[Row] | None:
        """Return the rows in an order that chains from the first day to the last; None where there is none.

        Between them a day may go back: some banks give the day of a payment by card. Where a row is missing and the
        account ends as it began, the rows after it would chain to those before it: then the days at the ends differ.
        """
        if len(self.rows) > SORTED_MAX:
            return None
        trail = _trail(sorted(self._by_days(), key=lambda row: row.booking_date), None)
        if trail is None or (trail[0].booking_date, trail[-1].booking_date) != (
            self.first_day,
            self.last_day,
        ):
            return None
        return trail


class _Direction:
    """How often the balances break when the rows are read in one direction."""

    def __init__(self) -> None:
        self.breaks = 0
        self.first: Break | None = None
        self.last: Break | None = None

    def meet(self, earlier: Row, later: Row) -> None:
        """Compare two neighbours, given in the order in which they would have been booked."""
        if earlier.after_cents == later.before_cents:
            return
        self.breaks += 1
        self.last = Break(earlier, later)
        self.first = self.first or self.last


def _trail(rows: list[Row], balance: int | None) -> list[Row] | None:
    """Return rows in an order in which each balance follows from the last, None where there is none.

    Each row leads from one balance to another; the order sought uses every row once (Hierholzer). It begins at the
    balance given, else at the one that is left once more often than it is reached.
    """
    for order in (rows, rows[::-1]):
        if balance in (None, order[0].before_cents) and _chains(order):
            return order
    leaving: dict[int | None, list[Row]] = defaultdict(list)
    surplus: dict[int | None, int] = defaultdict(int)
    for row in reversed(rows):
        leaving[row.before_cents].append(row)
        surplus[row.before_cents] += 1
        surplus[row.after_cents] -= 1
    start = balance
    if start is None:
        start = next((place for place, count in surplus.items() if count == 1), rows[0].before_cents)
    trail = list(_walk(start, leaving))[::-1]
    return trail if len(trail) == len(rows) and _chains(trail) else None


def _walk(start: int | None, leaving: dict[int | None, list[Row]]) -> Iterator[Row]:
    """Yield the rows of a walk over all of them, the last first."""
    path: list[tuple[int | None, Row | None]] = [(start, None)]
    while path:
        balance, row = path[-1]
        if leaving[balance]:
            taken = leaving[balance].pop()
            path.append((taken.after_cents, taken))
            continue
        path.pop()
        if row is not None:
            yield row


def _chains(rows: Sequence[Row]) -> bool:
    return all(one.after_cents == two.before_cents for one, two in pairwise(rows))
