"""Which invoices make an amount: the one choice that there is, or none."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.sums import COMBINED_MOST, COMBINED_OF_MOST, all_but_one, choices


@pytest.mark.parametrize(
    ("amount", "cents", "places"),
    [
        (700, [100, 300, 400, 900], [(1, 2)]),
        (700, [100, 200, 400], [(0, 1, 2)]),
        (700, [300, 400, 400], [(0, 1), (0, 2)]),
        (700, [700, 1], []),
        (700, [700], []),
        (700, [], []),
        (701, [100, 300, 400, 900], []),
        (2, [1, 1], [(0, 1)]),
        (2, [1, 1, 1], [(0, 1), (0, 2)]),
        (10**12 + 1, [10**12, 1, 7], [(0, 1)]),
    ],
)
def test_the_choices_that_make_an_amount(
    amount: int, cents: list[int], places: list[tuple[int, ...]]
) -> None:
    assert sorted(choices(amount, cents)) == places


def test_more_than_a_few_are_not_combined() -> None:
    powers = [2**place for place in range(COMBINED_MOST + 1)]
    assert choices(sum(powers[1:]), powers) == [tuple(range(1, COMBINED_MOST + 1))]
    assert choices(sum(powers), powers) == []
    assert choices(sum(powers), powers, most=COMBINED_MOST + 1) != []


@pytest.mark.parametrize(("count", "is_found"), [(COMBINED_OF_MOST, True), (COMBINED_OF_MOST + 1, False)])
def test_among_too_many_none_is_looked_for(count: int, is_found: bool) -> None:
    powers = [2**place for place in range(count)]
    assert (choices(3, powers) == [(0, 1)]) is is_found


@pytest.mark.parametrize(
    ("amount", "cents", "place"),
    [
        (500, [100, 200, 300], 0),
        (300, [100, 200, 300], None),
        (300, [100, 200, 200], None),
        (600, [100, 200, 300], None),
        (200, [100, 200], None),
        (0, [], None),
        (150, [25, 50, 75, 100], None),
        (600, [100, 150, 250, 350], None),
        (600, [100, 150, 260, 350], 2),
    ],
)
def test_all_but_one(amount: int, cents: list[int], place: int | None) -> None:
    assert all_but_one(amount, cents) == place


@given(cents=st.lists(st.integers(1, 40), max_size=8), amount=st.integers(1, 120))
def test_the_choices_are_those_that_trying_every_one_finds(cents: list[int], amount: int) -> None:
    every = [
        places
        for count in range(2, COMBINED_MOST + 1)
        for places in combinations(range(len(cents)), count)
        if sum(cents[place] for place in places) == amount
    ]
    found = choices(amount, cents)
    assert len(found) == min(2, len(every))
    assert set(found) <= set(every)
