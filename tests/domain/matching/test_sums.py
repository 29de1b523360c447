"""Which invoices make an amount: the one choice that there is, or none."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.sums import COMBINED_MOST, COMBINED_OF_MOST, all_but_one, the_only_sum


@pytest.mark.parametrize(
    ("amount", "cents", "places"),
    [
        (700, [100, 300, 400, 900], (1, 2)),
        (700, [100, 200, 400], (0, 1, 2)),
        (700, [300, 400, 400], None),
        (700, [700, 1], None),
        (700, [700], None),
        (700, [], None),
        (701, [100, 300, 400, 900], None),
        (2, [1, 1], (0, 1)),
        (2, [1, 1, 1], None),
        (10**12 + 1, [10**12, 1, 7], (0, 1)),
    ],
)
def test_the_only_sum(amount: int, cents: list[int], places: tuple[int, ...] | None) -> None:
    assert the_only_sum(amount, cents) == places


def test_more_than_a_few_are_not_combined() -> None:
    powers = [2**place for place in range(COMBINED_MOST + 1)]
    assert the_only_sum(sum(powers[1:]), powers) == tuple(range(1, COMBINED_MOST + 1))
    assert the_only_sum(sum(powers), powers) is None
    assert the_only_sum(sum(powers), powers, most=COMBINED_MOST + 1) is not None


@pytest.mark.parametrize(("count", "is_found"), [(COMBINED_OF_MOST, True), (COMBINED_OF_MOST + 1, False)])
def test_among_too_many_none_is_looked_for(count: int, is_found: bool) -> None:
    powers = [2**place for place in range(count)]
    assert (the_only_sum(3, powers) == (0, 1)) is is_found


@pytest.mark.parametrize(
    ("amount", "cents", "place"),
    [
        (500, [100, 200, 300], 0),
        (300, [100, 200, 300], 2),
        (300, [100, 200, 200], None),
        (600, [100, 200, 300], None),
        (200, [100, 200], None),
        (0, [], None),
    ],
)
def test_all_but_one(amount: int, cents: list[int], place: int | None) -> None:
    assert all_but_one(amount, cents) == place


@given(cents=st.lists(st.integers(1, 40), max_size=8), amount=st.integers(1, 120))
def test_the_only_sum_is_what_trying_every_choice_finds(cents: list[int], amount: int) -> None:
    choices = [
        places
        for count in range(2, COMBINED_MOST + 1)
        for places in combinations(range(len(cents)), count)
        if sum(cents[place] for place in places) == amount
    ]
    assert the_only_sum(amount, cents) == (choices[0] if len(choices) == 1 else None)
