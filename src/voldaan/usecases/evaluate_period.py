"""What came in after the messages of a period, and what was open at its end. "After", never "because of".

What was open is told as the book stood on the last day. The messages are those of the period; what was paid
after them is told as far as payments are known, also beyond the last day, so that a window of fourteen days can
run to its end. A window that has not is counted apart: it is still running.
"""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any, Literal

from voldaan.domain.evaluation import (
    After,
    Bucket,
    DaysSalesOutstanding,
    StageResult,
    ageing,
    days_sales_outstanding,
    stage_results,
)
from voldaan.domain.money import format_euro
from voldaan.domain.strategy.strategy import INCIDENTS, STAGE_KEYS
from voldaan.domain.strategy.words import stage_words
from voldaan.domain.workdays import format_day
from voldaan.records import evaluation_rows
from voldaan.records.models import Client
from voldaan.records.scope import rows_of
from voldaan.records.truth import payment_truth

DsoBecause = Literal["KNOWN", "AT_LEAST", "NO_INVOICES", "ONLY_LATE_HANDED_IN", "LAST_MONTH_NOT_KNOWN"]


class CannotEvaluate(ValueError):
    """The period makes no sense, with a Dutch sentence that says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StageFigures:
    """One stage: what was sent in the period and what followed, with what is still running."""

    result: StageResult
    came_back: int
    """Messages that left in the period and could not be delivered; they do not count as sent."""
    disputes_within_14: int

    @property
    def running_7(self) -> int:
        """Return how many invoices have not yet had their seven days, as far as payments are known."""
        return self.result.invoices - self.result.within_7.observed_invoices

    @property
    def running_14(self) -> int:
        """Return how many invoices have not yet had their fourteen days, as far as payments are known."""
        return self.result.invoices - self.result.within_14.observed_invoices


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """The figures of one client over a period."""

    client: str
    name: str
    start: date
    end: date
    known_until: date | None
    """Payments are known up to and including this day. None: nothing is known."""
    ageing: tuple[Bucket, ...]
    open_invoices: int
    open_cents: int
    handed_over_cents: int
    payments_to_place_cents: int
    credits_to_place_cents: int
    dso: DaysSalesOutstanding | None
    dso_because: DsoBecause
    stages: tuple[StageFigures, ...]


def evaluate_period(client: Client, *, start: date, end: date) -> Evaluation:
    """Return the figures of `client` from `start` up to and including `end`. Changes nothing.

    The days sales outstanding are not known where every invoice was already past due on the day it was handed
    in and none had been settled by then: what was paid in time was then never handed in, and what was handed in
    is not what was sold. Months of which that is so end the counting back with "at least".

    Raises:
        CannotEvaluate: the period ends before it begins.
    """
    if end < start:
        first, last = format_day(start, "nl"), format_day(end, "nl")
        raise CannotEvaluate(f"De periode eindigt op {last}, voor haar begin op {first}. Draai de dagen om.")
    with rows_of(client):
        receivable = evaluation_rows.receivable_on(end)
        sales = evaluation_rows.known_sales(end)
        known_until = payment_truth(client, end).until
        stages = _stages(start, end, known_until)
    open_cents = sum(amount.open_cents for amount in receivable.amounts)
    dso = days_sales_outstanding(open_cents, sales, end=end)
    buckets = ageing(receivable.amounts, on=end)
    return Evaluation(
        client=client.key,
        name=client.name,
        start=start,
        end=end,
        known_until=known_until,
        ageing=buckets,
        open_invoices=len(receivable.amounts),
        open_cents=open_cents,
        handed_over_cents=receivable.handed_over_cents,
        payments_to_place_cents=receivable.payments_to_place_cents,
        credits_to_place_cents=receivable.credits_to_place_cents,
        dso=dso,
        dso_because=_dso_because(dso, has_invoices=bool(sales or receivable.amounts), has_sales=bool(sales)),
        stages=stages,
    )


def as_json(evaluation: Evaluation) -> list[dict[str, Any]]:
    """Return the evaluation as the one object that `--json` prints. What is not known is null."""
    return [_json(evaluation)]


def _json(evaluation: Evaluation) -> dict[str, Any]:
    dso = evaluation.dso
    return {
        "kind": "evaluation",
        "client": evaluation.client,
        "from": evaluation.start.isoformat(),
        "to": evaluation.end.isoformat(),
        "payments_until": None if evaluation.known_until is None else evaluation.known_until.isoformat(),
        "currency": "EUR",
        "open": {"invoices": evaluation.open_invoices, "cents": evaluation.open_cents},
        "handed_over_cents": evaluation.handed_over_cents,
        "payments_to_place_cents": evaluation.payments_to_place_cents,
        "credits_to_place_cents": evaluation.credits_to_place_cents,
        "ageing": {
            bucket.key: {"invoices": bucket.invoices, "cents": bucket.cents} for bucket in evaluation.ageing
        },
        "dso_days": None if dso is None else str(dso.rounded),
        "dso_at_least": None if dso is None else dso.at_least,
        "dso_because": evaluation.dso_because,
        "dso_sentence": dso_sentence(evaluation),
        "stages": [_stage_json(figures) for figures in evaluation.stages],
    }


def as_text(evaluation: Evaluation) -> str:
    """Return the evaluation as a Dutch text with two tables."""
    first, last = format_day(evaluation.start, "nl"), format_day(evaluation.end, "nl")
    known = evaluation.known_until
    return "\n".join(
        (
            f"{evaluation.name}: {first} tot en met {last}",
            "Betalingen zijn niet bekend."
            if known is None
            else f"Betalingen verwerkt tot en met {format_day(known, 'nl')}.",
            "",
            f"Openstaand op {last}",
            *_ageing_lines(evaluation),
            "",
            f"DSO (terugtelmethode): {dso_sentence(evaluation)}",
            "",
            "Per fase: wat er na de berichten binnenkwam, niet wat er dóór de berichten binnenkwam",
            *_stage_lines(evaluation),
        )
    )


def dso_sentence(evaluation: Evaluation) -> str:
    """Return the days sales outstanding in Dutch words, or why they are not known."""
    if evaluation.dso is None:
        return _DSO_NOT_KNOWN[evaluation.dso_because]
    days = f"{_half_up(evaluation.dso.days * 10)}"
    tenths = f"{days[:-1] or '0'},{days[-1]} dagen"
    return (
        f"ten minste {tenths}: van eerdere maanden is de omzet niet bekend"
        if evaluation.dso.at_least
        else tenths
    )


def _stages(start: date, end: date, known_until: date | None) -> tuple[StageFigures, ...]:
    reminded = evaluation_rows.reminded_between(start, end)
    came_back = evaluation_rows.came_back_between(start, end)
    # A dispute is known when it was opened, whether or not the bank has been heard since.
    disputed = {result.stage: result for result in stage_results(reminded, known_until=date.max)}
    found = stage_results(reminded, known_until=known_until or date.min)
    results = {result.stage: result for result in found} | {
        stage: _nothing_sent(stage) for stage in came_back if stage not in disputed
    }
    return tuple(
        StageFigures(
            result=results[stage],
            came_back=came_back.get(stage, 0),
            disputes_within_14=disputed[stage].disputes_within_14 if stage in disputed else 0,
        )
        for stage in sorted(results, key=(*STAGE_KEYS, *INCIDENTS).index)
    )


def _nothing_sent(stage: str) -> StageResult:
    """Return the figures of a stage whose messages all came back."""

    def nothing(days: int) -> After:
        return After(
            days=days,
            paid_invoices=0,
            paid_cents=0,
            observed_invoices=0,
            share_of_invoices=None,
            share_of_cents=None,
        )

    return StageResult(
        stage=stage,
        messages=0,
        invoices=0,
        open_cents=0,
        within_7=nothing(7),
        within_14=nothing(14),
        disputes_within_14=0,
    )


def _dso_because(dso: DaysSalesOutstanding | None, *, has_invoices: bool, has_sales: bool) -> DsoBecause:
    if dso is not None:
        return "AT_LEAST" if dso.at_least else "KNOWN"
    if not has_invoices:
        return "NO_INVOICES"
    return "LAST_MONTH_NOT_KNOWN" if has_sales else "ONLY_LATE_HANDED_IN"


_DSO_NOT_KNOWN: dict[str, str] = {
    "NO_INVOICES": "niet bekend: er staat niets open, en van eerdere facturen is niets bekend",
    "ONLY_LATE_HANDED_IN": (
        "niet bekend: elke factuur was al te laat toen zij werd aangeleverd, en wat op tijd werd betaald is niet "
        "aangeleverd; daarom is de omzet niet bekend"
    ),
    "LAST_MONTH_NOT_KNOWN": (
        "niet bekend: van de laatste maand zijn alleen facturen aangeleverd die al te laat waren; "
        "daarom is de omzet van die maand niet bekend"
    ),
}
_BUCKET_NAMES = {
    "NOT_DUE": "nog niet vervallen",
    "DAYS_1_30": "1–30 dagen te laat",
    "DAYS_31_60": "31–60 dagen te laat",
    "DAYS_61_90": "61–90 dagen te laat",
    "DAYS_OVER_90": "meer dan 90 dagen te laat",
    "UNKNOWN": "vervaldatum onbekend",
}


def _stage_json(figures: StageFigures) -> dict[str, Any]:
    result = figures.result
    return {
        "stage": result.stage,
        "messages": result.messages,
        "came_back": figures.came_back,
        "invoices": result.invoices,
        "cents": result.open_cents,
        "paid_within_7_days_after": _after_json(result.within_7, figures.running_7),
        "paid_within_14_days_after": _after_json(result.within_14, figures.running_14),
        "disputes_within_14_days_after": figures.disputes_within_14,
    }


def _after_json(after: After, running: int) -> dict[str, Any]:
    return {
        "invoices": after.paid_invoices,
        "cents": after.paid_cents,
        "observed_invoices": after.observed_invoices,
        "still_running_invoices": running,
        "share_of_invoices_percent": _percent(after.share_of_invoices),
        "share_of_cents_percent": _percent(after.share_of_cents),
    }


def _percent(share: Fraction | None) -> str | None:
    """Return a share in percent with one decimal, half upwards; nothing where nothing was observed to the end."""
    if share is None:
        return None
    exact = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return str(exact.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _ageing_lines(evaluation: Evaluation) -> list[str]:
    rows = [
        (_BUCKET_NAMES[bucket.key], str(bucket.invoices), format_euro(bucket.cents, "nl"))
        for bucket in evaluation.ageing
        if bucket.key != "UNKNOWN" or bucket.invoices
    ]
    total = ("samen", str(evaluation.open_invoices), format_euro(evaluation.open_cents, "nl"))
    lines = _table([("", "facturen", "bedrag"), *rows, total])
    apart = (
        ("waarvan overgedragen aan incasso", evaluation.handed_over_cents),
        ("daarnaast nog te verdelen betalingen", evaluation.payments_to_place_cents),
        ("daarnaast nog te verdelen creditnota's", evaluation.credits_to_place_cents),
    )
    return lines + [f"  {words}: {format_euro(cents, 'nl')}" for words, cents in apart if cents]


def _stage_lines(evaluation: Evaluation) -> list[str]:
    if not evaluation.stages:
        return ["  In deze periode is niets verstuurd."]
    head = (
        "",
        "berichten",
        "facturen",
        "bedrag",
        "binnen 7 dagen erna",
        "binnen 14 dagen erna",
        "betwist",
        "terug",
    )
    return _table([head, *(_stage_row(figures) for figures in evaluation.stages)])


def _stage_row(figures: StageFigures) -> tuple[str, ...]:
    result = figures.result
    return (
        stage_words(result.stage, "nl"),
        str(result.messages),
        str(result.invoices),
        format_euro(result.open_cents, "nl"),
        _after_words(result.within_7, figures.running_7),
        _after_words(result.within_14, figures.running_14),
        str(figures.disputes_within_14),
        str(figures.came_back),
    )


def _after_words(after: After, running: int) -> str:
    """Return what came in: "3 voldaan, € 120,00 (2 lopen nog)"."""
    words = f"{after.paid_invoices} voldaan, {format_euro(after.paid_cents, 'nl')}"
    return f"{words} ({running} {'loopt' if running == 1 else 'lopen'} nog)" if running else words


def _table(rows: list[tuple[str, ...]]) -> list[str]:
    """Return the rows with their columns beneath each other, the first to the left and the others to the right."""
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return [
        "  "
        + "  ".join(
            cell.ljust(width) if place == 0 else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    ]


def _half_up(value: Fraction) -> int:
    """Return the nearest whole number, half upwards. Days are never below zero."""
    return (2 * value.numerator + value.denominator) // (2 * value.denominator)
