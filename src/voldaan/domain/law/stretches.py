"""Where the calendar splits a claim: at every change of the rate, and at the end of every period.

What is found depends on the first day alone, not on what is owed. Invoices fall due on the same days, so the stretches
of a first day are kept and used again.
"""

import itertools
from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

DayCount = Literal["interest-year", "act365"]

_RATE_UNIT = 10_000
_PERCENT_UNITS = 100 * _RATE_UNIT
_ONE_DAY = timedelta(days=1)
_NO_RATE = Decimal("0.00")
_NEVER = date.max.toordinal() + 1
_FIRST_DAYS_KEPT_MAX = 4096
"""Eleven years of days. What is kept of one is some kilobytes."""

Window = tuple[date, date]
"""A first and a last day. Both count; a last day that is the day before the first makes a window of no days."""

Stretch = tuple[int, date, date, int, Decimal | None, int, int, bool]
"""The day after its last as an ordinal, first day, last day, days, percent (None: not known), the percent in
ten-thousandths, what the product is divided by, and if a period ends with it. A plain tuple: it is taken apart for
every segment of every claim."""


class RateStep(NamedTuple):
    """One rate, until the day before `end`."""

    end: int
    """The day after its last, as an ordinal."""
    percent: Decimal | None
    """None: not known."""
    units: int
    """The percent as a whole number of ten-thousandths, for exact arithmetic."""


class RateSteps(NamedTuple):
    """The rates of one kind in their order, without a gap from the first day that a date can be to the last."""

    ends: tuple[int, ...]
    """The day after the last of each, as an ordinal: where to look for the rate of a day."""
    steps: tuple[RateStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Terms:
    """Under which terms interest adds up. Two of them are the same only where they are one."""

    steps: RateSteps
    months_a_period: int | None
    """After so many months the open interest is added to the base: 12 by statute. None: it never is."""
    day_count: DayCount
    """A period's percentage is divided by the days of that period, or (act365, or without periods) by 365."""
    missing_rate: Callable[[date], Exception]
    """Make the error for a day without a known rate."""
    round_segments: bool = True
    of_one_claim: bool = False
    """Its stretches are not kept: no other claim has these terms."""


def rate_steps(rows: Sequence[tuple[date, Decimal]], *, last_known_day: date | None) -> RateSteps:
    """Return the steps of these rates; before the first row and after the last known day no rate is known."""
    begins: list[tuple[date, Decimal | None]] = [*rows]
    if rows[0][0] > date.min:
        begins.insert(0, (date.min, None))
    if last_known_day is not None:
        begins.append((last_known_day + _ONE_DAY, None))
    ends = (*(day.toordinal() for day, _ in begins[1:]), _NEVER)
    steps = tuple(
        RateStep(end, percent, _units(percent or Decimal(0)))
        for (_, percent), end in zip(begins, ends, strict=True)
    )
    return RateSteps(ends=ends, steps=steps)


def terms_at_rest(terms: Terms, windows: Sequence[Window]) -> Terms:
    """Return these terms with 0 percent on the days of the windows; such a day needs no known rate.

    Raises:
        ValueError: a window ends before it begins.
    """
    spans = _merged(windows)
    if not spans:
        return terms
    found: list[RateStep] = []
    day = date.min.toordinal()
    for begin, end in spans:
        found += [*_between(terms.steps, day, begin), RateStep(end, _NO_RATE, 0)]
        day = end
    found += _between(terms.steps, day, _NEVER)
    steps = RateSteps(ends=tuple(step.end for step in found), steps=tuple(found))
    return replace(terms, steps=steps, of_one_claim=True)


def _merged(windows: Sequence[Window]) -> list[tuple[int, int]]:
    """Return the windows in their order as ordinals, the second the day after the last; those that touch are one."""
    spans: list[tuple[int, int]] = []
    for begin, end in sorted((first.toordinal(), last.toordinal() + 1) for first, last in windows):
        if end < begin:
            raise ValueError(
                f"No interest runs from {date.fromordinal(begin)} until {date.fromordinal(end - 1)}: "
                "these days are in the wrong order. Give the first day and then the last."
            )
        if spans and begin <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        elif begin < end:
            spans.append((begin, end))
    return spans


def _between(steps: RateSteps, day: int, end: int) -> list[RateStep]:
    """Return the steps from a day until the day before `end`."""
    if day >= end:
        return []
    inside = steps.steps[bisect_right(steps.ends, day) : bisect_left(steps.ends, end) + 1]
    return [step._replace(end=min(step.end, end)) for step in inside]


def stretches(terms: Terms, first_day: date, end: int) -> Sequence[Stretch]:
    """Return the stretches of a claim from its first day, at least up to the day before the ordinal `end`.

    The last of them can be one without a known rate: nothing comes after it.
    """
    if terms.steps.steps[-1].percent is None and not terms.of_one_claim:
        return _until_no_rate_is_known(terms, first_day)
    return tuple(_walk(terms, first_day, end))


@lru_cache(maxsize=_FIRST_DAYS_KEPT_MAX)
def _until_no_rate_is_known(terms: Terms, first_day: date) -> tuple[Stretch, ...]:
    return tuple(_walk(terms, first_day, _NEVER))


def _walk(terms: Terms, first_day: date, end: int) -> Iterator[Stretch]:
    start = first_day.toordinal()
    steps = iter(terms.steps.steps[bisect_right(terms.steps.ends, start) :])
    periods = _periods(terms, first_day)
    step, (period_end, divisor) = next(steps), next(periods)
    while start < end:
        stop = min(step.end, period_end)
        first, last = date.fromordinal(start), date.fromordinal(stop - 1)
        yield stop, first, last, stop - start, step.percent, step.units, divisor, stop == period_end
        if step.percent is None or stop == _NEVER:
            return
        start = stop
        if stop == step.end:
            step = next(steps)
        if stop == period_end:
            period_end, divisor = next(periods)


def _periods(terms: Terms, first_day: date) -> Iterator[tuple[int, int]]:
    """Yield of each period the day after its last, and what its percentage is divided by.

    Every period is counted from the first interest day itself, so that a claim of 29 February falls back to the
    28th in an ordinary year and returns to the 29th in a leap year, without losing a day a cycle.
    """
    start, each = first_day.toordinal(), terms.months_a_period
    if each is None:
        yield _NEVER, 365 * _PERCENT_UNITS
        return
    for months in itertools.count(each, each):
        end = _anniversary(first_day, months).toordinal()
        yield end, (365 if terms.day_count == "act365" else end - start) * _PERCENT_UNITS
        start = end


def _anniversary(anchor: date, months: int) -> date:
    years, month = divmod(anchor.month - 1 + months, 12)
    year = anchor.year + years
    if anchor.day <= 28:
        return date(year, month + 1, anchor.day)
    return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))


def _units(percent: Decimal) -> int:
    units = percent * _RATE_UNIT
    if percent < 0 or units != units.to_integral_value():
        raise ValueError(
            f"A rate of {percent} percent cannot be used: give zero or more, with at most four decimals."
        )
    return int(units)
