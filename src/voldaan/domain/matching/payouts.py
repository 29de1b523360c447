"""Which payment on the bank is which payout or direct-debit batch, of which a specification was handed in.

A payment that names the payout, for its amount, is it. Else the amount alone must do: then one specification and one
payment must be left for each other, a few days apart, and the payment must be of that payment service, or have no
other side as banks book a batch. All payments that could be it are looked at together, so no order decides.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import NamedTuple

from voldaan.domain.identifiers import squeeze
from voldaan.domain.matching.facts import PaymentFacts

DAYS_APART_MAX = 5
"""Between the day of a specification and the day on which the bank books the sum."""

NAME_LENGTH_MIN = 6
"""A shorter name of a payout stands in a text by chance."""


class Specification(NamedTuple):
    """One payout or batch as its specification tells."""

    payout: str
    net_cents: int
    paid_out_on: date | None = None
    paid_by: str = ""
    """The payment service; empty for a direct-debit batch."""


def chosen_payouts(
    payments: Sequence[PaymentFacts], specifications: Iterable[Specification]
) -> dict[int, str]:
    """Return the payout that belongs to each payment, by the id of the payment; no entry where none is certain."""
    of_amount: dict[int, list[Specification]] = {}
    for specification in specifications:
        if specification.net_cents > 0:
            of_amount.setdefault(specification.net_cents, []).append(specification)
    chosen: dict[int, str] = {}
    for cents, offered in of_amount.items():
        waiting = [payment for payment in payments if payment.amount_cents == cents]
        named = _only_pairs(waiting, offered, _names)
        left = [one for one in offered if one.payout not in named.values()]
        chosen |= named | _only_pairs([one for one in waiting if one.id not in named], left, _could_be)
    return chosen


def _only_pairs(
    payments: Sequence[PaymentFacts],
    offered: Sequence[Specification],
    fits: Callable[[PaymentFacts, Specification], bool],
) -> dict[int, str]:
    """Return the pairs of which neither side fits with another."""
    pairs = [(payment.id, one.payout) for payment in payments for one in offered if fits(payment, one)]
    of_payment, of_payout = Counter(one for one, _ in pairs), Counter(one for _, one in pairs)
    return {key: payout for key, payout in pairs if of_payment[key] == 1 and of_payout[payout] == 1}


def _names(payment: PaymentFacts, one: Specification) -> bool:
    """Test if the name of the payout stands in what the bank says of the payment."""
    name = squeeze(one.payout)
    texts = (payment.remittance, payment.payment_reference, payment.end_to_end_id, payment.bank_reference)
    return len(name) >= NAME_LENGTH_MIN and any(name in squeeze(text) for text in texts if text)


def _could_be(payment: PaymentFacts, one: Specification) -> bool:
    """Test if a payment that does not name the payout can be it all the same."""
    if one.paid_out_on is None or abs((payment.booking_date - one.paid_out_on).days) > DAYS_APART_MAX:
        return False
    if one.paid_by:
        return squeeze(one.paid_by) in squeeze(f"{payment.counterparty_name} {payment.remittance}")
    return payment.counterparty_iban in ("", payment.bank_iban)
