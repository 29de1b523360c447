"""What the rows of a list add up to, so that the totals in it can be checked: a row that is missing is seen.

A total counts from where its rows begin: the debtor's first row, the total before it, the first row of its group, or
the first row of all. Which of these a total may count from is decided by where it stands, so that the rows of another
debtor never make up for a row that is missing.
"""

from collections.abc import Sequence
from typing import NamedTuple

Amounts = Sequence[int | None]


class Mark(NamedTuple):
    """A place in the list: how many rows came before it and what they add up to."""

    number: int
    cents: tuple[int, ...]


class Sums:
    """The running sums of the money columns. The first is what is open, whatever column says so."""

    def __init__(self, columns: int) -> None:
        self.count = 0
        self.cents = [0] * (columns + 1)
        self.start = self.block = self.group = self.last_total = self.mark()
        self.ends: list[Mark] = [self.start]
        """Where totals stood that no later total has taken in yet."""
        self.has_block_totals = False

    def mark(self) -> Mark:
        """Return this place."""
        return Mark(self.count, tuple(self.cents))

    def add(self, open_cents: int, amounts: Amounts) -> None:
        """Count one item."""
        self.count += 1
        cents = self.cents
        cents[0] += open_cents
        for place, amount in enumerate(amounts, 1):
            if amount:
                cents[place] += amount

    def begin_block(self) -> None:
        """Begin the rows of another debtor."""
        if self.count and self.count == self.last_total.number:
            self.has_block_totals = True
        self.block = self.mark()

    def begin_group(self) -> None:
        """Begin another part of the list, with a title or a worksheet of its own."""
        self.group = self.mark()

    def take_total(
        self, amounts: Amounts, others: Sequence[int], *, is_grand: bool
    ) -> tuple[int, int] | None:
        """Hold a total row against its rows, and let the next total count from here.

        `amounts` stand in the money columns; `others` elsewhere in the row: what is open, or how many rows. Returns
        None when it is right, else what the total says and the nearest that rows above it add up to.
        """
        starts = self._starts(is_grand=is_grand)
        for start in starts:
            if self._fits(start, amounts, others):
                self._end_at(start)
                return None
        self._end_at(self.last_total)
        said = [(amount, place) for place, amount in enumerate(amounts, 1) if amount is not None]
        said = said or [(amount, 0) for amount in others]
        pairs = [(amount, self.since(start)[place]) for start in starts for amount, place in said]
        wrong = [(amount, cents) for amount, cents in pairs if amount != cents]
        return min(wrong or pairs, key=lambda pair: abs(pair[0] - pair[1]))

    def is_total(self, amounts: Amounts) -> bool:
        """Test if amounts, each in its money column, are what rows above add up to."""
        return self.count > 0 and any(self._fits(start, amounts, ()) for start in self._starts(is_grand=True))

    def since(self, start: Mark) -> list[int]:
        """Return what the rows from a place on add up to."""
        return [now - then for now, then in zip(self.cents, start.cents, strict=True)]

    def _starts(self, *, is_grand: bool) -> list[Mark]:
        """Return the places that a total here may count from, the nearest first."""
        if self.count == self.last_total.number:
            return [self.block, self.last_total, self.group, *reversed(self.ends)]
        if is_grand or not self.has_block_totals:
            return [self.block, self.last_total, self.group, self.start]
        return [self.block, self.last_total]

    def _fits(self, start: Mark, amounts: Amounts, others: Sequence[int]) -> bool:
        """Test if every amount in its column, else one elsewhere, is what the rows add up to."""
        sums = self.since(start)
        filled = [(amount, place) for place, amount in enumerate(amounts, 1) if amount is not None]
        if filled:
            if all(sums[place] == amount for amount, place in filled):
                return True
            return len(filled) == 1 and filled[0][0] == sums[0]
        return sums[0] in others or (self.count - start.number) * 100 in others

    def _end_at(self, start: Mark) -> None:
        """Let a total that counts from a place stand for the rows since."""
        self.last_total = self.mark()
        while len(self.ends) > 1 and self.ends[-1].number > start.number:
            self.ends.pop()
        if self.ends[-1].number != self.count:
            self.ends.append(self.last_total)
