"""What follows from what in a row of statements: one that is missing, one that came twice, two over the same days.

Only the heads of the statements are kept, and of each day with movements a digest, so that months of them fit.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from voldaan.formats.amounts import format_cents
from voldaan.formats.values import Problem, Statement, Transaction

GAP = "GAP"
REPEAT = "REPEAT"
OVERLAP = "OVERLAP"

SAME_DAY_MAX = 100
"""More statements of one account on one day are not put in order: no bank makes so many."""

_NUMBER = re.compile(r"\s*([0-9]{1,9})(?:\s*/\s*[0-9]+)?\s*")


class Head(NamedTuple):
    """What is kept of one statement."""

    place: int
    """In the order of reading."""
    file: str
    bank_iban: str
    currency: str
    number: str | None
    opening_cents: int | None
    closing_cents: int | None
    opening_date: date | None
    closing_date: date | None
    days: tuple[tuple[date, str], ...]
    """The days on which something was booked, each with the digest of its movements."""

    @property
    def first_day(self) -> date:
        """Return the first day that the statement tells of."""
        return self.days[0][0] if self.days else self.opening_date or self.last_day

    @property
    def last_day(self) -> date:
        """Return the last day that the statement tells of."""
        return self.closing_date or (self.days[-1][0] if self.days else self.opening_date or date.max)

    @property
    def content(self) -> tuple[object, ...]:
        """Return what two statements share that are the same one."""
        return (self.number, self.opening_cents, self.closing_cents, self.closing_date, self.days)

    def __str__(self) -> str:
        if self.last_day == date.max:
            return self.number or "zonder nummer"
        if self.number:
            return f"{self.number} ({self.last_day:%d-%m-%Y})"
        if self.first_day < self.last_day:
            return f"van {self.first_day:%d-%m-%Y} tot en met {self.last_day:%d-%m-%Y}"
        return f"van {self.last_day:%d-%m-%Y}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two statements of one account that do not join as they should, the earlier first."""

    kind: str
    """GAP, REPEAT or OVERLAP."""
    bank_iban: str
    currency: str
    earlier: Head
    later: Head
    difference_cents: int | None = None
    """What lies between the closing balance of the one and the opening balance of the other."""

    @property
    def sentence(self) -> str:
        """Return what is the matter, in Dutch."""
        account = f"van rekening {self.bank_iban}" if self.bank_iban else "van deze rekening"
        if self.kind == REPEAT:
            return f"Afschrift {self.later} {account} is er twee keer."
        if self.kind == OVERLAP:
            return (
                f"Afschrift {self.later} {account} gaat voor een deel over dezelfde dagen als {self.earlier}."
            )
        missing = f"Tussen afschrift {self.earlier} en {self.later} {account} ontbreekt iets"
        if self.difference_cents is None:
            return f"{missing}: de nummers lopen niet door."
        return f"{missing}: het verschil is {format_cents(self.difference_cents)} {self.currency}."

    @property
    def because(self) -> str:
        """Return how that is seen, in Dutch."""
        if self.kind == REPEAT:
            return "Nummer, dag, saldi en boekingen zijn dezelfde."
        if self.kind == OVERLAP:
            return "De dagen lopen door elkaar en de saldi sluiten niet op elkaar aan."
        if self.difference_cents is None:
            return "Zonder saldi is alleen aan de nummers te zien of er een afschrift ontbreekt."
        return (
            f"Het ene eindigt met {format_cents(self.earlier.closing_cents or 0)}, "
            f"het volgende begint met {format_cents(self.later.opening_cents or 0)}."
        )

    @property
    def how_to_fix(self) -> str:
        """Return what to do, in Dutch."""
        if self.kind == REPEAT:
            return "U hoeft niets te doen: dezelfde boekingen tellen één keer."
        if self.kind == OVERLAP:
            return "Dezelfde boekingen tellen één keer; controleer welke van de twee volledig is."
        return "Download de afschriften die ertussen horen bij de bank en lever ze ook in."

    def problem(self, file: str = "") -> Problem:
        """Return the same as a problem of a file: the one given, else that of the later statement."""
        return Problem(
            file=file or self.later.file, what=self.sentence, why=self.because, how_to_fix=self.how_to_fix
        )


class ChainSoFar:
    """The heads of the statements that were read, so that the statements themselves can go."""

    def __init__(self) -> None:
        self._accounts: dict[tuple[str, str, str | None], list[Head]] = defaultdict(list)
        self._count = 0

    def add(self, statement: Statement, file: str = "") -> None:
        """Keep the head of a statement; an interim report or an advice is no part of the chain."""
        if statement.kind == "STATEMENT":
            name = None if statement.bank_iban else statement.bank_account_name
            self.add_head(_head(self._count, statement, file), name)

    def add_head(self, head: Head, account_name: str | None = None) -> None:
        """Keep a head that was made elsewhere; the name tells accounts apart whose number is not known."""
        self._count += 1
        self._accounts[(head.bank_iban, head.currency, account_name)].append(head)

    def links(self) -> tuple[Link, ...]:
        """Return where the statements do not join, account by account."""
        return tuple(link for heads in self._accounts.values() for link in _links(heads))


