"""Collection costs: the scale by its vectors and its corners, VAT, several claims together."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.law.collection_costs import collection_costs, collection_costs_of_claims

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
    left = cents(facts["principal"]) - cents(facts["paid_within_14_days"])
    assert collection_costs(left).costs_cents == cents(bik_partial_vector.expected["bik_excl"])


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


@pytest.mark.parametrize("wrong", ["-1", "100.01"])
def test_a_vat_rate_that_cannot_be_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="a percentage from 0 to 100"):
        collection_costs(1_000_00, vat_percent=Decimal(wrong))


def test_a_principal_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="is below zero"):
        collection_costs(-1)
