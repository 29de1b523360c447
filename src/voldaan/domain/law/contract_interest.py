"""Interest that the parties agreed themselves, a year or a month (6:119 paragraph 3, 6:119a and 6:119b BW).

`contract_interest` counts an agreed rate as it stands. `rate_that_runs` says if it runs at all, because a consumer and
a public body owe it only as long as it is higher than the statutory one, and `interest_that_runs` counts by that.

>>> agreed = AgreedRate(percent=Decimal("2"), per="MONTH")
>>> owed = contract_interest(agreed, 100_000, first_day=date(2026, 1, 1), until=date(2026, 2, 28))
>>> [segment.cents for segment in owed.segments]
[2000, 2040]
>>> low = AgreedRate(percent=Decimal("5"), per="YEAR")
>>> [rate_that_runs(low, "CONSUMER", on=day).percent for day in (date(2025, 12, 31), date(2026, 1, 1))]
[Decimal('6.00'), Decimal('5')]
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

from voldaan.domain.law.accrual import Payment, accrue
from voldaan.domain.law.capacity import Capacity, interest_citation, interest_kind, is_consumer
from voldaan.domain.law.citation import Citation, follows
from voldaan.domain.law.interest import Interest, stated, terms_above
from voldaan.domain.law.rates import RATE_COMMERCIAL, RATE_STATUTORY, rate_on, rates
from voldaan.domain.law.stretches import DayCount, Terms, rate_steps

CONTRACT_RATE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119",
    paragraph="3",
    follows="An agreed rate that is higher than the statutory one keeps running in its place.",
    follows_nl="Een bedongen rente die hoger is dan de wettelijke, loopt in plaats daarvan door.",
    valid_from=date(1992, 1, 1),
    not_confirmed="Whether the two rates are compared once or at each change is not settled: here at each change, and "
    "a month counts for a twelfth of a year. Whether a clause is fair to a consumer, and whether it lets agreed "
    "interest bear interest, has to be read in the contract.",
    not_confirmed_nl="Of de twee rentes één keer of bij elke wijziging worden vergeleken, staat niet vast: hier bij "
    "elke wijziging, en een maand telt voor een twaalfde jaar. Of een beding eerlijk is voor een consument, en of het "
    "rente over bedongen rente toelaat, moet in de overeenkomst worden gelezen.",
)
CONTRACT_RATE_TRADE = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119a",
    paragraph="9",
    follows="Another rate agreed between businesses, higher or lower, counts as the rate of this article.",
    follows_nl="Een andere rente die tussen bedrijven is overeengekomen, hoger of lager, wordt gelijkgesteld met de "
    "rente van dit artikel.",
    valid_from=date(2002, 12, 1),
)
CONTRACT_RATE_PUBLIC_BODY = Citation(
    law="BW",
    bwb_id="BWBR0005289",
    article="6:119b",
    paragraph="8",
    follows="Only a higher agreed rate counts as the rate of this article.",
    follows_nl="Alleen een hogere overeengekomen rente wordt gelijkgesteld met de rente van dit artikel.",
    valid_from=date(2013, 3, 16),
)

Because = Literal["AGREED_IS_HIGHER", "AGREED_IS_NOT_HIGHER", "AGREED_BETWEEN_BUSINESSES"]

_SENTENCES: dict[Because, tuple[str, str]] = {
    "AGREED_IS_HIGHER": (
        "de afgesproken rente loopt: zij is hoger dan de wettelijke rente van {percent} procent per jaar",
        "the agreed rate runs: it is higher than the statutory rate of {percent} percent a year",
    ),
    "AGREED_IS_NOT_HIGHER": (
        "de wettelijke rente van {percent} procent per jaar loopt: de afgesproken rente is niet hoger",
        "the statutory rate of {percent} percent a year runs: the agreed rate is not higher",
    ),
    "AGREED_BETWEEN_BUSINESSES": (
        "de afgesproken rente loopt: tussen bedrijven komt zij in de plaats van de wettelijke handelsrente",
        "the agreed rate runs: between businesses it takes the place of the commercial rate",
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedRate:
    """The rate that the contract names, and how it is counted."""

    percent: Decimal
    per: Literal["YEAR", "MONTH"]
    """After each of these the open interest is added to the base. For a month that is the custom of practice,
    not of the statute: the contract has to say so."""
    day_count: DayCount = "interest-year"
    """How part of a year is counted. Part of a month is always a share of that month."""
    round_segments: bool = True
    """False carries fractions of a cent on and rounds a segment only where it is shown, as some programs do."""

    @property
    def percent_a_year(self) -> Decimal:
        """Return the rate of a year, without interest on interest."""
        return self.percent * 12 if self.per == "MONTH" else self.percent


@dataclass(frozen=True, slots=True, kw_only=True)
class RateThatRuns:
    """Which of two rates runs on a day, and why."""

    percent: Decimal
    per: Literal["YEAR", "MONTH"]
    because: Because
    statutory_percent: Decimal | None
    """The rate of the law that it was compared with; None between businesses, where nothing is compared."""
    citations: tuple[Citation, ...]

    @property
    def is_agreed(self) -> bool:
        """Test if it is the rate of the contract."""
        return self.because != "AGREED_IS_NOT_HIGHER"

    def sentence(self, language: Literal["nl", "en"]) -> str:
        """Return the reason as a sentence, without its capital and full stop."""
        percent = "" if self.statutory_percent is None else str(self.statutory_percent)
        told = _SENTENCES[self.because][1 if language == "en" else 0]
        return told.format(percent=percent if language == "en" else percent.replace(".", ","))


@follows(CONTRACT_RATE)
def contract_interest(
    agreed: AgreedRate,
    principal_cents: int,
    *,
    first_day: date,
    until: date,
    payments: Sequence[Payment] = (),
    costs_cents: int = 0,
) -> Interest:
    """Return the agreed interest from the first day until and including `until`, compounded each agreed period."""
    accrual = accrue(
        _terms(agreed),
        principal_cents=principal_cents,
        costs_cents=costs_cents,
        first_day=first_day,
        until=until,
        payments=payments,
    )
    return stated(accrual, (CONTRACT_RATE,))


@follows(CONTRACT_RATE, CONTRACT_RATE_TRADE, CONTRACT_RATE_PUBLIC_BODY)
def rate_that_runs(agreed: AgreedRate, capacity: Capacity, *, on: date) -> RateThatRuns:
    """Return which rate a debtor in this capacity owes on this day: the agreed one, or that of the law.

    A consumer owes the agreed rate where it is higher than the statutory one (6:119 paragraph 3), a public body where
    it is higher than the commercial one (6:119b paragraph 8). Between businesses it counts in any case (6:119a
    paragraph 9). The rate of the law can rise above an agreed one, and runs from that day.

    Raises:
        MissingRate: the rate of the law is needed, and not known for this day.
    """
    if not _only_a_higher_one(capacity):
        return RateThatRuns(
            percent=agreed.percent,
            per=agreed.per,
            because="AGREED_BETWEEN_BUSINESSES",
            statutory_percent=None,
            citations=_citations(capacity),
        )
    statutory = rate_on(interest_kind(capacity), on).percent
    higher = agreed.percent_a_year > statutory
    return RateThatRuns(
        percent=agreed.percent if higher else statutory,
        per=agreed.per if higher else "YEAR",
        because="AGREED_IS_HIGHER" if higher else "AGREED_IS_NOT_HIGHER",
        statutory_percent=statutory,
        citations=_citations(capacity),
    )


@follows(CONTRACT_RATE, CONTRACT_RATE_TRADE, CONTRACT_RATE_PUBLIC_BODY)
def interest_that_runs(
    agreed: AgreedRate,
    capacity: Capacity,
    principal_cents: int,
    *,
    first_day: date,
    until: date,
    payments: Sequence[Payment] = (),
    costs_cents: int = 0,
) -> Interest:
    """Return the interest that a debtor in this capacity owes where a rate was agreed, day by day the one that runs.

    Raises:
        MissingRate: the rate of the law is needed, and not known for one of the days.
        ValueError: a rate a month would have to be counted in one row with a rate a year.
    """
    if not _only_a_higher_one(capacity):
        terms = _terms(agreed)
    elif agreed.per == "YEAR":
        terms = terms_above(interest_kind(capacity), agreed.percent, agreed.day_count)
    else:
        _refuse_where_the_statutory_rate_runs(agreed, capacity, first_day, until)
        terms = _terms(agreed)
    accrual = accrue(
        terms,
        principal_cents=principal_cents,
        costs_cents=costs_cents,
        first_day=first_day,
        until=until,
        payments=payments,
    )
    return stated(accrual, _citations(capacity))


def _only_a_higher_one(capacity: Capacity) -> bool:
    """Test if the law's rate is the least that this debtor owes."""
    return is_consumer(capacity) or capacity == "PUBLIC_BODY"