def chain(statements: Iterable[Statement]) -> tuple[Link, ...]:
    """Return where statements do not join, per account and currency.

    They come in the order of reading, which decides only between statements of the same day.
    """
    so_far = ChainSoFar()
    for statement in statements:
        so_far.add(statement)
    return so_far.links()


def _head(place: int, statement: Statement, file: str) -> Head:
    return Head(
        place=place,
        file=file,
        bank_iban=statement.bank_iban,
        currency=statement.currency,
        number=statement.number,
        opening_cents=statement.opening_cents,
        closing_cents=statement.closing_cents,
        opening_date=statement.opening_date,
        closing_date=statement.closing_date,
        days=days_of(statement.transactions),
    )


def days_of(movements: Iterable[Transaction]) -> tuple[tuple[date, str], ...]:
    """Return the days of movements, each with a digest: of their amounts, in whatever order they stand.

    Two formats word the same movement differently, so the words are no part of it.
    """
    sums: dict[date, int] = defaultdict(int)
    for one in movements:
        mark = hashlib.sha256(f"{one.booking_date}{one.amount_cents}".encode()).digest()
        sums[one.booking_date] += int.from_bytes(mark[:16], "big")
    return tuple((day, f"{sums[day]:x}") for day in sorted(sums))


def _links(heads: list[Head]) -> Iterator[Link]:
    """Yield what is the matter between the statements of one account."""
    seen: dict[tuple[object, ...], Head] = {}
    end: Head | None = None
    for head in _in_order(heads):
        before = seen.setdefault(head.content, head)
        if before is not head:
            yield _link(REPEAT, before, head)
            continue
        if end is not None:
            yield from _between(end, head)
        if end is None or (head.last_day, head.place) > (end.last_day, end.place) or _joins(end, head):
            end = head


def _in_order(heads: list[Head]) -> Iterator[Head]:
    """Yield the statements by their last day; of those of one day, the one that joins first, else as they were read."""
    by_day = sorted(heads, key=lambda head: (head.last_day, head.first_day, head.place))
    end: Head | None = None
    for _, group in groupby(by_day, key=lambda head: head.last_day):
        same_day = list(group)
        while len(same_day) > SAME_DAY_MAX:
            yield same_day.pop(0)
        while same_day:
            end = _next_of(same_day, end)
            same_day.remove(end)
            yield end


def _next_of(same_day: list[Head], end: Head | None) -> Head:
    """Return which statement of a day comes first: the one that joins what was, else one that joins no other."""
    for head in same_day:
        if end is not None and _joins(end, head):
            return head
    begins = (
        one for one in same_day if not any(_joins(other, one) for other in same_day if other is not one)
    )
    return next(begins, same_day[0])


def _joins(earlier: Head, later: Head) -> bool:
    """Test if the balances say that nothing lies between two statements."""
    return earlier.closing_cents is not None and earlier.closing_cents == later.opening_cents


def _between(earlier: Head, later: Head) -> Iterator[Link]:
    """Yield what is the matter between a statement and the one that should follow from it."""
    if _joins(earlier, later):
        return
    if _share_days(earlier, later):
        yield _link(OVERLAP, earlier, later)
    elif earlier.closing_cents is not None and later.opening_cents is not None:
        yield _link(GAP, earlier, later, later.opening_cents - earlier.closing_cents)
    elif _numbers_jump(earlier, later):
        yield _link(GAP, earlier, later)


def _share_days(earlier: Head, later: Head) -> bool:
    """Test if two statements that do not join tell of the same days.

    Of one shared day each can hold a part, so without balances its movements must be the same ones.
    """
    if not earlier.days or not later.days:
        return False
    if later.first_day < earlier.days[-1][0]:
        return True
    known = earlier.closing_cents is not None and later.opening_cents is not None
    return later.first_day == earlier.days[-1][0] and (known or later.days[0] in earlier.days)


def _numbers_jump(earlier: Head, later: Head) -> bool:
    """Test if a number is missing between two; a lower one begins a new year."""
    numbers = [_NUMBER.fullmatch(head.number or "") for head in (earlier, later)]
    if not all(numbers):
        return False
    one, two = (int(found[1]) for found in numbers if found)
    return two > one + 1


def _link(kind: str, earlier: Head, later: Head, difference_cents: int | None = None) -> Link:
    return Link(
        kind=kind,
        bank_iban=later.bank_iban,
        currency=later.currency,
        earlier=earlier,
        later=later,
        difference_cents=difference_cents,
    )
