"""Which debts a payment pays, and what first within one debt."""

from collections.abc import Sequence
from datetime import date

from voldaan.domain.law.allocation import (
    ORDER_WITHIN,
    REFUSE_ORDER,
    REFUSE_PRINCIPAL,
    Debt,
    Split,
    allocate,
    order_within,
)
from voldaan.domain.money import format_euro
from voldaan.usecases.calculate.calculation import (
    Calculation,
    CannotCalculate,
    Column,
    Figure,
    Language,
    Words,
)

CAUTION = Words(
    "Deze volgorde geldt als partijen niets anders afspraken en de schuldeiser het geld zo aanneemt.",
    "This order holds where the parties agreed no other and the creditor takes the money so.",
)
COLUMNS = (
    Column(Words("Schuld", "Debt"), "text"),
    Column(Words("Waarom", "Why"), "text"),
    Column(Words("Betaald", "Paid"), "amount"),
    Column(Words("Blijft open", "Still open"), "amount"),
)


def calculate_allocation(
    payment_cents: int, debts: Sequence[Debt], *, designated: Sequence[str] = (), on: date
) -> Calculation:
    """Return which of these debts a payment on this day pays.

    Raises:
        CannotCalculate: two debts have one name, or a designation that no debt answers to.
    """
    _refuse_unclear_names(debts, designated)
    found = allocate(payment_cents, debts, designated=tuple(designated), on=on)
    paid = [share for share in found.allocations if share.cents]
    return Calculation(
        kind="allocation",
        values={
            "payment_cents": payment_cents,
            "currency": "EUR",
            "on": on.isoformat(),
            "allocations": [
                {
                    "id": share.id,
                    "cents": share.cents,
                    "left_cents": share.left_cents,
                    "because": share.because,
                    "sentence": share.sentence("nl"),
                }
                for share in found.allocations
            ],
            "left_over_cents": found.left_over_cents,
        },
        answer=Words(
            f"{format_euro(payment_cents, 'nl')} gaat naar {', '.join(share.id for share in paid) or 'geen schuld'}.",
            f"{format_euro(payment_cents, 'en')} goes to {', '.join(share.id for share in paid) or 'no debt'}.",
        ),
        caution=CAUTION,
        figures=_left_over(found.left_over_cents),
        columns=COLUMNS,
        rows=tuple(
            (share.id, Words(share.sentence("nl"), share.sentence("en")), share.cents, share.left_cents)
            for share in found.allocations
        ),
        citations=found.citations,
    )


def _refuse_unclear_names(debts: Sequence[Debt], designated: Sequence[str]) -> None:
    ids = [debt.id for debt in debts]
    for name in ids:
        if ids.count(name) > 1:
            raise CannotCalculate(
                f"Twee schulden heten allebei ‘{name}’. Geef elke schuld een eigen naam.",
                f"Two debts are both called ‘{name}’. Give each a name of its own.",
                about="debts",
            )
    for name in designated:
        if not any(debt.answers_to(name) for debt in debts):
            raise CannotCalculate(
                f"Geen schuld heet ‘{name}’. Wijs er een aan bij haar naam, of wijs er geen aan.",
                f"No debt is called ‘{name}’. Designate one by its name, or none at all.",
                about="designated",
            )


def calculate_split(
    payment_cents: int, *, costs_cents: int, interest_cents: int, principal_cents: int
) -> Calculation:
    """Return what a payment pays of one debt: costs, then interest, then principal."""
    split = order_within(
        payment_cents, costs_cents=costs_cents, interest_cents=interest_cents, principal_cents=principal_cents
    )
    return Calculation(
        kind="split",
        values={
            "payment_cents": payment_cents,
            "currency": "EUR",
            "costs_cents": split.costs_cents,
            "interest_cents": split.interest_cents,
            "principal_cents": split.principal_cents,
            "left_costs_cents": costs_cents - split.costs_cents,
            "left_interest_cents": interest_cents - split.interest_cents,
            "left_principal_cents": principal_cents - split.principal_cents,
            "left_over_cents": split.left_over_cents,
        },
        answer=Words(_answer(payment_cents, split, "nl"), _answer(payment_cents, split, "en")),
        caution=CAUTION,
        figures=(
            Figure(
                Words("Hoofdsom die open blijft", "Principal still open"),
                "amount",
                principal_cents - split.principal_cents,
            ),
            *_left_over(split.left_over_cents),
        ),
        citations=(ORDER_WITHIN, REFUSE_ORDER, REFUSE_PRINCIPAL),
    )


def _answer(payment_cents: int, split: Split, language: Language) -> str:
    payment, costs, interest, principal = (
        format_euro(cents, language)
        for cents in (payment_cents, split.costs_cents, split.interest_cents, split.principal_cents)
    )
    if language == "en":
        return f"{payment} pays {costs} of costs, {interest} of interest and {principal} of principal."
    return f"{payment} betaalt {costs} aan kosten, {interest} aan rente en {principal} aan hoofdsom."


def _left_over(cents: int) -> tuple[Figure, ...]:
    return (Figure(Words("Te veel ontvangen", "Received too much"), "amount", cents),) if cents else ()
