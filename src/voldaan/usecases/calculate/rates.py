"""The table of interest rates, each with its first day and where it was read."""

from voldaan.domain.law.rates import RATE_COMMERCIAL, RATE_STATUTORY, InterestKind, last_known_day, rates
from voldaan.domain.workdays import format_day
from voldaan.usecases.calculate.calculation import Calculation, Column, Words, plain_percent
from voldaan.usecases.calculate.interest import NAMES

YES, NO = Words("ja", "yes"), Words("nee", "no")
COLUMNS = (
    Column(Words("Vanaf", "From"), "day"),
    Column(Words("Rente", "Rate"), "percent"),
    Column(Words("Bevestigd", "Confirmed"), "text"),
    Column(Words("Bron", "Source"), "text"),
)


def list_rates(kind: InterestKind) -> Calculation:
    """Return every rate of this kind, oldest first."""
    rows, last = rates(kind), last_known_day(kind)
    return Calculation(
        kind="rates",
        values={
            "interest_kind": kind.lower(),
            "last_known_day": last.isoformat(),
            "rates": [
                {
                    "from": rate.first_day.isoformat(),
                    "rate": plain_percent(rate.percent),
                    "source": rate.source,
                    "confirmed": rate.confirmed,
                }
                for rate in rows
            ],
        },
        answer=Words(
            f"De {NAMES[kind].nl} is bekend tot en met {format_day(last, 'nl')}.",
            f"The rate of {NAMES[kind].en} is known up to and including {format_day(last, 'en')}.",
        ),
        columns=COLUMNS,
        rows=tuple(
            (rate.first_day, rate.percent, YES if rate.confirmed else NO, rate.source) for rate in rows
        ),
        citations=(RATE_STATUTORY if kind == "STATUTORY" else RATE_COMMERCIAL,),
    )
