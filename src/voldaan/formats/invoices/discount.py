"""A discount for paying early: how much less is enough, and until when.

An invoice may give several (3 % within a week, 2 % within two). One is kept: the largest, since who pays less than all
takes the most it can; what is paid by another becomes a question.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from voldaan.formats.findings import Findings

_PERCENT = re.compile(r"[0-9]{1,2}(?:[.,][0-9]{1,8})?")


class Offer(NamedTuple):
    """One discount that an invoice offers: an amount, or a percentage of a base (None: of what is asked)."""

    until: date
    cents: int | None = None
    percent: Decimal | None = None
    base_cents: int | None = None


class Discount(NamedTuple):
    """How much less is enough when an invoice is paid by a day; nothing by default."""

    cents: int = 0
    until: date | None = None


def discount_of(
    offers: Sequence[Offer],
    remarks: Findings,
    *,
    issue_date: date,
    payable_cents: int,
    place: str | None = None,
) -> Discount:
    """Return the discount that counts, in cents rounded half up; what is no part of the amount is none."""
    told = {
        Discount(_cents(offer, payable_cents), offer.until) for offer in offers if offer.until >= issue_date
    }
    found = sorted((one for one in told if 0 < one.cents < payable_cents), key=_largest_last)
    if len(found) > 1:
        days = ", ".join(f"{one.until:%d-%m-%Y}" for one in found if one.until)
        remarks.add(
            "De factuur geeft op meer dan één manier korting voor snelle betaling.",
            f"Het bestand noemt {days}. We rekenen met de hoogste korting en haar laatste dag.",
            "Een betaling met een andere korting wordt een vraag; u hoeft niets te doen.",
            path=place,
        )
    return found[-1] if found else Discount()


def percent_of(text: str | None) -> Decimal | None:
    """Return a percentage above zero and below a hundred, None where the text is no such thing."""
    plain = (text or "").strip()
    if not _PERCENT.fullmatch(plain):
        return None
    return Decimal(plain.replace(",", ".")) or None


def _largest_last(one: Discount) -> tuple[int, date]:
    return one.cents, one.until or date.min


def _cents(offer: Offer, payable_cents: int) -> int:
    """Return what an offer takes off; an amount says it better than a percentage."""
    if offer.cents is not None:
        return offer.cents
    if offer.percent is None:
        return 0
    base = payable_cents if offer.base_cents is None else offer.base_cents
    return int((base * offer.percent / 100).quantize(Decimal(1), ROUND_HALF_UP))
