"""Collection costs over instalments of one contract: 6:96 paragraph 8 BW, and article 2a of the BIK as far as known.

Whoever misses small instalments of one contract month after month would owe the minimum of 40 euros each month.
Since 1 October 2024 the creditor has to look back six months from the day of the notice, at the notices for
instalments that are still unpaid, in whole or in part. Paragraph 8 was read; article 2a, which sets the amounts, was
not. So the lowest reading is taken: over six months the small instalments of one contract bring no more than one of
them would, the highest.

>>> january, february = Instalment(date(2026, 1, 1), 90_00), Instalment(date(2026, 2, 1), 90_00)
>>> before = PastNotice(date(2026, 2, 2), [january], costs_cents=40_00)
>>> costs = instalment_costs([february], notice_sent=date(2026, 3, 2), earlier=[before])
>>> costs.costs_cents, costs.because
(0, 'COUNTED_BEFORE')
"""

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import MINYEAR, date
from typing import Literal, NamedTuple

from voldaan.domain.law.citation import Citation, Source, follows
from voldaan.domain.law.collection_costs import (
    COSTS_CENTS_MIN,
    MINIMUM,
    ONE_NOTICE,
    SCALE,
    collection_costs,
    collection_costs_of_claims,
)
from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day

Because = Literal[
    "NOT_YET_IN_FORCE", "NO_SMALL_INSTALMENT", "HIGHEST_OF_ONE", "LESS_WHAT_WAS_COUNTED", "COUNTED_BEFORE"
]

LOOK_BACK = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:96",
    paragraph="8",
    follows="For an instalment that bears the lowest costs, notices of the six months before it for instalments of "
    "the same contract that are still unpaid, wholly or in part, are taken into account.",
    follows_nl="Bij een termijnbetaling met de laagste vergoeding wordt rekening gehouden met aanmaningen uit de zes "
    "maanden ervoor voor termijnen uit dezelfde rechtsverhouding die nog geheel of gedeeltelijk onbetaald zijn.",
    valid_from=date(2024, 10, 1),
)
AMOUNTS = Citation(
    law="BIK",
    bwb_id="BWBR0031432",
    article="2a",
    follows="Several instalments in one notice bear the highest amount that one of them would; the sum does not count.",
    follows_nl="Eén aanmaning voor meer termijnbetalingen geeft de hoogste vergoeding die voor één ervan zou gelden; "
    "de som telt niet.",
    valid_from=date(2024, 10, 1),
    not_confirmed="The text was not found. By secondary sources a small instalment brings at most 40 euros, and six "
    "months at most 140 or less: here six months never bring more than the highest of one instalment.",
    not_confirmed_nl="De tekst is niet gevonden. Volgens secundaire bronnen geeft een kleine termijn hoogstens 40 "
    "euro, en zes maanden hoogstens 140 euro of minder: hier geven zes maanden nooit meer dan het hoogste bedrag van "
    "één termijn.",
)

LOOK_BACK_MONTHS = 6

_SENTENCES: dict[Because, tuple[str, str]] = {
    "NOT_YET_IN_FORCE": (
        "{costs} over de som: de regel voor termijnen geldt vanaf {first_day}",
        "{costs} over the sum: the rule for instalments holds from {first_day}",
    ),
    "NO_SMALL_INSTALMENT": (
        "{costs} over de som: voor geen van de termijnen gelden de laagste kosten",
        "{costs} over the sum: none of the instalments bears the lowest costs",
    ),
    "HIGHEST_OF_ONE": (
        "{costs}: het hoogste bedrag dat één onbetaalde termijn zou geven",
        "{costs}: the highest amount that one unpaid instalment would give",
    ),
    "LESS_WHAT_WAS_COUNTED": (
        "{costs}: sinds {since} is al {before} gerekend over termijnen die nog openstaan",
        "{costs}: since {since}, {before} was counted over instalments that are still open",
    ),
    "COUNTED_BEFORE": (
        "geen: sinds {since} zijn al kosten gerekend over termijnen die nog openstaan",
        "none: since {since}, costs were counted over instalments that are still open",
    ),
}


class Instalment(NamedTuple):
    """One instalment of a contract: its due date, and what is open of it."""

    due_date: date
    open_cents: int


