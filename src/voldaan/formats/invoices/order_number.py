"""The number of the debtor's order, as an invoice names it."""

import re
from collections.abc import Sequence

_CALLED_ORDER = re.compile(
    r"(?:p\.?o\.?(?![a-z])|order|bestel|bestell|inkoop|purchase)[a-z .:#-]*(?=[a-z0-9/-]*[0-9])",
    re.IGNORECASE,
)
_SAP_ORDER = re.compile(r"45[0-9]{8}")


def order_number_of(orders: Sequence[str], buyer_references: Sequence[str] = ()) -> str | None:
    """Return the first order number: it has a digit, unlike what stands where a field must be filled (`NA`).

    A buyer reference is most often a department or a route (Leitweg-ID); it is an order only where it is called one,
    or has the shape that SAP gives it.
    """
    for order in orders:
        if any(map(str.isdecimal, order)):
            return order
    return next(
        (one for one in buyer_references if _CALLED_ORDER.match(one) or _SAP_ORDER.fullmatch(one)), None
    )
