"""What collection may cost: the scale of the Besluit vergoeding voor buitengerechtelijke incassokosten (BIK).

>>> collection_costs(100_000).costs_cents
15000
>>> collection_costs(350_000, vat_percent=Decimal(21)).total_cents
57475
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from voldaan.domain.law.citation import Citation

SCALE = Citation(
    law="BIK",
    bwb_id="BWBR0031432",
    article="2",
    paragraph="1",
    follows="Costs are a share of the principal: 15, 10, 5, 1 and 0.5 percent of its parts, at most 6,775 euros.",
    valid_from=date(2012, 7, 1),
)
MINIMUM = Citation(
    law="BIK",
    bwb_id="BWBR0031432",
    article="2",
    paragraph="2",
    follows="Costs are at least 40 euros.",
    valid_from=date(2012, 7, 1),
)
VAT = Citation(
    law="BIK",
    bwb_id="BWBR0031432",
    article="2",
    paragraph="3",
    follows="VAT is added only where the creditor cannot set it off and says so.",
    valid_from=date(2012, 7, 1),
)
ONE_NOTICE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="7",
    follows="Claims that can be reminded of together are, and their principals are added before the scale is used.",
    valid_from=date(2012, 7, 1),
)

COSTS_CENTS_MIN = 40_00
COSTS_CENTS_MAX = 6_775_00

# The width of each part of the principal and its share in thousandths; the last part has no end.
_PARTS = ((2_500_00, 150), (2_500_00, 100), (5_000_00, 50), (190_000_00, 10))
_SHARE_OF_THE_REST = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectionCosts:
    """The costs by the scale, with VAT apart, and the articles."""

    costs_cents: int
    vat_cents: int
    total_cents: int
    citations: tuple[Citation, ...]


def collection_costs(principal_cents: int, *, vat_percent: Decimal | None = None) -> CollectionCosts:
    """Return the costs over this principal. Interest is never part of it.

    `vat_percent` is given only where the creditor declares that it cannot set off the VAT. Part payment within
    the term of a notice lowers the principal first (HR 25 November 2016, ECLI:NL:HR:2016:2704, 3.8): give what
    is left. Nothing owed costs nothing.
    """
    if principal_cents < 0:
        raise ValueError(
            f"Costs are counted over what is owed: a principal of {principal_cents} cents is below zero."
        )
    costs = _by_scale(principal_cents)
    vat = 0 if vat_percent is None else _share(costs, vat_percent)
    citations = (SCALE, MINIMUM) if vat_percent is None else (SCALE, MINIMUM, VAT)
    return CollectionCosts(costs_cents=costs, vat_cents=vat, total_cents=costs + vat, citations=citations)


def collection_costs_of_claims(
    principals_cents: Iterable[int], *, vat_percent: Decimal | None = None
) -> CollectionCosts:
    """Return the costs over several claims together: once over their sum, not once a claim (6:96 paragraph 7)."""
    together = collection_costs(sum(principals_cents), vat_percent=vat_percent)
    return CollectionCosts(
        costs_cents=together.costs_cents,
        vat_cents=together.vat_cents,
        total_cents=together.total_cents,
        citations=(*together.citations, ONE_NOTICE),
    )


def _by_scale(principal_cents: int) -> int:
    if principal_cents == 0:
        return 0
    thousandths, left = 0, principal_cents
    for width, share in _PARTS:
        part = min(left, width)
        thousandths += part * share
        left -= part
    thousandths += left * _SHARE_OF_THE_REST
    return min(max((thousandths + 500) // 1000, COSTS_CENTS_MIN), COSTS_CENTS_MAX)


def _share(cents: int, percent: Decimal) -> int:
    if not 0 <= percent <= 100:
        raise ValueError(f"A VAT rate of {percent} percent cannot be used: give a percentage from 0 to 100.")
    numerator, divisor = (cents * percent / 100).as_integer_ratio()
    return (2 * numerator + divisor) // (2 * divisor)
