"""Interest over one claim: statutory, commercial, or as it was agreed."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, Literal

from voldaan.domain.law.accrual import Payment
from voldaan.domain.law.capacity import Capacity, is_consumer
from voldaan.domain.law.contract_interest import AgreedRate, contract_interest, interest_that_runs
from voldaan.domain.law.interest import Interest, interest
from voldaan.domain.law.stretches import DayCount
from voldaan.domain.money import format_euro
from voldaan.domain.workdays import format_day
from voldaan.usecases.calculate.calculation import (
    Calculation,
    CannotCalculate,
    Column,
    Figure,
    Language,
    Words,
    each_once,
    plain_percent,
)

Kind = Literal["STATUTORY", "COMMERCIAL", "PUBLIC_BODY", "CONTRACT"]

NAMES: dict[Kind, Words] = {
    "STATUTORY": Words("wettelijke rente", "statutory interest"),
    "COMMERCIAL": Words("wettelijke handelsrente", "commercial interest"),
    "PUBLIC_BODY": Words("wettelijke handelsrente", "commercial interest"),
    "CONTRACT": Words("afgesproken rente", "agreed interest"),
}
CONTRACT_CAUTION = Words(
    "Of deze rente mag lopen, staat in de overeenkomst: Voldaan heeft die niet gelezen.",
    "Whether this interest may run is for the contract to say, which Voldaan has not read.",
)
STATUTORY_CAUTION = Words(
    "Rente loopt vanaf de eerste dag van verzuim. Alleen een afgesproken vervaldatum brengt die vanzelf.",
    "Interest runs from the first day of default. Only an agreed due date brings that by itself.",
)
COLUMNS = (
    Column(Words("Van", "From"), "day"),
    Column(Words("Tot en met", "To"), "day"),
    Column(Words("Dagen", "Days"), "count"),
    Column(Words("Rente", "Rate"), "percent"),
    Column(Words("Over", "Base"), "amount"),
    Column(Words("Bedrag", "Amount"), "amount"),
)


def calculate_interest(
    kind: Kind,
    principal_cents: int,
    *,
    until: date,
    due_date: date | None = None,
    first_day: date | None = None,
    day_count: DayCount = "interest-year",
    payments: Sequence[Payment] = (),
    agreed: AgreedRate | None = None,
    capacity: Capacity | None = None,
) -> Calculation:
    """Return the interest from the day after the due date, or from the first day, until and including the last.

    Agreed interest is counted as it stands; with the debtor's capacity, as far as the law lets it run. A rate per
    month has no day count: each month is counted by its own days.

    Raises:
        CannotCalculate: neither or both of due date and first day, or a kind that does not fit the agreed rate or the
            capacity.
        MissingRate: the rate of a day in it is not known.
    """
    begins = _first_day(due_date, first_day)
    if agreed is not None and kind != "CONTRACT":
        raise CannotCalculate(
            "Een afgesproken percentage hoort bij afgesproken rente. Kies die soort, of laat het percentage weg.",
            "An agreed percentage belongs to agreed interest. Choose that kind, or leave the percentage out.",
            about="agreed",
        )
    _refuse_commercial_of_consumer(kind, capacity)
    by_month = agreed is not None and agreed.per == "MONTH"
    if kind == "CONTRACT":
        found = _agreed(agreed, capacity, principal_cents, first_day=begins, until=until, payments=payments)
    else:
        found = interest(
            "STATUTORY" if kind == "STATUTORY" else "COMMERCIAL",
            principal_cents,
            first_day=begins,
            until=until,
            day_count=day_count,
            payments=payments,
            public_body=kind == "PUBLIC_BODY" or (kind == "COMMERCIAL" and capacity == "PUBLIC_BODY"),
        )
    return Calculation(
        kind="interest",
        values={
            "interest_kind": kind.lower().replace("_", "-"),
            "principal_cents": principal_cents,
            "currency": "EUR",
            "first_day": begins.isoformat(),
            "until": until.isoformat(),
            "per": "month" if by_month else "year",
            "day_count": None if by_month else day_count,
            **_values(found),
        },
        answer=Words(
            _answer(found, kind, principal_cents, begins=begins, until=until, language="nl"),
            _answer(found, kind, principal_cents, begins=begins, until=until, language="en"),
        ),
        caution=CONTRACT_CAUTION if kind == "CONTRACT" else STATUTORY_CAUTION,
        figures=_figures(found) if found.payments else (),
        columns=COLUMNS if found.segments else (),
        rows=tuple(tuple(segment) for segment in found.segments),
        citations=each_once(found.citations),
    )


def _first_day(due_date: date | None, first_day: date | None) -> date:
    if due_date is not None and first_day is None:
        return due_date + timedelta(days=1)
    if first_day is not None and due_date is None:
        return first_day
    raise CannotCalculate(
        "Rente begint op één dag. Geef de vervaldatum of de eerste rentedag, en niet allebei.",
        "Interest begins on one day. Give the due date or the first interest day, and not both.",
        about="due_date" if due_date is None else "first_day",
    )


def _refuse_commercial_of_consumer(kind: Kind, capacity: Capacity | None) -> None:
    if kind in ("COMMERCIAL", "PUBLIC_BODY") and capacity is not None and is_consumer(capacity):
        raise CannotCalculate(
            "Handelsrente loopt alleen tussen bedrijven (artikel 6:119a lid 1 BW), niet bij een consument of als de "
            "hoedanigheid niet bekend is. Kies wettelijke rente, of een andere hoedanigheid.",
            "Commercial interest runs only between businesses (article 6:119a paragraph 1 BW), not where a consumer "
            "owes, nor where the capacity is not known. Choose statutory interest, or another capacity.",
            about="capacity",
        )


def _agreed(
    agreed: AgreedRate | None,
    capacity: Capacity | None,
    principal_cents: int,
    *,
    first_day: date,
    until: date,
    payments: Sequence[Payment],
) -> Interest:
    if agreed is None:
        raise CannotCalculate(
            "Afgesproken rente heeft het percentage van de overeenkomst nodig. Geef het erbij.",
            "Agreed interest needs the rate of the contract. Give it as well.",
            about="agreed",
        )
    if capacity is None:
        return contract_interest(agreed, principal_cents, first_day=first_day, until=until, payments=payments)
    try:
        return interest_that_runs(
            agreed, capacity, principal_cents, first_day=first_day, until=until, payments=payments
        )
    except ValueError:
        raise CannotCalculate(
            "De afgesproken maandrente is op een deel van deze dagen niet hoger dan die van de wet, die dan loopt. "
            "Reken die dagen apart uit.",
            "On some of these days the agreed rate a month is not higher than that of the law, which then runs. "
            "Calculate those days apart.",
            about="agreed",
        ) from None


def segments_told(found: Interest) -> list[dict[str, Any]]:
    """Return the segments as programs read them: here, and in the dossier of a claim."""
    return [
        {
            "from": segment.first_day.isoformat(),
            "to": segment.last_day.isoformat(),
            "days": segment.days,
            "rate": plain_percent(segment.rate),
            "base": segment.base_cents,
            "cents": segment.cents,
        }
        for segment in found.segments
    ]


def _values(found: Interest) -> dict[str, Any]:
    return {
        "interest_cents": found.cents,
        "days": found.days,
        "segments": segments_told(found),
        "payments": [
            {
                "on": split.day.isoformat(),
                "cents": split.cents,
                "interest_cents": split.interest_cents,
                "principal_cents": split.principal_cents,
                "left_over_cents": split.left_over_cents,
            }
            for split in found.payments
        ],
        "open_principal_cents": found.open_principal_cents,
        "open_interest_cents": found.open_interest_cents,
    }


def _answer(
    found: Interest, kind: Kind, principal_cents: int, *, begins: date, until: date, language: Language
) -> str:
    name, principal = NAMES[kind].in_(language), format_euro(principal_cents, language)
    first, last = format_day(begins, language), format_day(until, language)
    amount = format_euro(found.cents, language)
    if begins > until:
        if language == "en":
            return f"No {name} has grown on {principal} by {last}: it begins on {first}."
        return f"Over {principal} is op {last} nog geen {name} gegroeid: die begint op {first}."
    if language == "en":
        return f"From {first} up to and including {last}, {amount} of {name} has grown on {principal}."
    return f"Over {principal} is van {first} tot en met {last} {amount} {name} gegroeid."


def _figures(found: Interest) -> tuple[Figure, ...]:
    received = sum(split.cents for split in found.payments)
    over = sum(split.left_over_cents for split in found.payments)
    figures = [
        Figure(Words("Ontvangen", "Received"), "amount", received),
        Figure(Words("Nog open aan hoofdsom", "Principal still open"), "amount", found.open_principal_cents),
        Figure(Words("Nog open aan rente", "Interest still open"), "amount", found.open_interest_cents),
    ]
    if over:
        figures.append(Figure(Words("Te veel ontvangen", "Received too much"), "amount", over))
    return tuple(figures)
