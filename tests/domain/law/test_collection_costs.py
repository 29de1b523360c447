"""Collection costs: the scale by its vectors and its corners, VAT, several claims together."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.collection_costs import (
    VatDeclaration,
    collection_costs,
    collection_costs_of_claims,
    costs_after_payments,
    vat_over,
    vat_to_add,
)

LAST_DAY = date(2026, 12, 9)
principals = st.integers(min_value=0, max_value=3_000_000_00)


def cents(euros: str) -> int:
    return int(Decimal(euros) * 100)


def test_each_vector_of_the_scale(bik_vector: Any) -> None:
    costs = collection_costs(cents(bik_vector.given["principal"]))
    assert costs.costs_cents == costs.total_cents == cents(bik_vector.expected["bik_excl"])
    assert costs.vat_cents == 0


def test_each_vector_with_vat(bik_vat_vector: Any) -> None:
    facts, expected = bik_vat_vector.given, bik_vat_vector.expected
    costs = collection_costs(cents(facts["principal"]), vat_percent=Decimal(facts["vat_rate"]))
    assert costs.costs_cents == cents(expected["bik_excl"])
    assert costs.vat_cents == cents(expected["vat"])
    assert costs.total_cents == cents(expected["bik_incl"])


def test_each_vector_of_several_claims(bik_multi_vector: Any) -> None:
    costs = collection_costs_of_claims(cents(principal) for principal in bik_multi_vector.given["principals"])
    assert costs.costs_cents == cents(bik_multi_vector.expected["bik_excl"])
    assert costs.citations[-1].label == "art. 6:96 lid 7 BW"


def test_each_vector_of_part_payment_within_the_term(bik_partial_vector: Any) -> None:
    facts = bik_partial_vector.given
    paid = [(LAST_DAY, cents(facts["paid_within_14_days"]))]
    costs = costs_after_payments([cents(facts["principal"])], paid, last_day=LAST_DAY)
    assert costs.costs_cents == cents(bik_partial_vector.expected["bik_excl"])
    assert costs.citations[-1].label == "HR ECLI:NL:HR:2016:2704, r.o. 3.8"


@pytest.mark.parametrize(
    ("payments", "costs"),
    [
        ([], 150_00),
        ([("2026-11-30", 400_00)], 90_00),
        ([("2026-12-09", 400_00)], 90_00),
        ([("2026-12-10", 400_00)], 150_00),
        ([("2026-12-10", 1000_00)], 150_00),
        ([("2026-11-30", 200_00), ("2026-12-09", 200_00), ("2026-12-10", 600_00)], 90_00),
        ([("2026-11-30", 400_00), ("2026-12-01", -400_00)], 150_00),
        ([("2026-11-30", -400_00)], 150_00),
        ([("2026-12-09", 900_00)], 40_00),
        ([("2026-12-09", 999_99)], 40_00),
        ([("2026-12-09", 1000_00)], 0),
        ([("2026-12-09", 1000_01)], 0),
    ],
)
def test_only_what_is_paid_by_the_last_day_lowers_the_costs(
    payments: list[tuple[str, int]], costs: int
) -> None:
    paid = [(date.fromisoformat(day), amount) for day, amount in payments]
    assert costs_after_payments([600_00, 400_00], paid, last_day=LAST_DAY).costs_cents == costs


def test_vat_follows_the_costs_that_are_left_after_payment() -> None:
    paid = [(LAST_DAY, 400_00)]
    costs = costs_after_payments([1_000_00], paid, last_day=LAST_DAY, vat_percent=Decimal(21))
    assert (costs.costs_cents, costs.vat_cents, costs.total_cents) == (90_00, 18_90, 108_90)


@given(principals, st.lists(st.tuples(st.dates(), st.integers(0, 1_000_000_00))))
def test_paying_never_raises_the_costs(principal: int, payments: list[tuple[date, int]]) -> None:
    after = costs_after_payments([principal], payments, last_day=LAST_DAY)
    assert 0 <= after.costs_cents <= collection_costs(principal).costs_cents


@pytest.mark.parametrize(
    ("principal", "costs"),
    [
        (0, 0),
        (1, 40_00),
        (266_69, 40_00),
        (266_70, 40_01),
        (2_499_99, 375_00),
        (2_500_00, 375_00),
        (2_500_10, 375_01),
        (4_999_90, 624_99),
        (5_000_00, 625_00),
        (5_000_20, 625_01),
        (10_000_00, 875_00),
        (10_001_00, 875_01),
        (200_000_00, 2_775_00),
        (200_002_00, 2_775_01),
        (999_998_00, 6_774_99),
        (1_000_000_00, 6_775_00),
        (1_000_002_00, 6_775_00),
    ],
)
def test_the_scale_just_before_at_and_just_after_its_corners(principal: int, costs: int) -> None:
    assert collection_costs(principal).costs_cents == costs


def test_the_maximum_is_reached_at_a_million_euros_by_the_scale() -> None:
    """2,775 euros over the first 200,000 and half a percent of 800,000 make 6,775."""
    assert collection_costs(999_998_00).costs_cents < 6_775_00
    assert (
        collection_costs(1_000_000_00).costs_cents == collection_costs(1_005_000_00).costs_cents == 6_775_00
    )


@given(principals, st.integers(min_value=0, max_value=100_000))
def test_costs_never_fall_when_the_principal_grows(principal: int, more: int) -> None:
    assert collection_costs(principal + more).costs_cents >= collection_costs(principal).costs_cents


@given(principals)
def test_costs_stay_between_the_minimum_and_the_maximum(principal: int) -> None:
    costs = collection_costs(principal).costs_cents
    assert costs == 0 if principal == 0 else 40_00 <= costs <= 6_775_00


def test_vat_is_named_only_where_it_is_added() -> None:
    assert [citation.label for citation in collection_costs(1_000_00).citations] == [
        "art. 2 lid 1 BIK",
        "art. 2 lid 2 BIK",
    ]
    with_vat = collection_costs(1_000_00, vat_percent=Decimal(21))
    assert with_vat.citations[-1].label == "art. 2 lid 3 BIK"


@given(st.lists(principals, min_size=1, max_size=5))
def test_several_claims_in_one_notice_never_cost_more_than_apart_but_for_rounding(claims: list[int]) -> None:
    """Apart, each claim is rounded by half a cent at most; together they are rounded once."""
    together = collection_costs_of_claims(claims)
    apart = sum(collection_costs(claim).costs_cents for claim in claims)
    assert together.costs_cents <= apart + (len(claims) + 1) / 2
    assert together.costs_cents == collection_costs(sum(claims)).costs_cents


@pytest.mark.parametrize(
    ("declaration", "percent"),
    [
        (None, None),
        (VatDeclaration(percent=Decimal(21)), None),
        (VatDeclaration(percent=Decimal(21), cannot_set_off=True), None),
        (VatDeclaration(percent=Decimal(21), said_to_the_debtor=True), None),
        (VatDeclaration(percent=Decimal(21), cannot_set_off=False, said_to_the_debtor=True), None),
        (VatDeclaration(percent=Decimal(21), cannot_set_off=True, said_to_the_debtor=True), Decimal(21)),
    ],
)
def test_vat_is_added_only_on_the_creditors_whole_declaration(
    declaration: VatDeclaration | None, percent: Decimal | None
) -> None:
    assert vat_to_add(declaration) == percent


@pytest.mark.parametrize(
    ("costs", "percent", "vat"),
    [
        (475_00, "21", 99_75),
        (40_01, "21", 8_40),
        (40_50, "21", 8_51),
        (50, "1", 1),
        (49, "1", 0),
        (40_00, "0", 0),
    ],
)
def test_vat_is_rounded_half_a_cent_up(costs: int, percent: str, vat: int) -> None:
    assert vat_over(costs, Decimal(percent)) == vat


@pytest.mark.parametrize("wrong", ["-1", "100.01", "NaN", "Infinity"])
def test_a_vat_rate_that_cannot_be_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="a percentage from 0 to 100"):
        collection_costs(1_000_00, vat_percent=Decimal(wrong))


def test_a_principal_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="is below zero"):
        collection_costs(-1)
    with pytest.raises(ValueError, match="Take a credit off the claim"):
        collection_costs_of_claims([500_00, -1])
    with pytest.raises(ValueError, match="is below zero"):
        costs_after_payments([500_00, -1], [], last_day=LAST_DAY)
