"""What collection may cost: the scale of the Besluit vergoeding voor buitengerechtelijke incassokosten (BIK).

>>> collection_costs(100_000).costs_cents
15000
>>> collection_costs(350_000, vat_percent=Decimal(21)).total_cents
57475
>>> costs_after_payments([100_000], [(date(2026, 12, 1), 40_000)], last_day=date(2026, 12, 9)).costs_cents
9000
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from voldaan.domain.law.citation import Citation, Ruling, Source, follows

SCALE = Citation(
    law="BIK",
    bwb_id="BWBR0031432",
    article="2",
    paragraph="1",
    follows="Costs are a share of the principal: 15, 10, 5, 1 and 0.5 percent of its parts, at most 6,775 euros.",
    follows_nl="De vergoeding is een deel van de hoofdsom: 15, 10, 5, 1 en 0,5 procent van opeenvolgende delen ervan, "
    "met een maximum van 6.775 euro.",
    valid_from=date(2012, 7, 1),
)
MINIMUM = Citation(
    law="BIK",
    bwb_id="BWBR0031432",
    article="2",
    paragraph="2",
    follows="Costs are at least 40 euros.",
    follows_nl="De vergoeding bedraagt ten minste 40 euro.",
    valid_from=date(2012, 7, 1),
)
VAT = Citation(
    law="BIK",
    bwb_id="BWBR0031432",
    article="2",
    paragraph="3",
    follows="VAT is added only where the creditor uses a taxed service, cannot set the VAT off and declares expressly "
    "that it cannot and that the costs are raised for it.",
    follows_nl="Btw komt er alleen bij als de schuldeiser een belaste dienst afneemt, de btw niet kan verrekenen en "
    "uitdrukkelijk verklaart dat hij dat niet kan en dat de vergoeding daarom wordt verhoogd.",
    valid_from=date(2012, 7, 1),
    not_confirmed="The general rate of the Wet op de omzetbelasting 1968 was not read: the rate is given, none is "
    "assumed.",
    not_confirmed_nl="Het algemene tarief van de Wet op de omzetbelasting 1968 is niet gelezen: het percentage wordt "
    "opgegeven, er wordt er geen verondersteld.",
)
ONE_NOTICE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="7",
    follows="Claims that can be reminded of together are, and their principals are added before the scale is used.",
    follows_nl="Vorderingen waarvoor tegelijk kan worden aangemaand, gaan in één aanmaning; hun hoofdsommen worden "
    "opgeteld voordat de staffel wordt toegepast.",
    valid_from=date(2012, 7, 1),
)

IN_SUMMARIES = "The judgment was read in summaries."
IN_SUMMARIES_NL = "De uitspraak is in samenvattingen gelezen."

PART_PAYMENT = Ruling(
    court="HR",
    ecli="ECLI:NL:HR:2016:2704",
    consideration="3.8",
    follows="After a part payment within the term of the notice, costs are counted over what is left of the principal.",
    follows_nl="Na een gedeeltelijke betaling binnen de termijn van de veertiendagenbrief worden de kosten berekend "
    "over wat van de hoofdsom overblijft.",
    valid_from=date(2016, 11, 25),
    not_confirmed=IN_SUMMARIES,
    not_confirmed_nl=IN_SUMMARIES_NL,
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
    citations: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VatDeclaration:
    """What a creditor said of the VAT over the costs. Each point has to be there before VAT may be added."""

    percent: Decimal
    """The rate at which the service of collecting is taxed."""
    cannot_set_off: bool | None = None
    """The creditor cannot set off this VAT. None: it did not say."""
    said_to_the_debtor: bool = False
    """The creditor declares it to the debtor in so many words, and that the costs are raised for it."""


@follows(VAT)
def vat_to_add(declaration: VatDeclaration | None) -> Decimal | None:
    """Return the rate to add, or None: without the creditor's whole declaration there is no VAT (BIK 2 paragraph 3).

    What the creditor did not say counts as not so: most businesses can set it off.
    """
    if declaration is None or not declaration.cannot_set_off or not declaration.said_to_the_debtor:
        return None
    return declaration.percent


@follows(SCALE, MINIMUM)
def collection_costs(principal_cents: int, *, vat_percent: Decimal | None = None) -> CollectionCosts:
    """Return the costs over this principal. Interest is never part of it.

    `vat_percent` is given only where `vat_to_add` gives it: on the creditor's own declaration. Part payment within
    the term of a notice lowers the principal first: see `costs_after_payments`. Nothing owed costs nothing. The
    scale reaches its maximum at a principal of a million euros.

    Raises:
        ValueError: the principal is below zero, or the VAT rate no percentage.
    """
    costs = _by_scale(_sum([principal_cents]))
    vat = 0 if vat_percent is None else vat_over(costs, vat_percent)
    citations: tuple[Source, ...] = (SCALE, MINIMUM) if vat_percent is None else (SCALE, MINIMUM, VAT)
    return CollectionCosts(costs_cents=costs, vat_cents=vat, total_cents=costs + vat, citations=citations)


@follows(ONE_NOTICE)
def collection_costs_of_claims(
    principals_cents: Iterable[int], *, vat_percent: Decimal | None = None
) -> CollectionCosts:
    """Return the costs over several claims together: once over their sum, not once a claim (6:96 paragraph 7)."""
    together = collection_costs(_sum(principals_cents), vat_percent=vat_percent)
    return replace(together, citations=(*together.citations, ONE_NOTICE))


@follows(PART_PAYMENT)
def costs_after_payments(
    principals_cents: Iterable[int],
    payments: Iterable[tuple[date, int]],
    *,
    last_day: date,
    vat_percent: Decimal | None = None,
) -> CollectionCosts:
    """Return the costs over the claims of one notice, after what was paid of them by the last day of its term.

    `payments` are days on which money was credited, and cents; negative cents where a payment was taken back. What
    came later lowers the principal, never the costs: they were due by then. Paid in full within the term: none.
    Every payment within the term counts towards the principal, which is the debtor's side of 6:44.

    Raises:
        ValueError: a principal is below zero.
    """
    principal = _sum(principals_cents)
    paid = sum(cents for day, cents in payments if day <= last_day)
    left = principal - min(max(paid, 0), principal)
    after = collection_costs_of_claims([left], vat_percent=vat_percent)
    return replace(after, citations=(*after.citations, PART_PAYMENT))


@follows(VAT)
def vat_over(costs_cents: int, percent: Decimal) -> int:
    """Return the VAT over costs at this rate, to the cent, half a cent up.

    Raises:
        ValueError: the rate is no percentage.
    """
    if not percent.is_finite() or not 0 <= percent <= 100:
        raise ValueError(f"A VAT rate of {percent} percent cannot be used: give a percentage from 0 to 100.")
    numerator, divisor = (costs_cents * percent / 100).as_integer_ratio()
    return (2 * numerator + divisor) // (2 * divisor)


def _sum(principals_cents: Iterable[int]) -> int:
    total = 0
    for principal in principals_cents:
        if principal < 0:
            raise ValueError(
                f"Costs are counted over what is owed: a principal of {principal} cents is below zero. "
                "Take a credit off the claim that it belongs to."
            )
        total += principal
    return total


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
