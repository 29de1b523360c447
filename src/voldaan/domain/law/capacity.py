"""In which capacity somebody owes, and which rules that brings.

| capacity | natural person (Wki) | fourteen-day notice | interest |
|---|---|---|---|
| consumer, unknown | yes | yes | statutory, 6:119 |
| sole trader or partnership | yes | no | commercial, 6:119a |
| legal person | no | no | commercial, 6:119a |
| public body | no | no | commercial rate, 6:119b |
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from voldaan.domain.law.citation import Citation
from voldaan.domain.law.rates import COMMERCIAL, COMMERCIAL_PUBLIC_BODY, STATUTORY, InterestKind

Capacity = Literal["CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY", "UNKNOWN"]

PROTECTION = Citation(
    law="Wki",
    bwb_id="BWBR0046685",
    article="2",
    follows="The act protects natural persons living in the Netherlands, a sole trader and a partner among them.",
    valid_from=date(2024, 4, 1),
)
NOTICE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="6",
    follows="Only a natural person who does not act in a profession or business must first get the notice.",
    valid_from=date(2012, 7, 1),
)

_NATURAL_PERSONS: frozenset[Capacity] = frozenset({"CONSUMER", "SOLE_TRADER", "UNKNOWN"})
_CONSUMERS: frozenset[Capacity] = frozenset({"CONSUMER", "UNKNOWN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityRules:
    """Which rules hold for one capacity, with the articles."""

    natural_person: bool
    needs_notice: bool
    interest_kind: InterestKind
    citations: tuple[Citation, ...]


def rules_for(capacity: Capacity) -> CapacityRules:
    """Return which rules hold for somebody in this capacity, with the articles."""
    return CapacityRules(
        natural_person=is_natural_person(capacity),
        needs_notice=needs_notice(capacity),
        interest_kind=interest_kind(capacity),
        citations=(PROTECTION, NOTICE, interest_citation(capacity)),
    )


def is_natural_person(capacity: Capacity) -> bool:
    """Test if the Wki protects this debtor. Follows from Wki 2: natural persons; unknown counts as one."""
    return capacity in _NATURAL_PERSONS


def is_consumer(capacity: Capacity) -> bool:
    """Test if this debtor counts as a consumer. Unknown does: it is the side that protects the debtor."""
    return capacity in _CONSUMERS


def needs_notice(capacity: Capacity) -> bool:
    """Test if costs are due only after a fourteen-day notice. Follows from 6:96 paragraph 6: consumers."""
    return is_consumer(capacity)


def interest_kind(capacity: Capacity) -> InterestKind:
    """Return which interest runs. Follows from 6:119a: between businesses; everybody else 6:119."""
    return "STATUTORY" if is_consumer(capacity) else "COMMERCIAL"


def interest_citation(capacity: Capacity) -> Citation:
    """Return the article under which interest runs: a public body owes the commercial rate by an article of its own."""
    if is_consumer(capacity):
        return STATUTORY
    return COMMERCIAL_PUBLIC_BODY if capacity == "PUBLIC_BODY" else COMMERCIAL
