"""Until when an invoice may be paid: what was agreed, as far as the law lets it stand, else 30 days (6:119a and b BW).

A consumer has no statutory term: without an agreed one, payment can be asked for at once (6:38 BW). Between
businesses 60 days is the longest, unless a longer term was expressly agreed; a large company that buys from a
smaller one cannot agree more than 30, and a public body not more than 60.

>>> bought = date(2026, 9, 1)
>>> term = payment_term(buyer="LEGAL_PERSON", issue_date=bought, invoice_received_on=bought)
>>> term.because, str(term.last_day)
('STATUTORY_30', '2026-10-01')
>>> large = Large(buyer_is_large=True, seller_is_large=False)
>>> term = payment_term(
...     buyer="LEGAL_PERSON", issue_date=bought, agreed_days=45, size=large, invoice_received_on=bought
... )
>>> term.because, str(term.last_day)
('CLAUSE_VOID', '2026-10-01')
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from voldaan.domain.law.capacity import Capacity, is_consumer
from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.law.default import STATUTORY_TERM, last_statutory_day

Because = Literal[
    "AGREED",
    "AGREED_EXPRESSLY",
    "STATUTORY_30",
    "CLAUSE_VOID",
    "CAPPED_60",
    "TOO_LONG_UNLESS_EXPRESS",
    "AT_ONCE",
    "RECEIPT_UNKNOWN",
]

AT_ONCE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:38",
    follows="Where no time was agreed, payment can be asked for at once.",
    follows_nl="Is geen tijd voor de betaling bepaald, dan kan terstond betaling worden gevorderd.",
    valid_from=date(1992, 1, 1),
)
LONGEST = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119a",
    paragraph="5",
    follows="Businesses can agree 60 days; longer only expressly and where that is not manifestly unfair.",
    follows_nl="Bedrijven kunnen 60 dagen overeenkomen; langer alleen uitdrukkelijk en als dat niet kennelijk "
    "onbillijk is.",
    valid_from=date(2013, 3, 16),
    not_confirmed="What holds where a longer term was not expressly agreed is not settled: here 60 days. Where it is "
    "not known, the agreed day is kept.",
    not_confirmed_nl="Wat geldt als een langere termijn niet uitdrukkelijk is overeengekomen, staat niet vast: hier "
    "60 dagen. Is dat niet bekend, dan blijft de overeengekomen dag staan.",
)
LARGE_BUYER = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119a",
    paragraph="6",
    follows="A large company cannot agree more than 30 days with a smaller seller (60 until 1 July 2022).",
    follows_nl="Een grote onderneming kan met een kleinere leverancier niet meer dan 30 dagen overeenkomen (60 tot 1 "
    "juli 2022).",
    valid_from=date(2022, 7, 1),
    not_confirmed="The limits of article 2:397 were raised in 2024, which was not read at its source; here they are "
    "20 and 40 million euros. For a buyer higher limits are the careful side, so one that is only just above these is "
    "better not given as large. Who is large is never presumed: without that fact the agreed day is kept.",
    not_confirmed_nl="De grenzen van artikel 2:397 zijn in 2024 verhoogd; dat is niet bij de bron gelezen, en hier "
    "zijn zij 20 en 40 miljoen euro. Voor een koper zijn hogere grenzen de voorzichtige kant: geef wie er maar net "
    "boven ligt liever niet als groot op. Wie groot is, wordt nooit vermoed: zonder dat feit blijft de overeengekomen "
    "dag staan.",
)
PUBLIC_BODY_TERM = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119b",
    paragraph="2",
    follows="Where no day was agreed a public body pays within 30 days, counted as between businesses.",
    follows_nl="Is geen dag overeengekomen, dan betaalt een overheidsinstantie binnen 30 dagen, geteld zoals tussen "
    "bedrijven.",
    valid_from=date(2013, 3, 16),
)
PUBLIC_BODY_LONGEST = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119b",
    paragraph="5",
    follows="A public body pays within 30 days; longer only expressly and with an objective ground, and at most 60.",
    follows_nl="Een overheidsinstantie betaalt binnen 30 dagen; langer alleen uitdrukkelijk en met een objectieve "
    "rechtvaardiging, en hoogstens 60.",
    valid_from=date(2013, 3, 16),
    not_confirmed="Where it is not known whether a longer term was expressly agreed and justified, it is kept up to "
    "60 days.",
    not_confirmed_nl="Is niet bekend of een langere termijn uitdrukkelijk is overeengekomen en gerechtvaardigd is, "
    "dan blijft hij staan tot hoogstens 60 dagen.",
)

LONGEST_DAYS = 60
LONGEST_DAYS_PUBLIC_BODY = 30
_AGREED_DAYS_MAX = 3650
_LAST_YEAR = 9900
_ASSETS_CENTS, _TURNOVER_CENTS, _STAFF = 20_000_000_00, 40_000_000_00, 250


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeBuyerRule:
    """How many days a large buyer can agree at most with a smaller seller, and from when."""

    new_contracts_from: date
    existing_contracts_from: date
    days_max: int
    source: str


LARGE_BUYER_RULES: tuple[LargeBuyerRule, ...] = (
    LargeBuyerRule(
        new_contracts_from=date(2017, 7, 1),
        existing_contracts_from=date(2018, 7, 1),
        days_max=60,
        source="6:119a paragraph 6 BW as of 1 July 2017",
    ),
    LargeBuyerRule(
        new_contracts_from=date(2022, 7, 1),
        existing_contracts_from=date(2023, 7, 1),
        days_max=30,
        source="Act of 30 March 2022, Stb. 2022, 146, articles I and II",
    ),
)

_SENTENCES: dict[Because, tuple[str, str]] = {
    "AGREED": ("de afgesproken termijn van {days} dagen", "the agreed term of {days} days"),
    "AGREED_EXPRESSLY": (
        "de uitdrukkelijk afgesproken termijn van {days} dagen",
        "the expressly agreed term of {days} days",
    ),
    "STATUTORY_30": (
        "geen termijn afgesproken: 30 dagen na ontvangst van de factuur of de prestatie",
        "no term was agreed: 30 days after receipt of the invoice or the performance",
    ),
    "CLAUSE_VOID": (
        "de afgesproken {days} dagen zijn nietig: 30 dagen na ontvangst van de factuur of de prestatie",
        "the agreed {days} days are void: 30 days after receipt of the invoice or the performance",
    ),
    "CAPPED_60": (
        "de afgesproken {days} dagen zijn te lang: ten hoogste 60 dagen",
        "the agreed {days} days are too long: 60 days at most",
    ),
    "TOO_LONG_UNLESS_EXPRESS": (
        "de afgesproken {days} dagen gelden alleen als zij uitdrukkelijk zijn afgesproken: dat is niet bekend",
        "the agreed {days} days hold only if they were agreed expressly, which is not known",
    ),
    "AT_ONCE": (
        "geen termijn afgesproken: betaling kan meteen worden gevraagd",
        "no term was agreed: payment can be asked for at once",
    ),
    "RECEIPT_UNKNOWN": (
        "30 dagen na ontvangst: de dag van ontvangst is niet bekend",
        "30 days after receipt: the day of receipt is not known",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Large:
    """Which of the two is a large company. None is not known, and is never presumed."""

    buyer_is_large: bool | None = None
    seller_is_large: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFigures:
    """A company's figures on one balance date."""

    assets_cents: int
    turnover_cents: int
    staff: int
    """The average number of employees of the year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentTerm:
    """The last day of payment that counts, and why."""

    last_day: date | None
    """None where payment can be asked for at once, or the day of receipt is not known."""
    because: Because
    sentence_nl: str
    sentence_en: str
    citations: tuple[Citation, ...]


@follows(AT_ONCE, STATUTORY_TERM, LONGEST, LARGE_BUYER, PUBLIC_BODY_TERM, PUBLIC_BODY_LONGEST)
def payment_term(
    *,
    buyer: Capacity,
    issue_date: date,
    agreed_days: int | None = None,
    agreed_on: date | None = None,
    longer_is_express: bool | None = None,
    size: Large = Large(),
    invoice_received_on: date | None = None,
    performance_received_on: date | None = None,
    accepted_on: date | None = None,
) -> PaymentTerm:
    """Return the last day of payment that counts for an invoice. Follows from 6:38, 6:119a and 6:119b.

    `agreed_days` count from the issue date; None where nothing was agreed. `agreed_on` is the day of the contract: an
    unknown one counts as a contract that existed already. `longer_is_express` says whether a term above the longest was
    expressly agreed and is fair, and for a public body objectively justified; None is not known. `accepted_on` is
    the day on which the buyer accepted the performance, where a term for that was agreed. An agreed day is never
    moved for a Sunday or holiday. Raises ValueError for a term below zero or above ten years, and for a day that
    no term can be counted from.
    """
    _refuse_the_end_of_time(issue_date, invoice_received_on, performance_received_on, accepted_on)
    received_on = statutory_start(invoice_received_on, performance_received_on, accepted_on)
    if agreed_days is None:
        if is_consumer(buyer):
            return _said("AT_ONCE", None, 0, AT_ONCE)
        return _statutory("STATUTORY_30", 0, received_on, _statutory_source(buyer))
    if not 0 <= agreed_days <= _AGREED_DAYS_MAX:
        raise ValueError(
            f"A term of {agreed_days} days cannot be right: give a number from 0 to {_AGREED_DAYS_MAX}, or none."
        )
    agreed_day = issue_date + timedelta(days=agreed_days)
    if is_consumer(buyer):
        return _said("AGREED", agreed_day, agreed_days, AT_ONCE)
    if buyer == "PUBLIC_BODY":
        return _of_public_body(agreed_days, issue_date, received_on, longer_is_express)
    days_max = _days_max_of(buyer, size, agreed_on=agreed_on, on=issue_date)
    if days_max is not None and agreed_days > days_max:
        return _statutory("CLAUSE_VOID", agreed_days, received_on, LARGE_BUYER)
    if agreed_days <= LONGEST_DAYS:
        return _said("AGREED", agreed_day, agreed_days, LONGEST)
    if longer_is_express is False:
        return _said("CAPPED_60", issue_date + timedelta(days=LONGEST_DAYS), agreed_days, LONGEST)
    because: Because = "AGREED_EXPRESSLY" if longer_is_express else "TOO_LONG_UNLESS_EXPRESS"
    return _said(because, agreed_day, agreed_days, LONGEST)


@follows(STATUTORY_TERM)
def statutory_start(
    invoice_received_on: date | None,
    performance_received_on: date | None = None,
    accepted_on: date | None = None,
) -> date | None:
    """Return the day after which the statutory 30 days run; None where none is known. Follows from 6:119a paragraph 2.

    The invoice's receipt; where that is not known, or the performance or its acceptance came later, the later day.
    """
    known = [day for day in (invoice_received_on, performance_received_on, accepted_on) if day is not None]
    return max(known, default=None)


@follows(LARGE_BUYER)
def days_max_for_large_buyer(*, agreed_on: date | None, on: date) -> int | None:
    """Return how many days a large buyer can agree at most with a smaller seller, as of this day; None before 2017.

    Follows from 6:119a paragraph 6 and its transitional rules: contracts that existed got a year.
    """
    days_max = None
    for rule in LARGE_BUYER_RULES:
        is_new = agreed_on is not None and rule.new_contracts_from <= agreed_on
        if (rule.new_contracts_from <= on and is_new) or rule.existing_contracts_from <= on:
            days_max = rule.days_max
    return days_max


@follows(LARGE_BUYER)
def is_large(years: Sequence[YearFigures]) -> bool | None:
    """Return whether a company is large by its figures, oldest first; None where they do not tell.

    Follows from 6:119a paragraph 6: on the last two balance dates above at least two of three limits, of assets,
    turnover and staff (article 2:397). One year is not enough, and two that differ leave it as it was before.
    """
    last_two = {_is_above_limits(year) for year in years[-2:]}
    return last_two.pop() if len(years) >= 2 and len(last_two) == 1 else None


def _refuse_the_end_of_time(*days: date | None) -> None:
    for day in days:
        if day is not None and day.year > _LAST_YEAR:
            raise ValueError(
                f"No term can be counted from {day}: give a day before the year {_LAST_YEAR + 1}."
            )


def _is_above_limits(year: YearFigures) -> bool:
    above = (
        year.assets_cents > _ASSETS_CENTS,
        year.turnover_cents > _TURNOVER_CENTS,
        year.staff >= _STAFF,
    )
    return sum(above) >= 2


def _days_max_of(buyer: Capacity, size: Large, *, agreed_on: date | None, on: date) -> int | None:
    if buyer == "LEGAL_PERSON" and size.buyer_is_large is True and size.seller_is_large is False:
        return days_max_for_large_buyer(agreed_on=agreed_on, on=on)
    return None


def _of_public_body(
    agreed_days: int, issue_date: date, received_on: date | None, longer_is_express: bool | None
) -> PaymentTerm:
    if agreed_days <= LONGEST_DAYS_PUBLIC_BODY:
        return _said("AGREED", issue_date + timedelta(days=agreed_days), agreed_days, PUBLIC_BODY_LONGEST)
    if longer_is_express is False:
        return _statutory("CLAUSE_VOID", agreed_days, received_on, PUBLIC_BODY_LONGEST)
    if agreed_days > LONGEST_DAYS:
        last_day = max(issue_date, received_on or issue_date) + timedelta(days=LONGEST_DAYS)
        return _said("CAPPED_60", last_day, agreed_days, PUBLIC_BODY_LONGEST)
    agreed_day = issue_date + timedelta(days=agreed_days)
    if longer_is_express:
        return _said("AGREED_EXPRESSLY", agreed_day, agreed_days, PUBLIC_BODY_LONGEST)
    later_day = agreed_day if received_on is None else max(agreed_day, last_statutory_day(received_on))
    return _said("TOO_LONG_UNLESS_EXPRESS", later_day, agreed_days, PUBLIC_BODY_LONGEST)


def _statutory_source(buyer: Capacity) -> Citation:
    return PUBLIC_BODY_TERM if buyer == "PUBLIC_BODY" else STATUTORY_TERM


def _statutory(because: Because, days: int, received_on: date | None, source: Citation) -> PaymentTerm:
    sources = tuple(dict.fromkeys((source, STATUTORY_TERM)))
    if received_on is None:
        return _said("RECEIPT_UNKNOWN", None, days, *sources)
    return _said(because, last_statutory_day(received_on), days, *sources)


def _said(because: Because, last_day: date | None, days: int, *citations: Citation) -> PaymentTerm:
    dutch, english = _SENTENCES[because]
    return PaymentTerm(
        last_day=last_day,
        because=because,
        sentence_nl=dutch.format(days=days),
        sentence_en=english.format(days=days),
        citations=citations,
    )
