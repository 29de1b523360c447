"""How somebody paid before, in a word that a strategy can look at.

>>> payment_history([-3, 0, 2, 5])
'GOOD'
>>> payment_history([40, 35, 2])
'POOR'
>>> payment_history([1, 2])
'NONE'
"""

from collections.abc import Collection
from typing import Final

from voldaan.domain.strategy.facts import PaymentHistory

LOOK_BACK_DAYS: Final = 730
ENOUGH_INVOICES: Final = 3
IN_TIME_DAYS: Final = 7
LATE_DAYS: Final = 30


def payment_history(days_late: Collection[int]) -> PaymentHistory:
    """Return how invoices were paid, given how many days after its due date each was settled.

    GOOD: four in five within a week of the due date. POOR: half or more later than thirty days. MIXED: what lies
    between. NONE: fewer than three invoices say nothing.
    """
    count = len(days_late)
    if count < ENOUGH_INVOICES:
        return "NONE"
    if 5 * sum(1 for days in days_late if days <= IN_TIME_DAYS) >= 4 * count:
        return "GOOD"
    return "POOR" if 2 * sum(1 for days in days_late if days > LATE_DAYS) >= count else "MIXED"
