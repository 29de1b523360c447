"""While a stop says so no interest runs and no costs come to be due; the days around it count as ever."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.costs_due import costs_due
from voldaan.domain.law.interest import InterestKind, interest
from voldaan.domain.law.rates import MissingRate, rate_on
from voldaan.domain.law.resting import Rest, Stood, costs_from, resting
from voldaan.domain.law.stop_table import STOPS, StopKind

ONE_DAY = timedelta(days=1)
FIRST, UNTIL = date(2026, 9, 2), date(2026, 10, 13)

Window = tuple[date, date]
kinds = st.sampled_from(["STATUTORY", "COMMERCIAL"])
amounts = st.integers(min_value=1, max_value=10**9)
starts = st.dates(min_value=date(2003, 1, 1), max_value=date(2025, 12, 31))
spans = st.lists(st.tuples(st.integers(-60, 500), st.integers(0, 200)), max_size=5)


def windows_of(first: date, found: list[tuple[int, int]]) -> list[Window]:
    """Return windows from pairs: days after the first day, and how many days; none of them is a window too."""
    return [
        (first + timedelta(days=after), first + timedelta(days=after + days - 1)) for after, days in found
    ]


def rests(day: date, windows: list[Window]) -> bool:
    return any(first <= day <= last for first, last in windows)


def day(text: str) -> date:
    return date.fromisoformat(f"2026-{text}")


# ---- interest ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("windows", "segments"),
    [
        # 1.234,50 at 10,40 %: 8 days are 281,40 cents, 23 days 809,03, 42 days 1.477,35.
        ([("09-10", "09-20")], [(8, "10.40", 281), (11, "0.00", 0), (23, "10.40", 809)]),
        ([("09-10", "09-15"), ("09-12", "09-20")], [(8, "10.40", 281), (11, "0.00", 0), (23, "10.40", 809)]),
        ([("09-16", "09-20"), ("09-10", "09-15")], [(8, "10.40", 281), (11, "0.00", 0), (23, "10.40", 809)]),
        ([("09-10", "09-20"), ("09-12", "09-13")], [(8, "10.40", 281), (11, "0.00", 0), (23, "10.40", 809)]),
        ([("08-01", "09-20")], [(19, "0.00", 0), (23, "10.40", 809)]),
        ([("09-10", "12-31")], [(8, "10.40", 281), (34, "0.00", 0)]),
        ([("07-01", "09-01"), ("10-14", "12-31")], [(42, "10.40", 1_477)]),
        ([("09-10", "09-09")], [(42, "10.40", 1_477)]),
        ([("09-02", "10-13")], [(42, "0.00", 0)]),
    ],
    ids=["one", "overlap", "adjoin", "inside", "from before", "to behind", "outside", "no days", "all"],
)
def test_the_days_of_a_window_stand_at_nought_and_the_others_count(
    windows: list[tuple[str, str]], segments: list[tuple[int, str, int]]
) -> None:
    owed = interest(
        "COMMERCIAL", 123_450, first_day=FIRST, until=UNTIL, resting=[(day(a), day(b)) for a, b in windows]
    )
    assert [(one.days, str(one.rate), one.cents) for one in owed.segments] == segments
    assert owed.cents == sum(cents for _, _, cents in segments)
    assert owed.days == 42


def test_the_anniversary_stays_also_inside_a_window() -> None:
    owed = interest(
        "STATUTORY",
        100_000,
        first_day=date(2025, 7, 1),
        until=day("07-31"),
        resting=[(day("06-15"), day("07-15"))],
    )
    # 184 days at 6 % are 3.024,66 and 165 at 4 % 1.808,22; the year of both is added on 1 July; 16 days are 183,82.
    assert [(one.days, one.base_cents, one.cents) for one in owed.segments] == [
        (184, 100_000, 3_025),
        (165, 100_000, 1_808),
        (16, 100_000, 0),
        (15, 104_833, 0),
        (16, 104_833, 184),
    ]


def test_a_day_at_rest_needs_no_rate_and_the_day_after_it_does() -> None:
    until = date(2027, 1, 5)
    held = interest("COMMERCIAL", 100_000, first_day=FIRST, until=until, resting=[(day("12-01"), until)])
    free = interest("COMMERCIAL", 100_000, first_day=FIRST, until=day("11-30"))
    assert (held.cents, held.days) == (free.cents, (until - FIRST).days + 1)
    with pytest.raises(MissingRate, match="2027"):
        interest(
            "COMMERCIAL", 100_000, first_day=FIRST, until=until, resting=[(day("12-01"), until - ONE_DAY)]
        )


def test_a_window_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(ValueError, match="wrong order"):
        interest("COMMERCIAL", 1, first_day=FIRST, until=UNTIL, resting=[(day("09-20"), day("09-10"))])


@given(kinds, amounts, starts, st.integers(0, 364), spans)
def test_it_never_gives_more_than_without_windows(
    kind: InterestKind, principal: int, first: date, days: int, found: list[tuple[int, int]]
) -> None:
    """Within one year, and half a cent a segment: a stretch that a window splits is rounded twice."""
    until = first + timedelta(days=days)
    without = interest(kind, principal, first_day=first, until=until)
    held = interest(kind, principal, first_day=first, until=until, resting=windows_of(first, found))
    assert held.cents <= without.cents + (len(held.segments) + len(without.segments)) / 2
    assert held.days == without.days


@given(kinds, amounts, starts, st.integers(0, 1000))
def test_a_window_over_everything_leaves_nothing(
    kind: InterestKind, principal: int, first: date, days: int
) -> None:
    owed = interest(
        kind, principal, first_day=first, until=first + timedelta(days=days), resting=[(date.min, date.max)]
    )
    assert (owed.cents, owed.open_interest_cents, owed.open_principal_cents) == (0, 0, principal)


@given(kinds, amounts, starts, st.integers(0, 1000), st.lists(st.integers(-60, 1000), max_size=4))
def test_windows_of_no_days_change_nothing(
    kind: InterestKind, principal: int, first: date, days: int, places: list[int]
) -> None:
    until = min(first + timedelta(days=days), date(2026, 12, 31))
    empty = windows_of(first, [(place, 0) for place in places])
    assert interest(kind, principal, first_day=first, until=until, resting=empty) == interest(
        kind, principal, first_day=first, until=until
    )


@given(kinds, amounts, starts, st.integers(0, 364), spans)
def test_only_the_free_days_are_counted(
    kind: InterestKind, principal: int, first: date, days: int, found: list[tuple[int, int]]
) -> None:
    """Day by day in fractions, within one year, and within half a cent a segment."""
    until, windows = first + timedelta(days=days), windows_of(first, found)
    owed = interest(kind, principal, first_day=first, until=until, day_count="act365", resting=windows)
    free = [one for n in range(days + 1) if not rests(one := first + timedelta(days=n), windows)]
    exact = sum((Fraction(rate_on(kind, one).percent) * principal / 36_500 for one in free), Fraction())
    assert abs(owed.cents - exact) <= Fraction(len(owed.segments), 2)
    assert sum(segment.days for segment in owed.segments if segment.rate) == len(free)
    assert not any(rests(segment.first_day, windows) for segment in owed.segments if segment.rate)


# ---- which days --------------------------------------------------------------------------------------------------


def stood(kind: StopKind, first: str, last: str | None) -> Stood:
    return Stood(kind=kind, first_day=day(first), last_day=None if last is None else day(last))


@pytest.mark.parametrize(
    ("first", "last", "days"),
    [
        ("09-10", "09-20", ("09-10", "09-20")),
        ("08-10", "09-20", ("09-02", "09-20")),
        ("09-10", None, ("09-10", "10-13")),
        ("09-10", "12-31", ("09-10", "10-13")),
        ("08-10", "09-01", None),
        ("10-14", None, None),
        ("09-10", "09-09", None),
    ],
)
def test_what_lies_outside_the_claim_is_left_out(
    first: str, last: str | None, days: tuple[str, str] | None
) -> None:
    found = resting([stood("DEBT_COUNSELLING", first, last)], first_day=FIRST, until=UNTIL)
    expected = (
        (Rest(first_day=day(days[0]), last_day=day(days[1]), because="DEBT_COUNSELLING"),) if days else ()
    )
    assert found == expected


@pytest.mark.parametrize("kind", STOPS)
def test_interest_rests_exactly_where_the_table_does_not_let_it_run(kind: StopKind) -> None:
    found = resting([stood(kind, "09-10", "09-20")], first_day=FIRST, until=UNTIL)
    assert bool(found) == (STOPS[kind].interest != "RUNS")


def test_they_stand_in_the_order_of_their_days() -> None:
    stops = [stood("DISPUTE", "09-20", "09-25"), stood("PAYMENT_PLAN", "09-05", "09-30")]
    assert [rest.because for rest in resting(stops, first_day=FIRST, until=UNTIL)] == [
        "PAYMENT_PLAN",
        "DISPUTE",
    ]


# ---- costs -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stops", "expected"),
    [
        ([], "09-02"),
        ([("DEBT_COUNSELLING", "09-03", None)], "09-02"),
        ([("DEBT_COUNSELLING", "08-20", "09-20")], "09-21"),
        ([("DEBT_COUNSELLING", "09-02", "09-02")], "09-03"),
        ([("DEBT_COUNSELLING", "08-20", None)], None),
        ([("DEBT_COUNSELLING", "08-20", "10-13")], None),
        ([("DISPUTE", "09-15", "10-01"), ("COMPLAINT", "08-20", "09-14")], "10-02"),
        ([("DISPUTE", "09-15", None), ("COMPLAINT", "08-20", "09-14")], None),
        ([("DISPUTE", "09-16", None), ("COMPLAINT", "08-20", "09-14")], "09-15"),
        ([("PERSON_ASKED", "08-20", None)], "09-02"),
        ([("DEBT_COUNSELLING", "08-20", "08-19")], "09-02"),
    ],
)
def test_costs_come_to_be_due_on_the_first_day_of_default_that_is_free(
    stops: list[tuple[StopKind, str, str | None]], expected: str | None
) -> None:
    found = costs_from([stood(*stop) for stop in stops], in_default_from=FIRST, until=UNTIL)
    assert found == (None if expected is None else day(expected))


@pytest.mark.parametrize("kind", STOPS)
def test_costs_wait_exactly_where_the_table_allows_none(kind: StopKind) -> None:
    found = costs_from([stood(kind, "08-20", None)], in_default_from=FIRST, until=UNTIL)
    assert (found is None) == (not STOPS[kind].costs_allowed)


def test_a_business_whose_default_began_under_a_stop_owes_no_costs_while_it_stands() -> None:
    due = costs_due("LEGAL_PERSON", 100_000, on=UNTIL, in_default_from=None, stopped=True)
    assert (due.cents, due.because) == (0, "STOP_STANDS")
    assert due.sentence_nl == "geen: zij komen er niet bij zolang duurt wat de debiteur beschermt"
    consumer = costs_due("CONSUMER", 100_000, on=UNTIL, in_default_from=None, stopped=True)
    assert consumer.because == "NO_VALID_NOTICE"
