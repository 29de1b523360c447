"""Which collection costs are due when a claim is handed over, and why.

Pre-collection itself is free for the debtor. This module only tells a collection agency what the law would
allow on the day of the hand-over: it never puts an amount into a friendly message.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from voldaan.domain.law.capacity import NOTICE, Capacity, needs_notice
from voldaan.domain.law.citation import Citation
from voldaan.domain.law.collection_costs import COSTS_CENTS_MIN, ONE_NOTICE, collection_costs
from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day

BUSINESS_COSTS = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="4",
    follows="A business owes at least 40 euros, without a reminder, from the day after the last day of payment.",
    valid_from=date(2013, 3, 16),
)

Because = Literal[
    "NOTHING_OPEN",
    "NO_VALID_NOTICE",
    "NOTICE_TERM_RUNNING",
    "NOTICE_TERM_PASSED",
    "NOT_IN_DEFAULT",
    "BUSINESS_IN_DEFAULT",
]

_SENTENCES: dict[Because, tuple[str, str]] = {
    "NOTHING_OPEN": ("geen: er staat niets open", "none due: nothing is open"),
    "NO_VALID_NOTICE": (
        "geen: er is geen geldige veertiendagenbrief verstuurd",
        "none due: no valid fourteen-day notice",
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
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsDue:
    """The collection costs that could be claimed on a day, excluding VAT, and why."""

    cents: int
    because: Because
    sentence_nl: str
    sentence_en: str
    citations: tuple[Citation, ...]


def costs_due(
    capacity: Capacity,
    principal_cents: int,
    *,
    on: date,
    in_default_from: date | None,
    notice_last_day: date | None = None,
) -> CostsDue:
    """Return which costs are due on this day over what is open of all invoices together.

    `notice_last_day` is the last day of the term of a valid fourteen-day notice; None where none was sent. A
    consumer, and somebody whose capacity is unknown, owes nothing before that day has passed (6:96 paragraph 6).
    A business owes the scale from the first day of its default (6:96 paragraph 4), once over the sum: whether
    the 40 euros may be asked for each invoice is not settled.
    """
    if principal_cents <= 0:
        return _none("NOTHING_OPEN", ONE_NOTICE)
    consumer = needs_notice(capacity)
    if consumer and notice_last_day is None:
        return _none("NO_VALID_NOTICE", NOTICE)
    if in_default_from is None or on < in_default_from:
        return _none("NOT_IN_DEFAULT", NOTICE if consumer else BUSINESS_COSTS)
    if not consumer or notice_last_day is None:
        return _due("BUSINESS_IN_DEFAULT", principal_cents, in_default_from, BUSINESS_COSTS)
    if on <= notice_last_day:
        return _none("NOTICE_TERM_RUNNING", NOTICE, notice_last_day)
    return _due("NOTICE_TERM_PASSED", principal_cents, notice_last_day, NOTICE)


def _none(because: Because, citation: Citation, day: date | None = None) -> CostsDue:
    return _said(because, 0, day, (citation,))


def _due(because: Because, principal_cents: int, day: date, citation: Citation) -> CostsDue:
    costs = collection_costs(principal_cents)
    return _said(because, costs.costs_cents, day, (citation, *costs.citations, ONE_NOTICE))


def _said(because: Because, cents: int, day: date | None, citations: tuple[Citation, ...]) -> CostsDue:
    return CostsDue(
        cents=cents,
        because=because,
        sentence_nl=_sentence(because, cents, day, "nl"),
        sentence_en=_sentence(because, cents, day, "en"),
        citations=citations,
    )


def _sentence(because: Because, cents: int, day: date | None, language: Literal["nl", "en"]) -> str:
    return _SENTENCES[because][1 if language == "en" else 0].format(
        amount=format_euro(cents, language),
        minimum=format_euro(COSTS_CENTS_MIN, language),
        day="" if day is None else format_day(day, language),
    )
