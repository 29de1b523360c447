"""The last day of payment that counts: agreed or statutory, by who buys, who sells and when."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.capacity import Capacity
from voldaan.domain.law.payment_terms import (
    Large,
    YearFigures,
    days_max_for_large_buyer,
    is_large,
    payment_term,
    statutory_start,
)

ISSUED = date(2026, 9, 1)  # a Tuesday
RECEIVED = date(2026, 9, 3)
STATUTORY = date(2026, 10, 5)  # 30 days later is Saturday 3 October, which moves to Monday
LARGE_TO_SMALL = Large(buyer_is_large=True, seller_is_large=False)


def days_after(count: int) -> date:
    return ISSUED + timedelta(days=count)


def term(buyer: Capacity, agreed_days: int | None = None, **facts: Any) -> Any:
    return payment_term(
        buyer=buyer, issue_date=ISSUED, agreed_days=agreed_days, **{"invoice_received_on": RECEIVED, **facts}
    )


@pytest.mark.parametrize(
    ("buyer", "agreed_days", "express", "last_day", "because", "article"),
    [
        ("CONSUMER", None, None, None, "AT_ONCE", "art. 6:38 BW"),
        ("UNKNOWN", None, None, None, "AT_ONCE", "art. 6:38 BW"),
        ("CONSUMER", 14, None, days_after(14), "AGREED", "art. 6:38 BW"),
        ("CONSUMER", 90, False, days_after(90), "AGREED", "art. 6:38 BW"),
        ("SOLE_TRADER", None, None, STATUTORY, "STATUTORY_30", "art. 6:119a lid 2 BW"),
        ("LEGAL_PERSON", None, None, STATUTORY, "STATUTORY_30", "art. 6:119a lid 2 BW"),
        ("PUBLIC_BODY", None, None, STATUTORY, "STATUTORY_30", "art. 6:119b lid 2 BW"),
        ("LEGAL_PERSON", 0, None, ISSUED, "AGREED", "art. 6:119a lid 5 BW"),
        ("SOLE_TRADER", 60, False, days_after(60), "AGREED", "art. 6:119a lid 5 BW"),
        ("LEGAL_PERSON", 61, None, days_after(61), "TOO_LONG_UNLESS_EXPRESS", "art. 6:119a lid 5 BW"),
        ("LEGAL_PERSON", 61, False, days_after(60), "CAPPED_60", "art. 6:119a lid 5 BW"),
        ("LEGAL_PERSON", 120, True, days_after(120), "AGREED_EXPRESSLY", "art. 6:119a lid 5 BW"),
        ("PUBLIC_BODY", 30, None, days_after(30), "AGREED", "art. 6:119b lid 5 BW"),
        ("PUBLIC_BODY", 31, False, STATUTORY, "CLAUSE_VOID", "art. 6:119b lid 5 BW"),
        ("PUBLIC_BODY", 31, None, STATUTORY, "TOO_LONG_UNLESS_EXPRESS", "art. 6:119b lid 5 BW"),
        ("PUBLIC_BODY", 45, None, days_after(45), "TOO_LONG_UNLESS_EXPRESS", "art. 6:119b lid 5 BW"),
        ("PUBLIC_BODY", 60, True, days_after(60), "AGREED_EXPRESSLY", "art. 6:119b lid 5 BW"),
        ("PUBLIC_BODY", 61, True, RECEIVED + timedelta(days=60), "CAPPED_60", "art. 6:119b lid 5 BW"),
        ("PUBLIC_BODY", 90, None, RECEIVED + timedelta(days=60), "CAPPED_60", "art. 6:119b lid 5 BW"),
    ],
)
def test_who_buys_and_what_was_agreed_decide_the_last_day(
    buyer: Capacity, agreed_days: int | None, express: bool | None, last_day: date, because: str, article: str
) -> None:
    found = term(buyer, agreed_days, longer_is_express=express)
    assert (found.last_day, found.because, found.citations[0].label) == (last_day, because, article)


def test_an_agreed_day_on_a_sunday_stays_there() -> None:
    found = term("CONSUMER", 5)
    assert found.last_day == date(2026, 9, 6)
    assert found.last_day.weekday() == 6


# --- a large company that buys from a smaller one -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("agreed_days", "last_day", "because"),
    [(30, days_after(30), "AGREED"), (31, STATUTORY, "CLAUSE_VOID"), (90, STATUTORY, "CLAUSE_VOID")],
)
def test_a_large_buyer_cannot_agree_more_than_thirty_days(
    agreed_days: int, last_day: date, because: str
) -> None:
    found = term("LEGAL_PERSON", agreed_days, size=LARGE_TO_SMALL, longer_is_express=True)
    assert (found.last_day, found.because) == (last_day, because)


@pytest.mark.parametrize(
    "size",
    [
        Large(),
        Large(buyer_is_large=True),
        Large(seller_is_large=False),
        Large(buyer_is_large=True, seller_is_large=True),
        Large(buyer_is_large=False, seller_is_large=False),
    ],
)
def test_who_is_large_is_never_presumed(size: Large) -> None:
    assert term("LEGAL_PERSON", 45, size=size).because == "AGREED"


def test_a_sole_trader_is_never_a_large_buyer() -> None:
    assert term("SOLE_TRADER", 45, size=LARGE_TO_SMALL).because == "AGREED"


@pytest.mark.parametrize(
    ("agreed_on", "on", "days_max"),
    [
        (date(2017, 6, 30), date(2017, 7, 1), None),
        (date(2017, 6, 30), date(2018, 6, 30), None),
        (date(2017, 6, 30), date(2018, 7, 1), 60),
        (date(2017, 7, 1), date(2017, 7, 1), 60),
        (date(2022, 6, 30), date(2023, 6, 30), 60),
        (date(2022, 6, 30), date(2023, 7, 1), 30),
        (date(2022, 7, 1), date(2022, 7, 1), 30),
        (None, date(2022, 12, 1), 60),
        (None, date(2023, 7, 1), 30),
    ],
)
def test_contracts_that_existed_got_a_year(agreed_on: date | None, on: date, days_max: int | None) -> None:
    assert days_max_for_large_buyer(agreed_on=agreed_on, on=on) == days_max


def test_an_invoice_of_the_year_of_grace_keeps_its_forty_five_days() -> None:
    found = payment_term(
        buyer="LEGAL_PERSON",
        issue_date=date(2023, 6, 30),
        agreed_days=45,
        agreed_on=date(2022, 6, 30),
        size=LARGE_TO_SMALL,
        invoice_received_on=date(2023, 6, 30),
    )
    assert (found.because, found.last_day) == ("AGREED", date(2023, 8, 14))


BIG = YearFigures(assets_cents=20_000_000_01, turnover_cents=40_000_000_01, staff=10)
SMALL = YearFigures(assets_cents=20_000_000_00, turnover_cents=40_000_000_00, staff=1000)


@pytest.mark.parametrize(
    ("years", "large"),
    [
        ([], None),
        ([BIG], None),
        ([BIG, BIG], True),
        ([SMALL, SMALL], False),
        ([SMALL, BIG], None),
        ([BIG, SMALL], None),
        ([SMALL, BIG, BIG], True),
        ([YearFigures(assets_cents=0, turnover_cents=40_000_000_01, staff=250)] * 2, True),
        ([YearFigures(assets_cents=0, turnover_cents=40_000_000_01, staff=249)] * 2, False),
    ],
)
def test_a_company_is_large_by_two_of_three_limits_on_two_balance_dates(
    years: list[YearFigures], large: bool | None
) -> None:
    assert is_large(years) is large


# --- from which day the thirty days run ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("invoice", "performance", "accepted", "start"),
    [
        (ISSUED, None, None, ISSUED),
        (None, RECEIVED, None, RECEIVED),
        (ISSUED, RECEIVED, None, RECEIVED),
        (RECEIVED, ISSUED, None, RECEIVED),
        (ISSUED, ISSUED, RECEIVED, RECEIVED),
        (None, None, None, None),
    ],
)
def test_the_thirty_days_run_from_the_later_of_invoice_performance_and_acceptance(
    invoice: date | None, performance: date | None, accepted: date | None, start: date | None
) -> None:
    assert statutory_start(invoice, performance, accepted) == start


@pytest.mark.parametrize(("buyer", "agreed_days"), [("LEGAL_PERSON", None), ("LEGAL_PERSON", 45)])
def test_an_unknown_receipt_gives_no_day(buyer: Capacity, agreed_days: int | None) -> None:
    found = term(buyer, agreed_days, size=LARGE_TO_SMALL, invoice_received_on=None)
    assert (found.last_day, found.because) == (None, "RECEIPT_UNKNOWN")


# --- words, nonsense, properties ----------------------------------------------------------------------------------


def test_it_says_why_in_both_languages() -> None:
    found = term("LEGAL_PERSON", 45, size=LARGE_TO_SMALL)
    assert found.sentence_nl.startswith("de afgesproken 45 dagen zijn nietig: 30 dagen na ontvangst")
    assert found.sentence_en.startswith("the agreed 45 days are void: 30 days after receipt")
    assert [source.label for source in found.citations] == ["art. 6:119a lid 6 BW", "art. 6:119a lid 2 BW"]


@pytest.mark.parametrize("days", [-1, 3651, 10**9])
def test_a_term_that_cannot_be_right_is_refused(days: int) -> None:
    with pytest.raises(ValueError, match="cannot be right"):
        term("CONSUMER", days)


def test_a_day_too_far_away_is_refused() -> None:
    with pytest.raises(ValueError, match="No term can be counted"):
        payment_term(buyer="LEGAL_PERSON", issue_date=date.max, agreed_days=1)
    with pytest.raises(ValueError, match="No term can be counted"):
        term("LEGAL_PERSON", invoice_received_on=date.max)


@given(
    st.sampled_from(["SOLE_TRADER", "LEGAL_PERSON", "PUBLIC_BODY"]),
    st.integers(min_value=0, max_value=400),
    st.sampled_from([True, False, None]),
)
def test_what_is_not_known_never_ends_the_term_earlier(
    buyer: Capacity, days: int, express: bool | None
) -> None:
    unknown = term(buyer, days, longer_is_express=None).last_day
    known = term(buyer, days, longer_is_express=express).last_day
    assert unknown >= known
    assert buyer != "PUBLIC_BODY" or known <= RECEIVED + timedelta(days=60)
