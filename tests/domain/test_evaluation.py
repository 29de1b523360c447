"""The figures: ageing, days sales outstanding, and what came in after each stage."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.evaluation import (
    BUCKETS,
    OpenAmount,
    RemindedInvoice,
    ageing,
    bucket_of,
    days_sales_outstanding,
    paid_after,
    stage_results,
)

TODAY = date(2026, 11, 22)
SENT = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("days_past_due", "key"),
    [
        (-400, "NOT_DUE"),
        (-1, "NOT_DUE"),
        (0, "NOT_DUE"),
        (1, "DAYS_1_30"),
        (30, "DAYS_1_30"),
        (31, "DAYS_31_60"),
        (60, "DAYS_31_60"),
        (61, "DAYS_61_90"),
        (90, "DAYS_61_90"),
        (91, "DAYS_OVER_90"),
        (4000, "DAYS_OVER_90"),
    ],
)
def test_an_invoice_stands_in_the_bucket_of_its_days(days_past_due: int, key: str) -> None:
    assert bucket_of(TODAY - timedelta(days=days_past_due), on=TODAY) == key


def test_ageing_names_every_bucket_and_an_unknown_due_date_apart() -> None:
    buckets = ageing(
        [
            OpenAmount(due_date=TODAY, open_cents=100),
            OpenAmount(due_date=TODAY - timedelta(days=5), open_cents=250),
            OpenAmount(due_date=TODAY - timedelta(days=9), open_cents=-50),
            OpenAmount(due_date=None, open_cents=7),
        ],
        on=TODAY,
    )
    assert [bucket.key for bucket in buckets] == list(BUCKETS)
    assert [bucket.cents for bucket in buckets] == [100, 200, 0, 0, 0, 7]
    assert [bucket.invoices for bucket in buckets] == [1, 2, 0, 0, 0, 1]


due_dates = st.none() | st.dates(date(2025, 1, 1), date(2027, 12, 31))
open_amounts = st.builds(OpenAmount, due_date=due_dates, open_cents=st.integers(-(10**6), 10**8))


@given(st.lists(open_amounts, max_size=30))
def test_the_buckets_add_up_to_the_cent(amounts: list[OpenAmount]) -> None:
    buckets = ageing(amounts, on=TODAY)
    assert sum(bucket.cents for bucket in buckets) == sum(amount.open_cents for amount in amounts)
    assert sum(bucket.invoices for bucket in buckets) == len(amounts)


SALES = {(2026, 2): 30_000_00, (2026, 3): 25_000_00, (2026, 4): 20_000_00}
END = date(2026, 4, 30)


def test_days_sales_outstanding_count_back_month_by_month() -> None:
    """50,000 open: all of April and March, and 5,000 of the 30,000 of February."""
    outstanding = days_sales_outstanding(50_000_00, SALES, end=END)
    assert outstanding is not None
    assert outstanding.days == 30 + 31 + Fraction(5_000, 30_000) * 28
    assert outstanding.rounded == Decimal("65.67")
    assert outstanding.at_least is False


@pytest.mark.parametrize(
    ("receivable", "rounded", "at_least"),
    [
        (0, "0.00", False),
        (10_000_00, "15.00", False),
        (19_999_99, "30.00", False),
        (20_000_00, "30.00", False),
        (75_000_00, "89.00", False),
        (75_000_01, "89.00", True),
    ],
)
def test_more_than_all_history_is_said_as_at_least(receivable: int, rounded: str, at_least: bool) -> None:
    outstanding = days_sales_outstanding(receivable, SALES, end=END)
    assert outstanding is not None
    assert (outstanding.rounded, outstanding.at_least) == (Decimal(rounded), at_least)


def test_without_sales_it_is_not_known() -> None:
    assert days_sales_outstanding(50_000_00, {}, end=END) is None
    assert days_sales_outstanding(50_000_00, {(2026, 3): 1}, end=END) is None


def test_a_month_without_sales_adds_its_days_and_an_unknown_month_ends_the_counting() -> None:
    zero = days_sales_outstanding(25_000_00, {**SALES, (2026, 3): 0}, end=END)
    assert zero is not None
    assert zero.days == 30 + 31 + Fraction(5_000, 30_000) * 28
    gap = days_sales_outstanding(25_000_00, {(2026, 4): 20_000_00, (2026, 2): 30_000_00}, end=END)
    assert gap is not None
    assert (gap.days, gap.at_least) == (Fraction(30), True)


def test_a_month_that_is_under_way_counts_the_days_it_has() -> None:
    outstanding = days_sales_outstanding(20_000_00, SALES, end=date(2026, 4, 10))
    assert outstanding is not None
    assert outstanding.days == 10


def test_the_month_before_january_is_december() -> None:
    outstanding = days_sales_outstanding(150, {(2026, 1): 100, (2025, 12): 100}, end=date(2026, 1, 31))
    assert outstanding is not None
    assert outstanding.days == 31 + Fraction(31, 2)


def reminded(
    *payments: tuple[int, int],
    message: str = "m1",
    invoice: str = "i1",
    stage: str = "FIRST",
    disputed: int | None = None,
) -> RemindedInvoice:
    """An invoice of 100 euros, reminded of on 1 October; days are counted from then."""
    return RemindedInvoice(
        stage=stage,
        message_id=message,
        sent_on=SENT,
        invoice_id=invoice,
        open_cents=10_000,
        payments=tuple((SENT + timedelta(days=days), cents) for days, cents in payments),
        disputed_on=None if disputed is None else SENT + timedelta(days=disputed),
    )


@pytest.mark.parametrize(
    ("day", "within_7", "within_14"),
    [(-1, 0, 0), (0, 0, 0), (1, 1, 1), (7, 1, 1), (8, 0, 1), (14, 0, 1), (15, 0, 0)],
)
def test_a_payment_counts_from_the_day_after_sending(day: int, within_7: int, within_14: int) -> None:
    (result,) = stage_results([reminded((day, 10_000))], known_until=TODAY)
    assert result.within_7.paid_invoices == within_7
    assert result.within_14.paid_invoices == within_14
    assert result.within_7.paid_cents == within_7 * 10_000
    assert result.within_14.share_of_cents == within_14


def test_parts_count_as_cents_and_only_the_whole_as_an_invoice() -> None:
    (result,) = stage_results([reminded((3, 4_000), (10, 6_000))], known_until=TODAY)
    assert (result.within_7.paid_invoices, result.within_7.paid_cents) == (0, 4_000)
    assert (result.within_14.paid_invoices, result.within_14.paid_cents) == (1, 10_000)
    assert result.within_7.share_of_cents == Fraction(2, 5)


def test_too_much_counts_as_the_invoice_and_a_payment_taken_back_does_not_count() -> None:
    assert paid_after(reminded((3, 12_000)), days=7, known_until=TODAY) == 10_000
    assert paid_after(reminded((3, 10_000), (5, -10_000)), days=7, known_until=TODAY) == 0
    assert paid_after(reminded((3, -1)), days=7, known_until=TODAY) == 0


def test_a_message_about_two_invoices_is_one_message() -> None:
    (result,) = stage_results(
        [reminded((2, 10_000)), reminded(invoice="i2"), reminded(message="m2", invoice="i3")],
        known_until=TODAY,
    )
    assert (result.messages, result.invoices, result.open_cents) == (2, 3, 30_000)
    assert result.within_7.share_of_invoices == Fraction(1, 3)


@pytest.mark.parametrize(
    ("known", "observed_7", "observed_14"), [(6, 0, 0), (7, 1, 0), (13, 1, 0), (14, 1, 1)]
)
def test_a_share_waits_until_the_days_have_passed(known: int, observed_7: int, observed_14: int) -> None:
    (result,) = stage_results([reminded((2, 10_000))], known_until=SENT + timedelta(days=known))
    assert (result.within_7.observed_invoices, result.within_14.observed_invoices) == (
        observed_7,
        observed_14,
    )
    assert result.within_14.paid_invoices == 1
    assert result.within_7.share_of_invoices == (1 if observed_7 else None)
    assert result.within_14.share_of_cents == (1 if observed_14 else None)


def test_what_is_not_known_yet_is_not_counted() -> None:
    (result,) = stage_results([reminded((5, 10_000))], known_until=SENT + timedelta(days=4))
    assert result.within_7.paid_invoices == 0


@pytest.mark.parametrize(("day", "disputes"), [(-1, 0), (0, 1), (1, 1), (14, 1), (15, 0)])
def test_disputes_within_14_days_are_counted(day: int, disputes: int) -> None:
    (result,) = stage_results([reminded(disputed=day)], known_until=TODAY)
    assert result.disputes_within_14 == disputes


def test_stages_stand_apart_and_in_order() -> None:
    results = stage_results(
        [reminded(stage="SECOND", message="m2"), reminded((20, 10_000), stage="FIRST")], known_until=TODAY
    )
    assert [result.stage for result in results] == ["FIRST", "SECOND"]
    assert stage_results([], known_until=TODAY) == ()