def _citations(capacity: Capacity) -> tuple[Citation, ...]:
    if is_consumer(capacity):
        return CONTRACT_RATE, interest_citation(capacity), RATE_STATUTORY
    if capacity == "PUBLIC_BODY":
        return CONTRACT_RATE_PUBLIC_BODY, interest_citation(capacity), RATE_COMMERCIAL
    return CONTRACT_RATE_TRADE, interest_citation(capacity)


def _refuse_where_the_statutory_rate_runs(
    agreed: AgreedRate, capacity: Capacity, first_day: date, until: date
) -> None:
    changes = [
        rate.first_day for rate in rates(interest_kind(capacity)) if first_day < rate.first_day <= until
    ]
    for day in (first_day, *changes) if first_day <= until else ():
        running = rate_that_runs(agreed, capacity, on=day)
        if not running.is_agreed:
            raise ValueError(
                f"From {day} the statutory rate of {running.percent} percent a year runs, because {agreed.percent} "
                "percent a month is not higher. Interest by the month and by the year cannot be counted in one row: "
                f"count until {day} and from it separately."
            )


def _terms(agreed: AgreedRate) -> Terms:
    return Terms(
        steps=rate_steps([(date.min, agreed.percent)], last_known_day=None),
        months_a_period=12 if agreed.per == "YEAR" else 1,
        day_count=agreed.day_count if agreed.per == "YEAR" else "interest-year",
        missing_rate=lambda day: ValueError(f"No rate was agreed for {day}: name the rate of the contract."),
        round_segments=agreed.round_segments,
    )
