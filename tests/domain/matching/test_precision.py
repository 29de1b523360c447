"""How right our links are: shares with an interval, careful in every rounding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voldaan.domain.matching.precision import Interval, Stratum, precision, wilson


@pytest.mark.parametrize(
    ("wrong", "reviewed", "interval"),
    [
        (0, 0, (0, 10_000)),
        (0, 100, (0, 370)),
        (1, 100, (17, 545)),
        (5, 100, (215, 1_118)),
        (50, 100, (4_038, 5_962)),
        (100, 100, (9_630, 10_000)),
        (0, 10_000, (0, 4)),
    ],
)
def test_the_interval_of_wilson_as_published_tables_give_it(
    wrong: int, reviewed: int, interval: tuple[int, int]
) -> None:
    assert wilson(wrong=wrong, reviewed=reviewed) == Interval(*interval)


@pytest.mark.parametrize(("wrong", "reviewed"), [(-1, 5), (6, 5), (1, 0)])
def test_more_wrong_than_reviewed_is_refused(wrong: int, reviewed: int) -> None:
    with pytest.raises(ValueError, match="cannot be wrong"):
        wilson(wrong=wrong, reviewed=reviewed)


@given(reviewed=st.integers(1, 100_000), part=st.integers(0, 100))
def test_the_share_found_lies_within_its_interval(reviewed: int, part: int) -> None:
    wrong = reviewed * part // 100
    low, high = wilson(wrong=wrong, reviewed=reviewed)
    assert 0 <= low * reviewed <= wrong * 10_000 <= high * reviewed <= 10_000 * reviewed


def test_each_kind_weighs_as_many_links_as_it_stands_for() -> None:
    rare = Stratum("PART_PAYMENT", 0, drawn_from=100, reviewed=50, wrong=5)
    usual = Stratum("NUMBER_AND_AMOUNT", 120, drawn_from=9_900, reviewed=50, wrong=0)
    together, by_number, by_part = precision([rare, usual])
    assert (together.because, together.links, together.reviewed, together.wrong) == ("", 10_000, 100, 5)
    assert (together.wrong_share, by_number.wrong_share, by_part.wrong_share) == (10, 0, 1_000)
    assert by_part.interval == wilson(wrong=5, reviewed=50)


def test_what_nobody_reviewed_weighs_nothing() -> None:
    unknown = Stratum("PAYOUT", 100, drawn_from=1_000, reviewed=0, wrong=0)
    (together,) = precision([unknown])
    assert (together.links, together.interval) == (0, Interval(0, 10_000))
