"""Which of a debtor's invoices add up to an amount: only where there is exactly one answer.

A sum of many invoices fits by chance sooner than one would think, so few are combined and two answers are none.
"""

from collections.abc import Sequence

COMBINED_MOST = 5
"""More invoices than these are not combined, unless they are all, or all but one."""
COMBINED_OF_MOST = 16


def the_only_sum(
    amount_cents: int, cents: Sequence[int], *, most: int = COMBINED_MOST
) -> tuple[int, ...] | None:
    """Return the places of two to `most` amounts that add up to this amount, if only one choice does; else None.

    >>> the_only_sum(700, [100, 300, 400, 900])
    (1, 2)
    >>> the_only_sum(700, [300, 400, 400]) is None
    True
    """
    if len(cents) > COMBINED_OF_MOST:
        return None
    order = sorted(range(len(cents)), key=lambda place: -cents[place])
    rest = [0] * (len(order) + 1)
    for at in range(len(order) - 1, -1, -1):
        rest[at] = rest[at + 1] + cents[order[at]]
    found: list[tuple[int, ...]] = []

    def look(at: int, left: int, taken: tuple[int, ...]) -> None:
        if left == 0:
            if len(taken) > 1:
                found.append(taken)
            return
        if len(found) > 1 or len(taken) == most:
            return
        for here in range(at, len(order)):
            if rest[here] < left:
                return
            if cents[order[here]] <= left:
                look(here + 1, left - cents[order[here]], (*taken, order[here]))

    look(0, amount_cents, ())
    return tuple(sorted(found[0])) if len(found) == 1 else None


def all_but_one(amount_cents: int, cents: Sequence[int]) -> int | None:
    """Return the place of the one amount without which all others add up to this amount; None if not exactly one.

    >>> all_but_one(500, [100, 200, 300])
    0
    """
    left_out = sum(cents) - amount_cents
    places = [place for place, one in enumerate(cents) if one == left_out]
    return places[0] if len(places) == 1 and len(cents) > 2 else None
