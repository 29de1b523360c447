"""The amount that a sentence of an answer names."""

from voldaan.domain.text.amounts import amounts
from voldaan.domain.text.days import days
from voldaan.domain.text.evened_out import evened_out


def cents_in(sentence: str) -> int | None:
    """Return the amount in euros that a sentence names, in cents; None where it names none, or more than one.

    A percentage, another currency, an amount that cannot be read and nothing at all (0 euro) are no amount. The same
    amount twice is one.

    >>> cents_in("ik kan 75 euro per maand betalen"), cents_in("€ 50 of € 60"), cents_in("vrijdag")
    (7500, None, None)
    """
    even = evened_out(sentence)
    within_days = [range(day.start, day.end) for day in days(even)]
    named = [
        amount
        for amount in amounts(even)
        if not amount.is_percentage and not any(amount.start in place for place in within_days)
    ]
    if any(amount.cents is None or amount.currency not in ("", "EUR") for amount in named):
        return None
    cents = {amount.cents for amount in named}
    only = cents.pop() if len(cents) == 1 else None
    return only if only is not None and only > 0 else None
