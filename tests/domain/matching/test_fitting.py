"""How an amount fits what invoices ask: each fit with its bounds, and that no cent is made or lost."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.matching.small_book import BAKER, CAKE, DAY, LOAF, TART, a_payment, invoice
from voldaan.domain.matching.facts import OpenInvoice, WaitingCredit
from voldaan.domain.matching.fitting import (
    BANK_CHARGE_MOST_CENTS,
    CREDITS_TRIED_MOST,
    FEE_EACH_MOST_CENTS,
    FEE_PERCENT_MOST,
    Fit,
    by_law,
    fit_of,
    shared,
)

BELGIAN = {"counterparty_iban": "BE68539007547034"}
CREDITS = (WaitingCredit(1, BAKER, "C-7001", 1_500), WaitingCredit(2, BAKER, "C-7002", 700))


def fit(cents: int, *invoices: OpenInvoice, **given: Any) -> Fit | None:
    """Return the fit of an amount with invoices, with a tolerance of five cents."""
    settings = {"tolerance_cents": 5} | {
        name: given.pop(name) for name in ("credit_notes", "tolerance_cents", "keeps_a_fee") if name in given
    }
    return fit_of(a_payment(cents, **given), invoices or (LOAF,), **settings)


def why(found: Fit | None) -> str:
    """Return the reason of a fit, or that there is none."""
    return found.because if found else "NONE"


@pytest.mark.parametrize(
    ("cents", "expected", "allocated", "let_go", "rest"),
    [
        (9_994, "PART_PAYMENT", 9_994, 0, 0),
        (9_995, "SMALL_DIFFERENCE", 9_995, 5, 0),
        (9_999, "SMALL_DIFFERENCE", 9_999, 1, 0),
        (10_000, "NUMBER_AND_AMOUNT", 10_000, 0, 0),
        (10_001, "SMALL_DIFFERENCE", 10_000, 0, 1),
        (10_005, "SMALL_DIFFERENCE", 10_000, 0, 5),
        (10_006, "MORE_THAN_OPEN", 10_000, 0, 6),
    ],
)
def test_cents_around_what_is_open(cents: int, expected: str, allocated: int, let_go: int, rest: int) -> None:
    found = fit(cents)
    assert found is not None
    assert (found.because, found.allocations, found.rest_cents) == (expected, ((LOAF.id, allocated),), rest)
    assert sum(one.cents for one in found.differences) == let_go
    assert bool(found.set_aside) is (0 < rest <= 5)


@pytest.mark.parametrize(
    ("cents", "is_exact"), [(9_995, True), (10_000, True), (10_005, True), (9_994, False), (10_006, False)]
)
def test_a_fit_says_if_the_amount_speaks_for_itself(cents: int, is_exact: bool) -> None:
    found = fit(cents)
    assert found is not None
    assert found.is_exact is is_exact


def test_a_round_part_weighs_more_than_another() -> None:
    points = [found.points for cents in (5_000, 5_001) if (found := fit(cents))]
    assert points == sorted(points, reverse=True)
    assert points[0] > points[1]


def test_an_invoice_of_a_few_cents_is_not_closed_by_less() -> None:
    """What is let go must be less than what is asked."""
    tiny = invoice(1, BAKER, "2026-0412", 5)
    assert why(fit(1, tiny)) == "SMALL_DIFFERENCE"
    assert why(fit(1, tiny._replace(open_cents=1))) == "NUMBER_AND_AMOUNT"


def test_a_difference_over_several_invoices_comes_off_the_largest() -> None:
    found = fit(15_072, LOAF, CAKE)
    assert found is not None
    assert [(one.invoice_id, one.cents, one.kind) for one in found.differences] == [(LOAF.id, 3, "ROUNDING")]
    assert dict(found.allocations) == {LOAF.id: 9_997, CAKE.id: 5_075}


@pytest.mark.parametrize(
    ("cents", "invoices", "expected"),
    [
        (2_500, [LOAF._replace(blocked_cents=2_500)], {1: 2_500}),
        (7_500, [LOAF._replace(blocked_cents=2_500)], {1: 7_500}),
        (
            3_500,
            [LOAF._replace(blocked_cents=2_500), CAKE._replace(blocked_cents=1_000)],
            {1: 2_500, 2: 1_000},
        ),
        (
            11_575,
            [LOAF._replace(blocked_cents=2_500), CAKE._replace(blocked_cents=1_000)],
            {1: 7_500, 2: 4_075},
        ),
    ],
)
def test_a_blocked_part_of_one_or_of_several(
    cents: int, invoices: list[OpenInvoice], expected: dict[int, int]
) -> None:
    found = fit(cents, *invoices)
    assert found is not None
    assert (found.because, dict(found.allocations), found.rest_cents) == ("BLOCKED_PART", expected, 0)


@pytest.mark.parametrize("cents", [2_499, 2_501, 7_499, 7_501])
def test_what_is_nearly_a_blocked_part_is_a_part(cents: int) -> None:
    assert why(fit(cents, LOAF._replace(blocked_cents=2_500))) == "PART_PAYMENT"


def test_a_blocked_part_needs_one_on_every_invoice_and_room_for_it() -> None:
    assert why(fit(2_500, LOAF._replace(blocked_cents=2_500), CAKE)) == "ANOTHER_SUM"
    almost_paid = LOAF._replace(open_cents=2_000, blocked_cents=2_500)
    assert why(fit(2_500, almost_paid)) == "MORE_THAN_OPEN"


@pytest.mark.parametrize(
    ("days", "cents", "expected"),
    [
        (0, 9_800, "DISCOUNT"),
        (1, 9_800, "DISCOUNT"),
        (2, 9_800, "PART_PAYMENT"),
        (0, 9_799, "PART_PAYMENT"),
        (0, 9_801, "PART_PAYMENT"),
        (2, 10_000, "NUMBER_AND_AMOUNT"),
    ],
)
def test_a_discount_for_paying_early(days: int, cents: int, expected: str) -> None:
    early = LOAF._replace(discount_cents=200, discount_until=DAY)
    found = fit(cents, early, booking_date=DAY + timedelta(days=days))
    assert why(found) == expected


def test_of_several_invoices_each_that_gives_a_discount_gives_it() -> None:
    early = LOAF._replace(discount_cents=200, discount_until=DAY)
    found = fit(14_875, early, CAKE)
    assert found is not None
    assert (found.because, dict(found.allocations)) == ("DISCOUNT", {LOAF.id: 9_800, CAKE.id: 5_075})


def test_a_discount_of_all_or_of_no_known_day_is_none() -> None:
    assert why(fit(9_800, LOAF._replace(discount_cents=200))) == "PART_PAYMENT"
    all_of_it = invoice(1, BAKER, "2026-0412", 200, discount_cents=200, discount_until=DAY)
    assert why(fit(1, all_of_it)) == "PART_PAYMENT"


@pytest.mark.parametrize(
    ("cents", "text", "netted"),
    [
        (8_500, "", {1: 1_500}),
        (9_300, "", {2: 700}),
        (7_800, "", {1: 1_500, 2: 700}),
        (8_500, "min C-7001", {1: 1_500}),
        (9_300, "min C-7001", {2: 700}),
        (8_400, "", {}),
    ],
)
def test_credit_notes_are_netted_whole_one_or_all(cents: int, text: str, netted: dict[int, int]) -> None:
    found = fit(cents, remittance=text, credit_notes=CREDITS)
    assert found is not None
    assert {one.credit_note_id: one.cents for one in found.netted} == netted
    assert sum(part for _, part in found.allocations) == cents


def test_a_credit_note_can_lower_more_than_one_invoice() -> None:
    large = WaitingCredit(3, BAKER, "C-7003", 11_000)
    found = fit(4_075, LOAF, CAKE, credit_notes=[large])
    assert found is not None
    assert [(one.invoice_id, one.cents) for one in found.netted] == [(LOAF.id, 10_000), (CAKE.id, 1_000)]
    assert found.allocations == ((CAKE.id, 4_075),)


def test_of_many_credit_notes_only_the_first_few_are_tried_alone() -> None:
    many = [WaitingCredit(key, BAKER, f"C-70{key:02}", 100 * key) for key in range(1, CREDITS_TRIED_MOST + 2)]
    last, beyond = many[CREDITS_TRIED_MOST - 1], many[CREDITS_TRIED_MOST]
    assert why(fit(10_000 - last.waiting_cents, credit_notes=many)) == "CREDIT_NETTED"
    assert why(fit(10_000 - beyond.waiting_cents, credit_notes=many)) == "PART_PAYMENT"
    named = fit(10_000 - beyond.waiting_cents, credit_notes=many, remittance=beyond.number)
    assert why(named) == "CREDIT_NETTED"


@pytest.mark.parametrize(("over", "expected"), [(0, "PAYOUT"), (1, "PART_PAYMENT")])
def test_a_payment_service_keeps_no_more_than_its_fee(over: int, expected: str) -> None:
    most = 10_000 * FEE_PERCENT_MOST // 100 + FEE_EACH_MOST_CENTS
    assert why(fit(10_000 - most - over, keeps_a_fee=True)) == expected
    assert why(fit(10_000 - most)) == "PART_PAYMENT"


def test_a_fee_is_shared_in_proportion_and_the_largest_takes_the_rest() -> None:
    found = fit(15_075 - 100, LOAF, CAKE, keeps_a_fee=True)
    assert found is not None
    assert [(one.invoice_id, one.cents, one.kind) for one in found.differences] == [
        (LOAF.id, 67, "FEE"),
        (CAKE.id, 33, "FEE"),
    ]
    assert dict(found.allocations) == {LOAF.id: 9_933, CAKE.id: 5_042}


@pytest.mark.parametrize(
    ("short", "payer", "is_exact"),
    [
        (BANK_CHARGE_MOST_CENTS, BELGIAN, True),
        (BANK_CHARGE_MOST_CENTS + 1, BELGIAN, False),
        (1_000, {"counterparty_iban": "NL91ABNA0417164300"}, False),
        (1_000, {}, False),
    ],
)
def test_a_little_less_from_abroad_is_perhaps_a_banks_charge(
    short: int, payer: dict[str, str], is_exact: bool
) -> None:
    dear = invoice(1, BAKER, "2026-0412", 100_000)
    found = fit(100_000 - short, dear, **payer)
    assert found is not None
    assert (found.because, "kosten van een bank" in found.said) == (
        "BANK_CHARGE" if is_exact else "PART_PAYMENT",
        is_exact,
    )
    assert (found.differences, found.allocations) == ((), ((1, 100_000 - short),))


@pytest.mark.parametrize(
    ("open_cents", "ledger_cents", "cents", "expected"),
    [
        (6_000, 4_000, 3_999, "PART_PAYMENT"),
        (6_000, 4_000, 4_000, "NUMBER_AND_AMOUNT"),
        (6_000, 4_000, 4_001, "NONE"),
        (6_000, 0, 100, "NONE"),
    ],
)
def test_what_a_list_has_counted_is_explained_and_never_more(
    open_cents: int, ledger_cents: int, cents: int, expected: str
) -> None:
    counted = LOAF._replace(open_cents=open_cents, ledger_cents=ledger_cents, counted_until=DAY)
    assert why(fit(cents, counted)) == expected


def test_nothing_open_has_no_fit() -> None:
    assert fit(100, LOAF._replace(open_cents=0)) is None
    assert fit_of(a_payment(100), (), tolerance_cents=5) is None


def test_the_law_pays_the_oldest_debt_first() -> None:
    payment = a_payment(11_000)
    assert by_law(payment, [TART, CAKE, LOAF]) == ((LOAF.id, 10_000), (CAKE.id, 1_000))
    assert by_law(payment, [CAKE._replace(open_cents=0)]) == ()
    assert sum(cents for _, cents in by_law(a_payment(99_999), [TART, CAKE, LOAF])) == 17_408


rooms = st.lists(st.integers(1, 20_000), min_size=1, max_size=6)
credits_drawn = st.lists(st.integers(1, 9_000), max_size=4)


@given(
    rooms=rooms,
    off=st.integers(-9_000, 9_000),
    waiting=credits_drawn,
    netted=st.integers(0, 3),
    tolerance=st.integers(0, 50),
    service=st.booleans(),
    extra=st.sampled_from(({}, {"blocked_cents": 250}, {"discount_cents": 100, "discount_until": DAY})),
)
def test_a_fit_uses_the_whole_amount_and_no_invoice_gets_more_than_its_room(
    rooms: list[int],
    off: int,
    waiting: list[int],
    netted: int,
    tolerance: int,
    service: bool,
    extra: dict[str, Any],
) -> None:
    invoices = [invoice(row, BAKER, f"A-{row:04}", cents, **extra) for row, cents in enumerate(rooms, 1)]
    credit_notes = [WaitingCredit(row, BAKER, f"C-{row:04}", cents) for row, cents in enumerate(waiting, 1)]
    taken_off = sum(waiting[:1]) if netted == 1 else sum(waiting) if netted == 2 else off
    payment = a_payment(max(1, sum(rooms) - taken_off))
    found = fit_of(payment, invoices, credit_notes, tolerance_cents=tolerance, keeps_a_fee=service)
    assert found is not None
    assert sum(cents for _, cents in found.allocations) + found.rest_cents == payment.amount_cents
    assert all(cents > 0 for _, cents in found.allocations)
    assert all(one.cents > 0 for one in (*found.differences, *found.netted))
    for one in invoices:
        got = sum(cents for key, cents in found.allocations if key == one.id)
        got += sum(each.cents for each in (*found.differences, *found.netted) if each.invoice_id == one.id)
        assert got <= one.open_cents
    for credit in credit_notes:
        used = sum(each.cents for each in found.netted if each.credit_note_id == credit.id)
        assert used in (0, credit.waiting_cents)


@given(cents=st.integers(0, 10**12), rooms=rooms)
def test_what_is_shared_adds_up(cents: int, rooms: list[int]) -> None:
    pairs = [(invoice(row, BAKER, f"A-{row:04}", room), room) for row, room in enumerate(rooms, 1)]
    assert sum(one.cents for one in shared(cents, pairs, "FEE")) == cents