class PastNotice(NamedTuple):
    """A notice that was sent before for instalments of the same contract, and the costs that it brought."""

    sent: date
    instalments: Sequence[Instalment]
    """With what is open of each now."""
    costs_cents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalmentCosts:
    """The costs that a notice of instalments can bring, excluding VAT, and why."""

    costs_cents: int
    counted_before_cents: int
    """What notices of the six months brought for instalments that are still open."""
    look_back_from: date
    because: Because
    citations: tuple[Source, ...]

    def sentence(self, language: Literal["nl", "en"]) -> str:
        """Return the reason as a sentence, without its capital and full stop."""
        return _SENTENCES[self.because][1 if language == "en" else 0].format(
            costs=format_euro(self.costs_cents, language),
            before=format_euro(self.counted_before_cents, language),
            since=format_day(self.look_back_from, language),
            first_day=format_day(LOOK_BACK.valid_from, language),
        )


@follows(LOOK_BACK, AMOUNTS)
def instalment_costs(
    instalments: Sequence[Instalment], *, notice_sent: date, earlier: Iterable[PastNotice] = ()
) -> InstalmentCosts:
    """Return the costs that a notice of these unpaid instalments of one contract brings, to a consumer.

    Give it to a notice as its `costs_cents_max`. Where no instalment is small, paragraph 7 holds: the scale over
    their sum. Where one is, the highest amount that one of them gives, less what notices of the six months before
    brought for instalments that are still open.

    Raises:
        ValueError: there is no instalment, or one of which nothing is open, or an earlier notice is not earlier.
    """
    if not instalments or min(one.open_cents for one in instalments) <= 0:
        raise ValueError("A notice is about instalments of which something is open: give each, above zero.")
    since = look_back_from(notice_sent)
    open_cents = [one.open_cents for one in instalments]
    together = collection_costs_of_claims(open_cents).costs_cents
    if notice_sent < LOOK_BACK.valid_from:
        return _said(together, 0, since, "NOT_YET_IN_FORCE", (SCALE, MINIMUM, ONE_NOTICE))
    if not any(is_small(one) for one in open_cents):
        return _said(together, 0, since, "NO_SMALL_INSTALMENT", (SCALE, MINIMUM, ONE_NOTICE, LOOK_BACK))
    highest = max(collection_costs(one).costs_cents for one in open_cents)
    before = _counted_before(earlier, since, notice_sent)
    because: Because = "HIGHEST_OF_ONE"
    if before:
        because = "LESS_WHAT_WAS_COUNTED" if before < highest else "COUNTED_BEFORE"
    return _said(max(highest - before, 0), before, since, because, (LOOK_BACK, AMOUNTS))


@follows(LOOK_BACK)
def look_back_from(notice_sent: date) -> date:
    """Return the first day of the six months before the day of a notice; that day itself is not one of them.

    Raises:
        ValueError: the six months begin before the calendar.
    """
    year, month = divmod(notice_sent.year * 12 + notice_sent.month - 1 - LOOK_BACK_MONTHS, 12)
    if year < MINYEAR:
        raise ValueError(
            f"Six months before {notice_sent.isoformat()} lie before the calendar: give a later day."
        )
    return date(year, month + 1, min(notice_sent.day, calendar.monthrange(year, month + 1)[1]))


@follows(LOOK_BACK, MINIMUM)
def is_small(open_cents: int) -> bool:
    """Test if an instalment bears the lowest costs: the minimum of 40 euros, up to 266.69 euros."""
    return 0 < collection_costs(open_cents).costs_cents <= COSTS_CENTS_MIN


def _counted_before(earlier: Iterable[PastNotice], since: date, notice_sent: date) -> int:
    counted = 0
    for notice in earlier:
        if notice.sent >= notice_sent:
            raise ValueError(
                f"A notice of {notice.sent.isoformat()} does not come before that of {notice_sent.isoformat()}: "
                "put instalments of one day in one notice."
            )
        if notice.sent >= since and any(one.open_cents > 0 for one in notice.instalments):
            counted += notice.costs_cents
    return counted


def _said(
    costs: int, before: int, since: date, because: Because, citations: tuple[Source, ...]
) -> InstalmentCosts:
    return InstalmentCosts(
        costs_cents=costs,
        counted_before_cents=before,
        look_back_from=since,
        because=because,
        citations=citations,
    )
