"""Which rule holds for whom: the table of capacities, complete.

>>> [rule.text("SOLE_TRADER", "en") for rule in CAPACITY_RULES if rule.kind in ("WKI", "NOTICE")]
['yes', 'no']
>>> rules_for("PUBLIC_BODY").interest_kind
'COMMERCIAL'
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from voldaan.domain.law.capacity import (
    NOTICE,
    PROTECTION,
    Capacity,
    interest_citation,
    interest_kind,
    is_consumer,
    is_natural_person,
    needs_notice,
)
from voldaan.domain.law.citation import Citation, Source, follows
from voldaan.domain.law.contact import CONTACT_HOURS
from voldaan.domain.law.costs_due import BUSINESS_COSTS
from voldaan.domain.law.default import STATUTORY_TERM
from voldaan.domain.law.limitation import CONSUMER_SALE
from voldaan.domain.law.payment_terms import LARGE_BUYER, LONGEST, PUBLIC_BODY_LONGEST, PUBLIC_BODY_TERM
from voldaan.domain.law.rates import COMMERCIAL, COMMERCIAL_PUBLIC_BODY, STATUTORY, InterestKind
from voldaan.domain.law.reach import LAW_OF_CONSUMER, LAW_OF_CONTRACT, Answer, reach

COSTS_CEILING = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="5",
    follows="The scale of costs is a ceiling for a natural person outside a business; others may agree more.",
    follows_nl="Van een natuurlijk persoon die niet handelt in de uitoefening van een beroep of bedrijf mag niet meer "
    "worden gevraagd dan de staffel; met anderen mag meer zijn afgesproken.",
    valid_from=date(2012, 7, 1),
)

RuleKind = Literal[
    "WKI",
    "CONTACT_WINDOW",
    "NOTICE",
    "COSTS_CEILING",
    "LUMP_SUM",
    "INTEREST",
    "STATUTORY_TERM",
    "LONGEST_TERM",
    "SHORT_LIMITATION",
    "ABROAD",
]

_ABROAD = "XX"
"""A code that is no country's, and so stands for every country whose law is not there."""
_WORDS: dict[str, tuple[str, str]] = {
    "True": ("ja", "yes"),
    "False": ("nee", "no"),
    "YES": ("ja", "yes"),
    "ASK": ("een medewerker beslist", "a person decides"),
    "REFUSED": ("geweigerd", "refused"),
    "NONE": ("geen", "none"),
    "AGREED_60": ("60 dagen, bij een grote koper 30", "60 days, 30 for a large buyer"),
    "AGREED_60_NOT_LARGE": ("60 dagen", "60 days"),
    "AGREED_30": ("30 dagen, met reden 60", "30 days, 60 with a reason"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityRule:
    """One row of the table: a rule, and for each capacity whether or how it holds."""

    kind: RuleKind
    name_nl: str
    name_en: str
    citations: tuple[Source, ...]
    holds: Callable[[Capacity], bool | str]
    """Whether it holds; of a rule that differs, a code or the label of the article."""

    def text(self, capacity: Capacity, language: Literal["nl", "en"]) -> str:
        """Return the cell of the table for people."""
        value = str(self.holds(capacity))
        return _WORDS[value][1 if language == "en" else 0] if value in _WORDS else value


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityRules:
    """Which rules hold for one capacity, with the articles."""

    natural_person: bool
    """Protected by the Wki, where an agency collects."""
    contact_window: bool
    needs_notice: bool
    costs_ceiling: bool
    lump_sum: bool
    """Owes at least 40 euros of costs from the day after the last day of payment."""
    interest_kind: InterestKind
    statutory_term: bool
    short_limitation: bool
    """Two years for the price of goods."""
    abroad: Answer
    citations: tuple[Source, ...]


@follows(PROTECTION, CONTACT_HOURS, NOTICE, COSTS_CEILING, BUSINESS_COSTS, STATUTORY_TERM, CONSUMER_SALE)
def rules_for(capacity: Capacity) -> CapacityRules:
    """Return which rules hold for somebody in this capacity, with the articles."""
    return CapacityRules(
        natural_person=is_natural_person(capacity),
        contact_window=is_natural_person(capacity),
        needs_notice=needs_notice(capacity),
        costs_ceiling=is_consumer(capacity),
        lump_sum=not is_consumer(capacity),
        interest_kind=interest_kind(capacity),
        statutory_term=not is_consumer(capacity),
        short_limitation=is_consumer(capacity),
        abroad=_abroad(capacity),
        citations=(
            PROTECTION,
            NOTICE,
            CONTACT_HOURS,
            COSTS_CEILING,
            BUSINESS_COSTS,
            STATUTORY_TERM,
            CONSUMER_SALE,
            interest_citation(capacity),
        ),
    )


def _abroad(capacity: Capacity) -> Answer:
    return reach(capacity=capacity, country=_ABROAD).answer


def _longest_term(capacity: Capacity) -> str:
    if is_consumer(capacity):
        return "NONE"
    if capacity == "PUBLIC_BODY":
        return "AGREED_30"
    return "AGREED_60" if capacity == "LEGAL_PERSON" else "AGREED_60_NOT_LARGE"


CAPACITY_RULES: tuple[CapacityRule, ...] = (
    CapacityRule(
        kind="WKI",
        name_nl="beschermd door de Wki als een bureau incasseert",
        name_en="protected by the Wki where an agency collects",
        citations=(PROTECTION,),
        holds=lambda capacity: rules_for(capacity).natural_person,
    ),
    CapacityRule(
        kind="CONTACT_WINDOW",
        name_nl="contact van een bureau alleen op contacturen",
        name_en="contact by an agency within the contact hours only",
        citations=(CONTACT_HOURS,),
        holds=lambda capacity: rules_for(capacity).contact_window,
    ),
    CapacityRule(
        kind="NOTICE",
        name_nl="veertiendagenbrief nodig vóór incassokosten",
        name_en="fourteen-day notice needed before collection costs",
        citations=(NOTICE,),
        holds=lambda capacity: rules_for(capacity).needs_notice,
    ),
    CapacityRule(
        kind="COSTS_CEILING",
        name_nl="incassokosten nooit hoger dan de staffel",
        name_en="collection costs never above the scale",
        citations=(COSTS_CEILING,),
        holds=lambda capacity: rules_for(capacity).costs_ceiling,
    ),
    CapacityRule(
        kind="LUMP_SUM",
        name_nl="€ 40 zonder herinnering",
        name_en="€40 without a reminder",
        citations=(BUSINESS_COSTS,),
        holds=lambda capacity: rules_for(capacity).lump_sum,
    ),
    CapacityRule(
        kind="INTEREST",
        name_nl="rente",
        name_en="interest",
        citations=(STATUTORY, COMMERCIAL, COMMERCIAL_PUBLIC_BODY),
        holds=lambda capacity: interest_citation(capacity).label,
    ),
    CapacityRule(
        kind="STATUTORY_TERM",
        name_nl="wettelijke betaaltermijn van 30 dagen als niets is afgesproken",
        name_en="statutory term of 30 days where none was agreed",
        citations=(STATUTORY_TERM, PUBLIC_BODY_TERM),
        holds=lambda capacity: rules_for(capacity).statutory_term,
    ),
    CapacityRule(
        kind="LONGEST_TERM",
        name_nl="langste termijn die zonder meer kan worden afgesproken",
        name_en="longest term that can be agreed without more",
        citations=(LONGEST, LARGE_BUYER, PUBLIC_BODY_LONGEST),
        holds=_longest_term,
    ),
    CapacityRule(
        kind="SHORT_LIMITATION",
        name_nl="koopprijs verjaart na twee jaar",
        name_en="price of goods time-barred after two years",
        citations=(CONSUMER_SALE,),
        holds=lambda capacity: rules_for(capacity).short_limitation,
    ),
    CapacityRule(
        kind="ABROAD",
        name_nl="herinnering in het buitenland",
        name_en="reminder abroad",
        citations=(LAW_OF_CONSUMER, LAW_OF_CONTRACT),
        holds=lambda capacity: rules_for(capacity).abroad,
    ),
)
"""Every rule that hangs on the capacity, in the order in which `docs/law.md` shows it."""
