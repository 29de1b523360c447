"""In which capacity somebody owes, and what that makes of them: a natural person, a consumer, a business.

| capacity | natural person (Wki) | fourteen-day notice | interest |
|---|---|---|---|
| consumer, unknown | yes | yes | statutory, 6:119 |
| sole trader or partnership | yes | no | commercial, 6:119a |
| legal person | no | no | commercial, 6:119a |
| public body | no | no | commercial rate, 6:119b |

The whole table, with every rule that hangs on the capacity, is `capacity_rules.CAPACITY_RULES`.
"""

from datetime import date
from typing import Literal, get_args

from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.law.rates import COMMERCIAL, COMMERCIAL_PUBLIC_BODY, STATUTORY, InterestKind

Capacity = Literal["CONSUMER", "SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY", "UNKNOWN"]
CAPACITIES: tuple[Capacity, ...] = get_args(Capacity)

PROTECTION = Citation(
    law="Wki",
    bwb_id="BWBR0046685",
    article="2",
    follows="The act protects natural persons living in the Netherlands, a sole trader and a partner among them.",
    follows_nl="De wet beschermt natuurlijke personen die in Nederland wonen, ook wie een eenmanszaak heeft of "
    "vennoot is.",
    valid_from=date(2024, 4, 1),
    not_confirmed="That sole traders and partners of a vof or maatschap are natural persons here was read in the "
    "register's questions and answers. An unknown capacity counts as one.",
    not_confirmed_nl="Dat wie een eenmanszaak heeft en vennoten van een vof of maatschap hier natuurlijke personen "
    "zijn, is gelezen in de vragen en antwoorden van het register. Een onbekende hoedanigheid telt als natuurlijk "
    "persoon.",
)
NOTICE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="6",
    follows="Only a natural person who does not act in a profession or business must first get the notice.",
    follows_nl="Alleen een natuurlijk persoon die niet handelt in de uitoefening van een beroep of bedrijf moet eerst "
    "de veertiendagenbrief krijgen.",
    valid_from=date(2012, 7, 1),
)

_NATURAL_PERSONS: frozenset[Capacity] = frozenset({"CONSUMER", "SOLE_TRADER", "UNKNOWN"})
_CONSUMERS: frozenset[Capacity] = frozenset({"CONSUMER", "UNKNOWN"})


@follows(PROTECTION)
def is_natural_person(capacity: Capacity) -> bool:
    """Test if the Wki protects this debtor. Follows from Wki 2: natural persons; unknown counts as one."""
    return capacity in _NATURAL_PERSONS


@follows(NOTICE)
def is_consumer(capacity: Capacity) -> bool:
    """Test if this debtor counts as a consumer. Unknown does: it is the side that protects the debtor."""
    return capacity in _CONSUMERS


@follows(NOTICE)
def needs_notice(capacity: Capacity) -> bool:
    """Test if costs are due only after a fourteen-day notice. Follows from 6:96 paragraph 6: consumers."""
    return is_consumer(capacity)


@follows(STATUTORY, COMMERCIAL, COMMERCIAL_PUBLIC_BODY)
def interest_kind(capacity: Capacity) -> InterestKind:
    """Return which interest runs. Follows from 6:119a: between businesses; everybody else 6:119."""
    return "STATUTORY" if is_consumer(capacity) else "COMMERCIAL"


@follows(STATUTORY, COMMERCIAL, COMMERCIAL_PUBLIC_BODY)
def interest_citation(capacity: Capacity) -> Citation:
    """Return the article under which interest runs: a public body owes the commercial rate by an article of its own."""
    if is_consumer(capacity):
        return STATUTORY
    return COMMERCIAL_PUBLIC_BODY if capacity == "PUBLIC_BODY" else COMMERCIAL
