"""Which collection costs are due when a claim is handed over, and why.

Pre-collection itself is free for the debtor. This module only tells a collection agency what the law would
allow on the day of the hand-over: it never puts an amount into a friendly message.

>>> costs_due("LEGAL_PERSON", 10_00, on=date(2026, 11, 2), in_default_from=date(2026, 11, 2)).cents
4000
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from voldaan.domain.law.capacity import NOTICE, Capacity, needs_notice
from voldaan.domain.law.citation import Citation, Source, follows
from voldaan.domain.law.collection_costs import (
    COSTS_CENTS_MIN,
    ONE_NOTICE,
    PART_PAYMENT,
    collection_costs,
    costs_after_payments,
)
from voldaan.domain.law.notice import CAREFUL_END
from voldaan.domain.law.notice_flaws import Flaw, Notice, flaws, valid_term
from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day

BUSINESS_COSTS = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="4",
    follows="A business owes at least 40 euros, without a reminder, from the day after the last day of payment.",
    follows_nl="Een bedrijf is ten minste 40 euro verschuldigd, zonder aanmaning, vanaf de dag na de uiterste dag van "
    "betaling.",
    valid_from=date(2013, 3, 16),
    not_confirmed="Whether the 40 euros may be asked for each invoice is not settled: they are counted once over the "
    "sum. What the parties agreed above it is not known here: the scale is counted.",
    not_confirmed_nl="Of de 40 euro per factuur mag worden gevraagd, staat niet vast: zij telt één keer over het "
    "totaal. Wat partijen daarboven hebben afgesproken, is hier niet bekend: de staffel wordt gerekend.",
)

Because = Literal[
    "NOTHING_OPEN",
    "NO_VALID_NOTICE",
    "NOTICE_NOT_VALID",
    "PAID_WITHIN_TERM",
    "NOTICE_TERM_RUNNING",
    "NOTICE_TERM_PASSED",
    "NOT_IN_DEFAULT",
    "BUSINESS_IN_DEFAULT",
    "STOP_STANDS",
]

_SENTENCES: dict[Because, tuple[str, str]] = {
    "NOTHING_OPEN": ("geen: er staat niets open", "none due: nothing is open"),
    "NO_VALID_NOTICE": (
        "geen: er is geen geldige veertiendagenbrief verstuurd",
        "none due: no valid fourteen-day notice",
    ),
    "NOTICE_NOT_VALID": (
        "geen: de veertiendagenbrief van {day} is niet geldig: {flaw}",
        "none due: the fourteen-day notice of {day} is not valid: {flaw}",
    ),
    "PAID_WITHIN_TERM": (
        "geen: wat de veertiendagenbrief vroeg, is binnen de termijn tot en met {day} betaald",
        "none due: what the fourteen-day notice asked was paid within its term, until {day}",
    ),
    "NOTICE_TERM_RUNNING": (
        "geen: de termijn van de veertiendagenbrief loopt tot en met {day}",
        "none due: the term of the fourteen-day notice runs until {day}",
    ),
    "NOTICE_TERM_PASSED": (
        "{amount}: de termijn van de veertiendagenbrief liep af op {day}",
        "{amount}: the term of the fourteen-day notice ended on {day}",
    ),
    "NOT_IN_DEFAULT": (
        "geen: het verzuim van de debiteur staat niet vast",
        "none due: the debtor's default is not established",
    ),
    "BUSINESS_IN_DEFAULT": (
        "{amount}: kan worden gevorderd vanaf {day}, tenzij anders is afgesproken; ten minste {minimum}",
        "{amount}: can be claimed from {day}, unless agreed otherwise; at least {minimum}",
    ),
    "STOP_STANDS": (
        "geen: zij komen er niet bij zolang duurt wat de debiteur beschermt",
        "none due: none are added while what protects the debtor stands",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsDue:
    """The collection costs that could be claimed on a day, excluding VAT, and why."""

    cents: int
    because: Because
    sentence_nl: str
    sentence_en: str
    citations: tuple[Source, ...]


@follows(NOTICE, BUSINESS_COSTS, PART_PAYMENT, CAREFUL_END)
def costs_due(
    capacity: Capacity,
    principal_cents: int,
    *,
    on: date,
    in_default_from: date | None,
    notice: Notice | None = None,
    payments: Iterable[tuple[date, int]] = (),
    additional: Collection[date] = (),
    stopped: bool = False,
) -> CostsDue:
    """Return which costs are due on this day over what is open of all invoices together.

    A consumer, and somebody whose capacity is unknown, owes nothing before the term of a valid fourteen-day notice
    has passed (6:96 paragraph 6), its careful last day included. Then the costs are those over the principal that
    the notice named, less what was paid of it by that day (`payments`: day of credit and cents), and never more
    than the notice named. A business owes the scale from the first day of its default, at least 40 euros (6:96
    paragraph 4), once over the sum; its notice is not looked at. Not so where it is `stopped`: its default
    began under a stop that still stands and allows no costs.
    """
    if principal_cents <= 0:
        return _none("NOTHING_OPEN", ONE_NOTICE)
    if not needs_notice(capacity):
        if stopped:
            return _none("STOP_STANDS", BUSINESS_COSTS)
        if in_default_from is None or on < in_default_from:
            return _none("NOT_IN_DEFAULT", BUSINESS_COSTS)
        costs = collection_costs(principal_cents)
        return _said(
            "BUSINESS_IN_DEFAULT",
            costs.costs_cents,
            in_default_from,
            (BUSINESS_COSTS, *costs.citations, ONE_NOTICE),
        )
    if notice is None:
        return _none("NO_VALID_NOTICE", NOTICE)
    if in_default_from is None or on < in_default_from:
        return _none("NOT_IN_DEFAULT", NOTICE)
    return _after_notice(notice, payments, on, additional)


def _after_notice(
    notice: Notice, payments: Iterable[tuple[date, int]], on: date, additional: Collection[date]
) -> CostsDue:
    term = valid_term(notice, additional=additional)
    if term is None:
        found = flaws(notice, additional=additional)
        return _said("NOTICE_NOT_VALID", 0, notice.sent, (NOTICE, *(flaw.source for flaw in found)), found)
    last_day = term.careful_last_day
    if on <= last_day:
        return _said("NOTICE_TERM_RUNNING", 0, last_day, (NOTICE, CAREFUL_END))
    costs = costs_after_payments(notice.principals_cents, payments, last_day=last_day)
    most = [costs.costs_cents, notice.costs_cents or 0]
    if notice.costs_cents_max is not None:
        most.append(notice.costs_cents_max)
    because: Because = "NOTICE_TERM_PASSED" if costs.costs_cents else "PAID_WITHIN_TERM"
    return _said(because, min(most), last_day, (NOTICE, *costs.citations))


def _none(because: Because, citation: Source) -> CostsDue:
    return _said(because, 0, None, (citation,))


def _said(
    because: Because,
    cents: int,
    day: date | None,
    citations: tuple[Source, ...],
    found: Sequence[Flaw] = (),
) -> CostsDue:
    return CostsDue(
        cents=cents,
        because=because,
        sentence_nl=_sentence(because, cents, day, "; ".join(flaw.sentence_nl for flaw in found), "nl"),
        sentence_en=_sentence(because, cents, day, "; ".join(flaw.sentence_en for flaw in found), "en"),
        citations=tuple(dict.fromkeys(citations)),
    )


def _sentence(
    because: Because, cents: int, day: date | None, flaw: str, language: Literal["nl", "en"]
) -> str:
    return _SENTENCES[because][1 if language == "en" else 0].format(
        amount=format_euro(cents, language),
        minimum=format_euro(COSTS_CENTS_MIN, language),
        day="" if day is None else format_day(day, language),
        flaw=flaw,
    )
