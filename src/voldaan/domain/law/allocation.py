"""Which debt a payment pays (6:43 BW), and within that debt what first: costs, interest, principal (6:44 BW).

>>> autumn, summer = date(2026, 9, 1), date(2026, 8, 1)
>>> debts = [
...     Debt(id="A", due_date=autumn, open_cents=100_00, rate_percent=Decimal(4)),
...     Debt(id="B", due_date=summer, open_cents=100_00, rate_percent=Decimal(12)),
... ]
>>> paid = allocate(150_00, debts, on=date(2026, 11, 22))
>>> [(share.id, share.cents, share.because) for share in paid.allocations]
[('B', 10000, 'IN_ORDER'), ('A', 5000, 'IN_ORDER')]
>>> order_within(500_00, costs_cents=40_00, interest_cents=12_34, principal_cents=1000_00).principal_cents
44766
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby
from typing import Literal

from voldaan.domain.law.citation import Citation, follows

DESIGNATION = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:43",
    paragraph="1",
    follows="A payment goes to the debt that the debtor designates when paying.",
    follows_nl="Een betaling wordt toegerekend op de verbintenis die de schuldenaar bij de betaling aanwijst.",
    valid_from=date(1992, 1, 1),
    not_confirmed="That an invoice number or payment reference with the payment designates that invoice is inferred. "
    "Among several designated debts that are not all covered, paragraph 2 decides.",
    not_confirmed_nl="Dat een factuurnummer of betalingskenmerk bij de betaling die factuur aanwijst, is een "
    "gevolgtrekking. Zijn er meer schulden aangewezen dan de betaling dekt, dan beslist lid 2.",
)
ORDER_OF_DEBTS = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:43",
    paragraph="2",
    follows="Otherwise it goes first to what can be demanded, then the most onerous, then the oldest, then pro rata.",
    follows_nl="Zonder aanwijzing wordt eerst op de opeisbare schulden toegerekend, dan op de meest bezwarende, dan "
    "op de oudste en ten slotte naar evenredigheid.",
    valid_from=date(1992, 1, 1),
    not_confirmed="The article does not say what onerous is: here the debt that bears the higher interest. It counts "
    "age here from the due date, and a debt as one that can be demanded from its due date on.",
    not_confirmed_nl="Het artikel zegt niet wat bezwarend is: hier is dat de schuld met de hoogste rente. De ouderdom "
    "wordt hier vanaf de vervaldatum geteld, en een schuld geldt vanaf haar vervaldatum als opeisbaar.",
)
ORDER_WITHIN = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:44",
    paragraph="1",
    follows="Within one debt a payment pays the costs first, then the accrued interest, then the principal and the "
    "running interest.",
    follows_nl="Binnen één schuld gaat een betaling eerst af van de kosten, dan van de verschenen rente en ten slotte "
    "van de hoofdsom en de lopende rente.",
    valid_from=date(1992, 1, 1),
)
REFUSE_ORDER = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:44",
    paragraph="2",
    follows="The creditor may refuse an offer of payment in another order, without being in default.",
    follows_nl="De schuldeiser mag een aanbod tot betaling in een andere volgorde weigeren, zonder daardoor in "
    "verzuim te komen.",
    valid_from=date(1992, 1, 1),
)
REFUSE_PRINCIPAL = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:44",
    paragraph="3",
    follows="The creditor may refuse full repayment of the principal where interest and costs are not paid with it.",
    follows_nl="De schuldeiser mag volledige aflossing van de hoofdsom weigeren als de verschenen en lopende rente en "
    "de kosten niet tegelijk worden betaald.",
    valid_from=date(1992, 1, 1),
)

Because = Literal["DESIGNATED", "IN_ORDER", "IN_PROPORTION", "NOTHING_LEFT"]

_SENTENCES: dict[Because, tuple[str, str]] = {
    "DESIGNATED": ("de debiteur wees deze schuld aan", "the debtor designated this debt"),
    "IN_ORDER": (
        "volgorde van de wet: eerst wat opeisbaar is, dan wat het zwaarst drukt, dan het oudste",
        "order of the law: first what can be demanded, then the most onerous, then the oldest",
    ),
    "IN_PROPORTION": (
        "naar evenredigheid verdeeld over schulden die even oud zijn en even zwaar drukken",
        "in proportion, among debts that are equally old and equally onerous",
    ),
    "NOTHING_LEFT": ("niets over van de betaling", "nothing left of the payment"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One debt that a payment could be for."""

    id: str
    """By which the debtor names it, such as the invoice number. Each debt has its own."""
    due_date: date
    open_cents: int
    rate_percent: Decimal = Decimal(0)
    """The yearly interest that it bears on the day of payment; what makes one debt more onerous than another."""
    payment_reference: str | None = None
    """Another name by which the debtor can designate it."""

    def answers_to(self, name: str) -> bool:
        """Test if this is its id or payment reference, whatever the spaces and capitals."""
        return _plain(name) in {_plain(self.id), _plain(self.payment_reference or self.id)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """What one debt gets of a payment, and why."""

    id: str
    cents: int
    left_cents: int
    because: Because

    def sentence(self, language: Literal["nl", "en"]) -> str:
        """Return the reason as a sentence, without its capital and full stop."""
        return _SENTENCES[self.because][1 if language == "en" else 0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocated:
    """A payment over the debts, in the order in which it paid them. The shares and what is over add up to it."""

    allocations: tuple[Allocation, ...]
    left_over_cents: int
    """What is more than all debts together."""
    citations: tuple[Citation, ...] = (DESIGNATION, ORDER_OF_DEBTS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A payment within one debt."""

    costs_cents: int = 0
    interest_cents: int = 0
    principal_cents: int = 0
    left_over_cents: int = 0
    """What is more than the debt."""


@follows(DESIGNATION, ORDER_OF_DEBTS)
def allocate(
    cents: int, debts: Sequence[Debt], *, designated: str | Collection[str] | None = None, on: date
) -> Allocated:
    """Return which debts a payment on this day pays. Follows from 6:43: what is designated, then the order of the law.

    `designated` is the id or payment reference, or several, that the debtor gave with the payment. Debts that are
    equal in everything share in proportion to what is open, to the cent; a cent that cannot be shared goes by the
    largest remainder, then by id. Raises ValueError for an amount below zero, an id that two debts have and a
    designation that no debt answers to.
    """
    _check(cents, debts)
    chosen = _designated_ids(debts, designated)
    allocations: list[Allocation] = []
    left = cents
    for equals in _in_order(debts, chosen, on):
        shares = _shares(left, equals, is_designated=equals[0].id in chosen)
        left -= sum(share.cents for share in shares)
        allocations.extend(shares)
    return Allocated(allocations=tuple(allocations), left_over_cents=left)


@follows(ORDER_WITHIN)
def order_within(cents: int, *, costs_cents: int, interest_cents: int, principal_cents: int) -> Split:
    """Return what a payment pays of one debt. Follows from 6:44 paragraph 1: costs, accrued interest, principal.

    Raises ValueError for an amount below zero.
    """
    if min(cents, costs_cents, interest_cents, principal_cents) < 0:
        raise ValueError(
            "A payment and what is open are amounts of zero or more: give each in cents, without a sign."
        )
    to_costs = min(cents, costs_cents)
    to_interest = min(cents - to_costs, interest_cents)
    to_principal = min(cents - to_costs - to_interest, principal_cents)
    return Split(
        costs_cents=to_costs,
        interest_cents=to_interest,
        principal_cents=to_principal,
        left_over_cents=cents - to_costs - to_interest - to_principal,
    )


@follows(REFUSE_ORDER, REFUSE_PRINCIPAL)
def may_refuse(
    offer: Split, *, costs_cents: int, interest_cents: int, principal_cents: int
) -> Citation | None:
    """Return the article by which the creditor may refuse this offer; None where it has the order of the law.

    Follows from 6:44: paragraph 3 where the whole principal is offered without all interest and costs, paragraph 2
    for any other order. A creditor who takes the money has not refused it.
    """
    offered = offer.costs_cents + offer.interest_cents + offer.principal_cents + offer.left_over_cents
    lawful = order_within(
        offered, costs_cents=costs_cents, interest_cents=interest_cents, principal_cents=principal_cents
    )
    if offer == lawful:
        return None
    pays_all_principal = offer.principal_cents >= principal_cents > 0
    leaves_others = offer.costs_cents < costs_cents or offer.interest_cents < interest_cents
    return REFUSE_PRINCIPAL if pays_all_principal and leaves_others else REFUSE_ORDER


def _check(cents: int, debts: Sequence[Debt]) -> None:
    if cents < 0 or any(debt.open_cents < 0 for debt in debts):
        raise ValueError(
            "A payment and what is open are amounts of zero or more: give each in cents, without a sign."
        )
    ids = [debt.id for debt in debts]
    twice = sorted({id_ for id_ in ids if ids.count(id_) > 1})
    if twice:
        raise ValueError(f"Two debts are both called {twice[0]!r}: give each an id of its own.")


def _designated_ids(debts: Sequence[Debt], designated: str | Collection[str] | None) -> frozenset[str]:
    names = (designated,) if isinstance(designated, str) else tuple(designated or ())
    answered = {name: frozenset(debt.id for debt in debts if debt.answers_to(name)) for name in names}
    for name, ids in answered.items():
        if not ids:
            raise ValueError(
                f"No debt is called {name!r}: designate one by its id or payment reference, or none at all."
            )
    return frozenset().union(*answered.values())


def _plain(name: str) -> str:
    return "".join(name.split()).casefold()


def _in_order(debts: Iterable[Debt], chosen: frozenset[str], on: date) -> Iterator[list[Debt]]:
    """Yield the debts by groups that the law treats alike, first the group that is paid first."""

    def rank(debt: Debt) -> tuple[bool, bool, Decimal, date]:
        return (debt.id not in chosen, debt.due_date > on, -debt.rate_percent, debt.due_date)

    for _, equals in groupby(sorted(debts, key=lambda debt: (rank(debt), debt.id)), key=rank):
        yield list(equals)


def _shares(cents: int, equals: Sequence[Debt], *, is_designated: bool) -> list[Allocation]:
    paid = _in_proportion(cents, [debt.open_cents for debt in equals])
    is_shared = len(equals) > 1 and 0 < cents < sum(debt.open_cents for debt in equals)
    because: Because = "IN_PROPORTION" if is_shared else "DESIGNATED" if is_designated else "IN_ORDER"
    return [
        Allocation(
            id=debt.id,
            cents=share,
            left_cents=debt.open_cents - share,
            because=because if cents else "NOTHING_LEFT",
        )
        for debt, share in zip(equals, paid, strict=True)
    ]


def _in_proportion(cents: int, amounts: Sequence[int]) -> list[int]:
    """Return how much of the cents each amount gets, never more than itself, by the largest remainder."""
    total = sum(amounts)
    if cents >= total:
        return list(amounts)
    shares = [cents * amount // total for amount in amounts]
    by_remainder = sorted(range(len(amounts)), key=lambda at: (-(cents * amounts[at] % total), at))
    for at in by_remainder[: cents - sum(shares)]:
        shares[at] += 1
    return shares
