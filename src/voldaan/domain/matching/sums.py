"""Which of a debtor's invoices add up to an amount: only where there is exactly one answer.

A sum of many invoices fits by chance sooner than one would think, so few are combined and two answers are none.
"""

from collections.abc import Sequence

COMBINED_MOST = 5
"""More invoices than these are not combined, unless they are all, or all but one."""
COMBINED_OF_MOST = 16


Places = tuple[int, ...]


def choices(amount_cents: int, cents: Sequence[int], *, most: int = COMBINED_MOST) -> list[Places]:
    """Return the places of two to `most` amounts that add up to this amount: the only such choice, or two of more.

    >>> choices(700, [100, 300, 400, 900]), len(choices(700, [300, 400, 400]))
    ([(1, 2)], 2)
    """
    if len(cents) > COMBINED_OF_MOST:
        return []
    order = sorted(range(len(cents)), key=lambda place: -cents[place])
    rest = [0] * (len(order) + 1)
    for at in range(len(order) - 1, -1, -1):
        rest[at] = rest[at + 1] + cents[order[at]]
    found: list[Places] = []

    def look(at: int, left: int, taken: Places) -> None:
        if left == 0:
            if len(taken) > 1:
                found.append(tuple(sorted(taken)))
            return
        if len(found) > 1 or len(taken) == most:
            return
        for here in range(at, len(order)):
            if rest[here] < left:
                return
            if cents[order[here]] <= left:
                look(here + 1, left - cents[order[here]], (*taken, order[here]))

    look(0, amount_cents, ())
    return found[:2]


def all_but_one(amount_cents: int, cents: Sequence[int]) -> int | None:
    """Return the place of the one amount without which all others add up to this amount, where no other choice does.

    >>> all_but_one(500, [100, 200, 300])
    0
    >>> all_but_one(150, [25, 50, 75, 100]) is None
    True
    """
    left_out = sum(cents) - amount_cents
    places = [place for place, one in enumerate(cents) if one == left_out]
    if len(places) != 1 or len(cents) <= 2:
        return None
    return None if choices(left_out, [one for one in cents if one < left_out]) else places[0]
