"""The law of one country as one object: rates, interest, costs, notice, contact, limitation, and what must be stated.

Each field is a function of this folder. The Netherlands is complete. Another country is there when every field is;
until then a consumer who lives in it is not written to (see `reach`).

>>> dutch_law = jurisdiction_of("nl")
>>> str(dutch_law.limitation("CONTRACT", date(2021, 11, 20)).time_barred_from)
'2026-11-21'
>>> jurisdiction_of("BE") is None
True
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from voldaan.domain import workdays
from voldaan.domain.law import rates
from voldaan.domain.law.allocation import Allocated, Split, allocate, order_within
from voldaan.domain.law.claim_description import MissingFact, missing_facts
from voldaan.domain.law.collection_costs import CollectionCosts, collection_costs
from voldaan.domain.law.contact import Verdict, allowed
from voldaan.domain.law.default import Default, in_default_from
from voldaan.domain.law.interest import Interest, interest
from voldaan.domain.law.limitation import Limitation, limitation
from voldaan.domain.law.notice import NoticeTerm, notice_term
from voldaan.domain.law.payment_terms import PaymentTerm, payment_term
from voldaan.domain.law.rates import InterestKind, Rate
from voldaan.domain.law.stretches import DayCount


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """What the law of one country says of money that is owed. All of it is there, or the country is not."""

    country: str
    name_nl: str
    name_en: str
    rates: Callable[[InterestKind], tuple[Rate, ...]]
    day_counts: tuple[DayCount, ...]
    """How the days of a year can be counted, the usual way first."""
    interest: Callable[..., Interest]
    collection_costs: Callable[..., CollectionCosts]
    notice_term: Callable[..., NoticeTerm]
    contact: Callable[..., Verdict]
    holidays: Callable[[int], dict[date, str]]
    payment_term: Callable[..., PaymentTerm]
    in_default_from: Callable[..., Default]
    limitation: Callable[..., Limitation]
    allocation: Callable[..., Allocated]
    """Which debt a payment pays."""
    order_within: Callable[..., Split]
    """What a payment pays first of one debt."""
    missing_facts: Callable[..., tuple[MissingFact, ...]]
    """Which of the facts that an agency must state are missing."""


NETHERLANDS = Jurisdiction(
    country="NL",
    name_nl="Nederland",
    name_en="the Netherlands",
    rates=rates.rates,
    day_counts=("interest-year", "act365"),
    interest=interest,
    collection_costs=collection_costs,
    notice_term=notice_term,
    contact=allowed,
    holidays=workdays.holidays,
    payment_term=payment_term,
    in_default_from=in_default_from,
    limitation=limitation,
    allocation=allocate,
    order_within=order_within,
    missing_facts=missing_facts,
)
_BY_COUNTRY = {NETHERLANDS.country: NETHERLANDS}


def jurisdiction_of(country: str) -> Jurisdiction | None:
    """Return the law of the country with this code of two letters; None where it is not there, or cannot be read."""
    return _BY_COUNTRY.get(country.strip().upper())
