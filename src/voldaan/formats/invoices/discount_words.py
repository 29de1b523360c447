"""A discount for paying early in words (Dutch, English, German, French) or in the code that XRechnung gives it.

What could mean two days or two amounts is not guessed: then there is no discount, and a payment that takes one is a
question.

>>> [offer.until.isoformat() for offer in offers_in("2% korting binnen 8 dagen, 30 dagen netto", date(2026, 10, 1))]
['2026-10-09']
"""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from voldaan.formats.amounts import AmountError, decimal_to_cents, parse_amount
from voldaan.formats.invoices.discount import Offer, percent_of
from voldaan.formats.invoices.term_words import (
    DISCOUNT_WORDS,
    NET_WORDS,
    NOT_A_TERM_WORDS,
    PAYING_WORDS,
    clauses_of,
    end_of_term,
    last_days,
)

PERCENT_MAX = Decimal(10)
"""In words only: more than this is said of something else."""

_CODED = re.compile(
    r"#SKONTO#TAGE=(?P<days>[0-9]{1,3})#PROZENT=(?P<percent>[0-9]{1,2}(?:\.[0-9]{1,4})?)"
    r"(?:#BASISBETRAG=(?P<base>-?[0-9]{1,12}(?:\.[0-9]{1,2})?))?#",
    re.IGNORECASE,
)
_PERCENT = re.compile(
    r"(?<![\d.,/])(\d{1,2}(?:[.,]\d{1,3})?)\s*(?:%|procent\b|percent\b|prozent\b|pct\b|pour ?cent\b)"
)
_AMOUNT = re.compile(
    r"(?:€|\beuro?\b)\s*(?P<after>\d{1,6}(?:[.,]\d{2})?)(?![\d.,]*\d)"
    r"|(?<![\d.,])(?P<before>\d{1,6}(?:[.,]\d{2})?)\s*(?:€|euro?\b)"
)
_ENGLISH = re.compile(
    r"(?<![\d/])(\d(?:[.,]\d)?)\s*/\s*(\d{1,2})\s*,?\s*(?:n|net|netto)\s*/?\s*\d{1,3}\b", re.IGNORECASE
)
"""`2/10 net 30`: two percent within ten days."""
_NAMED = re.compile(r"discount|korting|skonto|rabat|escompte|remise|kredietbep|mindering|deduct|abzug|abzieh")
_NOT_GIVEN = re.compile(
    r"\b(?:geen|zonder|niet|vervalt|no|not|without|kein\w*|nicht|ohne|pas|sans|aucun\w*)\b|toeslag|surcharge|zuschlag|"
    r"penalt|volgende|n[aä]chste|\bnext\b|prochain|artikel|\bexcl|\bexkl|\bhors\b|\bzzgl|\b(?:na|nach|after|après)\s+(?:\d|afloop|ablauf|the|de|die|den|dem)"
)
"""No discount, one that is lost, or one over another amount than what is asked."""


def offers_in(note: str, issue_date: date, *, about_payment: bool = True) -> list[Offer]:
    """Return the discounts that a note gives.

    `about_payment` is False for a note that may be about anything: only clauses that speak of paying then count.
    """
    coded = list(_coded(note, issue_date))
    if coded:
        return coded
    english = [
        Offer(until, percent=percent_of(percent))
        for percent, days in _ENGLISH.findall(note)
        if (until := end_of_term(issue_date, int(days), "day"))
    ]
    clauses = clauses_of(_ENGLISH.sub(" ", note))
    said = any(_NAMED.search(clause) for clause in clauses) or any(map(NET_WORDS.search, clauses))
    if not said or (not about_payment and not any(map(PAYING_WORDS.search, clauses))):
        return english
    found = (_in_clause(clauses, place, issue_date) for place in range(len(clauses)))
    return english + [offer for offer in found if offer]


def _coded(note: str, issue_date: date) -> Iterator[Offer]:
    for match in _CODED.finditer(note):
        until = end_of_term(issue_date, int(match["days"]), "day")
        percent = percent_of(match["percent"])
        if until and percent:
            base = match["base"]
            yield Offer(until, percent=percent, base_cents=abs(decimal_to_cents(base)) if base else None)


def _in_clause(clauses: list[str], place: int, issue_date: date) -> Offer | None:
    """Return the discount of a clause, with the day that it or a clause beside it names."""
    clause = clauses[place]
    percents, amounts = _PERCENT.findall(clause), list(_AMOUNT.finditer(clause))
    named = DISCOUNT_WORDS.search(clause) or _NAMED.search(clause)
    if not named or len(percents) + len(amounts) != 1 or _is_something_else(clause):
        return None
    if amounts and not _NAMED.search(clause):
        return None
    until = _until(clauses, place, issue_date)
    if until is None:
        return None
    if amounts:
        return _of_amount(amounts[0]["after"] or amounts[0]["before"], until)
    percent = percent_of(percents[0])
    return Offer(until, percent=percent) if percent and percent <= PERCENT_MAX else None


def _of_amount(text: str, until: date) -> Offer | None:
    try:
        return Offer(until, cents=parse_amount(text.replace(".", ",")))
    except AmountError:
        return None


def _is_something_else(clause: str) -> bool:
    return bool(NOT_A_TERM_WORDS.search(clause) or _NOT_GIVEN.search(clause))


def _until(clauses: list[str], place: int, issue_date: date) -> date | None:
    """Return the one day that a clause names, else the one that a clause beside it without a discount names."""
    beside = clauses[place + 1 : place + 2] + clauses[max(0, place - 1) : place]
    for clause in (clauses[place], *beside):
        if clause is not clauses[place] and (
            NET_WORDS.search(clause) or DISCOUNT_WORDS.search(clause) or _is_something_else(clause)
        ):
            continue
        days = set(last_days(clause, issue_date)[0])
        if days:
            return days.pop() if len(days) == 1 else None
    return None
