"""What collection may cost over one claim, or over several that belong in one notice."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from voldaan.domain.law.collection_costs import (
    CollectionCosts,
    collection_costs,
    collection_costs_of_claims,
    costs_after_payments,
)
from voldaan.domain.money import format_euro
from voldaan.usecases.calculate.calculation import (
    Calculation,
    CannotCalculate,
    Figure,
    Language,
    Words,
    each_once,
)

CAUTION = Words(
    "Een consument is deze kosten pas verschuldigd nadat een juiste veertiendagenbrief is verlopen. Over rente worden "
    "geen kosten gerekend.",
    "A consumer owes these costs only after a correct fourteen-day notice has run out. Interest bears none.",
)


_NOTHING_LEFT = Words(
    "Binnen de termijn is alles betaald: incassokosten zijn niet verschuldigd.",
    "All was paid within the term: no collection costs are owed.",
)
_WITHIN_THE_TERM = date.min
"""Any day will do: what is given was paid within the term."""


def calculate_costs(
    principals_cents: Sequence[int], *, vat_percent: Decimal | None = None, paid_cents: int = 0
) -> Calculation:
    """Return the costs over the sum of the principals, less what was paid within the term of the notice.

    Raises:
        CannotCalculate: no principal at all.
    """
    if not principals_cents:
        raise CannotCalculate(
            "Kosten worden over een hoofdsom gerekend. Geef er ten minste één.",
            "Costs are counted over a principal. Give at least one.",
            about="principals_cents",
        )
    owed = sum(principals_cents)
    if paid_cents:
        paid = [(_WITHIN_THE_TERM, paid_cents)]
        found = costs_after_payments(
            principals_cents, paid, last_day=_WITHIN_THE_TERM, vat_percent=vat_percent
        )
    elif len(principals_cents) > 1:
        found = collection_costs_of_claims(principals_cents, vat_percent=vat_percent)
    else:
        found = collection_costs(owed, vat_percent=vat_percent)
    return Calculation(
        kind="costs",
        values={
            "principal_cents": owed,
            "paid_cents": paid_cents,
            "currency": "EUR",
            "costs_cents": found.costs_cents,
            "vat_cents": found.vat_cents,
            "total_cents": found.total_cents,
        },
        answer=_answer(found, owed, paid_cents),
        caution=CAUTION,
        figures=_figures(found, owed, paid_cents, with_vat=vat_percent is not None),
        citations=each_once(found.citations),
    )


def _answer(found: CollectionCosts, owed: int, paid: int) -> Words:
    if 0 < owed <= paid:
        return _NOTHING_LEFT
    left = max(0, owed - paid)
    return Words(_may_be(found, left, "nl"), _may_be(found, left, "en"))


def _may_be(found: CollectionCosts, base_cents: int, language: Language) -> str:
    base, costs = format_euro(base_cents, language), format_euro(found.costs_cents, language)
    total = format_euro(found.total_cents, language)
    if language == "en":
        with_vat = f", {total} with VAT" if found.vat_cents else ""
        return f"Over a principal of {base}, collection costs may be {costs}{with_vat}."
    with_vat = f", met btw {total}" if found.vat_cents else ""
    return f"Over een hoofdsom van {base} mogen de incassokosten {costs} zijn{with_vat}."


def _figures(found: CollectionCosts, owed: int, paid: int, *, with_vat: bool) -> tuple[Figure, ...]:
    figures = [Figure(Words("Hoofdsom", "Principal"), "amount", owed)]
    if paid:
        figures.append(Figure(Words("Betaald binnen de termijn", "Paid within the term"), "amount", paid))
    figures.append(Figure(Words("Incassokosten", "Collection costs"), "amount", found.costs_cents))
    if with_vat:
        figures.append(Figure(Words("Btw", "VAT"), "amount", found.vat_cents))
        figures.append(Figure(Words("Kosten met btw", "Costs with VAT"), "amount", found.total_cents))
    return tuple(figures)
